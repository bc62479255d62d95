import { describe, expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  averageDailyBalance,
  exampleMainlandLevies,
  expectedLoss,
  levyCharges,
  relationshipReturn,
  relationshipValue,
  repriceFor,
  riskAdjustedReturn,
  riskCapital,
  sensitivity,
  serviceCost,
  statementIncome,
  transferAddOns,
  type IncomeLine,
  type LevyPolicy,
  type RelationshipReturnOptions,
  type RiskExposure,
} from "../../../src/relationship-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { cny, deposit, exposure, loan, options, relationship } from "./relationship.ts";

const time = { period: "2025", currency: "CNY", dayCount: "ACT/365F" } as const;
const codes = (issues: readonly { row: number; code: string; path: readonly unknown[] }[]) =>
  issues.map(({ row, code, path }) => [row, code, path.join(".")]);

describe("cost to serve", () => {
  const costs = [
    { activity: "visit", cost: cny("800"), units: "1" },
    { activity: "atm", cost: cny("1000"), units: "3", used: "2" },
    { activity: "call", cost: cny("10"), units: "100", used: "120" },
  ];

  test("a row without a rate is an issue, the others are computed", () => {
    const rows = [
      { activity: "visit", count: "2" },
      { activity: "fax", count: "1" },
      { activity: "visit", count: "-1" },
      { activity: "visit", cuont: "1" },
      { activity: "", count: "1" },
      null,
      { activity: "atm", count: "1", client: "C-1" },
    ];
    const result = serviceCost(rows as never, { currency: "CNY", costs });
    expect(codes(result.issues)).toStrictEqual([
      [1, "relationship-value/no-activity-cost", "activity"],
      [2, "relationship-value/invalid-row", "count"],
      [3, "relationship-value/invalid-row", "cuont"],
      [4, "relationship-value/empty-id", "activity"],
      [5, "relationship-value/invalid-row", ""],
    ]);
    expect(result.total).toStrictEqual(cny("1933.33")); // 1,600 and a third of 1,000
    expect(result.values[1]).toBeNull();
  });

  test("unused capacity is shown and not spread; more use than capacity is below zero", () => {
    const { unused, total } = serviceCost([], { currency: "CNY", costs });
    expect(unused).toStrictEqual([
      { activity: "atm", units: "1", cost: cny("333.33") },
      { activity: "call", units: "-20", cost: cny("-2.00") },
    ]);
    expect(total).toStrictEqual(cny("0.00"));
  });

  test.each([
    ["an activity twice", [...costs, costs[0]], "relationship-value/invalid-option", ["costs", 3, "activity"]],
    ["no units", [{ ...costs[0], units: "0.0" }], "relationship-value/invalid-option", ["costs", 0, "units"]],
    [
      "dollars",
      [{ ...costs[0], cost: money("1", "USD") }],
      "relationship-value/currency-mismatch",
      ["costs", 0, "cost"],
    ],
  ])("%s is refused", (_, wrong, code, path) => {
    expect(refusalOf(() => serviceCost([], { currency: "CNY", costs: wrong as never }))).toMatchObject({ code, path });
  });
});

