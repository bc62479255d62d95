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
export { SOURCE_DUTY_IDS, SOURCE_DUTY_ROLES, sourceDuties } from "./policies/source.ts";
export type { SourceDuty, SourceDutyId, SourceDutyRole } from "./policies/source.ts";
export { EXAMPLE_DUTY_IDS, EXAMPLE_DUTY_ROLES, exampleDuties } from "./policies/example.ts";
export type { ExampleDuty, ExampleDutyId, ExampleDutyRole } from "./policies/example.ts";
export { DUTY_GRACE_UNITS, DUTY_OFFSET_UNITS, DUTY_PERIOD_DAYS, DUTY_PERIODS, DUTY_TIMES } from "./types.ts";
export { BEYOND_PERIOD, DUTY_UNITS, REST_DAY_MOVES, REST_DAY_RULES } from "./types.ts";
export type { BeyondPeriod, DutyCadence, DutyGrace, DutyOffset, DutyPolicy, DutyTime, DutyUnit } from "./types.ts";
export type { DutyPeriod, DutyPeriodDay, RestDayRule } from "./types.ts";
export type { DutiesDue, Duty, DutyContext, DutyFall, DutyHolder, DutyReason, FallenDuty, NamedDay } from "./types.ts";
export { DUTY_DIMENSIONS, DUTY_FALLS, DUTY_STATES } from "./types.ts";
export type { DutyDimension, DutyEvidence, DutyExcuse, DutyRecord, DutyStanding } from "./types.ts";
export type { DutyStandingContext, DutyState, StandingDuty } from "./types.ts";
export type { DutyErrorCode, DutyIssueCode } from "./errors.ts";
export type { DutyErrorDetails, DutyIssue, DutyIssueDetails, DutyReasons, FallenDutyReason } from "./reasons.ts";
