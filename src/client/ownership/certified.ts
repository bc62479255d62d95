import { reachOf, type Links } from "./circles.ts";
import { boundsIn, ceiling, takeApart, type BoundedCircle } from "./circle-bounds.ts";
import { prepareCircle, solveCircle, type CircleSolver } from "./circle-solver.ts";
import { oneIn } from "./read-graph.ts";
import type { Structure } from "./structure.ts";

/*
 * Interests with proven bounds. The interests in one company solve x = e + G x, those of one owner x = e + Gᵀ x, where G
 * has the shares and e is 1 at the one that is asked about. Outside of circles every x follows from others by sums of
 * products, which are exact whole numbers as long as there are digits for them. In a circle an approximate x is improved
 * until the residual e + G x - x, which is computed exactly, is next to nothing. Then z > 0 with (I - G) z >= p > 0 is
 * looked for: (I - G) has an inverse without negative entries, so that a residual of at most c p is an error of at
 * most c z.
 */

/** Values in units of a scale, each with the most it may be wrong by; nodes not in the map have no value. */
export interface CertifiedValues {
  readonly value: ReadonlyMap<number, bigint>;
  readonly error: ReadonlyMap<number, bigint>;
}

/** Something for each way interests are followed: up, to all owners of a company, or down, to all holdings of an owner. */
export interface ByDirection<T> {
  readonly owners: T;
  readonly holdings: T;
}

/** Which way interests are followed. */
export type Direction = keyof ByDirection<unknown>;

/** Circles that were looked into before, each once for each direction; what they are made of is the same for both. */
interface Known {
  readonly solvers: Map<number, CircleSolver>;
  /** Those for which doubles have too few digits, with the unit they were last taken apart in. */
  readonly bounded: Map<number, { readonly unit: bigint; readonly apart: BoundedCircle | null }>;
  readonly circles: ByDirection<Map<number, OpenCircle>>;
}

const knownOf = /* @__PURE__ */ new WeakMap<Structure, Known>();

function knownIn(structure: Structure): Known {
  const known = knownOf.get(structure) ?? {
    solvers: new Map(),
    bounded: new Map(),
    circles: { owners: new Map(), holdings: new Map() },
  };
  knownOf.set(structure, known);
  return known;
}

/** Interests with `digits` fraction digits of everybody who has one. */
export function certify(structure: Structure, start: number, direction: Direction, digits: number): CertifiedValues {
  const isTurned = direction === "holdings";
  // x of a node is made of the x of those it depends on: of its companies, or of its owners
  const [depends, feeds] = isTurned ? [structure.heldBy, structure.held] : [structure.held, structure.heldBy];
  const { circle, whole } = structure;
  const nodes = [...reachOf([start], feeds)].sort((a, b) => (circle[a]! - circle[b]!) * (isTurned ? -1 : 1) || a - b);
  const unit = oneIn(digits);
  const value = new Map<number, bigint>();
  const error = new Map<number, bigint>();
  for (let first = 0; first < nodes.length;) {
    let end = first + 1;
    while (end < nodes.length && circle[nodes[end]!] === circle[nodes[first]!]) end++;
    const members = nodes.slice(first, end);
    first = end;
    // what comes from before, exact in units of the scale times the whole
    const sums = members.map((node) => {
      let [sum, doubt] = [node === start ? unit * whole : 0n, 0n];
      for (let at = depends.start[node]!; at < depends.start[node + 1]!; at++) {
        const other = value.get(depends.other[at]!);
        if (other === undefined) continue;
        sum += depends.weight[at]! * other;
        doubt += depends.weight[at]! * error.get(depends.other[at]!)!;
      }
      return { sum, doubt };
    });
    if (members.length === 1) {
      const { sum, doubt } = sums[0]!;
      value.set(members[0]!, sum / whole);
      error.set(members[0]!, ceiling(doubt + (sum % whole), whole));
      continue;
    }
    const name = circle[members[0]!]!;
    const known = knownIn(structure).circles[direction];
    const open = known.get(name) ?? openCircle(structure, members, depends, isTurned);
    known.set(name, open);
    const { x, doubt } = open(
      sums.map(({ sum }) => sum),
      sums.map((entry) => entry.doubt),
      digits,
    );
    for (const [index, node] of members.entries()) {
      value.set(node, x[index]!);
      error.set(node, doubt[index]!);
    }
  }
  return { value, error };
}