describe("expected loss and capital", () => {
  const risk: RiskExposure<"CNY"> = { id: "L", exposure: cny("1000000"), pd: "0.02", lgd: "0.45" };

  test("a quarter of the year's loss only where the convention says so", () => {
    const quarter = { ...time, period: "2025-Q1" } as const;
    expect(expectedLoss([risk], { ...quarter, lossTime: "full" }).total.amount).toBe("9000.00");
    expect(expectedLoss([risk], { ...quarter, lossTime: "by-days" }).total.amount).toBe("2219.18"); // × 90/365
  });

  test("bad rows are issues", () => {
    const rows = [
      { ...risk, pd: "2" },
      { ...risk, lgd: "-0.1" },
      { ...risk, exposure: money("1", "USD") as never },
      { ...risk, exposure: cny("-1") },
      { ...risk, riskWieght: "1" },
      risk,
    ];
    const { issues, total } = expectedLoss(rows, { ...time, lossTime: "full" });
    expect(codes(issues)).toStrictEqual([
      [0, "relationship-value/invalid-row", "pd"],
      [1, "relationship-value/invalid-row", "lgd"],
      [2, "relationship-value/currency-mismatch", "exposure"],
      [3, "relationship-value/invalid-row", "exposure.amount"],
      [4, "relationship-value/invalid-row", "riskWieght"],
    ]);
    expect(total.amount).toBe("9000.00");
  });

  test("an exposure that lacks what its capital needs is an issue, never one without capital", () => {
    const economic = riskCapital(
      [
        risk,
        { ...risk, economicCapital: cny("5") },
        { ...risk, worstCaseLoss: cny("8000") },
        { ...risk, id: "M", worstCaseLoss: cny("59000"), economicCapital: null },
      ],
      { currency: "CNY", capital: { basis: "economic" } },
    );
    expect(codes(economic.issues)).toStrictEqual([
      [0, "relationship-value/no-capital", "economicCapital"],
      [2, "relationship-value/invalid-row", "worstCaseLoss"],
    ]);
    expect(economic.total.amount).toBe("50005.00"); // 5, and 59,000 less a loss of 9,000
    const regulatory = riskCapital([risk, { ...risk, riskWeight: "0.75" }, { ...risk, riskWeight: "100" }], {
      currency: "CNY",
      capital: { basis: "regulatory", ratio: "0.105" },
    });
    expect(codes(regulatory.issues)).toStrictEqual([
      [0, "relationship-value/no-capital", "riskWeight"],
      [2, "relationship-value/invalid-row", "riskWeight"],
    ]);
    expect(regulatory.riskWeightedAssets?.amount).toBe("750000.00");
    expect(regulatory.total.amount).toBe("78750.00");
  });

  test("such an exposure is left out of loss and capital alike", () => {
    const exposures = [...relationship.exposures, { ...risk, id: "M" }];
    const { result, issues } = relationshipReturn({ ...relationship, exposures }, options);
    expect(issues.map(({ list, row }) => [list, row])).toStrictEqual([["exposures", 1]]);
    expect(result).toStrictEqual(relationshipReturn(relationship, options).result);
  });

  test("the parts of a return have one value per row, in row order", () => {
    const exposures = [{ ...risk, id: "M" }, ...relationship.exposures];
    const { parts } = relationshipReturn({ ...relationship, exposures }, options);
    expect(parts.expectedLoss.values.map((value) => value?.id ?? null)).toStrictEqual([null, "LOAN"]);
    expect(parts.expectedLoss.issues).toStrictEqual(parts.capital.issues);
  });
});

describe("add-ons of the transfer price", () => {
  test("by name, with their sign; an average balance is used unrounded", () => {
    const average = averageDailyBalance(
      { opening: cny("1000000"), movements: [{ date: "2025-03-01", amount: cny("500000") }] },
      "2025",
    );
    const { values, byAddOn, total, issues } = transferAddOns(
      [
        { id: "A", addOn: "liquidity-premium", base: average, rate: "0.001" },
        { id: "B", addOn: "stable-funding", base: cny("1000000"), rate: "-0.0005" },
        { id: "C", addOn: "liquidity-premium", base: cny("1000000"), rate: "0.002" },
        { id: "D", addOn: "liquidity" as never, base: cny("1"), rate: "0" },
        { id: "E", addOn: "liquidity-buffer", base: cny("1"), rate: "5" },
        {
          id: "F",
          addOn: "liquidity-buffer",
          base: averageDailyBalance({ opening: cny("1"), movements: [] }, "2024"),
          rate: "0",
        },
      ],
      time,
    );
    // 1,000,000 × 59 + 1,500,000 × 306 = 518,000,000 for 365 days, × 0.1 % = 1,419.18
    expect(values.slice(0, 3).map((value) => value?.amount.amount)).toStrictEqual(["1419.18", "-500.00", "2000.00"]);
    expect(byAddOn.map(({ addOn, amount }) => [addOn, amount.amount])).toStrictEqual([
      ["liquidity-premium", "3419.18"],
      ["stable-funding", "-500.00"],
    ]);
    expect(total.amount).toBe("2919.18");
    expect(codes(issues)).toStrictEqual([
      [3, "relationship-value/invalid-row", "addOn"],
      [4, "relationship-value/invalid-row", "rate"],
      [5, "relationship-value/days-mismatch", "base.period"],
    ]);
  });
});

