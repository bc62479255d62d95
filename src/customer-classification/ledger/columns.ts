import type { Path } from "../../core/index.ts";
import { readable, recordOf, refuse, refuseValue } from "../../core/inner.ts";
import type { ResolvedCard } from "../card/resolved.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import type { FeatureColumns } from "../record.ts";
import { NONE_BROKEN, type RecordSource } from "./record-source.ts";
import { isMoneyColumn, type Cells } from "./inputs.ts";
import { sourceOfRows } from "./rows.ts";

const INVALID_COLUMNS = "customer-classification/invalid-columns" satisfies CustomerClassificationErrorCode;

const RAGGED_COLUMNS = "customer-classification/ragged-columns" satisfies CustomerClassificationErrorCode;

const refuseColumns = (path: Path, received: unknown): never =>
  refuseValue(INVALID_COLUMNS, path, "neither rows nor columns of values", received);

/** Length of a column; a string, or an object with a length, is not a column. */
function lengthOf(column: unknown, path: Path): number {
  const length = readable(path, INVALID_COLUMNS, () => {
    const list = typeof column === "object" && column !== null && "minor" in column ? column.minor : column;
    return Array.isArray(list) || (ArrayBuffer.isView(list) && "length" in list) ? Number(list.length) : Number.NaN;
  });
  return length >>> 0 === length ? length : refuseColumns(path, column);
}

/** Columns as a source; they are of one length, and no name is nearly a feature's. */
export function sourceOfColumns(
  columns: FeatureColumns,
  { fields, misspelt }: Pick<ResolvedCard, "fields" | "misspelt">,
): RecordSource {
  const given: unknown = columns;
  if (typeof given !== "object" || given === null || Symbol.iterator in given) return refuseColumns(["columns"], given);
  // each column is looked up once: what is measured is what is read
  const own = new Map<string, Cells>();
  recordOf<unknown>((column, path) => own.set(String(path[1]), column as Cells))(columns, ["columns"], INVALID_COLUMNS);
  const wrong = misspelt(columns);
  if (wrong !== null) {
    const { name, didYouMean } = wrong;
    return refuse(INVALID_COLUMNS, ["columns", name], "nearly a feature of the card", {
      known: fields,
      didYouMean,
    });
  }
  let rows = -1;
  for (const [feature, column] of own) {
    const path = ["columns", feature];
    const length = lengthOf(column, path);
    if (rows < 0) rows = length;
    if (length !== rows) refuse(RAGGED_COLUMNS, path, "not all of one length", { length, expected: rows });
  }
  let start = 0;
  const cells = (field: string): Cells | null => own.get(field) ?? null;
  return {
    rows: Math.max(rows, 0),
    broken: NONE_BROKEN,
    get start() {
      return start;
    },
    open: (from) => {
      start = from;
    },
    cells,
    valueAt: (field, row) => {
      const column = cells(field) ?? [];
      try {
        return isMoneyColumn(column) ? column.minor[row] : column[row];
      } catch {
        return undefined;
      }
    },
    unreadable: (field) => refuse(INVALID_COLUMNS, ["columns", field], "cannot be read", {}),
  };
}

/** Records as a source. */
export function sourceOf(
  rowsOrColumns: readonly object[] | FeatureColumns,
  card: Pick<ResolvedCard, "fields" | "misspelt">,
): RecordSource {
  if (Array.isArray(rowsOrColumns)) {
    lengthOf(rowsOrColumns, ["rows"]);
    return sourceOfRows(rowsOrColumns as readonly unknown[], card);
  }
  return sourceOfColumns(rowsOrColumns as FeatureColumns, card);
}
