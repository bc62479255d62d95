import { describe, expect, test } from "vitest";

import {
  classify,
  classifyMany,
  type Classification,
  type ClassificationSummary,
  type Condition,
  type FeatureValue,
  type Scorecard,
} from "../../src/customer-classification/index.ts";
import { asOf, cardOf, lines } from "./cards.ts";
import { caseOf, recordsOf } from "./change/random-cards.ts";

/** What a batch says of an answer of its own. */
const summaryOf = (result: Classification): ClassificationSummary => {
  if (result.status === "not-a-customer") return { status: result.status };
  if (result.status === "blocked") return { status: result.status, block: result.block, effect: result.effect };
  if (result.status === "insufficient-data") return { status: result.status, missing: result.missing };
  const { status, type, tier, score, scoreAtMost, level } = result;
  return {
    status,
    type,
    ...(tier === undefined ? {} : { tier }),
    score,
    ...(scoreAtMost === undefined ? {} : { scoreAtMost }),
    ...(level === undefined ? {} : { level }),
  };
};

const columnsOf = (card: Scorecard, rows: readonly Readonly<Record<string, FeatureValue>>[]) =>
  Object.fromEntries(Object.keys(card.features).map((feature) => [feature, rows.map((row) => row[feature])]));

/** Compares a batch of rows and of columns with every row alone; how many had each status. */
function expectAlike(card: Scorecard, rows: readonly Readonly<Record<string, FeatureValue>>[]): Map<string, number> {
  const batch = classifyMany(card, rows, { asOf });
  expect(classifyMany(card, columnsOf(card, rows), { asOf })).toStrictEqual(batch);
  expect(batch.issues).toStrictEqual([]);
  const seen = new Map<string, number>();
  for (const [row, record] of rows.entries()) {
    const alone = classify(card, record, { asOf });
    if (JSON.stringify(batch.values[row]) !== JSON.stringify(summaryOf(alone))) {
      expect({ card, record, value: batch.values[row] }).toStrictEqual({ card, record, value: summaryOf(alone) });
    }
    seen.set(alone.status, (seen.get(alone.status) ?? 0) + 1);
  }
  return seen;
}

describe("a batch of a card with any rules", () => {
  test("gives each row what the row gives alone", () => {
    const seen = new Map<string, number>();
    for (let seed = 1; seed <= 600; seed++) {
      const { card } = caseOf(seed, { numbers: 3, kinds: 2, flags: 4 });
      for (const [status, count] of expectAlike(card, recordsOf(card, seed, 40))) {
        seen.set(status, (seen.get(status) ?? 0) + count);
      }
    }
    for (const status of ["classified", "insufficient-data", "not-a-customer"]) {
      expect(seen.get(status)).toBeGreaterThan(1000);
    }
  });

  test("also where more is asked than decisions are remembered for", () => {
    const names = Array.from({ length: 12 }, (_, index) => `flag${String(index)}`);
    const flag = { kind: "flag", group: "account", sensitive: false } as const;
    const ask = (feature: string): Condition => ({ test: "flag", feature, is: true, unusable: "reject" });
    const card = cardOf([lines.flag], {
      features: { flag, ...Object.fromEntries(names.map((name) => [name, flag])) },
      rules: [
        { id: "four", type: "existing-high-quality", when: names.slice(0, 2).map(ask) },
        { id: "any", type: "existing-potential", when: [{ test: "any", of: names.slice(2, 5).map(ask) }] },
        { id: "all", type: "prospective-high-quality", when: names.slice(5).map(ask) },
      ],
      core: [{ test: "characteristic", characteristic: "flag", atLeast: 6 }],
    });
    const seen = expectAlike(card, recordsOf(card, 7, 3000));
    expect([...seen.keys()].sort()).toStrictEqual(["classified", "insufficient-data"]);
  });
});

describe("bands", () => {
  test.each([1, 2, 7, 8, 9, 15, 16, 17, 32, 33, 200])("%i of them: each value is in the one it reaches", (count) => {
    const edges = Array.from({ length: count - 1 }, (_, index) => index * 3 - 40);
    const bands = [...edges.map((edge, index) => ({ below: String(edge), points: index })), { points: count - 1 }];
    const card = cardOf([{ ...lines.integer, bands }]);
    const values = edges.flatMap((edge) => [edge - 1, edge, edge + 1]);
    const rows = [-1e9, ...values, 1e9].map((integer) => ({ integer }));
    const reached = rows.map(({ integer }) => edges.filter((edge) => integer >= edge).length);
    const { values: answers } = classifyMany(card, rows, { asOf });
    expect(answers.map((answer) => answer?.status === "classified" && answer.score)).toStrictEqual(reached);
    const columns = { integer: Float64Array.from(rows, ({ integer }) => integer) };
    expect(classifyMany(card, columns, { asOf }).values).toStrictEqual(answers);
  });
});

describe("a long book", () => {
  test("has the same answers and issues wherever a bad row stands", () => {
    const card = cardOf([lines.integer, lines.category, lines.flag]);
    const good = { integer: 3, category: "gold", flag: true };
    const rows: Record<string, FeatureValue>[] = Array.from({ length: 7000 }, () => good);
    const bad = [0, 2047, 2048, 4095, 6143, 6144, 6999];
    for (const row of bad) rows[row] = row % 2 === 0 ? { ...good, integer: 1.5 } : { ...good, flag: null };
    rows[5000] = null as unknown as Record<string, FeatureValue>;
    const batch = classifyMany(card, rows, { asOf });
    const issues = [...bad.filter((row) => row % 2 === 0), 5000].sort((a, b) => a - b);
    expect(batch.issues.map(({ row }) => row)).toStrictEqual(issues);
    const whole = { status: "classified", type: "existing-high-quality", tier: "core", score: 17 };
    const lacking = {
      status: "insufficient-data",
      missing: [{ feature: "flag", state: "missing", characteristic: "flag" }],
    };
    const expected = rows.map((_row, row) => (issues.includes(row) ? null : bad.includes(row) ? lacking : whole));
    expect(batch.values).toStrictEqual(expected);
    expect(batch.inputs.map(({ counts }) => [counts.valid, counts.missing])).toStrictEqual([
      [6996, 0],
      [6996, 0],
      [6992, 4],
    ]);
  });
});
