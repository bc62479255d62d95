import { describe, expect, test } from "vitest";

import { extendCalendar } from "../../src/calendar/index.ts";
import { CN } from "../../src/calendar/data/cn/index.ts";
import { exampleComplaintTwoClocks, sourceComplaintPolicy, type SlaEvent } from "../../src/sla/index.ts";
import { at, evaluate, first, policyOf, received } from "./fixtures.ts";

/** The notice for 2027 is not in the data: Tue 2026-12-29 + 3 working days needs a day of 2027. */
const receipt = received("2026-12-29");

describe("a due date beyond the calendar's data", () => {
  test("is undetermined, while the calendar-day clock still answers", () => {
    const { next, stages, issues } = evaluate(exampleComplaintTwoClocks, [receipt], at("2026-12-30"));
    expect(stages[0]).toMatchObject({
      clock: "internal",
      state: "undetermined",
      startDate: "2026-12-29",
      dueDate: null,
      dueAt: null,
      notBefore: "2026-12-31",
      remaining: null,
    });
    // 12-29 + 15
    expect(stages[1]).toMatchObject({ clock: "statutory", state: "running", dueDate: "2027-01-13", elapsed: 1 });
    expect(next?.clock).toBe("statutory");
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({
      code: "calendar/out-of-range",
      path: ["stages", 0],
      details: { calendar: "cn", clock: "internal", stage: "reply", notBefore: "2026-12-31" },
    });
    expect(stages[0]?.explanation.at(-1)).toEqual({ code: "due-not-before", date: "2026-12-31", calendar: "cn" });
  });

  test("stands as next where nothing else is open, and still can be extended", () => {
    const { next } = evaluate(sourceComplaintPolicy, [receipt], at("2026-12-30"));
    expect(next).toMatchObject({ state: "undetermined", possibleExtensions: [{ extension: "special-case" }] });
  });

  test("is undetermined for the extension alone: 28, 29, 30, 31 are four of seven", () => {
    const consent: SlaEvent = { type: "extended", at: at("2026-12-28"), approvedByRole: "department-in-charge" };
    const base = first(sourceComplaintPolicy, [received("2026-12-25")], at("2026-12-28"));
    const extended = first(sourceComplaintPolicy, [received("2026-12-25"), consent], at("2026-12-28"));
    expect([base.dueDate, extended.dueDate]).toEqual(["2026-12-30", null]);
    expect(extended).toMatchObject({ state: "undetermined", amount: 7, extensions: [{ to: 7 }] });
  });

  test.each([
    ["2026-12-31T23:59", "replied", "met"],
    ["2027-01-01T00:00", "replied", "undetermined"],
    ["2026-12-31T23:59", "withdrawn", "withdrawn"],
    ["2027-01-01T00:00", "withdrawn", "undetermined"],
  ] as const)("an end at %s (%s) is %s: no later than the last covered day it was in time", (moment, type, state) => {
    const { stages, issues } = evaluate(sourceComplaintPolicy, [receipt, { type, at: at(moment) }], at("2027-02-01"));
    expect(stages[0]).toMatchObject({ state, dueDate: null, notBefore: "2026-12-31" });
    expect(issues.map(({ code }) => code)).toEqual(["calendar/out-of-range"]);
  });

  test("a receipt before the first covered day says nothing", () => {
    const stage = first(sourceComplaintPolicy, [received("2006-12-28")], at("2006-12-29"));
    expect(stage).toMatchObject({ state: "undetermined", notBefore: null });
  });

  test("a breach inside the coverage is a breach even when now lies beyond it", () => {
    const stage = first(sourceComplaintPolicy, [received("2026-12-25")], at("2027-03-01"));
    expect(stage).toMatchObject({
      state: "breached",
      dueDate: "2026-12-30",
      allowed: 3,
      elapsed: null,
      usedShare: null,
    });
  });

  test("a calendar-day limit is undetermined only for its roll", () => {
    const roll = (direction: "following" | "preceding" | "none") =>
      first(policyOf([{ unit: "calendar-day", amount: 15, roll: direction }]), [receipt], at("2026-12-30"));
    expect(roll("none").dueDate).toBe("2027-01-13");
    expect(roll("following")).toMatchObject({ state: "undetermined", notBefore: "2026-12-31" });
    expect(roll("preceding")).toMatchObject({ state: "undetermined", notBefore: "2026-12-31" });
  });
});

describe("after the notice was published", () => {
  const version = "2027.test";
  const extended = extendCalendar(CN, {
    version,
    from: "2027-01-01",
    to: "2028-01-01",
    status: "provisional",
    off: [
      { date: "2027-01-01", name: "元旦" },
      { date: "2027-01-02", name: "元旦" },
      { date: "2027-01-03", name: "元旦" },
    ],
    work: [],
    sources: ["made up for this test"],
  });

  test("the same events give a date, marked provisional", () => {
    const { stages, issues, calendar } = evaluate(exampleComplaintTwoClocks, [receipt], at("2026-12-30"), {
      calendars: [extended],
    });
    // 30, 31, [1-3 off] Mon 2027-01-04
    expect(stages[0]).toMatchObject({ state: "running", dueDate: "2027-01-04", provisional: true });
    expect(stages[0]?.explanation).toContainEqual({
      code: "holiday-skipped",
      date: "2027-01-01",
      name: "元旦",
      provisional: true,
    });
    expect(stages[1]?.provisional).toBe(false);
    expect(issues).toEqual([]);
    expect(calendar).toEqual({ id: "cn", version });
  });

  test("dates in the confirmed part are not provisional", () => {
    const stage = first(sourceComplaintPolicy, [received("2026-12-28")], at("2026-12-30"), { calendars: [extended] });
    expect(stage).toMatchObject({ dueDate: "2026-12-31", provisional: false });
  });
});
