import { readResult, refuseArgument, refuseAt, refuseSolution } from "../errors.ts";
import type { PortfolioValuation } from "./types.ts";

/**
 * Time-weighted return of a portfolio (时间加权收益率).
 *
 * The portfolio is valued just before every flow; `Π valueᵢ / (valueᵢ₋₁ + flowᵢ₋₁) − 1` is what one unit of money
 * earned from the first valuation to the last, whatever was paid in or taken out in between. It judges whoever manages
 * the money; `moneyWeightedReturn` also judges when the money came. Over the whole span, not a year: see
 * `annualizedReturn`.
 *
 * @param valuations - two or more, in order of time; a flow at the last one changes nothing
 * @returns return over the whole span as a share, -1 or above
 * @throws `time-value/out-of-domain` for fewer than two valuations, a value below 0, or an amount that is not a finite number
 * @throws `time-value/no-solution` when nothing, or less than nothing, is invested after a flow
 * @see CFA Institute, Global Investment Performance Standards (GIPS), time-weighted return
 * @example
 * timeWeightedReturn([{ value: 1000 }, { value: 1100, flow: 900 }, { value: 1800 }]) // ≈ -0.01
 * timeWeightedReturn([{ value: 500 }]) // throws time-value/out-of-domain
 * timeWeightedReturn([{ value: 500 }, { value: 600, flow: -600 }, { value: 0 }]) // throws time-value/no-solution
 * @since 0.1.0
 */
export function timeWeightedReturn(valuations: readonly PortfolioValuation[]): number {
  const rows = valuations;
  if (!Array.isArray(valuations) || valuations.length < 2) {
    refuseArgument("valuations", "two or more valuations", valuations);
  }
  let growth = 1;
  let invested: number | null = null;
  for (const [i, { value, flow = 0 }] of rows.entries()) {
    if (!(Number.isFinite(value) && value >= 0)) {
      refuseAt(["valuations", i, "value"], "a finite number, 0 or more", value);
    }
    if (!Number.isFinite(flow)) refuseAt(["valuations", i, "flow"], "a finite number", flow);
    if (invested !== null) {
      if (!(invested > 0)) refuseSolution("valuations", `nothing is invested after valuation ${String(i - 1)}`);
      growth *= value / invested;
    }
    invested = value + flow;
  }
  return readResult(growth - 1, "valuations");
}
