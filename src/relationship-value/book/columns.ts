import { describeValue, DomainError, type RowIssue } from "../../core/index.ts";
import { readObject, shapeOf, type Reader } from "../../core/inner.ts";
import type { Period } from "../../calendar/index.ts";
import type { MoneyColumn } from "../../money/index.ts";
import type { BookResult } from "./book.ts";
import { closeBook } from "./handle.ts";
import { isId, readMoneyColumn, readOptions, readPeriodIn, readRows } from "../reading.ts";
import { resolveReading } from "../statement/context.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { bookedItems, incomeBases } from "../items.ts";
import { ledgerOfRows, LIMIT, type ClientRegistry } from "./ledger.ts";
import { indexOfTexts, openTextIndex, type TextIndex } from "../text-index.ts";

/** Income lines of one currency and one period as columns of one length, with the client ids listed separately. */
export interface ValueColumns<C extends string = string> {
  /** Each client once; a client without rows is not in the book. */
  readonly clients: readonly string[];
  /** Index in `clients`, one per row. */
  readonly client: ArrayLike<number>;
  /** Index in `bookedItems`, one per row. */
  readonly item: ArrayLike<number>;
  /** Index in `incomeBases`, one per row. */
  readonly basis: ArrayLike<number>;
  readonly amounts: MoneyColumn<C>;
}

const COLUMNS = "relationship-value/invalid-columns" satisfies RelationshipValueErrorCode;

const readSelection = shapeOf<{ readonly period: Period }>({ period: readPeriodIn });

const readColumns: Reader<ValueColumns> = shapeOf<ValueColumns>({
  clients: readRows,
  client: readRows,
  item: readRows,
  basis: readRows,
  amounts: readMoneyColumn,
});

/**
 * The value of a whole book given as columns: the same book `valueBook` makes, for data that is already columnar.
 *
 * The columns carry no ids and no periods: the caller has selected the rows of the period, each once, in one currency.
 * They carry no clearances either, so that nothing is said of advertising and sponsorship beside credit: `valueBook` and
 * `relationshipValue` look at that.
 *
 * @param columns - clients, items, bases and amounts
 * @param options - the period the rows were selected for, echoed in the book
 * @returns the book, and an issue for each row with an invalid amount or an index outside its list
 * @throws `relationship-value/invalid-columns` for columns of different lengths, a client id that occurs twice or is
 *   empty, or a hand-made column of amounts with a value that is not a whole minor unit
 * @throws `calendar/invalid-period`, `money/amount-too-large`
 * @example
 * const { book } = valueBookFromColumns(
 *   {
 *     clients: ["C-001", "C-002"],
 *     client: Uint32Array.of(0, 1, 0),
 *     item: Uint8Array.of(0, 1, 2),
 *     basis: Uint8Array.of(0, 0, 2),
 *     amounts: moneyColumn("CNY", ["100", "50", "25"]),
 *   },
 *   { period: "2026" },
 * );
 * book.figures.heads.direct // => money("175.00", "CNY")
 * clientValue(book, "C-001").totalDetail.estimatedShare // => "0.2000"
 * @since 0.1.0
 */
