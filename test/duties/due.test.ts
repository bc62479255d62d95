import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { addDays } from "../../src/calendar/index.ts";
import {
  dutiesDue,
  sourceDuties,
  type DutyCadence,
  type DutyGrace,
  type DutyHolder,
  type DutyPolicy,
  type RestDayRule,
} from "../../src/duties/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { desk, journal, manager, owed, plainCalendar, policyOf, rowsOf } from "./fixtures.ts";

const next = { rule: "next-working-day", beyondPeriod: "moves" } as const;
const previous = { rule: "previous-working-day", beyondPeriod: "moves" } as const;
const stays = { rule: "stays" } as const;
const fallsAway = { rule: "falls-away" } as const;

describe("the sources' duties of one manager, by hand from the calendar of 2026", () => {
  const dueOf = (policy: string, period: string): (string | null)[] =>
    owed(
      sourceDuties.filter(({ id }) => id === policy),
      [manager, { ...manager, person: "E-2", role: "outlet-head" }],
      period,
    )
      .of(policy === "source.visit-log-check" ? "E-2" : "E-1")
      .map(({ due }) => due);

  test.each([
    ["2026-01", 21],
    ["2026-02", 16],
    ["2026-03", 22],
  ])("journals of %s", (month, count) => {
    expect(dueOf("source.journal", month)).toHaveLength(count);
  });

  test("weekly summaries of February: two of them on make-up days, none for the week of the Spring Festival", () => {
    const due = owed(
      sourceDuties.filter(({ id }) => id === "source.weekly-summary"),
      [manager],
      "2026-02",
    );
    expect(due.of("E-1").map(({ period, due: day, reason }) => [period, day, reason.code])).toStrictEqual([
      ["2026-W06", "2026-02-06", "moved-from-rest-day"],
      ["2026-W07", "2026-02-14", "moved-from-rest-day"],
      ["2026-W09", "2026-02-28", "moved-from-rest-day"],
    ]);
    expect(due.fallenAway).toStrictEqual([
      {
        policy: "source.weekly-summary",
        version: "1",
        calendar: "cn",
        unit: "week",
        period: "2026-W08",
        restDay: "2026-02-22",
        holiday: "春节",
        because: "leaves-period",
      },
    ]);
  });

  test("the visit-log check is on the last calendar day, worked or not", () => {
    expect(dueOf("source.visit-log-check", "2026-Q1")).toStrictEqual(["2026-01-31", "2026-02-28", "2026-03-31"]);
  });

  test("month start: last month's summary and this month's follow-ups are on the first working day", () => {
    const lobby = { ...manager, role: "lobby-manager", hours: "cn.desk" };
    const due = owed(
      sourceDuties.filter(({ id }) => id === "source.referral-month-summary"),
      [lobby],
      "2026-01",
    );
    expect(due.of("E-1").map(({ period, due: day, reason }) => [period, day, reason])).toStrictEqual([
      [
        "2025-12",
        "2026-01-04",
        { code: "counted-from-its-day", named: "2025-12-31", offset: { n: 1, in: "working-day" } },
      ],
    ]);
    expect(dueOf("source.follow-ups-in-work-log", "2026-02")).toStrictEqual(["2026-02-02"]);
  });
});

