import type { DecimalString, Rate, RowIssue } from "../../core/index.ts";
import { rateOf } from "../../core/index.ts";
import { oneOf, optional, shapeOf, wholeNumber, type Reader } from "../../core/inner.ts";
import { MONOTONE_DIRECTIONS, type Characteristic } from "../card/characteristic.ts";
import { MAX_BANDS, MAX_POINTS } from "../ledger/codes.ts";
import { rangeKey, readEmptyCount, weighBins, type EmptyBinOptions, type WeightedBin } from "./bins.ts";
import {
  BAND_METHODS,
  fineClasses,
  joinNearest,
  joinSmall,
  poolViolators,
  type BandMethod,
  type ClassMerge,
  type CoarseClass,
} from "./coarse-classes.ts";
import { linesOfLeftOut, type BandMergeReason, type BandRefusal, type MeasurementLine } from "./lines.ts";
import {
  MEASUREMENT,
  rankRows,
  readColumn,
  sameLength,
  type SampleOutcomes,
  type RankedCounts,
} from "./outcome-counts.ts";
import { FEWEST_ON_A_SIDE, readBetween } from "./rank-measures.ts";
import { scanSample, type SampleColumn, type UsableRows } from "./sample-values.ts";

/** What bands are asked for. */
export interface BandOptions extends EmptyBinOptions {
  /** Most bands, 2 to 200. */
  readonly maxBands: number;
  /** Least share of the rows with a value that a band may have, above 0 and below 1; `0.05` for one in twenty. */
  readonly minShare: number;
  /** Direction in which the rate of positives has to go with the value; none when omitted. */
  readonly monotone?: NonNullable<Characteristic["monotone"]>;
  /** Default `"equal-population"`. */
  readonly method?: BandMethod;
  /**
   * Points per unit of weight of evidence, above 0: points are proposed as the weight times this, rounded to whole points; a
   * band with no row on a side has none against `monotone`. No points when omitted.
   */
  readonly pointsPerWoe?: number;
}

/** From the lower edge, inclusive, to the upper, exclusive; an edge that is absent is open. */
export interface BandRange {
  readonly from?: DecimalString;
  readonly below?: DecimalString;
}

/** A proposed band with the rows behind it; figures have 10 fraction digits. */
export interface ProposedBand extends BandRange {
  readonly n: number;
  readonly positives: number;
  readonly negatives: number;
  /** Its rows among those with a value. */
  readonly share: Rate;
  readonly rate: Rate;
  /** As in {@link weightOfEvidence}, the rows without a value counted as a bin of their own. */
  readonly woe: number | null;
  readonly iv: number | null;
  /** Only with `pointsPerWoe`, and where there is a weight. */
  readonly points?: number;
}

/** Two bands that became one. */
export interface BandMerge extends BandRange {
  /** Where they met. */
  readonly edge: DecimalString;
  readonly because: BandMergeReason;
}

/** Part of a characteristic of a card; bands without points are for a person to complete. */
export interface BandFragment {
  readonly scale: "bands";
  readonly monotone?: NonNullable<Characteristic["monotone"]>;
  readonly bands: readonly { readonly below?: DecimalString; readonly points?: number }[];
}

/** What a proposal says of its sample, with bands or without. */
export interface BandSample {
  /** Rows with a usable value and a known outcome. */
  readonly n: number;
  /** Rows without a value. */
  readonly missing: { readonly positives: number; readonly negatives: number; readonly rate: Rate };
  /** Rows left out because their outcome is null. */
  readonly withoutOutcome: number;
  /** Merges in the order in which they were made. */
  readonly merges: readonly BandMerge[];
  /** What a person should read: rows left out, bands, the rows without a value, merges and what has no figure. */
  readonly lines: readonly MeasurementLine[];
  /** Rows left out because something in them cannot be used. */
  readonly issues: readonly RowIssue[];
}

/** Bands, as a proposal. */
export interface BandsProposed extends BandSample {
  readonly status: "proposed";
  /** Ascending; together they hold every value. */
  readonly bands: readonly ProposedBand[];
  readonly fragment: BandFragment;
  /** Over the bands and the rows without a value, with 10 fraction digits; null where one of them has no row on a side. */
  readonly informationValue: number | null;
  readonly woeOfMissing: number | null;
}

/** No bands, and why. */
export interface BandsNotProposed extends BandSample {
  readonly status: "not-proposed";
  readonly because: BandRefusal;
}

/** Answer of {@link bandsFrom}. */
export type BandProposal = BandsProposed | BandsNotProposed;

let optionsReader: Reader<BandOptions> | null = null;

