import type { Money } from "../../money/index.ts";
import { diffPlans, planSections, type PlanChange, type StrategyPlan } from "../../strategy-plan/index.ts";
import type { Block } from "../blocks.ts";
import { commonPeriod, headValues } from "./head-values.ts";
import { totalsOf, type PlanInput } from "./input.ts";
import { notShownIn } from "./not-shown.ts";
import { filled } from "./unit.ts";
import type { PlanDocumentWord } from "./word-list.ts";

/** Members of a plan that say something of the client; the others say who wrote it and when. */
const OF_THE_CLIENT: ReadonlySet<unknown> = /* @__PURE__ */ (() =>
  new Set<unknown>([...planSections.map(({ key }) => key), "credit", "ties", "group", "noneConfirmed"]))();

/** Whether a change is of what an answer rests on, not of the answer: in a row, or in a section without rows. */
export const isOfEvidence = ({ path, details }: PlanChange): boolean => path["row" in details ? 2 : 1] === "evidence";

/** What changed since the plan of before: the value, the target, and how many entries, answers, and bases of answers. */
export function changeBlocks({ plan, before, notShown, words, amounts }: PlanInput): readonly Block[] {
  if (before === null) return [];
  // of what one of the two does not show, the other says nothing
  const isValueShown = [notShown, notShownIn(before)].every((parts) => !parts.anyOf("relationship-value"));
  const line = (word: PlanDocumentWord, of: (plan: StrategyPlan) => StatedAmounts): readonly string[] => {
    const [was, now] = [of(before), of(plan)];
    if (was?.length === 0 && now?.length === 0) return [];
    const text = (stated: StatedAmounts): string => {
      if (stated === null) return words.word("periods-differ");
      return stated.length === 0 ? words.word("no-data") : stated.map(amounts.figure).join(" + ");
    };
    const both = filled(words.word("from-to"), { before: text(was), after: text(now) });
    return [words.named(amounts.head(words.word(word)), both)];
  };
  const { changes } = diffPlans(before, plan);
  const counts = { "rows-added": 0, "rows-removed": 0, "answers-changed": 0, evidence: 0 };
  for (const change of changes) {
    const { code, path } = change;
    if (!OF_THE_CLIENT.has(path[0])) continue;
    if (isOfEvidence(change)) counts.evidence += 1;
    else if (code === "strategy-plan/row-added") counts["rows-added"] += 1;
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
          ? [
              ...line("value-now", statedValue),
              ...line("value-target", ({ value }) => (value?.target ? [value.target] : [])),
            ]
          : []),
        counted.length === 0 ? words.word("no-changes") : words.joined(counted),
      ],
    },
  ];
}

/** Amounts a plan states, one per currency; none where it states nothing, `null` where they are of several periods. */
type StatedAmounts = readonly Money[] | null;

/** The value section 7 states. */
function statedValue(plan: StrategyPlan): StatedAmounts {
  const values = headValues(plan, null);
  const amounts = totalsOf(values.map(({ amount }) => amount));
  return amounts.length > 0 && commonPeriod(values) === null ? null : amounts;
}
