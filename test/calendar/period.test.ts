import { describe, expect, test } from "vitest";

import {
  intersectPeriods,
  readPeriod,
  type Period,
  periodContains,
  periodLength,
  periodOf,
  type PeriodUnit,
  splitPeriod,
} from "../../src/calendar/index.ts";
import { refusalOf } from "../support/refusal.ts";

test.each([
  ["2026", "2026-01-01", "2027-01-01"],
  ["2026-Q1", "2026-01-01", "2026-04-01"],
  ["2026-Q4", "2026-10-01", "2027-01-01"],
  ["2026-03", "2026-03-01", "2026-04-01"],
  ["2024-02", "2024-02-01", "2024-03-01"],
  ["2026-12", "2026-12-01", "2027-01-01"],
  ["2026-W01", "2025-12-29", "2026-01-05"],
  ["2026-W09", "2026-02-23", "2026-03-02"],
  ["2026-W53", "2026-12-28", "2027-01-04"],
  ["2020-W53", "2020-12-28", "2021-01-04"],
  ["2021-W01", "2021-01-04", "2021-01-11"],
  ["0001", "0001-01-01", "0002-01-01"],
  ["2026-03-01", "2026-03-01", "2026-03-02"],
  ["2026-12-31", "2026-12-31", "2027-01-01"],
  ["2024-02-29", "2024-02-29", "2024-03-01"],
])("%s runs from %s to %s", (period, from, to) => {
  expect(readPeriod(period)).toEqual({ from, to });
  expect(periodLength(period)).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
});

test("a range passes through, without strangers in it", () => {
  const range = { from: "2026-03-01", to: "2026-03-02", note: "x" };
  expect(readPeriod(range)).toEqual({ from: "2026-03-01", to: "2026-03-02" });
});

test.each([
  ["2026-13", { period: "2026-13" }],
  ["2026-00", { period: "2026-00" }],
  ["2026-W00", { period: "2026-W00" }],
  ["2025-W53", { period: "2025-W53" }],
  ["2026-W54", { period: "2026-W54" }],
  ["9999", { period: "9999" }],
  ["2026-Q5", { received: "2026-Q5" }],
  ["2026-3", { received: "2026-3" }],
  ["0000", { received: "0000" }],
  ["26", { received: "26" }],
  [" 2026", { received: " 2026" }],
  ["2026-W09-1", { received: "2026-W09-1" }],
  ["2026-3-01", { received: "2026-3-01" }],
  ["2026-03-01 ", { received: "2026-03-01 " }],
  ["9999-12-31", { period: "9999-12-31" }],
  [2026, { received: "2026", type: "number" }],
  [null, { received: "null" }],
  [undefined, { received: "undefined" }],
  [
    { from: "2026-03-02", to: "2026-03-01" },
    { from: "2026-03-02", to: "2026-03-01" },
  ],
  [
    { from: "2026-03-01", to: "2026-03-01" },
    { from: "2026-03-01", to: "2026-03-01" },
  ],
])("%j is no period", (period, details) => {
  const refused = { code: "calendar/invalid-period", path: ["period"], details };
  expect(refusalOf(() => readPeriod(period as Period))).toEqual(refused);
  expect(refusalOf(() => splitPeriod(period as Period, "month"))).toEqual(refused);
});

test("a day that does not exist is refused as a date", () => {
  expect(refusalOf(() => readPeriod("2026-02-30"))).toEqual({
    code: "core/invalid-date",
    path: ["period"],
    details: { received: "2026-02-30" },
  });
});

test("an end that is no date is named", () => {
  expect(refusalOf(() => readPeriod({ from: "2026-02-30", to: "2026-03-01" }))).toEqual({
    code: "core/invalid-date",
    path: ["period", "from"],
    details: { received: "2026-02-30" },
  });
  expect(refusalOf(() => readPeriod({ from: "2026-02-01" } as Period))).toEqual({
    code: "core/invalid-date",
    path: ["period", "to"],
    details: { received: "undefined" },
  });
});

