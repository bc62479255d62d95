import { asGiven, optional, readList, rowOf } from "../../core/inner.ts";

import { OUT_OF_DOMAIN, readResult, refuseArgument, refuseAt, refuseSolution } from "../errors.ts";
import type { PortfolioValuation, TimeWeightedReturn, UninvestedSpell } from "./types.ts";

const readRow = rowOf<PortfolioValuation>({ value: asGiven, flow: optional(asGiven) });

function readValuations(valuations: readonly PortfolioValuation[]): readonly Required<PortfolioValuation>[] {
  const rows = readList(valuations, ["valuations"], OUT_OF_DOMAIN);
  if (rows.length < 2) refuseArgument("valuations", "two or more valuations", valuations);
  return rows.map((row, i) => {
    const { value, flow = 0 } = readRow(row, ["valuations", i], OUT_OF_DOMAIN);
    if (!(Number.isFinite(value) && value >= 0)) {
      refuseAt(["valuations", i, "value"], "a finite number, 0 or more", value);
    }
    if (!Number.isFinite(flow)) refuseAt(["valuations", i, "flow"], "a finite number", flow);
    return { value, flow };
  });
}

/**
 * Time-weighted return of a portfolio (时间加权收益率).
 *
 * The portfolio is valued just before every flow; `Π valueᵢ / (valueᵢ₋₁ + flowᵢ₋₁) − 1` is what one unit of money
 * earned from the first valuation to the last, whatever was paid in or taken out in between. It judges whoever manages
 * the money; `moneyWeightedReturn` also judges when the money came. Over the whole span, not a year: see
 * `annualizedReturn`.
 *
 * A spell in which nothing is invested, everything taken out and the next value 0, earns nothing and loses nothing: the
 * chain goes on after it. {@link explainTimeWeightedReturn} names these spells; a return that links the time before
 * one with the time after it should not be shown without them.
 *
 * @param valuations - two or more, in order of time; a flow at the last one changes nothing
 * @returns return over the whole span as a share, -1 or above
 * @throws `time-value/out-of-domain` for fewer than two valuations, a value below 0, an amount that is not a finite
 * number, or a member that is nearly one of a valuation's
 * @throws `time-value/no-solution` when nothing is ever invested, when less than nothing is after a flow, or when nothing is and the next value is above 0
 * @see CFA Institute, Global Investment Performance Standards (GIPS), time-weighted return
 * @example
 * timeWeightedReturn([{ value: 1000 }, { value: 1100, flow: 900 }, { value: 1800 }]) // ≈ -0.01
 * timeWeightedReturn([{ value: 500 }, { value: 600, flow: -600 }, { value: 0, flow: 1000 }, { value: 1100 }]) // ≈ 0.32
 * timeWeightedReturn([{ value: 500 }]) // throws time-value/out-of-domain
 * timeWeightedReturn([{ value: 500 }, { value: 600, flow: -600 }, { value: 50 }]) // throws time-value/no-solution
 * @since 0.1.0
 */
export function timeWeightedReturn(valuations: readonly PortfolioValuation[]): number {
  return explainTimeWeightedReturn(valuations).total;
}

/**
 * {@link timeWeightedReturn} with the spells in which nothing was invested: over them the chain says nothing.
 *
 * @param valuations - two or more, in order of time; a flow at the last one changes nothing
 * @returns the return over the whole span, and each spell by the indexes of the valuations it lies between
 * @throws as {@link timeWeightedReturn}
 * @see CFA Institute, Global Investment Performance Standards (GIPS): performance before and after a break is not linked
 * without saying so
 * @example
 * const rows = [{ value: 500 }, { value: 625, flow: -625 }, { value: 0, flow: 1000 }, { value: 1200 }];
 * explainTimeWeightedReturn(rows) // => { total: 0.5, uninvested: [{ from: 1, to: 2 }] }
 * explainTimeWeightedReturn([{ value: 100 }, { value: 125 }]) // => { total: 0.25, uninvested: [] }
 * @since 0.1.0
 */
export function explainTimeWeightedReturn(valuations: readonly PortfolioValuation[]): TimeWeightedReturn {
  const rows = readValuations(valuations);
  const uninvested: UninvestedSpell[] = [];
  let growth = 1;
  for (const [i, { value }] of rows.entries()) {
    const before = rows[i - 1];
    if (before === undefined) continue;
    const invested = before.value + before.flow;
    if (value === 0 && isNothing(invested, before.value)) uninvested.push({ from: i - 1, to: i });
    else if (invested > 0) growth *= value / invested;
    else
      refuseSolution("valuations", "nothing-invested", `nothing is invested after valuation ${String(i - 1)}`, {
        valuation: i - 1,
      });
  }
  if (uninvested.length === rows.length - 1) refuseSolution("valuations", "never-invested", "nothing is ever invested");
  return { total: readResult(growth - 1, "valuations"), uninvested };
}

/** Whether what is left of a value is 0, or what rounding left of 0. */
function isNothing(left: number, value: number): boolean {
  return Math.abs(left) <= value * 2 ** -50;
}
