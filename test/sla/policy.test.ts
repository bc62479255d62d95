import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { policyAt } from "../../src/core/index.ts";
import {
  complaintPolicies,
  evaluateSla,
  exampleComplaintTwoClocks,
  INVALID_SLA_POLICY_REASONS,
  nfraComplaintPolicies,
  nfraComplaintPolicy,
  prepareSlaPolicy,
  sourceComplaintPolicy,
  whatIf,
  type SlaEvent,
  type SlaEarlyEnd,
  type SlaExtensionRule,
  type SlaPolicy,
  type SlaStage,
} from "../../src/sla/index.ts";
import { SlaEventSchema, SlaPolicySchema } from "../../src/sla/schema.ts";
import { refusalOf } from "../support/refusal.ts";
import { plainStage, policyOf } from "./fixtures.ts";

const open: SlaExtensionRule = { id: "more", cap: 7, notifyCustomer: false, beforeExpiryOnly: true, times: 1 };
const rule: SlaExtensionRule = { ...open, to: 7 };
const stagePath = ["policy", "clocks", 0, "stages", 0];

describe("policies that cannot mean anything", () => {
  const rows: [string, SlaPolicy, (string | number)[], Record<string, unknown>][] = [
    ["no id", policyOf([{}], { id: "" }), ["policy", "id"], { received: "string(0)" }],
    ["no version", policyOf([{}], { version: "" }), ["policy", "version"], { received: "string(0)" }],
    ["no calendar", policyOf([{}], { calendar: "" }), ["policy", "calendar"], { received: "string(0)" }],
    ["no clock", policyOf([{}], { clocks: [] }), ["policy", "clocks"], {}],
    ["no stage", policyOf([]), ["policy", "clocks", 0, "stages"], {}],
    [
      "a clock id twice",
      policyOf([{}], { clocks: [...policyOf([{}]).clocks, ...policyOf([{}]).clocks] }),
      ["policy", "clocks", 1, "id"],
      { reason: "used-twice", id: "internal" },
    ],
    ["a stage id twice", policyOf([{}, {}]), ["policy", "clocks", 0, "stages", 1, "id"], { id: "reply" }],
    ["an empty stage id", policyOf([{ id: "" }]), [...stagePath, "id"], {}],
    ["a stage called start", policyOf([{ id: "start" }]), [...stagePath, "id"], { reason: "reserved", id: "start" }],
    ["a stage from nowhere", policyOf([{ from: "x" }]), [...stagePath, "from"], { reason: "no-such-stage", id: "x" }],
    ["a stage from itself", policyOf([{ from: "reply" }]), [...stagePath, "from"], {}],
    [
      "a circle",
      policyOf([{ id: "a" }, { id: "b", from: "c" }, { id: "c", from: "b" }]),
      ["policy", "clocks", 0, "stages", 1, "from"],
      { reason: "circle" },
    ],
    [
      "amount 0",
      policyOf([{ amount: 0 }]),
      [...stagePath, "amount"],
      { reason: "not-a-whole-number", received: "0", min: 1, max: 10_000 },
    ],
    ["half a day", policyOf([{ amount: 0.5 }]), [...stagePath, "amount"], { received: "0.5" }],
    ["too long", policyOf([{ amount: 10_001 }]), [...stagePath, "amount"], { received: "10001" }],
    ["nothing ends it", policyOf([{ satisfiedBy: [] }]), [...stagePath, "satisfiedBy"], {}],
    [
      "a cut-off of 24:00",
      policyOf([{ cutOff: "24:00" }]),
      [...stagePath, "cutOff"],
      { reason: "not-a-time", received: "24:00" },
    ],
    [
      "a cut-off to the same time",
      policyOf([{ cutOff: "17:00", endOf: "same-time" }]),
      [...stagePath, "cutOff"],
      { reason: "no-cut-off" },
    ],
    [
      "a first day to the same time",
      policyOf([{ startDayCounts: true, endOf: "same-time" }]),
      [...stagePath, "startDayCounts"],
      { reason: "no-first-day" },
    ],
    [
      "minutes to the end of the day",
      policyOf([{ unit: "working-minute" }]),
      [...stagePath, "endOf"],
      { reason: "not-same-time" },
    ],
    [
      "minutes that roll",
      policyOf([{ unit: "working-minute", endOf: "same-time", roll: "following" }]),
      [...stagePath, "roll"],
      { reason: "no-roll" },
    ],
    [
      "minutes without hours",
      policyOf([{ unit: "working-minute", endOf: "same-time" }]),
      ["policy", "hours"],
      { reason: "hours-missing", stage: "reply" },
    ],
    [
      "close of business without hours",
      policyOf([{ endOf: "close-of-business" }]),
      ["policy", "hours"],
      { stage: "reply" },
    ],
    [
      "a pause reason twice",
      policyOf([{ pauses: ["a", "a"].map((reason) => ({ reason, notifyCustomer: false })) }]),
      [...stagePath, "pauses", 1, "reason"],
      { reason: "used-twice", pause: "a" },
    ],
    [
      "an empty pause reason",
      policyOf([{ pauses: [{ reason: "", notifyCustomer: false }] }]),
      [...stagePath, "pauses", 0, "reason"],
      {},
    ],
  ];
  const ends: [string, SlaEarlyEnd, string, Record<string, unknown>][] = [
    ["by what ends it anyway", { by: "replied", amount: 2, unit: "working-day" }, "by", { reason: "used-twice" }],
    ["no earlier", { by: "resolved", amount: 3, unit: "working-day" }, "amount", { reason: "not-shorter", to: 3 }],
    ["in minutes", { by: "resolved", amount: 3, unit: "working-minute" }, "unit", { reason: "unit-mix" }],
    ["in half a day", { by: "resolved", amount: 0.5, unit: "working-day" }, "amount", { received: "0.5" }],
    ["at once", { by: "resolved", amount: 0, unit: "working-day" }, "amount", { received: "0" }],
  ];
  for (const [name, earlyEnd, field, details] of ends) {
    rows.push([`an early end ${name}`, policyOf([{ earlyEnd }]), [...stagePath, "earlyEnd", field], details]);
  }
  const extensions: [string, SlaExtensionRule[], string, Record<string, unknown>, Partial<SlaStage>?][] = [
    ["beyond its cap", [{ ...rule, cap: 6 }], "to", { reason: "beyond-cap", to: 7, cap: 6 }],
    ["shorter than the limit", [{ ...rule, to: 3 }], "to", { reason: "not-longer", to: 3, amount: 3 }],
    ["to and add", [{ ...rule, add: 1 }], "add", { reason: "to-and-add" }],
    ["neither to nor add", [open], "to", { reason: "no-to-or-add" }],
    ["by an amount without a cap", [{ ...open, add: 1, cap: undefined as never }], "cap", { reason: "no-cap" }],
    ["to a length, twice", [{ ...rule, times: 2 }], "times", { reason: "used-once", times: 2 }],
    ["never", [{ ...rule, times: 0 }], "times", { received: "0" }],
    ["an amount in another unit", [{ ...open, add: 1, unit: "week" }], "unit", { reason: "other-unit", unit: "week" }],
    [
      "an amount with a cap it has reached",
      [{ ...open, add: 1, cap: 3 }],
      "cap",
      { reason: "not-longer", cap: 3, amount: 3 },
    ],
    [
      "of days into minutes",
      [{ ...rule, unit: "working-minute" }],
      "unit",
      { reason: "unit-mix", unit: "working-minute" },
    ],
    ["by an empty role", [{ ...rule, role: "" }], "role", {}],
    ["with a cap of nothing", [{ ...rule, cap: 0 }], "cap", { received: "0" }],
    ["to half a day", [{ ...rule, to: 3.5 }], "to", { received: "3.5" }],
    ["by no amount", [{ ...open, add: 0 }], "add", { received: "0" }],
    [
      "of minutes into days",
      [{ ...rule, unit: "calendar-day" }],
      "unit",
      { reason: "unit-mix", unit: "calendar-day" },
      { unit: "working-minute", endOf: "same-time" },
    ],
    ["after itself", [{ ...rule, after: "more" }], "after", { reason: "no-such-extension", id: "more" }],
  ];
  for (const [name, list, field, details, stage] of extensions) {
    rows.push([
      `an extension ${name}`,
      policyOf([{ ...stage, extensions: list }], { hours: "desk" }),
      [...stagePath, "extensions", 0, field],
      details,
    ]);
  }
  rows.push([
    "an extension id twice",
    policyOf([{ extensions: [rule, rule] }]),
    [...stagePath, "extensions", 1, "id"],
    { id: "more" },
  ]);
  test.each(rows)("%s", (_name, policy, path, details) => {
    expect(() => prepareSlaPolicy(policy)).toThrow(
      expect.objectContaining({
        code: "sla/invalid-policy",
        path,
        details: expect.objectContaining(details) as unknown,
      }),
    );
  });

  test.each([
    ["calendar-day", 10_000],
    ["month", 10_000],
    ["working-minute", 1_000_000],
  ] as const)("the longest limit in %ss is %d", (unit, max) => {
    const limit = (amount: number) =>
      policyOf([{ unit, amount, endOf: unit === "working-minute" ? "same-time" : "day" }], { hours: "desk" });
    expect(prepareSlaPolicy(limit(max)).identity.id).toBe("acme.test");
    expect(() => prepareSlaPolicy(limit(max + 1))).toThrow(
      expect.objectContaining({
        path: [...stagePath, "amount"],
        details: { reason: "not-a-whole-number", received: String(max + 1), min: 1, max },
      }),
    );
  });

  test("an extension may lengthen minutes by minutes", () => {
    const stage = { unit: "working-minute", endOf: "same-time", extensions: [rule] } as const;
    expect(prepareSlaPolicy(policyOf([stage], { hours: "desk" })).identity.id).toBe("acme.test");
  });

  test("the message says in English what is wrong, at its place", () => {
    const pauses = ["a", "a"].map((reason) => ({ reason, notifyCustomer: false }));
    expect(() => prepareSlaPolicy(policyOf([{ pauses }]))).toThrow("pauses.1.reason: used twice");
  });

  test("what is wrong is a word of the list, and each word has a row", () => {
    const words = rows.flatMap(([, policy]) => refusalOf(() => prepareSlaPolicy(policy)).details["reason"] ?? []);
    const elsewhere = ["not-a-share", "same-as-from", "cannot-resume", "not-as-before"];
    expect(new Set([...words, ...elsewhere])).toEqual(new Set(INVALID_SLA_POLICY_REASONS));
  });

  test("a sound one comes back as a handle with its identity", () => {
    const policy = policyOf([{ extensions: [rule] }]);
    const { id, version, status } = policy;
    expect(prepareSlaPolicy(policy)).toEqual({ identity: { id, version, status } });
    expect(prepareSlaPolicy(policy)).toEqual({ identity: { id, version, status } });
  });
});

