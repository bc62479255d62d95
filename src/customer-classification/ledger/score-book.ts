import type { RowIssue } from "../../core/index.ts";
import type { ClassificationSummary } from "../outcomes.ts";
import { buildLedgers, type ScoredRows } from "./build.ts";
import { ROW_INVALID, type ScoreLedger } from "./ledger.ts";
import type { RecordSource } from "./record-source.ts";
import { issuesOf, refusedValues, type ResolvedCall } from "./source.ts";
import { summarizer } from "./summaries.ts";

/** What one card is to say of a book. */
export interface BookJob<T> {
  readonly call: ResolvedCall;
  /**
   * What is kept of an answer, which many rows may share; null is the answer of a row with an issue. Some answers are asked
   * for beforehand, whether or not a row has them.
   */
  readonly keep: (summary: ClassificationSummary | null) => T;
  /** Is shown what is not kept of the rows, while it is there. */
  readonly seen?: (scored: ScoredRows, ledger: ScoreLedger) => void;
}

/** A whole book scored and decided. */
export interface ScoredBook<T> {
  readonly ledger: ScoreLedger;
  /** What is kept of the answer for each row; a row with an issue has none, unless a block holds for it. */
  readonly values: readonly T[];
  /** In row order. */
  readonly issues: readonly RowIssue[];
}

/** Scores and decides a book by some cards, which read what they have in common once. */
export function scoreBooks<T>(jobs: readonly BookJob<T>[], source: RecordSource): readonly ScoredBook<T>[] {
  const books = jobs.map(({ call: { card, dates }, keep, seen }) => {
    const values = new Array<T>(source.rows);
    const faulty: number[] = [];
    const summarize = summarizer(card, keep, values);
    const see = (scored: ScoredRows, ledger: ScoreLedger): void => {
      summarize(scored, ledger);
      seen?.(scored, ledger);
      const { from, to, isPlain } = scored;
      for (let row = from; !isPlain && row < to; row++) if (ledger.status[row]! >= ROW_INVALID) faulty.push(row);
    };
    return { values, faulty, job: { card, dates, withRules: true, seen: see } };
  });
  const ledgers = buildLedgers(
    books.map(({ job }) => job),
    source,
  );
  return books.map(({ values, faulty }, index) => {
    const ledger = ledgers[index]!;
    const issues = faulty.flatMap((row): RowIssue[] => {
      const wrong = source.broken.get(row);
      const faults = wrong === undefined ? issuesOf(refusedValues(ledger, source, row)) : [wrong];
      return faults.map((issue) => ({ row, ...issue }));
    });
    return { ledger, values, issues };
  });
}

/** The same for one card. */
export function scoreBook<T>(job: BookJob<T>, source: RecordSource): ScoredBook<T> {
  return scoreBooks([job], source)[0]!;
}
