import { describe, expect, test } from "vitest";

import { nfraComplaintPolicy, SLA_EVENT_ORDER, sourceComplaintPolicy, type SlaEvent } from "../../src/sla/index.ts";
import { at, evaluate, first, policyOf, received } from "./fixtures.ts";

const now = at("2026-03-12");
const receipt: SlaEvent = { type: "received", id: "r", at: at("2026-03-02") };
const reason = "outside-appraisal";

/** Code, event id and whatever else is told of each issue. */
function issuesOf(events: readonly SlaEvent[], policy = nfraComplaintPolicy) {
  return evaluate(policy, events, now).issues.map(({ code, details }) => [code, details["event"]]);
}

describe("sequences that cannot be", () => {
  const rows: [string, SlaEvent[], [string, string | null][]][] = [
    [
      "a reply before receipt",
      [{ type: "replied", id: "x", at: at("2026-03-01") }, receipt],
      [["sla/event-before-received", "x"]],
    ],
    [
      "a case never received",
      [{ type: "replied", id: "x", at: at("2026-03-01") }],
      [["sla/event-before-received", "x"]],
    ],
    [
      "a second receipt",
      [receipt, { type: "received", id: "x", at: at("2026-03-03") }],
      [["sla/duplicate-received", "x"]],
    ],
    [
      "a resumption without a pause",
      [receipt, { type: "resumed", id: "x", at: at("2026-03-03") }],
      [["sla/resumed-without-paused", "x"]],
    ],
    [
      "a resumption of another reason",
      [
        receipt,
        { type: "paused", reason, at: at("2026-03-03"), notifiedAt: at("2026-03-03") },
        { type: "resumed", id: "x", reason: "court", at: at("2026-03-04") },
      ],
      [["sla/resumed-without-paused", "x"]],
    ],
    [
      "a pause in the same pause",
      [
        receipt,
        { type: "paused", reason, at: at("2026-03-03"), notifiedAt: at("2026-03-03") },
        { type: "paused", id: "x", reason, at: at("2026-03-04"), notifiedAt: at("2026-03-04") },
      ],
      [["sla/already-paused", "x"]],
    ],
    [
      "a reply after withdrawal",
      [receipt, { type: "withdrawn", at: at("2026-03-03") }, { type: "replied", id: "x", at: at("2026-03-04") }],
      [["sla/event-after-withdrawal", "x"]],
    ],
    [
      "an event after now",
      [receipt, { type: "replied", id: "x", at: at("2026-03-13") }],
      [["sla/event-after-now", "x"]],
    ],
    [
      "a re-opening",
      [receipt, { type: "re-opened", id: "x", at: at("2026-03-03") }],
      [["sla/event-not-supported", "x"]],
    ],
    [
      "two events of one id",
      [
        receipt,
        { type: "acknowledged", id: "x", at: at("2026-03-03") },
        { type: "replied", id: "x", at: at("2026-03-04") },
      ],
      [["sla/duplicate-event-id", "x"]],
    ],
  ];
  test.each(rows)("%s is an issue that names the event", (_, events, expected) => {
    expect(issuesOf(events)).toEqual(expected);
  });

  test("a handover after a withdrawal or a merger undoes neither", () => {
    const handover: SlaEvent = { type: "reassigned", at: at("2026-03-04"), to: "u-2" };
    const reply: SlaEvent = { type: "replied", id: "x", at: at("2026-03-05") };
    const withdrawn: SlaEvent = { type: "withdrawn", at: at("2026-03-03") };
    expect(issuesOf([receipt, withdrawn, handover, reply])).toEqual([["sla/event-after-withdrawal", "x"]]);
    const merged: SlaEvent = { type: "merged", at: at("2026-03-03"), into: "c-0" };
    expect(evaluate(policyOf([{ merge: "ends" }]), [receipt, merged, handover], now).mergedInto).toBe("c-0");
  });

  test("the rest is evaluated all the same", () => {
    const { stages } = evaluate(
      nfraComplaintPolicy,
      [{ type: "replied", id: "x", at: at("2026-03-01") }, receipt, { type: "resumed", at: at("2026-03-03") }],
      now,
    );
    expect(stages[0]).toMatchObject({ state: "running", dueDate: "2026-03-17" });
  });

  test("an issue tells type and moment in the zone of the policy", () => {
    const { issues } = evaluate(sourceComplaintPolicy, [{ type: "replied", at: "2026-03-01T00:00:00Z" }], now);
    expect(issues).toEqual([
      {
        code: "sla/event-before-received",
        path: ["events", 0],
        details: { event: null, type: "replied", at: "2026-03-01T08:00:00+08:00" },
      },
    ]);
  });
});

