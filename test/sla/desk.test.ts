import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { HK } from "../../src/calendar/data/hk/index.ts";
import {
  deskReport,
  mergeDeskReports,
  nfraComplaintPolicy,
  type DeskCase,
  type DeskContext,
  type DeskCounts,
  type DeskReport,
  type SlaClock,
  type SlaEvent,
  type SlaPolicy,
  type SlaStage,
} from "../../src/sla/index.ts";
import { at, plainStage, policyOf, received } from "./fixtures.ts";

/** Three working days, at risk one before due. */
const policy = policyOf([{ atRisk: { at: "before-due", amount: 1, unit: "working-day" }, merge: "ends" }]);
const asOf = at("2026-03-11T12:00");
const context: DeskContext = { asOf, policies: [policy, nfraComplaintPolicy], calendars: [CN] };
const on = (type: "replied" | "withdrawn", text: string): SlaEvent => ({ type, at: at(text) });
const row = (id: string, events: readonly SlaEvent[], changes: Partial<DeskCase> = {}): DeskCase => ({
  id,
  policy: policy.id,
  owner: "u-1",
  category: "card",
  events,
  ...changes,
});

/** Wed 2026-03-11, noon. */
const cases: readonly DeskCase[] = [
  // Thu 5: 6, 9, 10: overdue since the 11th, 6 days old
  row("overdue", [received("2026-03-05")]),
  // Fri 6: 9, 10, 11: due today, at risk since the 10th, 5 days old
  row("today", [received("2026-03-06")]),
  // Mon 9: 10, 11, 12: at risk since the 11th, 2 days old
  row("tomorrow", [received("2026-03-09")], { owner: "u-2", category: null }),
  // Tue 10: 11, 12, 13
  row("fresh", [received("2026-03-10")], { owner: null }),
  // Mon 2: due the 5th; 1 working day
  row("quick", [received("2026-03-02"), on("replied", "2026-03-03")]),
  // due the 5th; 3 working days
  row("just", [received("2026-03-02"), on("replied", "2026-03-05")]),
  // due the 5th; 3, 4, 5, 6, 9: 5 working days
  row("late", [received("2026-03-02"), on("replied", "2026-03-09")], { owner: "u-2" }),
  row("withdrawn", [received("2026-03-02"), on("withdrawn", "2026-03-03")]),
  row("merged", [received("2026-03-02"), { type: "merged", at: at("2026-03-03"), into: "quick" }]),
  // withdrawn after due: late all the same
  row("withdrawn-late", [received("2026-03-02"), on("withdrawn", "2026-03-06")]),
  // 15 calendar days from 02-01: overdue since 02-17, 38 days old
  row("statutory", [received("2026-02-01")], { policy: nfraComplaintPolicy.id, owner: "u-2", category: "loan" }),
  row("later", [received("2026-03-12")]),
];
const reported = () => deskReport(cases, context);

/** Three working days, at risk one before due. */
const ladder = { atRisk: { at: "before-due", amount: 1, unit: "working-day" } } as const;
const clockOf = (id: string, stage: string, amount: number): SlaClock => ({
  id,
  basis: "internal",
  stages: [{ ...plainStage, id: stage, amount }],
});
/** Five and three working days; what is due first is listed last. */
const twoClocks = policyOf([], {
  id: "acme.two",
  clocks: [clockOf("late", "then", 5), clockOf("early", "soon", 3)],
});

