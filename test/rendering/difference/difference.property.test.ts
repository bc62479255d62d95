import fc from "fast-check";
import { expect, test } from "vitest";

import { en } from "../../../src/labels/en.ts";
import { planDifferenceDocument, toHtml, toMarkdown, type BlockDocument } from "../../../src/rendering/index.ts";
import { diffPlans, type StrategyPlan } from "../../../src/strategy-plan/index.ts";
import { anyPlan } from "../../strategy-plan/arbitrary.ts";
import { sample } from "../../strategy-plan/plans.ts";
import { blocksOf, cellText, tableOf } from "../../support/documents.ts";

const { client } = sample;
const ofClient = (plan: StrategyPlan): StrategyPlan => ({ ...plan, client: client.id });
const written = (a: StrategyPlan, b: StrategyPlan): BlockDocument =>
  planDifferenceDocument(ofClient(a), ofClient(b), { labels: en, client });

/** How many changes stand under the headings of sections: a sentence, a row, or an answer named in a row of evidence. */
function shownIn({ blocks }: BlockDocument): number {
  const first = blocks.findIndex((block) => block.type === "heading" && block.level === 2);
  const sections = first < 0 ? [] : blocks.slice(first);
  const items = blocksOf(sections, "list").flatMap((list) => list.items);
  const tables = blocksOf(sections, "table");
  const isEvidence = (caption: string): boolean => caption.endsWith(` · ${en["differenceDocument.evidence"]}`);
  const rows = tables.filter(({ caption }) => !isEvidence(caption)).flatMap((table) => table.rows);
  const answers = tables
    .filter(({ caption }) => isEvidence(caption))
    .flatMap((table) => table.rows.flatMap((row) => row.slice(1).map(cellText)))
    .filter((cell) => cell !== "");
  // no label of an answer may have the separator in it, or this would count too many
  const named = answers.flatMap((cell) => cell.split(en.dates.list(["", ""])));
  return items.length + rows.length + named.length;
}

test("every change stands in the document exactly once, and is counted once", () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, (a, b) => {
      const { changes } = diffPlans(ofClient(a), ofClient(b));
      const doc = written(a, b);
      expect(shownIn(doc)).toBe(changes.length);
      if (changes.length === 0) return;
      const [, ...counts] = (tableOf(doc, en["differenceDocument.summary"]).at(-1) ?? []).map(Number);
      expect(counts.at(-1)).toBe(changes.length);
      expect(counts.slice(0, -1).reduce((sum, n) => sum + n, 0)).toBe(changes.length);
    }),
  );
});

const hostile = fc.constantFrom(
  "<script>alert(1)</script>",
  "a|b",
  "\"quoted'",
  "[x](javascript:alert(1))",
  "=1+1",
  "\u202Eevil",
  "\ud800",
  "\u0007bell",
  "很".repeat(300),
  "{before}{name}[!]",
);

test("texts of a plan are texts, whatever they are", () => {
  fc.assert(
    fc.property(hostile, hostile, (one, other) => {
      const plan = (text: string): StrategyPlan => ({
        ...sample.plan,
        version: text,
        actions: [{ id: "a", productOrService: { name: text }, bookingUnit: text }],
        challenges: [{ id: text, challengeContent: text }],
      });
      const doc = written(plan(one), plan(other));
      const html = toHtml(doc, { lang: "en" });
      expect(html).not.toContain("<script>");
      expect(toMarkdown(doc)).not.toMatch(/(?<!\\)\]\(javascript/);
      expect(shownIn(doc)).toBe(diffPlans(ofClient(plan(one)), ofClient(plan(other))).changes.length);
    }),
    { numRuns: 50 },
  );
});
