import type { DecimalString, RowIssue } from "../../core/index.ts";
import { compareTexts, oneOf, optional, shapeOf, type Reader } from "../../core/inner.ts";
import { compare, subtract, type Money } from "../../money/index.ts";
import { minorIn } from "../../money/inner.ts";
import { headOf } from "../head-of.ts";
import { bookedItems, valueHeads, valueItems, type TracedItem, type ValueHead, type ValueItem } from "../items.ts";
import { OPTION, readAmount, readOptions, readRows } from "../reading.ts";
import type { ValueFigures } from "../types.ts";
import type { ValueDossier } from "./dossier.ts";
import { gather, reportMembers, type ReadDossier, type ReportHead, type ValueReportOptions } from "./gathering.ts";
import { grouped } from "./grouping.ts";
import {
  isLikeForLike,
  pairOf,
  reportFigure,
  shareOf,
  totalSide,
  type PairOfFigures,
  type ReportFigure,
} from "./report-figure.ts";

/** By whom a statistics report lists what is booked. */
export const REPORT_BREAKDOWNS = ["client", "manager"] as const;

/** By whom a statistics report lists what is booked. */
export type ReportBreakdown = (typeof REPORT_BREAKDOWNS)[number];

/** What a statistics report is told besides. */
export interface StatisticsReportOptions<C extends string = string> extends ValueReportOptions<C> {
  /** Default `client`. */
  readonly by?: ReportBreakdown;
  /**
   * What the bank's book comes to, such as `book.figures.total`: shares of the book are of it, and the report says what
   * the dossiers leave unexplained of it. Without it they are shares of the dossiers given.
   */
  readonly book?: Money<C>;
}

/** One of the eleven items in a statistics report. */
export interface StatisticsItem<C extends string = string> {
  readonly item: ValueItem;
  /** Whether its head and the total contain it. */
  readonly inTotal: boolean;
  readonly figure: ReportFigure<C>;
  /** Ids of the lines behind it, in code-unit order; empty where the dossiers bring no trace. */
  readonly trace: readonly string[];
}

/** One of the three heads, with its items. */
export interface StatisticsHead<C extends string = string> {
  readonly head: ValueHead;
  readonly figure: ReportFigure<C>;
  readonly items: readonly StatisticsItem<C>[];
}

/** What is booked to one client or manager. */
export interface StatisticsRow<C extends string = string> {
  /** A client or a manager; `null` for clients without a manager. */
  readonly subject: string | null;
  /** Who manages the client; `null` where nobody does, and in a list of managers. */
  readonly manager: string | null;
  /** From 1, the largest amount first; equal amounts share a rank. `null` without data. */
  readonly rank: number | null;
  /** Own income, direct and other: these add up over clients. */
  readonly figure: ReportFigure<C>;
  /** Of what is booked in the manager's dossiers, 4 digits; `null` where that is not above 0, and without data. */
  readonly shareOfManager: DecimalString | null;
  /** As of the report. */
  readonly shareOfBook: DecimalString | null;
  /** Income of related clients in the client's statement: shown, never added, because it is booked to others. */
  readonly related: Money<C> | null;
  readonly clients: number;
  /** Ids of the lines behind it, in code-unit order. */
  readonly trace: readonly string[];
}

/**
 * The statistics of relationship value (客户关系价值统计报告): heads and items of one client, of the clients of a manager,
 * or of everybody, beside the period before; and by client or manager, with a total that is that of the book.
 */
export interface StatisticsReport<C extends string = string> extends ReportHead<C> {
  readonly kind: "statistics";
  readonly heads: readonly StatisticsHead<C>[];
  /** direct + related + other for one client; without related, a view, for many. */
  readonly total: ReportFigure<C>;
  readonly by: ReportBreakdown;
  /** By rank; then those without data, in code-unit order. */
  readonly rows: readonly StatisticsRow<C>[];
  /** The sum of the rows. */
  readonly booked: ReportFigure<C>;
  /** Clients the report is about. */
  readonly clients: number;
  /** What is booked in all dossiers given, whatever the report is about. */
  readonly bookTotal: Money<C>;
  /** The book given; `null` where none was. */
  readonly book: Money<C> | null;
  /** `booked` as part of `book`, or of `bookTotal` where no book was given, 4 digits; `null` where that is not above 0, and without data. */
  readonly shareOfBook: DecimalString | null;
  /** `book − bookTotal`; `null` where no book was given. */
  readonly unexplained: Money<C> | null;
}

/** A report and what was wrong with the dossiers. */
export interface StatisticsReportResult<C extends string = string> {
  readonly report: StatisticsReport<C>;
  /** By row: a dossier with an issue of its own is left out; one of a row in its lists leaves out that row. */
  readonly issues: readonly RowIssue[];
}