describe("the report of a desk", () => {
  test.each(["resume", "restart", "new-cycle"] as const)(
    "a case withdrawn, taken up again (%s) and answered is closed; withdrawn again it is withdrawn",
    (reopen) => {
      const rule = policyOf([{ reopen }]);
      const reopened: SlaEvent = { type: "re-opened", at: at("2026-03-04") };
      const until = (last: SlaEvent) =>
        deskReport([row("back", [received("2026-03-02"), on("withdrawn", "2026-03-03"), reopened, last])], {
          ...context,
          policies: [rule],
        });
      const answered = until(on("replied", "2026-03-05"));
      expect(answered.totals).toMatchObject({ open: 0, closed: 1, withdrawn: 0 });
      expect(answered.totals.onTime).toEqual({ n: 1, of: 1, rate: "1.0000" });
      // 3, 4, 5
      expect(answered.handling).toMatchObject({ n: 1, median: 3 });
      const again = until(on("withdrawn", "2026-03-05"));
      expect(again.totals).toMatchObject({ open: 0, closed: 0, withdrawn: 1 });
      expect(again.handling.n).toBe(0);
    },
  );

  test("counts each case once as open, closed or withdrawn", () => {
    expect(reported().totals).toEqual({
      cases: 11,
      open: 5,
      closed: 3,
      withdrawn: 3,
      dueToday: 1,
      atRisk: 2,
      breached: 2,
      paused: 0,
      undetermined: 0,
      // in time: quick, just; late: overdue, late, withdrawn-late, statutory
      onTime: { n: 2, of: 6, rate: "0.3333" },
    });
    expect([reported().receivedLater, reported().failed, reported().issues]).toEqual([1, 0, []]);
  });

  test("by owner and category, those without one last", () => {
    const told = (groups: DeskReport["byOwner"]) =>
      groups.map(({ key, cases: n, open, breached, onTime }) => [key, n, open, breached, onTime.rate]);
    expect(told(reported().byOwner)).toEqual([
      ["u-1", 7, 2, 1, "0.5000"],
      ["u-2", 3, 2, 1, "0.0000"],
      [null, 1, 1, 0, null],
    ]);
    expect(told(reported().byCategory)).toEqual([
      ["card", 9, 3, 1, "0.4000"],
      ["loan", 1, 1, 1, "0.0000"],
      [null, 1, 1, 0, null],
    ]);
  });

  test("open cases by age in calendar days, every band", () => {
    expect(reported().byAge.map(({ from, to, open, breached }) => [from, to, open, breached])).toEqual([
      [0, 3, 2, 0],
      [4, 7, 2, 1],
      [8, 15, 0, 0],
      [16, 30, 0, 0],
      [31, null, 1, 1],
    ]);
    const own = deskReport(cases, { ...context, ageBands: [2, 5] });
    expect(own.byAge.map(({ from, to, open }) => [from, to, open])).toEqual([
      [0, 2, 2],
      [3, 5, 1],
      [6, null, 2],
    ]);
  });

  test("by clock, stage for stage", () => {
    // withdrawn late counts as breached
    expect(reported().clocks).toEqual([
      { policy: "acme.test", clock: "internal", onTime: { n: 2, of: 5, rate: "0.4000" } },
      { policy: "cn.nfra.complaint", clock: "statutory", onTime: { n: 0, of: 1, rate: "0.0000" } },
    ]);
  });

  test("handling time in working days, with what makes it mergeable", () => {
    expect(reported().handling).toEqual({
      n: 3,
      unknown: 0,
      median: 3,
      p90: 5,
      histogram: [
        { days: 1, cases: 1 },
        { days: 3, cases: 1 },
        { days: 5, cases: 1 },
      ],
    });
  });

  test("what needs attention, most urgent first", () => {
    expect(reported().attention.map(({ case: id, flags, dueDate, state }) => [id, flags, dueDate, state])).toEqual([
      ["statutory", ["breached"], "2026-02-16", "breached"],
      ["overdue", ["breached"], "2026-03-10", "breached"],
      ["today", ["due-today", "at-risk"], "2026-03-11", "running"],
      ["tomorrow", ["at-risk"], "2026-03-12", "running"],
    ]);
    expect(reported().attention[2]).toEqual({
      case: "today",
      owner: "u-1",
      category: "card",
      policy: "acme.test",
      clock: "internal",
      stage: "reply",
      state: "running",
      dueDate: "2026-03-11",
      dueAt: "2026-03-11T23:59:59+08:00",
      flags: ["due-today", "at-risk"],
    });
  });

  test("names the versions in use", () => {
    expect(reported().policies.map(({ id, version, cases: n }) => [id, version, n])).toEqual([
      ["acme.test", "1", 10],
      ["cn.nfra.complaint", nfraComplaintPolicy.version, 1],
    ]);
    expect(reported().calendars).toEqual([{ id: "cn", version: CN.version }]);
    expect(reported().asOf).toBe("2026-03-11T04:00:00Z");
  });
});

