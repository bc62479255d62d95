import { describe, expect, test } from "vitest";

import {
  abs,
  add,
  compare,
  equals,
  isZero,
  max,
  min,
  money,
  negate,
  subtract,
  sum,
  type Money,
} from "../../src/money/index.ts";
import { refusalOf } from "../support/refusal.ts";

const cny = (amount: string): Money<"CNY"> => ({ amount, currency: "CNY" });

describe("add and subtract", () => {
  test.each([
    ["0.10", "0.20", "0.30", "-0.10"],
    ["5", "-5.00", "0.00", "10.00"],
    ["-0", "0", "0.00", "0.00"],
    ["99.99", "0.01", "100.00", "99.98"],
    // both beside 10^15 minor units, where plain numbers end
    ["9999999999999.99", "9999999999999.99", "19999999999999.98", "0.00"],
    ["9999999999999.99", "0.01", "10000000000000.00", "9999999999999.98"],
    ["10000000000000.00", "-0.01", "9999999999999.99", "10000000000000.01"],
    // 90071992547409.91 is 2^53 - 1 fen
    ["90071992547409.91", "0.02", "90071992547409.93", "90071992547409.89"],
    ["9999999999999999.98", "0.01", "9999999999999999.99", "9999999999999999.97"],
  ])("%s and %s", (a, b, total, difference) => {
    expect(add(cny(a), cny(b))).toStrictEqual(cny(total));
    expect(subtract(cny(a), cny(b))).toStrictEqual(cny(difference));
  });

  test("a result of more than 18 digits is refused", () => {
    const details = { currency: "CNY", digits: 19, limit: 18 };
    const most = cny("9999999999999999.99");
    expect(refusalOf(() => add(most, cny("0.01")))).toStrictEqual({
      code: "money/amount-too-large",
      path: [],
      details,
    });
    expect(refusalOf(() => subtract(negate(most), cny("0.01")))).toMatchObject({
      code: "money/amount-too-large",
      details,
    });
  });

  test("inputs are not changed, results are new", () => {
    const a = Object.freeze(cny("1"));
    const b = Object.freeze(cny("2"));
    expect(add(a, b)).not.toBe(a);
    expect([a, b]).toStrictEqual([cny("1"), cny("2")]);
  });
});

describe("wrong input names the argument", () => {
  const hkd: Money = { amount: "1", currency: "HKD" };
  const row: Money = { amount: "1", currency: "CNY" };
  const mismatch = (path: readonly unknown[]) => ({
    code: "money/currency-mismatch",
    path,
    details: { expected: "CNY", received: "HKD" },
  });

  test.each([
    ["add", add],
    ["subtract", subtract],
    ["compare", compare],
    ["equals", equals],
    ["min", min],
    ["max", max],
  ] as const)("%s", (_, operation) => {
    const call = operation as (a: Money, b: Money) => unknown;
    expect(refusalOf(() => call(row, hkd))).toStrictEqual(mismatch(["b", "currency"]));
    expect(refusalOf(() => call({ amount: "1", currency: "cny" }, row))).toMatchObject({
      code: "money/unknown-currency",
      path: ["a", "currency"],
    });
    expect(refusalOf(() => call(row, { amount: "1", currency: "cny" }))).toMatchObject({
      code: "money/unknown-currency",
      path: ["b", "currency"],
    });
    expect(refusalOf(() => call({ amount: "1.234", currency: "CNY" }, row))).toMatchObject({
      code: "money/too-many-fraction-digits",
      path: ["a", "amount"],
    });
    expect(refusalOf(() => call(row, { amount: "1e3", currency: "CNY" }))).toMatchObject({
      code: "money/invalid-amount",
      path: ["b", "amount"],
      details: { received: "1e3", type: "string" },
    });
    expect(refusalOf(() => call(row, { amount: 1 as unknown as string, currency: "CNY" }))).toMatchObject({
      code: "money/invalid-amount",
      path: ["b", "amount"],
      details: { received: "1", type: "number" },
    });
    expect(refusalOf(() => call(undefined as unknown as Money, row))).toMatchObject({ path: ["a"] });
    expect(refusalOf(() => call(row, null as unknown as Money))).toMatchObject({
      path: ["b"],
      details: { type: "null" },
    });
  });

  test.each([
    ["negate", negate],
    ["abs", abs],
    ["isZero", isZero],
  ] as const)("%s", (_, operation) => {
    const call = operation as (m: Money) => unknown;
    expect(refusalOf(() => call({ amount: "1.", currency: "CNY" }))).toMatchObject({
      code: "money/invalid-amount",
      path: ["m", "amount"],
    });
  });
});

