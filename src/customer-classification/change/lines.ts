import type { DecimalString, LocalDate } from "../../core/index.ts";
import type { Money } from "../../money/index.ts";
import type { Axis, ClientType, Tier } from "../classes.ts";
import type { ConditionTest } from "../card/condition.ts";
import type { MissingLine, TestLine } from "../explanation.ts";
import type { Classification, PartState, RuleTrace } from "../outcomes.ts";
import type { GapStatus } from "./gap-status.ts";

/*
 * What is told of a change, of the way to a class, and in a work list. The lines have no depth: they are short lists,
 * read from the top.
 */

/** What a line about a change, a way or a list can be about. */
export const CHANGE_LINE_KINDS = [
  "change-sides",
  "change-under-old-card",
  "change-total",
  "change-axis",
  "change-characteristic",
  "change-no-score",
  "change-not-split",
  "change-carried",
  "change-rule",
  "change-served",
  "change-ladders",
  "gap-outcome",
  "gap-steps",
  "gap-move",
  "gap-reached",
  "gap-block",
  "gap-earlier-rule",
  "gap-no-rule",
  "gap-fact",
  "gap-points",
  "gap-level-points",
  "gap-together",
  "gap-too-wide",
  "near-cut",
  "near-cut-test",
  "in-grace",
] as const;

/** What a line about a change, a way or a list is about. */
export type ChangeLineKind = (typeof CHANGE_LINE_KINDS)[number];

type Nothing = Readonly<{ nothing?: never }>;

interface LineOf<Line extends ChangeLineKind, Labels, Values = Nothing> {
  readonly line: Line;
  /** Label keys by role. */
  readonly labels: Labels;
  /** Figures by name. */
  readonly values: Values;
}

type LevelKey = `level.${string}`;

/** Label keys of a class. */
interface ClassLabels {
  readonly status: `classificationStatus.${Classification["status"]}`;
  readonly type?: `clientType.${ClientType}`;
  readonly tier?: `tier.${Tier}`;
  readonly level?: LevelKey;
}

/** Points on both sides, and what the difference consists of. */
interface SplitValues {
  readonly from: number;
  readonly to: number;
  readonly change: number;
  /** Left out where it is 0, as the three after it. */
  readonly value?: number;
  readonly unusable?: number;
  readonly customer?: number;
  readonly card?: number;
}

/** One line about a change between two classifications; `tell` puts it into words. */
export type ChangeLine =
  | LineOf<
      "change-sides",
      {
        readonly fromStatus: ClassLabels["status"];
        readonly fromType?: ClassLabels["type"];
        readonly fromTier?: ClassLabels["tier"];
        readonly fromLevel?: LevelKey;
        readonly toStatus: ClassLabels["status"];
        readonly toType?: ClassLabels["type"];
        readonly toTier?: ClassLabels["tier"];
        readonly toLevel?: LevelKey;
      },
      { readonly from: LocalDate; readonly to: LocalDate }
    >
  | LineOf<"change-under-old-card", ClassLabels, { readonly card: string; readonly version: string }>
  | LineOf<"change-total", Nothing, SplitValues>
  | LineOf<"change-axis", { readonly axis: `axis.${Axis}` }, SplitValues>
  | LineOf<
      "change-characteristic",
      {
        readonly characteristic: `characteristic.${string}`;
        /** Given where the state has changed. */
        readonly fromState?: `partState.${PartState}`;
        readonly toState?: `partState.${PartState}`;
      },
      SplitValues
    >
  | LineOf<"change-no-score", { readonly status: ClassLabels["status"] }, { readonly asOf: LocalDate }>
  | LineOf<"change-not-split", { readonly features: readonly `feature.${string}`[] }, { readonly change: number }>
  | LineOf<"change-carried", { readonly features: readonly `feature.${string}`[] }>
  | LineOf<
      "change-rule",
      {
        readonly rule: `typeRule.${string}`;
        /** Left out where the card of that side has no such rule. */
        readonly from?: `ruleOutcome.${RuleTrace["outcome"]}`;
        readonly to?: `ruleOutcome.${RuleTrace["outcome"]}`;
      }
    >
  | LineOf<
      "change-served",
      { readonly from: LevelKey; readonly to: LevelKey },
      {
        readonly change: number;
        /** Left out where it is 0, as the three after it. */
        readonly earned?: number;
        readonly grace?: number;
        readonly floor?: number;
        readonly override?: number;
      }
    >
  | LineOf<"change-ladders", Nothing>
  | TestLine;

