import { describe, expect, test } from "vitest";

import { CN, CN_2027_PROVISIONAL, CN_EXCHANGE } from "../../src/calendar/data/cn/index.ts";
import { HK } from "../../src/calendar/data/hk/index.ts";
import {
  addWorkingDays,
  calendarCoverage,
  explainWorkingDays,
  extendCalendar,
  isWorkingDay,
  rollDate,
  workingDays,
} from "../../src/calendar/index.ts";
import { dutiesDue, sourceDuties } from "../../src/duties/index.ts";
import { deskReport, evaluateSla, foldExplanation, sourceComplaintPolicy } from "../../src/sla/index.ts";
import { en } from "../../src/labels/en.ts";
import { tell } from "../../src/telling/index.ts";

const planning = extendCalendar(CN, CN_2027_PROVISIONAL);
const days = CN_2027_PROVISIONAL.off.map(({ date }) => date);

/** Days since 1970 of a Julian ephemeris day, in the time of Beijing (UTC + 8 h); 70 s is the difference of the clocks. */
const dateInBeijing = (jde: number): string =>
  new Date((jde - 2_440_587.5) * 86_400_000 - 70_000 + 8 * 3_600_000).toISOString().slice(0, 10);
const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

/**
 * Meeus, Astronomical Algorithms, chapter 49: the new moon `k` lunations after that of 6 January 2000. Written for this
 * test; the largest terms, right to a minute.
 */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const e = 1 - 0.002516 * t;
  const sun = 2.5534 + 29.1053567 * k;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t;
  return (
    2_451_550.09766 +
    29.530588861 * k +
    0.00015437 * t * t -
    0.4072 * sin(moon) +
    0.17241 * e * sin(sun) +
    0.01608 * sin(2 * moon) +
    0.01039 * sin(2 * latitude) +
    0.00739 * e * sin(moon - sun) -
    0.00514 * e * sin(moon + sun) +
    0.00208 * e * e * sin(2 * sun) -
    0.00111 * sin(moon - 2 * latitude) -
    0.00057 * sin(moon + 2 * latitude) +
    0.00056 * e * sin(2 * moon + sun) -
    0.00042 * sin(3 * moon) +
    0.00042 * e * sin(sun + 2 * latitude) +
    0.00038 * e * sin(sun - 2 * latitude) -
    0.00024 * e * sin(2 * moon - sun) -
    0.00017 * sin(node) +
    0.000325 * sin(299.77 + 0.107408 * k - 0.009173 * t * t) +
    0.000165 * sin(251.88 + 0.016321 * k) +
    0.000164 * sin(251.83 + 26.651886 * k) +
    0.000126 * sin(349.42 + 36.412478 * k) +
    0.00011 * sin(84.66 + 18.206239 * k)
  );
}

/** The apparent longitude of the sun at a Julian ephemeris day, to a hundredth of a degree (Meeus, chapter 25). */
function longitudeOfSun(jde: number): number {
  const t = (jde - 2_451_545) / 36_525;
  const mean = 280.46646 + 36_000.76983 * t;
  const anomaly = 357.52911 + 35_999.05029 * t;
  const centre =
    (1.914602 - 0.004817 * t) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.000289 * sin(3 * anomaly);
  return (((mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t)) % 360) + 360) % 360;
}

/** The new moon that is the first of the month in which a day falls, in Beijing. */
function firstOfMonth(day: string): string {
  const jde = Date.parse(day) / 86_400_000 + 2_440_587.5;
  const k = Math.floor((jde - 2_451_550) / 29.530588861);
  const starts = [k - 1, k, k + 1, k + 2].map((at) => dateInBeijing(newMoon(at))).filter((date) => date <= day);
  return starts.at(-1) ?? "none";
}
const dayOfMonth = (day: string): number => (Date.parse(day) - Date.parse(firstOfMonth(day))) / 86_400_000 + 1;

