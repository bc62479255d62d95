import { ROUNDING_MODES, type RoundingMode } from "../../core/index.ts";
import {
  GRACE_PAYS,
  LOAN_INTERESTS,
  LOAN_ROW_KINDS,
  REPAYMENT_METHODS,
  type GracePays,
  type LoanFinding,
  type LoanInterest,
  type LoanRowKind,
  type RepaymentMethod,
} from "../../loans/index.ts";
import type { DateWords } from "../../telling/index.ts";
import { MONEY_FORMS, type MoneyForm } from "../plan/unit.ts";
import type { PlanDocumentWord } from "../plan/word-list.ts";
import { keysOf, labelsWith, phrasesOf, type Phrases } from "../phrases.ts";

/** Words of the repayment schedule that belong to no other room's codes. */
export const LOAN_DOCUMENT_WORDS = [
  "title",
  "borrower",
  "loan-number",
  "principal",
  "upfront-fee",
  "rate",
  "method",
  "interest-method",
  "term",
  "interval",
  "grace",
  "grace-instalments",
  "instalments",
  "drawn-on",
  "first-due",
  "last-due",
  "first-payment",
  "total-interest",
  "total-fees",
  "total-paid",
  "annual-rate",
  "annual-rate-nominal",
  "no-annual-rate",
  "balance",
  "balance-text",
  "by-year",
  "year",
  "rows",
  "schedule",
  "number",
  "due",
  "opening",
  "payment",
  "principal-part",
  "interest-part",
  "fee",
  "closing",
  "conventions",
  "convention-rounding",
  "convention-annual-rate",
  "convention-days",
] as const;

/** A word of the repayment schedule. */
export type LoanDocumentWord = (typeof LOAN_DOCUMENT_WORDS)[number];

/** The words the schedule has in common with the plan. */
const SHARED_WORDS = [
  "open-ended",
  "to-attend",
  "total",
  "head",
  "colon",
  "separator",
] as const satisfies readonly PlanDocumentWord[];

/** A word the schedule has in common with the plan. */
export type LoanSharedWord = (typeof SHARED_WORDS)[number];

/** Every label the repayment schedule may need, as `<kind>.<id>`. */
export type LoanDocumentLabelKey =
  | `loanDocument.${LoanDocumentWord}`
  | `planDocument.${LoanSharedWord}`
  | `repaymentMethod.${RepaymentMethod}`
  | `loanInterest.${LoanInterest}`
  | `loanRow.${LoanRowKind}`
  | `gracePays.${GracePays}`
  | `roundingMode.${RoundingMode}`
  | `moneyForm.${MoneyForm}`;

/** The sentences of what somebody should look at. */
const FINDINGS = ["last-instalment-larger", "repaid-early"] as const satisfies readonly LoanFinding["code"][];

/**
 * The words of one language for the repayment schedule. Each set of the package fits; of its rooms, `loans`, `rendering`
 * and `documents`, with `dates`.
 */
export type LoanDocumentLabels = Readonly<Record<LoanDocumentLabelKey | LoanFinding["code"], string>> & {
  readonly dates: DateWords;
};

/** A label set with all the words the schedule may need. */
export const readLoanLabels = labelsWith<LoanDocumentLabels>([
  ...keysOf({
    loanDocument: LOAN_DOCUMENT_WORDS,
    planDocument: SHARED_WORDS,
    repaymentMethod: REPAYMENT_METHODS,
    loanInterest: LOAN_INTERESTS,
    loanRow: LOAN_ROW_KINDS,
    gracePays: GRACE_PAYS,
    roundingMode: ROUNDING_MODES,
    moneyForm: MONEY_FORMS,
  }),
  ...FINDINGS,
]);

/** Words of one language, ready to be put together. */
export interface LoanWords extends Phrases {
  readonly labels: LoanDocumentLabels;
  readonly word: (word: LoanDocumentWord) => string;
  readonly shared: (word: LoanSharedWord) => string;
}

/** The words of a label set. */
export const loanWordsOf = (labels: LoanDocumentLabels): LoanWords => ({
  labels,
  word: (id) => labels[`loanDocument.${id}`],
  shared: (id) => labels[`planDocument.${id}`],
  ...phrasesOf(labels),
});
