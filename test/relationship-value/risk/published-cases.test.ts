import { describe, expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  expectedLoss,
  netInterestIncome,
  riskAdjustedReturn,
  riskCapital,
  serviceCost,
  type InterestPosition,
  type ReturnConventions,
  type ReturnInput,
} from "../../../src/relationship-value/index.ts";

/*
 * Worked examples that others published. `answer` says whether the page gives the answer, or its inputs alone, the
 * answer then being the formula's.
 */

const usd = (amount: string) => money(amount, "USD");

const conventions: ReturnConventions<"USD"> = {
  period: "2025",
  currency: "USD",
  dayCount: "ACT/365F",
  capital: "economic",
  returnOnCapital: { treatment: "excluded" },
  funding: { treatment: "gross" },
  tax: { treatment: "before-tax" },
  hurdle: "0.12",
};

const none = usd("0");
const input = (nii: string, changes: Partial<ReturnInput<"USD">> = {}): ReturnInput<"USD"> => ({
  interest: { nii: usd(nii) },
  addOns: [],
  fees: none,
  serviceCost: none,
  levies: [],
  expectedLoss: none,
  capital: none,
  ...changes,
});

describe("interest against transfer prices", () => {
  // http://ugaw.cn/mrwzrcdhb/rcdhhhdsj (published: 60 and 30): 10 million for two years at 6 %, transfer price 3 %
  test("a loan of ten million at 6 % with a transfer price of 3 %", () => {
    const loan = {
      id: "A",
      side: "asset",
      averageBalance: money("10000000", "CNY"),
      rate: "0.06",
      transferRate: "0.03",
    } as const;
    const { values } = netInterestIncome([loan], { period: "2026", currency: "CNY", dayCount: "ACT/365F" });
    expect(values[0]).toMatchObject({
      interest: money("600000.00", "CNY"),
      transfer: money("300000.00", "CNY"),
      nii: money("300000.00", "CNY"),
    });
  });

  // https://scribd.com/document/372584760/Economic-Value-Added (published), millions of dollars
  test("a bank by balance lines", () => {
    const position = (side: "asset" | "liability", [balance, rate]: readonly [string, string]) =>
      ({ id: balance, side, averageBalance: usd(balance), rate, transferRate: "0" }) satisfies InterestPosition<"USD">;
    const assets = [["800", "0.065"], ["2000", "0.09"], ["1900", "0.10"]] as const; // prettier-ignore
    const debts = [["1800", "0.03"], ["1300", "0.055"], ["680", "0.045"]] as const; // prettier-ignore
    const positions = [...assets.map((a) => position("asset", a)), ...debts.map((d) => position("liability", d))];
    const { totals } = netInterestIncome(positions, { period: "2025", currency: "USD", dayCount: "ACT/365F" });
    expect([totals.interestReceived, totals.interestPaid, totals.nii]).toStrictEqual([
      usd("422.00"),
      usd("156.10"),
      usd("265.90"),
    ]);
  });

  // https://www.1ezmortgage.net/360-vs-365-interest/ (30,000 published)
  test.each([
    ["ACT/360", "30000.00"],
    ["ACT/365F", "29589.04"],
  ] as const)("three million at 4 %% for 90 days, %s", (dayCount, interest) => {
    const loan = { id: "A", side: "asset", averageBalance: usd("3000000"), rate: "0.04", transferRate: "0" } as const;
    const { values } = netInterestIncome([loan], { period: "2026-Q1", currency: "USD", dayCount });
    expect(values[0]?.interest).toStrictEqual(usd(interest));
  });
});

