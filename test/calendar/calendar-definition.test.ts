import { describe, expect, test } from "vitest";

import { CN, CN_EXCHANGE } from "../../src/calendar/data/cn/index.ts";
import { HK, HK6 } from "../../src/calendar/data/hk/index.ts";
import {
  addWorkingDays,
  type CalendarExtension,
  type CalendarOverrides,
  type CalendarYear,
  calendarOfYears,
  combineCalendars,
  calendarCoverage,
  defineCalendar,
  extendCalendar,
  holidayName,
  isWorkingDay,
  type WorkingCalendar,
  withOverrides,
  workingDays,
} from "../../src/calendar/index.ts";
import { refusalOf } from "../support/refusal.ts";

const valid: WorkingCalendar = {
  id: "acme",
  version: "1",
  weekend: [6, 7],
  from: "2026-01-01",
  to: "2027-01-01",
  off: [
    { date: "2026-05-01", name: "Labour Day" },
    { date: "2026-01-01", name: "New Year" },
  ],
  work: ["2026-05-09", "2026-01-04"],
  sources: ["circular 1"],
};

describe("defineCalendar", () => {
  test("returns a frozen copy in order of date and leaves its input alone", () => {
    const input = structuredClone(valid);
    const calendar = defineCalendar(input);
    expect(calendar).toEqual({
      ...valid,
      off: [
        { date: "2026-01-01", name: "New Year" },
        { date: "2026-05-01", name: "Labour Day" },
      ],
      work: ["2026-01-04", "2026-05-09"],
    });
    expect(input).toEqual(valid);
    expect(Object.isFrozen(calendar) && Object.isFrozen(calendar.off) && Object.isFrozen(calendar.off[0])).toBe(true);
  });

  test("parsed JSON is a calendar without it, and answers the same", () => {
    const parsed = JSON.parse(JSON.stringify(CN)) as WorkingCalendar;
    expect(addWorkingDays(parsed, "2026-02-14", 1)).toBe("2026-02-24");
    expect(workingDays(parsed, "2026")).toEqual(workingDays(CN, "2026"));
  });

  test.each<[string, Partial<Record<keyof WorkingCalendar, unknown>>, string, (string | number)[], object]>([
    ["an empty id", { id: "" }, "invalid-calendar", ["id"], { received: "string(0)" }],
    ["a number for a version", { version: 1 }, "invalid-calendar", ["version"], { received: "1", type: "number" }],
    ["no source", { sources: [] }, "invalid-calendar", ["sources"], { received: "array(0)", fewest: 1 }],
    ["an empty source", { sources: ["a", ""] }, "invalid-calendar", ["sources", 1], { received: "string(0)" }],
    ["a JavaScript Sunday", { weekend: [6, 0] }, "invalid-calendar", ["weekend", 1], { received: "0", type: "number" }],
    ["a weekday twice", { weekend: [6, 7, 6] }, "invalid-calendar", ["weekend", 2], { received: "6", type: "number" }],
    ["no list of days off", { off: undefined }, "invalid-calendar", ["off"], { received: "undefined" }],
    ["an object of days off", { off: {} }, "invalid-calendar", ["off"], { received: "object" }],
    ["no list of working days", { work: undefined }, "invalid-calendar", ["work"], { received: "undefined" }],
    ["nothing for a holiday", { off: [null] }, "invalid-calendar", ["off", 0], { received: "null" }],
    ["a reversed coverage", { to: "2025-01-01" }, "invalid-calendar", ["to"], { from: "2026-01-01", to: "2025-01-01" }],
    ["an empty coverage", { to: "2026-01-01" }, "invalid-calendar", ["to"], { from: "2026-01-01", to: "2026-01-01" }],
    [
      "a provisional part beyond it",
      { provisionalFrom: "2027-02-01" },
      "day-outside-coverage",
      ["provisionalFrom"],
      { date: "2027-02-01", from: "2026-01-01", to: "2027-01-01" },
    ],
    [
      "a holiday without a name",
      { off: [{ date: "2026-05-01" }] },
      "invalid-calendar",
      ["off", 0, "name"],
      { received: "undefined" },
    ],
    [
      "a holiday twice",
      { off: [...valid.off, { date: "2026-05-01", name: "1 May" }] },
      "duplicate-day",
      ["off", 2, "date"],
      { date: "2026-05-01" },
    ],
    [
      "a working day twice",
      { work: ["2026-01-04", "2026-01-04"] },
      "duplicate-day",
      ["work", 1],
      { date: "2026-01-04" },
    ],
    [
      "a day both off and worked",
      { off: [{ date: "2026-01-04", name: "x" }] },
      "contradictory-day",
      ["work", 1],
      { date: "2026-01-04" },
    ],
    [
      "a holiday of the next year",
      { off: [{ date: "2027-01-01", name: "x" }] },
      "day-outside-coverage",
      ["off", 0, "date"],
      { date: "2027-01-01", from: "2026-01-01", to: "2027-01-01" },
    ],
    [
      "a working day of the year before",
      { work: ["2025-12-28"] },
      "day-outside-coverage",
      ["work", 0],
      { date: "2025-12-28", from: "2026-01-01", to: "2027-01-01" },
    ],
    ["a make-up day on a Monday", { work: ["2026-01-05"] }, "not-a-weekend-day", ["work", 0], { date: "2026-01-05" }],
  ])("refuses %s", (_title, change, code, path, details) => {
    const calendar = { ...valid, ...change } as WorkingCalendar;
    expect(refusalOf(() => defineCalendar(calendar))).toEqual({
      code: `calendar/${code}`,
      path: ["calendar", ...path],
      details,
    });
  });

  test.each([
    ["from", { from: "2026-02-30" }, ["from"], "2026-02-30"],
    ["a holiday", { off: [{ date: "2026-02-30", name: "x" }] }, ["off", 0, "date"], "2026-02-30"],
    ["a working day", { work: ["2026-02-29"] }, ["work", 0], "2026-02-29"],
  ])("refuses a date that does not exist: %s", (_title, change, path, received) => {
    expect(refusalOf(() => defineCalendar({ ...valid, ...change }))).toEqual({
      code: "core/invalid-date",
      path: ["calendar", ...path],
      details: { received },
    });
  });

  test("finds the same mistakes in a plain object at its first use, each time", () => {
    const plain = { ...valid, work: ["2026-01-05"] };
    const refused = {
      code: "calendar/not-a-weekend-day",
      path: ["calendar", "work", 0],
      details: { date: "2026-01-05" },
    };
    expect(refusalOf(() => isWorkingDay(plain, "2026-01-05"))).toEqual(refused);
    expect(refusalOf(() => isWorkingDay(plain, "2026-01-05"))).toEqual(refused);
  });
});

