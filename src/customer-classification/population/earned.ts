import type { CustomerClassificationErrorCode } from "../errors.ts";
import { rememberedLedger } from "../ledger/memo.ts";
import type { ClassificationBatch, ClassificationSummary } from "../outcomes.ts";
import { EARNED_UNKNOWN } from "../standing/book.ts";
import type { StandingPolicy } from "../standing/policy.ts";
import { resolveStandingPolicy } from "../standing/read-policy.ts";
import { valuesOf } from "./class-of.ts";
import { requireLadderOf, requireLadderOfSeen } from "./ladder.ts";

const INVALID_POLICY = "customer-classification/invalid-standing-policy" satisfies CustomerClassificationErrorCode;
const LADDER = Object.freeze(["policy", "ladder"]);

/**
 * The place on a ladder that one answer earns: that of its level, of its tier or of its type, whichever the ladder has; the
 * lowest for somebody who is classified and none of whose words it has.
 */
export function earnedPlace(summary: ClassificationSummary | null, placeOf: ReadonlyMap<string, number>): number {
  if (summary?.status !== "classified") return EARNED_UNKNOWN;
  const { level, tier, type } = summary;
  return placeOf.get(level ?? "") ?? placeOf.get(tier ?? "") ?? placeOf.get(type) ?? 0;
}

/**
 * What the clients of a batch earn on the ladder of a standing policy, as a column for `advanceStandings`.
 *
 * A ladder of levels finds the level, one of tiers or types the tier or the type; who is classified and has none of the
 * words of the ladder earns its lowest place. Who is not classified (lacking data, blocked, not a customer, or a row with
 * an issue) earns nothing that is known: neither the level held nor less. A ladder that has a level or a tier has all above
 * it, in the order of the card, from the lowest. A copy of a batch has no card: there the levels among its values, in the
 * order of their scores, stand for those of the card.
 *
 * @param batch - what `classifyMany` returned, or a copy
 * @param policy - the policy whose ladder it is
 * @returns places from 0, one per row; `EARNED_UNKNOWN` where nothing is known
 * @throws `customer-classification/invalid-book` for what is not a batch
 * @throws `customer-classification/invalid-standing-policy` for what is not a policy, and for a ladder of which the card
 * knows nothing but the lowest level, that is not in its order, lacks a level above one that it has, or misspells one
 * @throws `core/invalid-policy`, `core/invalid-date`
 * @example
 * import { money } from "relationship-banking/money";
 * const rows = ["60000.00", "1.00", null].map((amount) => ({ mediumLongTermAssets: amount === null ? null : money(amount, "CNY") }));
 * const batch = classifyMany(exampleStarRateCard, [...rows, { deceased: true }], { asOf: "2026-06-30" });
 * Array.from(earnedPlaces(batch, exampleStarStanding)) // => [3, 0, 0, -1]
 * @since 0.1.0
 */
export function earnedPlaces(batch: ClassificationBatch, policy: StandingPolicy): Int8Array {
  const { placeOf } = resolveStandingPolicy(policy);
  const values = valuesOf(batch);
  const ledger = rememberedLedger(batch);
  if (ledger === null) requireLadderOfSeen(values, placeOf, LADDER, INVALID_POLICY);
  else requireLadderOf(ledger.card, placeOf, LADDER, INVALID_POLICY);
  return Int8Array.from(values, (summary) => earnedPlace(summary, placeOf));
}
