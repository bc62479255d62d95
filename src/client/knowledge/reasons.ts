import type { LocalDate, ReadingDetails } from "../../core/index.ts";

/** How raw and derived values are mixed. */
export const RAW_AND_DERIVED = ["derived-in-raw-group", "raw-with-derivation", "raw-elsewhere"] as const;

/**
 * How raw and derived values are mixed: a derived one in a group of raw features, a raw one with a derivation, a derived
 * one of a feature that has raw values in the file.
 */
export type RawAndDerived = (typeof RAW_AND_DERIVED)[number];

/** What is wrong with the meaning of a completeness policy. */
export const INVALID_COMPLETENESS_REASONS = ["item-twice", "other-kind"] as const;

/** What is wrong with the meaning of a completeness policy. */
export type InvalidCompletenessReason = (typeof INVALID_COMPLETENESS_REASONS)[number];

/** What the issues and errors about knowledge of a client carry, by code. */
export interface KnowledgeErrorDetails {
  /**
   * A value is raw and derived at once, or its feature is raw in one entry and derived in another.
   *
   * Remedy: give a derived value no `group`, a raw one no `derivation`, and the derived one a feature of its own.
   */
  "client/raw-and-derived": { readonly feature: string; readonly reason: RawAndDerived };
  /**
   * A derived value names a feature that the file has no value of on the day, or names itself.
   *
   * Remedy: enter the value it was derived from, with its own day, or correct `derivation.from`.
   */
  "client/derived-from-unknown": { readonly feature: string; readonly input: string; readonly asOf: LocalDate };
  /**
   * A value that was derived from itself through others of the same day: `input` goes back to `feature`.
   *
   * Remedy: correct `derivation.from` of one of the values in the circle.
   */
  "client/derived-in-circle": { readonly feature: string; readonly input: string; readonly asOf: LocalDate };
  /**
   * A completeness policy is not one, asks for one thing twice, or for what clients of the kind do not have: `path` says
   * where.
   *
   * Remedy: correct the member at `path`; `ClientCompletenessPolicySchema` describes a policy.
   */
  "client/invalid-completeness-policy": Omit<ReadingDetails, "reason"> & {
    readonly reason?: InvalidCompletenessReason;
    /** The part or feature it is about. */
    readonly name?: string;
  };
}
