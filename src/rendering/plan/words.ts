import type { Reader } from "../../core/inner.ts";
import {
  CLIENT_KINDS,
  CONTACT_CHANNELS,
  DECISION_AUTHORITIES,
  IDENTITY_KINDS,
  MANAGER_ROLES,
} from "../../client/index.ts";
import { incomeBases, valueHeads, valueItems } from "../../relationship-value/index.ts";
import {
  ACTION_STATES,
  BANK_IMPORTANCES,
  CHALLENGE_ORIGINS,
  CHOICE_REASONS,
  CONFIDENCES,
  FOLLOW_UP_STANDINGS,
  GROUP_MANAGER_ROLES,
  INFLUENCES,
  PLAN_ISSUE_LEVELS,
  PITCH_CHANNELS,
  PLAN_ANSWERS,
  PLAN_SECTIONS,
  planFields,
  PREVENTION_STATES,
  STAKEHOLDER_ROLES,
  SUPPORTS,
  TIE_KINDS,
  WALLET_GAPS,
  WITHHELD_KINDS,
  type PlanField,
  type PlanSection,
} from "../../strategy-plan/index.ts";
import { readGridLabels, type GridFigureLabels } from "../figure/make/grid-words.ts";
import {
  CLIENT_PLAN_FIELDS,
  CLIENT_PLAN_SECTIONS,
  type ClientPlanField,
  type ClientPlanSection,
  type PlanAudience,
} from "./audience.ts";
import { PLAN_DOCUMENT_WORDS, type PlanDocumentWord } from "./word-list.ts";
import { RETURN_LABELS } from "./returns.ts";
import { MONEY_FORMS, ROUNDED_UNITS } from "./unit.ts";
import { labelsWith, phrasesOf, wordsIn, type LabelsOf, type Phrases } from "../phrases.ts";
import { showsSomething } from "../text.ts";
import type { Cell } from "../blocks.ts";

/** Every label the document itself may need; its figures have their own. */
const IDS = {
  planSection: PLAN_SECTIONS,
  planField: planFields.map(({ key }) => key),
  clientCopySection: CLIENT_PLAN_SECTIONS,
  clientCopyField: CLIENT_PLAN_FIELDS,
  planDocument: PLAN_DOCUMENT_WORDS,
  answer: PLAN_ANSWERS,
  decisionAuthority: DECISION_AUTHORITIES,
  contactChannel: CONTACT_CHANNELS,
  bankImportance: BANK_IMPORTANCES,
  choiceReason: CHOICE_REASONS,
  incomeBasis: incomeBases,
  pitchChannel: PITCH_CHANNELS,
  challengeOrigin: CHALLENGE_ORIGINS,
  preventionState: PREVENTION_STATES,
  walletGap: WALLET_GAPS,
  actionState: ACTION_STATES,
  followUpStanding: FOLLOW_UP_STANDINGS,
  planIssueLevel: PLAN_ISSUE_LEVELS,
  withheldKind: WITHHELD_KINDS,
  displayUnit: ROUNDED_UNITS,
  moneyForm: MONEY_FORMS,
  clientKind: CLIENT_KINDS,
  identityKind: IDENTITY_KINDS,
  managerRole: MANAGER_ROLES,
  valueHead: valueHeads,
  valueItem: valueItems,
  stakeholderRole: STAKEHOLDER_ROLES,
  influence: INFLUENCES,
  support: SUPPORTS,
  tieKind: TIE_KINDS,
  confidence: CONFIDENCES,
  groupManagerRole: GROUP_MANAGER_ROLES,
  ...RETURN_LABELS,
} as const;

/**
 * The words of one language for the plan document: its labels, how dates are written, and the sentences of what is wrong
 * in a plan. Each set of the package fits; of its rooms, `core`, `money`, `client`, `relationshipValue`, `duties`,
 * `strategyPlan`, `rendering` and `figuresGrid`, with `dates`.
 */
export type PlanDocumentLabels = LabelsOf<typeof IDS> & GridFigureLabels;

const readOwn = labelsWith(IDS);

/** A label set with all the words the document and its figures may need, so that none is missing on the day it is. */
export const labelsShape: Reader<PlanDocumentLabels> = (labels, path, code) => {
  readOwn(labels, path, code);
  readGridLabels(labels, path, code);
  return labels;
};

/** Words of one language, ready to be put together. */
export interface Words extends Phrases {
  readonly labels: PlanDocumentLabels;
  /** A word of the document itself. */
  readonly word: (word: PlanDocumentWord) => string;
  /** What a field is called before its readers. */
  readonly field: (field: PlanField) => string;
  /** What a section is called before its readers. */
  readonly section: (section: PlanSection) => string;
  /** A value or, where there is none, the mark of an open field; nothing on a copy for the client. */
  readonly orOpen: (value: string | undefined) => Cell;
}

/** The words of a label set before the readers of a document. */
export function wordsOf(labels: PlanDocumentLabels, audience: PlanAudience): Words {
  const word: Words["word"] = wordsIn("planDocument", labels);
  const isCopy = audience === "client";
  const open: Cell = isCopy ? "" : { text: word("open"), emphasis: "muted" };
  return {
    labels,
    word,
    // what the client does not read has no name of its own before it
    field: (field) => (isCopy ? labels[`clientCopyField.${field as ClientPlanField}`] : labels[`planField.${field}`]),
    section: (section) =>
      isCopy ? labels[`clientCopySection.${section as ClientPlanSection}`] : labels[`planSection.${section}`],
    ...phrasesOf(labels),
    orOpen: (value) => (value === undefined || !showsSomething(value) ? open : value),
  };
}
