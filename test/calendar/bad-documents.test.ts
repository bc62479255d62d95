import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { HK } from "../../src/calendar/data/hk/index.ts";
import {
  addMonths,
  addWorkingDays,
  addYears,
  ageOn,
  calendarCoverage,
  calendarOfYears,
  COMBINE_MODES,
  combineCalendars,
  defineCalendar,
  defineWorkingHours,
  DAY_COUNT_BASES,
  dayCount,
  endOf,
  END_OF_MONTH_RULES,
  extendCalendar,
  instantOf,
  isOpen,
  ISO_WEEKDAYS,
  LEAP_DAYS,
  LOCAL_TIME_READINGS,
  LONG_PERIOD_UNITS,
  PERIOD_UNITS,
  periodContains,
  periodLength,
  periodOf,
  readPeriod,
  rollDate,
  ROLL_CONVENTIONS,
  splitPeriod,
  startOf,
  weekdayOf,
  withOverrides,
  workingDays,
  type CalendarExtension,
  type CalendarIdentity,
  type CalendarOverrides,
  type CalendarYear,
  type LocalTimeRules,
  type Period,
  type WorkingCalendar,
  type WorkingHours,
} from "../../src/calendar/index.ts";
import {
  CalendarExtensionSchema,
  CalendarOverridesSchema,
  WorkingCalendarSchema,
  WorkingHoursSchema,
} from "../../src/calendar/schema.ts";
import { refusalOf } from "../support/refusal.ts";

/** A calendar as it comes out of JSON: nothing of it was read before. */
const calendar: WorkingCalendar = {
  id: "acme",
  version: "1",
  weekend: [6, 7],
  from: "2026-01-01",
  to: "2027-01-01",
  provisionalFrom: "2026-07-01",
  off: [{ date: "2026-01-01", name: "New Year" }],
  work: ["2026-01-03"],
  sources: ["circular 1"],
};
const notice: CalendarExtension = {
  from: "2027-01-01",
  to: "2028-01-01",
  status: "confirmed",
  version: "2027.1",
  off: [{ date: "2027-01-01", name: "New Year" }],
  work: [],
  sources: ["notice 12"],
};
const overrides: CalendarOverrides = { off: [], version: "2", source: "ticket 7" };
const day = [{ from: "09:00", to: "17:00" }];
const hours: WorkingHours = {
  id: "desk",
  version: "1",
  zone: "Asia/Shanghai",
  calendar,
  week: { 1: day, 2: day },
  makeUpDays: "own",
  overrides: [{ date: "2026-02-02", segments: day }],
};

/** A copy of a document with a member whose getter throws. */
const withThrower = <T extends object>(given: T, name: keyof T & string): T =>
  Object.defineProperty({ ...given }, name, {
    enumerable: true,
    get: () => {
      throw new RangeError("not now");
    },
  });
/** A copy of a document with one member under another name. */
function renamed<T extends object>(given: T, name: keyof T & string, wrong: string): T {
  const { [name]: value, ...others } = given;
  return { ...others, [wrong]: value } as unknown as T;
}
/** A list whose last entry cannot be read. */
const throwingList = (list: readonly unknown[]): unknown[] =>
  Object.defineProperty([...list], list.length, {
    enumerable: true,
    get: () => {
      throw new RangeError("not now");
    },
  });

type Place = (string | number)[];
type Row = [what: string, given: unknown, place: Place, details: object];

const calendarMembers = ["id", "version", "weekend", "from", "to", "provisionalFrom", "off", "work", "sources"];

const badCalendars: Row[] = [
  [
    "a misspelt optional member",
    renamed(calendar, "provisionalFrom", "provisional_from"),
    ["provisional_from"],
    { known: calendarMembers, didYouMean: "provisionalFrom" },
  ],
  ["a member nobody knows", { ...calendar, holidays: [] }, ["holidays"], { known: calendarMembers }],
  ["a list for a calendar", [calendar], [], { received: "array(1)" }],
  ["a promise of a calendar", Promise.resolve(calendar), [], { received: "Promise" }],
  ["a blank id", { ...calendar, id: " " }, ["id"], { received: " " }],
  ["a text for the weekend", { ...calendar, weekend: "Sat" }, ["weekend"], { received: "string(3)" }],
  ["a weekday as text", { ...calendar, weekend: ["6", 7] }, ["weekend", 0], { received: "6", type: "string" }],
  ["a hole in the weekend", { ...calendar, weekend: [6, , 7] }, ["weekend", 1], { received: "undefined" }],
  ["a date for a day off", { ...calendar, off: ["2026-01-01"] }, ["off", 0], { received: "2026-01-01" }],
  [
    "a day off with a misspelt name",
    { ...calendar, off: [{ date: "2026-01-01", names: "New Year" }] },
    ["off", 0, "names"],
    { known: ["date", "name"], didYouMean: "name" },
  ],
  [
    "a number for a name",
    { ...calendar, off: [{ date: "2026-01-01", name: 5 }] },
    ["off", 0, "name"],
    {
      received: "5",
      type: "number",
    },
  ],
  ["a day off that is missing", { ...calendar, off: [, calendar.off[0]] }, ["off", 0], { received: "undefined" }],
  ["a getter that throws", withThrower(calendar, "to"), ["to"], {}],
  ["a list that throws", { ...calendar, work: throwingList(calendar.work) }, ["work"], {}],
  [
    "a member named as one of the language",
    JSON.parse(`{ "__proto__": 1, ${JSON.stringify(calendar).slice(1)}`),
    ["__proto__"],
    { known: calendarMembers },
  ],
];

