import { describe, expect, test } from "vitest";

import { derivePolicy } from "../../../src/core/index.ts";
import {
  exampleRetailCard,
  exampleStarRateCard,
  explainTypeChange,
  type CustomerRecord,
  type PointSplit,
  type Scorecard,
  type StandingLevels,
  type TypeChange,
} from "../../../src/customer-classification/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { cny, sound } from "../cards.ts";

const BEFORE = "2026-03-31";
const AFTER = "2026-06-30";

const old: Scorecard = { ...exampleRetailCard, effectiveTo: "2026-05-01" };
const changed = (changes: Partial<Scorecard>): Scorecard =>
  derivePolicy(
    exampleRetailCard as Scorecard,
    { effectiveFrom: "2026-05-01", ...changes },
    { id: "acme.card", version: "2", source: "test" },
  );

const dated = { ...sound, incomeTrendOn: "2026-06-01" };
const change = (card: Scorecard, record: CustomerRecord, before: CustomerRecord = sound): TypeChange =>
  explainTypeChange({ card: old, record: before, asOf: BEFORE }, { card, record, asOf: AFTER });

const partsOf = ({ points }: TypeChange): Record<string, readonly number[]> => {
  if (points.status !== "split") throw new Error(points.status);
  const of = ({ from, to, value, unusable, customer, card }: PointSplit): number[] => [
    from,
    to,
    value,
    unusable,
    customer,
    card,
  ];
  const moved = points.characteristics.filter(({ data, card, value }) => data !== 0 || card !== 0 || value !== 0);
  return { total: of(points.total), ...Object.fromEntries(moved.map((own) => [own.characteristic, of(own)])) };
};

/** Deposits are worth less than before. */
const dearer = changed({
  characteristics: exampleRetailCard.characteristics.map((line) =>
    line.id === "deposits" ? { ...line, bands: [{ below: "500000", points: 10 }, { points: 35 }] } : line,
  ),
});

/** Salary account and income trend are no longer looked at. */
const withoutTwo = changed({
  features: Object.fromEntries(
    Object.entries(exampleRetailCard.features).filter(([id]) => id !== "salaryAccount" && id !== "incomeTrend"),
  ),
  characteristics: exampleRetailCard.characteristics.filter(({ id }) => id !== "salary" && id !== "incomeTrend"),
  rules: exampleRetailCard.rules.filter(({ id }) => id !== "existing-potential"),
});