describe("taxes and levies", () => {
  const bases = { interestReceived: cny("106000"), fees: cny("21200"), positions: relationship.positions };
  const vat = { rate: "0.06", on: ["loan-interest", "fees"], price: "included", surcharges: "0.12" } as const;
  const amounts = (policy: LevyPolicy) => {
    const { levies, onTop, total } = levyCharges(bases, { ...time, policy });
    return [...levies.map(({ amount }) => amount.amount), onTop.amount, total.amount];
  };

  test("VAT inside the price is 6/106 of it; on top, the client pays it, and the bank the surcharges", () => {
    // (106,000 + 21,200) × 6/106 = 7,200; × 12 % = 864
    // deposit: 4,000,000 × (2 % − 1.62 %) × 7 % = 1,064; × 0.02 % = 800
    expect(amounts(exampleMainlandLevies)).toStrictEqual(["7200.00", "864.00", "1064.00", "800.00", "0.00", "9928.00"]);
    // 127,200 × 6 % = 7,632; × 12 % = 915.84
    const onTop: LevyPolicy = { ...exampleMainlandLevies, valueAddedTax: { ...vat, price: "on-top" } };
    expect(amounts(onTop)).toStrictEqual(["0.00", "915.84", "1064.00", "800.00", "7632.00", "2779.84"]);
  });

  test("only what the policy has", () => {
    const feesOnly: LevyPolicy = {
      ...exampleMainlandLevies,
      valueAddedTax: { ...vat, on: ["fees"], surcharges: "0" },
      reserve: null,
      depositInsurance: null,
    };
    expect(amounts(feesOnly)).toStrictEqual(["1200.00", "0.00", "0.00", "1200.00"]);
    expect(amounts({ ...feesOnly, valueAddedTax: null })).toStrictEqual(["0.00", "0.00"]);
  });

  test("the example ends where the law it was made from does", () => {
    expect(
      refusalOf(() => levyCharges(bases, { ...time, period: "2026-01", policy: exampleMainlandLevies })),
    ).toMatchObject({
      code: "core/no-policy-in-force",
    });
    const withTax = { ...exampleMainlandLevies, incomeTax: "0.25" };
    expect(refusalOf(() => levyCharges(bases, { ...time, policy: withTax }))).toMatchObject({
      path: ["policy", "incomeTax"],
    });
  });

  test("a policy of other days is refused, a bad position is left out", () => {
    const policy = { ...exampleMainlandLevies, effectiveTo: "2025-12-01" };
    expect(refusalOf(() => levyCharges(bases, { ...time, policy }))).toMatchObject({
      code: "core/no-policy-in-force",
    });
    const positions = [...bases.positions, { ...deposit, transferRate: "x" }, { ...deposit, side: "equity" }];
    const { issues, total } = levyCharges({ ...bases, positions } as never, { ...time, policy: exampleMainlandLevies });
    expect(codes(issues)).toStrictEqual([
      [2, "core/invalid-decimal", "transferRate"],
      [3, "relationship-value/invalid-row", "side"],
    ]);
    expect(total).toMatchObject({ amount: "9928.00" });
  });
});

