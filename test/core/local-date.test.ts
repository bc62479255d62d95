import { describe, expect, test } from "vitest";

import {
  readInteger,
  compareDates,
  datePartsOf,
  dayNumberOf,
  daysInMonth,
  fromDayNumber,
  isLeapYear,
  isoWeekday,
  MAX_DAY_NUMBER,
  MIN_DAY_NUMBER,
  toDayNumber,
  tryDayNumber,
} from "../../src/core/index.ts";

describe("day numbers", () => {
  // days since 1970-01-01, counted as years × 365 + leap days + days into the year
  test.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["1970-12-31", 364],
    ["1972-02-29", 2 * 365 + 31 + 28],
    ["1972-03-01", 2 * 365 + 31 + 29],
    ["2000-01-01", 30 * 365 + 7],
    ["2026-11-21", 56 * 365 + 14 + (31 + 28 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 31) + 20],
    ["0001-01-01", MIN_DAY_NUMBER],
    ["9999-12-31", MAX_DAY_NUMBER],
  ])("%s is day %i", (date, day) => {
    expect(toDayNumber(date)).toBe(day);
    expect(fromDayNumber(day)).toBe(date);
  });

  test("parts of a day number", () => {
    expect(datePartsOf(dayNumberOf(2024, 2, 29))).toStrictEqual({ year: 2024, month: 2, day: 29 });
  });

  // 2026-11-21 is a Saturday; 1970-01-01 was a Thursday; 0001-01-01 a Monday (proleptic Gregorian)
  test.each([
    ["2026-11-21", 6],
    ["2026-11-22", 7],
    ["2026-11-23", 1],
    ["1970-01-01", 4],
    ["1969-12-28", 7],
    ["0001-01-01", 1],
  ])("%s has ISO weekday %i", (date, weekday) => {
    expect(isoWeekday(toDayNumber(date))).toBe(weekday);
  });
});

describe("bad dates", () => {
  const notDates: readonly unknown[] = [
    "2026-02-30",
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "0000-01-01",
    "2026-1-1",
    "2026/01/01",
    "2026/01-01",
    "2026-01/01",
    "2026-01-01T00:00:00Z",
    " 2026-01-01",
    "2026-01-01 ",
    "+026-01-01",
    "２０２６-01-01",
    "20260101",
    "",
    20260101,
    NaN,
    null,
    undefined,
    new Date(0),
  ];

  // the signs beside the digits, in each of their places
  test.each(["2026-11-15", "2009-10-09", "0001-01-01"])("%s with a sign for one of its digits", (date) => {
    for (const at of [0, 1, 2, 3, 5, 6, 8, 9]) {
      for (const sign of ["/", ":", "a", " ", "-"]) {
        expect(tryDayNumber(date.slice(0, at) + sign + date.slice(at + 1))).toBeNull();
      }
    }
  });

  test.each(notDates.map((value) => [value]))("%o is refused with code, path and details", (value) => {
    expect(tryDayNumber(value)).toBeNull();
    expect(() => toDayNumber(value as string, "asOf")).toThrow(
      expect.objectContaining({
        code: "core/invalid-date",
        path: ["asOf"],
        details: expect.objectContaining({ received: expect.any(String) as string }) as object,
      }),
    );
  });

  test.each([MIN_DAY_NUMBER - 1, MAX_DAY_NUMBER + 1, 0.5, NaN, Infinity])("day number %d has no date", (day) => {
    expect(() => fromDayNumber(day, "to")).toThrow(
      expect.objectContaining({ code: "core/invalid-date", path: ["to"], details: { received: String(day) } }),
    );
  });
});

test.each([
  [2000, true],
  [1900, false],
  [2024, true],
  [2026, false],
])("year %i leap: %s", (year, leap) => {
  expect(isLeapYear(year)).toBe(leap);
  expect(daysInMonth(year, 2)).toBe(leap ? 29 : 28);
});

test("lengths of the months", () => {
  expect(Array.from({ length: 12 }, (_, index) => daysInMonth(2026, index + 1))).toStrictEqual([
    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
  ]);
});

test("order of dates", () => {
  expect(compareDates("2026-01-31", "2026-02-01")).toBe(-1);
  expect(compareDates("2026-02-01", "2026-01-31")).toBe(1);
  expect(compareDates("2026-02-01", "2026-02-01")).toBe(0);
});

test.each<[string, string, () => unknown, string]>([
  [
    "date",
    "core/invalid-date",
    () => toDayNumber("x"),
    "date: not a date that exists, written YYYY-MM-DD; got string(1)",
  ],
  [
    "a",
    "core/invalid-date",
    () => compareDates("x", "2026-02-01"),
    "a: not a date that exists, written YYYY-MM-DD; got string(1)",
  ],
  [
    "b",
    "core/invalid-date",
    () => compareDates("2026-02-01", "x"),
    "b: not a date that exists, written YYYY-MM-DD; got string(1)",
  ],
  ["day", "core/invalid-date", () => fromDayNumber(1e9), "day: outside the years 0001 to 9999; got 1000000000"],
  ["day", "core/invalid-date", () => datePartsOf(1e9), "day: outside the years 0001 to 9999; got 1000000000"],
  ["day", "core/invalid-date", () => isoWeekday(1e9), "day: outside the years 0001 to 9999; got 1000000000"],
  ["year", "core/invalid-integer", () => isLeapYear(0), "year: a whole number from 1 to 9999; got 0"],
  ["year", "core/invalid-integer", () => daysInMonth(10_000, 1), "year: a whole number from 1 to 9999; got 10000"],
  ["month", "core/invalid-integer", () => daysInMonth(2026, 13), "month: a whole number from 1 to 12; got 13"],
  ["month", "core/invalid-integer", () => dayNumberOf(2026, 0, 1), "month: a whole number from 1 to 12; got 0"],
  ["day", "core/invalid-integer", () => dayNumberOf(2026, 2, 29), "day: a whole number from 1 to 28; got 29"],
  ["day", "core/invalid-integer", () => dayNumberOf(2024, 2, 0), "day: a whole number from 1 to 29; got 0"],
])("a wrong %s is refused by its name", (name, code, call, message) => {
  expect(call).toThrow(expect.objectContaining({ code, path: [name], message }));
});

test.each([NaN, Infinity, 2.5, 2 ** 53, -1, 11])("%d is not a whole number from 0 to 10", (n) => {
  expect(() => readInteger(n, "n", 0, 10)).toThrow(
    expect.objectContaining({
      code: "core/invalid-integer",
      path: ["n"],
      details: { received: String(n), min: 0, max: 10 },
    }),
  );
});

test("the ends of the range are whole numbers of it", () => {
  expect([readInteger(0, "n", 0, 10), readInteger(10, "n", 0, 10)]).toStrictEqual([0, 10]);
});

test.each([[1n], [Symbol("x")], [null], [undefined], ["1"], [0.5], [Number.NaN], [-0.5]])(
  "what is not a whole number has no date: %s",
  (day) => {
    expect(() => fromDayNumber(day as number)).toThrow(expect.objectContaining({ code: "core/invalid-date" }));
  },
);
