import { describe, expect, test } from "vitest";

import {
  amortize,
  combineSchedules,
  repricedRates,
  trueAnnualRate,
  type FloatingRate,
  type LoanTerms,
} from "../../src/loans/index.ts";
import { FloatingRateSchema, LoanTermsSchema } from "../../src/loans/schema.ts";
import lpr from "../golden/loans/lpr-five-year.json";
import { refusalOf } from "../support/refusal.ts";

const cny = (amount: string) => ({ amount, currency: "CNY" }) as const;
const basics = {
  principal: cny("100000"),
  rate: "0.048",
  start: "2026-01-20",
  interest: "monthly",
  rounding: "half-up",
} as const;
const base = { ...basics, periods: 12 } as const;
const level = { ...base, method: "level-payment" } as const;
describe("due dates", () => {
  const datesOf = (terms: LoanTerms): readonly string[] =>
    amortize(terms)
      .rows()
      .map((row) => row.date);

  test("the 31st falls on the last day of shorter months and comes back", () => {
    expect(datesOf({ ...level, start: "2027-12-31", periods: 4 })).toStrictEqual([
      "2028-01-31",
      "2028-02-29",
      "2028-03-31",
      "2028-04-30",
    ]);
  });

  test("a due day of its own makes the first period odd", () => {
    expect(datesOf({ ...level, start: "2026-01-10", dueDay: 25, periods: 2 })).toStrictEqual([
      "2026-02-25",
      "2026-03-25",
    ]);
  });

  test("a first due date sets the day, unless a due day says it is a short month's last", () => {
    expect(datesOf({ ...level, firstDue: "2026-02-28", periods: 2 })).toStrictEqual(["2026-02-28", "2026-03-28"]);
    expect(datesOf({ ...level, firstDue: "2026-02-28", dueDay: 30, periods: 2 })).toStrictEqual([
      "2026-02-28",
      "2026-03-30",
    ]);
  });

  test("quarters step by three months", () => {
    expect(datesOf({ ...level, monthsPerPeriod: 3, periods: 2 })).toStrictEqual(["2026-04-20", "2026-07-20"]);
  });
});

describe("interest", () => {
  test("a whole month counts a twelfth, odd days a 360th each", () => {
    // 100,000 × 4.8 % × (1/12 + 10/360)
    const odd = amortize({ ...level, start: "2026-01-10", firstDue: "2026-02-20" });
    expect(odd.row(0).interest).toStrictEqual(cny("533.33"));
    expect(odd.explain(0).yearShare).toBe("1/9");
  });

  test.each([
    ["ACT/360", "413.33"],
    ["ACT/365F", "407.67"],
  ] as const)("31 days on %s", (interest, expected) => {
    // 100,000 × 4.8 % × 31/360, × 31/365
    expect(amortize({ ...level, interest }).row(0).interest).toStrictEqual(cny(expected));
  });

  test("a tie is rounded by the mode, once", () => {
    // 0.30 × 0.2 / 12 = half a cent
    const tie = (rounding: "half-up" | "half-even" | "half-down" | "ceiling") =>
      amortize({ ...base, method: "interest-only", principal: cny("0.30"), rate: "0.2", periods: 1, rounding })
        .interest[0];
    expect([tie("half-up"), tie("half-even"), tie("half-down"), tie("ceiling")]).toStrictEqual([1, 0, 0, 1]);
  });

  test("a change of rate inside a period is explained by its days", () => {
    const rate = [
      { date: "2020-01-01", rate: "0.048" },
      { date: "2026-02-01", rate: "0.036" },
    ];
    const schedule = amortize({ ...level, rate });
    // 31 days from 20 January: 12 at 4.8 %, 19 at 3.6 %; 100,000/12 × (0.048×12 + 0.036×19)/31
    const code = "interest-accrued";
    expect(schedule.explain(0)).toStrictEqual({
      segments: [
        { code, from: "2026-01-20", to: "2026-02-01", days: 12, balance: cny("100000.00"), rate: "0.048" },
        { code, from: "2026-02-01", to: "2026-02-20", days: 19, balance: cny("100000.00"), rate: "0.036" },
      ],
      yearShare: "1/12",
      exactMinorUnits: "1050000/31",
      rounding: "half-up",
      interest: cny("338.71"),
    });
    expect(schedule.rows().map((row) => row.rate)).toStrictEqual(Array.from({ length: 12 }, () => "0.036"));
  });

  test("a repayment besides the instalments carries no interest, the next instalment carries it all", () => {
    const schedule = amortize({ ...level, prepayments: [{ date: "2026-03-01", amount: cny("10000") }] });
    expect(schedule.row(1)).toMatchObject({
      kind: "prepayment",
      instalment: 1,
      date: "2026-03-01",
      interest: cny("0.00"),
    });
    expect(schedule.explain(1).segments).toStrictEqual([]);
    // 28 days from 20 February: 9 on 91,848.41, 19 on 81,848.41
    expect(schedule.explain(2).segments.map(({ days, balance }) => [days, balance.amount])).toStrictEqual([
      [9, "91848.41"],
      [19, "81848.41"],
    ]);
  });

  test("settling pays the interest accrued to the day", () => {
    const schedule = amortize({ ...level, prepayments: [{ date: "2026-03-01", amount: "all", fee: cny("50") }] });
    // 91,848.41 × 4.8 % / 12 × 9/28
    expect(schedule.rows()[1]).toStrictEqual({
      instalment: 1,
      kind: "settlement",
      date: "2026-03-01",
      rate: "0.048",
      payment: cny("92016.50"),
      principal: cny("91848.41"),
      interest: cny("118.09"),
      fee: cny("50.00"),
      balance: cny("0.00"),
    });
    expect(schedule.count).toBe(2);
    expect(schedule.explain(1).segments.map(({ days }) => days)).toStrictEqual([9]);
  });
});

