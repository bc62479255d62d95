import { describe, expect, test } from "vitest";

import { issueOf, type Issue } from "../../src/core/index.ts";
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
import { caseOf, diceOf, recordsOf, type Dice } from "./change/random-cards.ts";

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

type Record = Readonly<globalThis.Record<string, FeatureValue>>;

const columnsOf = (card: Scorecard, rows: readonly Record[]) =>
  Object.fromEntries(
    [...Object.keys(card.features), "seenOn"].map((field) => [field, rows.map((row) => row[field] ?? null)]),
  );

/** What a row alone gives: its answer and its issues; without an answer, the first of them alone. */
function aloneOf(card: Scorecard, record: Record): readonly [ClassificationSummary | null, readonly Issue[]] {
  try {
    const alone = classify(card, record, { asOf });
    return [summaryOf(alone), "issues" in alone ? alone.issues : []];
  } catch (error) {
    const { code, path, details } = issueOf(error);
    return [null, [{ code, path: path.slice(1), details }]];
  }
}

/** Compares a batch of rows and of columns with every row alone; how many had each status. */
function expectAlike(card: Scorecard, rows: readonly Record[]): Map<string, number> {
  const batch = classifyMany(card, rows, { asOf });
  expect(classifyMany(card, columnsOf(card, rows), { asOf })).toStrictEqual(batch);
  const seen = new Map<string, number>();
  for (const [row, record] of rows.entries()) {
    const [value, issues] = aloneOf(card, record);
    const own = batch.issues
      .filter((issue) => issue.row === row)
      .map(({ code, path, details }) => ({ code, path, details }));
    // a call alone throws the first of its faults
    const told = value === null ? own.slice(0, 1) : own;
    if (JSON.stringify([batch.values[row], told]) !== JSON.stringify([value, issues])) {
      expect({ card, record, answer: [batch.values[row], told] }).toStrictEqual({
        card,
        record,
        answer: [value, issues],
      });
    }
    const status = value?.status ?? "refused";
    seen.set(status, (seen.get(status) ?? 0) + 1);
  }
  return seen;
}

/** The same card with two blocks, a value that ages, and points for what cannot be used. */
function richer(card: Scorecard, dice: Dice): Scorecard {
  const { pick } = dice;
  const flag = { kind: "flag", group: "account", sensitive: false } as const;
  const aging = Object.keys(card.features).find((id) => card.features[id]?.kind === "integer");
  const features = Object.entries(card.features).map(([id, feature]) => [
    id,
    id === aging ? { ...feature, maxAgeDays: 30, observedAtField: "seenOn" } : feature,
  ]);
  return {
    ...card,
    features: { ...Object.fromEntries(features), staff: flag, dead: flag } as Scorecard["features"],
    characteristics: card.characteristics.map((line) => ({
      ...line,
      neutral: 1,
      inputs: {
        ...line.inputs,
        invalid: pick(["reject", "neutral"] as const),
        ...(line.feature === aging ? { stale: pick(["reject", "neutral", { points: 2 }] as const) } : {}),
      },
    })),
    blocks: [
      { id: "dead", feature: "dead", effect: "no-class", unusable: pick(["fails", "reject"] as const) },
      { id: "staff", feature: "staff", effect: "ordinary-at-most", unusable: pick(["fails", "reject"] as const) },
    ],
  };
}

