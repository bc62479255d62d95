import {
  formatDecimal,
  readDecimal,
  toDayNumber,
  tryDecimal,
  type DayNumber,
  type DecimalString,
  type Path,
  type ScaledInteger,
} from "../core/index.ts";
import { coefficientAt, compareExact } from "../core/inner.ts";
import { HIGHEST_FLAT_RATE_OF_MONTH, HIGHEST_YEARLY_RATE, WIDEST_SPREAD } from "../money/inner.ts";
import { refuseTerm } from "./errors.ts";
import { greatestCommonDivisor } from "./interest.ts";
import type { LoanBasics } from "./terms.ts";

/** Most fraction digits of a rate. */
const MAX_RATE_DIGITS = 12;

const ZERO: ScaledInteger = { coefficient: 0n, scale: 0 };
const ONE: ScaledInteger = { coefficient: 1n, scale: 0 };
const HIGHEST: ScaledInteger = /* @__PURE__ */ readDecimal(String(HIGHEST_YEARLY_RATE));
const WIDEST: ScaledInteger = /* @__PURE__ */ readDecimal(String(WIDEST_SPREAD));
const WIDEST_BELOW: ScaledInteger = /* @__PURE__ */ readDecimal(String(-WIDEST_SPREAD));
const FLAT_OF_MONTH: ScaledInteger = /* @__PURE__ */ readDecimal(String(HIGHEST_FLAT_RATE_OF_MONTH));

/** What a percentage is as a share, where it was written as such: 0.032 for 3.2, -0.003 for -0.3. */
function shareOf({ coefficient, scale }: ScaledInteger): DecimalString {
  const text = formatDecimal({ coefficient, scale: scale + 2 });
  return text.replace(/\.?0+$/, "");
}

/** A share from `min` to `max`: a percentage given as `"3.2"`, or a spread as `"-0.3"`, is caught here. */
function readShare(value: unknown, path: Path, min: ScaledInteger, max: ScaledInteger): ScaledInteger {
  const decimal = tryDecimal(value);
  if (decimal !== null && decimal.scale <= MAX_RATE_DIGITS) {
    if (compareExact(decimal, min) >= 0 && compareExact(decimal, max) <= 0) return decimal;
  }
  const [least, most] = [formatDecimal(min), formatDecimal(max)];
  const digits = `with at most ${String(MAX_RATE_DIGITS)} fraction digits`;
  const range = `a share from ${least} to ${most} as a decimal string ${digits}, "0.032" for 3.2 %`;
  const isBelow = (limit: ScaledInteger, value: ScaledInteger): boolean => compareExact(value, limit) < 0;
  const isPercentage = decimal !== null && (isBelow(decimal, max) || (isBelow(ZERO, min) && isBelow(min, decimal)));
  return refuseTerm(path, "not-a-share", range, value, {
    min: Number(least),
    max: Number(most),
    ...(isPercentage ? { rate: formatDecimal(decimal), meant: shareOf(decimal) } : {}),
  });
}

/** A rate per year from 0 to 1. */
export function readRate(value: unknown, path: Path): ScaledInteger {
  return readShare(value, path, ZERO, HIGHEST);
}

/** A flat rate of the principal for a number of months, at most that of a month for each of them, and never above 1. */
export function readFlatRate(value: unknown, months: number, path: Path): ScaledInteger {
  const { coefficient, scale } = FLAT_OF_MONTH;
  const most = Number.isFinite(months) ? { coefficient: coefficient * BigInt(months), scale } : ONE;
  return readShare(value, path, ZERO, compareExact(most, ONE) < 0 ? most : ONE);
}

/** A spread from -0.1 to 0.1. */
export function readSpread(value: unknown, path: Path): ScaledInteger {
  return readShare(value, path, WIDEST_BELOW, WIDEST);
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