describe("what a case comes to", () => {
  const noon = at("2026-03-11T12:00");
  const paused = (text: string): SlaEvent => ({ type: "paused", at: at(text), reason: "customer" });
  const merged: SlaEvent = { type: "merged", at: at("2026-03-03"), into: "c-0" };
  const pauses = [{ reason: "customer", notifyCustomer: false }];
  const chain = (changes: Partial<SlaStage>) =>
    policyOf([
      { id: "handle", satisfiedBy: ["resolved"], ...changes },
      { id: "reply", from: "handle" },
    ]);
  const rows: [string, SlaPolicy, SlaEvent[], string, Partial<DeskCounts>, unknown[]][] = [
    [
      "at risk in the first second of it: a working day before Wed 11",
      policyOf([ladder]),
      [received("2026-03-06")],
      "2026-03-10T00:00:00+08:00",
      { open: 1, atRisk: 1, dueToday: 0, breached: 0 },
      [["reply", "running", "2026-03-11", "at-risk"]],
    ],
    [
      "not at risk a second before",
      policyOf([ladder]),
      [received("2026-03-06")],
      "2026-03-09T23:59:59+08:00",
      { open: 1, atRisk: 0 },
      [],
    ],
    ["never at risk without a rule", policyOf([{}]), [received("2026-03-09")], noon, { open: 1, atRisk: 0 }, []],
    [
      "past due, no longer at risk",
      policyOf([ladder]),
      [received("2026-03-05")],
      noon,
      { open: 1, atRisk: 0, breached: 1, dueToday: 0 },
      [["reply", "breached", "2026-03-10", "breached"]],
    ],
    [
      "paused on the day it would be due: not due, and no line for it",
      policyOf([{ pauses }]),
      [received("2026-03-06"), paused("2026-03-11")],
      noon,
      { open: 1, paused: 1, dueToday: 0, breached: 0 },
      [],
    ],
    [
      "paused while at risk: a line without a due moment",
      policyOf([{ ...ladder, pauses }]),
      [received("2026-03-09"), paused("2026-03-11")],
      noon,
      { open: 1, paused: 1, atRisk: 1 },
      [["reply", "paused", null, "at-risk"]],
    ],
    [
      "of two clocks the one due first, though listed second",
      twoClocks,
      // 9, 10, 11 for the early one, and 12, 13 for the late one
      [received("2026-03-06")],
      noon,
      { open: 1, dueToday: 1 },
      [["soon", "running", "2026-03-11", "due-today"]],
    ],
    [
      "of two clocks due together the one listed first",
      policyOf([], { clocks: [clockOf("late", "by-late", 3), clockOf("early", "by-early", 3)] }),
      [received("2026-03-06")],
      noon,
      { open: 1, dueToday: 1 },
      [["by-late", "running", "2026-03-11", "due-today"]],
    ],
    [
      "of two clocks the first, where the second is due later",
      policyOf([], { clocks: [clockOf("early", "soon", 3), clockOf("late", "then", 5)] }),
      [received("2026-03-06")],
      noon,
      { open: 1, dueToday: 1 },
      [["soon", "running", "2026-03-11", "due-today"]],
    ],
    [
      "what has a due date before what has none",
      policyOf([{ id: "far", amount: 30 }, { id: "near" }]),
      [received("2026-12-28")],
      "2026-12-31T12:00:00+08:00",
      // 29, 30, 31
      { open: 1, undetermined: 1, dueToday: 1 },
      [["near", "running", "2026-12-31", "due-today"]],
    ],
    [
      "a stage that never began is not open once the case was joined to another",
      chain({ merge: "ends" }),
      [received("2026-03-02"), merged],
      noon,
      { open: 0, withdrawn: 1, closed: 0 },
      [],
    ],
    [
      "withdrawn, and handed over after that",
      policyOf([{}]),
      [received("2026-03-02"), on("withdrawn", "2026-03-03"), { type: "reassigned", at: at("2026-03-04") }],
      noon,
      { open: 0, withdrawn: 1, closed: 0 },
      [],
    ],
    [
      "closed without a due date: neither in time nor late",
      policyOf([{ amount: 30 }]),
      [received("2026-12-28"), { type: "replied", at: at("2027-01-04") }],
      "2027-01-05",
      { closed: 1, undetermined: 1, onTime: { n: 0, of: 0, rate: null } },
      [],
    ],
  ];
  test.each(rows)("%s", (_, rule, events, moment, totals, attention) => {
    const told = deskReport([row("c", events, { policy: rule.id })], { ...context, asOf: moment, policies: [rule] });
    expect(told.totals).toMatchObject({ cases: 1, ...totals });
    expect(told.attention.map(({ stage, state, dueDate, flags }) => [stage, state, dueDate, ...flags])).toEqual(
      attention,
    );
  });

  test("one that is received later uses no policy and no calendar", () => {
    const { policies, calendars, receivedLater } = deskReport([row("later", [received("2026-03-12")])], context);
    expect([policies, calendars, receivedLater]).toEqual([[], [], 1]);
  });

  test("a band may end on the day of receipt", () => {
    const { byAge } = deskReport([row("new", [received("2026-03-11")]), row("old", [received("2026-03-10")])], {
      ...context,
      ageBands: [0, 1],
    });
    expect(byAge.map(({ from, to, open }) => [from, to, open])).toEqual([
      [0, 0, 1],
      [1, 1, 1],
      [2, null, 0],
    ]);
  });
});

