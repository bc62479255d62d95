import type { Period } from "../../calendar/index.ts";
import { tryRange } from "../../calendar/inner.ts";
import { fromDayNumber, type Path } from "../../core/index.ts";
import { compare, type Money } from "../../money/index.ts";
import { valueHeads, type ValueHead } from "../../relationship-value/index.ts";
import type { StrategyPlan } from "../../strategy-plan/index.ts";
import type { RenderingFinding } from "../reasons.ts";
import { isFigure, type ShownStatement } from "./statement-figures.ts";

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
      amount: isFigure(status) ? heads[head] : null,
      estimated: byBasis.estimated,
      period: isFigure(status) ? namedPeriod(conventions.period) : null,
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

/** Whether two periods are the same days, however they are written. */
function isSamePeriod(a: Period, b: Period): boolean {
  const [x, y] = [tryRange(a), tryRange(b)];
  return x === null || y === null ? a === b : x.from === y.from && x.to === y.to;
}

/** A period by the name of its year where it is one: people read 2025, not its first and last day. */
export function namedPeriod(period: Period): Period {
  const days = tryRange(period);
  if (days === null) return period;
  const year = fromDayNumber(days.from).slice(0, 4);
  return isSamePeriod(period, year) ? year : period;
}

/** The one period of all the amounts there are; null where they have several, or there is no amount. */
export function commonPeriod(values: readonly HeadValue[]): Period | null {
  const periods = values.flatMap(({ period }) => period ?? []);
  const [first] = periods;
  return first !== undefined && periods.every((period) => isSamePeriod(period, first)) ? namedPeriod(first) : null;
}

/** Where section 7 has the sum of a head. */
const FIELDS = { direct: "directIncome", related: "relatedClientIncome", other: "otherIntangibleBenefit" } as const;

/** Where section 7 and the statement beside it do not say the same: of periods first, of amounts of one period next. */
export function statementFindings(plan: StrategyPlan, statement: ShownStatement | null): readonly RenderingFinding[] {
  if (statement === null) return [];
  const stated = statementHeads(statement);
  return planHeads(plan).flatMap(({ head, amount, period }, at): readonly RenderingFinding[] => {
    if (amount === null || period === null) return [];
    const path: Path = ["value", FIELDS[head]];
    const of = namedPeriod(statement.conventions.period);
    if (!isSamePeriod(period, of)) {
      return [{ code: "statement-period-differs", path, details: { head, plan: period, statement: of } }];
    }
    const other = stated[at]?.amount ?? null;
    if (other !== null && other.currency === amount.currency && compare(other, amount) === 0) return [];
    return [{ code: "statement-amount-differs", path, details: { head, plan: amount, statement: other } }];
  });
}
