import type { DateRange } from "../../calendar/index.ts";
import {
  byTag,
  listOf,
  oneOf,
  optional,
  orNull,
  readDate,
  readFlag,
  readText,
  refuseKind,
  rowOf,
  type Members,
  type Reader,
} from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import {
  CLEARANCE_GAPS,
  DATA_STATUSES,
  valueItems,
  type BasisSplit,
  type FigureDetail,
  type ItemFigure,
  type RelationshipValueFinding,
  type Statement,
  type StatementConventions,
  type ValueHead,
  type ValueItem,
} from "../../relationship-value/index.ts";
import { validMoney } from "./figure-text.ts";

type ShownDetail = Pick<FigureDetail, "status" | "byBasis">;
type ShownItem = Pick<ItemFigure, "amount" | "byBasis" | "inTotal">;

/** The parts of a statement that a document shows. */
export interface ShownStatement {
  readonly client: Statement["client"];
  readonly heads: Statement["heads"];
  readonly total: Statement["total"];
  readonly headDetails: Readonly<Record<ValueHead, ShownDetail>>;
  readonly items: Readonly<Record<ValueItem, ShownItem>>;
  readonly totalDetail: ShownDetail;
  readonly conventions: Pick<StatementConventions, "currency" | "period">;
}

const moneyOrNull = orNull<Money>(validMoney);
const split = rowOf<BasisSplit>({ actual: moneyOrNull, accrued: moneyOrNull, estimated: moneyOrNull });
const detail = rowOf<ShownDetail>({ status: oneOf(DATA_STATUSES), byBasis: split });
const item = rowOf<ShownItem>({ amount: moneyOrNull, byBasis: split, inTotal: readFlag });

const readShown = rowOf<ShownStatement>({
  client: readText,
  heads: rowOf<Statement["heads"]>({ direct: validMoney, related: validMoney, other: validMoney }),
  headDetails: rowOf<ShownStatement["headDetails"]>({ direct: detail, related: detail, other: detail }),
  items: rowOf<ShownStatement["items"]>(
    Object.fromEntries(valueItems.map((id) => [id, item])) as Members<ShownStatement["items"]>,
  ),
  total: validMoney,
  totalDetail: detail,
  conventions: rowOf<ShownStatement["conventions"]>({
    currency: readText,
    period: rowOf<DateRange>({ from: readDate, to: readDate }),
  }),
});

/** A value statement as it is kept, with everything of it that a document shows. */
export const statementShape: Reader<Statement> = (value, path, code) => {
  readShown(value, path, code);
  return value;
};

const placePart: Reader<string | number> = (value, path, code) =>
  typeof value === "string" || typeof value === "number"
    ? value
    : refuseKind(code, path, "not a part of a place", value);

type Tied = Extract<RelationshipValueFinding, { readonly code: "income-may-be-tied-to-credit" }>;

/** A finding about a line of a statement; it may have members of its own, such as its row. */
export const statementFindingShape: Reader<RelationshipValueFinding> = byTag<RelationshipValueFinding, "code">("code", {
  "income-may-be-tied-to-credit": rowOf<Tied>({
    code: oneOf(["income-may-be-tied-to-credit"]),
    path: listOf(placePart),
    details: rowOf<Tied["details"]>({
      line: readText,
      client: readText,
      borrower: readText,
      item: oneOf(valueItems),
      gaps: listOf(oneOf(CLEARANCE_GAPS)),
      advised: optional(readFlag<true>),
    }),
  }),
});
