/** What a class of a book can be. */
export const CLASS_KINDS = /* @__PURE__ */ Object.freeze(["type", "tier", "level"] as const);

/**
 * What a class of a book is: the type; the tier where there is one, otherwise the type; or the level of the card's
 * ladder.
 */
export type ClassKind = (typeof CLASS_KINDS)[number];

/** Most classes that are told apart: above it a column of ids, or of amounts, was taken for one of classes. */
export const MAX_CLASSES = 1000;

/** Where a client stands who is in the book and in no class. */
export const NON_CLASSES = /* @__PURE__ */ Object.freeze([
  "not-a-customer",
  "insufficient-data",
  "blocked",
  "refused",
] as const);

/**
 * Where a client stands who is in the book and in no class: not a customer, lacking data, blocked, or with a row that is
 * refused (its issue says why). They are counted beside the classes, so that nobody who is still there seems to have
 * left.
 */
export type NonClass = (typeof NON_CLASSES)[number];

/** The class of somebody who is classified and does not reach the first level of the card. */
export const BELOW_LEVELS = "below-levels";

/** Whether a text stands for no class. */
export function isNonClass(text: string): text is NonClass {
  return (NON_CLASSES as readonly string[]).includes(text);
}

/** What can become of a client between two books. */
export const MOVES = /* @__PURE__ */ Object.freeze(["up", "down", "other", "joined", "left"] as const);

/**
 * What became of a client who is not in the same class in both books: in a higher or lower one of the ladder, in another
 * class that the ladder does not compare with the first, only in the later book, or only in the earlier one.
 */
export type Move = (typeof MOVES)[number];

/** The two books of a migration. */
export const BOOK_SIDES = /* @__PURE__ */ Object.freeze(["before", "after"] as const);

/** Which of the two books of a migration. */
export type BookSide = (typeof BOOK_SIDES)[number];
