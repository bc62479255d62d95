import { describe, expect, test } from "vitest";

import {
  addWorkingDays,
  addWorkingMinutes,
  ageOn,
  calendarOfYears,
  combineCalendars,
  dayCount,
  defineCalendar,
  defineWorkingHours,
  explainWorkingDays,
  extendCalendar,
  instantOf,
  isWorkingDay,
  localDateOf,
  readPeriod,
  withOverrides,
  workingDays,
  endOf,
  type WorkingCalendar,
} from "../../src/calendar/index.ts";
import { CN, CN_EXCHANGE, MAINLAND_HOLIDAY_NAMES } from "../../src/calendar/data/cn/index.ts";
import { HK, HK6, HONG_KONG_HOLIDAY_NAMES } from "../../src/calendar/data/hk/index.ts";
import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { tell, type Reason } from "../../src/telling/index.ts";
import { given, thrownBy, told } from "../support/told.ts";

const week = { "1": [{ from: "09:00", to: "17:00" }] } as const;
const hours = defineWorkingHours({ id: "desk", version: "1", zone: "Asia/Shanghai", calendar: CN, week });
const small: WorkingCalendar = {
  id: "small",
  version: "1",
  weekend: [6, 7],
  from: "2026-01-01",
  to: "2026-02-01",
  off: [],
  work: [],
  sources: ["notice"],
};
const year = (from: string, to: string, status: "confirmed" | "provisional" = "confirmed") => ({
  from,
  to,
  status,
  off: [],
  work: [],
  sources: ["notice"],
});
const named = { id: "x", version: "1", weekend: [6, 7] } as const;
const skipped = (calendar: WorkingCalendar, date: string): Reason =>
  given(explainWorkingDays(calendar, date, 1).skipped[0]);

/** How a period is written, as the sentences say it. */
const asText = [
  "请以文本填写：年份如 2026，季度如 2026-Q1，月份如 2026-03，周如 2026-W09，日期如 2026-03-01；或以 from 填写首日、以 to 填写末日的次日。",
  "請以文字填寫：年份如 2026，季度如 2026-Q1，月份如 2026-03，星期如 2026-W09，日期如 2026-03-01；或以 from 填寫首日、以 to 填寫最後一日的翌日。",
  "Write a year as 2026, a quarter as 2026-Q1, a month as 2026-03, a week as 2026-W09 or a day as 2026-03-01, each as text; or give the first day as “from” and the day after the last as “to”.",
] as const;

