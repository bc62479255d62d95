import type { Period } from "../../../calendar/index.ts";
import { rangeOf } from "../../../calendar/inner.ts";
import { fromDayNumber, toDayNumber } from "../../../core/index.ts";
import {
  listOf,
  oneOf,
  optional,
  orNull,
  readDate,
  readText,
  recordOf,
  rowOf,
  shapeOf,
  wholeNumber,
} from "../../../core/inner.ts";
import { DUTY_STATES, type Duty, type DutyState } from "../../../duties/index.ts";
import { namedPeriod } from "../../../strategy-plan/inner.ts";
import type { RenderingErrorCode } from "../../errors.ts";
import { countText } from "../../cells.ts";
import { readString } from "../../text.ts";
import type { FigureBlock, FigureTone, MarkedDay } from "../types.ts";
import { monthsIn, span } from "./date-ticks.ts";
import { namedBy } from "../../phrases.ts";
import { gridWordsOf, readGridLabels, type GridFigureLabels } from "./grid-words.ts";
import { legendOf } from "./legend.ts";
import { labelOfId } from "./label-of-id.ts";

/** A duty, and what became of it where that is known: a row of `dutiesDue` or of `dutyStanding`. */
export interface CalendarDuty extends Pick<Duty, "policy" | "person" | "due"> {
  readonly state?: DutyState;
}

/** How the calendar of duties is made. */
export interface DutyCalendarFigureOptions {
  /** Words of the language the figure is written in, such as `zhHans`. */
  readonly labels: GridFigureLabels;
  /** Days that are shown, such as `"2026-Q1"`: each month that has one of them. */
  readonly period: Period;
  /** What duties of the bank's own are called, by the id of the policy; those of the library have labels. */
  readonly duties?: Readonly<Record<string, string>>;
  /** What people are called, by id; they are named where the duties are of more than one. */
  readonly staff?: Readonly<Record<string, string>>;
  /** Which weekday a week begins with: 1 is Monday, the default, 7 Sunday. */
  readonly weekStart?: number;
}

const readDuties = listOf(
  rowOf<CalendarDuty>({
    policy: readText,
    person: readText,
    due: orNull(readDate),
    state: optional(oneOf(DUTY_STATES)),
  }),
);

const readOptions = shapeOf<DutyCalendarFigureOptions>({
  labels: readGridLabels,
  period: span,
  duties: optional(recordOf(readString)),
  staff: optional(recordOf(readString)),
  weekStart: optional(wholeNumber(1, 7)),
});

/** What a day says of its duties, most urgent first: the state of one, or that it is to be done where nobody says more. */
const STANDINGS = ["missing", "late", "undetermined", "to-do", "not-yet-due", "excused", "on-time"] as const;
type Standing = (typeof STANDINGS)[number];

const TONES: Readonly<Record<Standing, FigureTone>> = {
  missing: "warning",
  late: "estimated",
  undetermined: "open",
  "to-do": "solid",
  "not-yet-due": "solid",
  excused: "empty",
  "on-time": "other",
};

/** Any Monday, the first of seven days that weekdays are called after. */
const MONDAY = toDayNumber("2024-01-01");
const WEEK = 7;

/**
 * The duties of people month by month, on the days they fall due, with what became of them (职责日历).
 *
 * A day with several duties shows the most urgent: missing, late, undetermined, to be done, excused, on time. Duties whose
 * day is not known are counted in the title.
 *
 * @param duties - rows of `dutiesDue`, or of `dutyStanding` with their states, such as `standing.of("E-1")`; those due
 *   outside the period are left out
 * @param options - words, the period, names of duties and people, the first day of a week
 * @returns a figure of kind `calendar`
 * @throws `rendering/invalid-option` for options that cannot be read
 * @throws `rendering/invalid-report` for what is not a list of duties
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * import { en } from "relationship-banking/labels/en";
 * import { dutiesDue, sourceDuties } from "relationship-banking/duties";
 * const manager = { person: "E-1", role: "relationship-manager", calendar: "cn", zone: "Asia/Shanghai" };
 * const weekly = sourceDuties.filter(({ id }) => id === "source.weekly-summary");
 * const due = dutiesDue(weekly, [manager], "2026-02", { calendars: [CN] });
 * const { figure } = dutyCalendarFigure(due.of("E-1"), { labels: en, period: "2026-02" });
 * figure.kind === "calendar" && figure.days.map(({ on, texts }) => [on, texts[0]]) // => [["2026-02-06", "Weekly summary"], ["2026-02-14", "Weekly summary"], ["2026-02-28", "Weekly summary"]]
 * @since 0.1.0
 */
export function dutyCalendarFigure(duties: readonly CalendarDuty[], options: DutyCalendarFigureOptions): FigureBlock {
  const read = readDuties(duties, ["duties"], "rendering/invalid-report" satisfies RenderingErrorCode);
  const given = readOptions(options, ["options"], "rendering/invalid-option" satisfies RenderingErrorCode);
  const { labels, period, duties: own = {}, staff, weekStart = 1 } = given;
  const words = gridWordsOf(labels);
  const { dates } = labels;
  const days = rangeOf(period, "period");
  const personName = namedBy(staff);
  const isOfSeveral = new Set(read.map(({ person }) => person)).size > 1;
  const nameOf = (policy: string): string => labelOfId(policy, own, labels, ["duty"]);
  const labelOf = (of: Standing): string => (of === "to-do" ? words.word(of) : labels[`dutyState.${of}`]);
  const byDay = new Map<number, CalendarDuty[]>();
  for (const duty of read) {
    const day = duty.due === null ? -Infinity : toDayNumber(duty.due);
    if (day < days.from || day >= days.to) continue;
    const rows = byDay.get(day);
    if (rows === undefined) byDay.set(day, [duty]);
    else rows.push(duty);
  }
  const marked = [...byDay]
    .sort(([a], [b]) => a - b)
    .map(([day, rows]) => {
      const standing = STANDINGS.find((one) => rows.some(({ state = "to-do" }) => state === one)) ?? "to-do";
      const on = fromDayNumber(day);
      const texts = rows.map(({ policy, person, state }) =>
        words.joined([
          isOfSeveral ? words.named(personName(person), nameOf(policy)) : nameOf(policy),
          state === undefined ? undefined : labelOf(state),
        ]),
      );
      const found: MarkedDay = { on, tone: TONES[standing], when: dates.date(on), texts };
      return { standing, found };
    });
  const unplaced = read.filter(({ due }) => due === null).length;
  return {
    type: "figure",
    title: words.joined([
      words.word("duties"),
      words.period(namedPeriod(period)),
      unplaced === 0 ? undefined : words.named(words.word("without-day"), countText(unplaced)),
    ]),
    description: words.word("duties-text"),
    figure: {
      kind: "calendar",
      months: monthsIn(days.from, days.to - 1, dates),
      weekdays: Array.from({ length: WEEK }, (_, n) =>
        dates.shortWeekday(fromDayNumber(MONDAY + ((weekStart - 1 + n) % WEEK))),
      ),
      weekStart,
      headers: [words.shared("when"), words.shared("item")],
      days: marked.map(({ found }) => found),
      legend: legendOf(
        STANDINGS,
        marked.map(({ standing }) => standing),
        TONES,
        labelOf,
      ),
    },
  };
}
