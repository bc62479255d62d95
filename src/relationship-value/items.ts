import type { BookedItem, DirectItem, IncomeBasis, OtherItem, RelatedItem, ValueHead, ValueItem } from "./types.ts";

/** The three heads in the order of the statement. */
export const valueHeads: readonly ValueHead[] = Object.freeze(["direct", "related", "other"] as const);

/** The three items of the first head, in order. */
export const directItems: readonly DirectItem[] = Object.freeze(["asset", "liability", "intermediary"] as const);

/** The three items of the second head, in order of precedence. */
export const relatedItems: readonly RelatedItem[] = Object.freeze(["subsidiary", "affiliate", "referred"] as const);

/** The five items of the third head, in order. */
export const otherItems: readonly OtherItem[] = Object.freeze([
  "joint-business",
  "pilot-partner",
  "forum-attendance",
  "advertising",
  "sponsorship",
] as const);

/** The eight items a line can be booked to, in the order of the statement; column form counts them from 0. */
export const bookedItems: readonly BookedItem[] = Object.freeze([...directItems, ...otherItems]);

/** The eleven items in the order of the statement. */
export const valueItems: readonly ValueItem[] = Object.freeze([...directItems, ...relatedItems, ...otherItems]);

/** The three bases, most certain first; column form counts them from 0. */
export const incomeBases: readonly IncomeBasis[] = Object.freeze(["actual", "accrued", "estimated"] as const);

const HEADS: ReadonlyMap<ValueItem, ValueHead> = new Map<ValueItem, ValueHead>([
  ...directItems.map((item) => [item, "direct"] as const),
  ...relatedItems.map((item) => [item, "related"] as const),
  ...otherItems.map((item) => [item, "other"] as const),
]);

/**
 * The head an item belongs to.
 *
 * @param item - one of the eleven
 * @returns its head
 * @see 客户关系价值 table of the source: three heads, eleven items
 * @example
 * headOf("intermediary") // => "direct"
 * headOf("referred") // => "related"
 * headOf("sponsorship") // => "other"
 * @since 0.1.0
 */
export function headOf(item: ValueItem): ValueHead {
  // the union is closed, so the last head is the only one left when a lookup fails
  return HEADS.get(item) ?? "other";
}
