import { addDecimals, canonicalJson } from "../../core/index.ts";
import { add } from "../../money/index.ts";
import { matchConventions } from "./conventions.ts";
import { closeBook, ledgerOfBook, type ValueBook } from "./handle.ts";
import { addLedger, clientsOf, openLedger, openRegistry, positionOf } from "./ledger.ts";
import { byRate } from "../statement/rates.ts";
import type { ConversionFigure } from "../types.ts";

/**
 * Two parts of a book as one: the book that all their lines together would have given.
 *
 * Associative and commutative, with `valueBook([], options).book` as identity, so that a book too big for one process
 * can be split in any way, rolled up in parts and merged. Both parts must have the same period, currency, rounding and
 * rate day. A line that is in both parts is counted twice: a duplicate id is found within a part only, so split by
 * client or by range of ids.
 *
 * @param a - one part
 * @param b - another part, with other lines
 * @returns a new book; neither part changes
 * @throws `relationship-value/books-differ` with the convention that differs
 * @throws `relationship-value/unknown-book`
 * @throws `money/amount-too-large` when a figure has more than 18 digits
 * @example
 * const line = (id: string, amount: string): IncomeLine =>
 *   ({ id, client: "C-1", product: "loan", item: "asset", period: "2026", amount: money(amount, "CNY"), basis: "actual" });
 * const options = { period: "2026", currency: "CNY" } as const;
 * const merged = mergeValueBooks(valueBook([line("1", "1.10")], options).book, valueBook([line("2", "2.20")], options).book);
 * merged.figures.total // => money("3.30", "CNY")
 * mergeValueBooks(merged, valueBook([], { period: "2025", currency: "CNY" }).book) // throws relationship-value/books-differ
 * @since 0.1.0
 */
export function mergeValueBooks<C extends string>(a: ValueBook<C>, b: ValueBook<NoInfer<C>>): ValueBook<C> {
  const left = ledgerOfBook(a, "a");
  const right = ledgerOfBook(b, "b");
  matchConventions([a, "a"], [b, "b"], ["period", "currency", "rounding", "rateDay"]);
  const registry = openRegistry();
  for (const client of clientsOf(left)) positionOf(registry, client);
  for (const client of clientsOf(right)) positionOf(registry, client);
  const ledger = openLedger(registry);
  addLedger(ledger, left);
  addLedger(ledger, right);
  return closeBook(ledger, {
    conventions: a.conventions,
    conversions: mergeConversions([...a.conversions, ...b.conversions]),
    given: a.lines.given + b.lines.given,
    refused: a.lines.refused + b.lines.refused,
  });
}

/** Conversions of parts of a book as those of the whole: one for each rate. */
export function mergeConversions<C extends string>(
  figures: readonly ConversionFigure<C>[],
): readonly ConversionFigure<C>[] {
  const merged = new Map<string, ConversionFigure<C>>();
  for (const figure of figures) {
    const key = canonicalJson(figure.rate);
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined
        ? figure
        : {
            rate: figure.rate,
            lineCount: known.lineCount + figure.lineCount,
            original: addDecimals(known.original, figure.original),
            converted: add<C>(known.converted, figure.converted),
            roundingDifference: addDecimals(known.roundingDifference, figure.roundingDifference),
          },
    );
  }
  return [...merged.values()].sort((a, b) => byRate(a.rate, b.rate));
}
