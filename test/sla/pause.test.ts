import { describe, expect, test } from "vitest";

import { exampleComplaintTwoClocks, nfraComplaintPolicy, type SlaEvent } from "../../src/sla/index.ts";
import { at, evaluate, first, policyOf, received } from "./fixtures.ts";

/** Received 2026-03-02, 15 calendar days: due 03-17. */
const receipt = received("2026-03-02");
const moment = (text: string): string => (text.endsWith("+08:00") ? text : at(text));
const paused = (
  text: string,
  changes: { id?: string; notifiedAt?: string } = { notifiedAt: moment(text) },
): SlaEvent => ({
  type: "paused",
  at: moment(text),
  reason: "outside-appraisal",
  ...changes,
});
const resumed = (text: string): SlaEvent => ({ type: "resumed", at: at(text) });
const endOf = (date: string): string => `${date}T23:59:59+08:00`;

describe("an appraisal of which the customer was told", () => {
  test.each([
    // days left out are those with paused-on < d <= resumed-on
    ["2026-03-10", "2026-03-15", "2026-03-22", "11 to 15: 5 days"],
    ["2026-03-10T00:00", "2026-03-10T23:59", "2026-03-17", "none on one day"],
    ["2026-03-10T23:59", "2026-03-11T00:00", "2026-03-18", "11: 1 day"],
    ["2026-03-02T11:00", "2026-03-04", "2026-03-19", "from day 0: 3, 4"],
    ["2026-03-17T23:59", "2026-03-20", "2026-03-20", "from the last minute: 18, 19, 20"],
    ["2026-03-17T23:59:59+08:00", "2026-03-20", "2026-03-20", "from the last second: 18, 19, 20"],
  ])("from %s to %s: due %s (%s)", (from, to, due) => {
    const stage = first(nfraComplaintPolicy, [receipt, paused(from), resumed(to)], at(to));
    expect(stage).toMatchObject({ state: "running", dueAt: endOf(due), allowed: 15 });
  });

  test("two appraisals add up, and a day in both counts once", () => {
    const events = [
      receipt,
      paused("2026-03-05"),
      resumed("2026-03-08"),
      paused("2026-03-08T12:00"),
      resumed("2026-03-10"),
    ];
    // 6, 7, 8 and 9, 10
    expect(first(nfraComplaintPolicy, events, at("2026-03-12"))).toMatchObject({ dueDate: "2026-03-22", elapsed: 5 });
  });

  test("stops the clock in its first second, and no longer in that of its end", () => {
    const state = (now: string, ...events: SlaEvent[]) => first(nfraComplaintPolicy, [receipt, ...events], now).state;
    expect(state("2026-03-10T09:59:59+08:00", paused("2026-03-10"))).toBe("running");
    expect(state(at("2026-03-10"), paused("2026-03-10"))).toBe("paused");
    expect(state(at("2026-03-11"), paused("2026-03-10"), resumed("2026-03-11"))).toBe("running");
  });

  test("while it lasts nothing is due, but what would be due is told", () => {
    const stage = first(nfraComplaintPolicy, [receipt, paused("2026-03-10")], at("2026-03-14"));
    expect(stage).toMatchObject({
      state: "paused",
      dueDate: null,
      dueAt: null,
      // 11 to 14: 4 days
      dueIfResumedNow: { date: "2026-03-21", at: endOf("2026-03-21") },
      allowed: 15,
      elapsed: 8,
      remaining: 7,
    });
    expect(first(nfraComplaintPolicy, [receipt, paused("2026-03-10")], at("2026-05-01"))).toMatchObject({
      state: "paused",
      elapsed: 8,
    });
  });

  test("an answer out of a pause ends the pause with it", () => {
    const events: SlaEvent[] = [receipt, paused("2026-03-10"), { type: "replied", at: at("2026-03-20") }];
    // 11 to 20 left out: due 03-27
    expect(first(nfraComplaintPolicy, events, at("2026-04-20"))).toMatchObject({
      state: "met",
      dueDate: "2026-03-27",
      elapsed: 8,
    });
  });

  test("one that begins after the due moment does not undo the breach", () => {
    const stage = first(nfraComplaintPolicy, [receipt, paused("2026-03-18"), resumed("2026-03-25")], at("2026-03-26"));
    expect(stage).toMatchObject({ state: "breached", dueDate: "2026-03-17" });
    expect(stage.explanation).toContainEqual({
      code: "pause-not-counted",
      reason: "outside-appraisal",
      from: "2026-03-18T10:00:00+08:00",
      because: "after-due",
    });
    expect(first(nfraComplaintPolicy, [receipt, paused("2026-03-18")], at("2026-03-26")).state).toBe("breached");
  });

  test("an extension during it is in time", () => {
    const events: SlaEvent[] = [
      receipt,
      paused("2026-03-10"),
      { type: "extended", at: at("2026-03-25"), extension: "complex" },
      resumed("2026-03-26"),
    ];
    // 03-02 + 30 = 04-01, and 16 days left out
    const { stages, issues } = evaluate(nfraComplaintPolicy, events, at("2026-03-27"));
    expect(stages[0]?.dueDate).toBe("2026-04-17");
    expect(issues).toEqual([]);
  });
});

