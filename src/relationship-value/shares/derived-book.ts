import { closeBook, type ValueBook } from "../book/handle.ts";
import { cellLines, SLOTS, type BookLedger } from "../book/ledger.ts";
import type { ValueConventions } from "../types.ts";

/** A book of what a ledger was made of from another book: no row was read for it, and nothing converted. */
export function derivedBook<C extends string>(ledger: BookLedger, conventions: ValueConventions<C>): ValueBook<C> {
  let given = 0;
  for (let cell = 0, end = ledger.clients.length * SLOTS; cell < end; cell++) given += cellLines(ledger, cell);
  return closeBook(ledger, { conventions, conversions: [], given, refused: 0 });
}
