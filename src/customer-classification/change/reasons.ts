import type { LocalDate, ReadingDetails } from "../../core/index.ts";

/** What the errors about changes, ways to a class and work lists carry, by code. */
export interface ChangeErrorDetails {
  /**
   * The target of a way to a class is not one: `path` says where.
   *
   * Remedy: pass `{ kind: "type", type }`, `{ kind: "tier", tier }` or `{ kind: "level", level }`, with a level of the card
   * among those in `details.known`.
   */
  "customer-classification/invalid-target": ReadingDetails & { readonly level?: string; readonly card?: string };
  /**
   * One side of a change is not one, or the second is earlier than the first: `path` says where.
   *
   * Remedy: give each side its card, record and `asOf`, the earlier one first; a standing has its policy, levels and
   * `steps`, and is of the day of its side or before it.
   */
  "customer-classification/invalid-change": ReadingDetails & {
    /** The day of a side, and that of its standing, which is after it. */
    readonly asOf?: LocalDate;
    readonly standingAsOf?: LocalDate;
    readonly previousAsOf?: LocalDate;
    readonly currentAsOf?: LocalDate;
  };
  /**
   * The options of work lists are not such: `path` says where.
   *
   * Remedy: pass the batch as `classifyMany` returned it, a manager and a client for each row or a function that gives
   * them, distances in whole points, and one standing or null per row, of the day of the batch or before it.
   */
  "customer-classification/invalid-work-list": ReadingDetails & {
    /** The day of the batch, and that of a standing, which is after it. */
    readonly asOf?: LocalDate;
    readonly standingAsOf?: LocalDate;
    readonly length?: number;
    readonly expected?: number;
  };
}
