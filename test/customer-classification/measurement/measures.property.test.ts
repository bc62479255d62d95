import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  auc,
  calibrationTable,
  countOutcomes,
  gainsTable,
  informationValue,
  ks,
  measureCard,
  mergeOutcomeCounts,
  psi,
  weightOfEvidence,
  type CustomerRecord,
} from "../../../src/customer-classification/index.ts";
import { countBy, mergeTallies } from "../../../src/core/index.ts";
import { asOf, cardOf, lines, withPolicies } from "../cards.ts";

/** Rows with many ties. */
const rows = fc.array(
  fc.tuple(
    fc.integer({ min: -5, max: 5 }).map((score) => score / 4),
    fc.boolean(),
  ),
  {
    maxLength: 40,
  },
);

const sampleOf = (list: readonly (readonly [number, boolean])[]) => ({
  scores: list.map(([score]) => score),
  outcomes: list.map(([, outcome]) => outcome),
});

const sidesOf = (list: readonly (readonly [number, boolean])[]) => ({
  own: list.filter(([, outcome]) => outcome).map(([score]) => score),
  other: list.filter(([, outcome]) => !outcome).map(([score]) => score),
});

const psiKernel = (a: number, b: number): number => (a > b ? 1 : a < b ? 0 : 0.5);
const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
const spread = (list: readonly number[]): number =>
  list.reduce((sum, x) => sum + (x - mean(list)) ** 2, 0) / (list.length - 1);

describe("measures of rank", () => {
  test("the area is the probability that a positive outscores a negative, its variance DeLong's by the definition", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { own, other } = sidesOf(list);
        const result = auc(sampleOf(list), { confidence: 0.9 });
        expect([result.n, result.positives, result.negatives]).toStrictEqual([list.length, own.length, other.length]);
        if (own.length < 2 || other.length < 2) {
          expect(result.auc).toBeNull();
          return;
        }
        const ofPositives = own.map((a) => mean(other.map((b) => psiKernel(a, b))));
        const ofNegatives = other.map((b) => mean(own.map((a) => psiKernel(a, b))));
        expect(result.auc).toBeCloseTo(mean(ofPositives), 9);
        expect(result.gini).toBeCloseTo(2 * mean(ofPositives) - 1, 9);
        const variance = spread(ofPositives) / own.length + spread(ofNegatives) / other.length;
        if (result.standardError === null) expect(variance).toBeCloseTo(0, 12);
        else expect(result.standardError).toBeCloseTo(Math.sqrt(variance), 9);
        if (result.interval !== null) {
          expect(result.interval.lower).toBeLessThanOrEqual(result.auc ?? 0);
          expect(result.interval.upper).toBeGreaterThanOrEqual(result.auc ?? 1);
        }
      }),
    );
  });

  test("the distance is the greatest of all that can be read off at a score", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { own, other } = sidesOf(list);
        const result = ks(sampleOf(list));
        if (own.length === 0 || other.length === 0) {
          expect(result.ks).toBeNull();
          return;
        }
        const share = (of: readonly number[], at: number): number =>
          of.filter((score) => score <= at).length / of.length;
        const distances = list.map(([at]) => Math.abs(share(own, at) - share(other, at)));
        expect(result.ks).toBeCloseTo(Math.max(...distances), 9);
        if (result.at === null) expect(result.ks).toBe(0);
        else expect(Math.abs(share(own, result.at) - share(other, result.at))).toBeCloseTo(result.ks ?? -1, 9);
      }),
    );
  });

  test("the order of rows makes no difference, and turning the outcome round turns the area round", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const backwards = [...list].reverse();
        expect(auc(sampleOf(backwards))).toStrictEqual(auc(sampleOf(list)));
        const turned = list.map(([score, outcome]) => [score, !outcome] as const);
        const [area, other] = [auc(sampleOf(list)).auc, auc(sampleOf(turned)).auc];
        if (area === null) expect(other).toBeNull();
        else expect(other).toBeCloseTo(1 - area, 9);
      }),
    );
  });

  test("parts merged in any order give the counts of the whole, and with them every measure", () => {
    fc.assert(
      fc.property(rows, rows, rows, (a, b, c) => {
        const [x, y, z] = [a, b, c].map((part) => countOutcomes(sampleOf(part)));
        if (x === undefined || y === undefined || z === undefined) throw new Error("three parts");
        const whole = countOutcomes(sampleOf([...a, ...b, ...c]));
        expect(mergeOutcomeCounts(mergeOutcomeCounts(x, y), z)).toStrictEqual(whole);
        expect(mergeOutcomeCounts(z, mergeOutcomeCounts(y, x))).toStrictEqual(whole);
        const sample = sampleOf([...c, ...a, ...b]);
        expect(auc(whole, { confidence: 0.95 })).toStrictEqual(auc(sample, { confidence: 0.95 }));
        expect(ks(whole)).toStrictEqual(ks(sample));
        expect(gainsTable(whole, { groups: 4 })).toStrictEqual(gainsTable(sample, { groups: 4 }));
      }),
    );
  });

  test("rows of groups at fixed cuts add up over the parts of a book", () => {
    const predictions = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 8 }).map((p) => p / 8),
        fc.boolean(),
      ),
    );
    fc.assert(
      fc.property(predictions, predictions, (a, b) => {
        const cuts = { cuts: [0.25, 0.5, 0.75] };
        const [own, other, whole] = [a, b, [...b, ...a]].map((list) => calibrationTable(sampleOf(list), cuts));
        if (own === undefined || other === undefined || whole === undefined) throw new Error("three tables");
        expect(whole.rows.map(({ n, positives, expected }) => [n, positives, expected])).toStrictEqual(
          own.rows.map(({ n, positives, expected }, at) => [
            n + (other.rows[at]?.n ?? NaN),
            positives + (other.rows[at]?.positives ?? NaN),
            expected + (other.rows[at]?.expected ?? NaN),
          ]),
        );
        const merged = mergeOutcomeCounts(countOutcomes(sampleOf(a)), countOutcomes(sampleOf(b)));
        expect(calibrationTable(merged, cuts)).toStrictEqual(whole);
      }),
    );
  });
});