describe("a plain object used without defineCalendar", () => {
  test.each<[string, object, (string | number)[], string]>([
    ["a holiday without a name", { off: [{ date: "2026-05-01" }] }, ["off", 0, "name"], "undefined"],
    ["a list for a name", { off: [{ date: "2026-05-01", name: [] }] }, ["off", 0, "name"], "array(0)"],
    ["no id", { id: undefined }, ["id"], "undefined"],
    ["an empty version", { version: "" }, ["version"], "string(0)"],
    ["no sources", { sources: undefined }, ["sources"], "undefined"],
    ["a text for sources", { sources: "circular" }, ["sources"], "string(8)"],
  ])("is refused for %s", (_title, change, path, received) => {
    const plain = { ...valid, ...change };
    const refused = { code: "calendar/invalid-calendar", path: ["calendar", ...path], details: { received } };
    expect(refusalOf(() => addWorkingDays(plain, "2026-04-30", 1))).toEqual(refused);
    expect(refusalOf(() => combineCalendars("all", plain)).path).toEqual(["calendars", 0, ...path]);
  });
});

describe("calendarOfYears", () => {
  const year = (from: string, to: string, status: CalendarYear["status"] = "confirmed"): CalendarYear => ({
    from,
    to,
    status,
    off: [{ date: from, name: "first day" }],
    work: [],
    sources: [`notice ${from.slice(0, 4)}`, "all years"],
  });
  const identity = { id: "x", version: "3", weekend: [7] } as const;

  test("joins days, coverage and sources", () => {
    expect(
      calendarOfYears(identity, [year("2025-01-01", "2026-01-01"), year("2026-01-01", "2027-01-01", "provisional")]),
    ).toEqual({
      ...identity,
      from: "2025-01-01",
      to: "2027-01-01",
      provisionalFrom: "2026-01-01",
      off: [
        { date: "2025-01-01", name: "first day" },
        { date: "2026-01-01", name: "first day" },
      ],
      work: [],
      sources: ["notice 2025", "all years", "notice 2026"],
    });
  });

  test("several provisional years come last, and the first of them is where it begins", () => {
    const years = [
      year("2025-01-01", "2026-01-01"),
      year("2026-01-01", "2027-01-01", "provisional"),
      year("2027-01-01", "2028-01-01", "provisional"),
    ];
    expect(calendarCoverage(calendarOfYears(identity, years))).toStrictEqual({
      from: "2025-01-01",
      to: "2028-01-01",
      provisionalFrom: "2026-01-01",
    });
    expect(Object.keys(calendarOfYears(identity, years.slice(0, 1)))).not.toContain("provisionalFrom");
  });

  test("the weekend stands in order of the week", () => {
    expect(calendarOfYears({ ...identity, weekend: [7, 6] }, [year("2025-01-01", "2026-01-01")]).weekend).toEqual([
      6, 7,
    ]);
  });

  test("refuses a hole, and a confirmed year after a provisional one", () => {
    expect(
      refusalOf(() => calendarOfYears(identity, [year("2024-01-01", "2025-01-01"), year("2026-01-01", "2027-01-01")])),
    ).toEqual({
      code: "calendar/not-adjacent",
      path: ["years", 1, "from"],
      details: { expected: "2025-01-01", received: "2026-01-01", status: "confirmed" },
    });
    expect(
      refusalOf(() =>
        calendarOfYears(identity, [year("2024-01-01", "2025-01-01", "provisional"), year("2025-01-01", "2026-01-01")]),
      ).code,
    ).toBe("calendar/not-adjacent");
    expect(refusalOf(() => calendarOfYears(identity, []))).toEqual({
      code: "calendar/invalid-calendar",
      path: ["years"],
      details: {},
    });
  });
});

