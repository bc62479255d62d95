import type { ReadingDetails } from "../../core/index.ts";

/** What the errors and issues of measurement carry, by code. */
export interface MeasurementErrorDetails {
  /**
   * Scores, outcomes, counts or options of a measurement that are not what they have to be: `path` says where.
   *
   * Remedy: correct the value at `path`: scores are finite numbers, outcomes are true and false or 1 and 0, counts are
   * whole numbers, and lists that belong together are of one length.
   */
  "customer-classification/invalid-measurement": ReadingDetails & {
    /** Length of a list, and the length it should have. */
    readonly length?: number;
    readonly expected?: number;
    /** Numbers that the value has to be above and below, both excluded. */
    readonly above?: number;
    readonly under?: number;
    /** The key of a bin that came before. */
    readonly isTwice?: true;
    /** A score or cut that is not above the one before it. */
    readonly isOutOfOrder?: true;
  };
  /**
   * A row of a sample whose value or outcome cannot be used. Among the issues of a measurement, never thrown; the row is
   * left out.
   *
   * Remedy: correct the value of the row: numbers, amounts of one currency or plain decimal strings, all of one kind, and
   * null where there is none; an outcome is true or false, or 1 or 0.
   */
  "customer-classification/unusable-sample-row": { readonly received: string; readonly type?: string };
}