describe("what must be so for a pause to count", () => {
  test.each([
    ["never told", {}],
    ["told after now", { notifiedAt: at("2026-04-01") }],
  ])("the customer knows: %s", (_, changes) => {
    const events = [receipt, paused("2026-03-10", { id: "p1", ...changes }), resumed("2026-03-15")];
    const { stages, issues } = evaluate(nfraComplaintPolicy, events, at("2026-03-16"));
    expect(stages[0]).toMatchObject({ state: "running", dueDate: "2026-03-17" });
    expect(stages[0]?.explanation).toContainEqual({
      code: "pause-not-counted",
      reason: "outside-appraisal",
      from: "2026-03-10T10:00:00+08:00",
      because: "customer-not-told",
    });
    expect(issues).toEqual([
      {
        code: "sla/pause-customer-not-told",
        path: ["events", 1],
        details: {
          event: "p1",
          type: "paused",
          at: "2026-03-10T10:00:00+08:00",
          clock: "statutory",
          stage: "reply",
          reason: "outside-appraisal",
        },
      },
    ]);
  });

  test("the customer may be told at the very moment of now", () => {
    const events = [receipt, paused("2026-03-10", { notifiedAt: at("2026-03-12") })];
    expect(first(nfraComplaintPolicy, events, "2026-03-12T09:59:59+08:00").state).toBe("running");
    expect(first(nfraComplaintPolicy, events, at("2026-03-12")).state).toBe("paused");
  });

  test("each pause is told by itself", () => {
    const events = [
      receipt,
      paused("2026-03-09"),
      resumed("2026-03-10"),
      paused("2026-03-11", {}),
      resumed("2026-03-12"),
      // due 03-17 and one day
      paused("2026-03-19"),
      resumed("2026-03-20"),
    ];
    const { dueDate, explanation } = first(nfraComplaintPolicy, events, at("2026-03-21"));
    expect(dueDate).toBe("2026-03-18");
    const pauses = explanation.flatMap((line) =>
      line.code === "paused" || line.code === "pause-not-counted"
        ? [[line.from.slice(0, 10), line.code === "paused" ? line.to?.slice(0, 10) : line.because]]
        : [],
    );
    expect(pauses).toEqual([
      ["2026-03-09", "2026-03-10"],
      ["2026-03-11", "customer-not-told"],
      ["2026-03-19", "after-due"],
    ]);
  });

  test("a clock without a rule for the reason runs on, and says so", () => {
    const events = [received("2026-03-02"), paused("2026-03-03"), resumed("2026-03-10")];
    const { stages, issues } = evaluate(exampleComplaintTwoClocks, events, at("2026-03-04"));
    expect(stages.map(({ state }) => state)).toEqual(["running", "paused"]);
    expect(stages[0]?.explanation).toContainEqual({
      code: "pause-not-counted",
      reason: "outside-appraisal",
      from: "2026-03-03T10:00:00+08:00",
      because: "no-rule",
    });
    expect(issues.map(({ code }) => code)).toEqual(["sla/event-after-now"]);
    const then = evaluate(exampleComplaintTwoClocks, events, at("2026-03-11"));
    // working days 3, 4, 5; calendar days 17 and 4 to 10
    expect(then.stages.map(({ dueDate }) => dueDate)).toEqual(["2026-03-05", "2026-03-24"]);
    expect(then.issues).toEqual([]);
  });

  test("a reason no clock has a rule for is an issue", () => {
    const { issues } = evaluate(
      nfraComplaintPolicy,
      [receipt, { type: "paused", id: "p", at: at("2026-03-03"), reason: "holiday" }],
      at("2026-03-04"),
    );
    expect(issues).toMatchObject([{ code: "sla/event-without-effect", details: { event: "p", because: "no-rule" } }]);
  });
});