describe("a prepared policy", () => {
  const events: readonly SlaEvent[] = [{ type: "received", at: "2026-02-13T10:00:00+08:00" }];
  const context = { now: "2026-02-14T09:00:00+08:00", calendars: [CN] };

  test("evaluates as the policy does", () => {
    const handle = prepareSlaPolicy(sourceComplaintPolicy);
    expect(evaluateSla(handle, events, context)).toEqual(evaluateSla(sourceComplaintPolicy, events, context));
  });

  test("compares as the policy does", () => {
    const cases = [{ id: "c-1", events }];
    const [a, b] = [prepareSlaPolicy(sourceComplaintPolicy), prepareSlaPolicy(nfraComplaintPolicy)];
    expect(whatIf(a, b, cases, context)).toEqual(whatIf(sourceComplaintPolicy, nfraComplaintPolicy, cases, context));
  });

  test("cannot be changed", () => {
    const { identity } = prepareSlaPolicy(sourceComplaintPolicy);
    expect(Object.isFrozen(identity)).toBe(true);
  });
});

describe("shipped policies", () => {
  const shipped = [sourceComplaintPolicy, nfraComplaintPolicy, exampleComplaintTwoClocks];

  test.each(shipped.map((policy) => [policy.id, policy] as const))(
    "%s is sound, and its schema takes it",
    (_id, policy) => {
      const { id, version, status } = policy;
      expect(prepareSlaPolicy(policy).identity).toEqual({ id, version, status });
      expect(SlaPolicySchema.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
      expect(policy.calendar).toBe(CN.id);
    },
  );

  test("the source rule is in force on any date, the regulation from 2020-03-01", () => {
    expect(policyAt(complaintPolicies, "1999-12-31")).toBe(sourceComplaintPolicy);
    expect(policyAt(nfraComplaintPolicies, "2020-03-01")).toBe(nfraComplaintPolicy);
    expect(() => policyAt(nfraComplaintPolicies, "2020-02-29")).toThrow(
      expect.objectContaining({ code: "core/no-policy-in-force" }),
    );
  });

  test("the source rule quotes its page, the regulation says that it is no legal advice", () => {
    expect(sourceComplaintPolicy.sources[0]).toContain("p. 62");
    expect(sourceComplaintPolicy.sources[0]).toContain("最迟于7个工作日内完成投诉处理并回复客户");
    expect(sourceComplaintPolicy.readings?.[0]).toContain("day 0");
    expect(nfraComplaintPolicy.clocks[0]?.authority?.disclaimer).toContain("not legal advice");
  });
});

describe("schemas", () => {
  test("unknown keys and unknown words are refused", () => {
    const stage = (changes: object) =>
      policyOf([], { clocks: [{ id: "c", basis: "internal", stages: [{ ...plainStage, ...changes }] }] });
    expect(SlaPolicySchema.safeParse(stage({})).success).toBe(true);
    expect(SlaPolicySchema.safeParse(stage({ unit: "business-day" })).success).toBe(false);
    expect(SlaPolicySchema.safeParse(stage({ cutoff: "17:00" })).success).toBe(false);
    expect(SlaPolicySchema.safeParse(stage({ cutOff: "24:00" })).success).toBe(false);
    expect(SlaPolicySchema.safeParse(stage({ amount: 0 })).success).toBe(false);
  });

  test.each([
    [{ type: "received", at: "2026-03-02T10:00:00Z" }, true],
    [{ type: "paused", at: "2026-03-02T10:00:00Z", reason: "customer" }, true],
    [{ type: "paused", at: "2026-03-02T10:00:00Z" }, false],
    [{ type: "merged", at: "2026-03-02T10:00:00Z" }, false],
    [{ type: "extended", at: "2026-03-02T10:00:00Z", to: 5, approvedByRole: "head" }, true],
    [{ type: "extended", at: "2026-03-02T10:00:00Z", to: 0 }, false],
    [{ type: "replied", at: "2026-03-02 10:00" }, false],
    [{ type: "closed", at: "2026-03-02T10:00:00Z" }, false],
    [{ type: "received", at: "2026-03-02T10:00:00Z", by: "x" }, false],
  ])("%j: %s", (event, ok) => {
    expect(SlaEventSchema.safeParse(event).success).toBe(ok);
  });
});
