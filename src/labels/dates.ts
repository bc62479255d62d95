import { UTCDate } from "@date-fns/utc";
import { format, formatDuration, type Locale } from "date-fns";
import { dayNumberOf, toDayNumber, type Instant, type LocalDate } from "../core/index.ts";
import type { DateWords, DurationUnit } from "../telling/index.ts";

/** Units that date-fns does not have. */
const COUNTED_UNITS = ["working-day", "working-minute", "quarter"] as const satisfies readonly DurationUnit[];

/** What a language has of its own besides the locale of date-fns. */
export interface DateHabits {
  /** BCP 47 tag for amounts of money. */
  readonly tag: string;
  readonly locale: Locale;
  /** Patterns of date-fns for a month, a quarter and an ISO week with their year, and a month and a year by themselves. */
  readonly month: string;
  readonly shortMonth: string;
  readonly quarter: string;
  readonly week: string;
  readonly year: string;
  /** Between a date and a time. */
  readonly beforeTime: string;
  /** Between the first and the last day of a period. */
  readonly upTo: string;
  readonly listSeparator: string;
  /** A number of working days, working minutes or quarters. */
  readonly counted: (amount: number, unit: (typeof COUNTED_UNITS)[number]) => string;
  /** What a length of time needs besides: Chinese has no space between number and unit. */
  readonly spaced: (duration: string) => string;
}

const MS_PER_DAY = 86_400_000;

/** A civil day as a date of date-fns, whose time zone is UTC on every host. */
const dayOf = (date: LocalDate): UTCDate => new UTCDate(toDayNumber(date) * MS_PER_DAY);

/** Members of a duration of date-fns. */
const MEMBERS = { "calendar-day": "days", day: "days", week: "weeks", month: "months", year: "years" } as const;

/** How one language writes dates and lengths of time, by the locale data of date-fns. */
export function datesIn(habits: DateHabits): DateWords {
  const { locale } = habits;
  const date = (day: LocalDate): string => format(dayOf(day), "PPP", { locale });
  const moment = (at: Instant): string => {
    const [day = "", time = ""] = at.split(/[Tt]/);
    const seconds = time.slice(6, 8) === "00" ? "" : time.slice(5, 8);
    const zone = /[Zz]$/.test(time) ? " UTC" : "";
    return `${date(day)}${habits.beforeTime}${time.slice(0, 5)}${seconds}${zone}`;
  };
  return {
    locale: habits.tag,
    date,
    moment,
    weekday: (day) => format(dayOf(day), "EEEE", { locale }),
    shortWeekday: (day) => format(dayOf(day), "EEEEEE", { locale }),
    shortMonth: (day) => format(dayOf(day), habits.shortMonth, { locale }),
    period: (period) => {
      if (typeof period !== "string") {
        const last = new UTCDate(toDayNumber(period.to) * MS_PER_DAY - MS_PER_DAY);
        const days = [date(period.from), format(last, "PPP", { locale })];
        return days[0] === days[1] ? date(period.from) : days.join(habits.upTo);
      }
      const [year = "", part = ""] = period.split(/-(?=[QW\d])/);
      if (/^\d{4}-\d\d-\d\d$/.test(period)) return date(period);
      if (part === "") return format(dayOf(`${year}-01-01`), habits.year, { locale });
      if (part.startsWith("Q")) {
        const day = dayNumberOf(Number(year), Number(part.slice(1)) * 3, 1);
        return format(new UTCDate(day * MS_PER_DAY), habits.quarter, { locale });
      }
      if (part.startsWith("W")) {
        // the 4th of January lies in the first ISO week
        const day = toDayNumber(`${year}-01-04`) + 7 * (Number(part.slice(1)) - 1);
        return format(new UTCDate(day * MS_PER_DAY), habits.week, { locale });
      }
      return format(dayOf(`${year}-${part}-01`), habits.month, { locale });
    },
    duration: (amount, unit) => habits.spaced(durationOf(amount, unit, habits)),
    list: (entries) => entries.join(habits.listSeparator),
  };
}

function durationOf(amount: number, unit: DurationUnit, { locale, counted }: DateHabits): string {
  switch (unit) {
    case "working-day":
    case "working-minute":
    case "quarter":
      return counted(amount, unit);
    case "calendar-day":
    case "day":
    case "week":
    case "month":
    case "year":
      return formatDuration({ [MEMBERS[unit]]: amount }, { locale, zero: true, format: [MEMBERS[unit]] });
  }
}