describe("wire form", () => {
  const schedule = amortize({ ...level, prepayments: [{ date: "2026-05-05", amount: cny("20000") }] });

  test("rows are what row gives one by one", () => {
    expect(schedule.rows()).toStrictEqual(Array.from({ length: schedule.count }, (_, i) => schedule.row(i)));
  });

  test("an amount below zero and three fraction digits are written exactly", () => {
    const kwd = (amount: string) => ({ amount, currency: "KWD" }) as const;
    const grace = { periods: 1, pays: "nothing" } as const;
    const { principal } = amortize({ ...level, principal: kwd("1000.005"), grace }).row(0);
    // 1,000.005 × 4.8 % / 12
    expect(principal).toStrictEqual(kwd("-4.000"));
  });

  test("totals are exact beyond 2^53 minor units, and refused beyond 18 digits", () => {
    // 10^15 minor units ÷ 12 a month, down
    const large = { ...base, method: "interest-only", principal: cny("10000000000000"), rate: "1" } as const;
    const interest = (periods: number, monthsPerPeriod: number) =>
      amortize({ ...large, periods, monthsPerPeriod, rounding: "down" }).totals().interest;
    expect(interest(240, 1)).toStrictEqual(cny("199999999999999.20"));
    expect(refusalOf(() => interest(2400, 6))).toMatchObject({
      code: "money/amount-too-large",
      details: { limit: 18 },
    });
  });

  test("a row that does not exist is refused", () => {
    for (const i of [-1, schedule.count, 0.5]) {
      expect(refusalOf(() => schedule.row(i))).toMatchObject({ code: "core/invalid-integer", path: ["i"] });
      expect(refusalOf(() => schedule.explain(i))).toMatchObject({ code: "core/invalid-integer", path: ["i"] });
    }
  });

  test("conventions are echoed", () => {
    expect(schedule).toMatchObject({
      method: "level-payment",
      accrual: "monthly",
      rounding: "half-up",
      monthsPerPeriod: 1,
      regular: false,
      currency: "CNY",
      proceeds: 10000000,
    });
  });
});

