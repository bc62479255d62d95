import { optional, shapeOf, type Reader } from "../../core/inner.ts";
import { fromMinorUnits, ratio } from "../../money/index.ts";
import { byAmount, rankedCells, readRankedFigure, type RankedClient, type RankedFigure } from "../book/clients.ts";
import { ledgerOfBook, type ValueBook } from "../book/handle.ts";
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
  const ledger = ledgerOfBook(book);
  readId(client, ["client"], OPTION);
  const { by = "total" } = readOptions(options, readRank);
  const { currency } = book.conventions;
  const cells = rankedCells(ledger, by);
  const own = cells.find((cell) => cell.client === client);
  if (own === undefined) return null;
  let larger = 0;
  let before = 0n;
  let whole = 0n;
  for (const cell of cells) {
    whole += cell.minor;
    if (cell.minor > own.minor) larger++;
    if (byAmount(cell, own) <= 0) before += cell.minor;
  }
  const amount = fromMinorUnits(own.minor, currency);
  const sum = fromMinorUnits(whole, currency);
  return {
    rank: larger + 1,
    of: cells.length,
    client,
    amount,
    share: ratio(amount, sum, 4),
    cumulativeShare: ratio(fromMinorUnits(before, currency), sum, 4),
    estimated: own.estimated,
    lineCount: own.lineCount,
  };
}
