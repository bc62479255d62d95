/*
 * Bounds of x = b + A x for one circle, by elimination in whole numbers, each kept between a lower and an upper one. Nothing
 * is ever subtracted, so that even the share of those outside, however small, keeps its digits.
 */

/** A quotient of what is not negative, rounded up. */
export const ceiling = (numerator: bigint, denominator: bigint): bigint => (numerator + denominator - 1n) / denominator;

/** A circle whose companies are to be taken out one after the other. */
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
}

/** A number between two others. */
type Bounds = readonly [low: bigint, high: bigint];

/** Members of a circle, each with a share. */
type SharesByMember = readonly (readonly [member: number, share: Bounds])[];

/** A circle taken apart, for any right-hand side. */
export interface BoundedCircle {
  /** One, in the units of the shares. */
  readonly one: bigint;
  /** Each company with its owners and its holdings at the time it was taken out, and what of it was not its own. */
  readonly taken: readonly {
    readonly node: number;
    readonly pivot: Bounds;
    readonly owners: SharesByMember;
    readonly companies: SharesByMember;
  }[];
}

const plus = ([a, b]: Bounds, [c, d]: Bounds): Bounds => [a + c, b + d];
const times = ([a, b]: Bounds, [c, d]: Bounds, one: bigint): Bounds => [(a * c) / one, ceiling(b * d, one)];
const over = ([a, b]: Bounds, [c, d]: Bounds, one: bigint): Bounds => [(a * one) / d, ceiling(b * one, c)];

/** Takes a circle apart; null when there are too few digits for a share on the way. */
export function takeApart(circle: CircleToBound): BoundedCircle | null {
  // shares are exact in these units
  const one = circle.whole * circle.unit;
  const exact = (weight: bigint): Bounds => [weight * circle.unit, weight * circle.unit];

  const outside = circle.outside.map(exact);
  const holds = outside.map(() => new Map<number, Bounds>());
  const owned = outside.map(() => new Set<number>());
  for (const [at, owner] of circle.owners.entries()) {
    holds[owner]!.set(circle.companies[at]!, exact(circle.weights[at]!));
    owned[circle.companies[at]!]!.add(owner);
  }
  const taken: BoundedCircle["taken"][number][] = [];
  for (const node of circle.order) {
    const owners = [...owned[node]!].map((owner) => [owner, holds[owner]!.get(node)!] as const);
    const companies = [...holds[node]!];
    const pivot = owners.reduce((sum, [, share]) => plus(sum, share), outside[node]!);
    if (pivot[0] === 0n) return null;
    for (const [owner] of owners) holds[owner]!.delete(node);
    for (const [company, share] of companies) {
      owned[company]!.delete(node);
      const part = over(share, pivot, one);
      outside[company] = plus(outside[company]!, times(outside[node]!, part, one));
      for (const [owner, ownerShare] of owners) {
        // what a company comes to hold in itself shows in its pivot
        if (owner === company) continue;
        const through = times(ownerShare, part, one);
        const direct = holds[owner]!.get(company);
        holds[owner]!.set(company, direct === undefined ? through : plus(direct, through));
        owned[company]!.add(owner);
      }
    }
    taken.push({ node, pivot, owners, companies });
  }
  return { one, taken };
}

/** Bounds of every x from those of b; `isTurned` when x follows from the owners, instead of the companies. */
export function boundsIn({ one, taken }: BoundedCircle, b: readonly Bounds[], isTurned: boolean): readonly Bounds[] {
  const x = [...b];
  for (const { node, pivot, owners, companies } of taken) {
    const own = over(x[node]!, pivot, one);
    for (const [other, share] of isTurned ? companies : owners) x[other] = plus(x[other]!, times(share, own, one));
  }
  for (const { node, pivot, owners, companies } of [...taken].reverse()) {
    const from = isTurned ? owners : companies;
    const sum = from.reduce((total, [other, share]) => plus(total, times(share, x[other]!, one)), x[node]!);
    x[node] = over(sum, pivot, one);
  }
  return x;
}
