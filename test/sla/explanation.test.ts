import { describe, expect, test } from "vitest";

import { sourceComplaintPolicy, type SlaEvent } from "../../src/sla/index.ts";
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

  test("is left out on request, with everything else the same", () => {
    const events = [received("2026-02-13")];
    const explained = evaluate(sourceComplaintPolicy, events, at("2026-02-14"));
    const bare = evaluate(sourceComplaintPolicy, events, at("2026-02-14"), { explain: false });
    expect(bare.stages).toEqual(explained.stages.map((stage) => ({ ...stage, explanation: [] })));
  });
});
