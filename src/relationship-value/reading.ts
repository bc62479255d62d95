import { dayCount, readPeriod, type DateRange, type DayCountBasis, type Period } from "../calendar/index.ts";
import { isDomainError, readInteger, tryDecimal, type DecimalString, type Path } from "../core/index.ts";
import {
  compareExact,
  isFilled,
  readDate,
  readList,
  readObject,
  reasonIn,
  refuse,
  refuseKind,
  refuseValue,
  rowOf,
  shapeOf,
  type Reader,
} from "../core/inner.ts";
import { currencyExponent, type Money, type MoneyColumn, type RateColumn, type RoundingMode } from "../money/index.ts";
import { minorOf, readRounding as readMode } from "../money/inner.ts";
import type { RelationshipValueErrorCode } from "./errors.ts";

/** The code of options, and of arguments that are not what they have to be. */
export const OPTION = "relationship-value/invalid-option" satisfies RelationshipValueErrorCode;

/** Any value: what it has to be is looked at where it is used. */
export const asGiven = <T>(value: T): T => value;

/** What another room refuses at a parameter of its own is refused at its place here. */
function atPlace<T>(path: Path, read: () => T): T {
  try {
    return read();
  } catch (e) {
    if (!isDomainError(e)) throw e;
    return refuse(e.code, [...path, ...e.path.slice(1)], reasonIn(e.message, e.details), e.details);
  }
}

/** An active currency. */
export function readCurrency<C extends string>(currency: C, path: Path): C {
  atPlace(path, () => currencyExponent(currency));
  return currency;
}

/** A rounding mode. */
export function readRounding(mode: RoundingMode, path: Path): RoundingMode {
  return atPlace(path, () => readMode(mode));
}

/** The code of a wrong id: one of its own where nothing was given. A number is wrong, because 007 and 7 are two ids. */
export function codeOfId(given: unknown, code: string): string {
  const isMissing = given === undefined || given === null || (typeof given === "string" && given.trim() === "");
  return isMissing ? ("relationship-value/empty-id" satisfies RelationshipValueErrorCode) : code;
}

/** Whether a character is one of those that are never blank: what is left of ASCII after the blank itself. */
const isMark = (code: number): boolean => code > 0x20 && code < 0x80;

/** Whether something is an id: a text without blanks around it, with which it would be the id of somebody else. */
export function isId(value: unknown): value is string {
  if (typeof value !== "string") return false;
  // most begin and end with a letter or a digit, which is seen without a copy of them
  if (isMark(value.charCodeAt(0)) && isMark(value.charCodeAt(value.length - 1))) return true;
  return isFilled(value) && value.trim() === value;
}

/** An id. */
export function readId(id: string, path: Path, code: string): string {
  return isId(id) ? id : refuseKind(codeOfId(id, code), path, "an id is a text without blanks around it", id);
}

const PERIOD_CODE = "calendar/invalid-period";
const readRange: Reader<DateRange> = shapeOf<DateRange>({ from: readDate, to: readDate });

/** The days of a period; a range has a first day and an end, and nothing else. */
export function readDays(period: Period, path: Path): DateRange {
  if (typeof period === "object" && (period as unknown) !== null) readRange(period, path, PERIOD_CODE);
  return atPlace(path, () => readPeriod(period));
}

/** A period as it was given. */
export function readPeriodIn(period: Period, path: Path): Period {
  readDays(period, path);
  return period;
}

const readParts: Reader<Money> = rowOf<Money>({ amount: asGiven, currency: asGiven });

/** An amount in its currency, with money's own codes. */
export function readAmount<C extends string>(amount: Money<C>, path: Path, code: string): Money<C> {
  if (typeof amount === "object" && (amount as unknown) !== null) readParts(amount, path, code);
  minorOf(amount, path);
  return amount;
}

/** A list whose entries can be read; a typed array counts. */
export function readRows<T extends ArrayLike<unknown>>(rows: T, path: Path, code: string): T {
  if (ArrayBuffer.isView(rows)) return rows;
  if (!Array.isArray(rows)) return refuseKind(code, path, "not a list", rows);
  try {
    rows.forEach(() => undefined);
  } catch {
    return refuse(code, path, "cannot be read", {});
  }
  return rows;
}

/** A column of amounts as the library makes it. */
export function readMoneyColumn<C extends string>(column: MoneyColumn<C>, path: Path, code: string): MoneyColumn<C> {
  const { currency, minor, large, issues } = readObject(column, path, code);
  readCurrency(currency, [...path, "currency"]);
  readRows(minor, [...path, "minor"], code);
  readList(issues, [...path, "issues"], code);
  if (!isMapLike(large)) refuseKind(code, [...path, "large"], "not a map", large);
  return column;
}

const isMapLike = (value: unknown): boolean => Object.prototype.toString.call(value) === "[object Map]";

/** A column of rates as the library makes it. */
export function readRateColumn(column: RateColumn, path: Path, code: string): RateColumn {
  const { scale, scaled, issues } = readObject(column, path, code);
  readInteger(scale, [...path, "scale"], 0, 15);
  readRows(scaled, [...path, "scaled"], code);
  readList(issues, [...path, "issues"], code);
  return column;
}

/** A plain decimal string. */
export function readDecimalText(text: DecimalString, path: Path, code: string): DecimalString {
  return tryDecimal(text) === null ? refuseKind(code, path, "not a plain decimal string", text) : text;
}

const WHOLE = { coefficient: 1n, scale: 0 };

/** A share: a plain decimal string from 0 to 1, both inclusive. */
export function readShare(value: DecimalString, path: Path, code: string): DecimalString {
  const share = tryDecimal(value);
  if (share !== null && share.coefficient >= 0n && compareExact(share, WHOLE) <= 0) return value;
  const kind = typeof (value as unknown) === "number" ? { type: "number" } : {};
  return refuseValue(code, path, "not a decimal string from 0 to 1", value, { ...kind, min: "0", max: "1" });
}

/** A day count. */
export function readDayCount(basis: DayCountBasis, path: Path): DayCountBasis {
  return atPlace(path, () => dayCount("2001-01-01", "2001-01-01", basis)).basis;
}

/** Options, each read at its own name. */
export function readOptions<T extends object>(options: T, read: Reader<T>, parameter = "options"): T {
  return read(readObject(options, [parameter], OPTION), [], OPTION);
}
