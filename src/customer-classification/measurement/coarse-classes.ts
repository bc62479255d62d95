import type { Characteristic } from "../card/characteristic.ts";
import type { BandMergeReason } from "./lines.ts";
import type { RankedCounts } from "./outcome-counts.ts";

/** Distinct values that are one band so far: from the first, inclusive, to the last, exclusive. */
export interface CoarseClass {
  readonly first: number;
  readonly end: number;
  readonly n: number;
  readonly positives: number;
}

/** Two classes that became one, and the value at which the upper one began. */
export interface ClassMerge {
  readonly first: number;
  readonly edge: number;
  readonly end: number;
  readonly because: BandMergeReason;
}

/** How the first, fine classes are cut. */
export const BAND_METHODS = /* @__PURE__ */ Object.freeze(["equal-population", "quantile"] as const);

/**
 * How the first, fine classes are cut: so that the rows that are left are shared equally by the classes that are left
 * (`equal-population`), each with its least share, or at fixed quantiles of all rows (`quantile`). They differ where many rows have one value.
 */
export type BandMethod = (typeof BAND_METHODS)[number];

/** Fine classes of whole values, so that ties are never split. */
export function fineClasses(counts: RankedCounts, method: BandMethod, most: number, minShare: number): CoarseClass[] {
  const { scores, positives, negatives, allPositives, allNegatives } = counts;
  const all = allPositives + allNegatives;
  const classes: CoarseClass[] = [];
  let open = { first: 0, n: 0, positives: 0 };
  let [passed, quantile] = [0, 0];
  for (let index = 0; index < scores.length; index++) {
    const n = open.n + positives[index]! + negatives[index]!;
    const end = index + 1;
    const left = all - passed;
    const isFull =
      method === "quantile"
        ? (passed + n) * most >= (quantile + 1) * all
        : n / all >= minShare && n * Math.max(1, most - classes.length) >= left;
    const grown = { first: open.first, n, positives: open.positives + positives[index]! };
    if (isFull || end === scores.length) {
      classes.push({ ...grown, end });
      passed += n;
      quantile = Math.floor((passed * most) / all);
      open = { first: end, n: 0, positives: 0 };
    } else open = grown;
  }
  return classes;
}

/** How far the rates of two classes are apart, as an exact quotient of whole numbers. */
interface RateGap {
  readonly over: bigint;
  readonly under: bigint;
}

function rateGap(a: CoarseClass, b: CoarseClass): RateGap {
  const over = BigInt(a.positives) * BigInt(b.n) - BigInt(b.positives) * BigInt(a.n);
  return { over: over < 0n ? -over : over, under: BigInt(a.n) * BigInt(b.n) };
}

const isNearer = (a: RateGap, b: RateGap): boolean => a.over * b.under < b.over * a.under;

/** Puts a class and the one after it into one. */
function join(classes: CoarseClass[], index: number, because: BandMergeReason, merges: ClassMerge[]): void {
  const [low, high] = [classes[index], classes[index + 1]];
  if (low === undefined || high === undefined) return;
  merges.push({ first: low.first, edge: high.first, end: high.end, because });
  classes.splice(index, 2, {
    first: low.first,
    end: high.end,
    n: low.n + high.n,
    positives: low.positives + high.positives,
  });
}

/** Joins the smallest class, the lowest of equals, with the neighbour whose rate is nearer, until none is too small. */
export function joinSmall(classes: CoarseClass[], minShare: number, merges: ClassMerge[]): void {
  const all = classes.reduce((sum, { n }) => sum + n, 0);
  while (classes.length > 1) {
    const fewest = Math.min(...classes.map(({ n }) => n));
    if (fewest / all >= minShare) return;
    const index = classes.findIndex(({ n }) => n === fewest);
    const [low, own, high] = [classes[index - 1], classes[index]!, classes[index + 1]];
    const isLower = low !== undefined && (high === undefined || !isNearer(rateGap(own, high), rateGap(own, low)));
    join(classes, isLower ? index - 1 : index, "too-small", merges);
  }
}

/** Pools adjacent violators: classes whose rates go against the direction become one, until none do. */
export function poolViolators(
  classes: CoarseClass[],
  direction: NonNullable<Characteristic["monotone"]>,
  merges: ClassMerge[],
): void {
  // exact: rates are compared by their products
  const isAgainst = (low: CoarseClass, high: CoarseClass): boolean => {
    const [own, other] = [low.positives * high.n, high.positives * low.n];
    return direction === "up" ? own > other : own < other;
  };
  let index = 0;
  while (index + 1 < classes.length) {
    if (!isAgainst(classes[index]!, classes[index + 1]!)) index++;
    else {
      join(classes, index, "not-monotone", merges);
      // the pooled class may now be against the one before it
      index = Math.max(0, index - 1);
    }
  }
}

/** Joins the two neighbours whose rates are nearest, the lowest of equals, until there are few enough. */
export function joinNearest(classes: CoarseClass[], maxBands: number, merges: ClassMerge[]): void {
  while (classes.length > maxBands) {
    const gaps = classes.slice(1).map((high, index) => rateGap(classes[index]!, high));
    const nearest = gaps.reduce((best, gap, index) => (isNearer(gap, gaps[best]!) ? index : best), 0);
    join(classes, nearest, "too-many", merges);
  }
}
