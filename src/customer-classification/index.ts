/**
 * Customer classification (客户分类): scorecards as data, the four types of personal customers, core and general tier,
 * with every point and every rule explained.
 *
 * @packageDocumentation
 */
export {
  AXES,
  CHARACTERISTIC_SCOPES,
  CLIENT_TYPES,
  FEATURE_GROUPS,
  FEATURE_KINDS,
  INPUT_POLICIES,
  INPUT_STATES,
  INVALID_REASONS,
  MONOTONE_DIRECTIONS,
  TIERS,
  UNUSABLE_POLICIES,
} from "./types.ts";
export { MAX_BANDS, MAX_POINTS } from "./ledger/codes.ts";
export { RULE_OUTCOMES, TEST_OUTCOMES } from "./outcomes.ts";
export type { CustomerClassificationErrorCode, InvalidCardReason } from "./errors.ts";
export type {
  CustomerClassificationErrorDetails,
  CustomerClassificationIssue,
  CustomerClassificationReasons,
  InvalidCardDetails,
  InvalidValueDetails,
} from "./reasons.ts";
export type { AttainablePoints, PointSpan } from "./card/attainable.ts";
export { prepareScorecard } from "./card/prepare.ts";
export { scoreRecord } from "./score-record.ts";
export { classify } from "./classify.ts";
export { classifyMany } from "./classify-many.ts";
export { classificationAt, explainClassification } from "./explain.ts";
export { CARD_LABEL_KINDS, EXPLANATION_LINE_KINDS } from "./explanation.ts";
export type {
  AxisLine,
  CardLabelKey,
  CardLabelKind,
  ClassificationExplanation,
  ClassificationLabelKey,
  ExplanationLabel,
  ExplanationLine,
  ExplanationLineKind,
  LevelLine,
  MissingLine,
  OutcomeLine,
  PartLine,
  RuleLine,
  ScoreLine,
  TestLine,
  TierLine,
} from "./explanation.ts";
export {
  LINT_RULES,
  LINT_SEVERITIES,
  lintScorecard,
  type LintDetails,
  type LintFinding,
  type LintReport,
  type LintRule,
  type LintSeverity,
} from "./card/lint.ts";
export { exampleRetailCard } from "./policies/example-retail-card.ts";
export { exampleStarRateCard } from "./policies/example-star-rate-card.ts";
export type {
  Axis,
  Band,
  BandedCharacteristic,
  CardStamp,
  CategoryCharacteristic,
  CategoryFeature,
  CategoryGroup,
  Characteristic,
  CharacteristicBase,
  ClassificationContext,
  ClientType,
  Condition,
  ConditionTest,
  CustomerRecord,
  FeatureBase,
  FeatureColumn,
  FeatureColumns,
  FeatureDefinition,
  FeatureGroup,
  FeatureKind,
  FeatureRow,
  FeatureValue,
  FlagCharacteristic,
  FlagFeature,
  InputPolicies,
  InputPolicy,
  InputState,
  InvalidReason,
  Level,
  LinearCharacteristic,
  MoneyFeature,
  NumberFeature,
  PointRange,
  PreparedScorecard,
  Scorecard,
  Tier,
  TypeRule,
  UnusablePolicy,
} from "./types.ts";
export type {
  Classification,
  ClassificationBatch,
  ClassificationStamp,
  ClassificationSummary,
  Classified,
  GrantedType,
  InputTally,
  InsufficientData,
  MissingInput,
  NotACustomer,
  PartState,
  RuleTrace,
  Scored,
  ScorePart,
  ScoreResult,
  TestOutcome,
  TestTrace,
} from "./outcomes.ts";
