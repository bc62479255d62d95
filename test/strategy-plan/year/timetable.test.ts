import { describe, expect, test } from "vitest";

import { CN } from "../../../src/calendar/data/cn/index.ts";
import { extendCalendar, withOverrides, type WorkingCalendar } from "../../../src/calendar/index.ts";
import { actionTimetable, type PlanAction, type StrategyPlan } from "../../../src/strategy-plan/index.ts";
import { refusal } from "../../support/refusal.ts";
import { emptyPlan, sample } from "../plans.ts";

const plan = (actions: readonly PlanAction[], period: StrategyPlan["period"] = "2026"): StrategyPlan => ({
  ...emptyPlan,
  period,
  actions,
});
const on = (plannedPitchTime: StrategyPlan["period"], id = "a", person?: string): PlanAction => ({
  id,
  plannedPitchTime,
  ...(person === undefined ? {} : { departmentAndOwner: { person } }),
});
const entryOf = (
  time: StrategyPlan["period"],
  calendar: WorkingCalendar = CN,
  period: StrategyPlan["period"] = "2026",
) => actionTimetable(plan([on(time)], period), calendar).entries[0];

const planned = { action: "a", state: "planned" } as const;

describe("a single day", () => {
  test("that is worked stays, a make-up working day too", () => {
    const stays = { ...planned, time: "day", moved: null, provisional: false };
    expect(entryOf("2026-03-04")).toStrictEqual({ ...stays, planned: "2026-03-04", day: "2026-03-04" });
    // 2026-02-14 is a Saturday that is worked for the Spring Festival
    expect(entryOf("2026-02-14")).toStrictEqual({ ...stays, planned: "2026-02-14", day: "2026-02-14" });
    expect(entryOf({ from: "2026-03-04", to: "2026-03-05" })).toMatchObject({ time: "day", planned: "2026-03-04" });
  });

  test("that is off goes to the next working day, over weekends and holidays", () => {
    // Saturday 7 and Sunday 8 March 2026
    expect(entryOf("2026-03-07")).toStrictEqual({
      ...planned,
      time: "day",
      planned: "2026-03-07",
      day: "2026-03-09",
      moved: {
        roll: "following",
        skipped: [
          { date: "2026-03-07", reason: "weekend" },
          { date: "2026-03-08", reason: "weekend" },
        ],
      },
      provisional: false,
    });
    // National Day 2026 is off from 1 to 7 October
    const moved = entryOf("2026-10-06");
    expect(moved).toMatchObject({
      day: "2026-10-08",
      moved: { skipped: [{ date: "2026-10-06", reason: "holiday", name: "国庆节" }, { date: "2026-10-07" }] },
    });
  });

  test("at the end of the plan year goes to the working day before", () => {
    const shut = withOverrides(CN, {
      off: [
        { date: "2026-12-30", name: "年终结算" },
        { date: "2026-12-31", name: "年终结算" },
      ],
      version: "t",
      source: "t",
    });
    // Wednesday 30 and Thursday 31 December are shut here, so that the next working day is in 2027
    expect(entryOf("2026-12-31", shut)).toStrictEqual({
      ...planned,
      time: "day",
      planned: "2026-12-31",
      day: "2026-12-29",
      moved: {
        roll: "preceding",
        skipped: [
          { date: "2026-12-31", reason: "holiday", name: "年终结算" },
          { date: "2026-12-30", reason: "holiday", name: "年终结算" },
        ],
      },
      provisional: false,
    });
    // a plan year that ends on Sunday 8 March, within the coverage
    const toMarch = { from: "2025-03-09", to: "2026-03-09" };
    expect(entryOf("2026-03-08", CN, toMarch)).toMatchObject({ day: "2026-03-06", moved: { roll: "preceding" } });
    expect(entryOf("2026-03-08", CN, { from: "2025-03-10", to: "2026-03-10" })).toMatchObject({ day: "2026-03-09" });
    // a year that goes on beyond the coverage: the next working day is in it, and nobody knows which one it is
    expect(entryOf("2026-12-31", shut, { from: "2026-04-01", to: "2027-04-01" })).toStrictEqual({
      ...planned,
      time: "undetermined",
      planned: "2026-12-31",
      gap: "not-covered",
    });
  });

  test("without a working day near it in the year, or in another year", () => {
    // of a plan year from Saturday to Sunday, no day is worked
    expect(entryOf("2026-03-07", CN, { from: "2026-03-07", to: "2026-03-09" })).toMatchObject({
      time: "undetermined",
      gap: "no-working-day",
    });
    // a day outside the plan year is moved on all the same
    expect(entryOf("2025-03-08")).toMatchObject({ time: "day", day: "2025-03-10", moved: { roll: "following" } });
    expect(entryOf("2027-01-04")).toMatchObject({ time: "undetermined", planned: "2027-01-04", gap: "not-covered" });
  });

  test("that the calendar only expects is unsure", () => {
    const longer = extendCalendar(CN, {
      from: "2027-01-01",
      to: "2028-01-01",
      status: "provisional",
      off: [{ date: "2027-01-01", name: "元旦" }],
      work: [],
      sources: ["t"],
      version: "t",
    });
    const year = { from: "2026-04-01", to: "2027-04-01" };
    expect(entryOf("2026-12-31", longer, year)).toMatchObject({ day: "2026-12-31", provisional: false });
    expect(entryOf("2027-01-01", longer, year)).toMatchObject({
      day: "2027-01-04",
      provisional: true,
      moved: {
        skipped: [
          { date: "2027-01-01", reason: "holiday", name: "元旦", provisional: true },
          { date: "2027-01-02", reason: "weekend", provisional: true },
          { date: "2027-01-03", reason: "weekend", provisional: true },
        ],
      },
    });
    expect(entryOf({ from: "2026-12-28", to: "2027-01-01" }, longer, year)).toMatchObject({ provisional: false });
    expect(entryOf({ from: "2026-12-28", to: "2027-01-02" }, longer, year)).toMatchObject({ provisional: true });
  });
});

