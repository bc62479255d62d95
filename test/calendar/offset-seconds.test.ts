import { describe, expect, test } from "vitest";

import { offsetSecondsAt } from "../../src/calendar/index.ts";
import { refusalOf } from "../support/refusal.ts";

describe("offset of a zone in numbers", () => {
  test.each([
    // 2026-03-08T07:00:00Z: New York goes from -05:00 to -04:00
    ["America/New_York", Date.UTC(2026, 2, 8, 6, 59, 59) / 1000, -5 * 3600],
    ["America/New_York", Date.UTC(2026, 2, 8, 7, 0, 0) / 1000, -4 * 3600],
    ["Asia/Shanghai", 0, 8 * 3600],
    ["Asia/Kathmandu", Date.UTC(2026, 0, 1) / 1000, 5 * 3600 + 45 * 60],
    ["UTC", -62135596800, 0],
    ["UTC", 253402300799, 0],
  ])("%s at %i: %i", (zone, seconds, offset) => {
    expect(offsetSecondsAt(zone, seconds)).toBe(offset);
  });

  test.each([0.5, Number.NaN, -62135596801, 253402300800])("%d seconds are refused", (seconds) => {
    expect(refusalOf(() => offsetSecondsAt("UTC", seconds))).toEqual({
      code: "core/invalid-integer",
      path: ["seconds"],
      details: { received: String(seconds), min: -62135596800, max: 253402300799 },
    });
  });

  test("an offset is no zone", () => {
    expect(refusalOf(() => offsetSecondsAt("+08:00", 0))).toMatchObject({ code: "calendar/unknown-zone" });
  });
});
