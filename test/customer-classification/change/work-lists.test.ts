import { describe, expect, test } from "vitest";

import {
  classifyMany,
  exampleRetailCard,
  exampleStarRateCard,
  gapToType,
  workLists,
  type Condition,
  type CustomerRecord,
  type Scorecard,
  type StandingLevels,
  type TypeRule,
  type WorkListOptions,
  type WorkLists,
} from "../../../src/customer-classification/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { asOf, cny, sound } from "../cards.ts";

const near = { type: 10, tier: 10, level: 100 };
const listsOf = (card: Scorecard, rows: readonly CustomerRecord[], options: Partial<WorkListOptions> = {}): WorkLists =>
  workLists(classifyMany(card, rows, { asOf }), { manager: rows.map(() => "Li"), near, ...options });

const cutsOf = (lists: WorkLists): unknown =>
  lists.managers.flatMap(({ nearCuts }) => nearCuts.map(({ row, target, missing }) => [row, target, missing]));

describe("clients just below a cut", () => {
  // strength 22, closeness 15, contribution 25: general, and 6 of strength and 10 of contribution short of core
  const below = { ...sound, productCount: 2, salaryAccount: false }; // closeness 5
  const rows: readonly CustomerRecord[] = [
    sound,
    below,
    { ...sound, depositAvg: cny("50000.00"), productCount: 2, salaryAccount: false }, // contribution 15, closeness 5
    { ...sound, mainBankElsewhere: true, isCustomer: false, assets: cny("0.00") }, // strength 14: a prospect of nobody
    { ...sound, overdue: true },
    { ...sound, depositAvg: null },
  ];

  test("of a type and a tier, with the points that are missing and what they are of", () => {
    const lists = listsOf(exampleRetailCard, rows, { near: { type: 10, tier: 16 } });
    expect(cutsOf(lists)).toStrictEqual([
      [1, { kind: "type", type: "existing-high-quality" }, 5],
      [0, { kind: "tier", tier: "core" }, 16],
    ]);
    expect(lists.managers[0]?.nearCuts[0]?.tests).toStrictEqual([
      { axis: "closeness", points: 5, atLeast: 10, missing: 5 },
    ]);
    expect(cutsOf(listsOf(exampleRetailCard, rows, { near: { type: 15, tier: 15 } }))).toStrictEqual([
      [1, { kind: "type", type: "existing-high-quality" }, 5],
      [2, { kind: "type", type: "existing-high-quality" }, 15],
    ]);
  });

  test("of a level, by the total", () => {
    const balances = ["0.00", "49999.99", "100000.00", "199900.00", "90000000.00"];
    const stars = balances.map((amount) => ({ mediumLongTermAssets: cny(amount) }));
    expect(cutsOf(listsOf(exampleStarRateCard, stars, { near: { level: 1 } }))).toStrictEqual([
      [0, { kind: "level", level: "quasi-star" }, 1],
      [1, { kind: "level", level: "star-4" }, 1],
      [3, { kind: "level", level: "star-5" }, 1],
    ]);
  });

  test("a kind that is left out is not listed, and nobody is near what facts stand before", () => {
    expect(cutsOf(listsOf(exampleRetailCard, rows, { near: {} }))).toStrictEqual([]);
    const stranger = { ...sound, isCustomer: false, mainBankElsewhere: true };
    expect(cutsOf(listsOf(exampleRetailCard, [stranger], { near: { type: 1000 } }))).toStrictEqual([]);
  });

  test("of alternatives the nearest counts, and points of a characteristic count for its axis", () => {
    const card: Scorecard = {
      ...exampleRetailCard,
      rules: [
        {
          id: "either",
          type: "existing-high-quality",
          when: [
            {
              test: "any",
              of: [
                { test: "total", atLeast: 100 },
                { test: "axis", axis: "closeness", atLeast: 18 },
                { test: "flag", feature: "mainBankElsewhere", is: true, unusable: "fails" },
              ],
            },
            { test: "characteristic", characteristic: "products", atLeast: 15 },
            { test: "total", below: 1000 },
          ],
        },
        { id: "too-many", type: "existing-potential", when: [{ test: "total", below: 5 }] },
      ],
    };
    // closeness 15 is 3 short of 18, and products 10 are 5 short of 15: 5 points do for both
    const lists = listsOf(card, [sound], { near: { type: 5 } });
    expect(cutsOf(lists)).toStrictEqual([[0, { kind: "type", type: "existing-high-quality" }, 5]]);
    expect(lists.managers[0]?.nearCuts[0]?.tests).toStrictEqual([
      { axis: "closeness", points: 15, atLeast: 18, missing: 3 },
      { characteristic: "products", points: 10, atLeast: 15, missing: 5 },
    ]);
    expect(gapToType(card, sound, { kind: "type", type: "existing-high-quality" }, { asOf }).status).toBe("moves");
  });

  test("every rule before the one that decided counts, after an earlier one of the same type too", () => {
    const [closeness, total] = [{ test: "axis", axis: "closeness" } as const, { test: "total" } as const];
    const card: Scorecard = {
      ...exampleRetailCard,
      rules: [
        { id: "close", type: "existing-potential", when: [{ ...closeness, atLeast: 20 }] },
        { id: "best", type: "existing-high-quality", when: [{ ...closeness, atLeast: 18 }] },
        { id: "rest", type: "existing-potential", when: [{ ...total, atLeast: 1 }] },
        { id: "never", type: "prospective-high-quality", when: [{ ...closeness, atLeast: 16 }] },
      ],
    };
    expect(classifyMany(card, [sound], { asOf }).values).toMatchObject([{ type: "existing-potential" }]);
    expect(cutsOf(listsOf(card, [sound], { near: { type: 10 } }))).toStrictEqual([
      [0, { kind: "type", type: "existing-high-quality" }, 3],
    ]);
  });

  describe("points that would not reach it", () => {
    const [closeness, total] = [{ test: "axis", axis: "closeness" } as const, { test: "total" } as const];
    const nearOf = (rules: Scorecard["rules"], core: Scorecard["core"] = exampleRetailCard.core): unknown =>
      cutsOf(listsOf({ ...exampleRetailCard, rules, core }, [sound], { near: { type: 10, tier: 10 } }));
    // closeness 15, total 62
    const best = (...when: Condition[]): TypeRule => ({ id: "best", type: "existing-high-quality", when });
    const cut: Condition = { ...closeness, atLeast: 18 };

    test("because they are too many for a test of the same rule", () => {
      expect(nearOf([best(cut, { ...total, below: 66 })])).toStrictEqual([
        [0, { kind: "type", type: "existing-high-quality" }, 3],
      ]);
      expect(nearOf([best(cut, { ...total, below: 65 })])).toStrictEqual([]);
      // of alternatives one has to stay
      const either = (below: number): unknown => {
        const of: readonly Condition[] = [
          { ...closeness, below: 18 },
          { ...total, below },
        ];
        return nearOf([best(cut, { test: "any", of })]);
      };
      expect([either(66), either(65)]).toMatchObject([[expect.anything()], []]);
    });
    test("because they are enough for a rule before it, which grants something else", () => {
      const earlier = (atLeast: number): TypeRule => ({
        id: "first",
        type: "existing-potential",
        when: [{ ...total, atLeast }],
      });
      const potential = { kind: "type", type: "existing-potential" };
      expect(nearOf([earlier(65), best(cut)])).toStrictEqual([[0, potential, 3]]);
      expect(nearOf([earlier(66), best(cut)])).toStrictEqual([
        [0, { kind: "type", type: "existing-high-quality" }, 3],
        [0, potential, 4],
      ]);
      // of the tier as well
      const rules = (atLeast: number) => [earlier(atLeast), best({ ...total, atLeast: 1 })];
      expect(nearOf(rules(65), [cut])).toStrictEqual([[0, potential, 3]]);
      expect(nearOf(rules(66), [cut])).toStrictEqual([
        [0, { kind: "tier", tier: "core" }, 3],
        [0, potential, 4],
      ]);
    });
  });

  test("by manager in the order of their texts, clients without one last", () => {
    const lists = listsOf(exampleRetailCard, [below, below, below, sound], {
      manager: (row) => [null, "Wang", "Li", "Zhao"][row] ?? null,
      client: ["C-1", null, "C-3", "C-4"],
    });
    expect(
      lists.managers.map(({ manager, nearCuts }) => [manager, nearCuts.map(({ client, row }) => [client, row])]),
    ).toStrictEqual([
      ["Li", [["C-3", 2]]],
      ["Wang", [[null, 1]]],
      [null, [["C-1", 0]]],
    ]);
    expect([lists.asOf, lists.card.id]).toStrictEqual([asOf, "example.retail-card"]);
  });
});