describe("the return", () => {
  const { input } = relationshipReturn(relationship, options);
  const conventions = {
    period: options.period,
    currency: options.currency,
    dayCount: options.dayCount,
    capital: "regulatory",
    returnOnCapital: options.returnOnCapital,
    funding: options.funding,
    tax: options.tax,
    hurdle: options.hurdle,
  } as const;

  test.each([
    ["a loss has no tax", { treatment: "after-tax", rate: "0.25", losses: "untaxed" }, "0.00", "-1000.00"],
    ["a loss is credited", { treatment: "after-tax", rate: "0.25", losses: "credited" }, "-250.00", "-750.00"],
    ["before tax", { treatment: "before-tax" }, "0.00", "-1000.00"],
  ] as const)("%s", (_, tax, taxed, after) => {
    const loss = {
      ...input,
      interest: { nii: cny("-1000") },
      addOns: [],
      fees: cny("0"),
      serviceCost: cny("0"),
      expectedLoss: cny("0"),
    };
    const result = riskAdjustedReturn(loss, { ...conventions, tax });
    expect([result.tax.amount, result.riskAdjustedIncome.amount]).toStrictEqual([taxed, after]);
    expect([result.interestReceived, result.treasury]).toStrictEqual([null, null]);
  });

  test("without capital there is no ratio, and the charge is 0", () => {
    const result = riskAdjustedReturn({ ...input, capital: cny("0") }, conventions);
    expect([result.raroc, result.capitalCharge.amount]).toStrictEqual([null, "0.00"]);
    expect(result.economicValueAdded).toStrictEqual(result.riskAdjustedIncome);
  });

  test.each([
    ["a convention left out", input, { ...conventions, funding: undefined }, "invalid-option", ["funding"]],
    ["a misspelt convention", input, { ...conventions, hurdel: "0.1" }, "invalid-option", ["hurdel"]],
    [
      "a rate where none belongs",
      input,
      { ...conventions, funding: { treatment: "gross", rate: "0.1" } },
      "invalid-option",
      ["funding", "rate"],
    ],
    ["a part left out", { ...input, fees: undefined }, conventions, "invalid-amount", ["fees"]],
    ["capital below 0", { ...input, capital: cny("-1") }, conventions, "invalid-option", ["capital", "amount"]],
    ["dollars", { ...input, fees: money("1", "USD") }, conventions, "currency-mismatch", ["fees"]],
    [
      "interest that does not sum",
      { ...input, interest: { ...input.interest, nii: cny("1") } },
      conventions,
      "interest-does-not-sum",
      ["interest"],
    ],
    [
      "sides that are not the whole",
      { ...input, interest: { nii: cny("10"), assetNii: cny("10"), liabilityNii: cny("1") } },
      conventions,
      "interest-does-not-sum",
      ["interest"],
    ],
  ])("%s is refused", (_, parts, given, code, path) => {
    const refusal = refusalOf(() => riskAdjustedReturn(parts as never, given as never));
    expect(refusal.code.endsWith(`/${code}`)).toBe(true);
    expect(refusal).toMatchObject({ path });
  });

  test.each(["assetNii", "liabilityNii", "interestReceived", "interestPaid", "treasury"])(
    "%s in dollars is refused",
    (name) => {
      const interest = { nii: input.interest.nii, [name]: money("1", "USD") };
      expect(refusalOf(() => riskAdjustedReturn({ ...input, interest }, conventions))).toMatchObject({
        code: "relationship-value/currency-mismatch",
        path: ["interest", name],
      });
    },
  );
});

