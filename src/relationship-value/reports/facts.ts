import { readDecimal, type DecimalString, type LocalDate } from "../../core/index.ts";
import { byTag, nullable, oneOf, readDate, readText, rowOf, type Members, type Reader } from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { incomeBases, type IncomeBasis } from "../items.ts";
import { readAmount, readId } from "../reading.ts";
import { readCount } from "../statement/read-figures.ts";
import {
  AMOUNT_MEASURES,
  COUNT_MEASURES,
  SHARE_MEASURES,
  TEXT_MEASURES,
  type AmountMeasure,
  type CountMeasure,
  type ShareMeasure,
  type TextMeasure,
} from "./measures.ts";

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

const shareText: Reader<DecimalString> = (value, path) => {
  readDecimal(value, path);
  return value;
};

const factMembers: Members<FactBase> = {
  id: readId,
  name: nullable(readText),
  basis: oneOf(incomeBases),
  source: readText,
  asOf: readDate,
};

/** A fact. */
export const readFact: Reader<ValueFact> = /* @__PURE__ */ byTag<ValueFact, "kind">("kind", {
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
    count: readCount,
  }),
  text: rowOf<TextFact>({
    ...factMembers,
    kind: oneOf(["text"]),
    measure: oneOf(TEXT_MEASURES),
    text: readText,
  }),
});
