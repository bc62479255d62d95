import { fromMinorUnits, ratio, type Money } from "../../money/index.ts";
import { incomeBases, tracedItems, valueHeads, valueItems } from "../items.ts";
import { headOf } from "../head-of.ts";
import type { BasisSplit, DataStatus, FigureDetail, ItemFigure, ItemStatus, ValueFigures } from "../types.ts";
import type { IncomeBasis, TracedItem, ValueHead, ValueItem } from "../items.ts";

/** Sum of minor units and number of lines of one item and basis. */
export interface Cell {
  readonly minor: bigint;
  readonly lineCount: number;
}

/** A cell without lines. */
export const NO_CELL: Cell = { minor: 0n, lineCount: 0 };

/** What figures are made from. */
export interface FigureInput<C extends string> {
  readonly currency: C;
  /** The cell of an item and basis; `lineCount` 0 when it has no lines. */
  readonly cell: (item: ValueItem, basis: IncomeBasis) => Cell;
  /** Status of an item that has no lines. */
  readonly withoutLines: (item: ValueItem) => Exclude<ItemStatus, "stated" | "withheld">;
  readonly inTotal: (item: ValueItem) => boolean;
  /** Whether lines of an item were left out of its cells. */
  readonly isWithheld: (item: ValueItem) => boolean;
}

/** Exact running sums by basis. */
interface Sums {
  minor: bigint;
  lineCount: number;
  readonly byBasis: Record<IncomeBasis, { minor: bigint; lineCount: number }>;
}

const emptySums = (): Sums => ({
  minor: 0n,
  lineCount: 0,
  byBasis: {
    actual: { minor: 0n, lineCount: 0 },
    accrued: { minor: 0n, lineCount: 0 },
    estimated: { minor: 0n, lineCount: 0 },
  },
});

function addCell(sums: Sums, basis: IncomeBasis, cell: Cell): void {
  sums.minor += cell.minor;
  sums.lineCount += cell.lineCount;
  sums.byBasis[basis].minor += cell.minor;
  sums.byBasis[basis].lineCount += cell.lineCount;
}

/**
 * The figures of three heads and eleven items from exact sums.
 *
 * @param input - cells, currency and the status of items without lines
 * @returns heads, items and total; each head the sum of its items in the total
 * @throws `money/amount-too-large` when a sum has more than 18 digits
 */
export function valueFigures<C extends string>(input: FigureInput<C>): ValueFigures<C> {
  const { currency } = input;
  const headSums = { direct: emptySums(), related: emptySums(), other: emptySums() };
  const totalSums = emptySums();
  const statuses: Record<ValueHead, ItemStatus[]> = { direct: [], related: [], other: [] };

  const itemFigure = (item: ValueItem): ItemFigure<C> => {
    const head = headOf(item);
    const inTotal = input.inTotal(item);
    const sums = emptySums();
    for (const basis of incomeBases) {
      const cell = input.cell(item, basis);
      addCell(sums, basis, cell);
      if (!inTotal) continue;
      addCell(headSums[head], basis, cell);
      addCell(totalSums, basis, cell);
    }
    const isWithheld = input.isWithheld(item);
    const status = sums.lineCount > 0 ? "stated" : isWithheld ? "withheld" : input.withoutLines(item);
    if (inTotal || status === "view") statuses[head].push(status);
    if (inTotal && isWithheld) statuses[head].push("withheld");
    return {
      status,
      amount: status === "stated" || status === "stated-none" ? fromMinorUnits(sums.minor, currency) : null,
      byBasis: splitOf(sums, currency),
      lineCount: sums.lineCount,
      inTotal,
    };
  };

  const items = mapItems(itemFigure);
  const detail = (sums: Sums, of: readonly ItemStatus[]): FigureDetail<C> => ({
    status: dataStatusOf(of),
    byBasis: splitOf(sums, currency),
    lineCount: sums.lineCount,
    estimatedShare: ratio(
      fromMinorUnits(sums.byBasis.estimated.minor, currency),
      fromMinorUnits(sums.minor, currency),
      4,
    ),
  });
  return {
    heads: mapHeads((head) => fromMinorUnits(headSums[head].minor, currency)),
    headDetails: mapHeads((head) => detail(headSums[head], statuses[head])),
    items,
    total: fromMinorUnits(totalSums.minor, currency),
    totalDetail: detail(
      totalSums,
      valueHeads.flatMap((head) => statuses[head]),
    ),
  };
}

function splitOf<C extends string>(sums: Sums, currency: C): BasisSplit<C> {
  const part = (basis: IncomeBasis): Money<C> | null =>
    sums.byBasis[basis].lineCount > 0 ? fromMinorUnits(sums.byBasis[basis].minor, currency) : null;
  return { actual: part("actual"), accrued: part("accrued"), estimated: part("estimated") };
}

/** Views count only when there is nothing else. */
function dataStatusOf(statuses: readonly ItemStatus[]): DataStatus {
  const own = statuses.filter((status) => status !== "view");
  if (own.length === 0) return statuses.length > 0 ? "view" : "no-data";
  const known = own.filter((status) => status === "stated" || status === "stated-none").length;
  return known === own.length ? "stated" : known > 0 ? "partly-stated" : "no-data";
}

const mapOver = <K extends string, T>(keys: readonly K[], value: (key: K) => T): Record<K, T> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, T>;

/** A record over the eleven items, in the statement's order. */
export const mapItems = <T>(value: (item: ValueItem) => T): Record<ValueItem, T> => mapOver(valueItems, value);

/** A record over the ten items whose lines are named, in the statement's order. */
export const mapTraced = <T>(value: (item: TracedItem) => T): Record<TracedItem, T> => mapOver(tracedItems, value);

/** A record over the three heads, in the statement's order. */
export const mapHeads = <T>(value: (head: ValueHead) => T): Record<ValueHead, T> => mapOver(valueHeads, value);