describe("a calendar is read whole", () => {
  test.each(badCalendars)("%s is refused at its place, whoever takes it", (what, given, place, details) => {
    const refused = { code: "calendar/invalid-calendar", details };
    const spoilt = given as WorkingCalendar;
    const of = (path: Place): object => ({ ...refused, path: [...path, ...place] });
    expect(refusalOf(() => addWorkingDays(spoilt, "2026-02-02", 1))).toEqual(of(["calendar"]));
    expect(refusalOf(() => defineCalendar(spoilt))).toEqual(of(["calendar"]));
    expect(refusalOf(() => calendarCoverage(spoilt))).toEqual(of(["calendar"]));
    expect(refusalOf(() => extendCalendar(spoilt, notice))).toEqual(of(["calendar"]));
    expect(refusalOf(() => withOverrides(spoilt, overrides))).toEqual(of(["calendar"]));
    expect(refusalOf(() => combineCalendars("any", HK, spoilt))).toEqual(of(["calendars", 1]));
    expect(refusalOf(() => isOpen({ ...hours, calendar: spoilt }, "2026-02-02T09:00:00+08:00"))).toEqual(
      of(["hours", "calendar"]),
    );
    if (!what.endsWith("throws")) expect(WorkingCalendarSchema.safeParse(given).success).toBe(false);
  });

  test("null is not a date, nor no date", () => {
    const given = { ...calendar, provisionalFrom: null } as unknown as WorkingCalendar;
    expect(refusalOf(() => calendarCoverage(given))).toEqual({
      code: "core/invalid-date",
      path: ["calendar", "provisionalFrom"],
      details: { received: "null" },
    });
  });

  test("what is good is not changed, and a calendar without a prototype is one", () => {
    const bare = Object.setPrototypeOf({ ...calendar }, null) as WorkingCalendar;
    expect(addWorkingDays(bare, "2026-01-01", 2)).toBe("2026-01-03");
    expect(Object.keys(bare)).toEqual(Object.keys(calendar));
  });
});

describe("a notice is read whole", () => {
  const extending = (given: unknown) => refusalOf(() => extendCalendar(CN, given as CalendarExtension));
  const known = ["from", "to", "status", "off", "work", "sources", "calendars", "version", "amends"];

  test("holidays beside days off are not New Year worked", () => {
    const given = { ...notice, off: [], holidays: notice.off };
    expect(extending(given)).toEqual({
      code: "calendar/invalid-calendar",
      path: ["yearData", "holidays"],
      details: { known },
    });
    expect(CalendarExtensionSchema.safeParse(given).success).toBe(false);
  });

  test.each<Row>([
    ["a misspelt amendment", { ...notice, amend: {} }, ["amend"], { known, didYouMean: "amends" }],
    [
      "a misspelt list of amendments",
      { ...notice, amends: { offs: [] } },
      ["amends", "offs"],
      { known: ["off", "work"], didYouMean: "off" },
    ],
    ["null for amended days", { ...notice, amends: { off: null } }, ["amends", "off"], { received: "null" }],
    ["a number for a version", { ...notice, version: 2027 }, ["version"], { received: "2027", type: "number" }],
    ["a getter that throws", withThrower<CalendarExtension>(notice, "amends"), ["amends"], {}],
    ["a list", [notice], [], { received: "array(1)" }],
  ])("%s", (_, given, place, details) => {
    expect(extending(given)).toEqual({
      code: "calendar/invalid-calendar",
      path: ["yearData", ...place],
      details,
    });
  });

  test.each(["confirm", "CONFIRMED", "confirmeds", "", "constructor"])("%j is not a status", (status) => {
    const { code, path, details } = extending({ ...notice, status });
    expect([code, path, details["allowed"]]).toEqual([
      "calendar/invalid-option",
      ["yearData", "status"],
      ["confirmed", "provisional"],
    ]);
  });
});

