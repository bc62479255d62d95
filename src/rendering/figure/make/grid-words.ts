import { DUTY_STATES } from "../../../duties/index.ts";
import {
  ACTION_STATES,
  INFLUENCES,
  STAKEHOLDER_ROLES,
  SUPPORTS,
  TIE_KINDS,
  TIMETABLE_GAPS,
  WHITE_SPACE_STATES,
} from "../../../strategy-plan/index.ts";
import { documentWords, labelsWith, type DocumentWords, type LabelsOf } from "../../phrases.ts";
import { MONEY_FORMS, ROUNDED_UNITS } from "../../plan/unit.ts";
import type { PlanDocumentWord } from "../../plan/word-list.ts";

/** Words of coverage, power maps, timelines and calendars that belong to no other room's codes. */
export const GRID_FIGURE_WORDS = [
  "coverage",
  "coverage-text",
  "coverage-group",
  "coverage-group-text",
  "product",
  "standing",
  "other-banks",
  "needs",
  "open-actions",
  "may-be-worth",
  "also-elsewhere",
  "peers",
  "person",
  "power-map",
  "power-map-text",
  "several-contacts",
  "one-contact",
  "no-contact",
  "contact-unknown",
  "of-less-weight",
  "way-in",
  "timeline",
  "timeline-text",
  "without-day",
  "planned-for",
  "today",
  "duties",
  "duties-text",
  "to-do",
] as const;

/** A word of coverage, power maps, timelines and calendars. */
export type GridFigureWord = (typeof GRID_FIGURE_WORDS)[number];

/** Every label a coverage, a power map, a timeline or a calendar may need. */
const IDS = {
  gridFigure: GRID_FIGURE_WORDS,
  planDocument: [
    "colon",
    "separator",
    "list-separator",
    "head",
    "covered-by",
    "influence",
    "item",
    "no-data",
    "nobody",
    "none",
    "role",
    "state",
    "support",
    "ties",
    "when",
  ] satisfies PlanDocumentWord[],
  whiteSpaceState: WHITE_SPACE_STATES,
  influence: INFLUENCES,
  support: SUPPORTS,
  stakeholderRole: STAKEHOLDER_ROLES,
  tieKind: TIE_KINDS,
  actionState: ACTION_STATES,
  timetableGap: TIMETABLE_GAPS,
  timetableTime: ["undetermined"],
  followUpStanding: ["overdue"],
  answer: ["unknown"],
  dutyState: DUTY_STATES,
  moneyForm: MONEY_FORMS,
  displayUnit: ROUNDED_UNITS,
} as const;

/**
 * The words of one language for coverage, power maps, timelines and calendars. Each set of the package fits; of its rooms,
 * `duties`, `strategyPlan`, `rendering` and `figuresGrid`, with `dates`.
 */
export type GridFigureLabels = LabelsOf<typeof IDS>;

/** A label set with all the words these figures may need. */
export const readGridLabels = labelsWith(IDS);

/** Words of one language, ready to be put together. */
export interface GridWords extends DocumentWords<
  GridFigureLabels,
  GridFigureWord,
  (typeof IDS)["planDocument"][number]
> {
  /** The entries of a list in the punctuation of the language. */
  readonly list: (texts: readonly string[]) => string;
}

/** The words of a label set. */
export const gridWordsOf = (labels: GridFigureLabels): GridWords => ({
  ...documentWords("gridFigure", labels),
  list: (texts) => texts.join(labels["planDocument.list-separator"]),
});
