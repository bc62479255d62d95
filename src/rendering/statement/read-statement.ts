import { ROUNDING_MODES, type Path } from "../../core/index.ts";
import {
  listOf,
  oneOf,
  orNull,
  readDate,
  readText,
  rowOf,
  wholeNumber,
  type Members,
  type Reader,
} from "../../core/inner.ts";
import type { ExchangeRate } from "../../money/index.ts";
import {
  groupItems,
  incomeBases,
  ITEM_STATUSES,
  RATE_DAYS,
  REFERRED_TREATMENTS,
  relatedItems,
  tracedItems,
  valueItems,
  type ConversionFigure,
  type LineAccount,
  type ReferredClients,
  type RelatedClientFigure,
  type Statement,
  type StatementConventions,
  type FigureDetail,
} from "../../relationship-value/index.ts";
import { decimalText, validMoney } from "../plan/figure-text.ts";
import { statementShape } from "../plan/statement-figures.ts";

type Counted = Pick<FigureDetail, "lineCount" | "estimatedShare">;

const count = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const counted = rowOf<Counted>({ lineCount: count, estimatedShare: orNull(decimalText) });

/** One reader for each of the items. */
const each = <Item extends string, T>(items: readonly Item[], read: Reader<T>): Reader<Readonly<Record<Item, T>>> =>
  rowOf<Readonly<Record<Item, T>>>(
    Object.fromEntries(items.map((item) => [item, read])) as Members<Readonly<Record<Item, T>>>,
  );

/** What its own document shows of a statement besides what every document does. */
interface Rest extends Pick<Statement, "relatedClients" | "referredClients" | "trace" | "conversions" | "lines"> {
  readonly items: Readonly<Record<keyof Statement["items"], Pick<Statement["items"]["asset"], "status" | "lineCount">>>;
  readonly headDetails: Readonly<Record<keyof Statement["headDetails"], Counted>>;
  readonly totalDetail: Counted;
  readonly conventions: Pick<StatementConventions, "rounding" | "rateDay" | "referred" | "fewestReferred">;
}

const readRest = rowOf<Rest>({
  items: each(valueItems, rowOf<Rest["items"]["asset"]>({ status: oneOf(ITEM_STATUSES), lineCount: count })),
  headDetails: rowOf<Rest["headDetails"]>({ direct: counted, related: counted, other: counted }),
  totalDetail: counted,
  relatedClients: listOf(
    rowOf<RelatedClientFigure>({
      client: readText,
      item: oneOf(groupItems),
      alsoNamed: listOf(oneOf(relatedItems)),
      amount: orNull(validMoney),
      lineCount: count,
    }),
  ),
  referredClients: rowOf<ReferredClients>({ count, withLines: count, withheld: listOf(oneOf(incomeBases)) }),
  trace: each(tracedItems, listOf(readText)),
  conversions: listOf(
    rowOf<ConversionFigure>({
      rate: rowOf<Pick<ExchangeRate, "from" | "to" | "rate" | "date" | "source">>({
        from: readText,
        to: readText,
        rate: decimalText,
        date: readDate,
        source: readText,
      }),
      lineCount: count,
      original: decimalText,
      converted: validMoney,
      roundingDifference: decimalText,
    }),
  ),
  lines: rowOf<LineAccount>({ given: count, counted: count, otherClients: count, refused: count }),
  conventions: rowOf<Rest["conventions"]>({
    rounding: oneOf(ROUNDING_MODES),
    rateDay: oneOf(RATE_DAYS),
    referred: oneOf(REFERRED_TREATMENTS),
    fewestReferred: count,
  }),
});

/** A statement as it is kept, with everything of it that its own document shows. */
export function readStatement(value: Statement, path: Path, code: string): Statement {
  readRest(value, path, code);
  return statementShape(value, path, code);
}
