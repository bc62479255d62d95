import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import {
  addWorkingMinutes,
  isOpen,
  nextOpening,
  type TimeSegment,
  type WorkingHours,
  workingMinutesBetween,
} from "../../src/calendar/index.ts";
import { utc } from "./wall-clock.ts";

const time = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Up to four segments of a day, apart from each other, anywhere from midnight to midnight. */
const segments: fc.Arbitrary<TimeSegment[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 8 })
  .map((minutes) => minutes.sort((a, b) => a - b))
  .map((minutes) => {
    const pieces: TimeSegment[] = [];
    for (let i = 0; i + 1 < minutes.length; i += 2) {
      pieces.push({ from: time(minutes[i] ?? 0), to: time(minutes[i + 1] ?? 0) });
    }
    return pieces;
  });

const hours: fc.Arbitrary<WorkingHours> = fc
  .tuple(
    segments,
    segments,
    fc.constantFrom("Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Europe/London"),
  )
  .map(([day, friday, zone]) => ({
    id: "any",
    version: "1",
    zone,
    // two years are enough, and quick to index
    calendar: {
      ...CN,
      from: "2025-01-01",
      to: "2027-01-01",
      off: CN.off.filter(({ date }) => date >= "2025"),
      work: CN.work.filter((date) => date >= "2025"),
    },
    week: { 1: day, 2: day, 3: day, 4: day, 5: friday },
  }));

/** Whole seconds from 2025-03 to 2026-11: changes of the clock on either side of the equator lie within. */
const second = fc.integer({ min: Date.parse("2025-03-01") / 1000, max: Date.parse("2026-11-20") / 1000 });
const minutes = fc.integer({ min: 1, max: 5000 });
const bigEnough = (value: WorkingHours): boolean =>
  workingMinutesBetween(value, "2026-11-20T00:00:00Z", "2026-12-31T00:00:00Z") > 5000 &&
  workingMinutesBetween(value, "2025-01-03T00:00:00Z", "2025-03-01T00:00:00Z") > 5000;

describe("working minutes", () => {
  test("the moment n minutes on is n minutes away, and the first such moment", () => {
    fc.assert(
      fc.property(hours, second, minutes, (value, at, n) => {
        fc.pre(bigEnough(value));
        const end = addWorkingMinutes(value, utc(at), n);
        expect(workingMinutesBetween(value, utc(at), end)).toBe(n);
        const before = utc(Date.parse(end) / 1000 - 1);
        expect(workingMinutesBetween(value, utc(at), before)).toBeLessThan(n);
      }),
    );
  });

  test("the moment n minutes back is n minutes away, and the last such moment", () => {
    fc.assert(
      fc.property(hours, second, minutes, (value, at, n) => {
        fc.pre(bigEnough(value));
        const start = addWorkingMinutes(value, utc(at), -n);
        expect(workingMinutesBetween(value, start, utc(at))).toBe(n);
        const after = utc(Date.parse(start) / 1000 + 1);
        expect(workingMinutesBetween(value, after, utc(at))).toBeLessThan(n);
      }),
    );
  });

  test("counts of adjoining stretches add up, and a count back is the negative", () => {
    fc.assert(
      fc.property(hours, second, second, second, (value, a, b, c) => {
        const between = (x: number, y: number): number => Math.round(workingMinutesBetween(value, utc(x), utc(y)) * 60);
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(between(c, a)).toBe(0 - between(a, c));
      }),
    );
  });

  test("nothing is worked before the next opening, and the desk is open then", () => {
    fc.assert(
      fc.property(hours, second, (value, at) => {
        fc.pre(bigEnough(value));
        const opening = nextOpening(value, utc(at));
        expect(workingMinutesBetween(value, utc(at), opening)).toBe(0);
        expect(isOpen(value, opening)).toBe(true);
        expect(Date.parse(opening) >= at * 1000).toBe(true);
      }),
    );
  });
});