describe("days", () => {
  test.each<[string, DutyCadence, RestDayRule, string, [unknown, string | null, string][]]>([
    [
      "29 February in leap years only",
      { every: "date", on: ["02-29"] },
      stays,
      "2020..2025",
      [
        ["2020-02-29", "2020-02-29", "stays-on-rest-day"],
        ["2024-02-29", "2024-02-29", "on-its-day"],
      ],
    ],
    [
      "fixed dates, in any order",
      { every: "date", on: ["12-31", "06-30"] },
      previous,
      "2022..2023",
      [
        ["2022-06-30", "2022-06-30", "on-its-day"],
        ["2022-12-31", "2022-12-30", "moved-from-rest-day"],
      ],
    ],
    [
      "the last day of months of every length",
      { every: "month", on: "last-day" },
      stays,
      "2024-Q1",
      [
        ["2024-01", "2024-01-31", "on-its-day"],
        ["2024-02", "2024-02-29", "on-its-day"],
        ["2024-03", "2024-03-31", "stays-on-rest-day"],
      ],
    ],
    [
      "a move over the end of the year",
      { every: "year", on: "last-day" },
      next,
      "2023",
      [["2022", "2023-01-03", "moved-from-rest-day"]],
    ],
    [
      "ISO week 53 belongs to the year of its Thursday",
      { every: "week", on: 5 },
      stays,
      "2021-01",
      [
        ["2020-W53", "2021-01-01", "stays-on-rest-day"],
        ["2021-W01", "2021-01-08", "on-its-day"],
        ["2021-W02", "2021-01-15", "on-its-day"],
        ["2021-W03", "2021-01-22", "on-its-day"],
        ["2021-W04", "2021-01-29", "on-its-day"],
      ],
    ],
    [
      "quarters and half-years",
      { every: "half-year", on: "last-day" },
      previous,
      "2026",
      [
        [{ from: "2026-01-01", to: "2026-07-01" }, "2026-06-30", "on-its-day"],
        [{ from: "2026-07-01", to: "2027-01-01" }, "2026-12-31", "on-its-day"],
      ],
    ],
    [
      "n working days before the first day of a quarter",
      { every: "quarter", on: "first-day", offset: { n: -5, in: "working-day" } },
      stays,
      "2026-Q1",
      [["2026-Q2", "2026-03-25", "counted-from-its-day"]],
    ],
    [
      "a far offset finds periods far outside",
      { every: "year", on: "first-day", offset: { n: 366, in: "day" } },
      stays,
      "2026",
      [["2025", "2026-01-02", "stays-on-rest-day"]],
    ],
    [
      "an offset that leads to a rest day, then moved",
      { every: "month", on: "first-day", offset: { n: 14, in: "day" } },
      previous,
      "2026-02",
      [["2026-02", "2026-02-14", "moved-from-rest-day"]],
    ],
  ])("%s", (_, cadence, restDay, period, expected) => {
    const [from, to] = period.split("..");
    const asked = to === undefined ? period : { from: `${String(from)}-01-01`, to: `${to}-01-01` };
    const due = owed([policyOf({ cadence, restDay })], [manager], asked);
    expect(rowsOf(due).map((duty) => [duty.period, duty.due, duty.reason.code])).toStrictEqual(expected);
  });

  test("the reason of a move names the rest day and its holiday", () => {
    const due = owed([policyOf({ cadence: { every: "month", on: "first-day" }, restDay: next })], [manager], "2026-01");
    expect(due.row(0).reason).toStrictEqual({
      code: "moved-from-rest-day",
      named: "2026-01-01",
      restDay: "2026-01-01",
      holiday: "元旦",
    });
  });

  test("the reason says the offset, and a holiday only where there is one", () => {
    const offset = { n: 14, in: "day" } as const;
    const monthly = policyOf({ cadence: { every: "month", on: "first-day", offset }, restDay: previous });
    expect(owed([monthly], [manager], "2026-02").row(0).reason).toStrictEqual({
      code: "moved-from-rest-day",
      named: "2026-02-01",
      offset,
      restDay: "2026-02-15",
      holiday: "春节",
    });
    const weekly = policyOf({ cadence: { every: "week", on: 7 }, restDay: previous });
    expect(owed([weekly], [manager], { from: "2026-02-06", to: "2026-02-07" }).row(0).reason).toStrictEqual({
      code: "moved-from-rest-day",
      named: "2026-02-08",
      restDay: "2026-02-08",
    });
  });

  /** 2 to 8 February 2026, a week of five working days, and Sunday 1 March. */
  const week = { from: "2026-02-02", to: "2026-02-09" };
  const sunday = { from: "2026-03-01", to: "2026-03-03" };
  test.each<[string, DutyCadence, RestDayRule, { from: string; to: string }, (string | null)[], string[]]>([
    ["falls away", { every: "week", on: 7 }, fallsAway, week, [], ["falls-away"]],
    ["stays", { every: "week", on: 7 }, stays, week, ["2026-02-08"], []],
    ["moves within its week", { every: "week", on: 7 }, previous, week, ["2026-02-06"], []],
    [
      "does not leave its week",
      { every: "week", on: 7 },
      { ...next, beyondPeriod: "falls-away" },
      week,
      [],
      ["leaves-period"],
    ],
    ["leaves its week", { every: "week", on: 7 }, next, { from: "2026-02-09", to: "2026-02-11" }, ["2026-02-09"], []],
    [
      "a fixed date is its own period",
      { every: "date", on: ["02-08"] },
      { ...previous, beyondPeriod: "falls-away" },
      week,
      [],
      ["leaves-period"],
    ],
    // 1 March is outside February, which the duty is for
    [
      "a day that an offset put outside moves freely",
      { every: "month", on: "last-day", offset: { n: 1, in: "day" } },
      { ...next, beyondPeriod: "falls-away" },
      sunday,
      ["2026-03-02"],
      [],
    ],
  ])("a rest day: %s", (_, cadence, restDay, period, days, because) => {
    const due = owed([policyOf({ cadence, restDay })], [manager], period);
    expect(rowsOf(due).map((duty) => duty.due)).toStrictEqual(days);
    expect(due.fallenAway.map((fallen) => fallen.because)).toStrictEqual(because);
  });

  test("what falls away is found by its rest day, however far its period began and its move would lead", () => {
    const closed = plainCalendar("closed", {
      off: Array.from({ length: 20 }, (_, i) => ({ date: addDays("2026-02-01", i), name: "closed" })),
    });
    const policy = policyOf({
      cadence: { every: "month", on: "first-day", offset: { n: 14, in: "day" } },
      restDay: { ...previous, beyondPeriod: "falls-away" },
    });
    const asked = { from: "2026-02-10", to: "2026-02-20" };
    const due = owed([policy], [{ ...manager, calendar: "closed" }], asked, [closed]);
    expect(due.fallenAway).toMatchObject([{ period: "2026-02", restDay: "2026-02-15", because: "leaves-period" }]);
  });

  test("that a week has no more working days is known at the edge of the calendar", () => {
    const calendar = plainCalendar("edge", { to: "2026-02-02" });
    const policy = policyOf({ cadence: { every: "week", on: 7 }, restDay: { ...next, beyondPeriod: "falls-away" } });
    const due = owed([policy], [{ ...manager, calendar: "edge" }], { from: "2026-01-26", to: "2026-02-09" }, [
      calendar,
    ]);
    // Sunday 1 February falls away although 2 February is not known; Sunday 8 February is not covered
    expect(due.fallenAway.map(({ period }) => period)).toStrictEqual(["2026-W05"]);
    expect(rowsOf(due).map(({ period, due: day }) => [period, day])).toStrictEqual([["2026-W06", null]]);
  });
});

