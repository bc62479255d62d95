import { describeValue, toDayNumber, type DayNumber, type LocalDate, type Path } from "../core/index.ts";
import type { Money } from "../money/index.ts";
import { minorIn, minorOf, type Minor } from "../money/inner.ts";
import { refuse, refuseTerm } from "./errors.ts";

/** Largest amount in minor units: two of them add up to a safe integer. */
export const MAX_MINOR = 2 ** 52 - 1;

/** A part of the terms that has members of its own. */
export function readObject<T extends object>(value: T, path: Path): T {
  const given: unknown = value;
  return typeof given === "object" && given !== null && !Array.isArray(given)
    ? value
    : refuseTerm(path, "an object", given);
}

/** A list of parts of the terms that have members of their own. */
export function readObjects<T extends object>(value: readonly T[], path: Path): readonly T[] {
  const given: unknown = value;
  if (!Array.isArray(given)) return refuseTerm(path, "a list", given);
  return Array.from(value, (part, index) => readObject(part, [...path, index]));
}

/** One of the allowed words. */
export function readOneOf<T extends string>(value: T, allowed: readonly T[], path: Path): T {
  return allowed.includes(value) ? value : refuseTerm(path, `one of ${allowed.join(", ")}`, value);
}

/** Day number of a date. */
export function readDay(date: LocalDate, path: Path): DayNumber {
  return toDayNumber(date, path);
}

/** Minor units of the amount that sets the loan's currency. */
export function readPrincipal(value: Money, path: Path): number {
  return readSize(minorOf(value, path), value, path);
}

/** Minor units of an amount in the loan's currency. */
export function readAmount(value: Money, currency: string, path: Path): number {
  return readSize(minorIn(currency, value, path), value, path);
}

/** Minor units from 0 to {@link MAX_MINOR} as a number. */
function readSize(minor: Minor, { amount }: Money, path: Path): number {
  if (minor < 0) return refuseTerm([...path, "amount"], "an amount from 0 up", amount);
  return minor <= MAX_MINOR ? Number(minor) : refuseSize([...path, "amount"], { received: describeValue(amount) });
}

/** Throws `loans/amount-too-large`. */
export function refuseSize(path: Path, details: Readonly<Record<string, unknown>>): never {
  return refuse("loans/amount-too-large", path, `at most ${String(MAX_MINOR)} minor units`, {
    ...details,
    limit: MAX_MINOR,
  });
}
