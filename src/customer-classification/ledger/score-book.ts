import type { RowIssue } from "../../core/index.ts";
import type { ClassificationSummary } from "../outcomes.ts";
import { buildLedger, type ScoredRows } from "./build.ts";
import type { RecordSource } from "./record-source.ts";
import { ROW_INVALID, type ScoreLedger } from "./ledger.ts";
import { issuesOf, refusedValues, type ResolvedCall } from "./source.ts";
import { summarizer } from "./summaries.ts";

/** A whole book scored and decided. */
export interface ScoredBook {
  readonly ledger: ScoreLedger;
  /** The answer for each row; null for one with an issue, unless a block holds for it. */
  readonly values: readonly (ClassificationSummary | null)[];
  /** In row order. */
  readonly issues: readonly RowIssue[];
}

/** Scores and decides a book; what is not kept of the rows is shown to `seen` while it is there. */
export function scoreBook(
  call: ResolvedCall,
  source: RecordSource,
  seen?: (scored: ScoredRows, ledger: ScoreLedger) => void,
): ScoredBook {
  const values = new Array<ClassificationSummary | null>(source.rows).fill(null);
  const summarize = summarizer(call.card, values);
  const faulty: number[] = [];
  const ledger = buildLedger(call.card, source, call.dates, true, (scored, made) => {
    const { from, to } = scored;
    const { status } = made;
    summarize(scored, made);
    seen?.(scored, made);
    for (let row = from; !scored.isPlain && row < to; row++) if (status[row]! >= ROW_INVALID) faulty.push(row);
  });
  const issues: RowIssue[] = [];
  for (const row of faulty) {
    const wrong = source.broken.get(row);
    if (wrong !== undefined) issues.push({ row, ...wrong });
    else for (const issue of issuesOf(refusedValues(ledger, source, row))) issues.push({ row, ...issue });
  }
  return { ledger, values, issues };
}
