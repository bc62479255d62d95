import { readInteger, type DecimalString } from "../../core/index.ts";
import { listOf, optional, quotientText, shapeOf, type Reader } from "../../core/inner.ts";
import { fromMinorUnits, type Money } from "../../money/index.ts";
import type { ValueBook } from "../book/handle.ts";
import { minorAt, rankingOf, readRankedFigure, sumOf, type RankedFigure, type Ranking } from "../book/ranking.ts";
import { readOptions } from "../reading.ts";
import { shareOf } from "./deciles.ts";

/** What the best clients bring together. */
export interface TopShare<C extends string = string> {
  /** As asked for. */
  readonly n: number;
  /** `n`, or fewer where the book has fewer. */
  readonly clientCount: number;
  readonly amount: Money<C>;
  /** Of the book’s amount, 4 digits; above 1 where other clients cost money; `null` unless the amount is above 0. */
  readonly share: DecimalString | null;
  /** Of what the clients above 0 bring together, 4 digits, never above 1; `null` where nobody is above 0. */
  readonly shareOfPositive: DecimalString | null;
}

/** Clients counted, with what they bring together. */
export interface ValueCount<C extends string = string> {
  readonly clientCount: number;
  readonly amount: Money<C>;
}

/** How much of a book hangs on few clients. */
export interface ValueConcentration<C extends string = string> {
  readonly by: RankedFigure;
  /** Clients with a line of the figure; the three below add up to it. */
  readonly all: ValueCount<C>;
  readonly positive: ValueCount<C>;
  readonly zero: ValueCount<C>;
  /** Clients who cost money. */
  readonly negative: ValueCount<C>;
  /**
   * Herfindahl-Hirschman index: sum of the squared shares of the clients above 0 in what they bring together. From
   * nearly 0 to 1, 6 digits; times 10,000 it is the index in points. `null` where nobody is above 0.
   */
  readonly hhi: DecimalString | null;
  /** How many clients of equal value would have the same index: 1 / hhi before rounding, 2 digits. */
  readonly equalClients: DecimalString | null;
  /** In the order asked for. */
  readonly top: readonly TopShare<C>[];
}

/** What to say about concentration. */
export interface ConcentrationOptions {
  /** Default `total`. */
  readonly by?: RankedFigure;
  /** Numbers of best clients whose share is wanted, each 1 or more; default none. */
  readonly top?: readonly number[];
}

const readConcentration: Reader<ConcentrationOptions> = shapeOf<ConcentrationOptions>({
  by: optional(readRankedFigure),
  top: optional(listOf((n: number, path) => readInteger(n, path, 1))),
});

/**
 * How concentrated a book is: its index, the shares of its best clients, and who brings and who costs (客户集中度).
 *
 * A share is only a share of something positive: the index is over clients above 0, and those at or below 0 are counted
 * beside them. The share of the best clients is given twice, of the whole book and of what clients above 0 bring.
 *
 * @param book - rolled-up book, of clients, groups or managers
 * @param options - by which figure, and the numbers of best clients
 * @returns counts, amounts and indices, exact and rounded once, half-even
 * @throws `core/invalid-integer` for an entry of `top`, `relationship-value/invalid-option`
 * @throws `relationship-value/unknown-book`; `money/amount-too-large` when a sum has more than 18 digits
 * @see U.S. Department of Justice, Herfindahl-Hirschman index: shares of 30, 30, 20 and 20 % are 2,600 points
 * @example
 * const line = (id: string, client: string, amount: string): IncomeLine =>
 *   ({ id, client, product: "loan", item: "asset", period: "2026", amount: money(amount, "CNY"), basis: "actual" });
 * const { book } = valueBook([line("1", "A", "30"), line("2", "B", "30"), line("3", "C", "20"), line("4", "D", "20")], { period: "2026", currency: "CNY" });
 * const { hhi, equalClients, top } = valueConcentration(book, { top: [2] });
 * [hhi, equalClients, top[0]?.share] // => ["0.260000", "3.85", "0.6000"]
 * @since 0.1.0
 */
export function valueConcentration<C extends string>(
  book: ValueBook<C>,
  options: ConcentrationOptions = {},
): ValueConcentration<C> {
  const { by = "total", top = [] } = readOptions(options, readConcentration);
  const ranking = rankingOf(book, by);
  const { order } = ranking;
  const { currency } = book.conventions;
  const firstZero = placeOf(ranking, (minor) => minor <= 0n);
  const firstNegative = placeOf(ranking, (minor) => minor < 0n);
  const count = (from: number, to: number): ValueCount<C> => ({
    clientCount: to - from,
    amount: fromMinorUnits(sumOf(ranking, from, to), currency),
  });
  const positive = sumOf(ranking, 0, firstZero);
  let squares = 0n;
  for (let place = 0; place < firstZero; place++) {
    const minor = minorAt(ranking, order[place]!);
    squares += minor * minor;
  }
  return {
    by,
    all: count(0, order.length),
    positive: count(0, firstZero),
    zero: count(firstZero, firstNegative),
    negative: count(firstNegative, order.length),
    hhi: positive > 0n ? quotientText(squares, positive * positive, 6, "half-even") : null,
    equalClients: positive > 0n ? quotientText(positive * positive, squares, 2, "half-even") : null,
    top: top.map((n) => {
      const clientCount = Math.min(n, order.length);
      const sum = sumOf(ranking, 0, clientCount);
      return {
        n,
        clientCount,
        amount: fromMinorUnits(sum, currency),
        share: shareOf(sum, ranking.total),
        shareOfPositive: shareOf(sumOf(ranking, 0, Math.min(n, firstZero)), positive),
      };
    }),
  };
}

/** The first place in the order from which on something holds; the number of clients where it never does. */
export function placeOf(ranking: Ranking, holds: (minor: bigint) => boolean): number {
  let low = 0;
  let high = ranking.order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(minorAt(ranking, ranking.order[middle]!))) high = middle;
    else low = middle + 1;
  }
  return low;
}
