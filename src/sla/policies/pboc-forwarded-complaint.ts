import type { SlaClock, SlaPolicy } from "../policy-types.ts";
import { cnReplyStage } from "./cn-reply-stage.ts";
import { NO_LEGAL_ADVICE } from "./no-legal-advice.ts";

const statutory: SlaClock = {
  id: "statutory",
  basis: "statutory",
  authority: {
    instrument: "中国人民银行金融消费者权益保护实施办法, 中国人民银行令〔2020〕第5号",
    article: "the article before art. 44",
    confidence:
      "numbers and conditions: high, the text was seen; that 日 means calendar days is a reading; who forwards since 28 June 2024: medium-high, three reports of the announcement were seen, one of them with its number",
    disclaimer: NO_LEGAL_ADVICE,
  },
  stages: [
    /* @__PURE__ */ cnReplyStage(15, {
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
    }),
  ],
};

const sources = [
  "中国人民银行金融消费者权益保护实施办法 (中国人民银行令〔2020〕第5号)",
  "http://tbankw.com/zcfg/338463_4.html",
  "https://www.qklw.com/news/20200918/123673.html, for the number and 自2020年11月1日起施行",
  "国家金融监督管理总局、中国人民银行、中国证券监督管理委员会《关于金融消费者权益保护相关工作安排的公告》 2024年第1号, of 28 June 2024, reported at http://zoeliang.cn/news/12552.html and http://jsbxw.org/newsinfo/7433824.html; number and year at omxagxw.com/post/80067.html",
  "http://www.cnwn.com.cn/tupian/yingxiangjiyi/2023/0603/19613.html, the announcement of 2 June 2023 that left the channels as they were for the time being",
  "民法典 art. 201 (http://www.dandonglaw.com/news/618.html), for the day of receipt",
];

const readings = [
  "日 is read as calendar days.",
  "The day on which the forwarded complaint is received is not counted, as in Civil Code art. 201.",
  "An extension must be approved, and the customer told, before the 15 days have passed; less than 60 may be granted.",
  "The branch's own clock, which runs from the completion of the complainant's papers, is not part of this policy.",
  "The announcement is 2024年第1号 of June 2024; its day, 28 June, is from two other reports, which print no year. The one it replaces is of 2 June 2023.",
];

/**
 * Time limits for complaints about banks that a branch of the People's Bank of China forwarded (人民银行转交投诉), up to the
 * announcement of 28 June 2024: 15 calendar days from the receipt of what was forwarded, at most 60 in complex cases with
 * the approval of the person in charge of complaint handling and once the customer has been told the reason. Since then
 * the National Financial Regulatory Administration alone receives and forwards complaints about banks, and
 * {@link nfraComplaintPolicy} is what is left.
 *
 * `received` is the day the bank received the complaint from the branch, not the day the customer complained. What was
 * received before the end keeps this limit. Not legal advice: `clocks[0].authority` says what the reading rests on.
 */
export const pbocBankComplaintPolicy: SlaPolicy = /* @__PURE__ */ (() => ({
  id: "cn.pboc.forwarded-bank-complaint",
  version: "2020-5",
  status: "regulation",
  effectiveFrom: "2020-11-01",
  effectiveTo: "2024-06-28",
  appliesTo: {
    matters: ["complaint"],
    places: ["cn"],
    origins: ["central-bank"],
    institutions: ["bank"],
    receipt: "forwarded",
  },
  sources,
  zone: "Asia/Shanghai",
  calendar: "cn",
  clocks: [statutory],
  readings: [
    ...readings,
    "The announcement is read as in force from its own day, as the one before it says of itself: 28 June 2024 is the first day without this policy.",
  ],
}))();

/**
 * Time limits for complaints about payment institutions and credit-reference firms that a branch of the People's Bank of
 * China forwards (人民银行转交投诉): the same 15 and 60 calendar days as {@link pbocBankComplaintPolicy}, and still in
 * force: the announcement of 28 June 2024 leaves these to the central bank.
 *
 * `received` is the day the institution received the complaint from the branch. Not legal advice.
 */
export const pbocPaymentComplaintPolicy: SlaPolicy = /* @__PURE__ */ (() => ({
  id: "cn.pboc.forwarded-payment-complaint",
  version: "2020-5",
  status: "regulation",
  effectiveFrom: "2020-11-01",
  appliesTo: {
    matters: ["complaint"],
    places: ["cn"],
    origins: ["central-bank"],
    institutions: ["payment-institution", "credit-reference-firm"],
    receipt: "forwarded",
  },
  sources,
  zone: "Asia/Shanghai",
  calendar: "cn",
  clocks: [statutory],
  readings: [
    ...readings,
    "That the limits bind credit-reference firms as they bind payment institutions is a reading: the announcement names both.",
  ],
}))();