describe("the moment of a report", () => {
  test("a date stands for its last second", () => {
    const evening = deskReport(cases, { ...context, asOf: "2026-03-11" });
    expect(evening.asOf).toBe("2026-03-11");
    expect(evening.totals).toEqual(reported().totals);
    // received on the 12th at ten
    expect(deskReport(cases, { ...context, asOf: "2026-03-12" }).totals.cases).toBe(12);
  });

  test("an earlier one gives the report of that day, without issues for what came later", () => {
    const before = deskReport(cases, { ...context, asOf: "2026-03-02" });
    expect(before).toMatchObject({ totals: { cases: 7, open: 7, closed: 0 }, receivedLater: 5, issues: [] });
  });

  test("what is no moment is refused", () => {
    expect(() => deskReport([], { ...context, asOf: "2026-02-30" })).toThrow(
      expect.objectContaining({
        code: "core/invalid-instant",
        path: ["context", "asOf"],
        details: { received: "2026-02-30" },
      }),
    );
  });
});

describe("the middle and the ninetieth percentile", () => {
  /** Replied after so many working days from Mon 2026-03-02. */
  const after = (days: number): DeskCase => {
    const dates = ["02", "03", "04", "05", "06", "09", "10", "11"];
    return row(`c-${String(days)}`, [received("2026-03-02"), on("replied", `2026-03-${dates[days] ?? ""}T11:00`)]);
  };
  test.each([
    [[2], 2, 2],
    [[0, 1], 0.5, 1],
    [[1, 2, 3, 4], 2.5, 4],
    // ten values: the ninth is the 90th percentile
    [[0, 0, 1, 1, 2, 2, 3, 3, 6, 7], 2, 6],
  ])("of %j are %d and %d", (days, median, p90) => {
    const { handling } = deskReport(days.map(after), { ...context, asOf: "2026-03-31" });
    expect([handling.n, handling.median, handling.p90]).toEqual([days.length, median, p90]);
  });

  test("of nothing are null, not 0", () => {
    const { handling, totals } = deskReport([], context);
    expect(handling).toEqual({ n: 0, unknown: 0, median: null, p90: null, histogram: [] });
    expect(totals.onTime).toEqual({ n: 0, of: 0, rate: null });
  });

  test("a time the calendar cannot count is told as unknown", () => {
    const closed = row("c", [received("2026-02-01"), on("replied", "2026-02-03")], { policy: nfraComplaintPolicy.id });
    const without = deskReport([closed], { ...context, calendars: [] });
    expect(without.handling).toMatchObject({ n: 0, unknown: 1, median: null });
    expect(without.totals).toMatchObject({ closed: 1, onTime: { rate: "1.0000" } });
    const beyond = row("d", [received("2026-12-30"), on("replied", "2027-01-02")], { policy: nfraComplaintPolicy.id });
    expect(deskReport([beyond], { ...context, asOf: "2027-01-05" }).handling).toMatchObject({ n: 0, unknown: 1 });
  });
});

