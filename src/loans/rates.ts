import {
  toDayNumber,
  tryDecimal,
  type DayNumber,
  type DecimalString,
  type Path,
  type ScaledInteger,
} from "../core/index.ts";
import { coefficientAt, compareExact } from "../core/inner.ts";
import { refuseTerm } from "./errors.ts";
import { greatestCommonDivisor } from "./interest.ts";
import type { LoanBasics } from "./terms.ts";

/** Most fraction digits of a rate. */
const MAX_RATE_DIGITS = 12;

const wholeNumber = (coefficient: bigint): ScaledInteger => ({ coefficient, scale: 0 });

/** A share from `min` to 1: a percentage given as `"3.2"` is caught here. */
function readShare(value: unknown, path: Path, min: bigint): ScaledInteger {
  const decimal = tryDecimal(value);
  if (decimal !== null && decimal.scale <= MAX_RATE_DIGITS) {
    if (compareExact(decimal, wholeNumber(min)) >= 0 && compareExact(decimal, wholeNumber(1n)) <= 0) return decimal;
  }
  const digits = `with at most ${String(MAX_RATE_DIGITS)} fraction digits`;
  const range = `a share from ${String(min)} to 1 as a decimal string ${digits}, "0.032" for 3.2 %`;
  return refuseTerm(path, "not-a-share", range, value, { min: Number(min), max: 1 });
}

/** A rate per year, or of an amount, from 0 to 1. */
export function readRate(value: unknown, path: Path): ScaledInteger {
  return readShare(value, path, 0n);
}

/** A spread from -1 to 1. */
export function readSpread(value: unknown, path: Path): ScaledInteger {
  return readShare(value, path, -1n);
}

/** The annual rates of a loan by first day, as whole numbers over one divisor; no two neighbours are equal. */
export interface LoanRates {
  /** Interest of a period is `balance × factor × weight ÷ divisor`. */
  readonly divisor: number;
  readonly rateDays: readonly DayNumber[];
  readonly factors: readonly number[];
  readonly rates: readonly DecimalString[];
}

/** The rates of a loan from its start on; a step that changes nothing is dropped. */
export function readRates(terms: LoanBasics, start: DayNumber, yearUnits: number): LoanRates {
  const given = typeof terms.rate === "string" ? [{ date: terms.start, rate: terms.rate }] : terms.rate;
  const read = given.map(({ date, rate }, index) => {
    const path = typeof terms.rate === "string" ? ["terms", "rate"] : ["terms", "rate", index, "rate"];
    return { day: toDayNumber(date, ["terms", "rate", index, "date"]), exact: readRate(rate, path), rate, date };
  });
  const scale = read.reduce((most, { exact }) => Math.max(most, exact.scale), 0);
  const rateDays: DayNumber[] = [];
  const factors: number[] = [];
  const rates: DecimalString[] = [];
  for (const [index, { day, exact, rate, date }] of read.entries()) {
    const path = ["terms", "rate", index, "date"];
    if (index === 0 && day > start) refuseTerm(path, "no-rate-at-start", "not after the start", date);
    if (index > 0 && day <= (read[index - 1]?.day ?? day))
      refuseTerm(path, "not-after-previous", "after the date before it", date);
    const factor = Number(coefficientAt(scale, exact));
    if (day <= start) rateDays.length = factors.length = rates.length = 0;
    if (factor === factors[factors.length - 1]) continue;
    rateDays.push(Math.max(day, start));
    factors.push(factor);
    rates.push(rate);
  }
  const whole = 10 ** scale * yearUnits;
  const common = factors.reduce(greatestCommonDivisor, whole);
  return { divisor: whole / common, factors: factors.map((factor) => factor / common), rateDays, rates };
}
