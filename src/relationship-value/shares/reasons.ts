import type { DecimalString, LocalDate, ReadingDetails } from "../../core/index.ts";

/** What groups of clients, and shares of managers in them, refuse, by code. */
export interface ShareErrorDetails {
  /** Two rows of one group. Remedy: put all members of the group into one row. */
  "relationship-value/duplicate-group": { readonly group: string };
  /**
   * A row of a group that cannot be read; the group is left out.
   *
   * Remedy: correct the row at `path`: it has `group`, an id, and `members`, a list of client ids; `ClientGroupSchema`
   * describes it.
   */
  "relationship-value/invalid-group": ReadingDetails;
  /**
   * A row of an assignment that cannot be read; it is left out.
   *
   * Remedy: correct the row at `path`: it has `client`, `manager` and, where they are needed, `unit`, a `share` above 0
   * and at most 1, `from` and a later `to`. `TeamAssignmentSchema` describes it.
   */
  "relationship-value/invalid-assignment": ReadingDetails;
  /**
   * Days on which the shares of a client’s managers do not add up to one, and on which there is income: it is left
   * unassigned. `to` is exclusive; `total` 0 is nobody.
   *
   * Remedy: correct `share`, `from` and `to` of the assignments of `client`, so that on each of these days the shares add
   * up to exactly 1.
   */
  "relationship-value/shares-not-whole": {
    readonly client: string;
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly total: DecimalString;
  };
  /**
   * A client whose managers change within the period of a book, which knows the sums of the period and not the days: its
   * value is left unassigned. `on` is the first day of the first change.
   *
   * Remedy: use `valueByManager` with the lines, which are cut at the date of transfer, or make a book for the days before
   * `on` and one for those after.
   */
  "relationship-value/transferred-within-period": { readonly client: string; readonly on: LocalDate };
}
