import { describe, expect, test } from "vitest";

import { duration, modifiedDuration } from "../../../src/time-value/index.ts";
import { expectWorked, worked } from "../golden.ts";
import { refusal } from "../../support/refusal.ts";

const out = "time-value/out-of-domain";
const NaNReceived = { received: "NaN" };

describe("present values at the edges", () => {
  test("duration of one flow is its time", () => {
    expect(duration(0.07, [0, 0, 0, 25])).toBe(4);
    expect(modifiedDuration(0.25, [0, 0, 0, 25])).toBeCloseTo(4 / 1.25, 14);
  });

  test("duration of a perpetuity's start comes near (1 + r)/r", () => {
    expect(duration(0.1, new Array<number>(1000).fill(1))).toBeCloseTo(1.1 / 0.1, 9);
  });
});

const refused: readonly (readonly [string, () => unknown, readonly (string | number)[], object])[] = [
  ["duration rate", () => duration(-1, [1]), ["rate"], { received: "-1" }],
  ["duration flow", () => duration(0.1, [NaN]), ["flows", 0], NaNReceived],
];

test.each(refused)("%s out of its domain is refused", (_, call, path, details) => {
  expect(call).toThrow(refusal(out, path, details));
});

describe("no number answers", () => {
  test.each([
    ["duration of nothing", () => duration(0.1, []), "flows", "worth-nothing"],
    ["duration at the internal rate", () => duration(0.1, [-100, 110]), "flows", "worth-nothing"],
    ["duration of flows whose weighted sum overflows", () => duration(0, [1, 0, 0, 1e308]), "flows", "beyond-range"],
  ])("%s", (_, call, path, reason) => {
    expect(call).toThrow(refusal("time-value/no-solution", [path], { reason }));
  });
});

describe("documentation and worked solutions", () => {
  test.each(worked("duration", "modifiedDuration"))("%s", (_title, one) => {
    expectWorked(one);
  });
});