/** One line about the way to a class; `tell` puts it into words. */
export type GapLine =
  | LineOf<
      "gap-outcome",
      {
        readonly status: `gapStatus.${GapStatus}`;
        readonly target: `clientType.${ClientType}` | `tier.${Tier}` | LevelKey;
      }
    >
  | LineOf<"gap-steps", Nothing, { readonly features: number; readonly steps: number }>
  | LineOf<
      "gap-move",
      {
        readonly feature: `feature.${string}`;
        readonly fromAnswer?: `category.${string}` | `flagValue.${boolean}`;
        readonly toAnswer?: `category.${string}` | `flagValue.${boolean}`;
      },
      {
        readonly fromMoney?: Money;
        readonly toMoney?: Money;
        readonly fromNumber?: DecimalString;
        readonly toNumber?: DecimalString;
        /** What a number that is not whole has to be below, instead of `toNumber`. */
        readonly below?: DecimalString;
        readonly steps: number;
        readonly pointsFrom: number;
        readonly pointsTo: number;
        /** Given, and true, where the value is to be learnt and not changed. */
        readonly learnt?: true;
      }
    >
  | LineOf<
      "gap-reached",
      { readonly type: `clientType.${ClientType}`; readonly tier?: ClassLabels["tier"]; readonly level?: LevelKey },
      { readonly points: number }
    >
  | LineOf<"gap-block", { readonly block: `block.${string}` }>
  | LineOf<"gap-earlier-rule", { readonly rule: `typeRule.${string}` }>
  | LineOf<"gap-no-rule", { readonly type: `clientType.${ClientType}` }>
  | LineOf<
      "gap-fact",
      {
        readonly rule: `typeRule.${string}`;
        readonly test: `conditionTest.${ConditionTest}`;
        readonly feature?: `feature.${string}`;
        readonly oneOf?: readonly `category.${string}`[];
      },
      { readonly is?: boolean; readonly atLeast?: DecimalString; readonly below?: DecimalString }
    >
  | LineOf<
      "gap-points",
      {
        readonly rule: `typeRule.${string}`;
        readonly axis?: `axis.${Axis}`;
        readonly characteristic?: `characteristic.${string}`;
      },
      { readonly atLeast?: number; readonly below?: number; readonly min: number; readonly max: number }
    >
  | LineOf<
      "gap-level-points",
      { readonly level: LevelKey },
      { readonly atLeast: number; readonly min: number; readonly max: number }
    >
  | LineOf<"gap-together", Nothing>
  | LineOf<"gap-too-wide", Nothing, { readonly looked: number }>
  | MissingLine;

/** Whom an entry of a work list is about. */
interface OfWhom {
  /** The client, where the call named them. */
  readonly client?: string;
  /** The row of the batch, from 0. */
  readonly row: number;
}

/** One line of a work list; `tell` puts it into words. */
export type WorkListLine =
  | LineOf<
      "near-cut",
      { readonly target: `clientType.${ClientType}` | `tier.${Tier}` | LevelKey },
      OfWhom & { readonly missing: number }
    >
  | LineOf<
      "near-cut-test",
      { readonly axis?: `axis.${Axis}`; readonly characteristic?: `characteristic.${string}` },
      { readonly points: number; readonly atLeast: number; readonly missing: number }
    >
  | LineOf<
      "in-grace",
      { readonly served: LevelKey; readonly earned: LevelKey },
      OfWhom & {
        readonly steps: number;
        /** Given, and true, where a floor or an override is above what grace holds. */
        readonly floor?: true;
        readonly override?: true;
      }
    >;