describe("containment", () => {
  test.each([
    ["2026-03", "2026-03-01", true],
    ["2026-03", "2026-03-31", true],
    ["2026-03", "2026-04-01", false],
    ["2026-03", "2026-02-28", false],
    ["2026", "2026-Q3", true],
    ["2026", "2026", true],
    ["2026", "2026-W01", false],
    ["2026-03", "2026", false],
    ["2026-03-01", "2026-03-01", true],
    ["2026-03-01", "2026-03-02", false],
    ["2026-03-01", "2026-03", false],
    [{ from: "2026-03-01", to: "2026-03-02" }, "2026-03-01", true],
    ["2026-W09", "2026-03-01", true],
    ["9998", "9999-12-31", false],
  ])("%s holds %s: %s", (period, inner, expected) => {
    expect(periodContains(period, inner)).toBe(expected);
  });

  test.each([
    ["2026-Q1", "2026-03", { from: "2026-03-01", to: "2026-04-01" }],
    ["2026-W09", "2026-03", { from: "2026-03-01", to: "2026-03-02" }],
    ["2026-03", "2026-04", null],
    ["2026-03", "2026-03-31", { from: "2026-03-31", to: "2026-04-01" }],
  ])("%s and %s share", (a, b, shared) => {
    expect(intersectPeriods(a, b)).toEqual(shared);
    expect(intersectPeriods(b, a)).toEqual(shared);
  });

  test("both sides are checked by name", () => {
    expect(refusalOf(() => periodContains("2026", "2026-02-30"))).toMatchObject({
      code: "core/invalid-date",
      path: ["inner"],
    });
    expect(refusalOf(() => periodContains("2026", "x"))).toMatchObject({
      code: "calendar/invalid-period",
      path: ["inner"],
    });
    expect(refusalOf(() => intersectPeriods("2026", "x"))).toMatchObject({
      code: "calendar/invalid-period",
      path: ["b"],
    });
  });
});

describe("splitting", () => {
  test.each<[Period, PeriodUnit, string[]]>([
    ["2026", "quarter", ["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"]],
    ["2026-Q1", "month", ["2026-01-01", "2026-02-01", "2026-03-01"]],
    [{ from: "2025-11-15", to: "2027-02-01" }, "year", ["2025-11-15", "2026-01-01", "2027-01-01"]],
    ["2026-03", "week", ["2026-03-01", "2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30"]],
    ["2026-W09", "day", ["23", "24", "25", "26", "27", "28"].map((day) => `2026-02-${day}`).concat("2026-03-01")],
    [{ from: "2026-02-10", to: "2026-08-20" }, "quarter", ["2026-02-10", "2026-04-01", "2026-07-01"]],
  ])("%j by %s", (period, unit, starts) => {
    const pieces = splitPeriod(period, unit);
    expect(pieces.map(({ from }) => from)).toEqual(starts);
    expect(pieces.map(({ to }) => to)).toEqual([...starts.slice(1), readPeriod(period).to]);
  });

  test("an unknown unit is refused", () => {
    expect(refusalOf(() => splitPeriod("2026", "decade" as PeriodUnit))).toEqual({
      code: "calendar/invalid-option",
      path: ["unit"],
      details: { received: "string(6)", allowed: ["day", "week", "month", "quarter", "year"] },
    });
  });
});

test.each([
  ["2026-03-01", "2026", "2026-Q1", "2026-03", "2026-W09"],
  ["2027-01-01", "2027", "2027-Q1", "2027-01", "2026-W53"],
  ["2025-12-29", "2025", "2025-Q4", "2025-12", "2026-W01"],
  ["0800-06-30", "0800", "0800-Q2", "0800-06", "0800-W26"],
])("%s lies in %s, %s, %s and %s", (date, year, quarter, month, week) => {
  expect([periodOf(date, "year"), periodOf(date, "quarter"), periodOf(date, "month"), periodOf(date, "week")]).toEqual([
    year,
    quarter,
    month,
    week,
  ]);
  expect(periodContains(week, date)).toBe(true);
});

test("the unit of a name is checked", () => {
  expect(refusalOf(() => periodOf("2026-03-01", "day" as "week"))).toEqual({
    code: "calendar/invalid-option",
    path: ["unit"],
    details: { received: "string(3)", allowed: ["week", "month", "quarter", "year"] },
  });
});