describe("local changes are read whole", () => {
  const known = ["off", "work", "version", "source"];

  test.each<Row>([
    ["misspelt days off", renamed(overrides, "off", "offs"), ["offs"], { known, didYouMean: "off" }],
    ["sources for a source", renamed(overrides, "source", "sources"), ["sources"], { known, didYouMean: "source" }],
    ["null for days off", { ...overrides, off: null }, ["off"], { received: "null" }],
    ["no source", { ...overrides, source: undefined }, ["source"], { received: "undefined" }],
    ["a getter that throws", withThrower(overrides, "off"), ["off"], {}],
  ])("%s", (what, given, place, details) => {
    expect(refusalOf(() => withOverrides(CN, given as CalendarOverrides))).toEqual({
      code: "calendar/invalid-calendar",
      path: ["overrides", ...place],
      details,
    });
    if (!what.startsWith("a getter")) expect(CalendarOverridesSchema.safeParse(given).success).toBe(false);
  });

  test("days that are not there are no changes", () => {
    const given = { ...overrides, off: undefined } as unknown as CalendarOverrides;
    expect(workingDays(withOverrides(CN, given), "2026")).toEqual(workingDays(CN, "2026"));
  });
});

describe("years and their identity are read whole", () => {
  const identity: CalendarIdentity = { id: "x", version: "1", weekend: [6, 7] };
  const year: CalendarYear = { ...calendarOf(notice) };

  test.each<[string, unknown, unknown, Place, object]>([
    [
      "a misspelt weekend",
      renamed(identity, "weekend", "weekends"),
      [year],
      ["identity", "weekends"],
      { known: ["id", "version", "weekend"], didYouMean: "weekend" },
    ],
    ["a blank id", { ...identity, id: " " }, [year], ["identity", "id"], { received: " " }],
    [
      "a year with a version",
      identity,
      [{ ...year, version: "2027.1" }],
      ["years", 0, "version"],
      { known: ["from", "to", "status", "off", "work", "sources"] },
    ],
    ["a hole between the years", identity, [year, , year], ["years", 1], { received: "undefined" }],
    ["one year without its list", identity, year, ["years"], { received: "object" }],
    ["years that throw", identity, throwingList([year]), ["years"], {}],
  ])("%s", (_, named, years, path, details) => {
    expect(refusalOf(() => calendarOfYears(named as CalendarIdentity, years as CalendarYear[]))).toEqual({
      code: "calendar/invalid-calendar",
      path,
      details,
    });
  });
});

/** The members of a year, without those of an extension. */
function calendarOf({ from, to, status, off, work, sources }: CalendarExtension): CalendarYear {
  return { from, to, status, off, work, sources };
}

describe("working hours are read whole", () => {
  const known = ["id", "version", "zone", "calendar", "week", "makeUpDays", "overrides"];
  const weekdays = ["1", "2", "3", "4", "5", "6", "7"];

  test.each<Row>([
    [
      "misspelt make-up days",
      renamed(hours, "makeUpDays", "makeupDays"),
      ["makeupDays"],
      {
        known,
        didYouMean: "makeUpDays",
      },
    ],
    ["misspelt overrides", renamed(hours, "overrides", "override"), ["override"], { known, didYouMean: "overrides" }],
    ["a misspelt rule for make-up days", { ...hours, makeUpDays: "Own" }, ["makeUpDays"], { received: "string(3)" }],
    ["null for make-up days", { ...hours, makeUpDays: null }, ["makeUpDays"], { received: "null" }],
    ["a weekday by its name", { ...hours, week: { monday: day } }, ["week", "monday"], { known: weekdays }],
    ["a date for a week", { ...hours, week: new Date(0) }, ["week"], { received: "Date" }],
    ["null for a weekday", { ...hours, week: { 1: null } }, ["week", "1"], { received: "null" }],
    [
      "a segment with a third member",
      { ...hours, week: { 1: [{ from: "09:00", to: "17:00", till: "18:00" }] } },
      ["week", "1", 0, "till"],
      { known: ["from", "to"] },
    ],
    [
      "a clock time as a number",
      { ...hours, week: { 1: [{ from: 9, to: "17:00" }] } },
      ["week", "1", 0, "from"],
      { received: "9", type: "number" },
    ],
    [
      "an override with hours for segments",
      { ...hours, overrides: [{ date: "2026-02-02", hours: day }] },
      ["overrides", 0, "hours"],
      { known: ["date", "segments"] },
    ],
    ["a getter that throws", withThrower(hours, "week"), ["week"], {}],
    ["overrides that throw", { ...hours, overrides: throwingList([]) }, ["overrides"], {}],
    ["nothing", null, [], { received: "null" }],
  ])("%s", (what, given, place, details) => {
    const refused = { code: "calendar/invalid-hours", path: ["hours", ...place], details };
    expect(refusalOf(() => defineWorkingHours(given as WorkingHours))).toEqual(refused);
    expect(refusalOf(() => isOpen(given as WorkingHours, "2026-02-02T09:00:00+08:00"))).toEqual(refused);
    if (!/throw|date for a week/.test(what)) expect(WorkingHoursSchema.safeParse(given).success).toBe(false);
  });

  test("a weekday that is not there has no hours", () => {
    const given = { ...hours, week: { 1: undefined, 2: day } } as unknown as WorkingHours;
    expect(isOpen(given, "2026-02-09T10:00:00+08:00")).toBe(false);
    expect(defineWorkingHours(given).week).toEqual({ 2: day });
  });
});

