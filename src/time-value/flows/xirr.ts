import { readOptions } from "./day-basis.ts";
import { readEntries, refuseArgument } from "../errors.ts";
import { preparedDated } from "./prepare.ts";
import { readLogGuess, refusal } from "../solution.ts";
import type { FlowDates, PreparedDatedFlows, XirrOptions, XirrOutcome } from "../types.ts";
import { analyseDated, solveDated, type DatedFlows, type RefusedFlows } from "./xirr-solver.ts";

function solve(analysed: DatedFlows | RefusedFlows, guess = 0.1, options?: XirrOptions): XirrOutcome {
  const { basis, strict } = readOptions(options);
  const target = readLogGuess(guess);
  if (strict && analysed.beforeFirst) return refusal("date-before-first");
  return "table" in analysed ? solveDated(analysed, target, basis) : refusal(analysed.reason);
}

function analyseRaw(flows: readonly number[], dates: unknown): DatedFlows | RefusedFlows {
  if (!Array.isArray(dates)) return refuseArgument("dates", "an array of dates, one per flow", dates);
  const given = dates as FlowDates;
  return analyseDated(
    readEntries(flows, "flows", () => flows.slice()),
    readEntries(given, "dates", () => given.slice()),
  );
}

function analysisOf(flows: PreparedDatedFlows): DatedFlows | RefusedFlows {
  return preparedDated(flows) ?? refuseArgument("flows", "an array of numbers or a handle of prepareCashFlows", flows);
}

/**
 * Internal rate of return of flows on dates (不定期现金流内部收益率), Excel's XIRR.
 *
 * The rate per year, compounded, at which the flows are worth nothing: `Σ flow·(1 + rate)^(−days/365) = 0`. Dates come
 * in any order; flows of one day are netted. The search range, the proofs that a rate is the only one, the choice among
 * several and the accuracy are those of {@link irr}.
 *
 * Excel counts days over 365, leap years or not, so that 10 % over 2023-02-28 to 2024-02-29 is 366 days and not exactly
 * 0.10; we do the same. We differ where Excel's arithmetic fails: it returns 2.98e-9 for valid flows its 100 steps do
 * not solve, and #NUM! for heavy losses and short spans that have a rate. It refuses dates before the first one given;
 * here they are accepted unless `excelStrict` requires the same refusal. `[-1000, 0]` is `total-loss`, not -1.
 *
 * @param flows - amounts, money received positive, money paid negative
 * @param dates - date of each flow
 * @param guess - which rate is wanted when there are several, above -1
 * @param options - day count and Excel's rule on early dates
 * @returns the rate per year with its proof, or the reason why there is none
 * @throws `time-value/out-of-domain` for a guess of -1 or below, an unknown day count or option, or a handle this copy of the library did not make
 * @see Microsoft, XIRR function
 * @example
 * const flows = [-10000, 2750, 4250, 3250, 2750];
 * const dates = ["2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"];
 * orThrow(xirr(flows, dates)).rate // ≈ 0.3733625
 * orThrow(xirr(flows, dates, 0.1, { dayCount: "ACT/360" })).rate // ≈ 0.36741
 * xirr([1100, -1000], ["2026-03-01", "2025-03-01"], 0.1, { excelStrict: true }) // => { ok: false, reason: "date-before-first" }
 * xirr([-1000, 1100], ["2026-03-01", "2026-03-01"]) // => { ok: false, reason: "zero-span" }
 * @since 0.1.0
 */
export function xirr(flows: readonly number[], dates: FlowDates, guess?: number, options?: XirrOptions): XirrOutcome;
/**
 * The same for flows that were checked and analysed once.
 *
 * @param flows - handle of `prepareCashFlows(flows, dates)`
 * @param guess - which rate is wanted when there are several, above -1
 * @param options - day count and Excel's rule on early dates
 * @returns the rate per year with its proof, or the reason why there is none
 * @throws `time-value/out-of-domain`
 * @example
 * const prepared = prepareCashFlows([-1000, 1100], ["2025-03-01", "2026-03-01"]);
 * orThrow(xirr(prepared)).rate // ≈ 0.1
 * @since 0.1.0
 */
export function xirr(flows: PreparedDatedFlows, guess?: number, options?: XirrOptions): XirrOutcome;
export function xirr(
  flows: readonly number[] | PreparedDatedFlows,
  second?: FlowDates | number,
  third?: number | XirrOptions,
  fourth?: XirrOptions,
): XirrOutcome {
  return Array.isArray(flows)
    ? solve(analyseRaw(flows as readonly number[], second), third as number | undefined, fourth)
    : solve(analysisOf(flows as PreparedDatedFlows), second as number | undefined, third as XirrOptions | undefined);
}
