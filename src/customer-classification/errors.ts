import { DomainError, type Path } from "../core/index.ts";
import type { CustomerClassificationErrorDetails, InvalidCardDetails } from "./reasons.ts";

/** Codes thrown by customer classification. */
export type CustomerClassificationErrorCode = keyof CustomerClassificationErrorDetails;

/** What can be wrong with the meaning of a card whose shape is right. */
export type InvalidCardReason =
  /** A name that every object has. */
  | "reserved-name"
  | "duplicate"
  | "empty"
  | "too-many"
  | "unknown-currency"
  | "currency-missing"
  | "unknown-feature"
  | "unknown-characteristic"
  | "unknown-category"
  /** A test on an axis that no characteristic scores. */
  | "axis-without-characteristic"
  /** A scale or a test on a feature of another kind, or a customer flag that is not one. */
  | "kind-does-not-fit"
  | "not-whole-points"
  | "not-a-whole-number"
  | "malformed-edge"
  | "edges-not-ascending"
  | "last-band-closed"
  | "band-without-edge"
  | "not-positive"
  | "too-large"
  | "category-without-points"
  | "neutral-missing"
  /** A state that can occur, and no word of what it scores. */
  | "policy-missing"
  /** Points for a state that cannot occur. */
  | "policy-without-use"
  | "customer-flag-missing"
  | "empty-range"
  /** Points that no record can reach, or a rule that nobody can meet. */
  | "unreachable";

/** The error for a card that contradicts itself. */
export function cardError(
  path: Path,
  reason: InvalidCardReason,
  message: string,
  details: Omit<InvalidCardDetails, "reason"> = {},
): DomainError {
  return new DomainError<CustomerClassificationErrorCode>(
    "customer-classification/invalid-card",
    `${path.join(".")}: ${message}`,
    path,
    { reason, ...details },
  );
}