describe("refused terms", () => {
  const out = "loans/invalid-terms";
  const prepaid = (date: string, amount: string) => ({ ...level, prepayments: [{ date, amount: cny(amount) }] });
  const irregular = (...instalments: readonly (readonly [string, string?])[]) =>
    ({
      ...basics,
      method: "irregular",
      instalments: instalments.map(([date, part]) => (part === undefined ? { date } : { date, principal: cny(part) })),
    }) as const;
  test.each<readonly [string, unknown, string, readonly (string | number)[], Readonly<Record<string, unknown>>]>([
    ["no terms", null, out, ["terms"], { received: "null" }],
    ["a method of another name", { ...level, method: "annuity" }, out, ["terms", "method"], {}],
    ["an interest of another name", { ...level, interest: "daily" }, out, ["terms", "interest"], {}],
    ["a rounding of another name", { ...level, rounding: "nearest" }, out, ["terms", "rounding"], {}],
    [
      "a principal as number",
      { ...level, principal: 100000 },
      "money/invalid-amount",
      ["terms", "principal"],
      { received: "100000", type: "number" },
    ],
    [
      "a JSON number as amount",
      { ...level, principal: { amount: 1, currency: "CNY" } },
      "money/invalid-amount",
      ["terms", "principal", "amount"],
      { received: "1" },
    ],
    ["no principal", { ...level, principal: cny("0.00") }, out, ["terms", "principal", "amount"], { received: "0.00" }],
    [
      "a principal below zero",
      { ...level, principal: cny("-1") },
      out,
      ["terms", "principal", "amount"],
      { received: "-1" },
    ],
    [
      "a fraction of a cent",
      { ...level, principal: cny("1.005") },
      "money/too-many-fraction-digits",
      ["terms", "principal", "amount"],
      { received: "1.005", limit: 2 },
    ],
    [
      "more than 2^52 - 1 minor units",
      { ...level, principal: cny("45035996273704.96") },
      "loans/amount-too-large",
      ["terms", "principal", "amount"],
      { received: "string(17)", limit: 2 ** 52 - 1 },
    ],
    [
      "a currency without a minor unit",
      { ...level, principal: { amount: "1", currency: "XAU" } },
      "money/unknown-currency",
      ["terms", "principal", "currency"],
      { received: "XAU", reason: "no-minor-unit" },
    ],
    [
      "no period",
      { ...level, periods: 0 },
      "core/invalid-integer",
      ["terms", "periods"],
      { received: "0", min: 1, max: 12000 },
    ],
    [
      "a start that does not exist",
      { ...level, start: "2026-02-30" },
      "core/invalid-date",
      ["terms", "start"],
      { received: "2026-02-30" },
    ],
    ["a rate in percent signs", { ...level, rate: "4.8%" }, out, ["terms", "rate"], {}],
    ["a rate below zero", { ...level, rate: "-0.01" }, out, ["terms", "rate"], { received: "-0.01" }],
    ["a rate in percent", { ...level, rate: "3.2" }, out, ["terms", "rate"], { received: "3.2" }],
    ["a rate just above 1", { ...level, rate: "1.000001" }, out, ["terms", "rate"], { received: "1.000001" }],
    [
      "a later rate in percent",
      {
        ...level,
        rate: [
          { date: "2026-01-20", rate: "0.04" },
          { date: "2026-02-20", rate: "4.2" },
        ],
      },
      out,
      ["terms", "rate", 1, "rate"],
      { received: "4.2" },
    ],
    ["a rate as number", { ...level, rate: 0.032 }, out, ["terms", "rate"], { received: "0.032", type: "number" }],
    [
      "a flat rate in percent",
      { ...level, fees: { flatRate: "1.2" } },
      out,
      ["terms", "fees", "flatRate"],
      { received: "1.2" },
    ],
    [
      "a rate of 13 fraction digits",
      { ...level, rate: "0.0000000000001" },
      out,
      ["terms", "rate"],
      { received: "0.0000000000001" },
    ],
    ["no rate", { ...level, rate: [] }, out, ["terms", "rate"], {}],
    [
      "a first rate after the start",
      { ...level, rate: [{ date: "2026-01-21", rate: "0.04" }] },
      out,
      ["terms", "rate", 0, "date"],
      { received: "2026-01-21" },
    ],
    [
      "rates out of order",
      {
        ...level,
        rate: [
          { date: "2026-01-20", rate: "0.04" },
          { date: "2026-01-20", rate: "0.05" },
        ],
      },
      out,
      ["terms", "rate", 1, "date"],
      { received: "2026-01-20" },
    ],
    [
      "a first due date on the start",
      { ...level, firstDue: "2026-01-20" },
      out,
      ["terms", "firstDue"],
      { received: "2026-01-20" },
    ],
    [
      "a first due date beside the due day",
      { ...level, firstDue: "2026-02-21", dueDay: 20 },
      out,
      ["terms", "firstDue"],
      { received: "2026-02-21" },
    ],
    [
      "dates beyond year 9999",
      { ...level, start: "9000-01-01", periods: 12000 },
      out,
      ["terms", "periods"],
      { received: "12000" },
    ],
    [
      "grace of all periods",
      { ...level, grace: { periods: 12, pays: "interest" } },
      "core/invalid-integer",
      ["terms", "grace", "periods"],
      { received: "12", min: 1, max: 11 },
    ],
    [
      "grace that pays otherwise",
      { ...level, grace: { periods: 2, pays: "half" } },
      out,
      ["terms", "grace", "pays"],
      {},
    ],
    [
      "grace of a bullet",
      { ...base, method: "bullet", grace: { periods: 2, pays: "interest" } },
      out,
      ["terms", "grace"],
      {},
    ],
    [
      "a balloon above the principal",
      { ...base, method: "balloon", balloon: cny("100000.01") },
      out,
      ["terms", "balloon", "amount"],
      { received: "100000.01" },
    ],
    [
      "a balloon over fewer instalments",
      { ...base, method: "balloon", balloon: { over: 11 } },
      "core/invalid-integer",
      ["terms", "balloon", "over"],
      { received: "11" },
    ],
    ["no balloon", { ...base, method: "balloon" }, out, ["terms", "balloon"], {}],
    [
      "another currency",
      { ...base, method: "balloon", balloon: { amount: "1", currency: "HKD" } },
      "money/currency-mismatch",
      ["terms", "balloon", "currency"],
      { expected: "CNY", received: "HKD" },
    ],
    [
      "a prepayment on the start",
      prepaid("2026-01-20", "1"),
      out,
      ["terms", "prepayments", 0, "date"],
      { received: "2026-01-20" },
    ],
    [
      "a prepayment on the last due date",
      prepaid("2027-01-20", "1"),
      out,
      ["terms", "prepayments", 0, "date"],
      { received: "2027-01-20" },
    ],
    [
      "a prepayment of nothing",
      prepaid("2026-05-20", "0"),
      out,
      ["terms", "prepayments", 0, "amount", "amount"],
      { received: "0" },
    ],
    [
      "a prepayment above the balance",
      prepaid("2026-01-21", "100000.01"),
      "loans/prepayment-too-large",
      ["terms", "prepayments", 0, "amount"],
      { minorUnits: 10000001, balance: 10000000 },
    ],
    [
      "a prepayment that keeps nothing",
      { ...level, prepayments: [{ date: "2026-05-20", amount: cny("1"), keeps: "rate" }] },
      out,
      ["terms", "prepayments", 0, "keeps"],
      {},
    ],
    [
      "a prepayment of a repaid loan",
      {
        ...level,
        prepayments: [
          { date: "2026-05-20", amount: "all" },
          { date: "2026-06-01", amount: cny("1") },
        ],
      },
      out,
      ["terms", "prepayments", 1, "date"],
      { received: "2026-06-01" },
    ],
    ["no instalments", irregular(), out, ["terms", "instalments"], {}],
    [
      "an irregular date before another",
      irregular(["2026-03-01", "1"], ["2026-02-01"]),
      out,
      ["terms", "instalments", 1, "date"],
      { received: "2026-02-01" },
    ],
    [
      "a gap in the amounts",
      irregular(["2026-03-01"], ["2026-04-01"]),
      out,
      ["terms", "instalments", 0, "principal"],
      {},
    ],
    [
      "amounts above the principal",
      irregular(["2026-03-01", "100000.01"], ["2026-04-01"]),
      out,
      ["terms", "instalments", 0, "principal"],
      { received: "100000.01" },
    ],
    [
      "amounts below the principal",
      irregular(["2026-03-01", "1"], ["2026-04-01", "2"]),
      out,
      ["terms", "instalments", 1, "principal"],
      { received: "2" },
    ],
    [
      "a financed fee that makes the loan too large",
      {
        ...level,
        principal: cny("45000000000000"),
        fees: { upfront: cny("40000000000"), upfrontIs: "financed" },
      },
      "loans/amount-too-large",
      ["terms", "fees", "upfront", "amount"],
      { received: "string(11)", limit: 2 ** 52 - 1 },
    ],
    [
      "more digits than money has",
      { ...level, fees: { upfront: cny("99999999999999999.00") } },
      "money/amount-too-large",
      ["terms", "fees", "upfront", "amount"],
      { limit: 18 },
    ],
    ["a flat rate that is no decimal", { ...level, fees: { flatRate: "0,6" } }, out, ["terms", "fees", "flatRate"], {}],
    [
      "a fee neither paid nor financed",
      { ...level, fees: { upfrontIs: "waived" } },
      out,
      ["terms", "fees", "upfrontIs"],
      {},
    ],
    [
      "a payment below the interest",
      { ...level, payment: cny("399.99") },
      "loans/payment-too-small",
      ["terms", "payment"],
      { minorUnits: 39999, interest: 40000 },
    ],
    [
      "an amount no row holds",
      { ...level, principal: cny("44000000000000"), rate: "1", periods: 24, grace: { periods: 12, pays: "nothing" } },
      "loans/amount-too-large",
      ["terms"],
      { instalment: 1, limit: 2 ** 52 - 1 },
    ],
  ])("%s", (_, terms, code, path, details) => {
    const thrown = refusalOf(() => amortize(terms as LoanTerms));
    expect(thrown.code).toBe(code);
    expect(thrown.path).toStrictEqual(path);
    expect(thrown.details).toMatchObject(details);
  });
});

