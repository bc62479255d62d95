import { tryDayNumber } from "../../core/index.ts";
import { asGiven, oneOf, optional, readList, readObject, rowOf, shapeOf } from "../../core/inner.ts";

import { daysPerYear } from "../flows/day-basis.ts";
import { OUT_OF_DOMAIN, readFinite, readResult, refuseArgument, refuseAt, refuseSolution } from "../errors.ts";
import {
  FLOW_ARRIVALS,
  type FlowArrival,
  type ModifiedDietzOptions,
  type PortfolioFlow,
  type PortfolioSpan,
} from "./types.ts";
import type { FlowDayCount } from "../types.ts";
import { xirr } from "../flows/xirr.ts";

/** Days from the first valuation to the last, and to each flow. */
interface SpanDays {
  readonly length: number;
  readonly flows: readonly number[];
}

const readMembersOfSpan = shapeOf<PortfolioSpan>({
  from: asGiven,
  to: asGiven,
  startValue: asGiven,
  endValue: asGiven,
  flows: readList,
});
const readFlow = rowOf<PortfolioFlow>({ date: asGiven, amount: asGiven });
const readOptions = shapeOf<ModifiedDietzOptions>({ flowsAt: optional(oneOf(FLOW_ARRIVALS)) });

/** Days of a flow that are not counted when it arrives so. */
const EARLIER: Readonly<Record<FlowArrival, number>> = { "end-of-day": 0, "start-of-day": 1 };

function readDays(span: PortfolioSpan): SpanDays {
  const given = readMembersOfSpan(readObject(span, ["span"], OUT_OF_DOMAIN), [], OUT_OF_DOMAIN);
  const { from, to, startValue, endValue } = given;
  const first = tryDayNumber(from) ?? refuseArgument("from", "a date that exists", from);
  const last = tryDayNumber(to) ?? refuseArgument("to", "a date that exists", to);
  if (last <= first) refuseArgument("to", "a date after from", to);
  readFinite(startValue, "startValue");
  readFinite(endValue, "endValue");
  const days = Array.from(given.flows, (flow, i) => {
    const { date, amount } = readFlow(flow, ["flows", i], OUT_OF_DOMAIN);
    const day = tryDayNumber(date);
    if (day === null || day < first || day > last) {
      refuseAt(["flows", i, "date"], "a date from the span's first day to its last", date);
    }
    if (!Number.isFinite(amount)) refuseAt(["flows", i, "amount"], "a finite number", amount);
    return day - first;
  });
  return { length: last - first, flows: days };
}

/**
 * Money-weighted return of a portfolio (资金加权收益率).
 *
 * The yearly rate at which the worth at the start and all flows grow to the worth at the end: `xirr` seen from the
 * client's pocket, with its day count. It also judges when money was paid in and taken out; `timeWeightedReturn` does
 * not. Of several rates it is the one nearest to 10 % in `ln(1 + rate)`; `xirr` itself lists them all. Yearly even for
 * a span of less than a year, where a small gain becomes a large figure.
 *
 * @param span - worth at both ends and the flows between
 * @param dayCount - days that make a year
 * @returns rate per year, compounded
 * @throws `time-value/out-of-domain` for dates that do not exist or lie outside the span, an amount that is not a finite number, or an unknown day count
 * @throws `time-value/no-solution` when no rate above -1 explains the worth at the end (a total loss included); `details.reason` is that of `xirr`
 * @see CFA Institute, Global Investment Performance Standards (GIPS), money-weighted return
 * @example
 * const flows = [{ date: "2025-07-01", amount: 500 }];
 * moneyWeightedReturn({ from: "2025-01-01", to: "2026-01-01", startValue: 1000, endValue: 1650, flows }) // ≈ 0.1205
 * moneyWeightedReturn({ from: "2025-01-01", to: "2026-01-01", startValue: 1000, endValue: 0, flows: [] }) // throws time-value/no-solution
 * @since 0.1.0
 */
export function moneyWeightedReturn(span: PortfolioSpan, dayCount: FlowDayCount = "ACT/365F"): number {
  readDays(span);
  const { from, to, startValue, endValue, flows } = span;
  daysPerYear(dayCount, ["dayCount"]);
  const outcome = xirr(
    [-startValue, ...flows.map(({ amount }) => -amount), endValue],
    [from, ...flows.map(({ date }) => date), to],
    0.1,
    { dayCount },
  );
  return outcome.ok ? outcome.rate : refuseSolution("endValue", outcome.reason, outcome.reason);
}

/**
 * Return of a portfolio by the modified Dietz method (修正迪茨法).
 *
 * Gain over average capital: `(end − start − Σ flow) / (start + Σ flow·w)`, where `w` is the part of the span that
 * remains after the flow. An approximation of the money-weighted return of the span, in one step and without valuing
 * the portfolio in between; over the whole span, not a year. A flow earns from the day after its date, or from that
 * date with `flowsAt: "start-of-day"`.
 *
 * @param span - worth at both ends and the flows between
 * @param options - when on its day a flow arrives
 * @returns return over the whole span as a share
 * @throws `time-value/out-of-domain` for dates that do not exist or lie outside the span, an amount that is not a finite number, or an unknown `flowsAt`
 * @throws `time-value/no-solution` when the average capital is not above 0
 * @see P. O. Dietz, Pension Funds: Measuring Investment Performance, 1966
 * @example
 * const flows = [{ date: "2022-01-01", amount: 50 }];
 * const span = { from: "2021-01-01", to: "2023-01-01", startValue: 100, endValue: 300, flows };
 * modifiedDietz(span) // => 1.2
 * modifiedDietz({ ...span, startValue: 0, flows: [] }) // throws time-value/no-solution
 * @since 0.1.0
 */
export function modifiedDietz(span: PortfolioSpan, options: ModifiedDietzOptions = {}): number {
  const days = readDays(span);
  const { flowsAt = "end-of-day" } = readOptions(options, ["options"], OUT_OF_DOMAIN);
  let paidIn = 0;
  let weighted = 0;
  for (const [i, { amount }] of span.flows.entries()) {
    const passed = (days.flows[i] ?? 0) - EARLIER[flowsAt];
    paidIn += amount;
    // a flow on the first day is invested for the whole span, and not longer
    weighted += amount * Math.min(1, (days.length - passed) / days.length);
  }
  const capital = span.startValue + weighted;
  if (!(capital > 0)) refuseSolution("startValue", "no-capital", "the average capital is not above 0");
  return readResult((span.endValue - span.startValue - paidIn) / capital, "startValue");
}
