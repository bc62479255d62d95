import { whyImmovable } from "../card/immovable.ts";
import type { CardInput, CardLine, CardTest, ResolvedCard } from "../card/resolved.ts";
import { CODE_NOT_APPLICABLE } from "../ledger/codes.ts";
import { fillInput, inputColumn } from "../ledger/inputs.ts";
import { dateCells, NO_CELLS } from "../ledger/record-source.ts";
import { featureHolds, bandOf, ratePoints } from "../ledger/points.ts";
import type { RecordLedger } from "../ledger/source.ts";

/*
 * What may be moved, and where to: a feature is moved as a whole, with every line and every test that looks at it. Its
 * values fall into cells between the edges that the card draws for it, and inside a cell nothing changes but the points
 * of a rate.
 */

/** A cell a value can be moved to, in the units of the ledger: the nearest of its values, and the farthest. */
export interface Cell {
  readonly near: number;
  readonly far: number;
  /** Edges between the present value and the cell; 1 for another category or the other answer of a flag. */
  readonly crossed: number;
  /** The edge that a number which is not whole has to be under; for cells below the present one. */
  readonly under?: number;
}

/** A feature that may be moved. */
export interface Movable {
  readonly index: number;
  readonly input: CardInput;
  /** The present value in the units of the ledger; null where it is not usable. */
  readonly start: number | null;
  /** Indexes of the lines that count for this person. */
  readonly lines: readonly number[];
  readonly tests: readonly CardTest[];
  /** The smallest unit that earns points in proportion; 0 where none do. */
  readonly per: number;
  /** In order of their steps. */
  readonly cells: readonly Cell[];
}

/** Steps to a value of a cell: one for each edge crossed, and one for each unit of a rate that is begun. */
export function stepsTo({ start, per }: Pick<Movable, "start" | "per">, { crossed }: Cell, value: number): number {
  const units = per === 0 ? 0 : Math.ceil(Math.abs(value - (start ?? 0)) / per);
  return Math.max(1, crossed + units);
}

/** Points of a line for a usable value. */
export function pointsAt(line: CardLine, value: number): number {
  const { edges, groups, rate, table, characteristic } = line;
  switch (characteristic.scale) {
    case "linear":
      return rate === null ? 0 : ratePoints(value, rate);
    case "bands":
      return table[bandOf(edges, value)]!;
    case "categories":
      return table[groups[value]!]!;
    case "flag":
      return table[value]!;
  }
}

/** The edges a card draws for a feature, ascending. */
function edgesOf(lines: readonly CardLine[], tests: readonly CardTest[]): readonly number[] {
  const edges = new Set<number>();
  for (const line of lines) for (const edge of line.edges) if (edge < Infinity) edges.add(edge);
  for (const { low, high } of tests) {
    if (low !== -Infinity) edges.add(low);
    if (high !== Infinity) edges.add(high);
  }
  return [...edges].sort((a, b) => a - b);
}

/** The value beyond which a rate gives its most or its fewest points, in one direction. */
function saturation({ rate }: CardLine, upwards: boolean): number | null {
  if (rate === null || rate.points === 0) return null;
  const limit = rate.points > 0 === upwards ? rate.max : rate.min;
  const value = (limit / rate.points) * rate.per;
  const beyond = upwards ? Math.ceil(value) + 1 : Math.floor(value) - 1;
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, beyond));
}

/** From a value on, the farthest that makes a difference to some rate. */
function farthest(rates: readonly CardLine[], upwards: boolean, from: number): number {
  const ends = rates.map((line) => saturation(line, upwards) ?? from);
  return upwards ? Math.max(from, ...ends) : Math.min(from, ...ends);
}

/** The largest number that is less than an edge, of those the machine has. */
function justBelow(edge: number): number {
  if (edge === 0) return -Number.MIN_VALUE;
  const bits = new BigInt64Array(new Float64Array([edge]).buffer);
  bits[0]! += edge > 0 ? -1n : 1n;
  return new Float64Array(bits.buffer)[0]!;
}

/** What is known of an amount before it is moved. */
interface Start {
  /** The present value, or 0 where it is not usable. */
  readonly origin: number;
  readonly isKnown: boolean;
  /** Whether values are whole numbers, so that there is a last one before an edge. */
  readonly isWhole: boolean;
}

/**
 * Cells of an amount in one direction, from the present one on: inside that, only a rate makes a difference, unless the
 * value is not known.
 */
