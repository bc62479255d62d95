import type { DayNumber, LocalDate } from "../../core/index.ts";
import { CODE_INVALID, CODE_NOT_APPLICABLE, CODE_STALE, MAX_BANDS } from "./codes.ts";
import type { ResolvedCard, CardLine, CardTest } from "../card/resolved.ts";
import { isMoneyColumn, readInput, type Cells, type InputColumn } from "./inputs.ts";
import { AXES } from "../classes.ts";

/** Where the values of many records come from. */
export interface RecordSource {
  readonly rows: number;
  /** The cells of a field, null when no record has it. */
  cells(field: string): Cells | null;
}

/** When the values were observed, in day numbers. */
export interface ObservationDates {
  readonly asOf: LocalDate;
  readonly day: DayNumber;
  readonly observedAt: ReadonlyMap<string, DayNumber>;
}

/** A row is complete, lacks something the card requires, or holds a value that is refused. */
export const ROW_COMPLETE = 0;
/** See {@link ROW_COMPLETE}. */
export const ROW_INSUFFICIENT = 1;
/** See {@link ROW_COMPLETE}. */
export const ROW_INVALID = 2;
/** The row is not a record at all: nothing of it was read. */
export const ROW_UNREADABLE = 3;

/** Truth of a test: three values, so that AND is the smallest and OR the largest. */
export const FAILS = 0;
/** See {@link FAILS}. */
export const UNDECIDED = 1;
/** See {@link FAILS}. */
export const HOLDS = 2;

/** No block holds. */
export const NO_BLOCK = 0;
/** A block depends on a value that the row lacks. */
export const BLOCK_UNDECIDED = 255;

/** The place of the block that holds for a row, among those of the card; -1 for none. */
export function blockOf(ledger: ScoreLedger, row: number): number {
  const code = ledger.blocks[row]!;
  return code === BLOCK_UNDECIDED ? -1 : code - 1;
}

/** Whether a row has an answer: nothing on it is refused, or a block holds all the same. */
export function hasAnswer(ledger: ScoreLedger, row: number): boolean {
  const status = ledger.status[row]!;
  return status < ROW_INVALID || (status === ROW_INVALID && blockOf(ledger, row) >= 0);
}

/**
 * What is kept of each record: one byte per line, points only where no band gives them, one byte for each test on a
 * feature. Enough to rebuild every result, with no value of the customer in it. Columns follow one another: line `k` of
 * row `i` is at `k * rows + i`.
 */
export interface ScoreLedger {
  readonly card: ResolvedCard;
  readonly asOf: LocalDate;
  readonly rows: number;
  readonly codes: Uint8Array;
  /** Points of the lines with a rate, null for the others. */
  readonly rates: readonly (Float64Array | null)[];
  readonly axes: Float64Array;
  readonly status: Uint8Array;
  /** Byte code of the customer flag; all 0 when everybody is a customer. */
  readonly flagCodes: Uint8Array;
  /** 1 for a person who is not a customer. */
  readonly nonCustomers: Uint8Array;
  /** Truth and byte code of each test on a feature. */
  readonly truths: Uint8Array;
  readonly testCodes: Uint8Array;
  /** The block that holds, counted from 1; {@link NO_BLOCK}, or {@link BLOCK_UNDECIDED} when none holds and one may. */
  readonly blocks: Uint8Array;
}

/** The cells of a feature that no record has. */
export const MISSING_CELLS: ArrayLike<unknown> = { length: 0 };

/** Whole points in proportion to a whole value, rounded down; exact, because the value is split by remainder first. */
export function ratePoints(value: number, rate: NonNullable<CardLine["rate"]>): number {
  const { per, points, min, max } = rate;
  let rest = value % per;
  if (rest < 0) rest += per;
  const product = rest * points;
  let over = product % per;
  if (over < 0) over += per;
  const earned = ((value - rest) / per) * points + (product - over) / per;
  return earned < min ? min : earned > max ? max : earned;
}

