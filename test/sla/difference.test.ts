import { describe, expect, test } from "vitest";

import { withOverrides } from "../../src/calendar/index.ts";
import { CN } from "../../src/calendar/data/cn/index.ts";
import { diffSla, whatIf, type SlaClock, type SlaEvent, type SlaPolicy, type SlaResult } from "../../src/sla/index.ts";
import { at, evaluate, plainStage, policyOf, received } from "./fixtures.ts";

/** Mon 2026-03-02 + 3 working days: Thu 5. */
const receipt = received("2026-03-02");
const now = at("2026-03-03");
const policy = policyOf([{}]);
const closed = withOverrides(CN, {
  off: [{ date: "2026-03-04", name: "台风" }],
  version: "typhoon",
  source: "made up for this test",
});

describe("what changed between two evaluations", () => {
  test("nothing, when nothing did", () => {
    const result = evaluate(policy, [receipt], now);
    expect(diffSla(result, evaluate(policy, [receipt], now))).toEqual({
      same: true,
      policy: null,
      calendar: null,
      now: null,
      mergedInto: null,
      next: null,
      stages: [],
      issues: { gone: [], fresh: [] },
    });
  });

  const changed: [string, (result: SlaResult) => object][] = [
    ["the version of the policy", ({ policy: own }) => ({ policy: { ...own, version: "2" } })],
    ["the calendar", () => ({ calendar: null })],
    ["the moment", () => ({ now: at("2026-03-03T11:00") })],
    ["a merger", () => ({ mergedInto: "c-0" })],
    ["what is next", () => ({ next: null })],
    ["an issue", ({ issues }) => ({ issues: [...issues, { code: "acme/x", path: [], details: {} }] })],
    ["a stage", ({ stages: [stage] }) => ({ stages: [{ ...stage, onTheSpot: true }] })],
    ["a reason", ({ stages: [stage] }) => ({ stages: [{ ...stage, explanation: [] }] })],
  ];
  test.each(changed)("%s alone makes a difference, either way", (_, changes) => {
    const result = evaluate(policy, [receipt], now);
    const other: SlaResult = { ...result, ...changes(result) };
    expect(diffSla(result, other).same).toBe(false);
    expect(diffSla(other, result).same).toBe(false);
  });

  test("reasons alone are a change of the stage", () => {
    const explained = evaluate(policy, [receipt], now);
    const bare = evaluate(policy, [receipt], now, { explain: false });
    const lines = explained.stages[0]?.explanation ?? [];
    expect(lines).toHaveLength(4);
    const told = { clock: "internal", stage: "reply", cycle: 1, kind: "changed", fields: [], due: "not-moved" };
    expect(diffSla(explained, bare).stages).toEqual([{ ...told, reasons: { gone: lines, fresh: [] } }]);
    expect(diffSla(bare, explained).stages).toEqual([{ ...told, reasons: { gone: [], fresh: lines } }]);
  });

  test("equal issues count as often as they occur", () => {
    const result = evaluate(policy, [receipt], now);
    const issue = { code: "acme/x", path: ["events", 0], details: { event: "x" } };
    const times = (count: number) => ({ ...result, issues: Array.from({ length: count }, () => ({ ...issue })) });
    expect(diffSla(times(3), times(1)).issues).toEqual({ gone: [issue, issue], fresh: [] });
    expect(diffSla(times(1), times(3)).issues).toEqual({ gone: [], fresh: [issue, issue] });
    expect(diffSla(times(2), times(2)).same).toBe(true);
  });

  test("nobody knows which way a due moment moved that is not known on both sides", () => {
    const started = evaluate(policy, [receipt], now);
    const none = evaluate(policy, [], now);
    for (const [before, after] of [
      [none, started],
      [started, none],
    ] as const) {
      expect(diffSla(before, after).stages).toMatchObject([{ kind: "changed", due: null }]);
    }
    // neither is known, and the state differs
    const unknown = evaluate(policy, [received("2026-12-30")], at("2026-12-31"));
    expect(diffSla(none, unknown).stages).toMatchObject([{ kind: "changed", due: null }]);
  });

  test("a new calendar moves the due date and says by which day", () => {
    const difference = diffSla(
      evaluate(policy, [receipt], now),
      evaluate(policy, [receipt], now, { calendars: [closed] }),
    );
    expect(difference.same).toBe(false);
    expect(difference.calendar).toEqual({
      before: { id: "cn", version: CN.version },
      after: { id: "cn", version: closed.version },
    });
    expect(difference.stages).toEqual([
      {
        clock: "internal",
        stage: "reply",
        cycle: 1,
        kind: "changed",
        due: "later",
        fields: [
          { field: "dueDate", before: "2026-03-05", after: "2026-03-06" },
          { field: "dueAt", before: "2026-03-05T23:59:59+08:00", after: "2026-03-06T23:59:59+08:00" },
        ],
        reasons: {
          gone: [{ code: "due", date: "2026-03-05", at: "2026-03-05T23:59:59+08:00", provisional: false }],
          fresh: [
            { code: "holiday-skipped", date: "2026-03-04", name: "台风", provisional: false },
            { code: "due", date: "2026-03-06", at: "2026-03-06T23:59:59+08:00", provisional: false },
          ],
        },
      },
    ]);
  });

  test("stages that are new or gone, another next, issues", () => {
    const early: SlaEvent = { type: "replied", at: at("2026-03-01") };
    const before = evaluate(policyOf([{ id: "a" }]), [receipt, early], now);
    const after = evaluate(policyOf([{ id: "b", amount: 1 }]), [receipt], now);
    const difference = diffSla(before, after);
    expect(difference.stages.map(({ stage, kind, fields, due }) => [stage, kind, fields, due])).toEqual([
      ["a", "removed", [], null],
      ["b", "added", [], null],
    ]);
    expect(difference.stages[0]?.reasons).toEqual({ gone: before.stages[0]?.explanation, fresh: [] });
    expect(difference.stages[1]?.reasons).toEqual({ gone: [], fresh: after.stages[0]?.explanation });
    expect(difference.next).toEqual({
      before: { clock: "internal", stage: "a", cycle: 1 },
      after: { clock: "internal", stage: "b", cycle: 1 },
    });
    expect(difference.issues).toEqual({ gone: before.issues, fresh: [] });
  });

  test.each([
    [2, "earlier"],
    [4, "later"],
  ])("a limit of %d days is due %s", (amount, due) => {
    const difference = diffSla(evaluate(policy, [receipt], now), evaluate(policyOf([{ amount }]), [receipt], now));
    expect(difference.stages[0]).toMatchObject({ kind: "changed", due });
  });

  test("the passing of time moves nothing but what is derived from it", () => {
    const difference = diffSla(evaluate(policy, [receipt], now), evaluate(policy, [receipt], at("2026-03-04")));
    expect(difference.now).toEqual({ before: now, after: at("2026-03-04") });
    expect(difference.stages).toMatchObject([{ due: "not-moved", reasons: { gone: [], fresh: [] } }]);
    expect(difference.stages[0]?.fields.map(({ field }) => field)).toEqual(["elapsed", "remaining", "usedShare"]);
  });

  test("a paused stage is compared by what would be due", () => {
    const pausing = policyOf([{ pauses: [{ reason: "customer", notifyCustomer: false }] }]);
    const events: SlaEvent[] = [receipt, { type: "paused", at: at("2026-03-03"), reason: "customer" }];
    const difference = diffSla(evaluate(pausing, events, now), evaluate(pausing, events, at("2026-03-05")));
    expect(difference.stages[0]).toMatchObject({ due: "later" });
  });
});

