import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { HK } from "../../src/calendar/data/hk/index.ts";
import { defineCalendar, type WorkingHours } from "../../src/calendar/index.ts";
import { nfraComplaintPolicy, sourceComplaintPolicy, type SlaEvent, type SlaStage } from "../../src/sla/index.ts";
import { at, evaluate, first, policyOf, received } from "./fixtures.ts";

/*
 * Days of 2026 the counts below rest on (State Council notice for 2026):
 * off 02-15 Sun to 02-23 Mon; worked 02-14 Sat and 02-28 Sat. Off 09-25 Fri to 09-27 Sun; worked 09-20 Sun.
 * Off 10-01 Thu to 10-07 Wed; worked 10-10 Sat.
 */
describe("three working days, day of receipt not counted", () => {
  test.each([
    // 春节
    ["2026-02-11", "2026-02-14", "Wed: 12 Thu, 13 Fri, 14 Sat make-up"],
    ["2026-02-12", "2026-02-24", "Thu: 13 Fri, 14 Sat make-up, [15-23 off] 24 Tue"],
    ["2026-02-13", "2026-02-25", "Fri: 14 Sat make-up, [15-23 off] 24, 25"],
    ["2026-02-14", "2026-02-26", "Sat make-up: [15-23 off] 24, 25, 26"],
    ["2026-02-18", "2026-02-26", "holiday: 24, 25, 26"],
    ["2026-02-23", "2026-02-26", "last holiday: 24, 25, 26"],
    ["2026-02-24", "2026-02-27", "Tue: 25, 26, 27"],
    ["2026-02-26", "2026-03-02", "Thu: 27 Fri, 28 Sat make-up, [1 Sun] 2 Mon"],
    ["2026-02-28", "2026-03-04", "Sat make-up: [1 Sun] 2, 3, 4"],
    // 中秋
    ["2026-09-18", "2026-09-22", "Fri: [19 Sat] 20 Sun make-up, 21 Mon, 22 Tue"],
    ["2026-09-22", "2026-09-28", "Tue: 23, 24, [25-27 off] 28 Mon"],
    ["2026-09-24", "2026-09-30", "Thu: [25-27 off] 28, 29, 30"],
    ["2026-09-26", "2026-09-30", "holiday: 28, 29, 30"],
    // 国庆
    ["2026-09-28", "2026-10-08", "Mon: 29, 30, [1-7 off] 8 Thu"],
    ["2026-09-30", "2026-10-10", "Wed: [1-7 off] 8, 9, 10 Sat make-up"],
    ["2026-10-07", "2026-10-10", "last holiday: 8, 9, 10 Sat make-up"],
    ["2026-10-08", "2026-10-12", "Thu: 9, 10 Sat make-up, [11 Sun] 12 Mon"],
    // end of the data
    ["2026-12-28", "2026-12-31", "Mon: 29, 30, 31 Thu"],
  ])("received %s, due %s (%s)", (date, due) => {
    const stage = first(sourceComplaintPolicy, [received(date)], at(date));
    expect(stage.dueDate).toBe(due);
    expect(stage.dueAt).toBe(`${due}T23:59:59+08:00`);
  });
});

describe("seven working days from the same start, with consent", () => {
  test.each([
    ["2026-02-13", "2026-03-02", "14, [15-23] 24, 25, 26, 27, 28 make-up, [1] 2"],
    ["2026-09-24", "2026-10-12", "[25-27] 28, 29, 30, [1-7] 8, 9, 10 make-up, [11] 12"],
    ["2026-09-30", "2026-10-15", "[1-7] 8, 9, 10 make-up, [11] 12, 13, 14, 15"],
  ])("received %s, due %s (%s)", (date, due) => {
    const stage = first(
      sourceComplaintPolicy,
      [
        received(date),
        { type: "extended", at: at(`${date}T11:00`), approvedByRole: "department-in-charge", reason: "second-branch" },
      ],
      at(`${date}T12:00`),
    );
    expect(stage.dueDate).toBe(due);
    expect(stage.amount).toBe(7);
  });
});

