import type { SlaAuthority, SlaClock, SlaEarlyEnd, SlaPolicy } from "../policy-types.ts";
import { NO_LEGAL_ADVICE } from "./no-legal-advice.ts";

const INSTRUMENT = "FCA Handbook, Dispute Resolution: Complaints sourcebook (DISP)";

/** What DISP 1.5.2AR says. */
const ACCEPTANCE =
  "A complaint is resolved where the complainant has indicated acceptance of a response, in writing or not: `accepted` is that moment. A decision inside the firm is none.";

/** Since when a complaint may be settled with a summary by the third business day. */
const SINCE_SUMMARY = "2016-06-30";

const authority = (article: string): SlaAuthority => ({
  instrument: INSTRUMENT,
  article,
  confidence: "numbers and conditions: high, the text was seen",
  disclaimer: NO_LEGAL_ADVICE,
});

/**
 * The lighter regime of the United Kingdom's complaint rules: a complaint resolved by the close of the third business day
 * after the day of its receipt needs only a summary resolution communication. Missing it is not a breach; the other limits
 * apply then.
 *
 * Only `accepted` ends it, the moment the customer indicated acceptance of a response: an internal decision (`resolved`) does
 * not. Give the evaluation a calendar and working hours with the
 * id `uk`. The rule is dated 30 June 2016; before that it said the next business day. Not legal advice.
 */
export const dispSummaryResolutionPolicy: SlaPolicy = {
  id: "uk.disp.summary-resolution",
  version: SINCE_SUMMARY,
  status: "regulation",
  effectiveFrom: SINCE_SUMMARY,
  appliesTo: { matters: ["complaint"], places: ["uk"] },
  sources: [
    "FCA Handbook, DISP 1.5.1R; DISP 1.5.2AR for what resolved means",
    "https://handbook.fca.org.uk/handbook/DISP/1/5.html?date=2024-02-27",
    "https://public-ui-fcahandbook-dev.azurewebsites.net/handbook/disp1/disp1s5, which prints 30/06/2016R beside the rule",
    "https://handbook.fca.org.uk/handbook/DISP/1/5.html?date=2012-02-14&timeline=True, for the rule of 2012",
  ],
  zone: "Europe/London",
  calendar: "uk",
  hours: "uk",
  clocks: [
    {
      id: "statutory",
      basis: "statutory",
      authority: /* @__PURE__ */ authority("DISP 1.5.1R"),
      stages: [
        {
          id: "handle",
          from: "start",
          amount: 3,
          unit: "working-day",
          startDayCounts: false,
          endOf: "close-of-business",
          roll: "none",
          satisfiedBy: ["accepted"],
        },
      ],
    },
  ],
  readings: [
    "The day after the receipt is the first day.",
    "Close of business is that of the firm's own working hours.",
    ACCEPTANCE,
    "The texts of 2007 and 2012 let a firm treat a complaint received on a day off, or after close of business, as received on the next business day. The text of 2016 that was seen has no such sentence: a complaint received on a day off counts on that day.",
  ],
};

/** Products with limits of their own since 2018. */
const PAYMENTS = ["payment-service", "electronic-money"];
const SINCE_PAYMENTS = "2018-01-13";
const OMBUDSMAN_NEWS =
  "https://www.financial-ombudsman.org.uk/publications/ombudsman-news/143/143-Q&A.html, for 13 January 2018, when 15 and 35 days replaced eight weeks for payments";

const eightWeeksReadings = [
  "Eight weeks end on the same weekday as the day of receipt, 56 days later, at midnight.",
  "A written response under DISP 1.6.2R(2) ends the limit like a final response.",
  "A last day that is no business day stays.",
  "Under DISP 1.6.4R, seen in the texts of 2007 and 2012, a complainant's written acceptance of an answer ends the eight weeks at any time. Whether an acceptance was written is not known here: `accepted` ends the stage only early; record the answer as `replied`.",
];

/** Resolved by the close of a business day soon after the receipt, a complaint is outside the limits of DISP 1.6. */
const resolvedBy = (workingDays: number): SlaEarlyEnd => ({
  by: "accepted",
  amount: workingDays,
  unit: "working-day",
  endOf: "close-of-business",
});

const eightWeeks = (workingDays: number): SlaClock => ({
  id: "statutory",
  basis: "statutory",
  authority: authority("DISP 1.6.2R; DISP 1.5.1R and 1.5.2AR for what is resolved early"),
  stages: [
    {
      id: "final",
      from: "start",
      amount: 8,
      unit: "week",
      startDayCounts: false,
      endOf: "day",
      roll: "none",
      satisfiedBy: ["replied"],
      earlyEnd: resolvedBy(workingDays),
    },
  ],
});

/**
 * Time limit for complaints in the United Kingdom: a final response, or a written response that says why there is none
 * yet, by the end of eight weeks after the receipt. Complaints about payment services and electronic money are for
 * {@link dispPaymentComplaintPolicy} since 13 January 2018.
 *
 * The acknowledgement must be prompt; the rule gives no number, so there is no stage for it. The eight weeks need no
 * calendar. A complaint whose answer the customer accepted by the close of the third business day is outside them: give a
 * calendar and working hours with the id `uk`, and `accepted` by then ends the stage; without them such an event is
 * reported. Both the version of 2
 * December 2007 and that of 1 June 2026 say eight weeks. Not legal advice.
 */
