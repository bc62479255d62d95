import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { extendCalendar, type WorkingCalendar, type WorkingHours } from "../../src/calendar/index.ts";
import { sourceComplaintPolicy, type SlaEvent, type SlaPolicy } from "../../src/sla/index.ts";
import { at, evaluate, first, policyOf, received } from "./fixtures.ts";

const holiday = (date: string, name: string) => ({ code: "holiday-skipped", date, name, provisional: false });

describe("the reasons line by line", () => {
  test("a complaint before the Spring Festival, answered on the spot of a later day", () => {
    const reply: SlaEvent = { type: "replied", at: at("2026-02-26"), onTheSpot: true };
    const stage = first(sourceComplaintPolicy, [received("2026-02-13"), reply], at("2026-02-27"));
    expect(stage.explanation).toEqual([
      { code: "started", at: "2026-02-13T10:00:00+08:00", date: "2026-02-13" },
      { code: "start-day-not-counted", date: "2026-02-13" },
      { code: "allowed", amount: 3, unit: "working-day" },
      ...["15", "16", "17", "18", "19", "20", "21", "22", "23"].map((day) => holiday(`2026-02-${day}`, "春节")),
      { code: "make-up-day-counted", date: "2026-02-14" },
      { code: "due", date: "2026-02-25", at: "2026-02-25T23:59:59+08:00", provisional: false },
      { code: "ended", by: "replied", at: "2026-02-26T10:00:00+08:00", date: "2026-02-26" },
      { code: "ended-on-the-spot", at: "2026-02-26T10:00:00+08:00" },
    ]);
  });

  test("plain weekends stand in one line", () => {
    const stage = first(sourceComplaintPolicy, [received("2026-03-05")], at("2026-03-05"));
    // Thu 5: 6, [7 Sat, 8 Sun] 9, 10
    expect(stage.explanation.slice(3)).toEqual([
      { code: "weekends-skipped", dates: ["2026-03-07", "2026-03-08"] },
      { code: "due", date: "2026-03-10", at: "2026-03-10T23:59:59+08:00", provisional: false },
    ]);
  });

  test("a start after the cut-off, and one on a day off", () => {
    const policy = policyOf([{ cutOff: "17:00", startDayCounts: true }]);
    expect(first(policy, [received("2026-03-05T18:00")], at("2026-03-06")).explanation.slice(0, 4)).toEqual([
      { code: "started", at: "2026-03-05T18:00:00+08:00", date: "2026-03-05" },
      { code: "after-cut-off", cutOff: "17:00", countedFrom: "2026-03-06" },
      { code: "start-day-counted", date: "2026-03-06" },
      { code: "allowed", amount: 3, unit: "working-day" },
    ]);
    expect(first(policy, [received("2026-03-05T17:00")], at("2026-03-06")).explanation[1]).toEqual({
      code: "start-day-counted",
      date: "2026-03-05",
    });
    for (const moment of ["2026-03-07T09:00", "2026-03-07T18:00"]) {
      expect(first(policy, [received(moment)], at("2026-03-09")).explanation[1]).toEqual({
        code: "started-on-non-working-day",
        countedFrom: "2026-03-09",
      });
    }
  });

  test("a roll names the days it passed", () => {
    const roll = (direction: "following" | "preceding") =>
      first(
        policyOf([{ unit: "calendar-day", amount: 15, roll: direction }]),
        [received("2026-09-18")],
        at("2026-09-18"),
      ).explanation.slice(3);
    expect(roll("following")).toEqual([
      { code: "rolled", from: "2026-10-03", to: "2026-10-08", roll: "following" },
      ...["03", "04", "05", "06", "07"].map((day) => holiday(`2026-10-${day}`, "国庆节")),
      { code: "due", date: "2026-10-08", at: "2026-10-08T23:59:59+08:00", provisional: false },
    ]);
    expect(roll("preceding")).toEqual([
      { code: "rolled", from: "2026-10-03", to: "2026-09-30", roll: "preceding" },
      ...["03", "02", "01"].map((day) => holiday(`2026-10-${day}`, "国庆节")),
      { code: "due", date: "2026-09-30", at: "2026-09-30T23:59:59+08:00", provisional: false },
    ]);
    const saturday = policyOf([{ unit: "calendar-day", amount: 5, roll: "following" }]);
    expect(first(saturday, [received("2026-03-02")], at("2026-03-02")).explanation).toContainEqual({
      code: "weekends-skipped",
      dates: ["2026-03-07", "2026-03-08"],
    });
  });

  test("a pause, and the time it left out", () => {
    const policy = policyOf([{ pauses: [{ reason: "customer", notifyCustomer: false }] }]);
    const stage = first(
      policy,
      [
        received("2026-03-02"),
        { type: "paused", at: at("2026-03-03"), reason: "customer" },
        { type: "resumed", at: at("2026-03-05") },
      ],
      at("2026-03-05"),
    );
    expect(stage.explanation.slice(3)).toEqual([
      { code: "paused", reason: "customer", from: "2026-03-03T10:00:00+08:00", to: "2026-03-05T10:00:00+08:00" },
      { code: "paused-time", amount: 2, unit: "working-day" },
      { code: "weekends-skipped", dates: ["2026-03-07", "2026-03-08"] },
      { code: "due", date: "2026-03-09", at: "2026-03-09T23:59:59+08:00", provisional: false },
    ]);
  });

  test("pauses that a stage saw, from its start to its end", () => {
    const pauses = [{ reason: "customer", notifyCustomer: false }];
    const chain = policyOf([
      { id: "handle", satisfiedBy: ["resolved"] },
      { id: "reply", from: "handle", startDayCounts: true, pauses },
    ]);
    const paused = (text: string): SlaEvent => ({ type: "paused", at: at(text), reason: "customer" });
    const resumed = (text: string): SlaEvent => ({ type: "resumed", at: at(text) });
    const told = (...events: SlaEvent[]) => {
      const [, stage] = evaluate(
        chain,
        [
          received("2026-03-02"),
          ...events,
          { type: "resolved", at: at("2026-03-04") },
          { type: "replied", at: at("2026-03-05") },
        ],
        at("2026-03-20"),
      ).stages;
      return [
        stage?.dueDate,
        ...(stage?.explanation ?? []).flatMap((line) => (line.code === "paused" ? [line.from, line.to] : [])),
      ];
    };
    // 4, 5, 6
    expect(told()).toEqual(["2026-03-06"]);
    expect(told(paused("2026-03-02T11:00"), resumed("2026-03-03"))).toEqual(["2026-03-06"]);
    expect(told(paused("2026-03-03"), resumed("2026-03-04"))).toEqual(["2026-03-06"]);
    expect(told(paused("2026-03-06"), resumed("2026-03-09"))).toEqual(["2026-03-06"]);
    expect(told(paused("2026-03-06"))).toEqual(["2026-03-06"]);
    expect(told(paused("2026-03-05"), resumed("2026-03-06"))).toEqual([
      "2026-03-06",
      at("2026-03-05"),
      at("2026-03-06"),
    ]);
    // 4 is left out: 5, 6, 9
    expect(told(paused("2026-03-03"), resumed("2026-03-04T11:00"))).toEqual([
      "2026-03-09",
      at("2026-03-03"),
      at("2026-03-04T11:00"),
    ]);
  });

  test("a pause in working minutes, a limit to the same time, without a word of its first day", () => {
    const hours: WorkingHours = {
      id: "desk",
      version: "1",
      zone: "Asia/Shanghai",
      calendar: CN,
      week: { "1": [{ from: "09:00", to: "17:00" }] },
    };
    const limit = { unit: "working-minute", amount: 120, endOf: "same-time" } as const;
    const policy = policyOf([{ ...limit, pauses: [{ reason: "customer", notifyCustomer: false }] }], { hours: "desk" });
    const events: SlaEvent[] = [
      received("2026-03-02T10:00"),
      { type: "paused", at: at("2026-03-02T10:30"), reason: "customer" },
      { type: "resumed", at: "2026-03-02T12:00:59+08:00" },
    ];
    const { explanation } = first(policy, events, at("2026-03-02T12:30"), { hours: [hours] });
    expect(explanation.map(({ code }) => code)).toEqual(["started", "allowed", "paused", "paused-time", "due"]);
    expect(explanation[3]).toEqual({ code: "paused-time", amount: 90, unit: "working-minute" });
    const day = policyOf([{ unit: "calendar-day", amount: 1, endOf: "same-time" }]);
    expect(first(day, [received("2026-03-02")], at("2026-03-02")).explanation.map(({ code }) => code)).toEqual([
      "started",
      "allowed",
      "due",
    ]);
  });

  test("a due date, or a start, that the calendar does not know", () => {
    const codes = (policy: SlaPolicy, start: string) =>
      first(
        policy,
        [
          received(start),
          { type: "paused", at: at("2026-12-31T19:00"), reason: "customer" },
          { type: "resumed", at: at("2026-12-31T20:00") },
        ],
        at("2026-12-31T21:00"),
      ).explanation.map(({ code }) => code);
    const pauses = [{ reason: "customer", notifyCustomer: false }];
    expect(codes(policyOf([{ pauses }]), "2026-12-30")).toEqual([
      "started",
      "start-day-not-counted",
      "allowed",
      "paused",
      "due-not-before",
    ]);
    expect(codes(policyOf([{ pauses, cutOff: "17:00" }]), "2026-12-31T18:00")).toEqual([
      "started",
      "allowed",
      "due-not-before",
    ]);
  });

  test("days a roll passed that are not final yet", () => {
    const extended = extendCalendar(CN, {
      version: "2027.test",
      from: "2027-01-01",
      to: "2028-01-01",
      status: "provisional",
      off: [{ date: "2027-01-01", name: "元旦" }],
      work: [],
      sources: ["made up for this test"],
    });
    const policy = policyOf([{ unit: "calendar-day", amount: 3, roll: "following" }]);
    const lines = (start: string, calendars: WorkingCalendar[]) =>
      first(policy, [received(start)], at(start), { calendars }).explanation.filter(({ code }) =>
        ["rolled", "holiday-skipped", "weekends-skipped"].includes(code),
      );
    expect(lines("2026-12-29", [extended])).toEqual([
      { code: "rolled", from: "2027-01-01", to: "2027-01-04", roll: "following" },
      { code: "holiday-skipped", date: "2027-01-01", name: "元旦", provisional: true },
      { code: "weekends-skipped", dates: ["2027-01-02", "2027-01-03"] },
    ]);
    const final = [
      { code: "rolled", from: "2026-02-15", to: "2026-02-24", roll: "following" },
      ...["15", "16", "17", "18", "19", "20", "21", "22", "23"].map((day) => holiday(`2026-02-${day}`, "春节")),
    ];
    expect(lines("2026-02-12", [extended])).toEqual(final);
    expect(lines("2026-02-12", [CN])).toEqual(final);
  });

  test("an extension tells when the customer was told", () => {
    const policy = policyOf([
      { extensions: [{ id: "more", to: 5, cap: 5, notifyCustomer: true, beforeExpiryOnly: true, times: 1 }] },
    ]);
    const consent: SlaEvent = { type: "extended", at: at("2026-03-03"), notifiedAt: "2026-03-03T03:00:00Z" };
    expect(first(policy, [received("2026-03-02"), consent], at("2026-03-04")).explanation).toContainEqual({
      code: "extended",
      extension: "more",
      at: at("2026-03-03T11:00"),
      from: 3,
      fromUnit: "working-day",
      to: 5,
      toUnit: "working-day",
      role: null,
      approvedBy: null,
      notifiedAt: at("2026-03-03T11:00"),
      reason: null,
    });
  });

  test("is left out on request, with everything else the same", () => {
    const events = [received("2026-02-13")];
    const explained = evaluate(sourceComplaintPolicy, events, at("2026-02-14"));
    const bare = evaluate(sourceComplaintPolicy, events, at("2026-02-14"), { explain: false });
    expect(bare.stages).toEqual(explained.stages.map((stage) => ({ ...stage, explanation: [] })));
  });
});
