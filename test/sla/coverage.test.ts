import { describe, expect, test } from "vitest";

import { defineCalendar, extendCalendar, type WorkingHours } from "../../src/calendar/index.ts";
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

  const pauses = [{ reason: "customer", notifyCustomer: false }];
  test.each([
    ["that ends beyond the data", {}, "2026-12-25", "2026-12-30", "2027-01-04", { date: "2027-01-04" }],
    // 28 and 31 are two of three
    ["that leaves out the last days", {}, "2026-12-25", "2026-12-28", "2026-12-30", {}],
    [
      "after which the last day would roll",
      { unit: "calendar-day", amount: 10, roll: "following" },
      "2026-12-20",
      "2026-12-29",
      "2026-12-31",
      { date: "2027-01-01" },
    ],
  ] as const)("is undetermined for a pause %s", (_, changes, start, from, to, details) => {
    const { stages, issues } = evaluate(
      policyOf([{ pauses, ...changes }]),
      [received(start), { type: "paused", at: at(from), reason: "customer" }, { type: "resumed", at: at(to) }],
      at("2027-01-05"),
    );
    expect(stages[0]).toMatchObject({ state: "undetermined", dueDate: null, elapsed: null, notBefore: "2026-12-31" });
    expect(issues).toMatchObject([{ code: "calendar/out-of-range", path: ["stages", 0], details }]);
  });

  /** A calendar of its own, `to` exclusive. */
  const known = (from: string, to: string) =>
    defineCalendar({
      id: "cn",
      version: "short",
      weekend: [6, 7],
      from,
      to,
      off: [],
      work: [],
      sources: ["made up for this test"],
    });
  test.each([
    // Sat 28 and Sun 29 March are the last known days
    ["following", "2026-01-01", "2026-03-30", "2026-03-20", "2026-03-29"],
    ["preceding", "2026-01-01", "2026-03-30", "2026-03-20", "2026-03-27"],
    ["preceding, with no working day known", "2026-03-28", "2026-03-30", "2026-03-28", null],
    ["following, from the first known day", "2026-03-20", "2026-03-30", "2026-03-20", "2026-03-29"],
    ["following, from before it", "2026-03-21", "2026-03-30", "2026-03-20", null],
  ] as const)("is not before the last known day, or the last worked one: roll %s", (roll, from, to, start, day) => {
    const policy = policyOf([
      { unit: "calendar-day", amount: 15, roll: roll.startsWith("p") ? "preceding" : "following" },
    ]);
    const stage = first(policy, [received(start)], at(start), { calendars: [known(from, to)] });
    expect(stage).toMatchObject({ state: "undetermined", notBefore: day });
  });

  test("is not before the last day that both the calendar and the hours know", () => {
    const desk = (from: string, to: string): WorkingHours => ({
      id: "desk",
      version: "1",
      zone: "Asia/Shanghai",
      calendar: { ...known(from, to), id: "desk" },
      week: { "1": [{ from: "09:00", to: "17:00" }] },
    });
    const policy = policyOf([{ amount: 40, endOf: "close-of-business" }], { hours: "desk" });
    const told = (calendar: readonly [string, string], hours: readonly [string, string]) =>
      first(policy, [received("2026-03-20")], at("2026-03-20"), {
        calendars: [known(...calendar)],
        hours: [desk(...hours)],
      }).notBefore;
    expect(told(["2026-01-01", "2026-04-01"], ["2026-01-01", "2026-05-01"])).toBe("2026-03-31");
    expect(told(["2026-01-01", "2026-05-01"], ["2026-01-01", "2026-04-01"])).toBe("2026-03-31");
    expect(told(["2026-01-01", "2026-04-01"], ["2026-03-21", "2026-05-01"])).toBeNull();
  });

  test("still can be extended: nobody knows that it has passed", () => {
    const consent: SlaEvent = { type: "extended", at: at("2026-12-31"), approvedByRole: "department-in-charge" };
    const { stages, issues } = evaluate(sourceComplaintPolicy, [receipt, consent], at("2026-12-31"));
    expect(stages[0]).toMatchObject({ state: "undetermined", amount: 7 });
    expect(issues.map(({ code }) => code)).toEqual(["calendar/out-of-range"]);
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

  test("the first day that is not final is provisional, and so is one that only the hours know", () => {
    // a Friday that is worked
    const friday = extendCalendar(CN, {
      version: "friday.test",
      from: "2027-01-01",
      to: "2028-01-01",
      status: "provisional",
      off: [],
      work: [],
      sources: ["made up for this test"],
    });
    const run = (date: string) => first(policyOf([{}]), [received(date)], at(date), { calendars: [friday] });
    // 29, 30, 31 and 30, 31, 01-01
    expect(run("2026-12-28")).toMatchObject({ dueDate: "2026-12-31", provisional: false });
    expect(run("2026-12-29")).toMatchObject({ dueDate: "2027-01-01", provisional: true });
    const hours: WorkingHours[] = [
      {
        id: "desk",
        version: "1",
        zone: "Asia/Shanghai",
        calendar: friday,
        week: { "5": [{ from: "09:00", to: "17:00" }] },
      },
    ];
    const minutes = policyOf([{ unit: "working-minute", amount: 60, endOf: "same-time" }], { hours: "desk" });
    const due = (moment: string) => first(minutes, [received(moment)], at(moment), { hours });
    expect(due("2026-12-25T16:30")).toMatchObject({ dueDate: "2027-01-01", provisional: true });
    expect(due("2026-12-25T10:00")).toMatchObject({ dueDate: "2026-12-25", provisional: false });
    expect(first(policyOf([{}]), [], at("2026-12-28"), { calendars: [friday] }).provisional).toBe(false);
  });

  test("dates in the confirmed part are not provisional", () => {
    const stage = first(sourceComplaintPolicy, [received("2026-12-28")], at("2026-12-30"), { calendars: [extended] });
    expect(stage).toMatchObject({ dueDate: "2026-12-31", provisional: false });
  });
});
