/** Codes thrown by customer classification. */
export type CustomerClassificationErrorCode =
  /** The card contradicts itself: a reference to nothing, edges out of order, a type nobody can reach. `path` says where. */
  | "customer-classification/invalid-card"
  /** The card is not in force on `asOf`. */
  | "customer-classification/card-not-in-force"
  /** A record, or a row of a batch, is no object. */
  | "customer-classification/invalid-record"
  /** A value of the wrong kind where the card rejects such values: `details.reason` says what is wrong. */
  | "customer-classification/invalid-value"
  /** `observedAt` names a feature the card does not have. */
  | "customer-classification/unknown-feature"
  /** Columns of different lengths. */
  | "customer-classification/ragged-columns"
  /** A row of a batch that does not exist, or a batch without its ledger (copied or read back from JSON). */
  | "customer-classification/unknown-row"
  /** A row of a batch that has an issue instead of a value. */
  | "customer-classification/row-has-issue";
