import { readEntries, refuseArgument, refuseAt } from "../errors.ts";
import { analyseRegular, type RegularFlows } from "./irr-solver.ts";
import type { FlowDates, IrrRefusalReason, PreparedDatedFlows, PreparedRegularFlows } from "../types.ts";
import { analyseDated, type DatedFlows, type RefusedFlows } from "./xirr-solver.ts";

const regular = new WeakMap<PreparedRegularFlows, RegularFlows | IrrRefusalReason>();
const dated = new WeakMap<PreparedDatedFlows, DatedFlows | RefusedFlows>();

/**
 * Checks and analyses flows once, for repeated use (现金流预处理).
 *
 * The handle goes into `irr` (without dates) or `xirr` (with dates) in place of the flows; the outcome is the same as
 * from the raw flows, refusals included: flows without a rate do not throw here. It keeps its own copy: later changes
 * to the arrays do not reach it. A handle is opaque and not serialisable; rebuild it from the plain data.
 *
 * @param flows - amounts, money received positive, money paid negative; at equal intervals when no dates are given
 * @param dates - date of each flow, in any order
 * @returns a frozen handle
 * @throws `time-value/out-of-domain` when the flows or the dates are not an array, when a flow is not a number or a date
 * not a text
 * @see library convention
 * @example
 * const flows = prepareCashFlows([-1000, 1100], ["2025-03-01", "2026-03-01"]);
 * xirr(flows) // => xirr([-1000, 1100], ["2025-03-01", "2026-03-01"])
 * irr(prepareCashFlows([-1000, 0])) // => { ok: false, reason: "total-loss" }
 * @since 0.1.0
 */
export function prepareCashFlows(flows: readonly number[], dates: FlowDates): PreparedDatedFlows;
/**
 * Checks and analyses flows at equal intervals once.
 *
 * @param flows - amounts at equal intervals
 * @returns a frozen handle
 * @throws `time-value/out-of-domain` when the flows are not an array, or one of them is not a number
 * @example
 * prepareCashFlows([-1000, 1100]).count // => 2
 * @since 0.1.0
 */
export function prepareCashFlows(flows: readonly number[]): PreparedRegularFlows;
export function prepareCashFlows(
  flows: readonly number[],
  // dates that are undefined are dates that are missing
  ...rest: readonly [dates?: FlowDates]
): PreparedRegularFlows | PreparedDatedFlows {
  const own = readOwn(flows, "flows", "an array of numbers", "number");
  if (rest.length === 0) return prepareRegular(own);
  return prepareDated(own, readOwn(rest[0], "dates", "an array of dates, one per flow", "string"));
}

/** A copy of a list whose entries are all of one kind; what they say is for the outcome. */
function readOwn<T>(
  list: readonly T[] | undefined,
  parameter: string,
  what: string,
  kind: "number" | "string",
): readonly T[] {
  if (!Array.isArray(list)) return refuseArgument(parameter, what, list);
  const own = readEntries(list, parameter, () => Array.from<T>(list));
  const wrong = own.findIndex((entry) => typeof entry !== kind);
  return wrong < 0 ? own : refuseAt([parameter, wrong], `a ${kind}`, own[wrong]);
}

function prepareRegular(flows: readonly number[]): PreparedRegularFlows {
  const handle: PreparedRegularFlows = Object.freeze({ kind: "regular", count: flows.length });
  regular.set(handle, analyseRegular(flows));
  return handle;
}

function prepareDated(flows: readonly number[], dates: FlowDates): PreparedDatedFlows {
  const handle: PreparedDatedFlows = Object.freeze({ kind: "dated", count: flows.length });
  dated.set(handle, analyseDated(flows, dates));
  return handle;
}

/** The analysis behind a handle of regular flows, or undefined for anything else. */
export function preparedRegular(handle: PreparedRegularFlows): RegularFlows | IrrRefusalReason | undefined {
  return regular.get(handle);
}

/** The analysis behind a handle of dated flows, or undefined for anything else. */
export function preparedDated(handle: PreparedDatedFlows): DatedFlows | RefusedFlows | undefined {
  return dated.get(handle);
}
