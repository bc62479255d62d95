import type { Path, RowIssue } from "../../core/index.ts";
import { inTheirWords } from "../../core/inner.ts";
import type { PreparedScorecard, Scorecard } from "../card/scorecard.ts";
import { buildLedger } from "../ledger/build.ts";
import { sourceOf } from "../ledger/columns.ts";
import { ROW_INVALID, type ScoreLedger } from "../ledger/ledger.ts";
import { issuesOf, refusedValues, resolveCall } from "../ledger/source.ts";
import type { ClassificationContext, CustomerRecord, FeatureColumns } from "../record.ts";

/** Records of a sample: rows, or columns by feature. */
export type CardSample = readonly CustomerRecord[] | FeatureColumns;

/** The sample a card was made on, or any other to compare with, with its own dates. */
export interface BaseSample extends ClassificationContext {
  readonly sample: CardSample;
}

/** A sample scored without the rules: rows that are refused are issues. */
export interface ScoredSample {
  readonly ledger: ScoreLedger;
  readonly issues: readonly RowIssue[];
}

const contextOf = ({ asOf, observedAt }: ClassificationContext): ClassificationContext =>
  observedAt === undefined ? { asOf } : { asOf, observedAt };

/** Scores a sample without blocks and rules; what is wrong is named by its places in the call. */
export function scoreSample(
  card: Scorecard | PreparedScorecard,
  sample: CardSample,
  context: ClassificationContext,
  at: { readonly sample: Path; readonly context: Path },
): ScoredSample {
  const places = {
    columns: at.sample,
    asOf: [...at.context, "asOf"],
    observedAt: [...at.context, "observedAt"],
  };
  return inTheirWords(places, () => {
    const call = resolveCall(card, contextOf(context));
    const source = sourceOf(sample, call.card);
    const ledger = buildLedger(call.card, source, call.dates, false);
    const issues: RowIssue[] = [];
    for (let row = 0; row < ledger.rows; row++) {
      const wrong = source.broken.get(row);
      if (wrong !== undefined) issues.push({ row, ...wrong });
      else if (ledger.status[row] === ROW_INVALID) {
        for (const issue of issuesOf(refusedValues(ledger, source, row))) issues.push({ row, ...issue });
      }
    }
    return { ledger, issues };
  });
}
