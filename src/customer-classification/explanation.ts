import type { DecimalString } from "../core/index.ts";
import type { InvalidCardReason, LintSeverity } from "./card/findings.ts";
import type { Classification, ClassificationStamp, PartState, RuleTrace, TestOutcome } from "./outcomes.ts";
import type { ImmovableReason } from "./card/moves.ts";
import type { GapStatus } from "./change/gap-status.ts";
import type { ProtectedGround, ProtectingLaw } from "./card/grounds.ts";
import type { PersonAnswer } from "./person/answer.ts";
import type { InvalidPmmlReason, PmmlNoteReason, UnsupportedPmmlReason } from "./pmml/reasons.ts";
import type { SimulationLabelKey } from "./simulation/lines.ts";
import type { Axis, ClientType, Tier } from "./classes.ts";
import type { Band, CategoryGroup, Characteristic, LACKING_POLICIES } from "./card/characteristic.ts";
import type { CardMember, CardPart } from "./register/card-change.ts";
import type { ConditionTest } from "./card/condition.ts";
import type { BlockEffect } from "./card/scorecard.ts";
import type { InputState, InvalidReason } from "./record.ts";
import type { FeatureGroup, FeatureKind } from "./card/feature-definition.ts";
import type { GradingPolicy } from "./grading/policy.ts";
import type { NameListState } from "./grading/name-list.ts";
import type { PoolLack, PoolSumState } from "./pooling/outcomes.ts";
import type { PoolKind } from "./pooling/policy.ts";
import type { Scorecard } from "./card/scorecard.ts";
import type { MeasurementLabelKey } from "./measurement/lines.ts";
import type { StandingLabelKey } from "./standing/lines.ts";

/** What the lines of an explanation can be about. */
export const EXPLANATION_LINE_KINDS = [
  "outcome",
  "tier",
  "level",
  "score",
  "axis",
  "part",
  "rule",
  "test",
  "missing",
  "block",
  "unchecked",
  "sensitive",
] as const;

/** What a line of an explanation is about. */
export type ExplanationLineKind = (typeof EXPLANATION_LINE_KINDS)[number];

/** Keys of the labels the library provides: the ids are this room's own literals. */
export type ClassificationLabelKey =
  | `classificationStatus.${Classification["status"]}`
  | `clientType.${ClientType}`
  | `tier.${Tier}`
  | `axis.${Axis}`
  | `partState.${PartState}`
  | `invalidReason.${InvalidReason}`
  | `ruleOutcome.${RuleTrace["outcome"]}`
  | `conditionTest.${ConditionTest}`
  | `testOutcome.${TestOutcome}`
  | `flagValue.${boolean}`
  | `featureKind.${FeatureKind}`
  | `monotone.${NonNullable<Characteristic["monotone"]>}`
  | `invalidCardReason.${InvalidCardReason}`
  | `lintSeverity.${LintSeverity}`
  | `blockEffect.${BlockEffect}`
  | `protectedGround.${ProtectedGround}`
  | `protectingLaw.${ProtectingLaw}`
  | `personAnswer.${PersonAnswer}`
  // cards kept in order
  | `cardPart.${CardPart}`
  | `cardMember.${CardMember}`
  | `inputPolicy.${(typeof LACKING_POLICIES)[number]}`
  | MeasurementLabelKey
  | `featureGroup.${FeatureGroup}`
  | "conditionTest.listed"
  | `nameListState.${NameListState}`
  | `poolKind.${PoolKind}`
  | `poolLack.${PoolLack}`
  | `poolSumState.${PoolSumState}`
  // PMML
  | `invalidPmmlReason.${InvalidPmmlReason}`
  | `unsupportedPmmlReason.${UnsupportedPmmlReason}`
  | `pmmlNoteReason.${PmmlNoteReason}`
  // population and simulation
  | SimulationLabelKey
  | StandingLabelKey
  | `gapStatus.${GapStatus}`
  | `immovableReason.${ImmovableReason}`
  | "typeRule.ordinary"
  | "typeRule.core";

/** Kinds of the labels that come with a card. */
export const CARD_LABEL_KINDS = [
  "characteristic",
  "feature",
  "category",
  "band",
  "reason",
  "level",
  "typeRule",
  "block",
] as const;