export const dispComplaintPolicy: SlaPolicy = /* @__PURE__ */ (() => ({
  id: "uk.disp.complaint",
  version: "2018-01-13",
  status: "regulation",
  effectiveFrom: SINCE_PAYMENTS,
  appliesTo: { matters: ["complaint"], places: ["uk"], exceptProducts: PAYMENTS },
  sources: [
    "FCA Handbook, DISP 1.6.2R",
    "https://handbook.fca.org.uk/handbook/disp1/disp1s6?date=01-06-2026&timeline=true",
    "https://www.handbook.fca.org.uk/handbook/DISP/1/6.html?date=2007-12-02",
    OMBUDSMAN_NEWS,
  ],
  zone: "Europe/London",
  calendar: "uk",
  hours: "uk",
  clocks: [/* @__PURE__ */ eightWeeks(3)],
  readings: [
    ...eightWeeksReadings,
    "A complaint resolved by the close of the third business day is outside the limit: `accepted` by then ends the stage, and a summary is all that is owed.",
    ACCEPTANCE,
  ],
}))();

const beforePayments = { matters: ["complaint"], places: ["uk"] };

/**
 * The versions of the eight weeks, for `policyAt`: until 13 January 2018 they were for payments as well, and until 30 June
 * 2016 a complaint was outside the limit when it was resolved by the close of the next business day, not the third. The
 * first begins with the oldest version that was read (`since: "seen"`); the rule may be older.
 */
export const dispComplaintPolicies: readonly SlaPolicy[] = /* @__PURE__ */ (() => [
  {
    ...dispComplaintPolicy,
    version: "2007-12-02",
    effectiveFrom: "2007-12-02",
    since: "seen",
    effectiveTo: SINCE_SUMMARY,
    appliesTo: beforePayments,
    clocks: [/* @__PURE__ */ eightWeeks(1)],
    sources: [
      ...dispComplaintPolicy.sources,
      "https://handbook.fca.org.uk/handbook/DISP/1/5.html?date=2012-02-14&timeline=True, for the rule of 2012",
    ],
    readings: [
      ...eightWeeksReadings,
      "A complaint resolved by the close of the next business day is outside the limit: `accepted` by then ends the stage.",
      "What resolved means is read as in the text since 2016: the complainant has indicated acceptance of a response.",
      "DISP 1.5.3G let a firm treat a complaint received on a day off, or after close of business, as received on the next business day; that choice is not part of this policy.",
      "The texts of 2007 and 2012 were read; those between them and until 2016 were not, and the rule may be older than the first.",
    ],
  },
  {
    ...dispComplaintPolicy,
    version: SINCE_SUMMARY,
    effectiveFrom: SINCE_SUMMARY,
    effectiveTo: SINCE_PAYMENTS,
    appliesTo: beforePayments,
  },
  dispComplaintPolicy,
])();

/**
 * Time limits for complaints about payment services and electronic money in the United Kingdom: a final response within 15
 * business days of receipt, within 35 in exceptional circumstances after a holding response.
 *
 * Give the evaluation a calendar with the id `uk`, and working hours with that id where complaints are resolved by the
 * close of the third business day, which ends the stage. In force since 13 January 2018; before that eight weeks applied, see
 * {@link dispComplaintPolicies}. Not legal advice.
 */
export const dispPaymentComplaintPolicy: SlaPolicy = {
  id: "uk.disp.payment-complaint",
  version: "2018-01-13",
  status: "regulation",
  effectiveFrom: SINCE_PAYMENTS,
  appliesTo: { matters: ["complaint"], places: ["uk"], products: PAYMENTS },
  sources: [
    "FCA Handbook, DISP 1.6.2AR",
    "https://handbook.fca.org.uk/handbook/disp1/disp1s6?date=01-06-2026&timeline=true",
    OMBUDSMAN_NEWS,
  ],
  zone: "Europe/London",
  calendar: "uk",
  hours: "uk",
  clocks: [
    {
      id: "statutory",
      basis: "statutory",
      authority: /* @__PURE__ */ authority("DISP 1.6.2AR"),
      stages: [
        {
          id: "final",
          from: "start",
          amount: 15,
          unit: "working-day",
          startDayCounts: false,
          endOf: "day",
          roll: "none",
          satisfiedBy: ["replied"],
          earlyEnd: /* @__PURE__ */ resolvedBy(3),
          extensions: [
            { id: "holding-reply", to: 35, cap: 35, notifyCustomer: true, beforeExpiryOnly: true, times: 1 },
          ],
        },
      ],
    },
  ],
  readings: [
    "The day of receipt is not counted.",
    "A complaint resolved by the close of the third business day is outside the limits, as any other: `accepted` by then ends the stage.",
    ACCEPTANCE,
    "The holding response must be sent within the 15 business days; the 35 are counted from the receipt.",
    "The words were read in the version of 1 June 2026; that they were the same in 2018 is what the ombudsman's page says of the numbers.",
  ],
};