describe("combined loans", () => {
  const fund = amortize({ ...level, principal: cny("800000"), rate: "0.026", periods: 240 });
  const bank = amortize({ ...base, method: "level-principal", principal: cny("1000000"), periods: 360 });
  const both = combineSchedules([fund, bank]);

  test("each date carries the sum of both loans, after the shorter one ended too", () => {
    expect(both.count).toBe(360);
    expect(both.payment[0]).toBe((fund.payment[0] ?? 0) + (bank.payment[0] ?? 0));
    expect(both.balance[100]).toBe((fund.balance[100] ?? 0) + (bank.balance[100] ?? 0));
    expect(both.row(300)).toStrictEqual({
      date: bank.row(300).date,
      payment: bank.row(300).payment,
      principal: bank.row(300).principal,
      interest: bank.row(300).interest,
      fee: cny("0.00"),
      balance: bank.row(300).balance,
    });
    expect(both.totals().principal).toStrictEqual(cny("1800000.00"));
    expect(both.proceeds).toBe(180000000);
  });

  test("a date of one loan alone keeps what the other owes", () => {
    const later = amortize({ ...level, firstDue: "2026-02-25" });
    const sooner = amortize({ ...level, firstDue: "2026-02-05" });
    const { balance, dates } = combineSchedules([later, sooner]);
    expect(dates).toHaveLength(24);
    expect(balance[0]).toBe((sooner.balance[0] ?? 0) + 10000000);
    expect(balance[1]).toBe((sooner.balance[0] ?? 0) + (later.balance[0] ?? 0));
  });

  test("its rate lies between those of its parts", () => {
    const rateOf = (schedule: typeof both): number => {
      const rate = trueAnnualRate(schedule, "dates");
      return rate.ok ? rate.effective : Number.NaN;
    };
    expect(rateOf(both)).toBeGreaterThan(rateOf(fund));
    expect(rateOf(both)).toBeLessThan(rateOf(bank));
  });

  test("loans that do not belong together are refused", () => {
    const hkd = amortize({ ...level, principal: { amount: "1", currency: "HKD" } });
    const later = amortize({ ...level, start: "2026-01-21" });
    const path = (...list: readonly Parameters<typeof combineSchedules>[0][number][]): unknown => {
      const thrown = refusalOf(() => combineSchedules(list));
      expect(thrown.code).toBe("loans/not-combinable");
      return thrown.path;
    };
    expect(path()).toStrictEqual(["schedules"]);
    expect(path(fund, hkd)).toStrictEqual(["schedules", 1, "currency"]);
    expect(path(fund, bank, later)).toStrictEqual(["schedules", 2, "start"]);
  });
});

describe("repricing by a reference rate", () => {
  const { reference } = lpr;

  test("1 January: the reference of the December before", () => {
    expect(repricedRates({ reference, spread: "0.006", start: "2022-03-10", repricedOn: "new-year" })).toStrictEqual([
      { date: "2022-03-10", rate: "0.052" },
      { date: "2023-01-01", rate: "0.049" },
      { date: "2024-01-01", rate: "0.048" },
      { date: "2025-01-01", rate: "0.042" },
      { date: "2026-01-01", rate: "0.041" },
    ]);
  });

  test("the loan's own day: the reference of that day, the 29th on the 28th of other years", () => {
    expect(repricedRates({ reference, spread: "-0.0005", start: "2024-02-29", repricedOn: "loan-date" })).toStrictEqual(
      [
        { date: "2024-02-29", rate: "0.039" },
        { date: "2025-02-28", rate: "0.0355" },
        { date: "2026-02-28", rate: "0.0345" },
      ],
    );
  });

  test("every three months; the reference published on the day itself counts", () => {
    expect(
      repricedRates({ reference, spread: "0", start: "2024-10-21", repricedOn: "loan-date", everyMonths: 3 }),
    ).toStrictEqual([
      { date: "2024-10-21", rate: "0.036" },
      { date: "2025-07-21", rate: "0.035" },
    ]);
  });

  test("a spread that takes a rate below zero is refused, and one that takes it to zero is not", () => {
    const floating = { reference: reference.slice(-1), start: "2025-06-01", repricedOn: "new-year" } as const;
    expect(refusalOf(() => repricedRates({ ...floating, spread: "-0.0351" }))).toMatchObject({
      code: "loans/invalid-terms",
      path: ["floating", "reference", 0, "rate"],
      details: { reason: "below-zero" },
    });
    expect(repricedRates({ ...floating, spread: "-0.035" })).toStrictEqual([{ date: "2025-06-01", rate: "0" }]);
  });

  test.each([
    ["-0.3", "-0.003"],
    ["0.5", "0.005"],
    ["-30", "-0.3"],
    ["0.100000000001", "0.00100000000001"],
  ])("a spread of %s is refused, with the share that was meant", (spread, meant) => {
    const floating = { reference, spread, start: "2025-06-01", repricedOn: "new-year" } as const;
    expect(refusalOf(() => repricedRates(floating))).toMatchObject({
      path: ["floating", "spread"],
      details: { reason: "not-a-share", received: spread, meant, min: -0.1, max: 0.1 },
    });
    expect(FloatingRateSchema.safeParse(floating).success).toBe(false);
  });

  test.each(["0.1", "-0.1", "0.1000", "0.099999999999", "0", "-0.003"])(
    "a spread of %s is one to the schema",
    (spread) => {
      const floating = { reference, spread, start: "2025-06-01", repricedOn: "new-year" };
      expect(FloatingRateSchema.safeParse(floating).success).toBe(true);
    },
  );

  test("a loan follows it: the payment changes with the first instalment after 1 January", () => {
    const rate = repricedRates({ reference, spread: "-0.003", start: "2023-09-15", repricedOn: "new-year" });
    const rows = amortize({ ...level, principal: cny("1000000"), periods: 360, start: "2023-09-15", rate }).rows();
    const changes = rows.filter((row, i) => i > 0 && row.payment.amount !== rows[i - 1]?.payment.amount);
    expect(changes.map((row) => row.date)).toStrictEqual(["2025-01-15", "2026-01-15", "2053-09-15"]);
  });

  test.each([
    ["before the first reference", { start: "2019-08-19" }, ["floating", "reference"]],
    ["a day of another name", { repricedOn: "birthday" }, ["floating", "repricedOn"]],
    ["a cycle that is no part of a year", { everyMonths: 5 }, ["floating", "everyMonths"]],
    ["a spread in percent", { spread: "1.5" }, ["floating", "spread"]],
    [
      "no decimal as reference",
      { reference: [{ date: "2019-08-20", rate: "4.85%" }] },
      ["floating", "reference", 0, "rate"],
    ],
    ["references out of order", { reference: [...reference].reverse() }, ["floating", "reference", 1, "date"]],
  ])("refused: %s", (_, change, path) => {
    const floating = { reference, spread: "0", start: "2024-01-01", repricedOn: "new-year", ...change };
    expect(refusalOf(() => repricedRates(floating as Parameters<typeof repricedRates>[0]))).toMatchObject({
      code: "loans/invalid-terms",
      path,
    });
  });
});