const readOptionsOf: Reader<StatisticsReportOptions> = shapeOf<StatisticsReportOptions>({
  ...reportMembers,
  by: optional(oneOf(REPORT_BREAKDOWNS)),
  book: optional(readAmount),
});

/**
 * The statistics report of a client, a manager or a period (客户关系价值统计报告).
 *
 * Dossiers are those of the whole book, so that shares of the manager's and of the book's total can be told; the scope
 * says whom the report is about, and names a client or manager of a dossier. For one client the three heads are those of its statement. For many, only what is booked
 * adds up: the second head is a view of lines that are booked to other clients, and is shown and not added. So clients
 * add up to managers and managers to the book, whoever manages whom; `unexplained` is what is left of `book`.
 *
 * The figures of each item are checked against their parts, and a dossier whose figures do not add up is left out with
 * an issue. An item nobody has data for is null, in either period, and its change is null too; a client without data of
 * one period makes a change not comparable, which the figure says.
 *
 * @param dossiers - what is known of each client, one dossier per client and manager
 * @param options - whom and which period it is about
 * @returns the report, as plain data, and the issues
 * @throws `relationship-value/invalid-option`, `calendar/invalid-period`, `money/unknown-currency`
 * @throws `money/currency-mismatch` for a `book` in another currency; `money/amount-too-large`
 * @see 客户关系价值统计制度及报告 of the source
 * @example
 * const lines: IncomeLine[] = [
 *   { id: "L1", client: "C-1", product: "loan", item: "asset", period: "2026", amount: money("300", "CNY"), basis: "actual" },
 *   { id: "L2", client: "C-2", product: "fund", item: "intermediary", period: "2026", amount: money("100", "CNY"), basis: "estimated" },
 * ];
 * const { book } = valueBook(lines, { period: "2026", currency: "CNY" });
 * const dossiers = bookClients(book).map((client) => ({ client, manager: "E-1", value: clientValue(book, client) }));
 * const { report } = valueStatisticsReport(dossiers, { period: "2026", currency: "CNY", book: book.figures.total });
 * report.rows.map(({ rank, subject, figure, shareOfBook }) => [rank, subject, figure.amount?.amount, shareOfBook]) // => [[1, "C-1", "300.00", "0.7500"], [2, "C-2", "100.00", "0.2500"]]
 * report.booked.amount // => money("400.00", "CNY")
 * report.booked.estimated // => money("100.00", "CNY")
 * report.unexplained // => money("0.00", "CNY")
 * @since 0.1.0
 */
export function valueStatisticsReport<C extends string>(
  dossiers: readonly ValueDossier<C>[],
  options: StatisticsReportOptions<C>,
): StatisticsReportResult<C> {
  readOptions<StatisticsReportOptions>(options, readOptionsOf);
  readRows(dossiers, ["dossiers"], OPTION);
  const { currency, by = "client", book } = options;
  if (book !== undefined) minorIn(currency, book, ["options", "book"]);
  const { head, all, inScope, issues } = gather(dossiers, options, null);
  const isCompared = head.priorPeriod !== null;
  const withRelated = head.scope.of === "client" && inScope.length === 1;
  const whole = pairOf(inScope, { currency, isCompared, withRelated });
  const booked = pairOf(inScope, { currency, isCompared, withRelated: false });
  const bookTotal = pairOf(all, { currency, isCompared: false, withRelated: false }).now.total;
  const bookedFigure = totalFigure(booked, booked.now.total);
  const bookWhole = book ?? bookTotal;
  const report: StatisticsReport<C> = {
    kind: "statistics",
    ...head,
    heads: headsOf(whole, inScope),
    total: totalFigure(whole, whole.now.total),
    by,
    rows: rowsOf({ all, inScope, by, bookWhole, booked: booked.now.total, currency, isCompared }),
    booked: bookedFigure,
    clients: new Set(inScope.map(({ client }) => client)).size,
    bookTotal,
    book: book ?? null,
    shareOfBook: shareOf(bookedFigure.amount, bookWhole),
    unexplained: book === undefined ? null : subtract(book, bookTotal),
  };
  return { report, issues };
}

/** The total of both periods as one figure. */
export function totalFigure<C extends string>(pair: PairOfFigures<C>, whole: Money<C>): ReportFigure<C> {
  const { now, before } = pair;
  const comparable = isLikeForLike(pair, valueItems);
  return reportFigure(totalSide(now), before === null ? null : totalSide(before), { whole, comparable });
}

