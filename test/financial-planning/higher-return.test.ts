import { describe, expect, test } from "vitest";

import {
  HIGHER_RETURN_REFUSALS,
  retirementGap,
  RETURN_RISKS,
  waysToClose,
  type RetirementInput,
} from "../../src/financial-planning/index.ts";
import { money } from "../../src/money/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { told } from "../support/told.ts";
import { assume, household, returnLimits, riskProfile, textbook } from "./cases.ts";

const bold = { ...riskProfile, grade: "C4" };
const waysOf = (changes: Partial<RetirementInput<"CNY">>) => retirementGap({ ...household, ...changes }).result.ways;

describe("a higher return as a way to close the gap", () => {
  test("is offered within what the grade allows, with the policy that says so and with its risks", () => {
    const ways = waysOf({ riskProfile: bold, returnLimits });
    expect(ways.higherReturn).toEqual({
      returnBeforeRetirement: "0.080094",
      grade: "C4",
      highestReturn: "0.09",
      policy: "house.return-limits",
      version: "3",
      risks: ["loss-possible", "not-promised"],
    });
    expect(ways.higherReturnRefusal).toBeNull();
    const way = waysToClose(ways).find(({ code }) => code === "higher-return");
    expect(way && told(way)).toEqual([
      "退休前年收益率达到8.0094%（客户风险承受能力等级 C4 允许的上限为 9%）；须注意：本金可能发生损失、该收益率不构成承诺或保证。",
      "退休前每年回報率達到8.0094%（客戶風險承受能力級別 C4 容許的上限為 9%）；須注意：可能損失本金、該回報率並非承諾或保證。",
      "Earn 8.0094% a year before retirement, within the 9% that the client’s risk grade C4 allows. The risk: capital may be lost, the return is neither promised nor guaranteed.",
    ]);
  });

  test("is offered at the limit itself and on the first and the last day of the assessment", () => {
    const returnByGrade = { C4: "0.080094" };
    const atLimit = { ...returnLimits, returnByGrade };
    const { asOf } = household;
    for (const days of [{}, { assessedOn: asOf }, { validUntil: asOf }]) {
      expect(waysOf({ riskProfile: { ...bold, ...days }, returnLimits: atLimit }).higherReturn).not.toBeNull();
    }
    const below = { ...returnLimits, returnByGrade: { C4: "0.080093" } };
    expect(waysOf({ riskProfile: bold, returnLimits: below }).higherReturn).toBeNull();
  });

  test.each<readonly [string, Partial<RetirementInput<"CNY">>, object]>([
    ["nobody asked", {}, { code: "risk-grade-not-given", details: {} }],
    ["nobody asked, whatever the limits", { returnLimits }, { code: "risk-grade-not-given", details: {} }],
    [
      "the assessment ended the day before",
      { riskProfile: { ...bold, validUntil: "2026-02-28" }, returnLimits },
      {
        code: "risk-assessment-not-valid",
        details: { asOf: "2026-03-01", assessedOn: "2025-06-10", validUntil: "2026-02-28" },
      },
    ],
    [
      "the assessment is of the day after",
      { riskProfile: { ...bold, assessedOn: "2026-03-02" }, returnLimits },
      { code: "risk-assessment-not-valid" },
    ],
    ["the house has no limits", { riskProfile: bold }, { code: "return-limits-not-given", details: {} }],
    [
      "the limits are not in force yet",
      { riskProfile: bold, returnLimits: { ...returnLimits, effectiveFrom: "2026-03-02" } },
      {
        code: "return-limits-not-in-force",
        details: { asOf: "2026-03-01", policy: "house.return-limits", version: "3" },
      },
    ],
    [
      "the limits have ended",
      { riskProfile: bold, returnLimits: { ...returnLimits, effectiveTo: "2026-03-01" } },
      { code: "return-limits-not-in-force" },
    ],
    [
      "the grade has no limit",
      { riskProfile: { ...bold, grade: "C9" }, returnLimits },
      {
        code: "grade-without-return-limit",
        details: { grade: "C9", policy: "house.return-limits", version: "3" },
      },
    ],
    [
      "a grade by the name of what every object has",
      { riskProfile: { ...bold, grade: "toString" }, returnLimits },
      { code: "grade-without-return-limit" },
    ],
    [
      "the grade allows less",
      { riskProfile, returnLimits },
      {
        code: "return-above-grade-limit",
        details: { needed: "0.080094", grade: "C3", highestReturn: "0.045" },
      },
    ],
    [
      "retirement is now",
      { riskProfile: bold, returnLimits, retirementAge: 39 },
      { code: "no-return-closes-gap", details: {} },
    ],
  ])("is not offered when %s", (_, changes, refusal) => {
    const ways = waysOf(changes);
    expect(ways.higherReturn).toBeNull();
    expect(ways.higherReturnRefusal).toMatchObject(refusal);
    expect(waysToClose(ways).map(({ code }) => code)).not.toContain("higher-return");
  });

  test("nothing is offered or refused where there is no gap", () => {
    const pots = [{ id: "all", balance: money("9000000", "CNY") }];
    expect(waysOf({ riskProfile: bold, returnLimits, pots })).toMatchObject({
      higherReturn: null,
      higherReturnRefusal: null,
    });
  });

  test("every refusal has a case", () => {
    expect(HIGHER_RETURN_REFUSALS).toHaveLength(7);
    expect(RETURN_RISKS).toHaveLength(2);
  });
});

