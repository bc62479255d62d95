import { expectTypeOf, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import {
  addWorkingDays,
  type CalendarErrorCode,
  type CalendarExtension,
  calendarCoverage,
  dayCount,
  defineCalendar,
  explainWorkingDays,
  holidayName,
  instantOf,
  localDateOf,
  type Period,
  rollDate,
  type WorkingCalendar,
  type WorkingHours,
  withOverrides,
  workingDays,
} from "../../src/calendar/index.ts";

test("results", () => {
  expectTypeOf(addWorkingDays(CN, "2026-03-01", 1)).toEqualTypeOf<string>();
  expectTypeOf(workingDays(CN, "2026-03")).toEqualTypeOf<string[]>();
  expectTypeOf(holidayName(CN, "2026-03-01")).toEqualTypeOf<string | null>();
  expectTypeOf(calendarCoverage(CN)).toExtend<{
    readonly from: string;
    readonly to: string;
    readonly provisionalFrom?: string;
  }>();
  expectTypeOf(explainWorkingDays(CN, "2026-03-01", 1).skipped[0]).toExtend<
    { date: string; reason: "weekend" | "holiday"; name?: string; provisional?: true } | undefined
  >();
  expectTypeOf(localDateOf(instantOf("2026-03-01", "09:00", "UTC"), "UTC")).toEqualTypeOf<string>();
  expectTypeOf(dayCount("2026-01-01", "2026-02-01", "ACT/360").numerator).toEqualTypeOf<number>();
});

test("plain rows go in without a cast", () => {
  const row: { from: string; to: string } = { from: "2026-01-01", to: "2026-02-01" };
  expectTypeOf(row).toExtend<Period>();
  expectTypeOf(calendarCoverage(CN)).toExtend<Period>();
  expectTypeOf(CN).toExtend<Period>();
  expectTypeOf<typeof CN>().toEqualTypeOf<WorkingCalendar>();
  const hours: WorkingHours = {
    id: "desk",
    version: "1",
    zone: "Asia/Shanghai",
    calendar: CN,
    week: { 1: [{ from: "09:00", to: "17:00" }] },
  };
  expectTypeOf(hours.makeUpDays).toEqualTypeOf<1 | 2 | 3 | 4 | 5 | 6 | 7 | "own" | undefined>();
});

test("what does not compile", () => {
  // @ts-expect-error the convention is one of four literals
  rollDate(CN, "2026-03-01", "modified");
  // @ts-expect-error the basis is one of six literals
  dayCount("2026-01-01", "2026-02-01", "ACT/ACT");
  // @ts-expect-error ISO weekdays run from 1 to 7
  defineCalendar({ ...CN, weekend: [0, 6] });
  // @ts-expect-error an override says where it was decided
  withOverrides(CN, { off: [], version: "2" });
  // @ts-expect-error a date is no Date
  addWorkingDays(CN, new Date(0), 1);
  // @ts-expect-error a calendar is not changed in place
  CN.version = "2";
  // @ts-expect-error the status is confirmed or provisional
  expectTypeOf<CalendarExtension["status"]>("draft");
});

test("the codes are a closed union", () => {
  expectTypeOf<"calendar/out-of-range">().toExtend<CalendarErrorCode>();
  expectTypeOf<"calendar/whatever">().not.toExtend<CalendarErrorCode>();
});
