import { describe, expect, test } from "vitest";

import {
  examplePlanTiers,
  planCompleteness,
  type PlanPerson,
  type PlanTierCompleteness,
  type StrategyPlan,
  type TierRequirement,
} from "../../../src/strategy-plan/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { cny, emptyPlan, sample } from "../plans.ts";
import { tierOf } from "./policies.ts";

const DAY = "2026-01-31";
const PEOPLE: TierRequirement = {
  id: "people",
  section: "decision-makers",
  fields: ["contactName", "positionAndAuthority"],
  atLeast: 2,
};
const STANDING: TierRequirement = {
  id: "standing",
  section: "bank-positioning",
  fields: ["ourImportance", "ourStrengths"],
  atLeast: 1,
};
const BANKS: TierRequirement = { id: "banks", section: "other-institutions", fields: ["institutionName"], atLeast: 1 };
const RISKS: TierRequirement = { id: "risks", section: "challenges", fields: ["challengeContent"], atLeast: 1 };
const SHARE: TierRequirement = {
  id: "share",
  section: "service-status",
  fields: ["needed", "shareOfSpend"],
  atLeast: 1,
};
const OFFER: TierRequirement = { id: "offer", section: "next-year-plan", fields: ["clientNeed"], atLeast: 1 };

const of = (
  requirements: readonly TierRequirement[],
  plan: Partial<StrategyPlan>,
  weights?: Record<string, number>,
): PlanTierCompleteness => planCompleteness({ ...emptyPlan, ...plan }, tierOf(requirements, weights), DAY);

const chair: PlanPerson = {
  id: "p1",
  contactName: "A",
  positionAndAuthority: { position: "Chair", authority: "decides" },
};

describe("a plan written out by hand", () => {
  // one of two people, section 4 complete, no banks, confirmed no challenges, one share, no offer: 3 of 6 are met
  const plan: Partial<StrategyPlan> = {
    people: [chair, { id: "p2", contactName: "B" }, { id: "p3" }],
    standing: { ourImportance: { importance: "core-bank" }, ourStrengths: [{ text: "x" }] },
    institutions: [],
    services: [{ id: "s1", service: "Bonds", needed: "no" }],
    noneConfirmed: { challenges: { asOf: "2026-01-31" } },
  };
  const all = [PEOPLE, STANDING, BANKS, RISKS, SHARE, OFFER];

  test("requirements met, one by one", () => {
    const result = of(all, plan);
    expect(
      result.requirements.map(({ id, have, atLeast, confirmedNone, met }) => [id, have, atLeast, confirmedNone, met]),
    ).toStrictEqual([
      ["people", 1, 2, false, false],
      ["standing", 1, 1, false, true],
      ["banks", 0, 1, false, false],
      ["risks", 0, 1, true, true],
      ["share", 1, 1, false, true],
      ["offer", 0, 1, false, false],
    ]);
    expect([result.n, result.of, result.rate]).toStrictEqual([3, 6, "0.5000"]);
    expect([result.tier, result.policy, result.asOf]).toStrictEqual([
      "standard",
      { id: "test.tier", version: "1" },
      DAY,
    ]);
    expect(result.people).toStrictEqual({ known: 2, deciding: 1, reachable: 0 });
    expect(result.open).toStrictEqual(planCompleteness({ ...emptyPlan, ...plan }).open);
  });

  test.each<[Record<string, number>, string]>([
    // sections 2, 4, 5, 6, 8, 9 at 0, 1, 0, 1, 0, 1: 3 / 6
    [{}, "0.5000"],
    // 3 × 0 + 1 + 0 + 1 + 0 + 1 = 3 of 8: 0.375
    [{ "decision-makers": 3 }, "0.3750"],
    // 0 + 2 + 0 + 1 + 0 + 7 = 10 of 13: 0.76923…
    [{ "bank-positioning": 2, challenges: 7 }, "0.7692"],
    // a section that is asked for nothing does not weigh
    [{ "relationship-value": 1000 }, "0.5000"],
  ])("weights %j", (weights, expected) => {
    expect(of(all, plan, weights).weighted).toBe(expected);
  });

  test("sections with several requirements count by their part", () => {
    // section 2: 1 of 3, section 8: 0 of 1, weights 2 and 1: (2 × 1/3) / 3 = 0.2222…
    const name = { ...PEOPLE, id: "name", fields: ["contactName"] as const, atLeast: 2 };
    const reach = { ...PEOPLE, id: "reach", fields: ["contactMethod"] as const, atLeast: 1 };
    const result = of([PEOPLE, name, reach, OFFER], plan, { "decision-makers": 2 });
    expect(result.sections).toStrictEqual([
      { section: "decision-makers", weight: 2, n: 1, of: 3, rate: "0.3333" },
      { section: "next-year-plan", weight: 1, n: 0, of: 1, rate: "0.0000" },
    ]);
    expect(result.weighted).toBe("0.2222");
  });

  test("half of a unit goes to the even digit", () => {
    // weights 1 and 15: 1 / 16 = 0.0625; and 1 / 32 = 0.03125, half between 0.0312 and 0.0313
    const weigh = (weight: number) => of([STANDING, OFFER], plan, { "next-year-plan": weight }).weighted;
    expect([weigh(15), weigh(31)]).toStrictEqual(["0.0625", "0.0312"]);
  });
});