function readOptions(options: BandOptions): BandOptions {
  optionsReader ??= shapeOf<BandOptions>({
    maxBands: wholeNumber(2, MAX_BANDS),
    minShare: (value, path) => readBetween(value, 0, 1, path),
    monotone: optional(oneOf(MONOTONE_DIRECTIONS)),
    method: optional(oneOf(BAND_METHODS)),
    pointsPerWoe: optional((value, path) => readBetween(value, 0, Infinity, path)),
    emptyAs: optional(readEmptyCount),
  });
  return optionsReader(options, ["options"], MEASUREMENT);
}

/** The values between two places, as a range with open ends. */
function rangeOf(counts: RankedCounts, write: UsableRows["write"], first: number, end: number): BandRange {
  const { scores } = counts;
  return {
    ...(first === 0 ? {} : { from: write(scores[first]!) }),
    ...(end === scores.length ? {} : { below: write(scores[end]!) }),
  };
}

/** Fine classes, joined where they are too small, against the direction or too many. */
function classesOf(counts: RankedCounts, options: BandOptions, merges: ClassMerge[]): CoarseClass[] {
  const { maxBands, minShare, monotone, method = "equal-population" } = options;
  const finest = Math.max(maxBands, Math.min(MAX_BANDS, Math.floor(1 / minShare)));
  const classes = fineClasses(counts, method, finest, minShare);
  joinSmall(classes, minShare, merges);
  if (monotone !== undefined) poolViolators(classes, monotone, merges);
  joinNearest(classes, maxBands, merges);
  return classes;
}

function refusalOf(counts: RankedCounts): BandRefusal | null {
  const { scores, allPositives, allNegatives } = counts;
  if (Math.min(allPositives, allNegatives) < FEWEST_ON_A_SIDE) return "too-few";
  return scores.length === 1 ? "one-value" : null;
}

/** A line for each band, for the rows without a value and for each merge. */
function linesOf(
  bands: readonly ProposedBand[],
  merges: readonly BandMerge[],
  missing: Rate,
  others: readonly MeasurementLine[],
): MeasurementLine[] {
  const none = "0";
  return [
    ...bands.map(({ n, rate, from, below, points }): MeasurementLine => ({
      line: "band-proposed",
      values: {
        ...(from === undefined ? {} : { from }),
        ...(below === undefined ? {} : { below }),
        n,
        rate: rate.rate ?? none,
        ...(points === undefined ? {} : { points }),
      },
    })),
    ...(missing.rate === null
      ? []
      : [{ line: "band-of-missing" as const, values: { n: missing.of, rate: missing.rate } }]),
    ...merges.map((values): MeasurementLine => ({ line: "bands-merged", values })),
    ...others,
  ];
}

/**
 * Proposes bands for a characteristic from data (分箱): a part of a card, to be read by a person before it becomes one.
 *
 * Values are cut into fine classes of whole values, ties never split; classes with too few rows are joined with the
 * neighbour whose rate is nearer; with `monotone`, classes whose rates go against the direction are pooled (pool adjacent
 * violators); at last the neighbours whose rates are nearest are joined until there are few enough. Each join is in
 * `merges` with its reason. Edges are values of the sample, written in the digits they need: a band has its lower edge in it.
 * Rows without a value are apart, and the order of rows makes no difference.
 *
 * A proposal shows what was, in one sample. Whether the direction makes sense, whether an edge is one that a client can be
 * told, and what a missing value earns, is for a person to say.
 *
 * @param values - one per row: numbers, amounts of one currency, or plain decimal strings; null where there is none
 * @param outcomes - what became of each row; a row whose outcome is null is left out and counted
 * @param options - how many bands, how large, in which direction
 * @returns bands with their rows, weights and merges, and a fragment of a card; or why there are none
 * @throws `customer-classification/invalid-measurement` for lists of different lengths, or an option, with the path
 * @example
 * const values = ["1000", "2000", "3000", "4000", "5000", "6000", "7000", "8000", null, "90O0"];
 * const outcomes = [0, 0, 1, 0, 1, 0, 1, 1, 0, 1];
 * const proposal = bandsFrom(values, outcomes, { maxBands: 3, minShare: 0.25, monotone: "up", emptyAs: 0.5, pointsPerWoe: 20 });
 * if (proposal.status !== "proposed") throw new Error(proposal.because);
 * proposal.fragment.bands // => [{ below: "3000", points: -26 }, { below: "7000", points: 2 }, { points: 30 }]
 * proposal.bands.map((band) => [band.n, band.rate.rate]) // => [[2, "0.0000"], [4, "0.5000"], [2, "1.0000"]]
 * proposal.merges // => [{ from: "3000", below: "7000", edge: "5000", because: "too-many" }]
 * proposal.issues.map(({ row, path }) => [row, path]) // => [[9, ["values", 9]]]
 * bandsFrom([1, 2, 3], [0, 0, 1], { maxBands: 5, minShare: 0.05 }).status // => "not-proposed"
 * @since 0.1.0
 */
