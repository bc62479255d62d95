import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  classify,
  CLIENT_TYPES,
  gapToType,
  TIERS,
  type Classification,
  type FeatureValue,
  type GapTarget,
  type Scorecard,
} from "../../../src/customer-classification/index.ts";
import { asOf } from "../cards.ts";
import { bruteForce, isThere } from "./brute-force.ts";
import { caseOf } from "./random-cards.ts";

const targetsOf = (card: Scorecard): readonly GapTarget[] => [
  ...CLIENT_TYPES.map((type) => ({ kind: "type", type }) as const),
  ...TIERS.map((tier) => ({ kind: "tier", tier }) as const),
  ...(card.levels ?? []).map(({ id }) => ({ kind: "level", level: id }) as const),
];

const there = (card: Scorecard, result: Classification, target: GapTarget): boolean =>
  result.status === "classified" && isThere(card, result, target);

/** Every part of a list but the whole. */
const properPartsOf = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: 2 ** list.length - 1 }, (_, bits) => list.filter((_each, at) => (bits >> at) % 2 === 1));

function check(card: Scorecard, record: Readonly<Record<string, FeatureValue>>, seen: Map<string, number>): void {
  const before = classify(card, record, { asOf });
  for (const target of targetsOf(card)) {
    const gap = gapToType(card, record, target, { asOf });
    seen.set(gap.status, (seen.get(gap.status) ?? 0) + 1);
    expect(gap.status === "already-there").toBe(there(card, before, target));
    expect(gap.status === "insufficient-data").toBe(before.status === "insufficient-data");
    if (gap.status === "already-there" || gap.status === "insufficient-data") continue;
    const best = bruteForce(card, record, target);
    if (gap.status !== "moves") {
      expect([gap.status, best]).toStrictEqual([gap.status, null]);
      continue;
    }
    expect({ features: gap.moves.length, steps: gap.steps }).toStrictEqual(best);
    const with_ = (moves: typeof gap.moves): Classification =>
      classify(card, { ...record, ...Object.fromEntries(moves.map(({ feature, to }) => [feature, to])) }, { asOf });
    const after = with_(gap.moves);
    expect(there(card, after, target)).toBe(true);
    expect(after).toMatchObject(gap.reached);
    for (const part of properPartsOf(gap.moves)) expect(there(card, with_(part), target)).toBe(false);
    for (const { feature, from, to } of gap.moves) {
      expect(from).toBe(record[feature]);
      const moves = card.features[feature]?.moves;
      expect(moves).toBeDefined();
      if (typeof from === "number" && moves !== "either") expect(Number(to) > from).toBe(moves === "up");
    }
  }
}

describe("the way to a class", () => {
  test("is the one with the fewest features and steps that trying everything finds", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { card, record } = caseOf(seed, { numbers: 3, kinds: 1, flags: 3 });
        check(card, record, seen);
      }),
      { numRuns: 300 },
    );
    for (const status of ["moves", "not-by-points", "out-of-reach", "already-there"])
      expect(seen.get(status) ?? 0).toBeGreaterThan(0);
    expect(seen.get("too-wide")).toBeUndefined();
  });

  test("is so on cards of up to twelve characteristics and more", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { card, record } = caseOf(seed, { numbers: 0, kinds: 1, flags: 11 });
        check(card, record, seen);
      }),
      { numRuns: 60 },
    );
  });
});