/** A record in which something may be of a wrong kind, old, or from the future. */
function spoilt(record: Record, { pick, chance }: Dice): Record {
  const entries = Object.entries(record).map(([id, value]) => [
    id,
    chance(40) ? pick([1.5, "zz", Number.NaN, {}]) : value,
  ]);
  const seenOn = pick(["2026-03-01", "2026-01-01", "2026-03-31", null, chance(10) ? "2026-04-01" : "2026-03-30"]);
  return { ...(Object.fromEntries(entries) as Record), seenOn };
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

  test("with blocks, values that age, and values that are refused", () => {
    const seen = new Map<string, number>();
    for (let seed = 1; seed <= 400; seed++) {
      const dice = diceOf(seed);
      const { card } = caseOf(seed, { numbers: 3, kinds: 2, flags: 3 });
      const rich = richer(card, dice);
      const rows = recordsOf(rich, seed, 40).map((record) => spoilt(record, dice));
      for (const [status, count] of expectAlike(rich, rows)) seen.set(status, (seen.get(status) ?? 0) + count);
    }
    for (const status of ["classified", "insufficient-data", "not-a-customer", "blocked", "refused"]) {
      expect(seen.get(status)).toBeGreaterThan(100);
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
    const rows: Record[] = Array.from({ length: 7000 }, () => good);
    const bad = [0, 2047, 2048, 4095, 6143, 6144, 6999];
    for (const row of bad) rows[row] = row % 2 === 0 ? { ...good, integer: 1.5 } : { ...good, flag: null };
    rows[5000] = null as unknown as Record;
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

describe("what could be read once and not again", () => {
  const once = <T>(first: T): (() => T) => {
    let reads = 0;
    return () => {
      if (reads++ > 0) throw new Error("again");
      return first;
    };
  };
  const card = cardOf([lines.money, lines.integer]);

  test("an amount is a fault of its row alone", () => {
    const amount = Object.defineProperty({ currency: "CNY" }, "amount", { get: once("zz") });
    const trap = new Proxy(
      { amount: "zz", currency: "CNY" },
      {
        has: () => {
          throw new Error("no");
        },
      },
    );
    const good = { money: { amount: "1.00", currency: "CNY" }, integer: 3 };
    const rows = [good, { ...good, money: amount as never }, { ...good, money: trap }, good];
    const { values, issues } = classifyMany(card, rows, { asOf });
    expect(values.map((value) => value?.status ?? null)).toStrictEqual(["classified", null, null, "classified"]);
    expect(issues.map(({ row, path }) => [row, path])).toStrictEqual([
      [1, ["money"]],
      [2, ["money"]],
    ]);
  });

  test("an entry of a column is a fault of its row alone", () => {
    const integer = Object.defineProperty([1, 2, 3] as unknown[], 1, { get: once("x") });
    const money = [1, 2, 3].map((n) => ({ amount: `${String(n)}.00`, currency: "CNY" }));
    const { values, issues } = classifyMany(card, { money, integer: integer as never }, { asOf });
    expect(values.map((value) => value?.status ?? null)).toStrictEqual(["classified", null, "classified"]);
    expect(issues.map(({ row, path }) => [row, path])).toStrictEqual([[1, ["integer"]]]);
  });

  test("numbers that a list says it has and has not are missing, and nobody gets those of somebody else", () => {
    const integer = Object.defineProperty(Float64Array.of(1, 9, 1, 9), "length", { value: 3000 });
    const money = Array.from({ length: 3000 }, () => ({ amount: "1.00", currency: "CNY" }));
    const { values } = classifyMany(card, { money, integer }, { asOf });
    expect(values.slice(0, 4).map((value) => value?.status)).toStrictEqual(Array(4).fill("classified"));
    expect(new Set(values.slice(4).map((value) => value?.status))).toStrictEqual(new Set(["insufficient-data"]));
  });

  test("a column is looked up once", () => {
    const money = [{ amount: "1.00", currency: "CNY" }];
    const columns = Object.defineProperty({ money }, "integer", { get: once([3]), enumerable: true });
    expect(classifyMany(card, columns as never, { asOf }).values).toMatchObject([{ status: "classified" }]);
  });

  test.each([1.5, 2 ** 32, -1])("a column of length %d is none", (length) => {
    const integer = Object.defineProperty(Float64Array.of(1), "length", { value: length });
    expect(() => classifyMany(card, { integer }, { asOf })).toThrow(
      expect.objectContaining({ code: "customer-classification/invalid-columns", path: ["columns", "integer"] }),
    );
  });
});
