/** How a client may have moved between two books, in the order of a bridge from one to the other. */
export const VALUE_MOVEMENTS = ["new", "grown", "unchanged", "shrunk", "lost"] as const;

/**
 * How a client moved between two books: `new` has lines in the later one only, `lost` in the earlier one only; the others
 * are in both and have grown, shrunk, or brought the same.
 */
export type ValueMovement = (typeof VALUE_MOVEMENTS)[number];
