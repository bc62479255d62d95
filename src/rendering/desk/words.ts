import { POLICY_STATUSES } from "../../core/index.ts";
import { DESK_FLAGS, SLA_STATES } from "../../sla/index.ts";
import type { PlanDocumentWord } from "../plan/word-list.ts";
import { documentWords, labelsWith, type DocumentWords, type LabelsOf } from "../phrases.ts";

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

/** Every label the page may need, besides those of the clocks and stages of its policies. */
const IDS = {
  deskDocument: DESK_DOCUMENT_WORDS,
  planDocument: ["owner", "state", "total", "no-data", "colon", "separator"] satisfies PlanDocumentWord[],
  slaState: SLA_STATES,
  deskFlag: DESK_FLAGS,
  policyStatus: POLICY_STATUSES,
} as const;

/**
 * The words of one language for the page of a desk. Each set of the package fits, with the labels of a bank's own clocks and
 * stages spread over it.
 */
export type DeskDocumentLabels = LabelsOf<typeof IDS>;

/** A label set with all the words the page may need but those of the policies. */
export const readDeskLabels = labelsWith(IDS);

/** Words of one language, ready to be put together. */
export type DeskWords = DocumentWords<DeskDocumentLabels, DeskDocumentWord, (typeof IDS)["planDocument"][number]>;

/** The words of a label set. */
export const deskWordsOf = (labels: DeskDocumentLabels): DeskWords => documentWords("deskDocument", labels);
