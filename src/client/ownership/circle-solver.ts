/*
 * Approximate solutions, in doubles, of x = b + A x for one circle of companies, where A[i][j] is what i holds in j.
 * Companies with few owners and few holdings are taken out one after the other: whatever is held through them is added
 * to what is held directly. What is left, companies that nearly all hold one another, is solved by iteration (the
 * stabilised bi-conjugate gradients of van der Vorst). How good an answer is, is for `certified.ts` to prove.
 */

/** A company taken out of its circle, with its owners and its holdings at that time. */
interface TakenOut {
  readonly node: number;
  /** 1 less what it holds in itself through those taken out before. */
  readonly pivot: number;
  readonly owners: Float64Array;
  readonly ownerShares: Float64Array;
  readonly companies: Float64Array;
  readonly companyShares: Float64Array;
}

/** What is left of a circle. */
interface Rest {
  readonly nodes: Int32Array;
  readonly pivots: Float64Array;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly shares: Float64Array;
}

/** A circle made ready for any right-hand side. */
export interface CircleSolver {
  readonly taken: readonly TakenOut[];
  readonly rest: Rest;
}

/** Holdings inside a circle, and what of each company is held by others or by nobody. */
export interface CircleShares {
  readonly size: number;
  readonly owners: Int32Array;
  readonly companies: Int32Array;
  readonly shares: Float64Array;
  readonly outside: Float64Array;
}

/** Greatest number of links, owners times holdings, that taking a company out may add: more is left to iteration. */
const MOST_NEW_LINKS = 64;

/** A circle no larger than this is taken out to the end, since that costs nothing and cannot fail. */
const SMALL = 100;

/** Makes a circle ready. */
export function prepareCircle(circle: CircleShares): CircleSolver {
  const { size } = circle;
  const holds = Array.from({ length: size }, () => new Map<number, number>());
  const owned = Array.from({ length: size }, () => new Set<number>());
  for (let at = 0; at < circle.owners.length; at++) {
    const [owner, company] = [circle.owners[at]!, circle.companies[at]!];
    holds[owner]!.set(company, circle.shares[at]!);
    owned[company]!.add(owner);
  }
  const outside = circle.outside.slice();
  // a company stands in the queue of the square root of the links it would add
  const queues: number[][] = [];
  const placeOf = (node: number): number => Math.ceil(Math.sqrt(holds[node]!.size * owned[node]!.size));
  const enqueue = (node: number): void => {
    (queues[placeOf(node)] ??= []).push(node);
  };
  for (let node = size - 1; node >= 0; node--) enqueue(node);
  const isOut = new Uint8Array(size);
  const taken: TakenOut[] = [];

  /** Share of a company that is not its own: added up, so that a tiny one is as exact as a large one. */
  const pivotOf = (node: number): number => {
    let pivot = outside[node]!;
    for (const owner of owned[node]!) pivot += holds[owner]!.get(node)!;
    return pivot;
  };
  const takeOut = (node: number): void => {
    isOut[node] = 1;
    const [owners, companies] = [[...owned[node]!], [...holds[node]!]];
    const pivot = pivotOf(node);
    const ownerShares = owners.map((owner) => holds[owner]!.get(node)!);
    for (const owner of owners) holds[owner]!.delete(node);
    for (const [company, share] of companies) {
      owned[company]!.delete(node);
      outside[company]! += (outside[node]! * share) / pivot;
      for (const [index, owner] of owners.entries()) {
        // what a company comes to hold in itself shows in its pivot
        if (owner === company) continue;
        const through = (ownerShares[index]! * share) / pivot;
        holds[owner]!.set(company, (holds[owner]!.get(company) ?? 0) + through);
        owned[company]!.add(owner);
      }
    }
    for (const owner of owners) enqueue(owner);
    for (const [company] of companies) enqueue(company);
    taken.push({
      node,
      pivot,
      owners: Float64Array.from(owners),
      ownerShares: Float64Array.from(ownerShares),
      companies: Float64Array.from(companies, ([company]) => company),
      companyShares: Float64Array.from(companies, ([, share]) => share),
    });
  };
  for (let place = 0; place < queues.length;) {
    const node = queues[place]?.pop();
    if (node === undefined) {
      place++;
      continue;
    }
    if (isOut[node] === 1 || placeOf(node) !== place) continue;
    const links = holds[node]!.size * owned[node]!.size;
    if (links > MOST_NEW_LINKS && size - taken.length > SMALL) break;
    takeOut(node);
    // its neighbours may have fewer links now than any queue before this place has
    place = Math.max(0, place - 1);
    while (place > 0 && (queues[place - 1]?.length ?? 0) > 0) place--;
  }
  return { taken, rest: restOf(holds, isOut, pivotOf) };
}

