import { emptyBlocks, linesCell, rowTable, type PlanInput } from "./input.ts";
import type { Block } from "../blocks.ts";

/** Section 9: the challenges of the coming year. */
export function challengeBlocks(input: PlanInput): readonly Block[] {
  const { plan, words } = input;
  if (plan.challenges === undefined || plan.challenges.length === 0) return emptyBlocks(plan.challenges, input);
  const { labels } = words;
  return [
    rowTable(input, labels["planSection.challenges"], plan.challenges, [
      {
        field: "challengeSource",
        width: 2,
        cell: ({ challengeSource: source }) =>
          words.orOpen(source && words.joined([labels[`challengeOrigin.${source.origin}`], source.text])),
      },
      { field: "challengeContent", width: 4, cell: ({ challengeContent }) => words.orOpen(challengeContent) },
      {
        field: "preventionAndTimetable",
        cell: ({ preventionAndTimetable }) =>
          linesCell(
            preventionAndTimetable?.map(({ action, owner, due, state }) =>
              words.joined([
                action,
                words.named(words.word("owner"), owner ?? words.word("open")),
                words.named(words.word("due"), words.date(due) ?? words.word("open")),
                labels[`preventionState.${state}`],
              ]),
            ),
            words,
          ),
      },
    ]),
  ];
}
