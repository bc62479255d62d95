import type { ReadingDetails } from "../../core/index.ts";
import type { BookSide } from "./words.ts";

/** What the errors and issues of books and their migration carry, by code. */
export interface PopulationDetails {
  /**
   * A book, or what is asked of it, is not one: `path` says where.
   *
   * Remedy: pass rows of client and class, or ids and classes of the same length; a ladder names each class once, as it is
   * written in the books, and none of the words for people without a class. Too many different classes are ids or amounts
   * in the place of classes.
   */
  "customer-classification/invalid-book": ReadingDetails & { readonly expected?: number; readonly length?: number };
  /**
   * A row of a book without a readable client, which is left out, or without a readable class, which is counted as
   * refused. Among `issues`, never thrown.
   *
   * Remedy: give the row the id of the client and the class, both as texts.
   */
  "customer-classification/invalid-member": ReadingDetails & { readonly side?: BookSide };
  /**
   * A client is in a book twice; the first row counts. Among `issues`, never thrown.
   *
   * Remedy: find out which of the two rows is right and take the other one out; `first` is the index of the first.
   */
  "customer-classification/duplicate-client": {
    readonly client: string;
    readonly first: number;
    readonly side?: BookSide;
  };
  /**
   * A reason for leaving of somebody who did not leave: they are in the later book, or were not in the earlier one.
   * Among `issues`, never thrown.
   *
   * Remedy: see which of the two is wrong, the list of those who left or the book.
   */
  "customer-classification/not-a-leaver": { readonly client: string };
  /**
   * A migration that is not as this library made it: `path` says where.
   *
   * Remedy: pass what `migrationMatrix` or `mergeMigrations` returned, unchanged; for movers the very object that
   * `migrationMatrix` returned.
   */
  "customer-classification/invalid-migration": ReadingDetails;
  /**
   * Two migrations along different ladders cannot be added.
   *
   * Remedy: count both parts with the same ladder.
   */
  "customer-classification/ladders-differ": {
    readonly a: readonly string[] | null;
    readonly b: readonly string[] | null;
  };
}