describe("sign and order", () => {
  test("negate and abs", () => {
    expect(negate(cny("12.3"))).toStrictEqual(cny("-12.30"));
    expect(negate(cny("-0"))).toStrictEqual(cny("0.00"));
    expect(negate(cny("0"))).toStrictEqual(cny("0.00"));
    expect(abs(cny("-9999999999999999.99"))).toStrictEqual(cny("9999999999999999.99"));
    expect(abs(cny("3"))).toStrictEqual(cny("3.00"));
  });

  test.each([
    ["9", "10", -1],
    ["-9", "-10", 1],
    ["1.5", "1.50", 0],
    ["-0", "0", 0],
    ["9999999999999.99", "10000000000000", -1],
    ["9999999999999999.99", "9999999999999999.98", 1],
    ["-9999999999999999.99", "0.01", -1],
  ] as const)("%s beside %s", (a, b, order) => {
    expect(compare(cny(a), cny(b))).toBe(order);
    expect(equals(cny(a), cny(b))).toBe(order === 0);
    expect(min(cny(a), cny(b))).toStrictEqual(money(order === 1 ? b : a, "CNY"));
    expect(max(cny(a), cny(b))).toStrictEqual(money(order === -1 ? b : a, "CNY"));
  });

  test("isZero", () => {
    expect([
      isZero(cny("0.00")),
      isZero(cny("-0")),
      isZero(cny("0.01")),
      isZero(cny("-9999999999999999.99")),
    ]).toStrictEqual([true, true, false, false]);
  });
});

describe("sum", () => {
  test("nothing is zero of the named currency", () => {
    expect(sum("KWD", [])).toStrictEqual({ amount: "0.000", currency: "KWD" });
  });

  test("any iterable, read once", () => {
    function* rows(): Generator<Money<"CNY">> {
      yield cny("0.10");
      yield cny("0.2");
    }
    expect(sum("CNY", rows())).toStrictEqual(cny("0.30"));
    expect(sum("CNY", new Set([cny("1"), cny("2")]))).toStrictEqual(cny("3.00"));
  });

  test("totals beyond the safe integers stay exact", () => {
    // 40 × 9,999,999,999,999.99 = 399,999,999,999,999.60, beyond 2^53 fen
    expect(
      sum(
        "CNY",
        Array.from({ length: 40 }, () => cny("9999999999999.99")),
      ),
    ).toStrictEqual(cny("399999999999999.60"));
    expect(sum("CNY", [cny("90071992547409.92"), cny("0.01"), cny("0.01")])).toStrictEqual(cny("90071992547409.94"));
  });

  test("an intermediate total may be larger than a result", () => {
    const most = cny("9999999999999999.99");
    expect(sum("CNY", [most, most, negate(most)])).toStrictEqual(most);
    expect(refusalOf(() => sum("CNY", [most, most]))).toStrictEqual({
      code: "money/amount-too-large",
      path: [],
      details: { currency: "CNY", digits: 19, limit: 18 },
    });
  });

  test.each([
    ["mixed", { amount: "1", currency: "HKD" }, "money/currency-mismatch", ["amounts", 2, "currency"]],
    ["unknown", { amount: "1", currency: "RMB" }, "money/unknown-currency", ["amounts", 2, "currency"]],
    ["bad", { amount: "1 ", currency: "CNY" }, "money/invalid-amount", ["amounts", 2, "amount"]],
    ["long", { amount: "1.234", currency: "CNY" }, "money/too-many-fraction-digits", ["amounts", 2, "amount"]],
    ["null", null, "money/invalid-amount", ["amounts", 2]],
  ])("a %s row is named by its index", (_, row, code, path) => {
    const rows: Money[] = [cny("1"), cny("2"), row as Money, cny("3")];
    expect(refusalOf(() => sum("CNY", rows))).toMatchObject({ code, path });
  });

  test("a mixed array shows both currencies", () => {
    const rows: Money[] = [{ amount: "1", currency: "HKD" }];
    expect(refusalOf(() => sum("CNY", rows)).details).toStrictEqual({ expected: "CNY", received: "HKD" });
  });

  test("the named currency is checked first", () => {
    expect(refusalOf(() => sum("cny", []))).toMatchObject({ code: "money/unknown-currency", path: ["currency"] });
  });
});

test.each([
  [null, "null"],
  [undefined, "undefined"],
  [{ amount: "1", currency: "CNY" }, "object"],
  [12, "12"],
  ["12", "12"],
])("a sum of %j, which is no list, is refused", (amounts, received) => {
  expect(refusalOf(() => sum("CNY", amounts as never))).toStrictEqual({
    code: "money/invalid-amount",
    path: ["amounts"],
    details: { received },
  });
});
