import type { Path } from "../../core/index.ts";
import { nearestName, refuse } from "../../core/inner.ts";
import type { ResolvedCard } from "../card/resolved.ts";
import { CLIENT_TYPES, TIERS, type ClientType, type Tier } from "../classes.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import type { ClassificationSummary } from "../outcomes.ts";

type Places = ReadonlyMap<string, number>;

const FROM_LOWEST: readonly Tier[] = ["general", "core"];

/** Who is ordinary is none of these. */
const ABOVE_ORDINARY: readonly (Tier | ClientType)[] = ["general", "core", "existing-high-quality"];

/** Refuses a level that nobody can earn and that is nearly a word which is not on the ladder. */
function requireSpelling(
  known: readonly string[],
  placeOf: Places,
  path: Path,
  code: CustomerClassificationErrorCode,
): void {
  const missing = known.filter((word) => !placeOf.has(word));
  for (const [name, place] of placeOf) {
    const near = known.includes(name) ? null : nearestName(name, missing);
    if (near !== null) refuse(code, [...path, place, "id"], "not a class of the card", { known, didYouMean: near });
  }
}

/** Refuses a ladder on which somebody with a higher level or tier stands lower, above all because it is not there. */
function requireOrderOf(
  words: readonly string[],
  placeOf: Places,
  path: Path,
  code: CustomerClassificationErrorCode,
): void {
  let highest = -1;
  for (const word of words) {
    const place = placeOf.get(word) ?? -1;
    if (place < highest) refuse(code, path, "not in the order of the card", { known: words });
    highest = place;
  }
}

/** The order that a ladder of levels, of tiers or of types has to have. */
function requireOrder(
  levels: readonly string[],
  placeOf: Places,
  path: Path,
  code: CustomerClassificationErrorCode,
): void {
  requireSpelling([...levels, ...TIERS, ...CLIENT_TYPES], placeOf, path, code);
  requireOrderOf(levels, placeOf, path, code);
  requireOrderOf(FROM_LOWEST, placeOf, path, code);
  for (const better of ABOVE_ORDINARY) {
    const known: readonly string[] = ["ordinary" satisfies ClientType, better];
    if (placeOf.has(better)) requireOrderOf(known, placeOf, path, code);
  }
}

/**
 * Refuses a ladder of which a card knows no level besides the lowest, one that is not in the order of the card, or lacks a
 * level above one that it has, and one with a misspelt word of the card.
 */
export function requireLadderOf(
  { levels }: ResolvedCard,
  placeOf: Places,
  path: Path,
  code: CustomerClassificationErrorCode,
): void {
  const own = levels.map(({ id }) => id);
  requireOrder(own, placeOf, path, code);
  const known: readonly string[] = [...own, ...TIERS, ...CLIENT_TYPES];
  if ([...placeOf.keys()].slice(1).some((name) => known.includes(name))) return;
  refuse(code, path, "the card gives none of its levels but the lowest", { known });
}

/** Refuses a ladder that is not in the order which answers show by their scores; of who is not seen it says nothing. */
export function requireLadderOfSeen(
  values: readonly (ClassificationSummary | null)[],
  placeOf: Places,
  path: Path,
  code: CustomerClassificationErrorCode,
): void {
  const scores = new Map<string, number>();
  for (const summary of values) {
    if (summary?.status !== "classified" || summary.level === undefined) continue;
    const { level, score } = summary;
    if (score < (scores.get(level) ?? Infinity)) scores.set(level, score);
  }
  const levels = [...scores].sort(([, a], [, b]) => a - b).map(([level]) => level);
  requireOrder(levels, placeOf, path, code);
}
