import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { CN, CN_EXCHANGE } from "../../src/calendar/data/cn/index.ts";
import { HK, HK6 } from "../../src/calendar/data/hk/index.ts";
import {
  addWorkingDays,
  combineCalendars,
  daysBetween,
  defineCalendar,
  explainWorkingDays,
  isWorkingDay,
  rollDate,
  type WorkingCalendar,
  withOverrides,
  workingDays,
  workingDaysBetween,
} from "../../src/calendar/index.ts";

const DAY = 86_400_000;
const text = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Any date inside the coverage of all shipped calendars, far enough from its ends for 600 working days. */
const innerDate = fc
  .integer({ min: Date.parse("2010-01-01") / DAY, max: Date.parse("2024-01-01") / DAY })
  .map((day) => text(day * DAY));
const SHIPPED = { CN, CN_EXCHANGE, HK, HK6 } as const;
// by name, so that a counterexample does not print a whole calendar
const shipped = fc.constantFrom("CN" as const, "CN_EXCHANGE" as const, "HK" as const, "HK6" as const);
const steps = fc.integer({ min: 1, max: 300 });

/** Small calendars of any weekend, with holidays and make-up days anywhere; `from` is a Thursday. */
const anyCalendar: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    weekend: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), { maxLength: 6 }),
    length: fc.integer({ min: 1, max: 200 }),
    off: fc.uniqueArray(fc.nat(199), { maxLength: 30 }),
    work: fc.uniqueArray(fc.nat(199), { maxLength: 30 }),
  })
  .map(({ weekend, length, off, work }) => {
    const at = (i: number): string => text(Date.parse("2026-01-01") + i * DAY);
    const isWeekendDay = (i: number): boolean => (weekend as number[]).includes(((i + 3) % 7) + 1);
    const daysOff = off.filter((i) => i < length);
    return {
      id: "any",
      version: "1",
      weekend: weekend,
      from: at(0),
      to: at(length),
      off: daysOff.map((i) => ({ date: at(i), name: `day ${String(i)}` })),
      work: work.filter((i) => i < length && isWeekendDay(i) && !daysOff.includes(i)).map(at),
      sources: ["law"],
    };
  });

const daysOf = (calendar: WorkingCalendar): string[] => {
  const days: string[] = [];
  for (let at = Date.parse(calendar.from); at < Date.parse(calendar.to); at += DAY) days.push(text(at));
  return days;
};

describe("counting", () => {
  test("counts of adjoining stretches add up, and a count back is the negative", () => {
    fc.assert(
      fc.property(shipped, innerDate, innerDate, innerDate, (name, a, b, c) => {
        const calendar = SHIPPED[name];
        const count = workingDaysBetween(calendar, a, c);
        expect(workingDaysBetween(calendar, a, b) + workingDaysBetween(calendar, b, c)).toBe(count);
        expect(workingDaysBetween(calendar, c, a)).toBe(0 - count);
      }),
    );
  });

  test("the n-th working day after a date is n working days from it", () => {
    fc.assert(
      fc.property(shipped, innerDate, steps, (name, date, n) => {
        const calendar = SHIPPED[name];
        const answer = addWorkingDays(calendar, date, n);
        expect(workingDaysBetween(calendar, date, answer)).toBe(n);
        expect(isWorkingDay(calendar, answer)).toBe(true);
        expect(answer > date).toBe(true);
      }),
    );
  });

  test("two steps one way are one step of their sum", () => {
    fc.assert(
      fc.property(shipped, innerDate, steps, steps, fc.constantFrom(1, -1), (name, date, a, b, sign) => {
        const calendar = SHIPPED[name];
        const twice = addWorkingDays(calendar, addWorkingDays(calendar, date, sign * a), sign * b);
        expect(twice).toBe(addWorkingDays(calendar, date, sign * (a + b)));
      }),
    );
  });

  test("from a working day, there and back again ends where it began", () => {
    fc.assert(
      fc.property(shipped, innerDate, steps, (name, date, n) => {
        const calendar = SHIPPED[name];
        const start = rollDate(calendar, date, "following");
        expect(addWorkingDays(calendar, addWorkingDays(calendar, start, n), -n)).toBe(start);
      }),
    );
  });

  test("every calendar day passed is either counted or explained", () => {
    fc.assert(
      fc.property(shipped, innerDate, steps, fc.constantFrom(1, -1), (name, date, n, sign) => {
        const calendar = SHIPPED[name];
        const { date: answer, skipped, madeUp } = explainWorkingDays(calendar, date, sign * n);
        expect(skipped.length + n).toBe(Math.abs(daysBetween(date, answer)));
        expect(skipped.every((day) => !isWorkingDay(calendar, day.date))).toBe(true);
        expect(madeUp.every((day) => calendar.work.includes(day))).toBe(true);
      }),
    );
  });
});

