import { subtractDecimals, canonicalJson, type RowIssue } from "../../core/index.ts";
import { listOf, optional, shapeOf, type Reader } from "../../core/inner.ts";
import { negate, type ExchangeRate } from "../../money/index.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { bookedItems, incomeBases } from "../items.ts";
import { readId, readOptions, readRows } from "../reading.ts";
import type { IncomeFinding } from "../statement/clearance.ts";
import { readRate } from "../statement/rates.ts";
import type { ConversionFigure, IncomeLine } from "../types.ts";
import { readBookLines, type BookOptions, type BookRows } from "./book.ts";
import {
  bookOf,
  ledgerOfState,
  slotOf,
  stateOfBook,
  type BookFacts,
  type BookState,
  type CellChange,
  type ValueBook,
} from "./handle.ts";
import { addToCell, cellLines, growLedger, hasAnyLine, positionOf, SLOTS, type BookLedger } from "./ledger.ts";
import { mergeConversions } from "./merge.ts";

/** What happens to a book: a line that changed is removed as it was and added as it is. */
export interface LineChanges {
  /** Lines that are not in the book yet. */
  readonly added?: readonly IncomeLine[];
  /** Lines of the book, as they were when they came in; taken out before others are added. */
  readonly removed?: readonly IncomeLine[];
  /** Dated rates into the currency of the book; for removed lines those by which they came in. */
  readonly rates?: readonly ExchangeRate[];
  /** Clients who have credit beside those with lines of lending in the book or among `added`. */
  readonly clientsWithCredit?: readonly string[];
}

/** What became of the lines. */
export interface ChangesMade {
  /** About `added`, by its rows; a row with an issue is not in the book. */
  readonly issues: readonly RowIssue[];
  /** About `removed`, by its rows; a row with an issue was not taken out. */
  readonly removalIssues: readonly RowIssue[];
  /** About `added`: lines that count, and that somebody has to look at. */
  readonly findings: readonly IncomeFinding[];
}

/** A book after changes. */
export interface ChangedBook<C extends string = string> extends ChangesMade {
  readonly book: ValueBook<C>;
}

const readChanges: Reader<LineChanges> = shapeOf<LineChanges>({
  added: optional(readRows),
  removed: optional(readRows),
  rates: optional(listOf(readRate)),
  clientsWithCredit: optional(listOf(readId)),
});

/** Lines to add to the cell of a client, or to take from it where the count is negative. */
export interface LedgerEntry {
  readonly client: string;
  readonly slot: number;
  readonly minor: bigint;
  readonly lineCount: number;
}

/** Changes that were read against a book. */
export interface PlannedChanges<C extends string> extends ChangesMade {
  readonly entries: readonly LedgerEntry[];
  readonly facts: BookFacts<C>;
}

/**
 * A book with some lines more, and some less, without reading it again (增量更新).
 *
 * The book that comes back is the one that all its lines together would have given. The time depends on the number of
 * changes and not on the size of the book: client, item, head and total are brought up to date where they change. The
 * book that was given stays as it was, and can still be asked: it hands its sums on to the new book, and makes a copy of
 * them for itself when it is asked again. Keep the newest one, and that never happens.
 *
 * A book does not remember its lines: that an added line is in it already is not noticed, and of a removed line only that
 * its client has a line of that item and basis, and, where it was converted, one at that rate.
 *
 * @param book - rolled-up book
 * @param changes - lines to add and to remove
 * @returns the new book, and the issues and findings about the lines
 * @throws `relationship-value/unknown-book`, `relationship-value/invalid-option`, `relationship-value/invalid-rate`
 * @throws `relationship-value/ambiguous-rate`; `money/amount-too-large` when a figure has more than 18 digits
 * @example
 * const line = (id: string, client: string, amount: string): IncomeLine =>
 *   ({ id, client, product: "loan", item: "asset", period: "2026", amount: money(amount, "CNY"), basis: "actual" });
 * const { book } = valueBook([line("1", "A", "30"), line("2", "B", "60")], { period: "2026", currency: "CNY" });
 * const changed = applyLines(book, { removed: [line("2", "B", "60")], added: [line("2", "B", "65"), line("3", "C", "5")] });
 * changed.book.figures.total // => money("100.00", "CNY")
 * clientValue(changed.book, "B").total // => money("65.00", "CNY")
 * book.figures.total // => money("90.00", "CNY")
 * @since 0.1.0
 */
export function applyLines<C extends string>(book: ValueBook<C>, changes: LineChanges): ChangedBook<C> {
  const { entries, facts, ...made } = planChanges(book, changes);
  return { book: changeBook(book, entries, facts), ...made };
}

/**
 * Reads changes against a book; nothing is changed yet.
 *
 * @param book - rolled-up book
 * @param changes - as the caller gave them
 * @param parameter - what the caller calls the book
 */
export function planChanges<C extends string>(
  book: ValueBook<C>,
  changes: LineChanges,
  parameter = "book",
): PlannedChanges<C> {
  const ledger = ledgerOfState(stateOfBook(book, parameter));
  const { added = [], removed = [], rates = [], clientsWithCredit = [] } = readOptions(changes, readChanges, "changes");
  const options: BookOptions<C> = { ...book.conventions, rates };
  const out = readRemoved(book, ledger, removed, options);
  const credit = [...clientsWithCredit, ...borrowersAmong(ledger, added)];
  const into = readBookLines(added, { ...options, clientsWithCredit: credit }, null);
  const conversions = mergeConversions([...book.conversions, ...out.conversions, ...into.facts.conversions]);
  return {
    entries: [...out.entries, ...entriesOf(into, 1)],
    facts: {
      conventions: book.conventions,
      conversions: conversions.filter(({ lineCount }) => lineCount > 0),
      given: book.lines.given - out.entries.length + added.length,
      refused: book.lines.refused + into.issues.length,
    },
    issues: into.issues,
    removalIssues: out.issues,
    findings: into.findings,
  };
}

