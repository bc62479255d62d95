import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import {
  DUTY_STATES,
  dutiesDue,
  dutyRate,
  dutyStanding,
  type DutyContext,
  type DutyEvidence,
  type DutyHolder,
  type DutyRecord,
  type DutyStandingContext,
  type DutyState,
} from "../../src/duties/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { desk, journal, manager, owed, policyOf, rowsOf } from "./fixtures.ts";

const NOW = "2026-02-13T12:00:00+08:00";
const week = owed([journal], [manager], { from: "2026-02-09", to: "2026-02-15" });
const record: DutyRecord = {
  id: "R-1",
  person: "E-1",
  kind: "journal",
  at: "2026-02-09T17:00:00+08:00",
  for: "2026-02-09",
};

/** The same thing with a member whose getter throws. */
const throwing = <T extends object>(thing: T, name: keyof T & string): T =>
  Object.defineProperty({ ...thing }, name, {
    enumerable: true,
    get: () => {
      throw new RangeError("not now");
    },
  });

describe("a context is read whole", () => {
  test.each<[string, unknown, string, (string | number)[]]>([
    ["a calendar for the list of them", { calendars: CN }, "duties/invalid-input", ["calendars"]],
    ["no calendars", {}, "duties/invalid-input", ["calendars"]],
    ["the id of a calendar", { calendars: ["cn"] }, "calendar/invalid-calendar", ["calendars", 0]],
    ["null for the hours", { calendars: [CN], hours: null }, "duties/invalid-input", ["hours"]],
    ["hours that are null", { calendars: [CN], hours: [null] }, "calendar/invalid-hours", ["hours", 0]],
    ["a misspelt member", { calendars: [CN], hour: [desk] }, "duties/invalid-input", ["hour"]],
    ["the name of a member of the language", { calendars: [CN], toString: 1 }, "duties/invalid-input", ["toString"]],
    [
      "a calendar with a date for a list",
      { calendars: [{ ...CN, off: "2026-01-01" }] },
      "calendar/invalid-calendar",
      ["calendars", 0, "off"],
    ],
  ])("%s is refused at its place", (_, context, code, path) => {
    expect(refusalOf(() => dutiesDue([journal], [manager], "2026-02", context as DutyContext))).toMatchObject({
      code,
      path: ["context", ...path],
    });
  });

  test("the second calendar of one id is named", () => {
    const context = { calendars: [CN, { ...CN }] };
    expect(refusalOf(() => dutiesDue([], [], "2026", context))).toMatchObject({
      code: "duties/ambiguous-calendar",
      path: ["context", "calendars", 1],
      details: { id: "cn" },
    });
    expect(() => dutiesDue([], [], "2026", context)).toThrow("context.calendars.1: two of one id");
  });

  test.each<[string, object, string, (string | number)[]]>([
    ["a misspelt member", { now: NOW, hour: [] }, "duties/invalid-input", ["hour"]],
    ["null for the calendars", { now: NOW, calendars: null }, "duties/invalid-input", ["calendars"]],
    ["no moment", {}, "core/invalid-instant", ["now"]],
    ["a moment that throws", throwing({ now: NOW }, "now"), "duties/invalid-input", ["now"]],
  ])("of a standing: %s", (_, context, code, path) => {
    expect(refusalOf(() => dutyStanding(week, { records: [] }, context as DutyStandingContext))).toMatchObject({
      code,
      path: ["context", ...path],
    });
  });

  test("of a standing: calendars and hours may be there", () => {
    expect(dutyStanding(week, { records: [] }, { now: NOW, calendars: [CN], hours: [desk] }).n).toBe(6);
  });
});

