import type { DayNumber } from "../../core/index.ts";
import { CODE_MISSING, CODE_UNKNOWN, invalidCode } from "./codes.ts";
import type { MoneyColumn } from "../../money/index.ts";
import { plainMinor } from "../../money/inner.ts";
import type { CardInput } from "../card/resolved.ts";
import { markStale, type DateSource } from "./stale.ts";

/** A feature's values of many records: numbers, and byte codes that are 0 where the number is usable. */
export interface InputColumn {
  readonly values: Float64Array;
  readonly codes: Uint8Array;
}

const WRONG_KIND = /* @__PURE__ */ invalidCode("wrong-kind");
const NOT_FINITE = /* @__PURE__ */ invalidCode("not-finite");
const NOT_AN_INTEGER = /* @__PURE__ */ invalidCode("not-an-integer");
const EMPTY = /* @__PURE__ */ invalidCode("empty");
const MALFORMED_AMOUNT = /* @__PURE__ */ invalidCode("malformed-amount");
const WRONG_CURRENCY = /* @__PURE__ */ invalidCode("wrong-currency");
const AMOUNT_TOO_LARGE = /* @__PURE__ */ invalidCode("amount-too-large");

type Reader = (input: CardInput, cells: ArrayLike<unknown>, column: InputColumn) => void;

const scanMoney: Reader = ({ currency, exponent }, cells, { values, codes }) => {
  for (let row = 0; row < codes.length; row++) {
    const cell = cells[row] as { readonly amount?: unknown; readonly currency?: unknown } | null | undefined;
    if (cell === null || cell === undefined) {
      codes[row] = CODE_MISSING;
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
    if (typeof amount !== "string" || typeof unit !== "string") codes[row] = WRONG_KIND;
    else if (unit !== currency) codes[row] = WRONG_CURRENCY;
    else {
      const minor = plainMinor(amount, exponent, Infinity);
      values[row] = minor;
      if (!Number.isSafeInteger(minor)) codes[row] = Number.isNaN(minor) ? MALFORMED_AMOUNT : AMOUNT_TOO_LARGE;
    }
  }
};

/** A column of minor units; a row without a number is too large for one, or was never an amount. */
function scanMoneyColumn({ currency }: CardInput, cells: MoneyColumn, { values, codes }: InputColumn): void {
  if (cells.currency !== currency) codes.fill(WRONG_CURRENCY);
  else {
    for (let row = 0; row < codes.length; row++) {
      const minor = cells.minor[row]!;
      values[row] = minor;
      if (Number.isNaN(minor)) codes[row] = cells.large.has(row) ? AMOUNT_TOO_LARGE : MALFORMED_AMOUNT;
    }
  }
}

const scanNumber: Reader = ({ definition }, cells, { values, codes }) => {
  const whole = definition.kind === "integer";
  for (let row = 0; row < codes.length; row++) {
    const cell = cells[row];
    if (typeof cell === "number") {
      values[row] = cell;
      if (!Number.isFinite(cell)) codes[row] = NOT_FINITE;
      else if (whole && !Number.isSafeInteger(cell)) codes[row] = NOT_AN_INTEGER;
    } else codes[row] = cell === null || cell === undefined ? CODE_MISSING : WRONG_KIND;
  }
};

const scanCategory: Reader = ({ categories }, cells, { values, codes }) => {
  for (let row = 0; row < codes.length; row++) {
    const cell = cells[row];
    const index = categories.get(cell);
    if (index !== undefined) values[row] = index;
    else if (cell === null || cell === undefined) codes[row] = CODE_MISSING;
    else codes[row] = typeof cell !== "string" ? WRONG_KIND : cell === "" ? EMPTY : CODE_UNKNOWN;
  }
};

const scanFlag: Reader = (_input, cells, { values, codes }) => {
  for (let row = 0; row < codes.length; row++) {
    const cell = cells[row];
    if (cell === true) values[row] = 1;
    else if (cell !== false) codes[row] = cell === null || cell === undefined ? CODE_MISSING : WRONG_KIND;
  }
};

const READERS = {
  money: scanMoney,
  number: scanNumber,
  integer: scanNumber,
  category: scanCategory,
  flag: scanFlag,
} as const satisfies Record<CardInput["definition"]["kind"], Reader>;

/** The values of one field, one per row. */
export type Cells = ArrayLike<unknown> | MoneyColumn;

/** Whether the cells are amounts in minor units. */
export function isMoneyColumn(cells: Cells): cells is MoneyColumn {
  return "minor" in cells;
}

/** Reads one feature of many records; nothing is coerced, nothing throws. */
export function readInput(
  input: CardInput,
  cells: Cells,
  rows: number,
  dates: DateSource,
  asOf: DayNumber,
): InputColumn {
  const column = { values: new Float64Array(rows), codes: new Uint8Array(rows) };
  if (!isMoneyColumn(cells)) READERS[input.definition.kind](input, cells, column);
  else if (input.definition.kind === "money") scanMoneyColumn(input, cells, column);
  else column.codes.fill(WRONG_KIND);
  const { maxAgeDays } = input.definition;
  if (maxAgeDays !== undefined || dates.cells !== null || dates.common !== null) {
    markStale(column.codes, dates, maxAgeDays, asOf);
  }
  return column;
}
