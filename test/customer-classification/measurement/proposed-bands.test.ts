import { describe, expect, test } from "vitest";

import {
  bandsFrom,
  prepareScorecard,
  type BandOptions,
  type BandsProposed,
  type SampleColumn,
} from "../../../src/customer-classification/index.ts";
import { money } from "../../../src/money/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { cardOf, lines } from "../cards.ts";

/** Rows of a value, of which some have the outcome. */
const times = (value: number, n: number, positives: number): (readonly [number, number])[] =>
  Array.from({ length: n }, (_, index) => [value, index < positives ? 1 : 0]);

const proposed = (rows: readonly (readonly [number, number])[], options: BandOptions): BandsProposed => {
  const proposal = bandsFrom(
    rows.map(([value]) => value),
    rows.map(([, outcome]) => outcome),
    options,
  );
  if (proposal.status !== "proposed") throw new Error(proposal.because);
  return proposal;
};

describe("bands from data", () => {
  test("rates against the direction are pooled: 1, 3, 2, 6 of 10 become 1, 5 of 20, 6", () => {
    const rows = [...times(1, 10, 1), ...times(2, 10, 3), ...times(3, 10, 2), ...times(4, 10, 6)];
    const { bands, merges, fragment } = proposed(rows, { maxBands: 4, minShare: 0.25, monotone: "up" });
    expect(bands.map(({ from, below, n, positives }) => [from, below, n, positives])).toStrictEqual([
      [undefined, "2", 10, 1],
      ["2", "4", 20, 5],
      ["4", undefined, 10, 6],
    ]);
    expect(merges).toStrictEqual([{ from: "2", below: "4", edge: "3", because: "not-monotone" }]);
    expect(fragment).toStrictEqual({ scale: "bands", monotone: "up", bands: [{ below: "2" }, { below: "4" }, {}] });
    // by hand: 12 positives, 28 negatives
    const woe = (own: number, other: number): number => Number(Math.log(own / 12 / (other / 28)).toFixed(10));
    expect(bands.map((band) => band.woe)).toStrictEqual([woe(1, 9), woe(5, 15), woe(6, 4)]);
    const outcomes = rows.map(([, outcome]) => outcome);
    const down = bandsFrom(
      rows.map(([value]) => value),
      outcomes,
      { maxBands: 4, minShare: 0.25, monotone: "down" },
    );
    expect(down).toMatchObject({ status: "not-proposed", because: "one-band" });
  });

  test("pooling goes back as far as it has to", () => {
    const rows = [...times(1, 10, 4), ...times(2, 10, 5), ...times(3, 10, 0), ...times(4, 10, 7)];
    const { bands, merges } = proposed(rows, { maxBands: 4, minShare: 0.2, monotone: "up" });
    expect(bands.map(({ n, positives }) => [n, positives])).toStrictEqual([
      [30, 9],
      [10, 7],
    ]);
    expect(merges.map(({ edge, because }) => [edge, because])).toStrictEqual([
      ["3", "not-monotone"],
      ["2", "not-monotone"],
    ]);
  });

  test("a band with too few rows joins the neighbour whose rate is nearer", () => {
    const rows = [...times(1, 20, 2), ...times(2, 1, 1), ...times(3, 20, 15)];
    const { bands, merges } = proposed(rows, { maxBands: 5, minShare: 0.1, method: "quantile" });
    expect(bands.map(({ from, n }) => [from, n])).toStrictEqual([
      [undefined, 20],
      ["2", 21],
    ]);
    expect(merges).toStrictEqual([{ from: "2", edge: "3", because: "too-small" }]);
  });

  test("too many bands: the two that are most alike become one", () => {
    const rows = [...times(1, 10, 1), ...times(2, 10, 5), ...times(3, 10, 6), ...times(4, 10, 9)];
    const { bands, merges } = proposed(rows, { maxBands: 3, minShare: 0.1 });
    expect(bands.map(({ positives }) => positives)).toStrictEqual([1, 11, 9]);
    expect(merges).toStrictEqual([{ from: "2", below: "4", edge: "3", because: "too-many" }]);
  });

  test("a value of many rows: fixed quantiles leave fewer bands than shared rows do", () => {
    const rows = [...times(0, 50, 10), ...Array.from({ length: 50 }, (_, i) => [i + 1, i % 2] as const)];
    const options = { maxBands: 4, minShare: 0.25 };
    expect(proposed(rows, { ...options, method: "quantile" }).bands.map(({ n }) => n)).toStrictEqual([50, 25, 25]);
    expect(proposed(rows, { ...options, minShare: 0.1, method: "equal-population" }).bands.length).toBe(4);
  });

  test("the fragment is a part of a card, and its points follow the weights", () => {
    const rows = [...times(100, 20, 4), ...times(250.5, 20, 10), ...times(1000, 20, 15)];
    const { fragment } = proposed(rows, { maxBands: 5, minShare: 0.1, monotone: "up", pointsPerWoe: 20 });
    const bands = fragment.bands.map(({ points = 0, ...band }) => ({ ...band, points }));
    expect(bands).toStrictEqual([{ below: "250.5", points: -26 }, { below: "1000", points: 1 }, { points: 23 }]);
    const line = { ...lines.number, monotone: "up", scale: "bands", bands } as const;
    expect(prepareScorecard(cardOf([line])).stamp.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("what stands for no rows never gives points against the direction", () => {
    const rows = [...times(0, 1, 0), ...times(1, 4, 1), ...times(2, 1, 1)];
    const { bands } = proposed(rows, { maxBands: 3, minShare: 0.02, monotone: "up", pointsPerWoe: 10, emptyAs: 0.5 });
    // by hand: shares of 2.5 positives and 4.5 negatives; the first weight, ln 0.9, is above the second, ln 0.6
    const woe = [0.9, 0.6, 3.6].map((ratio) => Number(Math.log(ratio).toFixed(10)));
    expect(bands.map((band) => band.woe)).toStrictEqual(woe);
    expect(bands.map(({ points }) => points)).toStrictEqual([-5, -5, 13]);
    const mirrored = rows.map(([value, outcome]) => [-value, outcome] as const);
    const down = proposed(mirrored, { maxBands: 3, minShare: 0.02, monotone: "down", pointsPerWoe: 10, emptyAs: 0.5 });
    expect(down.bands.map(({ points }) => points)).toStrictEqual([13, -5, -5]);
  });

  test("amounts, as money, as text and as numbers, have the same bands, with edges in the digits they need", () => {
    const rows = [...times(1, 10, 1), ...times(2.5, 10, 5), ...times(30, 10, 9)];
    const outcomes = rows.map(([, outcome]) => outcome);
    const options: BandOptions = { maxBands: 3, minShare: 0.1 };
    const edges = (values: SampleColumn): unknown => {
      const proposal = bandsFrom(values, outcomes, options);
      return proposal.status === "proposed" ? proposal.fragment.bands : proposal;
    };
    expect(edges(rows.map(([value]) => value))).toStrictEqual([{ below: "2.5" }, { below: "30" }, {}]);
    expect(edges(Float64Array.from(rows, ([value]) => value))).toStrictEqual([{ below: "2.5" }, { below: "30" }, {}]);
    const cents = rows.map(([value]) => value.toFixed(2));
    expect(edges(cents)).toStrictEqual([{ below: "2.5" }, { below: "30" }, {}]);
    expect(edges(cents.map((amount) => money(amount, "CNY")))).toStrictEqual([{ below: "2.5" }, { below: "30" }, {}]);
  });

  test("rows without a value are apart, rows without an outcome are counted, the others that cannot be used are issues", () => {
    const values = [1, 1, 2, 2, null, undefined, null, 3, "3", NaN, 1e300, {}, 2, 1, 2, 2];
    const outcomes = [0, 0, 1, 1, 1, 0, null, null, 1, 1, 1, 0, 2, "x", undefined, 0];
    const proposal = bandsFrom(values as never, outcomes as never, { maxBands: 2, minShare: 0.2, emptyAs: 0.5 });
    if (proposal.status !== "proposed") throw new Error(proposal.because);
    expect(proposal.n).toBe(5);
    expect(proposal.missing).toStrictEqual({ positives: 1, negatives: 1, rate: { n: 1, of: 2, rate: "0.5000" } });
    expect(proposal.withoutOutcome).toBe(3);
    expect(proposal.issues.map(({ row, path }) => [row, path[0]])).toStrictEqual([
      [8, "values"],
      [9, "values"],
      [10, "values"],
      [11, "values"],
      [12, "outcomes"],
      [13, "outcomes"],
    ]);
    expect(proposal.issues[0]?.details).toStrictEqual({ received: "3", type: "string" });
    expect(proposal.woeOfMissing).not.toBeNull();
    expect(proposal.lines.map(({ line }) => line)).toStrictEqual([
      "rows-left-out",
      "band-proposed",
      "band-proposed",
      "band-of-missing",
    ]);
    expect(proposal.lines[0]).toStrictEqual({ line: "rows-left-out", values: { n: 6, of: 16 } });
  });

  test("amounts of two currencies, and one with too many digits, are issues", () => {
    const cny = (amount: string) => ({ amount, currency: "CNY" });
    const values = [
      cny("1"),
      cny("1"),
      cny("2.55"),
      cny("2.55"),
      { amount: "3", currency: "USD" },
      cny("9".repeat(30)),
    ];
    const proposal = bandsFrom(values, [0, 0, 1, 1, 1, 1], { maxBands: 2, minShare: 0.5 });
    expect(proposal.issues.map(({ row }) => row)).toStrictEqual([4, 5]);
    expect(proposal.status === "proposed" && proposal.fragment.bands).toStrictEqual([{ below: "2.55" }, {}]);
  });
});

describe("a single row", () => {
  const amounts = Array.from({ length: 30 }, (_, row) => `${String(1000 + row)}.50`);
  const outcomes = amounts.map((_, row) => row % 3 > 0 || row > 20);
  const options = { maxBands: 3, minShare: 0.2 } as const;

  test.each(["0.00000000000000000001", "-9007199254740991"])(
    "with far more digits takes no other with it: %s",
    (amount) => {
      const proposal = bandsFrom([amount, ...amounts], [false, ...outcomes], options);
      if (proposal.status !== "proposed") throw new Error(proposal.because);
      expect([proposal.n, proposal.issues]).toStrictEqual([31, []]);
      // the bands hold the rows that their edges say, compared as exact decimals
      const units = (text: string): bigint => {
        const [whole = "", fraction = ""] = text.split(".");
        return BigInt(whole + fraction.padEnd(20, "0"));
      };
      for (const { from, below, n } of proposal.bands) {
        const own = [amount, ...amounts].filter(
          (one) =>
            (from === undefined || units(one) >= units(from)) && (below === undefined || units(one) < units(below)),
        );
        expect(own).toHaveLength(n);
      }
    },
  );

  test("with many zeros is the amount that it is", () => {
    const [first = "", ...others] = amounts;
    const edges = (values: readonly string[]) => {
      const proposal = bandsFrom(values, outcomes, options);
      return proposal.status === "proposed" ? proposal.fragment.bands : proposal.because;
    };
    expect(edges([`${first}${"0".repeat(30)}`, ...others])).toStrictEqual(edges(amounts));
  });

  test.each<[string, "money" | "integer", readonly string[]]>([
    ["one amount with three digits", "money", ["1000.500", ...amounts.slice(1)]],
    ["one amount with a digit that the currency does not have", "money", ["1000.501", ...amounts.slice(1)]],
    ["DECIMAL(18,4)", "money", amounts.map((amount) => `${amount}00`)],
    ["counts with a point", "integer", amounts.map((_, row) => `${String(row)}.0`)],
    [
      "one count with far more digits",
      "integer",
      ["-9007199254740991", ...amounts.map((_, row) => `${String(row)}.0`)],
    ],
  ])("or all of them, written with more digits, leave edges that a card takes: %s", (_, kind, values) => {
    const cells = kind === "money" ? values.map((amount) => ({ amount, currency: "CNY" })) : values;
    const marks = [...outcomes, true].slice(0, values.length);
    const proposal = bandsFrom(cells, marks, { ...options, pointsPerWoe: 20, emptyAs: 0.5 });
    if (proposal.status !== "proposed") throw new Error(proposal.because);
    const bands = proposal.fragment.bands.map(({ points = 0, ...band }) => ({ ...band, points }));
    expect(prepareScorecard(cardOf([{ ...lines[kind], scale: "bands", bands }])).stamp.hash).toHaveLength(64);
  });

  test("of another currency is the issue, wherever it is", () => {
    const rows = amounts.map((amount) => ({ amount, currency: "CNY" }));
    const stray = { amount: "5", currency: "USD" };
    const first = bandsFrom([stray, ...rows], [true, ...outcomes], options);
    const last = bandsFrom([...rows, stray], [...outcomes, true], options);
    expect([first.issues.map(({ row }) => row), last.issues.map(({ row }) => row)]).toStrictEqual([[0], [30]]);
    expect({ ...first, issues: [] }).toStrictEqual({ ...last, issues: [] });
  });
});

describe("what is too small is not proposed", () => {
  test.each([
    ["too-few", [1, 2, 3], [0, 0, 1]],
    ["too-few", [], []],
    ["one-value", [5, 5, 5, 5], [0, 0, 1, 1]],
    ["one-band", [1, 2, 3, 4], [1, 1, 0, 0]],
  ])("%s", (because, values, outcomes) => {
    const proposal = bandsFrom(values, outcomes, { maxBands: 4, minShare: 0.25, monotone: "up" });
    expect(proposal).toMatchObject({ status: "not-proposed", because });
    expect(proposal.lines.at(-1)?.line).toBe("bands-not-proposed");
  });
});

describe("refusals name the place", () => {
  const options: BandOptions = { maxBands: 3, minShare: 0.1 };
  test.each<[string, () => unknown, readonly (string | number)[]]>([
    ["one band", () => bandsFrom([], [], { ...options, maxBands: 1 }), ["options", "maxBands"]],
    ["a share of nothing", () => bandsFrom([], [], { ...options, minShare: 0 }), ["options", "minShare"]],
    ["a share in percent", () => bandsFrom([], [], { ...options, minShare: 5 }), ["options", "minShare"]],
    ["a direction", () => bandsFrom([], [], { ...options, monotone: "ascending" as never }), ["options", "monotone"]],
    ["a method", () => bandsFrom([], [], { ...options, method: "tree" as never }), ["options", "method"]],
    ["no points", () => bandsFrom([], [], { ...options, pointsPerWoe: 0 }), ["options", "pointsPerWoe"]],
    ["lists of two lengths", () => bandsFrom([1, 2], [1], options), ["outcomes"]],
    ["not a list", () => bandsFrom("12" as never, [1], options), ["values"]],
    ["amounts in columns", () => bandsFrom({ currency: "CNY", minor: [1] } as never, [1], options), ["values"]],
  ])("%s", (_, call, path) => {
    expect(refusalOf(call)).toMatchObject({ code: "customer-classification/invalid-measurement", path });
  });
});