describe("moments", () => {
  const dueAt = (changes: Partial<DutyPolicy>, holder: Partial<DutyHolder>, period: string): (string | null)[] =>
    owed([policyOf(changes)], [{ ...manager, ...holder }], period, [CN, plainCalendar("plain")])
      .of("E-1")
      .map((duty) => duty.dueAt);

  test.each<[string, Partial<DutyPolicy>, Partial<DutyHolder>, string, (string | null)[]]>([
    ["the end of the day", {}, {}, "2026-02-13", ["2026-02-13T23:59:59+08:00"]],
    ["a time of the clock", { time: { at: "16:45" } }, {}, "2026-02-13", ["2026-02-13T16:45:00+08:00"]],
    [
      "the close of business",
      { time: "close-of-business" },
      { hours: "cn.desk" },
      "2026-02-12",
      ["2026-02-12T17:30:00+08:00"],
    ],
    [
      "the close of a half day",
      { time: "close-of-business" },
      { hours: "cn.desk" },
      "2026-02-13",
      ["2026-02-13T12:00:00+08:00"],
    ],
    [
      "the close of a day without hours",
      { time: "close-of-business" },
      { hours: "cn.desk" },
      "2026-03-06",
      ["2026-03-06T23:59:59+08:00"],
    ],
    [
      "the close of a make-up day",
      { time: "close-of-business" },
      { hours: "cn.desk" },
      "2026-02-14",
      ["2026-02-14T17:30:00+08:00"],
    ],
    [
      "the close of a place open to midnight",
      { time: "close-of-business" },
      { hours: "cn.desk" },
      "2026-03-09",
      ["2026-03-09T23:59:59+08:00"],
    ],
    ["opening", { time: "opening" }, { hours: "cn.desk" }, "2026-02-12", ["2026-02-12T09:00:00+08:00"]],
    ["opening of a half day", { time: "opening" }, { hours: "cn.desk" }, "2026-02-13", ["2026-02-13T09:30:00+08:00"]],
    [
      "opening of a day without hours",
      { time: "opening" },
      { hours: "cn.desk" },
      "2026-03-06",
      ["2026-03-06T23:59:59+08:00"],
    ],
    [
      "winter in New York",
      {},
      { calendar: "plain", zone: "America/New_York" },
      "2026-03-06",
      ["2026-03-06T23:59:59-05:00"],
    ],
    [
      "summer in New York",
      {},
      { calendar: "plain", zone: "America/New_York" },
      "2026-03-09",
      ["2026-03-09T23:59:59-04:00"],
    ],
    [
      "the end of the day the clocks go back in London",
      { cadence: { every: "date", on: ["10-25"] }, restDay: stays },
      { calendar: "plain", zone: "Europe/London" },
      "2026-10",
      ["2026-10-25T23:59:59Z"],
    ],
    [
      "a time that the clocks of London skip",
      { cadence: { every: "date", on: ["03-29"] }, restDay: stays, time: { at: "01:30" } },
      { calendar: "plain", zone: "Europe/London" },
      "2026-03",
      ["2026-03-29T02:30:00+01:00"],
    ],
  ])("%s", (_, changes, holder, period, expected) => {
    expect(dueAt(changes, holder, period)).toStrictEqual(expected);
  });

  test.each<[string, Partial<DutyPolicy>, string, string]>([
    ["none", {}, "2026-02-12", "2026-02-12T23:59:59+08:00"],
    ["minutes", { time: { at: "17:00" }, grace: { n: 90, in: "minute" } }, "2026-02-12", "2026-02-12T18:30:00+08:00"],
    ["days, over a rest day", { grace: { n: 2, in: "day" } }, "2026-02-14", "2026-02-16T23:59:59+08:00"],
    [
      "working days, over the Spring Festival",
      { grace: { n: 1, in: "working-day" } },
      "2026-02-14",
      "2026-02-24T23:59:59+08:00",
    ],
    [
      "a working day to its own close",
      { time: "close-of-business", grace: { n: 1, in: "working-day" } },
      "2026-02-12",
      "2026-02-13T12:00:00+08:00",
    ],
  ])("grace: %s", (_, changes, period, latest) => {
    const due = owed([policyOf(changes)], [{ ...manager, hours: "cn.desk" }], period);
    expect(due.row(0).latest).toBe(latest);
  });
});

