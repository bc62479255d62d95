import { describe, expect, test } from "vitest";

import {
  exampleComplaintTwoClocks,
  nfraComplaintPolicy,
  sourceComplaintPolicy,
  type SlaEvent,
} from "../../src/sla/index.ts";
import { at, evaluate, first, policyOf, received } from "./fixtures.ts";

/** Received Fri 2026-02-13, due Wed 2026-02-25: 14 make-up, [15-23 off] 24, 25. */
const start = received("2026-02-13");
const due = "2026-02-25T23:59:59+08:00";
const late = "2026-02-26T00:00:00+08:00";
const replied = (moment: string): SlaEvent => ({ type: "replied", at: moment });

describe("states around the due moment", () => {
  test("running at the due second, breached one second later", () => {
    expect(first(sourceComplaintPolicy, [start], due)).toMatchObject({ state: "running", elapsed: 3, remaining: 0 });
    expect(first(sourceComplaintPolicy, [start], late)).toMatchObject({ state: "breached", elapsed: 4, remaining: -1 });
  });

  test("only what is derived from now differs one second later", () => {
    const timeless = (now: string) => ({
      ...first(sourceComplaintPolicy, [start], now),
      state: null,
      elapsed: null,
      remaining: null,
      usedShare: null,
      possibleExtensions: null,
    });
    expect(timeless(late)).toEqual(timeless(due));
  });

  test("a fraction of the due second is still in time, for now and for the reply", () => {
    expect(first(sourceComplaintPolicy, [start], "2026-02-25T23:59:59.999999999+08:00").state).toBe("running");
    expect(first(sourceComplaintPolicy, [start, replied("2026-02-25T23:59:59.9+08:00")], late).state).toBe("met");
  });

  test.each([
    ["2026-02-13T10:05:00+08:00", "met", 0],
    [due, "met", 3],
    [late, "met-late", 4],
    // 14 (1), 24 (2), 25, 26, 27 (5), 28 make-up (6), 2 (7), 3, 4, 5 (10)
    ["2026-03-05T10:00:00+08:00", "met-late", 10],
  ])("replied at %s: %s", (moment, state, elapsed) => {
    const stage = first(sourceComplaintPolicy, [start, replied(moment)], "2026-03-10T00:00:00Z");
    expect(stage).toMatchObject({ state, endedAt: moment, dueAt: due });
    expect(stage.elapsed).toBe(elapsed);
  });

  test("the first reply ends the stage, later ones change nothing", () => {
    const stage = first(sourceComplaintPolicy, [start, replied(due), replied(late)], "2026-03-10T00:00:00Z");
    expect(stage).toMatchObject({ state: "met", endedAt: due });
  });

  test("a matter dealt with but not answered is still open", () => {
    const stage = first(sourceComplaintPolicy, [start, { type: "resolved", at: at("2026-02-14") }], late);
    expect(stage.state).toBe("breached");
  });

  test("withdrawn in time stops the clock that day, afterwards the breach stands", () => {
    const withdrawn = (moment: string): SlaEvent => ({ type: "withdrawn", at: moment });
    expect(first(sourceComplaintPolicy, [start, withdrawn(at("2026-02-24"))], late)).toMatchObject({
      state: "withdrawn",
      endedAt: "2026-02-24T10:00:00+08:00",
      elapsed: 2,
      remaining: 1,
    });
    expect(first(sourceComplaintPolicy, [start, withdrawn(due)], late).state).toBe("withdrawn");
    expect(first(sourceComplaintPolicy, [start, withdrawn(late)], late)).toMatchObject({
      state: "breached",
      endedAt: late,
    });
  });

  test("nothing has started without a receipt", () => {
    const { next, stages, issues } = evaluate(sourceComplaintPolicy, [], due);
    expect([next, issues]).toEqual([null, []]);
    expect(stages[0]).toMatchObject({ state: "not-started", start: null, dueDate: null, elapsed: null, allowed: null });
    expect(stages[0]?.possibleExtensions).toEqual([]);
    expect(stages[0]?.explanation).toEqual([]);
  });
});

