import type { DecimalString } from "../../core/index.ts";
import type { Axis } from "../classes.ts";

/** What an unusable input may score besides points of its own. */
export const INPUT_POLICIES = ["neutral", "reject"] as const;

/**
 * What an unusable input scores: points of its own, the characteristic's `neutral` points, or nothing at all.
 *
 * `"reject"` makes the result `insufficient-data`; for an invalid value it is an error (in a batch, an issue), because
 * a wrong kind is a fault of the feed and not a fact about the customer.
 */
export type InputPolicy = (typeof INPUT_POLICIES)[number] | { readonly points: number };

/** What a value that is not known may score besides points of its own. */
export const LACKING_POLICIES = [...INPUT_POLICIES, "open"] as const;

/**
 * What a value that is not known (missing, stale, of an unknown category) scores: what an {@link InputPolicy} says, or it
 * is left open.
 *
 * `"open"` claims nothing of the value: it may be worth any points that a usable one can earn. A type, a tier and a level
 * are given only where they are the same whatever it is worth, each test taken by itself; in doubt the answer is
 * `insufficient-data`, and so it is where no characteristic of the same axis has a usable value: an axis of which nothing
 * is known is not known. A test of the value itself goes by its own `unusable`, of which only `"reject"` claims nothing. A
 * score is never the same whatever the value is, so that for `scoreRecord` it is as `"reject"`.
 */
export type LackingPolicy = InputPolicy | (typeof LACKING_POLICIES)[number];

/** What the unusable inputs of a characteristic score; none of them has a default. */
export interface InputPolicies {
  readonly missing: LackingPolicy;
  readonly invalid: InputPolicy;
  /** Required when the feature has `maxAgeDays`, refused otherwise. */
  readonly stale?: LackingPolicy;
  /** Required for a category, refused otherwise. */
  readonly unknown?: LackingPolicy;
}

/** Whom a characteristic can count for. */
export const CHARACTERISTIC_SCOPES = ["everyone", "customers"] as const;

/** Directions a characteristic can declare. */
export const MONOTONE_DIRECTIONS = ["up", "down"] as const;

/** What every characteristic has. */
export interface CharacteristicBase {
  readonly id: string;
  readonly feature: string;
  readonly axis: Axis;
  readonly inputs: InputPolicies;
  /** Points of the `"neutral"` policy; required when a policy is neutral. */
  readonly neutral?: number;
  /** `"customers"`: counts 0 and needs no value when the person is not a customer yet. */
  readonly appliesTo: (typeof CHARACTERISTIC_SCOPES)[number];
  /** Declared direction: points never fall (`"up"`) or never rise (`"down"`) with the value; checked by the lint. */
  readonly monotone?: (typeof MONOTONE_DIRECTIONS)[number];
  /** Reason code that a letter or a report prints for this characteristic. */
  readonly reason?: string;
}

/**
 * One band of a scale: from the edge of the band before it, inclusive, up to `below`, exclusive.
 *
 * The first band starts at minus infinity; the last has no `below`. So gaps and overlaps cannot be written.
 */
export interface Band {
  /** Upper edge, exclusive; money in whole units of the card's currency (`"50000"`, `"0.01"`). */
  readonly below?: DecimalString;
  /** Whole number of points. */
  readonly points: number;
  /** Id of the band's label. */
  readonly label?: string;
}

/** Points by bands of an amount or a number. */
export interface BandedCharacteristic extends CharacteristicBase {
  readonly scale: "bands";
  /** Ascending by upper edge, 1 to 200. */
  readonly bands: readonly Band[];
}

/**
 * Points in proportion to an amount or a whole number: `points` for each `per`, rounded down to whole points, then
 * limited to `min` … `max`.
 */
export interface LinearCharacteristic extends CharacteristicBase {
  readonly scale: "linear";
  /** Positive amount or whole number that earns `points`. */
  readonly per: DecimalString;
  readonly points: number;
  /** Fewest points; default 0: a negative balance costs nothing. */
  readonly min?: number;
  /** Most points; default 1,000,000,000. */
  readonly max?: number;
}

/** Categories that earn the same points. */
export interface CategoryGroup {
  readonly values: readonly string[];
  readonly points: number;
  /** Id of the group's label. */
  readonly label?: string;
}

/** Points by category; the groups hold every value of the feature exactly once. */
export interface CategoryCharacteristic extends CharacteristicBase {
  readonly scale: "categories";
  readonly groups: readonly CategoryGroup[];
}

/** Points by flag. */
export interface FlagCharacteristic extends CharacteristicBase {
  readonly scale: "flag";
  readonly whenTrue: number;
  readonly whenFalse: number;
}

/** One scored line of a card. */
export type Characteristic = BandedCharacteristic | LinearCharacteristic | CategoryCharacteristic | FlagCharacteristic;
