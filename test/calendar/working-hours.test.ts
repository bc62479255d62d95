import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { HK } from "../../src/calendar/data/hk/index.ts";
import {
  addWorkingMinutes,
  defineWorkingHours,
  isOpen,
  nextOpening,
  type TimeSegment,
  type WorkingCalendar,
  type WorkingHours,
  workingMinutesBetween,
} from "../../src/calendar/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { utc, wallClock } from "./wall-clock.ts";

const seg = (...texts: string[]): TimeSegment[] => texts.map((text) => ({ from: text.slice(0, 5), to: text.slice(6) }));

const everyDay = (from: string, to: string): WorkingCalendar => ({
  id: "every-day",
  version: "1",
  weekend: [],
  from,
  to,
  off: [],
  work: [],
  sources: ["test"],
});

const bank = seg("09:00-12:00", "13:30-18:00");
const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"];
const week = (segments: TimeSegment[]): WorkingHours["week"] => ({
  1: segments,
  2: segments,
  3: segments,
  4: segments,
  5: segments,
});
const allWeek = (segments: TimeSegment[]): WorkingHours["week"] => ({ ...week(segments), 6: segments, 7: segments });

const desk: WorkingHours = { id: "desk", version: "1", zone: "Asia/Shanghai", calendar: CN, week: week(bank) };

describe("a bank desk in Shanghai", () => {
  test.each([
    ["2026-03-02T09:00:00+08:00", 180, "2026-03-02T12:00:00+08:00"],
    ["2026-03-02T09:00:00+08:00", 181, "2026-03-02T13:31:00+08:00"],
    ["2026-03-02T09:00:00+08:00", 450, "2026-03-02T18:00:00+08:00"],
    ["2026-03-02T12:30:00+08:00", 1, "2026-03-02T13:31:00+08:00"],
    ["2026-03-02T20:00:00+08:00", 60, "2026-03-03T10:00:00+08:00"],
    // the make-up Saturday has Monday's hours; the festival follows
    ["2026-02-13T17:00:00+08:00", 61, "2026-02-14T09:01:00+08:00"],
    ["2026-02-14T17:00:00+08:00", 61, "2026-02-24T09:01:00+08:00"],
    ["2026-02-24T09:00:00+08:00", -1, "2026-02-14T17:59:00+08:00"],
    ["2026-03-02T13:30:00+08:00", -180, "2026-03-02T09:00:00+08:00"],
    ["2026-03-03T09:00:00+08:00", -450, "2026-03-02T09:00:00+08:00"],
    ["2026-03-02T01:00:30Z", 1, "2026-03-02T09:01:30+08:00"],
    ["2026-03-02T01:00:30.999Z", 0, "2026-03-02T09:00:30+08:00"],
    ["2026-03-01T00:00:00Z", 0, "2026-03-01T08:00:00+08:00"],
  ])("%s and %i minutes", (instant, minutes, expected) => {
    expect(addWorkingMinutes(desk, instant, minutes)).toBe(expected);
  });

  test("a year has as many minutes as its working days have", () => {
    expect(workingMinutesBetween(desk, "2026-01-01T00:00:00+08:00", "2027-01-01T00:00:00+08:00")).toBe(
      248 * (3 * 60 + 4.5 * 60),
    );
  });

  test("seconds show as sixtieths, fractions of a second are dropped", () => {
    expect(workingMinutesBetween(desk, "2026-03-02T09:00:30+08:00", "2026-03-02T09:02:00.9+08:00")).toBe(1.5);
    expect(workingMinutesBetween(desk, "2026-03-02T09:02:00+08:00", "2026-03-02T09:00:30+08:00")).toBe(-1.5);
  });

  test.each([
    ["2026-03-02T08:59:59+08:00", false, "2026-03-02T09:00:00+08:00"],
    ["2026-03-02T09:00:00+08:00", true, "2026-03-02T09:00:00+08:00"],
    ["2026-03-02T11:59:59+08:00", true, "2026-03-02T11:59:59+08:00"],
    ["2026-03-02T12:00:00+08:00", false, "2026-03-02T13:30:00+08:00"],
    ["2026-02-14T18:00:00+08:00", false, "2026-02-24T09:00:00+08:00"],
    ["2007-01-01T00:00:00+08:00", false, "2007-01-04T09:00:00+08:00"],
  ])("%s: open %s, opens at %s", (instant, open, opening) => {
    expect(isOpen(desk, instant)).toBe(open);
    expect(nextOpening(desk, instant)).toBe(opening);
  });
});

