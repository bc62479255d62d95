import type { ClientType, Tier } from "../classes.ts";
import type { ResolvedCard } from "../card/resolved.ts";
import type { ClassificationSummary } from "../outcomes.ts";
import { totalOf, type ScoredRows } from "./build.ts";
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

/** What puts what is kept of the answers of rows just scored into a list; it is asked once for rows with the same answer. */
export function summarizer<T>(
  card: ResolvedCard,
  keep: (summary: ClassificationSummary | null) => T,
  values: T[],
): (scored: ScoredRows, ledger: ScoreLedger) => void {
  const blocked = card.blocks.map(({ block: { id, effect } }) =>
    keep(Object.freeze({ status: "blocked", block: id, effect })),
  );
  const [refused, notACustomer] = [keep(null), keep(NOT_A_CUSTOMER_SUMMARY)];
  const dense: (T | undefined)[][] = [];
  const sparse = new Map<number, T>();
  const lowest = card.lines.reduce((sum, { minPoints }) => sum + minPoints, 0);
  const decide = decider(card);
  return (scored, ledger) => {
    const { from, to, isPlain } = scored;
    const decisions = decide(ledger, scored);
    for (let row = from; row < to; row++) {
      const at = row - from;
      const block = isPlain ? -1 : blockOf(ledger, row);
      const kind = decisions[at]!;
      const verdict = kind >> 1;
      if (!isPlain && !hasAnswer(ledger, row)) values[row] = refused;
      else if (block >= 0) values[row] = blocked[block]!;
      else if (
        verdict === VERDICT_UNDECIDED ||
        ledger.status[row] === ROW_INSUFFICIENT ||
        ledger.blocks[row] !== NO_BLOCK
      ) {
        // a block that cannot be decided comes before the rules
        values[row] = keep({ status: "insufficient-data", missing: lackOf(ledger, row) });
      } else if (verdict === VERDICT_NOT_A_CUSTOMER) values[row] = notACustomer;
      else {
        const score = totalOf(scored, at);
        const isCore = kind % 2 === 1;
        const open = card.openLines.length === 0 ? 0 : openPoints(ledger, card.openLines, row);
        if (open > 0) values[row] = keep(classified(card, verdict, isCore, score, score + open));
        else {
          const place = score - lowest;
          if (place < DENSE) {
            const alike = (dense[kind] ??= new Array<T | undefined>(DENSE).fill(undefined));
            values[row] = alike[place] ??= keep(classified(card, verdict, isCore, score, score));
          } else {
            const key = score * 512 + kind;
            let kept = sparse.get(key);
            if (kept === undefined) sparse.set(key, (kept = keep(classified(card, verdict, isCore, score, score))));
            values[row] = kept;
          }
        }
      }
    }
  };
}