describe("risk-adjusted return on capital", () => {
  const hull = input("2.5", { expectedLoss: usd("1"), serviceCost: usd("0.7"), capital: usd("4") });

  // Hull, Risk Management and Financial Institutions, example 16.5 (published): one deal, two conventions
  test.each([
    [{ treatment: "excluded" }, "0.00", "0.20"],
    [{ treatment: "at-rate", rate: "0.02" }, "0.08", "0.22"],
  ] as const)("%j earns %s on capital, and the deal %s", (returnOnCapital, earned, raroc) => {
    const result = riskAdjustedReturn(hull, { ...conventions, returnOnCapital, digits: 2 });
    expect([result.returnOnCapital.amount, result.raroc]).toStrictEqual([earned, raroc]);
  });

  // https://m.greasyrabbit.com/frm/775125.html (published: answer B, 15.42 %)
  test("revenue, interest expense, and the return on capital as an amount", () => {
    const result = riskAdjustedReturn(
      input("2000000", {
        interest: {
          nii: usd("2000000"),
          interestReceived: usd("5000000"),
          interestPaid: none,
          treasury: usd("3000000"),
        },
        expectedLoss: usd("250000"),
        serviceCost: usd("1000000"),
        capital: usd("6000000"),
      }),
      { ...conventions, returnOnCapital: { treatment: "given", amount: usd("175000") } },
    );
    expect(result.raroc).toBe("0.1542");
    expect(result.treasury).toStrictEqual(usd("3000000"));
  });

  // http://www.bionicturtle.com/forum/viewthread/515/ (published: 15 %, passes a hurdle of 12 %); 8 % is what the same deal
  // gives where all of the loan is funded
  test.each([
    [{ treatment: "net-of-capital", rate: "0.07" }, "5.60", "0.15", true],
    [{ treatment: "gross" }, "0.00", "0.08", false],
  ] as const)("a loan of a thousand million, funding %j", (funding, relief, raroc, passes) => {
    const result = riskAdjustedReturn(
      input("30", { serviceCost: usd("10"), expectedLoss: usd("20"), capital: usd("80") }),
      { ...conventions, returnOnCapital: { treatment: "at-rate", rate: "0.08" }, funding, digits: 2 },
    );
    expect([result.fundingRelief.amount, result.raroc]).toStrictEqual([relief, raroc]);
    expect(Number(result.economicValueAdded.amount) > 0).toBe(passes);
    // the same page's adjusted ratio, (RAROC − risk-free) / beta, with 5 % and 2
    if (passes) expect((Number(result.raroc) - 0.05) / 2).toBeCloseTo(0.05, 12);
  });

  // https://askfilo.com/user-question-answers-accounts/given-the-following-data-on-two-loan-portfolios-a-and-b-3237343135343430
  // (inputs published, answers by formula): the ranking turns with the capital
  test.each([
    { name: "A", nii: "6", pd: "0.04", wcl: "22", riskWeight: "1", economic: "0.1500", regulatory: "0.3750" },
    { name: "B", nii: "3", pd: "0.02", wcl: "4", riskWeight: "0.5", economic: "0.3333", regulatory: "0.2500" },
  ])("portfolio $name on economic and on regulatory capital", ({ name, nii, pd, wcl, riskWeight, ...expected }) => {
    const exposure = { id: name, exposure: usd("100"), pd, lgd: "0.5", riskWeight, worstCaseLoss: usd(wcl) };
    const loss = expectedLoss([exposure], { ...time, lossTime: "full" }).total;
    const returns = ([{ basis: "economic" }, { basis: "regulatory", ratio: "0.08" }] as const).map((capital) => {
      const { total } = riskCapital([exposure], { currency: "USD", capital });
      const parts = input(nii, { serviceCost: usd("1"), expectedLoss: loss, capital: total });
      return riskAdjustedReturn(parts, { ...conventions, capital: capital.basis }).raroc;
    });
    expect(returns).toStrictEqual([expected.economic, expected.regulatory]);
  });

  const time = { period: "2025", currency: "USD", dayCount: "ACT/365F" } as const;
});

