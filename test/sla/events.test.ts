import { describe, expect, test } from "vitest";

import { nfraComplaintPolicy, SLA_EVENT_ORDER, sourceComplaintPolicy, type SlaEvent } from "../../src/sla/index.ts";
import { at, evaluate, received } from "./fixtures.ts";

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
