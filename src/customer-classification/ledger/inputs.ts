import type { DayNumber } from "../../core/index.ts";
import { CODE_MISSING, CODE_UNKNOWN, invalidCode } from "./codes.ts";
import type { MoneyColumn } from "../../money/index.ts";
import { plainMinor } from "../../money/inner.ts";
import type { CardInput } from "../card/resolved.ts";
import { markStale, type DateSource } from "./stale.ts";

/** A feature's values of some records: numbers, and byte codes that are 0 where the number is usable. */
export interface InputColumn {
  readonly values: Float64Array;
  readonly codes: Uint8Array;
  /** The same codes four at a time, to see at a glance whether there are any. */
  readonly words: Uint32Array;
}

/** An empty column for a number of records. */
export function inputColumn(size: number): InputColumn {
  const words = new Uint32Array(Math.ceil(size / 4));
  return { values: new Float64Array(size), codes: new Uint8Array(words.buffer), words };
}

const WRONG_KIND = /* @__PURE__ */ invalidCode("wrong-kind");
const NOT_FINITE = /* @__PURE__ */ invalidCode("not-finite");
const NOT_AN_INTEGER = /* @__PURE__ */ invalidCode("not-an-integer");
const EMPTY = /* @__PURE__ */ invalidCode("empty");
const MALFORMED_AMOUNT = /* @__PURE__ */ invalidCode("malformed-amount");
const WRONG_CURRENCY = /* @__PURE__ */ invalidCode("wrong-currency");
const AMOUNT_TOO_LARGE = /* @__PURE__ */ invalidCode("amount-too-large");

/** The values of one field, one per row. */
export type Cells = ArrayLike<unknown> | MoneyColumn;

/** Reads the cells of rows `from` to below `from + size` into a column. */
type Scan<C = ArrayLike<unknown>> = (
  input: CardInput,
  cells: C,
  from: number,
  size: number,
  column: InputColumn,
) => void;

const scanMoney: Scan = ({ currency, exponent }, cells, from, size, { values, codes }) => {
  for (let at = 0; at < size; at++) {
    const cell = cells[from + at] as { readonly amount?: unknown; readonly currency?: unknown } | null | undefined;
    if (cell === null || cell === undefined) {
      codes[at] = CODE_MISSING;
      continue;
    }
    let amount: unknown;
    let unit: unknown;
    try {
      amount = cell.amount;
      unit = cell.currency;
    } catch {
      // a getter that throws: it is not an amount, and no reason to lose the other rows
    }
    if (typeof amount !== "string" || typeof unit !== "string") codes[at] = WRONG_KIND;
    else if (unit !== currency) codes[at] = WRONG_CURRENCY;
    else {
      const minor = plainMinor(amount, exponent, Infinity);
      values[at] = minor;
      if (!Number.isSafeInteger(minor)) codes[at] = Number.isNaN(minor) ? MALFORMED_AMOUNT : AMOUNT_TOO_LARGE;
    }
  }
};

/** A column of minor units; a row without a number is too large for one, or was never an amount. */
const scanMoneyColumn: Scan<MoneyColumn> = ({ currency }, cells, from, size, { values, codes }) => {
  if (cells.currency !== currency) {
    codes.fill(WRONG_CURRENCY, 0, size);
    return;
  }
  for (let at = 0; at < size; at++) {
    const minor = cells.minor[from + at]!;
    values[at] = minor;
    if (!Number.isSafeInteger(minor)) codes[at] = cells.large.has(from + at) ? AMOUNT_TOO_LARGE : MALFORMED_AMOUNT;
  }
};

const scanNumber: Scan = ({ definition }, cells, from, size, { values, codes }) => {
  const whole = definition.kind === "integer";
  for (let at = 0; at < size; at++) {
    const cell = cells[from + at];
    if (typeof cell === "number") {
      values[at] = cell;
      if (!Number.isFinite(cell)) codes[at] = NOT_FINITE;
      else if (whole && !Number.isSafeInteger(cell)) codes[at] = NOT_AN_INTEGER;
    } else codes[at] = cell === null || cell === undefined ? CODE_MISSING : WRONG_KIND;
  }
};

