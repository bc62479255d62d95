import type { LocalDate } from "../../core/index.ts";
import type { Axis, ClientType, Tier } from "../classes.ts";
import type { CardStamp, PreparedScorecard, Scorecard } from "../card/scorecard.ts";
import type { Classification, PartState, RuleTrace } from "../outcomes.ts";
import type { ClassificationContext } from "../record.ts";
import type { Standing } from "../standing/standing.ts";
import type { ChangeLine } from "./lines.ts";

/** What of a standing a change and a work list look at. */
export type StandingLevels = Pick<Standing, "policy" | "asOf" | "earned" | "held" | "floored" | "served" | "steps">;

/** One side of a change: what was classified, with which card, and when. */
export interface ChangeSide<R extends object = object> extends ClassificationContext {
  readonly card: Scorecard | PreparedScorecard;
  readonly record: R;
  /** The standing of that day or the last one before it, where the bank keeps one. */
  readonly standing?: StandingLevels;
}

/** The class of one side. */
export interface ClassOfSide {
  readonly status: Classification["status"];
  readonly type?: ClientType;
  readonly tier?: Tier;
  readonly level?: string;
  /** The fewest, where values are left open. */
  readonly score?: number;
  /** The most, where values are left open. */
  readonly scoreAtMost?: number;
  readonly card: CardStamp;
  readonly asOf: LocalDate;
}

/** Points on both sides, and what their difference consists of: `change` is `data` and `card` together. */
export interface PointSplit {
  readonly from: number;
  readonly to: number;
  readonly change: number;
  /** What the earlier card gives the new record, less what it gave the old one: `value`, `unusable` and `customer` together. */
  readonly data: number;
  /** From usable values that became others. */
  readonly value: number;
  /** From values that became missing, too old, unknown or invalid, or ceased to be so. */
  readonly unusable: number;
  /** From becoming a customer, or ceasing to be one, for what counts for customers only. */
  readonly customer: number;
  /** What the later card gives the new record, less what the earlier one gives it. */
  readonly card: number;
}

/** The points of one characteristic, which a card may lack. */
export interface CharacteristicChange extends PointSplit {
  readonly characteristic: string;
  /** The axis on the later card, or on the earlier one where the later has no such characteristic. */
  readonly axis: Axis;
  /** The axis on the earlier card, where it was another one. */
  readonly axisBefore?: Axis;
  /** State of the value on each side; null where its card has no such characteristic. */
  readonly states: { readonly from: PartState | null; readonly to: PartState | null };
}

/** The two sides of a change. */
export const CHANGE_SIDES = ["previous", "current"] as const;

/** What can be said of the points. */
export const POINT_CHANGE_STATUSES = ["split", "no-score", "not-split"] as const;

/** The points of a change, told apart by `status`. */
export type PointsChange =
  | {
      readonly status: "split";
      readonly total: PointSplit;
      readonly axes: Readonly<Record<Axis, PointSplit>>;
      /** In the order of the later card, then those that only the earlier one has. */
      readonly characteristics: readonly CharacteristicChange[];
    }
  /** One side has no score, or neither has: it is not classified. */
  | { readonly status: "no-score"; readonly without: readonly (typeof CHANGE_SIDES)[number][] }
  /** The earlier card gives the new record no points, for want of these features. */
  | { readonly status: "not-split"; readonly change: number; readonly features: readonly string[] };

/** Outcome of a rule taken by itself, whether or not an earlier one had decided; null where a card has no such rule. */
export type RuleStand = RuleTrace["outcome"] | null;

/** A rule whose outcome is not the same on both sides. */
export interface RuleFlip {
  /** Id of the rule; `"core"` for the test of the core tier, where one side is of the best type. */
  readonly rule: string;
  readonly from: RuleStand;
  /** What the earlier card makes of the new record; null too where it cannot be asked. */
  readonly underPreviousCard: RuleStand;
  readonly to: RuleStand;
}

/** Places on the ladder that the served level moved by, and why: `earned`, `grace`, `floor` and `override` together. */
export interface ServedChange {
  readonly from: string;
  readonly to: string;
  readonly change: number;
  readonly earned: number;
  readonly grace: number;
  readonly floor: number;
  readonly override: number;
  /** Whether both standings are of one version of one policy; otherwise each place is one of its own ladder. */
  readonly isOneLadder: boolean;
}

/** Why somebody is classified otherwise than before, or scored otherwise. */
export interface TypeChange {
  readonly previous: ClassOfSide;
  readonly current: ClassOfSide;
  /** What the earlier card makes of the new record; null where it refuses a value of it. The same as `current` with one card. */
  readonly underPreviousCard: Omit<ClassOfSide, "card" | "asOf"> | null;
  readonly points: PointsChange;
  /** In the order of the later card, then those that only the earlier one has; empty where one side is blocked. */
  readonly rules: readonly RuleFlip[];
  /** Features the later card no longer has and the new record lacks: the earlier card is asked with their old values. */
  readonly carried: readonly string[];
  /** Only where both sides have a standing. */
  readonly served?: ServedChange;
  /** The change line by line, for `tell`; what did not change is left out. */
  readonly lines: readonly ChangeLine[];
}
