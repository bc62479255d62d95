import type { ScoreResult } from "./outcomes.ts";
import { ledgerOfRecord } from "./ledger/source.ts";
import { traceScore } from "./ledger/trace.ts";
import type { ClassificationContext, FeatureRow } from "./record.ts";
import type { PreparedScorecard, Scorecard } from "./card/scorecard.ts";

/**
 * The points of one record under a scorecard (综合评价), with every part.
 *
 * The parts add up to the score. Only the characteristics are read, and the customer flag, because some characteristics
 * count for customers only; the rules of the types and the blocks are not. Bands include their lower edge and not their upper one.
 * Values are never coerced: absent and `null` are missing; `NaN`, `""`, `"100"` for a number, or another currency are
 * invalid; a value older than the feature allows, or of unknown age, is stale; each scores what the characteristic
 * says.
 *
 * @param card - scorecard, plain or prepared, in force on `asOf`
 * @param record - values by feature id; it may have fields of its own
 * @param context - the date, and when values were observed
 * @returns `scored` with score, axes and parts, or `insufficient-data` with what is missing
 * @throws `customer-classification/invalid-value` for an invalid value that the card rejects; path `["record", feature]`
 * @throws `customer-classification/invalid-observation` in its place where the date of observation is at fault
 * @throws `customer-classification/invalid-record` when the record is not an object, or has a name that is nearly a
 * feature's
 * @throws `customer-classification/invalid-card` see {@link prepareScorecard}
 * @throws `customer-classification/invalid-context`, also when `observedAt` has a date after `asOf`, and `customer-classification/unknown-feature` when `observedAt`
 * names one
 * @throws `core/no-policy-in-force` when the card is not in force on `asOf`
 * @throws `core/invalid-date`
 * @example
 * import { money } from "relationship-banking/money";
 * const loyal = { mediumLongTermAssets: money("250000.00", "CNY"), cardSpending: money("60000.00", "CNY") };
 * const result = scoreRecord(exampleStarRateCard, loyal, { asOf: "2026-03-31" });
 * result.status === "scored" && result.score // => 4900
 * result.status === "scored" && result.level // => "star-5"
 * scoreRecord(exampleStarRateCard, { mediumLongTermAssets: 250000 }, { asOf: "2026-03-31" }) // throws customer-classification/invalid-value
 * @since 0.1.0
 */
export function scoreRecord<R extends FeatureRow<R>>(
  card: Scorecard | PreparedScorecard,
  record: R,
  context: ClassificationContext,
): ScoreResult {
  return traceScore(ledgerOfRecord(card, record, context, false).ledger, 0);
}
