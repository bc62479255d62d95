import { DomainError, type Issue, type Path, type RowIssue } from "../core/index.ts";
import { recordOf, refuse, refuseValue } from "../core/inner.ts";
import type { PreparedScorecard, Scorecard } from "./card/scorecard.ts";
import type { ResolvedCard } from "./card/resolved.ts";
import type { CustomerClassificationErrorCode } from "./errors.ts";
import { buildLedger, type RecordSource } from "./ledger/build.ts";
import { isMoneyColumn, type Cells } from "./ledger/inputs.ts";
import { ROW_INVALID, ROW_UNREADABLE } from "./ledger/ledger.ts";
import { rememberLedger } from "./ledger/memo.ts";
import { sourceOfRows } from "./ledger/rows.ts";
import { issuesOf, refusedValues, resolveCall } from "./ledger/source.ts";
import { summarizer } from "./ledger/summaries.ts";
import { inputTally, tallyBlocks, unseenBlocks } from "./ledger/tally.ts";
import type { ClassificationBatch, ClassificationSummary } from "./outcomes.ts";
import type { ClassificationContext, FeatureColumns, FeatureRow } from "./record.ts";

const INVALID_COLUMNS = "customer-classification/invalid-columns" satisfies CustomerClassificationErrorCode;

const refuseColumns = (path: Path, received: unknown): never =>
  refuseValue(INVALID_COLUMNS, path, "neither rows nor columns of values", received);

/** Length of a column; a string, or an object with a length, is not a column. */
function lengthOf(column: unknown, path: Path): number {
  const list = typeof column === "object" && column !== null && "minor" in column ? column.minor : column;
  if (Array.isArray(list)) return list.length;
  if (ArrayBuffer.isView(list) && "length" in list) return Number(list.length);
  return refuseColumns(path, column);
}

function sourceOfColumns(columns: FeatureColumns, { fields, misspelt }: ResolvedCard): RecordSource {
  const given: unknown = columns;
  if (typeof given !== "object" || given === null || Symbol.iterator in given) return refuseColumns(["columns"], given);
  recordOf<unknown>((column) => column)(columns, ["columns"], INVALID_COLUMNS);
  const wrong = misspelt(columns);
  if (wrong !== null) {
    const { name, didYouMean } = wrong;
    return refuse(INVALID_COLUMNS, ["columns", name], "nearly a feature of the card", {
      known: fields,
      didYouMean,
    });
  }
  let rows = -1;
  for (const [feature, column] of Object.entries(columns)) {
    const length = lengthOf(column, ["columns", feature]);
    if (rows < 0) rows = length;
    if (length === rows) continue;
    throw new DomainError<CustomerClassificationErrorCode>(
      "customer-classification/ragged-columns",
      "columns: not all of one length",
      ["columns", feature],
      { length, expected: rows },
    );
  }
  let start = 0;
  const cells = (field: string): Cells | null => (Object.hasOwn(columns, field) ? (columns[field] ?? null) : null);
  return {
    rows: Math.max(rows, 0),
    get start() {
      return start;
    },
    open: (from) => {
      start = from;
    },
    cells,
    valueAt: (field, row) => {
      const column = cells(field) ?? [];
      return isMoneyColumn(column) ? column.minor[row] : column[row];
    },
    unreadable: (field) => refuse(INVALID_COLUMNS, ["columns", field], "cannot be read", {}),
  };
}

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
 * that there is nobody: `findings` names it, so look there before a book is used.
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
  const { source, broken } = Array.isArray(rowsOrColumns)
    ? sourceOfRows(rowsOrColumns as readonly unknown[], call.card)
    : { source: sourceOfColumns(rowsOrColumns as FeatureColumns, call.card), broken: new Map<number, Issue>() };
  const values = new Array<ClassificationSummary | null>(source.rows).fill(null);
  const summarize = summarizer(call.card, values);
  const inputs = inputTally(call.card);
  const faulty: number[] = [];
  const ledger = buildLedger(call.card, source, call.dates, true, (scored, made) => {
    const { from, to } = scored;
    for (const row of broken.keys()) if (row >= from) made.status[row] = ROW_UNREADABLE;
    summarize(scored, made);
    if (inputs.add(scored, made) === to - from) return;
    for (let row = from; row < to; row++) if ((made.status[row] ?? 0) >= ROW_INVALID) faulty.push(row);
  });
  const issues: RowIssue[] = [];
  for (const row of faulty) {
    const wrong = broken.get(row);
    if (wrong !== undefined) issues.push({ row, ...wrong });
    else for (const issue of issuesOf(refusedValues(ledger, source, row))) issues.push({ row, ...issue });
  }
  const { stamp } = call.card;
  const blocks = tallyBlocks(ledger);
  const tallies = { inputs: inputs.tallies(), blocks, findings: unseenBlocks(blocks) };
  const batch = { values, issues, ...tallies, card: stamp, asOf: context.asOf };
  rememberLedger(batch, ledger);
  return batch;
}
