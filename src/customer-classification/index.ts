/**
 * Customer classification (客户分类): scorecards as data, the four types of personal customers, core and general tier,
 * with every point and every rule explained.
 *
 * The path through it:
 *
 * 1. {@link lintScorecard} says what is doubtful in a card, and which points it can give;
 * 2. {@link classify} gives one person a type and a tier, or {@link classifyMany} a whole book;
 * 3. {@link explainClassification} says why, in lines that can be put into words;
 * 4. {@link advanceStanding} keeps the level a client is served at, through reviews, grace, floors and overrides;
 * 5. {@link simulate} tells what would happen to whom under another card or another policy.
 *
 * @packageDocumentation
 */

// -- A scorecard
export { prepareScorecard } from "./card/prepare.ts";
export { lintScorecard } from "./card/lint.ts";

// -- One person
export { classify } from "./classify.ts";
export { explainClassification } from "./explain.ts";
export { explainToPersonConcerned } from "./person/explain-to-person.ts";
export { scoreRecord } from "./score-record.ts";

// -- A whole book
export { classifyMany } from "./classify-many.ts";
export { classificationAt } from "./explain.ts";

// -- Changes, ways to a class, work lists
export { explainTypeChange } from "./change/explain-type-change.ts";
export { gapToType } from "./change/gap-to-type.ts";
export { workLists } from "./change/work-lists.ts";

// -- Standing: the level a client is served at
export { advanceStanding, replayStanding, standingOn } from "./standing/advance.ts";
export { standingHistory } from "./standing/history.ts";
export { amendStanding } from "./standing/amend.ts";
export { advanceStandings, standingOfRow } from "./standing/many.ts";
export { replayStandings } from "./standing/advance.ts";

// -- A book over time
export { migrationMatrix } from "./population/migration.ts";
export { moversOf } from "./population/movers.ts";
export { mergeMigrations } from "./population/merge.ts";
export { classesOf } from "./population/class-of.ts";
export { earnedPlaces } from "./population/earned.ts";

// -- What would happen to whom
export { simulate } from "./simulation/simulate.ts";
export { explainSimulation } from "./simulation/explain.ts";

// -- Measurement
export { auc, ks } from "./measurement/rank-measures.ts";
export { countOutcomes, mergeOutcomeCounts } from "./measurement/outcome-counts.ts";
export { gainsTable, calibrationTable } from "./measurement/score-tables.ts";
export { weightOfEvidence, informationValue } from "./measurement/bins.ts";
export { psi } from "./measurement/stability.ts";
export { bandsFrom } from "./measurement/proposed-bands.ts";
export { measureCard } from "./measurement/measured-card.ts";
export { classSharesBy } from "./measurement/class-shares.ts";

// -- Cards kept in order
export { diffCards } from "./register/diff-cards.ts";
export { signOffCard } from "./register/sign-off-card.ts";
export { checkCardRegister, cardInForce } from "./register/card-register.ts";

// -- Grades of clients, and pools
export { prepareGradingPolicy } from "./grading/prepare.ts";
export { gradeClient, gradeMany } from "./grading/grade.ts";
export { explainGrade } from "./grading/explain.ts";
export { poolRecords } from "./pooling/pool.ts";

// -- Scorecards
export { exampleRetailCard } from "./policies/example-retail-card.ts";
export { exampleStarRateCard } from "./policies/example-star-rate-card.ts";

// -- Standing policies
export {
  exampleStarStanding,
  exampleGraceStanding,
  exampleMembershipStanding,
  exampleAnniversaryStanding,
  exampleTierStanding,
} from "./policies/example-standing.ts";

// -- Policies of grades
export { exampleCorporateGrades } from "./policies/example-corporate-grades.ts";
export { exampleMajorClientGrades } from "./policies/example-major-client-grades.ts";

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
export { PERSON_LINE_KINDS, PERSON_ANSWERS, MOST_MAIN_REASONS } from "./person/answer.ts";
export { INVALID_CARD_REASONS, LINT_RULES, LINT_SEVERITIES } from "./card/findings.ts";
export { PROTECTED_GROUNDS, GROUND_DECLARATIONS, PROTECTING_LAWS } from "./card/grounds.ts";
// population and simulation
export { CLASS_KINDS, NON_CLASSES, BOOK_SIDES, MOVES } from "./population/words.ts";
export { SIMULATION_SIDES } from "./simulation/side.ts";
export { SIMULATION_LINE_KINDS } from "./simulation/lines.ts";
export { MAX_BANDS, MAX_POINTS } from "./ledger/codes.ts";
export { CARD_CHANGES, CARD_PARTS, CARD_MEMBERS } from "./register/card-change.ts";
export { SIGN_OFF_REFUSALS } from "./register/sign-off.ts";
// measurement
export { MEASUREMENT_DIGITS } from "./measurement/figures.ts";
export { MEASUREMENT_LINE_KINDS, BAND_MERGE_REASONS, BAND_REFUSALS, RATE_TRENDS } from "./measurement/lines.ts";
export { BAND_METHODS } from "./measurement/coarse-classes.ts";

