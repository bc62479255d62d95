import { describe, expect, test } from "vitest";

import {
  exampleRetailCard,
  exampleStarRateCard,
  GAP_SEARCH_LIMIT,
  gapToType,
  type Characteristic,
  type FeatureDefinition,
  type Gap,
  type GapTarget,
  type Scorecard,
} from "../../../src/customer-classification/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { asOf, cny, sound } from "../cards.ts";

const CORE: GapTarget = { kind: "tier", tier: "core" };
const type = (of: Extract<GapTarget, { readonly kind: "type" }>["type"]): GapTarget => ({ kind: "type", type: of });
const level = (of: string): GapTarget => ({ kind: "level", level: of });

const movesOf = (gap: Gap): unknown =>
  gap.status === "moves" ? gap.moves.map(({ feature, from, to, steps }) => [feature, from, to, steps]) : gap;

const because = (gap: Gap): unknown =>
  gap.status === "not-by-points" || gap.status === "out-of-reach" ? [gap.status, gap.because] : gap;

const NO_POINTS = { missing: { points: 0 }, invalid: "reject" } as const;

/** A card of one axis, with features that may be moved up. */
const cardOf = (
  features: Readonly<Record<string, FeatureDefinition>>,
  characteristics: readonly Characteristic[],
  changes: Partial<Scorecard> = {},
): Scorecard => ({
  id: "test.moves",
  version: "1",
  status: "house",
  effectiveFrom: "2020-01-01",
  sources: ["test"],
  currency: "CNY",
  features,
  characteristics,
  rules: [{ id: "best", type: "existing-high-quality", when: [{ test: "total", atLeast: 10 }] }],
  core: [{ test: "total", atLeast: 0 }],
  ...changes,
});

const flagUp = { kind: "flag", group: "account", sensitive: false, moves: "up" } as const;
const amountUp = { kind: "money", group: "account", sensitive: false, moves: "up" } as const;
const flagLine = (id: string, points: number): Characteristic => ({
  id,
  feature: id,
  axis: "closeness",
  scale: "flag",
  whenTrue: points,
  whenFalse: 0,
  appliesTo: "everyone",
  inputs: NO_POINTS,
});
const rateLine = (id: string, points: number, max: number): Characteristic => ({
  id,
  feature: id,
  axis: "contribution",
  scale: "linear",
  per: "10000",
  points,
  max,
  appliesTo: "everyone",
  inputs: NO_POINTS,
});

