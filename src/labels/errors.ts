/** Codes of this room. */
export type LabelErrorCode = "labels/invalid-labels" | "labels/unknown-key";