describe("parts of the terms that are no objects or lists", () => {
  const basics = {
    method: "level-payment",
    principal: { amount: "1000", currency: "CNY" },
    rate: "0.05",
    start: "2026-01-20",
    interest: "monthly",
    rounding: "half-up",
  };
  const rows: readonly [object, readonly (string | number)[], string][] = [
    [{ rate: [null] }, ["terms", "rate", 0], "null"],
    [{ rate: [{ date: "2026-01-20", rate: "0.05" }, "0.04"] }, ["terms", "rate", 1], "0.04"],
    [{ prepayments: null }, ["terms", "prepayments"], "null"],
    [{ prepayments: "none" }, ["terms", "prepayments"], "string(4)"],
    [{ prepayments: [null] }, ["terms", "prepayments", 0], "null"],
    [{ fees: null }, ["terms", "fees"], "null"],
    [{ fees: "0.006" }, ["terms", "fees"], "0.006"],
    [{ fees: [] }, ["terms", "fees"], "array(0)"],
    [{ grace: null }, ["terms", "grace"], "null"],
    [{ fees: Promise.resolve({}) }, ["terms", "fees"], "Promise"],
    [{ method: "irregular", instalments: [null] }, ["terms", "instalments", 0], "null"],
    [{ method: "irregular", instalments: null }, ["terms", "instalments"], "null"],
  ];
  test.each(rows)("%o is refused, not read as nothing", (change, path, received) => {
    expect(() => amortize({ ...basics, ...change } as unknown as LoanTerms)).toThrow(
      expect.objectContaining({
        code: "loans/invalid-terms",
        path,
        details: /^\d/.test(received) ? { received, type: "string" } : { received },
      }),
    );
  });
});

test.each([
  [null, ["floating"], "null"],
  [{ reference: null }, ["floating", "reference"], "null"],
  [{ reference: [null] }, ["floating", "reference", 0], "null"],
])("a floating rate %o is refused", (change, path, received) => {
  const floating = change === null ? null : { spread: "0", start: "2026-01-20", repricedOn: "new-year", ...change };
  expect(() => repricedRates(floating as unknown as FloatingRate)).toThrow(
    expect.objectContaining({ code: "loans/invalid-terms", path, details: { received } }),
  );
});

test("the path to a date inside the terms has numbers for the places in a list", () => {
  const prepayments = [{ date: "2026-02-30", amount: cny("1") }];
  expect(refusalOf(() => amortize({ ...level, prepayments })).path).toStrictEqual(["terms", "prepayments", 0, "date"]);
});

describe("terms with a member nobody reads", () => {
  test.each<readonly [string, object, readonly (string | number)[], string | undefined]>([
    ["a misspelt list", { prepayment: [] }, ["terms", "prepayment"], "prepayments"],
    [
      "a misspelt choice",
      { prepayments: [{ date: "2026-05-20", amount: cny("1"), keep: "payment" }] },
      ["terms", "prepayments", 0, "keep"],
      "keeps",
    ],
    ["another case", { Periods: 12 }, ["terms", "Periods"], "periods"],
    ["a misspelt fee", { fees: { flatrate: "0.006" } }, ["terms", "fees", "flatrate"], "flatRate"],
    [
      "a misspelt part of an amount",
      { payment: { ...cny("9000"), ammount: "1" } },
      ["terms", "payment", "ammount"],
      "amount",
    ],
    ["a stranger", { colour: "red" }, ["terms", "colour"], undefined],
    ["a member of another method", { balloon: cny("1") }, ["terms", "balloon"], undefined],
  ])("%s is refused, with the one that was meant", (_, change, path, didYouMean) => {
    const thrown = refusalOf(() => amortize({ ...level, ...change }));
    expect(thrown).toMatchObject({ code: "loans/invalid-terms", path });
    expect(thrown.details["didYouMean"]).toBe(didYouMean);
  });

  test("a misspelt member of a floating rate too", () => {
    const floating = { reference: lpr.reference, spread: "0", start: "2024-01-01", repricedOn: "new-year" } as const;
    expect(refusalOf(() => repricedRates({ ...floating, everyMonth: 3 } as FloatingRate))).toMatchObject({
      code: "loans/invalid-terms",
      path: ["floating", "everyMonth"],
      details: { didYouMean: "everyMonths" },
    });
  });
});

test.each([
  ["monthsPerPeriod", "core/invalid-integer"],
  ["dueDay", "core/invalid-integer"],
  ["firstDue", "core/invalid-date"],
  ["prepayments", "loans/invalid-terms"],
  ["payment", "money/invalid-amount"],
])("null is not the default of %s", (name, code) => {
  expect(refusalOf(() => amortize({ ...level, [name]: null }))).toMatchObject({ code, path: ["terms", name] });
});

