import { DomainError, type Issue, type Path, type RowIssue } from "../core/index.ts";
import { recordOf, refuse, refuseValue } from "../core/inner.ts";
import { MAX_BANDS } from "./ledger/codes.ts";
import type { ResolvedCard } from "./card/resolved.ts";
import type { CustomerClassificationErrorCode } from "./errors.ts";
import { rememberLedger } from "./ledger/memo.ts";
import type { ClassificationBatch, ClassificationSummary } from "./outcomes.ts";
import { decide, VERDICT_NOT_A_CUSTOMER, VERDICT_UNDECIDED, type Verdicts } from "./ledger/decide.ts";
import {
  blockOf,
  buildLedger,
  hasAnswer,
  HOLDS,
  ROW_INSUFFICIENT,
  ROW_INVALID,
  ROW_UNREADABLE,
  type ScoreLedger,
  type RecordSource,
} from "./ledger/lines.ts";
import { levelOf, mostPoints, totalPoints } from "./ledger/parts.ts";
import { sourceOfRows } from "./ledger/rows.ts";
import { issuesOf, refusedValues, resolveCall, type ResolvedCall } from "./ledger/source.ts";
import { tallyBlocks, tallyInputs, unseenBlocks } from "./ledger/tally.ts";
import { lackOf } from "./ledger/trace.ts";
import type { ClientType, Tier } from "./classes.ts";
import type { ClassificationContext, FeatureColumns, FeatureRow } from "./record.ts";
import type { PreparedScorecard, Scorecard } from "./card/scorecard.ts";

const INVALID_COLUMNS = "customer-classification/invalid-columns" satisfies CustomerClassificationErrorCode;

const refuseColumns = (path: Path, received: unknown): never =>
  refuseValue(INVALID_COLUMNS, path, "neither rows nor columns of values", received);

/** Length of a column; a string, or an object with a length, is not a column. */
function lengthOf(column: unknown, path: Path): number {
  const list = typeof column === "object" && column !== null && "minor" in column ? column.minor : column;
  try {
    // a value that cannot be read is found here, so that nothing after it has to look for one
    if (Array.isArray(list)) list.forEach(() => undefined);
  } catch {
    return refuse(INVALID_COLUMNS, path, "cannot be read", {});
  }
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
  return {
    rows: Math.max(rows, 0),
    cells: (field) => (Object.hasOwn(columns, field) ? (columns[field] ?? null) : null),
  };
}

/** Summaries by content, so that the rows of a book share them; frozen because they are shared. */
function summaryMaker(ledger: ScoreLedger, verdicts: Verdicts): (row: number) => ClassificationSummary {
  const { rules } = ledger.card;
  const notACustomer: ClassificationSummary = Object.freeze({ status: "not-a-customer" });
  const blocked = ledger.card.blocks.map(({ block: { id, effect } }): ClassificationSummary =>
    Object.freeze({ status: "blocked", block: id, effect }),
  );
  const known = new Map<number, ClassificationSummary>();
  const make = (type: ClientType, tier: Tier | null, score: number, most: number): ClassificationSummary => {
    const level = levelOf(ledger, score);
    return Object.freeze({
      status: "classified",
      type,
      ...(tier === null ? {} : { tier }),
      score,
      ...(most > score ? { scoreAtMost: most } : {}),
      ...(level === undefined ? {} : { level }),
    });
  };
  return (row) => {
    const block = blockOf(ledger, row);
    const out = block < 0 ? undefined : blocked[block];
    if (out !== undefined) return out;
    const verdict = verdicts.rules[row] ?? VERDICT_UNDECIDED;
    if (verdict === VERDICT_UNDECIDED || ledger.status[row] === ROW_INSUFFICIENT) {
      return { status: "insufficient-data", missing: lackOf(ledger, row) };
    }
    if (verdict === VERDICT_NOT_A_CUSTOMER) return notACustomer;
    const core = verdicts.core[row] === HOLDS;
    const score = totalPoints(ledger, row);
    const most = mostPoints(ledger, row);
    const key = (score * 256 + verdict) * 2 + (core ? 1 : 0);
    const shared = most > score ? undefined : known.get(key);
    if (shared !== undefined) return shared;
    const grants = rules[verdict]?.grants;
    const type = verdict < MAX_BANDS && grants !== undefined && grants !== "core" ? grants : "ordinary";
    const tier = type === "existing-high-quality" ? (core ? "core" : "general") : null;
    const summary = make(type, tier, score, most);
    if (most === score) known.set(key, summary);
    return summary;
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
  const { ledger, answerOf, issues } = scoreBook(call, readBook(rowsOrColumns, call.card));
  const values: (ClassificationSummary | null)[] = [];
  for (let row = 0; row < ledger.rows; row++) values.push(answerOf(row));
  const blocks = tallyBlocks(ledger);
  const tallies = { inputs: tallyInputs(ledger), blocks, findings: unseenBlocks(blocks) };
  const batch = { values, issues, ...tallies, card: call.card.stamp, asOf: context.asOf };
  rememberLedger(batch, ledger);
  return batch;
}

/** Rows or columns as a card reads them: cards with the same fields and blocks read them alike. */
export interface BookSource {
  readonly source: RecordSource;
  /** Rows that are not records, each with its issue. */
  readonly broken: ReadonlyMap<number, Issue>;
}

/** Reads the rows or columns of a book for a card. */
export function readBook(rowsOrColumns: readonly object[] | FeatureColumns, card: ResolvedCard): BookSource {
  if (Array.isArray(rowsOrColumns)) return sourceOfRows(rowsOrColumns as readonly unknown[], card);
  return { source: sourceOfColumns(rowsOrColumns as FeatureColumns, card), broken: new Map() };
}

/** A book that was scored. */
export interface ScoredBook {
  readonly ledger: ScoreLedger;
  /** The answer for a row; null for one with an issue, unless a block holds for it. */
  readonly answerOf: (row: number) => ClassificationSummary | null;
  /** In row order. */
  readonly issues: readonly RowIssue[];
}

/** Scores a book that was read, with a card that was looked up. */
export function scoreBook(call: ResolvedCall, { source, broken }: BookSource): ScoredBook {
  const ledger = buildLedger(call.card, source, call.dates, true);
  for (const row of broken.keys()) ledger.status[row] = ROW_UNREADABLE;
  const summaryOf = summaryMaker(ledger, decide(ledger));
  const issues: RowIssue[] = [];
  for (let row = 0; row < source.rows; row++) {
    if ((ledger.status[row] ?? ROW_INVALID) < ROW_INVALID) continue;
    const wrong = broken.get(row);
    if (wrong !== undefined) issues.push({ row, ...wrong });
    else {
      for (const issue of issuesOf(refusedValues(ledger, source, row))) issues.push({ row, ...issue });
    }
  }
  return { ledger, answerOf: (row) => (hasAnswer(ledger, row) ? summaryOf(row) : null), issues };
}
