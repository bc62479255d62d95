import { readPeriod, type DateRange, type Period } from "../../calendar/index.ts";
import { toDayNumber } from "../../core/index.ts";
import { listOf, oneOf, optional, type Members } from "../../core/inner.ts";
import type { ExchangeRate, RoundingMode } from "../../money/index.ts";
import { scanLineNames, type ResolvedReading } from "../income-line.ts";
import { readCurrency, readPeriodIn, readRounding } from "../reading.ts";
import { openTextIndex } from "../text-index.ts";
import { prepareRates, readRate } from "./rates.ts";
import { RATE_DAYS, type RateDay, type ValueConventions } from "../types.ts";

/** The options shared by everything that reads lines. */
export interface ReadingOptions<C extends string> {
  readonly period: Period;
  readonly currency: C;
  readonly rates?: readonly ExchangeRate[];
  readonly rateDay?: RateDay;
  readonly rounding?: RoundingMode;
}

/** How the options shared by everything that reads lines are read. */
export const readingMembers: Members<ReadingOptions<string>> = {
  period: readPeriodIn,
  currency: readCurrency,
  rates: optional(listOf(readRate)),
  rateDay: optional(oneOf(RATE_DAYS)),
  rounding: optional(readRounding),
};

/**
 * What lines are read against, from options that were read.
 *
 * @param options - period, currency, rates and how they are used
 * @param ids - how many ids of lines there may be to remember
 * @returns what one call reads its lines against, and the conventions
 * @throws `relationship-value/ambiguous-rate`
 */
export function resolveReading<C extends string>(
  options: ReadingOptions<C>,
  ids = 0,
): { readonly context: ResolvedReading<C>; readonly conventions: ValueConventions<C> } {
  const { currency, rounding = "half-even", rateDay = "line-end" } = options;
  const period: DateRange = readPeriod(options.period);
  return {
    context: {
      from: toDayNumber(period.from, "from"),
      to: toDayNumber(period.to, "to"),
      currency,
      rates: prepareRates(options.rates ?? [], currency),
      inverses: new Set((options.rates ?? []).flatMap(({ from, to }) => (from === currency ? [to] : []))),
      rateDay,
      rounding,
      periods: new Map(),
      ids: openTextIndex(ids),
      misspelt: scanLineNames(),
    },
    conventions: { period, currency, rounding, rateDay },
  };
}
