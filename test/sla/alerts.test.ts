import { describe, expect, test } from "vitest";

import { defineCalendar, type WorkingHours } from "../../src/calendar/index.ts";
import { CN } from "../../src/calendar/data/cn/index.ts";
import {
  prepareSlaPolicy,
  escalationsDue,
  type SlaEscalationStep,
  type SlaEvent,
  type SlaPolicy,
  type SlaStage,
  type SlaThreshold,
} from "../../src/sla/index.ts";
import { SlaPolicySchema } from "../../src/sla/schema.ts";
import { at, evaluate, first, policyOf, received } from "./fixtures.ts";

/** Five working days from Mon 2026-03-02: 3, 4, 5, 6, 9. */
const receipt = received("2026-03-02");
const midnight = (date: string): string => `${date}T00:00:00+08:00`;
const before = (amount: number, unit: "working-day" | "calendar-day" | "working-minute" = "working-day") =>
  ({ at: "before-due", amount, unit }) as const;
const share = (value: string): SlaThreshold => ({ at: "used-share", share: value });
const desk: WorkingHours = {
  id: "desk",
  version: "1",
  zone: "Asia/Shanghai",
  calendar: CN,
  week: Object.fromEntries(
    ["1", "2", "3", "4", "5"].map((day) => [
      day,
      [
        { from: "09:00", to: "12:00" },
        { from: "13:30", to: "18:00" },
      ],
    ]),
  ),
};