describe("the field to fill next", () => {
  const next = (requirements: readonly TierRequirement[], plan: Partial<StrategyPlan>) => {
    const found = of(requirements, plan).next;
    return found === null
      ? null
      : [found.code, found.row, found.reason.path.join("."), found.reason.details.gap, found.reason.details.have];
  };

  test.each<[string, readonly TierRequirement[], Partial<StrategyPlan>, unknown]>([
    [
      "of the row that lacks least, not of the first",
      [PEOPLE],
      { people: [{ id: "p0" }, { id: "p1", contactName: "A" }, chair] as PlanPerson[] },
      ["2.B", "p1", "people.1.positionAndAuthority", "open", 1],
    ],
    [
      "ties in the order of the plan, fields in the order of the source",
      [{ ...PEOPLE, fields: ["positionAndAuthority", "contactName"] }],
      { people: [{ id: "p0" }, { id: "p1" }] as PlanPerson[] },
      ["2.A", "p0", "people.0.contactName", "open", 0],
    ],
    [
      "of a new row where every row has what is asked for",
      [PEOPLE],
      { people: [chair] },
      ["2.A", null, "people", "open", 1],
    ],
    ["of a new row where there are none", [PEOPLE], {}, ["2.A", null, "people", "open", 0]],
    [
      "of a new row where an empty list was written",
      [BANKS],
      { institutions: [] },
      ["5.A", null, "institutions", "open", 0],
    ],
    [
      "in a section without rows",
      [STANDING],
      { standing: { ourImportance: { importance: "core-bank" } } },
      ["4.C", null, "standing.ourStrengths", "open", 0],
    ],
    ["in a section without rows that is not there", [STANDING], {}, ["4.A", null, "standing.ourImportance", "open", 0]],
    [
      "of the first requirement that is not met",
      [STANDING, RISKS, OFFER],
      {
        standing: { ourImportance: { importance: "core-bank" }, ourStrengths: [{ text: "x" }] },
        challenges: [{ id: "c" }],
      },
      ["9.B", "c", "challenges.0.challengeContent", "open", 0],
    ],
    [
      "an answer that is too old",
      [{ ...OFFER, maxAgeDays: 30 }],
      { actions: [{ id: "a", clientNeed: { text: "x" }, evidence: { clientNeed: { asOf: "2025-12-31" } } }] },
      ["8.A", "a", "actions.0.clientNeed", "stale", 0],
    ],
    [
      "an answer without a day",
      [{ ...OFFER, maxAgeDays: 30 }],
      { actions: [{ id: "a", clientNeed: { text: "x" } }] },
      ["8.A", "a", "actions.0.clientNeed", "undated", 0],
    ],
    [
      "an answer known only later",
      [{ ...OFFER, maxAgeDays: 30 }],
      { actions: [{ id: "a", clientNeed: { text: "x" }, evidence: { clientNeed: { asOf: "2026-02-01" } } }] },
      ["8.A", "a", "actions.0.clientNeed", "later", 0],
    ],
    [
      "6.A, where our share of what nobody needs rests on an old answer",
      [{ ...SHARE, fields: ["shareOfSpend"], maxAgeDays: 30 }],
      { services: [{ id: "s", service: "x", needed: "no", evidence: { needed: { asOf: "2025-01-31" } } }] },
      ["6.A", "s", "services.0.needed", "stale", 0],
    ],
    ["none, when everything is met", [OFFER], { actions: [{ id: "a", clientNeed: { text: "x" } }] }, null],
  ])("%s", (_, requirements, plan, expected) => {
    expect(next(requirements, plan)).toStrictEqual(expected);
  });

  test("says why", () => {
    expect(of([PEOPLE], { people: [chair] }).next?.reason).toStrictEqual({
      code: "strategy-plan/next-field",
      path: ["people"],
      details: {
        requirement: "people",
        section: "decision-makers",
        field: "contactName",
        gap: "open",
        have: 1,
        atLeast: 2,
      },
    });
  });
});

