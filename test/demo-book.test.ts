import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import {
  advanceStandings,
  auc,
  classifyMany,
  EARNED_ABSENT,
  exampleTierStanding,
  lintScorecard,
  NO_STANDING,
  scoreRecord,
} from "../src/customer-classification/index.ts";
import { ScorecardSchema } from "../src/customer-classification/schema.ts";
import { relationshipValue, valueBook, type IncomeLine, type ValueItem } from "../src/relationship-value/index.ts";
import type { CustomerRecord } from "../src/customer-classification/index.ts";
import type { LocalDate } from "../src/core/index.ts";

interface BookRecord {
  readonly account: number;
  readonly owner: number;
}
interface Book {
  readonly head: {
    readonly window: { from: LocalDate; to: LocalDate };
    readonly currency: string;
    readonly asOf: string;
  };
  readonly records: readonly BookRecord[];
}
/** The demo's loader is plain JavaScript, as an application would write it; the package it imports is the source here. */
const BOOK = "/docs/examples/book.mjs";
const demo = (await import(BOOK)) as {
  loadBook(): Book;
  incomeLines(records: readonly BookRecord[]): IncomeLine[];
  incomeGaps(record: BookRecord): { readonly statedNone: readonly ValueItem[] };
  featuresOf(record: BookRecord): CustomerRecord;
  loadMonths(): {
    readonly months: readonly string[];
    readonly rows: readonly { account: number; laterCard: string | null; averages: readonly (string | null)[] }[];
  };
};

const { head, records } = demo.loadBook();
const lines = demo.incomeLines(records);
const card = ScorecardSchema.parse(
  JSON.parse(readFileSync(new URL("../docs/examples/data/berka-card.json", import.meta.url), "utf8")),
);
const batch = classifyMany(
  card,
  records.map((record) => demo.featuresOf(record)),
  { asOf: head.asOf },
);

/** Account, client, value and class as recomputed by hand in docs/examples/berka-book.md. */
const byHand = [
  [2242, "2715", "1956.75", { type: "existing-high-quality", tier: "core", score: 110 }],
  [459, "551", "1689.01", { type: "ordinary", score: 30 }],
  [10266, "12625", "-207.21", { type: "ordinary", score: 30 }],
  [10940, "13447", "470.67", { type: "ordinary", score: 30 }],
] as const;

describe("the demo's clients recomputed by hand", () => {
  test.each(byHand)("account %i, client %s: value %s", (account, client, value, expected) => {
    const row = records.findIndex((record) => record.account === account);
    const record = records[row];
    if (record === undefined) return expect.fail(String(account));
    const { statement, issues } = relationshipValue(lines, {
      client,
      period: head.window,
      currency: head.currency,
      statedNone: demo.incomeGaps(record).statedNone,
    });
    expect(issues).toStrictEqual([]);
    expect(statement.total).toStrictEqual({ amount: value, currency: "CZK" });
    expect(batch.values[row]).toMatchObject({ status: "classified", ...expected });
  });
});

