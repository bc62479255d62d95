import type { LocalDate } from "../../core/index.ts";
import type { FigureTone, LegendEntry } from "./tones.ts";

/** A place on an axis of dates. */
export interface DateTick {
  readonly on: LocalDate;
  readonly label: string;
}

/** A day or a stretch of days on a timeline. */
export interface TimelineRow {
  readonly label: string;
  readonly from: LocalDate;
  /** Last day, inclusive; a single day has the same as `from`. */
  readonly to: LocalDate;
  readonly tone: FigureTone;
  /** The day or the stretch in words. */
  readonly when: string;
  /** What else there is to say of it, such as its state. */
  readonly text: string;
}

/** Days and stretches of days on one scale (时间轴). */
export interface TimelineFigure {
  readonly kind: "timeline";
  readonly from: LocalDate;
  /** Last day, inclusive. */
  readonly to: LocalDate;
  /** Days of the scale that have a line; one outside it has none, and words that would lie on others are left out. */
  readonly ticks: readonly DateTick[];
  /** A day that is marked through all rows, such as that of the report; one outside the scale is not. */
  readonly now?: DateTick;
  /** Headers of the table form. */
  readonly headers: readonly [label: string, when: string, text: string];
  /** What lies outside the scale, wholly or in part, is drawn as far as it reaches. */
  readonly rows: readonly TimelineRow[];
  readonly legend: readonly LegendEntry[];
}

/** A day of a calendar that is marked. */
export interface MarkedDay {
  readonly on: LocalDate;
  readonly tone: FigureTone;
  /** The day in words. */
  readonly when: string;
  /** What is on that day. */
  readonly texts: readonly string[];
}

/** Months of a year or a quarter, with days that are marked (日历). */
export interface CalendarFigure {
  readonly kind: "calendar";
  /** First days of months, ascending, and what the months are called. */
  readonly months: readonly DateTick[];
  /** Names of the seven weekdays, from the first of a week. */
  readonly weekdays: readonly string[];
  /** Which weekday a week begins with: 1 is Monday, 7 Sunday (ISO 8601). */
  readonly weekStart: number;
  /** Headers of the table form. */
  readonly headers: readonly [when: string, text: string];
  /** A day outside the months is refused. */
  readonly days: readonly MarkedDay[];
  readonly legend: readonly LegendEntry[];
}