// -- Words of grades and pools
export { PERSONAL_FEATURE_GROUPS, CORPORATE_FEATURE_GROUPS } from "./card/feature-definition.ts";
export { GRADE_UNUSABLE_POLICIES } from "./grading/policy.ts";
export { NAME_LIST_STATES } from "./grading/name-list.ts";
export { GRADE_LINE_KINDS } from "./grading/explanation.ts";
export { GRADE_LABEL_KINDS } from "./explanation.ts";
export { POOL_KINDS, POOLED_KINDS, POOL_LACKING_POLICIES } from "./pooling/policy.ts";
export { POOL_LACKS, POOL_SUM_STATES } from "./pooling/outcomes.ts";

// -- Words: standing
export { FALL_STEPS, MISSED_REVIEWS, REVIEW_KINDS } from "./standing/policy.ts";
export { STANDING_OBSERVATION_KINDS, REVALUATION_CAUSES, HUMAN_REVIEW_OUTCOMES } from "./standing/observation.ts";
export { STANDING_CHANGES } from "./standing/change.ts";
export { STANDING_AMENDMENTS } from "./standing/amend.ts";
export { EARNED_UNKNOWN, EARNED_ABSENT, NO_STANDING } from "./standing/book.ts";
export { STANDING_REFUSALS, INVALID_STANDING_POLICY_REASONS } from "./standing/reasons.ts";
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

// -- Types: a book over time
export type { ClassKind, NonClass, BookSide, Move } from "./population/words.ts";
export type { ClassedBook, ClassedClient, ClassedColumns } from "./population/book.ts";
export type { MergeableMigration, Migration, MigrationCell, MigrationRow } from "./population/tabulate.ts";
export type { Departure, MigrationOptions, MigrationResult, Mover, MoverQuery } from "./population/migration.ts";

// -- Types: simulations
export type {
  PopulationPeriod,
  SimulatedPolicies,
  SimulationFinding,
  SimulationIssue,
  SimulationPlace,
  SimulationRequest,
} from "./simulation/request.ts";
export type { SimulationSide } from "./simulation/side.ts";
export type { Simulation, SimulatedClass, SimulatedPeriod, SimulatedSide, SwapSet } from "./simulation/simulation.ts";
export type { ClassFigures, ManagersNeeded, SideTotals } from "./simulation/figures.ts";
export type { OverTime } from "./simulation/over-time.ts";
export type { BookClassLabel, SimulationLabelKey, SimulationLine, SimulationLineKind } from "./simulation/lines.ts";

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
  SensitiveLine,
} from "./explanation.ts";

// -- Types: the answer to the person concerned
export type {
  PersonExplanation,
  PersonAnswer,
  PersonLine,
  PersonLineKind,
  PersonRequest,
  MainReasonLine,
} from "./person/answer.ts";

// -- Types: grades
export type {
  GradingPolicy,
  PreparedGradingPolicy,
  Grade,
  GradeRule,
  GradeCondition,
  GradeUnusablePolicy,
} from "./grading/policy.ts";
export type { NameList, NameListState } from "./grading/name-list.ts";
export type {
  GradingContext,
  GradingStamp,
  GradeResult,
  Graded,
  NotGraded,
  GradeReached,
  GradeOpen,
  GradeRuleTrace,
  GradeTestTrace,
  MissingList,
  GradeSummary,
  GradeBatch,
} from "./grading/outcomes.ts";
export type {
  GradeExplanation,
  GradeLine,
  GradeLineKind,
  GradeReachedLine,
  GradeOpenLine,
  RestsOnLine,
  GradeRuleLine,
  GradeTestLine,
  GradeMissingLine,
  ListMissingLine,
} from "./grading/explanation.ts";
export type { GradeLabelKind, GradingLabelKey } from "./explanation.ts";

// -- Types: pools
export type {
  PoolingPolicy,
  PoolKind,
  PoolLackingPolicy,
  PooledFeature,
  PoolMembership,
  PoolConsent,
} from "./pooling/policy.ts";
export type { PoolingContext } from "./pooling/pool.ts";
export type {
  PooledRecords,
  ClientPool,
  PoolSum,
  PoolSumState,
  PoolShare,
  PoolLack,
  PoolLeftOut,
  PoolLine,
} from "./pooling/outcomes.ts";

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