const sizeOf = (value: bigint): bigint => (value < 0n ? -value : value);
const greatest = (values: readonly bigint[]): bigint =>
  values.reduce((most, value) => (sizeOf(value) > most ? sizeOf(value) : most), 0n);

/** Solves a circle for what comes into it from outside, both in units of the scale times the whole. */
type OpenCircle = (
  b: readonly bigint[],
  doubts: readonly bigint[],
  digits: number,
) => { readonly x: readonly bigint[]; readonly doubt: readonly bigint[] };

/** Binary digits that a residual keeps when it becomes a double, and a correction when it becomes a whole number again. */
const KEPT_BITS = 60;
const FRACTION_BITS = 30;

/** One in the units in which the positive vector of the proof is computed. */
const PROOF_UNIT = 1_000_000_000n;

function openCircle(structure: Structure, members: readonly number[], depends: Links, isTurned: boolean): OpenCircle {
  const { whole } = structure;
  const placeOf = new Map(members.map((node, index) => [node, index]));
  const inside = members.map((node) => {
    const links: InnerLink[] = [];
    for (let at = depends.start[node]!; at < depends.start[node + 1]!; at++) {
      const place = placeOf.get(depends.other[at]!);
      if (place !== undefined) links.push({ place, weight: depends.weight[at]! });
    }
    return links;
  });
  const solver = solverOf(structure, members, inside, isTurned);

  const residual = (b: readonly bigint[], x: readonly bigint[]): bigint[] =>
    inside.map((links, index) => {
      let rest = b[index]! - whole * x[index]!;
      for (const { place, weight } of links) rest += weight * x[place]!;
      return rest;
    });
  const corrected = (x: readonly bigint[], rest: readonly bigint[], most: bigint): bigint[] => {
    const shift = BigInt(Math.max(0, most.toString(2).length - KEPT_BITS));
    const step = solveCircle(
      solver,
      Float64Array.from(rest, (value) => Number(value >> shift)),
      isTurned,
    );
    return x.map((value, index) => {
      const scaled = BigInt(Math.round(step[index]! * 2 ** FRACTION_BITS)) << shift;
      return value + (scaled / whole + (1n << BigInt(FRACTION_BITS - 1))) / (1n << BigInt(FRACTION_BITS));
    });
  };
  /** Improves x until `isEnough`, or until a step gains next to nothing. */
  const improve = (b: readonly bigint[], isEnough: (rest: readonly bigint[], most: bigint) => boolean) => {
    let x: readonly bigint[] = b.map(() => 0n);
    let rest = residual(b, x);
    let most = greatest(rest);
    for (let before = 2n * most; !isEnough(rest, most) && 2n * most <= before;) {
      before = most;
      const next = corrected(x, rest, most);
      const nextRest = residual(b, next);
      if (greatest(nextRest) < most) [x, rest, most] = [next, nextRest, greatest(nextRest)];
    }
    return { x, rest };
  };
  const least = (PROOF_UNIT * whole) / 2n;
  const isProof = (rest: readonly bigint[]): boolean => rest.every((value) => value <= least);
  const proof = improve(
    members.map(() => PROOF_UNIT * whole),
    isProof,
  );
  const bounds: OpenCircle = (...of) => boundsOf(structure, members, inside, isTurned, ...of);
  // a circle that nearly owns itself wholly, so that doubles have too few digits for it
  if (!isProof(proof.rest)) return bounds;
  // as good as x can be in whole units: each is rounded, and each equation has at most all of them
  const rounding = whole * BigInt(members.length + 1);
  return (b, doubts, digits) => {
    const { x, rest } = improve(b, (_, most) => most === 0n);
    if (greatest(rest) > rounding) return bounds(b, doubts, digits);
    const most = greatest(rest.map((value, index) => sizeOf(value) + doubts[index]!));
    return { x, doubt: proof.x.map((size) => ceiling(most * size, least)) };
  };
}

