import { describe, expect, test } from "vitest";

import type { SlaEvent, SlaPolicy, SlaReopenRule } from "../../src/sla/index.ts";
import { at, evaluate, first, policyOf, received } from "./fixtures.ts";

/** Five working days from Mon 2026-03-02: 3, 4, 5, 6, 9. */
const receipt = received("2026-03-02");
const stage = { amount: 5, pauses: [{ reason: "customer", notifyCustomer: false }] };
const policyWith = (reopen: SlaReopenRule) => policyOf([{ ...stage, reopen }]);
const on = (type: "replied" | "re-opened" | "withdrawn" | "resolved", text: string): SlaEvent => ({
  type,
  at: at(text),
});
const endOf = (date: string): string => `${date}T23:59:59+08:00`;

describe("resume: the limit goes on where it stood", () => {
  const policy = policyWith("resume");

  test("the time between answer and re-opening is left out like a pause", () => {
    const events = [receipt, on("replied", "2026-03-04"), on("re-opened", "2026-03-06")];
    const result = evaluate(policy, events, at("2026-03-10"));
    // 5 and 6 are left out: 3, 4, 9, 10, 11
    expect(result.stages).toHaveLength(1);
    expect(result.stages[0]).toMatchObject({
      state: "running",
      cycle: 1,
      dueDate: "2026-03-11",
      allowed: 5,
      elapsed: 4,
      endedAt: null,
      endedBy: null,
      earlierEnds: [
        {
          by: "replied",
          at: at("2026-03-04"),
          state: "met",
          dueAt: endOf("2026-03-09"),
          reopenedAt: at("2026-03-06"),
        },
      ],
    });
    expect(result.issues).toEqual([]);
    expect(result.stages[0]?.explanation).toContainEqual({
      code: "re-opened",
      rule: "resume",
      endedAt: at("2026-03-04"),
      at: at("2026-03-06"),
      date: "2026-03-06",
    });
  });

  test("what had ended late is past due at once", () => {
    const events = [receipt, on("replied", "2026-03-10"), on("re-opened", "2026-03-12")];
    expect(first(policy, events, at("2026-03-12"))).toMatchObject({
      state: "breached",
      dueDate: "2026-03-09",
      earlierEnds: [{ state: "met-late" }],
    });
  });

  test("it can be answered, and taken up again, once more", () => {
    const events = [
      receipt,
      on("replied", "2026-03-04"),
      on("re-opened", "2026-03-06"),
      on("replied", "2026-03-09"),
      on("re-opened", "2026-03-11"),
      on("replied", "2026-03-13"),
    ];
    // left out 5, 6 and 10, 11: 3, 4, 9, 12, 13
    const result = first(policy, events, at("2026-03-20"));
    expect(result).toMatchObject({ state: "met", dueDate: "2026-03-13", elapsed: 5 });
    expect(result.earlierEnds.map(({ state, dueAt }) => [state, dueAt])).toEqual([
      ["met", endOf("2026-03-09")],
      ["met", endOf("2026-03-11")],
    ]);
  });

  test("a withdrawn case goes on too", () => {
    const events = [receipt, on("withdrawn", "2026-03-03"), on("re-opened", "2026-03-05")];
    // 4 and 5 are left out: 3, 6, 9, 10, 11
    expect(first(policy, events, at("2026-03-06"))).toMatchObject({ state: "running", dueDate: "2026-03-11" });
    expect(first(policy, [...events, on("replied", "2026-03-06")], at("2026-03-09"))).toMatchObject({
      state: "met",
      endedBy: "replied",
      earlierEnds: [{ by: "withdrawn", state: "withdrawn" }],
    });
  });

  test("only by a re-opening: what else happens after the end changes nothing", () => {
    const events: SlaEvent[] = [receipt, on("replied", "2026-03-04"), { type: "reassigned", at: at("2026-03-05") }];
    expect(first(policy, events, at("2026-03-10"))).toMatchObject({
      state: "met",
      endedAt: at("2026-03-04"),
      earlierEnds: [],
    });
  });

  test("a pause that begins in the days won counts", () => {
    const events: SlaEvent[] = [
      receipt,
      on("replied", "2026-03-04"),
      on("re-opened", "2026-03-06"),
      { type: "paused", at: at("2026-03-10"), reason: "customer" },
      { type: "resumed", at: at("2026-03-12") },
    ];
    // 3, 4, [5, 6] 9, 10, [11, 12] 13
    expect(first(policy, events, at("2026-03-12"))).toMatchObject({ state: "running", dueDate: "2026-03-13" });
  });

  test("the end before has no due moment where the calendar knows none", () => {
    const events = [received("2026-12-29"), on("replied", "2026-12-30"), on("re-opened", "2026-12-31")];
    const { earlierEnds, state } = first(policy, events, at("2026-12-31T11:00"));
    expect(state).toBe("undetermined");
    expect(earlierEnds).toEqual([
      { by: "replied", at: at("2026-12-30"), state: "met", dueAt: null, reopenedAt: at("2026-12-31") },
    ]);
  });

  test("a pause that was not resumed goes on, and no day is left out twice", () => {
    const paused: SlaEvent = { type: "paused", at: at("2026-03-03"), reason: "customer" };
    const events = [receipt, paused, on("replied", "2026-03-04"), on("re-opened", "2026-03-06")];
    const result = first(policy, events, at("2026-03-10"));
    // 4, 5, 6, 9, 10 are left out so far: 3, 11, 12, 13, 16
    expect(result).toMatchObject({ state: "paused", elapsed: 1, dueIfResumedNow: { date: "2026-03-16" } });
  });
});

