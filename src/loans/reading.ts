import {
  describeValue,
  DomainError,
  toDayNumber,
  tryDayNumber,
  tryDecimal,
  type DayNumber,
  type LocalDate,
  type Path,
  type ScaledInteger,
} from "../core/index.ts";
import type { LoanAmount } from "./types.ts";
import type { TimeValueErrorCode } from "../time-value/index.ts";

/** Largest amount in minor units: two of them add up to a safe integer. */
export const MAX_MINOR = 2 ** 52 - 1;

/** Most fraction digits of a rate. */
const MAX_RATE_DIGITS = 12;

/** Throws `time-value/out-of-domain` for a part of the terms. */
export function refuseTerm(path: Path, range: string, received: unknown): never {
  throw new DomainError<TimeValueErrorCode>("time-value/out-of-domain", `${path.join(".")}: ${range}`, path, {
    received: describeValue(received),
  });
}

/** A part of the terms that has members of its own, checked to be an object. */
export function partAt<T extends object>(value: T, path: Path): T {
  const given: unknown = value;
  return typeof given === "object" && given !== null && !Array.isArray(given)
    ? value
    : refuseTerm(path, "an object", given);
}

/** A list of parts of the terms, each checked to be an object. */
export function partsAt<T extends object>(value: readonly T[], path: Path): readonly T[] {
  const given: unknown = value;
  if (!Array.isArray(given)) return refuseTerm(path, "a list", given);
  return Array.from(value, (part, index) => partAt(part, [...path, index]));
}

/** One of the allowed words, checked. */
export function oneOf<T extends string>(value: T, allowed: readonly T[], path: Path): T {
  return allowed.includes(value) ? value : refuseTerm(path, `one of ${allowed.join(", ")}`, value);
}

/** Minor units of an amount of the loan's currency. */
export function minorAt(value: LoanAmount, currency: string, digits: number, path: Path): number {
  const given = value as LoanAmount | null | undefined;
  if (typeof given !== "object" || given === null) return refuseTerm(path, "an amount, { amount, currency }", given);
  if (given.currency !== currency) {
    return refuseTerm([...path, "currency"], `the principal's currency, ${currency}`, given.currency);
  }
  const decimal = tryDecimal(given.amount);
  if (decimal === null || decimal.coefficient < 0n || decimal.scale > digits) {
    const range = `a plain decimal string from 0 up with at most ${String(digits)} fraction digits`;
    return refuseTerm([...path, "amount"], range, given.amount);
  }
  const minor = decimal.coefficient * 10n ** BigInt(digits - decimal.scale);
  return minor <= BigInt(MAX_MINOR)
    ? Number(minor)
    : refuseTerm([...path, "amount"], `at most ${String(MAX_MINOR)} minor units`, given.amount);
}

/** An annual rate from 0 to 10. */
export function rateAt(value: unknown, path: Path): ScaledInteger {
  const rate = tryDecimal(value);
  const inRange =
    rate !== null &&
    rate.scale <= MAX_RATE_DIGITS &&
    rate.coefficient >= 0n &&
    rate.coefficient <= 10n ** BigInt(rate.scale + 1);
  return inRange ? rate : refuseTerm(path, 'a decimal string from "0" to "10" with at most 12 fraction digits', value);
}

/** A spread from -1 to 1. */
export function readSpread(value: unknown, path: Path): ScaledInteger {
  const spread = tryDecimal(value);
  const limit = spread === null ? 0n : 10n ** BigInt(spread.scale);
  const inRange =
    spread !== null && spread.scale <= MAX_RATE_DIGITS && spread.coefficient >= -limit && spread.coefficient <= limit;
  return inRange
    ? spread
    : refuseTerm(path, 'a decimal string from "-1" to "1" with at most 12 fraction digits', value);
}

/** Day number of a date, checked. */
export function dayAt(date: LocalDate, path: Path): DayNumber {
  return tryDayNumber(date) ?? toDayNumber(date, path.join("."));
}
