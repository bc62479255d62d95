import { oneOf, orNull, readFlag, rowOf, wholeNumber, type Members, type Reader } from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { incomeBases } from "../items.ts";
import { readAmount } from "../reading.ts";
import { ITEM_STATUSES, type BasisSplit, type ItemFigure } from "../types.ts";

/** How many there are of something. */
export const readCount: Reader<number> = /* @__PURE__ */ wholeNumber(0, Number.MAX_SAFE_INTEGER);

/**
 * A row with one reader for each of its names.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function eachOf<K extends string, T>(names: readonly K[], read: Reader<T>): Reader<Readonly<Record<K, T>>> {
  return rowOf(Object.fromEntries(names.map((name) => [name, read])) as Members<Readonly<Record<K, T>>>);
}

/** An amount, or that there is none. */
export const readAmountOrNull: Reader<Money | null> = /* @__PURE__ */ orNull<Money>(readAmount);

/** An amount by how certain it is, as a statement or a book gives it. */
export const readSplit: Reader<BasisSplit> = /* @__PURE__ */ eachOf(incomeBases, readAmountOrNull);

/** One item, as a statement or a book gives it. */
export const readItemFigure: Reader<ItemFigure> = /* @__PURE__ */ rowOf<ItemFigure>({
  status: oneOf(ITEM_STATUSES),
  amount: readAmountOrNull,
  byBasis: readSplit,
  lineCount: readCount,
  inTotal: readFlag,
});