describe("events that are in order", () => {
  test("the same event delivered twice counts once", () => {
    expect(issuesOf([receipt, receipt])).toEqual([]);
  });

  test("a handover changes no clock, not even after the withdrawal", () => {
    const handover = (text: string): SlaEvent => ({ type: "reassigned", at: at(text), to: "u-2" });
    expect(issuesOf([receipt, handover("2026-03-03")])).toEqual([]);
    expect(issuesOf([receipt, { type: "withdrawn", at: at("2026-03-03") }, handover("2026-03-04")])).toEqual([]);
  });

  test("an event at the very moment of now counts, a nanosecond later does not", () => {
    const reply = (moment: string): SlaEvent => ({ type: "replied", id: "x", at: moment });
    const run = (moment: string) =>
      evaluate(nfraComplaintPolicy, [receipt, reply(moment)], "2026-03-12T10:00:00.5+08:00");
    expect(run("2026-03-12T02:00:00.500Z").stages[0]?.state).toBe("met");
    expect(run("2026-03-12T02:00:00.500000001Z").stages[0]?.state).toBe("running");
  });

  const same = (text: string, id?: string): SlaEvent => ({ type: "received", at: text, ...(id && { id }) });
  test.each([
    ["by id", same(at("2026-03-02"), "a"), same(at("2026-03-02"), "b"), "b"],
    ["those without an id first", same(at("2026-03-02")), same(at("2026-03-02"), "A"), "A"],
    ["by the nanosecond", same("2026-03-02T02:00:00.2Z", "z"), same("2026-03-02T02:00:00.5Z", "y"), "y"],
    [
      "by the nanosecond before the id",
      same("2026-03-02T02:00:00.1Z", "z"),
      same("2026-03-02T02:00:00.10000001Z"),
      null,
    ],
  ])("two of a kind are taken %s, whichever is given first", (_, first, second, duplicate) => {
    for (const events of [
      [first, second],
      [second, first],
    ]) {
      expect(issuesOf(events)).toEqual([["sla/duplicate-received", duplicate]]);
    }
  });

  test("events of one moment happen in the documented order", () => {
    expect(SLA_EVENT_ORDER).toEqual([
      "received",
      "re-opened",
      "acknowledged",
      "new-facts",
      "reassigned",
      "paused",
      "resumed",
      "extended",
      "resolved",
      "replied",
      "accepted",
      "withdrawn",
      "merged",
    ]);
    const moment = at("2026-03-02");
    const { stages, issues } = evaluate(
      nfraComplaintPolicy,
      [
        { type: "withdrawn", at: moment },
        { type: "replied", at: moment },
        { type: "resumed", at: moment },
        { type: "paused", at: moment, reason, notifiedAt: moment },
        receipt,
      ],
      now,
    );
    expect(stages[0]).toMatchObject({ state: "met", elapsed: 0 });
    expect(issues).toEqual([]);
  });
});