describe("a bad case never stops the desk", () => {
  const bad = (id: string, changes: object): DeskCase => ({ ...row(id, [received("2026-03-10")]), ...changes });
  const rows: [string, DeskCase, string, Record<string, unknown>][] = [
    ["no receipt", bad("x", { events: [on("replied", "2026-03-10")] }), "sla/not-received", {}],
    ["no events", bad("x", { events: null }), "sla/invalid-case", { received: "null" }],
    ["a text for events", bad("x", { events: "received" }), "sla/invalid-case", { received: "string(8)" }],
    ["an unknown policy", bad("x", { policy: "nobody" }), "sla/unknown-policy", { policy: "string(6)" }],
    [
      "an event that is none",
      bad("x", { events: [received("2026-03-10"), null] }),
      "sla/invalid-event",
      { received: "null" },
    ],
    [
      "a moment that is none",
      bad("x", { events: [received("2026-03-10"), { type: "replied", at: "2026-03-10" }] }),
      "core/invalid-instant",
      { received: "2026-03-10" },
    ],
    [
      "a receipt before the policy",
      bad("x", { events: [received("2019-12-31")] }),
      "core/no-policy-in-force",
      {
        date: "2019-12-31",
        versions: [{ id: "acme.test", version: "1", effectiveFrom: "2020-01-01", effectiveTo: null }],
      },
    ],
  ];
  test.each(rows)("%s", (_, wrong, code, details) => {
    const mixed = deskReport([...cases, wrong], context);
    expect(mixed).toMatchObject({ failed: 1, totals: reported().totals, issues: [{ case: "x", code, details }] });
    if (code === "sla/not-received" || code === "sla/invalid-case") expect(mixed.issues[0]?.path).toEqual(["events"]);
    const { issues } = deskReport([{ ...wrong, id: "  " }], context);
    expect(issues).toMatchObject([{ case: null, code: "sla/invalid-case", path: ["cases", 0, "id"] }]);
  });

  test("a calendar that is missing fails the cases that need it", () => {
    const { failed, totals, issues } = deskReport(cases, { ...context, calendars: [] });
    expect([failed, totals.cases]).toEqual([11, 1]);
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(["sla/missing-calendar"]));
  });

  test("issues of single events and of the calendar are named with their case", () => {
    const odd = [
      row("a", [received("2026-03-09"), { type: "resumed", id: "r", at: at("2026-03-10") }]),
      row("b", [received("2026-12-30")]),
    ];
    expect(deskReport(odd, { ...context, asOf: "2026-12-31" })).toMatchObject({
      totals: { cases: 2, undetermined: 1, breached: 1 },
      issues: [
        { case: "a", code: "sla/resumed-without-paused", details: { event: "r" } },
        {
          case: "b",
          code: "calendar/out-of-range",
          path: ["stages", 0],
          details: { clock: "internal", stage: "reply" },
        },
      ],
    });
  });

  test("the policy is the version in force on the day of receipt", () => {
    const second = { ...policyOf([{ amount: 1 }]), version: "2", effectiveFrom: "2026-03-10" };
    const versions = [{ ...policy, effectiveTo: "2026-03-10" }, second];
    const two = deskReport([row("old", [received("2026-03-09")]), row("new", [received("2026-03-10")])], {
      ...context,
      policies: versions,
    });
    expect(two.attention.map(({ case: id, dueDate }) => [id, dueDate])).toEqual([
      ["new", "2026-03-11"],
      ["old", "2026-03-12"],
    ]);
  });

  test.each([
    [[3, 3], "sla/invalid-age-bands", ["context", "ageBands", 1], { received: "3" }],
    [
      [-1],
      "core/invalid-integer",
      ["context", "ageBands", "0"],
      { received: "-1", min: 0, max: Number.MAX_SAFE_INTEGER },
    ],
  ])("age bands %j are refused", (ageBands, code, path, details) => {
    expect(() => deskReport([], { ...context, ageBands })).toThrow(
      expect.objectContaining({
        code,
        path,
        details,
        message: expect.stringMatching(/not ascending|whole number/) as unknown,
      }),
    );
  });
});

