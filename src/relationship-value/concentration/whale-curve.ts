import type { DecimalString } from "../../core/index.ts";
import { optional, quotientText, shapeOf, type Reader } from "../../core/inner.ts";
import { fromMinorUnits, type Money } from "../../money/index.ts";
import type { ValueBook } from "../book/handle.ts";
import { rankingOf, readRankedFigure, sumOf, type RankedFigure } from "../book/ranking.ts";
import { readOptions } from "../reading.ts";
import { placeOf } from "./concentration.ts";
import { DECILES, partEnds, readParts, shareOf } from "./deciles.ts";

/** A point of the curve: what the best clients bring together. */
export interface WhalePoint<C extends string = string> {
  /** How many of the best clients. */
  readonly clients: number;
  /** Of all clients with a line of the figure, 4 digits; `null` where there are none. */
  readonly clientShare: DecimalString | null;
  readonly amount: Money<C>;
  /** Of the book’s amount, 4 digits; `null` unless that is above 0. */
  readonly share: DecimalString | null;
}

/** Cumulative value of the clients of a book, best first. */
export interface WhaleCurve<C extends string = string> {
  readonly by: RankedFigure;
  /** Where the curve is highest: after the last client above 0. */
  readonly peak: WhalePoint<C>;
  /** What the clients after the peak take away: the height of the peak less the book’s amount; 0 or more. */
  readonly givenBack: Money<C>;
  /** From no client to all of them; the last point is the book. */
  readonly points: readonly WhalePoint<C>[];
}

/** Which curve. */
export interface WhaleCurveOptions {
  /** Default `total`. */
  readonly by?: RankedFigure;
  /** Steps between no client and all, 1 to 1000; default 10. With as many steps as clients, there is a point for each. */
  readonly steps?: number;
}

const readCurve: Reader<WhaleCurveOptions> = shapeOf<WhaleCurveOptions>({
  by: optional(readRankedFigure),
  steps: optional(readParts),
});

/**
 * The whale curve of a book: what its clients bring when they are added up from the best to the worst (客户盈利鲸鱼曲线).
 *
 * The curve climbs above the book’s amount where there are clients who cost money: its peak is what the bank would have
 * without them. Income lines alone rarely have any; book costs as negative lines, or ask it of a book of risk-adjusted
 * lines. Steps are those of `valueDeciles` with as many parts; points that fall together in a small book come once.
 *
 * @param book - rolled-up book, of clients, groups or managers
 * @param options - by which figure, and in how many steps
 * @returns the peak and the points, exact and rounded once, half-even
 * @throws `core/invalid-integer` for `steps`, `relationship-value/invalid-option`, `relationship-value/unknown-book`
 * @throws `money/amount-too-large` when a sum has more than 18 digits
 * @see ControllingWiki, The Whale Curve of Customer Profitability: clients from the most to the least profitable
 * @example
 * const line = (id: string, client: string, amount: string): IncomeLine =>
 *   ({ id, client, product: "loan", item: "asset", period: "2026", amount: money(amount, "CNY"), basis: "actual" });
 * const { book } = valueBook([line("1", "A", "90"), line("2", "B", "50"), line("3", "C", "-40")], { period: "2026", currency: "CNY" });
 * const { peak, givenBack, points } = whaleCurve(book);
 * [peak.clients, peak.share, givenBack.amount] // => [2, "1.4000", "40.00"]
 * points.map(({ clients, amount }) => [clients, amount.amount]) // => [[0, "0.00"], [1, "90.00"], [2, "140.00"], [3, "100.00"]]
 * @since 0.1.0
 */
export function whaleCurve<C extends string>(book: ValueBook<C>, options: WhaleCurveOptions = {}): WhaleCurve<C> {
  const { by = "total", steps = DECILES } = readOptions(options, readCurve);
  const ranking = rankingOf(book, by);
  const { length } = ranking.order;
  const { currency } = book.conventions;
  const pointAt = (clients: number, sum: bigint): WhalePoint<C> => ({
    clients,
    clientShare: length > 0 ? quotientText(clients, length, 4, "half-even") : null,
    amount: fromMinorUnits(sum, currency),
    share: shareOf(sum, ranking.total),
  });
  let before = 0;
  let running = 0n;
  const points: WhalePoint<C>[] = [pointAt(0, 0n)];
  for (const end of partEnds(length, steps)) {
    if (end === before) continue;
    running += sumOf(ranking, before, end);
    before = end;
    points.push(pointAt(end, running));
  }
  const top = placeOf(ranking, (minor) => minor <= 0n);
  const height = sumOf(ranking, 0, top);
  return { by, peak: pointAt(top, height), givenBack: fromMinorUnits(height - ranking.total, currency), points };
}