describe("calendarOfYears refuses", () => {
  const whole: CalendarYear = {
    from: "2026-01-01",
    to: "2027-01-01",
    status: "confirmed",
    off: [{ date: "2026-01-01", name: "New Year" }],
    work: ["2026-01-04"],
    sources: ["notice"],
  };
  const named = { id: "x", version: "1", weekend: [6, 7] } as const;

  test.each<[string, unknown, string, (string | number)[], object]>([
    ["nothing", null, "calendar/invalid-calendar", [], { received: "null" }],
    ["nothing for a year", [null], "calendar/invalid-calendar", [0], { received: "null" }],
    [
      "a status that is none",
      [{ ...whole, status: "Provisional" }],
      "calendar/invalid-option",
      [0, "status"],
      { received: "string(11)", allowed: ["confirmed", "provisional"], didYouMean: "provisional" },
    ],
    ["no days off", [{ ...whole, off: undefined }], "calendar/invalid-calendar", [0, "off"], { received: "undefined" }],
    [
      "nothing for a day off",
      [{ ...whole, off: [null] }],
      "calendar/invalid-calendar",
      [0, "off", 0],
      { received: "null" },
    ],
    [
      "no sources",
      [{ ...whole, sources: [] }],
      "calendar/invalid-calendar",
      [0, "sources"],
      { received: "array(0)", fewest: 1 },
    ],
    [
      "a day of the next year",
      [
        { ...whole, off: [{ date: "2027-05-01", name: "x" }] },
        { ...whole, from: "2027-01-01", to: "2028-01-01", off: [], work: [] },
      ],
      "calendar/day-outside-coverage",
      [0, "off", 0, "date"],
      { date: "2027-05-01", from: "2026-01-01", to: "2027-01-01" },
    ],
    [
      "a reversed year",
      [{ ...whole, to: "2025-01-01", off: [], work: [] }],
      "calendar/invalid-calendar",
      [0, "to"],
      { from: "2026-01-01", to: "2025-01-01" },
    ],
    [
      "a make-up day on a Monday",
      [{ ...whole, work: ["2026-01-05"] }],
      "calendar/not-a-weekend-day",
      [0, "work", 0],
      { date: "2026-01-05" },
    ],
  ])("%s", (_title, years, code, path, details) => {
    expect(refusalOf(() => calendarOfYears(named, years as CalendarYear[]))).toEqual({
      code,
      path: ["years", ...path],
      details,
    });
  });

  test.each<[string, unknown, string[], string]>([
    ["no identity", null, [], "null"],
    ["no id", { ...named, id: undefined }, ["id"], "undefined"],
    ["an empty version", { ...named, version: "" }, ["version"], "string(0)"],
    ["no weekend", { ...named, weekend: undefined }, ["weekend"], "undefined"],
  ])("%s", (_title, identity, path, received) => {
    expect(refusalOf(() => calendarOfYears(identity as typeof named, [whole]))).toEqual({
      code: "calendar/invalid-calendar",
      path: ["identity", ...path],
      details: { received },
    });
  });
});

