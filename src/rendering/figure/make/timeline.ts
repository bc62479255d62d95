import type { Period } from "../../../calendar/index.ts";
import { rangeOf } from "../../../calendar/inner.ts";
import { fromDayNumber, toDayNumber, type LocalDate, type Path } from "../../../core/index.ts";
import {
  asGiven,
  byTag,
  listOf,
  oneOf,
  optional,
  orNull,
  readDate,
  readText,
  refuse,
  rowOf,
  shapeOf,
} from "../../../core/inner.ts";
import {
  ACTION_STATES,
  TIMETABLE_GAPS,
  type ActionTimetable,
  type PlanAction,
  type StrategyPlan,
  type TimetableEntry,
} from "../../../strategy-plan/index.ts";
import { namedPeriod, readPlan } from "../../../strategy-plan/inner.ts";
import type { RenderingErrorCode } from "../../errors.ts";
import { countText } from "../../cells.ts";
import { firstShown, readString } from "../../text.ts";
import { FIGURE_TONES, type FigureBlock, type FigureTone, type LegendEntry, type TimelineRow } from "../types.ts";
import { daysInWords, dateTicks, span } from "./date-ticks.ts";
import { gridWordsOf, readGridLabels, type GridFigureLabels, type GridWords } from "./grid-words.ts";
import { legendOf } from "./legend.ts";

/** A further day or stretch of days on a timeline: a deadline, a renewal. */
export interface DatedRow {
  readonly label: string;
  readonly from: LocalDate;
  /** Last day, inclusive; a single day has the same as `from`. */
  readonly to: LocalDate;
  readonly tone: FigureTone;
  /** What else there is to say of it, such as its state. */
  readonly text: string;
}

/** How the figure of a timeline is made. */
export interface TimelineFigureOptions {
  /** Words of the language the figure is written in, such as `zhHans`. */
  readonly labels: GridFigureLabels;
  /** Days of the scale, such as `"2026-Q1"`; default the plan year. What lies outside is an arrow at its edge. */
  readonly period?: Period;
  /** Day that is marked, from which on a planned action whose last day has passed is overdue; nothing unless given. */
  readonly asOf?: LocalDate;
  /** Further rows; they stand among the actions by their first day. */
  readonly rows?: readonly DatedRow[];
  /** What the tones of further rows mean. */
  readonly legend?: readonly LegendEntry[];
}

type EntryOf<Time> = Extract<TimetableEntry, { readonly time: Time }>;
type DayEntry = Omit<EntryOf<"day">, "moved" | "provisional">;
type WindowEntry = Omit<EntryOf<"window">, "workingDays" | "provisional">;

/** What is shown of an entry. */
type Entry = DayEntry | WindowEntry | EntryOf<"undetermined"> | EntryOf<"past">;

/** What is shown of a timetable. */
export interface ShownTimetable extends Pick<ActionTimetable, "undated"> {
  readonly entries: readonly Entry[];
}

const row = { action: readText, state: oneOf(ACTION_STATES) };
const readTimetable = rowOf<ShownTimetable>({
  entries: listOf(
    byTag<Entry, "time">("time", {
      day: rowOf<DayEntry>({ ...row, time: asGiven, planned: readDate, day: readDate }),
      window: rowOf<WindowEntry>({ ...row, time: asGiven, planned: span, first: readDate, last: readDate }),
      undetermined: rowOf<EntryOf<"undetermined">>({
        ...row,
        time: asGiven,
        planned: span,
        gap: oneOf(TIMETABLE_GAPS),
      }),
      past: rowOf<EntryOf<"past">>({ ...row, time: asGiven, actualDate: orNull(readDate), planned: orNull(span) }),
    }),
  ),
  undated: listOf(readText),
});

const tone = oneOf(FIGURE_TONES);
const readOptions = shapeOf<TimelineFigureOptions>({
  labels: readGridLabels,
  period: optional(span),
  asOf: optional(readDate),
  rows: optional(
    listOf(shapeOf<DatedRow>({ label: readString, from: readDate, to: readDate, tone, text: readString })),
  ),
  legend: optional(listOf(shapeOf<LegendEntry>({ tone, label: readString }))),
});

/** What a row of an action is drawn as: its state, or what is to look at. */
const ROWS = [...ACTION_STATES, "overdue", "undetermined"] as const;
type RowKind = (typeof ROWS)[number];

const TONES: Readonly<Record<RowKind, FigureTone>> = {
  planned: "solid",
  pitched: "estimated",
  won: "other",
  lost: "empty",
  dropped: "empty",
  overdue: "warning",
  undetermined: "open",
};

/**
 * The actions of a plan in their year, with further days such as deadlines and renewals (行动时间轴).
 *
 * An action that is planned stands on its working days, one that is done at the day it was. How many actions have no day
 * stands in the title.
 *
 * @param timetable - what `actionTimetable` of strategy-plan returned
 * @param plan - the same plan: an action is called by its product, by the client's need where that is open, and otherwise by its place
 * @param options - words, days of the scale, the day of the report, further rows
 * @returns a figure of kind `timeline`
 * @throws `rendering/invalid-option` for options that cannot be read, and for a further row that ends before it begins
 * @throws `rendering/invalid-report` for what is not a timetable, and for an action that is not in the plan
 * @throws `strategy-plan/invalid-plan`, or the code of the room of a date, period, decimal, amount or reference, for a plan
 *   that cannot be read; `checkPlan` lists all such places
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * import { en } from "relationship-banking/labels/en";
 * import { actionTimetable } from "relationship-banking/strategy-plan";
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   actions: [{ id: "a1", productOrService: { name: "Forwards" }, plannedPitchTime: "2026-10-03" }] } as const;
 * const { figure } = timelineFigure(actionTimetable(plan, CN), plan, { labels: en, asOf: "2026-03-01" });
 * figure.kind === "timeline" && figure.rows.map((row) => [row.label, row.when, row.text]) // => [["Forwards", "8 October 2026", "Planned · Planned for: 3 October 2026"]]
 * @since 0.1.0
 */
