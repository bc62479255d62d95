import { DUTY_STATES, type DutyState } from "../../../duties/index.ts";
import {
  ACTION_STATES,
  INFLUENCES,
  STAKEHOLDER_ROLES,
  SUPPORTS,
  TIE_KINDS,
  TIMETABLE_GAPS,
  WHITE_SPACE_STATES,
  type ActionState,
  type Influence,
  type StakeholderRole,
  type Support,
  type TieKind,
  type TimetableGap,
  type WhiteSpaceState,
} from "../../../strategy-plan/index.ts";
import type { DateWords } from "../../../telling/index.ts";
import { keysOf, labelsWith, phrasesOf, type Phrases } from "../../phrases.ts";
import { MONEY_FORMS, ROUNDED_UNITS, type MoneyForm, type RoundedUnit } from "../../plan/unit.ts";

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

const SHARED_WORDS = [
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
] as const;

/** Every label a coverage, a power map, a timeline or a calendar may need, as `<kind>.<id>`. */
export type GridFigureLabelKey =
  | `gridFigure.${GridFigureWord}`
  | `planDocument.${(typeof SHARED_WORDS)[number]}`
  | `whiteSpaceState.${WhiteSpaceState}`
  | `influence.${Influence}`
  | `support.${Support}`
  | `stakeholderRole.${StakeholderRole}`
  | `tieKind.${TieKind}`
  | `actionState.${ActionState}`
  | `timetableGap.${TimetableGap}`
  | "timetableTime.undetermined"
  | "followUpStanding.overdue"
  | "answer.unknown"
  | `dutyState.${DutyState}`
  | `moneyForm.${MoneyForm}`
  | `displayUnit.${RoundedUnit}`;

/**
 * The words of one language for coverage, power maps, timelines and calendars. Each set of the package fits; of its rooms,
 * `duties`, `strategyPlan`, `rendering` and `figuresGrid`, with `dates`.
 */
export type GridFigureLabels = Readonly<Record<GridFigureLabelKey, string>> & { readonly dates: DateWords };

/** A label set with all the words these figures may need. */
export const readGridLabels = labelsWith<GridFigureLabels>(
  keysOf({
    gridFigure: GRID_FIGURE_WORDS,
    planDocument: SHARED_WORDS,
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
  }),
);

/** Words of one language, ready to be put together. */
export interface GridWords extends Phrases {
  readonly labels: GridFigureLabels;
  readonly word: (word: GridFigureWord) => string;
  /** A word that the plan document has too. */
  readonly shared: (word: (typeof SHARED_WORDS)[number]) => string;
  /** The entries of a list in the punctuation of the language. */
  readonly list: (texts: readonly string[]) => string;
}

/** The words of a label set. */
export const gridWordsOf = (labels: GridFigureLabels): GridWords => ({
  labels,
  word: (id) => labels[`gridFigure.${id}`],
  shared: (id) => labels[`planDocument.${id}`],
  list: (texts) => texts.join(labels["planDocument.list-separator"]),
  ...phrasesOf(labels),
});
