import { rateOf, type Path, type Rate } from "../../core/index.ts";
import { optional, refuseKind, refuseValue, shapeOf, type Reader } from "../../core/inner.ts";
import { figureOf } from "./figures.ts";
import type { MeasurementLine } from "./lines.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { MEASUREMENT, readSample, type OutcomeSample, type RankedCounts } from "./outcome-counts.ts";

/** Rows a measure is of. */
export interface MeasuredRows {
  readonly n: number;
  /** Rows with the outcome. */
  readonly positives: number;
  /** Rows without it. */
  readonly negatives: number;
}

/** How an area is measured. */
export interface AucOptions {
  /** Probability with which the interval is to hold, between 0 and 1, both excluded (`0.95`); no interval when omitted. */
  readonly confidence?: number;
}

/** The area under the curve, and how sure it is; figures have 10 fraction digits. */
export interface AucResult extends MeasuredRows {
  /** Probability that a positive outscores a negative, ties counted as one half; null with fewer than two on a side. */
  readonly auc: number | null;
  /** `2 × auc − 1`. */
  readonly gini: number | null;
  /** Square root of DeLong's variance; null where that says nothing: at an area of 0 or 1, or when all scores are one. */
  readonly standardError: number | null;
  /** DeLong's interval, cut at 0 and 1; null where it does not hold, or none was asked for. */
  readonly interval: { readonly confidence: number; readonly lower: number; readonly upper: number } | null;
  /** Why something is null. */
  readonly lines: readonly MeasurementLine[];
}

/** Fewest rows on each side of a measure that has a variance. */
export const FEWEST_ON_A_SIDE = 2;

/** A number between two, both excluded. */
export function readBetween(value: number, low: number, high: number, path: Path): number {
  if (typeof (value as unknown) !== "number") return refuseKind(MEASUREMENT, path, "not a number", value);
  if (value > low && value < high) return value;
  const reason = `not between ${String(low)} and ${String(high)}, both excluded`;
  return refuseValue(MEASUREMENT, path, reason, value, {
    above: low,
    ...(Number.isFinite(high) ? { under: high } : {}),
  });
}

let optionsReader: Reader<AucOptions> | null = null;

/** Rows of a sample by side. */
export const measuredRows = ({ allPositives, allNegatives }: RankedCounts): MeasuredRows => ({
  n: allPositives + allNegatives,
  positives: allPositives,
  negatives: allNegatives,
});

/** DeLong's variance from midranks: what the share of negatives below varies by, and that of positives above. */
function delongVariance(counts: RankedCounts, area: number): number {
  const { positives, negatives, allPositives, allNegatives } = counts;
  let [below, passed] = [0, 0];
  let [ofPositives, ofNegatives] = [0, 0];
  for (let index = 0; index < positives.length; index++) {
    const [own, other] = [positives[index]!, negatives[index]!];
    const overNegatives = (below + other / 2) / allNegatives - area;
    const underPositives = (allPositives - passed - own / 2) / allPositives - area;
    ofPositives += own * overNegatives * overNegatives;
    ofNegatives += other * underPositives * underPositives;
    below += other;
    passed += own;
  }
  return ofPositives / (allPositives - 1) / allPositives + ofNegatives / (allNegatives - 1) / allNegatives;
}

/** The area under the curve of counted scores. */
export function areaOf(counts: RankedCounts, confidence?: number): AucResult {
  const { positives, negatives, allPositives, allNegatives } = counts;
  const rows = measuredRows(counts);
  const none = { ...rows, auc: null, gini: null, standardError: null, interval: null };
  const sides = { positives: allPositives, negatives: allNegatives };
  if (Math.min(allPositives, allNegatives) < FEWEST_ON_A_SIDE) {
    return { ...none, lines: [{ line: "measure-too-few", values: { ...sides, fewest: FEWEST_ON_A_SIDE } }] };
  }
  // pairs won, each counted as two and a tie as one: a whole number, exact up to 2^53
  let won = 0;
  let below = 0;
  for (let index = 0; index < positives.length; index++) {
    const other = negatives[index]!;
    won += positives[index]! * (2 * below + other);
    below += other;
  }
  const area = won / (2 * allPositives * allNegatives);
  const variance = delongVariance(counts, area);
  const auc = figureOf(area);
  const figures = { ...rows, auc, gini: figureOf(2 * area - 1) };
  if (variance === 0) {
    const line: MeasurementLine = { line: "auc-without-interval", values: { ...sides, auc } };
    return { ...figures, standardError: null, interval: null, lines: [line] };
  }
  const error = Math.sqrt(variance);
  const standardError = figureOf(error);
  if (confidence === undefined) return { ...figures, standardError, interval: null, lines: [] };
  // from the lower tail: near certainty the probability of the upper one would be rounded to 1
  const reach = -error * normalQuantile((1 - confidence) / 2);
  const interval = {
    confidence,
    lower: figureOf(Math.max(0, area - reach)),
    upper: figureOf(Math.min(1, area + reach)),
  };
  return { ...figures, standardError, interval, lines: [] };
}

