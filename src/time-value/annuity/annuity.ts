import { readFinite, readRate, readResult, readWhen, refuseArgument } from "../errors.ts";
import type { PaymentTiming } from "../types.ts";

/** Below this, `rate × nper` changes no digit of a double, and the limit of the formulas at rate 0 is exact. */
const NEGLIGIBLE = 1e-17;

/** A product in which a true zero wins over an infinite factor. */
function times(amount: number, factor: number): number {
  return amount === 0 ? 0 : amount * factor;
}

/** Sum of `v^1 … v^nper`, `v = 1/(1+rate)`: what a payment of 1 at each period's end is worth today. */
function discountedPayments(rate: number, nper: number, logGrowth: number): number {
  return Math.abs(rate) * (Math.abs(nper) + 1) < NEGLIGIBLE ? nper : -Math.expm1(-logGrowth) / rate;
}

/** What a payment of 1 at each period's end has grown to at the end of the last. */
function accumulatedPayments(rate: number, nper: number, logGrowth: number): number {
  return Math.abs(rate) * (Math.abs(nper) + 1) < NEGLIGIBLE ? nper : Math.expm1(logGrowth) / rate;
}

/**
 * Present value of level payments and a final amount (现值), Excel's PV.
 *
 * Solves `pv + pmt·(1 + rate·when)·(1 − v^nper)/rate + fv·v^nper = 0` with `v = 1/(1+rate)`. Signs are Excel's: money
 * received is positive, money paid negative, so a loan received (`pv` > 0) has payments below 0.
 *
 * Excel gives the same numbers for everyday arguments. We differ where Excel's arithmetic fails: at rates like 1e-12
 * it loses digits to `(1+rate)^nper − 1`; here `expm1` and `log1p` keep them all. Excel takes any `when` other than 0
 * as 1 and returns #NUM! or #VALUE! inside a cell; here both throw. `nper` may be fractional or negative, as in Excel.
 *
 * @param rate - rate per period, above -1
 * @param nper - number of periods
 * @param pmt - payment of each period
 * @param fv - amount at the end of the last period
 * @param when - 0: payments at the end of each period, 1: at the beginning
 * @returns amount today, unrounded
 * @throws `time-value/out-of-domain` for a rate of -1 or below, `when` other than 0 or 1, or an argument that is not a finite number
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see Microsoft, PV function
 * @example
 * pv(0.05 / 12, 120, -100, 15692.93) // ≈ -100.00
 * pv(0, 12, -100) // => 1200
 * pv(1e-12, 360, -100) // ≈ 35999.999993502
 * pv(0.05, 10, 100, 0, 2) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function pv(rate: number, nper: number, pmt: number, fv = 0, when: PaymentTiming = 0): number {
  readRate(rate, "rate");
  readFinite(nper, "nper");
  readFinite(pmt, "pmt");
  readFinite(fv, "fv");
  readWhen(when);
  const logGrowth = nper * Math.log1p(rate);
  const payments = times(pmt * (1 + rate * when), discountedPayments(rate, nper, logGrowth));
  // subtracting from 0 keeps -0 out of the result
  return readResult(0 - (times(fv, Math.exp(-logGrowth)) + payments), "nper");
}

/**
 * Future value of an amount and level payments (终值), Excel's FV.
 *
 * Solves `pv·(1+rate)^nper + pmt·(1 + rate·when)·((1+rate)^nper − 1)/rate + fv = 0`, with Excel's signs: savings paid
 * in (negative) give a positive `fv`.
 *
 * Excel gives the same numbers for everyday arguments; at tiny rates it loses digits and we do not. Excel takes any
 * `when` other than 0 as 1; here it throws. `nper` may be fractional or negative, as in Excel.
 *
 * @param rate - rate per period, above -1
 * @param nper - number of periods
 * @param pmt - payment of each period
 * @param pv - amount at the start
 * @param when - 0: payments at the end of each period, 1: at the beginning
 * @returns amount at the end of the last period, unrounded
 * @throws `time-value/out-of-domain` for a rate of -1 or below, `when` other than 0 or 1, or an argument that is not a finite number
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see Microsoft, FV function
 * @example
 * fv(0.05 / 12, 120, -100, -100) // ≈ 15692.93
 * fv(0.075, 20, -2000, 0, 1) // ≈ 93105.06
 * fv(1, 2000, -1) // throws time-value/no-solution
 * @since 0.1.0
 */
export function fv(rate: number, nper: number, pmt: number, pv = 0, when: PaymentTiming = 0): number {
  readRate(rate, "rate");
  readFinite(nper, "nper");
  readFinite(pmt, "pmt");
  readFinite(pv, "pv");
  readWhen(when);
  const logGrowth = nper * Math.log1p(rate);
  const payments = times(pmt * (1 + rate * when), accumulatedPayments(rate, nper, logGrowth));
  return readResult(0 - (times(pv, Math.exp(logGrowth)) + payments), "nper");
}

/**
 * Level payment that turns an amount today into an amount later (每期付款额), Excel's PMT.
 *
 * The payment of a level-payment loan (等额本息): `pv` the loan received, result negative. Unrounded: a payment plan in
 * cents rounds it and lets the last instalment absorb the rest.
 *
 * Excel gives the same numbers for everyday arguments. We differ where it fails: at 1e-12 per period every spreadsheet
 * loses four digits, and long terms at high rates overflow (`pmt(0.5, 2000, 1)`), because they form `(1+rate)^nper`;
 * here the smaller of growth and discount is used. `nper` may be fractional or negative, as in Excel, but not 0.
 *
 * @param rate - rate per period, above -1
 * @param nper - number of periods, not 0
 * @param pv - amount at the start
 * @param fv - amount left at the end of the last period
 * @param when - 0: payments at the end of each period, 1: at the beginning
 * @returns payment of each period, unrounded
 * @throws `time-value/out-of-domain` for a rate of -1 or below, `nper` 0, `when` other than 0 or 1, or an argument that is not a finite number
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see Microsoft, PMT function
 * @example
 * pmt(0.049 / 12, 360, 1000000) // ≈ -5307.27
 * pmt(0, 12, 1200) // => -100
 * pmt(0.5, 2000, 1) // => -0.5
 * pmt(0.01, 0, 1000) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function pmt(rate: number, nper: number, pv: number, fv = 0, when: PaymentTiming = 0): number {
  readRate(rate, "rate");
  readFinite(nper, "nper");
  if (nper === 0) refuseArgument("nper", "not 0", nper);
  readFinite(pv, "pv");
  readFinite(fv, "fv");
  readWhen(when);
  if (Math.abs(rate) * (Math.abs(nper) + 1) < NEGLIGIBLE) return readResult(0 - (pv + fv) / nper, "pv");
  const logGrowth = nper * Math.log1p(rate);
  // whichever of v^nper and (1+rate)^nper is below 1, so that nothing overflows
  const near = logGrowth > 0 ? pv : fv;
  const far = logGrowth > 0 ? fv : pv;
  const factor = Math.exp(-Math.abs(logGrowth));
  const lost = -Math.expm1(-Math.abs(logGrowth));
  const perPeriod = logGrowth > 0 ? rate : -rate;
  // near + far·factor, written as (near + far) − far·lost while that is the part without cancellation
  const paid =
    factor > 0.5 ? ((near + far) / lost) * perPeriod - far * perPeriod : ((near + far * factor) / lost) * perPeriod;
  return readResult(0 - paid / (1 + rate * when), "pv");
}
