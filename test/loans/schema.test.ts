import { describe, expect, test } from "vitest";
import * as z from "zod";

import { amortize, repricedRates } from "../../src/loans/index.ts";
import { FloatingRateSchema, LoanTermsSchema } from "../../src/loans/schema.ts";
import golden from "../golden/loans/schedules.json";

const cny = (amount: string) => ({ amount, currency: "CNY" }) as const;
const level = {
  method: "level-payment",
  principal: cny("100000"),
  rate: "0.048",
  periods: 12,
  start: "2026-01-20",
  interest: "monthly",
  rounding: "half-up",
} as const;
const pathsOf = (terms: unknown): string[] =>
  (LoanTermsSchema.safeParse(terms).error?.issues ?? []).map((issue) => issue.path.join("."));

describe("terms pass as they are", () => {
  test.each(golden.cases.map(({ name, terms }) => [name, terms] as const))("%s", (_, terms) => {
    expect(LoanTermsSchema.parse(terms)).toStrictEqual(terms);
  });

  test("with every member there is", () => {
    const terms = {
      ...level,
      monthsPerPeriod: 1,
      firstDue: "2026-02-25",
      dueDay: 25,
      payment: cny("9000.00"),
      lastInstalment: "what-is-left",
      grace: { periods: 1, pays: "interest" },
      prepayments: [
        { date: "2026-05-20", amount: cny("1"), keeps: "payment", fee: cny("2") },
        { date: "2026-06-20", amount: "all" },
      ],
      fees: { upfront: cny("3"), upfrontIs: "financed", perInstalment: cny("4"), flatRate: "0.001" },
    };
    expect(LoanTermsSchema.parse(terms)).toStrictEqual(terms);
  });

  test("and what they are parsed to is what amortize takes", () => {
    expect(amortize(LoanTermsSchema.parse(level)).count).toBe(12);
  });
});

describe("shape", () => {
  test.each<readonly [string, unknown, string]>([
    ["an unknown member", { ...level, fractionDigits: 2 }, ""],
    ["a method of another name", { ...level, method: "annuity" }, "method"],
    ["no terms", null, ""],
    ["an interest of another name", { ...level, interest: "daily" }, "interest"],
    ["a rounding of another name", { ...level, rounding: "nearest" }, "rounding"],
    ["a JSON number as amount", { ...level, principal: { amount: 1, currency: "CNY" } }, "principal.amount"],
    ["a fraction of a cent", { ...level, principal: cny("1.005") }, "principal.amount"],
    ["a start that does not exist", { ...level, start: "2026-02-30" }, "start"],
    ["a rate as number", { ...level, rate: 0.048 }, "rate"],
    ["no rate", { ...level, rate: [] }, "rate"],
    ["no period", { ...level, periods: 0 }, "periods"],
    ["half a period", { ...level, periods: 1.5 }, "periods"],
    ["a due day beyond the 31st", { ...level, dueDay: 32 }, "dueDay"],
    ["an undefined member", { ...level, dueDay: undefined }, "dueDay"],
    ["grace that pays otherwise", { ...level, grace: { periods: 1, pays: "half" } }, "grace.pays"],
    ["grace of a bullet", { ...level, method: "bullet", grace: { periods: 1, pays: "interest" } }, ""],
    ["a payment of another method", { ...level, method: "level-principal", payment: cny("1") }, ""],
    ["no balloon", { ...level, method: "balloon" }, "balloon"],
    ["no instalments", { ...level, method: "irregular", periods: undefined, instalments: [] }, "instalments"],
    [
      "a prepayment that keeps nothing",
      { ...level, prepayments: [{ date: "2026-05-20", amount: "all", keeps: "rate" }] },
      "prepayments.0.keeps",
    ],
    ["a fee neither paid nor financed", { ...level, fees: { upfrontIs: "waived" } }, "fees.upfrontIs"],
    ["an unknown fee", { ...level, fees: { monthly: cny("1") } }, "fees"],
  ])("refuses %s", (_, terms, path) => {
    expect(pathsOf(terms)).toContain(path);
  });

  test("has a JSON Schema, one part for each shape", () => {
    const schema = z.toJSONSchema(LoanTermsSchema);
    const parts = schema.oneOf ?? schema.anyOf ?? [];
    expect(parts).toHaveLength(5);
    for (const part of parts) expect(part).toMatchObject({ type: "object", additionalProperties: false });
  });
});

describe("a floating rate", () => {
  const floating = {
    reference: [{ date: "2025-05-20", rate: "0.035" }],
    spread: "-0.003",
    start: "2026-01-20",
    repricedOn: "new-year",
    everyMonths: 6,
  } as const;

  test("passes as it is, and is what repricedRates takes", () => {
    expect(FloatingRateSchema.parse(floating)).toStrictEqual(floating);
    expect(repricedRates(FloatingRateSchema.parse(floating))).toStrictEqual([{ date: "2026-01-20", rate: "0.032" }]);
  });

  test.each<readonly [string, object, string]>([
    ["a cycle that does not divide a year", { everyMonths: 5 }, "everyMonths"],
    ["a reference in percent", { reference: [{ date: "2025-05-20", rate: "3.5" }] }, "reference.0.rate"],
    ["a spread in basis points", { spread: "-30" }, "spread"],
    ["no reference", { reference: [] }, "reference"],
    ["a misspelt word", { repricedOn: "new_year" }, "repricedOn"],
    ["a misspelt member", { spreads: "0" }, ""],
  ])("%s is refused as the function refuses it", (_, change, path) => {
    const wrong = { ...floating, ...change };
    const issues = FloatingRateSchema.safeParse(wrong).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join("."))).toContain(path);
    expect(() => repricedRates(wrong)).toThrow();
  });
});

describe("the JSON Schema refuses what is no share and no day", () => {
  const patternsOf = (schema: z.ZodType, json: string): boolean =>
    [...JSON.stringify(z.toJSONSchema(schema)).matchAll(/"pattern":"((?:[^"\\\\]|\\\\.)*)"/g)].some(
      ([, pattern = ""]) => new RegExp(JSON.parse(`"${pattern}"`) as string).test(json),
    );

  test.each([
    ["0.032", true],
    ["1", true],
    ["1.000", true],
    ["2026-01-31", true],
    ["2026-13-01", false],
    ["2026-01-32", false],
  ])("%s: %s", (text, is) => {
    expect(patternsOf(FloatingRateSchema, text)).toBe(is);
  });

  test.each(["3.2", "1.01", "0.1234567890123"])("%s is no rate", (text) => {
    expect(pathsOf({ ...level, rate: text })).toContain("rate");
    expect(patternsOf(FloatingRateSchema, text)).toBe(false);
  });
});
