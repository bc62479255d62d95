import { toDayNumber, type LocalDate, type Path } from "../../core/index.ts";
import { listOf, oneOf, optional, readDate, refuse, shapeOf, wholeNumber, type Reader } from "../../core/inner.ts";
import { readString } from "../text.ts";
import type { CalendarFigure, DateTick, MarkedDay, TimelineFigure, TimelineRow } from "./days.ts";
import { legend, texts, textsOf, tone } from "./read-parts.ts";

/** The last of two days is not before the first. */
function inOrder(from: LocalDate, to: LocalDate, path: Path, code: string): void {
  if (toDayNumber(to) < toDayNumber(from)) refuse(code, path, "before from", { received: to });
}

const tick = shapeOf<DateTick>({ on: readDate, label: readString });

const timelineMembers = shapeOf<TimelineFigure>({
  kind: oneOf(["timeline"]),
  from: readDate,
  to: readDate,
  ticks: listOf(tick),
  now: optional(tick),
  headers: textsOf(3),
  rows: listOf(
    shapeOf<TimelineRow>({
      label: readString,
      from: readDate,
      to: readDate,
      tone,
      when: readString,
      text: readString,
    }),
  ),
  legend,
});

/** A timeline whose days are in order. */
export const timeline: Reader<TimelineFigure> = (value, path, code) => {
  const { from, to, rows } = timelineMembers(value, path, code);
  inOrder(from, to, [...path, "to"], code);
  for (const [index, row] of rows.entries()) inOrder(row.from, row.to, [...path, "rows", index, "to"], code);
  return value;
};

const calendarMembers = shapeOf<CalendarFigure>({
  kind: oneOf(["calendar"]),
  months: listOf(tick),
  weekdays: textsOf(7),
  weekStart: wholeNumber(1, 7),
  headers: textsOf(2),
  days: listOf(shapeOf<MarkedDay>({ on: readDate, tone, when: readString, texts })),
  legend,
});

/** A calendar of whole months in order, in which all its days are. */
export const calendar: Reader<CalendarFigure> = (value, path, code) => {
  const { months, days } = calendarMembers(value, path, code);
  for (const [index, { on }] of months.entries()) {
    const before = months[index - 1];
    const at = [...path, "months", index, "on"];
    if (!on.endsWith("-01")) refuse(code, at, "not the first day of a month", { received: on });
    if (before !== undefined && toDayNumber(on) <= toDayNumber(before.on)) {
      refuse(code, at, "not after the month before", { received: on });
    }
  }
  const shown = new Set(months.map(({ on }) => on.slice(0, -3)));
  for (const [index, { on }] of days.entries()) {
    if (!shown.has(on.slice(0, -3))) {
      refuse(code, [...path, "days", index, "on"], "in no month of the calendar", { received: on });
    }
  }
  return value;
};
