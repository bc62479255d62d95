/**
 * What every room builds on: errors, outcomes, dates and moments, decimal strings, the policy envelope, transition
 * tables and content hashes.
 *
 * @packageDocumentation
 */
export {
  DomainError,
  describeValue,
  isDomainError,
  issueOf,
  type Batch,
  type Details,
  type Issue,
  type IssuesOf,
  type Path,
  type ReadingDetails,
  type RowIssue,
} from "./errors.ts";
export type { CoreErrorCode, CoreErrorDetails, CoreIssue, CoreReasons } from "./reasons.ts";
export { orThrow, type Outcome, type StatusOutcome } from "./outcome.ts";
export {
  MAX_DAY_NUMBER,
  MIN_DAY_NUMBER,
  readInteger,
  compareDates,
  datePartsOf,
  dayNumberOf,
  daysInMonth,
  fromDayNumber,
  isLeapYear,
  isoWeekday,
  toDayNumber,
  tryDayNumber,
  type DateParts,
  type DayNumber,
  type Instant,
  type LocalDate,
  type ZoneId,
} from "./local-date.ts";
export { compareInstants, formatInstant, toInstantParts, tryInstant, type InstantParts } from "./instant.ts";
export { addDecimals, compareDecimals, subtractDecimals } from "./decimal-arithmetic.ts";
export { formatDecimal, readDecimal, tryDecimal, type DecimalString, type ScaledInteger } from "./decimal-string.ts";
export {
  countBy,
  mergeTallies,
  rateOf,
  type Dimensions,
  type KeyOf,
  type Rate,
  type Split,
  type SplitRow,
  type Tally,
  type TallyDimension,
  type TallyRow,
} from "./tally.ts";
export {
  BOARD_COLUMNS,
  BOARD_GROUPS,
  OPEN_ITEM_SLOTS,
  OPEN_ITEM_STATES,
  openItemBoard,
  type BoardColumn,
  type BoardGroup,
  type BoardOptions,
  type OpenItem,
  type OpenItemBoard,
  type OpenItemSlot,
  type OpenItemState,
} from "./open-items.ts";
export { countMeasure, shareMeasure, type Measure, type MeasureSubject } from "./measure.ts";
export { ROUNDING_MODES, roundsAway, type RoundingMode } from "./rounding.ts";
export {
  derivePolicy,
  POLICY_STATUSES,
  policyAt,
  type DerivedPolicyIdentity,
  type Policy,
  type PolicyStatus,
} from "./policy.ts";
export {
  allowedEvents,
  defineLifecycle,
  transition,
  type Lifecycle,
  type TransitionOutcome,
  type TransitionRefused,
  type TransitionTable,
} from "./lifecycle.ts";
export { advance, openCase } from "./casework/advance.ts";
export {
  CASE_NOTE_TIMES,
  CASEWORK_REFUSALS,
  defineCaseFlow,
  type CaseCondition,
  type CaseConditions,
  type CaseContext,
  type CaseEntry,
  type CaseFlow,
  type CaseNoteTime,
  type CaseOutcome,
  type CaseRecord,
  type CaseworkIssueDetails,
  type CaseworkRefusal,
  type CaseworkRefusalDetails,
  type CaseworkRefused,
  type Carried,
  type Replayed,
} from "./casework/flow.ts";
export { checkCase, replay } from "./casework/replay.ts";
export {
  SEPARATION_GAPS,
  SEPARATION_RELATIONS,
  SEPARATION_SCOPES,
  type CaseAct,
  type SeparationGap,
  type SeparationRefusalDetails,
  type SeparationRelation,
  type SeparationRule,
  type SeparationScope,
  type TeamMembership,
} from "./casework/separation.ts";
export { canonicalJson, contentHash } from "./canonical-json.ts";