describe("options are read whole", () => {
  test.each<[string, (options: never) => unknown, unknown, Place]>([
    [
      "addMonths",
      (options) => addMonths("2026-02-28", 1, options),
      { endOfMonths: "stick" },
      ["options", "endOfMonths"],
    ],
    ["addMonths", (options) => addMonths("2026-02-28", 1, options), { endOfMonth: null }, ["options", "endOfMonth"]],
    ["addMonths", (options) => addMonths("2026-02-28", 1, options), null, ["options"]],
    ["addMonths", (options) => addMonths("2026-02-28", 1, options), "stick", ["options"]],
    ["addYears", (options) => addYears("2026-02-28", 1, options), { end: "stick" }, ["options", "end"]],
    ["addYears", (options) => addYears("2026-02-28", 1, options), [], ["options"]],
    ["ageOn", (options) => ageOn("2000-02-29", "2026-02-28", options), { leapday: "1-march" }, ["options", "leapday"]],
    ["ageOn", (options) => ageOn("2000-02-29", "2026-02-28", options), "1-march", ["options"]],
    [
      "ageOn",
      (options) => ageOn("2000-02-29", "2026-02-28", options),
      withThrower({ leapDay: "1-march" }, "leapDay"),
      ["options", "leapDay"],
    ],
    [
      "instantOf",
      (rules) => instantOf("2026-03-08", "02:30", "America/New_York", rules),
      { gaps: "refuse" },
      ["rules", "gaps"],
    ],
    [
      "instantOf",
      (rules) => instantOf("2026-03-08", "02:30", "America/New_York", rules),
      { gap: null },
      ["rules", "gap"],
    ],
    ["instantOf", (rules) => instantOf("2026-03-08", "02:30", "America/New_York", rules), null, ["rules"]],
    ["instantOf", (rules) => instantOf("2026-03-08", "02:30", "America/New_York", rules), "refuse", ["rules"]],
    [
      "instantOf",
      (rules) => instantOf("2026-03-08", "02:30", "America/New_York", rules),
      { overlap: "latest" },
      ["rules", "overlap"],
    ],
  ])("%s", (_, call, options, path) => {
    expect(refusalOf(() => call(options as never))).toMatchObject({ code: "calendar/invalid-option", path });
  });

  test("what is not given is the default", () => {
    const rules = { gap: undefined, overlap: undefined } as unknown as LocalTimeRules;
    expect(instantOf("2026-03-08", "02:30", "America/New_York", rules)).toBe("2026-03-08T03:30:00-04:00");
    expect(addMonths("2026-02-28", 1, {})).toBe("2026-03-28");
  });

  test("a word that is nearly one of them is named", () => {
    expect(refusalOf(() => rollDate(CN, "2026-03-01", "modified-following" as "nearest")).details).toMatchObject({
      didYouMean: "modifiedFollowing",
    });
    expect(refusalOf(() => combineCalendars("All" as "all", CN)).details).toMatchObject({ didYouMean: "all" });
    expect(refusalOf(() => splitPeriod("2026", "months" as "month")).details).toMatchObject({ didYouMean: "month" });
  });

  test("but none for a basis: 30/360 is one letter from 30E/360 and means another", () => {
    expect(refusalOf(() => dayCount("2026-01-01", "2026-02-01", "30/360" as "30E/360")).details).toEqual({
      received: "30/360",
      allowed: DAY_COUNT_BASES,
    });
  });
});