describe("reports of parts", () => {
  test("make the report of the whole", () => {
    const [first, rest] = [cases.slice(0, 5), cases.slice(5)];
    expect(mergeDeskReports(deskReport(first, context), deskReport(rest, context))).toEqual(reported());
  });

  test.each([
    [{ asOf: "2026-03-12" }, "asOf"],
    [{ ageBands: [1] }, "byAge"],
    [{ ageBands: [3, 7, 15, 31] }, "byAge"],
  ])("that differ in %j are refused", (changes, field) => {
    expect(() => mergeDeskReports(reported(), deskReport([], { ...context, ...changes }))).toThrow(
      expect.objectContaining({
        code: "sla/reports-differ",
        path: ["b", field],
        details: { field },
        message: `b.${field}: not that of the other report`,
      }),
    );
  });

  test("make the report of the whole wherever it is parted, and in either order", () => {
    const paused: SlaEvent = { type: "paused", at: at("2026-03-11"), reason: "customer" };
    const pausing = policyOf([{ ...ladder, pauses: [{ reason: "customer", notifyCustomer: false }] }], {
      id: "acme.pausing",
    });
    const hongKong = policyOf([{ roll: "following", unit: "calendar-day", amount: 15 }], {
      id: "acme.hk",
      calendar: "hk",
    });
    // the calendar ends with 2026: how many working days the answer took is not known
    const unknown = { policy: nfraComplaintPolicy.id };
    const rows = [
      row("p-1", [received("2026-03-09"), paused], { policy: "acme.pausing" }),
      row("two-1", [received("2026-03-02"), on("replied", "2026-03-05")], { policy: "acme.two" }),
      row("hk-1", [received("2026-03-02"), on("replied", "2026-03-05")], { policy: "acme.hk" }),
      row("far-1", [received("2026-12-30"), on("replied", "2027-01-02")], unknown),
      row("c-1", [received("2026-03-02"), on("replied", "2026-03-05")]),
      row("two-2", [received("2026-03-02"), on("replied", "2026-03-03")], { policy: "acme.two" }),
      row("far-2", [received("2026-12-30"), on("replied", "2027-01-02")], unknown),
      row("p-2", [received("2026-03-09"), paused], { policy: "acme.pausing" }),
      row("c-2", [received("2027-01-04")]),
      row("hk-2", [received("2026-03-02"), on("replied", "2026-03-03")], { policy: "acme.hk" }),
    ];
    const own = {
      ...context,
      asOf: at("2027-01-05"),
      policies: [twoClocks, hongKong, policy, pausing, nfraComplaintPolicy],
      calendars: [HK, CN],
    };
    const whole = deskReport(rows, own);
    expect(deskReport([...rows].reverse(), own)).toEqual(whole);
    for (let place = 0; place <= rows.length; place++) {
      const [first, rest] = [deskReport(rows.slice(0, place), own), deskReport(rows.slice(place), own)];
      expect(mergeDeskReports(first, rest)).toEqual(whole);
      expect(mergeDeskReports(rest, first)).toEqual(whole);
    }
    expect(whole.clocks.map(({ policy: id, clock, onTime: { n, of } }) => [id, clock, n, of])).toEqual([
      ["acme.hk", "internal", 2, 2],
      ["acme.test", "internal", 1, 1],
      ["acme.two", "early", 2, 2],
      ["acme.two", "late", 2, 2],
      ["cn.nfra.complaint", "statutory", 2, 2],
    ]);
    // replied after one working day and after three
    expect(whole.handling).toMatchObject({ n: 5, unknown: 2 });
    expect(whole.handling.histogram).toEqual([
      { days: 1, cases: 2 },
      { days: 3, cases: 3 },
    ]);
    expect(whole.calendars.map(({ id }) => id)).toEqual(["cn", "hk"]);
  });

  test("what waits comes after everything that has a due moment", () => {
    const pausing = policyOf([{ ...ladder, pauses: [{ reason: "customer", notifyCustomer: false }] }]);
    const own = { ...context, policies: [pausing] };
    const waiting = (id: string) =>
      row(id, [received("2026-03-09"), { type: "paused", at: at("2026-03-11"), reason: "customer" }]);
    const parts = [[waiting("b")], [row("z", [received("2026-03-09")])], [waiting("a")]].map((rows) =>
      deskReport(rows, own),
    );
    const { attention } = parts.reduce((a, b) => mergeDeskReports(a, b), deskReport([], own));
    expect(attention.map(({ case: id, dueAt }) => [id, dueAt])).toEqual([
      ["z", "2026-03-12T23:59:59+08:00"],
      ["a", null],
      ["b", null],
    ]);
  });
});

