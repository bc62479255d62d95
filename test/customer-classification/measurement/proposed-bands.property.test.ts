import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  BAND_METHODS,
  bandsFrom,
  weightOfEvidence,
  type BandOptions,
} from "../../../src/customer-classification/index.ts";

const rows = fc.array(
  fc.tuple(fc.option(fc.integer({ min: -20, max: 60 }).map((value) => value / 4)), fc.integer({ min: 0, max: 1 })),
  { maxLength: 120 },
);

const options = fc.record(
  {
    maxBands: fc.integer({ min: 2, max: 9 }),
    minShare: fc.constantFrom(0.02, 0.05, 0.1, 0.15, 0.3, 0.5, 0.9),
    monotone: fc.constantFrom("up", "down"),
    method: fc.constantFrom(...BAND_METHODS),
    pointsPerWoe: fc.constantFrom(1, 20, 28.85),
    emptyAs: fc.constantFrom(0.5, 0.9),
  },
  { requiredKeys: ["maxBands", "minShare"] },
);

const propose = (list: readonly (readonly [number | null, number])[], given: BandOptions) =>
  bandsFrom(
    list.map(([value]) => value),
    list.map(([, outcome]) => outcome),
    given,
  );

describe("bands from data", () => {
  test("hold every row once, are as few, as large and as monotone as asked for, and ascend", () => {
    fc.assert(
      fc.property(rows, options, (list, given) => {
        const proposal = propose(list, given);
        const known = list.flatMap(([value, outcome]) => (value === null ? [] : [{ value, outcome }]));
        expect(proposal.n).toBe(known.length);
        expect(proposal.missing.rate.of).toBe(list.length - known.length);
        if (proposal.status === "not-proposed") return;
        const { bands } = proposal;
        expect(bands.length).toBeGreaterThan(1);
        expect(bands.length).toBeLessThanOrEqual(given.maxBands);
        expect([bands[0]?.from, bands.at(-1)?.below]).toStrictEqual([undefined, undefined]);
        for (const [index, band] of bands.entries()) {
          const [from, below] = [Number(band.from ?? -Infinity), Number(band.below ?? Infinity)];
          expect(from).toBeLessThan(below);
          const inside = known.filter(({ value }) => value >= from && value < below);
          expect([band.n, band.positives]).toStrictEqual([
            inside.length,
            inside.filter(({ outcome }) => outcome === 1).length,
          ]);
          expect(band.n / known.length).toBeGreaterThanOrEqual(given.minShare);
          const next = bands[index + 1];
          if (next === undefined) continue;
          expect(next.from).toBe(band.below);
          const step = next.positives * band.n - band.positives * next.n;
          if (given.monotone === "up") expect(step).toBeGreaterThanOrEqual(0);
          if (given.monotone === "down") expect(step).toBeLessThanOrEqual(0);
          if (next.points === undefined || band.points === undefined) continue;
          if (given.monotone === "up") expect(next.points).toBeGreaterThanOrEqual(band.points);
          if (given.monotone === "down") expect(next.points).toBeLessThanOrEqual(band.points);
        }
        const bins = bands.map(({ positives, negatives }, index) => ({ key: String(index), positives, negatives }));
        const { positives, negatives, rate } = proposal.missing;
        const all = rate.of === 0 ? bins : [...bins, { key: null, positives, negatives }];
        const weights = weightOfEvidence(all, given.emptyAs === undefined ? {} : { emptyAs: given.emptyAs });
        expect(proposal.informationValue).toBe(weights.informationValue);
        expect(bands.map(({ woe }) => woe)).toStrictEqual(weights.bins.slice(0, bands.length).map(({ woe }) => woe));
      }),
    );
  });

  test("are the same whatever the order of the rows, and end to end", () => {
    fc.assert(
      fc.property(
        rows.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        options,
        ([list, shuffled], given) => {
          expect(propose(shuffled, given)).toStrictEqual(propose(list, given));
        },
      ),
    );
  });
});
