import type { Classification } from "./outcomes.ts";
import { ledgerOfRecord } from "./ledger/source.ts";
import { traceClassification } from "./ledger/trace.ts";
import type { ClassificationContext, FeatureRow } from "./record.ts";
import type { PreparedScorecard, Scorecard } from "./card/scorecard.ts";

/**
 * Which of the four types a person is (四类客户), and which tier among the existing high-quality customers, with every part
 * of the score and every rule tried.
 *
 * The card's rules are tried in order and the first whose tests all hold decides; a customer whom none matches is
 * `ordinary`, and a person who is not a customer and whom none matches is `not-a-customer`. A failing test settles its
 * rule, whatever else is unknown; a rule that depends on a value the record lacks makes the answer `insufficient-data`,
 * because a later rule must not win by default. Before all that come the blocks of the card (deceased, staff, overdue):
 * the first that holds makes the answer `blocked`, whatever else is known, missing or wrong: a value that would be refused
 * is then among its `issues`. Values are treated as in {@link scoreRecord}.
 *
 * @param card - scorecard, plain or prepared, in force on `asOf`
 * @param record - values by feature id; it may have fields of its own
 * @param context - the date, and when values were observed
 * @returns `classified` with reasons, `insufficient-data` with what is missing, `not-a-customer`, or `blocked`
 * @throws `customer-classification/invalid-value` for an invalid value that the card rejects, or that a rule looks at, when
 * no block holds
 * @throws `customer-classification/invalid-observation` in its place where the date of observation is at fault
 * @throws `customer-classification/invalid-record` when the record is not an object, or has a name that is nearly a
 * feature's
 * @throws `customer-classification/invalid-card` see {@link prepareScorecard}
 * @throws `customer-classification/invalid-context`, also when `observedAt` has a date after `asOf`, and `customer-classification/unknown-feature` when `observedAt`
 * names one
 * @throws `core/no-policy-in-force` when the card is not in force on `asOf`
 * @throws `core/invalid-date`
 * @see 商业银行个人客户经理工作流程, slides 11 (the four types) and 12 (core and general)
 * @example
 * import { money } from "relationship-banking/money";
 * const prospect = {
 *   isCustomer: false, mainBankElsewhere: true,
 *   annualIncome: money("120000.00", "CNY"), assets: money("3000000.00", "CNY"),
 * };
 * const result = classify(exampleRetailCard, prospect, { asOf: "2026-03-31" });
 * result.status === "classified" && result.type // => "prospective-high-quality"
 * const unknown = classify(exampleRetailCard, { ...prospect, mainBankElsewhere: null }, { asOf: "2026-03-31" });
 * unknown.status === "insufficient-data" && unknown.missing // => [{ feature: "mainBankElsewhere", state: "missing", rule: "prospective-high-quality" }]
 * @since 0.1.0
 */
export function classify<R extends FeatureRow<R>>(
  card: Scorecard | PreparedScorecard,
  record: R,
  context: ClassificationContext,
): Classification {
  const { ledger, issues } = ledgerOfRecord(card, record, context, true);
  return traceClassification(ledger, 0, issues);
}
