import { describe, expect, test } from "vitest";
import * as z from "zod";

import { CN, CN_EXCHANGE } from "../../src/calendar/data/cn/index.ts";
import { HK, HK6 } from "../../src/calendar/data/hk/index.ts";
import { defineWorkingHours, readPeriod, type Period } from "../../src/calendar/index.ts";
import {
  CalendarExtensionSchema,
  CalendarOverridesSchema,
  CalendarYearSchema,
  LocalTimeSchema,
  PeriodSchema,
  WorkingCalendarSchema,
  WorkingHoursSchema,
} from "../../src/calendar/schema.ts";

const year = { from: "2027-01-01", to: "2028-01-01", status: "confirmed", off: [], work: [], sources: ["notice"] };

test.each([
  ["CN", CN],
  ["CN_EXCHANGE", CN_EXCHANGE],
  ["HK", HK],
  ["HK6", HK6],
])("%s passes, also as JSON", (_name, calendar) => {
  expect(WorkingCalendarSchema.parse(JSON.parse(JSON.stringify(calendar)))).toEqual(calendar);
});

test("years, extensions, overrides and hours pass", () => {
  expect(CalendarYearSchema.parse(year)).toEqual(year);
  const extension = { ...year, version: "2", amends: { work: ["2026-12-26"] } };
  expect(CalendarExtensionSchema.parse(extension)).toEqual(extension);
  const overrides = { off: [{ date: "2026-03-02", name: "flood" }], version: "2", source: "notice" };
  expect(CalendarOverridesSchema.parse(overrides)).toEqual(overrides);
  const hours = defineWorkingHours({
    id: "desk",
    version: "1",
    zone: "Asia/Hong_Kong",
    calendar: HK,
    week: { 1: [{ from: "09:00", to: "24:00" }] },
    makeUpDays: "own",
    overrides: [{ date: "2026-12-24", segments: [] }],
  });
  expect(WorkingHoursSchema.parse(JSON.parse(JSON.stringify(hours)))).toEqual(hours);
});

describe("shape", () => {
  const issuesOf = (schema: z.ZodType, value: unknown): string[] =>
    (schema.safeParse(value).error?.issues ?? []).map((issue) => issue.path.join("."));

  test.each([
    ["an unknown member", { ...HK, holidays: [] }, ""],
    ["no days off", { ...HK, off: undefined }, "off"],
    ["days off as an object", { ...HK, off: { "2026-01-01": "New Year" } }, "off"],
    ["a date that does not exist", { ...HK, off: [{ date: "2026-02-30", name: "x" }] }, "off.0.date"],
    ["a nameless holiday", { ...HK, off: [{ date: "2026-02-03", name: "" }] }, "off.0.name"],
    ["a JavaScript Sunday", { ...HK, weekend: [6, 0] }, "weekend.1"],
    ["no source", { ...HK, sources: [] }, "sources"],
    ["a number for a version", { ...HK, version: 2 }, "version"],
    ["an undefined provisional part", { ...CN, provisionalFrom: undefined }, "provisionalFrom"],
  ])("refuses %s", (_title, value, path) => {
    expect(issuesOf(WorkingCalendarSchema, value)).toEqual([path]);
  });

  test("refuses a status of its own making and an extension without version", () => {
    expect(issuesOf(CalendarYearSchema, { ...year, status: "draft" })).toEqual(["status"]);
    expect(issuesOf(CalendarExtensionSchema, year)).toEqual(["version"]);
    expect(issuesOf(CalendarOverridesSchema, { version: "2" })).toEqual(["source"]);
  });

  test.each(["09:00", "23:59:59", "24:00", "24:00:00", "00:00"])("%s is a clock time", (time) => {
    expect(LocalTimeSchema.safeParse(time).success).toBe(true);
  });

  test.each(["9:00", "24:01", "24:00:01", "23:60", "23:59:60", "09:00Z"])("%s is none", (time) => {
    expect(LocalTimeSchema.safeParse(time).success).toBe(false);
  });

  test.each<[unknown, boolean]>([
    ["2026", true],
    ["2026-Q4", true],
    ["2026-12", true],
    ["2026-W53", true],
    [{ from: "2026-01-01", to: "2026-02-01" }, true],
    ["2026-Q5", false],
    ["2026-13", false],
    ["2026-W54", false],
    ["2026-W00", false],
    ["2026-03-01", true],
    ["2026-02-30", false],
    ["2026-W09-1", false],
    [2026, false],
    [{ from: "2026-01-01" }, false],
  ])("%j is a period: %s", (period, expected) => {
    expect(PeriodSchema.safeParse(period).success).toBe(expected);
    // what the schema lets through, the function reads, and the other way round
    const read = (): unknown => readPeriod(period as Period);
    if (expected) expect(read()).toHaveProperty("from");
    else expect(read).toThrow();
  });

  test("has a JSON Schema", () => {
    expect(z.toJSONSchema(WorkingCalendarSchema)).toMatchObject({ type: "object", additionalProperties: false });
    expect(z.toJSONSchema(WorkingHoursSchema)).toMatchObject({ type: "object", additionalProperties: false });
  });
});