describe("economic value added", () => {
  // http://evanomics.com/evasmall/evasmalltsld015.shtml (published): 10 % on 2,000, by months of twelve
  test.each([
    [{ from: "2025-01-01", to: "2025-04-01" }, "50.00"],
    [{ from: "2025-01-01", to: "2025-10-01" }, "150.00"],
  ])("capital charge over %j", (period, charge) => {
    const options = { ...conventions, period, dayCount: "30E/360", hurdle: "0.10" } as const;
    expect(riskAdjustedReturn(input("0", { capital: usd("2000") }), options).capitalCharge.amount).toBe(charge);
  });

  // https://www.scribd.com/document/441907607/Basel-II-PF-Loans-xls (published), here of a loan of one million
  test("a project loan that earns exactly its target", () => {
    const loan = { id: "L", exposure: usd("1000000"), pd: "0.02", lgd: "0.25", riskWeight: "1" };
    const loss = expectedLoss([loan], { period: "2025", currency: "USD", dayCount: "ACT/365F", lossTime: "full" });
    const capital = riskCapital([loan], { currency: "USD", capital: { basis: "regulatory", ratio: "0.08" } });
    expect([loss.total.amount, capital.total.amount]).toStrictEqual(["5000.00", "80000.00"]);
    const result = riskAdjustedReturn(
      input("18000", {
        interest: {
          nii: usd("18000"),
          interestReceived: usd("68000"),
          interestPaid: none,
          treasury: usd("50000"), // 5 % of the loan; net of capital 46,000, the 4.6 % of the page
        },
        serviceCost: usd("1000"),
        expectedLoss: loss.total,
        capital: capital.total,
      }),
      {
        ...conventions,
        capital: "regulatory",
        funding: { treatment: "net-of-capital", rate: "0.05" },
        hurdle: "0.20",
        digits: 2,
      },
    );
    expect(result).toMatchObject({
      fundingRelief: usd("4000.00"),
      capitalCharge: usd("16000.00"),
      economicValueAdded: usd("0.00"),
      raroc: "0.20",
    });
  });

  // https://scribd.com/document/372584760/Economic-Value-Added (published)
  test("risk-weighted assets of a bank, and its return on equity", () => {
    const assets = [["800", "0.5"], ["2000", "1"], ["1900", "1"], ["250", "1"]] as const; // prettier-ignore
    const exposures = assets.map(([exposure, riskWeight]) => ({
      id: exposure,
      exposure: usd(exposure),
      pd: "0",
      lgd: "0",
      riskWeight,
    }));
    const capital = { basis: "regulatory", ratio: "0.08" } as const;
    const { riskWeightedAssets } = riskCapital(exposures, { currency: "USD", capital });
    expect(riskWeightedAssets).toStrictEqual(usd("4550.00"));
    const roe = riskAdjustedReturn(input("66.54", { capital: usd("320") }), { ...conventions, capital: "equity" });
    expect(roe.raroc).toBe("0.2079");
  });
});

describe("cost to serve by activity drivers", () => {
  // Horngren, Cost Accounting, 5-28 (published), as given at https://www.coursehero.com/file/6847539/Acct306-Homework-Ch05/
  test("a client with six activities", () => {
    const rates = {
      teller: "2.30",
      atm: "0.70",
      prearranged: "0.40",
      checks: "8.40",
      drafts: "12.40",
      inquiries: "1.40",
    };
    const used = { teller: 48, atm: 19, prearranged: 13, checks: 1, drafts: 2, inquiries: 20 };
    const { total } = serviceCost(
      Object.entries(used).map(([activity, count]) => ({ activity, count: String(count) })),
      {
        currency: "USD",
        costs: Object.entries(rates).map(([activity, rate]) => ({ activity, cost: usd(rate), units: "1" })),
      },
    );
    expect(total.amount).toBe("190.10");
    // a spread of 3 % on 700, and twelve monthly fees of 22
    const result = riskAdjustedReturn(input("21", { fees: usd("264"), serviceCost: total }), conventions);
    expect([result.income.amount, result.riskAdjustedIncome.amount]).toStrictEqual(["285.00", "94.90"]);
    expect(result.raroc).toBeNull();
  });

  // https://wizedu.com/questions/78243/rock-solid-bank-and-trust-rsb-and-t-offers-only (inputs and 42 published)
  test("two clients with one flat profit and opposite profits by activity", () => {
    const costs = [
      { activity: "atm", cost: usd("1500000"), units: "2000000" },
      { activity: "visit", cost: usd("900000"), units: "150000" },
      { activity: "transaction", cost: usd("6600000"), units: "80000000" },
      { activity: "manage", cost: usd("6000000"), units: "375000000" },
    ];
    const profitOf = (counts: Readonly<Record<string, string>>): string => {
      const cost = serviceCost(
        Object.entries(counts).map(([activity, count]) => ({ activity, count })),
        { currency: "USD", costs },
      );
      // 6,000 at 5.2 % less 0.5 %
      return riskAdjustedReturn(input("282", { serviceCost: cost.total }), conventions).riskAdjustedIncome.amount;
    };
    expect(profitOf({ atm: "100", visit: "5", transaction: "40", manage: "6000" })).toBe("77.70");
    expect(profitOf({ atm: "200", visit: "20", transaction: "1500", manage: "6000" })).toBe("-207.75");
    const flat = serviceCost([{ activity: "deposit", count: "6000" }], {
      currency: "USD",
      costs: [{ activity: "deposit", cost: usd("15000000"), units: "375000000" }],
    });
    expect(riskAdjustedReturn(input("282", { serviceCost: flat.total }), conventions).riskAdjustedIncome.amount).toBe(
      "42.00",
    );
    const bank = input("17625000", { serviceCost: usd("15000000") });
    expect(riskAdjustedReturn(bank, conventions).riskAdjustedIncome.amount).toBe("2625000.00");
  });
});