/**
 * How well scores rank an outcome: the area under the receiver operating characteristic curve, which is the probability
 * that a row with the outcome outscores one without it, ties counted as one half.
 *
 * The outcome is what a high score should go with: a card that ranks the other way round has an area below 0.5. The number
 * of pairs won is exact while twice the product of the two sides is below 2^53; the interval is DeLong's, from midranks, in
 * the time of one sort. It is a normal approximation: with a few dozen rows on a side read it as a hint. At an area of 0 or
 * 1, and when all scores are one, DeLong's variance is 0 and claims to be sure, so that no interval is given and a line
 * says so. With fewer than two rows on a side the area is null.
 *
 * @param sample - scores and outcomes, or {@link OutcomeCounts}
 * @param options - the confidence of the interval
 * @returns area, Gini coefficient, standard error and interval with 10 fraction digits, and the rows on each side
 * @throws `customer-classification/invalid-measurement` for the sample or the options, with the path
 * @see E. R. DeLong, D. M. DeLong, D. L. Clarke-Pearson (Biometrics 44, 1988); X. Sun, W. Xu, in O(n log n) (IEEE Signal
 * Processing Letters 21, 2014)
 * @example
 * const scores = [0.21, 0.32, 0.63, 0.35, 0.92, 0.79, 0.82, 0.99, 0.04];
 * const outcomes = [0, 1, 0, 0, 1, 1, 0, 1, 0];
 * const { auc: area, gini, n, positives, interval } = auc({ scores, outcomes }, { confidence: 0.95 });
 * [area, gini, n, positives] // => [0.8, 0.6, 9, 4]
 * interval // => { confidence: 0.95, lower: 0.4676719375, upper: 1 }
 * auc({ scores: [1, 2, 3, 4], outcomes: [0, 0, 1, 1] }).lines // => [{ line: "auc-without-interval", values: { positives: 2, negatives: 2, auc: 1 } }]
 * auc({ scores: [1, 2, 3], outcomes: [0, 0, 1] }).auc // => null
 * @since 0.1.0
 */
export function auc(sample: OutcomeSample, options: AucOptions = {}): AucResult {
  optionsReader ??= shapeOf<AucOptions>({ confidence: optional((value, path) => readBetween(value, 0, 1, path)) });
  const { confidence } = optionsReader(options, ["options"], MEASUREMENT);
  return areaOf(readSample(sample), confidence);
}

/** The greatest distance between the two sides of a sample, and where it is. */
export interface KsResult extends MeasuredRows {
  /** From 0 to 1, with 10 fraction digits; null with no row on a side. */
  readonly ks: number | null;
  /** The lowest score at which it is reached; null when it is 0 or null. */
  readonly at: number | null;
  /** Share of the positives that score so much or less. */
  readonly positivesUpTo: Rate;
  /** Share of the negatives that score so much or less; above that of the positives where these score higher. */
  readonly negativesUpTo: Rate;
  /** Why something is null. */
  readonly lines: readonly MeasurementLine[];
}

/** The greatest distance of counted scores. */
export function distanceOf(counts: RankedCounts): KsResult {
  const { scores, positives, negatives, allPositives, allNegatives } = counts;
  const rows = measuredRows(counts);
  let [own, other] = [0, 0];
  let best = { distance: 0, at: null as number | null, own: 0, other: 0 };
  for (let index = 0; index < scores.length; index++) {
    own += positives[index]!;
    other += negatives[index]!;
    const distance = Math.abs(own * allNegatives - other * allPositives);
    if (distance > best.distance) best = { distance, at: scores[index]!, own, other };
  }
  const upTo = { positivesUpTo: rateOf(best.own, allPositives), negativesUpTo: rateOf(best.other, allNegatives) };
  if (allPositives === 0 || allNegatives === 0) {
    const sides = { positives: allPositives, negatives: allNegatives, fewest: 1 };
    return { ...rows, ks: null, at: null, ...upTo, lines: [{ line: "measure-too-few", values: sides }] };
  }
  return { ...rows, ks: figureOf(best.distance / (allPositives * allNegatives)), at: best.at, ...upTo, lines: [] };
}

/**
 * The Kolmogorov–Smirnov distance: how far the shares of the two sides that score so much or less are apart where they are
 * furthest apart.
 *
 * The shares are compared at the distinct scores only, after all rows of a score, so that ties do not add to the distance;
 * the comparison is in whole numbers, exact while the product of the two sides is below 2^53.
 *
 * @param sample - scores and outcomes, or {@link OutcomeCounts}
 * @returns the distance with 10 fraction digits, the lowest score at which it is reached, and the two shares there
 * @throws `customer-classification/invalid-measurement` for the sample, with the path
 * @example
 * const { ks: distance, at, positivesUpTo, negativesUpTo } = ks({ scores: [1, 2, 2, 3, 4], outcomes: [0, 0, 1, 1, 1] });
 * [distance, at] // => [0.6666666667, 2]
 * positivesUpTo // => { n: 1, of: 3, rate: "0.3333" }
 * negativesUpTo // => { n: 2, of: 2, rate: "1.0000" }
 * ks({ scores: [1, 2], outcomes: [1, 1] }).ks // => null
 * @since 0.1.0
 */
export function ks(sample: OutcomeSample): KsResult {
  return distanceOf(readSample(sample));
}
