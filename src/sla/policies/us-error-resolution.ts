import type { SlaExtensionRule, SlaPolicy, SlaSince, SlaStage } from "../policy-types.ts";
import { NO_LEGAL_ADVICE } from "./no-legal-advice.ts";

/** A first limit in business days, and the longer one once the account was provisionally credited. */
function errorStage(workingDays: number, calendarDays: number): SlaStage {
  const credit: SlaExtensionRule = {
    id: "provisional-credit",
    to: calendarDays,
    unit: "calendar-day",
    cap: calendarDays,
    notifyCustomer: false,
    beforeExpiryOnly: true,
    times: 1,
  };
  return {
    id: "handle",
    from: "start",
    amount: workingDays,
    unit: "working-day",
    startDayCounts: false,
    endOf: "day",
    roll: "none",
    satisfiedBy: ["resolved", "replied"],
    extensions: [credit],
  };
}

const SET_IN_1998 =
  "effectiveFrom is the day of the rule that set the limits as they are; compliance with it was optional until 1 April 1999.";

/** One of the three pairs of limits of Regulation E. */
function errorPolicy(
  id: string,
  product: string,
  article: string,
  stage: SlaStage,
  since: SlaSince,
  readings: readonly string[],
): SlaPolicy {
  return {
    id,
    version: "1998-09-24",
    status: "regulation",
    effectiveFrom: "1998-09-24",
    since,
    appliesTo: { matters: ["error-notice"], places: ["us"], products: [product], receipt: "error-notice" },
    sources: [
      "Regulation E, 12 CFR 1005.11(c), before 2011 12 CFR 205.11(c); 15 U.S.C. 1693f",
      "http://federal.elaws.us/fr/9/29/1998/98-26012, 63 FR 52115, effective 24 September 1998: 10 business days and 90 days for point of sale and foreign transfers, 20 business days and 90 days for new accounts",
      "https://frrsdigital.com/display-section/GUID-FF0340BB-7F25-4003-98E9-56B590A0A304=1=en=/GUID-2F865271-9533-4FA5-92B5-CBCF88744A60=1=en=/GUID-92D7FB5B-90B7-4566-940A-817831166340=1=en=/GUID-ED2FDC95-196D-42AA-BC2A-847342445D4F.html, the model notice with all limits",
      "https://legalclarity.org/reg-e-provisional-credit-requirements-and-timelines",
      "https://mycomplianceresource.com/?p=15668, quotes 1005.11(c)(2) (2019-06-19)",
    ],
    zone: "America/New_York",
    calendar: "us",
    clocks: [
      {
        id: "statutory",
        basis: "statutory",
        authority: {
          instrument: "Regulation E (Electronic Fund Transfers), 12 CFR part 1005",
          article,
          confidence:
            "numbers: high, seen in the Federal Register's summary of 1998 and in the regulation's model notice; paragraph numbers: medium-high; today's text itself was not seen",
          disclaimer: NO_LEGAL_ADVICE,
        },
        stages: [stage],
      },
    ],
    readings: [
      "The day of the notice is day 0, at whatever hour it comes.",
      "The longer limit is in calendar days from the notice, not from the credit.",
      "The consumer is told of the credit, and of the result within three business days of the determination; both limits are not part of this policy.",
      "Determined is read as `resolved`: the rule asks that the institution determine within the limit and report within three business days after.",
      ...readings,
      "The zone stands for the place of the institution and is to be replaced by its own.",
    ],
  };
}

/**
 * Time limits for errors in electronic fund transfers in the United States: determined within 10 business days of the
 * notice, within 45 calendar days of it if the account was provisionally credited within the 10 business days.
 *
 * The `extended` event is the provisional credit. Give the evaluation a calendar with the id `us`. New accounts and
 * transfers at a point of sale or begun abroad have longer limits: {@link regulationENewAccountPolicy},
 * {@link regulationECardOrForeignPolicy}. Not legal advice.
 */
export const regulationEPolicy: SlaPolicy = /* @__PURE__ */ errorPolicy(
  "us.regulation-e.error",
  "electronic-transfer",
  "1005.11(c)(1) and (2)",
  /* @__PURE__ */ errorStage(10, 45),
  "seen",
  [
    "For transfers that are neither of a new account, nor by debit card at a point of sale, nor begun abroad.",
    "effectiveFrom is the day of the oldest text that was read; 10 business days and 45 days are older.",
  ],
);

/**
 * The limits of {@link regulationEPolicy} for transfers by debit card at a point of sale and for those begun abroad: 10
 * business days, and 90 calendar days with a provisional credit. Not legal advice.
 */