describe("who owes", () => {
  test("a joiner and a leaver owe what falls due in the role", () => {
    const people = [
      { ...manager, person: "joins", from: "2026-02-13" },
      { ...manager, person: "leaves", to: "2026-02-05" },
      { ...manager, person: "stays" },
      { ...manager, person: "other", role: "teller" },
    ];
    const due = owed([journal], people, "2026-02");
    expect(
      due
        .of("joins")
        .map(({ due: day }) => day)
        .slice(0, 2),
    ).toStrictEqual(["2026-02-13", "2026-02-14"]);
    expect(due.of("leaves").map(({ due: day }) => day)).toStrictEqual(["2026-02-02", "2026-02-03", "2026-02-04"]);
    expect(due.of("stays")).toHaveLength(16);
    expect(due.of("other")).toStrictEqual([]);
    expect(due.of("nobody")).toStrictEqual([]);
    expect(due.issues).toStrictEqual([]);
  });

  test("each version applies to the periods that begin while it is in force", () => {
    const versions = [
      policyOf({
        version: "1",
        effectiveTo: "2026-02-01",
        cadence: { every: "month", on: "last-day" },
        restDay: stays,
      }),
      policyOf({ version: "2", effectiveFrom: "2026-02-16", cadence: { every: "week", on: 5 }, restDay: next }),
    ];
    const due = owed(versions, [manager], { from: "2026-01-01", to: "2026-03-09" });
    expect(rowsOf(due).map(({ version, period, due: day }) => [version, period, day])).toStrictEqual([
      ["1", "2026-01", "2026-01-31"],
      ["2", "2026-W08", "2026-02-24"],
      ["2", "2026-W09", "2026-02-27"],
      ["2", "2026-W10", "2026-03-06"],
    ]);
    const other = policyOf({ version: "3" });
    expect(refusalOf(() => owed([...versions, other], [manager], "2026"))).toMatchObject({
      code: "core/invalid-policy",
      path: ["policies", 2],
      details: { policy: "acme.duty", versions: ["1", "3"] },
    });
    expect(() => owed([...versions, other], [manager], "2026")).toThrow(
      "policies.2: two versions are in force at a time",
    );
  });

  test("a version may begin on the day the one before ends, in any order", () => {
    const versions = [
      policyOf({ version: "1", effectiveTo: "2026-02-12" }),
      policyOf({ version: "2", effectiveFrom: "2026-02-12" }),
    ];
    for (const list of [versions, [...versions].reverse()]) {
      const due = owed(list, [manager], { from: "2026-02-11", to: "2026-02-13" });
      expect(rowsOf(due).map(({ version, due: day }) => [version, day])).toStrictEqual([
        ["1", "2026-02-11"],
        ["2", "2026-02-12"],
      ]);
    }
  });

  /** In the north a duty of each month is due on Monday 9 February, in the south and the west, off to the 11th, on the 12th. */
  const fair = ["2026-02-09", "2026-02-10", "2026-02-11"].map((date) => ({ date, name: "fair" }));
  const places = ["north", "south", "west"].map((id) => plainCalendar(id, { off: id === "north" ? [] : fair }));
  const monthly = policyOf({
    cadence: { every: "month", on: "first-day", offset: { n: 8, in: "day" } },
    restDay: next,
  });
  test.each<[string, Partial<DutyHolder>[], string[]]>([
    ["after its day", [{ to: "2026-02-10" }, { from: "2026-02-10" }], ["2026-02-09"]],
    ["on its day", [{ to: "2026-02-09" }, { from: "2026-02-09" }], ["2026-02-12"]],
    ["and came after its day", [{ from: "2026-02-10", to: "2026-02-11" }, { from: "2026-02-11" }], ["2026-02-12"]],
    ["and came on its day", [{ from: "2026-02-09", to: "2026-02-10" }, { from: "2026-02-10" }], ["2026-02-09"]],
    [
      "and on to a third place",
      [{ to: "2026-02-10" }, { from: "2026-02-11" }, { calendar: "west", from: "2026-02-10", to: "2026-02-11" }],
      ["2026-02-09"],
    ],
  ])("who left the north %s owes the month once, where it fell due first", (_, [north, ...others], days) => {
    const people = [
      { ...manager, calendar: "north", ...north },
      ...others.map((row) => ({ ...manager, calendar: "south", ...row })),
    ];
    expect(rowsOf(owed([monthly], people, "2026-02", places)).map(({ due }) => due)).toStrictEqual(days);
  });

  test("what fell away at the place before may be owed at the next", () => {
    const friday = { date: "2026-02-13", name: "fair" };
    const calendars = [
      plainCalendar("north", { off: [friday] }),
      plainCalendar("south", { off: [friday], work: ["2026-02-14"] }),
    ];
    const weekly = policyOf({ cadence: { every: "week", on: 5 }, restDay: { ...next, beyondPeriod: "falls-away" } });
    const people = [
      { ...manager, calendar: "north", to: "2026-02-14" },
      { ...manager, calendar: "south", from: "2026-02-14" },
    ];
    const due = owed([weekly], people, { from: "2026-02-09", to: "2026-02-16" }, calendars);
    expect(rowsOf(due).map(({ due: day }) => day)).toStrictEqual(["2026-02-14"]);
    expect(due.fallenAway).toMatchObject([{ calendar: "north", restDay: "2026-02-13", because: "leaves-period" }]);
  });

  test("what falls away comes by day, then by policy, then by calendar", () => {
    const on = (id: string, day: 6 | 7): DutyPolicy =>
      policyOf({ id, cadence: { every: "week", on: day }, restDay: fallsAway });
    const people = ["south", "north"].map((calendar) => ({ ...manager, person: calendar, calendar }));
    const calendars = people.map(({ calendar }) => plainCalendar(calendar));
    const { fallenAway } = owed([on("c", 6), on("a", 7), on("b", 6)], people, "2026-W06", calendars);
    expect(fallenAway.map(({ restDay, policy, calendar }) => [restDay, policy, calendar])).toStrictEqual([
      ["2026-02-07", "b", "north"],
      ["2026-02-07", "b", "south"],
      ["2026-02-07", "c", "north"],
      ["2026-02-07", "c", "south"],
      ["2026-02-08", "a", "north"],
      ["2026-02-08", "a", "south"],
    ]);
  });

  test("each at the close of the own desk", () => {
    const long = {
      ...desk,
      id: "cn.long",
      overrides: [{ date: "2026-02-12", segments: [{ from: "09:00", to: "20:00" }] }],
    };
    const people = ["cn.desk", "cn.long"].map((hours) => ({ ...manager, person: hours, hours }));
    const policies = [journal, policyOf({ time: "close-of-business" })];
    const due = dutiesDue(policies, people, "2026-02-12", { calendars: [CN], hours: [desk, long] });
    expect(rowsOf(due).map(({ policy, dueAt }) => [policy, dueAt])).toStrictEqual([
      ["acme.duty", "2026-02-12T17:30:00+08:00"],
      ["acme.journal", "2026-02-12T23:59:59+08:00"],
      ["acme.duty", "2026-02-12T20:00:00+08:00"],
      ["acme.journal", "2026-02-12T23:59:59+08:00"],
    ]);
  });

  test("two periods of one policy on one day come in their order, whatever the order of the versions", () => {
    const off = Array.from({ length: 10 }, (_, i) => ({ date: addDays("2026-02-06", i), name: "closed" }));
    const weekly = policyOf({ cadence: { every: "week", on: 5 }, restDay: next });
    const versions = [
      { ...weekly, version: "2", effectiveFrom: "2026-02-09" },
      { ...weekly, version: "1", effectiveTo: "2026-02-09" },
    ];
    const due = owed(versions, [{ ...manager, calendar: "one" }], "2026-02-16", [plainCalendar("one", { off })]);
    expect(rowsOf(due).map(({ version, period }) => [version, period])).toStrictEqual([
      ["1", "2026-W06"],
      ["2", "2026-W07"],
    ]);
  });

  test("a duty of somebody without a unit has none", () => {
    const { orgUnit, ...nowhere } = manager;
    expect([orgUnit, "orgUnit" in owed([journal], [nowhere], "2026-02-13").row(0)]).toStrictEqual(["B-1", false]);
  });

  test("who moves to a place with another calendar owes each period once", () => {
    const [north, south] = [
      plainCalendar("north"),
      plainCalendar("south", { off: [{ date: "2026-02-09", name: "fair" }] }),
    ];
    const policy = policyOf({
      cadence: { every: "month", on: "first-day", offset: { n: 8, in: "day" } },
      restDay: next,
    });
    const people = [
      { ...manager, calendar: "south", from: "2026-02-10" },
      { ...manager, calendar: "north", to: "2026-02-10" },
    ];
    // 9 February in the north, 10 February in the south
    const due = owed([policy], people, "2026-Q1", [north, south]);
    expect(due.of("E-1").map(({ due: day }) => day)).toStrictEqual(["2026-01-09", "2026-02-09", "2026-03-09"]);
    expect(owed([policy], people, "2026-02-10", [north, south]).n).toBe(0);
  });

  test("ids are unique and end in a kind of record", () => {
    const due = owed(sourceDuties, [manager, { ...manager, person: "E-2", role: "outlet-head" }], "2026");
    const ids = rowsOf(due).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toBe("duties/source.follow-ups-in-work-log@E-1@2026-01-01/follow-ups-in-work-log");
  });

  test("a duty is plain data", () => {
    const duty = owed([journal], [manager], "2026-02-13").row(0);
    expect(JSON.parse(JSON.stringify(duty))).toStrictEqual(duty);
    expect(duty).toStrictEqual({
      id: "duties/acme.journal@E-1@2026-02-13/journal",
      policy: "acme.journal",
      version: "1",
      person: "E-1",
      role: "relationship-manager",
      orgUnit: "B-1",
      satisfiedBy: ["journal"],
      unit: "day",
      period: "2026-02-13",
      due: "2026-02-13",
      dueAt: "2026-02-13T23:59:59+08:00",
      latest: "2026-02-13T23:59:59+08:00",
      reason: { code: "each-working-day" },
    });
  });
});

