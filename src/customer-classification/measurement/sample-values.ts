import { tryDecimal, type DecimalString, type RowIssue, type ScaledInteger } from "../../core/index.ts";
import { coefficientAt, compareTexts } from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { shortest, textOf } from "../card/short-decimal.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { cellAt, describeRow, outcomeOf } from "./outcome-counts.ts";

/**
 * One value of a sample: a number, an amount, a plain decimal string (`"350000.00"`), or nothing; those of one call are of
 * one kind, and amounts of one currency: what is not of the kind that most rows have is an issue.
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
  /** A value as a plain decimal in the digits it needs, so that it fits the feature whatever the other values are written like. */
  readonly write: (value: number) => DecimalString;
}

/** The text of an amount, with its currency; null for what is not an amount or a decimal. */
function givenText(cell: unknown): { readonly text: string; readonly unit: string } | null {
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

/** A usable cell: its kind, which is the currency for an amount, and exactly what it is for a decimal. */
interface UsableCell {
  readonly kind: string;
  readonly exact: ScaledInteger | null;
}

const NUMBER: UsableCell = { kind: "number", exact: null };

/** A decimal whose digits are a safe whole number, without zeros at its end where it needs to be; null for any other. */
function safeDecimal(decimal: ScaledInteger): ScaledInteger | null {
  if (Number.isSafeInteger(Number(decimal.coefficient))) return decimal;
  const short = shortest(decimal);
  return Number.isSafeInteger(Number(short.coefficient)) ? short : null;
}

/** What a cell is; null when it is not usable. */
function tryCell(cell: unknown): UsableCell | null {
  if (typeof cell === "number") return isPlainNumber(cell) ? NUMBER : null;
  const given = givenText(cell);
  const decimal = given === null ? null : tryDecimal(given.text);
  const exact = decimal === null ? null : safeDecimal(decimal);
  return given === null || exact === null ? null : { kind: `decimal ${given.unit}`, exact };
}

/** The kind that most cells have, of several the first by code units; null without a usable cell. */
function kindOfMost(cells: readonly (UsableCell | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== null) counts.set(cell.kind, 1 + (counts.get(cell.kind) ?? 0));
  const [most = null] = [...counts].sort(([a, rowsOfA], [b, rowsOfB]) => rowsOfB - rowsOfA || compareTexts(a, b));
  return most === null ? null : most[0];
}

/** Numbers in the order of decimals, and how to write each of them. */
interface Numbering {
  readonly numberOf: (decimal: ScaledInteger) => number;
  readonly write: UsableRows["write"];
}

/** Decimals as whole numbers of their last digit; as places in their order where these would not be safe. */
function numbered(decimals: readonly ScaledInteger[]): Numbering {
  const scale = decimals.reduce((most, decimal) => Math.max(most, decimal.scale), 0);
  const units = (decimal: ScaledInteger): bigint => coefficientAt(scale, decimal);
  const write: UsableRows["write"] = (value) => textOf({ coefficient: BigInt(value), scale });
  if (decimals.every((decimal) => Number.isSafeInteger(Number(units(decimal))))) {
    return { numberOf: (decimal) => Number(units(decimal)), write };
  }
  const sorted = [...new Set(decimals.map(units))].sort((a, b) => Number(a > b) - Number(a < b));
  const places = new Map(sorted.map((value, place) => [value, place]));
  return {
    numberOf: (decimal) => places.get(units(decimal)) ?? Number.NaN,
    write: (place) => textOf({ coefficient: sorted[place] ?? 0n, scale }),
  };
}

/**
 * Reads a sample row by row; what cannot be used is an issue and left out. The kind is that of most rows, so that the order
 * of rows makes no difference.
 */
export function scanSample(values: ArrayLike<unknown>, outcomes: ArrayLike<unknown>): UsableRows {
  const cells = Array.from({ length: values.length }, (_, row) => cellAt(values, row));
  const code: CustomerClassificationErrorCode = "customer-classification/unusable-sample-row";
  const issues: RowIssue[] = [];
  const used = new Float64Array(cells.length);
  const marks = new Uint8Array(cells.length);
  const missing = { positives: 0, negatives: 0 };
  const read = cells.map(tryCell);
  const kind = kindOfMost(read);
  const { numberOf, write } = numbered(read.flatMap((cell) => (cell?.kind === kind ? (cell.exact ?? []) : [])));
  let [size, withoutOutcome] = [0, 0];
  for (const [row, cell] of cells.entries()) {
    const mark = cellAt(outcomes, row);
    const outcome = outcomeOf(mark);
    const isMissing = cell === null || cell === undefined;
    const own = read[row] ?? null;
    const isUsable = own !== null && own.kind === kind;
    if (!isMissing && !isUsable) issues.push({ row, code, path: ["values", row], details: describeRow(cell) });
    else if (outcome === 2) issues.push({ row, code, path: ["outcomes", row], details: describeRow(mark) });
    else if (outcome === -1) withoutOutcome++;
    else if (!isUsable) missing[outcome === 1 ? "positives" : "negatives"]++;
    else {
      used[size] = own.exact === null ? (cell as number) + 0 : numberOf(own.exact);
      marks[size] = outcome;
      size++;
    }
  }
  return {
    values: used.subarray(0, size),
    outcomes: marks.subarray(0, size),
    missing,
    withoutOutcome,
    issues,
    write: kind === NUMBER.kind ? String : write,
  };
}