export const regulationECardOrForeignPolicy: SlaPolicy = /* @__PURE__ */ errorPolicy(
  "us.regulation-e.card-or-foreign-error",
  "card-or-foreign-transfer",
  "1005.11(c)(3)(ii)",
  /* @__PURE__ */ errorStage(10, 90),
  "in-force",
  [
    "For transfers by debit card at a point of sale, or begun outside the United States, unless the account is new.",
    SET_IN_1998,
  ],
);

/**
 * The limits of {@link regulationEPolicy} for a new account, up to 30 days after it was opened: 20 business days, and 90
 * calendar days with a provisional credit within them. Not legal advice.
 */
export const regulationENewAccountPolicy: SlaPolicy = /* @__PURE__ */ errorPolicy(
  "us.regulation-e.new-account-error",
  "new-account-transfer",
  "1005.11(c)(3)(i) and (ii)",
  /* @__PURE__ */ errorStage(20, 90),
  "in-force",
  [
    "For transfers within 30 days of the opening of the account, as the summary of 1998 says; that the day of the first deposit counts as the opening is from memory.",
    SET_IN_1998,
  ],
);

/**
 * Time limits for billing error notices on open-end credit in the United States: a written acknowledgement within 30 days
 * of the notice, unless the matter is resolved and the consumer told within that time; resolved within two complete billing cycles, at most 90
 * days.
 *
 * The cycles are the account's own and not known here, so the stage has the outer limit of 90 days: `dueDate` is never
 * too early, and the end of the second cycle may come before it. A creditor that bills monthly derives the policy with
 * its own shorter limit. Both stages end with what the consumer is told (`replied`), not with an internal decision. In force
 * since 28 October 1975. No calendar is needed. Not legal advice.
 */
export const regulationZPolicy: SlaPolicy = {
  id: "us.regulation-z.billing-error",
  version: "1975-10-28",
  status: "regulation",
  effectiveFrom: "1975-10-28",
  appliesTo: {
    matters: ["error-notice"],
    places: ["us"],
    products: ["open-end-credit"],
    receipt: "error-notice",
  },
  sources: [
    "Regulation Z, 12 CFR 1026.13(c)(1) and (2); 15 U.S.C. 1666",
    "https://fraser.stlouisfed.org/title/district-notices-federal-reserve-bank-dallas-5569/revised-proposed-amendments-truth--lending-regulation-regulation-z-fair-credit-billing-act-amendments-541994/fulltext, for 28 October 1975; so does circular 7712 of the Federal Reserve Bank of New York of 18 September 1975",
    "http://edocket.access.gpo.gov/cfr_2003/12cfr226.13.htm, the section as it was in 2003, when it was 12 CFR 226.13",
    "https://fresh-catalog.com/reg-z-billing-error-notice/page/1/, quotes 1026.13(e): the correction notice is part of the resolution",
    "https://fresh-catalog.com/billing-error-resolution-prepaid-account/, quotes the rule on the acknowledgement",
    "https://www.consumerfinance.gov/ask-cfpb/how-long-can-the-card-issuer-take-to-resolve-my-billing-error-or-dispute-en-64/, for two complete billing cycles and 90 days",
    "https://www.bankersonline.com/forum/ubbthreads.php/topics/2029502/reg-z-credit-card-disputes, quotes the interpretation of 13(c)(2): the rest of the cycle and the next two",
  ],
  zone: "America/New_York",
  calendar: "us",
  clocks: [
    {
      id: "statutory",
      basis: "statutory",
      authority: {
        instrument: "Regulation Z (Truth in Lending), 12 CFR part 1026",
        article: "1026.13(c)(1) and (2)",
        confidence:
          "30 days: high, the sentence was seen quoted; two complete billing cycles and at most 90 days: high, seen on the agency's page for consumers",
        disclaimer: NO_LEGAL_ADVICE,
      },
      stages: [
        {
          id: "acknowledge",
          from: "start",
          amount: 30,
          unit: "calendar-day",
          startDayCounts: false,
          endOf: "day",
          roll: "none",
          satisfiedBy: ["acknowledged", "replied"],
        },
        {
          id: "handle",
          from: "start",
          amount: 90,
          unit: "calendar-day",
          startDayCounts: false,
          endOf: "day",
          roll: "none",
          satisfiedBy: ["replied"],
        },
      ],
    },
  ],
  readings: [
    "Days are read as calendar days, the day of receipt not counted.",
    "The rule is two complete billing cycles after the notice, at most 90 days: the rest of the cycle in which the notice came and the next two. Only the 90 days are counted here; the cycles may end earlier.",
    "Resolved means that the resolution procedures are complied with, which end with a correction notice or an explanation to the consumer: `replied` is that moment. A decision inside the creditor (`resolved`) ends nothing.",
    "effectiveFrom is the day on which the Fair Credit Billing Act and the amendments of the regulation came into force; the text of 1975 was not compared, and that of 2003 was seen in part.",
    "The zone stands for the place of the creditor and is to be replaced by its own.",
  ],
};
