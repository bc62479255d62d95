import { describeValue, fromDayNumber } from "../core/index.ts";
import { irr, xirr, type RateRefusal } from "../time-value/index.ts";
import { refuse } from "./errors.ts";
import { readSchedule } from "./schedule.ts";
import type { AmortizationSchedule, AnnualRateRefusalReason, LoanColumns } from "./types.ts";

/** By equal periods (the rate of one period, then of the year), or by days between the dates. */
export type AnnualRateBasis = (typeof ANNUAL_RATE_BASES)[number];

/** Every {@link AnnualRateBasis}. */
export const ANNUAL_RATE_BASES = ["periods", "dates"] as const;

/** What a loan really costs per year, interest and fees together. */
export interface TrueAnnualRate {
  readonly ok: true;
  readonly by: AnnualRateBasis;
  /** Rate of one period; null when found by dates. */
  readonly perPeriod: number | null;
  /**
   * Rate of a period times the number of periods in a year (单利, APR); by dates, twelve times the monthly rate that
   * compounds to `effective`.
   */
  readonly nominal: number;
  /** The rate compounded over a year (复利, 内部收益率). */
  readonly effective: number;
  /** True when it is proven that no other rate solves the flows. */
  readonly unique: boolean;
}

/** What {@link trueAnnualRate} returns. */
export type AnnualRateOutcome = TrueAnnualRate | RateRefusal<AnnualRateRefusalReason>;

/** Flows of the borrower: what was received, then what is paid. */
function flowsOf(schedule: LoanColumns): number[] {
  const flows = [schedule.proceeds];
  for (const paid of schedule.payment) flows.push(0 - paid);
  return flows;
}

function rateByPeriods(schedule: LoanColumns | AmortizationSchedule): AnnualRateOutcome {
  const months = "regular" in schedule && schedule.regular ? schedule.monthsPerPeriod : null;
  if (months === null) return { ok: false, reason: "not-regular" };
  const found = irr(flowsOf(schedule), 0.01);
  if (!found.ok) return found;
  return {
    ok: true,
    by: "periods",
    perPeriod: found.rate,
    nominal: (found.rate * 12) / months,
    effective: Math.expm1((Math.log1p(found.rate) * 12) / months),
    unique: found.unique,
  };
}

function rateByDates(schedule: LoanColumns): AnnualRateOutcome {
  const dates = [schedule.start, ...schedule.dates].map((day) => fromDayNumber(day));
  const found = xirr(flowsOf(schedule), dates, 0.1);
  if (!found.ok) return found;
  return {
    ok: true,
    by: "dates",
    perPeriod: null,
    nominal: Math.expm1(Math.log1p(found.rate) / 12) * 12,
    effective: found.rate,
    unique: found.unique,
  };
}

/**
 * The true annual rate of a loan or an instalment plan (年化利率, 内部收益率法): the rate at which everything the borrower
 * pays, interest and fees, is worth the cash handed over.
 *
 * `periods` takes the rate of one period and multiplies it (`nominal`) and compounds it (`effective`); it needs whole
 * periods of one length and only instalments as rows, and refuses other schedules as `not-regular`. `dates` takes the
 * days between the dates over 365 and works for every schedule. Amounts are the rounded ones of the schedule, so the
 * last digits differ from the rate of unrounded payments. Rates are doubles, not rounded.
 *
 * @param schedule - from `amortize`, or, by dates, also from `combineSchedules`
 * @param by - equal periods, or days between dates; default `periods`
 * @returns the rates, or the reason why there is none
 * @throws `loans/invalid-basis` for any other basis; `loans/invalid-schedule` for anything but a schedule, such as terms
 * @see library convention: the internal rate of return of what the borrower receives and pays (年化利率)
 * @example
 * // 12 instalments at a fee of 0.6 % of the amount a month
 * const plan = amortize({
 *   principal: { amount: "12000", currency: "CNY" }, method: "level-principal", periods: 12,
 *   start: "2026-01-20", rate: "0", interest: "monthly", rounding: "half-up", fees: { flatRate: "0.006" },
 * });
 * const rate = orThrow(trueAnnualRate(plan));
 * rate.nominal // ≈ 0.1303
 * rate.effective // ≈ 0.1384
 * @since 0.1.0
 */
export function trueAnnualRate(
  schedule: LoanColumns | AmortizationSchedule,
  by: AnnualRateBasis = "periods",
): AnnualRateOutcome {
  readSchedule(schedule, ["schedule"]);
  switch (by) {
    case "periods":
      return rateByPeriods(schedule);
    case "dates":
      return rateByDates(schedule);
    default:
      return refuse("loans/invalid-basis", ["by"], `one of ${ANNUAL_RATE_BASES.join(", ")}`, {
        received: describeValue(by),
      });
  }
}
