import { describe, expect, test } from "vitest";

import {
  auc,
  exampleRetailCard,
  exampleStarRateCard,
  ks,
  measureCard,
  mergeOutcomeCounts,
  prepareScorecard,
  psi,
  scoreRecord,
  weightOfEvidence,
  type CustomerRecord,
} from "../../../src/customer-classification/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { asOf, cardOf, cny, lines, sound, withPolicies } from "../cards.ts";

/** Bands from 0.3 on a number, groups of categories, and a flag. */
const card = cardOf([
  { ...lines.number, monotone: "up" },
  withPolicies(lines.category, { points: 0 }, ["missing", "unknown"]),
  { ...lines.flag, monotone: "up" },
]);

const rows = [
  { number: 0.1, category: "gold", flag: true },
  { number: 0.2, category: "none", flag: false },
  { number: 0.5, category: null, flag: true },
  { number: 0.5, category: "gold", flag: false },
  { number: 0.9, category: "gold", flag: false },
  { number: 0.1, category: "none", flag: true },
] as const satisfies readonly CustomerRecord[];
const outcomes = [0, 0, 1, 0, 1, 1];

describe("a card measured", () => {
  test("total scores are those of single records, and their figures those of the measures", () => {
    const measurement = measureCard(card, rows, outcomes, { asOf, confidence: 0.9 });
    const scores = rows.map((record) => {
      const result = scoreRecord(card, record, { asOf });
      return result.status === "scored" ? result.score : Number.NaN;
    });
    expect(measurement.auc).toStrictEqual(auc({ scores, outcomes }, { confidence: 0.9 }));
    expect(measurement.ks).toStrictEqual(ks({ scores, outcomes }));
    expect(measurement.measured).toStrictEqual({ n: 6, of: 6, rate: "1.0000" });
    expect(measurement.card).toStrictEqual(prepareScorecard(card).stamp);
    expect(measurement.asOf).toBe(asOf);
  });

  test("each characteristic has its bins in the card's order, states after them", () => {
    const [number, category, flag] = measureCard(card, rows, outcomes, { asOf, emptyAs: 0.5 }).characteristics;
    expect(number?.bins.map(({ key, positives, negatives }) => [key, positives, negatives])).toStrictEqual([
      ["[−∞, 0.3)", 1, 2],
      ["[0.3, ∞)", 2, 1],
    ]);
    expect([number?.declared, number?.observed, number?.agrees]).toStrictEqual(["up", "up", true]);
    expect(number?.informationValue).toBe(
      weightOfEvidence([
        { key: "low", positives: 1, negatives: 2 },
        { key: "high", positives: 2, negatives: 1 },
      ]).informationValue,
    );
    expect(category?.bins.at(-1)).toMatchObject({ key: "<missing>", positives: 1, negatives: 0 });
    expect([category?.observed, category?.agrees]).toStrictEqual([null, null]);
    expect(flag?.bins.map(({ key, positives }) => [key, positives])).toStrictEqual([
      ["false", 1],
      ["true", 2],
    ]);
  });

  test("rates against the declared direction are said", () => {
    const { lines: said, characteristics } = measureCard(card, rows, [1, 1, 0, 0, 0, 1], { asOf });
    expect(characteristics[0]).toMatchObject({ observed: "down", agrees: false });
    expect(said).toContainEqual({
      line: "trend-against-card",
      values: { characteristic: "characteristic.number", declared: "up", observed: "down" },
    });
  });

  test("an information value that is null is explained, and which characteristic it is of", () => {
    const one = cardOf([lines.number, lines.flag]);
    const sample = [0.1, 0.2, 0.5, 0.9].map((number, row) => ({ number, flag: row % 2 === 0 }));
    const marks = [0, 0, 1, 1];
    const of = (options: object, own: readonly number[] = marks) => {
      const { characteristics, lines: said } = measureCard(one, sample, own, { asOf, ...options });
      const ofBins = said.filter(({ line }) => line === "bin-one-sided" || line === "bins-one-sided");
      return [characteristics.map(({ informationValue }) => informationValue), ofBins];
    };
    const values = { characteristic: "characteristic.number" };
    expect(of({})).toStrictEqual([
      [null, 0],
      [
        { line: "bin-one-sided", values: { ...values, bin: "[−∞, 0.3)", positives: 0, negatives: 2 } },
        { line: "bin-one-sided", values: { ...values, bin: "[0.3, ∞)", positives: 2, negatives: 0 } },
      ],
    ]);
    // by hand: shares of 0.5 and 2 in 2.5 either way, 2 · (0.8 − 0.2) · ln 4
    expect(of({ emptyAs: 0.5 })).toStrictEqual([[Number((1.2 * Math.log(4)).toFixed(10)), 0], []]);
    // where all rows are on one side no stand-in helps; it is said once for all characteristics
    const oneSided = { line: "bins-one-sided", values: { positives: 0, negatives: 4 } };
    expect(of({ emptyAs: 0.5 }, [0, 0, 0, 0])).toStrictEqual([[null, null], [oneSided]]);
  });

  test("rates may be flat, or up and down", () => {
    const money = { ...lines.money, monotone: "up" } as const;
    const of = (list: readonly (readonly [string, number])[]) =>
      measureCard(
        cardOf([money]),
        list.map(([amount]) => ({ money: cny(amount) })),
        list.map(([, outcome]) => outcome),
        { asOf },
      ).characteristics[0];
    expect(
      of([
        ["-5", 1],
        ["0", 0],
        ["5000", 1],
      ]),
    ).toMatchObject({ observed: "mixed", agrees: false });
    expect(
      of([
        ["-5", 1],
        ["0", 1],
      ]),
    ).toMatchObject({ observed: "flat", agrees: true });
    expect(of([])).toMatchObject({ observed: "flat", informationValue: null });
  });

  test("against a base sample, with its own date", () => {
    const base = { sample: [...rows, rows[0], rows[0]], asOf: "2026-01-31" };
    const { characteristics } = measureCard(card, rows, outcomes, { asOf, base });
    const bins = (low: number, high: number) => [
      { key: "low", count: low },
      { key: "high", count: high },
    ];
    expect(characteristics[0]?.stability?.psi).toBe(psi(bins(5, 3), bins(3, 3)).psi);
    expect(characteristics[0]?.stability?.bins.map(({ key, actual }) => [key, actual.n])).toStrictEqual([
      ["[−∞, 0.3)", 3],
      ["[0.3, ∞)", 3],
    ]);
    const alone = measureCard(card, rows, outcomes, { asOf });
    expect([alone.stability, alone.characteristics[0]?.stability]).toStrictEqual([null, null]);
  });

  test("the total against a base sample, in bins from the cuts given", () => {
    const base = { sample: [...rows, rows[0], rows[0]], asOf };
    const { counts, stability } = measureCard(card, rows, outcomes, { asOf, base, scoreCuts: [4, 9], emptyAs: 0.9 });
    const own = counts.scores.map((score, index) => [
      score,
      (counts.positives[index] ?? 0) + (counts.negatives[index] ?? 0),
    ]);
    const inBin = (from: number, below: number): number =>
      own.reduce((sum, [score = 0, n = 0]) => sum + (score >= from && score < below ? n : 0), 0);
    expect(stability?.bins.map(({ key, actual }) => [key, actual.n])).toStrictEqual([
      ["[−∞, 4)", inBin(-Infinity, 4)],
      ["[4, 9)", inBin(4, 9)],
      ["[9, ∞)", inBin(9, Infinity)],
    ]);
    expect(stability?.bins.reduce((sum, { expected }) => sum + expected.n, 0)).toBe(8);
    expect(stability?.psi).not.toBeNull();
  });

  test("a category that looks like a state is not taken for one", () => {
    const odd = cardOf(
      [
        {
          ...withPolicies(lines.category, { points: 0 }, ["missing", "unknown"]),
          groups: [
            { values: ["<missing>"], points: 1 },
            { values: ["a|b", "c"], points: 2 },
          ],
        },
      ],
      {
        features: {
          category: { kind: "category", group: "basic", sensitive: false, values: ["<missing>", "a|b", "c"] },
        },
      },
    );
    const sample = [{ category: "<missing>" }, { category: null }, { category: "c" }];
    const [line] = measureCard(odd, sample, [1, 1, 0], { asOf }).characteristics;
    expect(line?.bins.map(({ key, positives, negatives }) => [key, positives, negatives])).toStrictEqual([
      ['"<missing>"', 1, 0],
      ['"a|b" | c', 0, 1],
      ["<missing>", 1, 0],
    ]);
  });

  test("columns are as rows", () => {
    const columns = {
      number: Float64Array.from(rows, ({ number }) => number),
      category: rows.map(({ category }) => category),
      flag: rows.map(({ flag }) => flag),
    };
    expect(measureCard(card, columns, outcomes, { asOf })).toStrictEqual(measureCard(card, rows, outcomes, { asOf }));
  });

  test("counts of parts merge into those of the whole", () => {
    const part = (from: number, to: number) =>
      measureCard(card, rows.slice(from, to), outcomes.slice(from, to), { asOf }).counts;
    expect(mergeOutcomeCounts(part(0, 2), part(2, 6))).toStrictEqual(
      measureCard(card, rows, outcomes, { asOf }).counts,
    );
  });

  test("in proportion: no bands, and an area all the same", () => {
    const measurement = measureCard(
      exampleStarRateCard,
      ["1", "500000", "20000", "9000000"].map((amount) => ({ mediumLongTermAssets: cny(amount) })),
      [0, 1, 0, 1],
      { asOf },
    );
    const one = measurement.characteristics.find(({ feature }) => feature === "mediumLongTermAssets");
    expect([one?.bins, one?.informationValue, one?.auc.auc]).toStrictEqual([[], null, 1]);
    expect(measurement.lines.map(({ line }) => line)).toContain("characteristic-without-bands");
  });

  test("bad rows are issues, the rest is measured", () => {
    const sample = [
      sound,
      { ...sound, productCount: "4" },
      null,
      { ...sound, annualIncom: 1, annualIncome: undefined },
      {},
      sound,
      sound,
    ];
    const measurement = measureCard(exampleRetailCard, sample as never, [1, 1, 0, 1, 0, null, "yes"] as never, {
      asOf,
    });
    expect(measurement.issues.map(({ row, code }) => [row, code])).toStrictEqual([
      [1, "customer-classification/invalid-value"],
      [2, "customer-classification/invalid-record"],
      [3, "customer-classification/invalid-record"],
      [6, "customer-classification/unusable-sample-row"],
    ]);
    expect([measurement.measured.n, measurement.insufficient, measurement.withoutOutcome]).toStrictEqual([1, 1, 1]);
    // the last row has an outcome that cannot be used, three have values that the card refuses
    expect(measurement.lines[0]).toStrictEqual({ line: "rows-left-out", values: { n: 4, of: 7 } });
    const base = { sample: sample as never, asOf };
    expect(measureCard(exampleRetailCard, [sound], [1], { asOf, base }).baseIssues).toHaveLength(3);
  });

  test("an outcome whose getter throws is an issue of its row", () => {
    const throwing: unknown[] = [...outcomes];
    Object.defineProperty(throwing, 2, {
      get: () => {
        throw new Error("lost");
      },
    });
    const { measured, issues } = measureCard(card, rows, throwing as never, { asOf });
    expect(measured.n).toBe(5);
    expect(issues.map(({ row, code, path }) => [row, code, path])).toStrictEqual([
      [2, "customer-classification/unusable-sample-row", ["outcomes", 2]],
    ]);
  });

  test("outcomes as text: no row is measured, and the first line says so", () => {
    const { measured, lines: said } = measureCard(card, rows, outcomes.map(String) as never, { asOf });
    expect(measured.n).toBe(0);
    expect(said[0]).toStrictEqual({ line: "rows-left-out", values: { n: 6, of: 6 } });
    expect(measureCard(card, rows, outcomes, { asOf }).lines.map(({ line }) => line)).not.toContain("rows-left-out");
  });
});

