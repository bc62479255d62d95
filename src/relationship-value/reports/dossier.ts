import type { DateRange } from "../../calendar/index.ts";
import type { LocalDate } from "../../core/index.ts";
import {
  asGiven,
  listOf,
  nullable,
  oneOf,
  optional,
  readDate,
  readFlag,
  readText,
  rowOf,
  wholeNumber,
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
import { eachOf, readItemFigure } from "../statement/read-figures.ts";
import type { ItemFigure, Statement } from "../types.ts";
import type { ValueFact } from "./facts.ts";
import { VALUE_CRITERIA, VALUE_MEASURES, type ValueCriterion, type ValueMeasure } from "./measures.ts";

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

const readFigures = rowOf<ReportedValue>({
  items: eachOf(valueItems, readItemFigure),
  heads: nullable(eachOf<ValueHead, Money>(valueHeads, readAmount)),
  total: nullable(readAmount),
  trace: nullable(eachOf(tracedItems, listOf(readText))),
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
