import { describe, expect, test } from "vitest";

import {
  exampleRetirementAssumptions,
  retirementGap,
  type FinancialPlanningErrorCode,
  type RetirementInput,
} from "../../src/financial-planning/index.ts";
import { add, money } from "../../src/money/index.ts";
import { assume, household, returnLimits, riskProfile, textbook } from "./cases.ts";
import published from "../golden/financial-planning/retirement.json";
import { refusalOf } from "../support/refusal.ts";

const usd = (amount: string) => ({ amount, currency: "USD" });
const cny = (amount: string) => ({ amount, currency: "CNY" });

describe("the published case", () => {
  const plan = retirementGap(textbook);

  test("spending and capital at retirement", () => {
    // 42500 × 1.02^25, and the annuity-due of 30 years at 1.07/1.02 − 1, by 50-digit summation
    expect(plan.goal.annualSpending).toEqual({ nominal: usd("69725.75"), today: usd("42500.00") });
    expect(plan.result.need).toEqual({ nominal: usd("1137073.55"), today: usd("693081.43") });
    expect(plan.result.gap).toEqual(plan.result.need);
    expect(plan.result.have.nominal).toEqual(usd("0.00"));
    const [corpus] = published.cases.filter((one) => one.topic === "retirement");
    expect(
      Math.abs(Number(plan.result.need.nominal.amount) - Number(corpus?.expected.corpusAtRetirement)),
    ).toBeLessThan(1);
  });

  test("from the printed 69,726 the printed method gives 1,137,077.55", () => {
    const { result } = retirementGap({
      ...textbook,
      person: { age: 65 },
      spending: { basis: "amount", annual: money("69726", "USD") },
    });
    expect(result.need.nominal).toEqual(usd("1137077.55"));
  });

  test("the real return is 4.90 %", () => {
    const step = plan.trace.find((one) => one.formula === "real-return");
    expect(step).toEqual({
      formula: "real-return",
      inputs: { returnAfterRetirement: "0.070000000000", inflation: "0.020000000000" },
      value: (0.05 / 1.02).toFixed(12),
    });
  });
});

test("the published goal: 1,000,000 in 120 months at 5 % with 100,000 in hand", () => {
  const [goal] = published.cases.filter((one) => one.topic === "goal-saving");
  // one year of retirement, paid at its beginning, is the goal itself
  const { result, trace } = retirementGap({
    ...textbook,
    person: { age: 55 },
    spending: { basis: "amount", annual: money("1000000", "USD") },
    pots: [{ id: "current", balance: money("100000", "USD") }],
    assumptions: {
      inflation: assume("0"),
      returnBeforeRetirement: assume("0.05"),
      returnAfterRetirement: assume("0.05"),
      lifeExpectancy: assume(66),
    },
  });
  expect(Number(trace.at(-1)?.value).toFixed(2)).toBe(String(goal?.expected.monthlySaving));
  // what has to be enough is rounded up
  expect(result.ways.saveMore?.additionalMonthly).toEqual(usd("5423.00"));
});