describe("beyond the calendar", () => {
  const short = plainCalendar("short", { from: "2026-02-04", to: "2026-02-12" });
  const at = { ...manager, calendar: "short" };

  test("every day outside the coverage is one undetermined duty, and the rest is computed", () => {
    const due = owed([journal], [at], { from: "2026-02-02", to: "2026-02-14" }, [short]);
    expect(rowsOf(due).map(({ period, due: day }) => [period, day])).toStrictEqual([
      ["2026-02-02", null],
      ["2026-02-03", null],
      ["2026-02-04", "2026-02-04"],
      ["2026-02-05", "2026-02-05"],
      ["2026-02-06", "2026-02-06"],
      ["2026-02-09", "2026-02-09"],
      ["2026-02-10", "2026-02-10"],
      ["2026-02-11", "2026-02-11"],
      ["2026-02-12", null],
      ["2026-02-13", null],
    ]);
    expect(due.row(0).reason).toStrictEqual({ code: "beyond-calendar", named: "2026-02-02", calendar: "short" });
  });

  test("a calendar that does not reach is reported once per policy, at the first row concerned", () => {
    const other = policyOf({ cadence: { every: "month", on: "last-day" }, restDay: next });
    const people = [{ ...at, to: "2026-02-12", from: "2026-02-04", person: "inside" }, at, { ...at, person: "E-2" }];
    expect(owed([journal, other], people, "2026-02", [short]).issues).toStrictEqual(
      [
        // the month ends beyond the calendar: its duty is looked for on the last day known, for the first row as well
        ["acme.duty", 0],
        ["acme.journal", 1],
      ].map(([policy, row]) => ({
        row,
        code: "calendar/out-of-range",
        path: ["calendar"],
        details: { policy, calendar: "short", version: "1", from: "2026-02-04", to: "2026-02-12" },
      })),
    );
  });

  test("a day that stays whatever it is needs no calendar, but a grace in working days does", () => {
    const monthly = policyOf({ cadence: { every: "month", on: "last-day" }, restDay: stays });
    expect(owed([monthly], [at], "2026-02", [short]).row(0)).toMatchObject({
      due: "2026-02-28",
      reason: { code: "on-its-day" },
    });
    const { due, dueAt, latest } = owed([{ ...monthly, grace: { n: 1, in: "working-day" } }], [at], "2026-02", [
      short,
    ]).row(0);
    expect([due, dueAt, latest]).toStrictEqual(["2026-02-28", "2026-02-28T23:59:59+08:00", null]);
    expect(
      owed([{ ...monthly, grace: { n: 1, in: "working-day" } }], [at], "2026-02", [short]).issues.map(
        ({ code }) => code,
      ),
    ).toStrictEqual(["calendar/out-of-range"]);
  });

  test.each(["opening", "close-of-business"] as const)("nor do hours that end before it know the %s", (time) => {
    const hours = { ...desk, calendar: plainCalendar("cn", { to: "2026-02-12" }), overrides: [] };
    const due = dutiesDue(
      [policyOf({ time })],
      [{ ...manager, hours: "cn.desk" }],
      { from: "2026-02-11", to: "2026-02-13" },
      { calendars: [CN], hours: [hours] },
    );
    const known = time === "opening" ? "2026-02-11T09:00:00+08:00" : "2026-02-11T17:30:00+08:00";
    expect(rowsOf(due).map(({ due: day, dueAt }) => [day, dueAt])).toStrictEqual([
      ["2026-02-11", known],
      ["2026-02-12", null],
    ]);
    expect(due.issues).toMatchObject([{ row: 0, code: "calendar/out-of-range", details: { policy: "acme.duty" } }]);
  });

  test("what lacks both its hours and its calendar is reported as each", () => {
    const due = owed([policyOf({ time: "opening" })], [at], { from: "2026-02-11", to: "2026-02-13" }, [short]);
    expect(due.issues.map(({ code }) => code)).toStrictEqual(["duties/missing-hours", "calendar/out-of-range"]);
  });

  test("a working-day offset out of the coverage belongs to the day the cadence names", () => {
    const policy = policyOf({ cadence: { every: "week", on: 3, offset: { n: 20, in: "working-day" } } });
    const due = owed([policy], [at], { from: "2026-02-02", to: "2026-02-14" }, [short]);
    expect(rowsOf(due).map(({ period, due: day, reason }) => [period, day, reason.code])).toStrictEqual([
      ["2026-W06", null, "beyond-calendar"],
      ["2026-W07", null, "beyond-calendar"],
    ]);
  });
});

