import { describe, expect, test } from "vitest";

import { describeValue, DomainError, isDomainError, issueOf } from "../../src/core/index.ts";

describe("DomainError", () => {
  const error = new DomainError("room/reason", "amount: too long", ["lines", 3, "amount"], { limit: 18 });

  test("carries code, path and details, and JSON shows them without a stack", () => {
    expect(JSON.parse(JSON.stringify(error))).toStrictEqual({
      name: "DomainError",
      code: "room/reason",
      message: "amount: too long",
      path: ["lines", 3, "amount"],
      details: { limit: 18 },
    });
    expect(error).toBeInstanceOf(Error);
  });

  test("is told by its shape, so a copy from another module format counts", () => {
    const foreign = Object.assign(new Error("x"), { name: "DomainError", code: "room/reason", path: [], details: {} });
    expect(isDomainError(foreign, "room/reason")).toBe(true);
    expect(isDomainError(structuredClone({ ...error.toJSON() }))).toBe(true);
  });

  test.each([
    ["another code", error, "room/other"],
    ["an ordinary error", new Error("x"), undefined],
    ["null", null, undefined],
    ["a string", "room/reason", undefined],
    ["a look-alike without a path", { name: "DomainError", code: "a/b", details: {} }, undefined],
    ["a look-alike with null for details", { name: "DomainError", code: "a/b", path: [], details: null }, undefined],
    ["a look-alike without details", { name: "DomainError", code: "a/b" }, undefined],
  ])("is not %s", (_, candidate, code) => {
    expect(isDomainError(candidate, code)).toBe(false);
  });

  test("becomes an issue with the caller's path in front", () => {
    expect(issueOf(error, ["rows", 0])).toStrictEqual({
      code: "room/reason",
      path: ["rows", 0, "lines", 3, "amount"],
      details: { limit: 18 },
    });
  });

  test("anything else is not swallowed into an issue", () => {
    expect(() => issueOf(new TypeError("bug"))).toThrow(TypeError);
  });
});

test.each([
  ["1,234.56", "1,234.56"],
  [" 12", " 12"],
  ["2026-02-30", "2026-02-30"],
  ["2026-W09", "2026-W09"],
  ["张三", "string(2)"],
  ["6222 0200 1234 5678 901 and a name", "string(34)"],
  ["6222 0212 3456 7890 123", "string(23)"],
  ["138-0000-0000", "string(13)"],
  ["110101199003071234", "string(18)"],
  ["13800000000", "string(11)"],
  [" 138 0000 0000", "string(14)"],
  ["+86 138-0000-0000", "string(17)"],
  ["1-2-3-4-5-6-7-8-9-0-1", "string(21)"],
  ["1234567890", "1234567890"],
  ["29589.041095890410958904", "29589.041095890410958904"],
  ["-0.032500000000000001", "-0.032500000000000001"],
  ["2026-03-01T09:00:00.123456789+08:00", "2026-03-01T09:00:00.123456789+08:00"],
  ["", "string(0)"],
  [NaN, "NaN"],
  [-0.5, "-0.5"],
  [12n, "12"],
  [true, "true"],
  [undefined, "undefined"],
  [null, "null"],
  [[1, 2], "array(2)"],
  [{ name: "Zhang" }, "object"],
])("a rejected %o may stand in details as %s", (value, text) => {
  expect(describeValue(value)).toBe(text);
});
