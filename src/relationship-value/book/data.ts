import { describeValue, DomainError, type DecimalString } from "../../core/index.ts";
import { listOf, readOneOf, shapeOf, wholeNumber, type Reader } from "../../core/inner.ts";
import { fromMinorUnits, moneyColumn } from "../../money/index.ts";
import { closeBook, ledgerOfBook, type ValueBook } from "./handle.ts";
import {
  asGiven,
  OPTION,
  isId,
  readAmount,
  readCurrency,
  readDays,
  readDecimalText,
  readRounding,
  readRows,
} from "../reading.ts";
import { resolveReading } from "../statement/context.ts";
import { readRate } from "../statement/rates.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import {
  addToCell,
  cellLines,
  cellSum,
  clientsOf,
  MAX_CELL_LINES,
  openLedger,
  openRegistry,
  positionOf,
  SLOTS,
} from "./ledger.ts";
import { RATE_DAYS, type ConversionFigure, type ValueConventions } from "../types.ts";

/** A book as plain data, for JSON or another process: every cell with lines, by client, item and basis. */
export interface ValueBookData<C extends string = string> {
  readonly conventions: ValueConventions<C>;
  readonly conversions: readonly ConversionFigure<C>[];
  readonly given: number;
  readonly refused: number;
  /** In code-unit order. */
  readonly clients: readonly string[];
  /** Columns of one length; a cell is one row of them. */
  readonly cells: {
    /** Index in `clients`, ascending. */
    readonly client: readonly number[];
    /** Item × 3 + basis, counted as in `bookedItems` and `incomeBases`; ascending within a client. */
    readonly slot: readonly number[];
    /** Decimal strings in major units. */
    readonly amount: readonly DecimalString[];
    readonly lineCount: readonly number[];
  };
}

/**
 * A book as plain data.
 *
 * Equal books give equal data, whatever the order their lines or parts came in.
 *
 * @param book - rolled-up book
 * @returns JSON-safe data
 * @throws `relationship-value/unknown-book`
 * @throws `money/amount-too-large` when a sum of one cell has more than 18 digits
 * @example
 * const line = { id: "L1", client: "C-1", product: "fund", item: "intermediary", period: "2026", amount: money("9", "CNY"), basis: "accrued" } as const;
 * const data = valueBookData(valueBook([line], { period: "2026", currency: "CNY" }).book);
 * data.cells // => { client: [0], slot: [7], amount: ["9.00"], lineCount: [1] }
 * @since 0.1.0
 */
export function valueBookData<C extends string>(book: ValueBook<C>): ValueBookData<C> {
  const ledger = ledgerOfBook(book);
  const { conventions, conversions } = book;
  const clients = clientsOf(ledger).sort();
  const cells: { client: number[]; slot: number[]; amount: string[]; lineCount: number[] } = {
    client: [],
    slot: [],
    amount: [],
    lineCount: [],
  };
  for (const [position, client] of clients.entries()) {
    const first = positionOf(ledger, client) * SLOTS;
    for (let slot = 0; slot < SLOTS; slot++) {
      const lines = cellLines(ledger, first + slot);
      if (lines === 0) continue;
      cells.client.push(position);
      cells.slot.push(slot);
      cells.amount.push(fromMinorUnits(cellSum(ledger, first + slot), conventions.currency).amount);
      cells.lineCount.push(lines);
    }
  }
  const { given, refused } = book.lines;
  return { conventions, conversions, given, refused, clients, cells };
}

const INVALID_DATA = "relationship-value/invalid-book-data" satisfies RelationshipValueErrorCode;

const readData: Reader<ValueBookData> = shapeOf<ValueBookData>({
  // as the options of a book are
  conventions: shapeOf<ValueConventions>({
    period: readDays,
    currency: readCurrency,
    rounding: readRounding,
    rateDay: (rateDay, path) => readOneOf(rateDay, RATE_DAYS, path, OPTION),
  }),
  conversions: listOf(
    shapeOf<ConversionFigure>({
      rate: readRate,
      lineCount: wholeNumber(1, Number.MAX_SAFE_INTEGER),
      original: readDecimalText,
      converted: readAmount,
      roundingDifference: readDecimalText,
    }),
  ),
  given: asGiven,
  refused: asGiven,
  clients: readRows,
  cells: shapeOf<ValueBookData["cells"]>({
    client: readRows,
    slot: readRows,
    amount: readRows,
    lineCount: readRows,
  }),
});

