import { describe, expect, test } from "vitest";

import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  daysBetween,
  endOf,
  isEndOfMonth,
  isoWeekOf,
  monthsBetween,
  quarterOf,
  startOf,
  weekdayOf,
  yearsBetween,
} from "../../src/calendar/index.ts";
import { refusalOf } from "../support/refusal.ts";

test.each([
  ["2026-02-28", 1, "2026-03-01"],
  ["2024-02-28", 1, "2024-02-29"],
  ["2026-01-01", -1, "2025-12-31"],
  ["2026-03-01", 0, "2026-03-01"],
  ["2000-01-01", 36525, "2100-01-01"],
])("%s plus %i days", (date, n, expected) => {
  expect(addDays(date, n)).toBe(expected);
  expect(daysBetween(date, expected)).toBe(n);
  expect(addDays(expected, -n)).toBe(date);
});

test.each([
  ["2026-01-31", 1, "2026-02-28", "2026-02-28"],
  ["2024-01-31", 1, "2024-02-29", "2024-02-29"],
  ["2026-01-30", 1, "2026-02-28", "2026-02-28"],
  ["2026-02-28", 1, "2026-03-28", "2026-03-31"],
  ["2024-02-28", 1, "2024-03-28", "2024-03-28"],
  ["2024-02-29", 12, "2025-02-28", "2025-02-28"],
  ["2026-04-30", -2, "2026-02-28", "2026-02-28"],
  ["2026-02-28", -2, "2025-12-28", "2025-12-31"],
  ["2026-01-15", -1, "2025-12-15", "2025-12-15"],
  ["2026-12-15", 1, "2027-01-15", "2027-01-15"],
  ["2026-03-31", 0, "2026-03-31", "2026-03-31"],
])("%s plus %i months, clipped and sticking", (date, n, clipped, stuck) => {
  expect(addMonths(date, n)).toBe(clipped);
  expect(addMonths(date, n, { endOfMonth: "clip" })).toBe(clipped);
  expect(addMonths(date, n, { endOfMonth: "stick" })).toBe(stuck);
});

test.each([
  ["2024-02-29", 1, "2025-02-28", "2025-02-28"],
  ["2024-02-29", 4, "2028-02-29", "2028-02-29"],
  ["2025-02-28", -1, "2024-02-28", "2024-02-29"],
  ["2026-07-01", 10, "2036-07-01", "2036-07-01"],
])("%s plus %i years, clipped and sticking", (date, n, clipped, stuck) => {
  expect(addYears(date, n)).toBe(clipped);
  expect(addYears(date, n, { endOfMonth: "stick" })).toBe(stuck);
});

test.each([
  ["2026-01-31", "2026-02-28", 1, 0],
  ["2026-01-31", "2026-02-27", 0, 0],
  ["2026-01-15", "2026-02-14", 0, 0],
  ["2026-01-15", "2026-02-15", 1, 0],
  ["2024-02-29", "2025-02-28", 12, 1],
  ["2024-02-29", "2025-02-27", 11, 0],
  ["1960-03-02", "2026-03-01", 66 * 12 - 1, 65],
  ["1960-03-01", "2026-03-01", 66 * 12, 66],
  ["2026-03-01", "2026-03-01", 0, 0],
])("from %s to %s", (from, to, months, years) => {
  expect(monthsBetween(from, to)).toBe(months);
  expect(yearsBetween(from, to)).toBe(years);
  expect(monthsBetween(to, from)).toBe(0 - months);
  expect(yearsBetween(to, from)).toBe(0 - years);
});

describe("age", () => {
  // a leap-day child in common years on both sides of the anniversary, in leap years, in 1900 and 2000; the others
  // never feel the rule
  test.each([
    ["2004-02-29", "2026-02-27", 21, 21],
    ["2004-02-29", "2026-02-28", 22, 21],
    ["2004-02-29", "2026-03-01", 22, 22],
    ["2004-02-29", "2028-02-28", 23, 23],
    ["2004-02-29", "2028-02-29", 24, 24],
    ["2004-02-29", "2004-02-29", 0, 0],
    ["2004-02-29", "2005-02-28", 1, 0],
    ["1896-02-29", "1900-02-28", 4, 3],
    ["1896-02-29", "1900-03-01", 4, 4],
    ["1896-02-29", "2000-02-28", 103, 103],
    ["1896-02-29", "2000-02-29", 104, 104],
    ["2004-02-28", "2026-02-27", 21, 21],
    ["2004-02-28", "2026-02-28", 22, 22],
    ["2004-03-01", "2026-02-28", 21, 21],
    ["2004-03-01", "2026-03-01", 22, 22],
    ["1960-03-02", "2026-03-01", 65, 65],
    ["1990-03-29", "2026-03-28", 35, 35],
    ["1990-02-28", "2026-02-27", 35, 35],
    ["2025-12-31", "2026-01-01", 0, 0],
    ["2025-12-31", "2026-12-30", 0, 0],
    ["2025-12-31", "2026-12-31", 1, 1],
  ])("born %s, on %s: %i, or %i where the leap day waits for March", (birthDate, asOf, february, march) => {
    expect(ageOn(birthDate, asOf, { leapDay: "28-february" })).toBe(february);
    expect(ageOn(birthDate, asOf, { leapDay: "1-march" })).toBe(march);
  });

  test("a birth after the day asked for is refused, without the birth date", () => {
    expect(refusalOf(() => ageOn("2026-03-02", "2026-03-01", { leapDay: "1-march" }))).toEqual({
      code: "calendar/birth-after-as-of",
      path: ["birthDate"],
      details: { asOf: "2026-03-01" },
    });
  });

  test.each([[{}], [undefined], [{ leapDay: "29-february" }]])(
    "the rule %j is refused for every birth date",
    (options) => {
      expect(refusalOf(() => ageOn("2000-01-01", "2026-03-01", options as { leapDay: "1-march" }))).toMatchObject({
        code: "calendar/invalid-option",
        path: ["options", "leapDay"],
        details: { allowed: ["28-february", "1-march"] },
      });
    },
  );

  test("dates are named", () => {
    const rule = { leapDay: "1-march" } as const;
    expect(refusalOf(() => ageOn("2026-02-30", "2026-03-01", rule))).toMatchObject({
      code: "core/invalid-date",
      path: ["birthDate"],
    });
    expect(refusalOf(() => ageOn("2026-02-28", "today", rule))).toMatchObject({
      code: "core/invalid-date",
      path: ["asOf"],
    });
  });
});