/** The same for numbers that are one after another in memory. */
const scanDoubles: Scan<Float64Array> = (input, cells, from, size, column) => {
  const { values, codes } = column;
  const whole = input.definition.kind === "integer";
  const part = cells.subarray(from, from + size);
  if (part.length < size) {
    // a list that has fewer numbers than it says: what is not there is missing
    scanNumber(input, cells, from, size, column);
    return;
  }
  values.set(part);
  // 0 where all are numbers of the kind: most windows need no second look
  let off = 0;
  if (whole) for (let at = 0; at < size; at++) off += Number(!Number.isSafeInteger(values[at]!));
  else for (let at = 0; at < size; at++) off += values[at]! - values[at]!;
  for (let at = 0; off !== 0 && at < size; at++) {
    if (!Number.isFinite(values[at]!)) codes[at] = NOT_FINITE;
    else if (whole && !Number.isSafeInteger(values[at])) codes[at] = NOT_AN_INTEGER;
  }
};

/** Places to remember categories in while a column is read; a power of two. */
const REMEMBERED = 32;

const scanCategory: Scan = ({ categories }, cells, from, size, { values, codes }) => {
  // where a text was last found, by its length and first letter: comparing it costs less than looking it up
  const texts = new Array<string | null>(REMEMBERED).fill(null);
  const indexes = new Uint32Array(REMEMBERED);
  for (let at = 0; at < size; at++) {
    const cell = cells[from + at];
    if (typeof cell !== "string") codes[at] = cell === null || cell === undefined ? CODE_MISSING : WRONG_KIND;
    else {
      const place = (cell.length + cell.charCodeAt(0)) & (REMEMBERED - 1);
      if (texts[place] !== cell) {
        const index = categories.get(cell);
        if (index === undefined) {
          codes[at] = cell === "" ? EMPTY : CODE_UNKNOWN;
          continue;
        }
        texts[place] = cell;
        indexes[place] = index;
      }
      values[at] = indexes[place]!;
    }
  }
};

const scanFlag: Scan = (_input, cells, from, size, { values, codes }) => {
  for (let at = 0; at < size; at++) {
    const cell = cells[from + at];
    // yes or no cannot be guessed, that it is one of them can
    const held = Number(cell === true);
    values[at] = held;
    if (held + Number(cell === false) === 0)
      codes[at] = cell === null || cell === undefined ? CODE_MISSING : WRONG_KIND;
  }
};

const SCANS = {
  money: scanMoney,
  number: scanNumber,
  integer: scanNumber,
  category: scanCategory,
  flag: scanFlag,
} as const satisfies Record<CardInput["definition"]["kind"], Scan>;

/** Whether the cells are amounts in minor units. */
export function isMoneyColumn(cells: Cells): cells is MoneyColumn {
  return "minor" in cells;
}

function scan(input: CardInput, cells: Cells, from: number, size: number, column: InputColumn): void {
  const { kind } = input.definition;
  column.codes.fill(0);
  if (isMoneyColumn(cells)) {
    if (kind === "money") scanMoneyColumn(input, cells, from, size, column);
    else column.codes.fill(WRONG_KIND, 0, size);
  } else if (cells instanceof Float64Array && SCANS[kind] === scanNumber) scanDoubles(input, cells, from, size, column);
  else SCANS[kind](input, cells, from, size, column);
}

/**
 * Reads one feature of some records, from row `from` on; nothing is coerced. Whether every one of the values can be
 * used.
 */
export function fillInput(
  input: CardInput,
  cells: Cells,
  from: number,
  size: number,
  dates: DateSource,
  asOf: DayNumber,
  column: InputColumn,
): boolean {
  const { codes, words } = column;
  scan(input, cells, from, size, column);
  const { maxAgeDays } = input.definition;
  if (maxAgeDays !== undefined || dates.cells !== null || dates.common !== null) {
    markStale(codes, from, size, dates, maxAgeDays, asOf);
  }
  let any = 0;
  for (let place = words.length - 1; place >= 0; place--) any |= words[place]!;
  return any === 0;
}