describe("the day of receipt in the zone of the policy", () => {
  test.each([
    ["2026-02-13T15:59:59Z", "2026-02-13", "2026-02-25", "23:59:59 in Shanghai"],
    ["2026-02-13T16:00:00Z", "2026-02-14", "2026-02-26", "midnight in Shanghai"],
    ["2026-02-13T23:30:00Z", "2026-02-14", "2026-02-26", "07:30 the next day in Shanghai"],
    ["2026-02-13T11:30:00-05:00", "2026-02-14", "2026-02-26", "00:30 the next day in Shanghai"],
  ])("%s is %s, due %s (%s)", (moment, date, due) => {
    const stage = first(sourceComplaintPolicy, [{ type: "received", at: moment }], moment);
    expect([stage.startDate, stage.dueDate]).toEqual([date, due]);
  });
});

describe("a cut-off hour", () => {
  const policy = policyOf([{ cutOff: "17:00" }]);
  test.each([
    ["2026-02-27T17:00", "2026-02-27", "2026-03-03", "Fri at the hour: 28 make-up, 2, 3"],
    ["2026-02-27T17:01", "2026-02-28", "2026-03-04", "Fri after it counts as Sat make-up: 2, 3, 4"],
    ["2026-02-28T17:01", "2026-03-02", "2026-03-05", "Sat make-up after it counts as Mon 2: 3, 4, 5"],
    ["2026-03-01T09:00", "2026-03-02", "2026-03-05", "Sun counts as Mon 2: 3, 4, 5"],
    ["2026-09-30T18:00", "2026-10-08", "2026-10-12", "Wed after it counts as Thu 10-08: 9, 10 make-up, 12"],
    ["2026-10-03T09:00", "2026-10-08", "2026-10-12", "holiday counts as Thu 10-08: 9, 10 make-up, 12"],
  ])("received %s counts on %s, due %s (%s)", (moment, date, due) => {
    const stage = first(policy, [received(moment)], at(moment));
    expect([stage.startDate, stage.dueDate]).toEqual([date, due]);
  });

  test("is inclusive to the second", () => {
    const onTime = first(policy, [{ type: "received", at: "2026-02-27T17:00:00.999+08:00" }], at("2026-02-27T18:00"));
    const late = first(policy, [{ type: "received", at: "2026-02-27T17:00:01+08:00" }], at("2026-02-27T18:00"));
    expect([onTime.startDate, late.startDate]).toEqual(["2026-02-27", "2026-02-28"]);
  });

  test.each([
    ["17:30", "2026-02-27"],
    ["17:31", "2026-02-28"],
  ])("may lie within an hour: at %s of 17:30 it counts on %s", (time, date) => {
    const half = policyOf([{ cutOff: "17:30" }]);
    expect(first(half, [received(`2026-02-27T${time}`)], at("2026-02-27T18:00")).startDate).toBe(date);
  });

  test.each(["10:00", "18:00"])("on a day the calendar does not know counts nowhere: at %s", (time) => {
    const stage = first(policy, [received(`2006-12-28T${time}`)], at("2006-12-29"));
    expect(stage).toMatchObject({ state: "undetermined", startDate: null, notBefore: null });
  });

  test("a receipt after the last covered day's hour is undetermined", () => {
    const { stages, issues } = evaluate(policy, [received("2026-12-31T17:01")], at("2026-12-31T18:00"));
    expect(stages[0]).toMatchObject({ state: "undetermined", startDate: null, dueDate: null, notBefore: "2026-12-31" });
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ code: "calendar/out-of-range", path: ["stages", 0] });
  });
});