describe("the date a stage turns at risk", () => {
  const rows: [string, Partial<SlaStage>, string, string][] = [
    ["half of five days is the third", { atRisk: share("0.5") }, "2026-03-02", midnight("2026-03-05")],
    ["three fifths are the third too", { atRisk: share("0.6") }, "2026-03-02", midnight("2026-03-05")],
    ["a little more is the fourth", { atRisk: share("0.6001") }, "2026-03-02", midnight("2026-03-06")],
    ["all of it is the last day", { atRisk: share("1") }, "2026-03-02", midnight("2026-03-09")],
    ["a working day before due", { atRisk: before(1) }, "2026-03-02", midnight("2026-03-06")],
    ["two calendar days before due", { atRisk: before(2, "calendar-day") }, "2026-03-02", midnight("2026-03-07")],
    [
      "on the calendar, over the Spring Festival",
      { amount: 3, atRisk: before(2) },
      "2026-02-13",
      midnight("2026-02-14"),
    ],
    ["never before the start", { amount: 3, atRisk: before(3) }, "2026-02-13", at("2026-02-13")],
    [
      "half of 15 calendar days is the eighth",
      { unit: "calendar-day", amount: 15, atRisk: share("0.5") },
      "2026-03-02",
      midnight("2026-03-10"),
    ],
    // a limit to the same time is told to the same time
    ["same time of day", { endOf: "same-time", atRisk: before(1) }, "2026-03-02T15:20", at("2026-03-06T15:20")],
    // two weeks are 14 days: the seventh
    ["half of two weeks", { unit: "week", amount: 2, atRisk: share("0.5") }, "2026-03-02", midnight("2026-03-09")],
  ];
  test.each(rows)("%s", (_, changes, start, expected) => {
    const policy = policyOf([{ amount: 5, ...changes }]);
    const stage = first(policy, [received(start)], at("2026-02-14"));
    const open = first(policy, [received(start)], at("2026-03-02T16:00"));
    const told = stage.state === "not-started" ? open : stage;
    expect([told.atRiskAt, told.atRiskDate]).toEqual([expected, expected.slice(0, 10)]);
  });

  test("in working minutes to the minute", () => {
    const policy = (atRisk: SlaThreshold) =>
      policyOf([{ amount: 480, unit: "working-minute", endOf: "same-time", atRisk }], { hours: "desk" });
    const told = (atRisk: SlaThreshold) =>
      first(policy(atRisk), [receipt], at("2026-03-02T11:00"), { hours: [desk] }).atRiskAt;
    // 240 minutes: 10:00-12:00 and two hours from 13:30
    expect(told(share("0.5"))).toBe(at("2026-03-02T15:30"));
    // 480 minutes: 120 + 270 on Monday, 90 on Tuesday; one hour before 10:30
    expect(told(before(60, "working-minute"))).toBe(at("2026-03-03T09:30"));
    // at the time of day of the due moment
    expect(told(before(1))).toBe(at("2026-03-02T10:30"));
  });

  test("a pause moves it, and while it lasts nobody can tell", () => {
    const policy = policyOf([
      { amount: 5, atRisk: share("0.5"), pauses: [{ reason: "customer", notifyCustomer: false }] },
    ]);
    const paused: SlaEvent = { type: "paused", at: at("2026-03-03"), reason: "customer" };
    expect(first(policy, [receipt, paused], at("2026-03-04"))).toMatchObject({ state: "paused", atRiskDate: null });
    const resumed: SlaEvent = { type: "resumed", at: at("2026-03-05") };
    // without 4 and 5: 3, 6, 9
    expect(first(policy, [receipt, paused, resumed], at("2026-03-06")).atRiskDate).toBe("2026-03-09");
  });

  test("a pause that begins on the day it turns does not move it", () => {
    const policy = policyOf([
      { amount: 5, atRisk: share("0.5"), pauses: [{ reason: "customer", notifyCustomer: false }] },
    ]);
    const wait: SlaEvent[] = [
      { type: "paused", at: at("2026-03-05"), reason: "customer" },
      { type: "resumed", at: at("2026-03-10") },
    ];
    expect(first(policy, [receipt, ...wait], at("2026-03-11")).atRiskDate).toBe("2026-03-05");
  });

  test("turned before a pause, it stays told", () => {
    const policy = policyOf([
      { amount: 5, atRisk: share("0.2"), pauses: [{ reason: "customer", notifyCustomer: false }] },
    ]);
    const paused: SlaEvent = { type: "paused", at: at("2026-03-04"), reason: "customer" };
    expect(first(policy, [receipt, paused], at("2026-03-10"))).toMatchObject({
      state: "paused",
      atRisk: true,
      atRiskDate: "2026-03-03",
    });
  });

  test("at risk from its first second to the due second, and only while open", () => {
    const policy = policyOf([{ amount: 5, atRisk: before(1) }]);
    const atRisk = (now: string, ...events: SlaEvent[]) => first(policy, [receipt, ...events], now).atRisk;
    expect(atRisk("2026-03-05T23:59:59+08:00")).toBe(false);
    expect(atRisk(midnight("2026-03-06"))).toBe(true);
    expect(atRisk("2026-03-09T23:59:59+08:00")).toBe(true);
    expect(atRisk(midnight("2026-03-10"))).toBe(false);
    expect(atRisk(at("2026-03-08"), { type: "replied", at: at("2026-03-06") })).toBe(false);
  });

  test("of an ended stage it is told only when it had turned", () => {
    const policy = policyOf([{ amount: 5, atRisk: before(1) }]);
    const told = (text: string) => first(policy, [receipt, { type: "replied", at: at(text) }], at("2026-03-20"));
    expect(told("2026-03-05")).toMatchObject({ atRiskDate: null, atRiskAt: null });
    expect(told("2026-03-05T23:59").atRiskDate).toBeNull();
    expect(told("2026-03-06T00:00").atRiskDate).toBe("2026-03-06");
    expect(told("2026-03-06").atRiskDate).toBe("2026-03-06");
    expect(told("2026-03-06").explanation).toContainEqual({
      code: "at-risk",
      date: "2026-03-06",
      at: midnight("2026-03-06"),
    });
  });

  test("without a rule, a start or a due date there is none", () => {
    expect(first(policyOf([{}]), [receipt], at("2026-03-03"))).toMatchObject({ atRisk: false, atRiskAt: null });
    expect(first(policyOf([{ atRisk: before(1) }]), [], at("2026-03-03")).atRiskAt).toBeNull();
    const undetermined = first(
      policyOf([{ amount: 9, atRisk: share("0.1") }]),
      [received("2026-12-28")],
      at("2026-12-29"),
    );
    expect(undetermined).toMatchObject({ state: "undetermined", atRiskAt: null });
  });
});