export function bandsFrom(values: SampleColumn, outcomes: SampleOutcomes, options: BandOptions): BandProposal {
  const given = readOptions(options);
  const [cells, marks] = [readColumn(values, ["values"]), readColumn(outcomes, ["outcomes"])];
  sameLength(marks.length, cells.length, ["outcomes"]);
  const used = scanSample(cells, marks);
  const counts = rankRows(used.values, used.outcomes);
  const joins: ClassMerge[] = [];
  const refusal = refusalOf(counts);
  const classes = refusal === null ? classesOf(counts, given, joins) : [];
  const merges = joins.map(({ first, edge, end, because }): BandMerge => {
    const range = rangeOf(counts, used.write, first, end);
    return { ...range, edge: used.write(counts.scores[edge]!), because };
  });
  const { positives, negatives } = used.missing;
  const missing = { positives, negatives, rate: rateOf(positives, positives + negatives) };
  const { withoutOutcome, issues } = used;
  const leftOut = linesOfLeftOut(issues, cells.length);
  const sample = { n: used.values.length, missing, withoutOutcome, merges, issues };
  const because = refusal ?? (classes.length === 1 ? "one-band" : null);
  if (because !== null) {
    const sides = { positives: counts.allPositives, negatives: counts.allNegatives, because };
    const lines = linesOf([], merges, missing.rate, [{ line: "bands-not-proposed", values: sides }]);
    return { status: "not-proposed", because, ...sample, lines: [...leftOut, ...lines] };
  }
  const { lines, ...bands } = weighed(counts, classes, used, sample, given);
  return { status: "proposed", ...sample, ...bands, lines: [...leftOut, ...lines] };
}

/** Whole points for a weight, within what a card may have. */
const pointsOf = (woe: number, perWoe: number): number =>
  Math.max(-MAX_POINTS, Math.min(MAX_POINTS, Math.round(woe * perWoe) + 0));

/**
 * Points by weight. Weights go as rates do, except where something stands for no rows: such a band, at an end of the scale
 * when a direction was asked for, has no points against the direction, but at most or at least those of its neighbour.
 */
function pointsBy(bins: readonly WeightedBin[], { pointsPerWoe, monotone }: BandOptions): readonly (number | null)[] {
  if (pointsPerWoe === undefined) return bins.map(() => null);
  const own = bins.map(({ woe }) => (woe === null ? null : pointsOf(woe, pointsPerWoe)));
  if (monotone === undefined) return own;
  // from the highest rate down to the lowest, and back
  const places = bins.map((_, index) => (monotone === "up" ? bins.length - 1 - index : index));
  const keep = (order: readonly number[], isEmpty: (bin: WeightedBin) => boolean, nearer: typeof Math.min): void => {
    for (const [step, place] of order.entries()) {
      const [points, neighbour] = [own[place] ?? null, own[order[step - 1] ?? -1] ?? null];
      if (points !== null && neighbour !== null && isEmpty(bins[place]!)) own[place] = nearer(points, neighbour);
    }
  };
  keep(places, ({ positives }) => positives === 0, Math.min);
  keep([...places].reverse(), ({ negatives }) => negatives === 0, Math.max);
  return own;
}

/** Bands with their weights, the fragment they make, and the lines about them. */
function weighed(
  counts: RankedCounts,
  classes: readonly CoarseClass[],
  used: UsableRows,
  sample: Pick<BandSample, "n" | "missing" | "merges">,
  options: BandOptions,
): Pick<BandsProposed, "bands" | "fragment" | "informationValue" | "woeOfMissing" | "lines"> {
  const { missing, merges, n: all } = sample;
  const { emptyAs, monotone } = options;
  const ranges = classes.map(({ first, end }) => rangeOf(counts, used.write, first, end));
  const bins = classes.map(({ n, positives }, index) => ({
    key: rangeKey(ranges[index]?.from, ranges[index]?.below),
    positives,
    negatives: n - positives,
  }));
  const ofMissing = missing.rate.of === 0 ? [] : [{ key: null, ...used.missing }];
  const weights = weighBins([...bins, ...ofMissing], emptyAs ?? null);
  const ofBands = pointsBy(weights.bins.slice(0, classes.length), options);
  const bands = classes.map(({ n }, index): ProposedBand => {
    const { positives, negatives, rate, woe, iv } = weights.bins[index]!;
    const own = ofBands[index] ?? null;
    const points = own === null ? {} : { points: own };
    return { ...ranges[index], n, positives, negatives, share: rateOf(n, all), rate, woe, iv, ...points };
  });
  return {
    bands,
    fragment: {
      scale: "bands",
      ...(monotone === undefined ? {} : { monotone }),
      bands: bands.map(({ below, points }) => ({
        ...(below === undefined ? {} : { below }),
        ...(points === undefined ? {} : { points }),
      })),
    },
    informationValue: weights.informationValue,
    woeOfMissing: weights.bins[classes.length]?.woe ?? null,
    lines: linesOf(bands, merges, missing.rate, weights.lines),
  };
}
