import type { SlaPolicy } from "../policy-types.ts";
import { NO_LEGAL_ADVICE } from "./no-legal-advice.ts";

/**
 * Time limits for complaints to banks in Hong Kong as practised under the regulator's module IC-4 (投訴處理): acknowledged
 * within 7 calendar days of receipt, answered within 30, in complicated cases normally within 60 once an interim reply has
 * given the reasons and the expected date. 60 days are not a cap: an interim reply may name a later day, which is granted
 * and reported as `sla/extension-beyond-normal`.
 *
 * The numbers are those a licensed bank publishes as its procedure; the module's own text was not seen. Not legal
 * advice.
 */
export const hkmaComplaintPolicy: SlaPolicy = {
  id: "hk.hkma.complaint",
  version: "2023-01-06",
  status: "regulation",
  effectiveFrom: "2023-04-05",
  since: "seen",
  appliesTo: { matters: ["complaint"], places: ["hk"], institutions: ["bank"] },
  sources: [
    "HKMA Supervisory Policy Manual IC-4 Complaints Handling and Redress (issued 2023-01-06, to be implemented by 2023-04-05)",
    "https://www.hkma.gov.hk/eng/regulatory-resources/regulatory-guides/circulars/2002/02/circu_20020222b, for the issue of IC-4 on 22 February 2002",
    "https://www.hkma.gov.hk/eng/regulatory-resources/regulatory-guides/circulars/2002/07/circu_20020722a/, for its full effect on 30 June 2002",
    "https://forvismazars.com/hk/en/insights/our-publications/financial-services-publications/regulatory-requirements-for-complaint-handling",
    "https://www.jsafrasarasin.com/internet/sg/sg_index/hong_kong_compliant_handling_information.htm, for 7, 30 and 60 calendar days",
  ],
  zone: "Asia/Hong_Kong",
  calendar: "hk",
  clocks: [
    {
      id: "statutory",
      basis: "statutory",
      authority: {
        instrument:
          "HKMA Supervisory Policy Manual IC-4 Complaints Handling and Redress, statutory guideline under s. 7(3) Banking Ordinance",
        confidence:
          "instrument: high; 7, 30 and 60 days: medium-high, from a bank's published procedure, the module's text was not seen",
        disclaimer: NO_LEGAL_ADVICE,
      },
      stages: [
        {
          id: "acknowledge",
          from: "start",
          amount: 7,
          unit: "calendar-day",
          startDayCounts: false,
          endOf: "day",
          roll: "none",
          satisfiedBy: ["acknowledged", "replied"],
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
          extensions: [
            // no cap: the procedure says what is normal
            { id: "interim-reply", to: 60, notifyCustomer: true, beforeExpiryOnly: true, times: 1 },
          ],
        },
      ],
    },
  ],
  readings: [
    "The day of receipt is not counted.",
    "All limits run from the receipt: 60 days are counted from it, not from the interim reply.",
    "The procedure says that 60 days are normally not exceeded. They are what an interim reply gives; one that names a later day is granted too, and reported.",
    "A final reply given before any acknowledgement also acknowledges.",
    "A last day that is a general holiday stays; no rule on it was seen.",
    "The module is older: it was issued on 22 February 2002 and in full effect on 30 June 2002. Which numbers it had before the version of 2023 was not seen, so of an earlier day nothing is said.",
  ],
};
