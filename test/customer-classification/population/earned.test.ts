import { describe, expect, test } from "vitest";

import {
  classesOf,
  classifyMany,
  earnedPlaces,
  type ClassificationBatch,
  type Scorecard,
  type StandingPolicy,
} from "../../../src/customer-classification/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { asOf, cardOf, cny, lines } from "../cards.ts";

const CODE = "customer-classification/invalid-standing-policy";

const card: Scorecard = cardOf(
  [{ ...lines.money, bands: [{ below: "1000", points: 0 }, { below: "5000", points: 10 }, { points: 20 }] }],
  {
    levels: [
      { id: "silver", atLeast: 10 },
      { id: "gold", atLeast: 20 },
    ],
    core: [{ test: "total", atLeast: 20 }],
  },
);

const policy = (...ladder: readonly string[]): StandingPolicy => ({
  id: "test.standing",
  version: "1",
  status: "house",
  effectiveFrom: "2020-01-01",
  sources: ["test"],
  ladder: ladder.map((id) => ({ id })),
  review: { kind: "monthly" },
  missedReview: "refuse",
  rise: { afterReviews: 0 },
  fall: { afterReviews: 1, steps: "to-held" },
});

const rows = ["0.00", "5000.00", "1000.00", null].map((amount) => ({ money: amount === null ? null : cny(amount) }));
const batch = classifyMany(card, rows, { asOf });
const copy = JSON.parse(JSON.stringify(batch)) as ClassificationBatch;

describe.each([
  ["a batch", batch],
  ["a copy of it", copy],
])("the ladder of a policy and the classes of %s", (_, given) => {
  const places = (...ladder: readonly string[]): readonly number[] => [...earnedPlaces(given, policy(...ladder))];
  const refused = (...ladder: readonly string[]): unknown => refusalOf(() => earnedPlaces(given, policy(...ladder)));

  test("give places by level, by tier and by type", () => {
    expect(places("none", "silver", "gold")).toEqual([0, 2, 1, -1]);
    expect(places("none", "gold")).toEqual([0, 1, 0, -1]);
    expect(places("ordinary", "general", "core")).toEqual([1, 2, 1, -1]);
    expect(places("core-less", "core")).toEqual([0, 1, 0, -1]);
    expect(places("ordinary", "existing-high-quality")).toEqual([1, 1, 1, -1]);
  });

  test("are refused where the ladder lacks a level above one that it has", () => {
    expect(refused("none", "silver")).toEqual({
      code: CODE,
      path: ["policy", "ladder"],
      details: { known: ["silver", "gold"] },
    });
    expect(refused("ordinary", "general")).toMatchObject({ details: { known: ["general", "core"] } });
  });

  test("are refused where a level is misspelt, with what was meant", () => {
    expect(refused("none", "slver", "gold")).toMatchObject({
      code: CODE,
      path: ["policy", "ladder", 1, "id"],
      details: { didYouMean: "silver" },
    });
    expect(refused("none", "silver", "Gold")).toMatchObject({ details: { didYouMean: "gold" } });
    expect(refused("ordinary", "genral", "core")).toMatchObject({ details: { didYouMean: "general" } });
  });

  test("are refused where the best stands first", () => {
    expect(refused("gold", "silver", "none")).toMatchObject({ code: CODE, path: ["policy", "ladder"] });
    expect(refused("core", "general", "ordinary")).toMatchObject({ code: CODE, path: ["policy", "ladder"] });
    expect(refused("existing-high-quality", "ordinary")).toMatchObject({ code: CODE, path: ["policy", "ladder"] });
  });
});

test("a ladder of which the card knows nothing but the lowest level is refused; of a copy nobody can say", () => {
  const foreign = policy("ordinary", "affluent");
  expect(refusalOf(() => earnedPlaces(batch, foreign))).toMatchObject({ code: CODE, path: ["policy", "ladder"] });
  expect([...earnedPlaces(copy, foreign)]).toEqual([0, 0, 0, -1]);
});

test("an answer that cannot be read is refused with its row, and so are values that cannot", () => {
  const throwing = new Proxy({}, { get: () => expect.unreachable() });
  const broken = { ...copy, values: [null, throwing] } as unknown as ClassificationBatch;
  const silent = {
    get values(): never {
      throw new Error("gone");
    },
  } as unknown as ClassificationBatch;
  for (const run of [classesOf, earnedPlaces] as ((batch: ClassificationBatch, other: never) => unknown)[]) {
    const other = (run === classesOf ? "tier" : policy("none", "gold")) as never;
    expect(refusalOf(() => run(broken, other))).toEqual({
      code: "customer-classification/invalid-book",
      path: ["batch", "values", 1],
      details: {},
    });
    expect(refusalOf(() => run(silent, other)).path).toEqual(["batch", "values"]);
  }
});

test("the levels of a card without levels are refused", () => {
  const without = classifyMany({ ...card, levels: [] }, rows, { asOf });
  expect(refusalOf(() => classesOf(without, "level"))).toEqual({
    code: "customer-classification/invalid-book",
    path: ["kind"],
    details: { allowed: ["type", "tier"] },
  });
  expect(classesOf(without, "tier")).toEqual(["general", "core", "general", "insufficient-data"]);
});