describe("restart: the limit begins anew", () => {
  const policy = policyWith("restart");
  const events = [receipt, on("replied", "2026-03-04"), on("re-opened", "2026-03-06")];

  test("on the day of the re-opening, with the end before kept", () => {
    const { stages, issues } = evaluate(policy, events, at("2026-03-10"));
    // 9, 10, 11, 12, 13
    expect(stages).toHaveLength(1);
    expect(stages[0]).toMatchObject({
      state: "running",
      cycle: 1,
      start: at("2026-03-06"),
      dueDate: "2026-03-13",
      elapsed: 2,
      earlierEnds: [{ by: "replied", state: "met", dueAt: endOf("2026-03-09"), reopenedAt: at("2026-03-06") }],
    });
    expect(stages[0]?.explanation[1]).toEqual({ code: "start-day-not-counted", date: "2026-03-06" });
    expect(stages[0]?.explanation[0]).toEqual({
      code: "re-opened",
      rule: "restart",
      endedAt: at("2026-03-04"),
      at: at("2026-03-06"),
      date: "2026-03-06",
    });
    expect(issues).toEqual([]);
  });

  test("a late answer before stays on record", () => {
    const late = [receipt, on("replied", "2026-03-10"), on("re-opened", "2026-03-12")];
    expect(first(policy, late, at("2026-03-12"))).toMatchObject({
      state: "running",
      earlierEnds: [{ state: "met-late" }],
    });
  });

  test("an extension of the first time is forgotten", () => {
    const extended = policyOf([
      {
        ...stage,
        reopen: "restart",
        extensions: [{ id: "more", to: 9, cap: 9, notifyCustomer: false, beforeExpiryOnly: true, times: 1 }],
      },
    ]);
    const consent: SlaEvent = { type: "extended", at: at("2026-03-03") };
    expect(first(extended, [...events, consent], at("2026-03-06"))).toMatchObject({
      amount: 5,
      extensions: [],
      possibleExtensions: [{ extension: "more" }],
    });
  });
});

describe("new cycle: a result of its own", () => {
  const policy = policyWith("new-cycle");

  test("the stage as it ended stays beside the new one", () => {
    const events = [receipt, on("replied", "2026-03-04"), on("re-opened", "2026-03-06")];
    const { next, stages } = evaluate(policy, events, at("2026-03-10"));
    expect(stages.map(({ cycle, state, dueDate, earlierEnds }) => [cycle, state, dueDate, earlierEnds])).toEqual([
      [1, "met", "2026-03-09", []],
      [2, "running", "2026-03-13", []],
    ]);
    expect(next?.cycle).toBe(2);
    expect(next?.explanation[0]).toMatchObject({ code: "re-opened", rule: "new-cycle" });
  });

  test("a stage that runs from another begins its cycle with it", () => {
    const chain = policyOf([
      { id: "handle", amount: 2, satisfiedBy: ["resolved"], reopen: "new-cycle" },
      { id: "reply", from: "handle", amount: 1, satisfiedBy: ["replied"], reopen: "new-cycle" },
    ]);
    const events = [receipt, on("resolved", "2026-03-03"), on("replied", "2026-03-04"), on("re-opened", "2026-03-05")];
    const told = (list: readonly SlaEvent[]) =>
      evaluate(chain, list, at("2026-03-06T11:00")).stages.map(({ stage: id, cycle, state, dueDate }) => [
        id,
        cycle,
        state,
        dueDate,
      ]);
    const handled = [
      ["handle", 1, "met", "2026-03-04"],
      ["handle", 2, "running", "2026-03-09"],
    ];
    const replied = ["reply", 1, "met", "2026-03-04"];
    expect(told(events)).toEqual([...handled, replied, ["reply", 2, "not-started", null]]);
    expect(told([...events, on("resolved", "2026-03-06")])).toEqual([
      handled[0],
      ["handle", 2, "met", "2026-03-09"],
      replied,
      ["reply", 2, "running", "2026-03-09"],
    ]);
    // taken up again before the reply: the reply had not ended, so nothing of it stays
    expect(told([receipt, on("resolved", "2026-03-03"), on("re-opened", "2026-03-05")])).toEqual([
      ...handled,
      ["reply", 2, "not-started", null],
    ]);
  });
});

