import type { DecimalString } from "../../core/index.ts";

/** What volumes and their reconciliation refuse, by code. */
export interface VolumeErrorDetails {
  /**
   * A row with the id of an earlier one that counts; a row that is refused takes no id.
   *
   * Remedy: remove the copy, or give the row an id of its own.
   */
  "relationship-value/repeated-row": { readonly id: string };
  /**
   * An amount of an item that is not in the list of items: of a book, one that no line can be booked to.
   *
   * Remedy: map the ledger's item to one of `items`, or add it there.
   */
  "relationship-value/unknown-item": { readonly item: string; readonly amount: DecimalString };
}
