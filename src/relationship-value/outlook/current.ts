import { orNull, readFlag, refuse, rowOf, shapeOf, type Reader } from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { minorIn } from "../../money/inner.ts";
import { incomeBases, type ValueItem } from "../items.ts";
import { OPTION, readAmount, readCurrency } from "../reading.ts";
import { mapItems } from "../statement/figures.ts";
import type { BasisSplit, ItemFigure, ValueFigures } from "../types.ts";

type ReadItem = Pick<ItemFigure, "amount" | "byBasis" | "inTotal">;

/** What is read of figures, which have more members. */
interface ReadFigures {
  readonly total: Money;
  readonly items: Readonly<Record<ValueItem, ReadItem>>;
}

const readAmountOrNone: Reader<Money | null> = /* @__PURE__ */ (() => orNull<Money>(readAmount))();

const readFigures: Reader<ReadFigures> = /* @__PURE__ */ (() =>
  rowOf<ReadFigures>({
    total: readAmount,
    items: shapeOf<ReadFigures["items"]>(
      mapItems(() =>
        rowOf<ReadItem>({
          amount: readAmountOrNone,
          byBasis: shapeOf<BasisSplit>({
            actual: readAmountOrNone,
            accrued: readAmountOrNone,
            estimated: readAmountOrNone,
          }),
          inTotal: readFlag,
        }),
      ),
    ),
  }))();

/** What an item has before anything of a plan, in minor units. */
export interface CurrentItem {
  /** 0 without data. */
  readonly existing: bigint;
  readonly estimated: bigint;
  readonly hasData: boolean;
  readonly inTotal: boolean;
}

function itemOf({ amount, byBasis, inTotal }: ReadItem, currency: string, item: ValueItem): CurrentItem {
  const at = ["current", "items", item];
  const minor = (value: Money | null, ...name: readonly string[]): bigint =>
    value === null ? 0n : BigInt(minorIn(currency, value, [...at, ...name]));
  const existing = minor(amount, "amount");
  const parts = incomeBases.reduce((sum, basis) => sum + minor(byBasis[basis], "byBasis", basis), 0n);
  if (parts !== existing) refuse(OPTION, [...at, "byBasis"], "does not add up to the amount", {});
  return { existing, estimated: minor(byBasis.estimated, "byBasis", "estimated"), hasData: amount !== null, inTotal };
}

/** What a client has now: the currency of its figures, and its eleven items, each the sum of its parts. */
export function readCurrent<C extends string>(
  current: ValueFigures<C>,
): { readonly currency: C; readonly items: Readonly<Record<ValueItem, CurrentItem>> } {
  readFigures(current, ["current"], OPTION);
  const { total, items } = current;
  const currency = readCurrency(total.currency, ["current", "total", "currency"]);
  return { currency, items: mapItems((item) => itemOf(items[item], currency, item)) };
}
