import { ROUNDING_MODES } from "../../core/index.ts";
import { GRACE_PAYS, LOAN_INTERESTS, LOAN_ROW_KINDS, REPAYMENT_METHODS, type LoanFinding } from "../../loans/index.ts";
import { MONEY_FORMS } from "../plan/unit.ts";
import type { PlanDocumentWord } from "../plan/word-list.ts";
import { documentWords, labelsWith, type DocumentWords, type LabelsOf } from "../phrases.ts";

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

/** Every label the schedule may need. */
const IDS = {
  loanDocument: LOAN_DOCUMENT_WORDS,
  planDocument: ["open-ended", "to-attend", "total", "head", "colon", "separator"] satisfies PlanDocumentWord[],
  repaymentMethod: REPAYMENT_METHODS,
  loanInterest: LOAN_INTERESTS,
  loanRow: LOAN_ROW_KINDS,
  gracePays: GRACE_PAYS,
  roundingMode: ROUNDING_MODES,
  moneyForm: MONEY_FORMS,
} as const;

/** The sentences of what somebody should look at. */
const SENTENCES = ["last-instalment-larger", "repaid-early"] as const satisfies readonly LoanFinding["code"][];

/**
 * The words of one language for the repayment schedule. Each set of the package fits; of its rooms, `loans`, `rendering`
 * and `documents`, with `dates`.
 */
export type LoanDocumentLabels = LabelsOf<typeof IDS, LoanFinding["code"]>;

/** A label set with all the words the schedule may need. */
export const readLoanLabels = labelsWith(IDS, SENTENCES);

/** Words of one language, ready to be put together. */
export type LoanWords = DocumentWords<LoanDocumentLabels, LoanDocumentWord, (typeof IDS)["planDocument"][number]>;

/** The words of a label set. */
export const loanWordsOf = (labels: LoanDocumentLabels): LoanWords => documentWords("loanDocument", labels);