describe("a stage that runs from another", () => {
  const chain = (reopen: SlaReopenRule, merge?: "ends") =>
    policyOf([
      { id: "handle", satisfiedBy: ["resolved"], reopen, merge: "ends" },
      { id: "reply", from: "handle", reopen, ...(merge === undefined ? {} : { merge }) },
    ]);
  const told = (policy: SlaPolicy, ...events: SlaEvent[]) =>
    evaluate(policy, [receipt, ...events], at("2026-03-20")).stages.map(
      ({ stage: id, cycle, state, endedAt, endedBy }) => [id, cycle, state, endedAt?.slice(0, 10) ?? null, endedBy],
    );
  const acknowledged: SlaEvent = { type: "acknowledged", at: at("2026-03-02T11:00") };
  const merged: SlaEvent = { type: "merged", at: at("2026-03-04"), into: "c-0" };

  test("looks no further than the cycle it belongs to", () => {
    const events = [
      acknowledged,
      on("resolved", "2026-03-03"),
      on("re-opened", "2026-03-04"),
      // of a second handling that has not ended
      on("replied", "2026-03-05"),
    ];
    expect(told(chain("new-cycle"), ...events)).toEqual([
      ["handle", 1, "met", "2026-03-03", "resolved"],
      ["handle", 2, "breached", null, null],
      ["reply", 2, "not-started", null, null],
    ]);
  });

  test("does not end before it has begun, whatever else happens", () => {
    for (const policy of [chain("restart"), chain("restart", "ends")]) {
      expect(told(policy, acknowledged)).toEqual([
        ["handle", 1, "breached", null, null],
        ["reply", 1, "not-started", null, null],
      ]);
    }
  });

  test("is ended by a merger only where it has a rule for it", () => {
    expect(told(chain("restart"), merged)).toEqual([
      ["handle", 1, "withdrawn", "2026-03-04", "merged"],
      ["reply", 1, "not-started", null, null],
    ]);
  });

  test("is ended by the first of a merger and a withdrawal", () => {
    expect(told(chain("restart", "ends"), merged, on("withdrawn", "2026-03-05"))).toEqual([
      ["handle", 1, "withdrawn", "2026-03-04", "merged"],
      ["reply", 1, "withdrawn", "2026-03-04", "merged"],
    ]);
  });
});

describe("a case withdrawn twice, before its second stage began", () => {
  const events = [receipt, on("withdrawn", "2026-03-03"), on("re-opened", "2026-03-05"), on("withdrawn", "2026-03-06")];
  const told = (reopen: SlaReopenRule) =>
    evaluate(
      policyOf([
        { id: "handle", satisfiedBy: ["resolved"], reopen },
        { id: "reply", from: "handle", reopen },
      ]),
      events,
      at("2026-03-10"),
    ).stages.map(({ stage: id, cycle, endedAt, earlierEnds }) => [
      id,
      cycle,
      endedAt,
      earlierEnds.map((earlier) => [earlier.at, earlier.reopenedAt]),
    ]);

  test("each cycle of both stages ends with the withdrawal of its own", () => {
    expect(told("new-cycle")).toEqual([
      ["handle", 1, at("2026-03-03"), []],
      ["handle", 2, at("2026-03-06"), []],
      ["reply", 1, at("2026-03-03"), []],
      ["reply", 2, at("2026-03-06"), []],
    ]);
  });

  test("the end before the re-opening is the first withdrawal, of both stages", () => {
    const earlier = [[at("2026-03-03"), at("2026-03-05")]];
    expect(told("restart")).toEqual([
      ["handle", 1, at("2026-03-06"), earlier],
      ["reply", 1, at("2026-03-06"), earlier],
    ]);
  });
});

describe("a stage that begins anew by itself", () => {
  const policy = policyOf([
    { id: "acknowledge", satisfiedBy: ["acknowledged"], reopen: "restart" },
    { id: "handle", satisfiedBy: ["resolved"] },
    { id: "reply", from: "handle", reopen: "restart" },
  ]);

  test("though the stage it runs from stays ended", () => {
    const events = [receipt, on("resolved", "2026-03-03"), on("replied", "2026-03-04"), on("re-opened", "2026-03-05")];
    const { stages, issues } = evaluate(policy, events, at("2026-03-06"));
    // 6, 9, 10
    expect(stages.map(({ stage: id, state, dueDate }) => [id, state, dueDate])).toEqual([
      ["acknowledge", "breached", "2026-03-05"],
      ["handle", "met", "2026-03-05"],
      ["reply", "running", "2026-03-10"],
    ]);
    expect(stages[2]?.explanation.map(({ code }) => code)).toEqual([
      "re-opened",
      "start-day-not-counted",
      "allowed",
      "weekends-skipped",
      "due",
    ]);
    expect(issues).toEqual([]);
  });
});

