import { tryDayNumber, type LocalDate } from "../../core/index.ts";

import { readOptions } from "./day-basis.ts";
import { readEntries, readNumbers, readRate, readResult, refuseArgument, refuseAt } from "../errors.ts";
import type { FlowDates, XirrOptions } from "../types.ts";
import { type Product, sumOfProducts } from "./present-value.ts";

/** Exponents beyond this give factors near the ends of the range of doubles. */
const HUGE = 600;

/** A flow of 0, which no factor makes more of. */
const NOTHING: Product = { amount: 0, weight: 0 };

/**
 * Value of flows on dates, on the first date given (不定期现金流净现值), Excel's XNPV.
 *
 * `Σ flow·(1+rate)^(−days/365)`, days counted from `dates[0]`. Dates come in any order: a flow before the first date
 * given is compounded, not discounted. The day count is that of `xirr`, so that the value at its rate is 0.
 *
 * Excel gives the same numbers, and #NUM! for a date before the first one, which only `excelStrict` refuses here. An
 * empty list is worth 0.
 *
 * @param rate - rate per year, above -1
 * @param flows - amounts, money received positive, money paid negative
 * @param dates - date of each flow; the first one is the day of the value
 * @param options - day count and Excel's rule on early dates
 * @returns value on `dates[0]`, unrounded
 * @throws `time-value/out-of-domain` for a rate of -1 or below, a flow that is not a finite number, a date that does not exist, arrays of different lengths, an unknown day count or option, or a date before the first with `excelStrict`
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see Microsoft, XNPV function
 * @example
 * const flows = [-10000, 2750, 4250, 3250, 2750];
 * const dates = ["2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"];
 * xnpv(0.09, flows, dates) // ≈ 2086.65
 * xnpv(0.09, flows, dates.slice(1)) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function xnpv(rate: number, flows: readonly number[], dates: FlowDates, options?: XirrOptions): number {
  readRate(rate, "rate");
  readNumbers(flows, "flows");
  if (!Array.isArray(dates) || dates.length !== flows.length) refuseArgument("dates", "one date a flow", dates);
  const { basis, strict } = readOptions(options);
  const own = readEntries(dates, "dates", () => Array.from<LocalDate>(dates));
  const days = own.map((date, i) => tryDayNumber(date) ?? refuseAt(["dates", i], "a date that exists", date));
  const first = days[0] ?? 0;
  if (strict) {
    const early = days.findIndex((day) => day < first);
    if (early >= 0) refuseAt(["dates", early], "not before the first date given", dates[early]);
  }
  const x = Math.log1p(rate);
  const terms = flows.map((flow, i) => {
    const exponent = (-x * ((days[i] ?? first) - first)) / basis;
    // half of a factor that no double holds goes to the flow, which may be as small as the factor is large
    const half = Math.abs(exponent) > HUGE ? exponent / 2 : 0;
    return flow === 0 ? NOTHING : { amount: flow * Math.exp(half), weight: Math.exp(exponent - half) };
  });
  return readResult(0 + sumOfProducts(terms), "rate");
}