/** A reason, and its sentences in simplified Chinese, traditional Chinese as in Hong Kong, and English. */
const rows: readonly (readonly [name: string, reason: () => Reason, zhHans: string, zhHantHK: string, en: string])[] = [
  [
    "a holiday of the mainland",
    () => skipped(CN, "2026-02-14"),
    "2026年2月15日为节假日（春节），不是工作日。",
    "2026年2月15日為公眾假期（春節），並非工作天。",
    "15 February 2026 is a public holiday (Spring Festival) and is not a working day.",
  ],
  [
    "a holiday of Hong Kong, not final",
    () => skipped(HK, "2026-12-31"),
    "2027年1月1日为节假日（一月一日），不是工作日（放假安排尚待公布）。",
    "2027年1月1日為公眾假期（一月一日），並非工作天（假期安排尚待公布）。",
    "1 January 2027 is a public holiday (The first day of January) and is not a working day; the holiday is not yet final.",
  ],
  [
    "a holiday of a bank's own",
    () =>
      skipped(
        withOverrides(HK, {
          off: [{ date: "2026-09-08", name: "Typhoon signal No. 10" }],
          version: "2",
          source: "notice",
        }),
        "2026-09-07",
      ),
    "2026年9月8日为节假日（Typhoon signal No. 10），不是工作日。",
    "2026年9月8日為公眾假期（Typhoon signal No. 10），並非工作天。",
    "8 September 2026 is a public holiday (Typhoon signal No. 10) and is not a working day.",
  ],
  [
    "a weekend",
    () => skipped(CN, "2026-03-06"),
    "2026年3月7日为周末，不是工作日。",
    "2026年3月7日為週末，並非工作天。",
    "7 March 2026 falls on a weekend and is not a working day.",
  ],
  [
    "a date beyond the data",
    () => thrownBy(() => isWorkingDay(CN, "2027-01-04")),
    "工作日历“cn”（版本 2026.1）的数据不足：所需日期为2027年1月4日；现有数据为2007年1月1日（含）至2027年1月1日（不含），请先补充日历。",
    "工作日曆「cn」（版本 2026.1）的資料不足：所需日期為2027年1月4日；現有資料由2007年1月1日起，至2027年1月1日為止（不包括該日），請先補充日曆。",
    "The working calendar “cn” (version 2026.1) does not reach far enough for 4 January 2027: it begins on 1 January 2007 and ends before 1 January 2027. Add the days that are missing.",
  ],
  [
    "working days that lead beyond the data",
    () => thrownBy(() => addWorkingDays(CN, "2026-12-31", 1)),
    "工作日历“cn”（版本 2026.1）的数据不足：自2026年12月31日起数 1 个工作日；现有数据为2007年1月1日（含）至2027年1月1日（不含），请先补充日历。",
    "工作日曆「cn」（版本 2026.1）的資料不足：由2026年12月31日起數 1 個工作天；現有資料由2007年1月1日起，至2027年1月1日為止（不包括該日），請先補充日曆。",
    "The working calendar “cn” (version 2026.1) does not reach far enough, counting from 31 December 2026 (working days: 1): it begins on 1 January 2007 and ends before 1 January 2027. Add the days that are missing.",
  ],
  [
    "a period beyond the data",
    () => thrownBy(() => workingDays(CN, "2027-Q1")),
    "工作日历“cn”（版本 2026.1）的数据不足：所需期间为2027年第一季度；现有数据为2007年1月1日（含）至2027年1月1日（不含），请先补充日历。",
    "工作日曆「cn」（版本 2026.1）的資料不足：所需期間為2027年第一季度；現有資料由2007年1月1日起，至2027年1月1日為止（不包括該日），請先補充日曆。",
    "The working calendar “cn” (version 2026.1) does not reach far enough for Q1 2027: it begins on 1 January 2007 and ends before 1 January 2027. Add the days that are missing.",
  ],
  [
    "working minutes beyond the data",
    () => thrownBy(() => addWorkingMinutes(hours, "2026-12-31T16:00:00+08:00", 90)),
    "工作日历“cn”（版本 2026.1）的数据不足：自 2026年12月31日 16:00 起数 90 个工作分钟；现有数据为2007年1月1日（含）至2027年1月1日（不含），请先补充日历。",
    "工作日曆「cn」（版本 2026.1）的資料不足：由 2026年12月31日 16:00 起數 90 個工作分鐘；現有資料由2007年1月1日起，至2027年1月1日為止（不包括該日），請先補充日曆。",
    "The working calendar “cn” (version 2026.1) does not reach far enough, counting from 31 December 2026 at 16:00 (working minutes: 90): it begins on 1 January 2007 and ends before 1 January 2027. Add the days that are missing.",
  ],
  [
    "no such month",
    () => thrownBy(() => readPeriod("2026-13")),
    `期间“2026-13”有误：period。${asText[0]}`,
    `期間「2026-13」有誤：period。${asText[1]}`,
    `The period “2026-13” is not valid at period. ${asText[2]}`,
  ],
  [
    "an end before the beginning",
    () => thrownBy(() => readPeriod({ from: "2026-03-02", to: "2026-03-01" })),
    "期间有误：period，终点2026年3月1日须晚于起点2026年3月2日。",
    "期間有誤：period，終點2026年3月1日必須遲於起點2026年3月2日。",
    "The period is not valid at period (it ends on 1 March 2026, which must be after 2 March 2026).",
  ],
  [
    "not a period",
    () => thrownBy(() => readPeriod(7 as never)),
    `期间有误：period，收到的是"7"（数字）。${asText[0]}`,
    `期間有誤：period，收到的是"7"（數字）。${asText[1]}`,
    `The period is not valid at period: "7" was given (a number). ${asText[2]}`,
  ],
  [
    "a period as people write it",
    () => thrownBy(() => readPeriod("Q1 2026")),
    `期间有误：period，收到的是"Q1 2026"。${asText[0]}`,
    `期間有誤：period，收到的是"Q1 2026"。${asText[1]}`,
    `The period is not valid at period: "Q1 2026" was given. ${asText[2]}`,
  ],
  [
    "a list for a period",
    () => thrownBy(() => readPeriod(["2026-01-01", "2026-02-01"] as never)),
    `期间有误：period，收到的是2项的列表。${asText[0]}`,
    `期間有誤：period，收到的是2項的清單。${asText[1]}`,
    `The period is not valid at period: a list of length 2 was given. ${asText[2]}`,
  ],
  [
    "days counted backwards",
    () => thrownBy(() => dayCount("2026-03-02", "2026-03-01", "ACT/360")),
    "期间有误：to，终点2026年3月1日须晚于起点2026年3月2日。",
    "期間有誤：to，終點2026年3月1日必須遲於起點2026年3月2日。",
    "The period is not valid at to (it ends on 1 March 2026, which must be after 2 March 2026).",
  ],
  [
    "an option nobody knows",
    () => thrownBy(() => endOf("2026-03-02", "months" as never)),
    "选项有误：unit，收到的是6个字符的文本，只能是 week、month、quarter、year，是否应为 month。",
    "選項有誤：unit，收到的是6個字元的文字，只可以是 week、month、quarter、year，是否應為 month。",
    "An option is not valid at unit: a text of length 6 was given; allowed: week, month, quarter, year; perhaps month was meant.",
  ],
  [
    "a calendar without a source",
    () => thrownBy(() => defineCalendar({ ...small, sources: [] })),
    "工作日历有误：calendar.sources，收到的是空列表，至少须有 1 项。",
    "工作日曆有誤：calendar.sources，收到的是空白清單，至少須有 1 項。",
    "The working calendar is not valid at calendar.sources: an empty list was given; it must have 1 or more entries.",
  ],
  [
    "a calendar that ends before it begins",
    () => thrownBy(() => defineCalendar({ ...small, to: "2025-01-01" })),
    "工作日历有误：calendar.to，终点2025年1月1日须晚于起点2026年1月1日。",
    "工作日曆有誤：calendar.to，終點2025年1月1日必須遲於起點2026年1月1日。",
    "The working calendar is not valid at calendar.to (it ends on 1 January 2025, which must be after 1 January 2026).",
  ],
  [
    "a day twice",
    () =>
      thrownBy(() =>
        defineCalendar({
          ...small,
          off: [
            { date: "2026-01-01", name: "a" },
            { date: "2026-01-01", name: "b" },
          ],
        }),
      ),
    "2026年1月1日在日历中重复列出（calendar.off[1].date）。",
    "2026年1月1日在日曆中重複列出（calendar.off[1].date）。",
    "1 January 2026 is listed twice at calendar.off[1].date.",
  ],
  [
    "a day off that is worked",
    () => thrownBy(() => defineCalendar({ ...small, off: [{ date: "2026-01-03", name: "a" }], work: ["2026-01-03"] })),
    "2026年1月3日既列为休息日又列为工作日（calendar.work[0]），请保留其一。",
    "2026年1月3日既列為休息日又列為工作天（calendar.work[0]），請保留其中一項。",
    "3 January 2026 is listed both as a day off and as a working day at calendar.work[0]; keep one of them.",
  ],
  [
    "a day outside the calendar",
    () => thrownBy(() => defineCalendar({ ...small, off: [{ date: "2026-02-01", name: "a" }] })),
    "2026年2月1日不在数据范围内（calendar.off[0].date）：范围为2026年1月1日（含）至2026年2月1日（不含）。",
    "2026年2月1日不在資料範圍內（calendar.off[0].date）：範圍由2026年1月1日起，至2026年2月1日為止（不包括該日）。",
    "1 February 2026 at calendar.off[0].date is outside the days covered, which begin on 1 January 2026 and end before 1 February 2026.",
  ],
  [
    "a make-up day in the week",
    () => thrownBy(() => defineCalendar({ ...small, work: ["2026-01-05"] })),
    "2026年1月5日不是周末，不能列为调休上班日（calendar.work[0]）。",
    "2026年1月5日並非週末，不能列為補班日（calendar.work[0]）。",
    "5 January 2026 at calendar.work[0] is not a weekend day, so it cannot be a make-up working day.",
  ],
  [
    "years with a gap",
    () => thrownBy(() => calendarOfYears(named, [year("2025-01-01", "2026-01-01"), year("2026-02-01", "2027-01-01")])),
    "各段日期须首尾相接（years[1].from）：应自2026年1月1日起；暂定的年份须排在最后。",
    "各段日期必須首尾相接（years[1].from）：應由2026年1月1日起；暫定的年份必須排在最後。",
    "Each run of days must begin where the one before it ends at years[1].from, here on 1 January 2026. Provisional years come last.",
  ],
  [
    "a confirmed year after a provisional one",
    () =>
      thrownBy(() =>
        calendarOfYears(named, [year("2025-01-01", "2026-01-01", "provisional"), year("2026-01-01", "2027-01-01")]),
      ),
    "各段日期须首尾相接（years[1].from）：应自2026年1月1日起；暂定的年份须排在最后。",
    "各段日期必須首尾相接（years[1].from）：應由2026年1月1日起；暫定的年份必須排在最後。",
    "Each run of days must begin where the one before it ends at years[1].from, here on 1 January 2026. Provisional years come last.",
  ],
  [
    "an extension with a gap",
    () => thrownBy(() => extendCalendar(HK, { ...year("2028-02-01", "2029-01-01"), version: "2" })),
    "各段日期须首尾相接（yearData.from）：新的日期自2028年2月1日起，日历现有数据至2028年1月1日（不含），其中2027年1月1日起为暂定；暂定的年份须排在最后。",
    "各段日期必須首尾相接（yearData.from）：新的日期由2028年2月1日起，日曆現有資料至2028年1月1日（不包括該日），其中2027年1月1日起為暫定；暫定的年份必須排在最後。",
    "Each run of days must begin where the one before it ends at yearData.from: the new days begin on 1 February 2028, and the calendar ends before 1 January 2028, provisional from 1 January 2027. Provisional years come last.",
  ],
  [
    "calendars without a common day",
    () =>
      thrownBy(() => combineCalendars("all", small, { ...small, id: "late", from: "2027-01-01", to: "2028-01-01" })),
    "各工作日历没有共同覆盖的日期，不能合并使用。",
    "各工作日曆沒有共同涵蓋的日期，不能合併使用。",
    "The working calendars have no day in common and cannot be combined.",
  ],
  [
    "no working days",
    () => thrownBy(() => addWorkingDays(CN, "2026-02-14", 0)),
    "不能从2026年2月14日起数 0 个工作日：至少数一个；只需把日期移到工作日时，请用 rollDate。",
    "不能由2026年2月14日起數 0 個工作天：至少數一個；如只需把日期移至工作天，請用 rollDate。",
    "0 working days cannot be counted from 14 February 2026: count at least one, or use rollDate to move a date to a working day.",
  ],
  [
    "no such zone",
    () => thrownBy(() => localDateOf("2026-02-14T10:00:00Z", "Mars/Base")),
    '没有这个时区（zone）：收到的是"Mars/Base"，请用 IANA 时区名称，如 Asia/Shanghai。',
    '沒有這個時區（zone）：收到的是"Mars/Base"，請用 IANA 時區名稱，例如 Asia/Hong_Kong。',
    'There is no such time zone at zone: "Mars/Base" was given. Use a name from the IANA database, such as Asia/Hong_Kong.',
  ],
  [
    "no such time",
    () => thrownBy(() => instantOf("2026-03-01", "24:30", "Asia/Hong_Kong")),
    '时刻有误（time）：收到的是"24:30"，请按 hh:mm 或 hh:mm:ss 填写，不晚于 24:00。',
    '時間有誤（time）：收到的是"24:30"，請按 hh:mm 或 hh:mm:ss 填寫，不可遲於 24:00。',
    'The time of day is not valid at time: "24:30" was given. Write it as hh:mm or hh:mm:ss, up to 24:00.',
  ],
  [
    "a time that is skipped",
    () => thrownBy(() => instantOf("2026-03-08", "02:30", "America/New_York", { gap: "refuse" })),
    "2026年3月8日 02:30 在时区 America/New_York 不存在：当日时钟拨快时跳过了这一时刻。",
    "2026年3月8日 02:30 在時區 America/New_York 並不存在：當日時鐘撥快時跳過了這個時間。",
    "02:30 does not exist on 8 March 2026 in the time zone America/New_York: the clocks went forward over it.",
  ],
  [
    "a time that comes twice",
    () => thrownBy(() => instantOf("2026-11-01", "01:30", "America/New_York", { overlap: "refuse" })),
    "2026年11月1日 01:30 在时区 America/New_York 出现两次：当日时钟曾拨慢，请指明是哪一次。",
    "2026年11月1日 01:30 在時區 America/New_York 出現兩次：當日時鐘曾撥慢，請說明是哪一次。",
    "01:30 occurs twice on 1 November 2026 in the time zone America/New_York, because the clocks went back; say which is meant.",
  ],
  [
    "hours that overlap",
    () =>
      thrownBy(() =>
        defineWorkingHours({
          ...hours,
          week: {
            "1": [
              { from: "09:00", to: "12:00" },
              { from: "11:00", to: "17:00" },
            ],
          },
        }),
      ),
    '工作时间有误：hours.week.1[1].from，收到的是"11:00"。',
    '工作時間有誤：hours.week.1[1].from，收到的是"11:00"。',
    'The working hours are not valid at hours.week.1[1].from: "11:00" was given.',
  ],
  [
    "a birth in the future",
    () => thrownBy(() => ageOn("2026-03-02", "2026-03-01", { leapDay: "28-february" })),
    "出生日期晚于计算年龄的日期（2026年3月1日），请核对。",
    "出生日期遲於計算年齡的日期（2026年3月1日），請核對。",
    "The date of birth is after 1 March 2026, the date at which the age is calculated; check both.",
  ],
];