describe("whose hours a make-up working day has", () => {
  const saturday = (makeUpDays?: WorkingHours["makeUpDays"]): number => {
    const hours = {
      ...desk,
      week: { ...week(bank), 5: seg("09:00-16:00"), 6: seg("09:00-11:00") },
      ...(makeUpDays === undefined ? {} : { makeUpDays }),
    };
    return workingMinutesBetween(hours, "2026-02-14T00:00:00+08:00", "2026-02-15T00:00:00+08:00");
  };

  test.each([
    [undefined, 450],
    [1 as const, 450],
    [5 as const, 420],
    ["own" as const, 120],
  ])("%s", (rule, minutes) => {
    expect(saturday(rule)).toBe(minutes);
  });
});

describe("overrides of single dates", () => {
  const hours = defineWorkingHours({
    ...desk,
    overrides: [
      { date: "2026-02-14", segments: seg("09:00-12:00") },
      { date: "2026-03-02", segments: [] },
      { date: "2026-03-07", segments: seg("10:00-11:00") },
    ],
  });

  test.each([
    ["a half day", "2026-02-14", 180],
    ["a closure", "2026-03-02", 0],
    ["a special opening on a Saturday", "2026-03-07", 60],
    ["an ordinary day", "2026-03-03", 450],
  ])("%s", (_title, date, minutes) => {
    expect(workingMinutesBetween(hours, `${date}T00:00:00+08:00`, `${date}T23:59:59+08:00`)).toBe(minutes);
  });
});

/** Minute by minute: open when the clock on the wall shows a time inside a segment of a worked date. */
function minutesOpen(hours: WorkingHours, from: number, to: number): boolean[] {
  const off = new Set(hours.calendar.off.map(({ date }) => date));
  const open: boolean[] = [];
  const plans = new Map<string, (readonly [number, number])[]>();
  const planOf = (date: string): (readonly [number, number])[] => {
    const weekday = String(((new Date(date).getUTCDay() + 6) % 7) + 1) as "1";
    const isMadeUp = hours.calendar.work.includes(date);
    const isRest = (hours.calendar.weekend as readonly number[]).includes(Number(weekday)) || off.has(date);
    const own = hours.overrides?.find((override) => override.date === date)?.segments;
    const segments = own ?? (isMadeUp ? hours.week[1] : isRest ? [] : hours.week[weekday]) ?? [];
    const second = (time: string): number => Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60;
    return segments.map((segment) => [second(segment.from), second(segment.to)] as const);
  };
  for (let at = from; at < to; at += 60) {
    const { date, second } = wallClock(hours.zone, at);
    let plan = plans.get(date);
    if (plan === undefined) plans.set(date, (plan = planOf(date)));
    open.push(plan.some(([start, end]) => second >= start && second < end));
  }
  return open;
}

