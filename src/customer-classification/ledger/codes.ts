import type { PartState } from "../outcomes.ts";
import type { Axis, ClientType, InputState, InvalidReason, Tier } from "../types.ts";

/** The four types of personal customers, in the order of the source. */
export const CLIENT_TYPES = /* @__PURE__ */ Object.freeze([
  "existing-high-quality",
  "existing-potential",
  "prospective-high-quality",
  "ordinary",
] as const satisfies readonly ClientType[]);

/** The two tiers of existing high-quality customers. */
export const TIERS = /* @__PURE__ */ Object.freeze(["core", "general"] as const satisfies readonly Tier[]);

/** What a card measures. */
export const AXES = /* @__PURE__ */ Object.freeze([
  "strength",
  "closeness",
  "contribution",
  "potential",
] as const satisfies readonly Axis[]);

/** The states of an input. */
export const INPUT_STATES = /* @__PURE__ */ Object.freeze([
  "valid",
  "missing",
  "unknown-category",
  "stale",
  "invalid",
] as const satisfies readonly InputState[]);

/** Reasons of invalid values, in the order of their codes. */
export const INVALID_REASONS = /* @__PURE__ */ Object.freeze([
  "wrong-kind",
  "not-finite",
  "not-an-integer",
  "empty",
  "malformed-amount",
  "wrong-currency",
  "amount-too-large",
  "invalid-observation-date",
  "observed-after-as-of",
] as const satisfies readonly InvalidReason[]);

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
