import { describe, expect, test } from "vitest";

import { currencyCodes, currencyExponent, ISO_4217_PUBLISHED, isCurrency } from "../../src/money/index.ts";
import iso from "../golden/money/iso-4217.json" with { type: "json" };
import { refusalOf } from "../support/refusal.ts";

describe("ISO 4217 List One", () => {
  test("has every code with a minor unit, and no other", () => {
    expect(currencyCodes()).toStrictEqual([...iso.withMinorUnit].sort());
    expect(iso.source).toContain(ISO_4217_PUBLISHED);
  });

  test("gives every code its exponent", () => {
    const odd = new Map([
      ...iso.minorUnit0.map((code) => [code, 0] as const),
      ...iso.minorUnit3.map((code) => [code, 3] as const),
      ...iso.minorUnit4.map((code) => [code, 4] as const),
    ]);
    for (const code of iso.withMinorUnit)
      expect([code, currencyExponent(code)]).toStrictEqual([code, odd.get(code) ?? 2]);
  });

  test("has the number of codes the edition has", () => {
    const counts = new Map<string, number>();
    for (const code of currencyCodes()) {
      const key = String(currencyExponent(code));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    counts.set("N.A.", iso.noMinorUnit.length);
    expect(Object.fromEntries(counts)).toStrictEqual(iso.countsByMinorUnit);
  });

  test("hands out its list anew each time", () => {
    currencyCodes().length = 0;
    expect(currencyCodes()).toHaveLength(165);
  });
});

describe("refused codes", () => {
  test.each(iso.noMinorUnit)("%s is listed but has no minor unit", (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(refusalOf(() => currencyExponent(code))).toStrictEqual({
      code: "money/unknown-currency",
      path: ["code"],
      details: { received: code, reason: "no-minor-unit" },
    });
  });

  test.each([
    ["Cny", "string(3)"],
    ["Ron", "string(3)"], // the Romanian leu is not guessed either
    ["Liu", "string(3)"], // as well a name as a code
    ["ZZZ", "ZZZ"],
    ["CNH", "CNH"],
    ["BIFCLP", "string(6)"],
    ["", "string(0)"],
    ["CN", "string(2)"],
    [" CNY", "string(4)"],
    ["__proto__", "string(9)"],
    // a character beside the capitals, where counting from A would arrive at a code: CNY, CNY, XAF, MGA
    ["CMs", "string(3)"],
    ["CO?", "string(3)"],
    ["BhY", "string(3)"],
    ["D4Y", "string(3)"],
    ["W[F", "string(3)"],
    ["MF[", "string(3)"],
    ["]NY", "string(3)"],
    ["#NY", "string(3)"],
    ["156", "156"],
    [null, "null"],
    [undefined, "undefined"],
    [156, "156"],
    [["CNY"], "array(1)"],
  ])("%j", (code, received) => {
    expect(isCurrency(code)).toBe(false);
    expect(refusalOf(() => currencyExponent(code as string))).toStrictEqual({
      code: "money/unknown-currency",
      path: ["code"],
      details: { received, reason: "not-listed" },
    });
  });

  test.each([
    ["cny", "CNY"],
    ["hkd", "HKD"],
    ["jpy", "JPY"], // no fraction digits
    ["RMB", "CNY"],
    ["rmb", "CNY"],
  ])("%j was probably meant to be %s", (received, didYouMean) => {
    expect(refusalOf(() => currencyExponent(received))).toStrictEqual({
      code: "money/unknown-currency",
      path: ["code"],
      details: { received, reason: "not-listed", didYouMean },
    });
  });

  test.each(iso.withdrawnSince2020)("%s has been withdrawn", (code) => {
    expect(refusalOf(() => currencyExponent(code)).details).toStrictEqual({ received: code, reason: "not-listed" });
  });

  test("a refused code does not disturb the memo of the last one", () => {
    expect([isCurrency("CNY"), isCurrency("cny"), isCurrency("CNY"), currencyExponent("KWD")]).toStrictEqual([
      true,
      false,
      true,
      3,
    ]);
  });
});
