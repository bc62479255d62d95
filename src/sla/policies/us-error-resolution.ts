import type { SlaPolicy } from "../policy-types.ts";
import { NO_LEGAL_ADVICE } from "./no-legal-advice.ts";

/**
 * Time limits for errors in electronic fund transfers in the United States: determined within 10 business days of the
 * notice, within 45 calendar days of it if the account was provisionally credited within the 10 business days.
 *
 * The `extended` event is the provisional credit. Give the evaluation a calendar with the id `us`. The longer limits
 * for new accounts, point-of-sale debit cards and foreign transfers are not in this policy: their numbers were not
 * seen. Not legal advice.
 */
export const regulationEPolicy: SlaPolicy = {
  id: "us.regulation-e.error",
  version: "2019-04-05",
  status: "regulation",
  effectiveFrom: "2019-04-05",
  sources: [
    "Regulation E, 12 CFR 1005.11(c)",
    "https://legalclarity.org/reg-e-provisional-credit-requirements-and-timelines",
    "http://www.cornerstoneleague.coop/question_of_the_week_44.html (2019-04-05)",
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
        article: "1005.11(c)(1) and (2)",
        confidence: "10 business days and 45 days: medium-high, from secondary pages, one of which quotes (c)(2)",
        disclaimer: NO_LEGAL_ADVICE,
      },
      stages: [
        {
          id: "handle",
          from: "start",
          amount: 10,
          unit: "working-day",
          startDayCounts: false,
          endOf: "day",
          roll: "none",
          satisfiedBy: ["resolved", "replied"],
          extensions: [
            {
              id: "provisional-credit",
              to: 45,
              unit: "calendar-day",
              cap: 45,
              notifyCustomer: false,
              beforeExpiryOnly: true,
              times: 1,
            },
          ],
        },
      ],
    },
  ],
  readings: [
    "The day of the notice is day 0, at whatever hour it comes.",
    "The 45 days are calendar days from the notice, not from the credit.",
    "The consumer is told of the credit after it, within a limit of its own that is not part of this policy.",
    "effectiveFrom is the date of the oldest dated page that was read; the rule is older.",
    "The zone stands for the place of the institution and is to be replaced by its own.",
  ],
};

/**
 * Time limit for billing error notices on open-end credit in the United States: a written acknowledgement within 30
 * days of the notice, unless the matter is resolved within that time.
 *
 * The limit for the resolution itself, in billing cycles, is not in this policy: its numbers were not seen. The source
 * is undated, so effectiveFrom is 0001-01-01. No calendar is needed. Not legal advice.
 */
export const regulationZPolicy: SlaPolicy = {
  id: "us.regulation-z.billing-error",
  version: "1",
  status: "regulation",
  effectiveFrom: "0001-01-01",
  sources: [
    "Regulation Z, 12 CFR 1026.13(c)(1)",
    "https://fresh-catalog.com/billing-error-resolution-prepaid-account/, quotes the rule",
  ],
  zone: "America/New_York",
  calendar: "us",
  clocks: [
    {
      id: "statutory",
      basis: "statutory",
      authority: {
        instrument: "Regulation Z (Truth in Lending), 12 CFR part 1026",
        article: "1026.13(c)(1)",
        confidence: "30 days: high, the sentence was seen quoted",
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
          satisfiedBy: ["acknowledged", "resolved", "replied"],
        },
      ],
    },
  ],
  readings: [
    "Days are read as calendar days, the day of receipt not counted.",
    "The source has no date: effectiveFrom 0001-01-01 stands for undated.",
    "The zone stands for the place of the creditor and is to be replaced by its own.",
  ],
};
