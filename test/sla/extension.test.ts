import { describe, expect, test } from "vitest";

import { nfraComplaintPolicy, sourceComplaintPolicy, type ExtendedEvent, type SlaEvent } from "../../src/sla/index.ts";
import { at, evaluate, first, plainStage, policyOf, received } from "./fixtures.ts";

/** Received Fri 2026-02-13: 3 working days end 02-25, 7 end 03-02. */
const start = received("2026-02-13");
const consent = (changes: Partial<ExtendedEvent> = {}): ExtendedEvent => ({
  type: "extended",
  at: at("2026-02-24"),
  id: "x1",
  approvedByRole: "department-in-charge",
  ...changes,
});
const subject = { event: "x1", type: "extended", clock: "internal", stage: "reply", extension: "special-case" };

describe("seven working days with the consent of the department in charge", () => {
  test("counts from the receipt and says who consented", () => {
    const stage = first(
      sourceComplaintPolicy,
      [start, consent({ approvedBy: "u-7", reason: "two-branches" })],
      at("2026-02-25"),
    );
    expect(stage).toMatchObject({ amount: 7, dueDate: "2026-03-02", allowed: 7, elapsed: 3, remaining: 4 });
    expect(stage.extensions).toEqual([
      { extension: "special-case", at: "2026-02-24T10:00:00+08:00", to: 7, unit: "working-day" },
    ]);
    expect(stage.possibleExtensions).toEqual([]);
    expect(stage.explanation).toContainEqual({
      code: "extended",
      extension: "special-case",
      at: "2026-02-24T10:00:00+08:00",
      from: 3,
      fromUnit: "working-day",
      to: 7,
      toUnit: "working-day",
      role: "department-in-charge",
      approvedBy: "u-7",
      notifiedAt: null,
      reason: "two-branches",
    });
  });

  test("is possible until the due second and not after", () => {
    const possible = [
      {
        extension: "special-case",
        to: 7,
        capped: true,
        unit: "working-day",
        role: "department-in-charge",
        notifyCustomer: false,
      },
    ];
    expect(first(sourceComplaintPolicy, [start], "2026-02-25T23:59:59+08:00").possibleExtensions).toEqual(possible);
    expect(first(sourceComplaintPolicy, [start], "2026-02-26T00:00:00+08:00").possibleExtensions).toEqual([]);
    const inTime = consent({ at: "2026-02-25T23:59:59+08:00" });
    expect(first(sourceComplaintPolicy, [start, inTime], at("2026-02-26")).dueDate).toBe("2026-03-02");
  });

  test("may name all that the rule allows", () => {
    expect(first(sourceComplaintPolicy, [start, consent({ to: 7 })], at("2026-02-25")).dueDate).toBe("2026-03-02");
  });

  test("may be granted for less", () => {
    // 14, 24, 25, 26, 27: the 5th working day
    expect(first(sourceComplaintPolicy, [start, consent({ to: 5 })], at("2026-02-25")).dueDate).toBe("2026-02-27");
  });

  const refused: [string, ExtendedEvent[], string, Record<string, unknown>][] = [
    ["after the due moment", [consent({ at: "2026-02-26T00:00:00+08:00" })], "sla/extension-after-due", {}],
    ["beyond the cap", [consent({ to: 8 })], "sla/extension-beyond-cap", { to: 8, cap: 7 }],
    ["for no gain", [consent({ to: 3 })], "sla/extension-no-gain", { to: 3, current: 3 }],
    [
      "by another role",
      [consent({ approvedByRole: "outlet-head" })],
      "sla/extension-not-approved",
      { role: "department-in-charge" },
    ],
  ];
  test.each(refused)("is refused %s", (_, events, code, details) => {
    const { stages, issues } = evaluate(sourceComplaintPolicy, [start, ...events], at("2026-02-27"));
    expect(stages[0]).toMatchObject({ amount: 3, dueDate: "2026-02-25", extensions: [] });
    const [event] = events;
    const told = event?.at === at("2026-02-24") ? "2026-02-24T10:00:00+08:00" : event?.at;
    expect(issues).toEqual([{ code, path: ["events", 1], details: { ...subject, at: told, ...details } }]);
  });

  test("is refused without any role", () => {
    const { issues } = evaluate(
      sourceComplaintPolicy,
      [start, { type: "extended", at: at("2026-02-24") }],
      at("2026-02-25"),
    );
    expect(issues[0]).toMatchObject({ code: "sla/extension-not-approved", details: { event: null } });
  });

  test("is refused a second time", () => {
    const { stages, issues } = evaluate(
      sourceComplaintPolicy,
      [start, consent({ id: "a", to: 5 }), consent({ at: at("2026-02-25") })],
      at("2026-02-26"),
    );
    expect(stages[0]).toMatchObject({ amount: 5, dueDate: "2026-02-27" });
    expect(issues).toMatchObject([{ code: "sla/extension-used-up", details: { ...subject, times: 1 } }]);
  });

  test("of an unknown id, clock or stage is an issue", () => {
    for (const changes of [{ extension: "complex" }, { clock: "statutory" }, { stage: "final" }]) {
      const { stages, issues } = evaluate(sourceComplaintPolicy, [start, consent(changes)], at("2026-02-25"));
      expect(stages[0]?.amount).toBe(3);
      expect(issues).toEqual([
        {
          code: "sla/event-without-effect",
          path: ["events", 1],
          details: { event: "x1", type: "extended", at: "2026-02-24T10:00:00+08:00", because: "no-rule" },
        },
      ]);
    }
  });

  test("is no longer possible once the stage is over", () => {
    const { state, possibleExtensions } = first(
      sourceComplaintPolicy,
      [start, { type: "replied", at: at("2026-02-14") }],
      at("2026-02-14"),
    );
    expect([state, possibleExtensions]).toEqual(["met", []]);
  });

  test("of a stage that is over is an issue", () => {
    const { issues } = evaluate(
      sourceComplaintPolicy,
      [start, { type: "replied", at: at("2026-02-14") }, consent()],
      at("2026-02-25"),
    );
    expect(issues).toMatchObject([{ code: "sla/event-without-effect", details: { because: "stage-not-running" } }]);
  });
});

