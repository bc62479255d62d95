import { describe, expect, test } from "vitest";

import { CN, CN_EXCHANGE } from "../../src/calendar/data/cn/index.ts";
import { HK, HK6 } from "../../src/calendar/data/hk/index.ts";
import {
  type CalendarYear,
  calendarOfYears,
  holidayName,
  isWorkingDay,
  type WorkingCalendar,
  workingDays,
} from "../../src/calendar/index.ts";

const expand = (year: number, list: string): string[] => list.split(" ").map((day) => `${String(year)}-${day}`);

/** Make-up working days by the State Council's notices, as vacanza/holidays (countries/china.py) pairs them. */
const MAKE_UP: Readonly<Record<number, string>> = {
  2007: "02-17 02-25 04-28 04-29 09-29 09-30 12-29",
  2008: "02-02 02-03 05-04 09-27 09-28",
  2009: "01-04 01-24 02-01 05-31 09-27 10-10",
  2010: "02-20 02-21 06-12 06-13 09-19 09-25 09-26 10-09",
  2011: "01-30 02-12 04-02 10-08 10-09 12-31",
  2012: "01-21 01-29 03-31 04-01 04-28 09-29",
  2013: "01-05 01-06 02-16 02-17 04-07 04-27 04-28 06-08 06-09 09-22 09-29 10-12",
  2014: "01-26 02-08 05-04 09-28 10-11",
  2015: "01-04 02-15 02-28 09-06 10-10",
  2016: "02-06 02-14 06-12 09-18 10-08 10-09",
  2017: "01-22 02-04 04-01 05-27 09-30",
  2018: "02-11 02-24 04-08 04-28 09-29 09-30 12-29",
  // 04-28 and 05-05 by the amendment of 2019-03-22
  2019: "02-02 02-03 04-28 05-05 09-29 10-12",
  2020: "01-19 04-26 05-09 06-28 09-27 10-10",
  2021: "02-07 02-20 04-25 05-08 09-18 09-26 10-09",
  2022: "01-29 01-30 04-02 04-24 05-07 10-08 10-09",
  2023: "01-28 01-29 04-23 05-06 06-25 10-07 10-08",
  2024: "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
  2025: "01-26 02-08 04-27 09-28 10-11",
  2026: "01-04 02-14 02-28 05-09 09-20 10-10",
};

/** Weekdays that were exchanged for a make-up day, from the same source. */
const EXCHANGED: Readonly<Record<number, string>> = {
  2007: "01-02 01-03 02-22 02-23 05-04 05-07 10-04 10-05 12-31",
  2008: "02-11 02-12 05-02 09-29 09-30",
  2013: "01-02 01-03 02-14 02-15 04-05 04-29 04-30 06-10 06-11 09-20 10-04 10-07",
  2015: "01-02 02-18 02-24 09-04 10-07",
  2020: "01-24 01-30 01-31 05-04 05-05 06-26 10-07 10-08",
  2024: "02-15 02-16 04-05 05-02 05-03 09-16 10-04 10-07",
  2026: "01-02 02-20 02-23 05-05 10-06 10-07",
};

describe("mainland China", () => {
  test.each(Object.entries(MAKE_UP))("make-up working days of %s", (year, list) => {
    const days = expand(Number(year), list);
    expect(CN.work.filter((date) => date.startsWith(year))).toEqual(days);
    expect(days.map((date) => isWorkingDay(CN_EXCHANGE, date))).toEqual(days.map(() => false));
  });

  test.each(Object.entries(EXCHANGED))("weekdays of %s exchanged for a make-up day are off", (year, list) => {
    const days = expand(Number(year), list);
    expect(days.filter((date) => isWorkingDay(CN, date))).toEqual([]);
    expect(days.filter((date) => isWorkingDay(CN_EXCHANGE, date))).toEqual([]);
  });

  test("the two calendars differ on the make-up days and on 2024-02-09 alone", () => {
    const banks = new Set(workingDays(CN, { from: "2007-01-01", to: "2027-01-01" }));
    const exchanges = new Set(workingDays(CN_EXCHANGE, { from: "2007-01-01", to: "2027-01-01" }));
    expect([...exchanges].filter((date) => !banks.has(date))).toEqual([]);
    expect([...banks].filter((date) => !exchanges.has(date)).sort()).toEqual([...CN.work, "2024-02-09"].sort());
  });

  /** Closed weekdays by the exchanges' own notices: Shanghai, 2023-12-26 for 2024 and [2008] no. 22 for 2009. */
  test.each([
    ["2009", "01-01 01-02 01-26 01-27 01-28 01-29 01-30 04-06 05-01 05-28 05-29 10-01 10-02 10-05 10-06 10-07 10-08"],
    [
      "2024",
      "01-01 02-09 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 10-04 10-07",
    ],
  ])("closed weekdays of the exchanges in %s", (year, list) => {
    const open = new Set(workingDays(CN_EXCHANGE, year));
    const closed: string[] = [];
    for (let at = Date.parse(`${year}-01-01`); at < Date.parse(`${String(Number(year) + 1)}-01-01`); at += 86_400_000) {
      const date = new Date(at).toISOString().slice(0, 10);
      const weekday = new Date(at).getUTCDay();
      if (weekday !== 0 && weekday !== 6 && !open.has(date)) closed.push(date);
    }
    expect(closed).toEqual(expand(Number(year), list));
  });
});

