import { describe, expect, test } from "vitest";

import { countBy } from "../../src/core/index.ts";
import {
  DUTY_STATES,
  dutyRate,
  dutyStanding,
  type DutyExcuse,
  type DutyPolicy,
  type DutyRecord,
  type StandingDuty,
} from "../../src/duties/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { journal, manager, owed, plainCalendar, policyOf } from "./fixtures.ts";

const record = (id: string, at: string, day = at.slice(0, 10), kind = "journal"): DutyRecord => ({
  id,
  person: "E-1",
  kind,
  at: `${at}:00+08:00`,
  for: day,
});
const leave: DutyExcuse = {
  person: "E-1",
  from: "2026-02-10",
  to: "2026-02-12",
  reason: "leave",
  approvedBy: "E-9",
};
const NOW = "2026-02-13T12:00:00+08:00";

/** The journals of 9 to 14 February 2026, six working days, seen at noon on the 13th. */
const week = owed([journal], [manager], { from: "2026-02-09", to: "2026-02-15" });
const statesOf = (records: readonly DutyRecord[], excuses: readonly DutyExcuse[] = [], now = NOW): string[] =>
  dutyStanding(week, { records, excuses }, { now })
    .of("E-1")
    .map(({ state }) => state);

test("each duty is in one state", () => {
  const records = [
    record("R-1", "2026-02-09T23:59"),
    record("R-2", "2026-02-11T00:01", "2026-02-10"),
    record("R-3", "2026-02-13T09:00"),
    record("R-4", "2026-02-13T11:00", "2026-02-12"),
  ];
  expect(statesOf(records)).toStrictEqual(["on-time", "late", "missing", "late", "on-time", "not-yet-due"]);
  expect(statesOf(records, [leave])).toStrictEqual(["on-time", "excused", "excused", "late", "on-time", "not-yet-due"]);
});

