import { tryDecimal, type DecimalString, type RowIssue } from "../../core/index.ts";
import { coefficientAt, writeScaled } from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { describeRow, outcomeOf } from "./outcome-counts.ts";

/**
 * One value of a sample: a number, an amount, a plain decimal string (`"350000.00"`), or nothing; those of one call are of
 * one kind, and amounts of one currency.
 */
export type SampleValue = number | Money | DecimalString | null | undefined;

/** Values of a sample, one per row. */
export type SampleColumn = readonly SampleValue[] | Float64Array | Int32Array;

/** Usable values of a sample with their outcomes, and how to write them. */
export interface UsableRows {
  readonly values: Float64Array;
  readonly outcomes: Uint8Array;
  /** Rows without a value, by outcome. */
  readonly missing: { readonly positives: number; readonly negatives: number };
  /** Rows whose outcome is not known yet. */
  readonly withoutOutcome: number;
  readonly issues: readonly RowIssue[];
  /** A value as a plain decimal. */
  readonly write: (value: number) => DecimalString;
}

/** The text of an amount, with its currency; null for what is not an amount or a decimal. */
function textOf(cell: unknown): { readonly text: string; readonly unit: string } | null {
  if (typeof cell === "string") return { text: cell, unit: "" };
  try {
    const { amount, currency } = cell as { readonly amount?: unknown; readonly currency?: unknown };
    return typeof amount === "string" && typeof currency === "string" ? { text: amount, unit: currency } : null;
  } catch {
    // a getter that throws: it is not an amount, and no reason to lose the other rows
    return null;
  }
}

/** Sizes that are written without an exponent. */
const SMALLEST_PLAIN = 1e-6;
const BEYOND_PLAIN = 1e21;

/** Whether a number can be an edge of a band. */
function isPlainNumber(cell: number): boolean {
  const size = Math.abs(cell);
  return cell === 0 || (size >= SMALLEST_PLAIN && size < BEYOND_PLAIN);
}

/** The kind of a usable cell, the currency for an amount; null when it is not usable. */
function kindOf(cell: unknown): string | null {
  if (typeof cell === "number") return isPlainNumber(cell) ? "number" : null;
  const given = textOf(cell);
  return given === null || tryDecimal(given.text) === null ? null : `decimal ${given.unit}`;
}

/** The smallest number of fraction digits that writes every decimal of a sample. */
function scaleOf(cells: readonly unknown[]): number {
  let scale = 0;
  for (const cell of cells) {
    const given = typeof cell === "number" ? null : textOf(cell);
    const decimal = given === null ? null : tryDecimal(given.text);
    if (decimal !== null) scale = Math.max(scale, decimal.scale);
  }
  return scale;
}

/** A decimal as a whole number of its last digit; not safe where it has too many digits. */
function unitsOf(cell: unknown, scale: number): number {
  const decimal = tryDecimal(textOf(cell)?.text);
  return decimal === null ? Number.NaN : Number(coefficientAt(scale, decimal));
}

/** A cell, or null where it cannot be read. */
function cellAt(cells: ArrayLike<unknown>, row: number): unknown {
  try {
    return cells[row];
  } catch {
    return Symbol("unreadable");
  }
}

/** Reads a sample row by row; what cannot be used is an issue and left out. Decimals become whole numbers of one digit. */
export function scanSample(values: ArrayLike<unknown>, outcomes: ArrayLike<unknown>): UsableRows {
  const cells = Array.from({ length: values.length }, (_, row) => cellAt(values, row));
  const code: CustomerClassificationErrorCode = "customer-classification/unusable-sample-row";
  const issues: RowIssue[] = [];
  const used = new Float64Array(cells.length);
  const marks = new Uint8Array(cells.length);
  const missing = { positives: 0, negatives: 0 };
  const scale = scaleOf(cells);
  let [size, withoutOutcome] = [0, 0];
  let kind: string | null = null;
  for (const [row, cell] of cells.entries()) {
    const mark = cellAt(outcomes, row);
    const outcome = outcomeOf(mark);
    const isMissing = cell === null || cell === undefined;
    const own = isMissing ? null : kindOf(cell);
    kind ??= own;
    const value = typeof cell === "number" ? cell + 0 : own === null ? Number.NaN : unitsOf(cell, scale);
    const isUsable = own !== null && own === kind && (typeof cell === "number" || Number.isSafeInteger(value));
    if (!isMissing && !isUsable) issues.push({ row, code, path: ["values", row], details: describeRow(cell) });
    else if (outcome === 2) issues.push({ row, code, path: ["outcomes", row], details: describeRow(mark) });
    else if (outcome === -1) withoutOutcome++;
    else if (isMissing) missing[outcome === 1 ? "positives" : "negatives"]++;
    else {
      used[size] = value;
      marks[size] = outcome;
      size++;
    }
  }
  const isNumber = kind === "number";
  return {
    values: used.subarray(0, size),
    outcomes: marks.subarray(0, size),
    missing,
    withoutOutcome,
    issues,
    write: (value) => (isNumber ? String(value) : writeScaled(value, scale)),
  };
}