describe("15, 30 and 30 more calendar days", () => {
  /** Received 2026-03-02: + 15 = 03-17, + 30 = 04-01, + 60 = 05-01. */
  const receipt = received("2026-03-02");
  const complex: SlaEvent = { type: "extended", id: "c", at: at("2026-03-10"), extension: "complex" };
  const especially = (changes: Partial<ExtendedEvent> = {}): ExtendedEvent => ({
    type: "extended",
    id: "e",
    at: at("2026-03-30"),
    extension: "especially-complex",
    approvedByRole: "superior-or-head-office-senior-management",
    notifiedAt: at("2026-03-31"),
    ...changes,
  });

  test("one after the other, the last a holiday that is not rolled", () => {
    expect(first(nfraComplaintPolicy, [receipt], at("2026-03-05")).dueDate).toBe("2026-03-17");
    expect(first(nfraComplaintPolicy, [receipt, complex], at("2026-03-20")).dueDate).toBe("2026-04-01");
    expect(first(nfraComplaintPolicy, [receipt, complex, especially()], at("2026-04-10")).dueDate).toBe("2026-05-01");
  });

  test("the second says when it took effect: when the customer was told", () => {
    const stage = first(nfraComplaintPolicy, [receipt, complex, especially()], at("2026-04-10"));
    expect(stage.extensions[1]).toMatchObject({
      extension: "especially-complex",
      at: "2026-03-31T10:00:00+08:00",
      to: 60,
    });
  });

  test("the customer may be told from the receipt on", () => {
    const early = especially({ notifiedAt: at("2026-03-02") });
    expect(evaluate(nfraComplaintPolicy, [receipt, complex, early], at("2026-04-10"))).toMatchObject({
      issues: [],
      stages: [{ dueDate: "2026-05-01" }],
    });
  });

  test.each([
    [
      "without the first",
      [especially({ at: at("2026-03-10"), notifiedAt: at("2026-03-10") })],
      "sla/extension-needs-earlier",
      "2026-03-17",
    ],
    [
      "told nobody",
      [complex, { ...especially(), notifiedAt: undefined }],
      "sla/extension-customer-not-told",
      "2026-04-01",
    ],
    [
      "told before the receipt",
      [complex, especially({ notifiedAt: "2026-03-02T09:59:59+08:00" })],
      "sla/extension-customer-not-told",
      "2026-04-01",
    ],
    [
      "told years before",
      [complex, especially({ notifiedAt: "2020-01-01T00:00:00+08:00" })],
      "sla/extension-customer-not-told",
      "2026-04-01",
    ],
    [
      "told after now",
      [complex, especially({ notifiedAt: at("2026-05-01") })],
      "sla/extension-customer-not-told",
      "2026-04-01",
    ],
    [
      "told after the due moment",
      [complex, especially({ notifiedAt: at("2026-04-02") })],
      "sla/extension-after-due",
      "2026-04-01",
    ],
    [
      "approved by another",
      [complex, especially({ approvedByRole: "outlet-head" })],
      "sla/extension-not-approved",
      "2026-04-01",
    ],
  ])("the second is refused: %s", (_, events, code, due) => {
    const { stages, issues } = evaluate(nfraComplaintPolicy, [receipt, ...(events as SlaEvent[])], at("2026-04-10"));
    expect(stages[0]?.dueDate).toBe(due);
    expect(issues.map((issue) => issue.code)).toEqual([code]);
  });

  test("a role that no rule asks for does no harm", () => {
    const { stages, issues } = evaluate(
      nfraComplaintPolicy,
      [receipt, { ...complex, approvedByRole: "outlet-head" }],
      at("2026-03-12"),
    );
    expect([stages[0]?.dueDate, issues]).toEqual(["2026-04-01", []]);
  });

  test("the one that must come first is named", () => {
    const events = [receipt, especially({ at: at("2026-03-10"), notifiedAt: at("2026-03-10") })];
    expect(evaluate(nfraComplaintPolicy, events, at("2026-03-12")).issues).toMatchObject([
      { details: { extension: "especially-complex", needs: "complex" } },
    ]);
  });

  test("an extension that does not say which is ambiguous", () => {
    const { stages, issues } = evaluate(
      nfraComplaintPolicy,
      [receipt, { type: "extended", id: "c", at: at("2026-03-10") }],
      at("2026-03-12"),
    );
    expect(stages[0]?.dueDate).toBe("2026-03-17");
    expect(issues).toMatchObject([
      { code: "sla/extension-ambiguous", details: { event: "c", extensions: ["complex", "especially-complex"] } },
    ]);
  });
});