describe("on the spot", () => {
  test.each([
    [true, true],
    [false, false],
    [undefined, false],
  ])("a reply marked %s is told as %s", (onTheSpot, told) => {
    const reply: SlaEvent = {
      type: "replied",
      at: at("2026-02-13T10:20"),
      ...(onTheSpot === undefined ? {} : { onTheSpot }),
    };
    expect(first(sourceComplaintPolicy, [start, reply], due).onTheSpot).toBe(told);
  });

  test("is told of a reply alone", () => {
    const policy = policyOf([{ satisfiedBy: ["resolved"], preferOnTheSpot: true }]);
    // a column that rows of replies have
    const resolved = { type: "resolved", at: at("2026-02-13T10:20"), onTheSpot: true } as SlaEvent;
    expect(first(policy, [start, resolved], due)).toMatchObject({ state: "met", onTheSpot: false });
  });

  test("is not told of a case that was joined to another", () => {
    const policy = policyOf([{ preferOnTheSpot: true, merge: "ends" }]);
    const merged: SlaEvent = { type: "merged", at: at("2026-02-14"), into: "c-0" };
    expect(first(policy, [start, merged], due)).toMatchObject({ endedBy: "merged", onTheSpot: null });
  });

  test("is no reason of a withdrawal", () => {
    const { explanation } = first(sourceComplaintPolicy, [start, { type: "withdrawn", at: at("2026-02-14") }], due);
    expect(explanation.at(-1)).toEqual({
      code: "ended",
      by: "withdrawn",
      at: "2026-02-14T10:00:00+08:00",
      date: "2026-02-14",
    });
    const chain = policyOf([{ id: "a" }, { id: "b", from: "a" }]);
    const [, second] = evaluate(chain, [start, { type: "withdrawn", at: at("2026-02-14") }], due).stages;
    expect(second?.explanation.map(({ code }) => code)).toEqual(["ended"]);
  });

  test("is not told while open, when withdrawn, or where the rule does not ask for it", () => {
    const reply: SlaEvent = { type: "replied", at: at("2026-02-13T10:20"), onTheSpot: true };
    expect(first(sourceComplaintPolicy, [start], due).onTheSpot).toBeNull();
    expect(first(sourceComplaintPolicy, [start, { type: "withdrawn", at: due }], due).onTheSpot).toBeNull();
    expect(first(nfraComplaintPolicy, [start, reply], due).onTheSpot).toBeNull();
  });
});

describe("a limit of no time: rolled back to the day of its start", () => {
  test("has no share used", () => {
    const policy = policyOf([
      { unit: "calendar-day", amount: 1, roll: "preceding", atRisk: { at: "used-share", share: "0.5" } },
    ]);
    // Fri 2026-01-16 + 1 = Sat 17, rolled back
    const stage = first(policy, [received("2026-01-16")], at("2026-01-16T11:00"));
    expect(stage).toMatchObject({ dueDate: "2026-01-16", allowed: 0, elapsed: 0, remaining: 0, usedShare: null });
    expect(stage).toMatchObject({ atRisk: true, atRiskAt: at("2026-01-16") });
  });
});