describe("a household", () => {
  // figures by month-by-month and year-by-year summation in 50-digit decimals, apart from the library
  const plan = retirementGap(household);

  test("age in completed years: the day before the birthday is 39", () => {
    expect(plan.goal).toEqual({
      age: 39,
      retirementAge: 60,
      retirementAgeBasis: null,
      yearsToRetirement: 21,
      yearsInRetirement: 25,
      annualSpending: { nominal: cny("235141.46"), today: cny("140000.00") },
      replacementRatio: "0.7000",
    });
    expect(retirementGap({ ...household, asOf: "2026-03-02" }).goal.age).toBe(40);
    expect(retirementGap({ ...household, person: { birthDate: "1988-02-29" }, asOf: "2026-02-28" }).goal.age).toBe(37);
    expect(retirementGap({ ...household, person: { birthDate: "1988-02-29" } }).goal.age).toBe(38);
  });

  test("need, have and gap in both moneys", () => {
    expect(plan.result.needBeforePensions).toEqual({ nominal: cny("5548508.52"), today: cny("3303505.88") });
    expect(plan.result.pensionValue).toEqual({ nominal: cny("1900427.82"), today: cny("1131488.66") });
    expect(plan.result.need).toEqual({ nominal: cny("3648080.70"), today: cny("2172017.22") });
    expect(plan.result.have).toEqual({ nominal: cny("2123163.22"), today: cny("1264102.26") });
    expect(plan.result.gap).toEqual({ nominal: cny("1524917.48"), today: cny("907914.95") });
    expect(plan.result.fundedRatio).toBe("0.7252");
    expect(plan.result.sustainableSpending).toEqual(cny("101523.27"));
    expect(plan.result.depletionAge).toBe(73);
  });

  test("three ways to close the gap, and why a higher return is not one", () => {
    expect(plan.result.ways).toEqual({
      saveMore: { additionalMonthly: cny("3686.12"), totalMonthly: cny("6686.12") },
      retireLater: { retirementAge: 67, years: 7 },
      spendLess: { annualToday: cny("101523.27"), reduction: cny("38476.73") },
      higherReturn: null,
      higherReturnRefusal: { code: "risk-grade-not-given", details: {} },
    });
  });

  test("each way closes the gap when it is taken", () => {
    const gapOf = (changes: Partial<RetirementInput<"CNY">>) =>
      Number(retirementGap({ ...household, ...changes }).result.gap.nominal.amount);
    const { saveMore, retireLater, spendLess } = plan.result.ways;
    const { higherReturn } = retirementGap({ ...household, riskProfile: { ...riskProfile, grade: "C4" }, returnLimits })
      .result.ways;
    // a cent a month, a cent a year, a millionth of return: what rounding leaves over at retirement
    expect(Math.abs(gapOf({ monthlySaving: saveMore?.totalMonthly ?? money("0", "CNY") }))).toBeLessThan(0.01 * 420);
    expect(gapOf({ retirementAge: retireLater?.retirementAge ?? 0 })).toBeLessThanOrEqual(0);
    expect(gapOf({ retirementAge: (retireLater?.retirementAge ?? 0) - 1 })).toBeGreaterThan(0);
    expect(Math.abs(gapOf({ spending: { basis: "amount", annual: spendLess.annualToday } }))).toBeLessThan(0.01 * 42);
    const assumptions = {
      ...household.assumptions,
      returnBeforeRetirement: assume(higherReturn?.returnBeforeRetirement ?? "0"),
    };
    expect(Math.abs(gapOf({ assumptions }))).toBeLessThan(50);
  });

  test("three years earlier to three years later", () => {
    const rows = plan.result.retirementAges.map((row) => [
      row.years,
      row.retirementAge,
      row.need.nominal.amount,
      row.need.today.amount,
      row.have.nominal.amount,
      row.gap.nominal.amount,
      row.gap.today.amount,
      row.additionalMonthly?.amount,
    ]);
    expect(rows).toEqual([
      [-3, 57, "3990392.54", "2558503.66", "1759533.12", "2230859.43", "1430351.01", "6783.73"],
      [-2, 58, "3885201.53", "2430301.24", "1875448.71", "2009752.83", "1257156.10", "5646.98"],
      [-1, 59, "3771232.22", "2301473.44", "1996580.50", "1774651.72", "1083018.38", "4619.57"],
      [0, 60, "3648080.70", "2172017.22", "2123163.22", "1524917.48", "907914.95", "3686.12"],
      [1, 61, "3527687.42", "2049108.98", "2255442.16", "1272245.25", "739002.32", "2861.85"],
      [2, 62, "3397627.44", "1925426.09", "2393673.66", "1003953.78", "568937.84", "2105.59"],
      [3, 63, "3257459.41", "1800969.02", "2538125.57", "719333.83", "397701.95", "1409.06"],
    ]);
  });

  test("what a changed assumption does", () => {
    expect(plan.sensitivity).toEqual([
      {
        assumption: "inflation",
        change: "0.01",
        value: "0.035",
        gap: { nominal: cny("3620355.82"), today: cny("1757939.45") },
      },
      {
        assumption: "returnBeforeRetirement",
        change: "-0.01",
        value: "0.035",
        gap: { nominal: cny("1820205.67"), today: cny("1083725.49") },
      },
      {
        assumption: "returnAfterRetirement",
        change: "0.01",
        value: "0.04",
        gap: { nominal: cny("1162355.17"), today: cny("692050.33") },
      },
      {
        assumption: "lifeExpectancy",
        change: "5",
        value: "90",
        gap: { nominal: cny("2147940.75"), today: cny("1278854.46") },
      },
    ]);
  });

  test("assumptions and rounding are echoed, the trace ends in the payment", () => {
    expect(plan.assumptions).toEqual(household.assumptions);
    expect(plan.rounding).toBe("half-up");
    expect(plan.kind).toBe("retirement");
    expect(plan.trace.map((step) => step.formula)).toEqual([
      "years-to-retirement",
      "years-in-retirement",
      "spending-at-retirement",
      "real-return",
      "corpus",
      "pension-value",
      "need",
      "monthly-return",
      "pots-at-retirement",
      "savings-at-retirement",
      "gap",
      "additional-monthly-saving",
    ]);
    expect(plan.trace.at(-1)).toEqual({
      formula: "additional-monthly-saving",
      inputs: { gap: "1524917.477574", monthlyReturn: (1.045 ** (1 / 12) - 1).toFixed(12), months: 252 },
      value: "3686.113259",
    });
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});

describe("a pension that starts ten years after retirement, counted by hand", () => {
  const zero = assume("0");
  const early: RetirementInput<"CNY"> = {
    asOf: "2026-03-01",
    person: { age: 50 },
    retirementAge: 50,
    spending: { basis: "amount", annual: money("60000", "CNY") },
    pots: [{ id: "deposit", balance: money("100000", "CNY") }],
    pensions: [{ id: "state", annual: money("100000", "CNY"), fromAge: 60, increase: "0" }],
    monthlySaving: money("0", "CNY"),
    assumptions: {
      inflation: zero,
      returnBeforeRetirement: zero,
      returnAfterRetirement: zero,
      lifeExpectancy: assume(90),
    },
    rounding: "half-up",
  };
  const { result, trace, checks } = retirementGap(early);

  test("ten years of 60,000 are needed, whatever the thirty years of pension are worth", () => {
    expect(result.needBeforePensions.nominal).toEqual(cny("2400000.00"));
    expect(result.pensionValue.nominal).toEqual(cny("3000000.00"));
    expect(result.need.nominal).toEqual(cny("600000.00"));
    expect(result.gap.nominal).toEqual(cny("500000.00"));
    expect(trace.find(({ formula }) => formula === "need")).toEqual({
      formula: "need",
      inputs: { untilAge: 60, corpus: "600000.000000", pensionValue: "0.000000" },
      value: "600000.000000",
    });
    expect(checks.map(({ code }) => code)).toContain("shortfall");
  });

  test("the 100,000 pay one year, or 10,000 in each of the ten", () => {
    expect(result.depletionAge).toBe(51);
    expect(result.sustainableSpending).toEqual(cny("10000.00"));
    expect(result.fundedRatio).toBe("0.1667");
    expect(result.ways.spendLess).toEqual({ annualToday: cny("10000.00"), reduction: cny("50000.00") });
  });

  test("at 59 there is one year to bridge, at 58 there are two", () => {
    expect(result.ways.retireLater).toEqual({ retirementAge: 59, years: 9 });
    const needAt = (retirementAge: number) => retirementGap({ ...early, retirementAge }).result.need.nominal.amount;
    expect([58, 59, 60, 61].map(needAt)).toEqual(["120000.00", "60000.00", "0.00", "0.00"]);
    expect(retirementGap({ ...early, retirementAge: 59 }).result.depletionAge).toBeNull();
  });

  test("600,000 in hand end at 60 and last, a cent less does not", () => {
    const withPot = (amount: string) =>
      retirementGap({ ...early, pots: [{ id: "all", balance: money(amount, "CNY") }] }).result;
    expect(withPot("600000.00")).toMatchObject({ gap: { nominal: cny("0.00") }, depletionAge: null });
    expect(withPot("599999.99")).toMatchObject({ gap: { nominal: cny("0.01") }, depletionAge: 59 });
  });
});

/** The note of a plan without an assessment of risk. */
const unassessed = {
  code: "returns-not-assessed",
  level: "info",
  details: { returnBeforeRetirement: "0.045", returnAfterRetirement: "0.03" },
};

describe("checks", () => {
  const codes = (changes: Partial<RetirementInput<"CNY">>) =>
    retirementGap({ ...household, ...changes }).checks.map((check) => check.code);

  test("a shortfall, with the age at which the money ends", () => {
    expect(retirementGap(household).checks).toEqual([
      { code: "shortfall", level: "warning", details: { retirementAge: 60 } },
      { code: "runs-out-before-life-expectancy", level: "warning", details: { depletionAge: 73, lifeExpectancy: 85 } },
      unassessed,
    ]);
  });

  test("an assumption dated after the plan, each by itself; one of the day is not", () => {
    const of = <T>(value: T, date: string) => ({ value, source: "s", date });
    const assumptions = {
      inflation: of("0.025", "2026-03-02"),
      returnBeforeRetirement: of("0.045", "2026-03-01"),
      returnAfterRetirement: of("0.03", "2020-01-01"),
      lifeExpectancy: of(85, "2031-01-01"),
    };
    const found = retirementGap({ ...household, assumptions });
    expect(found.checks.filter(({ code }) => code === "assumption-dated-later")).toStrictEqual([
      {
        code: "assumption-dated-later",
        level: "warning",
        details: { assumption: "inflation", date: "2026-03-02", asOf: "2026-03-01" },
      },
      {
        code: "assumption-dated-later",
        level: "warning",
        details: { assumption: "lifeExpectancy", date: "2031-01-01", asOf: "2026-03-01" },
      },
    ]);
    expect(found.result).toStrictEqual(retirementGap(household).result);
    expect(codes({})).not.toContain("assumption-dated-later");
  });

  test("nothing missing: every way is as planned, the surplus is a negative gap", () => {
    const rich = retirementGap({ ...household, pots: [{ id: "all", balance: money("9000000", "CNY") }] });
    expect(rich.checks).toEqual([unassessed]);
    expect(Number(rich.result.gap.nominal.amount)).toBeLessThan(0);
    expect(rich.result.depletionAge).toBeNull();
    expect(rich.result.ways).toEqual({
      saveMore: { additionalMonthly: cny("0.00"), totalMonthly: cny("3000.00") },
      retireLater: { retirementAge: 60, years: 0 },
      spendLess: { annualToday: cny("140000.00"), reduction: cny("0.00") },
      higherReturn: null,
      higherReturnRefusal: null,
    });
  });

  test("a real return of 0 or less", () => {
    const assumptions = { ...household.assumptions, returnAfterRetirement: assume("0.025") };
    expect(retirementGap({ ...household, assumptions }).checks).toContainEqual({
      code: "real-return-not-positive",
      level: "warning",
      details: { realReturn: "0.000000" },
    });
  });

  test("retiring now: nothing can be saved, no earlier row", () => {
    const plan = retirementGap({ ...household, retirementAge: 39 });
    expect(plan.checks).toContainEqual({ code: "retires-now", level: "info", details: { retirementAge: 39 } });
    expect(plan.result.have.nominal).toEqual(cny("350000.50"));
    expect(plan.result.ways.saveMore).toBeNull();
    expect(plan.result.ways.higherReturn).toBeNull();
    expect(plan.result.retirementAges.map((row) => [row.years, row.additionalMonthly === null])).toEqual([
      [0, true],
      [1, false],
      [2, false],
      [3, false],
    ]);
    expect(plan.trace.at(-1)?.formula).toBe("gap");
  });

  test("a late pension leaves a bridge to pay, even when its worth covers all", () => {
    const late = { id: "late", annual: money("400000", "CNY"), fromAge: 70, increase: "0.025" };
    const pensions = [late];
    const plan = retirementGap({ ...household, pensions, pots: [], monthlySaving: money("1000", "CNY") });
    expect(Number(plan.result.pensionValue.nominal.amount)).toBeGreaterThan(
      Number(plan.result.needBeforePensions.nominal.amount),
    );
    // ten years at home prices: 235,141.46 × the annuity-due of ten years at 1.03/1.025 − 1
    const q = 1.025 / 1.03;
    expect(Number(plan.result.need.nominal.amount)).toBeCloseTo((140000 * 1.025 ** 21 * (1 - q ** 10)) / (1 - q), 1);
    expect(plan.result.depletionAge).not.toBeNull();
    expect(plan.checks).toContainEqual({
      code: "pension-starts-after-retirement",
      level: "info",
      details: { retirementAge: 60, firstPensionAge: 70 },
    });
    expect(codes({ pensions: [] })).toContain("no-pension");
    // one that ends with retirement, at 60, and one that begins when nobody lives, at 85, are none
    const of = (fromAge: number, untilAge?: number) => ({
      ...late,
      id: String(fromAge),
      fromAge,
      ...(untilAge === undefined ? {} : { untilAge }),
    });
    expect(codes({ pensions: [of(50, 60), of(85)] })).toContain("no-pension");
    expect(codes({ pensions: [of(50, 61)] })).not.toContain("no-pension");
    expect(codes({ pensions: [of(84)] })).toContain("pension-starts-after-retirement");
  });

  test("no way but to spend less", () => {
    const { ways } = retirementGap({
      ...textbook,
      spending: { basis: "amount", annual: money("42500", "USD"), annualIncome: money("85000", "USD") },
    }).result;
    expect(ways.higherReturn).toBeNull();
    expect(ways.retireLater).toBeNull();
    expect(ways.spendLess).toEqual({ annualToday: usd("0.00"), reduction: usd("42500.00") });
  });

  test("a replacement ratio where an income is known", () => {
    const annualIncome = money("85000", "USD");
    const spending = { basis: "amount", annual: money("42500", "USD"), annualIncome } as const;
    expect(retirementGap({ ...textbook, spending }).goal.replacementRatio).toBe("0.5000");
    expect(retirementGap(textbook).goal.replacementRatio).toBeNull();
  });
});

test("nothing wanted needs nothing", () => {
  const { result } = retirementGap({ ...textbook, spending: { basis: "amount", annual: money("0", "USD") } });
  expect(result.fundedRatio).toBeNull();
  expect(result.gap.nominal).toEqual(usd("0.00"));
});

test("amounts are rounded once, with the rounding given", () => {
  const { result } = retirementGap({ ...household, rounding: "up" });
  expect(result.gap.nominal).toEqual(cny("1524917.48"));
  expect(result.have.today).toEqual(cny("1264102.27"));
  // but for what closes the gap
  expect(add(result.ways.spendLess.annualToday, money("0", "CNY"))).toEqual(cny("101523.27"));
  const { ways } = retirementGap({ ...household, rounding: "down" }).result;
  expect(ways.saveMore?.totalMonthly).toEqual(cny("6686.12"));
});

describe("the example assumptions", () => {
  const { assumptions, effectiveFrom, status } = exampleRetirementAssumptions;

  test("are an example; each has a source, a day and how certain it is", () => {
    expect(status).toBe("example");
    for (const { source, date, confidence } of Object.values(assumptions)) {
      expect(source).not.toBe("");
      expect(confidence).toMatch(/seen/);
      expect(date <= effectiveFrom).toBe(true);
    }
  });

  test("promise nothing: no return is above what a deposit pays, nor above inflation", () => {
    for (const { value } of [assumptions.returnBeforeRetirement, assumptions.returnAfterRetirement]) {
      expect(Number(value)).toBeLessThanOrEqual(0.02);
      expect(Number(value)).toBeLessThanOrEqual(Number(assumptions.inflation.value));
    }
    // by year-by-year summation in 50-digit decimals; a textbook's 7 % leaves a surplus of this household
    const gapOf = (given: typeof assumptions) =>
      retirementGap({ ...household, assumptions: given, sensitivity: [] }).result.gap.today;
    expect(gapOf(assumptions)).toEqual(cny("1725699.98"));
    const seven = assume("0.07");
    const asInBook = { ...assumptions, returnBeforeRetirement: seven, returnAfterRetirement: seven };
    expect(Number(gapOf(asInBook).amount)).toBeLessThan(0);
  });
});

describe("amounts beyond what doubles hold to the cent", () => {
  // figures by month-by-month and year-by-year summation in 90-digit decimals, apart from the library
  test("a sum of hundreds of billions", () => {
    const { result } = retirementGap({
      ...household,
      person: { age: 35 },
      spending: { basis: "amount", annual: money("9000000013.01", "CNY") },
      pots: [{ id: "p", balance: money("200000000013.03", "CNY") }],
      pensions: [],
      monthlySaving: money("300000013.07", "CNY"),
      sensitivity: [],
    });
    expect(result.need.nominal).toEqual(cny("393718836418.44"));
    // doubles, rounded late, gave -371085488300.51
    expect(result.gap.nominal).toEqual(cny("-371085488300.50"));
  });

  test("what goes into the money of retirement and back is the same cent", () => {
    const annual = money("7649244371.63", "CNY");
    const a = household.assumptions;
    const plan = retirementGap({
      ...household,
      person: { age: 52 },
      retirementAge: 58,
      spending: { basis: "amount", annual },
      assumptions: { ...a, inflation: assume("0.0768") },
      rounding: "down",
    });
    // doubles, rounded late, gave 7649244371.62
    expect(plan.goal.annualSpending).toEqual({ nominal: cny("11924188062.56"), today: annual });
  });

  test("savings that pay exactly what is needed leave no gap, however small", () => {
    // 3 years of 30,000 at a return that inflation takes away, and 90,000 in hand
    const a = household.assumptions;
    const plan = retirementGap({
      ...household,
      person: { age: 60 },
      spending: { basis: "amount", annual: money("30000", "CNY") },
      pots: [{ id: "all", balance: money("90000", "CNY") }],
      pensions: [],
      assumptions: { ...a, inflation: assume("0.03"), lifeExpectancy: assume(63) },
      sensitivity: [],
    });
    expect(plan.result.gap.nominal).toEqual(cny("0.00"));
    expect(plan.result.depletionAge).toBeNull();
    expect(plan.checks.map(({ code }) => code)).toEqual([
      "real-return-not-positive",
      "retires-now",
      "no-pension",
      "returns-not-assessed",
    ]);
  });
});

describe("input with a part that is not what it should be", () => {
  const code = "financial-planning/invalid-input";
  const { assumptions: a, spending, pots } = household;
  const pensionWithoutAnnual = { id: "basic", fromAge: 63, increase: "0.03" };
  test.each<readonly [string, object, string, readonly (string | number)[], object]>([
    [
      "an amount as number",
      { monthlySaving: 5000 },
      "money/invalid-amount",
      ["monthlySaving"],
      { received: "5000", type: "number" },
    ],
    [
      "saving in another currency than all the rest",
      { monthlySaving: money("5000", "USD") },
      "financial-planning/currency-mismatch",
      ["monthlySaving"],
      { expected: "CNY", received: "USD" },
    ],
    [
      "an income in another currency than all the rest",
      { spending: { ...spending, annualIncome: money("5000", "USD") } },
      "financial-planning/currency-mismatch",
      ["spending", "annualIncome"],
      { expected: "CNY", received: "USD" },
    ],
    [
      "a pension without an amount",
      { pensions: [pensionWithoutAnnual] },
      "money/invalid-amount",
      ["pensions", 0, "annual"],
      { received: "undefined" },
    ],
    [
      "spending without an amount",
      { spending: { basis: "amount" } },
      "money/invalid-amount",
      ["spending", "annual"],
      { received: "undefined" },
    ],
    [
      "a misspelt assumption",
      { sensitivity: [{ assumption: "inflaton", change: "0.01" }] },
      code,
      ["sensitivity", 0, "assumption"],
      { received: "string(8)", didYouMean: "inflation" },
    ],
    [
      "a misspelt basis",
      { spending: { ...spending, basis: "replacement_ratio" } },
      code,
      ["spending", "basis"],
      { didYouMean: "replacement-ratio" },
    ],
    ["a misspelt rounding", { rounding: "half-Up" }, code, ["rounding"], { didYouMean: "half-up" }],
    ["a misspelt member", { sensitivities: [] }, code, ["sensitivities"], {}],
    ["a misspelt age", { person: { ages: 39 } }, code, ["person", "ages"], { didYouMean: "age" }],
    ["two ages", { person: { age: 39, birthDate: "1986-03-02" } }, code, ["person"], {}],
    ["no age", { person: {} }, code, ["person"], {}],
    [
      "an age as text",
      { person: { age: "39" } },
      "financial-planning/invalid-age",
      ["person", "age"],
      { received: "39", type: "string" },
    ],
    [
      "a birth date as Date",
      { person: { birthDate: new Date(0) } },
      "core/invalid-date",
      ["person", "birthDate"],
      { received: "Date" },
    ],
    [
      "a set in the place of its assumptions",
      { assumptions: exampleRetirementAssumptions },
      code,
      ["assumptions"],
      { set: true },
    ],
    [
      "an assumption without its source",
      { assumptions: { ...a, inflation: { ...a.inflation, source: " " } } },
      code,
      ["assumptions", "inflation", "source"],
      {},
    ],
    [
      "a rate as number",
      { assumptions: { ...a, inflation: assume(0.02) } },
      "core/invalid-decimal",
      ["assumptions", "inflation", "value"],
      { received: "0.02" },
    ],
    ["no pots", { pots: undefined }, code, ["pots"], { received: "undefined" }],
    ["a pot that is null", { pots: [...pots, null] }, code, ["pots", 2], { received: "null" }],
    ["a pension that is null", { pensions: [null] }, code, ["pensions", 0], { received: "null" }],
    ["null for no sensitivity", { sensitivity: null }, code, ["sensitivity"], { received: "null" }],
  ])("%s is refused at its place", (_name, change, expected, path, details) => {
    const input = { ...household, ...change } as RetirementInput<"CNY">;
    expect(refusalOf(() => retirementGap(input))).toMatchObject({ code: expected, path, details });
  });

  test.each([undefined, null, [], "plan", new Date(0)])("%s is not an input", (input) => {
    expect(refusalOf(() => retirementGap(input as never))).toMatchObject({ code, path: ["input"] });
  });
});

describe("bad input", () => {
  const a = household.assumptions;
  const rows: readonly (readonly [string, object, FinancialPlanningErrorCode, readonly (string | number)[], object])[] =
    [
      [
        "a fractional age",
        { retirementAge: 60.5 },
        "financial-planning/invalid-age",
        ["retirementAge"],
        { received: "60.5", min: 0, max: 150 },
      ],
      [
        "a negative age",
        { person: { age: -1 } },
        "financial-planning/invalid-age",
        ["person", "age"],
        { received: "-1", min: 0, max: 150 },
      ],
      [
        "born after asOf",
        { person: { birthDate: "2026-03-02" } },
        "financial-planning/ages-out-of-order",
        ["person", "birthDate"],
        { asOf: "2026-03-01" },
      ],
      [
        "retired already",
        { person: { age: 61 } },
        "financial-planning/ages-out-of-order",
        ["retirementAge"],
        { age: 61, retirementAge: 60, lifeExpectancy: 85 },
      ],
      [
        "no retirement to live",
        { retirementAge: 85 },
        "financial-planning/ages-out-of-order",
        ["retirementAge"],
        { age: 39, retirementAge: 85, lifeExpectancy: 85 },
      ],
      [
        "a percentage for a share",
        { assumptions: { ...a, inflation: assume("2.5") } },
        "financial-planning/rate-out-of-range",
        ["assumptions", "inflation", "value"],
        { received: "2.5", min: -1, max: 1 },
      ],
      [
        "all lost each year",
        { assumptions: { ...a, returnAfterRetirement: assume("-1") } },
        "financial-planning/rate-out-of-range",
        ["assumptions", "returnAfterRetirement", "value"],
        { received: "-1", min: -1, max: 1 },
      ],
      [
        "a ratio in percent",
        { spending: { ...household.spending, ratio: "70" } },
        "financial-planning/rate-out-of-range",
        ["spending", "ratio"],
        { received: "70", min: 0, max: 5 },
      ],
      [
        "another currency",
        { pots: [{ id: "x", balance: money("1", "HKD") }] },
        "financial-planning/currency-mismatch",
        ["pots", 0, "balance"],
        { expected: "CNY", received: "HKD" },
      ],
      [
        "a debt as a pot",
        { pots: [{ id: "x", balance: money("-1", "CNY") }] },
        "financial-planning/amount-out-of-range",
        ["pots", 0, "balance"],
        { received: "-1.00" },
      ],
      [
        "reversed pension ages",
        { pensions: [{ ...household.pensions[1], untilAge: 60 }] },
        "financial-planning/ages-out-of-order",
        ["pensions", 0, "untilAge"],
        { fromAge: 60, untilAge: 60 },
      ],
      [
        "a result of more than fifteen digits",
        { monthlySaving: money("9999999999999", "CNY") },
        "financial-planning/amount-out-of-range",
        ["monthlySaving"],
        { limit: 1e15, largest: "9999999999999.00" },
      ],
      [
        "an inflation of nine tenths",
        { assumptions: { ...a, inflation: assume("0.9") } },
        "financial-planning/amount-out-of-range",
        ["assumptions", "inflation", "value"],
        { limit: 1e15, largest: "0.9" },
      ],
      [
        "a pension that nearly doubles every year",
        { pensions: [{ ...household.pensions[1], untilAge: 85, increase: "0.95" }] },
        "financial-planning/amount-out-of-range",
        ["pensions", 0, "increase"],
        { limit: 1e15, largest: "0.95" },
      ],
      [
        "a change that makes the result too large",
        { sensitivity: [{ assumption: "inflation", change: "0.9" }] },
        "financial-planning/amount-out-of-range",
        ["sensitivity", 0, "change"],
        { limit: 1e15, largest: "0.9" },
      ],
      [
        "a life expectancy below retirement",
        { sensitivity: [{ assumption: "lifeExpectancy", change: "-25" }] },
        "financial-planning/invalid-age",
        ["sensitivity", 0, "change"],
        { value: "60", retirementAge: 60 },
      ],
      [
        "a half year of life",
        { sensitivity: [{ assumption: "lifeExpectancy", change: "0.5" }] },
        "financial-planning/invalid-age",
        ["sensitivity", 0, "change"],
        { value: "85.5", retirementAge: 60 },
      ],
      [
        "a change beyond all rates",
        { sensitivity: [{ assumption: "inflation", change: "1" }] },
        "financial-planning/rate-out-of-range",
        ["sensitivity", 0, "change"],
        { received: "1.025", min: -1, max: 1 },
      ],
    ];
  test.each(rows)("%s", (_, changes, code, path, details) => {
    const input = { ...household, ...changes } as RetirementInput<"CNY">;
    expect(() => retirementGap(input)).toThrow(expect.objectContaining({ name: "DomainError", code, path, details }));
  });

  test("dates and decimals with core's codes", () => {
    expect(() => retirementGap({ ...household, asOf: "2026-02-30" })).toThrow(
      expect.objectContaining({ code: "core/invalid-date", path: ["asOf"] }),
    );
    const inflation = { ...assume("0.02"), date: "yesterday" };
    expect(() => retirementGap({ ...household, assumptions: { ...a, inflation } })).toThrow(
      expect.objectContaining({ code: "core/invalid-date", path: ["assumptions", "inflation", "date"] }),
    );
    expect(() => retirementGap({ ...household, assumptions: { ...a, inflation: assume("2%") } })).toThrow(
      expect.objectContaining({ code: "core/invalid-decimal", path: ["assumptions", "inflation", "value"] }),
    );
  });
});

test.each([
  [
    "pots",
    {
      pots: [
        { id: "p", balance: money("1000", "CNY") },
        { id: "p", balance: money("1000", "CNY") },
      ],
    },
  ],
  [
    "pensions",
    {
      pensions: [1, 2].map(() => ({ id: "p", annual: money("1000", "CNY"), fromAge: 63, increase: "0" })),
    },
  ],
])("what is listed twice, as a join of tables gives it, is not counted twice: %s", (name, changes) => {
  expect(refusalOf(() => retirementGap({ ...household, ...changes }))).toMatchObject({
    code: "financial-planning/invalid-input",
    path: [name, 1, "id"],
  });
});