describe("periods", () => {
  test.each<[string, unknown, Place, string]>([
    ["a Date", new Date(0), [], "Date"],
    ["a list of two dates", ["2026-01-01", "2026-02-01"], [], "array(2)"],
    ["a flag", true, [], "true"],
    ["a misspelt start", { form: "2026-01-01", to: "2026-02-01" }, ["form"], ""],
  ])("%s is refused as what it is", (_, given, place, received) => {
    const refused = refusalOf(() => readPeriod(given as Period));
    expect([refused.code, refused.path]).toEqual(["calendar/invalid-period", ["period", ...place]]);
    if (received !== "") expect(refused.details).toMatchObject({ received });
  });

  test.each(["from", "to"] as const)("%s that cannot be read is named", (name) => {
    const given = withThrower({ from: "2026-01-01", to: "2026-02-01" }, name);
    expect(refusalOf(() => periodLength(given))).toEqual({
      code: "calendar/invalid-period",
      path: ["period", name],
      details: {},
    });
    expect(refusalOf(() => periodContains("2026", given)).path).toEqual(["inner", name]);
  });

  test("the coverage of a calendar is one, and so is the calendar", () => {
    expect(periodContains(calendarCoverage(HK), "2027")).toBe(true);
    expect(readPeriod(HK)).toEqual({ from: "2007-01-01", to: "2028-01-01" });
  });

  test("what else a range says is not shown", () => {
    const range = { from: "2026-12-31", to: "2027-01-02", client: "Zhang San" };
    expect(refusalOf(() => workingDays(CN, range)).details).toEqual({
      calendar: "cn",
      version: CN.version,
      period: { from: "2026-12-31", to: "2027-01-02" },
      from: "2007-01-01",
      to: "2027-01-01",
    });
  });
});

describe("every word of a list is understood", () => {
  test("units", () => {
    expect(PERIOD_UNITS.map((unit) => splitPeriod("2026", unit).length)).toEqual([365, 53, 12, 4, 1]);
    expect(LONG_PERIOD_UNITS.map((unit) => periodOf("2026-05-06", unit))).toEqual([
      "2026-W19",
      "2026-05",
      "2026-Q2",
      "2026",
    ]);
    expect(LONG_PERIOD_UNITS.map((unit) => [startOf("2026-05-06", unit), endOf("2026-05-06", unit)])).toEqual([
      ["2026-05-04", "2026-05-10"],
      ["2026-05-01", "2026-05-31"],
      ["2026-04-01", "2026-06-30"],
      ["2026-01-01", "2026-12-31"],
    ]);
    expect(ISO_WEEKDAYS.map((n) => weekdayOf(`2026-06-0${String(n)}`))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test("rules", () => {
    // Saturday 2026-10-31, before Monday 2 November
    expect(ROLL_CONVENTIONS.map((convention) => rollDate(CN, "2026-10-31", convention))).toEqual([
      "2026-11-02",
      "2026-10-30",
      "2026-10-30",
      "2026-10-30",
    ]);
    expect(END_OF_MONTH_RULES.map((endOfMonth) => addMonths("2026-02-28", 1, { endOfMonth }))).toEqual([
      "2026-03-28",
      "2026-03-31",
    ]);
    expect(LEAP_DAYS.map((leapDay) => ageOn("2004-02-29", "2026-02-28", { leapDay }))).toEqual([22, 21]);
    // a Saturday that mainland China works and Hong Kong does not
    expect(COMBINE_MODES.map((mode) => workingDays(combineCalendars(mode, CN, HK), "2026-02-14").length)).toEqual([
      0, 1,
    ]);
    expect(DAY_COUNT_BASES.map((basis) => dayCount("2026-02-28", "2026-03-31", basis).days)).toEqual([
      31, 31, 31, 30, 33, 32,
    ]);
  });

  test("readings of a clock time", () => {
    const answers = LOCAL_TIME_READINGS.map((reading) => {
      const read = (date: string, time: string, rules: LocalTimeRules): string => {
        try {
          return instantOf(date, time, "America/New_York", rules);
        } catch (e) {
          return (e as { readonly code: string }).code;
        }
      };
      return [
        read("2026-03-08", "02:30", { gap: reading, overlap: "refuse" }),
        read("2026-11-01", "01:30", { gap: "refuse", overlap: reading }),
      ];
    });
    expect(answers).toEqual([
      ["2026-03-08T03:30:00-04:00", "2026-11-01T01:30:00-05:00"],
      ["2026-03-08T01:30:00-05:00", "2026-11-01T01:30:00-04:00"],
      ["calendar/skipped-time", "calendar/repeated-time"],
    ]);
  });
});