describe("a record", () => {
  test("within the last second is on time, after it late", () => {
    const last = { ...record("R-1", "2026-02-09T23:59"), at: "2026-02-09T23:59:59.999+08:00" };
    expect(statesOf([last])[0]).toBe("on-time");
    expect(statesOf([{ ...last, at: "2026-02-10T00:00:00+08:00" }])[0]).toBe("late");
    expect(statesOf([{ ...last, at: "2026-02-09T15:59:59Z" }])[0]).toBe("on-time");
  });

  test("after now is not seen, not even as one too many", () => {
    const records = [record("R-1", "2026-02-13T12:01"), record("R-1", "2026-02-13T11:00")];
    const standing = dutyStanding(week, { records }, { now: NOW });
    expect(standing.row(4)).toMatchObject({ state: "on-time", record: { id: "R-1", at: "2026-02-13T11:00:00+08:00" } });
    expect(standing.issues.records).toStrictEqual([]);
    expect(standing.unmatched).toStrictEqual([]);
    const after = { ...record("R-2", "2026-02-13T12:00"), at: "2026-02-13T12:00:00.001+08:00" };
    const before = dutyStanding(week, { records: [after] }, { now: NOW });
    expect([before.unmatched, before.row(4).state]).toStrictEqual([[], "not-yet-due"]);
  });

  test("that is the earliest counts; the others, and those for nothing owed, satisfy nothing", () => {
    const records = [
      record("R-2", "2026-02-09T18:00"),
      record("R-1", "2026-02-09T18:00"),
      record("R-0", "2026-02-10T09:00", "2026-02-09"),
      { ...record("R-3", "2026-02-09T10:00"), person: "E-7" },
      record("R-4", "2026-02-09T10:00", "2026-02-09", "poem"),
      record("R-5", "2026-02-08T10:00"),
      record("R-6", "2026-02-01T10:00"),
    ];
    const { unmatched, issues, ...standing } = dutyStanding(week, { records }, { now: NOW });
    expect(standing.row(0).record).toStrictEqual({ id: "R-1", at: "2026-02-09T18:00:00+08:00" });
    expect(unmatched).toStrictEqual([0, 2, 3, 4, 5, 6]);
    expect(issues).toStrictEqual({ records: [], excuses: [] });
  });

  test("of the same moment as another counts by its id, whichever row is first", () => {
    const one = record("R-1", "2026-02-09T18:00");
    const two = record("R-2", "2026-02-09T18:00");
    const early = { ...record("R-3", "2026-02-09T18:00"), at: "2026-02-09T17:59:59.999+08:00" };
    const first = (records: readonly DutyRecord[]): string | undefined =>
      dutyStanding(week, { records }, { now: NOW }).row(0).record?.id;
    expect([first([one, two]), first([two, one])]).toStrictEqual(["R-1", "R-1"]);
    const fraction = { ...early, id: "R-4", at: "2026-02-09T17:59:59.998+08:00" };
    expect([first([early, fraction, one]), first([fraction, early])]).toStrictEqual(["R-4", "R-4"]);
  });

  test("made earlier counts, whichever row is first, and one of the second with number 0 as well", () => {
    const early = record("R-2", "2026-02-09T08:00");
    const late = record("R-1", "2026-02-09T09:00");
    for (const records of [
      [early, late],
      [late, early],
    ]) {
      const standing = dutyStanding(week, { records }, { now: NOW });
      expect([standing.row(0).record?.id, standing.unmatched]).toStrictEqual(["R-2", [records.indexOf(late)]]);
    }
    const old = policyOf({ effectiveFrom: "1969-01-01" });
    const people = [{ ...manager, calendar: "plain", zone: "UTC" }];
    const due = owed([old], people, "1970-01-01", [plainCalendar("plain", { from: "1969-01-01" })]);
    const first = { ...early, at: "1970-01-01T00:00:00Z", for: "1970-01-01" };
    expect(dutyStanding(due, { records: [first] }, { now: NOW }).row(0)).toMatchObject({
      state: "on-time",
      record: { id: "R-2" },
    });
  });

  test("made at the very moment is seen, and a duty is not missing until its last second has passed", () => {
    const now = "2026-02-09T23:59:59.500+08:00";
    expect(statesOf([], [], now)[0]).toBe("not-yet-due");
    expect(statesOf([], [], "2026-02-10T00:00:00+08:00")[0]).toBe("missing");
    expect(statesOf([{ ...record("R-1", "2026-02-09T23:59"), at: now }], [], now)[0]).toBe("on-time");
  });

  test("for a day outside a person's time in the role is nobody's", () => {
    const people = [
      { ...manager, person: "E-0", to: "2026-02-11" },
      { ...manager, from: "2026-02-11" },
    ];
    const due = owed([journal], people, { from: "2026-02-09", to: "2026-02-13" });
    const records = [
      record("R-1", "2026-02-10T18:00"),
      { ...record("R-2", "2026-02-11T18:00"), person: "E-0" },
      record("R-3", "2026-02-12T18:00"),
    ];
    const standing = dutyStanding(due, { records }, { now: NOW });
    expect(standing.standing.map(({ person, state }) => [person, state])).toStrictEqual([
      ["E-0", "missing"],
      ["E-0", "missing"],
      ["E-1", "missing"],
      ["E-1", "on-time"],
    ]);
    expect(standing.unmatched).toStrictEqual([0, 1]);
  });

  test("too early for one duty may still be for another", () => {
    const monthly = policyOf({ cadence: { every: "month", on: "last-day" }, restDay: { rule: "stays" } });
    const due = owed([journal, monthly], [manager], "2026-02");
    const early = record("R-1", "2026-02-08T18:00", "2026-02-09");
    const standing = dutyStanding(due, { records: [early] }, { now: "2026-03-01T00:00:00+08:00" });
    expect(standing.standing.filter(({ state }) => state === "on-time").map(({ policy }) => policy)).toStrictEqual([
      "acme.duty",
    ]);
    expect([standing.unmatched, standing.issues.records]).toStrictEqual([[], []]);
  });

  test("serves every policy that its kind satisfies, for the period its day lies in", () => {
    const monthly: DutyPolicy = policyOf({
      satisfiedBy: ["summary", "journal"],
      cadence: { every: "month", on: "last-day" },
      restDay: { rule: "stays" },
    });
    const due = owed([journal, monthly], [manager], "2026-02");
    const standing = dutyStanding(due, { records: [record("R-1", "2026-02-09T18:00")] }, { now: NOW });
    expect(standing.standing.filter((duty) => duty.record !== undefined).map(({ policy }) => policy)).toStrictEqual([
      "acme.journal",
      "acme.duty",
    ]);
    expect(standing.unmatched).toStrictEqual([]);
  });

  test("satisfies the policies of its kind alone, and none for a day off between two duties", () => {
    const report = policyOf({ satisfiedBy: ["report", "memo"] });
    const due = owed([journal, report], [manager], { from: "2026-02-06", to: "2026-02-10" });
    const records = [
      record("R-1", "2026-02-06T18:00", "2026-02-06", "memo"),
      // Saturday and Sunday
      record("R-2", "2026-02-07T18:00"),
      record("R-3", "2026-02-08T18:00", "2026-02-08", "report"),
      record("R-4", "2026-02-09T18:00"),
      record("R-5", "2026-02-10T18:00"),
      record("R-6", "2026-02-05T18:00"),
    ];
    const { standing, unmatched } = dutyStanding(due, { records }, { now: NOW });
    expect(standing.map(({ due: day, policy, record: own }) => [day, policy, own?.id])).toStrictEqual([
      ["2026-02-06", "acme.duty", "R-1"],
      ["2026-02-06", "acme.journal", undefined],
      ["2026-02-09", "acme.duty", undefined],
      ["2026-02-09", "acme.journal", "R-4"],
    ]);
    expect(unmatched).toStrictEqual([1, 2, 4, 5]);
  });

  test("before its period begins counts for nothing, by the clocks of the place", () => {
    const early = { ...record("R-1", "2026-02-08T23:59", "2026-02-09") };
    const standing = dutyStanding(week, { records: [early] }, { now: NOW });
    expect(standing.issues.records).toStrictEqual([
      {
        row: 0,
        code: "duties/record-before-period",
        path: ["at"],
        details: { id: "R-1", at: early.at, for: "2026-02-09" },
      },
    ]);
    expect(standing.row(0).state).toBe("missing");
    const newYork = owed([journal], [{ ...manager, calendar: "plain", zone: "America/New_York" }], "2026-02-09", [
      plainCalendar("plain"),
    ]);
    const at = (moment: string): string =>
      dutyStanding(newYork, { records: [{ ...early, at: moment }] }, { now: NOW }).row(0).state;
    expect([at("2026-02-09T04:59:59Z"), at("2026-02-09T05:00:00Z")]).toStrictEqual(["missing", "on-time"]);
  });

  test.each(["2026-02-11", "2026-02-13"])("too early is an issue, though another role owes its kind on %s", (date) => {
    const other = policyOf({
      role: "teller",
      cadence: { every: "date", on: [date.slice(5)] },
      restDay: { rule: "stays" },
    });
    const people = [manager, { ...manager, role: "teller" }];
    const due = owed([journal, other], people, { from: "2026-02-11", to: "2026-02-14" });
    const early = record("R-1", "2026-02-11T23:59", "2026-02-12");
    const standing = dutyStanding(due, { records: [early] }, { now: NOW });
    expect(standing.issues.records).toMatchObject([{ row: 0, code: "duties/record-before-period" }]);
    expect(standing.unmatched).toStrictEqual([]);
  });

  test.each<[string, Partial<DutyPolicy>, string, string]>([
    [
      "that is due before its period begins may be made before it",
      { cadence: { every: "month", on: "first-day", offset: { n: -2, in: "working-day" } } },
      "2026-03-01",
      "2026-02-26T18:00",
    ],
    [
      "that moves before its period may be made before it",
      {
        cadence: { every: "month", on: "first-day" },
        restDay: { rule: "previous-working-day", beyondPeriod: "moves" },
      },
      "2026-03-01",
      "2026-02-28T09:00",
    ],
    [
      "on a fixed date may be made before it",
      { cadence: { every: "date", on: ["02-27"] }, restDay: { rule: "stays" } },
      "2026-02-27",
      "2026-01-15T09:00",
    ],
  ])("of a duty %s", (_, changes, day, at) => {
    const due = owed([policyOf(changes)], [manager], { from: "2026-02-25", to: "2026-03-01" });
    const standing = dutyStanding(due, { records: [record("R-1", at, day)] }, { now: "2026-03-02T00:00:00+08:00" });
    expect(standing.standing.map(({ state }) => state)).toStrictEqual(["on-time"]);
  });

  test.each<[string, unknown, string, (string | number)[]]>([
    ["null", null, "duties/invalid-row", []],
    ["a blank id", { ...record("　", "2026-02-09T10:00") }, "duties/invalid-row", ["id"]],
    ["an empty person", { ...record("R-1", "2026-02-09T10:00"), person: "" }, "duties/invalid-row", ["person"]],
    ["a kind that is a number", { ...record("R-1", "2026-02-09T10:00"), kind: 7 }, "duties/invalid-row", ["kind"]],
    ["a date for a moment", { ...record("R-1", "2026-02-09T10:00"), at: "2026-02-09" }, "core/invalid-instant", ["at"]],
    ["a day that does not exist", record("R-1", "2026-02-09T10:00", "2026-02-31"), "core/invalid-date", ["for"]],
  ])("%s is left out with an issue", (_, row, code, path) => {
    const records = [record("R-0", "2026-02-09T09:00"), row as DutyRecord];
    const standing = dutyStanding(week, { records }, { now: NOW });
    expect(standing.issues.records).toMatchObject([{ row: 1, code, path }]);
    expect(standing.unmatched).toStrictEqual([]);
  });

  test("with an id that was there before is left out with an issue", () => {
    const many = Array.from({ length: 3000 }, (_, i) => record(`R-${String(i)}`, "2026-02-09T10:00"));
    const records = [...many, record("R-1", "2026-02-10T10:00"), record("R-2999", "2026-02-10T10:00")];
    const standing = dutyStanding(week, { records }, { now: NOW });
    expect(standing.issues.records).toStrictEqual([
      { row: 3000, code: "duties/duplicate-id", path: ["id"], details: { id: "R-1" } },
      { row: 3001, code: "duties/duplicate-id", path: ["id"], details: { id: "R-2999" } },
    ]);
    expect(standing.row(1).state).toBe("missing");
  });
});

