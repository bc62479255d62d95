import { actionTimetable, type FollowUpStanding, type PlanAction } from "../../strategy-plan/index.ts";
import { timelineFigure } from "../figure/make/timeline.ts";
import { emptyBlocks, linesCell, ownerLines, rowTable, type PlanInput, type RowColumn } from "./input.ts";
import type { Block, Cell } from "../blocks.ts";

/** Section 8: what we plan to do and, once the year is on, what became of it. */
export function actionBlocks(input: PlanInput): readonly Block[] {
  const { plan, words, amounts } = input;
  const actions = plan.actions ?? [];
  if (actions.length === 0) return emptyBlocks(undefined, input);
  const { labels } = words;
  const columns: readonly RowColumn<PlanAction>[] = [
    { field: "clientNeed", width: 2, cell: ({ clientNeed }) => words.orOpen(clientNeed?.text) },
    { field: "productOrService", width: 2, cell: (action) => offered(input, action) },
    { field: "departmentAndOwner", width: 2, cell: (action) => linesCell(ownerLines(action), words) },
    {
      field: "plannedPitchTime",
      width: 2,
      cell: ({ plannedPitchTime }) => words.orOpen(plannedPitchTime && words.period(plannedPitchTime)),
    },
    {
      field: "pitchMethod",
      width: 2,
      cell: ({ pitchMethod }) =>
        words.orOpen(pitchMethod && words.joined([labels[`pitchChannel.${pitchMethod.method}`], pitchMethod.note])),
    },
    {
      field: "expectedIncome",
      header: amounts.head(labels["planField.expectedIncome"]),
      align: "end",
      cell: ({ expectedIncome }) =>
        words.orOpen(
          expectedIncome && `${amounts.figure(expectedIncome.amount)}\n${words.period(expectedIncome.period)}`,
        ),
    },
  ];
  const table = rowTable(input, labels["planSection.next-year-plan"], actions, columns);
  return [
    table,
    ...timeline(input),
    ...(actions.some(({ progress }) => progress !== undefined) ? [progressTable(input)] : []),
  ];
}

/** The actions in their year, where there is a calendar to place them on. */
function timeline({ audience, plan, calendar, words, asOf, notShown }: PlanInput): readonly Block[] {
  if (audience === "client" || calendar === null) return [];
  // nobody guesses the state of what they do not see
  if (notShown.hides("next-year-plan", ["fields", "progress"])) return [];
  return [timelineFigure(actionTimetable(plan, calendar), plan, { labels: words.labels, asOf })];
}

/** The product, and that somebody checked that it suits the client. */
function offered({ words }: PlanInput, { productOrService: offer }: PlanAction): Cell {
  if (offer === undefined) return words.orOpen(undefined);
  const { name, suitability, needsSuitability } = offer;
  if (suitability === undefined) {
    if (needsSuitability !== true) return words.orOpen(name);
    return { text: `${name}\n${words.named(words.word("suitability"), words.word("open"))}`, emphasis: "warning" };
  }
  const { checkedBy, checkedOn, need } = suitability;
  const checked = words.joined([checkedBy, words.date(checkedOn), need]);
  return `${name}\n${words.named(words.word("suitability"), checked)}`;
}

/** Standings that stand out. */
const IS_LATE: Readonly<Record<FollowUpStanding, boolean>> = {
  overdue: true,
  "awaiting-answer": false,
  "on-track": false,
  "no-date": false,
  done: false,
};

/** What became of the actions, on the day of the document. */
function progressTable({ plan, words, amounts, followUp, asOf }: PlanInput): Block {
  const { labels } = words;
  const actions = plan.actions ?? [];
  const rows = followUp.actions.map(({ state, standing }, at): readonly Cell[] => {
    const { productOrService, progress } = actions[at] ?? {};
    const text = labels[`followUpStanding.${standing}`];
    return [
      words.orOpen(productOrService?.name),
      labels[`actionState.${state}`],
      IS_LATE[standing] ? { text, emphasis: "warning" } : text,
      progress?.actualDate === undefined ? "" : words.date(progress.actualDate),
      words.joined([progress?.outcome, progress?.reason]),
      progress?.actualIncome === undefined ? "" : amounts.figure(progress.actualIncome.amount),
    ];
  });
  return {
    type: "table",
    caption: words.named(words.word("progress"), words.date(asOf)),
    columns: [
      { header: words.word("what"), align: "start", width: 2 },
      { header: words.word("state"), align: "start", width: 1 },
      { header: words.word("standing"), align: "start", width: 2 },
      { header: words.word("actual-date"), align: "start", width: 2 },
      { header: words.word("outcome"), align: "start", width: 3 },
      { header: amounts.head(words.word("actual")), align: "end" },
    ],
    rows,
  };
}
