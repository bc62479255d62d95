import { checkInteger, formatDecimal, type DecimalString } from "../core/index.ts";
import { divideRounded } from "../money/index.ts";
import type { ComplaintRate } from "./types.ts";

/** A quotient of whole numbers as a decimal string, rounded half-even; null where the denominator is 0. */
export function quotient(numerator: number, denominator: number, per: number, digits: number): DecimalString | null {
  if (denominator === 0) return null;
  const scaled = BigInt(numerator) * BigInt(per) * 10n ** BigInt(digits);
  return formatDecimal({ coefficient: divideRounded(scaled, BigInt(denominator), "half-even"), scale: digits });
}

function rateOf(numerator: number, denominator: number, per: number, counted: string): ComplaintRate {
  checkInteger(numerator, "complaints", 0, Number.MAX_SAFE_INTEGER);
  checkInteger(denominator, counted, 0, Number.MAX_SAFE_INTEGER);
  return { numerator, denominator, per, rate: quotient(numerator, denominator, per, 2) };
}

/**
 * Complaints per 1,000 outlets (每千营业网点投诉量), one of the ratios the Chinese regulator publishes.
 *
 * @param complaints - how many complaints, of a period the caller chose
 * @param outlets - how many outlets
 * @returns numerator, denominator and the rate with two digits; null for no outlets
 * @throws `core/invalid-integer` for anything but a whole number from 0
 * @see library convention: complaints / outlets × 1,000
 * @example
 * complaintsPerThousandOutlets(37, 412) // => { numerator: 37, denominator: 412, per: 1000, rate: "89.81" }
 * complaintsPerThousandOutlets(0, 0).rate // => null
 * @since 0.1.0
 */
export function complaintsPerThousandOutlets(complaints: number, outlets: number): ComplaintRate {
  return rateOf(complaints, outlets, 1000, "outlets");
}

/**
 * Complaints per 10 million personal customers (每千万个人客户投诉量), one of the ratios the Chinese regulator publishes.
 *
 * @param complaints - how many complaints, of a period the caller chose
 * @param customers - how many personal customers
 * @returns numerator, denominator and the rate with two digits; null for no customers
 * @throws `core/invalid-integer` for anything but a whole number from 0
 * @see library convention: complaints / personal customers × 10,000,000
 * @example
 * complaintsPerTenMillionCustomers(37, 2_450_000) // => { numerator: 37, denominator: 2450000, per: 10000000, rate: "151.02" }
 * @since 0.1.0
 */
export function complaintsPerTenMillionCustomers(complaints: number, customers: number): ComplaintRate {
  return rateOf(complaints, customers, 10_000_000, "customers");
}
