import type { Period } from "../../calendar/index.ts";
import { tryRange } from "../../calendar/inner.ts";
import { fromDayNumber, tryDayNumber } from "../../core/index.ts";
import type { PlanValue } from "../types.ts";
import { isSamePeriod } from "../wallet.ts";
import type { Check } from "./tree.ts";

/** The figures of section 7 in its order. */
const FIGURES = ["directIncome", "relatedClientIncome", "otherIntangibleBenefit"] as const;

/** Section 7: its figures are of one period, which is over when the plan year begins or, in its year, on the day. */
export const valuePeriods: Check<PlanValue> = (value, path, { year, asOf, report }) => {
  let expected: Period | null = null;
  for (const figure of FIGURES) {
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