/** Clients of lines who have a line of lending in the book. */
function borrowersAmong(ledger: BookLedger, lines: readonly IncomeLine[]): string[] {
  return lines.flatMap((line) => {
    try {
      const position = ledger.index.get(line.client);
      if (position === undefined) return [];
      const isLent = incomeBases.some((basis) => cellLines(ledger, position * SLOTS + slotOf("asset", basis)) > 0);
      return isLent ? [line.client] : [];
    } catch {
      // a getter that throws, or no row at all: it has its issue
      return [];
    }
  });
}

/** Rows of lines as entries, in row order. */
function entriesOf({ registry, rows }: BookRows<string>, sign: 1 | -1): LedgerEntry[] {
  const { positions, slots, minor, exact } = rows;
  return Array.from(positions).flatMap((position, row) => {
    if (position < 0) return [];
    const size = exact.get(row) ?? BigInt(minor[row]!);
    return [{ client: registry.clients[position]!, slot: slots[row]!, minor: BigInt(sign) * size, lineCount: sign }];
  });
}

/** Reads the lines to take out, of which each has to be in the book. */
function readRemoved<C extends string>(
  book: ValueBook<C>,
  ledger: BookLedger,
  removed: readonly IncomeLine[],
  options: BookOptions<C>,
): { entries: LedgerEntry[]; issues: RowIssue[]; conversions: ConversionFigure<C>[] } {
  const read = readBookLines(removed, options, null);
  const issues = [...read.issues];
  const wrong = new Set(issues.map(({ row }) => row));
  const left = new Map<string, number>();
  const atRate = new Map(book.conversions.map(({ rate, lineCount }) => [canonicalJson(rate), lineCount]));
  const entries: LedgerEntry[] = [];
  const conversions: ConversionFigure<C>[] = [];
  const planned = entriesOf(read, -1);
  let next = 0;
  for (const [row, line] of removed.entries()) {
    if (wrong.has(row)) continue;
    const entry = planned[next++]!;
    const { client, slot } = entry;
    const position = ledger.index.get(client);
    const cell = `${String(position)} ${String(slot)}`;
    const lines = left.get(cell) ?? (position === undefined ? 0 : cellLines(ledger, position * SLOTS + slot));
    // a line that was converted also has to be among the lines converted at its rate
    const [conversion] =
      line.amount.currency === options.currency ? [] : readBookLines([line], options, null).facts.conversions;
    const key = conversion === undefined ? "" : canonicalJson(conversion.rate);
    const converted = conversion === undefined ? 1 : (atRate.get(key) ?? 0);
    if (lines === 0 || converted === 0) {
      const code = "relationship-value/line-not-in-book" satisfies RelationshipValueErrorCode;
      const item = bookedItems[Math.floor(slot / incomeBases.length)]!;
      issues.push({ row, code, path: [], details: { client, item } });
      continue;
    }
    left.set(cell, lines - 1);
    if (conversion !== undefined) {
      atRate.set(key, converted - 1);
      conversions.push(negated(conversion));
    }
    entries.push(entry);
  }
  return { entries, issues: issues.sort((a, b) => a.row - b.row), conversions };
}

const negated = <C extends string>(figure: ConversionFigure<C>): ConversionFigure<C> => ({
  rate: figure.rate,
  lineCount: -figure.lineCount,
  original: subtractDecimals("0", figure.original),
  converted: negate(figure.converted),
  roundingDifference: subtractDecimals("0", figure.roundingDifference),
});

/** The book after entries; it takes the ledger over, and the book before finds its own back when it is asked. */
export function changeBook<C extends string>(
  book: ValueBook<C>,
  entries: readonly LedgerEntry[],
  facts: BookFacts<C>,
): ValueBook<C> {
  const state = stateOfBook(book);
  const ledger = ledgerOfState(state);
  const totals = state.totals.map(({ minor, lineCount }) => ({ minor, lineCount }));
  let { clientCount } = state;
  const changes: CellChange[] = [];
  for (const { client, slot, minor, lineCount } of entries) {
    const position = positionOf(ledger, client);
    growLedger(ledger);
    const had = hasAnyLine(ledger.counts, position);
    const cell = position * SLOTS + slot;
    addToCell(ledger, cell, minor, lineCount);
    changes.push({ cell, minor, lineCount });
    const has = hasAnyLine(ledger.counts, position);
    if (!has) ledger.mayBeEmpty = true;
    clientCount += Number(has) - Number(had);
    totals[slot]!.minor += minor;
    totals[slot]!.lineCount += lineCount;
  }
  const next: BookState = { ledger, later: null, totals, clientCount };
  try {
    const changed = bookOf(next, facts);
    state.ledger = null;
    state.later = { state: next, changes };
    return changed;
  } catch (e) {
    // a figure that is too large: nothing has happened
    for (const { cell, minor, lineCount } of changes) addToCell(ledger, cell, -minor, -lineCount);
    ledger.mayBeEmpty = true;
    throw e;
  }
}
