import type { Period } from "../../calendar/index.ts";
import type { Path } from "../../core/index.ts";
import { compareTexts, oneOf } from "../../core/inner.ts";
import { fromMinorUnits, toMinorUnits, type ExchangeRate, type Money } from "../../money/index.ts";
import { amountOrIssue, identityIssue, scanTerms, type ReadTerms, type ResolvedReading } from "../income-line.ts";
import { incomeBases, tracedItems } from "../items.ts";
import type { BookedItem, IncomeBasis, TracedItem, ValueItem } from "../items.ts";
import { OPTION, readRows } from "../reading.ts";
import { resolveReading } from "../statement/context.ts";
import { rateOn } from "../statement/rates.ts";
import type { IncomeLine, Statement } from "../types.ts";
import { isHead, itemsOf, knownAmount, readKept, VALUE_FIGURES, type ValueFigure } from "./kept.ts";
import type { ValueTraceFinding } from "./reasons.ts";

/** One line behind a figure. */
export interface TracedLine<C extends string = string> {
  readonly id: string;
  /** The client it is booked to: the statement's own, a subsidiary or an affiliate. */
  readonly client: string;
  readonly product: string;
  /** The item of the statement it counts under. */
  readonly item: TracedItem;
  /** The item it is booked to. */
  readonly booked: BookedItem;
  readonly period: Period;
  readonly basis: IncomeBasis;
  /** Ledger, system or document it comes from; null where the line does not say. */
  readonly source: string | null;
  /** As it is booked. */
  readonly original: Money;
  /** The rate it was converted at; null where it is booked in the statement's currency. */
  readonly rate: ExchangeRate | null;
  /** As it counts: converted and rounded once. */
  readonly amount: Money<C>;
}

/** The part of a figure that is traced as a sum only: of clients the client referred. */
export interface ReferredPart<C extends string = string> {
  readonly amount: Money<C>;
  readonly lineCount: number;
}

/** A figure back to its lines: `lines` + `referred` + `difference` = `amount`. */
export interface FigureTrace<C extends string = string> {
  readonly figure: ValueFigure;
  /** As stated; null where the statement has no data. */
  readonly amount: Money<C> | null;
  /** In the order of the statement's items, then of ids. */
  readonly lines: readonly TracedLine<C>[];
  /** Null where the figure has none. */
  readonly referred: ReferredPart<C> | null;
  /** What the figure has more than its parts; 0 where it is traced. */
  readonly difference: Money<C>;
  /** Whether the figure, each item in it and each basis of an item is the sum of its lines. */
  readonly holds: boolean;
  readonly findings: readonly ValueTraceFinding[];
}

/** The lines of a statement as they are today, by item. */
export interface StatementLines<C extends string> {
  readonly byItem: ReadonlyMap<TracedItem, readonly TracedLine<C>[]>;
  /** Findings about an item, by item. */
  readonly findings: ReadonlyMap<TracedItem, readonly ValueTraceFinding[]>;
}

/** The first row of every id that is looked for. */
function rowsById(
  context: ResolvedReading<string>,
  lines: readonly IncomeLine[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const [row, line] of lines.entries()) {
    try {
      if (identityIssue(context, line, false) !== null) continue;
      if (wanted.has(line.id) && !rows.has(line.id)) rows.set(line.id, row);
    } catch {
      // a getter that throws: no line of the statement, whose rows could be read
    }
  }
  return rows;
}

/** Whether a statement counts a line under an item, as it is today. */
function isUnder(
  statement: Statement,
  related: ReadonlyMap<string, TracedItem>,
  item: TracedItem,
  line: IncomeLine,
): boolean {
  return line.client === statement.client ? line.item === item : related.get(line.client) === item;
}

/**
 * The lines behind the items of a statement, read again and converted at the rates the statement shows.
 *
 * @param statement - read
 * @param lines - the lines it was made from, with any others
 * @param place - of the lines among the caller's arguments
 * @returns lines and findings by item
 */
