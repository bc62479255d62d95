import { readInteger, type DecimalString, type Path } from "../../core/index.ts";
import { oneOf, optional, shapeOf, type Reader } from "../../core/inner.ts";
import { fromMinorUnits, ratio, type Money } from "../../money/index.ts";
import { ledgerOfBook, slotOf, type ValueBook } from "./handle.ts";
import { OPTION, readId, readOptions } from "../reading.ts";
import { NO_CELL, valueFigures, type Cell } from "../statement/figures.ts";
import { isRelatedItem, readGroup, rolesOf } from "../statement/group.ts";
import { FEWEST_REFERRED, readFewest, relatedSums } from "../statement/related.ts";
import { bookedItems } from "../items.ts";
import { cellLines, cellSum, clientsOf, SLOTS, type BookLedger } from "./ledger.ts";
import { minorAt, rankingOf, readRankedFigure, slotsOf, type RankedFigure } from "./ranking.ts";
import { REFERRED_TREATMENTS, type ReferredTreatment, type ValueFigures, type ValueGroup } from "../types.ts";
import type { IncomeBasis } from "../items.ts";

/** Whose figures to take out of a book. */
export interface ClientValueOptions {
  /** Other clients whose value is credited to this one; without it, the second head has no data. */
  readonly group?: ValueGroup;
  /** Default `inside`. */
  readonly referred?: ReferredTreatment;
  /** How many referred clients a sum must be over; 1 or more, default 2: the sum over one is that client's own figure. */
  readonly fewestReferred?: number;
}

const readView: Reader<ClientValueOptions> = shapeOf<ClientValueOptions>({
  group: optional(readGroup),
  referred: optional(oneOf(REFERRED_TREATMENTS)),
  fewestReferred: optional(readFewest),
});

/**
 * The clients of a book: all who have at least one counted line.
 *
 * @param book - rolled-up book
 * @returns client ids in code-unit order
 * @throws `relationship-value/unknown-book` for a copy of a book
 * @example
 * const { book } = valueBook([], { period: "2026", currency: "CNY" });
 * bookClients(book) // => []
 * @since 0.1.0
 */
export function bookClients(book: ValueBook): string[] {
  return clientsOf(ledgerOfBook(book)).sort();
}

/**
 * One client's figures from a book: what `relationshipValue` gives, without the trace of lines.
 *
 * A client without lines has no data; that is an answer, not an error.
 *
 * @param book - rolled-up book
 * @param client - client id
 * @param options - the client's group, and how referred clients are treated
 * @returns heads, items and total
 * @throws `relationship-value/unknown-book`, `relationship-value/empty-id`, `relationship-value/client-in-own-group`,
 * `relationship-value/invalid-option`; `money/amount-too-large` when a figure has more than 18 digits
 * @example
 * const line = { id: "L1", client: "C-002", product: "loan", item: "asset", period: "2026-Q1", amount: money("300", "CNY"), basis: "actual" } as const;
 * const { book } = valueBook([line], { period: "2026", currency: "CNY" });
 * clientValue(book, "C-001", { group: { subsidiaries: ["C-002"] } }).heads.related // => money("300.00", "CNY")
 * clientValue(book, "C-009").totalDetail.status // => "no-data"
 * @since 0.1.0
 */
export function clientValue<C extends string>(
  book: ValueBook<C>,
  client: string,
  options: ClientValueOptions = {},
): ValueFigures<C> {
  const ledger = ledgerOfBook(book);
  const { group = {}, referred = "inside", fewestReferred = FEWEST_REFERRED } = readOptions(options, readView);
  const roles = rolesOf(readId(client, ["client"], OPTION), group);
  const related = relatedSums(roles, (member, basis) => memberCell(ledger, member, basis), fewestReferred);
  const own = ledger.index.get(client);
  return valueFigures({
    currency: book.conventions.currency,
    cell: (item, basis) => {
      if (isRelatedItem(item)) return related.cell(item, basis);
      return own === undefined ? NO_CELL : cellOf(ledger, own * SLOTS + slotOf(item, basis));
    },
    withoutLines: () => "no-data",
    inTotal: (item) => item !== "referred" || referred === "inside",
    isWithheld: (item) => item === "referred" && related.referred.withheld.length > 0,
  });
}

function cellOf(ledger: BookLedger, cell: number): Cell {
  return { minor: cellSum(ledger, cell), lineCount: cellLines(ledger, cell) };
}