describe("extendCalendar", () => {
  /** Not the real notice for 2027: days made up for the test. */
  const draft: CalendarExtension = {
    from: "2027-01-01",
    to: "2028-01-01",
    status: "confirmed",
    version: "2027.1",
    off: [{ date: "2027-01-01", name: "元旦" }],
    work: ["2027-01-09"],
    sources: ["test notice"],
  };

  test("adds a year from JSON", () => {
    const next = extendCalendar(CN, JSON.parse(JSON.stringify(draft)) as CalendarExtension);
    expect(calendarCoverage(next)).toEqual({ from: "2007-01-01", to: "2028-01-01" });
    expect([next.id, next.version]).toEqual(["cn", "2027.1"]);
    expect(next.sources.slice(0, 2)).toEqual(["test notice", "cn@2026.1"]);
    expect(addWorkingDays(next, "2026-12-31", 1)).toBe("2027-01-04");
    expect(addWorkingDays(next, "2027-01-08", 1)).toBe("2027-01-09");
    expect(workingDays(next, "2026")).toEqual(workingDays(CN, "2026"));
    expect(calendarCoverage(CN)).toEqual({ from: "2007-01-01", to: "2027-01-01" });
  });

  test("keeps a provisional year marked", () => {
    const next = extendCalendar(CN, { ...draft, status: "provisional" });
    expect(calendarCoverage(next).provisionalFrom).toBe("2027-01-01");
    const after = extendCalendar(next, {
      ...draft,
      from: "2028-01-01",
      to: "2029-01-01",
      off: [],
      work: [],
      version: "3",
    });
    expect(calendarCoverage(after)).toEqual({ from: "2007-01-01", to: "2029-01-01", provisionalFrom: "2027-01-01" });
  });

  test("replaces the provisional part once it is official", () => {
    const official = extendCalendar(HK, {
      ...draft,
      off: [{ date: "2027-01-04", name: "a day of the test" }],
      work: [],
      version: "2027.2",
    });
    expect(calendarCoverage(official)).toEqual({ from: "2007-01-01", to: "2028-01-01" });
    expect(official.off.filter(({ date }) => date >= "2027")).toEqual([
      { date: "2027-01-04", name: "a day of the test" },
    ]);
    expect(official.off.filter(({ date }) => date < "2027")).toEqual(HK.off.filter(({ date }) => date < "2027"));
  });

  test("the same notice may rearrange the last days of the year before", () => {
    const next = extendCalendar(CN, {
      ...draft,
      amends: { off: [{ date: "2026-12-31", name: "元旦" }], work: ["2026-12-26"] },
    });
    expect(isWorkingDay(CN, "2026-12-31")).toBe(true);
    expect(isWorkingDay(next, "2026-12-31")).toBe(false);
    expect(holidayName(next, "2026-12-31")).toBe("元旦");
    expect(addWorkingDays(next, "2026-12-25", 1)).toBe("2026-12-26");
  });

  test.each<[string, Partial<Record<keyof CalendarExtension, unknown>>, string, (string | number)[], object]>([
    [
      "a hole",
      { from: "2027-02-01" },
      "not-adjacent",
      ["from"],
      { from: "2027-02-01", to: "2028-01-01", coverageTo: "2027-01-01", provisionalFrom: null },
    ],
    [
      "an overlap",
      { from: "2026-12-01" },
      "not-adjacent",
      ["from"],
      { from: "2026-12-01", to: "2028-01-01", coverageTo: "2027-01-01", provisionalFrom: null },
    ],
    [
      "a reversed year",
      { to: "2026-06-01" },
      "not-adjacent",
      ["to"],
      { from: "2027-01-01", to: "2026-06-01", coverageTo: "2027-01-01", provisionalFrom: null },
    ],
    ["no version", { version: undefined }, "invalid-calendar", ["version"], { received: "undefined" }],
    ["no source", { sources: [] }, "invalid-calendar", ["sources"], { received: "array(0)", fewest: 1 }],
    [
      "an unknown status",
      { status: "draft" },
      "invalid-option",
      ["status"],
      { received: "string(5)", allowed: ["confirmed", "provisional"] },
    ],
    [
      "a nameless holiday",
      { off: [{ date: "2027-01-01", name: "" }] },
      "invalid-calendar",
      ["off", 0, "name"],
      { received: "string(0)" },
    ],
    [
      "a holiday of another year",
      { off: [{ date: "2026-12-31", name: "x" }] },
      "day-outside-coverage",
      ["off", 0, "date"],
      { date: "2026-12-31", from: "2027-01-01", to: "2028-01-01" },
    ],
    ["a make-up day on a Friday", { work: ["2027-01-08"] }, "not-a-weekend-day", ["work", 0], { date: "2027-01-08" }],
    [
      "the same day off and worked",
      { work: ["2027-01-09"], off: [{ date: "2027-01-09", name: "x" }] },
      "contradictory-day",
      ["work", 0],
      { date: "2027-01-09" },
    ],
    [
      "an amendment inside the new year",
      { amends: { off: [{ date: "2027-01-02", name: "x" }] } },
      "day-outside-coverage",
      ["amends", "off", 0, "date"],
      { date: "2027-01-02", from: "2007-01-01", to: "2027-01-01" },
    ],
    ["a text for days off", { off: "2027-01-01" }, "invalid-calendar", ["off"], { received: "2027-01-01" }],
    ["an object of days off", { off: {} }, "invalid-calendar", ["off"], { received: "object" }],
    ["a text for amendments", { amends: "2026-12-31" }, "invalid-calendar", ["amends"], { received: "2026-12-31" }],
    ["a list of amendments", { amends: [] }, "invalid-calendar", ["amends"], { received: "array(0)" }],
    ["nothing for amendments", { amends: null }, "invalid-calendar", ["amends"], { received: "null" }],
    [
      "a nameless amendment",
      { amends: { off: [{ date: "2026-12-31", name: "" }] } },
      "invalid-calendar",
      ["amends", "off", 0, "name"],
      { received: "string(0)" },
    ],
  ])("refuses %s", (_title, change, code, path, details) => {
    expect(refusalOf(() => extendCalendar(CN, { ...draft, ...change } as CalendarExtension))).toEqual({
      code: `calendar/${code}`,
      path: ["yearData", ...path],
      details,
    });
  });

  test("the first of two provisional years becomes official, the second stays as it was", () => {
    const planned = extendCalendar(HK, {
      ...draft,
      version: "planned",
      from: "2028-01-01",
      to: "2029-01-01",
      status: "provisional",
      off: [{ date: "2028-01-03", name: "planned" }],
      work: [],
    });
    const official = extendCalendar(planned, { ...draft, off: [{ date: "2027-01-04", name: "official" }], work: [] });
    expect(calendarCoverage(official)).toEqual({ from: "2007-01-01", to: "2029-01-01", provisionalFrom: "2028-01-01" });
    expect(official.off.filter(({ date }) => date >= "2027")).toEqual([
      { date: "2027-01-04", name: "official" },
      { date: "2028-01-03", name: "planned" },
    ]);
    const redrawn = extendCalendar(planned, { ...draft, status: "provisional", off: [], work: [] });
    expect(calendarCoverage(redrawn)).toEqual({ from: "2007-01-01", to: "2029-01-01", provisionalFrom: "2027-01-01" });
  });

  test("what was planned for a stretch is gone with its notice, the days at its ends included, and no other", () => {
    // Fri 2027-01-01, Sat 01-09 and Sun 01-03 lie in the stretch; Thu 07-01 and Sat 07-03 after it; Sat 2026-12-26 before
    const planned = extendCalendar(withOverrides(CN, { version: "x", source: "test", work: ["2026-12-26"] }), {
      ...draft,
      version: "planned",
      status: "provisional",
      off: [
        { date: "2027-01-01", name: "planned" },
        { date: "2027-07-01", name: "planned" },
      ],
      work: ["2027-01-03", "2027-01-09", "2027-07-03"],
    });
    const official = extendCalendar(planned, { ...draft, to: "2027-07-01", off: [], work: [] });
    const worked = (dates: readonly string[]) => dates.map((date) => isWorkingDay(official, date));
    expect(worked(["2027-01-01", "2027-01-03", "2027-01-09"])).toEqual([true, false, false]);
    expect(worked(["2026-12-26", "2027-07-01", "2027-07-03"])).toEqual([true, false, true]);
    expect(calendarCoverage(official).provisionalFrom).toBe("2027-07-01");
    expect(Object.keys(extendCalendar(CN, draft))).not.toContain("provisionalFrom");
  });

  test("a changed calendar has a version of its own: those of one id and version have the same days", () => {
    const refusal = (parameter: string) => ({
      code: "calendar/invalid-calendar",
      path: [parameter, "version"],
      details: { received: CN.version },
    });
    const off = [{ date: "2026-09-22", name: "typhoon" }];
    expect(refusalOf(() => withOverrides(CN, { version: CN.version, source: "t", off }))).toMatchObject(
      refusal("overrides"),
    );
    expect(refusalOf(() => extendCalendar(CN, { ...draft, version: CN.version }))).toMatchObject(refusal("yearData"));
  });

  test("days of another calendar are refused, those of one that is named or of none are not", () => {
    const planned = { ...draft, version: "planned" };
    expect(refusalOf(() => extendCalendar(HK, { ...planned, calendars: ["cn", "cn-exchange"] }))).toMatchObject({
      code: "calendar/invalid-calendar",
      path: ["yearData", "calendars"],
      details: { received: "hk", allowed: ["cn", "cn-exchange"] },
    });
    for (const calendars of [["hk"], ["cn", "hk"]]) {
      expect(extendCalendar(HK, { ...planned, calendars }).to).toBe(draft.to);
    }
    expect(extendCalendar(HK, planned).to).toBe(draft.to);
    expect(refusalOf(() => extendCalendar(HK, { ...planned, calendars: [] }))).toMatchObject({
      path: ["yearData", "calendars"],
    });
  });

  test("a stretch of no days is refused", () => {
    expect(refusalOf(() => extendCalendar(CN, { ...draft, to: draft.from, off: [], work: [] }))).toMatchObject({
      code: "calendar/not-adjacent",
      path: ["yearData", "to"],
    });
  });

  test("refuses nothing for a day off", () => {
    expect(refusalOf(() => extendCalendar(CN, { ...draft, off: [null] } as unknown as CalendarExtension))).toEqual({
      code: "calendar/invalid-calendar",
      path: ["yearData", "off", 0],
      details: { received: "null" },
    });
  });

  test("refuses what is no object", () => {
    expect(refusalOf(() => extendCalendar(CN, null as unknown as CalendarExtension))).toEqual({
      code: "calendar/invalid-calendar",
      path: ["yearData"],
      details: { received: "null" },
    });
  });
});