describe("clients in grace", () => {
  const standing = (earned: number, held: number, floored = held, served = floored): StandingLevels => ({
    policy: { id: "acme", version: "1" },
    asOf,
    earned: `star-${String(earned)}`,
    held: `star-${String(held)}`,
    floored: `star-${String(floored)}`,
    served: `star-${String(served)}`,
    steps: { earned, held, floored, served },
  });

  test("are those whom grace holds above what they earn, the deepest fall first", () => {
    const rows = [1, 2, 3, 4, 5].map(() => ({}));
    const standings = [standing(5, 5), standing(4, 5), standing(3, 5, 6), null, standing(3, 3, 4, 5)];
    const { managers } = listsOf(exampleStarRateCard, rows, { near: {}, standings });
    expect(managers.map(({ inGrace }) => inGrace)).toStrictEqual([
      [
        {
          row: 2,
          client: null,
          served: "star-6",
          held: "star-5",
          earned: "star-3",
          steps: 2,
          floor: true,
          override: false,
        },
        {
          row: 1,
          client: null,
          served: "star-5",
          held: "star-5",
          earned: "star-4",
          steps: 1,
          floor: false,
          override: false,
        },
      ],
    ]);
    const overridden = listsOf(exampleStarRateCard, [{}], { near: {}, standings: [standing(2, 3, 3, 6)] });
    const of = (day: string): StandingLevels[] => [{ ...standing(2, 3), asOf: day }];
    // of the day of the last review
    expect(listsOf(exampleStarRateCard, [{}], { near: {}, standings: of("2025-12-31") }).managers).toHaveLength(1);
    const call = (): unknown => listsOf(exampleStarRateCard, [{}], { near: {}, standings: of("2026-04-01") });
    expect(refusalOf(call)).toEqual({
      code: "customer-classification/invalid-work-list",
      path: ["options", "standings", 0, "asOf"],
      details: { standingAsOf: "2026-04-01", asOf },
    });
    expect(overridden.managers[0]?.inGrace[0]).toMatchObject({ floor: false, override: true, served: "star-6" });
  });
});

