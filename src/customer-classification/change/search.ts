import type { ScoreLedger } from "../ledger/ledger.ts";
import { effectOf } from "./effect.ts";
import { chanceOf, type Chance, type Goal } from "./goal.ts";
import { stepsTo, type Cell, type Movable } from "./movable.ts";
import type { Trial } from "./trial.ts";

/**
 * How often `gapToType` looks at a combination of moves, or at many of them at once, before it answers that they are too
 * many to say which are the fewest.
 */
export const GAP_SEARCH_LIMIT = 100_000;

/** A value to reach, in the units of the ledger. */
export interface Reached {
  readonly movable: Movable;
  readonly cell: Cell;
  readonly value: number;
}

/** The moves with the fewest features and, of those, the fewest steps. */
export type SearchResult =
  | { readonly status: "found"; readonly moves: readonly Reached[]; readonly steps: number }
  | { readonly status: "none" }
  | { readonly status: "too-wide" };

/** Everything one search shares. */
interface Hunt {
  readonly ledger: ScoreLedger;
  readonly movables: readonly Movable[];
  readonly trial: Trial;
  readonly goal: Goal;
  looks: number;
  best: { readonly moves: readonly Reached[]; readonly steps: number } | null;
}

/** Whether the goal can be reached by what is tried; a search that has looked often enough finds nothing more. */
function look(hunt: Hunt): Chance {
  hunt.looks++;
  if (hunt.looks > GAP_SEARCH_LIMIT) return { possible: false, certain: false };
  return chanceOf(hunt.trial, hunt.goal, hunt.ledger.card);
}

/** Places of the features that are moved. */
const movedOf = ({ movables, trial }: Hunt): readonly number[] =>
  [...movables.keys()].filter((at) => trial.tried(at) !== null);

const stepsOf = ({ movables, trial }: Hunt, moved: readonly number[]): number =>
  moved.reduce((sum, at) => {
    const { cell, near } = trial.tried(at)!;
    return sum + stepsTo(movables[at]!, cell, near);
  }, 0);

/** Narrows a tried move to a part of its cell. */
function narrow({ ledger, movables, trial }: Hunt, at: number, near: number, far: number): void {
  const { cell } = trial.tried(at)!;
  trial.set(at, { cell, near, far, effect: effectOf(ledger, movables[at]!, near, far) });
}

/** The moves as they are tried now, each to its nearest value. */
function note(hunt: Hunt, moved: readonly number[], steps: number): void {
  const moves = moved.map((at): Reached => {
    const { cell, near } = hunt.trial.tried(at)!;
    return { movable: hunt.movables[at]!, cell, value: near };
  });
  hunt.best = { moves, steps };
}

/** Looks for the best values inside the cells that are tried, halving them where the answer depends on the value. */
function refine(hunt: Hunt, moved: readonly number[]): void {
  const steps = stepsOf(hunt, moved);
  if (hunt.best !== null && steps >= hunt.best.steps) return;
  const { possible, certain } = look(hunt);
  if (!possible) return;
  if (certain) {
    note(hunt, moved, steps);
    return;
  }
  const width = (at: number): number => {
    const { near, far } = hunt.trial.tried(at)!;
    return Math.abs(far - near);
  };
  const widest = moved.reduce((a, b) => (width(b) > width(a) ? b : a));
  const whole = hunt.trial.tried(widest)!;
  const { near, far } = whole;
  if (near === far) return;
  const middle = near + Math.trunc((far - near) / 2);
  narrow(hunt, widest, near, middle);
  refine(hunt, moved);
  narrow(hunt, widest, middle + Math.sign(far - near), far);
  refine(hunt, moved);
  hunt.trial.set(widest, whole);
}

/** Tries every choice of a given number of features from a place on, and every cell of each. */
function choose(hunt: Hunt, from: number, count: number, steps: number): void {
  const { movables, trial } = hunt;
  trial.leave(from, count);
  if (count === 0) {
    refine(hunt, movedOf(hunt));
    return;
  }
  if (movables.length - from < count || !look(hunt).possible) return;
  for (const [index, cell] of movables[from]!.cells.entries()) {
    const { near, far } = cell;
    const more = steps + stepsTo(movables[from]!, cell, near);
    // each of the others costs a step at least; the cells are in the order of their steps
    if (hunt.best !== null && more + count - 1 >= hunt.best.steps) break;
    trial.set(from, { cell, near, far, effect: trial.effects[from]![index]! });
    choose(hunt, from + 1, count - 1, more);
  }
  trial.set(from, null);
  choose(hunt, from + 1, count, steps);
}

/** Brings each value as near to the present one as the others allow: inside one step there is more than one value. */
function tighten(hunt: Hunt, found: NonNullable<Hunt["best"]>): NonNullable<Hunt["best"]> {
  const { ledger, movables, trial } = hunt;
  const places = found.moves.map(({ movable }) => movables.indexOf(movable));
  const isDone = (): boolean => chanceOf(trial, hunt.goal, ledger.card).certain;
  trial.leave(movables.length, 0);
  for (const [index, { cell, value }] of found.moves.entries()) {
    trial.set(places[index]!, {
      cell,
      near: value,
      far: value,
      effect: effectOf(ledger, movables[places[index]!]!, value, value),
    });
  }
  return { steps: found.steps, moves: found.moves.map((move, index) => nearest(hunt, move, places[index]!, isDone)) };
}

/** The nearest value of a move that still does, with the others as they are tried; they do with its present value. */
function nearest(hunt: Hunt, move: Reached, at: number, isDone: () => boolean): Reached {
  let good = move.value;
  let bad = move.cell.near - Math.sign(move.cell.far - move.cell.near);
  while (Math.abs(good - bad) > 1) {
    const middle = bad + Math.trunc((good - bad) / 2);
    narrow(hunt, at, middle, middle);
    if (isDone()) good = middle;
    else bad = middle;
  }
  narrow(hunt, at, good, good);
  return { ...move, value: good };
}

/** Looks for the fewest features whose moves reach the goal and, of those, for the moves with the fewest steps. */
export function searchMoves(ledger: ScoreLedger, movables: readonly Movable[], trial: Trial, goal: Goal): SearchResult {
  const hunt: Hunt = { ledger, movables, trial, goal, looks: 0, best: null };
  for (let count = 1; count <= movables.length; count++) {
    choose(hunt, 0, count, 0);
    // what was found last may not be the best where not everything was looked at
    if (hunt.looks > GAP_SEARCH_LIMIT) return { status: "too-wide" };
    if (hunt.best !== null) return { status: "found", ...tighten(hunt, hunt.best) };
  }
  return { status: "none" };
}