describe("the statutory days of 2027", () => {
  test("are 13: 1, 4, 1, 2, 1, 1 and 3", () => {
    const names = CN_2027_PROVISIONAL.off.map(({ name }) => name);
    expect([...new Set(names)].map((name) => [name, names.filter((other) => other === name).length])).toEqual([
      ["元旦", 1],
      ["春节", 4],
      ["清明节", 1],
      ["劳动节", 2],
      ["端午节", 1],
      ["中秋节", 1],
      ["国庆节", 3],
    ]);
    expect(CN_2027_PROVISIONAL.work).toEqual([]);
  });

  test("the formulas find the days of years whose notices are known", () => {
    // first days of the lunar year 2020 to 2026, and qingming
    const known: readonly (readonly [string, string])[] = [
      ["2020-01-25", "2020-04-04"],
      ["2021-02-12", "2021-04-04"],
      ["2022-02-01", "2022-04-05"],
      ["2023-01-22", "2023-04-05"],
      ["2024-02-10", "2024-04-04"],
      ["2025-01-29", "2025-04-04"],
      ["2026-02-17", "2026-04-05"],
    ];
    for (const [newYear, qingming] of known) {
      expect(firstOfMonth(newYear)).toBe(newYear);
      expect(qingmingOf(Number(qingming.slice(0, 4)))).toBe(qingming);
    }
  });

  test("the lunar ones by the new moons of Beijing", () => {
    // the new moon of 6 February comes at 23:56: five minutes later it would be the 7th
    expect(firstOfMonth("2027-02-10")).toBe("2027-02-06");
    expect(days.slice(1, 5)).toEqual(["2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08"]);
    expect(dayOfMonth("2027-06-09")).toBe(5);
    expect(dayOfMonth("2027-09-15")).toBe(15);
  });

  test("the lunar months by the calendar of the language, which is a day late in February", () => {
    const chinese = new Intl.DateTimeFormat("en-u-ca-chinese", { timeZone: "UTC", month: "numeric", day: "numeric" });
    expect(chinese.format(new Date("2027-06-09"))).toMatch(/^5\/5\b/);
    expect(chinese.format(new Date("2027-09-15"))).toMatch(/^8\/15\b/);
    // versions of ICU until 2026 put the new moon of 23:56 after midnight
    expect(chinese.format(new Date("2027-02-07"))).toMatch(/^1\/[12]\b/);
  });

  test("the lunar ones and qingming as Hong Kong has them", () => {
    const hk = new Map(HK.off.map(({ date, name }) => [`${date.slice(0, 4)} ${name}`, date]));
    expect(hk.get("2027 Lunar New Year's Day")).toBe(days[2]);
    expect(hk.get("2027 The third day of Lunar New Year")).toBe(days[4]);
    expect(hk.get("2027 Ching Ming Festival")).toBe(days[5]);
    expect(hk.get("2027 Tuen Ng Festival")).toBe(days[8]);
    expect(hk.get("2027 The day following the Chinese Mid-Autumn Festival")).toBe("2027-09-16");
    expect(days[9]).toBe("2027-09-15");
  });

  test("qingming by the sun", () => {
    expect(qingmingOf(2027)).toBe("2027-04-05");
  });
});

/** The day in Beijing on which the sun reaches 15 degrees. */
function qingmingOf(year: number): string {
  let from = Date.parse(`${String(year)}-04-01`) / 86_400_000 + 2_440_587.5;
  let to = from + 10;
  for (let step = 0; step < 40; step++) {
    const middle = (from + to) / 2;
    if (longitudeOfSun(middle) < 15) from = middle;
    else to = middle;
  }
  return dateInBeijing(to);
}

