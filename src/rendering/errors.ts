import type { RenderingErrorDetails } from "./reasons.ts";

/** Codes of this room. */
export type RenderingErrorCode = keyof RenderingErrorDetails;