describe("other forms of extension", () => {
  test("an amount added several times stops at the cap", () => {
    const policy = policyOf([
      {
        unit: "calendar-day",
        amount: 10,
        extensions: [{ id: "more", add: 10, cap: 25, notifyCustomer: false, beforeExpiryOnly: false, times: 5 }],
      },
    ]);
    const more = (date: string): SlaEvent => ({ type: "extended", at: at(date) });
    const events = [received("2026-03-01"), more("2026-03-02"), more("2026-03-03")];
    expect(first(policy, events.slice(0, 2), at("2026-03-04"))).toMatchObject({ amount: 20, dueDate: "2026-03-21" });
    expect(first(policy, events, at("2026-03-04"))).toMatchObject({ amount: 25, dueDate: "2026-03-26" });
    const { issues } = evaluate(policy, [...events, more("2026-03-04")], at("2026-03-05"));
    expect(issues).toMatchObject([{ code: "sla/extension-no-gain", details: { to: 25, current: 25 } }]);
  });

  test("after expiry, where the rule allows it", () => {
    const policy = policyOf([
      {
        unit: "calendar-day",
        amount: 10,
        extensions: [{ id: "more", to: 20, cap: 20, notifyCustomer: false, beforeExpiryOnly: false, times: 1 }],
      },
    ]);
    const late = first(policy, [received("2026-03-01")], at("2026-03-15"));
    expect(late).toMatchObject({ state: "breached", possibleExtensions: [{ extension: "more", to: 20 }] });
    const granted = first(
      policy,
      [received("2026-03-01"), { type: "extended", at: at("2026-03-15") }],
      at("2026-03-15"),
    );
    expect(granted).toMatchObject({ state: "running", dueDate: "2026-03-21" });
  });

  test("into another unit: 10 working days become 45 calendar days", () => {
    const policy = policyOf([
      {
        amount: 10,
        extensions: [
          {
            id: "credit",
            to: 45,
            unit: "calendar-day",
            cap: 45,
            notifyCustomer: false,
            beforeExpiryOnly: true,
            times: 1,
          },
        ],
      },
    ]);
    // 03-02 Mon: 3-6 (4), 9-13 (9), 16 (10); 03-02 + 45 = 04-16
    expect(first(policy, [received("2026-03-02")], at("2026-03-03"))).toMatchObject({
      dueDate: "2026-03-16",
      measure: "working-day",
    });
    const extended = first(
      policy,
      [received("2026-03-02"), { type: "extended", at: at("2026-03-05") }],
      at("2026-03-05"),
    );
    expect(extended).toMatchObject({ dueDate: "2026-04-16", measure: "calendar-day", allowed: 45, elapsed: 3 });
  });

  test("into another unit never makes a limit shorter", () => {
    const policy = policyOf([
      {
        amount: 10,
        extensions: [
          { id: "odd", to: 11, unit: "calendar-day", cap: 11, notifyCustomer: false, beforeExpiryOnly: true, times: 1 },
        ],
      },
    ]);
    // 03-02 + 11 = 03-13, before 03-16
    const { stages, issues } = evaluate(
      policy,
      [received("2026-03-02"), { type: "extended", at: at("2026-03-05") }],
      at("2026-03-05"),
    );
    expect(stages[0]?.dueDate).toBe("2026-03-16");
    expect(issues).toMatchObject([{ code: "sla/extension-no-gain", details: { to: 11, unit: "calendar-day" } }]);
  });

  const rule = { notifyCustomer: false, beforeExpiryOnly: true, times: 1 } as const;
  const extended = (text: string, extension: string, to?: number): SlaEvent => ({
    type: "extended",
    id: extension,
    at: at(text),
    extension,
    ...(to === undefined ? {} : { to }),
  });

  test("to fewer days of a longer unit, and for less than that", () => {
    const policy = policyOf([
      {
        unit: "calendar-day",
        amount: 30,
        extensions: [{ id: "worked", to: 28, unit: "working-day", cap: 28, ...rule }],
      },
    ]);
    const run = (to?: number) =>
      first(policy, [received("2026-03-02"), extended("2026-03-05", "worked", to)], at("2026-03-05"));
    // March: 3-6, 9-13, 16-20, 23-27, 30, 31 are 21; April: 1, 2, 3, [4-6 off] 7, 8, 9, 10 are 28
    expect(run()).toMatchObject({ amount: 28, unit: "working-day", dueDate: "2026-04-10" });
    expect(run(27)).toMatchObject({ amount: 27, unit: "working-day", dueDate: "2026-04-09" });
  });

  test("into another unit that ends on the same day is no gain", () => {
    const policy = policyOf([
      { amount: 10, extensions: [{ id: "weeks", to: 14, unit: "calendar-day", cap: 14, ...rule }] },
    ]);
    // 10 working days and 14 calendar days from Mon 03-02 both end on Mon 03-16
    const { stages, issues } = evaluate(
      policy,
      [received("2026-03-02"), extended("2026-03-05", "weeks")],
      at("2026-03-05"),
    );
    expect(stages[0]).toMatchObject({ amount: 10, unit: "working-day", dueDate: "2026-03-16" });
    expect(issues).toMatchObject([
      { code: "sla/extension-no-gain", details: { extension: "weeks", to: 14, unit: "calendar-day" } },
    ]);
  });

  test("in the same unit it is granted even where the roll leaves the due date as it was", () => {
    const policy = policyOf([
      { unit: "calendar-day", amount: 5, roll: "following", extensions: [{ id: "more", to: 6, cap: 6, ...rule }] },
    ]);
    // Sat 03-07 and Sun 03-08 both roll to Mon 03-09
    const { stages, issues } = evaluate(
      policy,
      [received("2026-03-02"), extended("2026-03-05", "more")],
      at("2026-03-05"),
    );
    expect(stages[0]).toMatchObject({ amount: 6, dueDate: "2026-03-09", extensions: [{ to: 6 }] });
    expect(issues).toEqual([]);
  });

  test("an amount is not added to a limit that has another unit by now", () => {
    const policy = policyOf([
      {
        amount: 10,
        extensions: [
          { id: "credit", to: 45, unit: "calendar-day", cap: 45, ...rule },
          { id: "more", add: 5, cap: 20, ...rule },
        ],
      },
    ]);
    const { stages, issues } = evaluate(
      policy,
      [received("2026-03-02"), extended("2026-03-05", "credit"), extended("2026-03-06", "more")],
      at("2026-03-06"),
    );
    expect(stages[0]).toMatchObject({ amount: 45, unit: "calendar-day", possibleExtensions: [] });
    expect(issues).toMatchObject([
      {
        code: "sla/extension-no-gain",
        details: { extension: "more", unit: "working-day", current: "calendar-day" },
      },
    ]);
  });

  test("one that needs another is not opened by a third", () => {
    const policy = policyOf([
      {
        extensions: [
          { id: "a", to: 5, cap: 5, ...rule },
          { id: "b", to: 6, cap: 6, ...rule },
          { id: "c", to: 9, cap: 9, after: "a", ...rule },
        ],
      },
    ]);
    const { stages, issues } = evaluate(
      policy,
      [received("2026-03-02"), extended("2026-03-03", "b"), extended("2026-03-04", "c")],
      at("2026-03-05"),
    );
    expect(stages[0]?.amount).toBe(6);
    expect(issues).toMatchObject([{ code: "sla/extension-needs-earlier", details: { extension: "c", needs: "a" } }]);
  });

  test.each([
    ["the limit it extends", { amount: 10 }, { to: 45, unit: "calendar-day", cap: 45 }, "2027-02-11"],
    ["the limit it makes", { unit: "calendar-day", amount: 2 }, { to: 9, unit: "working-day", cap: 9 }, null],
    ["both limits", { amount: 4 }, { to: 6, cap: 6 }, null],
  ] as const)("is granted when the calendar does not know where it ends: %s", (_, stage, more, due) => {
    // 12-28 Mon: 29, 30, 31 are the last days the calendar knows; 45 days later it is 02-11
    const { stages, issues } = evaluate(
      policyOf([{ ...stage, extensions: [{ id: "more", ...rule, ...more }] }]),
      [received("2026-12-28"), extended("2026-12-29", "more")],
      at("2026-12-30"),
    );
    expect(stages[0]).toMatchObject({ amount: more.to, dueDate: due, extensions: [{ extension: "more" }] });
    expect(issues.map(({ code }) => code)).toEqual(due === null ? ["calendar/out-of-range"] : []);
  });
});