const itemsOf = (head: ValueHead): readonly ValueItem[] => valueItems.filter((item) => headOf(item) === head);

const headSide = <C extends string>({ heads, headDetails }: ValueFigures<C>, head: ValueHead) => ({
  amount: heads[head],
  ...headDetails[head],
});

/** The three heads and their items. */
export function headsOf<C extends string>(
  pair: PairOfFigures<C>,
  dossiers: readonly ReadDossier<C>[],
): readonly StatisticsHead<C>[] {
  const { now, before, comparable } = pair;
  return valueHeads.map((head) => ({
    head,
    figure: reportFigure(headSide(now, head), before === null ? null : headSide(before, head), {
      whole: now.total,
      comparable: isLikeForLike(pair, itemsOf(head)),
    }),
    items: itemsOf(head).map((item) => ({
      item,
      inTotal: now.items[item].inTotal,
      figure: reportFigure(now.items[item], before === null ? null : before.items[item], {
        // what is beside the total has no share of it
        whole: now.items[item].inTotal ? now.total : null,
        comparable,
      }),
      // a view is not behind any figure here
      trace: now.items[item].status === "view" ? [] : traceOf(dossiers, [item]),
    })),
  }));
}

/** The lines behind items of dossiers, in code-unit order. */
function traceOf(dossiers: readonly ReadDossier<string>[], items: readonly ValueItem[]): readonly string[] {
  const ids = dossiers.flatMap(({ value }) =>
    value === null || value === "none" ? [] : items.flatMap((item) => value.trace?.[item as TracedItem] ?? []),
  );
  return ids.sort(compareTexts);
}

/** What rows are made from. */
interface RowsInput<C extends string> {
  readonly all: readonly ReadDossier<C>[];
  readonly inScope: readonly ReadDossier<C>[];
  readonly by: ReportBreakdown;
  /** What a row's share of the book is of. */
  readonly bookWhole: Money<C>;
  readonly booked: Money<C>;
  readonly currency: C;
  readonly isCompared: boolean;
}

function rowsOf<C extends string>(input: RowsInput<C>): readonly StatisticsRow<C>[] {
  const { all, inScope, by, bookWhole, booked, currency, isCompared } = input;
  const terms = { currency, isCompared, withRelated: false };
  const managerTotals = new Map(
    [...grouped(all, ({ manager }) => manager)].map(([manager, of]) => [manager, pairOf(of, terms).now.total]),
  );
  // a client whose manager changed has a row under each, so that managers add up too
  const groups = grouped(inScope, ({ client, manager }) =>
    by === "client" ? JSON.stringify([client, manager]) : manager,
  );
  const rows = [...groups.values()].map((of) => {
    const pair = pairOf(of, terms);
    const figure = totalFigure(pair, booked);
    const { client = null, manager = null } = of[0] ?? {};
    return {
      subject: by === "client" ? client : manager,
      manager: by === "client" ? manager : null,
      rank: null,
      figure,
      shareOfManager: manager === null ? null : shareOf(figure.amount, managerTotals.get(manager) ?? null),
      shareOfBook: shareOf(figure.amount, bookWhole),
      related: by === "client" ? relatedOf(of, currency) : null,
      clients: new Set(of.map((dossier) => dossier.client)).size,
      trace: traceOf(of, bookedItems),
    };
  });
  return ranked(rows);
}

/** The second head of the one statement there is. */
function relatedOf<C extends string>(dossiers: readonly ReadDossier<C>[], currency: C): Money<C> | null {
  const value = dossiers[0]?.value ?? null;
  if (value === null || value === "none") return null;
  const pair = pairOf(dossiers, { currency, isCompared: false, withRelated: true });
  return pair.now.headDetails.related.lineCount > 0 ? pair.now.heads.related : null;
}

const bySize = (a: StatisticsRow, b: StatisticsRow): number => {
  const [x, y] = [a.figure.amount, b.figure.amount];
  const order = x === null || y === null ? Number(x === null) - Number(y === null) : compare(y, x);
  return order || compareTexts(a.subject ?? "", b.subject ?? "") || compareTexts(a.manager ?? "", b.manager ?? "");
};

/** Rows with their ranks, the largest first. */
function ranked<C extends string>(rows: readonly StatisticsRow<C>[]): readonly StatisticsRow<C>[] {
  const ordered = [...rows].sort(bySize);
  let rank = 0;
  return ordered.map((row, index) => {
    const { amount } = row.figure;
    if (amount === null) return row;
    const before = ordered[index - 1]?.figure.amount ?? null;
    if (before === null || compare(before, amount) !== 0) rank = index + 1;
    return { ...row, rank };
  });
}
