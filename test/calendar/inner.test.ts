import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import {
  addDays,
  addWorkingDays,
  addWorkingMinutes,
  defineCalendar,
  instantOf,
  isWorkingDay,
  localDateOf,
  offsetSecondsAt,
  rollDate,
  workingDaysBetween,
  workingMinutesBetween,
  type WorkingHours,
} from "../../src/calendar/index.ts";
import {
  addWorkedSeconds,
  closeOfBusiness,
  countedDays,
  coveredDays,
  dayAt,
  isOutOfRange,
  workedOn,
  momentOn,
  offsetAt,
  readCalendar,
  readWorkingHours,
  rollDay,
  secondOfDay,
  shiftWorked,
  textOf,
  tryRange,
  workedBetween,
  workedSeconds,
  zoneTable,
} from "../../src/calendar/inner.ts";
import { fromDayNumber, toDayNumber, toInstantParts } from "../../src/core/index.ts";
import { refusalOf } from "../support/refusal.ts";

const small = defineCalendar({
  id: "small",
  version: "1",
  weekend: [6, 7],
  from: "2026-01-01",
  to: "2026-02-01",
  off: [
    { date: "2026-01-01", name: "New Year" },
    { date: "2026-01-30", name: "Founder's day" },
  ],
  work: ["2026-01-03"],
  sources: ["test"],
});
const segments = [
  { from: "09:00", to: "12:00" },
  { from: "13:30", to: "18:00" },
];
const hours: WorkingHours = {
  id: "desk",
  version: "1",
  zone: "Asia/Shanghai",
  calendar: small,
  week: { 1: segments, 2: segments, 3: segments, 4: segments, 5: segments },
};
const days = countedDays(small);
/** From three days before the coverage to three days behind it. */
const around = Array.from({ length: 37 }, (_, i) => addDays("2025-12-29", i));
const seconds = (text: string): number => toInstantParts(text).seconds;

/** What the front door says, in the inner door's words. */
function front(ask: () => unknown): unknown {
  try {
    return ask();
  } catch {
    return refusalOf(ask);
  }
}
const dayOf = (answer: unknown): unknown => (typeof answer === "number" ? fromDayNumber(answer) : answer);

describe("days are counted as through the front door, refusals included", () => {
  test.each(around)("%s", (date) => {
    const day = toDayNumber(date);
    expect(workedOn(days, day)).toEqual(front(() => isWorkingDay(small, date)));
    for (const n of [1, 5, -1, -5, 40]) {
      expect(dayOf(shiftWorked(days, day, n))).toEqual(front(() => addWorkingDays(small, date, n)));
    }
    for (const roll of ["following", "preceding"] as const) {
      expect(dayOf(rollDay(days, day, roll))).toEqual(front(() => rollDate(small, date, roll)));
    }
    for (const other of ["2025-12-31", "2026-01-15", "2026-02-01"]) {
      const to = toDayNumber(other);
      expect(workedBetween(days, day, to)).toEqual(front(() => workingDaysBetween(small, date, other)));
      expect(workedBetween(days, to, day)).toEqual(front(() => workingDaysBetween(small, other, date)));
    }
  });

  test("the coverage is half-open", () => {
    expect(coveredDays(days)).toEqual({ from: toDayNumber("2026-01-01"), to: toDayNumber("2026-02-01") });
  });

  test("an answer beyond the coverage is an issue and nothing else is", () => {
    expect(isOutOfRange(shiftWorked(days, toDayNumber("2026-01-05"), 100))).toBe(true);
    for (const answer of [0, true, null, undefined, {}, { code: "calendar/zero-days" }]) {
      expect(isOutOfRange(answer)).toBe(false);
    }
  });
});

