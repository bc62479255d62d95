import type { DateRange } from "../../calendar/index.ts";
import { readDecimal, type DecimalString, type LocalDate } from "../../core/index.ts";
import {
  asGiven,
  byTag,
  listOf,
  nullable,
  oneOf,
  optional,
  orNull,
  readDate,
  readFlag,
  readText,
  rowOf,
  wholeNumber,
  type Members,
  type Reader,
} from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import {
  bookedItems,
  incomeBases,
  tracedItems,
  valueHeads,
  valueItems,
  type BookedItem,
  type IncomeBasis,
  type ValueHead,
  type ValueItem,
} from "../items.ts";
import { readAmount, readId } from "../reading.ts";
import { ITEM_STATUSES, type BasisSplit, type ItemFigure, type Statement } from "../types.ts";
import {
  AMOUNT_MEASURES,
  COUNT_MEASURES,
  SHARE_MEASURES,
  TEXT_MEASURES,
  VALUE_CRITERIA,
  VALUE_MEASURES,
  type AmountMeasure,
  type CountMeasure,
  type ShareMeasure,
  type TextMeasure,
  type ValueCriterion,
  type ValueMeasure,
} from "./measures.ts";

/**
 * The income of a client in one period: a `Statement`, which brings its trace with it, or the figures `clientValue` takes
 * from a book. Client, currency and period of a statement must be those of the dossier and the report; its heads and total,
 * where there are any, must be what its items in the total add up to.
 */
export interface ReportedValue<C extends string = string> {
  readonly items: Readonly<Record<ValueItem, ItemFigure<C>>>;
  readonly heads?: Readonly<Record<ValueHead, Money<C>>>;
  readonly total?: Money<C>;
  readonly trace?: Statement["trace"];
  readonly client?: string;
  readonly conventions?: { readonly period: DateRange; readonly currency: string };
}

/** What every fact says besides its value. */
export interface FactBase {
  /** Unique for the client: the same row in the dossiers of two managers counts once. Judgements and advice name it as evidence. */
  readonly id: string;
  /** The product, account or service it is about; facts of one measure add up over these. */
  readonly name?: string;
  readonly basis: IncomeBasis;
  /** The system or document it comes from. */
  readonly source: string;
  /** The day it was so; not after that of the report. */
  readonly asOf: LocalDate;
}

/** A fact that is an amount, in the currency of the report; `prior` is the same a period before. */
export interface AmountFact<C extends string = string> extends FactBase {
  readonly kind: "amount";
  readonly measure: AmountMeasure;
  readonly amount: Money<C>;
  readonly prior?: Money<C>;
}

/** A fact that is a share or a rate, 1 for 100 %. */
export interface ShareFact extends FactBase {
  readonly kind: "share";
  readonly measure: ShareMeasure;
  readonly share: DecimalString;
}

/** A fact that is a number of something, 0 or more. */
export interface CountFact extends FactBase {
  readonly kind: "count";
  readonly measure: CountMeasure;
  readonly count: number;
}

/** A fact that is a word of the bank's, such as its risk class. */
export interface TextFact extends FactBase {
  readonly kind: "text";
  readonly measure: TextMeasure;
  readonly text: string;
}

/** Something known of a client's business, with where and when it comes from. */
export type ValueFact<C extends string = string> = AmountFact<C> | ShareFact | CountFact | TextFact;

/** A need as the client stated it. */
export interface StatedNeed {
  /** Unique for the client, among facts and needs. */
  readonly id: string;
  readonly text: string;
  /** Who said it, or the record it stands in. */
  readonly source: string;
  /** Not after the day of the report. */
  readonly statedOn: LocalDate;
}

/** What somebody found on one criterion. */
export interface CriterionJudgement {
  readonly criterion: ValueCriterion;
  readonly finding: string;
  /** Ids of facts, needs, income lines, or of items of the statement that have data; at least one. */
  readonly evidence: readonly string[];
}

/** A judgement of a client's value, made from time to time (定期对客户价值做出判断). */
export interface ValueJudgement {
  /** Staff id. */
  readonly by: string;
  readonly on: LocalDate;
  /** Months until the next one is due, as the bank has decided. */
  readonly everyMonths: number;
  readonly criteria: readonly CriterionJudgement[];
}

/** What an advised business is expected to bring. */
export interface AdviceIncome<C extends string = string> {
  readonly amount: Money<C>;
  readonly basis: IncomeBasis;
  /** How it was worked out. */
  readonly method: string;
}

/** A business the bank may offer for a stated need. */
export interface BusinessAdvice<C extends string = string> {
  /** Unique for the client, among its advice. */
  readonly id: string;
  /** Id of the stated need it answers. */
  readonly need: string;
  /** The product or service. */
  readonly product: string;
  /** What its income would be booked under. */
  readonly item: BookedItem;
  /** Left out while nobody has worked it out: no data, not 0. */
  readonly expected?: AdviceIncome<C>;
  /** Who sees to it. */
  readonly department: string;
  /** By when. */
  readonly by: LocalDate;
  readonly reasons: readonly string[];
  /** Ids of facts, needs, income lines, or of items of the statement that have data; at least one. */
  readonly evidence: readonly string[];
  /**
   * For deposits, fees, sponsorship and the like, that it is neither a condition nor the price of credit. False leaves
   * the advice out; without an answer it has a finding where the client has or seeks credit.
   */
  readonly unrelatedToCredit?: boolean;
}