// -- Types: cards kept in order
export type {
  CardChange,
  CardChangeKind,
  CardChangeDetails,
  CardPart,
  CardMember,
  TestFacts,
} from "./register/card-change.ts";
export type { CardRegister, RegisteredCard } from "./register/registered-card.ts";
export type { CardInForce } from "./register/card-register.ts";
export type {
  CardSigning,
  CardSignOff,
  SignedMeasurement,
  AcceptedFinding,
  SignOffOutcome,
  SignOffRefused,
  SignOffRefusal,
  SignOffRefusalDetails,
} from "./register/sign-off.ts";
export type { RegisterIssue, RegisterErrorDetails } from "./register/reasons.ts";
// -- Types: measurement
export type {
  OutcomeSample,
  ScoredOutcomes,
  OutcomeCounts,
  FigureColumn,
  OutcomeColumn,
  SampleOutcomes,
} from "./measurement/outcome-counts.ts";
export type { MeasuredRows, AucOptions, AucResult, KsResult } from "./measurement/rank-measures.ts";
export type {
  ScoreGrouping,
  ScoreGroup,
  GainsTable,
  GainsRow,
  CalibrationTable,
  CalibrationRow,
} from "./measurement/score-tables.ts";
export type {
  EmptyBinOptions,
  OutcomeBin,
  WeightedBin,
  WeightOfEvidence,
  InformationValue,
} from "./measurement/bins.ts";
export type { CountedBin, StabilityBin, StabilityIndex } from "./measurement/stability.ts";
export type { SampleColumn, SampleValue } from "./measurement/sample-values.ts";
export type { BandMethod } from "./measurement/coarse-classes.ts";
export type {
  BandOptions,
  BandProposal,
  BandsProposed,
  BandsNotProposed,
  BandSample,
  ProposedBand,
  BandRange,
  BandMerge,
  BandFragment,
} from "./measurement/proposed-bands.ts";
export type { CardSample, BaseSample } from "./measurement/card-sample.ts";
export type { CardMeasurementOptions, CardMeasurement } from "./measurement/measured-card.ts";
export type { CharacteristicMeasurement } from "./measurement/measured-characteristic.ts";
export type { ClassShares, ClassShareOptions, GroupShares } from "./measurement/class-shares.ts";
export type {
  MeasurementLine,
  MeasurementLineKind,
  MeasurementLabelKey,
  BandMergeReason,
  BandRefusal,
  RateTrend,
} from "./measurement/lines.ts";
export type { MeasurementErrorDetails } from "./measurement/reasons.ts";
// -- Types: errors of grades and pools
export type { GradingErrorDetails, InvalidNameListDetails } from "./grading/reasons.ts";
export type { PoolingErrorDetails } from "./pooling/reasons.ts";
// -- Types: standing
export type {
  StandingPolicy,
  StandingLevel,
  StandingReview,
  MonthlyReview,
  DatedReview,
  AnniversaryReview,
  MissedReview,
  RiseRule,
  FallRule,
  FallSteps,
  StandingFloor,
  OverrideRule,
} from "./standing/policy.ts";
export type {
  StandingObservation,
  StandingObservationKind,
  Observed,
  EarnedLevel,
  StartObserved,
  ReviewObserved,
  EventObserved,
  RevaluationCause,
  FloorBegun,
  FloorEnded,
  OverrideTerms,
  OverrideObserved,
  OverrideEnded,
  ObjectionObserved,
  HumanReviewObserved,
  HumanReviewOutcome,
} from "./standing/observation.ts";
export type { StandingChange } from "./standing/change.ts";
export type {
  Standing,
  StandingSteps,
  StandingPolicyStamp,
  OpenPeriod,
  FloorInForce,
  OverrideInForce,
  OpenObjection,
  StandingTransition,
  StandingAdvance,
} from "./standing/standing.ts";
export type { StandingHistoryEntry } from "./standing/history.ts";
export type {
  AmendedStanding,
  StandingAmendment,
  AddedObservation,
  ReplacedObservation,
  RemovedObservation,
} from "./standing/amend.ts";
export type { StandingColumns, StandingReviewColumn, PlaceColumn, StandingBatch } from "./standing/book.ts";
export type {
  StandingLineOf,
  LevelStartedLine,
  LevelRaisedLine,
  LevelAwaitedLine,
  LevelKeptLine,
  LevelNearLine,
  BelowFacts,
  LevelBelowLine,
  LevelNoticeLine,
  LevelLostLine,
  LevelByStepLine,
  PeriodUnknownLine,
  ReviewMissedLine,
  EventLine,
  FloorBeginsLine,
  FloorEndsLine,
  FloorHoldsLine,
  FloorOverLine,
  OverrideMadeLine,
  OverrideStandsLine,
  OverrideExpiredLine,
  OverrideEndedLine,
  ObjectionLine,
  ObjectionHoldsLine,
  HumanReviewLine,
  StandingChangedLine,
  ServedDifferentlyLine,
  StandingLine,
  StandingLabelKey,
  StandingPolicyLabelKey,
} from "./standing/lines.ts";
export type { StandingErrorDetails, StandingRefusal, InvalidStandingPolicyReason } from "./standing/reasons.ts";

// -- Types: errors
export type { CustomerClassificationErrorCode } from "./errors.ts";
export type { InvalidCardReason, InvalidCardDetails } from "./card/findings.ts";
export type {
  CustomerClassificationIssue,
  CustomerClassificationReasons,
  CustomerClassificationErrorDetails,
  InvalidValueDetails,
  InvalidObservationDetails,
} from "./reasons.ts";
export type { PopulationDetails } from "./population/reasons.ts";
export type { SimulationDetails } from "./simulation/reasons.ts";
export type { ChangeErrorDetails } from "./change/reasons.ts";