describe("at the edge of the calendar", () => {
  const weekly = sourceDuties.filter(({ id }) => id === "source.weekly-summary");
  const manual = policyOf({
    cadence: { every: "month", on: "first-day", offset: { n: -2, in: "working-day" } },
    restDay: stays,
  });

  test("the week that the notice of next year decides is owed in the year that ends, and not determined", () => {
    const year = owed(weekly, [manager], "2026");
    const last = year.of("E-1").at(-1);
    expect([last?.period, last?.due, last?.reason.code]).toStrictEqual(["2026-W53", null, "beyond-calendar"]);
    expect(year.issues).toMatchObject([{ row: 0, code: "calendar/out-of-range" }]);
    expect(
      owed(weekly, [manager], "2026-12")
        .of("E-1")
        .map(({ period }) => period),
    ).toContain("2026-W53");
    expect(
      owed(weekly, [manager], { from: "2027-01-01", to: "2027-01-11" })
        .of("E-1")
        .map(({ period }) => period),
    ).toStrictEqual(["2027-W01"]);
  });

  test("the days before the end of the calendar are known", () => {
    const [due] = owed([manual], [manager], "2026-12").of("E-1");
    expect([due?.period, due?.due]).toStrictEqual(["2027-01", "2026-12-30"]);
    expect(owed([manual], [manager], "2026-12").issues).toStrictEqual([]);
  });

  test("and those after its beginning", () => {
    const first = policyOf({
      cadence: { every: "month", on: "last-day", offset: { n: 2, in: "working-day" } },
      restDay: stays,
    });
    const young = plainCalendar("young", { from: "2026-02-01", to: "2026-06-01" });
    const due = owed([first], [{ ...manager, calendar: "young" }], "2026-02", [young]).of("E-1");
    // 1 February is a Sunday: Monday 2 is the first, Tuesday 3 the second
    expect(due.map(({ period, due: day }) => [period, day])).toStrictEqual([["2026-01", "2026-02-03"]]);
  });

  test("a year far beyond it takes no longer than the next", () => {
    const due = owed([journal], [manager], "9998-01");
    expect([due.n, due.row(0).due]).toStrictEqual([31, null]);
    expect(owed([{ ...journal, effectiveFrom: "0001-01-01" }], [manager], "0002-01").n).toBe(31);
  });

  const SHORT = { from: "2026-02-02", to: "2026-02-28" };
  const ending = { from: "2026-02-02", to: "2026-03-02" };
  const saturday = { from: "2026-01-31", to: "2026-02-28" };
  test.each<[string, { from: string; to: string }, 1 | 4 | 5 | 6 | 7, string, [n: number, due: string | null][]]>([
    [
      "the Monday after a Sunday",
      ending,
      1,
      "2026-W10",
      [
        [-1, "2026-02-27"],
        [-2, "2026-02-26"],
        [1, null],
      ],
    ],
    [
      "the Saturday after a Friday",
      SHORT,
      6,
      "2026-W09",
      [
        [-1, "2026-02-27"],
        [-2, "2026-02-26"],
        [1, null],
      ],
    ],
    ["the second day beyond the end", SHORT, 7, "2026-W09", [[-1, null]]],
    [
      "the last day",
      SHORT,
      5,
      "2026-W09",
      [
        [-1, "2026-02-26"],
        [1, null],
      ],
    ],
    [
      "the Sunday before a Monday",
      SHORT,
      7,
      "2026-W05",
      [
        [1, "2026-02-02"],
        [2, "2026-02-03"],
        [-1, null],
      ],
    ],
    [
      "the Friday before a Saturday",
      saturday,
      5,
      "2026-W05",
      [
        [1, "2026-02-02"],
        [2, "2026-02-03"],
        [-1, null],
      ],
    ],
    ["the second day before the beginning", saturday, 4, "2026-W05", [[1, null]]],
    [
      "the first day",
      SHORT,
      1,
      "2026-W06",
      [
        [1, "2026-02-03"],
        [-1, null],
      ],
    ],
  ])("working days are counted from %s, as far as they are known", (_, covered, on, period, expected) => {
    const found = expected.map(([n]) => {
      const policy = policyOf({ cadence: { every: "week", on, offset: { n, in: "working-day" } }, restDay: stays });
      const calendars = [plainCalendar("covered", covered)];
      const asked = { from: "2026-01-26", to: "2026-03-09" };
      const all = owed([policy], [{ ...manager, calendar: "covered" }], asked, calendars).of("E-1");
      return [n, all.find((duty) => duty.period === period)?.due];
    });
    expect(found).toStrictEqual(expected);
  });

  // 7 and 8 February 2026 are a Saturday and a Sunday
  const closure = Array.from({ length: 7 }, (_, i) => ({ date: addDays("2026-02-16", i), name: "closed" }));
  test.each<[string, "next" | "previous", object, 6 | 7, string, string]>([
    ["a Sunday that is not covered may be a make-up day", "next", { to: "2026-02-08" }, 6, "2026-W06", "open"],
    ["a Friday that is not covered may be worked", "previous", { from: "2026-02-07" }, 6, "2026-W06", "open"],
    ["a week known from its Monday", "previous", { from: "2026-02-16", off: closure }, 7, "2026-W08", "leaves-period"],
    ["a week known from its Tuesday", "previous", { from: "2026-02-17", off: closure.slice(1) }, 7, "2026-W08", "open"],
    ["a week of one worked day", "previous", { off: closure.slice(1) }, 7, "2026-W08", "2026-02-16"],
  ] as const)("that a week has no working day left: %s", (_, rule, coverage, on, period, expected) => {
    const restDay = { rule: `${rule}-working-day`, beyondPeriod: "falls-away" } as const;
    const [one, asked] = [plainCalendar("one", coverage), { from: "2026-02-01", to: "2026-02-23" }];
    const weekly = policyOf({ cadence: { every: "week", on }, restDay });
    const due = owed([weekly], [{ ...manager, calendar: "one" }], asked, [one]);
    const duty = due.of("E-1").find((found) => found.period === period);
    const fallen = due.fallenAway.find((found) => found.period === period);
    expect(duty === undefined ? fallen?.because : (duty.due ?? "open")).toBe(expected);
  });

  test("a week whose day is the first not covered is looked for on the last day that is", () => {
    const policy = policyOf({ cadence: { every: "week", on: 5 }, restDay: next });
    const asked = { from: "2026-02-05", to: "2026-02-06" };
    const due = owed([policy], [{ ...manager, calendar: "one" }], asked, [plainCalendar("one", { to: "2026-02-06" })]);
    expect(rowsOf(due).map(({ period, due: day }) => [period, day])).toStrictEqual([["2026-W06", null]]);
  });

  test.each([
    // working days of plain weekends: 10 are two weeks, 150 are thirty
    [-10, "2026-02-02", "2026-W08"],
    [10, "2026-02-16", "2026-W06"],
    [-150, "2026-02-02", "2026-W36"],
    [150, "2026-08-31", "2026-W06"],
    [-365, "2025-06-02", "2026-W44"],
    [365, "2026-10-26", "2025-W23"],
  ])("%d working days from a Monday, near and far from the ends of the calendar", (n, monday, period) => {
    const policy = policyOf({ cadence: { every: "week", on: 1, offset: { n, in: "working-day" } }, restDay: stays });
    const asked = { from: monday, to: addDays(monday, 7) };
    const one = plainCalendar("one", { from: "2025-01-01", to: "2028-01-01" });
    const due = owed([policy], [{ ...manager, calendar: "one" }], asked, [one]);
    const known = rowsOf(due).filter((duty) => duty.due !== null);
    expect(known.map((duty) => [duty.period, duty.due])).toStrictEqual([[period, monday]]);
  });

  test("the days there are", () => {
    const daysOf = (changes: Partial<DutyPolicy>, from: string, to: string): unknown => {
      const policy = policyOf({ effectiveFrom: "0001-01-01", restDay: stays, ...changes });
      return rowsOf(owed([policy], [{ ...manager, zone: "UTC" }], { from, to })).map(({ period, due, dueAt }) => [
        period,
        due,
        dueAt,
      ]);
    };
    const first = (n: number): Partial<DutyPolicy> => ({
      cadence: { every: "month", on: "first-day", offset: { n, in: "day" } },
    });
    // the first day and the last have no moments: they begin or end outside the years 0001 to 9999 in some zone
    expect(daysOf(first(-31), "0001-01-01", "0001-01-02")).toStrictEqual([["0001-02", "0001-01-01", null]]);
    expect(daysOf(first(-30), "0001-01-01", "0001-01-03")).toStrictEqual([
      ["0001-02", "0001-01-02", "0001-01-02T23:59:59Z"],
    ]);
    expect(daysOf({}, "0001-01-01", "0001-01-03")).toStrictEqual([["0001-01-02", null, null]]);
    // 1 November + 60 days is 31 December, which cannot be asked for: a range ends before its end
    expect(daysOf(first(60), "9999-11-01", "9999-12-31")).toStrictEqual([
      ["9999-10", "9999-11-30", "9999-11-30T23:59:59Z"],
    ]);
    // 1 June 9998 + 366 days is 2 June 9999; 1 June 9999 + 366 days is no day there is
    expect(daysOf(first(366), "9999-06-01", "9999-07-01")).toStrictEqual([
      ["9999-06", null, null],
      ["9998-06", "9999-06-02", "9999-06-02T23:59:59Z"],
    ]);
    // what ends with the year 9999 has an end that cannot be written
    expect(daysOf({ cadence: { every: "month", on: "first-day" } }, "9999-11-01", "9999-12-31")).toStrictEqual([
      ["9999-11", "9999-11-01", "9999-11-01T23:59:59Z"],
    ]);
    expect(daysOf({ cadence: { every: "week", on: 5 } }, "9999-12-20", "9999-12-31")).toStrictEqual([
      ["9999-W51", "9999-12-24", "9999-12-24T23:59:59Z"],
    ]);
    expect(daysOf({ cadence: { every: "date", on: ["12-30"] } }, "9999-12-30", "9999-12-31")).toStrictEqual([
      ["9999-12-30", "9999-12-30", "9999-12-30T23:59:59Z"],
    ]);
    const last = { every: "date", on: ["12-31"], offset: { n: -1, in: "day" } } as const;
    expect(daysOf({ cadence: last }, "9999-12-30", "9999-12-31")).toStrictEqual([
      ["9999-12-31", "9999-12-30", "9999-12-30T23:59:59Z"],
    ]);
    expect(daysOf({ cadence: { every: "quarter", on: "last-day" } }, "0002-01-01", "0003-01-01")).toHaveLength(4);
  });

  test.each<[string, DutyGrace, string[], (string | null)[]]>([
    // a minute after the last second of the day before the last but one; the last day has no moments
    ["a minute", { n: 1, in: "minute" }, ["12-29", "12-30"], ["9999-12-30T00:00:59Z", null]],
    ["two days", { n: 2, in: "day" }, ["12-28", "12-29"], ["9999-12-30T23:59:59Z", null]],
  ])("a grace of %s before the last day there is", (_, grace, on, expected) => {
    const policy = policyOf({ cadence: { every: "date", on }, restDay: stays, grace });
    const due = owed([policy], [{ ...manager, zone: "UTC" }], { from: "9999-12-01", to: "9999-12-31" });
    expect(rowsOf(due).map(({ latest }) => latest)).toStrictEqual(expected);
  });

  test("the first and the last year there are", () => {
    const far = policyOf({
      cadence: { every: "month", on: "first-day", offset: { n: -366, in: "day" } },
      restDay: fallsAway,
      grace: { n: 1_000_000, in: "minute" },
    });
    for (const year of ["0001-06", "0002-01", "9998-06", "9999-06"]) {
      for (const duty of rowsOf(owed([far], [manager], year))) expect(duty.due).toBeNull();
    }
    const late = policyOf({
      cadence: { every: "month", on: "first-day" },
      restDay: stays,
      grace: { n: 1_000_000, in: "minute" },
    });
    expect(owed([late], [manager], "9999-06").row(0)).toMatchObject({ due: "9999-06-01", latest: null });
  });
});