describe("what a change consists of", () => {
  test("data, data that are lacking now, and the card are told apart", () => {
    const result = change(dearer, { ...dated, productCount: 6, salaryAccount: null });
    // products 10 → 15 by value, salary 5 → 0 because nobody knows, deposits 25 → 10 by the card
    expect(partsOf(result)).toStrictEqual({
      total: [62, 47, 5, -5, 0, -15],
      deposits: [25, 10, 0, 0, 0, -15],
      products: [10, 15, 5, 0, 0, 0],
      salary: [5, 0, 0, -5, 0, 0],
    });
    expect(result.previous).toMatchObject({ type: "existing-high-quality", tier: "general", score: 62, asOf: BEFORE });
    expect(result.current).toMatchObject({ type: "ordinary", score: 47, asOf: AFTER });
    // the old card is no longer in force, and is asked all the same
    expect(result.underPreviousCard).toStrictEqual({
      status: "classified",
      type: "existing-high-quality",
      tier: "general",
      score: 62,
    });
    expect(result.rules).toStrictEqual([
      { rule: "existing-high-quality", from: "matched", underPreviousCard: "matched", to: "failed" },
    ]);
  });

  test("one card has no effect of its own", () => {
    const side = { card: exampleRetailCard, asOf: BEFORE };
    const result = explainTypeChange(
      { ...side, record: sound },
      { ...side, record: { ...sound, depositAvg: cny("9999.99") } },
    );
    expect(partsOf(result)).toStrictEqual({ total: [62, 37, -25, 0, 0, 0], deposits: [25, 0, -25, 0, 0, 0] });
    expect(result.underPreviousCard).toStrictEqual({ status: "classified", type: "ordinary", score: 37 });
  });

  test("a value that has become too old is not one that has changed", () => {
    const rising = { ...sound, incomeTrend: "rising", incomeTrendOn: "2025-06-29" };
    const side = { card: exampleRetailCard, record: rising };
    const result = explainTypeChange({ ...side, asOf: BEFORE }, { ...side, asOf: AFTER });
    expect(partsOf(result)["incomeTrend"]).toStrictEqual([10, 0, 0, -10, 0, 0]);
    expect(
      result.points.status === "split" &&
        result.points.characteristics.find(({ characteristic }) => characteristic === "incomeTrend")?.states,
    ).toStrictEqual({ from: "valid", to: "stale" });
  });

  test("becoming a customer is told apart from what the customer then has", () => {
    const prospect = { ...sound, isCustomer: false, mainBankElsewhere: true };
    const side = { card: exampleRetailCard, asOf: BEFORE };
    const won = explainTypeChange({ ...side, record: prospect }, { ...side, record: sound });
    expect(partsOf(won)["total"]).toStrictEqual([22, 62, 0, 0, 40, 0]);
    expect(won.previous.type).toBe("prospective-high-quality");
  });

  test("what a new card leaves out keeps its value for the comparison", () => {
    const { salaryAccount, incomeTrend, incomeTrendOn, ...record } = sound;
    const before = { ...sound, incomeTrend: "rising", incomeTrendOn: "2025-04-01" };
    const result = change(withoutTwo, record, before);
    expect([salaryAccount, incomeTrend, incomeTrendOn]).toStrictEqual([true, "falling", "2026-01-31"]);
    expect(result.carried).toStrictEqual(["incomeTrend", "salaryAccount"]);
    // 364 days old then, and no older now: an effect of the card, and not of age
    expect(partsOf(result)).toStrictEqual({
      total: [72, 57, 0, 0, 0, -15],
      salary: [5, 0, 0, 0, 0, -5],
      incomeTrend: [10, 0, 0, 0, 0, -10],
    });
    expect(result.rules).toStrictEqual([
      { rule: "existing-potential", from: "failed", underPreviousCard: "failed", to: null },
    ]);
  });

  test("a date at the end of the calendar is not moved beyond it", () => {
    const { salaryAccount, incomeTrend, incomeTrendOn, ...record } = sound;
    expect([salaryAccount, incomeTrend, incomeTrendOn]).toStrictEqual([true, "falling", "2026-01-31"]);
    // somebody who was no customer has no such line, so that the date was not looked at on the earlier side
    const from = (on: string): TypeChange =>
      change(withoutTwo, record, { ...sound, isCustomer: false, mainBankElsewhere: true, incomeTrendOn: on });
    expect(from("9999-12-30")).toStrictEqual(from("2026-04-01"));
  });

  test("what a new card leaves out and the new record still has is compared by its new value, at its new age", () => {
    const result = change(
      withoutTwo,
      { ...sound, salaryAccount: false, incomeTrend: "steady", incomeTrendOn: "2026-06-01" },
      { ...sound, incomeTrend: "rising", incomeTrendOn: "2025-04-01" },
    );
    expect(result.carried).toStrictEqual([]);
    expect(partsOf(result)).toStrictEqual({
      total: [72, 57, -11, 0, 0, -4],
      salary: [5, 0, -5, 0, 0, 0],
      incomeTrend: [10, 0, -6, 0, 0, -4],
    });
  });

  test("points that go to another axis leave the one and come to the other", () => {
    const moved = changed({
      characteristics: exampleRetailCard.characteristics.map((line) =>
        line.id === "salary" ? { ...line, axis: "contribution" as const } : line,
      ),
    });
    const { points } = change(moved, dated);
    if (points.status !== "split") throw new Error(points.status);
    expect([points.axes.closeness.card, points.axes.contribution.card, points.total.card]).toStrictEqual([-5, 5, 0]);
    expect(points.characteristics.find(({ characteristic }) => characteristic === "salary")).toMatchObject({
      axis: "contribution",
      axisBefore: "closeness",
      change: 0,
    });
  });

  test("no points are made up where a side has none, or the old card gives the new record none", () => {
    const lacking = change(dearer, { ...dated, depositAvg: null });
    expect(lacking.points).toStrictEqual({ status: "no-score", without: ["current"] });
    const blocked = change(dearer, dated, { ...sound, deceased: true });
    expect(blocked.points).toStrictEqual({ status: "no-score", without: ["previous"] });
    expect(blocked.rules).toStrictEqual([]);
    const lenient = changed({
      characteristics: exampleRetailCard.characteristics.map((line) =>
        line.id === "products" ? { ...line, inputs: { missing: { points: 3 }, invalid: "reject" as const } } : line,
      ),
    });
    const open = change(lenient, { ...dated, productCount: null });
    expect(open.points).toStrictEqual({ status: "not-split", change: -7, features: ["productCount"] });
    expect(open.underPreviousCard).toStrictEqual({ status: "insufficient-data" });
  });

  test("an amount in the currency of the new card is none that the old one can use", () => {
    const hkd = { ...exampleStarRateCard, version: "2", currency: "HKD" };
    const result = explainTypeChange(
      { card: exampleStarRateCard, record: { mortgage: cny("1000000.00") }, asOf: BEFORE },
      { card: hkd, record: { mortgage: { amount: "1000000.00", currency: "HKD" } }, asOf: BEFORE },
    );
    expect(result.points).toStrictEqual({ status: "not-split", change: 0, features: ["mortgage"] });
    expect(result.underPreviousCard).toBeNull();
  });
});