describe("a plan that counts with more than the grade allows says so", () => {
  test("before and after retirement", () => {
    const careful = { ...riskProfile, grade: "C1" };
    const { checks } = retirementGap({ ...household, riskProfile: careful, returnLimits });
    const limit = { grade: "C1", highestReturn: "0.0125" };
    expect(checks.filter(({ code }) => code === "assumed-return-above-grade")).toEqual([
      {
        code: "assumed-return-above-grade",
        level: "warning",
        details: { assumption: "returnBeforeRetirement", value: "0.045", ...limit },
      },
      {
        code: "assumed-return-above-grade",
        level: "warning",
        details: { assumption: "returnAfterRetirement", value: "0.03", ...limit },
      },
    ]);
  });

  test("and where a step of the sensitivity does, the limit itself excluded", () => {
    const sensitivity = [
      { assumption: "returnBeforeRetirement", change: "0.08" },
      { assumption: "returnBeforeRetirement", change: "-0.01" },
      { assumption: "returnAfterRetirement", change: "0.015" },
      { assumption: "returnAfterRetirement", change: "0.0151" },
      { assumption: "inflation", change: "0.05" },
      { assumption: "lifeExpectancy", change: "5" },
    ] as const;
    const { checks } = retirementGap({ ...household, riskProfile, returnLimits, sensitivity });
    const found = checks.flatMap((check) => (check.code === "changed-return-above-grade" ? [check.details] : []));
    const limit = { grade: "C3", highestReturn: "0.045" };
    expect(found).toEqual([
      { assumption: "returnBeforeRetirement", change: "0.08", value: "0.125", ...limit },
      { assumption: "returnAfterRetirement", change: "0.0151", value: "0.0451", ...limit },
    ]);
  });

  test("not at the limit itself; without one, a note says that nobody assessed the returns", () => {
    const codesOf = (changes: Partial<RetirementInput<"CNY">>) =>
      retirementGap({ ...household, ...changes }).checks.map(({ code }) => code);
    const within = codesOf({ riskProfile, returnLimits });
    expect(within).not.toContain("assumed-return-above-grade");
    expect(within).not.toContain("returns-not-assessed");
    const expired = { ...riskProfile, validUntil: "2026-02-28" };
    for (const changes of [{ riskProfile }, {}, { returnLimits }, { riskProfile: expired, returnLimits }]) {
      expect(codesOf(changes)).not.toContain("assumed-return-above-grade");
      expect(codesOf(changes)).toContain("returns-not-assessed");
    }
    expect(retirementGap(household).checks.at(-1)).toEqual({
      code: "returns-not-assessed",
      level: "info",
      details: { returnBeforeRetirement: "0.045", returnAfterRetirement: "0.03" },
    });
  });
});

