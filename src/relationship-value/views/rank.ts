import { optional, shapeOf, type Reader } from "../../core/inner.ts";
import { rankedIn, type RankedClient } from "../book/clients.ts";
import type { ValueBook } from "../book/handle.ts";
import { minorAt, positionIn, rankingOf, readRankedFigure, sumOf, type RankedFigure } from "../book/ranking.ts";
import { OPTION, readId, readOptions } from "../reading.ts";

/** By which figure a client is ranked. */
export interface RankOptions {
  /** Default `total`. */
  readonly by?: RankedFigure;
}

/** A client's place in a book. */
export interface ClientRank<C extends string = string> extends RankedClient<C> {
  /** Clients with a line of the figure: the last rank where no two amounts are equal. */
  readonly of: number;
}

const readRank: Reader<RankOptions> = shapeOf<RankOptions>({ by: optional(readRankedFigure) });

/**
 * The place of one client among the clients of a book (排名), the same that `topClients` gives it.
 *
 * @param book - rolled-up book
 * @param client - client id
 * @param options - by which figure; default the total
 * @returns rank, amount and shares; null for a client without a line of the figure, of whom nothing is known
 * @throws `relationship-value/unknown-book`, `relationship-value/empty-id`, `relationship-value/invalid-option`
 * @throws `money/amount-too-large` when a sum has more than 18 digits
 * @example
 * const line = (id: string, client: string, amount: string): IncomeLine =>
 *   ({ id, client, product: "loan", item: "asset", period: "2026", amount: money(amount, "CNY"), basis: "actual" });
 * const { book } = valueBook([line("1", "A", "30"), line("2", "B", "60"), line("3", "C", "10")], { period: "2026", currency: "CNY" });
 * const place = rankOf(book, "A");
 * [place?.rank, place?.of, place?.share, place?.cumulativeShare] // => [2, 3, "0.3000", "0.9000"]
 * rankOf(book, "A", { by: "other" }) // => null
 * @since 0.1.0
 */
export function rankOf<C extends string>(
  book: ValueBook<C>,
  client: string,
  options: RankOptions = {},
): ClientRank<C> | null {
  const { by = "total" } = readOptions(options, readRank);
  const ranking = rankingOf(book, by);
  const position = positionIn(ranking, readId(client, ["client"], OPTION));
  if (position < 0) return null;
  const { order } = ranking;
  const place = order.indexOf(position);
  const minor = minorAt(ranking, position);
  let first = place;
  while (first > 0 && minorAt(ranking, order[first - 1]!) === minor) first--;
  const at = { place, rank: first + 1, running: sumOf(ranking, 0, place + 1) };
  return { ...rankedIn(book, by)(at), of: order.length };
}