describe("a pause on a working-day clock", () => {
  const policy = policyOf([
    {
      pauses: [
        { reason: "customer", notifyCustomer: false },
        { reason: "court", notifyCustomer: false },
      ],
    },
  ]);
  const wait = (type: "paused" | "resumed", reason: "customer" | "court", text: string): SlaEvent => ({
    type,
    reason,
    at: at(text),
  });

  test.each([
    // without a pause: received Mon 09-28, 29, 30, [1-7 off] 8: due 10-08
    ["2026-09-30", "2026-10-07", "2026-10-08", "over days off alone"],
    ["2026-09-29", "2026-10-08", "2026-10-10", "29 (1), [30, 8 left out] 9 (2), 10 make-up (3)"],
    ["2026-10-08T09:00", "2026-10-09", "2026-10-09", "from the last day: 9 left out"],
    ["2026-10-08T09:00", "2026-10-11", "2026-10-10", "from the last day to a Sunday: 9 and 10 left out"],
  ])("from %s to %s: due %s (%s)", (from, to, due) => {
    const stage = first(
      policy,
      [received("2026-09-28"), wait("paused", "customer", from), wait("resumed", "customer", to)],
      at("2026-10-12T12:00"),
    );
    expect(stage.dueDate).toBe(due);
  });

  test("two reasons may overlap; the clock stands while either lasts", () => {
    const events = [
      received("2026-03-02"),
      wait("paused", "customer", "2026-03-03"),
      wait("paused", "court", "2026-03-04"),
      wait("resumed", "customer", "2026-03-05"),
    ];
    expect(first(policy, events, at("2026-03-06")).state).toBe("paused");
    const after = first(policy, [...events, wait("resumed", "court", "2026-03-09")], at("2026-03-09"));
    // 3 (1), left out 4, 5, 6, 9, then 10 (2), 11 (3)
    expect(after).toMatchObject({ state: "running", dueDate: "2026-03-11", elapsed: 1 });
  });

  test("a resumption without a reason ends all", () => {
    const events = [
      received("2026-03-02"),
      wait("paused", "customer", "2026-03-03"),
      wait("paused", "court", "2026-03-04"),
      resumed("2026-03-05"),
    ];
    // 3 (1), left out 4, 5, then 6 (2), 9 (3)
    expect(first(policy, events, at("2026-03-05"))).toMatchObject({ state: "running", dueDate: "2026-03-09" });
  });

  test("a pause in days won by rolling goes on from the rolled day", () => {
    const rolled = policyOf([
      {
        unit: "calendar-day",
        amount: 5,
        roll: "following",
        pauses: [{ reason: "customer", notifyCustomer: false }],
      },
    ]);
    // received Mon 03-02 + 5 = Sat 03-07, rolled to Mon 03-09; paused that Monday until Tuesday: due Tuesday
    const stage = first(
      rolled,
      [received("2026-03-02"), wait("paused", "customer", "2026-03-09"), wait("resumed", "customer", "2026-03-10")],
      at("2026-03-10"),
    );
    expect(stage).toMatchObject({ state: "running", dueDate: "2026-03-10", allowed: 7, elapsed: 7 });
  });
});

describe("an appraisal of which the customer is said to have been told", () => {
  const due = (notifiedAt: string) =>
    evaluate(
      nfraComplaintPolicy,
      [receipt, paused("2026-03-05", { notifiedAt, id: "p" }), resumed("2026-03-07")],
      at("2026-03-08"),
    );

  test("before the receipt runs on, and is reported", () => {
    const { stages, issues } = due("2026-03-02T09:59:59+08:00");
    expect(stages[0]?.dueDate).toBe("2026-03-17");
    expect(issues).toMatchObject([{ code: "sla/pause-customer-not-told", details: { event: "p" } }]);
  });

  test("before it began, but not before the receipt, is left out", () => {
    const { stages, issues } = due(at("2026-03-02"));
    expect([stages[0]?.dueDate, issues]).toEqual(["2026-03-19", []]);
  });
});