export function timelineFigure(
  timetable: ShownTimetable,
  plan: StrategyPlan,
  options: TimelineFigureOptions,
): FigureBlock {
  const reportCode: RenderingErrorCode = "rendering/invalid-report";
  const optionCode: RenderingErrorCode = "rendering/invalid-option";
  const { entries, undated } = readTimetable(timetable, ["timetable"], reportCode);
  const { actions = [], period: planYear } = readPlan(plan);
  const given = readOptions(options, ["options"], optionCode);
  const { labels, period: scale = planYear, asOf, rows = [], legend = [] } = given;
  const words = gridWordsOf(labels);
  const { dates } = labels;
  const named = new Map(actions.map((action, at) => [action.id, nameOf(action, at)]));
  for (const [at, { from, to }] of rows.entries()) {
    if (toDayNumber(to) < toDayNumber(from)) {
      refuse(optionCode, ["options", "rows", at, "to"], "before from", { received: to });
    }
  }
  const days = rangeOf(scale, "period");
  const today = asOf === undefined ? null : toDayNumber(asOf);
  const placed = entries.map((entry, at) => {
    const path = ["timetable", "entries", at];
    const { from, to } = daysOfEntry(entry, reportCode, path);
    const kind = kindOf(entry, toDayNumber(to), today);
    const label = named.get(entry.action) ?? refuse(reportCode, [...path, "action"], "not in the plan", {});
    const text = textOf(entry, kind, words);
    return { kind, row: { label, from, to, tone: TONES[kind], when: daysInWords(from, to, dates), text } };
  });
  const labelOf = (kind: RowKind): string => {
    if (kind === "overdue") return labels["followUpStanding.overdue"];
    return kind === "undetermined" ? labels["timetableTime.undetermined"] : labels[`actionState.${kind}`];
  };
  const all: readonly TimelineRow[] = [
    ...placed.map((one) => one.row),
    ...rows.map((one) => ({ ...one, when: daysInWords(one.from, one.to, dates) })),
  ];
  const without = undated.length === 0 ? undefined : words.named(words.word("without-day"), countText(undated.length));
  return {
    type: "figure",
    title: words.joined([words.word("timeline"), words.period(namedPeriod(scale)), without]),
    description: words.word("timeline-text"),
    figure: {
      kind: "timeline",
      from: fromDayNumber(days.from),
      to: fromDayNumber(days.to - 1),
      ticks: dateTicks(days.from, days.to - 1, dates),
      ...(asOf === undefined ? {} : { now: { on: asOf, label: words.named(words.word("today"), dates.date(asOf)) } }),
      headers: [words.shared("item"), words.shared("when"), words.shared("state")],
      // sorting leaves what begins on one day in its order
      rows: [...all].sort((a, b) => toDayNumber(a.from) - toDayNumber(b.from)),
      legend: [
        ...legendOf(
          ROWS,
          placed.map(({ kind }) => kind),
          TONES,
          labelOf,
        ),
        ...legend,
      ],
    },
  };
}

/** What an action is called: by its product, by the client's need where that is open, and otherwise by its place. */
const nameOf = ({ productOrService, clientNeed }: PlanAction, at: number): string =>
  firstShown(productOrService?.name, clientNeed?.text) ?? `#${String(at + 1)}`;

/** First and last day of an entry. */
function daysOfEntry(entry: Entry, code: RenderingErrorCode, path: Path): Pick<TimelineRow, "from" | "to"> {
  const within = (planned: Period): Pick<TimelineRow, "from" | "to"> => {
    const days = rangeOf(planned, "planned");
    return { from: fromDayNumber(days.from), to: fromDayNumber(days.to - 1) };
  };
  switch (entry.time) {
    case "day":
      return { from: entry.day, to: entry.day };
    case "window":
      if (toDayNumber(entry.last) < toDayNumber(entry.first)) refuse(code, [...path, "last"], "before first", {});
      return { from: entry.first, to: entry.last };
    case "undetermined":
      return within(entry.planned);
    case "past":
      if (entry.actualDate !== null) return { from: entry.actualDate, to: entry.actualDate };
      return entry.planned === null ? refuse(code, [...path, "planned"], "no day at all", {}) : within(entry.planned);
  }
}

function kindOf({ time, state }: Entry, last: number, today: number | null): RowKind {
  if (state === "planned" && today !== null && last < today) return "overdue";
  return time === "undetermined" ? time : state;
}

/** The state of an action, and the time it was planned for where that is not the day it stands on. */
function textOf(entry: Entry, kind: RowKind, words: GridWords): string {
  const { labels, word, named, joined, period } = words;
  const { planned } = entry;
  const isWhereShown = entry.time === "undetermined" || (entry.time === "day" && entry.day === planned);
  return joined([
    labels[`actionState.${entry.state}`],
    kind === "overdue" ? labels["followUpStanding.overdue"] : undefined,
    entry.time === "undetermined" ? labels[`timetableGap.${entry.gap}`] : undefined,
    isWhereShown || planned === null ? undefined : named(word("planned-for"), period(namedPeriod(planned))),
  ]);
}
