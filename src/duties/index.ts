/**
 * Recurring duties (职责日程): who owes what, how often and by when, as policies; the days and moments they fall due on
 * real calendars, and what became of them.
 *
 * The counterpart of `sla`, whose obligations start with an event.
 *
 * The path through it:
 *
 * 1. {@link prepareDutyPolicy} reads a policy and says what is wrong with it;
 * 2. {@link dutiesDue} says what people owe in a period, and why on that day;
 * 3. {@link dutyStanding} compares that with what was done: on time, late, missing;
 * 4. {@link dutyRate} gives the share that was done on time.
 *
 * @packageDocumentation
 */

// -- From a policy to what was kept
export { prepareDutyPolicy } from "./read-policy.ts";
export { dutiesDue } from "./due.ts";
export { dutyStanding, dutyRate } from "./standing.ts";

// -- Policies
export { sourceDuties } from "./policies/source.ts";
export { exampleDuties } from "./policies/example.ts";

// -- Words
export { SOURCE_DUTY_IDS, SOURCE_DUTY_ROLES } from "./policies/source.ts";
export { EXAMPLE_DUTY_IDS, EXAMPLE_DUTY_ROLES } from "./policies/example.ts";
export {
  DUTY_GRACE_UNITS,
  DUTY_OFFSET_UNITS,
  DUTY_PERIOD_DAYS,
  DUTY_PERIODS,
  DUTY_TIMES,
  BEYOND_PERIOD,
  DUTY_UNITS,
  REST_DAY_MOVES,
  REST_DAY_RULES,
  DUTY_DIMENSIONS,
  DUTY_FALLS,
  DUTY_STATES,
} from "./types.ts";

// -- Types: policies
export type { DutyPolicy } from "./types.ts";
export type { PreparedDutyPolicy } from "./read-policy.ts";
export type {
  DutyCadence,
  DutyUnit,
  DutyPeriod,
  DutyPeriodDay,
  DutyOffset,
  DutyTime,
  DutyGrace,
  RestDayRule,
  BeyondPeriod,
} from "./types.ts";
export type { SourceDuty, SourceDutyId, SourceDutyRole } from "./policies/source.ts";
export type { ExampleDuty, ExampleDutyId, ExampleDutyRole } from "./policies/example.ts";

// -- Types: what is due
export type { Duty, DutyContext, DutyHolder, DutiesDue, FallenDuty, DutyFall, DutyReason, NamedDay } from "./types.ts";

// -- Types: what became of it
export type {
  DutyRecord,
  DutyEvidence,
  DutyExcuse,
  DutyStandingContext,
  DutyStanding,
  StandingDuty,
  DutyState,
  DutyDimension,
} from "./types.ts";

// -- Types: errors
export type { DutyErrorCode, DutyIssueCode } from "./errors.ts";
export type { DutyErrorDetails, DutyIssue, DutyIssueDetails, DutyReasons, FallenDutyReason } from "./reasons.ts";
