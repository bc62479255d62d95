import type { Period } from "../../calendar/index.ts";
import type { Money } from "../../money/index.ts";
import { valueHeads, type ValueHead } from "../../relationship-value/index.ts";
import { hasFigure } from "../../relationship-value/inner.ts";
import type { StrategyPlan } from "../../strategy-plan/index.ts";
import { isSamePeriod, namedPeriod } from "../../strategy-plan/inner.ts";
import type { ShownStatement } from "./statement-figures.ts";

/** What a head is worth now, and how much of it is an estimate; `null` where nobody has data. */
export interface HeadValue {
  readonly head: ValueHead;
  readonly amount: Money | null;
  /** `null` where nothing is an estimate. */
  readonly estimated: Money | null;
  /** `null` where nobody has data. */
  readonly period: Period | null;
}

/** The heads as the statement has them; without one, as section 7 does. */
export function headValues(plan: StrategyPlan, statement: ShownStatement | null): readonly HeadValue[] {
  return statement === null ? planHeads(plan) : statementHeads(statement);
}

function statementHeads({ heads, headDetails, conventions }: ShownStatement): readonly HeadValue[] {
  return valueHeads.map((head) => {
    const { status, byBasis } = headDetails[head];
    return {
      head,
      amount: hasFigure(status) ? heads[head] : null,
      estimated: byBasis.estimated,
      period: hasFigure(status) ? namedPeriod(conventions.period) : null,
    };
  });
}

/** Section 7, where each sum is of a period of its own. */
function planHeads({ value }: StrategyPlan): readonly HeadValue[] {
  const { directIncome, relatedClientIncome, otherIntangibleBenefit: benefit } = value ?? {};
  const income = (head: ValueHead, of: typeof directIncome): HeadValue => ({
    head,
    amount: of?.amount ?? null,
    estimated: of?.basis === "estimated" ? of.amount : null,
    period: of?.period ?? null,
  });
  return [
    income("direct", directIncome),
    income("related", relatedClientIncome),
    {
      head: "other",
      amount: benefit?.amount ?? null,
      estimated: benefit?.amount ?? null,
      period: benefit?.period ?? null,
    },
  ];
}

/** The one period of all the amounts there are; null where they have several, or there is no amount. */
export function commonPeriod(values: readonly HeadValue[]): Period | null {
  const periods = values.flatMap(({ period }) => period ?? []);
  const [first] = periods;
  return first !== undefined && periods.every((period) => isSamePeriod(period, first)) ? namedPeriod(first) : null;
}
