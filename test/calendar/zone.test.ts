import { describe, expect, test } from "vitest";

import { instantOf, localDateOf, type LocalTimeRules } from "../../src/calendar/index.ts";
import { offsetAt, offsetStretches, zoneTable } from "../../src/calendar/zone.ts";
import { refusalOf } from "../support/refusal.ts";
import { utc, wallClock } from "./wall-clock.ts";

/** Zones with daylight saving on both sides of the equator, odd offsets, moved date lines, short-lived rules. */
const ZONES = [
  "Asia/Shanghai",
  "Asia/Hong_Kong",
  "Asia/Singapore",
  "Asia/Tokyo",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Tehran",
  "Asia/Gaza",
  "Europe/London",
  "Europe/Dublin",
  "Europe/Amsterdam",
  "Europe/Moscow",
  "Europe/Riga",
  "Africa/Monrovia",
  "Africa/Casablanca",
  "Africa/Cairo",
  "America/New_York",
  "America/St_Johns",
  "America/Sao_Paulo",
  "America/Caracas",
  "America/Noronha",
  "Antarctica/Troll",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Pacific/Kwajalein",
  "UTC",
];

const YEAR = 31_556_952;

describe.each(ZONES)("%s", (zone) => {
  test("agrees with Intl every month or so from 1880 to 2060", () => {
    const table = zoneTable(zone);
    const wrong: unknown[] = [];
    for (let seconds = -90 * YEAR; seconds < 90 * YEAR; seconds += 29 * 86_400 + 12_347) {
      const expected = wallClock(zone, seconds);
      const actual = { offset: offsetAt(table, seconds), date: localDateOf(utc(seconds), zone) };
      if (actual.offset !== expected.offset || actual.date !== expected.date) wrong.push({ seconds, actual, expected });
    }
    expect(wrong).toEqual([]);
  });

  test("changes its offset at the very second", () => {
    const table = zoneTable(zone);
    const wrong: unknown[] = [];
    for (const { start, offset } of offsetStretches(table, -90 * YEAR, 70 * YEAR).slice(1)) {
      const expected = [wallClock(zone, start - 1).offset, wallClock(zone, start).offset];
      const actual = [offsetAt(table, start - 1), offset];
      if (String(actual) !== String(expected)) wrong.push({ start, actual, expected });
    }
    expect(wrong).toEqual([]);
  });

  test("a clock time read back gives the moment, where it occurs once; else the first or the second", () => {
    const table = zoneTable(zone);
    const wrong: unknown[] = [];
    const moments: number[] = [];
    for (const { start } of offsetStretches(table, 10 * YEAR, 50 * YEAR).slice(1)) {
      for (const distance of [-7200, -1800, -1, 0, 1800, 5400]) moments.push(start + distance);
    }
    for (let seconds = 0; seconds < 60 * YEAR; seconds += 397 * 86_400 + 4321) moments.push(seconds);
    for (const seconds of moments) {
      const { date, second, offset } = wallClock(zone, seconds);
      const time = new Date(second * 1000).toISOString().slice(11, 19);
      const first = Date.parse(instantOf(date, time, zone)) / 1000;
      const second_ = Date.parse(instantOf(date, time, zone, { overlap: "later" })) / 1000;
      const shows = [first, second_].every((moment) => {
        const clock = wallClock(zone, moment);
        return clock.date === date && clock.second === second;
      });
      if (!shows || first > second_ || (first !== seconds && second_ !== seconds)) {
        wrong.push({ seconds, offset, date, time, first, second_ });
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("dates", () => {
  test.each([
    ["2026-02-28T15:59:59Z", "Asia/Shanghai", "2026-02-28"],
    ["2026-02-28T16:00:00Z", "Asia/Shanghai", "2026-03-01"],
    ["2026-03-01T00:30:00+08:00", "America/New_York", "2026-02-28"],
    ["1990-06-30T15:30:00Z", "Asia/Shanghai", "1990-07-01"],
    ["2011-12-30T09:59:59Z", "Pacific/Apia", "2011-12-29"],
    ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31"],
    ["2026-02-28T23:59:59.999999999Z", "UTC", "2026-02-28"],
  ])("%s in %s is %s", (instant, zone, date) => {
    expect(localDateOf(instant, zone)).toBe(date);
  });
});

describe("moments", () => {
  test.each<[string, string, string, LocalTimeRules | undefined, string]>([
    ["2026-03-01", "09:00", "Asia/Shanghai", undefined, "2026-03-01T09:00:00+08:00"],
    ["2026-03-01", "09:00:30", "Asia/Kathmandu", undefined, "2026-03-01T09:00:30+05:45"],
    ["2026-03-01", "24:00", "Asia/Shanghai", undefined, "2026-03-02T00:00:00+08:00"],
    ["2026-01-01", "00:00", "UTC", undefined, "2026-01-01T00:00:00Z"],
    // local mean time until 1901: +08:05:43 cannot be written, so UTC it is
    ["1900-01-01", "00:00", "Asia/Shanghai", undefined, "1899-12-31T15:54:17Z"],
    ["1970-01-01", "00:00", "Africa/Monrovia", undefined, "1970-01-01T00:44:30Z"],
    // clocks put forward
    ["2026-03-08", "02:30", "America/New_York", undefined, "2026-03-08T03:30:00-04:00"],
    ["2026-03-08", "02:30", "America/New_York", { gap: "earlier" }, "2026-03-08T01:30:00-05:00"],
    ["2026-03-08", "02:00", "America/New_York", undefined, "2026-03-08T03:00:00-04:00"],
    ["2026-03-08", "03:00", "America/New_York", { gap: "refuse" }, "2026-03-08T03:00:00-04:00"],
    ["2018-11-04", "00:00", "America/Sao_Paulo", undefined, "2018-11-04T01:00:00-02:00"],
    ["2018-11-03", "24:00", "America/Sao_Paulo", undefined, "2018-11-04T01:00:00-02:00"],
    ["2026-10-04", "02:15", "Australia/Lord_Howe", undefined, "2026-10-04T02:45:00+11:00"],
    // a whole day that never was
    ["2011-12-30", "12:00", "Pacific/Apia", undefined, "2011-12-31T12:00:00+14:00"],
    ["2011-12-30", "12:00", "Pacific/Apia", { gap: "earlier" }, "2011-12-29T12:00:00-10:00"],
    // clocks put back
    ["2026-11-01", "01:30", "America/New_York", undefined, "2026-11-01T01:30:00-04:00"],
    ["2026-11-01", "01:30", "America/New_York", { overlap: "later" }, "2026-11-01T01:30:00-05:00"],
    ["2026-11-01", "02:00", "America/New_York", { overlap: "refuse" }, "2026-11-01T02:00:00-05:00"],
    ["2026-04-05", "01:45", "Australia/Lord_Howe", { overlap: "later" }, "2026-04-05T01:45:00+10:30"],
  ])("%s %s in %s with %j is %s", (date, time, zone, rules, expected) => {
    expect(rules === undefined ? instantOf(date, time, zone) : instantOf(date, time, zone, rules)).toBe(expected);
  });
});

describe("refusals", () => {
  test.each([
    ["Mars/Base", "Mars/Base"],
    ["Asia/Peking", "Asia/Peking"],
    ["Foo+08", "Foo+08"],
    // what a database says of itself, and a different place to each runtime
    ["CST", "CST"],
    ["EST", "EST"],
    ["IST", "IST"],
    ["JST", "JST"],
    ["GMT", "GMT"],
    ["PRC", "PRC"],
    ["+08:00", "+08:00"],
    ["", "string(0)"],
    ["Asia/Shanghai ", "string(14)"],
    [null, "null"],
    [8, "8"],
    [undefined, "undefined"],
  ])("%j is no zone", (zone, received) => {
    const refused = { code: "calendar/unknown-zone", path: ["zone"], details: { received } };
    expect(refusalOf(() => localDateOf("2026-03-01T00:00:00Z", zone as string))).toEqual(refused);
    expect(refusalOf(() => instantOf("2026-03-01", "00:00", zone as string))).toEqual(refused);
  });

  test.each([
    ["9:00", "9:00"],
    ["09:60", "09:60"],
    ["24:01", "24:01"],
    ["25:00", "25:00"],
    ["09:00:60", "09:00:60"],
    ["09:00Z", "09:00Z"],
    ["", "string(0)"],
    [900, "900"],
  ])("%j is no clock time", (time, received) => {
    expect(refusalOf(() => instantOf("2026-03-01", time as string, "UTC"))).toEqual({
      code: "calendar/invalid-time",
      path: ["time"],
      details: { received },
    });
  });

  test("skipped and repeated times, when asked to", () => {
    expect(refusalOf(() => instantOf("2026-03-08", "02:30", "America/New_York", { gap: "refuse" }))).toEqual({
      code: "calendar/skipped-time",
      path: ["time"],
      details: { date: "2026-03-08", time: "02:30", zone: "America/New_York" },
    });
    expect(refusalOf(() => instantOf("2026-11-01", "01:30", "America/New_York", { overlap: "refuse" }))).toEqual({
      code: "calendar/repeated-time",
      path: ["time"],
      details: { date: "2026-11-01", time: "01:30", zone: "America/New_York" },
    });
  });

  test("other rules, dates and moments", () => {
    expect(refusalOf(() => instantOf("2026-03-01", "00:00", "UTC", { gap: "compatible" as "later" }))).toEqual({
      code: "calendar/invalid-option",
      path: ["rules", "gap"],
      details: { received: "string(10)", allowed: ["later", "earlier", "refuse"] },
    });
    expect(refusalOf(() => instantOf("2026-02-30", "00:00", "UTC"))).toEqual({
      code: "core/invalid-date",
      path: ["date"],
      details: { received: "2026-02-30" },
    });
    expect(refusalOf(() => localDateOf("2026-03-01", "UTC"))).toEqual({
      code: "core/invalid-instant",
      path: ["instant"],
      details: { received: "2026-03-01" },
    });
    expect(refusalOf(() => localDateOf("9999-12-31T23:00:00Z", "Asia/Shanghai"))).toMatchObject({
      code: "core/invalid-date",
      path: ["instant"],
    });
  });

  test.each([
    ["9999-12-31", "24:00", "UTC"],
    ["9999-12-31", "23:59", "America/New_York"],
    ["0001-01-01", "00:00", "Asia/Shanghai"],
  ])("a moment outside the years 0001 to 9999 in UTC: %s %s in %s", (date, time, zone) => {
    expect(refusalOf(() => instantOf(date, time, zone))).toEqual({
      code: "core/invalid-date",
      path: ["date"],
      details: { date, time, zone },
    });
  });

  test("the last moment that can be written is written", () => {
    expect(instantOf("9999-12-31", "23:59:59", "UTC")).toBe("9999-12-31T23:59:59Z");
    expect(instantOf("0001-01-01", "00:00", "UTC")).toBe("0001-01-01T00:00:00Z");
  });
});
