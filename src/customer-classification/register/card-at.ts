import { issueOf, type Path } from "../../core/index.ts";
import { reasonIn, refuse } from "../../core/inner.ts";
import { hashOf, resolvedCard } from "../card/prepare.ts";
import type { ResolvedCard } from "../card/resolved.ts";
import type { PreparedScorecard, Scorecard } from "../card/scorecard.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";

/**
 * The resolved form of a card as it is now: cards are remembered by identity, and what is compared and signed is the
 * content, so that one changed since it was first read is read again. A handle is a snapshot.
 */
function resolvedNow(card: Scorecard | PreparedScorecard): ResolvedCard {
  const known = resolvedCard(card);
  if ("stamp" in card) return known;
  const code: CustomerClassificationErrorCode = "customer-classification/invalid-card";
  return hashOf(card, [], code) === known.stamp.hash ? known : resolvedCard({ ...card });
}

/** The resolved form of a card that stands somewhere in the input: what is wrong with it is refused at its place there. */
export function resolvedCardAt(card: Scorecard | PreparedScorecard, at: Path): ResolvedCard {
  try {
    return resolvedNow(card);
  } catch (error) {
    const { code, path, details } = issueOf(error);
    const inside = path[0] === "card" ? path.slice(1) : path;
    return refuse(code, [...at, ...inside], reasonIn((error as Error).message, details), details);
  }
}
