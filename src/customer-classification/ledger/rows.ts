import { describeValue, type Details, type Issue, type Path } from "../../core/index.ts";
import type { ResolvedCard } from "../card/resolved.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import type { RecordSource } from "./lines.ts";

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

/** Rows as a source; a row that is not a record supplies nothing and has an issue of its own. */
export function sourceOfRows(
  rows: readonly unknown[],
  card: Pick<ResolvedCard, "fields" | "misspelt">,
): { readonly source: RecordSource; readonly broken: ReadonlyMap<number, Issue> } {
  const columns = new Map(card.fields.map((field) => [field, new Array<unknown>(rows.length)]));
  const broken = new Map<number, Issue>();
  const fields = Array.from(columns, ([field, column]) => ({ field, column }));
  // row by row: once a record has been read from memory, all its fields are close at hand
  for (let row = 0; row < rows.length; row++) {
    let at: string | null = null;
    try {
      const record = rows[row];
      if (!isRecord(record)) {
        broken.set(row, issue([], { received: describeValue(record) }));
        continue;
      }
      const misspelt = card.misspelt(record);
      if (misspelt !== null) {
        const { name, didYouMean } = misspelt;
        broken.set(row, issue([name], { known: card.fields, didYouMean }));
        continue;
      }
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
