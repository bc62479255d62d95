import type { PartState } from "../outcomes.ts";
import { INVALID_REASONS, type InvalidReason } from "../record.ts";

/** Most bands of a characteristic: one byte holds the band or, from here on, why there is none. */
export const MAX_BANDS = 200;

/** Most points a characteristic can give, in either direction. */
export const MAX_POINTS = 1_000_000_000;

/** Byte codes of lines without a band; an invalid value is `CODE_INVALID` plus the index of its reason. */
export const CODE_NOT_APPLICABLE = MAX_BANDS;
/** No value. */
export const CODE_MISSING = MAX_BANDS + 1;
/** A category the feature does not list. */
export const CODE_UNKNOWN = MAX_BANDS + 2;
/** Older than the feature allows, or of unknown age. */
export const CODE_STALE = MAX_BANDS + 3;
/** First of the invalid codes. */
export const CODE_INVALID = MAX_BANDS + 4;

/** The byte code of an invalid value. */
export function invalidCode(reason: InvalidReason): number {
  return CODE_INVALID + INVALID_REASONS.indexOf(reason);
}

/** The state behind a byte code; a band means valid. */
export function stateOfCode(code: number): PartState {
  if (code < MAX_BANDS) return "valid";
  if (code === CODE_NOT_APPLICABLE) return "not-applicable";
  if (code === CODE_MISSING) return "missing";
  if (code === CODE_UNKNOWN) return "unknown-category";
  return code === CODE_STALE ? "stale" : "invalid";
}

/** The reason behind a byte code; null for any other code. */
export function reasonOfCode(code: number): InvalidReason | null {
  return INVALID_REASONS[code - CODE_INVALID] ?? null;
}
