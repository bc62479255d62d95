import { readNumbers, readRate, readResult, refuseSolution } from "../errors.ts";
import { logRatio } from "../log-ratio.ts";
import { valueAtFirst } from "./present-value.ts";

/** A value as `amount · e^exponent`, so that no power overflows. */
interface Scaled {
  readonly amount: number;
  readonly exponent: number;
}

/** Flows of one direction, valued at the first of `flows` where the rate is 0 or more, otherwise carried back from the last. */
function valueOf(flows: readonly number[], rate: number): Scaled {
  if (rate >= 0) return { amount: valueAtFirst(rate, flows), exponent: 0 };
  // read backwards, a rate below 0 discounts: (1+rate)^k is a factor below 1
  const backwards = valueAtFirst(-rate / (1 + rate), [...flows].reverse());
  return { amount: backwards, exponent: -(flows.length - 1) * Math.log1p(rate) };
}

/**
 * Modified internal rate of return (修正内部收益率), Excel's MIRR.
 *
 * Outflows are financed at one rate and discounted to the first flow, inflows reinvested at another and carried to the
 * last; the result is the rate that turns the former into the latter over the periods between. Always a single one,
 * unlike `irr`.
 *
 * Excel gives the same numbers, and #DIV/0! when the flows go one way only, where we throw. It ignores cells that hold
 * no number; here they are refused.
 *
 * @param flows - amounts of consecutive periods, money received positive, money paid negative, zeros included
 * @param financeRate - rate per period paid on outflows, above -1
 * @param reinvestRate - rate per period earned on inflows, above -1
 * @returns the rate per period
 * @throws `time-value/out-of-domain` for a rate of -1 or below, or a flow that is not a finite number
 * @throws `time-value/no-solution` when the flows go one way only, or the result is beyond the range of a double
 * @see Microsoft, MIRR function
 * @example
 * mirr([-120000, 39000, 30000, 21000, 37000, 46000], 0.1, 0.12) // ≈ 0.126094
 * mirr([-120000, 39000, 30000, 21000], 0.1, 0.12) // ≈ -0.0480447
 * mirr([100, 200], 0.1, 0.12) // throws time-value/no-solution
 * @since 0.1.0
 */
export function mirr(flows: readonly number[], financeRate: number, reinvestRate: number): number {
  readNumbers(flows, "flows");
  readRate(financeRate, "financeRate");
  readRate(reinvestRate, "reinvestRate");
  const received = flows.map((flow) => Math.max(flow, 0));
  const paid = flows.map((flow) => Math.max(-flow, 0));
  if (!received.some((flow) => flow > 0) || !paid.some((flow) => flow > 0)) {
    refuseSolution("flows", "no-sign-change", "money flows one way only");
  }
  const periods = flows.length - 1;
  const inflows = valueOf(received, reinvestRate);
  const outflows = valueOf(paid, financeRate);
  const growth = logRatio(inflows.amount, outflows.amount) + (inflows.exponent - outflows.exponent);
  return readResult(0 + Math.expm1(growth / periods + Math.log1p(reinvestRate)), "flows");
}
