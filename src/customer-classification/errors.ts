import { DomainError, type Details, type Path } from "../core/index.ts";

/** Codes thrown by customer classification. */
export type CustomerClassificationErrorCode =
  /**
   * The card is not one, or contradicts itself: `path` says where. `details` say what was received and what is allowed,
   * or, in `details.reason` (an {@link InvalidCardReason}), what is wrong with the meaning.
   */
  | "customer-classification/invalid-card"
  /** A record, or a row of a batch, is not an object, cannot be read, or has a name that is nearly a feature's. */
  | "customer-classification/invalid-record"
  /** A value of the wrong kind where the card rejects such values: `details.reason` says what is wrong. */
  | "customer-classification/invalid-value"
  /** The context of a call is not one: `path` says where. */
  | "customer-classification/invalid-context"
  /** `observedAt` names a feature the card does not have. */
  | "customer-classification/unknown-feature"
  /** A value that is neither a list of rows nor columns by feature, or a column whose name is nearly a feature's. */
  | "customer-classification/invalid-columns"
  /** Columns of different lengths. */
  | "customer-classification/ragged-columns"
  /** A row of a batch that does not exist, or a batch without its ledger (copied or read back from JSON). */
  | "customer-classification/unknown-row"
  /** A row of a batch that has an issue instead of a value. */
  | "customer-classification/row-has-issue"
  /** A classification to be explained that is not as this library made it: `path` says where. */
  | "customer-classification/invalid-result";

/** What can be wrong with the meaning of a card whose shape is right. */
export type InvalidCardReason =
  | "reserved-name"
  | "duplicate"
  | "empty"
  | "too-many"
  | "unknown-currency"
  | "currency-missing"
  | "unknown-feature"
  | "unknown-characteristic"
  | "unknown-category"
  | "axis-without-characteristic"
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
  | "policy-missing"
  | "policy-without-use"
  | "customer-flag-missing"
  | "empty-range"
  | "unreachable";

/** The error for a card that contradicts itself. */
export function cardError(path: Path, reason: InvalidCardReason, message: string, details: Details = {}): DomainError {
  return new DomainError<CustomerClassificationErrorCode>(
    "customer-classification/invalid-card",
    `${path.join(".")}: ${message}`,
    path,
    { reason, ...details },
  );
}