describe("what was given stays what it was", () => {
  test("a policy changed after its first use is read again, and what was answered stands", () => {
    const policy = { ...journal, satisfiedBy: ["journal"] };
    const before = owed([policy], [manager], "2026-02");
    policy.satisfiedBy.push("diary");
    expect(before.row(0).satisfiedBy).toStrictEqual(["journal"]);
    expect(owed([policy], [manager], "2026-02").row(0).satisfiedBy).toStrictEqual(["journal", "diary"]);
    policy.satisfiedBy.length = 0;
    expect(() => owed([policy], [manager], "2026-02")).toThrow(
      expect.objectContaining({ code: "duties/invalid-policy" }),
    );
    expect(Object.isFrozen(before.row(0).satisfiedBy)).toBe(true);
  });
});

describe("rows that make no sense", () => {
  test("hours of another calendar are an issue", () => {
    const hours = { ...desk, id: "other", calendar: plainCalendar("other") };
    const { n, issues } = dutiesDue([journal], [{ ...manager, hours: "other" }], "2026-02", {
      calendars: [CN],
      hours: [hours],
    });
    expect(n).toBe(0);
    expect(issues).toStrictEqual([
      {
        row: 0,
        code: "duties/hours-of-another-calendar",
        path: ["hours"],
        details: { hours: "other", calendar: "cn" },
      },
    ]);
  });

  test.each<[string, unknown, string, (string | number)[], object?]>([
    ["null", null, "duties/invalid-row", []],
    ["a blank person", { ...manager, person: " " }, "duties/invalid-row", ["person"]],
    ["no role", { ...manager, role: undefined }, "duties/invalid-row", ["role"]],
    ["an empty unit", { ...manager, orgUnit: "" }, "duties/invalid-row", ["orgUnit"]],
    [
      "an unknown calendar",
      { ...manager, calendar: "uk" },
      "duties/unknown-calendar",
      ["calendar"],
      { calendar: "uk" },
    ],
    ["an unknown zone", { ...manager, zone: "Mars/Base" }, "calendar/unknown-zone", ["zone"]],
    ["an offset for a zone", { ...manager, zone: "+08:00" }, "calendar/unknown-zone", ["zone"]],
    ["a date that does not exist", { ...manager, from: "2026-02-30" }, "core/invalid-date", ["from"]],
    ["an end that is empty", { ...manager, to: "" }, "core/invalid-date", ["to"]],
    [
      "reversed dates",
      { ...manager, from: "2026-02-02", to: "2026-02-02" },
      "duties/reversed-dates",
      ["to"],
      { from: "2026-02-02", to: "2026-02-02" },
    ],
    [
      "hours of another zone",
      { ...manager, zone: "Asia/Hong_Kong", hours: "cn.desk" },
      "duties/hours-in-another-zone",
      ["hours"],
      { hours: "cn.desk", zone: "Asia/Hong_Kong" },
    ],
    [
      "the same role twice at a time",
      { ...manager, person: "E-0", from: "2026-02-27" },
      "duties/overlapping-rows",
      ["from"],
      { other: 0 },
    ],
  ])("%s is left out with an issue", (_, row, code, path, details = {}) => {
    const good = { ...manager, person: "E-0" };
    const due = owed([journal], [good, row as DutyHolder], "2026-02");
    expect(due.n).toBe(16);
    expect(due.issues).toMatchObject([{ row: 1, code, path, details }]);
  });

  test("without hours that are needed, those duties are undetermined and the rest is computed", () => {
    const policies = [journal, policyOf({ time: "close-of-business", grace: { n: 5, in: "minute" } })];
    const due = owed(
      policies,
      [
        { ...manager, hours: "no.desk" },
        { ...manager, person: "E-2" },
      ],
      "2026-02-12",
    );
    expect(due.issues).toStrictEqual([
      { row: 0, code: "duties/missing-hours", path: ["hours"], details: { hours: "no.desk" } },
      { row: 1, code: "duties/missing-hours", path: ["hours"], details: { hours: null } },
    ]);
    expect(due.of("E-1").map(({ policy, due: day, dueAt, latest }) => [policy, day, dueAt, latest])).toStrictEqual([
      ["acme.duty", "2026-02-12", null, null],
      ["acme.journal", "2026-02-12", "2026-02-12T23:59:59+08:00", "2026-02-12T23:59:59+08:00"],
    ]);
    expect(owed([journal], [{ ...manager, hours: "no.desk" }], "2026-02-12").issues).toStrictEqual([]);
    const mixed = owed(
      policies,
      [{ ...manager, hours: "no.desk" }, null as never, { ...manager, person: "E-2" }],
      "2026-02-12",
    );
    expect(mixed.issues.map(({ row, code }) => [row, code])).toStrictEqual([
      [0, "duties/missing-hours"],
      [1, "duties/invalid-row"],
      [2, "duties/missing-hours"],
    ]);
  });
});

