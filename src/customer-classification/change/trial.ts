import type { CardTest } from "../card/resolved.ts";
import { leafTruth, NOT_A_CUSTOMER, type ScoreLedger } from "../ledger/ledger.ts";
import { effectOf, lineBase, SUBJECTS, type Effect } from "./effect.ts";
import type { Ends, Points, View } from "./goal.ts";
import type { Cell, Movable } from "./movable.ts";

/** A move that is tried: to somewhere between two values of a cell. */
export interface Tried {
  readonly cell: Cell;
  readonly near: number;
  readonly far: number;
  readonly effect: Effect;
}

/** What somebody would be with some moves made, and some features still to be moved. */
export interface Trial extends View {
  /** Effects of moving a feature to its cells, by the places of both. */
  readonly effects: readonly (readonly Effect[])[];
  /** Tries a move of a feature, or takes it back. */
  set(at: number, tried: Tried | null): void;
  /** Says how many of the features from a place on may still be moved. */
  leave(from: number, count: number): void;
  tried(at: number): Tried | null;
}

type Sums = Effect["sums"];

/** What the lines and tests of a feature may become while it may still be moved. */
interface Hull {
  readonly lines: ReadonlyMap<number, Points>;
  readonly tests: ReadonlyMap<number, Ends>;
}

const widest = (ends: readonly Ends[]): Ends => ({
  low: Math.min(...ends.map(({ low }) => low)),
  high: Math.max(...ends.map(({ high }) => high)),
});

const point = (value: number): Ends => ({ low: value, high: value });

/** The lowest and the highest change of each sum that the cells of one feature make. */
function extremesOf(effects: readonly Effect[]): Sums {
  const of = (part: number): Float64Array =>
    Float64Array.from({ length: SUBJECTS }, (_, subject) => {
      const changes = effects.map(({ sums }) => sums[part]![subject]!);
      return part % 2 === 0 ? Math.min(...changes) : Math.max(...changes);
    });
  return [of(0), of(1), of(2), of(3)];
}

/** Ends of what at most a given number of moves of some features make of the sums. */
function boundsOf(extremes: readonly Sums[], count: number): Sums {
  const of = (part: number): Float64Array =>
    Float64Array.from({ length: SUBJECTS }, (_, subject) => {
      const sign = part % 2 === 0 ? -1 : 1;
      const gains = extremes.map((sums) => sums[part]![subject]! * sign).filter((gain) => gain > 0);
      gains.sort((a, b) => b - a);
      return sign * gains.slice(0, count).reduce((sum, gain) => sum + gain, 0);
    });
  return [of(0), of(1), of(2), of(3)];
}

function hullOf(ledger: ScoreLedger, movable: Movable, effects: readonly Effect[]): Hull {
  const lines = movable.lines.map((index): [number, Points] => {
    const { points, most } = lineBase(ledger, index);
    const moved = effects.map(({ lines: own }) => own.get(index)!);
    return [index, { points: widest([point(points), ...moved]), most: widest([point(most), ...moved]) }];
  });
  const tests = movable.tests.map(({ leaf }): [number, Ends] => {
    const moved = effects.map(({ tests: own }) => point(own.get(leaf)!));
    return [leaf, widest([point(leafTruth(ledger, ledger.card.leaves[leaf]!, 0)), ...moved])];
  });
  return { lines: new Map(lines), tests: new Map(tests) };
}

/** A trial with nothing moved; the ledger has one record. */
export function trialOf(ledger: ScoreLedger, movables: readonly Movable[]): Trial {
  const effects = movables.map((movable) => movable.cells.map(({ near, far }) => effectOf(ledger, movable, near, far)));
  const hulls = movables.map((movable, at) => hullOf(ledger, movable, effects[at]!));
  const extremes = effects.map(extremesOf);
  const placeOfLine = new Map(movables.flatMap(({ lines }, at) => lines.map((line) => [line, at] as const)));
  const placeOfInput = new Map(movables.map(({ index }, at) => [index, at]));
  const made: (Tried | null)[] = movables.map(() => null);
  const bounds = new Map<number, Sums>();
  const base = [0, 1, 2, 3].map(() => new Float64Array(SUBJECTS)) as unknown as Sums;
  for (const [index, { axis }] of ledger.card.lines.entries()) {
    const { points, most } = lineBase(ledger, index);
    for (const subject of [axis, SUBJECTS - 1]) {
      for (const [part, sums] of base.entries()) sums[subject]! += part < 2 ? points : most;
    }
  }
  let next = 0;
  let left = 0;
  let open = boundsOf([], 0);

  const isFree = (at: number): boolean => left > 0 && at >= next && made[at] === null;
  const add = (sums: Sums, sign: number): void => {
    for (const [part, own] of sums.entries()) {
      for (let subject = 0; subject < SUBJECTS; subject++) base[part]![subject]! += sign * own[subject]!;
    }
  };
  return {
    isCustomer: ledger.customers[0] !== NOT_A_CUSTOMER,
    effects,
    set: (at, tried) => {
      const before = made[at] ?? null;
      if (before !== null) add(before.effect.sums, -1);
      if (tried !== null) add(tried.effect.sums, 1);
      made[at] = tried;
    },
    tried: (at) => made[at] ?? null,
    leave: (from, count) => {
      next = from;
      left = count;
      const key = from * (movables.length + 1) + count;
      open = bounds.get(key) ?? boundsOf(extremes.slice(from), count);
      bounds.set(key, open);
    },
    sum: (subject) => ({
      points: { low: base[0][subject]! + open[0][subject]!, high: base[1][subject]! + open[1][subject]! },
      most: { low: base[2][subject]! + open[2][subject]!, high: base[3][subject]! + open[3][subject]! },
    }),
    line: (index) => {
      const at = placeOfLine.get(index);
      const moved = at === undefined ? undefined : made[at]?.effect.lines.get(index);
      if (moved !== undefined) return { points: moved, most: moved };
      if (at !== undefined && isFree(at)) return hulls[at]!.lines.get(index)!;
      const { points, most } = lineBase(ledger, index);
      return { points: point(points), most: point(most) };
    },
    leaf: ({ leaf, input }: CardTest) => {
      const at = placeOfInput.get(input);
      const moved = at === undefined ? undefined : made[at]?.effect.tests.get(leaf);
      if (moved !== undefined) return point(moved);
      if (at !== undefined && isFree(at)) return hulls[at]!.tests.get(leaf)!;
      return point(leafTruth(ledger, ledger.card.leaves[leaf]!, 0));
    },
  };
}