export function valueBookFromColumns<C extends string>(
  columns: ValueColumns<C>,
  options: { readonly period: Period },
): BookResult<C> {
  readOptions(options, readSelection);
  const { client, item, basis, amounts } = readColumns(readObject(columns, ["columns"], COLUMNS), [], COLUMNS);
  const { currency, minor, large } = amounts as MoneyColumn<C>;
  const { conventions } = resolveReading({ period: options.period, currency });
  const rows = minor.length;
  for (const [name, column] of Object.entries({ client, item, basis })) {
    if (column.length !== rows)
      throw invalidColumnsError([name], "as many rows as amounts", { rows: column.length, amounts: rows });
  }
  const index = readClientIds(columns.clients);
  const clients = index.texts.length;
  const positions = new Int32Array(rows).fill(-1);
  const slots = new Uint8Array(rows);
  const hasRow = new Uint8Array(clients);
  const issues: RowIssue[] = [];
  const wrongAmounts = new Map(amounts.issues.map((issue) => [issue.row, issue]));
  for (let row = 0; row < rows; row++) {
    const who = client[row]!;
    const what = item[row]!;
    const how = basis[row]!;
    if (!(isPlace(who, clients) && isPlace(what, bookedItems.length) && isPlace(how, incomeBases.length))) {
      issues.push(outOfList(row, columns));
      continue;
    }
    const plain = minor[row]!;
    if (!(Math.floor(plain) === plain && plain <= LIMIT && plain >= -LIMIT)) {
      if (!Number.isNaN(plain)) {
        throw invalidColumnsError(["amounts", row], "not a whole number of minor units", { received: plain });
      }
      if (!large.has(row)) {
        const { code, details } = wrongAmounts.get(row) ?? { code: "money/invalid-amount", details: {} };
        issues.push({ row, code, path: ["amounts", row], details });
        continue;
      }
    }
    positions[row] = who;
    slots[row] = what * incomeBases.length + how;
    hasRow[who] = 1;
  }
  const registry = hasRow.includes(0) ? withRows(index, hasRow, positions) : { clients: index.texts, index };
  const ledger = ledgerOfRows(registry, { positions, slots, minor, exact: large });
  const book = closeBook(ledger, { conventions, conversions: [], given: rows, refused: issues.length });
  return { book, issues };
}

/** The clients that have a row, in their order; the positions of the rows become theirs. */
function withRows({ texts }: TextIndex, hasRow: Uint8Array, positions: Int32Array): ClientRegistry {
  const places = new Int32Array(texts.length);
  let count = 0;
  for (let place = 0; place < texts.length; place++) if (hasRow[place] === 1) places[place] = count++;
  // of its length at once: a list that grows is copied again and again
  const clients = new Array<string>(count);
  for (let place = 0; place < texts.length; place++) if (hasRow[place] === 1) clients[places[place]!] = texts[place]!;
  for (let row = 0; row < positions.length; row++) {
    const position = positions[row]!;
    if (position >= 0) positions[row] = places[position]!;
  }
  return { clients, index: indexOfTexts(clients) };
}

/** Whether a number is a place in a list, counted from 0. */
const isPlace = (place: number, length: number): boolean =>
  typeof place === "number" && place >>> 0 === place && place < length;

/** Client ids, each once, by their place. */
function readClientIds(clients: readonly string[]): TextIndex {
  let isRising = true;
  let before = "";
  for (let place = 0; place < clients.length; place++) {
    const id = clients[place]!;
    if (!isId(id)) throw invalidColumnsError(["clients", place], "a non-empty id", { received: describeValue(id) });
    isRising &&= id > before;
    before = id;
  }
  // ids in order cannot occur twice, and are looked for only if somebody asks
  if (isRising) return indexOfTexts(clients.slice());
  const index = openTextIndex(clients.length);
  for (const [place, id] of clients.entries()) {
    if (index.placeOf(id) < place) {
      throw invalidColumnsError(["clients", place], "an id that occurs twice", { client: id });
    }
  }
  return index;
}

function outOfList(row: number, { clients, client, item, basis }: ValueColumns): RowIssue {
  const places = [
    ["item", "relationship-value/invalid-item", item[row]!, bookedItems.length],
    ["client", "relationship-value/unknown-client", client[row]!, clients.length],
    ["basis", "relationship-value/invalid-basis", basis[row]!, incomeBases.length],
  ] as const;
  const [field, code, place, limit] = places.find(([, , at, length]) => !isPlace(at, length)) ?? places[2];
  return typeof place === "number"
    ? { row, code: code satisfies RelationshipValueErrorCode, path: [field, row], details: { received: place, limit } }
    : { row, code: COLUMNS, path: [field, row], details: { received: describeValue(place) } };
}

function invalidColumnsError(
  path: readonly (string | number)[],
  reason: string,
  details: Readonly<Record<string, unknown>>,
): DomainError {
  return new DomainError<RelationshipValueErrorCode>(
    "relationship-value/invalid-columns",
    `${path.join(".")}: ${reason}`,
    path,
    details,
  );
}
