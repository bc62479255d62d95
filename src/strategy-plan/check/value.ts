import type { Period } from "../../calendar/index.ts";
import { tryRange } from "../../calendar/inner.ts";
import { fromDayNumber, tryDayNumber } from "../../core/index.ts";
import { valueHeads, type ValueHead } from "../../relationship-value/index.ts";
import type { PlanValue } from "../types.ts";
import { isSamePeriod } from "../period.ts";
import type { Check } from "./tree.ts";

/** Where section 7 has the figure of each head. */
export const VALUE_FIGURES = {
  direct: "directIncome",
  related: "relatedClientIncome",
  other: "otherIntangibleBenefit",
} as const satisfies Readonly<Record<ValueHead, keyof PlanValue>>;

/** Section 7: its figures are of one period, which is over when the plan year begins or, in its year, on the day. */
export const valuePeriods: Check<PlanValue> = (value, path, { year, asOf, report }) => {
  let expected: Period | null = null;
  for (const head of valueHeads) {
    const figure = VALUE_FIGURES[head];
    const period = value[figure]?.period;
    const days = tryRange(period);
    if (period === undefined || days === null) continue;
    const at = [...path, figure, "period"];
    if (expected !== null && !isSamePeriod(period, expected)) {
      report("strategy-plan/value-period-differs", at, { period, expected });
    }
    expected ??= period;
    const today = tryDayNumber(asOf);
    if (year === null || today === null) continue;
    const day = Math.max(year.from, today);
    // a period that ends on the day of the check is over that evening
    if (days.to > Math.max(year.from, today + 1)) {
      report("strategy-plan/value-period-not-over", at, { value: period, day: fromDayNumber(day) });
    }
  }
};
