import { add, multiply, sum, type Money } from "../../money/index.ts";
import { isShare } from "../issue.ts";
import type { PlanRowId, StrategyPlan } from "../types.ts";
import { isSamePeriod } from "../period.ts";

/**
 * What a target of the new year could rest on; the bank's budget decides. Amounts in another currency than the plan's are
 * left out and named.
 */
export interface TargetProposal {
  readonly currency: string;
  /** Σ of section 7 as it goes on: what the relationship is worth now; null where nothing is stated, or for several periods. */
  readonly existing: Money | null;
  /** Σ of income × probability over the actions that go on, each rounded half-even. */
  readonly expected: Money;
  /** `existing` + `expected`; null without `existing`. */
  readonly target: Money | null;
  /** Actions that go on and whose chance nobody has stated: they are not in `expected`. */
  readonly withoutProbability: readonly PlanRowId[];
  /** Actions that go on and of which nobody has stated what they are to bring. */
  readonly withoutExpectedIncome: readonly PlanRowId[];
  /** Actions and figures of section 7 in another currency, which are not in the sums. */
  readonly otherCurrency: readonly string[];
}

const FIGURES = ["directIncome", "relatedClientIncome", "otherIntangibleBenefit"] as const;

/** What a target could rest on: what is there, and what the actions that go on may add. */
export function proposalFor({ currency }: StrategyPlan, { value, actions = [] }: StrategyPlan): TargetProposal {
  const otherCurrency: string[] = [];
  const figures = FIGURES.flatMap((field) => {
    const figure = value?.[field];
    if (figure === undefined) return [];
    if (figure.amount.currency === currency) return [figure];
    otherCurrency.push(field);
    return [];
  });
  const [first] = figures;
  const isOnePeriod = figures.every(({ period }) => first !== undefined && isSamePeriod(period, first.period));
  const expected: Money[] = [];
  const withoutProbability: PlanRowId[] = [];
  const withoutExpectedIncome: PlanRowId[] = [];
  for (const { id, expectedIncome } of actions) {
    if (expectedIncome === undefined) withoutExpectedIncome.push(id);
    else if (expectedIncome.amount.currency !== currency) otherCurrency.push(id);
    else if (expectedIncome.probability === undefined || !isShare(expectedIncome.probability))
      withoutProbability.push(id);
    else expected.push(multiply(expectedIncome.amount, expectedIncome.probability, "half-even"));
  }
  const existing =
    first === undefined || !isOnePeriod
      ? null
      : sum(
          currency,
          figures.map(({ amount }) => amount),
        );
  const likely = sum(currency, expected);
  return {
    currency,
    existing,
    expected: likely,
    target: existing === null ? null : add(existing, likely),
    withoutProbability,
    withoutExpectedIncome,
    otherCurrency,
  };
}