describe("events that are meant to change something and do not", () => {
  const policy = policyOf([
    {
      id: "reply",
      pauses: [
        { reason: "customer", notifyCustomer: true },
        { reason: "court", notifyCustomer: false },
      ],
      extensions: [{ id: "more", to: 7, cap: 7, notifyCustomer: false, beforeExpiryOnly: true, times: 1 }],
      restartedBy: ["new-facts"],
      merge: "ends",
    },
    { id: "handle", satisfiedBy: ["resolved"] },
  ]);
  const reply: SlaEvent = { type: "replied", at: at("2026-03-03") };
  const moment = at("2026-03-04");
  test.each([
    [{ type: "paused", at: moment, reason: "customer" }, "stage-not-running"],
    [{ type: "paused", at: moment, reason: "court" }, "stage-not-running"],
    [{ type: "paused", at: moment, reason: "holiday" }, "no-rule"],
    [{ type: "extended", at: moment }, "stage-not-running"],
    [{ type: "extended", at: moment, stage: "handle" }, "no-rule"],
    [{ type: "new-facts", at: moment }, "stage-not-running"],
    [{ type: "merged", at: moment, into: "c-0" }, "stage-not-running"],
  ] as const)("%j after the reply is told as %s", (event, because) => {
    const { stages, issues } = evaluate(policy, [receipt, reply, { ...event, id: "x" }], now);
    expect(stages[0]).toMatchObject({ state: "met", dueDate: "2026-03-05" });
    expect(issues).toEqual([
      {
        code: "sla/event-without-effect",
        path: ["events", 2],
        details: { event: "x", type: event.type, at: moment, because },
      },
    ]);
  });

  test("a merger with a rule of its own is told as too late, whatever else the stage has no rule for", () => {
    const merged: SlaEvent = { type: "merged", at: moment, into: "c-0" };
    const { issues } = evaluate(policyOf([{ merge: "ends" }]), [receipt, reply, merged], now);
    expect(issues).toMatchObject([{ code: "sla/event-without-effect", details: { because: "stage-not-running" } }]);
  });

  test("new facts that restart nothing have no rule", () => {
    const plain = policyOf([{ restartedBy: [] }]);
    const { issues } = evaluate(plain, [receipt, { type: "new-facts", at: moment }], now);
    expect(issues).toMatchObject([{ code: "sla/event-without-effect", details: { because: "no-rule" } }]);
  });

  test("a pause over before its stage began", () => {
    const chain = policyOf([
      { id: "handle", amount: 5, satisfiedBy: ["resolved"] },
      { id: "reply", from: "handle", pauses: [{ reason: "court", notifyCustomer: false }] },
    ]);
    const events = (to: string): SlaEvent[] => [
      receipt,
      { type: "paused", id: "p", at: at("2026-03-03"), reason: "court" },
      { type: "resumed", at: at(to) },
      { type: "resolved", at: at("2026-03-05") },
    ];
    const told = (to: string) => {
      const { stages, issues } = evaluate(chain, events(to), now);
      return [stages[1]?.dueDate, issues.map(({ details }) => [details["event"], details["because"]])];
    };
    // 6, 9, 10
    expect(told("2026-03-04")).toEqual(["2026-03-10", [["p", "stage-not-running"]]]);
    // 6 is left out: 9, 10, 11
    expect(told("2026-03-06")).toEqual(["2026-03-11", []]);
  });

  test("a pause of which the customer was not told, once the stage is over, is told as such only by its stage", () => {
    const events: SlaEvent[] = [receipt, reply, { type: "paused", id: "p", at: moment, reason: "customer" }];
    expect(evaluate(policy, events, now).issues.map(({ code }) => code)).toEqual(["sla/event-without-effect"]);
    const before: SlaEvent[] = [receipt, { type: "paused", id: "p", at: at("2026-03-02T11:00"), reason: "customer" }];
    expect(evaluate(policy, [...before, reply], now).issues.map(({ code }) => code)).toEqual([
      "sla/pause-customer-not-told",
    ]);
  });
});

