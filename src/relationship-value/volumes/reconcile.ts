import { DomainError, type Path, type RowIssue } from "../../core/index.ts";
import {
  compareTexts,
  listOf,
  optional,
  refuseValue,
  repeatedIds,
  rowOf,
  shapeOf,
  type Reader,
} from "../../core/inner.ts";
import { fromMinorUnits, toMinorUnits, type Money } from "../../money/index.ts";
import { minorIn } from "../../money/inner.ts";
import { ledgerOfBook, type ValueBook } from "../book/handle.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { unreadable } from "../income-line.ts";
import { bookedItems } from "../items.ts";
import { OPTION, readAmount, readCurrency, readId, readOptions, readRows } from "../reading.ts";

/** The sides of a reconciliation. */
export const RECONCILED_SIDES = ["book", "ledger"] as const;

/** A side of a reconciliation. */
export type ReconciledSide = (typeof RECONCILED_SIDES)[number];

/** What one side has for an item. */
export interface ItemTotal<C extends string = string> {
  /** Of a book one of `bookedItems`; otherwise an item, product or ledger account, as both sides name it. */
  readonly item: string;
  readonly amount: Money<C>;
}

/** How to compare. */
export interface ReconcileOptions<C extends string = string> {
  readonly currency: C;
  /** Largest difference of an item, of either sign, that still passes; default 0. */
  readonly tolerance?: Money<C>;
  /** The items there are, each once; by default every item of either side, and for a book the eight that lines are booked to. */
  readonly items?: readonly string[];
}

/** How an item may compare. */
export const RECONCILIATION_STATES = [
  "agreed",
  "within-tolerance",
  "differs",
  "missing-in-book",
  "missing-in-ledger",
] as const;

/** How an item compares: equal, near enough, not; or one side does not have it, even where the other has 0. */
export type ReconciliationState = (typeof RECONCILIATION_STATES)[number];

/** One item on both sides. */
export interface ReconciledItem<C extends string = string> {
  readonly item: string;
  readonly state: ReconciliationState;
  /** Null where the book does not have it. */
  readonly book: Money<C> | null;
  /** Null where the ledger does not have it. */
  readonly ledger: Money<C> | null;
  /** Book less ledger; a side that does not have the item counts as 0 here. */
  readonly difference: Money<C>;
}

/** A reconciliation: the differences of the items add up to that of the totals. */
export interface Reconciliation<C extends string = string> {
  /**
   * Whether every item agrees or is within the tolerance, and no row was left out; null where neither side has a row,
   * so that nothing was compared.
   */
  readonly agreed: boolean | null;
  /** In the order of `items`, or of a book; otherwise in code-unit order. */
  readonly items: readonly ReconciledItem<C>[];
  readonly totals: { readonly book: Money<C>; readonly ledger: Money<C>; readonly difference: Money<C> };
  /** Rows that are left out, with the side they are on. */
  readonly issues: readonly (RowIssue & { readonly side: ReconciledSide })[];
  readonly tolerance: Money<C>;
}

const readTotal: Reader<ItemTotal> = /* @__PURE__ */ (() => rowOf<ItemTotal>({ item: readId, amount: readAmount }))();

const READ_CODE = "relationship-value/invalid-row" satisfies RelationshipValueErrorCode;

function readTolerance(tolerance: Money, currency: string): Money {
  minorIn(currency, tolerance, ["tolerance"]);
  if (toMinorUnits(tolerance) >= 0n) return tolerance;
  throw new DomainError<RelationshipValueErrorCode>(OPTION, "tolerance: below 0", ["tolerance"], {
    received: tolerance.amount,
  });
}

/** What a book has by item; an item without lines is missing in it. */
function totalsOfBook<C extends string>(book: ValueBook<C>): ItemTotal<C>[] {
  ledgerOfBook(book);
  return bookedItems.flatMap((item) => {
    const { amount } = book.figures.items[item];
    return amount === null ? [] : [{ item, amount }];
  });
}

type SidedIssue = RowIssue & { readonly side: ReconciledSide };

/** The totals of one side by item, in minor units; rows that cannot be used become issues. */
function readSide(
  rows: readonly ItemTotal[],
  side: ReconciledSide,
  currency: string,
  known: ReadonlySet<string> | null,
  issues: SidedIssue[],
): ReadonlyMap<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const [row, given] of Array.from(rows).entries()) {
    try {
      const { item, amount } = readTotal(given, [], READ_CODE);
      const minor = BigInt(minorIn(currency, amount, ["amount"]));
      const found = (code: RelationshipValueErrorCode, details: RowIssue["details"]): void => {
        issues.push({ side, row, code, path: ["item"], details });
      };
      if (known !== null && !known.has(item)) {
        found("relationship-value/unknown-item", { item, amount: fromMinorUnits(minor, currency).amount });
      } else if (totals.has(item)) {
        found("relationship-value/repeated-row", { id: item });
      } else totals.set(item, minor);
    } catch (e) {
      issues.push({ side, row, ...unreadable(e) });
    }
  }
  return totals;
}

