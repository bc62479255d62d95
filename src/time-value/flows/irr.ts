import { readEntries, refuseArgument } from "../errors.ts";
import { analyseRegular, solveRegular } from "./irr-solver.ts";
import { preparedRegular } from "./prepare.ts";
import { readGuess, refusal } from "../solution.ts";
import type { IrrOutcome, PreparedRegularFlows } from "../types.ts";

/**
 * Internal rate of return of flows at equal intervals (内部收益率), Excel's IRR.
 *
 * The rate per period at which the flows are worth nothing today. The search runs in `ln(1 + rate)` between the
 * smallest double above -1 and the largest double. The rate is proven to be the only one by one change of sign
 * (Descartes) or by running totals (Norström, on either side of 0); otherwise the whole range is searched with bounds
 * on the slope, and when several rates are found all of them come back. The guess never decides whether there is an
 * answer: it only picks, among several, the rate nearest to it in `ln(1 + rate)` (the lower one on a tie).
 *
 * Excel tries 20 Newton steps from the guess and gives #NUM! when they fail, or whichever rate they happen upon; other
 * packages return rates below -100 %, or a number where there is none. Here each of these is an outcome with a reason.
 * A loss of everything (`[-1000, 0]`) is `total-loss`, not -1: at -100 % no value is defined.
 *
 * Convergence is judged on the step, never on the remaining value, and the last step is summed with compensation: the
 * rate is as accurate as the flows determine it (within 8·2⁻⁵² times the condition number).
 * Amounts more than 1e150 times apart, 1e300 beside 1e-300, are added by their logarithms; where no other arithmetic
 * reaches them, their rate is good to about 12 digits.
 *
 * @param flows - amounts of consecutive periods, money received positive, money paid negative, zeros included; or a handle of `prepareCashFlows`
 * @param guess - which rate is wanted when there are several, above -1
 * @returns the rate per period with its proof, or the reason why there is none
 * @throws `time-value/out-of-domain` for a guess of -1 or below, or a handle this copy of the library did not make
 * @see Microsoft, IRR function; C. J. Norström, "A sufficient condition for a unique nonnegative internal rate of return", Journal of Financial and Quantitative Analysis, 1972
 * @example
 * const project = orThrow(irr([-1000, 300, 420, 680]));
 * project.rate // ≈ 0.163406
 * project.unique // => true
 * const swing = orThrow(irr([-100, 230, -132]));
 * swing.roots?.map((root) => root.toFixed(12)) // => ["0.100000000000", "0.200000000000"]
 * swing.rate // ≈ 0.1
 * irr([-1000, 3000, -2500]) // => { ok: false, reason: "no-root" }
 * irr([1, 2, 3]) // => { ok: false, reason: "no-sign-change" }
 * @since 0.1.0
 */
export function irr(flows: readonly number[] | PreparedRegularFlows, guess = 0.1): IrrOutcome {
  readGuess(guess);
  const analysed = Array.isArray(flows)
    ? readEntries(flows, "flows", () => analyseRegular(flows as readonly number[]))
    : preparedRegular(flows as PreparedRegularFlows);
  if (analysed === undefined) refuseArgument("flows", "an array of numbers or a handle of prepareCashFlows", flows);
  return typeof analysed === "string" ? refusal(analysed) : solveRegular(analysed, guess);
}
