import type { Period } from "../../calendar/index.ts";
import { tryRange } from "../../calendar/inner.ts";
import { toDayNumber } from "../../core/index.ts";
import { multiply, type Money } from "../../money/index.ts";
import type { PlanAction } from "../../strategy-plan/index.ts";
import { figureIn, lengthOf, percentText } from "./figure-text.ts";
import type { PlanInput } from "./input.ts";
import type { Block } from "../blocks.ts";

/** The three pitches that come next, by day, then by expected income × probability. */
export function pitchTable({ plan, words, asOf }: PlanInput): Block {
  const today = toDayNumber(asOf, "asOf");
  const ahead = (plan.actions ?? [])
    .map((action) => ({ action, ...pitchDays(action.plannedPitchTime), weighted: weightedIncome(action) }))
    .filter(({ last }) => last >= today)
    .sort((a, b) => a.first - b.first || lengthOf(b.weighted) - lengthOf(a.weighted))
    .slice(0, 3);
  if (ahead.length === 0) {
    const state = plan.actions === undefined || plan.actions.length === 0 ? "open" : "none";
    return { type: "paragraph", text: words.named(words.word("next-pitches"), words.word(state)), emphasis: "muted" };
  }
  return {
    type: "table",
    caption: words.word("next-pitches"),
    columns: [
      { header: words.word("when"), align: "start", width: 2 },
      { header: words.word("what"), align: "start" },
      { header: words.word("owner"), align: "start" },
      { header: `${words.word("expected")} (${plan.currency})`, align: "end" },
      { header: words.word("probability"), align: "end" },
      { header: `${words.word("weighted")} (${plan.currency})`, align: "end" },
    ],
    rows: ahead.map(({ action, weighted }) => [
      words.orOpen(action.plannedPitchTime === undefined ? undefined : words.period(action.plannedPitchTime)),
      words.orOpen(action.productOrService?.name),
      words.orOpen(
        action.departmentAndOwner === undefined
          ? undefined
          : words.joined([action.departmentAndOwner.department, action.departmentAndOwner.person]),
      ),
      words.orOpen(
        action.expectedIncome === undefined ? undefined : figureIn(plan.currency, action.expectedIncome.amount),
      ),
      words.orOpen(
        action.expectedIncome?.probability === undefined ? undefined : percentText(action.expectedIncome.probability),
      ),
      words.orOpen(weighted === null ? undefined : figureIn(plan.currency, weighted)),
    ]),
  };
}

/** First and last day of a planned time; an action without a readable time comes last. */
function pitchDays(time: Period | undefined): { readonly first: number; readonly last: number } {
  const days = tryRange(time);
  if (days === null) return { first: Number.MAX_SAFE_INTEGER, last: Number.MAX_SAFE_INTEGER };
  return { first: days.from, last: days.to - 1 };
}

/** Expected income × probability, half-even; `null` when either is not known. */
function weightedIncome({ expectedIncome }: PlanAction): Money | null {
  if (expectedIncome?.probability === undefined) return null;
  return multiply(expectedIncome.amount, expectedIncome.probability, "half-even");
}
