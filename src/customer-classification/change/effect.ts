import { FAILS, HOLDS, isOpen, type ScoreLedger } from "../ledger/ledger.ts";
import { featureHolds } from "../ledger/points.ts";
import { linePoints } from "../ledger/ledger.ts";
import { TOTAL, type Ends } from "./goal.ts";
import { pointsAt, type Movable } from "./movable.ts";

/** Sums that points go into: the axes and the total. */
export const SUBJECTS = TOTAL + 1;

/** Points of a line, and the most they can be, as the record has it. */
export interface LineBase {
  readonly points: number;
  readonly most: number;
}

/** Points of a line before anything is moved. */
export function lineBase(ledger: ScoreLedger, index: number): LineBase {
  const points = linePoints(ledger, index, 0);
  return { points, most: isOpen(ledger, index, 0) ? points + ledger.card.lines[index]!.spread : points };
}

/** What it makes of the sums, lines and tests when a value is moved to somewhere between two others of its cell. */
export interface Effect {
  /** Changes by sum: the lowest of the points, their highest; of the most they can be, the lowest and the highest. */
  readonly sums: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
  /** Points by index of line. */
  readonly lines: ReadonlyMap<number, Ends>;
  /** Truth by running number of the test. */
  readonly tests: ReadonlyMap<number, number>;
}

/** The effect of moving a value to somewhere between two values of a cell. */
export function effectOf(ledger: ScoreLedger, movable: Movable, near: number, far: number): Effect {
  const sums = [0, 1, 2, 3].map(() => new Float64Array(SUBJECTS)) as unknown as Effect["sums"];
  const [low, high, mostLow, mostHigh] = sums;
  const lines = new Map<number, Ends>();
  for (const index of movable.lines) {
    const line = ledger.card.lines[index]!;
    const [a, b] = [pointsAt(line, near), pointsAt(line, far)];
    const ends = { low: Math.min(a, b), high: Math.max(a, b) };
    lines.set(index, ends);
    const { points, most } = lineBase(ledger, index);
    for (const subject of [line.axis, TOTAL]) {
      low[subject]! += ends.low - points;
      high[subject]! += ends.high - points;
      mostLow[subject]! += ends.low - most;
      mostHigh[subject]! += ends.high - most;
    }
  }
  // the edges of the tests are edges of cells: one value of the cell is enough
  const tests = new Map(movable.tests.map((test) => [test.leaf, featureHolds(test, near) ? HOLDS : FAILS]));
  return { sums, lines, tests };
}