describe("worked time is counted as through the front door", () => {
  test.each(around)("from 10:15 on %s", (date) => {
    const text = instantOf(date, "10:15", hours.zone);
    const from = seconds(text);
    for (const minutes of [0, 1, 200, 5000, -1, -200, 20_000]) {
      const reached = addWorkedSeconds(hours, from, minutes * 60);
      const answer = typeof reached === "number" ? textOf(zoneTable(hours.zone), reached) : reached;
      expect(answer).toEqual(front(() => addWorkingMinutes(hours, text, minutes)));
    }
    for (const other of ["2025-12-31T12:00:00+08:00", "2026-01-15T11:59:00+08:00"]) {
      const counted = workedSeconds(hours, from, seconds(other));
      const answer = typeof counted === "number" ? counted / 60 : counted;
      expect(answer).toEqual(front(() => workingMinutesBetween(hours, text, other)));
    }
  });

  // Mon 5 Jan: 3 hours in the morning, 4.5 in the afternoon
  test.each([
    [1, "2026-01-05T09:00:01+08:00"],
    [10_799, "2026-01-05T11:59:59+08:00"],
    [10_800, "2026-01-05T12:00:00+08:00"],
    [10_801, "2026-01-05T13:30:01+08:00"],
    [27_001, "2026-01-06T09:00:01+08:00"],
  ])("%i seconds from the opening on", (n, expected) => {
    expect(addWorkedSeconds(hours, seconds("2026-01-05T09:00:00+08:00"), n)).toBe(seconds(expected));
  });

  test.each([
    ["2026-01-05", "2026-01-05T18:00:00+08:00"],
    ["2026-01-04", "2026-01-04T23:59:59+08:00"],
    ["2026-01-03", "2026-01-03T18:00:00+08:00"],
  ])("business closes on %s at %s", (date, expected) => {
    expect(closeOfBusiness(hours, toDayNumber(date))).toBe(seconds(expected));
  });

  test("nobody knows when it closes beyond the coverage", () => {
    expect(closeOfBusiness(hours, toDayNumber("2026-02-01"))).toMatchObject({
      code: "calendar/out-of-range",
      details: { calendar: "small", hours: "desk", from: "2026-01-01", to: "2026-02-01" },
    });
  });
});

describe("zones in numbers", () => {
  // around changes of half an hour, an hour, a day and none
  test.each([
    ["America/New_York", "2026-03-08"],
    ["America/New_York", "2026-11-01"],
    ["Australia/Lord_Howe", "2026-04-05"],
    ["Pacific/Apia", "2011-12-30"],
    ["Asia/Shanghai", "1988-04-17"],
    ["Asia/Shanghai", "2026-03-01"],
  ])("%s around %s", (zone, date) => {
    const table = zoneTable(zone);
    for (let i = -3; i <= 3; i++) {
      const day = toDayNumber(date) + i;
      for (const [second, time] of [
        [0, "00:00"],
        [5400, "01:30"],
        [9000, "02:30"],
        [86_399, "23:59:59"],
        [86_400, "24:00"],
      ] as const) {
        const moment = momentOn(table, day, second);
        const text = instantOf(fromDayNumber(day), time, zone);
        expect(moment).toBe(seconds(text));
        expect(textOf(table, moment)).toBe(text);
        expect(fromDayNumber(dayAt(table, moment))).toBe(localDateOf(text, zone));
        expect(secondOfDay(table, moment)).toBe((((moment + offsetAt(table, moment)) % 86_400) + 86_400) % 86_400);
      }
    }
  });

  test("a kept offset is the one that was looked up, whatever was asked before", () => {
    const table = zoneTable("Europe/Dublin");
    const step = 0x80000;
    // 40 years twice, so that every slot is asked for, overwritten and asked for again
    for (let round = 0; round < 2; round++) {
      for (let at = seconds("1990-01-01T00:00:00Z"); at < seconds("2030-01-01T00:00:00Z"); at += step / 3) {
        const moment = Math.floor(at);
        const hour = new Date(moment * 1000).toLocaleString("en-GB", {
          timeZone: "Europe/Dublin",
          hour: "2-digit",
          hourCycle: "h23",
        });
        const offset = offsetAt(table, moment);
        expect(offsetSecondsAt("Europe/Dublin", moment)).toBe(offset);
        expect((Math.floor((moment + offset) / 3600) % 24) - Number(hour)).toBe(0);
      }
    }
  });

  test("where the years end a moment is refused as through the front door", () => {
    const last = toDayNumber("9999-12-31");
    expect(momentOn(zoneTable("Asia/Shanghai"), last, 0)).toBe(seconds("9999-12-31T00:00:00+08:00"));
    expect(refusalOf(() => momentOn(zoneTable("America/New_York"), last, 86_400))).toEqual(
      refusalOf(() => instantOf("9999-12-31", "24:00", "America/New_York")),
    );
  });
});

