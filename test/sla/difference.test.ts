import { describe, expect, test } from "vitest";

import { withOverrides } from "../../src/calendar/index.ts";
import { CN } from "../../src/calendar/data/cn/index.ts";
import { diffSla, whatIf, type SlaEvent, type SlaPolicy } from "../../src/sla/index.ts";
import { at, evaluate, policyOf, received } from "./fixtures.ts";

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

  test("what is wrong with a policy or the context is thrown", () => {
    expect(() => whatIf(policy, { ...policy, clocks: [] }, [], { now, calendars: [CN] })).toThrow(
      expect.objectContaining({ code: "sla/invalid-policy", path: ["policyB", "clocks"] }),
    );
    expect(() => whatIf(policy, policy, [], { now: "2026-03-05", calendars: [CN] })).toThrow(
      expect.objectContaining({ code: "core/invalid-instant", path: ["context", "now"] }),
    );
  });
});
