import { describeValue, type Details, type Issue, type Path } from "../../core/index.ts";
import { nearestName } from "../../core/inner.ts";
import type { FieldNames, ResolvedCard } from "../card/types.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import type { RecordSource } from "./lines.ts";

/** Most names that a card does not read and remembers. */
const MAX_NAMES = 1000;

/** The names of the fields a card reads, none of them nearly another one. */
export function fieldNames(known: readonly string[]): FieldNames {
  return { known, meant: new Map(known.map((name) => [name, null])) };
}

/** A name that is nearly one of those the card reads, with that one; null when every name is known or its own. */
export function misspeltName(
  names: readonly string[],
  { known, meant }: FieldNames,
): { readonly name: string; readonly didYouMean: string } | null {
  for (const name of names) {
    let near = meant.get(name);
    if (near === undefined) {
      near = nearestName(name, known);
      if (meant.size < MAX_NAMES) meant.set(name, near);
    }
    if (near !== null) return { name, didYouMean: near };
  }
  return null;
}

/** Whether something is a record: not a list, a date or another thing of the language. */
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" &&
  value !== null &&
  (Object.getPrototypeOf(value) === Object.prototype || describeValue(value) === "object");

const issue = (path: Path, details: Details): Issue => ({
  code: "customer-classification/invalid-record" satisfies CustomerClassificationErrorCode,
  path,
  details,
});

/** Whether two rows have the same names in the same order, as the rows of one table do. */
const isSameList = (a: readonly string[], b: readonly string[]): boolean => {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
};

/** Rows as a source; a row that is not a record supplies nothing and has an issue of its own. */
export function sourceOfRows(
  rows: readonly unknown[],
  card: ResolvedCard,
): { readonly source: RecordSource; readonly broken: ReadonlyMap<number, Issue> } {
  const columns = new Map(card.fields.known.map((field) => [field, new Array<unknown>(rows.length)]));
  const broken = new Map<number, Issue>();
  const fields = Array.from(columns, ([field, column]) => ({ field, column }));
  let names: readonly string[] = [];
  // row by row: once a record has been read from memory, all its fields are close at hand
  for (let row = 0; row < rows.length; row++) {
    let at: string | null = null;
    try {
      const record = rows[row];
      if (!isRecord(record)) {
        broken.set(row, issue([], { received: describeValue(record) }));
        continue;
      }
      const own = Object.keys(record);
      const misspelt = isSameList(own, names) ? null : misspeltName(own, card.fields);
      if (misspelt !== null) {
        const { name, didYouMean } = misspelt;
        broken.set(row, issue([name], { known: card.fields.known, didYouMean }));
        continue;
      }
      names = own;
      for (const { field, column } of fields) {
        at = field;
        column[row] = record[field];
      }
    } catch {
      // a getter that throws
      broken.set(row, issue(at === null ? [] : [at], {}));
    }
  }
  return { source: { rows: rows.length, cells: (field) => columns.get(field) ?? null }, broken };
}