describe("an extension of which the customer is told later takes effect then", () => {
  const rule = { notifyCustomer: true, beforeExpiryOnly: true, times: 1 } as const;
  const extensions = [
    { id: "first", to: 10, cap: 10, notifyCustomer: false, beforeExpiryOnly: true, times: 1 },
    { id: "second", to: 20, cap: 20, after: "first", ...rule },
  ] as const;
  const stage = { amount: 5, extensions } as const;
  const policy = policyOf([stage]);
  const extended = (extension: string, text: string, told?: string): SlaEvent => ({
    type: "extended",
    id: extension,
    at: at(text),
    extension,
    ...(told === undefined ? {} : { notifiedAt: at(told) }),
  });

  test("after another that was approved between", () => {
    const { stages, issues } = evaluate(
      policy,
      [received("2026-03-02"), extended("second", "2026-03-03", "2026-03-05"), extended("first", "2026-03-04")],
      at("2026-03-06"),
    );
    expect(stages[0]?.extensions.map(({ extension, at: when }) => [extension, when])).toEqual([
      ["first", at("2026-03-04")],
      ["second", at("2026-03-05")],
    ]);
    expect(issues).toEqual([]);
  });

  test("not at all when the stage is over by then", () => {
    const alone = policyOf([{ amount: 5, extensions: [{ id: "more", to: 10, cap: 10, ...rule }] }]);
    const { stages, issues } = evaluate(
      alone,
      [received("2026-03-02"), extended("more", "2026-03-03", "2026-03-05"), { type: "replied", at: at("2026-03-04") }],
      at("2026-03-06"),
    );
    expect(stages[0]).toMatchObject({ state: "met", amount: 5, extensions: [] });
    expect(issues).toMatchObject([{ code: "sla/event-without-effect", details: { because: "stage-not-running" } }]);
  });

  test("in a stage begun anew too", () => {
    const again = policyOf([{ ...stage, reopen: "restart" }]);
    const events: SlaEvent[] = [
      received("2026-03-02"),
      { type: "replied", at: at("2026-03-03") },
      { type: "re-opened", at: at("2026-03-04") },
      extended("second", "2026-03-05", "2026-03-09"),
      extended("first", "2026-03-06"),
    ];
    expect(first(again, events, at("2026-03-10")).extensions.map(({ extension }) => extension)).toEqual([
      "first",
      "second",
    ]);
  });

  test("and means nothing to a clock that has no such extension", () => {
    const [clock] = policy.clocks;
    if (clock === undefined) throw new Error("a policy has at least one clock");
    const two = policyOf([], { clocks: [clock, { ...clock, id: "other", stages: [plainStage] }] });
    const { stages, issues } = evaluate(
      two,
      [received("2026-03-02"), extended("first", "2026-03-03"), extended("second", "2026-03-03", "2026-03-04")],
      at("2026-03-05"),
    );
    expect(stages.map(({ amount }) => amount)).toEqual([20, 3]);
    expect(issues).toEqual([]);
  });

  test("though one that does not say which stays ambiguous", () => {
    const unnamed: SlaEvent = { type: "extended", at: at("2026-03-03"), notifiedAt: at("2026-03-04") };
    const { issues } = evaluate(policy, [received("2026-03-02"), unnamed], at("2026-03-05"));
    expect(issues).toMatchObject([{ code: "sla/extension-ambiguous", details: { extensions: ["first", "second"] } }]);
  });
});
