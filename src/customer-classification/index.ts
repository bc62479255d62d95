/**
 * Customer classification (客户分类): scorecards as data, the four types of personal customers, core and general tier,
 * with every point and every rule explained.
 *
 * The path through it:
 *
 * 1. {@link lintScorecard} says what is doubtful in a card, and which points it can give;
 * 2. {@link prepareScorecard} reads the card, once for many records;
 * 3. {@link classify} gives one person a type and a tier, or {@link classifyMany} a whole book;
 * 4. {@link explainClassification} says why, in lines that can be put into words, and {@link explainToPersonConcerned}
 *    answers the person who asks, without a rank.
 *
 * @packageDocumentation
 */

// -- A scorecard
export { prepareScorecard } from "./card/prepare.ts";
export { lintScorecard } from "./card/lint.ts";

// -- One person
export { classify } from "./classify.ts";
export { explainClassification } from "./explain.ts";
export { explainToPersonConcerned } from "./person.ts";
export { scoreRecord } from "./score-record.ts";

// -- A whole book
export { classifyMany } from "./classify-many.ts";
export { classificationAt } from "./explain.ts";

// -- Changes, ways to a class, work lists
export { explainTypeChange } from "./change/explain-type-change.ts";
export { gapToType } from "./change/gap-to-type.ts";
export { workLists } from "./change/work-lists.ts";

// -- Scorecards
export { exampleRetailCard } from "./policies/example-retail-card.ts";
export { exampleStarRateCard } from "./policies/example-star-rate-card.ts";

// -- Laws behind protected grounds
export { PROTECTING_LAWS_BY_GROUND } from "./card/grounds.ts";

// -- Words and limits
export { CLIENT_TYPES, TIERS, AXES } from "./classes.ts";
export { INPUT_STATES, INVALID_REASONS } from "./record.ts";
export { FEATURE_GROUPS, FEATURE_KINDS } from "./card/feature-definition.ts";
export { CHARACTERISTIC_SCOPES, MONOTONE_DIRECTIONS, INPUT_POLICIES, LACKING_POLICIES } from "./card/characteristic.ts";
export { UNUSABLE_POLICIES } from "./card/condition.ts";
export { BLOCK_EFFECTS } from "./card/scorecard.ts";
export { RULE_OUTCOMES, TEST_OUTCOMES } from "./outcomes.ts";
export { EXPLANATION_LINE_KINDS, CARD_LABEL_KINDS } from "./explanation.ts";
export { PERSON_LINE_KINDS, PERSON_ANSWERS } from "./person-answer.ts";
export { INVALID_CARD_REASONS, LINT_RULES, LINT_SEVERITIES } from "./card/findings.ts";
export { PROTECTED_GROUNDS, GROUND_DECLARATIONS, PROTECTING_LAWS } from "./card/grounds.ts";
export { MAX_BANDS, MAX_POINTS } from "./ledger/codes.ts";
export { FEATURE_MOVES, IMMOVABLE_REASONS } from "./card/moves.ts";
export { GAP_TARGET_KINDS, GAP_OBSTACLES } from "./change/gap.ts";
export { GAP_STATUSES } from "./change/gap-status.ts";
export { GAP_SEARCH_LIMIT } from "./change/search.ts";
export { CHANGE_SIDES, POINT_CHANGE_STATUSES } from "./change/type-change.ts";
export { CHANGE_LINE_KINDS } from "./change/lines.ts";

// -- Types: the scorecard
export type { Axis, Tier, ClientType } from "./classes.ts";
export type { PointRange, Condition, ConditionTest, UnusablePolicy } from "./card/condition.ts";
export type {
  Scorecard,
  PreparedScorecard,
  CardStamp,
  TypeRule,
  Level,
  ClassificationBlock,
  BlockEffect,
  Justification,
} from "./card/scorecard.ts";

// -- Types: features of a card
export type {
  FeatureDefinition,
  FeatureBase,
  FeatureGroup,
  FeatureKind,
  MoneyFeature,
  NumberFeature,
  FlagFeature,
  CategoryFeature,
} from "./card/feature-definition.ts";

// -- Types: characteristics of a card
export type {
  Characteristic,
  CharacteristicBase,
  BandedCharacteristic,
  Band,
  LinearCharacteristic,
  FlagCharacteristic,
  CategoryCharacteristic,
  CategoryGroup,
  InputPolicies,
  InputPolicy,
  LackingPolicy,
} from "./card/characteristic.ts";

// -- Types: records
export type {
  CustomerRecord,
  FeatureValue,
  FeatureRow,
  FeatureColumns,
  FeatureColumn,
  ClassificationContext,
  InputState,
  InvalidReason,
} from "./record.ts";

// -- Types: the result
export type {
  Classification,
  Classified,
  InsufficientData,
  Unclassified,
  Unblocked,
  ReadInput,
  NotACustomer,
  Blocked,
  GrantedType,
  ScoreResult,
  Scored,
  ScorePart,
  PartState,
  MissingInput,
  RuleTrace,
  TestTrace,
  TestOutcome,
  ClassificationStamp,
  ClassificationBatch,
  ClassificationSummary,
  InputTally,
  BlockTally,
} from "./outcomes.ts";

// -- Types: explanations
export type {
  ClassificationExplanation,
  ExplanationLine,
  ExplanationLineKind,
  ExplanationLabel,
  ClassificationLabelKey,
  CardLabelKind,
  CardLabelKey,
  OutcomeLine,
  TierLine,
  LevelLine,
  ScoreLine,
  AxisLine,
  PartLine,
  RuleLine,
  TestLine,
  MissingLine,
  BlockLine,
  UncheckedLine,
} from "./explanation.ts";

// -- Types: the answer to the person concerned
export type { PersonExplanation, PersonAnswer, PersonLine, PersonLineKind, PersonRequest } from "./person-answer.ts";

// -- Types: changes
export type {
  TypeChange,
  ChangeSide,
  ClassOfSide,
  PointsChange,
  PointSplit,
  CharacteristicChange,
  RuleFlip,
  RuleStand,
  ServedChange,
  StandingLevels,
  StandingSteps,
} from "./change/type-change.ts";

// -- Types: ways to a class
export type { GapStatus, BarredStatus } from "./change/gap-status.ts";
export type { Gap, GapTarget, GapMove, GapObstacle, ClassReached } from "./change/gap.ts";
export type { FeatureMove, ImmovableReason } from "./card/moves.ts";

// -- Types: work lists
export type {
  WorkLists,
  ManagerWorkList,
  NearCut,
  MissingPoints,
  InGrace,
  WorkListOptions,
  NearDistance,
  OfRows,
} from "./change/work-list.ts";

// -- Types: lines of changes, ways and lists
export type { ChangeLine, GapLine, WorkListLine, ChangeLineKind } from "./change/lines.ts";

// -- Types: the lint
export type { LintReport } from "./card/lint.ts";
export type { LintFinding, LintRule, LintDetails, LintSeverity } from "./card/findings.ts";
export type { ProtectedGround, ProtectingLaw } from "./card/grounds.ts";
export type { AttainablePoints, PointSpan } from "./card/attainable.ts";

// -- Types: errors
export type { CustomerClassificationErrorCode } from "./errors.ts";
export type { InvalidCardReason } from "./card/findings.ts";
export type {
  CustomerClassificationIssue,
  CustomerClassificationReasons,
  CustomerClassificationErrorDetails,
  InvalidCardDetails,
  InvalidValueDetails,
  InvalidObservationDetails,
} from "./reasons.ts";
export type { ChangeErrorDetails } from "./change/reasons.ts";