describe("a row that is not lost", () => {
  test("of people with members of their own is read, and one with nearly a member of the row is an issue", () => {
    const row = { ...manager, _id: 7, created_at: null };
    const { issues, n } = owed(
      [journal],
      [row, Object.assign({ hour: "cn.desk" }, row, { person: "E-2" })],
      "2026-02-13",
    );
    expect(n).toBe(1);
    expect(issues).toMatchObject([
      { row: 1, code: "duties/invalid-row", path: ["hour"], details: { didYouMean: "hours" } },
    ]);
  });

  test("of people with null for what a row lacks is the row without it", () => {
    const opening = policyOf({ time: "opening", grace: { n: 1, in: "working-day" } });
    const whole = { ...manager, hours: "cn.desk", from: "2026-02-10", to: "2026-02-14" };
    const due = (person: DutyHolder): unknown => {
      const duties = owed([journal, opening], [person], "2026-02");
      const { standing, tally } = dutyStanding(duties, { records: [record] }, { now: NOW });
      return [rowsOf(duties), duties.issues, duties.fallenAway, standing, tally];
    };
    for (const name of ["orgUnit", "hours", "from", "to"] as const) {
      for (const row of [manager, whole]) {
        const without = Object.fromEntries(
          Object.entries(row).filter(([own]) => own !== name),
        ) as unknown as DutyHolder;
        expect(due({ ...row, [name]: null })).toStrictEqual(due(without));
      }
    }
    expect(owed([journal], [{ ...whole, calendar: null } as never], "2026-02").issues).toMatchObject([
      { row: 0, code: "duties/invalid-row", path: ["calendar"] },
    ]);
  });

  test.each(["person", "zone", "calendar"] as const)("of people whose %s throws is an issue", (name) => {
    const { issues, n } = owed([journal], [manager, throwing({ ...manager, person: "E-2" }, name)], "2026-02-13");
    expect([n, issues]).toMatchObject([1, [{ row: 1, code: "duties/invalid-row", path: [name] }]]);
  });

  const issuesOf = (rows: readonly unknown[]): unknown =>
    dutyStanding(week, { records: rows as DutyRecord[] }, { now: NOW }).issues.records;

  test.each(["id", "person", "kind", "at", "for"] as const)("of records whose %s throws is an issue", (name) => {
    expect(issuesOf([record, throwing({ ...record, id: "R-2" }, name)])).toMatchObject([
      { row: 1, code: "duties/invalid-row", path: [name] },
    ]);
  });

  test("of records may have members of its own, but none that is nearly one of a record's", () => {
    const own = { ...record, text: "…", client: null };
    const { kind, for: day, ...rest } = own;
    const rows = [
      own,
      { ...rest, for: day, id: "R-2", Kind: kind },
      { ...own, id: "R-3" },
      { ...rest, kind, fro: day },
    ];
    expect(issuesOf(rows as never)).toMatchObject([
      { row: 1, code: "duties/invalid-row", path: ["Kind"], details: { didYouMean: "kind" } },
      { row: 3, code: "duties/invalid-row", path: ["fro"], details: { didYouMean: "for" } },
    ]);
  });

  test.each([[null], [7], ["R-1"], [[]], [new Date(0)]])(
    "%j among records is an issue, and the rest is read",
    (row) => {
      const standing = dutyStanding(week, { records: [row as never, record] }, { now: NOW });
      expect(standing.issues.records).toMatchObject([{ row: 0, code: "duties/invalid-row", path: [] }]);
      expect(standing.row(0).state).toBe("on-time");
    },
  );

  test("an excuse that throws is an issue", () => {
    const leave = { person: "E-1", from: "2026-02-10", to: "2026-02-12", reason: "leave", approvedBy: "E-9" };
    const excuses = [throwing(leave, "reason"), leave];
    const standing = dutyStanding(week, { records: [], excuses }, { now: NOW });
    expect(standing.issues.excuses).toMatchObject([{ row: 0, code: "duties/invalid-row", path: ["reason"] }]);
    expect(standing.row(1).state).toBe("excused");
  });
});

test.each<[string, unknown, (string | number)[]]>([
  ["null for the excuses", { records: [], excuses: null }, ["excuses"]],
  ["no records", {}, ["records"]],
  ["records that throw", throwing({ records: [] }, "records"), ["records"]],
])("evidence with %s is refused", (_, evidence, path) => {
  expect(refusalOf(() => dutyStanding(week, evidence as DutyEvidence, { now: NOW }))).toMatchObject({
    code: "duties/invalid-input",
    path: ["evidence", ...path],
  });
});

test("names of members of the language are ids like any other", () => {
  const people = [
    { ...manager, person: "__proto__" },
    { ...manager, person: "constructor" },
  ];
  const policy = policyOf({ id: "constructor", satisfiedBy: ["__proto__"] });
  const due = owed([policy], people, "2026-02-13");
  const own = { ...record, person: "__proto__", kind: "__proto__", at: "2026-02-13T10:00:00+08:00", for: "2026-02-13" };
  const { tally } = dutyStanding(due, { records: [own] }, { now: NOW });
  expect(tally.by[0]?.rows.map(({ key, parts }) => [key, parts["on-time"]])).toStrictEqual([
    ["__proto__", 1],
    ["constructor", 0],
  ]);
});

describe("the counts of a rate are read whole", () => {
  const parts = Object.fromEntries(DUTY_STATES.map((state) => [state, 1])) as Record<DutyState, number>;
  test.each<[string, unknown, string, string]>([
    ["a text of a number", { ...parts, late: "1" }, "core/invalid-integer", "late"],
    ["a count that is missing", { ...parts, excused: undefined }, "core/invalid-integer", "excused"],
    ["a part of a number", { ...parts, "on-time": 0.5 }, "core/invalid-integer", "on-time"],
    ["fewer than none", { ...parts, missing: -1 }, "core/invalid-integer", "missing"],
    ["more than can be added", { ...parts, missing: 2 ** 53 - 1 }, "core/invalid-integer", "missing"],
    ["a misspelt state", { ...parts, mising: 1 }, "duties/invalid-input", "mising"],
  ])("%s", (_, given, code, name) => {
    expect(refusalOf(() => dutyRate(given as typeof parts))).toMatchObject({ code, path: ["parts", name] });
  });

  test("1 of 3", () => {
    expect(dutyRate(parts)).toStrictEqual({ n: 1, of: 3, rate: "0.3333" });
  });
});

test("a policy whose member throws is refused at it, and one that contains itself or is very deep", () => {
  expect(refusalOf(() => owed([throwing(journal, "role")], [], "2026"))).toMatchObject({
    code: "duties/invalid-policy",
    path: ["policies", 0, "role"],
  });
  let deep: unknown = [];
  for (let n = 0; n < 5000; n++) deep = [deep];
  expect(refusalOf(() => owed([policyOf({ readings: deep as string[] })], [], "2026"))).toMatchObject({
    code: "duties/invalid-policy",
    path: ["policies", 0, "readings", 0],
  });
});