describe("withOverrides", () => {
  const base: CalendarOverrides = { version: "acme-1", source: "branch notice 12" };

  test("closes and opens days", () => {
    const local = withOverrides(CN, {
      ...base,
      off: [
        { date: "2026-03-02", name: "flood" },
        { date: "2026-02-14", name: "make-up day cancelled" },
      ],
      work: ["2026-03-07", "2026-02-20", "2026-02-15"],
    });
    expect(isWorkingDay(local, "2026-03-02")).toBe(false);
    expect(holidayName(local, "2026-03-02")).toBe("flood");
    expect(isWorkingDay(local, "2026-02-14")).toBe(false);
    expect(isWorkingDay(local, "2026-03-07")).toBe(true);
    // a Friday holiday and a Sunday holiday that are worked after all
    expect([isWorkingDay(local, "2026-02-20"), holidayName(local, "2026-02-20")]).toEqual([true, null]);
    expect(isWorkingDay(local, "2026-02-15")).toBe(true);
    expect(local.work).not.toContain("2026-02-20");
    expect([local.id, local.version]).toEqual(["cn", "acme-1"]);
    expect(local.sources.slice(0, 2)).toEqual(["branch notice 12", "cn@2026.1"]);
    expect(calendarCoverage(local)).toEqual(calendarCoverage(CN));
    expect(isWorkingDay(CN, "2026-03-02")).toBe(true);
  });

  test("what is already so stays so, with the new name", () => {
    const local = withOverrides(HK, {
      ...base,
      off: [{ date: "2026-03-07", name: "typhoon" }],
      work: ["2026-03-02"],
    });
    expect(workingDays(local, "2026")).toEqual(workingDays(HK, "2026"));
    expect(holidayName(local, "2026-03-07")).toBe("typhoon");
    expect(calendarCoverage(local).provisionalFrom).toBe("2027-01-01");
  });

  test.each<[string, Partial<Record<keyof CalendarOverrides, unknown>>, string, (string | number)[], object]>([
    ["no version", { version: "" }, "invalid-calendar", ["version"], { received: "string(0)" }],
    ["no source", { source: "" }, "invalid-calendar", ["source"], { received: "string(0)" }],
    [
      "a nameless closure",
      { off: [{ date: "2026-03-02" }] },
      "invalid-calendar",
      ["off", 0, "name"],
      { received: "undefined" },
    ],
    [
      "a day beyond the coverage",
      { work: ["2027-01-02"] },
      "day-outside-coverage",
      ["work", 0],
      { date: "2027-01-02", from: "2007-01-01", to: "2027-01-01" },
    ],
    ["a day twice", { work: ["2026-03-07", "2026-03-07"] }, "duplicate-day", ["work", 1], { date: "2026-03-07" }],
    [
      "a contradiction",
      { off: [{ date: "2026-03-07", name: "x" }], work: ["2026-03-07"] },
      "contradictory-day",
      ["work", 0],
      { date: "2026-03-07" },
    ],
  ])("refuses %s", (_title, change, code, path, details) => {
    expect(refusalOf(() => withOverrides(CN, { ...base, ...change } as CalendarOverrides))).toEqual({
      code: `calendar/${code}`,
      path: ["overrides", ...path],
      details,
    });
  });
});