describe("what counts", () => {
  const met = (requirement: TierRequirement, plan: Partial<StrategyPlan>): boolean => of([requirement], plan).n === 1;
  const need = (asOf: string): Partial<StrategyPlan> => ({
    actions: [{ id: "a", clientNeed: { text: "x" }, evidence: { clientNeed: { asOf } } }],
  });

  test.each<[string, TierRequirement, Partial<StrategyPlan>, boolean]>([
    ["an empty list costs nothing to write", BANKS, { institutions: [] }, false],
    ["a confirmation counts", BANKS, { noneConfirmed: { institutions: { asOf: "2020-01-01" } } }, true],
    [
      "a confirmation counts beside rows that contradict it",
      { ...BANKS, atLeast: 2 },
      { institutions: [{ id: "b", institutionName: "B" }], noneConfirmed: { institutions: { asOf: "2020-01-01" } } },
      true,
    ],
    [
      "a confirmation still to come does not",
      BANKS,
      { noneConfirmed: { institutions: { asOf: "2026-02-01" } } },
      false,
    ],
    [
      "one of a day that does not exist does not",
      BANKS,
      { noneConfirmed: { institutions: { asOf: "2026-02-30" } } },
      false,
    ],
    ["one of another section does not", BANKS, { noneConfirmed: { challenges: { asOf: "2026-01-01" } } }, false],
    [
      "one that is too old does not",
      { ...BANKS, maxAgeDays: 10 },
      { noneConfirmed: { institutions: { asOf: "2026-01-20" } } },
      false,
    ],
    [
      "one just young enough does",
      { ...BANKS, maxAgeDays: 10 },
      { noneConfirmed: { institutions: { asOf: "2026-01-21" } } },
      true,
    ],
    [
      "an empty list of a field where none is an answer",
      { ...PEOPLE, fields: ["otherBusinessWithUs"], atLeast: 1 },
      { people: [{ id: "p", otherBusinessWithUs: [] }] },
      true,
    ],
    [
      "an empty list of a field where it is not",
      { ...PEOPLE, fields: ["contactMethod"], atLeast: 1 },
      { people: [{ id: "p", contactMethod: [] }] },
      false,
    ],
    ["6.F of a service that is needed is open", SHARE, { services: [{ id: "s", service: "x", needed: "yes" }] }, false],
    // 31 January less 30 days is 1 January
    ["an answer of the first day that counts", { ...OFFER, maxAgeDays: 30 }, need("2026-01-01"), true],
    ["an answer of the day before", { ...OFFER, maxAgeDays: 30 }, need("2025-12-31"), false],
    ["an answer of the day itself", { ...OFFER, maxAgeDays: 0 }, need("2026-01-31"), true],
    ["an answer of the next day", { ...OFFER, maxAgeDays: 30 }, need("2026-02-01"), false],
    [
      "a fresh share of what nobody needs, whatever the age of 6.A",
      { ...SHARE, fields: ["shareOfSpend"], maxAgeDays: 30 },
      {
        services: [
          {
            id: "s",
            service: "x",
            needed: "no",
            shareOfSpend: { share: "0", period: "2025", basis: "actual" },
            evidence: { needed: { asOf: "2020-01-01" }, shareOfSpend: { asOf: "2026-01-30" } },
          },
        ],
      },
      true,
    ],
    [
      "an undated share of what nobody needs, where 6.A is fresh",
      { ...SHARE, fields: ["shareOfSpend"], maxAgeDays: 30 },
      {
        services: [
          {
            id: "s",
            service: "x",
            needed: "no",
            shareOfSpend: { share: "0", period: "2025", basis: "actual" },
            evidence: { needed: { asOf: "2026-01-30" } },
          },
        ],
      },
      true,
    ],
  ])("%s", (_, requirement, plan, expected) => {
    expect(met(requirement, plan)).toBe(expected);
  });
});

