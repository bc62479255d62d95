/**
 * What every room builds on: errors, outcomes, dates and moments, decimal strings, the policy envelope, transition
 * tables and content hashes; and what rooms meet in: cases, counts, open items and measures.
 *
 * The path through it, for a kind of case of your own:
 *
 * 1. {@link policyAt} finds the policy that is in force on a date;
 * 2. {@link defineLifecycle} checks the table of states and steps;
 * 3. {@link defineCaseFlow} adds what each step needs and who must be kept apart;
 * 4. {@link openCase} and {@link advance} make the case and take it further, or say why not;
 * 5. {@link openItemBoard} shows what is owed on a day, and by whom.
 *
 * @packageDocumentation
 */

// -- Cases
export { defineLifecycle } from "./lifecycle.ts";
export { defineCaseFlow } from "./casework/flow.ts";
export { openCase, advance } from "./casework/advance.ts";
export { checkCase, replay } from "./casework/replay.ts";
export { transition, allowedEvents } from "./lifecycle.ts";

// -- Open items, counts and measures
export { openItemBoard } from "./open-items.ts";
export { countBy, mergeTallies, rateOf } from "./tally.ts";
export { countMeasure, shareMeasure } from "./measure.ts";

// -- Policies
export { policyAt, derivePolicy } from "./policy.ts";
export { contentHash, canonicalJson } from "./canonical-json.ts";

// -- Errors and outcomes
export { orThrow } from "./outcome.ts";
export { isDomainError, DomainError, issueOf, describeValue } from "./errors.ts";

// -- Decimals and whole numbers
export { readDecimal, tryDecimal, formatDecimal } from "./decimal-string.ts";
export { addDecimals, subtractDecimals, compareDecimals } from "./decimal-arithmetic.ts";
export { roundsAway } from "./rounding.ts";
export { readInteger } from "./local-date.ts";

// -- Dates
export {
  toDayNumber,
  tryDayNumber,
  fromDayNumber,
  compareDates,
  dayNumberOf,
  datePartsOf,
  daysInMonth,
  isLeapYear,
  isoWeekday,
} from "./local-date.ts";

// -- Moments
export { toInstantParts, tryInstant, formatInstant, compareInstants } from "./instant.ts";

// -- Words and limits
export { BOARD_COLUMNS, BOARD_GROUPS, OPEN_ITEM_STATES, OPEN_ITEM_SLOTS } from "./open-items.ts";
export { CASE_NOTE_TIMES, CASEWORK_REFUSALS } from "./casework/flow.ts";
export { SEPARATION_GAPS, SEPARATION_RELATIONS, SEPARATION_SCOPES } from "./casework/separation.ts";
export { POLICY_STATUSES } from "./policy.ts";
export { ROUNDING_MODES } from "./rounding.ts";
export { MIN_DAY_NUMBER, MAX_DAY_NUMBER } from "./local-date.ts";

// -- Types: cases
export type {
  CaseRecord,
  CaseEntry,
  CaseFlow,
  CaseContext,
  CaseOutcome,
  CaseCondition,
  OtherCasesGiven,
  CaseConditions,
  CaseNoteTime,
  CaseOpening,
  CaseworkRefusal,
  CaseworkRefused,
  CaseworkRefusalDetails,
  CaseworkIssueDetails,
  RefusedCaseStep,
  Carried,
  Replayed,
} from "./casework/flow.ts";
export type { Lifecycle, TransitionTable, TransitionOutcome, TransitionRefused } from "./lifecycle.ts";
export type {
  SeparationRule,
  SeparationRelation,
  SeparationScope,
  SeparationGap,
  SeparationRefusalDetails,
  CaseAct,
  TeamMembership,
} from "./casework/separation.ts";

// -- Types: open items, counts and measures
export type {
  OpenItem,
  OpenItemState,
  OpenItemSlot,
  OpenItemBoard,
  BoardOptions,
  BoardColumn,
  BoardGroup,
} from "./open-items.ts";
export type { Measure, MeasureSubject } from "./measure.ts";
export type { Dimensions, KeyOf, Rate, Split, SplitRow, Tally, TallyDimension, TallyRow } from "./tally.ts";

// -- Types: policies
export type { DerivedPolicyIdentity, Policy, PolicyStatus } from "./policy.ts";

// -- Types: errors and outcomes
export type { Outcome, StatusOutcome } from "./outcome.ts";
export type { Issue, IssuesOf, RowIssue, Batch, Path, Details, ReadingDetails } from "./errors.ts";
export type { CoreErrorCode, CoreErrorDetails, CoreIssue, CoreReasons } from "./reasons.ts";

// -- Types: values
export type { DecimalString, ScaledInteger } from "./decimal-string.ts";
export type { RoundingMode } from "./rounding.ts";
export type { LocalDate, DayNumber, DateParts, Instant } from "./local-date.ts";
export type { InstantParts } from "./instant.ts";
export type { ZoneId } from "./local-date.ts";
