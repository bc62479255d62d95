import type { DayNumber, LocalDate } from "../core/index.ts";
import { AXES, CODE_INVALID, CODE_NOT_APPLICABLE, MAX_BANDS } from "./codes.ts";
import type { CompiledCard, CompiledLine, CompiledTest } from "./compiled.ts";
import { readInput, type InputColumn } from "./input-kernel.ts";

/** Where the values of many records come from. */
export interface Source {
  readonly rows: number;
  /** The cells of a field, null when no record has it. */
  cells(field: string): ArrayLike<unknown> | null;
}

/** When the values were observed, in day numbers. */
export interface SourceDates {
  readonly asOf: LocalDate;
  readonly day: DayNumber;
  readonly observedAt: ReadonlyMap<string, DayNumber>;
}

/** A row is complete, lacks something the card rejects, or holds a value that is refused. */
export const ROW_COMPLETE = 0;
/** See {@link ROW_COMPLETE}. */
export const ROW_INSUFFICIENT = 1;
/** See {@link ROW_COMPLETE}. */
export const ROW_INVALID = 2;

/** Truth of a test: three values, so that AND is the smallest and OR the largest. */
export const FAILS = 0;
/** See {@link FAILS}. */
export const UNDECIDED = 1;
/** See {@link FAILS}. */
export const HOLDS = 2;

/**
 * What is kept of each record: one byte a line, points only where a band does not tell them, one byte for each test on a
 * feature. Enough to rebuild every result, with no value of the customer in it. Columns lie one after the other: line
 * `k` of row `i` is at `k * rows + i`.
 */
export interface Ledger {
  readonly card: CompiledCard;
  readonly asOf: LocalDate;
  readonly rows: number;
  readonly codes: Uint8Array;
  /** Points of the lines with a rate, null for the others. */
  readonly rates: readonly (Float64Array | null)[];
  readonly axes: Float64Array;
  readonly status: Uint8Array;
  /** Byte code of the customer flag; all 0 when everybody is a customer. */
  readonly flagCodes: Uint8Array;
  /** 1 for a person who is no customer. */
  readonly strangers: Uint8Array;
  /** Truth and byte code of each test on a feature. */
  readonly truths: Uint8Array;
  readonly testCodes: Uint8Array;
}

const MISSING_CELLS: ArrayLike<unknown> = { length: 0 };

/** Whole points in proportion to a whole value, rounded down; exact, because the value is split by remainder first. */
export function ratePoints(value: number, rate: NonNullable<CompiledLine["rate"]>): number {
  const { per, points, min, max } = rate;
  let rest = value % per;
  if (rest < 0) rest += per;
  const product = rest * points;
  let over = product % per;
  if (over < 0) over += per;
  const earned = ((value - rest) / per) * points + (product - over) / per;
  return earned < min ? min : earned > max ? max : earned;
}

/** Index of the band that holds a value: edges are upper edges, exclusive. */
function bandOf(edges: Float64Array, value: number): number {
  let band = 0;
  while (band < edges.length && value >= edges[band]!) band++;
  return band;
}

function valueCode(line: CompiledLine, value: number): number {
  if (line.groups.length > 0) return line.groups[value]!;
  return line.edges.length > 0 ? bandOf(line.edges, value) : line.characteristic.scale === "flag" ? value : 0;
}

function scoreLine(ledger: Ledger, line: CompiledLine, index: number, input: InputColumn): void {
  const { rows, axes, status, strangers } = ledger;
  const { table, rejects, rate } = line;
  const codes = ledger.codes.subarray(index * rows, (index + 1) * rows);
  const sums = axes.subarray(line.axis * rows, (line.axis + 1) * rows);
  const rated = ledger.rates[index] ?? null;
  for (let row = 0; row < rows; row++) {
    let code = input.codes[row]!;
    if (line.customersOnly && strangers[row] === 1) code = CODE_NOT_APPLICABLE;
    else if (code === 0) code = valueCode(line, input.values[row]!);
    codes[row] = code;
    const points = rate !== null && code < MAX_BANDS ? ratePoints(input.values[row]!, rate) : table[code]!;
    if (rated !== null) rated[row] = points;
    sums[row]! += points;
    if (rejects[code] === 1) worsen(status, row, code);
  }
}

function worsen(status: Uint8Array, row: number, code: number): void {
  const worse = code >= CODE_INVALID ? ROW_INVALID : ROW_INSUFFICIENT;
  if (status[row]! < worse) status[row] = worse;
}

function featureHolds(test: CompiledTest, value: number): boolean {
  const { condition } = test;
  if (condition.test === "flag") return (value === 1) === condition.is;
  return condition.test === "category" ? test.wanted[value] === 1 : value >= test.low && value < test.high;
}

function unusableTruth(test: CompiledTest): number {
  const policy = "unusable" in test.condition ? test.condition.unusable : "reject";
  return policy === "reject" ? UNDECIDED : policy === "holds" ? HOLDS : FAILS;
}

function judgeLeaf(ledger: Ledger, test: CompiledTest, input: InputColumn): void {
  const { rows, status } = ledger;
  const truths = ledger.truths.subarray(test.leaf * rows, (test.leaf + 1) * rows);
  const codes = ledger.testCodes.subarray(test.leaf * rows, (test.leaf + 1) * rows);
  const unusable = unusableTruth(test);
  for (let row = 0; row < rows; row++) {
    const code = input.codes[row]!;
    codes[row] = code;
    if (code === 0) truths[row] = featureHolds(test, input.values[row]!) ? HOLDS : FAILS;
    else truths[row] = unusable;
    if (code >= CODE_INVALID) status[row] = ROW_INVALID;
  }
}

function readFlag(ledger: Ledger, input: InputColumn): void {
  const { rows, status, flagCodes, strangers } = ledger;
  for (let row = 0; row < rows; row++) {
    const code = input.codes[row]!;
    flagCodes[row] = code;
    if (code !== 0) worsen(status, row, code);
    else if (input.values[row] === 0) strangers[row] = 1;
  }
}

/** Scores every record of a source, column by column; without the rules their features are not even read. */
export function buildLedger(card: CompiledCard, source: Source, dates: SourceDates, withRules: boolean): Ledger {
  const { rows } = source;
  const ledger: Ledger = {
    card,
    asOf: dates.asOf,
    rows,
    codes: new Uint8Array(rows * card.lines.length),
    rates: card.lines.map((line) => (line.rate === null ? null : new Float64Array(rows))),
    axes: new Float64Array(rows * AXES.length),
    status: new Uint8Array(rows),
    flagCodes: new Uint8Array(rows),
    strangers: new Uint8Array(rows),
    truths: new Uint8Array(rows * card.leaves.length),
    testCodes: new Uint8Array(rows * card.leaves.length),
  };
  const read: (InputColumn | undefined)[] = [];
  const inputAt = (index: number): InputColumn => {
    const input = card.inputs[index]!;
    const { observedAtField } = input.definition;
    return (read[index] ??= readInput(
      input,
      source.cells(input.id) ?? MISSING_CELLS,
      rows,
      {
        cells: observedAtField === undefined ? null : source.cells(observedAtField),
        common: dates.observedAt.get(input.id) ?? null,
      },
      dates.day,
    ));
  };
  if (card.customerInput >= 0) readFlag(ledger, inputAt(card.customerInput));
  for (const [index, line] of card.lines.entries()) scoreLine(ledger, line, index, inputAt(line.input));
  if (withRules) for (const leaf of card.leaves) judgeLeaf(ledger, leaf, inputAt(leaf.input));
  return ledger;
}
