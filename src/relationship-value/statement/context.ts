import { readPeriod, type DateRange, type Period } from "../../calendar/index.ts";
import { describeValue, DomainError, toDayNumber, type Path } from "../../core/index.ts";
import { currencyExponent, type ExchangeRate, type RoundingMode } from "../../money/index.ts";
import { readRounding } from "../../money/inner.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import type { ResolvedReading } from "../income-line.ts";
import { prepareRates } from "./rates.ts";
import type { RateDay, ValueConventions } from "../types.ts";

/** The options shared by everything that reads lines. */
export interface ReadingOptions<C extends string> {
  readonly period: Period;
  readonly currency: C;
  readonly rates?: readonly ExchangeRate[];
  readonly rateDay?: RateDay;
  readonly rounding?: RoundingMode;
}

/**
 * The options, checked: what lines are read against, and the conventions to echo.
 *
 * @param options - period, currency, rates and how they are used
 * @returns what one call reads its lines against, and the conventions
 * @throws `relationship-value/invalid-option`, `relationship-value/invalid-rate`, `relationship-value/ambiguous-rate`
 * @throws `money/unknown-currency`, `money/invalid-rounding`, `calendar/invalid-period`
 */
export function resolveReading<C extends string>(
  options: ReadingOptions<C>,
): { readonly context: ResolvedReading<C>; readonly conventions: ValueConventions<C> } {
  const { currency } = options;
  currencyExponent(currency);
  const rounding = readRounding(options.rounding ?? "half-even");
  const rateDay = readOption(options.rateDay ?? "line-end", ["rateDay"], ["line-end", "period-end"]);
  const period: DateRange = readPeriod(options.period);
  return {
    context: {
      from: toDayNumber(period.from, "from"),
      to: toDayNumber(period.to, "to"),
      currency,
      rates: prepareRates(options.rates ?? [], currency),
      rateDay,
      rounding,
      periods: new Map(),
      ids: new Set(),
    },
    conventions: { period, currency, rounding, rateDay },
  };
}

/**
 * One of a closed set of literals, checked.
 *
 * @param value - candidate
 * @param path - place of the option
 * @param allowed - the set
 * @returns the same value
 * @throws `relationship-value/invalid-option`
 */
export function readOption<T extends string>(value: T, path: Path, allowed: readonly T[]): T {
  if (allowed.includes(value)) return value;
  throw new DomainError<RelationshipValueErrorCode>(
    "relationship-value/invalid-option",
    `${path.join(".")}: one of ${allowed.join(", ")}`,
    path,
    { received: describeValue(value), allowed },
  );
}
