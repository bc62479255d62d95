import type { Axis, ClientType, Tier } from "../classes.ts";
import type { Condition } from "../card/condition.ts";
import type { ClassificationStamp, MissingInput } from "../outcomes.ts";
import type { FeatureValue } from "../record.ts";
import type { BarredStatus } from "./gap-status.ts";
import type { GapLine } from "./lines.ts";

/** What a target can name. */
export const GAP_TARGET_KINDS = ["type", "tier", "level"] as const;

/**
 * The class to be reached: exactly a type; a tier or a better one, so that `"general"` is reached by core too; a level of
 * the card or a higher one.
 */
export type GapTarget =
  | { readonly kind: "type"; readonly type: ClientType }
  | { readonly kind: "tier"; readonly tier: Tier }
  | { readonly kind: "level"; readonly level: string };

/** A class somebody has. */
export interface ClassReached {
  readonly type: ClientType;
  readonly tier?: Tier;
  readonly level?: string;
  /** The fewest, where values are left open. */
  readonly score: number;
}

/** One feature to be moved, and where to. */
export interface GapMove {
  readonly feature: string;
  /** The present value; null where there is none that can be used. */
  readonly from: FeatureValue;
  /** The nearest value that does: money as `Money`, a number, a category or a flag. */
  readonly to: Exclude<FeatureValue, null | undefined>;
  /** For a number that is not whole and is moved down: what it has to be below; `to` is the largest that is. */
  readonly below?: number;
  /** Edges crossed, and units of a rate begun, on the way; 1 for a category or a flag. */
  readonly steps: number;
  /** Points of all characteristics on the feature, before and after. */
  readonly points: { readonly from: number; readonly to: number };
  /**
   * Whether the value is one to be learnt rather than changed: it was missing, too old, or not usable. What is learnt is
   * taken as observed on the day of the classification.
   */
  readonly isLearnt: boolean;
}

/** What can stand in the way. */
export const GAP_OBSTACLES = [
  /** A block holds. */
  "block",
  /** An earlier rule holds, or cannot be decided, and nothing that may be moved changes it. */
  "earlier-rule",
  /** The card has no rule for the type. */
  "no-rule",
  /** A test on a fact that is not there to be moved. */
  "fact",
  /** A test on points that all moves together do not reach. */
  "points",
  /** A level that all moves together do not reach. */
  "level-points",
  /** Each test could be met, and not all of them at once. */
  "together",
] as const;

/** What stands in the way of a class. */
export type GapObstacle =
  | { readonly obstacle: "block"; readonly block: string }
  | { readonly obstacle: "earlier-rule"; readonly rule: string }
  | { readonly obstacle: "no-rule"; readonly type: ClientType }
  | { readonly obstacle: "fact"; readonly rule: string; readonly condition: Condition }
  | {
      readonly obstacle: "points";
      readonly rule: string;
      readonly condition: Condition;
      /** What the points asked for are of; neither for the total. */
      readonly axis?: Axis;
      readonly characteristic?: string;
      /** Fewest and most points that the moves can give. */
      readonly attainable: { readonly min: number; readonly max: number };
    }
  | {
      readonly obstacle: "level-points";
      readonly level: string;
      readonly atLeast: number;
      readonly attainable: { readonly min: number; readonly max: number };
    }
  | { readonly obstacle: "together" };

/** What every answer says. */
interface GapBase extends ClassificationStamp {
  readonly target: GapTarget;
  /** The answer line by line, for `tell`. */
  readonly lines: readonly GapLine[];
}

/** The way to a class, or what stands in it; told apart by `status`. */
export type Gap =
  | (GapBase & { readonly status: "already-there" })
  | (GapBase & {
      readonly status: "moves";
      /** In the order of the card's characteristics. */
      readonly moves: readonly GapMove[];
      readonly steps: number;
      /** What the person is when all of them are made. */
      readonly reached: ClassReached;
    })
  | (GapBase & { readonly status: BarredStatus; readonly because: readonly GapObstacle[] })
  | (GapBase & { readonly status: "insufficient-data"; readonly missing: readonly MissingInput[] })
  | (GapBase & {
      readonly status: "too-wide";
      /** How many combinations were looked at. */
      readonly looked: number;
    });