describe("a stretch of days", () => {
  test.each([
    // the notice: 15 to 23 February off, Saturdays 14 and 28 worked; so 2-6, 9-14 and 24-28, which is 5 + 6 + 5
    ["2026-02", "2026-02-02", "2026-02-28", 16],
    // January: 1-3 off, Sunday 4 worked; 4-9 and three weeks of 5, which is 21. With 16 in February and 22 in March, 59
    ["2026-Q1", "2026-01-04", "2026-03-31", 59],
    [{ from: "2026-03-07", to: "2026-03-10" }, "2026-03-09", "2026-03-09", 1],
  ])("%j has its first and last working day, and their number", (time, first, last, workingDays) => {
    expect(entryOf(time)).toStrictEqual({
      ...planned,
      time: "window",
      planned: time,
      first,
      last,
      workingDays,
      provisional: false,
    });
  });

  test("on which nobody works, or beyond the coverage, stays in the list", () => {
    expect(entryOf({ from: "2026-03-07", to: "2026-03-09" })).toMatchObject({ gap: "no-working-day" });
    expect(entryOf({ from: "2026-12-01", to: "2027-01-02" })).toMatchObject({ gap: "not-covered" });
    expect(entryOf({ from: "2026-12-01", to: "2027-01-01" })).toMatchObject({ time: "window", last: "2026-12-31" });
    expect(entryOf({ from: "2006-12-30", to: "2007-02-01" })).toMatchObject({ gap: "not-covered" });
    expect(entryOf("2007-01", CN, "2007")).toMatchObject({ time: "window" });
  });
});

test("in order of first day, then of the plan; what is done at its day, what has no time apart", () => {
  const { entries, undated, calendar } = actionTimetable(
    plan([
      on("2026-Q2", "quarter"),
      { id: "none" },
      { id: "won", plannedPitchTime: "2026-09", progress: { state: "won", actualDate: "2026-01-20" } },
      { id: "dropped", progress: { state: "dropped", reason: "r" } },
      { id: "lost", plannedPitchTime: "2026-01", progress: { state: "lost", reason: "r" } },
      on("2026-04-01", "day"),
      on("2027-02", "later"),
      on("2026-03-29", "sunday"),
    ]),
    CN,
  );
  // Sunday 29 March goes to Monday 30; 1 April is the first working day of the quarter as well
  expect(entries.map(({ action, time }) => `${action} ${time}`)).toStrictEqual([
    "lost past",
    "won past",
    "sunday day",
    "quarter window",
    "day day",
    "later undetermined",
  ]);
  expect(entries.slice(0, 2)).toStrictEqual([
    { action: "lost", state: "lost", time: "past", actualDate: null, planned: "2026-01" },
    { action: "won", state: "won", time: "past", actualDate: "2026-01-20", planned: "2026-09" },
  ]);
  expect(undated).toStrictEqual(["none", "dropped"]);
  expect(calendar).toStrictEqual({ id: CN.id, version: CN.version });
});