export function linesOfStatement<C extends string>(
  statement: Statement<C>,
  lines: readonly IncomeLine[],
  place: Path,
): StatementLines<C> {
  readRows(lines, place, OPTION);
  const { currency, period, rateDay, rounding } = statement.conventions;
  const rates = statement.conversions.map(({ rate }) => rate);
  const { context } = resolveReading<C>({ period, currency, rates, rateDay, rounding });
  const related = new Map<string, TracedItem>(statement.relatedClients.map(({ client, item }) => [client, item]));
  const rows = rowsById(context, lines, new Set(tracedItems.flatMap((item) => statement.trace[item])));
  const terms: ReadTerms = { item: 0, basis: 0, firstDay: 0, lastDay: 0 };

  const lineUnder = (line: IncomeLine, item: TracedItem): TracedLine<C> | null => {
    try {
      if (!isUnder(statement, related, item, line) || scanTerms(context, line, terms) !== null) return null;
      const minor = amountOrIssue(context, line, terms.lastDay);
      if (typeof minor !== "bigint") return null;
      const day = rateDay === "line-end" ? terms.lastDay : context.to - 1;
      const { id, client, product, item: booked, period: of, basis, source, amount } = line;
      return {
        id,
        client,
        product,
        item,
        booked,
        period: of,
        basis,
        source: source ?? null,
        original: amount,
        rate: amount.currency === currency ? null : (rateOn(context.rates, amount.currency, day)?.rate ?? null),
        amount: fromMinorUnits(minor, currency),
      };
    } catch {
      // what can no longer be read no longer counts
      return null;
    }
  };

  const byItem = new Map<TracedItem, readonly TracedLine<C>[]>();
  const findings = new Map<TracedItem, readonly ValueTraceFinding[]>();
  for (const item of tracedItems) {
    const found: TracedLine<C>[] = [];
    const missing: ValueTraceFinding[] = [];
    for (const [index, id] of statement.trace[item].entries()) {
      const path = ["trace", item, index];
      const row = rows.get(id);
      const line = row === undefined ? undefined : lines[row];
      if (row === undefined || line === undefined) {
        missing.push({ code: "line-not-found", path, details: { line: id, item } });
        continue;
      }
      const traced = lineUnder(line, item);
      if (traced === null) missing.push({ code: "line-not-counted", path, details: { line: id, item, row } });
      else found.push(traced);
    }
    byItem.set(
      item,
      found.sort((a, b) => compareTexts(a.id, b.id)),
    );
    findings.set(item, [...missing, ...unequalBases(statement, item, found)]);
  }
  return { byItem, findings };
}

/** Where an item says something else than its lines add up to. */
function unequalBases<C extends string>(
  statement: Statement<C>,
  item: TracedItem,
  lines: readonly TracedLine<C>[],
): readonly ValueTraceFinding[] {
  const { currency } = statement.conventions;
  return incomeBases.flatMap((basis): ValueTraceFinding[] => {
    const traced = fromMinorUnits(sumOf(lines.filter((line) => line.basis === basis)), currency);
    const stated = statement.items[item].byBasis[basis] ?? fromMinorUnits(0n, currency);
    if (toMinorUnits(stated) === toMinorUnits(traced)) return [];
    return [
      { code: "item-not-traced", path: ["items", item, "byBasis", basis], details: { item, basis, stated, traced } },
    ];
  });
}

/** Sum in minor units. */
export const sumOf = (lines: readonly TracedLine[]): bigint =>
  lines.reduce((sum, { amount }) => sum + toMinorUnits(amount), 0n);

const minorOrZero = (amount: Money | null): bigint => (amount === null ? 0n : toMinorUnits(amount));

const isNamed = (item: ValueItem): item is TracedItem => item !== "referred";

