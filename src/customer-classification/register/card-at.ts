import { issueOf, type Path } from "../../core/index.ts";
import { reasonIn, refuse } from "../../core/inner.ts";
import { resolvedCard } from "../card/prepare.ts";
import type { ResolvedCard } from "../card/resolved.ts";
import type { PreparedScorecard, Scorecard } from "../card/scorecard.ts";

/** The resolved form of a card that stands somewhere in the input: what is wrong with it is refused at its place there. */
export function resolvedCardAt(card: Scorecard | PreparedScorecard, at: Path): ResolvedCard {
  try {
    return resolvedCard(card);
  } catch (error) {
    const { code, path, details } = issueOf(error);
    const inside = path[0] === "card" ? path.slice(1) : path;
    return refuse(code, [...at, ...inside], reasonIn((error as Error).message, details), details);
  }
}
