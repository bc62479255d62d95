import {
  DomainError,
  formatDecimal,
  readDecimal,
  toDayNumber,
  tryDayNumber,
  tryDecimal,
  type DayNumber,
  type Path,
  type ScaledInteger,
} from "../../core/index.ts";
import { compareTexts, isFilled, refuse, refuseValue, rowOf, subtractExact, type Reader } from "../../core/inner.ts";
import {
  currencyExponent,
  divideRounded,
  fromMinorUnits,
  isCurrency,
  type ExchangeRate,
  type Money,
  type RoundingMode,
} from "../../money/index.ts";
import { quotedPer } from "../../money/inner.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import type { ConversionFigure } from "../types.ts";

const INVALID_RATE = "relationship-value/invalid-rate" satisfies RelationshipValueErrorCode;

/** A rate with what has been converted at it so far. */
export interface UsedRate<C extends string> {
  readonly rate: ExchangeRate<string, C>;
  readonly day: DayNumber;
  /** The rate as a fraction of minor units: `to` for one of `from`. */
  readonly numerator: bigint;
  readonly denominator: bigint;
  lineCount: number;
  originalMinor: bigint;
  convertedMinor: bigint;
}

/** The largest amount money can hold, in minor units; beyond it `fromMinorUnits` says so. */
const MAX_MINOR = 10n ** 18n - 1n;

/** Rates into one currency: `from` → rates, earliest first. */
export type RateTable<C extends string> = ReadonlyMap<string, readonly UsedRate<C>[]>;

/** One member of a rate, right or refused. */
const member =
  (isRight: (value: string) => boolean): Reader<string> =>
  (value, path) =>
    isRight(value)
      ? value
      : refuseValue(
          INVALID_RATE,
          path,
          "a rate is a positive decimal string between two currencies, with its date and source",
          value,
          typeof (value as unknown) === "number" ? { type: "number" } : {},
        );

const readMembers: Reader<ExchangeRate> = rowOf<ExchangeRate>({
  from: /* @__PURE__ */ member(isCurrency),
  to: /* @__PURE__ */ member(isCurrency),
  rate: /* @__PURE__ */ member((rate) => (tryDecimal(rate)?.coefficient ?? 0n) > 0n),
  date: /* @__PURE__ */ member((date) => tryDayNumber(date) !== null),
  source: /* @__PURE__ */ member(isFilled),
});

/** A dated rate; it may have members of its own, as rows of rates have. */
export function readRate(rate: ExchangeRate, path: Path): ExchangeRate {
  readMembers(rate, path, INVALID_RATE);
  const per = quotedPer(rate);
  return per === null ? rate : refuse(INVALID_RATE, [...path, per], "a rate for several units; give that of one", {});
}

/**
 * Orders the rates into one currency; rates into other currencies stay unused.
 *
 * @param rates - dated rates that were read, in any order
 * @param currency - the statement's currency
 * @returns the table, with nothing converted yet
 * @throws `relationship-value/ambiguous-rate` for two rates for one pair on one day
 */
export function prepareRates<C extends string>(rates: readonly ExchangeRate[], currency: C): RateTable<C> {
  const table = new Map<string, UsedRate<C>[]>();
  const exponent = currencyExponent(currency);
  for (const [index, rate] of rates.entries()) {
    if (!leadsTo(rate, currency)) continue;
    const day = toDayNumber(rate.date);
    const value = readDecimal(rate.rate);
    const known = table.get(rate.from) ?? [];
    table.set(rate.from, known);
    if (known.some((other) => other.day === day)) {
      throw new DomainError<RelationshipValueErrorCode>(
        "relationship-value/ambiguous-rate",
        `rates[${String(index)}]: a second rate of the same pair and day`,
        ["rates", index],
        { from: rate.from, to: rate.to, date: rate.date },
      );
    }
    known.push({
      rate,
      day,
      numerator: value.coefficient * 10n ** BigInt(exponent),
      denominator: 10n ** BigInt(value.scale + currencyExponent(rate.from)),
      lineCount: 0,
      originalMinor: 0n,
      convertedMinor: 0n,
    });
  }
  for (const known of table.values()) known.sort((a, b) => a.day - b.day);
  return table;
}

function leadsTo<C extends string>(rate: ExchangeRate, currency: C): rate is ExchangeRate<string, C> {
  return rate.to === currency;
}

/**
 * The latest rate on or before a day.
 *
 * @param table - prepared rates
 * @param from - currency of the line
 * @param day - rate day
 * @returns the rate, or null when there is none
 */
export function rateOn<C extends string>(table: RateTable<C>, from: string, day: DayNumber): UsedRate<C> | null {
  const known = table.get(from) ?? [];
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((known[middle]?.day ?? Infinity) <= day) low = middle + 1;
    else high = middle;
  }
  return known[low - 1] ?? null;
}

/**
 * Converts one amount, once, and records it: what `convert` gives, with the rate read only once.
 *
 * @param used - the rate
 * @param minor - minor units of the rate's `from` currency
 * @param rounding - how the converted amount is rounded to the minor unit
 * @returns minor units of the rate's `to` currency
 * @throws `money/amount-too-large` when the result has more than 18 digits
 */
export function convertOnce<C extends string>(used: UsedRate<C>, minor: bigint, rounding: RoundingMode): bigint {
  const converted = divideRounded(minor * used.numerator, used.denominator, rounding);
  if (converted > MAX_MINOR || converted < -MAX_MINOR) fromMinorUnits(converted, used.rate.to);
  used.lineCount++;
  used.originalMinor += minor;
  used.convertedMinor += converted;
  return converted;
}

/**
 * What was converted at which rate, with the rounding difference made explicit.
 *
 * @param table - prepared rates, after the lines were read
 * @param currency - the statement's currency
 * @returns one entry per rate that was used, by currency and date
 */
export function conversionFigures<C extends string>(table: RateTable<C>, currency: C): readonly ConversionFigure<C>[] {
  const used = [...table.values()].flat().filter((known) => known.lineCount > 0);
  used.sort((a, b) => byRate(a.rate, b.rate));
  return used.map(({ rate, lineCount, originalMinor, convertedMinor }) => {
    const original = { coefficient: originalMinor, scale: currencyExponent(rate.from) };
    const converted = fromMinorUnits(convertedMinor, currency);
    return {
      rate,
      lineCount,
      original: formatDecimal(original),
      converted,
      roundingDifference: formatDecimal(roundingDifference(original, readDecimal(rate.rate), converted)),
    };
  });
}

/** Order of rates: by currency, then date, then whatever else distinguishes two. */
export function byRate(a: ExchangeRate, b: ExchangeRate): number {
  for (const field of ["from", "date", "rate", "source"] as const) {
    const order = compareTexts(a[field], b[field]);
    if (order !== 0) return order;
  }
  return 0;
}

function roundingDifference(original: ScaledInteger, rate: ScaledInteger, converted: Money): ScaledInteger {
  const exact = { coefficient: original.coefficient * rate.coefficient, scale: original.scale + rate.scale };
  return subtractExact(exact, readDecimal(converted.amount));
}
