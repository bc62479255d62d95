import type { LocalDate } from "../../core/index.ts";
import { CODE_INVALID, MAX_BANDS } from "./codes.ts";
import type { ResolvedCard, CardTest } from "../card/resolved.ts";

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

/** A customer, or a person of a card for which everybody is one. */
export const CUSTOMER = 0;
/** A person who is not a customer. */
export const NOT_A_CUSTOMER = 1;

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
  readonly status: Uint8Array;
  /** {@link CUSTOMER}, {@link NOT_A_CUSTOMER}, or the byte code of a customer flag that cannot be used. */
  readonly customers: Uint8Array;
  /** Each test on a feature: 1 where it holds, 0 where it does not, or the byte code of a value that cannot be used. */
  readonly leaves: Uint8Array;
  /** The block that holds, counted from 1; {@link NO_BLOCK}, or {@link BLOCK_UNDECIDED} when none holds and one may. */
  readonly blocks: Uint8Array;
}

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

/** Notes that a row lacks something, or that a value of it is refused. */
export function worsen(status: Uint8Array, row: number, code: number): void {
  const worse = code >= CODE_INVALID ? ROW_INVALID : ROW_INSUFFICIENT;
  if (status[row]! < worse) status[row] = worse;
}

/** Byte code of one line of one row. */
export function codeOf(ledger: ScoreLedger, index: number, row: number): number {
  return ledger.codes[index * ledger.rows + row]!;
}

/** Byte code of the value that a test on a feature looked at; 0 for one that can be used. */
export function testCode(ledger: ScoreLedger, test: CardTest, row: number): number {
  const code = ledger.leaves[test.leaf * ledger.rows + row]!;
  return code < MAX_BANDS ? 0 : code;
}

/** Truth of a test on a feature. */
export function leafTruth(ledger: ScoreLedger, test: CardTest, row: number): number {
  return test.truths[ledger.leaves[test.leaf * ledger.rows + row]!]!;
}

/** Points of one line of one row. */
export function linePoints(ledger: ScoreLedger, index: number, row: number): number {
  return ledger.rates[index]?.[row] ?? ledger.card.lines[index]!.table[codeOf(ledger, index, row)]!;
}

/** Points of one axis of one row. */
export function axisPoints(ledger: ScoreLedger, axis: number, row: number): number {
  let points = 0;
  for (const index of ledger.card.axisLines[axis]!) points += linePoints(ledger, index, row);
  return points;
}

/** Sum of all axes of one row. */
export function totalPoints(ledger: ScoreLedger, row: number): number {
  let total = 0;
  for (let index = 0; index < ledger.card.lines.length; index++) total += linePoints(ledger, index, row);
  return total;
}

/** Whether a line leaves open what its value is worth. */
export function isOpen(ledger: ScoreLedger, index: number, row: number): boolean {
  return ledger.card.lines[index]!.opens[codeOf(ledger, index, row)] === 1;
}

/** Points that the open values among some lines may be worth beside those counted. */
export function openPoints(ledger: ScoreLedger, lines: readonly number[], row: number): number {
  let open = 0;
  for (const index of lines) if (isOpen(ledger, index, row)) open += ledger.card.lines[index]!.spread;
  return open;
}

/** Whether some line of an axis has a usable value. */
export function isAxisKnown(ledger: ScoreLedger, axis: number, row: number): boolean {
  return ledger.card.axisLines[axis]!.some((index) => codeOf(ledger, index, row) < MAX_BANDS);
}