describe("the way on the retail card", () => {
  // strength 22, closeness 15, contribution 25: general
  test("core needs strength that nobody is asked to bring", () => {
    expect(because(gapToType(exampleRetailCard, sound, CORE, { asOf }))).toStrictEqual([
      "out-of-reach",
      [
        {
          obstacle: "points",
          rule: "core",
          condition: { test: "axis", axis: "strength", atLeast: 28 },
          axis: "strength",
          attainable: { min: 22, max: 22 },
        },
      ],
    ]);
  });

  test("with strength, the fewest features and the nearest values are named", () => {
    const rich = { ...sound, assets: cny("2000000.00") }; // 14 + 20 = 34
    const gap = gapToType(exampleRetailCard, rich, CORE, { asOf });
    // contribution 25 lacks 10: fees from 2,000 earn 15, one step further than 200; deposits from 1,000,000 are one step
    expect(movesOf(gap)).toStrictEqual([["depositAvg", cny("200000.00"), cny("1000000.00"), 1]]);
    expect(gap.status === "moves" && [gap.steps, gap.reached]).toStrictEqual([
      1,
      { type: "existing-high-quality", tier: "core", score: 34 + 15 + 35 },
    ]);
    expect(gap.status === "moves" && gap.moves[0]?.points).toStrictEqual({ from: 25, to: 35 });
  });

  test("what is there already needs nothing, and a better tier is there for the one below", () => {
    expect(gapToType(exampleRetailCard, sound, type("existing-high-quality"), { asOf }).status).toBe("already-there");
    expect(gapToType(exampleRetailCard, sound, { kind: "tier", tier: "general" }, { asOf }).status).toBe(
      "already-there",
    );
  });

  test("where the main bank is, who is a customer and rules that come first are no matter of points", () => {
    expect(because(gapToType(exampleRetailCard, sound, type("prospective-high-quality"), { asOf }))).toStrictEqual([
      "not-by-points",
      [
        { obstacle: "earlier-rule", rule: "existing-high-quality" },
        {
          obstacle: "fact",
          rule: "prospective-high-quality",
          condition: { test: "flag", feature: "mainBankElsewhere", is: true, unusable: "reject" },
        },
      ],
    ]);
    expect(because(gapToType(exampleRetailCard, sound, type("ordinary"), { asOf }))).toStrictEqual([
      "not-by-points",
      [{ obstacle: "earlier-rule", rule: "existing-high-quality" }],
    ]);
    const stranger = { ...sound, isCustomer: false };
    expect(because(gapToType(exampleRetailCard, stranger, type("existing-high-quality"), { asOf }))).toStrictEqual([
      "not-by-points",
      [{ obstacle: "fact", rule: "existing-high-quality", condition: { test: "customer", is: true } }],
    ]);
    expect(because(gapToType(exampleRetailCard, stranger, type("ordinary"), { asOf }))).toStrictEqual([
      "not-by-points",
      [{ obstacle: "fact", rule: "ordinary", condition: { test: "customer", is: true } }],
    ]);
  });

  test("neither is a block, and data that are lacking are asked for first", () => {
    expect(because(gapToType(exampleRetailCard, { ...sound, overdue: true }, CORE, { asOf }))).toStrictEqual([
      "not-by-points",
      [{ obstacle: "block", block: "overdue" }],
    ]);
    const gap = gapToType(exampleRetailCard, { ...sound, depositAvg: null }, CORE, { asOf });
    expect(gap.status === "insufficient-data" && gap.missing).toStrictEqual([
      { feature: "depositAvg", state: "missing", characteristic: "deposits" },
    ]);
  });

  test("a value that is not known may be learnt", () => {
    const unknown = { ...sound, productCount: 2, salaryAccount: null }; // closeness 5 + 0
    const gap = gapToType(exampleRetailCard, unknown, type("existing-high-quality"), { asOf });
    expect(movesOf(gap)).toStrictEqual([["productCount", 2, 4, 1]]);
    const held = {
      ...exampleRetailCard.features,
      productCount: { ...exampleRetailCard.features.productCount, moves: "down" as const },
    };
    const learnt = gapToType({ ...exampleRetailCard, features: held }, unknown, type("existing-high-quality"), {
      asOf,
    });
    expect(movesOf(learnt)).toStrictEqual([["salaryAccount", null, true, 1]]);
    expect(learnt.status === "moves" && learnt.moves[0]?.isLearnt).toBe(true);
  });
});

describe("the way on the star card", () => {
  const record = {
    shortTermAssets: cny("10000.00"),
    mediumLongTermAssets: cny("140000.00"),
    mortgage: cny("500000.00"),
  };

  test("a level is reached by what is brought, never by debt, and to the cent", () => {
    // 135 + 1,400 + 5,000 = 6,535 points: star 5; star 6 is from 10,000, so 3,465 are missing
    const gap = gapToType(exampleStarRateCard, record, level("star-6"), { asOf });
    // 3,600 points from 266,666.67 of short-term assets: 26 steps of 135; medium-term ones would take 35 of 100
    expect(movesOf(gap)).toStrictEqual([["shortTermAssets", cny("10000.00"), cny("266666.67"), 26]]);
    expect(gap.status === "moves" && gap.reached).toStrictEqual({
      type: "existing-high-quality",
      tier: "general",
      level: "star-6",
      score: 10000,
    });
    const again = gapToType(exampleStarRateCard, { ...record, shortTermAssets: cny("266666.66") }, level("star-6"), {
      asOf,
    });
    expect(movesOf(again)).toStrictEqual([["shortTermAssets", cny("266666.66"), cny("266666.67"), 1]]);
  });

  test("a level that is not on the card is refused, with those that are", () => {
    expect(refusalOf(() => gapToType(exampleStarRateCard, record, level("star-8"), { asOf }))).toMatchObject({
      code: "customer-classification/invalid-target",
      path: ["target", "level"],
      details: { level: "star-8", known: ["quasi-star", "star-3", "star-4", "star-5", "star-6", "star-7"] },
    });
    const target = { kind: "tier", tier: "Core" } as unknown as GapTarget;
    expect(refusalOf(() => gapToType(exampleStarRateCard, record, target, { asOf }))).toMatchObject({
      code: "customer-classification/invalid-target",
      path: ["target", "tier"],
    });
  });
});

