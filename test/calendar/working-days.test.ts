import { describe, expect, test } from "vitest";

import { CN, CN_EXCHANGE } from "../../src/calendar/data/cn/index.ts";
import { HK, HK6 } from "../../src/calendar/data/hk/index.ts";
import {
  addWorkingDays,
  calendarCoverage,
  explainWorkingDays,
  holidayName,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  rollDate,
  type RollConvention,
  type WorkingCalendar,
  workingDays,
  workingDaysBetween,
} from "../../src/calendar/index.ts";
import { refusalOf } from "../support/refusal.ts";

describe("traps of the mainland calendar", () => {
  test.each([
    ["the Saturday before the spring festival of 2026 is worked", CN, "2026-02-14", true],
    ["and the exchanges stay closed on it", CN_EXCHANGE, "2026-02-14", false],
    ["lunar new year's eve of 2024 is a working day of the banks", CN, "2024-02-09", true],
    ["but not of the exchanges", CN_EXCHANGE, "2024-02-09", false],
    ["from 2025 the eve is a statutory day", CN, "2025-01-28", false],
    ["the spring festival of 2020 was prolonged to Friday", CN, "2020-01-31", false],
    ["and its make-up Saturday cancelled", CN, "2020-02-01", false],
    ["work began again on the Monday", CN, "2020-02-03", true],
    ["the notice for 2008 made the Saturday before a working day", CN, "2007-12-29", true],
    ["and the last day of 2007 a day off", CN, "2007-12-31", false],
    ["the notice for 2019 likewise", CN, "2018-12-29", true],
    ["and its last day", CN, "2018-12-31", false],
    ["the 70th anniversary of 2015", CN, "2015-09-03", false],
    ["with its bridge day", CN, "2015-09-04", false],
    ["and its make-up Sunday", CN, "2015-09-06", true],
    ["labour day of 2019 by the amended notice", CN, "2019-05-03", false],
    ["with its make-up Sunday", CN, "2019-05-05", true],
    ["Ching Ming became a holiday only in 2008", CN, "2007-04-04", true],
    ["8 March is no day off", CN, "2023-03-08", true],
    ["the 70th anniversary in Hong Kong", HK, "2015-09-03", false],
    ["a Saturday in the five-day week", HK, "2026-03-07", false],
    ["and in the six-day week", HK6, "2026-03-07", true],
    ["the fourth day of the lunar new year of 2024, in place of a Sunday", HK6, "2024-02-13", false],
    ["a typhoon is no holiday", HK, "2023-07-17", true],
  ])("%s", (_title, calendar, date, expected) => {
    expect(isWorkingDay(calendar, date)).toBe(expected);
  });

  test.each([
    [CN, "2026-02-13", 1, "2026-02-14"],
    [CN, "2026-02-14", 1, "2026-02-24"],
    [CN_EXCHANGE, "2026-02-13", 1, "2026-02-24"],
    [CN, "2026-02-24", -1, "2026-02-14"],
    [CN, "2020-01-23", 1, "2020-02-03"],
    [CN, "2018-12-28", 2, "2019-01-02"],
    [CN, "2007-01-01", 1, "2007-01-04"],
    [CN, "2026-12-30", 1, "2026-12-31"],
    [HK, "2026-04-02", 1, "2026-04-08"],
    [HK6, "2026-04-02", 1, "2026-04-08"],
    [HK, "2026-12-24", 1, "2026-12-28"],
  ])("%# counts from %s", (calendar, date, n, expected) => {
    expect(addWorkingDays(calendar, date, n)).toBe(expected);
  });
});

test("working days of every year of the mainland", () => {
  const counts = [249, 251, 250, 250, 250, 249, 250, 250, 249, 250, 249, 250, 250, 249, 250, 249, 249, 251, 248, 248];
  expect(counts.map((_, i) => workingDays(CN, String(2007 + i)).length)).toEqual(counts);
  expect(
    counts.map((_, i) => workingDaysBetween(CN, `${String(2007 + i)}-01-01`, `${String(2007 + i)}-12-31`)),
  ).toEqual(counts);
});

