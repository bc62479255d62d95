import { expect, test } from "vitest";

import { readInteger, readDecimal, toDayNumber, toInstantParts } from "../../src/core/index.ts";

test.each([
  ["an integer", () => readInteger(0.5, "terms.days")],
  ["a date", () => toDayNumber("2026-02-30", "terms.days")],
  ["a moment", () => toInstantParts("2026-02-28", "terms.days")],
  ["a decimal", () => readDecimal("1e3", "terms.days")],
])("a dotted parameter name becomes the path to %s", (_, call) => {
  expect(call).toThrow(expect.objectContaining({ path: ["terms", "days"] }));
});