test.each<readonly [string, object, object]>([
  [
    "a limit in percent",
    { returnLimits: { ...returnLimits, returnByGrade: { C3: "4.5" } } },
    {
      code: "financial-planning/rate-out-of-range",
      path: ["returnLimits", "returnByGrade", "C3"],
    },
  ],
  ["limits without source", { returnLimits: { ...returnLimits, sources: [] } }, { path: ["returnLimits", "sources"] }],
  [
    "limits that end before they begin",
    { returnLimits: { ...returnLimits, effectiveTo: "2025-12-31" } },
    {
      code: "core/invalid-policy",
      path: ["returnLimits", "effectiveTo"],
    },
  ],
  [
    "a misspelt member of the limits",
    { returnLimits: { ...returnLimits, returnByGrades: {} } },
    {
      details: { didYouMean: "returnByGrade" },
    },
  ],
  [
    "an assessment without its last day",
    { riskProfile: { ...riskProfile, validUntil: undefined } },
    {
      path: ["riskProfile", "validUntil"],
    },
  ],
  [
    "an assessment that ends before it begins",
    { riskProfile: { ...riskProfile, assessedOn: "2026-06-10" } },
    {
      code: "financial-planning/invalid-input",
      path: ["riskProfile", "validUntil"],
      details: { assessedOn: "2026-06-10", validUntil: "2026-06-09" },
    },
  ],
  ["null for no assessment", { riskProfile: null }, { path: ["riskProfile"] }],
])("%s is refused", (_, changes, refusal) => {
  expect(refusalOf(() => retirementGap({ ...household, ...changes }))).toMatchObject(refusal);
});