function cellsTowards(
  upwards: boolean,
  { origin, isKnown, isWhole }: Start,
  edges: readonly number[],
  rates: readonly CardLine[],
): Cell[] {
  const beyond = upwards ? edges.filter((edge) => edge > origin) : edges.filter((edge) => edge <= origin).reverse();
  const step = upwards ? 1 : -1;
  return [null, ...beyond].flatMap((edge, crossed): Cell[] => {
    const next = beyond[crossed];
    const isHere = edge === null;
    if (isHere && isKnown && rates.length === 0) return [];
    const here = isKnown ? origin + step : origin;
    const under = (at: number): number => (isWhole ? at - 1 : justBelow(at));
    const near = isHere ? here : upwards ? edge : under(edge);
    if (rates.length === 0) {
      return [{ near, far: near, crossed, ...(isWhole || upwards || isHere ? {} : { under: edge }) }];
    }
    const far = next === undefined ? farthest(rates, upwards, near) : upwards ? next - 1 : next;
    return (far - near) * step < 0 ? [] : [{ near, far, crossed }];
  });
}

/** One cell for each different answer of a category or a flag. */
function cellsOfKinds(
  values: readonly number[],
  start: number | null,
  lines: readonly CardLine[],
  tests: readonly CardTest[],
): Cell[] {
  const answer = (value: number): string =>
    [...lines.map((line) => pointsAt(line, value)), ...tests.map((test) => featureHolds(test, value))].join();
  const seen = new Set(start === null ? [] : [answer(start)]);
  return values.flatMap((value) => {
    const own = answer(value);
    if (value === start || seen.has(own)) return [];
    seen.add(own);
    return [{ near: value, far: value, crossed: 1 }];
  });
}

function cellsOf(
  input: CardInput,
  start: number | null,
  lines: readonly CardLine[],
  tests: readonly CardTest[],
): readonly Cell[] {
  const { kind, moves } = input.definition;
  const isUp = moves === "up" || moves === "either";
  const isDown = moves === "down" || moves === "either";
  if (kind === "category") return cellsOfKinds([...input.categories.values()], start, lines, tests);
  if (kind === "flag") return cellsOfKinds([...(isUp ? [1] : []), ...(isDown ? [0] : [])], start, lines, tests);
  const edges = edgesOf(lines, tests);
  const rates = lines.filter(({ rate }) => rate !== null);
  const from = { origin: start ?? 0, isKnown: start !== null, isWhole: kind !== "number" };
  const up = isUp ? cellsTowards(true, from, edges, rates) : [];
  const down = isDown ? cellsTowards(false, from, edges, rates) : [];
  // where the value is not known, both ways begin with the cell of 0
  return isUp && !from.isKnown ? [...up, ...down.slice(1)] : [...up, ...down];
}

/** Whether two features take the day of their observation from one field: to date one is to date the other. */
function isDatedWithOthers(card: ResolvedCard, { definition }: CardInput): boolean {
  const { observedAtField } = definition;
  const sharing = card.inputs.filter((other) => other.definition.observedAtField === observedAtField);
  return observedAtField !== undefined && (sharing.length > 1 || card.inputIndex.has(observedAtField));
}

/**
 * The features of a record that may be moved and make a difference, in the order of the characteristics of the card; those
 * that only rules look at come after them.
 */
export function movablesOf({ ledger, source, dates }: RecordLedger): readonly Movable[] {
  const { card } = ledger;
  const placeOf = ({ index }: Movable): number => {
    const place = card.lines.findIndex(({ input }) => input === index);
    return place < 0 ? card.lines.length : place;
  };
  const movables = card.inputs.flatMap((input, index): Movable[] => {
    const { id, definition } = input;
    if (definition.moves === undefined || whyImmovable(card.card, id) !== null) return [];
    const lines = [...card.lines.keys()].filter(
      (line) => card.lines[line]!.input === index && ledger.codes[line * ledger.rows] !== CODE_NOT_APPLICABLE,
    );
    const tests = card.leaves.filter((test) => test.input === index);
    const { observedAtField } = definition;
    const observed = {
      cells: observedAtField === undefined ? null : dateCells(source, observedAtField),
      common: dates.observedAt.get(id) ?? null,
    };
    const column = inputColumn(1);
    fillInput(input, source.cells(id) ?? NO_CELLS, 0, 1, observed, dates.day, column);
    const { values, codes } = column;
    const start = codes[0] === 0 ? values[0]! : null;
    if (start === null && isDatedWithOthers(card, input)) return [];
    const own = lines.map((line) => card.lines[line]!);
    const cells = cellsOf(input, start, own, tests);
    const pers = own.flatMap(({ rate }) => (rate === null ? [] : [rate.per]));
    const per = pers.length === 0 ? 0 : Math.min(...pers);
    const made = { index, input, start, lines, tests, per };
    const ofCell = (cell: Cell): number => stepsTo(made, cell, cell.near);
    // of two cells as far away, the one upwards is first: the order of sorting is stable
    return cells.length === 0 ? [] : [{ ...made, cells: [...cells].sort((a, b) => ofCell(a) - ofCell(b)) }];
  });
  return movables.sort((a, b) => placeOf(a) - placeOf(b));
}
