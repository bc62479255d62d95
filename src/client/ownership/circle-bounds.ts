/*
 * Bounds of x = b + A x for one circle, by elimination in whole numbers, each kept between a lower and an upper one. Nothing
 * is ever subtracted, so that even the share of those outside, however small, keeps its digits.
 */

/** A quotient of what is not negative, rounded up. */
export const ceiling = (numerator: bigint, denominator: bigint): bigint => (numerator + denominator - 1n) / denominator;

/** A circle and its right-hand side, between bounds in units. */
export interface CircleToBound {
  readonly owners: readonly number[];
  readonly companies: readonly number[];
  readonly weights: readonly bigint[];
  /** All of the circle, in the order in which they are taken out. */
  readonly order: readonly number[];
  /** What of each company is not held inside. */
  readonly outside: readonly bigint[];
  readonly whole: bigint;
  readonly unit: bigint;
  /** Whether x follows from the owners, instead of the companies. */
  readonly isTurned: boolean;
  readonly low: readonly bigint[];
  readonly high: readonly bigint[];
}

/** A number between two others. */
type Bounds = readonly [low: bigint, high: bigint];

/** Bounds of every x; null when there are too few digits for a share on the way. */
export function boundCircle(circle: CircleToBound): { readonly low: bigint[]; readonly high: bigint[] } | null {
  // shares are exact in these units
  const one = circle.whole * circle.unit;
  const plus = ([a, b]: Bounds, [c, d]: Bounds): Bounds => [a + c, b + d];
  const times = ([a, b]: Bounds, [c, d]: Bounds): Bounds => [(a * c) / one, ceiling(b * d, one)];
  const over = ([a, b]: Bounds, [c, d]: Bounds): Bounds => [(a * one) / d, ceiling(b * one, c)];
  const exact = (weight: bigint): Bounds => [weight * circle.unit, weight * circle.unit];

  const x = circle.low.map((low, index): Bounds => [low, circle.high[index]!]);
  const outside = circle.outside.map(exact);
  const holds = x.map(() => new Map<number, Bounds>());
  const owned = x.map(() => new Set<number>());
  for (const [at, owner] of circle.owners.entries()) {
    holds[owner]!.set(circle.companies[at]!, exact(circle.weights[at]!));
    owned[circle.companies[at]!]!.add(owner);
  }
  const taken: { node: number; pivot: Bounds; from: readonly (readonly [number, Bounds])[] }[] = [];
  for (const node of circle.order) {
    const owners = [...owned[node]!].map((owner) => [owner, holds[owner]!.get(node)!] as const);
    const companies = [...holds[node]!];
    const pivot = owners.reduce((sum, [, share]) => plus(sum, share), outside[node]!);
    if (pivot[0] === 0n) return null;
    for (const [owner] of owners) holds[owner]!.delete(node);
    for (const [company, share] of companies) {
      owned[company]!.delete(node);
      const part = over(share, pivot);
      outside[company] = plus(outside[company]!, times(outside[node]!, part));
      for (const [owner, ownerShare] of owners) {
        // what a company comes to hold in itself shows in its pivot
        if (owner === company) continue;
        holds[owner]!.set(company, plus(holds[owner]!.get(company) ?? [0n, 0n], times(ownerShare, part)));
        owned[company]!.add(owner);
      }
    }
    const [to, from] = circle.isTurned ? [companies, owners] : [owners, companies];
    const own = over(x[node]!, pivot);
    for (const [other, share] of to) x[other] = plus(x[other]!, times(share, own));
    taken.push({ node, pivot, from });
  }
  for (const { node, pivot, from } of taken.reverse()) {
    const sum = from.reduce((total, [other, share]) => plus(total, times(share, x[other]!)), x[node]!);
    x[node] = over(sum, pivot);
  }
  return { low: x.map(([low]) => low), high: x.map(([, high]) => high) };
}
