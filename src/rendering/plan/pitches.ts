import type { Period } from "../../calendar/index.ts";
import { tryRange } from "../../calendar/inner.ts";
import { toDayNumber } from "../../core/index.ts";
import { multiply, type Money } from "../../money/index.ts";
import type { ActionState, PlanAction } from "../../strategy-plan/index.ts";
import { lengthOf, percentText } from "./figure-text.ts";
import { ownerLines, type PlanInput } from "./input.ts";
import type { Shortening } from "./shortened.ts";
import type { Block } from "../blocks.ts";

/** Room for what is pitched and by whom, in columns of half the width of a Chinese character. */
const PITCH_ROOM = 26;

/** Whether a pitch is still ahead, by the state of its action. */
const IS_AHEAD: Readonly<Record<ActionState, boolean>> = {
  planned: true,
  pitched: false,
  won: false,
  lost: false,
  dropped: false,
};

/** Most pitches on the first page. */
const SHOWN_PITCHES = 3;

/** The pitches that come next, by day, then by expected income × probability; the caption counts those there is no room for. */
export function pitchTable({ plan, words, amounts, asOf, notShown }: PlanInput, page: Shortening): Block {
  // nobody guesses the state of what they do not see
  if (notShown.hides("next-year-plan", ["section", "fields", "progress"])) {
    const text = words.named(words.word("next-pitches"), words.word("not-shown"));
    return { type: "paragraph", text, emphasis: "muted" };
  }
  const today = toDayNumber(asOf, "asOf");
  const ahead = (plan.actions ?? [])
    .filter(({ progress }) => IS_AHEAD[progress?.state ?? "planned"])
    .map((action) => ({ action, ...pitchDays(action.plannedPitchTime), weighted: weightedIncome(action) }))
    .filter(({ last }) => last >= today)
    .sort((a, b) => a.first - b.first || lengthOf(b.weighted) - lengthOf(a.weighted));
  if (ahead.length === 0) {
    const state = plan.actions === undefined || plan.actions.length === 0 ? "open" : "none";
    return { type: "paragraph", text: words.named(words.word("next-pitches"), words.word(state)), emphasis: "muted" };
  }
  const count = ahead.length > SHOWN_PITCHES ? `${String(SHOWN_PITCHES)}/${String(ahead.length)}` : undefined;
  return {
    type: "table",
    caption: words.joined([amounts.head(words.word("next-pitches")), count]),
    columns: [
      { header: words.word("when"), align: "start", width: 2 },
      { header: words.word("what"), align: "start", width: 3 },
      { header: words.word("owner"), align: "start", width: 3 },
      { header: words.word("expected"), align: "end" },
      { header: words.word("probability"), align: "end" },
      { header: words.word("weighted"), align: "end" },
    ],
    rows: ahead
      .slice(0, SHOWN_PITCHES)
      .map(({ action, weighted }) => [
        words.orOpen(action.plannedPitchTime === undefined ? undefined : words.period(action.plannedPitchTime)),
        words.orOpen(action.productOrService && page.fit(action.productOrService.name, PITCH_ROOM)),
        words.orOpen(page.fit(words.joined(ownerLines(action) ?? []), PITCH_ROOM)),
        words.orOpen(action.expectedIncome === undefined ? undefined : amounts.figure(action.expectedIncome.amount)),
        words.orOpen(
          action.expectedIncome?.probability === undefined ? undefined : percentText(action.expectedIncome.probability),
        ),
        words.orOpen(weighted === null ? undefined : amounts.figure(weighted)),
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
