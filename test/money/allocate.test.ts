import { describe, expect, test } from "vitest";

import { allocate, fromMinorUnits, money, toMinorUnits } from "../../src/money/index.ts";
import published from "../golden/money/published-cases.json" with { type: "json" };
import { refusalOf } from "../support/refusal.ts";

const shares = (total: number | bigint, weights: readonly (number | string)[]): number[] =>
  allocate(fromMinorUnits(total, "CNY"), weights).map((part) => Number(toMinorUnits(part)));

describe("published cases", () => {
  const cases = published.cases.filter(({ category }) => category === "allocation");
  test.each(cases)("$description ($source)", ({ inputs, expected }) => {
    const { total, weights } = inputs as { total: string; weights: string[] };
    expect(shares(BigInt(total), weights)).toStrictEqual((expected as { parts: number[] }).parts);
    expect(shares(BigInt(total), weights.map(Number))).toStrictEqual((expected as { parts: number[] }).parts);
  });

  test("there are three of them", () => {
    expect(cases).toHaveLength(3);
  });
});

describe("largest remainder", () => {
  test.each([
    [10, [60, 25, 15], [6, 3, 1]], // quotas 6, 2.5, 1.5: one left over, tie to the earlier
    [100, ["78.26", "17.39", "4.35"], [78, 18, 4]], // remainders .26, .39, .35
    [5, [3, 7], [2, 3]], // quotas 1.5 and 3.5, Fowler's example
    [100, [1, 1, 1], [34, 33, 33]],
    [101, [1, 1, 1], [34, 34, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [1, [0, 1, 1], [0, 1, 0]], // a weight of zero gets nothing, not even a remainder
    [2, [0, 0, 5], [0, 0, 2]],
    [0, [1, 2], [0, 0]],
    [7, [1], [7]],
    [3, [1, 1, 1, 1], [1, 1, 1, 0]],
    [10, [0.1, 0.2], [3, 7]], // exactly 1 : 2, whatever the doubles are
    [10, [1e-7, 2e-7], [3, 7]],
    [10, ["0.1", 0.2], [3, 7]],
    [30, [0.1, 0.2, 0.3], [5, 10, 15]],
    [2, [0.7, 0.1, 0.2], [2, 0, 0]], // quotas 1.4, 0.2, 0.4: tie to the earlier
    [10, [1e-80, 4e-80], [2, 8]], // 80 fraction digits, the most there may be
    [3, [-0, 1], [0, 3]],
    [10, [Number.MAX_SAFE_INTEGER, 1], [10, 0]],
  ])("%i by %j is %j", (total, weights, expected) => {
    expect(shares(total, weights)).toStrictEqual(expected.map((part) => part + 0));
  });

  test("keeps currency and digits, and no negative zero", () => {
    expect(allocate(money("-0.01", "KWD"), [1, 1])).toStrictEqual([
      { amount: "-0.005", currency: "KWD" },
      { amount: "-0.005", currency: "KWD" },
    ]);
    expect(allocate(money("-1", "JPY"), [1, 1])).toStrictEqual([
      { amount: "-1", currency: "JPY" },
      { amount: "0", currency: "JPY" },
    ]);
  });

  test("the largest amount by long weights still adds up", () => {
    const parts = allocate(money("9999999999999999.99", "CNY"), ["0.3333333333333333333333333", "1", "0.25"]);
    expect(parts.reduce((total, part) => total + toMinorUnits(part), 0n)).toBe(999999999999999999n);
  });
});

describe("refused weights", () => {
  test.each([
    [Number.NaN, "NaN", "number"],
    [Number.POSITIVE_INFINITY, "Infinity", "number"],
    [-1, "-1", "number"],
    [-0.5, "-0.5", "number"],
    [2 ** 53, "9007199254740992", "number"],
    [5e-324, "5e-324", "number"],
    [1e-81, "1e-81", "number"],
    ["-1", "-1", "string"],
    ["1e3", "1e3", "string"],
    ["", "string(0)", "string"],
    [null, "null", "null"],
    [undefined, "undefined", "undefined"],
    [1n, "1", "bigint"],
  ])("%s", (weight, received, type) => {
    expect(refusalOf(() => allocate(money("1", "CNY"), [1, weight as number]))).toStrictEqual({
      code: "money/invalid-weights",
      path: ["weights", 1],
      details: { received, type },
    });
  });

  test("one below zero among others whose sum is above it", () => {
    expect(refusalOf(() => allocate(money("1", "CNY"), [3, -1]))).toMatchObject({ path: ["weights", 1] });
  });

  test("a hole among the weights", () => {
    const weights = Object.assign(new Array<number>(3), { 0: 1, 2: 3 });
    expect(refusalOf(() => allocate(money("1", "CNY"), weights))).toStrictEqual({
      code: "money/invalid-weights",
      path: ["weights", 1],
      details: { received: "undefined", type: "undefined" },
    });
  });

  test.each([
    [[], "array(0)", "empty"],
    [[0, 0], "array(2)", "all-zero"],
    [["0", "0.00"], "array(2)", "all-zero"],
  ])("%j", (weights, received, reason) => {
    expect(refusalOf(() => allocate(money("1", "CNY"), weights as number[]))).toStrictEqual({
      code: "money/invalid-weights",
      path: ["weights"],
      details: { received, reason },
    });
  });

  test.each([
    ["12", "12"],
    [undefined, "undefined"],
    [new Set([1]), "Set"],
    [{ 0: 1, length: 1 }, "object"],
  ])("%j is not a list", (weights, received) => {
    expect(refusalOf(() => allocate(money("1", "CNY"), weights as never))).toStrictEqual({
      code: "money/invalid-weights",
      path: ["weights"],
      details: received === "12" ? { received, type: "string" } : { received },
    });
  });

  test("the amount is checked", () => {
    expect(refusalOf(() => allocate({ amount: "1.001", currency: "CNY" }, [1]))).toMatchObject({
      code: "money/too-many-fraction-digits",
      path: ["m", "amount"],
    });
  });
});
