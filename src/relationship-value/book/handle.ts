import { DomainError } from "../../core/index.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { NO_CELL, valueFigures } from "../statement/figures.ts";
import { bookedItems, incomeBases } from "../items.ts";
import {
  addToCell,
  copyLedger,
  openLedger,
  openRegistry,
  SLOTS,
  slotTotals,
  type BookLedger,
  type SlotTotal,
} from "./ledger.ts";
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

/** What a change did to a cell. */
export interface CellChange {
  readonly cell: number;
  readonly minor: bigint;
  readonly lineCount: number;
}

/** What is behind a book. */
export interface BookState {
  /**
   * Its own ledger; null once a later book, made from it by adding and removing lines, has taken it over. Whoever asks an
   * earlier book gets a ledger of its own again: a copy without what was changed since.
   */
  ledger: BookLedger | null;
  /** The book that took the ledger over, and what it changed. */
  later: { readonly state: BookState; readonly changes: readonly CellChange[] } | null;
  readonly totals: readonly SlotTotal[];
  readonly clientCount: number;
}

const STATES = new WeakMap<ValueBook, BookState>();

/** The book of a finished ledger. */
export function closeBook<C extends string>(ledger: BookLedger, facts: BookFacts<C>): ValueBook<C> {
  return bookOf({ ledger, later: null, totals: slotTotals(ledger), clientCount: ledger.clients.length }, facts);
}

/** The book of a state. */
export function bookOf<C extends string>(state: BookState, facts: BookFacts<C>): ValueBook<C> {
  const book: ValueBook<C> = Object.freeze({
    figures: valueFigures({
      currency: facts.conventions.currency,
      cell: (item, basis) => state.totals[slotOf(item, basis)] ?? NO_CELL,
      withoutLines,
      inTotal: (item) => !isView(item),
      isWithheld: () => false,
    }),
    clientCount: state.clientCount,
    lines: { given: facts.given, counted: facts.given - facts.refused, refused: facts.refused },
    conversions: facts.conversions,
    conventions: facts.conventions,
  });
  STATES.set(book, state);
  return book;
}

/** What is behind a book, or the error for a copy. */
export function stateOfBook(book: ValueBook, parameter = "book"): BookState {
  const state = STATES.get(book);
  if (state !== undefined) return state;
  throw new DomainError<RelationshipValueErrorCode>(
    "relationship-value/unknown-book",
    `${parameter}: a copy of a book has no clients; use valueBookData and valueBookFromData`,
    [parameter],
  );
}

/** The ledger behind a book, or the error for a copy. */
export function ledgerOfBook(book: ValueBook, parameter = "book"): BookLedger {
  return ledgerOfState(stateOfBook(book, parameter));
}

/** The ledger of a state: its own, or the nearest later one with the changes taken back. */
export function ledgerOfState(state: BookState): BookLedger {
  const undone: (readonly CellChange[])[] = [];
  let holder = state;
  while (holder.ledger === null && holder.later !== null) {
    undone.push(holder.later.changes);
    holder = holder.later.state;
  }
  const found = holder.ledger ?? openLedger(openRegistry());
  if (holder === state) return found;
  const own = copyLedger(found);
  for (const changes of undone.reverse()) {
    for (const { cell, minor, lineCount } of changes) addToCell(own, cell, -minor, -lineCount);
  }
  state.ledger = own;
  state.later = null;
  return own;
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