const ladder: SlaEscalationStep[] = [
  { id: "late", when: { at: "after-due", amount: 2, unit: "working-day" }, notify: ["board"] },
  { id: "half", when: { at: "used-share", share: "0.5" } },
  { id: "head", when: before(1), notify: ["head-of-department"] },
  { id: "breach", when: { at: "breach" }, urgent: true },
];
const laddered = (changes: Partial<SlaStage> = {}, policy: Partial<SlaPolicy> = {}) =>
  policyOf([{ amount: 5, escalations: ladder, ...changes }], policy);

describe("the escalation ladder", () => {
  const policy = laddered();

  test("is climbed in the order of time", () => {
    const stage = first(policy, [receipt], at("2026-03-03"));
    expect(stage.escalations.map(({ step, at: moment, date, notify }) => [step, moment, date, notify])).toEqual([
      ["half", midnight("2026-03-05"), "2026-03-05", []],
      ["head", midnight("2026-03-06"), "2026-03-06", ["head-of-department"]],
      ["breach", midnight("2026-03-10"), "2026-03-10", []],
      ["late", midnight("2026-03-11"), "2026-03-11", ["board"]],
    ]);
  });

  test.each([
    [at("2026-03-03"), "half"],
    ["2026-03-04T23:59:59+08:00", "half"],
    [midnight("2026-03-05"), "head"],
    [at("2026-03-09"), "breach"],
    [at("2026-03-10"), "late"],
    [at("2026-03-11"), undefined],
  ])("at %s the next step is %s", (now, step) => {
    expect(first(policy, [receipt], now).nextEscalation?.step).toBe(step);
  });

  test("ends with the stage", () => {
    const stage = first(policy, [receipt, { type: "replied", at: at("2026-03-06") }], at("2026-03-20"));
    expect(stage.escalations.map(({ step }) => step)).toEqual(["half", "head"]);
    expect(stage.nextEscalation).toBeNull();
  });

  test("a step reached at the very end of the stage counts as reached", () => {
    const stage = first(policy, [receipt, { type: "replied", at: midnight("2026-03-10") }], at("2026-03-20"));
    expect(stage.escalations.map(({ step }) => step)).toEqual(["half", "head", "breach"]);
  });

  test("a limit whose last days fall away with the weekend is used up as the case is received", () => {
    // Thu 2026-05-21 after the cut-off: from Fri 22 two days on is Sun 24, brought back to Fri 22, so no day is left
    const limit = { amount: 2, unit: "calendar-day", cutOff: "12:30", roll: "preceding" } as const;
    const early = policyOf([{ ...limit, escalations: [{ id: "half", when: share("0.5") }] }]);
    const stage = first(early, [{ type: "received", at: "2026-05-21T23:06:58+08:00" }], at("2026-05-22"));
    expect(stage.allowed).toBe(0);
    expect(stage.escalations).toMatchObject([{ step: "half", at: "2026-05-21T23:06:58+08:00" }]);
  });

  test("has no steps where there is no due date, and says nothing more", () => {
    const { stages, issues } = evaluate(policy, [received("2026-12-28")], at("2026-12-29"));
    expect(stages[0]).toMatchObject({ state: "undetermined", escalations: [], nextEscalation: null });
    expect(issues).toHaveLength(1);
    const none = first(laddered({ atRisk: share("0.5") }), [], at("2026-03-03"));
    expect(none).toMatchObject({ state: "not-started", escalations: [], atRiskAt: null });
  });

  test("a point before the calendar's data is an issue", () => {
    const short = defineCalendar({
      id: "cn",
      version: "short",
      weekend: [6, 7],
      from: "2026-03-20",
      to: "2026-04-01",
      off: [],
      work: [],
      sources: ["made up for this test"],
    });
    const early = policyOf([{ amount: 1, atRisk: before(5) }]);
    const { stages, issues } = evaluate(early, [received("2026-03-20")], at("2026-03-20"), { calendars: [short] });
    expect(stages[0]).toMatchObject({ state: "running", dueDate: "2026-03-23", atRisk: false, atRiskAt: null });
    expect(issues).toMatchObject([
      {
        code: "calendar/out-of-range",
        path: ["stages", 0],
        details: { calendar: "cn", clock: "internal", stage: "reply", step: "at-risk" },
      },
    ]);
  });

  test("a step beyond the calendar's data is an issue, the others are told", () => {
    // 25, 28, 29, 30, 31
    const { stages, issues } = evaluate(policy, [received("2026-12-24")], at("2026-12-25"));
    expect(stages[0]).toMatchObject({ dueDate: "2026-12-31" });
    expect(stages[0]?.escalations.map(({ step }) => step)).toEqual(["half", "head", "breach"]);
    expect(issues).toMatchObject([
      {
        code: "calendar/out-of-range",
        path: ["stages", 0],
        details: { clock: "internal", stage: "reply", step: "late" },
      },
    ]);
  });
});