describe("a policy without a rule", () => {
  test.each([
    { type: "re-opened", at: at("2026-03-05") },
    { type: "merged", at: at("2026-03-05"), into: "c-0" },
  ] as const)("for %j says so, and goes on", (event) => {
    const { stages, issues, mergedInto } = evaluate(
      policyOf([{}]),
      [receipt, on("replied", "2026-03-04"), event],
      at("2026-03-06"),
    );
    expect(stages[0]).toMatchObject({ state: "met", endedAt: at("2026-03-04") });
    expect(mergedInto).toBeNull();
    expect(issues).toMatchObject([{ code: "sla/event-not-supported", path: ["events", 2] }]);
  });
});

describe("a re-opening that changes nothing", () => {
  test("because nothing has ended", () => {
    const { stages, issues } = evaluate(
      policyWith("resume"),
      [receipt, { ...on("re-opened", "2026-03-03"), id: "x" }],
      at("2026-03-04"),
    );
    expect(stages[0]?.dueDate).toBe("2026-03-09");
    expect(issues).toMatchObject([
      { code: "sla/event-without-effect", details: { event: "x", because: "nothing-ended" } },
    ]);
  });

  test("on a stage without a rule beside one that has one", () => {
    const policy = policyOf([
      { ...stage, id: "a", satisfiedBy: ["replied"] },
      { ...stage, id: "b", reopen: "restart" },
    ]);
    const events = [receipt, on("replied", "2026-03-04"), on("re-opened", "2026-03-06")];
    expect(evaluate(policy, events, at("2026-03-09")).stages.map(({ state }) => state)).toEqual(["met", "running"]);
  });
});

describe("a merger into an earlier case", () => {
  const merged = (text: string): SlaEvent => ({ type: "merged", at: at(text), id: "m", into: "c-1" });

  test("ends the stage that day, in time", () => {
    const result = evaluate(policyOf([{ ...stage, merge: "ends" }]), [receipt, merged("2026-03-04")], at("2026-03-20"));
    expect(result).toMatchObject({ next: null, mergedInto: "c-1", issues: [] });
    expect(result.stages[0]).toMatchObject({
      state: "withdrawn",
      endedBy: "merged",
      endedAt: at("2026-03-04"),
      elapsed: 2,
      onTheSpot: null,
    });
    expect(result.stages[0]?.explanation.at(-1)).toMatchObject({ code: "ended", by: "merged" });
  });

  test("does not undo a breach", () => {
    const late = [receipt, merged("2026-03-10")];
    const ends = evaluate(policyOf([{ ...stage, merge: "ends" }]), late, at("2026-03-20"));
    expect(ends.stages[0]).toMatchObject({ state: "breached", endedBy: "merged" });
    const before = evaluate(policyOf([{ ...stage, merge: "ends-before-due" }]), late, at("2026-03-20"));
    expect(before.stages[0]).toMatchObject({ state: "breached", endedBy: null, endedAt: null });
    expect(before.issues).toEqual([
      {
        code: "sla/merged-after-due",
        path: ["events", 1],
        details: { event: "m", type: "merged", at: at("2026-03-10"), clock: "internal", stage: "reply" },
      },
    ]);
  });

  test("changes only the stages that know it", () => {
    const policy = policyOf([
      { ...stage, id: "a", merge: "ends" },
      { ...stage, id: "b" },
    ]);
    const { stages } = evaluate(policy, [receipt, merged("2026-03-04")], at("2026-03-05"));
    expect(stages.map(({ state }) => state)).toEqual(["withdrawn", "running"]);
  });

  test("is undone by taking the case up again", () => {
    const policy = policyOf([{ ...stage, merge: "ends", reopen: "resume" }]);
    const result = evaluate(policy, [receipt, merged("2026-03-03"), on("re-opened", "2026-03-05")], at("2026-03-06"));
    expect(result).toMatchObject({ mergedInto: null });
    expect(result.stages[0]).toMatchObject({ state: "running", dueDate: "2026-03-11" });
  });

  test("ends a stage that has not begun", () => {
    const policy = policyOf([
      { id: "handle", satisfiedBy: ["resolved"], merge: "ends" },
      { id: "reply", from: "handle", merge: "ends" },
    ]);
    const { stages } = evaluate(policy, [receipt, merged("2026-03-03")], at("2026-03-04"));
    expect(stages.map(({ state, endedBy }) => [state, endedBy])).toEqual([
      ["withdrawn", "merged"],
      ["withdrawn", "merged"],
    ]);
  });
});