function restOf(
  holds: readonly ReadonlyMap<number, number>[],
  isOut: Uint8Array,
  pivotOf: (node: number) => number,
): Rest {
  const nodes = Int32Array.from(holds.keys()).filter((node) => isOut[node] === 0);
  const placeOf = new Map(Array.from(nodes, (node, place) => [node, place]));
  const [rows, columns, shares]: [number[], number[], number[]] = [[], [], []];
  for (const [place, node] of nodes.entries()) {
    for (const [company, share] of holds[node]!) {
      rows.push(place);
      columns.push(placeOf.get(company)!);
      shares.push(share);
    }
  }
  return {
    nodes,
    pivots: Float64Array.from(nodes, pivotOf),
    rows: Int32Array.from(rows),
    columns: Int32Array.from(columns),
    shares: Float64Array.from(shares),
  };
}

/**
 * Solves x = b + A x, or x = b + Aᵀ x when `turned`; `b` is overwritten by x.
 */
export function solveCircle({ taken, rest }: CircleSolver, b: Float64Array, turned: boolean): Float64Array {
  const x = b;
  for (const out of taken) {
    const own = x[out.node]! / out.pivot;
    const [to, shares] = turned ? [out.companies, out.companyShares] : [out.owners, out.ownerShares];
    for (let at = 0; at < to.length; at++) x[to[at]!]! += shares[at]! * own;
  }
  const solved = iterate(
    rest,
    Float64Array.from(rest.nodes, (node) => x[node]!),
    turned,
  );
  for (const [place, node] of rest.nodes.entries()) x[node] = solved[place]!;
  for (let index = taken.length - 1; index >= 0; index--) {
    const out = taken[index]!;
    const [from, shares] = turned ? [out.owners, out.ownerShares] : [out.companies, out.companyShares];
    let own = x[out.node]!;
    for (let at = 0; at < from.length; at++) own += shares[at]! * x[from[at]!]!;
    x[out.node] = own / out.pivot;
  }
  return x;
}

/** Most steps of one iteration; the caller asks again for what is left. */
const MOST_STEPS = 200;

/** How much of a right-hand side may be left over. */
const CLOSE_ENOUGH = 1e-10;

/** Solves the rest by iteration, each equation divided by its pivot. */
function iterate({ nodes, pivots, rows, columns, shares }: Rest, b: Float64Array, turned: boolean): Float64Array {
  const size = nodes.length;
  const x = new Float64Array(size);
  if (size === 0) return x;
  const [to, from] = turned ? [columns, rows] : [rows, columns];
  const times = (v: Float64Array): Float64Array => {
    const y = v.slice();
    const scaled = new Float64Array(size);
    for (let at = 0; at < to.length; at++) scaled[to[at]!]! += shares[at]! * v[from[at]!]!;
    for (let i = 0; i < size; i++) y[i]! -= scaled[i]! / pivots[i]!;
    return y;
  };
  const dot = (u: Float64Array, v: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += u[i]! * v[i]!;
    return sum;
  };
  const r = b.map((value, i) => value / pivots[i]!);
  const shadow = r.slice();
  const goal = dot(r, r) * CLOSE_ENOUGH * CLOSE_ENOUGH;
  let p = r.slice();
  let rho = dot(shadow, r);
  for (let step = 0; step < MOST_STEPS && dot(r, r) > goal; step++) {
    const v = times(p);
    const alpha = rho / dot(shadow, v);
    if (!Number.isFinite(alpha)) break;
    for (let i = 0; i < size; i++) {
      r[i]! -= alpha * v[i]!;
      x[i]! += alpha * p[i]!;
    }
    const t = times(r);
    const length = dot(t, t);
    if (length === 0) break;
    const omega = dot(t, r) / length;
    for (let i = 0; i < size; i++) {
      x[i]! += omega * r[i]!;
      r[i]! -= omega * t[i]!;
    }
    const next = dot(shadow, r);
    const beta = (next / rho) * (alpha / omega);
    if (!Number.isFinite(beta)) break;
    rho = next;
    p = p.map((value, i) => r[i]! + beta * (value - omega * v[i]!));
  }
  return x;
}