describe.each<[string, WorkingHours, string, string]>([
  ["spring festival in Shanghai", desk, "2026-02-11", "2026-02-27"],
  [
    "half day in Hong Kong",
    {
      ...desk,
      zone: "Asia/Hong_Kong",
      calendar: HK,
      overrides: [{ date: "2026-02-16", segments: seg("09:00-12:00") }],
    },
    "2026-02-12",
    "2026-02-24",
  ],
  [
    "clocks forward in New York",
    {
      ...desk,
      zone: "America/New_York",
      calendar: everyDay("2026-02-01", "2026-05-01"),
      week: allWeek(seg("00:00-02:30", "02:45-03:15", "22:00-24:00")),
    },
    "2026-03-06",
    "2026-03-11",
  ],
  [
    "clocks back in New York",
    {
      ...desk,
      zone: "America/New_York",
      calendar: everyDay("2026-10-01", "2026-12-01"),
      week: allWeek(seg("00:15-01:20", "01:40-09:00")),
    },
    "2026-10-30",
    "2026-11-04",
  ],
  [
    "around the clock in London",
    {
      ...desk,
      zone: "Europe/London",
      calendar: everyDay("2026-03-01", "2026-12-01"),
      week: allWeek(seg("00:00-24:00")),
    },
    "2026-10-23",
    "2026-10-28",
  ],
  [
    "half an hour on Lord Howe",
    {
      ...desk,
      zone: "Australia/Lord_Howe",
      calendar: everyDay("2026-03-01", "2026-12-01"),
      week: allWeek(seg("01:00-01:40", "01:50-02:10", "05:00-06:00")),
    },
    "2026-04-03",
    "2026-04-07",
  ],
  [
    "midnight skipped in São Paulo",
    {
      ...desk,
      zone: "America/Sao_Paulo",
      calendar: everyDay("2018-10-01", "2018-12-01"),
      week: allWeek(seg("00:00-01:30", "23:00-24:00")),
    },
    "2018-11-02",
    "2018-11-06",
  ],
  [
    "a day skipped in Samoa",
    {
      ...desk,
      zone: "Pacific/Apia",
      calendar: everyDay("2011-12-01", "2012-02-01"),
      week: allWeek(seg("08:00-12:00", "22:00-24:00")),
    },
    "2011-12-28",
    "2012-01-02",
  ],
])("minute by minute: %s", (_title, hours, fromDate, toDate) => {
  const from = Date.parse(`${fromDate}T00:00:00Z`) / 1000;
  const open = minutesOpen(hours, from, Date.parse(`${toDate}T00:00:00Z`) / 1000);
  const at = (minute: number): string => utc(from + minute * 60);

  test("open at the same minutes", () => {
    expect(open.filter(Boolean).length).toBeGreaterThan(100);
    expect(open.findIndex((expected, minute) => isOpen(hours, at(minute)) !== expected)).toBe(-1);
  });

  test("the same minutes between moments", () => {
    const wrong: unknown[] = [];
    for (let a = 0; a < open.length; a += 241) {
      let count = 0;
      for (let b = a; b < open.length; b++) {
        if ((b - a) % 97 === 0 && workingMinutesBetween(hours, at(a), at(b)) !== count) wrong.push([a, b, count]);
        if (open[b] === true) count++;
      }
    }
    expect(wrong).toEqual([]);
  });

  test("the same moment after and before a number of minutes", () => {
    const wrong: unknown[] = [];
    for (let a = 0; a < open.length; a += 113) {
      for (const n of [1, 7, 59, 60, 61, 240, 500]) {
        let left = n;
        let b = a;
        while (b < open.length && left > 0) if (open[b++] === true) left--;
        if (left === 0 && Date.parse(addWorkingMinutes(hours, at(a), n)) / 1000 !== from + b * 60)
          wrong.push([a, n, b]);
        left = n;
        b = a;
        while (b > 0 && left > 0) if (open[--b] === true) left--;
        if (left === 0 && Date.parse(addWorkingMinutes(hours, at(a), -n)) / 1000 !== from + b * 60)
          wrong.push([a, -n, b]);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("the same next opening", () => {
    const wrong: unknown[] = [];
    for (let a = 0; a < open.length; a += 31) {
      const b = open.indexOf(true, a);
      if (b >= 0 && Date.parse(nextOpening(hours, at(a))) / 1000 !== from + b * 60) wrong.push([a, b]);
    }
    expect(wrong).toEqual([]);
  });
});

describe("refusals", () => {
  const covered = { calendar: "cn", version: "2026.1", hours: "desk", from: "2007-01-01", to: "2027-01-01" };

  test.each([
    [
      "before",
      () => addWorkingMinutes(desk, "2006-12-31T23:59:59+08:00", 1),
      ["instant"],
      { instant: "2006-12-31T23:59:59+08:00" },
    ],
    ["after", () => isOpen(desk, "2027-01-01T00:00:01+08:00"), ["instant"], { instant: "2027-01-01T00:00:01+08:00" }],
    [
      "between, a",
      () => workingMinutesBetween(desk, "2006-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
      ["a"],
      { instant: "2006-01-01T00:00:00Z" },
    ],
    [
      "between, b",
      () => workingMinutesBetween(desk, "2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z"),
      ["b"],
      { instant: "2028-01-01T00:00:00Z" },
    ],
    [
      "the answer",
      () => addWorkingMinutes(desk, "2026-12-31T17:59:00+08:00", 2),
      ["minutes"],
      { instant: "2026-12-31T17:59:00+08:00", minutes: 2 },
    ],
    [
      "the answer backwards",
      () => addWorkingMinutes(desk, "2007-01-04T09:01:00+08:00", -2),
      ["minutes"],
      { instant: "2007-01-04T09:01:00+08:00", minutes: -2 },
    ],
    [
      "the next opening",
      () => nextOpening(desk, "2026-12-31T18:00:00+08:00"),
      ["instant"],
      { instant: "2026-12-31T18:00:00+08:00" },
    ],
  ])("outside the coverage: %s", (_title, call, path, details) => {
    expect(refusalOf(call)).toEqual({ code: "calendar/out-of-range", path, details: { ...covered, ...details } });
  });

  test("the last minute is still covered", () => {
    expect(addWorkingMinutes(desk, "2026-12-31T17:59:00+08:00", 1)).toBe("2026-12-31T18:00:00+08:00");
    expect(addWorkingMinutes(desk, "2007-01-04T09:01:00+08:00", -1)).toBe("2007-01-04T09:00:00+08:00");
    expect(workingMinutesBetween(desk, "2027-01-01T00:00:00+08:00", "2027-01-01T00:00:00+08:00")).toBe(0);
  });

  test.each([Number.NaN, 2.5, Number.NEGATIVE_INFINITY])("%s is no number of minutes", (minutes) => {
    expect(refusalOf(() => addWorkingMinutes(desk, "2026-03-02T09:00:00+08:00", minutes))).toMatchObject({
      code: "core/invalid-integer",
      path: ["minutes"],
      details: { received: String(minutes) },
    });
  });

  test.each<[string, Partial<Record<keyof WorkingHours, unknown>>, string, (string | number)[], object]>([
    ["no id", { id: "" }, "invalid-hours", ["id"], { received: "string(0)" }],
    ["no version", { version: 1 }, "invalid-hours", ["version"], { received: "1", type: "number" }],
    ["an unknown zone", { zone: "Mars/Base" }, "unknown-zone", ["zone"], { received: "Mars/Base" }],
    [
      "a broken calendar",
      { calendar: { ...CN, weekend: [0] } },
      "invalid-calendar",
      ["calendar", "weekend", 0],
      { received: "0", type: "number" },
    ],
    ["an eighth weekday", { week: { 8: bank } }, "invalid-hours", ["week", "8"], { known: WEEKDAYS }],
    [
      "no list of segments",
      { week: { 1: "09:00-17:00" } },
      "invalid-hours",
      ["week", "1"],
      { received: "09:00-17:00" },
    ],
    [
      "a clock time that is none",
      { week: { 1: seg("09:00-25:00") } },
      "invalid-hours",
      ["week", "1", 0, "to"],
      { received: "25:00" },
    ],
    [
      "an empty segment",
      { week: { 1: seg("09:00-09:00") } },
      "invalid-hours",
      ["week", "1", 0, "to"],
      { received: "09:00" },
    ],
    [
      "a reversed segment",
      { week: { 1: seg("18:00-09:00") } },
      "invalid-hours",
      ["week", "1", 0, "to"],
      { received: "09:00" },
    ],
    [
      "overlapping segments",
      { week: { 1: seg("09:00-12:00", "11:59-13:00") } },
      "invalid-hours",
      ["week", "1", 1, "from"],
      { received: "11:59" },
    ],
    ["nothing for a segment", { week: { 1: [null] } }, "invalid-hours", ["week", "1", 0], { received: "null" }],
    [
      "a rule for make-up days that is none",
      { makeUpDays: 0 },
      "invalid-hours",
      ["makeUpDays"],
      { received: "0", type: "number" },
    ],
    ["no week", { week: undefined }, "invalid-hours", ["week"], { received: "undefined" }],
    ["nothing for a week", { week: null }, "invalid-hours", ["week"], { received: "null" }],
    ["a list for a week", { week: [] }, "invalid-hours", ["week"], { received: "array(0)" }],
    ["an object of overrides", { overrides: {} }, "invalid-hours", ["overrides"], { received: "object" }],
    ["nothing for overrides", { overrides: null }, "invalid-hours", ["overrides"], { received: "null" }],
    [
      "two overrides of a date",
      {
        overrides: [
          { date: "2026-03-02", segments: [] },
          { date: "2026-03-02", segments: bank },
        ],
      },
      "duplicate-day",
      ["overrides", 1, "date"],
      { date: "2026-03-02" },
    ],
    [
      "an override beyond the calendar",
      { overrides: [{ date: "2027-03-02", segments: [] }] },
      "day-outside-coverage",
      ["overrides", 0, "date"],
      { date: "2027-03-02", from: "2007-01-01", to: "2027-01-01" },
    ],
    [
      "a broken override",
      { overrides: [{ date: "2026-03-02", segments: seg("12:00-11:00") }] },
      "invalid-hours",
      ["overrides", 0, "segments", 0, "to"],
      { received: "11:00" },
    ],
  ])("refuses %s", (_title, change, code, path, details) => {
    expect(refusalOf(() => defineWorkingHours({ ...desk, ...change } as WorkingHours))).toEqual({
      code: `calendar/${code}`,
      path: ["hours", ...path],
      details,
    });
  });
});

test.each<[string, object, string, (string | number)[], string]>([
  ["nothing for an override", { overrides: [null] }, "calendar/invalid-hours", ["overrides", 0], "null"],
  ["no id", { id: undefined }, "calendar/invalid-hours", ["id"], "undefined"],
  ["an empty version", { version: "" }, "calendar/invalid-hours", ["version"], "string(0)"],
])("a plain object used without defineWorkingHours is refused for %s", (_title, change, code, path, received) => {
  const plain = { ...desk, ...change };
  const refused = { code, path: ["hours", ...path], details: { received } };
  expect(refusalOf(() => isOpen(plain, "2026-03-02T09:00:00+08:00"))).toEqual(refused);
  expect(refusalOf(() => defineWorkingHours(plain))).toEqual(refused);
});

test("a segment may begin as the one before it ends, and the desk stays open", () => {
  const given = { ...desk, week: week(seg("09:00-12:00", "12:00-13:00")) };
  expect(workingMinutesBetween(given, "2026-03-02T00:00:00+08:00", "2026-03-03T00:00:00+08:00")).toBe(240);
  expect(isOpen(given, "2026-03-02T12:00:00+08:00")).toBe(true);
  expect(addWorkingMinutes(given, "2026-03-02T11:30:00+08:00", 60)).toBe("2026-03-02T12:30:00+08:00");
});

test("a list of segments with a hole is refused", () => {
  const plain = { ...desk, week: { 1: [, { from: "09:00", to: "10:00" }] } } as unknown as WorkingHours;
  expect(refusalOf(() => defineWorkingHours(plain))).toEqual({
    code: "calendar/invalid-hours",
    path: ["hours", "week", "1", 0],
    details: { received: "undefined" },
  });
});

test("whether the desk is open after the last covered day is not guessed", () => {
  const always = { ...desk, week: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, seg("00:00-24:00")])) };
  expect(isOpen(always, "2026-12-31T23:59:59+08:00")).toBe(true);
  expect(refusalOf(() => isOpen(always, "2027-01-01T00:00:00+08:00"))).toMatchObject({
    code: "calendar/out-of-range",
    path: ["instant"],
  });
  expect(addWorkingMinutes(always, "2027-01-01T00:00:00+08:00", -1)).toBe("2026-12-31T23:59:00+08:00");
});

test("working hours are frozen plain data, and parsed JSON works the same", () => {
  const defined = defineWorkingHours({
    ...desk,
    makeUpDays: "own",
    overrides: [{ date: "2026-03-02", segments: bank }],
  });
  expect(Object.isFrozen(defined) && Object.isFrozen(defined.week) && Object.isFrozen(defined.week[1])).toBe(true);
  const parsed = JSON.parse(JSON.stringify(defined)) as WorkingHours;
  expect(parsed).toEqual(defined);
  expect(addWorkingMinutes(parsed, "2026-03-02T09:00:00+08:00", 181)).toBe("2026-03-02T13:31:00+08:00");
});

test("defined hours keep the week their make-up days are worked like, and have no member that was not given", () => {
  expect(defineWorkingHours({ ...desk, makeUpDays: 5 }).makeUpDays).toBe(5);
  const { id, version, zone, calendar, week } = desk;
  expect(Object.keys(defineWorkingHours({ id, version, zone, calendar, week })).sort()).toEqual([
    "calendar",
    "id",
    "version",
    "week",
    "zone",
  ]);
});