describe("what is not a work list", () => {
  const batch = classifyMany(exampleRetailCard, [sound, sound], { asOf });
  const options: WorkListOptions = { manager: ["Li", null], near };

  test.each([
    [{ ...options, manager: ["Li"] }, ["options", "manager"]],
    [{ ...options, manager: "Li" }, ["options", "manager"]],
    [{ ...options, manager: () => 5 }, ["options", "manager", 0]],
    [{ ...options, client: [1, 2] }, ["options", "client", 0]],
    // holes, which are neither a text nor null
    [{ ...options, manager: new Array(2) }, ["options", "manager", 0]],
    [{ ...options, standings: new Array(2) }, ["options", "standings", 0]],
    [{ ...options, near: { type: -1 } }, ["options", "near", "type"]],
    [{ ...options, near: { points: 1 } }, ["options", "near", "points"]],
    [{ ...options, standings: [null] }, ["options", "standings"]],
    [{ ...options, standings: [null, { steps: 1 }] }, ["options", "standings", 1, "policy"]],
    [{ ...options, distance: 1 }, ["options", "distance"]],
    [null, ["options"]],
  ])("%# is refused at its place", (given, path) => {
    const call = (): unknown => workLists(batch, { near: { tier: 100 }, ...given } as WorkListOptions);
    const own = (): unknown => workLists(batch, given as unknown as WorkListOptions);
    expect(refusalOf(given === null ? own : call)).toMatchObject({
      code: "customer-classification/invalid-work-list",
      path,
    });
  });

  test("neither is a copy of a batch", () => {
    expect(refusalOf(() => workLists({ ...batch }, options))).toMatchObject({
      code: "customer-classification/invalid-work-list",
      path: ["batch"],
    });
  });
});