/** Kinds of the labels that come with a card, because their ids do. */
export type CardLabelKind = (typeof CARD_LABEL_KINDS)[number];

/** Kinds of the labels that come with a policy of grades. */
export const GRADE_LABEL_KINDS = ["grade", "gradeRule", "nameList"] as const;

/** Kinds of the labels that come with a policy of grades, because their ids do. */
export type GradeLabelKind = (typeof GRADE_LABEL_KINDS)[number];

/** The key of a label of the bank's own. */
export type Named<Kind extends CardLabelKind | GradeLabelKind> = `${Kind}.${string}`;

/** A label key of an explanation. */
export type ExplanationLabel = ClassificationLabelKey | Named<CardLabelKind>;

type BandKeys<Of> = Of extends { readonly label: infer Id extends string } ? `band.${Id}` : never;

type LineKeys<Line extends Characteristic> = Line extends unknown
  ? | `characteristic.${Line["id"]}`
    | (Line extends { readonly reason: infer Id extends string } ? `reason.${Id}` : never)
    | (Line extends { readonly bands: readonly (infer Of extends Band)[] } ? BandKeys<Of> : never)
    | (Line extends { readonly groups: readonly (infer Of extends CategoryGroup)[] } ? BandKeys<Of> : never)
  : never;

type CategoryKeys<Features extends Scorecard["features"]> = {
  [Id in keyof Features & string]: Features[Id] extends { readonly values: readonly (infer Value extends string)[] }
    ? `category.${Id}.${Value}`
    : never;
}[keyof Features & string];

/**
 * Keys of the labels that a card's own ids need: `Record<CardLabelKey<typeof card>, string>` holds all of them and no
 * other, where the card is written `as const satisfies Scorecard`.
 */
export type CardLabelKey<Card extends Scorecard> =
  | `feature.${keyof Card["features"] & string}`
  | CategoryKeys<Card["features"]>
  | LineKeys<Card["characteristics"][number]>
  | `typeRule.${Card["rules"][number]["id"]}`
  | (Card extends { readonly levels: readonly { readonly id: infer Id extends string }[] } ? `level.${Id}` : never)
  | (Card extends { readonly blocks: readonly { readonly id: infer Id extends string }[] } ? `block.${Id}` : never);

/**
 * Keys of the labels that the own ids of a policy of grades need, where the policy is written
 * `as const satisfies GradingPolicy`.
 */
export type GradingLabelKey<Of extends GradingPolicy> =
  | `feature.${keyof Of["features"] & string}`
  | CategoryKeys<Of["features"]>
  | `grade.${Of["grades"][number]["id"] | Of["otherwise"]}`
  | `gradeRule.${Of["grades"][number]["anyOf"][number]["id"]}`
  | `nameList.${ListsIn<Of["grades"][number]["anyOf"][number]["when"][number]>}`
  | (Of extends { readonly characteristics: readonly (infer Line extends Characteristic)[] } ? LineKeys<Line> : never);

type ListOf<Of> = Of extends { readonly list: infer Id extends string } ? Id : never;

type ListsIn<Of> = ListOf<Of> | (Of extends { readonly of: readonly (infer Inner)[] } ? ListOf<Inner> : never);

/** What lines without labels, or without figures, have instead. */
export type Nothing = Readonly<{ nothing?: never }>;

/** A line of an explanation. */
export interface LineOf<Line extends string, Labels, Values = Nothing> {
  readonly line: Line;
  /** Nesting: 0 for the answer, 1 under it, 2 and more for tests under their rule. */
  readonly depth: number;
  /** Label keys by role. */
  readonly labels: Labels;
  /** Figures by name: points are whole numbers, edges decimal strings. */
  readonly values: Values;
}

/** The answer: the status, and the type of who is classified. */
export type OutcomeLine = LineOf<
  "outcome",
  { readonly status: `classificationStatus.${Classification["status"]}`; readonly type?: `clientType.${ClientType}` }
>;

/** The tier among the existing high-quality customers. */
export type TierLine = LineOf<"tier", { readonly tier: `tier.${Tier}` }>;