describe("quiet hours", () => {
  const alerts = (quietHours: SlaPolicy["quietHours"], escalations: SlaEscalationStep[]) =>
    first(
      laddered({ escalations }, quietHours === undefined ? {} : { quietHours }),
      [receipt],
      at("2026-03-03"),
    ).escalations.map(({ step, alertAt }) => [step, alertAt]);
  const saturday: SlaEscalationStep = { id: "saturday", when: before(2, "calendar-day") };
  const night = { from: "20:00", to: "08:00" };

  test("an alert waits for their end, an urgent one does not", () => {
    expect(alerts(night, ladder)).toEqual([
      ["half", at("2026-03-05T08:00")],
      ["head", at("2026-03-06T08:00")],
      ["breach", midnight("2026-03-10")],
      ["late", at("2026-03-11T08:00")],
    ]);
  });

  test("days off are quiet where the policy says so", () => {
    expect(alerts(night, [saturday])).toEqual([["saturday", at("2026-03-07T08:00")]]);
    expect(alerts({ ...night, daysOff: true }, [saturday])).toEqual([["saturday", at("2026-03-09T08:00")]]);
    expect(alerts({ from: "12:00", to: "13:00", daysOff: true }, [saturday])).toEqual([
      ["saturday", midnight("2026-03-09")],
    ]);
  });

  test("an alert that waits for a day beyond the calendar's data is an issue", () => {
    const quiet = { ...night, daysOff: true };
    const steps: SlaEscalationStep[] = [
      { id: "late", when: { at: "after-due", amount: 2, unit: "working-day" } },
      { id: "breach", when: { at: "breach" } },
      { id: "last", when: before(1) },
    ];
    // 25, 28, 29, 30, 31
    const { stages, issues } = evaluate(
      laddered({ escalations: steps }, { quietHours: quiet }),
      [received("2026-12-24")],
      at("2026-12-25"),
    );
    expect(stages[0]?.escalations.map(({ step, alertAt }) => [step, alertAt])).toEqual([
      ["last", at("2026-12-30T08:00")],
    ]);
    expect(issues.map(({ code, details }) => [code, details["step"]])).toEqual([
      ["calendar/out-of-range", "late"],
      ["calendar/out-of-range", "breach"],
    ]);
  });

  test("on the last days of the data, which are days off, nobody knows the next one", () => {
    const short = defineCalendar({
      id: "cn",
      version: "short",
      weekend: [6, 7],
      from: "2026-03-02",
      to: "2026-03-30",
      off: [],
      work: [],
      sources: ["made up for this test"],
    });
    // Tue 24 + 5 calendar days: Sun 29; the day before is a Saturday
    const { stages, issues } = evaluate(
      laddered(
        { unit: "calendar-day", escalations: [{ id: "saturday", when: before(1, "calendar-day") }] },
        { quietHours: { ...night, daysOff: true } },
      ),
      [received("2026-03-24")],
      at("2026-03-25"),
      { calendars: [short] },
    );
    expect(stages[0]).toMatchObject({ dueDate: "2026-03-29", escalations: [] });
    expect(issues).toMatchObject([{ code: "calendar/out-of-range", details: { step: "saturday" } }]);
  });

  test("end at the second of two hours where the clocks are set back", () => {
    // 01:10 comes twice on 2026-11-01; the case is received in the second, and the step is not before that
    const policy = laddered(
      { unit: "calendar-day", amount: 1, escalations: [{ id: "head", when: before(5, "calendar-day") }] },
      { zone: "America/New_York", quietHours: { from: "22:00", to: "01:30" } },
    );
    const alertAt = (moment: string) =>
      first(policy, [{ type: "received", at: moment }], moment).escalations[0]?.alertAt;
    expect(alertAt("2026-11-01T01:10:00-05:00")).toBe("2026-11-01T01:30:00-05:00");
    expect(alertAt("2026-11-01T01:10:00-04:00")).toBe("2026-11-01T01:30:00-04:00");
    expect(alertAt("2026-11-01T01:40:00-05:00")).toBe("2026-11-01T01:40:00-05:00");
  });

  test.each([
    ["15:59", "15:59"],
    ["16:00", "17:00"],
    ["16:59", "17:00"],
    ["17:00", "17:00"],
  ])("of one day: %s goes out at %s", (time, expected) => {
    const policy = laddered(
      { endOf: "same-time", escalations: [{ id: "head", when: before(1) }] },
      { quietHours: { from: "16:00", to: "17:00" } },
    );
    const stage = first(policy, [received(`2026-03-02T${time}`)], at("2026-03-03"));
    expect(stage.escalations[0]?.alertAt).toBe(at(`2026-03-06T${expected}`));
  });

  test.each([
    ["19:59", "2026-03-06T19:59"],
    ["20:00", "2026-03-07T08:00"],
    ["07:59", "2026-03-06T08:00"],
    ["08:00", "2026-03-06T08:00"],
  ])("over midnight: %s goes out at %s", (time, expected) => {
    const policy = laddered(
      { endOf: "same-time", escalations: [{ id: "head", when: before(1) }] },
      { quietHours: night },
    );
    const stage = first(policy, [received(`2026-03-02T${time}`)], at("2026-03-03"));
    expect(stage.escalations[0]?.alertAt).toBe(at(expected));
  });
});