describe("planning with them", () => {
  test("the shipped calendar stays as it is", () => {
    expect(calendarCoverage(CN)).toEqual({ from: "2007-01-01", to: "2027-01-01" });
    expect(() => isWorkingDay(CN, "2027-01-04")).toThrow(expect.objectContaining({ code: "calendar/out-of-range" }));
  });

  test("the extended one says where it becomes provisional and where it comes from", () => {
    expect(calendarCoverage(planning)).toEqual({ from: "2007-01-01", to: "2028-01-01", provisionalFrom: "2027-01-01" });
    expect(planning.sources[0]).toMatch(/no notice of the State Council for 2027 was seen/);
    expect([planning.id, planning.version]).toEqual(["cn", "2026.1+2027-by-rule"]);
  });

  test("the day of an action", () => {
    // planned for the eve of the Spring Festival, a Friday: the next working day is Tuesday the 9th
    expect(isWorkingDay(planning, "2027-02-05")).toBe(false);
    expect(rollDate(planning, "2027-02-05", "following")).toBe("2027-02-09");
    expect(explainWorkingDays(planning, "2027-02-04", 1)).toMatchObject({
      date: "2027-02-09",
      skipped: days.slice(1, 5).map((date) => ({ date, name: "春节", provisional: true })),
    });
    // 365 days, 104 of them weekends, 13 statutory, of which six fall on a weekend
    expect(workingDays(planning, "2027")).toHaveLength(365 - 104 - 13 + 6);
  });

  test("what recurs has its days", () => {
    const manager = { person: "E-1", role: "relationship-manager", calendar: "cn", zone: "Asia/Shanghai" };
    const weekly = sourceDuties.filter(({ id }) => id === "source.weekly-summary");
    const due = dutiesDue(weekly, [manager], "2027-02", { calendars: [planning] });
    // the week of the eve of the Spring Festival ends on Thursday
    expect(due.of("E-1").map((duty) => duty.due)).toEqual(["2027-02-04", "2027-02-12", "2027-02-19", "2027-02-26"]);
    expect(
      dutiesDue(weekly, [manager], "2027-02", { calendars: [CN] })
        .of("E-1")
        .map((duty) => duty.due),
    ).toEqual([null, null, null, null]);
  });

  test("the notice replaces them", () => {
    const official = extendCalendar(planning, { ...CN_2027_PROVISIONAL, status: "confirmed", version: "2027.1" });
    expect(calendarCoverage(official)).toEqual({ from: "2007-01-01", to: "2028-01-01" });
  });

  test("the exchanges can be planned with as well", () => {
    const exchange = extendCalendar(CN_EXCHANGE, CN_2027_PROVISIONAL);
    expect(addWorkingDays(exchange, "2027-04-30", 1)).toBe("2027-05-03");
  });
});

describe("a deadline in 2027", () => {
  const events = [{ type: "received", at: "2027-02-03T10:00:00+08:00" }] as const;
  const now = "2027-02-03T11:00:00+08:00";

  test("is undetermined with the notices alone", () => {
    const { next, issues } = evaluateSla(sourceComplaintPolicy, events, { now, calendars: [CN] });
    expect(next).toMatchObject({ state: "undetermined", dueDate: null, provisional: false });
    expect(issues.map(({ code }) => code)).toEqual(["calendar/out-of-range"]);
  });

  test("is determined and marked provisional for those who take them", () => {
    const { next, issues, calendar } = evaluateSla(sourceComplaintPolicy, events, { now, calendars: [planning] });
    // Wednesday; 4 (1), 5 to 8 off, 9 (2), 10 (3)
    expect(next).toMatchObject({ state: "running", dueDate: "2027-02-10", provisional: true });
    expect([issues, calendar]).toEqual([[], { id: "cn", version: "2026.1+2027-by-rule" }]);
    expect(foldExplanation(next?.explanation ?? []).map((line) => tell(line, en))).toEqual([
      "The time limit runs from receipt on 3 February 2027 at 10:00.",
      "The first day, 3 February 2027, is not counted.",
      "The time allowed is 3 working days.",
      "5 February 2027 to 8 February 2027, 4 days, are public holidays (Spring Festival) and are not counted; they are not yet final.",
      "Due on 10 February 2027 at 23:59:59; the calendar it relies on is not yet final.",
    ]);
  });

  test("one of 2026 is final with either", () => {
    const early = [{ type: "received", at: "2026-12-01T10:00:00+08:00" }] as const;
    for (const calendars of [[CN], [planning]]) {
      const { next } = evaluateSla(sourceComplaintPolicy, early, { now: "2026-12-01T11:00:00+08:00", calendars });
      expect(next).toMatchObject({ dueDate: "2026-12-04", provisional: false });
    }
  });

  test("a desk counts it as due, not as undetermined", () => {
    const row = { id: "c", policy: "source.complaint", owner: null, category: null, events };
    const report = (calendars: readonly (typeof CN)[]) =>
      deskReport([row], { asOf: "2027-02-10", policies: [sourceComplaintPolicy], calendars }).totals;
    expect(report([CN])).toMatchObject({ undetermined: 1, dueToday: 0 });
    expect(report([planning])).toMatchObject({ undetermined: 0, dueToday: 1 });
  });
});