test("1 January is worked nowhere, so a count from it takes in the whole year", () => {
  expect(workingDaysBetween(CN, "2007-01-01", "2026-12-31")).toBe(
    249 + 251 + 250 * 3 + 249 + 250 * 2 + 249 + 250 + 249 + 250 * 2 + 249 + 250 + 249 * 2 + 251 + 248 * 2,
  );
});

describe("counting", () => {
  test("the start day never counts, the end day does", () => {
    expect(workingDaysBetween(CN, "2026-03-02", "2026-03-03")).toBe(1);
    expect(workingDaysBetween(CN, "2026-03-01", "2026-03-02")).toBe(1);
    expect(workingDaysBetween(CN, "2026-03-02", "2026-03-02")).toBe(0);
    expect(workingDaysBetween(CN, "2026-03-06", "2026-03-08")).toBe(0);
  });

  test("next and previous are strict", () => {
    expect(nextWorkingDay(CN, "2026-03-02")).toBe("2026-03-03");
    expect(previousWorkingDay(CN, "2026-03-02")).toBe("2026-02-28");
  });

  test("working days of a period", () => {
    expect(workingDays(CN, "2026-W08")).toEqual([]);
    expect(workingDays(CN, { from: "2026-02-24", to: "2026-03-03" })).toEqual([
      "2026-02-24",
      "2026-02-25",
      "2026-02-26",
      "2026-02-27",
      "2026-02-28",
      "2026-03-02",
    ]);
  });
});

test.each<[string, RollConvention, WorkingCalendar, string]>([
  ["2026-10-03", "following", CN, "2026-10-08"],
  ["2026-10-03", "preceding", CN, "2026-09-30"],
  ["2026-10-03", "nearest", CN, "2026-09-30"],
  ["2026-10-05", "nearest", CN, "2026-10-08"],
  ["2026-01-31", "following", CN, "2026-02-02"],
  ["2026-01-31", "modifiedFollowing", CN, "2026-01-30"],
  ["2026-02-15", "modifiedFollowing", CN, "2026-02-24"],
  ["2026-03-04", "preceding", CN, "2026-03-04"],
  // Good Friday to the Tuesday after Easter: Thursday is two days back, Wednesday four days on
  ["2026-04-04", "nearest", HK, "2026-04-02"],
  // a single Wednesday off lies between two working days: the tie goes to the next
  ["2024-05-15", "nearest", HK, "2024-05-16"],
  // the coverage ends with the month, so the one before is certain although the next is not known
  ["2022-12-31", "modifiedFollowing", CN, "2022-12-30"],
])("%s is rolled %s", (date, convention, calendar, expected) => {
  expect(rollDate(calendar, date, convention)).toBe(expected);
});

test("a coverage that ends inside a month leaves modified following open", () => {
  const base = { id: "x", version: "1", weekend: [6, 7], off: [], work: [], sources: ["test"] } as const;
  const endsOnSunday = { ...base, from: "2026-05-01", to: "2026-06-01" };
  expect(rollDate(endsOnSunday, "2026-05-31", "modifiedFollowing")).toBe("2026-05-29");
  const endsInside = { ...base, from: "2026-05-01", to: "2026-05-25" };
  expect(refusalOf(() => rollDate(endsInside, "2026-05-24", "modifiedFollowing"))).toEqual({
    code: "calendar/out-of-range",
    path: ["date"],
    details: { calendar: "x", version: "1", date: "2026-05-24", from: "2026-05-01", to: "2026-05-25" },
  });
});

test("nearest answers at the edge of the coverage where the days known decide", () => {
  const base: WorkingCalendar = {
    id: "x",
    version: "1",
    weekend: [6, 7],
    from: "2026-03-02",
    to: "2026-03-09",
    off: [],
    work: [],
    sources: ["test"],
  };
  // Saturday 7: Friday is one day away, the first working day after it at least two
  expect(rollDate(base, "2026-03-07", "nearest")).toBe("2026-03-06");
  // Sunday 8: Friday is two days away, the day after the coverage may be the nearer one
  expect(refusalOf(() => rollDate(base, "2026-03-08", "nearest")).code).toBe("calendar/out-of-range");
  const startsOnSaturday = { ...base, from: "2026-03-07", to: "2026-03-14" };
  // Sunday 8: Monday is one day away, the last working day before it at least two
  expect(rollDate(startsOnSaturday, "2026-03-08", "nearest")).toBe("2026-03-09");
  expect(refusalOf(() => rollDate(startsOnSaturday, "2026-03-07", "nearest")).code).toBe("calendar/out-of-range");
});