describe("Hong Kong", () => {
  /** General holidays as gazetted: 2010, 2014, 2024 from published copies of the gazette's list. */
  test.each([
    ["2010", "01-01 02-13 02-15 02-16 04-02 04-03 04-05 04-06 05-01 05-21 06-16 07-01 09-23 10-01 10-16 12-25 12-27"],
    ["2014", "01-01 01-31 02-01 02-03 04-05 04-18 04-19 04-21 05-01 05-06 06-02 07-01 09-09 10-01 10-02 12-25 12-26"],
    ["2024", "01-01 02-10 02-12 02-13 03-29 03-30 04-01 04-04 05-01 05-15 06-10 07-01 09-18 10-01 10-11 12-25 12-26"],
  ])("general holidays of %s", (year, list) => {
    expect(HK.off.filter(({ date }) => date.startsWith(year)).map(({ date }) => date)).toEqual(
      expand(Number(year), list),
    );
  });

  test("17 general holidays a year, 18 in 2015", () => {
    for (let year = 2007; year <= 2027; year++) {
      expect(HK.off.filter(({ date }) => date.startsWith(String(year)))).toHaveLength(year === 2015 ? 18 : 17);
    }
  });

  test("both calendars hold the same holidays", () => {
    expect(HK6.off).toEqual(HK.off);
    expect([HK.work, HK6.work]).toEqual([[], []]);
  });

  test("the six-day week works Saturdays that are no holiday", () => {
    expect(isWorkingDay(HK6, "2024-02-10")).toBe(false);
    expect(holidayName(HK6, "2024-02-10")).toBe("Lunar New Year's Day");
    expect(isWorkingDay(HK6, "2024-02-17")).toBe(true);
  });
});

test.each<[string, WorkingCalendar]>([
  ["CN", CN],
  ["CN_EXCHANGE", CN_EXCHANGE],
  ["HK", HK],
  ["HK6", HK6],
])("%s is frozen plain data with a source for each year", (_name, calendar) => {
  expect(JSON.parse(JSON.stringify(calendar))).toEqual(calendar);
  expect([calendar, calendar.off, calendar.off[0], calendar.work, calendar.sources].every(Object.isFrozen)).toBe(true);
  expect(calendar.off.every(({ name }) => name !== "")).toBe(true);
});

test("every year of the mainland names the State Council's notice", () => {
  for (let year = 2007; year <= 2026; year++) {
    expect(
      CN.sources.filter((source) => source.startsWith(`国务院办公厅关于${String(year)}年部分节假日安排的通知`)),
    ).toHaveLength(1);
  }
});

test.each<[string, WorkingCalendar, number, number]>([
  ["cn", CN, 2007, 2026],
  ["hk", HK, 2007, 2027],
])(
  "every year of %s stands the checks of calendarOfYears, and together they are the calendar",
  async (name, calendar, from, to) => {
    const years: CalendarYear[] = [];
    for (let year = from; year <= to; year++) {
      const module = (await import(`../../src/calendar/data/${name}/${String(year)}.ts`)) as Record<
        string,
        CalendarYear
      >;
      years.push(...Object.values(module));
    }
    const { id, version, weekend } = calendar;
    expect(years).toHaveLength(to - from + 1);
    expect(calendarOfYears({ id, version, weekend }, years)).toEqual(calendar);
  },
);
