import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { classifyMany, lintScorecard } from "../src/customer-classification/index.ts";
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
/** The demo's loader is plain JavaScript, as an application would write it. */
const demo = (await import(/* @vite-ignore */ new URL("../docs/examples/book.mjs", import.meta.url).href)) as {
  loadBook(): Book;
  incomeLines(records: readonly BookRecord[]): IncomeLine[];
  incomeGaps(record: BookRecord): { readonly statedNone: readonly ValueItem[] };
  featuresOf(record: BookRecord): CustomerRecord;
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