describe("the search", () => {
  test("fewer features come before fewer steps, and then the order of the card", () => {
    const features = { a: flagUp, b: flagUp, deposits: amountUp };
    const card = cardOf(features, [flagLine("a", 5), flagLine("b", 5), rateLine("deposits", 1, 100)]);
    const none = { a: false, b: false, deposits: cny("0.00") };
    expect(movesOf(gapToType(card, none, type("existing-high-quality"), { asOf }))).toStrictEqual([
      ["deposits", cny("0.00"), cny("100000.00"), 10],
    ]);
    const capped = cardOf(features, [flagLine("a", 5), flagLine("b", 5), rateLine("deposits", 1, 7)]);
    expect(movesOf(gapToType(capped, none, type("existing-high-quality"), { asOf }))).toStrictEqual([
      ["a", false, true, 1],
      ["b", false, true, 1],
    ]);
    const halves = cardOf({ ...features, c: flagUp }, [flagLine("a", 5), flagLine("b", 5), flagLine("c", 5)]);
    expect(
      movesOf(gapToType(halves, { a: false, b: false, c: false }, type("existing-high-quality"), { asOf })),
    ).toStrictEqual([
      ["a", false, true, 1],
      ["b", false, true, 1],
    ]);
  });

  test("two rates that are both needed are moved as little as the steps allow", () => {
    const card = cardOf({ a: amountUp, b: amountUp }, [rateLine("a", 1, 8), rateLine("b", 2, 9)]);
    const gap = gapToType(card, { a: cny("0.00"), b: cny("0.00") }, type("existing-high-quality"), { asOf });
    // b earns 2 a step and ends at 9: four steps of b and two of a, or five of b and one of a
    expect(gap.status === "moves" && gap.steps).toBe(6);
    expect(movesOf(gap)).toStrictEqual([
      ["a", cny("0.00"), cny("10000.00"), 1],
      ["b", cny("0.00"), cny("45000.00"), 5],
    ]);
  });

  test("a value that has to stay under a cut is found between the two", () => {
    const card = cardOf({ a: amountUp }, [rateLine("a", 1, 100)], {
      rules: [
        { id: "first", type: "existing-potential", when: [{ test: "total", atLeast: 12 }] },
        { id: "best", type: "existing-high-quality", when: [{ test: "total", atLeast: 11 }] },
      ],
    });
    expect(movesOf(gapToType(card, { a: cny("5.00") }, type("existing-high-quality"), { asOf }))).toStrictEqual([
      ["a", cny("5.00"), cny("110000.00"), 11],
    ]);
    expect(because(gapToType(card, { a: cny("500000.00") }, type("existing-high-quality"), { asOf }))).toStrictEqual([
      "not-by-points",
      [{ obstacle: "earlier-rule", rule: "first" }],
    ]);
  });

  test("conditions that exclude each other are out of reach together", () => {
    const card = cardOf({ a: flagUp }, [flagLine("a", 10)], {
      rules: [
        {
          id: "best",
          type: "existing-high-quality",
          when: [
            { test: "total", atLeast: 10 },
            { test: "flag", feature: "a", is: false, unusable: "fails" },
          ],
        },
      ],
    });
    expect(because(gapToType(card, { a: false }, type("existing-high-quality"), { asOf }))).toStrictEqual([
      "out-of-reach",
      [{ obstacle: "together" }],
    ]);
  });

  test("a type without a rule, and a level beyond all points, are named", () => {
    const card = cardOf(
      { a: flagUp, b: { ...flagUp, moves: undefined as never } },
      [flagLine("a", 10), flagLine("b", 90)],
      {
        levels: [{ id: "high", atLeast: 50 }],
      },
    );
    const plain = JSON.parse(JSON.stringify(card)) as Scorecard;
    expect(because(gapToType(plain, { a: false, b: false }, type("existing-potential"), { asOf }))).toStrictEqual([
      "not-by-points",
      [{ obstacle: "no-rule", type: "existing-potential" }],
    ]);
    expect(because(gapToType(plain, { a: false, b: false }, level("high"), { asOf }))).toStrictEqual([
      "out-of-reach",
      [{ obstacle: "level-points", level: "high", atLeast: 50, attainable: { min: 0, max: 10 } }],
    ]);
  });

  test("more combinations than the limit are said, and no way is made up", () => {
    const ids = Array.from({ length: 26 }, (_, index) => `f${String(index)}`);
    const features = Object.fromEntries(ids.map((id) => [id, flagUp]));
    // odd points never make an even total, so that every choice would have to be looked at
    const card = cardOf(
      features,
      ids.map((id) => flagLine(id, 2)),
      {
        rules: [{ id: "best", type: "existing-high-quality", when: [{ test: "total", atLeast: 25, below: 26 }] }],
      },
    );
    const record = Object.fromEntries(ids.map((id) => [id, false]));
    const gap = gapToType(card, record, type("existing-high-quality"), { asOf });
    expect(gap.status === "too-wide" && gap.looked).toBe(GAP_SEARCH_LIMIT);
  });

  test("what is stale is learnt on the day, unless its date is that of others too", () => {
    const aged = { ...flagUp, maxAgeDays: 30, observedAtField: "on" } as const;
    const line = { ...flagLine("a", 10), inputs: { ...NO_POINTS, stale: { points: 0 } } } as const;
    const card = cardOf({ a: aged }, [line]);
    const record = { a: true, on: "2025-01-01" };
    expect(movesOf(gapToType(card, record, type("existing-high-quality"), { asOf }))).toStrictEqual([
      ["a", null, true, 1],
    ]);
    const shared = cardOf({ a: aged, b: aged }, [line, { ...line, id: "b", feature: "b" }]);
    expect(gapToType(shared, { ...record, b: true }, type("existing-high-quality"), { asOf }).status).toBe(
      "out-of-reach",
    );
    const common = cardOf({ a: { ...flagUp, maxAgeDays: 30 } }, [line]);
    const dated = { asOf, observedAt: { a: "2025-01-01" } };
    expect(movesOf(gapToType(common, { a: true }, type("existing-high-quality"), dated))).toStrictEqual([
      ["a", null, true, 1],
    ]);
  });

  test("values go down as well as up, and numbers that are not whole to inside the band", () => {
    const ratio = { kind: "number", group: "account", sensitive: false, moves: "down" } as const;
    const line: Characteristic = {
      id: "ratio",
      feature: "ratio",
      axis: "closeness",
      scale: "bands",
      appliesTo: "everyone",
      bands: [{ below: "0.3", points: 10 }, { below: "0.6", points: 4 }, { points: 0 }],
      inputs: NO_POINTS,
    };
    const card = cardOf({ ratio, spare: { ...amountUp, moves: "either" } }, [line, rateLine("spare", -1, 5)]);
    const gap = gapToType(card, { ratio: 0.7, spare: cny("0.00") }, type("existing-high-quality"), { asOf });
    expect(movesOf(gap)).toStrictEqual([["ratio", 0.7, 0.3 - Number.EPSILON / 4, 2]]);
  });
});