describe("what another policy would change", () => {
  const cases = [
    // due the 5th; with two days the 4th
    { id: "open", events: [receipt] },
    { id: "quick", events: [receipt, { type: "replied", at: at("2026-03-03") }] },
    { id: "slow", events: [receipt, { type: "replied", at: at("2026-03-05T09:00") }] },
    { id: "never", events: [] },
    { id: "bad", events: [receipt, { type: "replied", at: "yesterday" }] },
  ] as const satisfies { id: string; events: SlaEvent[] }[];
  const run = (other: SlaPolicy) => whatIf(policy, other, cases, { now: at("2026-03-05T12:00"), calendars: [CN] });

  test("how many cases, which, and how", () => {
    const result = run({ ...policyOf([{ amount: 2 }]), version: "2" });
    expect(result).toMatchObject({
      policyA: { id: "acme.test", version: "1" },
      policyB: { id: "acme.test", version: "2" },
      cases: 4,
      changed: 3,
      unchanged: 1,
      failed: 1,
      issues: [
        { case: "bad", code: "core/invalid-instant", path: ["events", 1, "at"], details: { received: "string(9)" } },
      ],
    });
    expect(
      result.changes.map(({ case: id, stages }) => [
        id,
        ...stages.map(({ kind, before, after, due }) => [kind, before?.state, after?.state, due]),
      ]),
    ).toEqual([
      ["open", ["changed", "running", "breached", "earlier"]],
      ["quick", ["changed", "met", "met", "earlier"]],
      ["slow", ["changed", "met", "met-late", "earlier"]],
    ]);
    expect(result.changes[0]?.stages[0]).toEqual({
      clock: "internal",
      stage: "reply",
      cycle: 1,
      kind: "changed",
      before: { state: "running", dueAt: "2026-03-05T23:59:59+08:00" },
      after: { state: "breached", dueAt: "2026-03-04T23:59:59+08:00" },
      due: "earlier",
    });
    expect(result.states).toEqual([
      { before: "running", after: "breached", stages: 1 },
      { before: "met", after: "met", stages: 1 },
      { before: "met", after: "met-late", stages: 1 },
      { before: "not-started", after: "not-started", stages: 1 },
    ]);
  });

  test("a stage that only one policy has", () => {
    const { changes } = whatIf(policy, policyOf([{ id: "other" }]), [cases[0]], { now, calendars: [CN] });
    expect(changes[0]?.stages.map(({ stage, kind, before, after, due }) => [stage, kind, before, after, due])).toEqual([
      ["reply", "removed", { state: "running", dueAt: "2026-03-05T23:59:59+08:00" }, null, null],
      ["other", "added", null, { state: "running", dueAt: "2026-03-05T23:59:59+08:00" }, null],
    ]);
  });

  test("stages of one id are told apart by their clocks", () => {
    const clock = (id: string, amount: number): SlaClock => ({
      id,
      basis: "internal",
      stages: [{ ...plainStage, amount }],
    });
    const two = policyOf([], { clocks: [clock("a", 3), clock("b", 5)] });
    const other = policyOf([], { clocks: [clock("a", 3), clock("b", 4)] });
    const context = { now, calendars: [CN] };
    expect(whatIf(two, structuredClone(two), [cases[0]], context)).toMatchObject({ changed: 0, changes: [] });
    const { changes } = whatIf(two, other, [cases[0]], context);
    expect(changes[0]?.stages.map(({ clock: id, due }) => [id, due])).toEqual([["b", "earlier"]]);
  });

  test("another state is a change even when the due moment stays, and states are counted", () => {
    const resolved: SlaEvent = { type: "resolved", at: at("2026-03-03") };
    const rows = ["c-1", "c-2", "c-3"].map((id) => ({ id, events: [receipt, resolved] }));
    const result = whatIf(policy, policyOf([{ satisfiedBy: ["resolved"] }]), [...rows, cases[0]], {
      now: at("2026-03-04"),
      calendars: [CN],
    });
    expect(result).toMatchObject({ cases: 4, changed: 3, unchanged: 1 });
    expect(result.changes[0]?.stages).toMatchObject([{ kind: "changed", due: "not-moved" }]);
    expect(result.states).toEqual([
      { before: "running", after: "met", stages: 3 },
      { before: "running", after: "running", stages: 1 },
    ]);
  });

  test("what is wrong with a policy or the context is thrown", () => {
    expect(() => whatIf({ ...policy, clocks: [] }, policy, [], { now, calendars: [CN] })).toThrow(
      expect.objectContaining({ code: "sla/invalid-policy", path: ["policyA", "clocks"] }),
    );
    const own = { now, calendars: [CN] };
    expect(whatIf(policy, policy, [], own).cases).toBe(0);
    own.now = "today";
    expect(() => whatIf(policy, policy, [], own)).toThrow(
      expect.objectContaining({ code: "core/invalid-instant", path: ["context", "now"] }),
    );
    expect(() => whatIf(policy, { ...policy, clocks: [] }, [], { now, calendars: [CN] })).toThrow(
      expect.objectContaining({ code: "sla/invalid-policy", path: ["policyB", "clocks"] }),
    );
    expect(() => whatIf(policy, policy, [], { now: "2026-03-05", calendars: [CN] })).toThrow(
      expect.objectContaining({ code: "core/invalid-instant", path: ["context", "now"] }),
    );
  });
});