describe("refusals name the place", () => {
  const code = "customer-classification/invalid-measurement";
  test.each<[string, () => unknown, readonly (string | number)[]]>([
    ["lists of two lengths", () => measureCard(card, rows, [1], { asOf }), ["outcomes"]],
    ["outcomes that are not a list", () => measureCard(card, rows, 1 as never, { asOf }), ["outcomes"]],
    ["a confidence", () => measureCard(card, rows, outcomes, { asOf, confidence: 2 }), ["options", "confidence"]],
    ["cuts", () => measureCard(card, rows, outcomes, { asOf, scoreCuts: [2, 1] }), ["options", "scoreCuts", 1]],
    [
      "cuts with nothing to compare",
      () => measureCard(card, rows, outcomes, { asOf, scoreCuts: [1] }),
      ["options", "scoreCuts"],
    ],
    ["an unknown option", () => measureCard(card, rows, outcomes, { asOf, bins: 10 } as never), ["options", "bins"]],
  ])("%s", (_, call, path) => {
    expect(refusalOf(call)).toMatchObject({ code, path });
  });

  test("what the card refuses of a call has its own code, at the place in this call", () => {
    const of = (options: object, sample: unknown = rows) =>
      refusalOf(() => measureCard(card, sample as never, outcomes, options as never));
    expect(of({ asOf: "31/3/2026" })).toMatchObject({ code: "core/invalid-date", path: ["options", "asOf"] });
    expect(of({ asOf, observedAt: { colour: asOf } })).toMatchObject({
      code: "customer-classification/unknown-feature",
      path: ["options", "observedAt", "colour"],
    });
    expect(of({ asOf, base: { sample: rows, asOf, observedAt: { number: "2027-01-01" } } })).toMatchObject({
      code: "customer-classification/invalid-context",
      path: ["options", "base", "observedAt", "number"],
    });
    expect(of({ asOf }, "rows")).toMatchObject({ code: "customer-classification/invalid-columns", path: ["sample"] });
    expect(of({ asOf }, { number: [1], flag: [true, false] })).toMatchObject({
      code: "customer-classification/ragged-columns",
      path: ["sample", "flag"],
    });
  });
});
