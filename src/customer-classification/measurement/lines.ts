import type { DecimalString, RowIssue } from "../../core/index.ts";
import type { Characteristic } from "../card/characteristic.ts";

/** Why two bands that were next to each other became one. */
export const BAND_MERGE_REASONS = /* @__PURE__ */ Object.freeze(["too-small", "not-monotone", "too-many"] as const);

/** Why two bands became one: too few rows, rates against the direction asked for, or more bands than allowed. */
export type BandMergeReason = (typeof BAND_MERGE_REASONS)[number];

/** Why no bands are proposed. */
export const BAND_REFUSALS = /* @__PURE__ */ Object.freeze(["too-few", "one-value", "one-band"] as const);

/**
 * Why no bands are proposed: fewer than two rows with the outcome or without it, a single value, or a single band left
 * after the merges.
 */
export type BandRefusal = (typeof BAND_REFUSALS)[number];

/** How a rate can go from band to band. */
export const RATE_TRENDS = /* @__PURE__ */ Object.freeze(["up", "down", "flat", "mixed"] as const);

/** How the rate of positives goes from band to band: up, down, the same everywhere, or up and down. */
export type RateTrend = (typeof RATE_TRENDS)[number];

/** Keys of the labels of measurement. */
export type MeasurementLabelKey =
  `bandMergeReason.${BandMergeReason}` | `bandRefusal.${BandRefusal}` | `rateTrend.${RateTrend}`;

/** What the lines of a measurement can be about. */
export const MEASUREMENT_LINE_KINDS = /* @__PURE__ */ Object.freeze([
  "rows-left-out",
  "measure-too-few",
  "auc-without-interval",
  "bins-one-sided",
  "bin-one-sided",
  "stability-without-rows",
  "stability-bin-empty",
  "bands-not-proposed",
  "band-proposed",
  "band-of-missing",
  "bands-merged",
  "trend-against-card",
  "characteristic-without-bands",
  "four-fifths-kept",
  "four-fifths-missed",
  "four-fifths-undefined",
  "group-small",
  "group-unknown",
  "selected-unseen",
] as const);

/** What a line of a measurement is about. */
export type MeasurementLineKind = (typeof MEASUREMENT_LINE_KINDS)[number];

interface LineOf<Line extends MeasurementLineKind, Values> {
  readonly line: Line;
  readonly values: Values;
}

/** Rows with the outcome and without it. */
interface Sides {
  readonly positives: number;
  readonly negatives: number;
}

/** From the lower edge, inclusive, to the upper, exclusive; an edge that is absent is open. */
interface Range {
  readonly from?: DecimalString;
  readonly below?: DecimalString;
}

/** One line about a measurement, told apart by `line`: what is missing in it, or what a reader should see first. */
export type MeasurementLine =
  /** Rows whose value or outcome cannot be used, of all rows; the issues say which. */
  | LineOf<"rows-left-out", { readonly n: number; readonly of: number }>
  /** Fewer rows on a side than the measure needs. */
  | LineOf<"measure-too-few", Sides & { readonly fewest: number }>
  /** The area is 0 or 1, or all scores are one: nothing varies, and DeLong's interval does not hold. */
  | LineOf<"auc-without-interval", Sides & { readonly auc: number }>
  /** No row with the outcome, or none without it, in all bins together. */
  | LineOf<"bins-one-sided", Sides>
  /**
   * A bin without rows on one side; `bin` is absent for the bin of missing values, `characteristic` where no card is
   * measured.
   */
  | LineOf<"bin-one-sided", Sides & { readonly characteristic?: `characteristic.${string}`; readonly bin?: string }>
  /** A population without rows. */
  | LineOf<"stability-without-rows", { readonly expected: number; readonly actual: number }>
  /** A bin that only one of the two populations has rows in. */
  | LineOf<"stability-bin-empty", { readonly bin?: string; readonly expected: number; readonly actual: number }>
  | LineOf<"bands-not-proposed", Sides & { readonly because: BandRefusal }>
  /** Rows of a band, and their share with the outcome. */
  | LineOf<"band-proposed", Range & { readonly n: number; readonly rate: DecimalString; readonly points?: number }>
  | LineOf<"band-of-missing", { readonly n: number; readonly rate: DecimalString }>
  /** Two bands that became one: they met at `edge`. */
  | LineOf<"bands-merged", Range & { readonly edge: DecimalString; readonly because: BandMergeReason }>
  /** The rates do not go as the card says the points do. */
  | LineOf<
      "trend-against-card",
      {
        readonly characteristic: `characteristic.${string}`;
        readonly declared: NonNullable<Characteristic["monotone"]>;
        readonly observed: RateTrend;
      }
    >
  | LineOf<"characteristic-without-bands", { readonly characteristic: `characteristic.${string}` }>
  /** The lowest rate of selection is at least four fifths of the highest. */
  | LineOf<"four-fifths-kept", FourFifths>
  | LineOf<"four-fifths-missed", FourFifths>
  /** Fewer than two groups, or nobody selected. */
  | LineOf<"four-fifths-undefined", { readonly feature: string; readonly groups: number; readonly selected: number }>
  | LineOf<
      "group-small",
      { readonly feature: string; readonly group: string; readonly n: number; readonly smallBelow: number }
    >
  /** Rows of which the group is not known. */
  | LineOf<"group-unknown", { readonly feature: string; readonly n: number }>
  /** A class that is an advantage and that nobody is in: it may be misspelt. */
  | LineOf<"selected-unseen", { readonly class: string; readonly seen: readonly string[] }>;

/** The two groups between which the rates of selection are furthest apart. */
interface FourFifths {
  readonly feature: string;
  readonly lowest: string;
  readonly lowestRate: DecimalString;
  readonly lowestN: number;
  readonly highest: string;
  readonly highestRate: DecimalString;
  readonly highestN: number;
  /** The lowest rate divided by the highest. */
  readonly ratio: DecimalString;
}

/** A line for rows that have an issue; none where no row has. */
export function linesOfLeftOut(issues: readonly RowIssue[], of: number): readonly MeasurementLine[] {
  const n = new Set(issues.map(({ row }) => row)).size;
  return n === 0 ? [] : [{ line: "rows-left-out", values: { n, of } }];
}
