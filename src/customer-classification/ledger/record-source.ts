import type { Issue } from "../../core/index.ts";
import { refuse } from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { isMoneyColumn, type Cells } from "./inputs.ts";

/** Rows worked on together: few enough for their values to stay close at hand in the machine. */
export const WINDOW = 2048;

/** Where the values of many records come from. */
export interface RecordSource {
  readonly rows: number;
  /** Of all rows opened so far, those that are not records, with what is wrong; none of their cells has a value. */
  readonly broken: ReadonlyMap<number, Issue>;
  /** Makes the cells of some rows ready, the last row exclusive; they stay until the next call. */
  open(from: number, to: number): void;
  /** The cells of a field, null when no record has it; the first row opened is at `start`. */
  cells(field: string): Cells | null;
  /** Place of the first opened row in the cells. */
  readonly start: number;
  /** One value again, for what is said of it. */
  valueAt(field: string, row: number): unknown;
  /** Called where the cells of a field cannot be read. */
  unreadable(field: string): never;
}

/** The cells of a field that no record has. */
export const NO_CELLS: ArrayLike<unknown> = { length: 0 };

/** No row that is not a record. */
export const NONE_BROKEN: ReadonlyMap<number, Issue> = /* @__PURE__ */ new Map();

/** One record as a source, its values by field. */
export function sourceOfOne(cells: (field: string) => Cells | null): RecordSource {
  const valueAt = (field: string): unknown => {
    const own = cells(field) ?? NO_CELLS;
    return isMoneyColumn(own) ? own.minor[0] : own[0];
  };
  const unreadable = (field: string): never =>
    refuse(
      "customer-classification/invalid-record" satisfies CustomerClassificationErrorCode,
      [field],
      "cannot be read",
      {},
    );
  return { rows: 1, broken: NONE_BROKEN, start: 0, open: () => undefined, cells, valueAt, unreadable };
}

/** Amounts are not dates: every one of them is an invalid date. */
export function dateCells(source: RecordSource, field: string): ArrayLike<unknown> | null {
  const cells = source.cells(field);
  return cells !== null && isMoneyColumn(cells) ? cells.minor : cells;
}