describe("units, start day and the end of the last day", () => {
  const rows: [string, Partial<SlaStage>, string, string][] = [
    ["15 calendar days", { unit: "calendar-day", amount: 15 }, "2026-02-13T10:00", "2026-02-28T23:59:59+08:00"],
    [
      "start day counted: 13, 14 make-up, 24",
      { startDayCounts: true },
      "2026-02-13T10:00",
      "2026-02-24T23:59:59+08:00",
    ],
    [
      "start day counted on a day off: 24, 25, 26",
      { startDayCounts: true },
      "2026-02-18T10:00",
      "2026-02-26T23:59:59+08:00",
    ],
    [
      "2 calendar days, start day counted",
      { unit: "calendar-day", amount: 2, startDayCounts: true },
      "2026-03-05T10:00",
      "2026-03-06T23:59:59+08:00",
    ],
    ["8 weeks = 56 days", { unit: "week", amount: 8 }, "2026-03-02T10:00", "2026-04-27T23:59:59+08:00"],
    ["a month to a shorter one", { unit: "month", amount: 1 }, "2026-01-31T10:00", "2026-02-28T23:59:59+08:00"],
    ["two months", { unit: "month", amount: 2 }, "2026-01-31T10:00", "2026-03-31T23:59:59+08:00"],
    [
      "a month, start day counted, ends the day before",
      { unit: "month", amount: 1, startDayCounts: true },
      "2026-03-05T10:00",
      "2026-04-04T23:59:59+08:00",
    ],
    [
      "the same time a day later",
      { unit: "calendar-day", amount: 1, endOf: "same-time" },
      "2026-03-05T10:15",
      "2026-03-06T10:15:00+08:00",
    ],
    [
      "the same time a working day later: [15-23 off]",
      { amount: 1, endOf: "same-time" },
      "2026-02-14T16:45",
      "2026-02-24T16:45:00+08:00",
    ],
    [
      "rolled on: 09-18 + 15 = 10-03, a holiday",
      { unit: "calendar-day", amount: 15, roll: "following" },
      "2026-09-18T10:00",
      "2026-10-08T23:59:59+08:00",
    ],
    [
      "rolled back: 09-18 + 15 = 10-03, a holiday",
      { unit: "calendar-day", amount: 15, roll: "preceding" },
      "2026-09-18T10:00",
      "2026-09-30T23:59:59+08:00",
    ],
    [
      "not rolled back to before the start: Sat 01-17 + 1 = Sun 01-18",
      { unit: "calendar-day", amount: 1, roll: "preceding" },
      "2026-01-17T10:00",
      "2026-01-18T23:59:59+08:00",
    ],
    [
      "rolled back to the day of the start: Fri 01-16 + 1 = Sat 01-17",
      { unit: "calendar-day", amount: 1, roll: "preceding" },
      "2026-01-16T10:00",
      "2026-01-16T23:59:59+08:00",
    ],
    [
      "rolled back to the very moment of the start: Fri 01-16 + 1 = Sat 01-17",
      { unit: "calendar-day", amount: 1, endOf: "same-time", roll: "preceding" },
      "2026-01-16T10:00",
      "2026-01-16T10:00:00+08:00",
    ],
    [
      "not rolled away from a make-up day: 10-05 + 5 = 10-10",
      { unit: "calendar-day", amount: 5, roll: "following" },
      "2026-10-05T10:00",
      "2026-10-10T23:59:59+08:00",
    ],
  ];
  test.each(rows)("%s", (_, changes, moment, due) => {
    expect(first(policyOf([changes]), [received(moment)], at(moment)).dueAt).toBe(due);
  });

  test.each([
    [
      { unit: "month", amount: 1 },
      { measure: "calendar-day", allowed: 28, elapsed: 5, remaining: 23 },
    ],
    [
      { unit: "week", amount: 2 },
      { measure: "calendar-day", allowed: 14, elapsed: 5, remaining: 9 },
    ],
    [
      { unit: "calendar-day", amount: 9 },
      { measure: "calendar-day", allowed: 9, elapsed: 5, remaining: 4 },
    ],
    // Sat 01-31; 2, 3, 4, 5 February
    [
      { unit: "working-day", amount: 6 },
      { measure: "working-day", allowed: 6, elapsed: 4, remaining: 2 },
    ],
  ] as const)("%j from 01-31 is measured in days: %j", (changes, expected) => {
    expect(first(policyOf([changes]), [received("2026-01-31")], at("2026-02-05"))).toMatchObject(expected);
  });

  test("a pause lengthens a limit in months by its days", () => {
    const stage = first(
      policyOf([{ unit: "month", amount: 1, pauses: [{ reason: "customer", notifyCustomer: false }] }]),
      [
        received("2026-03-05"),
        { type: "paused", at: at("2026-03-10"), reason: "customer" },
        { type: "resumed", at: at("2026-03-15") },
      ],
      at("2026-03-16"),
    );
    // 04-05 and five days
    expect(stage).toMatchObject({ dueDate: "2026-04-10", allowed: 31, elapsed: 6 });
  });

  test("the end of a day follows the clocks of the zone", () => {
    const weeks = policyOf([{ unit: "week", amount: 8 }], { zone: "Europe/London" });
    const stage = first(weeks, [{ type: "received", at: "2026-03-02T10:00:00Z" }], "2026-03-02T10:00:00Z");
    expect([stage.start, stage.dueAt]).toEqual(["2026-03-02T10:00:00Z", "2026-04-27T23:59:59+01:00"]);
  });

  test("the same time follows the clocks of the zone, 23 hours across the change", () => {
    const day = policyOf([{ unit: "calendar-day", amount: 1, endOf: "same-time" }], { zone: "America/New_York" });
    const stage = first(day, [{ type: "received", at: "2026-03-07T10:00:00-05:00" }], "2026-03-07T15:00:00Z");
    expect(stage.dueAt).toBe("2026-03-08T10:00:00-04:00");
  });

  test("moments told on the day of a change have the offset of their hour", () => {
    const day = policyOf([{ unit: "calendar-day", amount: 1 }], { zone: "America/New_York" });
    const before = first(day, [{ type: "received", at: "2026-03-08T06:59:59Z" }], "2026-03-08T12:00:00Z");
    const after = first(day, [{ type: "received", at: "2026-03-08T07:00:00Z" }], "2026-03-08T12:00:00Z");
    expect([before.start, after.start]).toEqual(["2026-03-08T01:59:59-05:00", "2026-03-08T03:00:00-04:00"]);
  });

  test("a limit in calendar days without roll asks no calendar", () => {
    const { stages, calendar } = evaluate(nfraComplaintPolicy, [received("2030-01-01")], at("2030-01-02"), {
      calendars: [],
    });
    expect(stages[0]?.dueDate).toBe("2030-01-16");
    expect(calendar).toBeNull();
  });
});