test.each([
  ["2026-Q1", "2026-01-01", "2026-04-01"],
  ["2026-W09", "2026-02-23", "2026-03-02"],
  ["2026-03-01", "2026-03-01", "2026-03-02"],
  [{ from: "2026-03-01", to: "2026-03-05" }, "2026-03-01", "2026-03-05"],
])("the days of %j", (period, from, to) => {
  expect(tryRange(period)).toEqual({ from: toDayNumber(from), to: toDayNumber(to) });
});

test("the last day there is has days too, though its end cannot be written", () => {
  const day = toDayNumber("9999-12-31");
  expect(tryRange("9999-12-31")).toEqual({ from: day, to: day + 1 });
});

test.each([
  ["2026-13"],
  ["2026-02-30"],
  ["2025-W53"],
  ["9999"],
  ["soon"],
  [2026],
  [null],
  [undefined],
  [{}],
  [{ from: "2026-03-01", to: "2026-03-01" }],
  [{ from: "2026-03-01", to: "tomorrow" }],
])("%j has no days", (period) => {
  expect(tryRange(period)).toBeNull();
});

test("the index of a shipped calendar is the one of the front door", () => {
  const all = countedDays(CN);
  const { from, to } = coveredDays(all);
  expect(workedBetween(all, from, to - 1)).toBe(workingDaysBetween(CN, "2007-01-01", "2026-12-31"));
});

describe("a calendar and hours inside a document of another room are refused at their place in it", () => {
  const place = ["context", "calendars", 0] as const;
  const spoilt = { ...small, weekend: [6, 0] } as never;

  test("by whoever reads them first", () => {
    expect(refusalOf(() => countedDays(spoilt, place)).path).toEqual([...place, "weekend", 1]);
    expect(refusalOf(() => readCalendar(spoilt, place)).path).toEqual([...place, "weekend", 1]);
    expect(refusalOf(() => readCalendar(null as never, place)).path.slice(0, 3)).toEqual(place);
    expect(readCalendar(small, place)).toBe(small);
  });

  test.each<[string, unknown, (string | number)[]]>([
    ["nothing", null, []],
    ["no id", { ...hours, id: "" }, ["id"]],
    ["no zone", { ...hours, zone: "Mars/Base" }, ["zone"]],
    ["a spoilt calendar", { ...hours, calendar: spoilt }, ["calendar", "weekend", 1]],
    ["a weekday that is none", { ...hours, week: { 8: segments } }, ["week", "8"]],
    ["a reversed segment", { ...hours, week: { 1: [{ from: "10:00", to: "09:00" }] } }, ["week", "1", 0, "to"]],
    ["a rule that is none", { ...hours, makeUpDays: "owns" }, ["makeUpDays"]],
    [
      "an override that is not covered",
      { ...hours, overrides: [{ date: "2026-02-01", segments }] },
      ["overrides", 0, "date"],
    ],
  ])("%s", (_, given, path) => {
    const at = ["context", "hours", 2];
    expect(refusalOf(() => readWorkingHours(given as WorkingHours, at)).path).toEqual([...at, ...path]);
    expect(refusalOf(() => workedSeconds(given as WorkingHours, 0, 0)).path).toEqual(["hours", ...path]);
  });

  test("hours that are good come back as they were given", () => {
    expect(readWorkingHours(hours, ["hours"])).toBe(hours);
  });
});