describe("what is not a schedule", () => {
  const schedule = amortize(level);
  test.each<readonly [string, unknown]>([
    ["terms", level],
    ["rows", schedule.rows()],
    ["a schedule after JSON", JSON.parse(JSON.stringify(schedule))],
    ["columns of different lengths", { ...schedule, payment: schedule.payment.subarray(1) }],
    ["nothing", undefined],
    ["null", null],
  ])("%s is refused", (_, given) => {
    const code = "loans/invalid-schedule";
    const one = given as typeof schedule;
    expect(refusalOf(() => trueAnnualRate(one))).toMatchObject({ code, path: ["schedule"] });
    expect(refusalOf(() => trueAnnualRate(one, "dates"))).toMatchObject({ code, path: ["schedule"] });
    expect(refusalOf(() => combineSchedules([schedule, one]))).toMatchObject({ code, path: ["schedules", 1] });
  });

  test("nor is a list of none a list of schedules", () => {
    expect(refusalOf(() => combineSchedules(schedule as never))).toMatchObject({
      code: "loans/not-combinable",
      path: ["schedules"],
    });
  });

  test("a sum of rates above the whole is refused", () => {
    const floating = {
      reference: [{ date: "2024-01-01", rate: "0.9" }],
      start: "2024-01-01",
      repricedOn: "new-year",
    } as const;
    expect(
      refusalOf(() => repricedRates({ ...floating, reference: [{ date: "2024-01-01", rate: "0.95" }], spread: "0.1" })),
    ).toMatchObject({
      code: "loans/invalid-terms",
      path: ["floating", "reference", 0, "rate"],
      details: { received: "0.95" },
    });
  });
});

describe("a prepayment that keeps the payment before there is one", () => {
  const early = { date: "2026-02-01", amount: cny("20000"), keeps: "payment" } as const;
  const refused = { path: ["terms", "prepayments", 0, "date"], details: { reason: "no-payment-to-keep" } };

  test("is refused, with level payments and with level principal, before the first instalment and in grace", () => {
    expect(refusalOf(() => amortize({ ...level, prepayments: [early] }))).toMatchObject(refused);
    const shares = { ...level, method: "level-principal", prepayments: [early] } as const;
    expect(refusalOf(() => amortize(shares))).toMatchObject(refused);
    const grace = { periods: 3, pays: "interest" } as const;
    const inGrace = { ...early, date: "2026-04-20" };
    expect(refusalOf(() => amortize({ ...level, grace, prepayments: [inGrace] }))).toMatchObject(refused);
  });

  test("keeps the payment of the contract where it is given, and the first one from its due date on", () => {
    const payment = amortize(level).row(0).payment;
    const given = amortize({ ...level, payment, prepayments: [early] });
    expect(given.row(1).payment).toStrictEqual(payment);
    expect(given.count).toBeLessThan(12);
    const after = amortize({ ...level, prepayments: [{ ...early, date: "2026-02-20" }] });
    expect(after.row(2).payment).toStrictEqual(payment);
  });

  test("settles the loan, and changes nothing else, where all is repaid", () => {
    const all = { ...early, amount: "all" } as const;
    expect(amortize({ ...level, prepayments: [all] }).count).toBe(1);
  });
});

describe("a prepayment that says what it keeps where there is nothing of the kind", () => {
  const prepaid = { date: "2026-05-20", amount: cny("20000") } as const;
  const atEnd = (method: "interest-only" | "bullet", keeps?: "term" | "payment"): LoanTerms => ({
    ...base,
    method,
    prepayments: [{ ...prepaid, ...(keeps === undefined ? {} : { keeps }) }],
  });
  const listed = (keeps?: "term" | "payment"): LoanTerms => ({
    ...basics,
    method: "irregular",
    instalments: [{ date: "2026-07-20", principal: cny("50000") }, { date: "2027-01-20" }],
    prepayments: [{ ...prepaid, ...(keeps === undefined ? {} : { keeps }) }],
  });
  const refused = {
    code: "loans/invalid-terms",
    path: ["terms", "prepayments", 0, "keeps"],
    details: { reason: "nothing-to-keep" },
  };

  test.each(["interest-only", "bullet"] as const)("the payment of a loan repaid at the end: %s", (method) => {
    expect(refusalOf(() => amortize(atEnd(method, "payment")))).toMatchObject(refused);
    expect(amortize(atEnd(method, "term")).rows()).toStrictEqual(amortize(atEnd(method)).rows());
  });

  test("the term or the payment of a list, whose last amounts are what is prepaid", () => {
    for (const keeps of ["term", "payment"] as const) {
      expect(refusalOf(() => amortize(listed(keeps)))).toMatchObject(refused);
    }
    expect(
      amortize(listed())
        .rows()
        .map(({ principal }) => principal.amount),
    ).toStrictEqual(["20000.00", "50000.00", "30000.00"]);
  });
});

describe("an upfront fee", () => {
  const upfrontOf = (amount: string, upfrontIs: "paid" | "financed"): LoanTerms => ({
    ...level,
    fees: { upfront: cny(amount), upfrontIs },
  });

  test.each(["paid", "financed"] as const)("of the principal or more is refused, %s", (upfrontIs) => {
    for (const amount of ["100000", "100000.01", "120000"]) {
      expect(refusalOf(() => amortize(upfrontOf(amount, upfrontIs)))).toMatchObject({
        code: "loans/invalid-terms",
        path: ["terms", "fees", "upfront", "amount"],
        details: { reason: "not-below-principal", received: amount },
      });
    }
  });

  test("of a cent less is taken", () => {
    expect(amortize(upfrontOf("99999.99", "paid")).proceeds).toBe(1);
    expect(amortize(upfrontOf("99999.99", "financed")).proceeds).toBe(10_000_000);
  });
});

