import { describe, expect, test } from "vitest";

import { compareInstants, formatInstant, toDayNumber, toInstantParts, tryInstant } from "../../src/core/index.ts";

describe("reading moments", () => {
  test.each([
    ["1970-01-01T00:00:00Z", 0, 0],
    ["1970-01-01T08:00:00+08:00", 0, 0],
    ["1969-12-31T19:00:00-05:00", 0, 0],
    ["1970-01-01T05:45:00+05:45", 0, 0],
    ["2026-02-14T09:30:15Z", toDayNumber("2026-02-14") * 86400 + 9 * 3600 + 30 * 60 + 15, 0],
    ["1970-01-01T00:00:00.123Z", 0, 123_000_000],
    ["1970-01-01T00:00:00.000000001Z", 0, 1],
    ["1969-12-31T23:59:59.5Z", -1, 500_000_000],
    ["1970-01-01T00:00:00.999999999Z", 0, 999_999_999],
    ["1970-01-01T18:00:00+18:00", 0, 0],
    ["1969-12-31T06:00:00-18:00", 0, 0],
    ["1970-01-01T23:59:59Z", 86_399, 0],
    ["0001-01-01T00:00:00Z", -62_135_596_800, 0],
    ["9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999],
  ])("%s", (instant, seconds, nanos) => {
    expect(toInstantParts(instant)).toStrictEqual({ seconds, nanos });
  });

  test("what a JavaScript Date prints is a moment", () => {
    const date = new Date(Date.UTC(2026, 1, 14, 9, 30, 15, 678));
    expect(toInstantParts(date.toISOString())).toStrictEqual({
      seconds: Math.floor(date.getTime() / 1000),
      nanos: 678_000_000,
    });
  });

  const notInstants: readonly unknown[] = [
    "2026-02-14",
    "2026-02-14T09:30Z",
    "2026-02-14T09:30:00",
    "2026-02-14 09:30:00Z",
    "2026-02-14T24:00:00Z",
    "2026-02-14T09-30:00Z",
    "2026-02-14T09:30-00Z",
    "2026-02-14T09:30:00X",
    "2026-02-14T09:30:00+",
    "2026-02-14T09:30:00Z ",
    "2026-02-14T09:30:00Z+08:00",
    "2026-02-14T09:30:00.5Z0",
    "2026-02-14T09:30:00+08-00",
    "2026-02-14T09:30:00+08:00Z",
    "2026-02-14T09:30:00 08:00",
    "2026-02-14T09:30:00+18:01",
    "2026-02-14T09:30:00-18:01",
    "2026-02-14T23:60:00Z",
    "2026-02-14T23:59:60Z",
    "2026-02-30T09:30:00Z",
    "2026-02-14T09:30:00+8",
    "2026-02-14T09:30:00+0800",
    "2026-02-14T09:30:00+19:00",
    "2026-02-14T09:30:00+08:60",
    "2026-02-14T09:30:00.Z",
    "2026-02-14T09:30:00.1234567890Z",
    "2026-02-14t09:30:00z",
    "0001-01-01T00:00:00+08:00",
    "9999-12-31T23:59:59-01:00",
    1771061400000,
    null,
    new Date(0),
  ];

  test.each(notInstants.map((value) => [value]))("%o is refused", (value) => {
    expect(tryInstant(value)).toBeNull();
    expect(() => toInstantParts(value as string, "now")).toThrow(
      expect.objectContaining({
        code: "core/invalid-instant",
        path: ["now"],
        details: expect.objectContaining({ received: expect.any(String) as string }) as object,
      }),
    );
  });
});

test("order looks at the moment, to the nanosecond, not at the text", () => {
  expect(compareInstants("2026-02-14T00:00:00+08:00", "2026-02-13T16:00:00Z")).toBe(0);
  expect(compareInstants("2026-02-14T00:00:00+08:00", "2026-02-13T23:00:00Z")).toBe(-1);
  expect(compareInstants("2026-02-14T00:00:00.000000002Z", "2026-02-14T00:00:00.000000001Z")).toBe(1);
  expect(compareInstants("2026-02-14T00:00:00.000000001Z", "2026-02-14T00:00:00.000000002Z")).toBe(-1);
  expect(compareInstants("2026-02-14T00:00:00.5Z", "2026-02-14T08:00:00.500+08:00")).toBe(0);
});

test.each([
  ["instant", () => toInstantParts("noon")],
  ["a", () => compareInstants("noon", "2026-02-14T00:00:00Z")],
  ["b", () => compareInstants("2026-02-14T00:00:00Z", "noon")],
])("what is no moment is refused by the name of its parameter, %s", (name, call) => {
  expect(call).toThrow(
    expect.objectContaining({
      code: "core/invalid-instant",
      message: `${name}: not a moment written YYYY-MM-DDThh:mm:ss with Z or an offset (instantOf makes one); got string(4)`,
      path: [name],
      details: { received: "string(4)" },
    }),
  );
});

test.each([
  [0, 0, "1970-01-01T00:00:00Z"],
  [0, 8 * 3600, "1970-01-01T08:00:00+08:00"],
  [0, -(3 * 3600 + 1800), "1969-12-31T20:30:00-03:30"],
  [-1, 0, "1969-12-31T23:59:59Z"],
  [0, 8 * 3600 + 5 * 60 + 43, "1970-01-01T00:00:00Z"],
])("second %i at offset %i is written %s", (seconds, offset, text) => {
  expect(formatInstant(seconds, offset)).toBe(text);
  expect(toInstantParts(text).seconds).toBe(seconds);
});

test.each([
  ["half a second", 0.5, 0, ["seconds"]],
  ["no number", Number.NaN, 0, ["seconds"]],
  ["a moment after the last", 253_402_300_800, -8 * 3600, ["seconds"]],
  ["a moment before the first", -62_135_596_801, 8 * 3600, ["seconds"]],
  ["no offset", 0, Number.NaN, ["offsetSeconds"]],
  ["an offset of more than 18 hours", 0, 18 * 3600 + 60, ["offsetSeconds"]],
])("%s is not written", (_, seconds, offset, path) => {
  expect(() => formatInstant(seconds, offset)).toThrow(
    expect.objectContaining({ code: "core/invalid-integer", path, details: expect.any(Object) as object }),
  );
});

test("a local date outside the years 0001 to 9999 is not written", () => {
  for (const [seconds, offset] of [
    [253_402_300_799, 3600],
    [-62_135_596_800, -60],
  ] as const) {
    expect(() => formatInstant(seconds, offset)).toThrow(
      expect.objectContaining({ code: "core/invalid-date", path: ["seconds"] }),
    );
  }
});