describe("what the calendar says", () => {
  test.each(rows)("%s", (_, reason, ...sentences) => {
    expect(told(reason())).toEqual(sentences);
  });

  test("every name of a holiday in the data is told in every language, and no other", () => {
    const names = [CN, CN_EXCHANGE, HK, HK6].flatMap(({ off }) => off.map(({ name }) => name));
    expect([...new Set(names)].sort()).toEqual([...MAINLAND_HOLIDAY_NAMES, ...HONG_KONG_HOLIDAY_NAMES].sort());
    for (const words of [zhHans, zhHantHK, en]) {
      const labelled = Object.keys(words).filter((key) => key.startsWith("holiday."));
      expect(labelled.sort()).toEqual([...new Set(names)].map((name) => `holiday.${name}`).sort());
    }
  });

  test("a name that the words do not have is written as it is, and one that is none is refused", () => {
    const line = { code: "holiday-skipped", date: "2026-02-17", name: "Founders’ day", provisional: false };
    expect(tell(line, en)).toBe("17 February 2026 is a public holiday (Founders’ day) and is not counted.");
    expect(tell({ ...line, name: "constructor" }, en)).toContain("(constructor)");
    expect(tell({ ...line, name: "春节" }, en)).toContain("(Spring Festival)");
    expect(tell({ ...line, name: "Good Friday" }, zhHantHK)).toContain("（耶穌受難節）");
    expect(thrownBy(() => tell({ ...line, name: 7 }, en))).toMatchObject({ code: "telling/invalid-fact" });
  });
});
