import type { SlaPolicy } from "../policy-types.ts";
import { NO_LEGAL_ADVICE } from "./no-legal-advice.ts";

/**
 * Time limits for complaints to financial firms in Australia: acknowledged within 24 hours (one business day), answered
 * within 30 calendar days. A complaint closed to the complainant's satisfaction within five business days needs no written
 * response: `accepted` within them ends the stage. An internal decision (`resolved`) ends nothing: the complainant was not
 * told.
 *
 * Give the evaluation a calendar with the id `au`. Other limits of the guide (superannuation, hardship notices, delays
 * that are allowed) are not in this policy. Not legal advice.
 */
export const rg271ComplaintPolicy: SlaPolicy = {
  id: "au.asic.rg271",
  version: "2021-10-05",
  status: "regulation",
  effectiveFrom: "2021-10-05",
  appliesTo: { matters: ["complaint"], places: ["au"], exceptProducts: ["superannuation"] },
  sources: [
    "ASIC Regulatory Guide RG 271 Internal dispute resolution",
    "https://www.investordaily.com.au/regulation/47568-asic-cuts-down-response-times-for-disputes",
    "https://www.afa.asn.au/news/new-internal-dispute-resolution-regime, for 24 hours, 30 calendar days, 5 October 2021, and that complaints closed within five days need no formal response",
    "https://backpro.ai/resources/glossary/rg-271, for 45 days in superannuation",
    "https://www.cashlab.com.au/pages/complaints, a lender's policy: closed by the end of the fifth (5th) business day without a written response, except on written request and in hardship",
    "http://www.paligrc.com.au/news-insights/210812-rg271-idr/, for complaints received on or after 5 October 2021",
  ],
  zone: "Australia/Sydney",
  calendar: "au",
  clocks: [
    {
      id: "statutory",
      basis: "statutory",
      authority: {
        instrument: "ASIC Regulatory Guide RG 271 Internal dispute resolution",
        confidence:
          "24 hours (1 business day) and 30 days: medium-high, from secondary pages that summarise the guide; five business days without a response, and the exceptions on written request and in hardship: medium-high, seen in a firm's published policy; that a declined claim is an exception too: medium, from memory",
        disclaimer: NO_LEGAL_ADVICE,
      },
      stages: [
        {
          id: "acknowledge",
          from: "start",
          amount: 1,
          unit: "working-day",
          startDayCounts: false,
          endOf: "same-time",
          roll: "none",
          satisfiedBy: ["acknowledged", "replied", "accepted"],
        },
        {
          id: "reply",
          from: "start",
          amount: 30,
          unit: "calendar-day",
          startDayCounts: false,
          endOf: "day",
          roll: "none",
          satisfiedBy: ["replied"],
          earlyEnd: { by: "accepted", amount: 5, unit: "working-day" },
        },
      ],
    },
  ],
  readings: [
    "24 hours (1 business day) is read as the same time on the next business day.",
    "The day of receipt is not counted in the 30 days, nor in the five.",
    "Closed is read as `accepted`: resolved to the complainant's satisfaction. An explanation or apology where nothing more can be done is an answer, recorded as `replied`.",
    "Record no `accepted` event where the complainant asks for a written response, or the complaint is about hardship or a declined claim; the reply is then due.",
    "A complaint that was answered, or whose answer was accepted, within the first business day needs no acknowledgement besides.",
    "The zone stands for the place of the firm and is to be replaced by its own.",
  ],
};