/**
 * A book from its plain data.
 *
 * @param data - from `valueBookData`, after JSON or structured clone
 * @returns the same book
 * @throws `relationship-value/invalid-book-data` for columns of different lengths, clients or cells that occur twice or
 *   out of order, a cell that belongs to no client or slot, an invalid amount, or line counts that do not add up
 * @throws `relationship-value/invalid-option`, `calendar/invalid-period`, `core/invalid-date`, `money/unknown-currency`,
 * `money/invalid-rounding` for conventions that no book can have
 * @example
 * const { book } = valueBook([], { period: "2026", currency: "CNY" });
 * const copy = valueBookFromData(JSON.parse(JSON.stringify(valueBookData(book))) as ValueBookData<"CNY">);
 * copy.figures.totalDetail.status // => "no-data"
 * @since 0.1.0
 */
export function valueBookFromData<C extends string>(data: ValueBookData<C>): ValueBook<C> {
  const { cells } = readData(data, ["data"], INVALID_DATA) as ValueBookData<C>;
  const { conventions } = resolveReading(data.conventions);
  const rows = cells.client.length;
  if ([cells.slot, cells.amount, cells.lineCount].some((column) => column.length !== rows)) {
    throw invalidBookDataError(["cells"], "columns of one length", { rows });
  }
  const column = moneyColumn<C>(conventions.currency, cells.amount);
  const [wrong] = column.issues;
  if (wrong !== undefined) {
    throw invalidBookDataError(["cells", "amount", wrong.row], "not an amount", { code: wrong.code, ...wrong.details });
  }
  const clients = readSortedClientIds(data.clients);
  const registry = openRegistry();
  for (const position of cells.client) {
    const client = clients[position];
    if (client !== undefined) positionOf(registry, client);
  }
  const ledger = openLedger(registry);
  let counted = 0;
  let before = -1;
  for (let row = 0; row < rows; row++) {
    const position = cells.client[row] ?? -1;
    const client = clients[position];
    const slot = cells.slot[row] ?? -1;
    const lineCount = cells.lineCount[row] ?? 0;
    if (!Number.isInteger(position) || client === undefined)
      throw invalidBookDataError(["cells", "client", row], "no such client", { clients: clients.length });
    if (!Number.isInteger(slot) || slot < 0 || slot >= SLOTS) {
      throw invalidBookDataError(["cells", "slot", row], "no such slot", { slots: SLOTS });
    }
    // ascending cells occur once: a second one would be added to the first
    const place = position * SLOTS + slot;
    if (place <= before)
      throw invalidBookDataError(["cells", "slot", row], "cells rise by client and slot", { slots: SLOTS });
    before = place;
    if (!Number.isSafeInteger(lineCount) || lineCount < 1 || lineCount > MAX_CELL_LINES) {
      throw invalidBookDataError(["cells", "lineCount", row], "a cell has lines", {
        received: typeof (lineCount as unknown) === "number" ? lineCount : describeValue(lineCount),
      });
    }
    const plain = column.minor[row] ?? 0;
    const minor = Number.isNaN(plain) ? (column.large.get(row) ?? 0n) : plain;
    addToCell(ledger, positionOf(ledger, client) * SLOTS + slot, minor, lineCount);
    counted += lineCount;
  }
  const { given, refused, conversions } = data;
  for (const [name, count] of Object.entries({ given, refused })) {
    if (Number.isSafeInteger(count) && count >= 0) continue;
    throw invalidBookDataError([name], "a whole number of rows", { received: describeValue(count) });
  }
  if (counted !== given - refused) {
    throw invalidBookDataError(["given"], "given less refused is the number of counted lines", { counted });
  }
  return closeBook(ledger, { conventions, conversions, given, refused });
}

/** Client ids in ascending order, so that each occurs once. */
function readSortedClientIds(clients: readonly string[]): readonly string[] {
  let before = "";
  for (const [index, id] of clients.entries()) {
    if (!isId(id) || id <= before) {
      throw invalidBookDataError(["clients", index], "non-empty ids in code-unit order, each once", {
        received: describeValue(id),
      });
    }
    before = id;
  }
  return clients;
}

function invalidBookDataError(
  path: readonly (string | number)[],
  reason: string,
  details: Readonly<Record<string, unknown>>,
) {
  return new DomainError<RelationshipValueErrorCode>(
    "relationship-value/invalid-book-data",
    `data.${path.join(".")}: ${reason}`,
    ["data", ...path],
    details,
  );
}
