import type { SlaClock, SlaPolicy } from "../policy-types.ts";
import { cnReplyStage } from "./cn-reply-stage.ts";
import { NO_LEGAL_ADVICE } from "./no-legal-advice.ts";

const REVISION =
  "https://www.guandian.cn/article/20250515/485872.html, for the revision that was under way in May 2025";
const BEING_REVISED =
  "The regulator said on 2025-05-15 that the measures are being revised; no revised text was found, so the policy has no end. Look for one before relying on it.";

/** The statutory clock of the Chinese regulator's complaint measures, to put beside a bank's own. */
export const nfraComplaintClock: SlaClock = {
  id: "statutory",
  basis: "statutory",
  authority: {
    instrument:
      "银行业保险业消费投诉处理管理办法 (CBIRC, 45 articles, in force from 2020-03-01; now administered by NFRA)",
    article: "chapter 3; withdrawal: art. 15",
    confidence:
      "numbers: high; that 日 means calendar days: medium-high; that the text is unchanged: medium, because the regulator said on 2025-05-15 that it is being revised and no revised text was found",
    disclaimer: NO_LEGAL_ADVICE,
  },
  stages: [
    /* @__PURE__ */ cnReplyStage(15, {
      extensions: [
        { id: "complex", to: 30, cap: 30, notifyCustomer: false, beforeExpiryOnly: true, times: 1 },
        {
          id: "especially-complex",
          add: 30,
          cap: 60,
          role: "superior-or-head-office-senior-management",
          notifyCustomer: true,
          beforeExpiryOnly: true,
          times: 1,
          after: "complex",
        },
      ],
      pauses: [{ reason: "outside-appraisal", notifyCustomer: true }],
      restartedBy: ["new-facts"],
      merge: "ends-before-due",
    }),
  ],
};

/**
 * Time limits for complaints of bank customers in mainland China (消费投诉处理期限): 15 calendar days from receipt, 30 in
 * complex cases, 30 more in especially complex ones with the approval of the superior body or of senior management at
 * head office and once the customer has been told. Time at an outside body for appraisal, testing or assessment
 * (鉴定、检测、评估) is left out if the customer was told; new facts restart the limit; the same complaint made again may be
 * joined to the earlier one; a withdrawal ends the matter that day.
 *
 * Not legal advice: `clocks[0].authority` says what the reading rests on and how certain it is. Moving a last day that
 * is not a working day to the next (Civil Code art. 203) is off: whether it applies to a regulator's limit is a legal
 * question; `rollUnderCivilCode` derives a policy that does.
 */
export const nfraComplaintPolicy: SlaPolicy = {
  id: "cn.nfra.complaint",
  version: "2020-03-01",
  status: "regulation",
  effectiveFrom: "2020-03-01",
  appliesTo: { matters: ["complaint"], places: ["cn"], institutions: ["bank", "insurer"] },
  sources: [
    "银行业保险业消费投诉处理管理办法 (CBIRC, in force from 2020-03-01)",
    "https://www.lawparks.com/ask/bank-insurance-complaints-merging-cases",
    "http://finance.caixin.com/2020-01-17/101505443.html",
    "http://www.jianbiaoku.com/webarbs/book/164455/4714059.shtml",
    REVISION,
    "民法典 art. 201 (http://www.dandonglaw.com/news/618.html), for the day of receipt",
  ],
  zone: "Asia/Shanghai",
  calendar: "cn",
  clocks: [nfraComplaintClock],
  readings: [
    "日 is read as calendar days; the rule of 2012 said 工作日.",
    "The day of receipt is not counted, as in Civil Code art. 201.",
    "The limit ends with the reply to the customer.",
    "The quoted text names nobody who must approve the extension to 30 days.",
    "The further 30 days are added to the 30 of a complex case, so that case comes first; together they are at most 60.",
    "An extension must be granted before the limit it extends has passed.",
    "New facts that arrive after the limit has passed do not undo that it was missed.",
    "及时 (told promptly) has no number: an appraisal is left out from the moment the customer was told, however late.",
    "The same complaint brought again within the limit may be joined to the earlier one, whose clock then stands for both.",
    "The text seen makes no difference by who passed a complaint on: the limit runs from its receipt by the bank.",
    BEING_REVISED,
  ],
};

/**
 * Time limit for the review of a complaint's result by the superior unit in mainland China (投诉处理结果核查): 30 calendar
 * days from the receipt of the request. `received` is the request, as in the review events of a complaint.
 *
 * The client asks within 30 days of the decision. That is the client's limit and not a clock of the bank: a request made
 * in time is what starts this one. Not legal advice: the 30 days of the review itself are from memory, see
 * `clocks[0].authority`.
 */
export const nfraReviewPolicy: SlaPolicy = {
  id: "cn.nfra.review",
  version: "2020-03-01",
  status: "regulation",
  effectiveFrom: "2020-03-01",
  appliesTo: {
    matters: ["review"],
    places: ["cn"],
    institutions: ["bank", "insurer"],
    receipt: "review-request",
  },
  sources: [
    "银行业保险业消费投诉处理管理办法 (CBIRC, in force from 2020-03-01)",
    "kjjrw.com.cn, 014998701, a bank's notice: the client may ask the superior unit for a review within 30 days of the decision",
    "http://finance.caixin.com/2020-01-17/101505443.html, for the measures as a whole",
    REVISION,
  ],
  zone: "Asia/Shanghai",
  calendar: "cn",
  clocks: [
    {
      id: "statutory",
      basis: "statutory",
      authority: {
        instrument:
          "银行业保险业消费投诉处理管理办法 (CBIRC, 45 articles, in force from 2020-03-01; now administered by NFRA)",
        confidence:
          "that the client asks within 30 days of the decision: medium-high, seen in a notice; that the review takes at most 30 days: low, from memory, no text of it was seen",
        disclaimer: NO_LEGAL_ADVICE,
      },
      stages: [/* @__PURE__ */ cnReplyStage(30)],
    },
  ],
  readings: [
    "日 is read as calendar days; the day on which the request is received is not counted, as in Civil Code art. 201.",
    "The limit ends when the client is told the result of the review.",
    "Whether the request came within 30 days of the decision is for the unit that receives it to say.",
    BEING_REVISED,
  ],
};

/** The versions of the Chinese regulator's complaint limits, for `policyAt`; earlier rules are not among them. */
export const nfraComplaintPolicies: readonly SlaPolicy[] = [nfraComplaintPolicy];