describe("alerts due in a window", () => {
  const evaluated = () => evaluate(laddered(), [receipt], at("2026-03-03"));
  const steps = (from: string, to: string) => escalationsDue(evaluated(), from, to).map(({ step }) => step);

  test("from inclusive to exclusive", () => {
    expect(steps(midnight("2026-03-05"), midnight("2026-03-06"))).toEqual(["half"]);
    expect(steps("2026-03-05T00:00:01+08:00", "2026-03-06T00:00:01+08:00")).toEqual(["head"]);
    expect(steps(midnight("2026-03-01"), midnight("2026-04-01"))).toEqual(["half", "head", "breach", "late"]);
    expect(steps(midnight("2026-03-05"), midnight("2026-03-05"))).toEqual([]);
  });

  test("in the order in which they go out, simultaneous ones in the order of the stages", () => {
    const escalations: SlaEscalationStep[] = [{ id: "breach", when: { at: "breach" } }];
    const policy = policyOf([
      { id: "long", amount: 5, escalations },
      { id: "short", amount: 3, escalations },
      { id: "as-long", amount: 5, escalations },
    ]);
    const due = escalationsDue(
      evaluate(policy, [receipt], at("2026-03-03")),
      midnight("2026-03-01"),
      midnight("2026-04-01"),
    );
    expect(due.map(({ stage, alertAt }) => [stage, alertAt])).toEqual([
      ["short", midnight("2026-03-06")],
      ["long", midnight("2026-03-10")],
      ["as-long", midnight("2026-03-10")],
    ]);
  });

  test("name their stage", () => {
    expect(escalationsDue(evaluated(), midnight("2026-03-10"), midnight("2026-03-11"))).toEqual([
      {
        clock: "internal",
        stage: "reply",
        cycle: 1,
        step: "breach",
        date: "2026-03-10",
        at: midnight("2026-03-10"),
        alertAt: midnight("2026-03-10"),
        notify: [],
      },
    ]);
  });

  test("one that waited beyond the end of its stage is left out", () => {
    const quiet = laddered({}, { quietHours: { from: "20:00", to: "08:00" } });
    const replied = (text: string): SlaEvent => ({ type: "replied", at: at(text) });
    const due = (text: string) =>
      escalationsDue(
        evaluate(quiet, [receipt, replied(text)], at("2026-03-20")),
        midnight("2026-03-01"),
        midnight("2026-04-01"),
      );
    expect(due("2026-03-05T07:59").map(({ step }) => step)).toEqual([]);
    expect(due("2026-03-05T08:00").map(({ step }) => step)).toEqual([]);
    expect(due("2026-03-05T08:01").map(({ step }) => step)).toEqual(["half"]);
  });

  test("a window that runs backwards is refused", () => {
    const [from, to] = [midnight("2026-03-06"), midnight("2026-03-05")];
    const result = evaluated();
    expect(() => escalationsDue(result, from, to)).toThrow(
      expect.objectContaining({
        code: "sla/reversed-window",
        path: ["to"],
        details: { from, to },
        message: "to: before from",
      }),
    );
    expect(() => escalationsDue(result, from, "2026-03-06")).toThrow(
      expect.objectContaining({ code: "core/invalid-instant", path: ["to"], details: { received: "2026-03-06" } }),
    );
    expect(() => escalationsDue(result, "2026-03-06", to)).toThrow(
      expect.objectContaining({ code: "core/invalid-instant", path: ["from"], details: { received: "2026-03-06" } }),
    );
  });
});