describe("rolling", () => {
  test("ends on a working day, the right way, and a second time changes nothing", () => {
    fc.assert(
      fc.property(shipped, innerDate, (name, date) => {
        const calendar = SHIPPED[name];
        for (const convention of ["following", "preceding", "modifiedFollowing", "nearest"] as const) {
          const rolled = rollDate(calendar, date, convention);
          expect(isWorkingDay(calendar, rolled)).toBe(true);
          expect(rollDate(calendar, rolled, convention)).toBe(rolled);
        }
        expect(rollDate(calendar, date, "following") >= date).toBe(true);
        expect(rollDate(calendar, date, "preceding") <= date).toBe(true);
        expect(rollDate(calendar, date, "modifiedFollowing").slice(0, 7)).toBe(date.slice(0, 7));
      }),
    );
  });
});

describe("calendars of any kind", () => {
  test("work the days their lists say, day by day", () => {
    fc.assert(
      fc.property(anyCalendar, (calendar) => {
        const off = calendar.off.map(({ date }) => date);
        const expected = daysOf(calendar).filter((date) => {
          const weekday = ((new Date(date).getUTCDay() + 6) % 7) + 1;
          return (
            calendar.work.includes(date) || !((calendar.weekend as number[]).includes(weekday) || off.includes(date))
          );
        });
        expect(workingDays(calendar, { from: calendar.from, to: calendar.to })).toEqual(expected);
        for (const [k, date] of expected.entries()) {
          expect(workingDaysBetween(calendar, calendar.from, date)).toBe(k + (expected[0] === calendar.from ? 0 : 1));
        }
      }),
    );
  });

  test("answer the same defined, parsed from JSON or with their lists in another order", () => {
    fc.assert(
      fc.property(anyCalendar, (calendar) => {
        const all = workingDays(calendar, calendar);
        const parsed = JSON.parse(JSON.stringify(calendar)) as WorkingCalendar;
        const reversed = { ...calendar, off: [...calendar.off].reverse(), work: [...calendar.work].reverse() };
        expect(workingDays(parsed, calendar)).toEqual(all);
        expect(workingDays(reversed, calendar)).toEqual(all);
        expect(workingDays(defineCalendar(calendar), calendar)).toEqual(all);
      }),
    );
  });

  test("an override changes the days it names and no other", () => {
    fc.assert(
      fc.property(anyCalendar, fc.uniqueArray(fc.nat(199)), (calendar, picks) => {
        const days = daysOf(calendar);
        const named = picks.flatMap((i) => days[i] ?? []);
        const off = named.filter((_, i) => i % 2 === 0);
        const work = named.filter((_, i) => i % 2 === 1);
        const changed = withOverrides(calendar, {
          off: off.map((date) => ({ date, name: "closed" })),
          work,
          version: "2",
          source: "law",
        });
        for (const date of days) {
          const expected = off.includes(date) ? false : work.includes(date) || isWorkingDay(calendar, date);
          expect(isWorkingDay(changed, date)).toBe(expected);
        }
      }),
    );
  });

  test("all is the conjunction, any the disjunction, whatever the order", () => {
    fc.assert(
      fc.property(anyCalendar, anyCalendar, (a, b) => {
        const all = combineCalendars("all", a, b);
        const any = combineCalendars("any", a, b);
        for (const date of daysOf(all)) {
          expect(isWorkingDay(all, date)).toBe(isWorkingDay(a, date) && isWorkingDay(b, date));
          expect(isWorkingDay(any, date)).toBe(isWorkingDay(a, date) || isWorkingDay(b, date));
        }
        expect(workingDays(combineCalendars("all", b, a), all)).toEqual(workingDays(all, all));
        expect(workingDays(combineCalendars("any", b, a), any)).toEqual(workingDays(any, any));
      }),
    );
  });
});
