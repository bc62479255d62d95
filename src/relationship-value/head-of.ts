import { describeValue } from "../core/index.ts";
import { refuse } from "../core/inner.ts";
import type { RelationshipValueErrorCode } from "./errors.ts";
import { directItems, otherItems, relatedItems, valueItems, type ValueHead, type ValueItem } from "./items.ts";

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
 * @throws `relationship-value/invalid-item`
 * @see 客户关系价值 table of the source: three heads, eleven items
 * @example
 * headOf("intermediary") // => "direct"
 * headOf("referred") // => "related"
 * headOf("sponsorship") // => "other"
 * @since 0.1.0
 */
export function headOf(item: ValueItem): ValueHead {
  const code: RelationshipValueErrorCode = "relationship-value/invalid-item";
  // every item has a head: what has none is refused
  return (
    HEADS.get(item) ?? refuse(code, ["item"], "not an item", { received: describeValue(item), allowed: valueItems })
  );
}