/** What is known of one client: what the three reports are made from. */
export interface ValueDossier<C extends string = string> {
  readonly client: string;
  /** Who the value is booked to; a client whose manager changed has a dossier for each, with the value of their days. */
  readonly manager?: string;
  /** Income of the period; `"none"` where it is known to be nothing, left out where there is no data. */
  readonly value?: ReportedValue<C> | "none";
  /** Income of the period before; `"none"` for somebody who was not yet a client. */
  readonly prior?: ReportedValue<C> | "none";
  /**
   * Whether the client, or its parent or subsidiary, has or seeks credit; lending in the statement, loans or obligations
   * off the balance sheet among the facts, and a loan advised to the client say so too, in any of its dossiers.
   */
  readonly hasCredit?: boolean;
  readonly facts?: readonly ValueFact<C>[];
  /** Measures that do not apply to the client, such as overdue amounts of one without a loan. */
  readonly notApplicable?: readonly ValueMeasure[];
  /** An empty list says that the client was asked and named none. */
  readonly needs?: readonly StatedNeed[];
  /** The latest one. */
  readonly judgement?: ValueJudgement;
  readonly advice?: readonly BusinessAdvice<C>[];
}

const shareText: Reader<DecimalString> = (value, path) => {
  readDecimal(value, path);
  return value;
};

const split = rowOf<BasisSplit>({
  actual: orNull(readAmount),
  accrued: orNull(readAmount),
  estimated: orNull(readAmount),
});

const MAX_LINES = Number.MAX_SAFE_INTEGER;

const itemFigure = rowOf<ItemFigure>({
  status: oneOf(ITEM_STATUSES),
  amount: orNull(readAmount),
  byBasis: split,
  lineCount: wholeNumber(0, MAX_LINES),
  inTotal: readFlag,
});

/** One member for each of the eleven items. */
const eachItem = <T>(read: Reader<T>): Reader<Readonly<Record<ValueItem, T>>> =>
  rowOf(Object.fromEntries(valueItems.map((item) => [item, read])) as Members<Readonly<Record<ValueItem, T>>>);

const readFigures = rowOf<ReportedValue>({
  items: eachItem(itemFigure),
  heads: nullable(
    rowOf(
      Object.fromEntries(valueHeads.map((head) => [head, readAmount])) as Members<Readonly<Record<ValueHead, Money>>>,
    ),
  ),
  total: nullable(readAmount),
  trace: nullable(
    rowOf(
      Object.fromEntries(tracedItems.map((item) => [item, listOf(readText)])) as unknown as Members<Statement["trace"]>,
    ),
  ),
  client: nullable(readId),
  conventions: nullable(
    rowOf<NonNullable<ReportedValue["conventions"]>>({
      period: rowOf<DateRange>({ from: readDate, to: readDate }),
      currency: readText,
    }),
  ),
});

/** The income of a client, or that there was none. */
export const reportedValue: Reader<ReportedValue | "none"> = (value, path, code) =>
  value === "none" ? value : readFigures(value, path, code);

const factMembers: Members<FactBase> = {
  id: readId,
  name: nullable(readText),
  basis: oneOf(incomeBases),
  source: readText,
  asOf: readDate,
};

/** A fact. */
export const readFact: Reader<ValueFact> = byTag<ValueFact, "kind">("kind", {
  amount: rowOf<AmountFact>({
    ...factMembers,
    kind: oneOf(["amount"]),
    measure: oneOf(AMOUNT_MEASURES),
    amount: readAmount,
    prior: nullable(readAmount),
  }),
  share: rowOf<ShareFact>({
    ...factMembers,
    kind: oneOf(["share"]),
    measure: oneOf(SHARE_MEASURES),
    share: shareText,
  }),
  count: rowOf<CountFact>({
    ...factMembers,
    kind: oneOf(["count"]),
    measure: oneOf(COUNT_MEASURES),
    count: wholeNumber(0, MAX_LINES),
  }),
  text: rowOf<TextFact>({
    ...factMembers,
    kind: oneOf(["text"]),
    measure: oneOf(TEXT_MEASURES),
    text: readText,
  }),
});

/** A need. */
export const readNeed: Reader<StatedNeed> = rowOf<StatedNeed>({
  id: readId,
  text: readText,
  source: readText,
  statedOn: readDate,
});

/** Longest time between two judgements that can be meant: ten years. */
const MAX_MONTHS = 120;

/** A judgement. */
export const readJudgement: Reader<ValueJudgement> = rowOf<ValueJudgement>({
  by: readText,
  on: readDate,
  everyMonths: wholeNumber(1, MAX_MONTHS),
  criteria: listOf(
    rowOf<CriterionJudgement>({
      criterion: oneOf(VALUE_CRITERIA),
      finding: readText,
      evidence: listOf(readText),
    }),
  ),
});

/** An advice. */
export const readAdvice: Reader<BusinessAdvice> = rowOf<BusinessAdvice>({
  id: readId,
  need: readId,
  product: readText,
  item: oneOf(bookedItems),
  expected: nullable(
    rowOf<AdviceIncome>({
      amount: readAmount,
      basis: oneOf(incomeBases),
      method: readText,
    }),
  ),
  department: readText,
  by: readDate,
  reasons: listOf(readText, 1),
  evidence: listOf(readText),
  unrelatedToCredit: nullable(readFlag),
});

/** A dossier whose lists are read row by row elsewhere, so that a row that cannot be read leaves the others. */
export const readDossier: Reader<ValueDossier> = rowOf<ValueDossier>({
  client: readId,
  manager: nullable(readId),
  value: nullable(reportedValue),
  prior: nullable(reportedValue),
  hasCredit: nullable(readFlag),
  facts: nullable(listOf<ValueFact>(asGiven)),
  notApplicable: nullable(listOf(oneOf(VALUE_MEASURES))),
  needs: nullable(listOf<StatedNeed>(asGiven)),
  judgement: optional(asGiven<ValueJudgement>),
  advice: nullable(listOf<BusinessAdvice>(asGiven)),
});