describe("tables", () => {
  const grouping = fc.oneof(
    fc.record({ groups: fc.integer({ min: 1, max: 12 }) }),
    fc.record({
      cuts: fc
        .uniqueArray(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 5 })
        .map((cuts) => cuts.map((cut) => cut / 4).sort((a, b) => a - b)),
    }),
  );

  test("groups are the rows, each once, no score in two of them, no more than asked for", () => {
    fc.assert(
      fc.property(rows, grouping, (list, by) => {
        const table = gainsTable(sampleOf(list), by);
        const sum = (pick: (row: (typeof table.rows)[number]) => number): number =>
          table.rows.reduce((total, row) => total + pick(row), 0);
        expect([sum(({ n }) => n), sum(({ positives }) => positives)]).toStrictEqual([table.n, table.positives]);
        if ("groups" in by) expect(table.rows.length).toBeLessThanOrEqual(by.groups);
        const filled = table.rows.filter(({ n }) => n > 0);
        for (const [index, { highest }] of filled.slice(1).entries()) {
          expect(highest ?? 0).toBeLessThan(filled[index]?.lowest ?? 0);
        }
        for (const { lowest, highest, n } of filled) {
          expect(list.filter(([score]) => score >= (lowest ?? 0) && score <= (highest ?? 0))).toHaveLength(n);
        }
        const last = table.rows.at(-1);
        if (last !== undefined) expect([last.reached.n, last.captured.n]).toStrictEqual([table.n, table.positives]);
      }),
    );
  });

  test("predictions add up", () => {
    const predictions = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 20 }).map((p) => p / 20),
        fc.boolean(),
      ),
    );
    fc.assert(
      fc.property(predictions, grouping, (list, by) => {
        const table = calibrationTable(sampleOf(list), by);
        expect(table.rows.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(table.expected, 8);
        expect(table.expected).toBeCloseTo(
          list.reduce((sum, [p]) => sum + p, 0),
          8,
        );
      }),
    );
  });
});