function stateOf(book: bigint | undefined, ledger: bigint | undefined, tolerance: bigint): ReconciliationState {
  if (book === undefined) return "missing-in-book";
  if (ledger === undefined) return "missing-in-ledger";
  if (book === ledger) return "agreed";
  const difference = book > ledger ? book - ledger : ledger - book;
  return difference <= tolerance ? "within-tolerance" : "differs";
}

/**
 * The book against the ledger, item by item (账账核对).
 *
 * A difference is book less ledger. An item that only one side has is said to be missing on the other, and differs by all of
 * its amount. Nothing is matched by likeness: an item that neither the list nor a book knows is an issue, and so is the
 * second row of one item, because adding it could count it twice.
 *
 * @param book - a rolled-up book, or totals by item
 * @param ledger - totals by item
 * @param options - currency, tolerance, and the items there are
 * @returns each item with its state and difference, exact totals, and what is left out
 * @throws `relationship-value/invalid-option` with the place, also for a tolerance below 0 or an item listed
 *   twice; `relationship-value/unknown-book`
 * @throws `money/currency-mismatch` for a tolerance in another currency; `money/amount-too-large`
 * @see library convention: general ledger and sub-ledger agree to the cent, or somebody knows why not
 * @example
 * const ours = [{ item: "asset", amount: money("300.00", "CNY") }, { item: "liability", amount: money("120.00", "CNY") }];
 * const ledger = [{ item: "asset", amount: money("299.99", "CNY") }, { item: "intermediary", amount: money("5.00", "CNY") }];
 * const { agreed, items, totals } = reconcile(ours, ledger, { currency: "CNY" });
 * agreed // => false
 * items.map(({ item, state, difference }) => [item, state, difference.amount]) // => [["asset", "differs", "0.01"], ["intermediary", "missing-in-book", "-5.00"], ["liability", "missing-in-ledger", "120.00"]]
 * totals.difference // => money("115.01", "CNY")
 * @since 0.1.0
 */
export function reconcile<C extends string>(
  book: ValueBook<C> | readonly ItemTotal<C>[],
  ledger: readonly ItemTotal<NoInfer<C>>[],
  options: ReconcileOptions<NoInfer<C>>,
): Reconciliation<C> {
  readOptions<ReconcileOptions>(options, readReconcileOptions);
  readRows(ledger, ["ledger"], OPTION);
  const { currency, items } = options;
  const tolerance = readTolerance(options.tolerance ?? fromMinorUnits(0n, currency), currency);
  const isList = (Array.isArray as (value: unknown) => value is readonly ItemTotal<C>[])(book);
  const ours = isList ? readRows(book, ["book"], OPTION) : totalsOfBook(book);
  const list = items ?? (isList ? null : bookedItems);
  const known = list === null ? null : new Set<string>(list);
  const issues: SidedIssue[] = [];
  const [booked, posted] = [
    readSide(ours, "book", currency, known, issues),
    readSide(ledger, "ledger", currency, known, issues),
  ];
  const named = new Set([...booked.keys(), ...posted.keys()]);
  const order = list === null ? [...named].sort(compareTexts) : list.filter((item) => named.has(item));
  const most = toMinorUnits(tolerance);
  const rows = order.map((item): ReconciledItem<C> => {
    const [b, l] = [booked.get(item), posted.get(item)];
    return {
      item,
      state: stateOf(b, l, most),
      book: b === undefined ? null : fromMinorUnits(b, currency),
      ledger: l === undefined ? null : fromMinorUnits(l, currency),
      difference: fromMinorUnits((b ?? 0n) - (l ?? 0n), currency),
    };
  });
  const total = (side: ReadonlyMap<string, bigint>): bigint => [...side.values()].reduce((a, b) => a + b, 0n);
  return {
    agreed:
      rows.length === 0 && issues.length === 0
        ? null
        : issues.length === 0 && rows.every(({ state }) => state === "agreed" || state === "within-tolerance"),
    items: rows,
    totals: {
      book: fromMinorUnits(total(booked), currency),
      ledger: fromMinorUnits(total(posted), currency),
      difference: fromMinorUnits(total(booked) - total(posted), currency),
    },
    issues,
    tolerance: fromMinorUnits(most, currency),
  };
}

const readItems = /* @__PURE__ */ (() => listOf(readId, 1))();

function readDistinctItems(items: readonly string[], path: Path, code: string): readonly string[] {
  readItems(items, path, code);
  const again = items.findIndex(repeatedIds(items));
  return again < 0 ? items : refuseValue(code, [...path, again], "listed twice", items[again]);
}

const readReconcileOptions: Reader<ReconcileOptions> = /* @__PURE__ */ (() =>
  shapeOf<ReconcileOptions>({
    currency: readCurrency,
    tolerance: optional(readAmount),
    items: optional(readDistinctItems),
  }))();
