import { POLICY_STATUSES, type PolicyStatus } from "../../core/index.ts";
import { DESK_FLAGS, SLA_STATES, type DeskFlag, type SlaState } from "../../sla/index.ts";
import type { DateWords } from "../../telling/index.ts";
import type { PlanDocumentWord } from "../plan/word-list.ts";
import { keysOf, labelsWith, phrasesOf, type Phrases } from "../phrases.ts";

/** Words of the page of a desk that belong to no other room's codes. */
export const DESK_DOCUMENT_WORDS = [
  "title",
  "as-of",
  "end-of-day",
  "zone",
  "cases",
  "open",
  "closed",
  "withdrawn",
  "paused",
  "undetermined",
  "on-time",
  "received-later",
  "failed",
  "states",
  "states-text",
  "count",
  "legend-all",
  "legend-open",
  "legend-late",
  "overdue-cases",
  "near-cases",
  "no-overdue",
  "no-near",
  "case",
  "category",
  "owed",
  "due",
  "late-by",
  "left",
  "late-by-working-days",
  "left-in-working-days",
  "less-than",
  "beyond-calendar",
  "nobody",
  "no-category",
  "by-owner",
  "by-category",
  "by-age",
  "age",
  "from-to",
  "from-on",
  "by-clock",
  "policy",
  "clock",
  "due-cases",
  "in-time",
  "on-time-rate",
  "handling",
  "handling-days",
  "handling-cases",
  "handling-counted",
  "handling-unknown",
  "median",
  "nine-tenths",
  "issues",
  "notes",
  "policies",
  "version",
  "policy-status",
  "calendars",
  "convention-open",
  "convention-overlap",
  "convention-on-time",
  "convention-late-days",
  "convention-late-working-days",
] as const;

/** A word of the page of a desk. */
export type DeskDocumentWord = (typeof DESK_DOCUMENT_WORDS)[number];

/** The words the page has in common with the plan. */
const SHARED_WORDS = [
  "owner",
  "state",
  "total",
  "no-data",
  "colon",
  "separator",
] as const satisfies readonly PlanDocumentWord[];

/** A word the page has in common with the plan. */
export type DeskSharedWord = (typeof SHARED_WORDS)[number];

/** Every label the page of a desk may need, as `<kind>.<id>`, besides those of the clocks and stages of its policies. */
export type DeskDocumentLabelKey =
  | `deskDocument.${DeskDocumentWord}`
  | `planDocument.${DeskSharedWord}`
  | `slaState.${SlaState}`
  | `deskFlag.${DeskFlag}`
  | `policyStatus.${PolicyStatus}`;

/**
 * The words of one language for the page of a desk. Each set of the package fits, with the labels of a bank's own clocks and
 * stages spread over it.
 */
export type DeskDocumentLabels = Readonly<Record<DeskDocumentLabelKey, string>> & { readonly dates: DateWords };

/** A label set with all the words the page may need but those of the policies. */
export const readDeskLabels = labelsWith<DeskDocumentLabels>(
  keysOf({
    deskDocument: DESK_DOCUMENT_WORDS,
    planDocument: SHARED_WORDS,
    slaState: SLA_STATES,
    deskFlag: DESK_FLAGS,
    policyStatus: POLICY_STATUSES,
  }),
);

/** Words of one language, ready to be put together. */
export interface DeskWords extends Phrases {
  readonly labels: DeskDocumentLabels;
  readonly word: (word: DeskDocumentWord) => string;
  readonly shared: (word: DeskSharedWord) => string;
}

/** The words of a label set. */
export const deskWordsOf = (labels: DeskDocumentLabels): DeskWords => ({
  labels,
  word: (id) => labels[`deskDocument.${id}`],
  shared: (id) => labels[`planDocument.${id}`],
  ...phrasesOf(labels),
});