describe("what has to be told with a plan", () => {
  const codesOf = (changes: Partial<RetirementInput<"CNY">>) =>
    retirementGap({ ...household, ...changes }).disclosures.map(({ code }) => code);

  test("is in every plan, whatever its result", () => {
    const always = [
      "assumptions-not-forecast",
      "no-promise-of-return",
      "no-product-advice",
      "tax-not-computed",
      "may-live-longer",
    ];
    expect(codesOf({})).toEqual([...always, "pension-not-confirmed", "retirement-age-not-explained"]);
    const rich = { pots: [{ id: "all", balance: money("9000000", "CNY") }] };
    expect(codesOf({ ...rich, pensions: [] })).toEqual([...always, "retirement-age-not-explained"]);
    expect(retirementGap(textbook).disclosures[4]).toEqual({
      code: "may-live-longer",
      details: { lifeExpectancy: 95 },
    });
  });

  const source = "decision of 2024-09-13";

  test("whose age of retirement it is, in goal and disclosure", () => {
    const basis = { kind: "statutory", person: "man", source } as const;
    // born 1986-03: twenty-one years after the first month that retires later, so at 63
    const plan = retirementGap({ ...household, retirementAge: 63, retirementAgeBasis: basis });
    expect(plan.goal.retirementAgeBasis).toEqual(basis);
    expect(plan.checks.map(({ code }) => code)).not.toContain("another-statutory-age");
    expect(plan.disclosures.at(-1)).toEqual({
      code: "statutory-retirement-age",
      details: { retirementAge: 63, person: "man", source },
    });
    const chosen = { kind: "chosen", source: "client meeting" } as const;
    expect(retirementGap({ ...household, retirementAgeBasis: chosen }).disclosures.at(-1)).toEqual({
      code: "chosen-retirement-age",
      details: { retirementAge: 60, source: "client meeting" },
    });
  });

  test.each([
    ["man", 59, true],
    ["man", 60, false],
    ["man", 63, false],
    ["man", 64, true],
    ["woman-55", 54, true],
    ["woman-55", 55, false],
    ["woman-55", 58, false],
    ["woman-55", 63, true],
    ["woman-50", 49, true],
    ["woman-50", 50, false],
    ["woman-50", 55, false],
    ["woman-50", 60, true],
  ] as const)(
    "%s, %i: without a birth, a statutory age nobody has is a finding (%s)",
    (person, retirementAge, isFound) => {
      const retirementAgeBasis = { kind: "statutory", person, source } as const;
      const { checks, disclosures } = retirementGap({
        ...household,
        person: { age: 39 },
        retirementAge,
        retirementAgeBasis,
      });
      expect(checks.some(({ code }) => code === "not-a-statutory-age")).toBe(isFound);
      expect(disclosures.at(-1)?.code).toBe("statutory-age-not-confirmed");
    },
  );

  // month of birth, and the age in years and months of the tables annexed to the measures
  test.each([
    ["man", "1964-12-31", 60, 0],
    ["man", "1965-01-01", 60, 1],
    ["man", "1965-04-30", 60, 1],
    ["man", "1965-05-01", 60, 2],
    ["man", "1968-08-31", 60, 11],
    ["man", "1968-09-01", 61, 0],
    ["man", "1976-08-31", 62, 11],
    ["man", "1976-09-01", 63, 0],
    ["man", "1996-01-01", 63, 0],
    ["woman-55", "1969-12-31", 55, 0],
    ["woman-55", "1970-01-01", 55, 1],
    ["woman-55", "1973-09-01", 56, 0],
    ["woman-55", "1981-09-01", 58, 0],
    ["woman-50", "1974-12-31", 50, 0],
    ["woman-50", "1975-01-01", 50, 1],
    ["woman-50", "1975-03-01", 50, 2],
    ["woman-50", "1976-11-01", 51, 0],
    ["woman-50", "1984-11-01", 55, 0],
  ] as const)("%s born %s: the statutory age is %i years and %i months", (person, birthDate, years, months) => {
    const asOf = "2025-01-01";
    const retirementAgeBasis = { kind: "statutory", person, source } as const;
    const planned = (retirementAge: number) =>
      retirementGap({ ...household, asOf, person: { birthDate }, retirementAge, retirementAgeBasis });
    const right = planned(Math.max(years, 2024 - Number(birthDate.slice(0, 4))));
    expect(right.checks.map(({ code }) => code)).not.toContain("another-statutory-age");
    expect(right.disclosures.at(-1)?.code).toBe("statutory-retirement-age");
    const later = planned(years + 1);
    expect(later.checks.find(({ code }) => code === "another-statutory-age")).toEqual({
      code: "another-statutory-age",
      level: "warning",
      details: { person, retirementAge: years + 1, years, ...(months === 0 ? {} : { months }) },
    });
    expect(later.disclosures.at(-1)).toEqual({
      code: "statutory-age-not-confirmed",
      details: { retirementAge: years + 1, person, source },
    });
  });

  test("a plan of before the rule, and one in another currency, is neither found nor confirmed", () => {
    const retirementAgeBasis = { kind: "statutory", person: "man", source } as const;
    const person = { birthDate: "1964-06-01" };
    const before = retirementGap({ ...household, asOf: "2024-12-31", person, retirementAge: 63, retirementAgeBasis });
    const dollars = retirementGap({ ...textbook, person: { birthDate: "1986-01-01" }, retirementAgeBasis });
    for (const { checks, disclosures } of [before, dollars]) {
      expect(checks.filter(({ code }) => code.endsWith("statutory-age"))).toEqual([]);
      expect(disclosures.at(-1)?.code).toBe("statutory-age-not-confirmed");
    }
  });

  test.each<readonly [object, readonly string[]]>([
    [{ kind: "statutory", source }, ["retirementAgeBasis", "person"]],
    [{ kind: "statutory", person: "woman", source }, ["retirementAgeBasis", "person"]],
    [{ kind: "chosen", source: " " }, ["retirementAgeBasis", "source"]],
    [{ kind: "chosen", person: "man", source }, ["retirementAgeBasis", "person"]],
    [{ kind: "legal", source }, ["retirementAgeBasis", "kind"]],
  ])("%j is refused", (retirementAgeBasis, path) => {
    const input = { ...household, retirementAgeBasis } as RetirementInput<"CNY">;
    expect(refusalOf(() => retirementGap(input))).toMatchObject({ code: "financial-planning/invalid-input", path });
  });
});

test("an assumption says how certain it is, and the plan shows it", () => {
  const inflation = { ...assume("0.025"), confidence: "seen in one report" };
  const plan = retirementGap({ ...household, assumptions: { ...household.assumptions, inflation } });
  expect(plan.assumptions.inflation.confidence).toBe("seen in one report");
});