describe("an excuse", () => {
  test("covers the days on which duties are due, and shows why", () => {
    const standing = dutyStanding(week, { records: [], excuses: [leave] }, { now: NOW });
    expect(standing.row(1)).toMatchObject({ state: "excused", excuse: { reason: "leave", approvedBy: "E-9" } });
    expect(standing.row(3).state).toBe("missing");
    expect("excuse" in standing.row(3)).toBe(false);
  });

  test("is for the policies it names", () => {
    const due = owed([journal, policyOf({})], [manager], "2026-02-10");
    const excuses = [{ ...leave, policies: ["acme.duty"] }];
    expect(
      dutyStanding(due, { records: [], excuses }, { now: NOW }).standing.map(({ policy, state }) => [policy, state]),
    ).toStrictEqual([
      ["acme.duty", "excused"],
      ["acme.journal", "missing"],
    ]);
  });

  test("is the one that begins first where several cover a day, whatever their order", () => {
    const course = { ...leave, from: "2026-02-09", to: "2026-02-11", reason: "course" };
    for (const excuses of [
      [leave, course],
      [course, leave],
    ]) {
      const { standing } = dutyStanding(week, { records: [], excuses }, { now: NOW });
      expect(standing.map(({ excuse }) => excuse?.reason)).toStrictEqual([
        "course",
        "course",
        "leave",
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  test("of somebody who joined later is for the days it covers", () => {
    const people = [
      { ...manager, person: "E-0", to: "2026-02-11" },
      { ...manager, from: "2026-02-11" },
    ];
    const due = owed([journal], people, { from: "2026-02-09", to: "2026-02-14" });
    const excuses = [{ ...leave, from: "2026-02-12", to: "2026-02-13" }];
    const { standing, tally } = dutyStanding(due, { records: [], excuses }, { now: NOW });
    expect(
      standing.filter(({ state }) => state === "excused").map(({ person, due: day }) => [person, day]),
    ).toStrictEqual([["E-1", "2026-02-12"]]);
    const none = { "on-time": 0, late: 0, missing: 0, "not-yet-due": 0, excused: 0, undetermined: 0 };
    expect(tally.by[0]?.rows).toStrictEqual([
      { key: "E-0", count: 2, parts: { ...none, missing: 2 } },
      { key: "E-1", count: 3, parts: { ...none, missing: 1, excused: 1, "not-yet-due": 1 } },
    ]);
  });

  test("excuses what is not yet due too, and never what is on time", () => {
    const whole = { ...leave, from: "2026-01-01", to: "2027-01-01" };
    expect(statesOf([record("R-1", "2026-02-09T10:00")], [whole])).toStrictEqual([
      "on-time",
      ...Array.from({ length: 5 }, () => "excused"),
    ]);
    const standing = dutyStanding(
      week,
      { records: [record("R-1", "2026-02-09T10:00")], excuses: [whole] },
      { now: NOW },
    );
    expect(["excuse" in standing.row(0), "excuse" in standing.row(1)]).toStrictEqual([false, true]);
  });

  test.each<[string, unknown, string, (string | number)[]]>([
    ["null", null, "duties/invalid-row", []],
    ["nobody's", { ...leave, person: "" }, "duties/invalid-row", ["person"]],
    ["reversed dates", { ...leave, to: leave.from }, "duties/reversed-dates", ["to"]],
    ["a date that does not exist", { ...leave, from: "2026-02-30" }, "core/invalid-date", ["from"]],
    ["no reason", { ...leave, reason: " " }, "duties/no-reason", ["reason"]],
    ["no approver", { ...leave, approvedBy: undefined }, "duties/no-approver", ["approvedBy"]],
    ["one's own approval", { ...leave, approvedBy: "E-1" }, "duties/approved-by-oneself", ["approvedBy"]],
    ["a misspelt member", { ...leave, policy: ["acme.journal"] }, "duties/invalid-row", ["policy"]],
    ["no policy", { ...leave, policies: [] }, "duties/invalid-row", ["policies"]],
    [
      "a blank after the own name",
      { ...leave, person: "E-1 ", approvedBy: "E-1" },
      "duties/approved-by-oneself",
      ["approvedBy"],
    ],
    ["one's own approval with a blank", { ...leave, approvedBy: "E-1 " }, "duties/approved-by-oneself", ["approvedBy"]],
    ["policies that are not a list", { ...leave, policies: "acme.journal" }, "duties/invalid-row", ["policies"]],
  ])("with %s is left out with an issue", (_, row, code, path) => {
    const standing = dutyStanding(week, { records: [], excuses: [row as DutyExcuse] }, { now: NOW });
    expect(standing.issues.excuses).toMatchObject([{ row: 0, code, path }]);
    expect(standing.issues.records).toStrictEqual([]);
    expect(standing.row(1).state).toBe("missing");
  });
});

test("a day that an offset put before its period and a rest day back into it takes no record from before", () => {
  const monthly = policyOf({
    cadence: { every: "month", on: "first-day", offset: { n: -1, in: "day" } },
    restDay: { rule: "next-working-day", beyondPeriod: "moves" },
  });
  // 28 February 2026 is a Saturday: with plain weekends the duty of March is due on Monday 2 March
  const plain = owed([monthly], [{ ...manager, calendar: "plain" }], "2026-03", [plainCalendar("plain")]);
  const early = [{ id: "R-1", person: "E-1", kind: "report", at: "2026-01-20T09:00:00+08:00", for: "2026-03-15" }];
  const kind = monthly.satisfiedBy[0] ?? "";
  const standing = dutyStanding(
    plain,
    { records: early.map((row) => ({ ...row, kind })) },
    { now: "2026-03-05T09:00:00+08:00" },
  );
  expect([plain.row(0).due, standing.row(0).state]).toStrictEqual(["2026-03-02", "missing"]);
  expect(standing.issues.records).toMatchObject([{ row: 0, code: "duties/record-before-period" }]);
});

test("an excuse for other duties as well counts for these, and says which it does not know", () => {
  const due = owed([journal], [manager], { from: "2026-02-09", to: "2026-02-15" });
  const excuse: DutyExcuse = { ...leave, policies: ["acme.journal", "acme.other"] };
  const reversed = { ...leave, to: "2026-02-09" };
  const standing = dutyStanding(due, { records: [], excuses: [excuse, reversed, excuse] }, { now: NOW });
  const unknown = { code: "duties/unknown-policy", path: ["policies", 1], details: { policy: "acme.other" } };
  expect(standing.issues.excuses).toStrictEqual([
    { row: 0, ...unknown },
    {
      row: 1,
      code: "duties/reversed-dates",
      path: ["to"],
      details: { from: "2026-02-10", to: "2026-02-09" },
    },
    { row: 2, ...unknown },
  ]);
  expect(standing.row(1).state).toBe("excused");
});

test("rows in one state are those of the whole, and a misspelt state is a mistake", () => {
  const standing = dutyStanding(week, { records: [], excuses: [leave] }, { now: NOW });
  for (const state of DUTY_STATES) {
    expect(standing.rowsIn(state)).toStrictEqual(standing.standing.filter((duty) => duty.state === state));
  }
  expect(() => standing.rowsIn("mising" as never)).toThrow(
    expect.objectContaining({ code: "duties/invalid-input", path: ["state"] }),
  );
});

test.each([
  ["evidence", () => dutyStanding(week, null as never, { now: NOW })],
  ["evidence.excuse", () => dutyStanding(week, { records: [], excuse: [] } as never, { now: NOW })],
  ["context", () => dutyStanding(week, { records: [] }, undefined as never)],
  ["parts", () => dutyRate(null as never)],
])("without what it needs at %s it is a mistake", (path, call) => {
  expect(call).toThrow(expect.objectContaining({ code: "duties/invalid-input", path: path.split(".") }));
});

test("what is undetermined stays so, and shows its record", () => {
  const short = plainCalendar("short", { to: "2026-02-10" });
  const due = owed([journal], [{ ...manager, calendar: "short" }], { from: "2026-02-09", to: "2026-02-11" }, [short]);
  const records = [record("R-1", "2026-02-10T10:00")];
  const standing = dutyStanding(due, { records, excuses: [leave] }, { now: NOW });
  expect(standing.standing.map(({ state, record: found }) => [state, found?.id])).toStrictEqual([
    ["missing", undefined],
    ["undetermined", "R-1"],
  ]);
  expect(standing.unmatched).toStrictEqual([]);
});

test("the counts are those of the rows, and add up to a rate", () => {
  const people = [
    manager,
    { ...manager, person: "E-2", role: "other" },
    { person: "E-3", role: "relationship-manager", calendar: "cn", zone: "Asia/Shanghai" },
  ];
  const weekly = policyOf({ cadence: { every: "week", on: 5 } });
  const due = owed([journal, weekly], people, "2026-02");
  const records = [record("R-1", "2026-02-09T18:00"), record("R-2", "2026-02-11T09:00", "2026-02-10")];
  const standing = dutyStanding(due, { records }, { now: NOW });
  const rows: readonly StandingDuty[] = standing.standing;
  expect(standing.standing).toBe(rows);
  expect(standing.tally).toStrictEqual(
    countBy(
      rows,
      {
        person: ({ person }: StandingDuty) => person,
        policy: ({ policy }: StandingDuty) => policy,
        unit: ({ unit }: StandingDuty) => unit,
        "org-unit": ({ orgUnit }: StandingDuty) => orgUnit ?? null,
      },
      { parts: DUTY_STATES, of: ({ state }: StandingDuty) => state },
    ),
  );
  const [own] = standing.tally.by[0]?.rows ?? [];
  expect(own && dutyRate(own.parts)).toStrictEqual({ n: 2, of: 11, rate: "0.1818" });
  const [none] = dutyStanding(owed([journal], [manager], "2027-03"), { records }, { now: NOW }).tally.by[0]?.rows ?? [];
  expect(none && dutyRate(none.parts)).toStrictEqual({ n: 0, of: 0, rate: null });
});

describe("misuse", () => {
  test.each<[string, () => unknown, string, string[]]>([
    [
      "a handle of somebody else's",
      () => dutyStanding({ ...week }, { records: [] }, { now: NOW }),
      "duties/not-a-handle",
      ["duties"],
    ],
    [
      "a now that is a date",
      () => dutyStanding(week, { records: [] }, { now: "2026-02-13" }),
      "core/invalid-instant",
      ["context", "now"],
    ],
    [
      "records that are not a list",
      () => dutyStanding(week, { records: null as never }, { now: NOW }),
      "duties/invalid-input",
      ["evidence", "records"],
    ],
    [
      "excuses that are not a list",
      () => dutyStanding(week, { records: [], excuses: {} as never }, { now: NOW }),
      "duties/invalid-input",
      ["evidence", "excuses"],
    ],
    [
      "a row there is not",
      () => dutyStanding(week, { records: [] }, { now: NOW }).row(6),
      "core/invalid-integer",
      ["i"],
    ],
  ])("%s", (_, call, code, path) => {
    expect(refusalOf(call)).toMatchObject({ code, path });
  });

  test("says what a handle is", () => {
    expect(() => dutyStanding({ ...week }, { records: [] }, { now: NOW })).toThrow(
      "duties: not an answer of dutiesDue",
    );
  });
});
