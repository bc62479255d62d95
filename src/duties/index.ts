/**
 * Recurring duties (职责日程): who owes what, how often and by when, as policies; the days and moments they fall due on
 * real calendars, and what became of them.
 *
 * The counterpart of `sla`, whose obligations start with an event.
 *
 * @packageDocumentation
 */
export { dutiesDue } from "./due.ts";
export { dutyRate, dutyStanding } from "./standing.ts";
export { prepareDutyPolicy, type PreparedDutyPolicy } from "./read-policy.ts";
export { sourceDuties, type SourceDuty, type SourceDutyId, type SourceDutyRole } from "./policies/source.ts";
export { exampleDuties, type ExampleDuty, type ExampleDutyId, type ExampleDutyRole } from "./policies/example.ts";
export {
  BEYOND_PERIOD,
  DUTY_STATES,
  DUTY_TIMES,
  DUTY_UNITS,
  REST_DAY_RULES,
  type BeyondPeriod,
  type DutiesDue,
  type Duty,
  type DutyCadence,
  type DutyContext,
  type DutyDimension,
  type DutyEvidence,
  type DutyExcuse,
  type DutyFall,
  type DutyGrace,
  type DutyHolder,
  type DutyOffset,
  type DutyPolicy,
  type DutyReason,
  type DutyRecord,
  type DutyStanding,
  type DutyStandingContext,
  type DutyState,
  type DutyTime,
  type DutyUnit,
  type FallenDuty,
  type NamedDay,
  type RestDayRule,
  type StandingDuty,
} from "./types.ts";
export type { DutyErrorCode, DutyIssueCode } from "./errors.ts";