/** All booked items of a client on one basis. */
function memberCell(ledger: BookLedger, client: string, basis: IncomeBasis): Cell {
  const index = ledger.index.get(client);
  if (index === undefined) return NO_CELL;
  let minor = 0n;
  let lineCount = 0;
  for (const item of bookedItems) {
    const cell = cellOf(ledger, index * SLOTS + slotOf(item, basis));
    minor += cell.minor;
    lineCount += cell.lineCount;
  }
  return { minor, lineCount };
}

/** One client of a ranking. */
export interface RankedClient<C extends string = string> {
  /** From 1; equal amounts share a rank and the next one is skipped. */
  readonly rank: number;
  readonly client: string;
  readonly amount: Money<C>;
  /** Of the book's amount of the same figure, 4 digits; `null` where that is not above 0. */
  readonly share: DecimalString | null;
  /** Share of this client and all those before it. */
  readonly cumulativeShare: DecimalString | null;
  /** Whether any part of the amount is estimated. */
  readonly estimated: boolean;
  readonly lineCount: number;
}

/** How to rank. */
export interface TopClientsOptions {
  /** How many clients; fewer come back when the book has fewer with data. */
  readonly n: number;
  /** Default `total`. */
  readonly by?: RankedFigure;
}

/** A ranking: how many clients, by a figure that lines are booked to. */
function readRanking(options: TopClientsOptions, path: Path, code: string): TopClientsOptions {
  const read = shapeOf<TopClientsOptions>({
    n: (n, at) => readInteger(n, at, 0),
    by: optional(readRankedFigure),
  });
  return read(options, path, code);
}

/**
 * The clients of a book with the largest value, with their shares (价值最高客户).
 *
 * Ranked by what is booked to each client; related income is a view and would count lines twice. Clients without a line of
 * the figure are not ranked: they have no data. Equal amounts come in code-unit order of the client id.
 *
 * @param book - rolled-up book
 * @param options - how many, and by which figure
 * @returns largest first
 * @throws `core/invalid-integer` for `n`, `relationship-value/invalid-option`, `relationship-value/unknown-book`
 * @throws `money/amount-too-large` when a running sum has more than 18 digits
 * @example
 * const line = (id: string, client: string, amount: string): IncomeLine =>
 *   ({ id, client, product: "loan", item: "asset", period: "2026", amount: money(amount, "CNY"), basis: "actual" });
 * const { book } = valueBook([line("1", "A", "30"), line("2", "B", "60"), line("3", "C", "10")], { period: "2026", currency: "CNY" });
 * topClients(book, { n: 2 }).map(({ rank, client, share, cumulativeShare }) => [rank, client, share, cumulativeShare]) // => [[1, "B", "0.6000", "0.6000"], [2, "A", "0.3000", "0.9000"]]
 * @since 0.1.0
 */
export function topClients<C extends string>(book: ValueBook<C>, options: TopClientsOptions): RankedClient<C>[] {
  const { n, by = "total" } = readOptions(options, readRanking);
  const ranking = rankingOf(book, by);
  const ranked = rankedIn(book, by);
  let rank = 0;
  let before: bigint | null = null;
  let running = 0n;
  return Array.from(ranking.order.subarray(0, n), (position, place) => {
    const minor = minorAt(ranking, position);
    if (minor !== before) rank = place + 1;
    before = minor;
    running += minor;
    return ranked({ place, rank, running });
  });
}

/** Where a client stands in a ranking: its place from 0, its rank, and the sum up to and with it. */
export interface RankedPlace {
  readonly place: number;
  readonly rank: number;
  readonly running: bigint;
}

/** Shows the clients of a ranking, each at its place. */
export function rankedIn<C extends string>(book: ValueBook<C>, by: RankedFigure): (at: RankedPlace) => RankedClient<C> {
  const { currency } = book.conventions;
  const ledger = ledgerOfBook(book);
  const ranking = rankingOf(book, by);
  const whole = fromMinorUnits(ranking.total, currency);
  // of a loss nobody has a share
  const isPositive = ranking.total > 0n;
  const estimatedSlots = slotsOf(by, ["estimated"]);
  return ({ place, rank, running }) => {
    const position = ranking.order[place]!;
    const amount = fromMinorUnits(minorAt(ranking, position), currency);
    return {
      rank,
      client: ranking.clients[position]!,
      amount,
      share: isPositive ? ratio(amount, whole, 4) : null,
      cumulativeShare: isPositive ? ratio(fromMinorUnits(running, currency), whole, 4) : null,
      estimated: estimatedSlots.some((slot) => cellLines(ledger, position * SLOTS + slot) > 0),
      lineCount: ranking.lines[position]!,
    };
  };
}
