import type { ClientType, Tier } from "../classes.ts";
import type { ResolvedCard } from "../card/resolved.ts";
import type { ClassificationSummary } from "../outcomes.ts";
import type { ScoredRows } from "./build.ts";
import { decider, VERDICT_NOT_A_CUSTOMER, VERDICT_UNDECIDED } from "./decide.ts";
import { blockOf, hasAnswer, NO_BLOCK, openPoints, ROW_INSUFFICIENT, type ScoreLedger } from "./ledger.ts";
import { levelOf } from "./parts.ts";
import { lackOf } from "./trace.ts";

/** Scores from the lowest of the card on whose summaries are in a list; those beyond are looked up. */
const DENSE = 1024;

const NOT_A_CUSTOMER_SUMMARY: ClassificationSummary = /* @__PURE__ */ Object.freeze({ status: "not-a-customer" });

/** A summary of points, frozen because the rows of a book share it. */
function classified(card: ResolvedCard, verdict: number, core: boolean, score: number, most: number) {
  const grants = card.rules[verdict]?.grants;
  const type: ClientType = grants === undefined || grants === "core" ? "ordinary" : grants;
  const tier: Tier | null = type === "existing-high-quality" ? (core ? "core" : "general") : null;
  const level = levelOf(card, score);
  return Object.freeze({
    status: "classified",
    type,
    ...(tier === null ? {} : { tier }),
    score,
    ...(most > score ? { scoreAtMost: most } : {}),
    ...(level === undefined ? {} : { level }),
  }) satisfies ClassificationSummary;
}

/** What puts the summaries of rows just scored into a list; rows without an answer get null. */
export function summarizer(
  card: ResolvedCard,
  values: (ClassificationSummary | null)[],
): (scored: ScoredRows, ledger: ScoreLedger) => void {
  const blocked = card.blocks.map(({ block: { id, effect } }): ClassificationSummary =>
    Object.freeze({ status: "blocked", block: id, effect }),
  );
  const dense: (ClassificationSummary | undefined)[][] = [];
  const sparse = new Map<number, ClassificationSummary>();
  const lowest = card.lines.reduce((sum, { minPoints }) => sum + minPoints, 0);
  const decide = decider(card);
  return (scored, ledger) => {
    const { from, to, axes, stride, isPlain } = scored;
    const decisions = decide(ledger, scored);
    for (let row = from; row < to; row++) {
      const at = row - from;
      const block = isPlain ? -1 : blockOf(ledger, row);
      const kind = decisions[at]!;
      const verdict = kind >> 1;
      if (!isPlain && !hasAnswer(ledger, row)) values[row] = null;
      else if (block >= 0) values[row] = blocked[block]!;
      else if (
        verdict === VERDICT_UNDECIDED ||
        ledger.status[row] === ROW_INSUFFICIENT ||
        ledger.blocks[row] !== NO_BLOCK
      ) {
        // a block that cannot be decided comes before the rules
        values[row] = { status: "insufficient-data", missing: lackOf(ledger, row) };
      } else if (verdict === VERDICT_NOT_A_CUSTOMER) values[row] = NOT_A_CUSTOMER_SUMMARY;
      else {
        const score = axes[at]! + axes[stride + at]! + axes[2 * stride + at]! + axes[3 * stride + at]!;
        const isCore = kind % 2 === 1;
        const open = card.openLines.length === 0 ? 0 : openPoints(ledger, card.openLines, row);
        if (open > 0) values[row] = classified(card, verdict, isCore, score, score + open);
        else {
          const place = score - lowest;
          if (place < DENSE) {
            const alike = (dense[kind] ??= new Array<ClassificationSummary | undefined>(DENSE).fill(undefined));
            values[row] = alike[place] ??= classified(card, verdict, isCore, score, score);
          } else {
            const key = score * 512 + kind;
            let summary = sparse.get(key);
            if (summary === undefined) sparse.set(key, (summary = classified(card, verdict, isCore, score, score)));
            values[row] = summary;
          }
        }
      }
    }
  };
}