describe("income of a statement", () => {
  const line = (id: string, client: string, item: IncomeLine["item"], amount: string): IncomeLine => ({
    id,
    client,
    product: "P",
    item,
    period: "2025",
    amount: cny(amount),
    basis: "actual",
  });
  const { statement } = relationshipValue(
    [
      line("1", "C", "asset", "300"),
      line("2", "C", "intermediary", "70"),
      line("3", "C", "forum-attendance", "5"),
      line("4", "S", "asset", "80"),
    ],
    { client: "C", period: "2025", currency: "CNY", group: { subsidiaries: ["S"] } },
  );

  test.each([
    ["included", "155.00"],
    ["left-out", "75.00"],
  ] as const)("related income %s", (related, fees) => {
    const income = statementIncome(statement, { related });
    expect([income.interest.nii.amount, income.fees.amount]).toStrictEqual(["300.00", fees]);
    expect(income.noData).toContain("liability");
    expect(income.noData).not.toContain("subsidiary");
    expect(income.estimated).toStrictEqual({ interest: cny("0.00"), fees: cny("0.00") });
  });

  test.each([
    ["included", "15.00"],
    ["left-out", "7.00"],
  ] as const)("what is estimated stays known, by part; related income %s", (related, fees) => {
    const lines = [
      line("1", "C", "asset", "300"),
      { ...line("2", "C", "liability", "40"), basis: "estimated" as const },
      { ...line("3", "C", "intermediary", "7"), basis: "estimated" as const },
      { ...line("4", "S", "asset", "8"), basis: "estimated" as const },
    ];
    const given = { client: "C", period: "2025", currency: "CNY", group: { subsidiaries: ["S"] } } as const;
    const income = statementIncome(relationshipValue(lines, given).statement, { related });
    expect(income.interest.nii).toStrictEqual(cny("340.00"));
    expect(income.estimated).toStrictEqual({ interest: cny("40.00"), fees: cny(fees) });
  });

  test.each(["total", "items", "heads", "headDetails", "totalDetail"])(
    "a statement whose %s throws is refused",
    (name) => {
      const broken = Object.defineProperty({ ...statement }, name, {
        get: () => {
          throw new TypeError("no");
        },
      });
      expect(refusalOf(() => statementIncome(broken, { related: "included" }))).toMatchObject({
        code: "relationship-value/invalid-option",
        path: ["statement", name],
      });
    },
  );
});

describe("a rate for a target", () => {
  const price = (changes: object, wanted: object = {}, given: object = {}) =>
    repriceFor(
      { ...relationship, ...changes },
      { ...options, ...given },
      { position: "LOAN", target: "0.11", ...wanted },
    );

  test.each([
    ["position-without-balance", { positions: [{ ...loan, averageBalance: cny("0") }] }, {}],
    ["no-capital-to-earn-on", { exposures: [] }, {}],
    ["met-without-interest", { fees: cny("9000000") }, {}],
    ["not-met-without-interest", { fees: cny("-9000000") }, { position: "DEP" }],
    ["rate-beyond-range", { fees: cny("-90000000") }, {}],
  ])("%s", (reason, changes, wanted) => {
    const priced = price(changes, wanted);
    expect(priced).toMatchObject({ ok: false, reason, target: "0.11" });
    expect(priced.before.conventions.hurdle).toBe("0.11");
  });

  test("options that cannot be read are refused", () => {
    const broken = Object.defineProperty({ ...options }, "hurdle", {
      enumerable: true,
      get: () => {
        throw new TypeError("no");
      },
    });
    expect(refusalOf(() => repriceFor(relationship, broken, { position: "LOAN", target: "0.11" }))).toMatchObject({
      code: "relationship-value/invalid-option",
      path: ["hurdle"],
    });
  });

  test.each([["2000000.00"], ["1999999.99"], ["2000000.01"]])("a balance of %s does not move the rate", (balance) => {
    // 2.50 % + 1.2 % × 45 % + 15 % × 10 % = 4.54 %
    const averageBalance = cny(balance);
    const one = {
      ...relationship,
      positions: [{ id: "LOAN", side: "asset", averageBalance, rate: "0.0435", transferRate: "0.0250" } as const],
      exposures: [{ id: "LOAN", exposure: averageBalance, pd: "0.012", lgd: "0.45", riskWeight: "1" }],
      addOns: [],
      activities: [],
      fees: cny("0"),
    };
    const alone: RelationshipReturnOptions<"CNY"> = {
      ...options,
      period: "2025",
      lossTime: "full",
      levies: null,
      capital: { basis: "regulatory", ratio: "0.10" },
      tax: { treatment: "before-tax" },
      returnOnCapital: { treatment: "excluded" },
      funding: { treatment: "gross" },
    };
    const priced = repriceFor(one, alone, { position: "LOAN", target: "0.15" });
    expect(priced.ok && [priced.rate, priced.after.economicValueAdded.amount]).toStrictEqual(["0.0454", "0.00"]);
  });

  test("a deposit is rounded down, a loan up, and both are shown to meet the target", () => {
    // income 266,200 less cost 11,400, loss 36,000 and 11 % of 1,050,000 leaves 103,300 to give away
    const lent = price({}, { digits: 6 });
    const kept = price({}, { position: "DEP", digits: 6 });
    expect(lent).toMatchObject({ ok: true, side: "asset", current: "0.0435", rate: "0.033170" });
    expect(kept).toMatchObject({ ok: true, side: "liability", current: "0.011", rate: "0.036825" });
    for (const priced of [lent, kept]) {
      if (!priced.ok) throw new Error(priced.reason);
      expect(Number(priced.after.economicValueAdded.amount)).toBeGreaterThanOrEqual(0);
      expect(Number(priced.after.economicValueAdded.amount)).toBeLessThan(10);
    }
  });

  test("rows that are left out are said", () => {
    const priced = price({ activities: [{ activity: "fax", count: "1" }], positions: [null, loan, deposit] });
    expect(priced.issues.map(({ list, row }) => [list, row])).toStrictEqual([
      ["positions", 0],
      ["activities", 0],
    ]);
  });

  test("an id that is not of one position is refused", () => {
    const path = ["wanted", "position"];
    const code = "relationship-value/not-one-position";
    expect(refusalOf(() => price({}, { position: "X" }))).toMatchObject({ code, path, details: { id: "X", found: 0 } });
    expect(refusalOf(() => price({ positions: [loan, { ...deposit, id: "LOAN" }] }))).toMatchObject({
      code,
      details: { found: 2 },
    });
    expect(refusalOf(() => price({}, { target: "12" }))).toMatchObject({
      code: "relationship-value/invalid-option",
      path: ["target"],
    });
  });
});