describe("rules of alerts that mean nothing", () => {
  const stage = (changes: Partial<SlaStage>) => policyOf([changes]);
  const stagePath = ["policy", "clocks", 0, "stages", 0];
  const rows: [string, SlaPolicy, (string | number)[], Record<string, unknown>][] = [
    [
      "a share of nothing",
      stage({ atRisk: share("0") }),
      [...stagePath, "atRisk", "share"],
      { reason: "not-a-share", received: "0" },
    ],
    [
      "a share above one",
      stage({ atRisk: share("1.01") }),
      [...stagePath, "atRisk", "share"],
      { reason: "not-a-share", received: "1.01" },
    ],
    [
      "a share of five digits",
      stage({ escalations: [{ id: "x", when: share("0.12345") }] }),
      [...stagePath, "escalations", 0, "when", "share"],
      { reason: "not-a-share", received: "0.12345" },
    ],
    [
      "no day before",
      stage({ atRisk: before(0) }),
      [...stagePath, "atRisk", "amount"],
      { reason: "not-a-whole-number", received: "0", min: 1, max: 10000 },
    ],
    [
      "minutes without working hours",
      stage({ atRisk: before(5, "working-minute") }),
      ["policy", "hours"],
      { reason: "hours-missing" },
    ],
    [
      "two steps of one id",
      stage({ escalations: [...ladder.slice(0, 1), ...ladder.slice(0, 1)] }),
      [...stagePath, "escalations", 1, "id"],
      { reason: "used-twice", id: "late" },
    ],
    [
      "quiet hours at no time",
      policyOf([{}], { quietHours: { from: "24:00", to: "08:00" } }),
      ["policy", "quietHours", "from"],
      { reason: "not-a-time", received: "24:00" },
    ],
    [
      "quiet hours without end",
      policyOf([{}], { quietHours: { from: "08:00", to: "08:00" } }),
      ["policy", "quietHours", "to"],
      { reason: "same-as-from", from: "08:00", to: "08:00" },
    ],
    [
      "a stage resumed that another runs from",
      policyOf([
        { id: "a", reopen: "resume" },
        { id: "b", from: "a" },
      ]),
      ["policy", "clocks", 0, "stages", 1, "reopen"],
      { reason: "cannot-resume", from: "a" },
    ],
    [
      "stages in a row that differ about re-opening",
      policyOf([
        { id: "a", reopen: "restart" },
        { id: "b", from: "a" },
      ]),
      ["policy", "clocks", 0, "stages", 1, "reopen"],
      { reason: "not-as-before", from: "a", expected: "restart" },
    ],
  ];
  test.each(rows)("%s", (_, policy, path, details) => {
    expect(() => prepareSlaPolicy(policy)).toThrow(
      expect.objectContaining({ code: "sla/invalid-policy", path, details }),
    );
  });

  const needs: [string | null, Partial<SlaStage>][] = [
    ["sla/missing-calendar", { atRisk: before(1) }],
    ["sla/missing-calendar", { escalations: [{ id: "x", when: { at: "after-due", amount: 1, unit: "working-day" } }] }],
    ["sla/missing-calendar", { roll: "following" }],
    ["sla/missing-calendar", { cutOff: "17:00" }],
    [
      "sla/missing-calendar",
      {
        extensions: [
          { id: "x", to: 9, unit: "working-day", cap: 9, notifyCustomer: false, beforeExpiryOnly: true, times: 1 },
        ],
      },
    ],
    ["sla/missing-hours", { atRisk: before(5, "working-minute") }],
    ["sla/missing-hours", { escalations: [{ id: "x", when: { at: "after-due", amount: 5, unit: "working-minute" } }] }],
    ["sla/missing-hours", { endOf: "close-of-business" }],
    [null, { atRisk: share("0.5") }],
    [null, { atRisk: before(1, "calendar-day") }],
    [null, { escalations: [{ id: "x", when: { at: "breach" } }] }],
    [null, {}],
  ];
  test.each(needs)("before anything has happened, %s is told of a stage with %j", (code, changes) => {
    const calendarDays = { unit: "calendar-day", amount: 15 } as const;
    const policy = policyOf(
      [
        { ...calendarDays, id: "plain" },
        { ...calendarDays, ...changes },
      ],
      { hours: "desk" },
    );
    const run = () => evaluate(policy, [], at("2026-03-03"), { calendars: [] });
    if (code === null) expect(run()).toMatchObject({ calendar: null, stages: [{}, { state: "not-started" }] });
    else expect(run).toThrow(expect.objectContaining({ code }));
  });

  test("calendar and hours that only alerts need are asked for", () => {
    const calendarDays = { unit: "calendar-day", amount: 15 } as const;
    const run = (policy: SlaPolicy) => () => evaluate(policy, [receipt], at("2026-03-03"), { calendars: [] });
    expect(run(policyOf([calendarDays]))).not.toThrow();
    expect(run(policyOf([{ ...calendarDays, atRisk: before(1) }]))).toThrow(
      expect.objectContaining({ code: "sla/missing-calendar" }),
    );
    expect(run(policyOf([calendarDays], { quietHours: { from: "20:00", to: "08:00", daysOff: true } }))).toThrow(
      expect.objectContaining({ code: "sla/missing-calendar" }),
    );
    expect(run(policyOf([{ ...calendarDays, atRisk: before(5, "working-minute") }], { hours: "desk" }))).toThrow(
      expect.objectContaining({ code: "sla/missing-hours" }),
    );
  });

  test("the schema takes every form of them", () => {
    const policy = laddered(
      { atRisk: before(1), reopen: "new-cycle", merge: "ends-before-due" },
      { quietHours: { from: "20:00", to: "08:00", daysOff: true } },
    );
    expect(SlaPolicySchema.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
    expect(SlaPolicySchema.safeParse({ ...policy, quietHours: { from: "8", to: "9" } }).success).toBe(false);
  });
});
