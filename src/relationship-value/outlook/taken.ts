import { DomainError } from "../../core/index.ts";
import { coefficientAt, roundExact } from "../../core/inner.ts";
import { fromMinorUnits } from "../../money/index.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { MOST_RATE_DIGITS } from "../lifetime/rates.ts";
import type { CurrentItem } from "./current.ts";
import type { ReadEffect } from "./effects.ts";

/** What effects take from the existing income of an item; what a renewal adds makes no room for more. */
export interface Taken {
  /** In minor units. */
  readonly "at-risk": bigint;
  /** In minor units. */
  readonly renewal: bigint;
  /** Both times their probabilities, where they have one, in 10^-20 minor units: exact, as no rate has more digits. */
  readonly expected: bigint;
}

/** Nothing yet. */
export const NONE_TAKEN: Taken = { "at-risk": 0n, renewal: 0n, expected: 0n };

function takenWith({ kind, minor, probability }: ReadEffect, before: Taken): Taken {
  const takes = kind === "renewal" ? -minor : minor;
  if (kind === "new" || takes <= 0n) return before;
  const chance = probability === null ? 0n : coefficientAt(MOST_RATE_DIGITS, probability);
  return { ...before, [kind]: before[kind] + takes, expected: before.expected + takes * chance };
}

/**
 * What effects take with one more, which is refused where that is more than there is: of its kind, or of both kinds as
 * likely as they are.
 */
export function takenOrRefused(
  effect: ReadEffect,
  taken: Taken,
  { existing, hasData }: CurrentItem,
  currency: string,
): Taken {
  const { kind, item } = effect;
  const after = takenWith(effect, taken);
  if (kind === "new" || after === taken) return after;
  // upwards, so that what is shown is more than there is wherever it is refused
  const expected = roundExact({ coefficient: after.expected, scale: MOST_RATE_DIGITS }, 0, "ceiling");
  const most = after[kind] > expected ? after[kind] : expected;
  if (most <= existing) return after;
  const code = "relationship-value/effect-exceeds-existing" satisfies RelationshipValueErrorCode;
  throw new DomainError<RelationshipValueErrorCode>(code, "amount: more than the item has", ["amount"], {
    kind,
    item,
    taken: fromMinorUnits(most, currency).amount,
    existing: hasData ? fromMinorUnits(existing, currency).amount : null,
  });
}
