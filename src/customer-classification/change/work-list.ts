import type { Axis } from "../classes.ts";
import type { ClassificationStamp } from "../outcomes.ts";
import type { GapTarget } from "./gap.ts";
import type { WorkListLine } from "./lines.ts";
import type { StandingLevels } from "./type-change.ts";

/** A text per row, or none: as a column, or as a function of the row, counted from 0. */
export type OfRows = readonly (string | null)[] | ((row: number) => string | null);

/** How many points may be missing, at most, for a client to be just below a cut; a kind of cut that is left out is not listed. */
export interface NearDistance {
  /** Of the rules of types that come before the one that decided. */
  readonly type?: number;
  /** Of the core tier, for those in the general one. */
  readonly tier?: number;
  /** Of the next level of the card. */
  readonly level?: number;
}

/** What work lists are made from, beside the batch. */
export interface WorkListOptions {
  /** Who manages the client of a row; null for nobody. */
  readonly manager: OfRows;
  /** Who the client of a row is; without it entries have the row alone. */
  readonly client?: OfRows;
  readonly near: NearDistance;
  /** One standing per row, of the day of the batch or the last one before it; null where there is none. */
  readonly standings?: readonly (StandingLevels | null)[];
}

/** A test on points that is not met yet. */
export interface MissingPoints {
  /** What the points are of; neither for the total. */
  readonly axis?: Axis;
  readonly characteristic?: string;
  /** The fewest, where values are left open. */
  readonly points: number;
  readonly atLeast: number;
  readonly missing: number;
}

/**
 * A client just below a cut (临界提升): one who would be in the class with these points and no others, whatever the rules
 * before the one of the class say.
 */
export interface NearCut {
  /** The row of the batch, from 0. */
  readonly row: number;
  readonly client: string | null;
  /** What is reached with the missing points. */
  readonly target: GapTarget;
  /** The fewest points that are missing, those of one characteristic counted for its axis and the total too. */
  readonly missing: number;
  /** Of a type or a tier, the tests that are not met. */
  readonly tests: readonly MissingPoints[];
}

/** A client who is still served at a level they no longer earn, by grace alone or more (降级预警). */
export interface InGrace {
  /** The row of the batch, from 0. */
  readonly row: number;
  readonly client: string | null;
  readonly served: string;
  readonly held: string;
  readonly earned: string;
  /** Places of the ladder that the level falls by when grace ends. */
  readonly steps: number;
  /** Whether a floor, or an override, is above what grace holds, so that the fall does not show at once. */
  readonly floor: boolean;
  readonly override: boolean;
}

/** What one manager should look at. */
export interface ManagerWorkList {
  /** Null for clients whom nobody manages. */
  readonly manager: string | null;
  /** Fewest missing points first, then by row. */
  readonly nearCuts: readonly NearCut[];
  /** Deepest fall first, then by row. */
  readonly inGrace: readonly InGrace[];
  /** Both lists line by line, for `tell`. */
  readonly lines: readonly WorkListLine[];
}

/** Work lists of a batch. */
export interface WorkLists extends ClassificationStamp {
  /** Those with an entry, in the order of their texts by code units; clients without a manager last. */
  readonly managers: readonly ManagerWorkList[];
}