/** Whether a head or the total is what its items add up to; an item is held against its lines instead. */
function notAdded(
  statement: Statement,
  figure: ValueFigure,
  items: readonly ValueItem[],
): readonly ValueTraceFinding[] {
  const isSum = figure === "total" || isHead(figure);
  if (!isSum) return [];
  const { currency } = statement.conventions;
  const traced = items.reduce((sum, item) => sum + minorOrZero(statement.items[item].amount), 0n);
  const stated = figure === "total" ? statement.total : statement.heads[figure];
  if (toMinorUnits(stated) === traced) return [];
  const details = { stated, traced: fromMinorUnits(traced, currency) };
  return figure === "total"
    ? [{ code: "figure-not-added", path: ["total"], details }]
    : [{ code: "figure-not-added", path: ["heads", figure], details: { head: figure, ...details } }];
}

/**
 * A figure of a statement back to the lines it is the sum of (溯源): the total, a head or an item, with each line as it
 * is booked and as it counts.
 *
 * `lines` are the lines the statement was made from; others among them are passed over. They are read again, and
 * converted at the rates the statement shows. A statement that was kept while the book went on is checked that way: a
 * line that is gone or was changed since is a finding, and so is a figure that is not the sum of its lines.
 *
 * What comes from referred clients is a sum without lines, as in the statement; it is not checked.
 *
 * @param statement - as `relationshipValue` gave it, or as it was kept
 * @param figure - `total`, a head or an item
 * @param lines - the income lines, of any number of clients
 * @returns the lines, and whether they add up to the figure
 * @throws `relationship-value/invalid-option` for what is not a statement, with the path; the errors of `money` for an
 * amount in it, such as `money/currency-mismatch`; `relationship-value/invalid-rate`, `relationship-value/ambiguous-rate`
 * @example
 * const lines: IncomeLine[] = [
 *   { id: "L1", client: "C-1", product: "loan", item: "asset", period: "2026-Q1", amount: money("300", "CNY"), basis: "actual" },
 *   { id: "L2", client: "C-1", product: "trade", item: "intermediary", period: "2026-Q1", amount: money("10", "USD"), basis: "actual" },
 * ];
 * const rates = [{ from: "USD", to: "CNY", rate: "7.1", date: "2026-03-31", source: "example" }];
 * const { statement } = relationshipValue(lines, { client: "C-1", period: "2026", currency: "CNY", rates });
 * const trace = traceFigure(statement, "total", lines);
 * trace.holds // => true
 * trace.lines.map((line) => [line.id, line.original.amount, line.rate?.rate ?? null, line.amount.amount]) // => [["L1", "300.00", null, "300.00"], ["L2", "10.00", "7.1", "71.00"]]
 * traceFigure(statement, "total", lines.slice(1)).findings.map(({ code }) => code) // => ["line-not-found", "item-not-traced"]
 * @since 0.1.0
 */
export function traceFigure<C extends string>(
  statement: Statement<C>,
  figure: ValueFigure,
  lines: readonly IncomeLine[],
): FigureTrace<C> {
  readKept(statement, ["statement"]);
  oneOf(VALUE_FIGURES)(figure, ["figure"], OPTION);
  const { currency } = statement.conventions;
  const { byItem, findings } = linesOfStatement(statement, lines, ["lines"]);
  const items = itemsOf(statement, figure);
  const traced = items.filter(isNamed).flatMap((item) => byItem.get(item) ?? []);
  const { amount: sum, lineCount } = statement.items.referred;
  const referred = items.includes("referred") && sum !== null && lineCount > 0 ? { amount: sum, lineCount } : null;
  const amount = knownAmount(statement, figure);
  const difference = minorOrZero(amount) - sumOf(traced) - minorOrZero(referred?.amount ?? null);
  const found = [
    ...items.filter(isNamed).flatMap((item) => findings.get(item) ?? []),
    ...notAdded(statement, figure, items),
  ];
  return {
    figure,
    amount,
    lines: traced,
    referred,
    difference: fromMinorUnits(difference, currency),
    holds: difference === 0n && found.length === 0,
    findings: found,
  };
}