/** Bands or groups of one line for every row; an input without a usable value passes its byte code on. */
function placeLine(line: CardLine, input: InputColumn, codes: Uint8Array): void {
  const { edges, groups, characteristic } = line;
  const { values } = input;
  codes.set(input.codes);
  if (characteristic.scale === "bands") {
    const last = edges.length;
    for (let row = 0; row < codes.length; row++) {
      if (codes[row] !== 0) continue;
      const value = values[row]!;
      let band = 0;
      while (band < last && value >= edges[band]!) band++;
      codes[row] = band;
    }
  } else if (characteristic.scale === "categories") {
    for (let row = 0; row < codes.length; row++) if (codes[row] === 0) codes[row] = groups[values[row]!]!;
  } else if (characteristic.scale === "flag") {
    for (let row = 0; row < codes.length; row++) if (codes[row] === 0) codes[row] = values[row]!;
  }
}

function scoreLine(ledger: ScoreLedger, line: CardLine, index: number, input: InputColumn): void {
  const { rows, axes, status, nonCustomers } = ledger;
  const { table, rejects, rate } = line;
  const codes = ledger.codes.subarray(index * rows, (index + 1) * rows);
  const sums = axes.subarray(line.axis * rows, (line.axis + 1) * rows);
  placeLine(line, input, codes);
  if (line.customersOnly && ledger.card.customerInput >= 0) {
    for (let row = 0; row < rows; row++) if (nonCustomers[row] === 1) codes[row] = CODE_NOT_APPLICABLE;
  }
  const rated = ledger.rates[index] ?? null;
  if (rate !== null && rated !== null) {
    for (let row = 0; row < rows; row++) {
      const code = codes[row]!;
      rated[row] = code === 0 ? ratePoints(input.values[row]!, rate) : table[code]!;
      sums[row]! += rated[row]!;
    }
  } else for (let row = 0; row < rows; row++) sums[row]! += table[codes[row]!]!;
  for (let row = 0; row < rows; row++) {
    const code = codes[row]!;
    if (code > CODE_NOT_APPLICABLE && rejects[code] === 1) worsen(status, row, code);
  }
}

function worsen(status: Uint8Array, row: number, code: number): void {
  const worse = code >= CODE_INVALID ? ROW_INVALID : ROW_INSUFFICIENT;
  if (status[row]! < worse) status[row] = worse;
}

/** Whether a line leaves open what its value is worth. */
export function isOpen(ledger: ScoreLedger, index: number, row: number): boolean {
  return ledger.card.lines[index]!.opens[ledger.codes[index * ledger.rows + row]!] === 1;
}

/** Whether some line of an axis has a usable value. */
export function isAxisKnown(ledger: ScoreLedger, axis: number, row: number): boolean {
  const { card, codes, rows } = ledger;
  return card.lines.some((line, index) => line.axis === axis && codes[index * rows + row]! < MAX_BANDS);
}

/** Of an open value the other lines of its axis have to say something; and a score leaves nothing open. */
function markOpen(ledger: ScoreLedger, withRules: boolean): void {
  const { card, rows, codes, status } = ledger;
  for (const index of card.openLines) {
    const { axis } = card.lines[index]!;
    for (let row = 0; row < rows; row++) {
      if (!isOpen(ledger, index, row) || (withRules && isAxisKnown(ledger, axis, row))) continue;
      worsen(status, row, codes[index * rows + row]!);
    }
  }
}

/** Whether a usable value, in the units of the ledger, meets a test on its feature. */
export function featureHolds(test: CardTest, value: number): boolean {
  const { condition } = test;
  if (condition.test === "flag") return (value === 1) === condition.is;
  return condition.test === "category" ? test.wanted[value] === 1 : value >= test.low && value < test.high;
}

function unusableTruth(test: CardTest): number {
  const policy = "unusable" in test.condition ? test.condition.unusable : "reject";
  return policy === "reject" ? UNDECIDED : policy === "holds" ? HOLDS : FAILS;
}

