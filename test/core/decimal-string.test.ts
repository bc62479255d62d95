import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { compareDecimals, formatDecimal, readDecimal, tryDecimal } from "../../src/core/index.ts";

test.each([
  ["0", 0n, 0],
  ["-0", 0n, 0],
  ["0.00", 0n, 2],
  ["12.30", 1230n, 2],
  ["-0.0325", -325n, 4],
  ["123456789012345678901234567890.12", 12345678901234567890123456789012n, 2],
])("%s is read exactly", (text, coefficient, scale) => {
  expect(readDecimal(text)).toStrictEqual({ coefficient, scale });
});

describe("bad decimals", () => {
  const bad: readonly unknown[] = [
    "1e3",
    "1,234.56",
    " 12",
    "12 ",
    "+1",
    "1.",
    ".5",
    "--1",
    "007",
    "1.2.3",
    "0x10",
    "１２",
    "NaN",
    "Infinity",
    "",
    "-",
    "9".repeat(81),
    12,
    NaN,
    null,
    undefined,
  ];
  test.each(bad.map((value) => [value]))("%o", (value) => {
    expect(tryDecimal(value)).toBeNull();
    expect(() => readDecimal(value as string, "rate")).toThrow(
      expect.objectContaining({
        code: "core/invalid-decimal",
        path: ["rate"],
        details: expect.objectContaining({ received: expect.any(String) as string }) as object,
      }),
    );
  });
});

test.each([
  [{ coefficient: 0n, scale: 2 }, "0.00"],
  [{ coefficient: -5n, scale: 3 }, "-0.005"],
  [{ coefficient: 1234n, scale: 2 }, "12.34"],
  [{ coefficient: -7n, scale: 0 }, "-7"],
])("%o is written %s", (value, text) => {
  expect(formatDecimal(value)).toBe(text);
});

test("what is written reads back as the same value", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.nat(30), (coefficient, scale) => {
      expect(readDecimal(formatDecimal({ coefficient, scale }))).toStrictEqual({ coefficient, scale });
    }),
  );
});

test.each([
  ["0.10", "0.1", 0],
  ["-2", "-1.99", -1],
  ["10", "9.999999999999999999", 1],
  ["0", "-0.000", 0],
] as const)("%s compared with %s", (a, b, order) => {
  expect(compareDecimals(a, b)).toBe(order);
});

test.each([-1, 0.5, Number.NaN])("a scale of %d is refused", (scale) => {
  expect(() => formatDecimal({ coefficient: 5n, scale })).toThrow(
    expect.objectContaining({ code: "core/invalid-integer", path: ["value", "scale"] }),
  );
});

test("80 characters are read, one more is not", () => {
  const longest = `-${"9".repeat(77)}.9`;
  expect(longest).toHaveLength(80);
  expect(tryDecimal(longest)).toStrictEqual({ coefficient: -(10n ** 78n - 1n), scale: 1 });
  expect(tryDecimal(`${longest}9`)).toBeNull();
});

test("a decimal is refused by the name of the parameter, and says what one looks like", () => {
  expect(() => readDecimal("1,000")).toThrow(
    expect.objectContaining({
      message: 'value: not a plain decimal string such as "-0.0325"; got 1,000',
      path: ["value"],
      details: { received: "1,000" },
    }),
  );
});

test.each([
  [325, { received: "325", type: "number" }, "the number 325"],
  ["325", { received: "325", type: "string" }, "the string 325"],
  [undefined, { received: "undefined" }, "undefined"],
])("a coefficient of %o is not written", (coefficient, details, got) => {
  expect(() => formatDecimal({ coefficient: coefficient as never, scale: 2 })).toThrow(
    expect.objectContaining({
      code: "core/invalid-decimal",
      message: `value.coefficient: not a bigint; got ${got}`,
      path: ["value", "coefficient"],
      details,
    }),
  );
});

test.each([[null], [[325n, 4]], ["-0.0325"]])("%o is no decimal to write", (value) => {
  expect(() => formatDecimal(value as never)).toThrow(
    expect.objectContaining({ code: "core/invalid-decimal", path: ["value"] }),
  );
});