describe("sensitivity", () => {
  test("each move by itself, as differences", () => {
    const { moves: moved } = sensitivity(relationship, options, {
      transferPrice: "0.0001",
      pd: "0.1",
      lgd: "-0.1",
      serviceCost: "0.5",
      capital: "0.1",
    });
    // 10,000,000 − 4,000,000 at one basis point; a tenth of 36,000; half of 11,400; a tenth of 1,050,000
    expect(moved.map(({ factor, riskAdjustedIncome }) => [factor, riskAdjustedIncome.amount])).toStrictEqual([
      ["transferPrice", "-600.00"],
      ["pd", "-3600.00"],
      ["lgd", "3600.00"],
      ["serviceCost", "-5700.00"],
      ["capital", "0.00"],
    ]);
    expect(moved[4]).toMatchObject({ capital: cny("105000.00"), economicValueAdded: cny("-11550.00"), capped: [] });
  });

  test("a probability stays at the whole, and what was capped is said; without capital there is no ratio", () => {
    const exposures = [{ ...exposure, pd: "0.9" }];
    const { moves, issues } = sensitivity({ ...relationship, exposures: [...exposures, null as never] }, options, {
      pd: "0.5",
    });
    const [pd] = moves;
    expect(issues.map(({ list, row }) => [list, row])).toStrictEqual([["exposures", 1]]);
    expect(pd?.capped).toStrictEqual(["LOAN"]);
    expect(pd?.riskAdjustedIncome.amount).toBe("-450000.00"); // from 90 % to 100 % of 4,500,000
    expect(sensitivity({ ...relationship, exposures: [] }, options, { capital: "0.1" }).moves[0]?.raroc).toBeNull();
    expect(sensitivity(relationship, options, {}).moves).toStrictEqual([]);
    expect(refusalOf(() => sensitivity(relationship, options, { pD: "0.1" } as never))).toMatchObject({
      code: "relationship-value/invalid-option",
    });
  });
});
