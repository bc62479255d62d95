import { DomainError } from "../../core/index.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { NO_CELL, valueFigures } from "../statement/figures.ts";
import { bookedItems, incomeBases } from "../items.ts";
import { SLOTS, slotTotals, type BookLedger } from "./ledger.ts";
import type { ConversionFigure, ItemStatus, ValueConventions, ValueFigures } from "../types.ts";
import type { IncomeBasis, ValueItem } from "../items.ts";

/**
 * A rolled-up book: its totals, and behind them the sums of every client for `clientValue`, `topClients` and
 * `mergeValueBooks`. A handle, not serialisable as it is: `valueBookData` gives plain data and `valueBookFromData`
 * reads it.
 */
export interface ValueBook<C extends string = string> {
  /** Totals over all clients; related items are views, because their lines are booked to other clients of the book. */
  readonly figures: ValueFigures<C>;
  /** Clients with at least one counted line. */
  readonly clientCount: number;
  readonly lines: BookLineAccount;
  readonly conversions: readonly ConversionFigure<C>[];
  readonly conventions: ValueConventions<C>;
}

/** Where every row went: `counted + refused = given`. */
export interface BookLineAccount {
  readonly given: number;
  readonly counted: number;
  readonly refused: number;
}

/** What a book knows besides its ledger. */
export interface BookFacts<C extends string> {
  readonly conventions: ValueConventions<C>;
  readonly conversions: readonly ConversionFigure<C>[];
  readonly given: number;
  readonly refused: number;
}

const LEDGERS = new WeakMap<ValueBook, BookLedger>();

/** The book of a finished ledger. */
export function closeBook<C extends string>(ledger: BookLedger, facts: BookFacts<C>): ValueBook<C> {
  const totals = slotTotals(ledger);
  const book: ValueBook<C> = Object.freeze({
    figures: valueFigures({
      currency: facts.conventions.currency,
      cell: (item, basis) => totals[slotOf(item, basis)] ?? NO_CELL,
      withoutLines,
      inTotal: (item) => !isView(item),
      isWithheld: () => false,
    }),
    clientCount: ledger.clients.length,
    lines: { given: facts.given, counted: facts.given - facts.refused, refused: facts.refused },
    conversions: facts.conversions,
    conventions: facts.conventions,
  });
  LEDGERS.set(book, ledger);
  return book;
}

/** The ledger behind a book, or the error for a copy. */
export function ledgerOfBook(book: ValueBook, parameter = "book"): BookLedger {
  const ledger = LEDGERS.get(book);
  if (ledger !== undefined) return ledger;
  throw new DomainError<RelationshipValueErrorCode>(
    "relationship-value/unknown-book",
    `${parameter}: a copy of a book has no clients; use valueBookData and valueBookFromData`,
    [parameter],
  );
}

/** Cell of an item and basis inside a client's cells; -1 for a related item, which is never booked. */
export function slotOf(item: ValueItem, basis: IncomeBasis): number {
  const booked = (bookedItems as readonly ValueItem[]).indexOf(item);
  return booked < 0 ? -SLOTS : booked * incomeBases.length + incomeBases.indexOf(basis);
}

const isView = (item: ValueItem): boolean => slotOf(item, "actual") < 0;

function withoutLines(item: ValueItem): Exclude<ItemStatus, "stated" | "withheld"> {
  return isView(item) ? "view" : "no-data";
}