test.each([
  [CN, "2026-02-17", "春节"],
  [CN, "2026-02-14", null],
  [CN, "2026-03-01", null],
  [CN, "2020-10-01", "国庆节、中秋节"],
  [CN_EXCHANGE, "2024-02-09", "春节"],
  [CN, "2024-02-09", null],
  [
    HK,
    "2015-09-03",
    "The 70th anniversary day of the victory of the Chinese people's war of resistance against Japanese aggression",
  ],
  [HK, "2026-04-03", "Good Friday"],
])("%# the name of a day", (calendar, date, name) => {
  expect(holidayName(calendar, date)).toBe(name);
});

test("coverage is half-open and says what is provisional", () => {
  expect(calendarCoverage(CN)).toEqual({ from: "2007-01-01", to: "2027-01-01" });
  expect(calendarCoverage(CN_EXCHANGE)).toEqual({ from: "2007-01-01", to: "2027-01-01" });
  expect(calendarCoverage(HK)).toEqual({ from: "2007-01-01", to: "2028-01-01", provisionalFrom: "2027-01-01" });
  expect(calendarCoverage(HK6)).toEqual({ from: "2007-01-01", to: "2028-01-01", provisionalFrom: "2027-01-01" });
  expect(workingDays(CN, calendarCoverage(CN))).toHaveLength(workingDaysBetween(CN, "2007-01-01", "2026-12-31"));
});

describe("explanation", () => {
  test("names every day passed over and the make-up days counted", () => {
    const { date, skipped, madeUp } = explainWorkingDays(CN, "2026-02-13", 2);
    expect(date).toBe("2026-02-24");
    expect(madeUp).toEqual(["2026-02-14"]);
    expect(skipped).toEqual(
      ["15", "16", "17", "18", "19", "20", "21", "22", "23"].map((day) => ({
        date: `2026-02-${day}`,
        reason: "holiday",
        name: "春节",
      })),
    );
  });

  test("plain weekend days carry no name", () => {
    expect(explainWorkingDays(CN, "2026-03-06", 1)).toEqual({
      date: "2026-03-09",
      skipped: [
        { date: "2026-03-07", reason: "weekend" },
        { date: "2026-03-08", reason: "weekend" },
      ],
      madeUp: [],
    });
  });

  test("counts backwards with the latest day first", () => {
    expect(explainWorkingDays(CN, "2026-03-02", -2)).toEqual({
      date: "2026-02-27",
      skipped: [{ date: "2026-03-01", reason: "weekend" }],
      madeUp: ["2026-02-28"],
    });
  });

  test("marks days nobody has announced yet", () => {
    expect(explainWorkingDays(HK, "2026-12-31", 1).skipped).toEqual([
      { date: "2027-01-01", reason: "holiday", name: "The first day of January", provisional: true },
      { date: "2027-01-02", reason: "weekend", provisional: true },
      { date: "2027-01-03", reason: "weekend", provisional: true },
    ]);
  });
});

