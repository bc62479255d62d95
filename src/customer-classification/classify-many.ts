import type { PreparedScorecard, Scorecard } from "./card/scorecard.ts";
import { sourceOf } from "./ledger/columns.ts";
import { rememberLedger } from "./ledger/memo.ts";
import { scoreBook } from "./ledger/score-book.ts";
import { resolveCall } from "./ledger/source.ts";
import { inputTally, tallyBlocks, unseenBlocks, unseenFeatures } from "./ledger/tally.ts";
import type { ClassificationBatch, ClassificationSummary } from "./outcomes.ts";
import type { ClassificationContext, FeatureColumns, FeatureRow } from "./record.ts";

/**
 * Classifies a whole book, rows or columns, as {@link classify} does one record.
 *
 * A row the card refuses (a value of the wrong kind, not an object, a name that is nearly a feature's) never stops the others: its value is `null` and
 * each refused value has an issue with the code the single call would throw; only where a block holds does the row have
 * both. A row that merely lacks something has the
 * value `insufficient-data`. The summaries carry no reasons; `explainClassification(batch, row)` builds them on demand
 * from one byte per characteristic kept with the batch. `inputs` counts how often each input was missing, stale,
 * unknown or invalid, so that points given for absent data do not go unnoticed, and `blocks` how many rows each block
 * took out and how often its flag was known. A block that no row has the flag for found nobody, which is not the same as
 * that there is nobody; a characteristic of whose feature no row has a usable value counted for nobody, most likely because the
 * column has another name. `findings` names both, so look there before a book is used.
 *
 * @param card - scorecard, plain or prepared, in force on `asOf`
 * @param rows - one record per row
 * @param context - the date, and when values were observed
 * @returns summaries in row order, issues in row order, state of the inputs, card and date
 * @throws `customer-classification/invalid-card` see {@link prepareScorecard}
 * @throws `customer-classification/invalid-context`, also when `observedAt` has a date after `asOf`, and `customer-classification/unknown-feature` when `observedAt`
 * names one
 * @throws `core/no-policy-in-force` when the card is not in force on `asOf`
 * @throws `core/invalid-date`
 * @example
 * import { money } from "relationship-banking/money";
 * const rows = [{ avg: "60000.00" }, { avg: null }, { avg: "1250000.00" }];
 * const { values, issues } = classifyMany(
 *   exampleStarRateCard,
 *   rows.map((r) => ({ mediumLongTermAssets: r.avg === null ? null : money(r.avg, "CNY") })),
 *   { asOf: "2026-03-31" },
 * );
 * values[0] // => { status: "classified", type: "ordinary", score: 600, level: "star-4" }
 * values[2] // => { status: "classified", type: "existing-high-quality", tier: "core", score: 12500, level: "star-6" }
 * issues // => []
 * @since 0.1.0
 */
export function classifyMany<R extends FeatureRow<R>>(
  card: Scorecard | PreparedScorecard,
  rows: readonly R[],
  context: ClassificationContext,
): ClassificationBatch;
/**
 * The same for columns.
 *
 * @param card - scorecard, plain or prepared, in force on `asOf`
 * @param columns - one column per feature, all of one length
 * @param context - the date, and when values were observed
 * @returns summaries in row order, issues in row order, state of the inputs, card and date
 * @throws `customer-classification/ragged-columns`
 * @throws `customer-classification/invalid-columns` when the argument is neither rows nor columns of values, or a name is
 * nearly a feature's
 * @throws the errors of the row form
 * @example
 * import { money } from "relationship-banking/money";
 * const columns = { mediumLongTermAssets: [...["60000.00", "0.00", "1.00"].map((amount) => money(amount, "CNY")), money("1.00", "USD")] };
 * const { values, issues } = classifyMany(exampleStarRateCard, columns, { asOf: "2026-03-31" });
 * values[3] // => null
 * issues[0]?.details["reason"] // => "wrong-currency"
 * @since 0.1.0
 */
export function classifyMany(
  card: Scorecard | PreparedScorecard,
  columns: FeatureColumns,
  context: ClassificationContext,
): ClassificationBatch;
export function classifyMany(
  card: Scorecard | PreparedScorecard,
  rowsOrColumns: readonly object[] | FeatureColumns,
  context: ClassificationContext,
): ClassificationBatch {
  const call = resolveCall(card, context);
  const inputs = inputTally(call.card);
  const job = { call, keep: (summary: ClassificationSummary | null) => summary, seen: inputs.add };
  const { ledger, values, issues } = scoreBook(job, sourceOf(rowsOrColumns, call.card));
  const blocks = tallyBlocks(ledger);
  const read = inputs.tallies();
  const findings = [...unseenBlocks(blocks), ...unseenFeatures(read)];
  const batch = { values, issues, inputs: read, blocks, findings, card: call.card.stamp, asOf: context.asOf };
  rememberLedger(batch, ledger);
  return batch;
}
