import { describe, expect, test } from "vitest";

import {
  addWorkingDays,
  explainWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  rollDate,
  type WorkingCalendar,
  workingDays,
  workingDaysBetween,
} from "../../src/calendar/index.ts";
import { CN, CN_EXCHANGE } from "../../src/calendar/data/cn/index.ts";
import { HK, HK6 } from "../../src/calendar/data/hk/index.ts";

/** Every day of a calendar, judged from its plain lists alone: no index, no code of the library. */
function walk(calendar: WorkingCalendar): { days: string[]; isWorked: boolean[] } {
  const off = new Set(calendar.off.map(({ date }) => date));
  const work = new Set(calendar.work);
  const days: string[] = [];
  const isWorked: boolean[] = [];
  const end = Date.parse(calendar.to);
  for (let at = Date.parse(calendar.from); at < end; at += 86_400_000) {
    const date = new Date(at);
    const text = date.toISOString().slice(0, 10);
    const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
    const isRest = (calendar.weekend as readonly number[]).includes(weekday) || off.has(text);
    days.push(text);
    isWorked.push(work.has(text) || !isRest);
  }
  return { days, isWorked };
}

/** The n-th worked day after or before a position, one step at a time. */
function step(isWorked: readonly boolean[], from: number, n: number): number | null {
  const direction = n > 0 ? 1 : -1;
  let left = Math.abs(n);
  let at = from;
  while (left > 0) {
    at += direction;
    const day = isWorked[at];
    if (day === undefined) return null;
    if (day) left--;
  }
  return at;
}

function attempt<T>(call: () => T): T | null {
  try {
    return call();
  } catch (error) {
    if ((error as { code?: unknown }).code === "calendar/out-of-range") return null;
    throw error;
  }
}

/** Compares silently and keeps the first difference, because 30,000 days times 20 questions are too many assertions. */
function firstDifference(
  calendar: WorkingCalendar,
  question: (date: string, position: number) => { actual: unknown; expected: unknown },
): unknown {
  const { days } = walk(calendar);
  for (const [i, date] of days.entries()) {
    const { actual, expected } = question(date, i);
    if (actual !== expected) return { date, actual, expected };
  }
  return null;
}

describe.each([
  ["CN", CN, 7305],
  ["CN_EXCHANGE", CN_EXCHANGE, 7305],
  ["HK", HK, 7670],
  ["HK6", HK6, 7670],
])("every day of %s agrees with a walk", (_name, calendar, length) => {
  const { days, isWorked } = walk(calendar);
  const at = (position: number | null): string | null => (position === null ? null : (days[position] ?? null));

  test("the walk covers the whole calendar", () => {
    expect(days).toHaveLength(length);
  });

  test("isWorkingDay", () => {
    expect(
      firstDifference(calendar, (date, i) => ({ actual: isWorkingDay(calendar, date), expected: isWorked[i] })),
    ).toBeNull();
  });

  test.each([1, -1, 2, -2, 3, -3, 7, -7, 30, -30, 250, -250])("addWorkingDays by %i", (n) => {
    expect(
      firstDifference(calendar, (date, i) => ({
        actual: attempt(() => addWorkingDays(calendar, date, n)),
        expected: at(step(isWorked, i, n)),
      })),
    ).toBeNull();
  });

  test("nextWorkingDay and previousWorkingDay", () => {
    expect(
      firstDifference(calendar, (date, i) => ({
        actual: `${String(attempt(() => nextWorkingDay(calendar, date)))} ${String(attempt(() => previousWorkingDay(calendar, date)))}`,
        expected: `${String(at(step(isWorked, i, 1)))} ${String(at(step(isWorked, i, -1)))}`,
      })),
    ).toBeNull();
  });

  test.each([1, 5, 100, 1000])("workingDaysBetween dates %i days apart, both ways", (distance) => {
    expect(
      firstDifference(calendar, (date, i) => {
        const other = days[i + distance];
        // far apart every 13th day is enough, and 13 is prime to the week
        if (other === undefined || (distance > 100 && i % 13 !== 0)) return { actual: 0, expected: 0 };
        const expected = isWorked.slice(i + 1, i + distance + 1).filter(Boolean).length;
        const forth = workingDaysBetween(calendar, date, other);
        const back = workingDaysBetween(calendar, other, date);
        return { actual: `${String(forth)} ${String(back)}`, expected: `${String(expected)} ${String(-expected)}` };
      }),
    ).toBeNull();
  });

  test("rollDate by every convention", () => {
    const walked = (i: number, convention: string): string | null => {
      if (isWorked[i] === true) return days[i] ?? null;
      const after = step(isWorked, i, 1);
      const before = step(isWorked, i, -1);
      if (convention === "following") return at(after);
      if (convention === "preceding") return at(before);
      if (convention === "nearest") {
        // an uncovered working day is at least as far away as the nearest uncovered day
        if (after === null) return before !== null && i - before < days.length - i ? at(before) : null;
        if (before === null) return after - i <= i + 1 ? at(after) : null;
        return at(i - before < after - i ? before : after);
      }
      const month = days[i]?.slice(0, 7);
      // all four calendars end with a year, so a following day that is not covered lies in another month
      return after !== null && days[after]?.slice(0, 7) === month ? at(after) : at(before);
    };
    for (const convention of ["following", "preceding", "modifiedFollowing", "nearest"] as const) {
      expect(
        firstDifference(calendar, (date, i) => ({
          actual: attempt(() => rollDate(calendar, date, convention)),
          expected: walked(i, convention),
        })),
      ).toBeNull();
    }
  });

  test.each([3, -3])("explainWorkingDays by %i passes over exactly the days that are not worked", (n) => {
    expect(
      firstDifference(calendar, (date, i) => {
        const end = step(isWorked, i, n);
        if (end === null) return { actual: 0, expected: 0 };
        const answer = explainWorkingDays(calendar, date, n);
        const between = n > 0 ? days.slice(i + 1, end) : days.slice(end + 1, i).reverse();
        const skipped = between.filter((day) => isWorked[days.indexOf(day, Math.max(0, i - 40))] === false);
        const madeUp = [...between, days[end] ?? ""].filter((day) => calendar.work.includes(day));
        return {
          actual: JSON.stringify([answer.date, answer.skipped.map((day) => day.date), answer.madeUp]),
          expected: JSON.stringify([days[end], skipped, madeUp]),
        };
      }),
    ).toBeNull();
  });

  test("workingDays of each month list the worked days", () => {
    const months = new Set(days.map((day) => day.slice(0, 7)));
    for (const month of months) {
      expect(workingDays(calendar, month)).toEqual(days.filter((day, i) => day.startsWith(month) && isWorked[i]));
    }
  });
});