describe("new facts", () => {
  const facts = (text: string): SlaEvent => ({ type: "new-facts", id: "n", at: at(text) });
  const complex: SlaEvent = { type: "extended", at: at("2026-03-05"), extension: "complex" };

  test("start the limit anew, extensions forgotten", () => {
    const { stages, issues } = evaluate(nfraComplaintPolicy, [receipt, complex, facts("2026-03-20")], at("2026-03-21"));
    // 03-20 + 15
    expect(stages[0]).toMatchObject({
      start: "2026-03-20T10:00:00+08:00",
      dueDate: "2026-04-04",
      amount: 15,
      extensions: [],
    });
    expect(stages[0]?.explanation[0]).toMatchObject({ code: "restarted", date: "2026-03-20" });
    expect(stages[0]?.possibleExtensions).toMatchObject([{ extension: "complex" }]);
    expect(issues).toEqual([]);
  });

  test("do not undo a breach", () => {
    const { stages, issues } = evaluate(nfraComplaintPolicy, [receipt, facts("2026-03-18")], at("2026-03-19"));
    expect(stages[0]).toMatchObject({ state: "breached", dueDate: "2026-03-17" });
    expect(issues).toMatchObject([
      { code: "sla/new-facts-after-due", details: { event: "n", clock: "statutory", stage: "reply" } },
    ]);
  });

  test("that come again and again are reported from the second time on, with the count", () => {
    const again = ["2026-03-16", "2026-03-30", "2026-04-13"].map((text, index) => ({
      ...facts(text),
      id: `n${String(index)}`,
    }));
    const { stages, issues } = evaluate(nfraComplaintPolicy, [receipt, ...again], at("2026-04-14"));
    expect(stages[0]).toMatchObject({ state: "running", dueDate: "2026-04-28" });
    expect(issues).toMatchObject([
      { code: "sla/restarted-again", details: { event: "n1", clock: "statutory", stage: "reply", times: 2 } },
      { code: "sla/restarted-again", details: { event: "n2", times: 3 } },
    ]);
  });

  test("in a pause keep the pause", () => {
    const stage = first(
      nfraComplaintPolicy,
      [receipt, paused("2026-03-05"), facts("2026-03-08"), resumed("2026-03-10")],
      at("2026-03-11"),
    );
    // 03-08 + 15 = 03-23, and 9, 10 left out
    expect(stage).toMatchObject({ dueDate: "2026-03-25", elapsed: 1 });
  });

  test("mean nothing to a clock without a rule for them", () => {
    const { issues } = evaluate(policyOf([{}]), [receipt, facts("2026-03-03")], at("2026-03-04"));
    expect(issues).toMatchObject([{ code: "sla/event-without-effect", details: { event: "n", because: "no-rule" } }]);
  });
});

describe("pauses around a last day that is rolled", () => {
  // Fri 2026-02-13 + 2 calendar days = Sun 15, rolled over the Spring Festival to Tue 24
  const policy = policyOf([
    { unit: "calendar-day", amount: 2, roll: "following", pauses: [{ reason: "customer", notifyCustomer: false }] },
  ]);
  const wait = (from: string, to: string): SlaEvent[] => [
    { type: "paused", at: at(from), reason: "customer" },
    { type: "resumed", at: at(to) },
  ];
  const dueOf = (...events: SlaEvent[]) => first(policy, [received("2026-02-13"), ...events], at("2026-03-10")).dueDate;

  test.each([
    ["inside the days won: nothing of the limit was left", "2026-02-16", "2026-02-17", "2026-02-24"],
    ["beyond them: the limit lasts to its end", "2026-02-20", "2026-02-26", "2026-02-26"],
    ["to a day off: rolled from there", "2026-02-24", "2026-03-01", "2026-03-02"],
  ])("%s", (_, from, to, due) => {
    expect(dueOf(...wait(from, to))).toBe(due);
  });

  test("one of a few hours in them leaves the roll as it was", () => {
    const stage = first(
      policy,
      [received("2026-02-13"), ...wait("2026-02-24T09:00", "2026-02-24T11:00")],
      at("2026-02-24T12:00"),
    );
    expect(stage.dueDate).toBe("2026-02-24");
    expect(stage.explanation).toContainEqual({
      code: "rolled",
      from: "2026-02-15",
      to: "2026-02-24",
      roll: "following",
    });
    expect(stage.explanation.map(({ code }) => code)).not.toContain("paused-time");
  });

  test("another pause before never makes it earlier", () => {
    expect(dueOf(...wait("2026-02-13T11:00", "2026-02-14"), ...wait("2026-02-16", "2026-02-17"))).toBe("2026-02-24");
  });

  test("two of them in a row both count", () => {
    expect(dueOf(...wait("2026-02-18", "2026-02-20"), ...wait("2026-02-20T11:00", "2026-02-27"))).toBe("2026-02-27");
  });
});