/** Bounds by elimination in whole numbers; what has too few digits for a bound is in doubt by more than all. */
function boundsOf(
  structure: Structure,
  members: readonly number[],
  inside: readonly (readonly InnerLink[])[],
  isTurned: boolean,
  b: readonly bigint[],
  doubts: readonly bigint[],
  digits: number,
): { readonly x: readonly bigint[]; readonly doubt: readonly bigint[] } {
  const { whole } = structure;
  const unit = oneIn(digits);
  const apart = apartOf(structure, members, inside, isTurned, unit);
  if (apart === null) return { x: b.map(() => 0n), doubt: b.map(() => whole * unit) };
  const given = b.map((sum, index) => {
    const doubt = doubts[index]!;
    return [sum > doubt ? (sum - doubt) / whole : 0n, ceiling(sum + doubt, whole)] as const;
  });
  const found = boundsIn(apart, given, isTurned);
  return { x: found.map(([low]) => low), doubt: found.map(([low, high]) => high - low) };
}

/** A circle taken apart in a unit, once for both directions and all questions in that unit. */
function apartOf(
  structure: Structure,
  members: readonly number[],
  inside: readonly (readonly InnerLink[])[],
  isTurned: boolean,
  unit: bigint,
): BoundedCircle | null {
  const known = knownIn(structure).bounded;
  const name = structure.circle[members[0]!]!;
  const found = known.get(name);
  if (found?.unit === unit) return found.apart;
  const { taken, rest } = solverOf(structure, members, inside, isTurned);
  const { whole } = structure;
  const order = [...taken.map(({ node }) => node), ...rest.nodes];
  const apart = takeApart({ ...sharesOf(inside, isTurned, whole), order, whole, unit });
  known.set(name, { unit, apart });
  return apart;
}

/** A link inside a circle: what a member depends on, by its place in the circle. */
interface InnerLink {
  readonly place: number;
  readonly weight: bigint;
}

/** Links inside a circle from owner to company, and what of each company is not held inside. */
function sharesOf(inside: readonly (readonly InnerLink[])[], isTurned: boolean, whole: bigint) {
  const [owners, companies, weights]: [number[], number[], bigint[]] = [[], [], []];
  const outside = inside.map(() => whole);
  for (const [index, links] of inside.entries()) {
    for (const { place, weight } of links) {
      const [owner, company] = isTurned ? [place, index] : [index, place];
      owners.push(owner);
      companies.push(company);
      weights.push(weight);
      outside[company]! -= weight;
    }
  }
  return { owners, companies, weights, outside };
}

/** The solver of a circle, made once for both directions. */
function solverOf(
  structure: Structure,
  members: readonly number[],
  inside: readonly (readonly InnerLink[])[],
  isTurned: boolean,
): CircleSolver {
  const known = knownIn(structure).solvers;
  const name = structure.circle[members[0]!]!;
  const found = known.get(name);
  if (found !== undefined) return found;
  const { owners, companies, weights, outside } = sharesOf(inside, isTurned, structure.whole);
  const unit = Number(structure.whole);
  const solver = prepareCircle({
    size: members.length,
    owners: Int32Array.from(owners),
    companies: Int32Array.from(companies),
    shares: Float64Array.from(weights, (weight) => Number(weight) / unit),
    outside: Float64Array.from(outside, (rest) => Number(rest) / unit),
  });
  known.set(name, solver);
  return solver;
}
