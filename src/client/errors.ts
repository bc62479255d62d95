import type { ClientErrorDetails } from "./reasons.ts";

/** Codes of the issues and errors of this room. */
export type ClientErrorCode = keyof ClientErrorDetails;