describe("several clocks and stages", () => {
  test("next is the open stage due first, overdue ones included", () => {
    // internal due 02-25, statutory 02-13 + 15 = 02-28
    expect(evaluate(exampleComplaintTwoClocks, [start], at("2026-02-20")).next?.clock).toBe("internal");
    const overdue = evaluate(exampleComplaintTwoClocks, [start], late);
    expect(overdue.next).toMatchObject({ clock: "internal", state: "breached" });
    expect(overdue.stages[1]).toMatchObject({ clock: "statutory", state: "running", dueDate: "2026-02-28" });
  });

  test("next is the statutory clock once the internal one is extended beyond it", () => {
    const events: SlaEvent[] = [
      start,
      { type: "extended", at: at("2026-02-24"), extension: "special-case", approvedByRole: "department-in-charge" },
    ];
    // internal: 14, 24, 25, 26, 27, 28, [1] 03-02 is the 7th
    const { next, stages, issues } = evaluate(exampleComplaintTwoClocks, events, at("2026-02-25"));
    expect(stages.map(({ dueDate }) => dueDate)).toEqual(["2026-03-02", "2026-02-28"]);
    expect(next?.clock).toBe("statutory");
    expect(issues).toEqual([]);
  });

  test("of two due together, next is the one listed first", () => {
    const two = policyOf([{ id: "a" }, { id: "b" }, { id: "c", amount: 4 }]);
    expect(evaluate(two, [start], at("2026-02-14")).next?.stage).toBe("a");
  });

  test("nothing is next when all is ended", () => {
    expect(evaluate(exampleComplaintTwoClocks, [start, replied(at("2026-02-14"))], late).next).toBeNull();
  });

  const chain = policyOf([
    { id: "final", from: "acknowledge", amount: 2, satisfiedBy: ["replied"] },
    { id: "acknowledge", amount: 1, satisfiedBy: ["acknowledged", "replied"] },
  ]);

  test("a stage runs from the end of another, whatever order the policy lists them in", () => {
    const acknowledged: SlaEvent = { type: "acknowledged", at: at("2026-02-24") };
    const before = evaluate(chain, [start], at("2026-02-14"));
    expect(before.stages.map(({ stage, state, dueDate }) => [stage, state, dueDate])).toEqual([
      ["final", "not-started", null],
      ["acknowledge", "running", "2026-02-14"],
    ]);
    const after = evaluate(chain, [start, acknowledged], at("2026-02-25"));
    expect(after.stages.map(({ stage, state, dueDate }) => [stage, state, dueDate])).toEqual([
      ["final", "running", "2026-02-26"],
      ["acknowledge", "met-late", "2026-02-14"],
    ]);
    expect(after.stages[0]?.explanation[0]).toEqual({
      code: "started-by-stage",
      stage: "acknowledge",
      at: "2026-02-24T10:00:00+08:00",
      date: "2026-02-24",
    });
  });

  test("one reply may end a stage and the stage that runs from it", () => {
    const { stages } = evaluate(chain, [start, replied(at("2026-02-14"))], due);
    expect(stages.map(({ stage, state, elapsed }) => [stage, state, elapsed])).toEqual([
      ["final", "met", 0],
      ["acknowledge", "met", 1],
    ]);
  });

  test("a withdrawal ends stages that have not begun", () => {
    const { stages } = evaluate(chain, [start, { type: "withdrawn", at: at("2026-02-14") }], due);
    expect(stages.map(({ stage, state, start: from, dueDate }) => [stage, state, from, dueDate])).toEqual([
      ["final", "withdrawn", null, null],
      ["acknowledge", "withdrawn", "2026-02-13T10:00:00+08:00", "2026-02-14"],
    ]);
  });
});

describe("the versions a result was computed with", () => {
  test("policy, calendar and moment", () => {
    const { policy, calendar, now } = evaluate(sourceComplaintPolicy, [start], "2026-02-13T04:00:00.5Z");
    expect(policy).toEqual({ id: "source.complaint", version: "1", status: "source" });
    expect(calendar).toMatchObject({ id: "cn" });
    expect(now).toBe("2026-02-13T12:00:00+08:00");
  });

  test("used share is rounded down", () => {
    expect(first(sourceComplaintPolicy, [start], at("2026-02-14")).usedShare).toBe("0.3333");
    expect(first(sourceComplaintPolicy, [start], at("2026-02-24")).usedShare).toBe("0.6666");
    expect(first(sourceComplaintPolicy, [start], late).usedShare).toBe("1.3333");
  });
});

describe("an event that comes before the stage it would end", () => {
  const policy = policyOf([
    { id: "acknowledge", satisfiedBy: ["acknowledged"] },
    { id: "reply", from: "acknowledge", satisfiedBy: ["resolved"] },
  ]);
  const codesOf = (events: readonly SlaEvent[]) =>
    evaluate(policy, events, at("2026-03-12")).issues.map(({ code, path, details }) => [
      code,
      path,
      details["because"],
    ]);
  const on = (type: "acknowledged" | "resolved" | "replied", text: string): SlaEvent => ({ type, at: at(text) });
  const tooEarly = (index: number) => [["sla/event-without-effect", ["events", index], "stage-not-running"]];

  test("is reported, whether the stage starts later or never", () => {
    const early = [received("2026-03-02"), on("resolved", "2026-03-03"), on("acknowledged", "2026-03-04")];
    expect(codesOf(early)).toEqual(tooEarly(1));
    expect(codesOf(early.slice(0, 2))).toEqual(tooEarly(1));
    expect(codesOf([...early, on("resolved", "2026-03-05")])).toEqual(tooEarly(1));
  });

  test("in time, twice, or with nothing to end, it is none of these", () => {
    const whole = [received("2026-03-02"), on("acknowledged", "2026-03-03"), on("resolved", "2026-03-04")];
    expect(codesOf(whole)).toEqual([]);
    expect(codesOf([...whole, on("resolved", "2026-03-05"), on("acknowledged", "2026-03-05")])).toEqual([]);
    expect(codesOf([received("2026-03-02"), on("replied", "2026-03-03")])).toEqual([]);
  });
});
