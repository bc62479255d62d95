import type { SlaClock, SlaPolicy } from "../policy-types.ts";

/** The clock of the source documents' complaint rule, to put beside others in a policy. */
export const sourceComplaintClock: SlaClock = {
  id: "internal",
  basis: "internal",
  stages: [
    {
      id: "reply",
      from: "start",
      amount: 3,
      unit: "working-day",
      startDayCounts: false,
      endOf: "day",
      roll: "none",
      satisfiedBy: ["replied"],
      preferOnTheSpot: true,
      extensions: [
        {
          id: "special-case",
          to: 7,
          cap: 7,
          role: "department-in-charge",
          notifyCustomer: false,
          beforeExpiryOnly: true,
          times: 1,
        },
      ],
    },
  ],
};

/**
 * The complaint rule of the source documents (投诉处理时限): answered on the spot where possible, normally handled and
 * answered within 3 working days, in special cases and with the consent of the department in charge (主管部门) within 7
 * working days of the same start at the latest.
 *
 * Both limits end with the reply to the customer. The text leaves several things open; `readings` says how they are
 * read here, first of all that the day of receipt is day 0 and not counted. The text has no date: it is in force from
 * 0001-01-01, which means "undated", so that a policy is found for every receipt; how far back a due date is known
 * depends on the calendar.
 */
export const sourceComplaintPolicy: SlaPolicy = {
  id: "source.complaint",
  version: "1",
  status: "source",
  effectiveFrom: "0001-01-01",
  appliesTo: { matters: ["complaint"], places: ["cn"], institutions: ["bank"] },
  sources: [
    "商业银行个人客户经理工作流程, p. 62, 针对投诉处理的作业规范 (五): 能当场解决的客户投诉应尽量当场解决;不能当场解决的,一般应于3个工作日内完成投诉处理并回复客户;特殊情况经主管部门同意后,最迟于7个工作日内完成投诉处理并回复客户。",
  ],
  zone: "Asia/Shanghai",
  calendar: "cn",
  clocks: [sourceComplaintClock],
  readings: [
    "The text does not say whether the day of receipt counts: it is read as day 0, not counted.",
    "The 7 working days are counted from the receipt, like the 3, not from their end.",
    "Working days are those of banks in mainland China, make-up working days included; a day lasts until midnight, and no hour of receipt is too late for its day.",
    "Consent to the longer limit must be given before the shorter one has passed.",
    "The text has no date: effectiveFrom 0001-01-01 stands for undated.",
    "The text is a work procedure for relationship managers of a bank in mainland China: it is for complaints there.",
  ],
};

/**
 * The versions of the source documents' complaint rule, for `policyAt`; so far there is one, in force on every date.
 *
 * @example
 * import { localDateOf } from "relationship-banking/calendar";
 * import { policyAt } from "relationship-banking/core";
 * policyAt(complaintPolicies, localDateOf("2026-02-13T23:30:00Z", "Asia/Shanghai")).id // => "source.complaint"
 */
export const complaintPolicies: readonly SlaPolicy[] = [sourceComplaintPolicy];