describe("misuse", () => {
  const context = { calendars: [CN], hours: [desk] };
  test.each<[string, () => unknown, string, (string | number)[]]>([
    [
      "policies that are not a list",
      () => dutiesDue({} as never, [], "2026", context),
      "duties/invalid-input",
      ["policies"],
    ],
    [
      "people that are not a list",
      () => dutiesDue([], null as never, "2026", context),
      "duties/invalid-input",
      ["people"],
    ],
    ["a period that is not one", () => dutiesDue([], [], "2026-13", context), "calendar/invalid-period", ["period"]],
    [
      "two calendars of one id",
      () => dutiesDue([], [], "2026", { calendars: [CN, plainCalendar("cn")] }),
      "duties/ambiguous-calendar",
      ["context", "calendars", 1],
    ],
    [
      "two hours of one id",
      () => dutiesDue([], [], "2026", { calendars: [], hours: [desk, { ...desk }] }),
      "duties/ambiguous-calendar",
      ["context", "hours", 1],
    ],
    [
      "hours that are not hours",
      () => dutiesDue([], [], "2026", { calendars: [], hours: [null as never] }),
      "calendar/invalid-hours",
      ["context", "hours", 0],
    ],
    [
      "a calendar that is not one",
      () => dutiesDue([], [], "2026", { calendars: [null as never] }),
      "calendar/invalid-calendar",
      ["context", "calendars", 0],
    ],
    [
      "a row there is not",
      () => dutiesDue([journal], [manager], "2026-02-13", context).row(1),
      "core/invalid-integer",
      ["i"],
    ],
    ["a row of nothing", () => dutiesDue([], [], "2026", context).row(0), "core/invalid-integer", ["i"]],
  ])("%s", (_, call, code, path) => {
    expect(refusalOf(call)).toMatchObject({ code, path });
  });
});