describe("a payment given that does not repay the loan", () => {
  const lastOf = (terms: LoanTerms): number => {
    const schedule = amortize(terms);
    return schedule.payment[schedule.count - 1] ?? Number.NaN;
  };
  const tooSmall = { code: "loans/payment-too-small", path: ["terms", "payment"] };
  const paying = (amount: string) => ({ ...level, payment: cny(amount) });

  test("a cent above the interest leaves nearly the whole loan, and is refused with what the last instalment would be", () => {
    // 400 interest a month: 399.99... of principal in eleven, and the rest with the twelfth
    expect(refusalOf(() => amortize(paying("400.01")))).toMatchObject({
      ...tooSmall,
      details: { minorUnits: 40001, lastInstalment: 10_039_989, enough: 855_159 },
    });
    expect(refusalOf(() => amortize(paying("400.00")))).toMatchObject({
      ...tooSmall,
      details: { minorUnits: 40000, lastInstalment: 10_040_000 },
    });
  });

  test("it is asked for with a word, and then nothing is found", () => {
    const asked = { ...paying("400.01"), lastInstalment: "what-is-left" } as const;
    expect(lastOf(asked)).toBe(10_039_989);
    expect(amortize(asked).findings).toStrictEqual([]);
    expect(refusalOf(() => amortize({ ...asked, lastInstalment: "like-the-others" }))).toMatchObject(tooSmall);
  });

  test("without a payment the word is refused", () => {
    for (const lastInstalment of ["like-the-others", "what-is-left"] as const) {
      expect(refusalOf(() => amortize({ ...level, lastInstalment }))).toMatchObject({
        code: "loans/invalid-terms",
        path: ["terms", "lastInstalment"],
        details: { reason: "no-payment-given" },
      });
    }
  });

  test("a rest of less than another payment is found, one of a cent a month is not", () => {
    const { findings, count } = amortize(paying("8000"));
    expect(count).toBe(12);
    expect(findings).toStrictEqual([
      {
        code: "last-instalment-larger",
        details: { payment: cny("8000.00"), lastInstalment: cny("14766.61"), enough: cny("8551.59") },
      },
    ]);
    for (const amount of ["8551.58", "8551.59", "9000"]) expect(amortize(paying(amount)).findings).toStrictEqual([]);
    expect(amortize(level).findings).toStrictEqual([]);
    expect(amortize(paying("8551.57")).findings).toHaveLength(1);
  });

  // 100,000.00, 80,400.00, 60,721.60, 40,964.49, 21,128.35, 1,212.86: the sixth is the last
  test("one that repays the loan before its time is found, one a cent too much is not", () => {
    const { findings, count } = amortize(paying("20000"));
    expect(count).toBe(6);
    expect(findings).toStrictEqual([
      {
        code: "repaid-early",
        details: { payment: cny("20000.00"), enough: cny("8551.59"), instalments: 6, agreed: 12 },
      },
    ]);
    expect(amortize(paying("855159")).findings).toMatchObject([{ code: "repaid-early", details: { instalments: 1 } }]);
    expect(amortize(paying("8551.60")).findings).toStrictEqual([]);
    const prepayments = [{ date: "2026-04-20", amount: cny("60000"), keeps: "payment" }] as const;
    expect(amortize({ ...paying("8551.59"), prepayments }).findings).toStrictEqual([]);
  });

  test("a word about an upfront fee that nobody gave is refused", () => {
    for (const upfrontIs of ["paid", "financed"] as const) {
      expect(refusalOf(() => amortize({ ...level, fees: { upfrontIs } }))).toMatchObject({
        code: "loans/invalid-terms",
        path: ["terms", "fees", "upfrontIs"],
        details: { reason: "no-upfront-fee" },
      });
    }
  });

  test("what another rate, or a prepayment that lowers the payment, sets anew is not the one given", () => {
    const rate = [
      { date: "2026-01-20", rate: "0.048" },
      { date: "2026-04-20", rate: "0.036" },
    ];
    expect(amortize({ ...paying("401"), rate }).findings).toStrictEqual([]);
    const prepayments = [{ date: "2026-04-20", amount: cny("1") }];
    expect(amortize({ ...paying("401"), prepayments }).findings).toStrictEqual([]);
  });

  test("a prepayment that keeps the payment may be what it takes to repay the loan", () => {
    const prepayments = [{ date: "2026-04-20", amount: cny("60000"), keeps: "payment" }] as const;
    expect(refusalOf(() => amortize(paying("4000")))).toMatchObject(tooSmall);
    const schedule = amortize({ ...paying("4000"), prepayments });
    expect(schedule.findings).toStrictEqual([]);
    expect(schedule.payment[schedule.count - 1]).toBeLessThanOrEqual(400_000);
    const all = [{ date: "2026-04-20", amount: "all" }] as const;
    expect(amortize({ ...paying("401"), prepayments: all }).findings).toStrictEqual([]);
  });

  test("of a loan of one instalment, or one after grace, the last is the payment", () => {
    const one = { ...level, periods: 1 } as const;
    expect(refusalOf(() => amortize({ ...one, payment: cny("401") }))).toMatchObject({
      ...tooSmall,
      details: { minorUnits: 40100, lastInstalment: 10_040_000, enough: 10_040_000 },
    });
    expect(amortize({ ...one, payment: cny("100400") }).findings).toStrictEqual([]);
    const grace = { periods: 11, pays: "interest" } as const;
    expect(refusalOf(() => amortize({ ...level, grace, payment: cny("401") }))).toMatchObject(tooSmall);
  });

  test("in currencies without a fraction, a payment rounded either way is enough", () => {
    const yen = { ...level, principal: { amount: "100000", currency: "JPY" } } as const;
    for (const amount of ["8551", "8552"]) {
      expect(amortize({ ...yen, payment: { amount, currency: "JPY" } }).findings).toStrictEqual([]);
    }
  });

  test("a fee of the instalments is no part of the comparison", () => {
    const fees = { perInstalment: cny("9000") };
    expect(refusalOf(() => amortize({ ...paying("400.01"), fees }))).toMatchObject({
      details: { lastInstalment: 10_039_989 },
    });
  });
});

