import { readInteger, type DecimalString, type Path } from "../../core/index.ts";
import { optional, quotientText, shapeOf, type Reader } from "../../core/inner.ts";
import { fromMinorUnits, type Money } from "../../money/index.ts";
import type { ValueBook } from "../book/handle.ts";
import { minorAt, rankingOf, readRankedFigure, sumOf, type RankedFigure, type Ranking } from "../book/ranking.ts";
import { readOptions } from "../reading.ts";

/** One of the parts of equal count that the ranked clients of a book are divided into. */
export interface ValueDecile<C extends string = string> {
  /** From 1, the best. */
  readonly part: number;
  readonly clientCount: number;
  /** Sum of the part. */
  readonly amount: Money<C>;
  /** Of the book’s amount, 4 digits; `null` unless that is above 0. */
  readonly share: DecimalString | null;
  /** Share of this part and all better ones. */
  readonly cumulativeShare: DecimalString | null;
  /** Amounts of the first and the last client of the part; `null` where it has none. */
  readonly highest: Money<C> | null;
  readonly lowest: Money<C> | null;
  /** Client ids, best first. */
  readonly clients: readonly string[];
}

/** How the clients of a book are divided. */
export interface ValueDecilesOptions {
  /** Default `total`. */
  readonly by?: RankedFigure;
  /** Number of parts, 1 to 1000; default 10. */
  readonly parts?: number;
}

/** Parts of a book are deciles where nothing else is asked for. */
export const DECILES = 10;

/** Reads a number of parts. */
export function readParts(parts: number, path: Path): number {
  return readInteger(parts, path, 1, 1000);
}

const readDeciles: Reader<ValueDecilesOptions> = shapeOf<ValueDecilesOptions>({
  by: optional(readRankedFigure),
  parts: optional(readParts),
});

/**
 * Where each part of a list ends, exclusive: parts of equal count, of which the first have one more where they do not
 * divide evenly.
 */
export function partEnds(size: number, parts: number): number[] {
  const remainder = size % parts;
  const count = (size - remainder) / parts;
  return Array.from({ length: parts }, (_, at) => (at + 1) * count + Math.min(at + 1, remainder));
}

/** A part of an amount that is above 0, 4 digits; null where it is not, because a share of a loss says nothing. */
export function shareOf(part: bigint, whole: bigint): DecimalString | null {
  return whole > 0n ? quotientText(part, whole, 4, "half-even") : null;
}

/**
 * The clients of a book in ten parts of equal count, best first (客户价值十等分).
 *
 * Ranked as by `topClients`: clients with a line of the figure, equal amounts in code-unit order of the client id, so that
 * clients of equal value may be in two parts. Where the clients do not divide evenly, the first parts have one more each.
 * Clients who cost money are last; they are part of the amounts, so that the cumulative share can be above 1.
 *
 * @param book - rolled-up book, of clients, groups or managers
 * @param options - by which figure, and into how many parts
 * @returns one entry for each part, also for those that are empty in a book with fewer clients; they add up to the book
 * @throws `core/invalid-integer` for `parts`, `relationship-value/invalid-option`, `relationship-value/unknown-book`
 * @throws `money/amount-too-large` when a sum has more than 18 digits
 * @see NTILE of SQL, which divides in the same way: 53 rows into five parts are 11, 11, 11, 10 and 10
 * @example
 * const line = (id: string, client: string, amount: string): IncomeLine =>
 *   ({ id, client, product: "loan", item: "asset", period: "2026", amount: money(amount, "CNY"), basis: "actual" });
 * const { book } = valueBook([line("1", "A", "30"), line("2", "B", "80"), line("3", "C", "-10")], { period: "2026", currency: "CNY" });
 * valueDeciles(book, { parts: 2 }).map(({ clients, amount, cumulativeShare }) => [clients, amount.amount, cumulativeShare]) // => [[["B", "A"], "110.00", "1.1000"], [["C"], "-10.00", "1.0000"]]
 * @since 0.1.0
 */
export function valueDeciles<C extends string>(
  book: ValueBook<C>,
  options: ValueDecilesOptions = {},
): ValueDecile<C>[] {
  const { by = "total", parts = DECILES } = readOptions(options, readDeciles);
  const ranking = rankingOf(book, by);
  const { order, clients, total } = ranking;
  const { currency } = book.conventions;
  const amountAt = (place: number): Money<C> => fromMinorUnits(minorAt(ranking, order[place]!), currency);
  let first = 0;
  let running = 0n;
  return partEnds(order.length, parts).map((end, at) => {
    const from = first;
    first = end;
    const sum = sumOf(ranking, from, end);
    running += sum;
    return {
      part: at + 1,
      clientCount: end - from,
      amount: fromMinorUnits(sum, currency),
      share: shareOf(sum, total),
      cumulativeShare: shareOf(running, total),
      highest: from < end ? amountAt(from) : null,
      lowest: from < end ? amountAt(end - 1) : null,
      clients: Array.from(order.subarray(from, end), (position) => clients[position]!),
    };
  });
}

/** The part of every client of a ranking, from 1, by position; 0 where the client is not in it. */
export function partsOf({ order, lines }: Ranking, parts: number): Uint16Array {
  const byPosition = new Uint16Array(lines.length);
  let place = 0;
  for (const [at, end] of partEnds(order.length, parts).entries()) {
    for (; place < end; place++) byPosition[order[place]!] = at + 1;
  }
  return byPosition;
}
