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
import { addRows, LIMIT, openLedger, openRegistry, positionOf } from "./ledger.ts";

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
  const clients = readClientIds(columns.clients);
  const registry = openRegistry();
  // a client enters the registry with its first row, so that ids without rows stay out
  const positionsOf = new Int32Array(clients.length).fill(-1);
  const positions = new Int32Array(rows).fill(-1);
  const slots = new Uint8Array(rows);
  const issues: RowIssue[] = [];
  const wrongAmounts = new Map(amounts.issues.map((issue) => [issue.row, issue]));
  for (let row = 0; row < rows; row++) {
    const who = client[row]!;
    const what = item[row]!;
    const how = basis[row]!;
    const known = positionsOf[who];
    if (known === undefined || bookedItems[what] === undefined || incomeBases[how] === undefined) {
      issues.push(outOfList(row, columns));
      continue;
    }
    const plain = minor[row]!;
    if (!Number.isNaN(plain) && !(Number.isInteger(plain) && Math.abs(plain) <= LIMIT)) {
      throw invalidColumnsError(["amounts", row], "not a whole number of minor units", { received: plain });
    }
    if (Number.isNaN(plain) && !large.has(row)) {
      const wrong = wrongAmounts.get(row);
      const { code, details } = wrong ?? { code: "money/invalid-amount", details: {} };
      issues.push({ row, code, path: ["amounts", row], details });
      continue;
    }
    positions[row] = known >= 0 ? known : (positionsOf[who] = positionOf(registry, clients[who]!));
    slots[row] = what * incomeBases.length + how;
  }
  const ledger = openLedger(registry);
  addRows(ledger, { positions, slots, minor, exact: large });
  const book = closeBook(ledger, { conventions, conversions: [], given: rows, refused: issues.length });
  return { book, issues };
}

/** Client ids, each once. */
function readClientIds(clients: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  for (const [index, id] of clients.entries()) {
    if (!isId(id)) throw invalidColumnsError(["clients", index], "a non-empty id", { received: describeValue(id) });
    if (seen.has(id)) throw invalidColumnsError(["clients", index], "an id that occurs twice", { client: id });
    seen.add(id);
  }
  return clients;
}

function outOfList(row: number, { clients, client, item, basis }: ValueColumns): RowIssue {
  const who = client[row]!;
  const what = item[row]!;
  const [field, code, received, limit] =
    bookedItems[what] === undefined
      ? (["item", "relationship-value/invalid-item", what, bookedItems.length] as const)
      : clients[who] === undefined
        ? (["client", "relationship-value/unknown-client", who, clients.length] as const)
        : (["basis", "relationship-value/invalid-basis", basis[row]!, incomeBases.length] as const);
  return { row, code: code satisfies RelationshipValueErrorCode, path: [field, row], details: { received, limit } };
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