describe("a card measured in parts", () => {
  const card = cardOf([
    { ...lines.number, monotone: "up" },
    withPolicies(lines.category, { points: 0 }, ["missing", "unknown"]),
  ]);
  const parts = fc.array(
    fc.tuple(
      fc.record({ number: fc.constantFrom(0, 0.5), category: fc.constantFrom("gold", "none", "?", null) }),
      fc.constantFrom(0, 1, null),
    ),
    { maxLength: 25 },
  );
  type Part = readonly (readonly [CustomerRecord, number | null])[];

  const measured = (own: Part, base: Part) =>
    measureCard(
      card,
      own.map(([record]) => record),
      own.map(([, outcome]) => outcome),
      { asOf, base: { sample: base.map(([record]) => record), asOf } },
    ).characteristics;

  /** Rows by key, of both parts together, in the order of the card. */
  function added<Bin extends { readonly key: string | null }>(
    whole: readonly Bin[],
    of: readonly (readonly Bin[])[],
    rows: (bin: Bin) => readonly [number, number],
  ) {
    const sums = new Map(whole.map(({ key }) => [key, [0, 0] as [number, number]]));
    for (const bin of of.flat()) {
      const sum = sums.get(bin.key);
      if (sum === undefined) throw new Error(`${String(bin.key)} is not in the whole`);
      const [own, other] = rows(bin);
      sum[0] += own;
      sum[1] += other;
    }
    return [...sums].map(([key, [own, other]]) => ({ key, own, other }));
  }

  test("has bins that add up to those of the whole, and the figures of their sums", () => {
    fc.assert(
      fc.property(parts, parts, parts, parts, (a, b, baseA, baseB) => {
        const whole = measured([...a, ...b], [...baseA, ...baseB]);
        const [first, second] = [measured(a, baseA), measured(b, baseB)];
        for (const [at, one] of whole.entries()) {
          const of = [first[at], second[at]].flatMap((part) => part ?? []);
          const sides = added(
            one.bins,
            of.map(({ bins }) => bins),
            ({ positives, negatives }) => [positives, negatives],
          );
          const weights = weightOfEvidence(
            sides.map(({ key, own, other }) => ({ key, positives: own, negatives: other })),
          );
          expect(weights.bins).toStrictEqual(one.bins);
          expect(weights.informationValue).toBe(one.informationValue);
          const moved = added(
            one.stability?.bins ?? [],
            of.map(({ stability }) => stability?.bins ?? []),
            ({ expected, actual }) => [expected.n, actual.n],
          );
          const index = psi(
            moved.map(({ key, own }) => ({ key, count: own })),
            moved.map(({ key, other }) => ({ key, count: other })),
          );
          expect(index).toStrictEqual(one.stability);
        }
      }),
    );
  });

  test("tallies of parts, merged, have the index of the whole", () => {
    const keys = fc.array(fc.constantFrom("a", "b", "c", null));
    const tallyOf = (list: readonly (string | null)[]) => countBy(list, { bin: (key: string | null) => key });
    fc.assert(
      fc.property(keys, keys, keys, (a, b, actual) => {
        const rowsOf = ({ by }: ReturnType<typeof tallyOf>) => by[0]?.rows ?? [];
        const merged = mergeTallies(tallyOf(a), tallyOf(b));
        const now = rowsOf(tallyOf(actual));
        expect(psi(rowsOf(merged), now)).toStrictEqual(psi(rowsOf(tallyOf([...a, ...b])), now));
      }),
    );
  });
});

describe("bins", () => {
  const counts = fc.integer({ min: 0, max: 30 });
  const bins = fc
    .array(fc.tuple(counts, counts), { maxLength: 8 })
    .map((list) => list.map(([positives, negatives], index) => ({ key: String(index), positives, negatives })));

  test("parts sum to the information value, which is never below 0 and the same with the sides changed", () => {
    fc.assert(
      fc.property(bins, fc.option(fc.constantFrom(0.5, 0.9, 1), { nil: undefined }), (list, emptyAs) => {
        const options = emptyAs === undefined ? {} : { emptyAs };
        const { bins: weighted, informationValue: total, lines } = weightOfEvidence(list, options);
        const turned = list.map(({ key, positives, negatives }) => ({
          key,
          positives: negatives,
          negatives: positives,
        }));
        const other = weightOfEvidence(turned, options);
        if (total === null) {
          expect(lines.length).toBeGreaterThan(0);
          expect(other.informationValue).toBeNull();
          return;
        }
        expect(weighted.reduce((sum, { iv }) => sum + (iv ?? NaN), 0)).toBeCloseTo(total, 8);
        expect(total).toBeGreaterThanOrEqual(0);
        expect(other.informationValue).toBeCloseTo(total, 9);
        for (const [index, { woe }] of weighted.entries()) {
          expect(-(other.bins[index]?.woe ?? 0)).toBeCloseTo(woe ?? 0, 9);
        }
      }),
    );
  });

  test("the stability index is the information value of two populations, symmetrical, and 0 of a population with itself", () => {
    fc.assert(
      fc.property(bins, (list) => {
        const expected = list.map(({ key, positives: count }) => ({ key, count }));
        const actual = list.map(({ key, negatives: count }) => ({ key, count }));
        const index = psi(expected, actual).psi;
        expect(index).toStrictEqual(psi(actual, expected).psi);
        expect(index).toStrictEqual(informationValue(list).value);
        const same = psi(expected, expected).psi;
        expect(same).toBe(expected.some(({ count }) => count > 0) ? 0 : null);
      }),
    );
  });
});
