import type { DateRange } from "../../calendar/index.ts";
import type { IssuesOf, ReadingDetails } from "../../core/index.ts";
import type { Money } from "../../money/index.ts";
import type { IncomeBasis, TracedItem, ValueHead } from "../items.ts";

/** What is wrong with the meaning of a credit. */
export const INVALID_CREDIT_REASONS = [
  "no-target",
  "two-targets",
  "to-itself",
  "ends-before-it-begins",
  "given-twice",
  "unknown-line",
] as const;

/**
 * What is wrong with the meaning of a credit: neither client nor line or both, to the client the income is booked to,
 * no day in it, the same credit a second time, a line that is not among those that count.
 */
export type InvalidCreditReason = (typeof INVALID_CREDIT_REASONS)[number];

/** What the views of statements refuse, by code. */
export interface ValueViewErrorDetails {
  /**
   * A credit that cannot be read, or whose meaning is wrong, as `reason` says.
   *
   * Remedy: correct the member at `path`; `IncomeCreditSchema` describes a credit, which is of a `client` or of a
   * `line`, and ends after it begins.
   */
  "relationship-value/invalid-credit": Omit<ReadingDetails, "reason"> & { readonly reason?: InvalidCreditReason };
  /**
   * Two statements that cannot stand side by side: `path` ends with what differs, `a` and `b` are what each has. The
   * period before must end before the other begins.
   *
   * Remedy: make both statements with the same client, currency, rounding, `rateDay`, `referred` and `fewestReferred`.
   */
  "relationship-value/statements-differ": {
    readonly a: string | number | DateRange;
    readonly b: string | number | DateRange;
  };
}

/** What a trace finds, by code. */
export interface ValueTraceFindingDetails {
  /** A line of the statement that is not among the lines given. */
  readonly "line-not-found": { readonly line: string; readonly item: TracedItem };
  /** A line that is there and would not be counted under that item today: it was changed or cannot be read. */
  readonly "line-not-counted": { readonly line: string; readonly item: TracedItem; readonly row: number };
  /** What an item says on a basis is not what its lines add up to. */
  readonly "item-not-traced": {
    readonly item: TracedItem;
    readonly basis: IncomeBasis;
    readonly stated: Money;
    readonly traced: Money;
  };
  /** A head, or the total where none is named, that is not the sum of its items. */
  readonly "figure-not-added": { readonly head?: ValueHead; readonly stated: Money; readonly traced: Money };
}

/** A finding of a trace, by code with its details. */
export type ValueTraceFinding = IssuesOf<ValueTraceFindingDetails>;