describe("the example", () => {
  test("of an empty plan nothing is met, and the first question is who decides", () => {
    for (const tier of Object.values(examplePlanTiers)) {
      const { n, of: asked, weighted, next } = planCompleteness(emptyPlan, tier, DAY);
      expect([n, asked, weighted, next?.code, next?.row]).toStrictEqual([
        0,
        tier.requirements.length,
        "0.0000",
        "2.A",
        null,
      ]);
    }
  });

  test("the sample has all of them while its section 4 is young enough", () => {
    const counts = (day: string) =>
      Object.values(examplePlanTiers).map((tier) => planCompleteness(sample.plan, tier, day).n);
    // the oldest statement of section 4 is of 2025-09-10: 365 days later is 2026-09-10
    expect(counts("2026-09-10")).toStrictEqual([6, 10, 8]);
    expect(counts("2026-09-11")).toStrictEqual([6, 10, 7]);
  });

  test("a plan with value alone meets one of ten, of weight 1 in 10", () => {
    const plan: StrategyPlan = {
      ...emptyPlan,
      value: { directIncome: { amount: cny("1.00"), period: "2025", basis: "actual" } },
    };
    // weights 2 + 1 + 1 + 1 + 1 + 1 + 2 + 1 = 10
    expect(planCompleteness(plan, examplePlanTiers.standard, DAY).weighted).toBe("0.1000");
  });
});

describe("refused", () => {
  const invalid = "strategy-plan/invalid-policy";
  test.each<[string, unknown, string, string, unknown]>([
    ["something else", 7, "tier", invalid, { received: "7", type: "number" }],
    ["a tier nobody knows", { ...tierOf([OFFER]), tier: "ful" }, "tier.tier", invalid, { didYouMean: "full" }],
    ["no requirement", tierOf([]), "tier.requirements", invalid, { fewest: 1 }],
    ["a misspelt member", { ...tierOf([OFFER]), weigths: {} }, "tier.weigths", invalid, { didYouMean: "weights" }],
    ["a weight of 0", tierOf([OFFER], { challenges: 0 }), "tier.weights.challenges", invalid, { min: 1, max: 1000 }],
    [
      "a section without fields",
      tierOf([{ ...OFFER, section: "client-profile" as never }]),
      "tier.requirements.0.section",
      invalid,
      {},
    ],
    [
      "a field of another section",
      tierOf([OFFER, { ...RISKS, fields: ["challengeContent", "clientNeed"] }]),
      "tier.requirements.1.fields.1",
      invalid,
      { received: "clientNeed", allowed: ["challengeSource", "challengeContent", "preventionAndTimetable"] },
    ],
    [
      "a field twice",
      tierOf([{ ...OFFER, fields: ["clientNeed", "clientNeed"] }]),
      "tier.requirements.0.fields.1",
      invalid,
      { reason: "named-twice" },
    ],
    ["no field", tierOf([{ ...OFFER, fields: [] }]), "tier.requirements.0.fields", invalid, { fewest: 1 }],
    ["an id twice", tierOf([OFFER, OFFER]), "tier.requirements.1.id", invalid, { reason: "named-twice" }],
    [
      "two rows of a section without rows",
      tierOf([{ ...STANDING, atLeast: 2 }]),
      "tier.requirements.0.atLeast",
      invalid,
      { received: "2", max: 1 },
    ],
    ["an age below 0", tierOf([{ ...OFFER, maxAgeDays: -1 }]), "tier.requirements.0.maxAgeDays", invalid, { min: 0 }],
  ])("%s", (_, tier, path, code, details) => {
    const refusal = refusalOf(() => planCompleteness(emptyPlan, tier as never, DAY));
    expect([refusal.code, refusal.path.join(".")]).toStrictEqual([code, path]);
    expect(refusal.details).toMatchObject(details as object);
  });

  test("a day that does not exist, no day, a tier that is not in force, and a plan that cannot be read", () => {
    const tier = tierOf([OFFER]);
    const codeOf = (call: () => unknown): string => refusalOf(call).code;
    expect(codeOf(() => planCompleteness(emptyPlan, tier, "2026-02-30"))).toBe("core/invalid-date");
    expect(codeOf(() => planCompleteness(emptyPlan, tier, undefined as never))).toBe("core/invalid-date");
    expect(codeOf(() => planCompleteness(emptyPlan, undefined as never, DAY))).toBe(invalid);
    expect(codeOf(() => planCompleteness(emptyPlan, tier, "2024-12-31"))).toBe("core/no-policy-in-force");
    expect(codeOf(() => planCompleteness(emptyPlan, tier, "2027-01-01"))).toBe("core/no-policy-in-force");
    expect(planCompleteness(emptyPlan, tier, "2026-12-31").of).toBe(1);
    expect(codeOf(() => planCompleteness({ ...emptyPlan, people: 7 as never }, tier, DAY))).toBe(
      "strategy-plan/invalid-plan",
    );
  });
});
