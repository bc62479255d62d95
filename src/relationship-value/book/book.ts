import type { Period } from "../../calendar/index.ts";
import type { RowIssue } from "../../core/index.ts";
import { listOf, oneOf, optional, shapeOf, type Members, type Reader } from "../../core/inner.ts";
import { currencyExponent, type ExchangeRate, type Money, type RoundingMode } from "../../money/index.ts";
import { plainMinor } from "../../money/inner.ts";
import { closeBook, type BookFacts, type ValueBook } from "./handle.ts";
import { readingMembers, resolveReading } from "../statement/context.ts";
import { incomeBases } from "../items.ts";
import { ledgerOfRows, LIMIT, openRegistry, positionOf, type ClientRegistry, type LedgerRows } from "./ledger.ts";
import { amountOrIssue, identityIssue, scanTerms, unreadable, type ReadTerms } from "../income-line.ts";
import { OPTION, readId, readOptions, readRows } from "../reading.ts";
import { clearanceGaps, creditFindings, type IncomeFinding, type UnclearedLine } from "../statement/clearance.ts";
import { conversionFigures } from "../statement/rates.ts";
import type { IncomeLine, RateDay } from "../types.ts";

/** Whether a second row with the same id is looked for. */
export const BOOK_ID_CHECKS = ["checked", "trusted"] as const;

/** How a book is rolled up; the same options as a statement's, without a client. */
export interface BookOptions<C extends string = string> {
  readonly period: Period;
  readonly currency: C;
  /** Dated rates into `currency`; the latest on or before the rate day is used, never an inverse or a cross rate. */
  readonly rates?: readonly ExchangeRate[];
  /** Default `line-end`. */
  readonly rateDay?: RateDay;
  /** Default `half-even`. */
  readonly rounding?: RoundingMode;
  /**
   * Default `checked`: a second row with the same id is an issue. `trusted` skips that for rows from a table whose key
   * the database enforces; remembering a million ids is a quarter to a half of the work.
   */
  readonly ids?: (typeof BOOK_ID_CHECKS)[number];
  /** Clients who have a loan, a limit or another credit; a line booked as `asset` says so too. */
  readonly clientsWithCredit?: readonly string[];
}

/** How the options of a book are read. */
export const bookMembers: Members<BookOptions> = {
  ...readingMembers,
  ids: optional(oneOf(BOOK_ID_CHECKS)),
  clientsWithCredit: optional(listOf(readId)),
};

const readBook: Reader<BookOptions> = shapeOf<BookOptions>(bookMembers);

/** A book and what was wrong with the rows. */
export interface BookResult<C extends string = string> {
  readonly book: ValueBook<C>;
  /** In row order; a row with an issue is in no figure. */
  readonly issues: readonly RowIssue[];
}

/** A book of lines, which say more than columns do. */
export interface LineBookResult<C extends string = string> extends BookResult<C> {
  /** In row order: lines that count, and that somebody has to look at. */
  readonly findings: readonly IncomeFinding[];
}

/**
 * The value of a whole book of income lines: by client, head and item, and in total (全行客户价值汇总).
 *
 * Rows are read as in `relationshipValue`: same checks, same conversion, same issues, and one bad row does not stop the
 * others. Every line counts once, for the client it is booked to; the second head is a view of other clients' lines and
 * therefore empty here (`view`), so that the clients add up to the book. `clientValue` gives one client's figures, with
 * the view if a group is named; `topClients` ranks; `mergeValueBooks` adds parts of a book that was split by client or
 * by line.
 *
 * Advertising or sponsorship of a client who has credit has a finding unless its `clearance` is whole, as in
 * `relationshipValue`. Who belongs to whom is not known here: that a subsidiary sponsors and its parent borrows is found by
 * `relationshipValue` with its `group` only. Of a book split into parts, the parts must be split by client for it, or
 * `clientsWithCredit` be given.
 *
 * @param lines - income lines of any number of clients
 * @param options - period, currency and conventions
 * @returns the book, the issues of rows in row order, and the findings about rows that count
 * @throws `relationship-value/invalid-option`, `relationship-value/invalid-rate`, `relationship-value/ambiguous-rate`
 * @throws `relationship-value/empty-id` for a client in `clientsWithCredit` without an id
 * @throws `calendar/invalid-period`, `money/unknown-currency`, `money/invalid-rounding`
 * @throws `money/amount-too-large` when a figure has more than 18 digits
 * @example
 * const lines: IncomeLine[] = [
 *   { id: "L1", client: "C-001", product: "loan", item: "asset", period: "2026-Q1", amount: money("300", "CNY"), basis: "actual" },
 *   { id: "L2", client: "C-002", product: "fund", item: "intermediary", period: "2026-Q1", amount: money("100", "CNY"), basis: "accrued" },
 *   { id: "L3", client: "C-002", product: "fund", item: "intermediary", period: "2026-Q2", amount: money("0", "CNY"), basis: "actual" },
 *   { id: "L4", client: "C-002", product: "fund", item: "intermediary", period: "2025-Q4", amount: money("80", "CNY"), basis: "actual" },
 * ];
 * const { book, issues } = valueBook(lines, { period: "2026", currency: "CNY" });
 * book.figures.total // => money("400.00", "CNY")
 * issues.map(({ row, code }) => [row, code]) // => [[3, "relationship-value/outside-period"]]
 * topClients(book, { n: 1 })[0]?.share // => "0.7500"
 * @since 0.1.0
 */