describe("a given payment", () => {
  // figures apart from the library, in fractions with one rounding per row
  const given = { ...level, payment: cny("9000") } as const;
  const repriced = (date: string) => [
    { date: "2026-01-20", rate: "0.048" },
    { date, rate: "0.036" },
  ];
  const amounts = (terms: LoanTerms, ...rows: readonly number[]) => {
    const schedule = amortize(terms);
    return rows.map((i) => {
      const { payment, principal, interest, balance } = schedule.row(i);
      return [payment, principal, interest, balance].map(({ amount }) => amount);
    });
  };

  test("is paid until the rate changes, then what repays the rest over the instalments left", () => {
    const terms = { ...given, rate: repriced("2026-04-20") };
    expect(amounts(terms, 0, 2, 3, 10, 11)).toStrictEqual([
      ["9000.00", "8600.00", "400.00", "91400.00"],
      ["9000.00", "8668.94", "331.06", "74096.66"],
      ["8356.95", "8134.66", "222.29", "65962.00"],
      ["8356.95", "8307.03", "49.92", "8331.96"],
      ["8356.96", "8331.96", "25.00", "0.00"],
    ]);
    expect(amortize(terms).count).toBe(12);
  });

  test("inside a period the instalment that ends it has the new payment, on the interest of both rates", () => {
    expect(amounts({ ...given, rate: repriced("2026-03-01") }, 0, 1, 2, 11)).toStrictEqual([
      ["9000.00", "8600.00", "400.00", "91400.00"],
      ["8462.11", "8158.53", "303.58", "83241.47"],
      ["8462.11", "8212.39", "249.72", "75029.08"],
      ["8462.14", "8436.83", "25.31", "0.00"],
    ]);
  });

  test("is never paid when the rate changes before the first instalment", () => {
    const terms = { ...given, rate: repriced("2026-02-01") };
    expect(amounts(terms, 0)).toStrictEqual([["8500.00", "8161.29", "338.71", "91838.71"]]);
    const computed = { ...level, rate: terms.rate };
    expect(amortize(terms).rows()).toStrictEqual(amortize(computed).rows());
    const grace = { periods: 3, pays: "interest" } as const;
    expect(amortize({ ...terms, grace }).rows()).toStrictEqual(amortize({ ...computed, grace }).rows());
  });

  test("a step at the same rate is not a change of rate", () => {
    const rate = [
      { date: "2026-01-20", rate: "0.048" },
      { date: "2026-04-20", rate: "0.0480" },
    ];
    expect(amortize({ ...given, rate }).rows()).toStrictEqual(amortize(given).rows());
  });

  test("decides the term when a prepayment keeps it, before a new rate sets what is paid over that term", () => {
    const prepayments = [{ date: "2026-04-20", amount: cny("20000"), keeps: "payment" }] as const;
    const terms = { ...given, rate: repriced("2026-04-20"), prepayments };
    // 54,096.66 at 0.3 % a month and 9,000 each: seven instalments, of 7,821.11
    expect(amounts(terms, 4, 10)).toStrictEqual([
      ["7821.11", "7658.82", "162.29", "46437.84"],
      ["7821.10", "7797.71", "23.39", "0.00"],
    ]);
    expect(amortize(terms).count).toBe(11);
  });

  test.each(["payment", "term"] as const)(
    "below the first interest, with a prepayment before it that keeps the %s",
    (keeps) => {
      const prepayments = [{ date: "2026-02-01", amount: cny("1"), keeps }];
      const terms = { ...level, payment: cny("100"), prepayments };
      if (keeps === "term") expect(amounts(terms, 1)[0]?.[0]).toBe("8551.50");
      else
        expect(refusalOf(() => amortize(terms))).toMatchObject({
          code: "loans/payment-too-small",
          path: ["terms", "payment"],
          details: { minorUnits: 10000, interest: 40000 },
        });
    },
  );
});

describe("a percentage where a share is meant", () => {
  const terms = {
    method: "level-principal",
    principal: { amount: "12000", currency: "CNY" },
    rate: "0.036",
    periods: 12,
    start: "2026-01-20",
    interest: "monthly",
    rounding: "half-up",
  } as const;
  const flat = (flatRate: string, change: object = {}) =>
    refusalOf(() => amortize({ ...terms, ...change, fees: { flatRate } }));

  test("a rate above 1 a year says what it is and what was meant", () => {
    expect(refusalOf(() => amortize({ ...terms, rate: "3.20" }))).toMatchObject({
      code: "loans/invalid-terms",
      path: ["terms", "rate"],
      details: { reason: "not-a-share", received: "3.20", rate: "3.20", meant: "0.032", max: 1 },
    });
  });

  test("a flat rate above a tenth a month is refused, and one of a tenth is not", () => {
    expect(flat("0.6")).toMatchObject({
      path: ["terms", "fees", "flatRate"],
      details: { rate: "0.6", meant: "0.006", max: 0.1 },
    });
    expect(amortize({ ...terms, fees: { flatRate: "0.1" } }).row(0).fee.amount).toBe("1200.00");
    expect(flat("0.100000000001")).toMatchObject({ details: { max: 0.1 } });
  });

  test("for each month that an instalment covers, and never above 1", () => {
    expect(amortize({ ...terms, monthsPerPeriod: 3, fees: { flatRate: "0.3" } }).row(0).fee.amount).toBe("3600.00");
    expect(flat("0.31", { monthsPerPeriod: 3 })).toMatchObject({ details: { max: 0.3 } });
    expect(flat("1.01", { monthsPerPeriod: 12 })).toMatchObject({ details: { max: 1 } });
    const bullet = { ...terms, method: "bullet" } as const;
    expect(amortize({ ...bullet, fees: { flatRate: "0.5" } }).row(0).fee.amount).toBe("6000.00");
    for (const [change, flatRate, isRight] of [
      [{}, "0.1", true],
      [{}, "0.11", false],
      [{ monthsPerPeriod: 3 }, "0.3", true],
      [{ method: "bullet" }, "0.5", true],
    ] as const) {
      expect(LoanTermsSchema.safeParse({ ...terms, ...change, fees: { flatRate } }).success).toBe(isRight);
    }
  });

  test("the months of a list are those from date to date, the longest of them", () => {
    const listed = (...dates: readonly string[]) => ({
      method: "irregular" as const,
      principal: terms.principal,
      rate: terms.rate,
      start: terms.start,
      interest: terms.interest,
      rounding: terms.rounding,
      instalments: dates.map((date, i) => (i < dates.length - 1 ? { date, principal: cny("100") } : { date })),
    });
    const monthly = listed("2026-02-20", "2026-03-20", "2026-04-20");
    const withFlat = (loan: typeof monthly, flatRate: string) => () => amortize({ ...loan, fees: { flatRate } });
    expect(refusalOf(withFlat(monthly, "0.6"))).toMatchObject({ details: { max: 0.1, meant: "0.006" } });
    expect(withFlat(monthly, "0.1")().row(0).fee.amount).toBe("1200.00");
    const quarterly = listed("2026-02-20", "2026-05-20");
    expect(refusalOf(withFlat(quarterly, "0.31"))).toMatchObject({ details: { max: 0.3 } });
    expect(withFlat(quarterly, "0.3")().row(0).fee.amount).toBe("3600.00");
  });

  test("a rate below 0 has no other meaning", () => {
    expect(refusalOf(() => amortize({ ...terms, rate: "-0.01" }))).not.toHaveProperty("details.meant");
  });
});