describe("the lists of a report have one order, whatever order the cases came in", () => {
  /** The report of some cases given forwards and backwards, and merged from both ends: all of them are the same. */
  const reportOf = (rows: readonly DeskCase[], policies: DeskContext["policies"] = [policy]) => {
    const own = { ...context, policies };
    const whole = deskReport(rows, own);
    expect(deskReport([...rows].reverse(), own)).toEqual(whole);
    const [first, rest] = [deskReport(rows.slice(0, 1), own), deskReport(rows.slice(1), own)];
    expect(mergeDeskReports(first, rest)).toEqual(whole);
    expect(mergeDeskReports(rest, first)).toEqual(whole);
    return whole;
  };

  test("attention: what is due first, then by case, then by what a line says", () => {
    const late = [received("2026-03-05")];
    const { attention } = reportOf([
      row("c", late),
      row("b", late, { owner: "u-2" }),
      row("b", late, { owner: null }),
      row("b", late, { owner: "u-1" }),
      row("z", [received("2026-03-04")]),
      row("a", [received("2026-03-06")]),
    ]);
    expect(attention.map(({ case: id, owner }) => [id, owner])).toEqual([
      ["z", "u-1"],
      ["b", "u-1"],
      ["b", "u-2"],
      ["b", null],
      ["c", "u-1"],
      ["a", "u-1"],
    ]);
  });

  test("issues: by case, then by code, then by what they say", () => {
    const resumed = (id: string): SlaEvent => ({ type: "resumed", id, at: at("2026-03-10") });
    const again: SlaEvent = { type: "received", id: "r", at: at("2026-03-10") };
    const { issues } = reportOf([
      row("b", [received("2026-03-09"), resumed("2"), resumed("1"), again]),
      row("c", []),
      row("b!", []),
      row("a", [received("2026-03-09"), resumed("3")]),
      row("b", []),
    ]);
    expect(issues.map(({ case: id, code, details }) => [id, code, details["event"]])).toEqual([
      ["a", "sla/resumed-without-paused", "3"],
      ["b", "sla/duplicate-received", "r"],
      ["b", "sla/not-received", undefined],
      ["b", "sla/resumed-without-paused", "1"],
      ["b", "sla/resumed-without-paused", "2"],
      ["b!", "sla/not-received", undefined],
      ["c", "sla/not-received", undefined],
    ]);
    const nameless = deskReport([row("", []), row("x", [])], context).issues;
    expect(nameless.map(({ case: id, path }) => [id, path])).toEqual([
      ["x", ["events"]],
      [null, ["cases", 0, "id"]],
    ]);
  });

  test("issues of a report that came back may hold numbers of any size", () => {
    const issue = (n: bigint) => ({ case: "b", code: "acme/odd", path: [], details: { n } });
    const back = { ...deskReport([], context), issues: [issue(2n), issue(1n)] };
    expect(mergeDeskReports(back, deskReport([], context)).issues).toEqual([issue(1n), issue(2n)]);
  });

  test("versions of policies by id, then by version; calendars likewise", () => {
    const early = { ...policyOf([{}], { id: "acme.a", version: "2" }), effectiveTo: "2026-03-09" };
    const later = policyOf([{}], { id: "acme.a", version: "10", effectiveFrom: "2026-03-09" });
    const other = policyOf([{ unit: "calendar-day", roll: "following" }], { id: "acme.b", calendar: "hk" });
    const report = deskReport(
      [
        row("3", [received("2026-03-09")], { policy: "acme.b" }),
        row("1", [received("2026-03-06")], { policy: "acme.a" }),
        row("2", [received("2026-03-09")], { policy: "acme.a" }),
      ],
      { ...context, policies: [other, early, later], calendars: [HK, CN] },
    );
    expect(report.policies.map(({ id, version }) => [id, version])).toEqual([
      ["acme.a", "10"],
      ["acme.a", "2"],
      ["acme.b", "1"],
    ]);
    expect(report.calendars).toEqual([
      { id: "cn", version: CN.version },
      { id: "hk", version: HK.version },
    ]);
  });
});
