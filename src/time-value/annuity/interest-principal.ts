import { balanceAfter, repaidShare } from "./balance.ts";
import { pmt } from "./annuity.ts";
import { readFinite, readRate, readResult, readWhen, refuseArgument } from "../errors.ts";
import type { PaymentTiming } from "../types.ts";

/** A period of a term. */
function readPeriod(per: number, nper: number): number {
  if (!(Number.isFinite(nper) && nper >= 0)) refuseArgument("nper", "a finite number, 0 or more", nper);
  return Number.isFinite(per) && per >= 1 && per <= nper ? per : refuseArgument("per", "a number from 1 to nper", per);
}

/**
 * Interest within the level payment of one period (利息部分), Excel's IPMT.
 *
 * The interest on the balance before the payment, where the balance is taken from what is left to be paid. With
 * payments at the beginning, the first carries no interest and each later one that of the period before. Periods count
 * from 1; `per` and `nper` may be fractional, as in Excel.
 *
 * Excel gives the same numbers and requires `per` from 1 to `nper`, as we do. Implementations that take the balance
 * from `(1+rate)^per` fail late in a long term at a high rate, where two huge numbers cancel and leave nothing of the
 * answer.
 *
 * @param rate - rate per period, above -1
 * @param per - the period, from 1 to `nper`
 * @param nper - number of periods
 * @param pv - amount at the start
 * @param fv - amount left at the end of the last period
 * @param when - 0: payments at the end of each period, 1: at the beginning
 * @returns interest of the period, unrounded; below 0 where it is paid
 * @throws `time-value/out-of-domain` for a rate of -1 or below, `nper` below 0, `per` outside 1 to `nper`, `when` other than 0 or 1, or an argument that is not a finite number
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see Microsoft, IPMT function
 * @example
 * ipmt(0.1 / 12, 1, 36, 8000) // ≈ -66.67
 * ipmt(0.1479, 297, 300, -270.51, 0, 1) // ≈ 14.7797087741678
 * ipmt(0.01, 13, 12, 1000) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function ipmt(rate: number, per: number, nper: number, pv: number, fv = 0, when: PaymentTiming = 0): number {
  readRate(rate, "rate");
  readPeriod(per, nper);
  readFinite(pv, "pv");
  readFinite(fv, "fv");
  readWhen(when);
  if (when === 1 && per === 1) return 0;
  const interest = rate * balanceAfter(rate, nper, pv, fv, per - 1);
  return readResult(0 - interest / (1 + rate * when), "pv");
}

/**
 * Principal within the level payment of one period (本金部分), Excel's PPMT.
 *
 * What the payment leaves after the interest of {@link ipmt}, by a formula of its own in which nothing cancels: in a
 * late period of a long loan, or an early one at a high rate, every digit is kept.
 *
 * Excel gives the same numbers and requires `per` from 1 to `nper`, as we do.
 *
 * @param rate - rate per period, above -1
 * @param per - the period, from 1 to `nper`
 * @param nper - number of periods
 * @param pv - amount at the start
 * @param fv - amount left at the end of the last period
 * @param when - 0: payments at the end of each period, 1: at the beginning
 * @returns principal of the period, unrounded; below 0 where it is paid
 * @throws `time-value/out-of-domain` for a rate of -1 or below, `nper` below 0, `per` outside 1 to `nper`, `when` other than 0 or 1, or an argument that is not a finite number
 * @throws `time-value/no-solution` when the result is beyond the range of a double
 * @see Microsoft, PPMT function
 * @example
 * ppmt(0.1 / 12, 1, 24, 2000) // ≈ -75.62
 * ppmt(0.08, 10, 10, 200000) // ≈ -27598.05
 * ppmt(0.01, 0, 12, 1000) // throws time-value/out-of-domain
 * @since 0.1.0
 */
export function ppmt(rate: number, per: number, nper: number, pv: number, fv = 0, when: PaymentTiming = 0): number {
  readRate(rate, "rate");
  readPeriod(per, nper);
  readFinite(pv, "pv");
  readFinite(fv, "fv");
  readWhen(when);
  // with payments at the beginning, the first is all principal
  if (when === 1 && per === 1) return pmt(rate, nper, pv, fv, when);
  const principal = (pv + fv) * repaidShare(rate, nper, per - 1);
  return readResult(0 - principal / (1 + rate * when), "pv");
}