describe("the served level", () => {
  const standing = (earned: number, held: number, floored: number, served: number): StandingLevels => {
    const level = (step: number): string => exampleStarRateCard.levels[step]?.id ?? "";
    return {
      policy: { id: "acme.standing", version: "1" },
      asOf: BEFORE,
      earned: level(earned),
      held: level(held),
      floored: level(floored),
      served: level(served),
      steps: { earned, held, floored, served },
    };
  };
  const side = { card: exampleStarRateCard, record: { mortgage: cny("1.00") }, asOf: BEFORE };

  test("moves by what is earned, by grace, by floors and by overrides", () => {
    const { served } = explainTypeChange(
      { ...side, standing: standing(4, 4, 4, 4) },
      { ...side, standing: standing(1, 3, 4, 5) },
    );
    expect(served).toStrictEqual({
      from: "star-6",
      to: "star-7",
      change: 1,
      earned: -3,
      grace: 2,
      floor: 1,
      override: 1,
      isOneLadder: true,
    });
    expect(explainTypeChange({ ...side, standing: standing(4, 4, 4, 4) }, side).served).toBeUndefined();
  });

  test("of another policy counts places of another ladder", () => {
    const other = { ...standing(2, 2, 2, 2), policy: { id: "acme.standing", version: "2" } };
    const { served, lines } = explainTypeChange(
      { ...side, standing: standing(1, 1, 1, 1) },
      { ...side, standing: other },
    );
    expect(served?.isOneLadder).toBe(false);
    expect(lines.at(-1)?.line).toBe("change-ladders");
  });

  test("in the wrong order is refused: a rise would be told as a fall", () => {
    const late = { ...standing(1, 1, 1, 1), asOf: "2026-03-31" };
    const early = { ...standing(2, 2, 2, 2), asOf: "2026-02-28" };
    const between = (previous: StandingLevels, current: StandingLevels) => (): unknown =>
      explainTypeChange({ ...side, standing: previous }, { ...side, standing: current });
    expect(refusalOf(between(late, early))).toMatchObject({
      code: "customer-classification/invalid-change",
      path: ["current", "standing", "asOf"],
      details: { previousAsOf: "2026-03-31", currentAsOf: "2026-02-28" },
    });
    // none was made in between
    expect(between(late, late)).not.toThrow();
  });

  test("of a day after that of its side is refused", () => {
    const tomorrow = { ...standing(1, 1, 1, 1), asOf: "2026-04-01" };
    const [previous, current] = [{ ...side }, { ...side, asOf: "2026-04-30" }];
    expect(refusalOf(() => explainTypeChange({ ...previous, standing: tomorrow }, current))).toEqual({
      code: "customer-classification/invalid-change",
      path: ["previous", "standing", "asOf"],
      details: { standingAsOf: "2026-04-01", asOf: BEFORE },
    });
    const later = { ...standing(1, 1, 1, 1), asOf: "2026-05-01" };
    expect(refusalOf(() => explainTypeChange(previous, { ...current, standing: later })).path).toEqual([
      "current",
      "standing",
      "asOf",
    ]);
    expect(explainTypeChange(previous, { ...current, standing: tomorrow }).served).toBeUndefined();
  });
});

describe("sides that are not such", () => {
  const side = { card: exampleRetailCard, record: sound, asOf: BEFORE };

  test.each([
    ["previous", { ...side, asof: BEFORE }, "customer-classification/invalid-change", ["previous", "asof"]],
    ["previous", null, "customer-classification/invalid-change", ["previous"]],
    ["previous", { ...side, asOf: "2026-13-01" }, "core/invalid-date", ["previous", "asOf"]],
    ["previous", { ...side, asOf: "1999-12-31" }, "core/no-policy-in-force", ["previous", "asOf"]],
    ["current", { ...side, asOf: "2026-02-28" }, "customer-classification/invalid-change", ["current", "asOf"]],
    [
      "current",
      { ...side, card: { ...exampleRetailCard, rules: 1 } },
      "customer-classification/invalid-card",
      ["current", "card", "rules"],
    ],
    ["current", { ...side, card: null }, "customer-classification/invalid-card", ["current", "card"]],
    [
      "current",
      { ...side, record: { ...sound, productCount: "4" } },
      "customer-classification/invalid-value",
      ["current", "record", "productCount"],
    ],
    [
      "current",
      { ...side, observedAt: { no: BEFORE } },
      "customer-classification/unknown-feature",
      ["current", "observedAt", "no"],
    ],
    [
      "current",
      { ...side, standing: { served: "a" } },
      "customer-classification/invalid-change",
      ["current", "standing", "policy"],
    ],
  ] as const)("%s %#: the path begins with the side", (which, given, code, path) => {
    const sides = { previous: side, current: side, [which]: given };
    const call = (): unknown => explainTypeChange(sides.previous, sides.current);
    expect(refusalOf(call)).toMatchObject({ code, path });
  });
});