export function valueBook<C extends string>(lines: readonly IncomeLine[], options: BookOptions<C>): LineBookResult<C> {
  readOptions<BookOptions>(options, readBook);
  const { registry, rows, facts, issues, findings } = readBookLines(lines, options, null);
  const ledger = ledgerOfRows(registry, rows);
  return { book: closeBook(ledger, facts), issues, findings };
}

/** Days of the lines, by row, for what has to cut them. */
export interface LineDays {
  readonly first: Int32Array;
  /** Inclusive. */
  readonly last: Int32Array;
}

/** The lines of a book as rows to add, before they are added. */
export interface BookRows<C extends string> {
  readonly registry: ClientRegistry;
  readonly rows: LedgerRows;
  readonly facts: BookFacts<C>;
  readonly issues: readonly RowIssue[];
  readonly findings: readonly IncomeFinding[];
}

/**
 * Reads the lines of a book by options that were read.
 *
 * @param lines - income lines
 * @param options - period, currency and conventions
 * @param days - filled with the days of each line that counts, where they are asked for
 * @returns where each line goes, and what is wrong
 */
export function readBookLines<C extends string>(
  lines: readonly IncomeLine[],
  options: BookOptions<C>,
  days: LineDays | null,
): BookRows<C> {
  readRows(lines, ["lines"], OPTION);
  const unique = looksForSecond(options.ids ?? "checked");
  const { currency } = options;
  const rows = lines.length;
  const { context, conventions } = resolveReading(options, unique ? rows : 0);
  const exponent = currencyExponent(currency);
  const registry = openRegistry();
  // where each row goes: the ledger is opened when all clients are known
  const positions = new Int32Array(rows).fill(-1);
  const slots = new Uint8Array(rows);
  const minor = new Float64Array(rows);
  const exact = new Map<number, bigint>();
  const issues: RowIssue[] = [];
  const uncleared: UnclearedLine[] = [];
  const terms: ReadTerms = { item: 0, basis: 0, firstDay: 0, lastDay: 0 };
  for (let row = 0; row < rows; row++) {
    const line = lines[row]!;
    try {
      const wrong = identityIssue(context, line, unique) ?? scanTerms(context, line, terms);
      if (wrong !== null) {
        issues.push({ row, ...wrong });
        continue;
      }
      const plain = plainAmountIn(currency, exponent, line);
      minor[row] = plain;
      // what is not plainly an amount of the currency costs more to read
      if (Number.isNaN(plain)) {
        const amount = amountOrIssue(context, line, terms.lastDay);
        if (typeof amount === "object") {
          issues.push({ row, ...amount });
          continue;
        }
        if (amount <= LIMIT && amount >= -LIMIT) minor[row] = Number(amount);
        else exact.set(row, amount);
      }
      positions[row] = positionOf(registry, line.client);
      slots[row] = terms.item * incomeBases.length + terms.basis;
      if (days !== null) {
        days.first[row] = terms.firstDay;
        days.last[row] = terms.lastDay;
      }
      const gaps = clearanceGaps(line, terms.firstDay);
      if (gaps.length > 0) uncleared.push({ row, line, gaps });
    } catch (e) {
      issues.push({ row, ...unreadable(e) });
    }
  }
  const known = options.clientsWithCredit ?? [];
  return {
    registry,
    rows: { positions, slots, minor, exact },
    facts: {
      conventions,
      conversions: conversionFigures(context.rates, currency),
      given: lines.length,
      refused: issues.length,
    },
    issues,
    findings: creditFindings(uncleared, lines, known, (id, borrowers) => (borrowers.has(id) ? id : null)),
  };
}

/** Minor units of what is plainly an amount of the currency; NaN for anything else, which has to be read with care. */
function plainAmountIn(currency: string, exponent: number, line: IncomeLine): number {
  try {
    const amount = line.amount as Money | null | undefined;
    return amount?.currency === currency ? plainMinor(amount.amount, exponent) : Number.NaN;
  } catch {
    // a getter that throws
    return Number.NaN;
  }
}

function looksForSecond(ids: (typeof BOOK_ID_CHECKS)[number]): boolean {
  switch (ids) {
    case "checked":
      return true;
    case "trusted":
      return false;
  }
}