describe("combineCalendars", () => {
  test("covers what all cover, provisional from where the first is", () => {
    const all = combineCalendars("all", CN, HK);
    expect([all.id, all.version]).toEqual(["all(cn,hk)", "cn@2026.1+hk@2026.1"]);
    expect(calendarCoverage(all)).toEqual({ from: "2007-01-01", to: "2027-01-01" });
    expect(calendarCoverage(combineCalendars("any", HK, HK6)).provisionalFrom).toBe("2027-01-01");
    const from = (provisionalFrom: string) => defineCalendar({ ...valid, id: provisionalFrom, provisionalFrom });
    const both = [from("2026-10-01"), from("2026-07-01")] as const;
    expect(calendarCoverage(combineCalendars("all", ...both)).provisionalFrom).toBe("2026-07-01");
    expect(all.sources).toEqual([...new Set([...CN.sources, ...HK.sources])]);
  });

  test("is worked in all, or in any", () => {
    const calendars = [CN, CN_EXCHANGE, HK, HK6];
    const all = combineCalendars("all", ...calendars);
    const any = combineCalendars("any", ...calendars);
    const each = calendars.map((calendar) => new Set(workingDays(calendar, "2026")));
    for (let at = Date.parse("2026-01-01"); at < Date.parse("2027-01-01"); at += 86_400_000) {
      const date = new Date(at).toISOString().slice(0, 10);
      expect([date, isWorkingDay(all, date)]).toEqual([date, each.every((days) => days.has(date))]);
      expect([date, isWorkingDay(any, date)]).toEqual([date, each.some((days) => days.has(date))]);
    }
  });

  test("joins the names of a day off", () => {
    const all = combineCalendars("all", CN, HK);
    expect(holidayName(all, "2026-01-01")).toBe("元旦 / The first day of January");
    expect(holidayName(all, "2026-01-02")).toBe("元旦");
    // worked in one place as a make-up day, a plain Saturday in the other
    expect([isWorkingDay(all, "2026-02-14"), holidayName(all, "2026-02-14")]).toEqual([false, null]);
    expect(holidayName(combineCalendars("any", CN, CN_EXCHANGE), "2026-01-01")).toBe("元旦");
  });

  test("one calendar stays as it is", () => {
    const one = combineCalendars("any", CN);
    expect(workingDays(one, "2026")).toEqual(workingDays(CN, "2026"));
  });

  test("refuses calendars without a common day, and none at all", () => {
    const early = { ...valid, id: "early" };
    const late = { ...valid, id: "late", from: "2027-01-01", to: "2028-01-01", off: [], work: [] };
    expect(refusalOf(() => combineCalendars("all", early, late))).toEqual({
      code: "calendar/no-common-coverage",
      path: ["calendars"],
      details: {
        calendars: [
          { calendar: "early", version: "1", from: "2026-01-01", to: "2027-01-01" },
          { calendar: "late", version: "1", from: "2027-01-01", to: "2028-01-01" },
        ],
      },
    });
    expect(refusalOf(() => combineCalendars("all"))).toEqual({
      code: "calendar/no-common-coverage",
      path: ["calendars"],
      details: { calendars: [] },
    });
  });

  test("refuses another mode, and says which calendar is broken", () => {
    expect(refusalOf(() => combineCalendars("both" as "all", CN))).toEqual({
      code: "calendar/invalid-option",
      path: ["mode"],
      details: { received: "string(4)", allowed: ["all", "any"] },
    });
    expect(refusalOf(() => combineCalendars("all", CN, { ...valid, work: ["2026-01-05"] }))).toEqual({
      code: "calendar/not-a-weekend-day",
      path: ["calendars", 1, "work", 0],
      details: { date: "2026-01-05" },
    });
  });
});