describe("refusals", () => {
  const cn = { calendar: "cn", version: "2026.1", from: "2007-01-01", to: "2027-01-01" };

  test.each<[string, () => unknown, readonly string[], object]>([
    ["isWorkingDay", () => isWorkingDay(CN, "2027-01-01"), ["date"], { date: "2027-01-01" }],
    ["holidayName", () => holidayName(CN, "2006-12-31"), ["date"], { date: "2006-12-31" }],
    ["the start of addWorkingDays", () => addWorkingDays(CN, "2006-12-31", 5), ["date"], { date: "2006-12-31" }],
    ["the answer of addWorkingDays", () => addWorkingDays(CN, "2026-12-31", 1), ["n"], { date: "2026-12-31", n: 1 }],
    ["backwards too", () => addWorkingDays(CN, "2007-01-04", -1), ["n"], { date: "2007-01-04", n: -1 }],
    ["very far", () => addWorkingDays(CN, "2026-01-05", 1e15), ["n"], { date: "2026-01-05", n: 1e15 }],
    ["nextWorkingDay", () => nextWorkingDay(CN, "2026-12-31"), ["n"], { date: "2026-12-31", n: 1 }],
    [
      "workingDaysBetween, from",
      () => workingDaysBetween(CN, "2006-12-31", "2026-01-01"),
      ["from"],
      { date: "2006-12-31" },
    ],
    [
      "workingDaysBetween, to",
      () => workingDaysBetween(CN, "2026-01-01", "2027-01-01"),
      ["to"],
      { date: "2027-01-01" },
    ],
    ["workingDays", () => workingDays(CN, "2027"), ["period"], { period: "2027" }],
    ["workingDays across the end", () => workingDays(CN, "2026-W53"), ["period"], { period: "2026-W53" }],
    ["explainWorkingDays", () => explainWorkingDays(CN, "2026-12-31", 1), ["n"], { date: "2026-12-31", n: 1 }],
    ["rollDate", () => rollDate(CN, "2027-01-01", "following"), ["date"], { date: "2027-01-01" }],
  ])("%s outside the coverage", (_name, call, path, details) => {
    expect(refusalOf(call)).toEqual({ code: "calendar/out-of-range", path, details: { ...cn, ...details } });
  });

  test.each([
    ["2026-02-30", "2026-02-30"],
    ["2026-2-3", "2026-2-3"],
    ["2026-02-03T00:00:00Z", "2026-02-03T00:00:00Z"],
    ["", "string(0)"],
    [null, "null"],
    [20260203, "20260203"],
    [new Date(0), "Date"],
  ])("%s is no date", (date, received) => {
    const expected = {
      code: "core/invalid-date",
      path: ["date"],
      details: typeof date === "number" ? { received, type: "number" } : { received },
    };
    expect(refusalOf(() => isWorkingDay(CN, date as string))).toEqual(expected);
    expect(refusalOf(() => addWorkingDays(CN, date as string, 1))).toEqual(expected);
    expect(refusalOf(() => rollDate(CN, date as string, "following"))).toEqual(expected);
    expect(refusalOf(() => workingDaysBetween(CN, "2026-01-05", date as string))).toEqual({
      ...expected,
      path: ["to"],
    });
  });

  test.each([
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [2.5, "2.5"],
    ["3", "3"],
    [undefined, "undefined"],
    [2 ** 53, "9007199254740992"],
  ])("%s is no count of days", (n, received) => {
    const { code, path, details } = refusalOf(() => addWorkingDays(CN, "2026-03-02", n as number));
    expect({ code, path }).toEqual({ code: "core/invalid-integer", path: ["n"] });
    expect(details).toMatchObject({ received });
  });

  test.each([0, -0])("0 days are refused with a hint (%s)", (n) => {
    expect(refusalOf(() => addWorkingDays(CN, "2026-03-02", n))).toEqual({
      code: "calendar/zero-days",
      path: ["n"],
      details: { date: "2026-03-02", n, hint: "rollDate" },
    });
  });

  test("other conventions are refused", () => {
    expect(refusalOf(() => rollDate(CN, "2026-03-01", "modified" as RollConvention))).toEqual({
      code: "calendar/invalid-option",
      path: ["convention"],
      details: { received: "string(8)", allowed: ["following", "preceding", "modifiedFollowing", "nearest"] },
    });
  });

  test.each([
    [undefined, [], "undefined"],
    [null, [], "null"],
    ["CN", [], "string(2)"],
    [[CN], [], "array(1)"],
    [{}, ["id"], "undefined"],
  ])("%s is no calendar", (calendar, path, received) => {
    const refused = { code: "calendar/invalid-calendar", path: ["calendar", ...path], details: { received } };
    expect(refusalOf(() => isWorkingDay(calendar as unknown as WorkingCalendar, "2026-03-02"))).toEqual(refused);
    expect(refusalOf(() => addWorkingDays(calendar as unknown as WorkingCalendar, "2026-03-02", 1))).toEqual(refused);
  });
});
