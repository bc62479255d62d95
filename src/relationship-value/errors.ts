import type { RelationshipValueErrorDetails } from "./reasons.ts";

/** Codes thrown, and used in issues, by this room. */
export type RelationshipValueErrorCode = keyof RelationshipValueErrorDetails;