describe("clashes", () => {
  const clashes = (...actions: readonly PlanAction[]) => actionTimetable(plan(actions), CN).clashes;

  test("two pitches of one person on one day, one of them moved there", () => {
    expect(clashes(on("2026-03-09", "a", "W"), on("2026-03-07", "b", "W"))).toStrictEqual([
      { owner: "W", from: "2026-03-09", to: "2026-03-09", workingDays: 1, actions: ["a", "b"] },
    ]);
    // three are one clash
    expect(clashes(...["a", "b", "c"].map((id) => on("2026-03-09", id, "W")))).toMatchObject([
      { workingDays: 1, actions: ["a", "b", "c"] },
    ]);
    expect(clashes(on("2026-03-09", "a", "W"), on("2026-03-09", "b", "Z"))).toStrictEqual([]);
    expect(clashes(on("2026-03-09", "a"), on("2026-03-09", "b"), on("2026-03-09", "c", " "))).toStrictEqual([]);
  });

  test("what is done, or cannot be placed, takes no part", () => {
    const done: PlanAction = {
      ...on("2026-03-09", "b", "W"),
      progress: { state: "pitched", actualDate: "2026-03-09" },
    };
    expect(clashes(on("2026-03-09", "a", "W"), done)).toStrictEqual([]);
    expect(clashes(on("2027-03-09", "a", "W"), on("2027-03-09", "b", "W"))).toStrictEqual([]);
  });

  test("the window of a week before the Spring Festival, to the smallest stretch", () => {
    // Thursday 12 to Saturday 14 February are three working days, 15 on is off
    const three = { from: "2026-02-12", to: "2026-02-20" };
    const four = ["a", "b", "c", "d"].map((id) => on(three, id, "W"));
    const clash = { owner: "W", from: "2026-02-12", to: "2026-02-14", workingDays: 3 };
    expect(clashes(...four.slice(0, 3))).toStrictEqual([]);
    expect(clashes(...four)).toStrictEqual([{ ...clash, actions: ["a", "b", "c", "d"] }]);
    // the month as a whole has room for one more
    expect(clashes(on("2026-02", "m", "W"), ...four.slice(0, 3))).toStrictEqual([]);
    // one day within the three: with two more, the three days have four pitches; with the month beside, still these four
    expect(clashes(on("2026-02", "m", "W"), on("2026-02-13", "x", "W"), ...four.slice(0, 3))).toStrictEqual([
      { ...clash, actions: ["x", "a", "b", "c"] },
    ]);
  });

  test("a pitch with the later deadline makes room for the one with the earlier", () => {
    // 9 and 10 March: the one that may be on both days comes first in the plan, and has to take the 10th
    const both = { from: "2026-03-09", to: "2026-03-11" };
    expect(clashes(on(both, "a", "W"), on("2026-03-09", "b", "W"))).toStrictEqual([]);
    expect(clashes(on(both, "a", "W"), on("2026-03-09", "b", "W"), on("2026-03-10", "c", "W"))).toStrictEqual([
      { owner: "W", from: "2026-03-09", to: "2026-03-10", workingDays: 2, actions: ["a", "b", "c"] },
    ]);
  });

  test("person by person, each by the last day", () => {
    const found = clashes(
      on("2026-05-18", "a", "Z"),
      on("2026-06-18", "b", "W"),
      on("2026-06-18", "c", "W"),
      on("2026-03-09", "d", "W"),
      on("2026-03-09", "e", "W"),
      on("2026-05-18", "f", "Z"),
    );
    expect(found.map(({ owner, from }) => `${owner} ${from}`)).toStrictEqual([
      "Z 2026-05-18",
      "W 2026-03-09",
      "W 2026-06-18",
    ]);
  });
});

test("the sample: a May date that is worked, four windows, and nobody who has too much to do", () => {
  const { entries, undated, clashes } = actionTimetable(sample.plan, CN);
  expect(entries.map((entry) => [entry.action, entry.time])).toStrictEqual([
    ["a-fx", "window"],
    ["a-cash", "window"],
    ["a-wc", "day"],
    ["a-plant", "window"],
    ["a-lease", "window"],
  ]);
  expect([undated, clashes]).toStrictEqual([[], []]);
});

test("what does not exist is refused at its place", () => {
  const call = (actions: readonly PlanAction[], period = "2026") =>
    expect(() => actionTimetable(plan(actions, period), CN));
  call([on("2026-13")]).toThrow(
    refusal("calendar/invalid-period", ["plan", "actions", 0, "plannedPitchTime"], { period: "2026-13" }),
  );
  call([], "2026-13").toThrow(refusal("calendar/invalid-period", ["plan", "period"], { period: "2026-13" }));
  call([{ id: "a", progress: { state: "won", actualDate: "2026-02-30" } }]).toThrow(
    refusal("core/invalid-date", ["plan", "actions", 0, "progress", "actualDate"], { received: "2026-02-30" }),
  );
  expect(() => actionTimetable(plan([]), { ...CN, weekend: "6,7" } as never)).toThrow(
    expect.objectContaining({ code: "calendar/invalid-calendar", path: ["calendar", "weekend"] }),
  );
  expect(() => actionTimetable({ ...emptyPlan, actions: 1 } as never, CN)).toThrow(
    expect.objectContaining({ code: "strategy-plan/invalid-plan", path: ["plan", "actions"] }),
  );
});
