import { periodOf, type Period } from "../calendar/index.ts";
import type { DayRange } from "../calendar/inner.ts";
import { fromDayNumber, MAX_DAY_NUMBER, MIN_DAY_NUMBER, type DayNumber } from "../core/index.ts";
import { civilDay, hasLeapDay } from "../core/inner.ts";
import type { DutyCadence, DutyPeriod, DutyPeriodDay, DutyUnit } from "./types.ts";

/** One period of a cadence: its days, `to` exclusive, and the day the cadence names. */
export interface CadencePeriod extends DayRange {
  readonly named: DayNumber;
  /** False for 29 February of a common year (the day after the 28th here), and for a rest day of a daily duty. */
  readonly exists: boolean;
}

/** The periods of a cadence, numbered so that a later one has a larger number. */
export interface Cadence {
  readonly unit: DutyUnit;
  /** Number of the first period of the years 0001 to 9999. */
  readonly first: number;
  /** One more than the number of the last one whose end can be written. */
  readonly end: number;
  readonly at: (index: number) => CadencePeriod;
}

/** First day of a month counted from January of the year 0. */
const firstOfMonth = (month: number): DayNumber => civilDay(Math.floor(month / 12), (month % 12) + 1, 1);

const days: Cadence = {
  unit: "day",
  first: MIN_DAY_NUMBER,
  end: MAX_DAY_NUMBER,
  at: (index) => ({ from: index, to: index + 1, named: index, exists: true }),
};

/** Weeks by the number of their Thursday's seven days since 1970-01-01, itself a Thursday. */
const weeks = (on: number): Cadence => ({
  unit: "week",
  first: Math.ceil((MIN_DAY_NUMBER + 3) / 7),
  end: Math.floor((MAX_DAY_NUMBER + 3) / 7),
  at: (index) => {
    const from = index * 7 - 3;
    return { from, to: from + 7, named: from + on - 1, exists: true };
  },
});

const MONTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const satisfies Record<DutyPeriod, number>;

function months(unit: DutyPeriod, on: DutyPeriodDay): Cadence {
  const count = MONTHS[unit];
  const at = (index: number): CadencePeriod => {
    const from = firstOfMonth(index * count);
    const to = firstOfMonth((index + 1) * count);
    return { from, to, named: on === "first-day" ? from : to - 1, exists: true };
  };
  // the end of the last one is beyond the year 9999
  return { unit, first: 12 / count, end: (10_000 * 12) / count - 1, at };
}

/** Fixed dates in order, each as its month and its day. */
const fixedDates = (dates: readonly (readonly number[])[]): Cadence => ({
  unit: "date",
  first: dates.length,
  // a date has its name and needs no end that can be written
  end: 10_000 * dates.length,
  at: (index) => {
    const year = Math.floor(index / dates.length);
    const [month = 1, day = 1] = dates[index % dates.length] ?? [];
    const named = civilDay(year, month, day);
    return { from: named, to: named + 1, named, exists: day !== 29 || month !== 2 || hasLeapDay(year) };
  },
});

/** The periods of a cadence that was read. */
export function cadenceOf(cadence: DutyCadence): Cadence {
  switch (cadence.every) {
    case "working-day":
      return days;
    case "week":
      return weeks(cadence.on);
    case "date":
      return fixedDates([...cadence.on].sort().map((date) => date.split("-").map(Number)));
    case "month":
    case "quarter":
    case "half-year":
    case "year":
      return months(cadence.every, cadence.on);
  }
}

/** A period by its name, or by its days where it has none. */
export function periodName(unit: DutyUnit, { from, to }: DayRange): Period {
  const date = fromDayNumber(from);
  if (unit === "day" || unit === "date") return date;
  return unit === "half-year" ? { from: date, to: fromDayNumber(to) } : periodOf(date, unit);
}