function judgeLeaf(ledger: ScoreLedger, test: CardTest, input: InputColumn, isOfBlock: boolean): void {
  const { rows, status } = ledger;
  const truths = ledger.truths.subarray(test.leaf * rows, (test.leaf + 1) * rows);
  const codes = ledger.testCodes.subarray(test.leaf * rows, (test.leaf + 1) * rows);
  const unusable = unusableTruth(test);
  // who is not on a list has no flag; an entry that is old is an entry all the same
  const old = unusable === FAILS && isOfBlock ? UNDECIDED : unusable;
  for (let row = 0; row < rows; row++) {
    const code = input.codes[row]!;
    codes[row] = code;
    if (code === 0) truths[row] = featureHolds(test, input.values[row]!) ? HOLDS : FAILS;
    else if (code < CODE_INVALID) truths[row] = code === CODE_STALE ? old : unusable;
    else {
      // the row is refused, except for a block that holds: which this is not
      truths[row] = UNDECIDED;
      status[row] = ROW_INVALID;
    }
  }
}

/** The first block that holds decides, whatever is unknown or wrong elsewhere. */
function markBlocks(ledger: ScoreLedger): void {
  const { rows, blocks, truths, card } = ledger;
  for (const [index, { test }] of card.blocks.entries()) {
    for (let row = 0; row < rows; row++) {
      const truth = truths[test.leaf * rows + row]!;
      const open = blocks[row] === NO_BLOCK || blocks[row] === BLOCK_UNDECIDED;
      if (open && truth === HOLDS) blocks[row] = index + 1;
      else if (open && truth === UNDECIDED) blocks[row] = BLOCK_UNDECIDED;
    }
  }
}

function markNonCustomers(ledger: ScoreLedger, input: InputColumn): void {
  const { rows, status, flagCodes, nonCustomers } = ledger;
  for (let row = 0; row < rows; row++) {
    const code = input.codes[row]!;
    flagCodes[row] = code;
    if (code !== 0) worsen(status, row, code);
    else if (input.values[row] === 0) nonCustomers[row] = 1;
  }
}

/** Amounts are not dates: every one of them is an invalid date. */
export function dateCells(source: RecordSource, field: string): ArrayLike<unknown> | null {
  const cells = source.cells(field);
  return cells !== null && isMoneyColumn(cells) ? cells.minor : cells;
}

/** Scores every record of a source, column by column; without the rules, their features are not even read. */
export function buildLedger(
  card: ResolvedCard,
  source: RecordSource,
  dates: ObservationDates,
  withRules: boolean,
): ScoreLedger {
  const { rows } = source;
  const ledger: ScoreLedger = {
    card,
    asOf: dates.asOf,
    rows,
    codes: new Uint8Array(rows * card.lines.length),
    rates: card.lines.map((line) => (line.rate === null ? null : new Float64Array(rows))),
    axes: new Float64Array(rows * AXES.length),
    status: new Uint8Array(rows),
    flagCodes: new Uint8Array(rows),
    nonCustomers: new Uint8Array(rows),
    truths: new Uint8Array(rows * card.leaves.length),
    testCodes: new Uint8Array(rows * card.leaves.length),
    blocks: new Uint8Array(rows),
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
        cells: observedAtField === undefined ? null : dateCells(source, observedAtField),
        common: dates.observedAt.get(input.id) ?? null,
      },
      dates.day,
    ));
  };
  if (card.customerInput >= 0) markNonCustomers(ledger, inputAt(card.customerInput));
  for (const [index, line] of card.lines.entries()) scoreLine(ledger, line, index, inputAt(line.input));
  markOpen(ledger, withRules);
  if (withRules) {
    const ofBlocks = new Set(card.blocks.map(({ test }) => test));
    for (const leaf of card.leaves) judgeLeaf(ledger, leaf, inputAt(leaf.input), ofBlocks.has(leaf));
    markBlocks(ledger);
  }
  return ledger;
}