/** The step of the card's ladder that the total reaches. */
export type LevelLine = LineOf<"level", { readonly level: Named<"level"> }>;

/** The total. */
export type ScoreLine = LineOf<"score", Nothing, { readonly points: number; readonly pointsAtMost?: number }>;

/** The points of one axis. */
export type AxisLine = LineOf<
  "axis",
  { readonly axis: `axis.${Axis}` },
  { readonly points: number; readonly pointsAtMost?: number; readonly maxPoints: number }
>;

/** The points of one characteristic, with the band or group its value fell into. */
export type PartLine = LineOf<
  "part",
  {
    readonly characteristic: Named<"characteristic">;
    readonly feature: Named<"feature">;
    readonly axis: `axis.${Axis}`;
    readonly state: `partState.${PartState}`;
    /** Only with the state `invalid`. */
    readonly invalidReason?: `invalidReason.${InvalidReason}`;
    readonly band?: Named<"band">;
    readonly reason?: Named<"reason">;
  },
  {
    readonly points: number;
    /** The most they can be, where the value is not known and left open. */
    readonly pointsAtMost?: number;
    readonly maxPoints: number;
    /** Index of the band or group, from 0. */
    readonly band?: number;
    /** Lower edge, inclusive. */
    readonly from?: DecimalString;
    /** Upper edge, exclusive. */
    readonly below?: DecimalString;
  }
>;

/** A rule that was tried, with what it grants. */
export type RuleLine = LineOf<
  "rule",
  {
    readonly rule: Named<"typeRule">;
    readonly grants: `clientType.${ClientType}` | "tier.core";
    readonly outcome: `ruleOutcome.${RuleTrace["outcome"]}`;
  }
>;

/** One test of a rule: what it looks at, what it asks for, and what it found. */
export type TestLine = LineOf<
  "test",
  {
    readonly test: `conditionTest.${ConditionTest}`;
    readonly outcome: `testOutcome.${TestOutcome}`;
    readonly axis?: `axis.${Axis}`;
    readonly characteristic?: Named<"characteristic">;
    readonly feature?: Named<"feature">;
    readonly oneOf?: readonly Named<"category">[];
    /** State of the value; for tests on a feature. */
    readonly state?: `partState.${InputState}`;
  },
  {
    readonly is?: boolean;
    /** Lower end, inclusive. */
    readonly atLeast?: number | DecimalString;
    /** Upper end, exclusive. */
    readonly below?: number | DecimalString;
    /** Points the test looked at; for tests on points. */
    readonly points?: number;
    /** The most they can be, where values are left open. */
    readonly pointsAtMost?: number;
  }
>;

/** An input that the card requires and the record lacks, with the characteristic, the rule or the block that needs it. */
export type MissingLine = LineOf<
  "missing",
  {
    readonly feature: Named<"feature">;
    readonly state: `partState.${Exclude<InputState, "valid" | "invalid">}`;
    readonly characteristic?: Named<"characteristic">;
    readonly rule?: Named<"typeRule">;
    readonly block?: Named<"block">;
  }
>;

/** The block that took the person out of the classes, and what it means. */
export type BlockLine = LineOf<
  "block",
  { readonly block: Named<"block">; readonly effect: `blockEffect.${BlockEffect}` }
>;

/** The blocks taken for not holding because their flags are not known. */
export type UncheckedLine = LineOf<"unchecked", { readonly blocks: readonly Named<"block">[] }>;

/** The sensitive features, and those of protected grounds, that were used for the answer. */
export type SensitiveLine = LineOf<"sensitive", { readonly features: readonly Named<"feature">[] }>;

/** One line of an explanation, told apart by `line`: label keys by role, and figures by name; `tell` puts it into words. */
export type ExplanationLine =
  | OutcomeLine
  | TierLine
  | LevelLine
  | ScoreLine
  | AxisLine
  | PartLine
  | RuleLine
  | TestLine
  | MissingLine
  | BlockLine
  | UncheckedLine
  | SensitiveLine;

/** Why a classification came out as it did, line by line, with the card and the date it was computed with. */
export interface ClassificationExplanation extends ClassificationStamp {
  readonly lines: readonly ExplanationLine[];
}
