import type { Money } from "../../money/index.ts";
import { diffPlans, planSections, type StrategyPlan } from "../../strategy-plan/index.ts";
import type { Block } from "../blocks.ts";
import { commonPeriod, headValues } from "./head-values.ts";
import { totalsOf, type PlanInput } from "./input.ts";
import { notShownIn } from "./not-shown.ts";
import { filled } from "./unit.ts";
import type { PlanDocumentWord } from "./word-list.ts";

/** Members of a plan that say something of the client; the others say who wrote it and when. */
const OF_THE_CLIENT: ReadonlySet<unknown> = /* @__PURE__ */ (() =>
  new Set<unknown>([...planSections.map(({ key }) => key), "credit", "ties", "group", "noneConfirmed"]))();

/** What changed since the plan of before: the value, the target, and how many entries and answers. */
export function changeBlocks({ plan, before, notShown, words, amounts }: PlanInput): readonly Block[] {
  if (before === null) return [];
  // of what one of the two does not show, the other says nothing
  const isValueShown = [notShown, notShownIn(before)].every((parts) => !parts.anyOf("relationship-value"));
  const line = (word: PlanDocumentWord, of: (plan: StrategyPlan) => Money | null): readonly string[] => {
    const [was, now] = [of(before), of(plan)];
    if (was === null && now === null) return [];
    const text = (amount: Money | null): string => (amount === null ? words.word("no-data") : amounts.figure(amount));
    const both = filled(words.word("from-to"), { before: text(was), after: text(now) });
    return [words.named(amounts.head(words.word(word)), both)];
  };
  const { changes } = diffPlans(before, plan);
  const counts = { "rows-added": 0, "rows-removed": 0, "answers-changed": 0 };
  for (const { code, path } of changes) {
    if (!OF_THE_CLIENT.has(path[0])) continue;
    if (code === "strategy-plan/row-added") counts["rows-added"] += 1;
    else if (code === "strategy-plan/row-removed") counts["rows-removed"] += 1;
    else if (code !== "strategy-plan/rows-reordered") counts["answers-changed"] += 1;
  }
  const counted = (Object.keys(counts) as (keyof typeof counts)[])
    .filter((word) => counts[word] > 0)
    .map((word) => words.named(words.word(word), String(counts[word])));
  return [
    { type: "heading", level: 3, text: filled(words.word("changes"), { period: words.period(before.period) }) },
    {
      type: "list",
      ordered: false,
      items: [
        ...(isValueShown
          ? [...line("value-now", statedValue), ...line("value-target", ({ value }) => value?.target ?? null)]
          : []),
        counted.length === 0 ? words.word("no-changes") : words.joined(counted),
      ],
    },
  ];
}

/** The value section 7 states, where its heads are of one period and one currency. */
function statedValue(plan: StrategyPlan): Money | null {
  const values = headValues(plan, null);
  const [only, ...more] = commonPeriod(values) === null ? [] : totalsOf(values.map(({ amount }) => amount));
  return only === undefined || more.length > 0 ? null : only;
}