test("the book adds up to its documented totals, and nobody whose main bank is not known has a type by guess", () => {
  const { book, issues } = valueBook(lines, { period: head.window, currency: head.currency });
  expect(issues).toStrictEqual([]);
  expect(book.figures.total.amount).toBe("659965.54");
  // 93,281.20 fees + 566,384.85 deposit margin + 466.70 penalties - 167.21 funding of overdrafts
  expect(book.figures.items.intermediary.amount?.amount).toBe("93281.20");
  expect(book.figures.items.liability.amount?.amount).toBe("566384.85");
  expect(book.figures.items.asset.amount?.amount).toBe("299.49");
  const counts: Record<string, number> = {};
  for (const value of batch.values) {
    const lacking = value?.status === "insufficient-data" ? value.missing.map(({ feature }) => feature).join() : "none";
    const key = value?.status === "classified" ? `${value.type} ${value.tier ?? ""}`.trim() : lacking;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  expect(counts).toStrictEqual({
    "existing-high-quality core": 5,
    "existing-high-quality general": 107,
    "existing-potential": 206,
    mainBankElsewhere: 175,
    ordinary: 736,
  });
});

test("no loan moves a client of the demo to a better class, and nothing but what the book has is read", () => {
  const reads = card.characteristics.map(({ feature }) => feature);
  expect(reads.filter((feature) => /loan|debt/i.test(feature))).toStrictEqual([]);
  expect(card.blocks).toBeUndefined();
  expect(card.sources.join("; ")).toContain("no blocks: no column of the book says");
});

test("the demo's card has nothing that its lint would refuse or warn of", () => {
  const { findings, passed } = lintScorecard(card);
  expect(passed).toBe(true);
  expect(findings.map(({ rule, severity, details }) => [rule, severity, details])).toStrictEqual([
    ["ground-declared-none", "note", { feature: "paysHousehold", ground: "family-status" }],
    ["sensitive-feature", "note", { feature: "receivesPension" }],
  ]);
});

describe("fifteen months of the book", () => {
  const { months, rows } = demo.loadMonths();
  const lastDays = months.map((month) => {
    const [year = 0, number = 0] = month.split("-").map(Number);
    return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  });
  const cuts = [10_000, 25_000, 40_000, 60_000];
  const earned = months.map((_, at) =>
    rows.map(({ averages }) => {
      const average = averages[at] ?? null;
      return average === null ? EARNED_ABSENT : cuts.filter((cut) => Number(average) >= cut).length;
    }),
  );
  const earnedBy = (row: number, at: number): number => earned[at]?.[row] ?? EARNED_ABSENT;
  /** Months, changes of the served level, months served above the earned one. */
  const counted = (servedOf: (row: number, at: number) => number | null): number[] => {
    let [observed, changed, above] = [0, 0, 0];
    for (const row of rows.keys()) {
      let before: number | null = null;
      for (const at of months.keys()) {
        const served = servedOf(row, at);
        if (served === null) continue;
        observed += 1;
        if (before !== null && served !== before) changed += 1;
        if (served > earnedBy(row, at)) above += 1;
        before = served;
      }
    }
    return [observed, changed, above];
  };

  test("the averages are those recomputed by hand in docs/examples/berka-book.md", () => {
    const averages = rows.find(({ account }) => account === 2242)?.averages;
    // 2,039,006.30 of 30 days and 1,715,760.50 of 31
    expect([averages?.[0], averages?.[3], averages?.[14]]).toStrictEqual([null, "67966.88", "55347.11"]);
  });

  test.each([
    [1, [10_958, 3797, 0]],
    [3, [10_958, 2942, 1575]],
    [6, [10_958, 2469, 2221]],
  ])("with %i reviews of grace the served level is the highest of as many months", (afterReviews, expected) => {
    const policy = {
      ...exampleTierStanding,
      ladder: ["0", "1", "2", "3", "4"].map((id) => ({ id })),
      fall: { afterReviews, steps: "to-held" as const },
      floors: [],
    };
    const { served, issues } = advanceStandings(policy, {
      reviews: lastDays.map((on, at) => ({ on, earned: earned[at] ?? [] })),
    });
    expect(issues).toStrictEqual([]);
    const told = counted((row, at) => {
      const place = served[at]?.[row] ?? NO_STANDING;
      return place === NO_STANDING ? null : place;
    });
    const asked = counted((row, at) =>
      earnedBy(row, at) === EARNED_ABSENT
        ? null
        : Math.max(
            ...earned.slice(Math.max(0, at - afterReviews + 1), at + 1).map((column) => column[row] ?? EARNED_ABSENT),
          ),
    );
    expect([told, asked]).toStrictEqual([expected, expected]);
  });

  test("the scores of the closing date rank the later gold cards hardly better than chance", () => {
    const laterCard = new Map(rows.map(({ account, laterCard: type }) => [account, type]));
    const scored = records.flatMap((record) => {
      const later = laterCard.get(record.account) ?? null;
      const result = scoreRecord(card, demo.featuresOf(record), { asOf: head.asOf });
      return later === null || result.status !== "scored" ? [] : [{ score: result.score, gold: later === "gold" }];
    });
    const [gold = [], others = []] = [true, false].map((wanted) => scored.filter((row) => row.gold === wanted));
    const won = gold.flatMap(({ score }) =>
      others.map((other) => (score > other.score ? 1 : score === other.score ? 1 / 2 : 0)),
    );
    const area = won.reduce((sum: number, part) => sum + part, 0) / won.length;
    const told = auc(
      { scores: scored.map(({ score }) => score), outcomes: scored.map((row) => row.gold) },
      { confidence: 0.95 },
    );
    expect([told.n, told.positives]).toStrictEqual([229, 38]);
    expect(told.auc).toBeCloseTo(area, 9);
    expect([told.auc, told.interval?.lower, told.interval?.upper].map((figure) => figure?.toFixed(3))).toStrictEqual([
      "0.569",
      "0.474",
      "0.665",
    ]);
  });
});