test.each([
  ["2026-03-01", 7, { year: 2026, week: 9 }, 1],
  ["2026-03-02", 1, { year: 2026, week: 10 }, 1],
  ["2027-01-03", 7, { year: 2026, week: 53 }, 1],
  ["2025-12-29", 1, { year: 2026, week: 1 }, 4],
  ["2026-06-30", 2, { year: 2026, week: 27 }, 2],
  ["2026-07-01", 3, { year: 2026, week: 27 }, 3],
])("%s: weekday, ISO week, quarter", (date, weekday, week, quarter) => {
  expect(weekdayOf(date)).toBe(weekday);
  expect(isoWeekOf(date)).toEqual(week);
  expect(quarterOf(date)).toBe(quarter);
});

test.each([
  ["2026-03-01", "week", "2026-02-23", "2026-03-01"],
  ["2026-03-02", "week", "2026-03-02", "2026-03-08"],
  ["2024-02-10", "month", "2024-02-01", "2024-02-29"],
  ["2026-12-31", "month", "2026-12-01", "2026-12-31"],
  ["2026-05-05", "quarter", "2026-04-01", "2026-06-30"],
  ["2026-12-05", "quarter", "2026-10-01", "2026-12-31"],
  ["2026-05-05", "year", "2026-01-01", "2026-12-31"],
] as const)("%s lies in the %s from %s to %s", (date, unit, first, last) => {
  expect(startOf(date, unit)).toBe(first);
  expect(endOf(date, unit)).toBe(last);
});

test.each([
  ["2026-02-28", true],
  ["2024-02-28", false],
  ["2024-02-29", true],
  ["2026-04-30", true],
  ["2026-05-30", false],
])("%s ends its month: %s", (date, expected) => {
  expect(isEndOfMonth(date)).toBe(expected);
});

describe("refusals", () => {
  test.each([
    [() => addDays("2026-02-30", 1), "date", "2026-02-30"],
    [() => addMonths("2026-02-30", 1), "date", "2026-02-30"],
    [() => addDays("9999-12-31", 1), "n", "2932897"],
    [() => addMonths("0001-01-01", -1), "n", "-719193"],
    [() => daysBetween("2026-02-30", "2026-03-01"), "from", "2026-02-30"],
    [() => monthsBetween("2026-03-01", "2026-02-30"), "to", "2026-02-30"],
    [() => weekdayOf("2026-02-30"), "date", "2026-02-30"],
    [() => startOf("2026-02-30", "week"), "date", "2026-02-30"],
    [() => quarterOf("x"), "date", "string(1)"],
  ])("%# a date that does not exist", (call, parameter, received) => {
    expect(refusalOf(call)).toEqual({ code: "core/invalid-date", path: [parameter], details: { received } });
  });

  test.each([10_000, 1e15, -1e15])("%s years lead out of the years 0001 to 9999", (n) => {
    expect(refusalOf(() => addYears("2026-01-01", n))).toMatchObject({ code: "core/invalid-date", path: ["n"] });
  });

  test.each([Number.NaN, 2.5, Number.POSITIVE_INFINITY])("%s is no number of days, months or years", (n) => {
    for (const add of [addDays, addMonths, addYears]) {
      expect(refusalOf(() => add("2026-03-01", n))).toMatchObject({
        code: "core/invalid-integer",
        path: ["n"],
        details: { received: String(n) },
      });
    }
  });

  test("unknown options", () => {
    expect(refusalOf(() => addMonths("2026-03-01", 1, { endOfMonth: "keep" as "clip" }))).toEqual({
      code: "calendar/invalid-option",
      path: ["options", "endOfMonth"],
      details: { received: "string(4)", allowed: ["clip", "stick"] },
    });
    expect(refusalOf(() => endOf("2026-03-01", "day" as "week"))).toEqual({
      code: "calendar/invalid-option",
      path: ["unit"],
      details: { received: "string(3)", allowed: ["week", "month", "quarter", "year"] },
    });
  });
});
