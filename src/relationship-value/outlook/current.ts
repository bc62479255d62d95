import { refuse } from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { minorIn } from "../../money/inner.ts";
import { incomeBases, type ValueItem } from "../items.ts";
import { OPTION } from "../reading.ts";
import { mapItems } from "../statement/figures.ts";
import type { ItemFigure, ValueFigures } from "../types.ts";
import { readKeptFigures } from "../views/kept.ts";

/** What an item has before anything of a plan, in minor units. */
export interface CurrentItem {
  /** 0 without data. */
  readonly existing: bigint;
  readonly estimated: bigint;
  readonly hasData: boolean;
  readonly inTotal: boolean;
}

function itemOf({ amount, byBasis, inTotal }: ItemFigure, currency: string, item: ValueItem): CurrentItem {
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
  const { total, items } = readKeptFigures(current, ["current"]);
  const { currency } = total;
  return { currency, items: mapItems((item) => itemOf(items[item], currency, item)) };
}
