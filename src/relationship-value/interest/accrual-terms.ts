import { readPeriod, type DateRange, type DayCountBasis, type Period } from "../../calendar/index.ts";
import { optional, type Members } from "../../core/inner.ts";
import type { RoundingMode } from "../../money/index.ts";
import { readCurrency, readDayCount, readPeriodIn, readRounding } from "../reading.ts";

/** What everything is computed with that is a rate per year over the days of a period: interest, an add-on, a levy, a loss. */
interface AccrualOptions<C extends string = string> {
  readonly period: Period;
  readonly currency: C;
  readonly dayCount: DayCountBasis;
  /** Default `half-even`. */
  readonly rounding?: RoundingMode;
}

/** How these options are read. */
export const accrualMembers: Members<AccrualOptions> = {
  period: readPeriodIn,
  currency: readCurrency,
  dayCount: readDayCount,
  rounding: optional(readRounding),
};

/** Options that were read as the conventions they are echoed as: days in place of a period, and a default said. */
export function accrualTerms<C extends string>({
  period,
  currency,
  dayCount,
  rounding = "half-even",
}: AccrualOptions<C>): Readonly<Required<Omit<AccrualOptions<C>, "period">>> & { readonly period: DateRange } {
  return { period: readPeriod(period), currency, dayCount, rounding };
}
