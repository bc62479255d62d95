import type { Issue, RowIssue } from "../../core/index.ts";
import type { ClassificationSummary } from "../outcomes.ts";
import { buildLedger, type RecordSource, type ScoredRows } from "./build.ts";
import { ROW_INVALID, ROW_UNREADABLE, type ScoreLedger } from "./ledger.ts";
import { issuesOf, refusedValues, type ResolvedCall } from "./source.ts";
import { summarizer } from "./summaries.ts";

/** The records of a book, and the rows that are not records, which are found as they are read. */
export interface BookSource {
  readonly source: RecordSource;
  readonly broken: ReadonlyMap<number, Issue>;
}

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
  { source, broken }: BookSource,
  seen?: (scored: ScoredRows, ledger: ScoreLedger) => void,
): ScoredBook {
  const values = new Array<ClassificationSummary | null>(source.rows).fill(null);
  const summarize = summarizer(call.card, values);
  const faulty: number[] = [];
  const ledger = buildLedger(call.card, source, call.dates, true, (scored, made) => {
    const { from, to } = scored;
    const { status } = made;
    for (let row = from; broken.size > 0 && row < to; row++) if (broken.has(row)) status[row] = ROW_UNREADABLE;
    summarize(scored, made);
    seen?.(scored, made);
    for (let row = from; row < to; row++) if (status[row]! >= ROW_INVALID) faulty.push(row);
  });
  const issues: RowIssue[] = [];
  for (const row of faulty) {
    const wrong = broken.get(row);
    if (wrong !== undefined) issues.push({ row, ...wrong });
    else for (const issue of issuesOf(refusedValues(ledger, source, row))) issues.push({ row, ...issue });
  }
  return { ledger, values, issues };
}
