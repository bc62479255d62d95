import type { SlaPolicy } from "../policy-types.ts";
import { NO_LEGAL_ADVICE } from "./no-legal-advice.ts";

/**
 * Time limits for complaints that a branch of the People's Bank of China forwards to the bank (人民银行转交投诉): 15 calendar
 * days from the receipt of what was forwarded, at most 60 in complex cases with the approval of the person in charge of
 * complaint handling and once the customer has been told the reason.
 *
 * `received` is the day the bank received the complaint from the branch, not the day the customer complained. Not legal
 * advice: `clocks[0].authority` says what the reading rests on.
 */
export const pbocForwardedComplaintPolicy: SlaPolicy = {
  id: "cn.pboc.forwarded-complaint",
  version: "2020-5",
  status: "regulation",
  effectiveFrom: "2020-11-01",
  sources: [
    "中国人民银行金融消费者权益保护实施办法 (中国人民银行令〔2020〕第5号)",
    "http://tbankw.com/zcfg/338463_4.html",
    "https://www.qklw.com/news/20200918/123673.html, for the number and 自2020年11月1日起施行",
    "民法典 art. 201 (http://www.dandonglaw.com/news/618.html), for the day of receipt",
  ],
  zone: "Asia/Shanghai",
  calendar: "cn",
  clocks: [
    {
      id: "statutory",
      basis: "statutory",
      authority: {
        instrument: "中国人民银行金融消费者权益保护实施办法, 中国人民银行令〔2020〕第5号",
        article: "the article before art. 44",
        confidence: "numbers and conditions: high, the text was seen; that 日 means calendar days is a reading",
        disclaimer: NO_LEGAL_ADVICE,
      },
      stages: [
        {
          id: "reply",
          from: "start",
          amount: 15,
          unit: "calendar-day",
          startDayCounts: false,
          endOf: "day",
          roll: "none",
          satisfiedBy: ["replied"],
          extensions: [
            {
              id: "complex",
              to: 60,
              cap: 60,
              role: "head-of-complaint-handling",
              notifyCustomer: true,
              beforeExpiryOnly: true,
              times: 1,
            },
          ],
        },
      ],
    },
  ],
  readings: [
    "日 is read as calendar days.",
    "The day on which the forwarded complaint is received is not counted, as in Civil Code art. 201.",
    "An extension must be approved, and the customer told, before the 15 days have passed; less than 60 may be granted.",
    "The branch's own clock, which runs from the completion of the complainant's papers, is not part of this policy.",
  ],
};
