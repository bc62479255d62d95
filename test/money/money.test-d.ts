import { describe, expectTypeOf, test } from "vitest";

import {
  add,
  allocate,
  compare,
  convert,
  explainConversion,
  money,
  moneyColumn,
  multiply,
  ratio,
  subtract,
  sum,
  sumColumn,
  type Conversion,
  type ExchangeRate,
  type Money,
  type UnroundedMoney,
} from "../../src/money/index.ts";

declare const row: { amount: string; currency: string };
declare const rows: { amount: string; currency: string }[];
declare const usdCny: ExchangeRate<"USD", "CNY">;

const cny = money("1", "CNY");
const hkd = money("1", "HKD");

describe("the currency is part of the type", () => {
  test("a literal code is kept", () => {
    expectTypeOf(cny).toEqualTypeOf<Money<"CNY">>();
    expectTypeOf(add(cny, cny)).toEqualTypeOf<Money<"CNY">>();
    expectTypeOf(sum("CNY", [cny, cny])).toEqualTypeOf<Money<"CNY">>();
    expectTypeOf(multiply(cny, "0.5", "half-even")).toEqualTypeOf<Money<"CNY">>();
    expectTypeOf(allocate(cny, [1, 2])).toEqualTypeOf<Money<"CNY">[]>();
    expectTypeOf(sumColumn(moneyColumn("CNY", ["1", cny])).total).toEqualTypeOf<Money<"CNY">>();
    expectTypeOf(ratio(cny, cny, 4)).toEqualTypeOf<string | null>();
  });

  test("two currencies do not mix", () => {
    // @ts-expect-error HKD beside CNY
    add(cny, hkd);
    // @ts-expect-error HKD beside CNY
    subtract(cny, hkd);
    // @ts-expect-error HKD beside CNY
    compare(cny, hkd);
    // @ts-expect-error HKD beside CNY
    ratio(cny, hkd);
    // @ts-expect-error a mixed array
    sum("CNY", [cny, hkd]);
    // @ts-expect-error an array of another currency
    sum("CNY", [hkd]);
    // @ts-expect-error a mixed column
    moneyColumn("CNY", [cny, hkd]);
    // @ts-expect-error a rate from another currency
    convert(hkd, usdCny, "half-even");
  });

  test("a conversion has the rate's currencies", () => {
    const usd = money("1", "USD");
    expectTypeOf(convert(usd, usdCny, "half-even")).toEqualTypeOf<Money<"CNY">>();
    expectTypeOf(explainConversion(usd, usdCny, "half-even")).toEqualTypeOf<Conversion<"USD", "CNY">>();
  });
});

describe("rows from a database need no cast", () => {
  test("among themselves and beside literals, checked at run time", () => {
    expectTypeOf(money(row.amount, row.currency)).toEqualTypeOf<Money>();
    expectTypeOf(add(row, row)).toEqualTypeOf<Money>();
    expectTypeOf(add(row, cny)).toEqualTypeOf<Money>();
    expectTypeOf(add(cny, row)).toEqualTypeOf<Money<"CNY">>();
    expectTypeOf(sum("CNY", rows)).toEqualTypeOf<Money<"CNY">>();
    expectTypeOf(sum(row.currency, rows)).toEqualTypeOf<Money>();
    expectTypeOf(sum(row.currency, [cny])).toEqualTypeOf<Money>();
    expectTypeOf(sum("CNY", [])).toEqualTypeOf<Money<"CNY">>();
    expectTypeOf(sum("CNY", [{ amount: "1", currency: "CNY" }])).toEqualTypeOf<Money<"CNY">>();
    expectTypeOf(convert(row, usdCny, "half-even")).toEqualTypeOf<Money<"CNY">>();
    expectTypeOf(moneyColumn("CNY", rows).currency).toEqualTypeOf<"CNY">();
  });

  test("a generic caller keeps its parameter", () => {
    const twice = <C extends string>(m: Money<C>): Money<C> => add(m, m);
    const total = <C extends string>(code: C, all: readonly Money<C>[]): Money<C> => sum(code, all);
    expectTypeOf(twice(cny)).toEqualTypeOf<Money<"CNY">>();
    expectTypeOf(total("CNY", [cny])).toEqualTypeOf<Money<"CNY">>();
  });
});

describe("what is not money does not pass for it", () => {
  test("numbers, unrounded amounts, bare strings", () => {
    // @ts-expect-error a JSON number is no amount
    add(cny, { amount: 1, currency: "CNY" });
    const unrounded: UnroundedMoney<"CNY"> = { unrounded: "1.2345", currency: "CNY" };
    // @ts-expect-error not rounded yet
    add(cny, unrounded);
    // @ts-expect-error a factor is a decimal string
    multiply(cny, 0.5, "half-even");
    // @ts-expect-error the rounding is never implied
    multiply(cny, "0.5");
    // @ts-expect-error no such mode
    multiply(cny, "0.5", "nearest");
  });
});