describe("working hours", () => {
  const day = [
    { from: "09:00", to: "12:00" },
    { from: "13:30", to: "17:30" },
  ];
  const desk: WorkingHours = {
    id: "desk",
    version: "1",
    zone: "Asia/Shanghai",
    calendar: CN,
    week: { 1: day, 2: day, 3: day, 4: day, 5: day },
  };
  const hours = [desk];
  const minutes = policyOf([{ unit: "working-minute", amount: 240, endOf: "same-time" }], { hours: "desk" });

  test.each([
    ["2026-02-13T16:00", "2026-02-14T11:30:00+08:00", "90 on Fri, 150 on Sat make-up from 09:00"],
    ["2026-02-14T16:00", "2026-02-24T11:30:00+08:00", "90 on Sat make-up, [15-23 off] 150 on Tue"],
    ["2026-03-02T08:00", "2026-03-02T14:30:00+08:00", "180 to noon, 60 from 13:30"],
    ["2026-03-02T09:00", "2026-03-02T14:30:00+08:00", "180 to noon, 60 from 13:30"],
    ["2026-03-02T12:30", "2026-03-02T17:30:00+08:00", "240 from 13:30 end at closing"],
  ])("240 working minutes from %s end %s (%s)", (moment, due) => {
    expect(first(minutes, [received(moment)], at(moment), { hours }).dueAt).toBe(due);
  });

  test("a second more than a limit in minutes is late", () => {
    const events = [received("2026-03-02T09:00")];
    expect(first(minutes, events, "2026-03-02T14:30:00+08:00", { hours })).toMatchObject({
      state: "running",
      remaining: 0,
    });
    expect(first(minutes, events, "2026-03-02T14:30:01+08:00", { hours })).toMatchObject({
      state: "breached",
      remaining: 0,
    });
    expect(first(minutes, events, "2026-03-02T14:31:00+08:00", { hours })).toMatchObject({
      remaining: -1,
      elapsed: 241,
    });
  });

  test("a pause leaves out the seconds worked in it, over lunch and to the second", () => {
    const paused = policyOf(
      [
        {
          unit: "working-minute",
          amount: 240,
          endOf: "same-time",
          pauses: [{ reason: "customer", notifyCustomer: false }],
        },
      ],
      { hours: "desk" },
    );
    // worked: 09:00 to 11:59:30 = 179.5 min, then from 13:30:15 on 60.5 min: 14:30:45
    const stage = first(
      paused,
      [
        received("2026-03-02T09:00"),
        { type: "paused", at: "2026-03-02T11:59:30+08:00", reason: "customer" },
        { type: "resumed", at: "2026-03-02T13:30:15+08:00" },
      ],
      at("2026-03-02T14:00"),
      { hours },
    );
    expect(stage.dueAt).toBe("2026-03-02T14:30:45+08:00");
    // 179.5 + 29.75 = 209.25 minutes used
    expect(stage).toMatchObject({ allowed: 240, elapsed: 209, remaining: 31 });
  });

  describe("and pauses in working minutes", () => {
    const reasons = ["customer", "court", "expert"];
    const paused = policyOf(
      [
        {
          unit: "working-minute",
          amount: 240,
          endOf: "same-time",
          pauses: reasons.map((reason) => ({ reason, notifyCustomer: false })),
        },
      ],
      { hours: "desk" },
    );
    const wait = (from: string, to: string | null, reason = "customer"): SlaEvent[] => [
      { type: "paused", at: `2026-03-02T${from}+08:00`, reason },
      ...(to === null ? [] : [{ type: "resumed" as const, at: `2026-03-02T${to}+08:00`, reason }]),
    ];
    const at16 = (...events: SlaEvent[]) =>
      first(paused, [received("2026-03-02T09:00"), ...events], at("2026-03-02T16:00"), { hours });

    // without a pause due at 14:30
    test.each([
      ["from the last second in time", wait("14:30:00", "15:30:00"), "2026-03-02T15:30:00+08:00"],
      ["from a second later: it does not count", wait("14:30:01", "15:30:00"), "2026-03-02T14:30:00+08:00"],
      ["over lunch alone: nothing is left out", wait("12:00:00", "13:30:00"), "2026-03-02T14:30:00+08:00"],
      [
        "three that overlap leave out each minute once: 10 to 12, then 180 from 13:30",
        [
          ...wait("10:00:00", "12:00:00"),
          ...wait("10:30:00", "11:00:00", "court"),
          ...wait("10:45:00", "11:30:00", "expert"),
        ],
        "2026-03-02T16:30:00+08:00",
      ],
    ])("%s", (_, events, due) => {
      expect(at16(...events).dueAt).toBe(due);
    });

    test("one that lasts stops the clock, one that began too late does not", () => {
      expect(at16(...wait("14:00:00", null))).toMatchObject({
        state: "paused",
        // 14:00 to 16:00 left out so far
        dueIfResumedNow: { date: "2026-03-02", at: "2026-03-02T16:30:00+08:00" },
        elapsed: 210,
      });
      const late = at16(...wait("14:30:01", null));
      expect(late).toMatchObject({ state: "breached", dueAt: "2026-03-02T14:30:00+08:00" });
      expect(late.explanation).toContainEqual({
        code: "pause-not-counted",
        reason: "customer",
        from: "2026-03-02T14:30:01+08:00",
        because: "after-due",
      });
    });

    test("one that ends beyond the calendar leaves the due moment unknown", () => {
      const events: SlaEvent[] = [
        received("2026-12-31T09:00"),
        { type: "paused", at: at("2026-12-31T10:00"), reason: "customer" },
        { type: "resumed", at: at("2027-01-04") },
      ];
      expect(first(paused, events, at("2027-01-05"), { hours })).toMatchObject({
        state: "undetermined",
        notBefore: "2026-12-31",
      });
    });
  });

  test.each(["none", "following"] as const)(
    "a close of business beyond the calendar of the hours is unknown, where the last day rolls: %s",
    (roll) => {
      const short = defineCalendar({
        id: "short",
        version: "1",
        weekend: [6, 7],
        from: "2026-01-01",
        to: "2026-04-01",
        off: [],
        work: [],
        sources: ["made up for this test"],
      });
      const close = policyOf([{ unit: "calendar-day", amount: 1, endOf: "close-of-business", roll }], {
        hours: "desk",
      });
      const run = (date: string) =>
        evaluate(close, [received(date)], at(date), { hours: [{ ...desk, calendar: short }] });
      expect(run("2026-03-30").stages[0]?.dueAt).toBe("2026-03-31T17:30:00+08:00");
      const { stages, issues } = run("2026-03-31");
      expect(stages[0]).toMatchObject({ state: "undetermined", dueAt: null, notBefore: "2026-03-31" });
      expect(issues).toMatchObject([{ code: "calendar/out-of-range", details: { calendar: "short" } }]);
    },
  );

  test("the close of business is that of the day, and midnight where nobody works", () => {
    const close = policyOf([{ unit: "calendar-day", amount: 1, endOf: "close-of-business" }], { hours: "desk" });
    expect(first(close, [received("2026-03-05")], at("2026-03-05"), { hours }).dueAt).toBe("2026-03-06T17:30:00+08:00");
    expect(first(close, [received("2026-03-06")], at("2026-03-06"), { hours }).dueAt).toBe("2026-03-07T23:59:59+08:00");
  });

  test("a stage of hours beyond their calendar is undetermined", () => {
    const stage = first(minutes, [received("2026-12-31T16:00")], at("2026-12-31T16:30"), { hours });
    expect(stage).toMatchObject({ state: "undetermined", dueAt: null, notBefore: "2026-12-31" });
  });

  test("hours of another zone, missing hours and missing calendars are refused", () => {
    const elsewhere = { ...desk, zone: "Asia/Tokyo" };
    const run = (context: Parameters<typeof evaluate>[3]) => () =>
      evaluate(minutes, [received("2026-03-02")], at("2026-03-02"), context);
    expect(run({ hours: [elsewhere] })).toThrow(
      expect.objectContaining({
        code: "sla/hours-in-another-zone",
        path: ["context", "hours"],
        details: { policy: "acme.test", hours: "desk", zone: "Asia/Shanghai" },
        message: expect.stringContaining("in another zone than the policy's days") as unknown,
      }),
    );
    for (const [context, given] of [
      [{}, []],
      [{ hours: [{ ...desk, id: "night" }] }, ["night"]],
    ] as const) {
      expect(run(context)).toThrow(
        expect.objectContaining({
          code: "sla/missing-hours",
          path: ["context", "hours"],
          details: { policy: "acme.test", hours: "desk", given },
          message: expect.stringContaining("not among them") as unknown,
        }),
      );
    }
    expect(run({ hours: [desk, { ...desk, id: "night" }, { ...desk, version: "2" }] })).toThrow(
      expect.objectContaining({
        code: "sla/ambiguous-calendar",
        path: ["context", "hours"],
        details: { id: "desk", versions: ["1", "2"] },
        message: expect.stringContaining("two of the id named by the policy") as unknown,
      }),
    );
    expect(() => evaluate(policyOf([{}]), [], at("2026-03-02"), { calendars: [HK] })).toThrow(
      expect.objectContaining({
        code: "sla/missing-calendar",
        path: ["context", "calendars"],
        details: { policy: "acme.test", calendar: "cn", given: ["hk"] },
        message: expect.stringContaining("not among them") as unknown,
      }),
    );
    expect(() => evaluate(policyOf([{}]), [], at("2026-03-02"), { calendars: [CN, { ...CN, version: "x" }] })).toThrow(
      expect.objectContaining({
        code: "sla/ambiguous-calendar",
        path: ["context", "calendars"],
        details: { id: "cn", versions: [CN.version, "x"] },
      }),
    );
  });
});
