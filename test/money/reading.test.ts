import { describe, expect, test } from "vitest";

import type { Money } from "../../src/money/index.ts";
import { readMoney } from "../../src/money/inner.ts";
import { refusalOf } from "../support/refusal.ts";

const path = ["loan", "fee"];
const read = (value: unknown): Money => readMoney(value as Money, path, "loans/invalid-terms");

describe("money in a document", () => {
  test("comes back as it was given", () => {
    for (const value of [
      { amount: "5", currency: "CNY" },
      { amount: "-0", currency: "JPY" },
      { amount: "9999999999999999.99", currency: "CNY" },
    ]) {
      expect(read(value)).toBe(value);
    }
  });

  test("has no other members: one is refused with the document's code, and what it was probably meant to be", () => {
    expect(refusalOf(() => read({ amount: "5", currency: "CNY", note: "x" }))).toStrictEqual({
      code: "loans/invalid-terms",
      path: ["loan", "fee", "note"],
      details: { known: ["amount", "currency"] },
    });
    expect(refusalOf(() => read({ amounts: "5", currency: "CNY" }))).toStrictEqual({
      code: "loans/invalid-terms",
      path: ["loan", "fee", "amounts"],
      details: { known: ["amount", "currency"], didYouMean: "amount" },
    });
    expect(refusalOf(() => read([]))).toMatchObject({ code: "loans/invalid-terms", path });
  });

  test.each([
    [{ amount: "5.001", currency: "CNY" }, "money/too-many-fraction-digits", [...path, "amount"]],
    [{ amount: 5, currency: "CNY" }, "money/invalid-amount", [...path, "amount"]],
    [{ currency: "CNY" }, "money/invalid-amount", [...path, "amount"]],
    [{ amount: "5", currency: "cny" }, "money/unknown-currency", [...path, "currency"]],
    [{ amount: "5" }, "money/unknown-currency", [...path, "currency"]],
    [null, "money/invalid-amount", path],
    [undefined, "money/invalid-amount", path],
    ["5", "money/invalid-amount", path],
    [5, "money/invalid-amount", path],
  ])("%j is refused with money's own code", (value, code, at) => {
    expect(refusalOf(() => read(value))).toMatchObject({ code, path: at });
  });
});