describe("pauses of a case", () => {
  const policy = policyOf([
    {
      amount: 5,
      pauses: [
        { reason: "customer", notifyCustomer: false },
        { reason: "court", notifyCustomer: false },
      ],
    },
  ]);
  const paused = (text: string, id: string, why = "customer"): SlaEvent => ({
    type: "paused",
    id,
    at: at(text),
    reason: why,
  });
  const resumed = (text: string, id: string, why?: string): SlaEvent => ({
    type: "resumed",
    id,
    at: at(text),
    ...(why === undefined ? {} : { reason: why }),
  });

  test("one that is over stays over", () => {
    const events = [
      receipt,
      paused("2026-03-03", "p1"),
      resumed("2026-03-04", "r1"),
      paused("2026-03-09", "p2"),
      resumed("2026-03-10", "r2"),
      resumed("2026-03-11", "r3"),
    ];
    const { stages, issues } = evaluate(policy, events, now);
    // 3, [4], 5, 6, 9, [10], 11
    expect(stages[0]).toMatchObject({ dueDate: "2026-03-11" });
    expect(issues).toMatchObject([{ code: "sla/resumed-without-paused", details: { event: "r3", reason: null } }]);
  });

  test("an issue with one gives its reason", () => {
    const twice = [receipt, paused("2026-03-03", "p1"), paused("2026-03-04", "p2")];
    const other = [receipt, paused("2026-03-03", "p1"), resumed("2026-03-04", "x", "court")];
    const reasons = (events: readonly SlaEvent[]) =>
      evaluate(policy, events, now).issues.map(({ code, details }) => [code, details["event"], details["reason"]]);
    expect(reasons(twice)).toEqual([["sla/already-paused", "p2", "customer"]]);
    expect(reasons(other)).toEqual([["sla/resumed-without-paused", "x", "court"]]);
  });

  test("two of one moment are told in the order of their reasons", () => {
    const events = [receipt, paused("2026-03-03", "a", "customer"), paused("2026-03-03", "b", "court")];
    const { explanation } = first(policy, events, now);
    expect(explanation.flatMap((line) => (line.code === "paused" ? [line.reason] : []))).toEqual(["court", "customer"]);
  });
});

describe("a long list of events", () => {
  const handovers = (count: number): SlaEvent[] =>
    Array.from({ length: count }, (_, index) => ({
      type: "reassigned",
      id: `h${String(index)}`,
      at: at("2026-03-02"),
    }));
  test.each([0, 20, 21, 22, 23, 60])("counts the first of one id, and names the second: with %d others", (count) => {
    const { stages, issues } = evaluate(
      nfraComplaintPolicy,
      [
        receipt,
        ...handovers(count),
        { type: "acknowledged", id: "x", at: at("2026-03-03") },
        { type: "replied", id: "x", at: at("2026-03-04") },
        { type: "acknowledged", id: "x", at: at("2026-03-03") },
      ],
      now,
    );
    expect(stages[0]?.state).toBe("running");
    expect(issues).toMatchObject([{ code: "sla/duplicate-event-id", details: { event: "x", type: "replied" } }]);
  });
});

describe("events that are no events", () => {
  const whole = { min: 1, max: Number.MAX_SAFE_INTEGER };
  test.each([
    [
      { type: "closed", at: now },
      "sla/invalid-event",
      ["events", 1, "type"],
      { received: "string(6)", allowed: expect.arrayContaining([...SLA_EVENT_ORDER]) as unknown },
    ],
    [
      { type: "reply", at: now },
      "sla/invalid-event",
      ["events", 1, "type"],
      { received: "string(5)", allowed: expect.arrayContaining(["replied"]) as unknown },
    ],
    [{ type: "extended", at: now, to: 0 }, "sla/invalid-event", ["events", 1, "to"], { received: "0", ...whole }],
    [{ type: "extended", at: now, to: 1.5 }, "sla/invalid-event", ["events", 1, "to"], { received: "1.5", ...whole }],
    [
      { type: "replied", at: "2026-02-30T10:00:00Z" },
      "core/invalid-instant",
      ["events", 1, "at"],
      { received: "2026-02-30T10:00:00Z" },
    ],
    [
      { type: "paused", at: now, reason, notifiedAt: "2026-03-01" },
      "core/invalid-instant",
      ["events", 1, "notifiedAt"],
      { received: "2026-03-01" },
    ],
  ])("%j is refused", (event, code, path, details) => {
    expect(() => evaluate(nfraComplaintPolicy, [received("2026-03-02"), event as SlaEvent], now)).toThrow(
      expect.objectContaining({ code, path, details }),
    );
  });

  test("a moment that is none and a zone that is none are refused", () => {
    expect(() => evaluate(nfraComplaintPolicy, [], "2026-03-12")).toThrow(
      expect.objectContaining({
        code: "core/invalid-instant",
        path: ["context", "now"],
        details: { received: "2026-03-12" },
      }),
    );
    expect(() => evaluate({ ...nfraComplaintPolicy, zone: "Mars/Base" }, [], now)).toThrow(
      expect.objectContaining({
        code: "calendar/unknown-zone",
        path: ["policy", "zone"],
        details: { received: "Mars/Base" },
      }),
    );
  });
});
