import type { DateRange } from "../../calendar/index.ts";
import type { Path } from "../../core/index.ts";
import { listOf, oneOf, orNull, readDate, rowOf, type Members } from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { minorIn } from "../../money/inner.ts";
import { headOf } from "../head-of.ts";
import { groupItems, incomeBases, relatedItems, tracedItems, valueHeads, valueItems } from "../items.ts";
import type { ValueHead, ValueItem } from "../items.ts";
import { OPTION, readAmount, readCurrency, readDecimalText, readId, readRounding } from "../reading.ts";
import { readRate } from "../statement/rates.ts";
import { eachOf, readAmountOrNull, readCount, readItemFigure, readSplit } from "../statement/read-figures.ts";
import { readFewest } from "../statement/related.ts";
import {
  DATA_STATUSES,
  RATE_DAYS,
  REFERRED_TREATMENTS,
  type BasisSplit,
  type ConversionFigure,
  type FigureDetail,
  type LineAccount,
  type ReferredClients,
  type RelatedClientFigure,
  type Statement,
  type StatementConventions,
  type ValueFigures,
} from "../types.ts";

/*
 * A statement that was kept and comes back: plain data, as a database or a file gives it. It may have members of its
 * own; what it has of a statement is looked at before a figure of it is believed.
 */

const readers = /* @__PURE__ */ (() => {
  const detail = rowOf<FigureDetail>({
    status: oneOf(DATA_STATUSES),
    byBasis: readSplit,
    lineCount: readCount,
    estimatedShare: orNull(readDecimalText),
  });
  const figures: Members<ValueFigures> = {
    heads: eachOf<ValueHead, Money>(valueHeads, readAmount),
    headDetails: eachOf(valueHeads, detail),
    items: eachOf(valueItems, readItemFigure),
    total: readAmount,
    totalDetail: detail,
  };
  const statement = rowOf<Statement>({
    ...figures,
    client: readId,
    relatedClients: listOf(
      rowOf<RelatedClientFigure>({
        client: readId,
        item: oneOf(groupItems),
        alsoNamed: listOf(oneOf(relatedItems)),
        amount: readAmountOrNull,
        lineCount: readCount,
      }),
    ),
    referredClients: rowOf<ReferredClients>({
      count: readCount,
      withLines: readCount,
      withheld: listOf(oneOf(incomeBases)),
    }),
    trace: eachOf(tracedItems, listOf(readId)),
    conversions: listOf(
      rowOf<ConversionFigure>({
        rate: readRate,
        lineCount: readCount,
        original: readDecimalText,
        converted: readAmount,
        roundingDifference: readDecimalText,
      }),
    ),
    lines: rowOf<LineAccount>({ given: readCount, counted: readCount, otherClients: readCount, refused: readCount }),
    conventions: rowOf<StatementConventions>({
      period: rowOf<DateRange>({ from: readDate, to: readDate }),
      currency: readCurrency,
      rounding: readRounding,
      rateDay: oneOf(RATE_DAYS),
      referred: oneOf(REFERRED_TREATMENTS),
      fewestReferred: readFewest,
    }),
  });
  return { figures: rowOf<ValueFigures>(figures), statement };
})();

/** Refuses an amount in another currency. */
const inCurrency =
  (currency: string, path: Path) =>
  (amount: Money | null, ...at: Path): void => {
    if (amount !== null) minorIn(currency, amount, [...path, ...at]);
  };

function requireCurrency(
  { heads, headDetails, items, total, totalDetail }: ValueFigures,
  currency: string,
  path: Path,
): void {
  const check = inCurrency(currency, path);
  const requireSplit = (split: BasisSplit, ...at: Path): void => {
    for (const basis of incomeBases) check(split[basis], ...at, "byBasis", basis);
  };
  check(total, "total");
  requireSplit(totalDetail.byBasis, "totalDetail");
  for (const head of valueHeads) {
    check(heads[head], "heads", head);
    requireSplit(headDetails[head].byBasis, "headDetails", head);
  }
  for (const item of valueItems) {
    check(items[item].amount, "items", item, "amount");
    requireSplit(items[item].byBasis, "items", item);
  }
}

/** Figures that were kept, of a statement or of a client in a book: all have the form they were given, in one currency. */
export function readKeptFigures<C extends string>(figures: ValueFigures<C>, path: Path): ValueFigures<C> {
  readers.figures(figures, path, OPTION);
  requireCurrency(figures, figures.total.currency, path);
  return figures;
}

/** A statement that was kept: everything it says has the form it was given, and all amounts are in its currency. */
export function readKept<C extends string>(statement: Statement<C>, path: Path): Statement<C> {
  readers.statement(statement, path, OPTION);
  const { currency } = statement.conventions;
  requireCurrency(statement, currency, path);
  const check = inCurrency(currency, path);
  for (const [index, { amount }] of statement.relatedClients.entries())
    check(amount, "relatedClients", index, "amount");
  for (const [index, { converted }] of statement.conversions.entries()) {
    check(converted, "conversions", index, "converted");
  }
  return statement;
}

/** What may be traced or compared: the total, a head or an item. */
export const VALUE_FIGURES = ["total", ...valueHeads, ...valueItems] as const;

/** The total, a head or an item of a statement. */
export type ValueFigure = (typeof VALUE_FIGURES)[number];

/** The items a figure is the sum of, as far as they are in the total. */
export function itemsOf(statement: Statement, figure: ValueFigure): ValueItem[] {
  return valueItems.filter((item) => {
    if (item === figure) return true;
    return statement.items[item].inTotal && (figure === "total" || headOf(item) === figure);
  });
}

/** Whether a figure is a head. */
export const isHead = (figure: ValueFigure): figure is ValueHead =>
  (valueHeads as readonly ValueFigure[]).includes(figure);

/** The amount of a figure; null where a 0 in its place only means that nothing is known. */
export function knownAmount<C extends string>(statement: Statement<C>, figure: ValueFigure): Money<C> | null {
  if (figure !== "total" && !isHead(figure)) return statement.items[figure].amount;
  const { status } = figure === "total" ? statement.totalDetail : statement.headDetails[figure];
  switch (status) {
    case "stated":
    case "partly-stated":
      return figure === "total" ? statement.total : statement.heads[figure];
    case "no-data":
    case "view":
      return null;
  }
}
