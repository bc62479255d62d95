import type { Reader } from "../../core/inner.ts";
import {
  CLIENT_KINDS,
  CONTACT_CHANNELS,
  DECISION_AUTHORITIES,
  IDENTITY_KINDS,
  MANAGER_ROLES,
  type ClientKind,
  type ContactChannel,
  type DecisionAuthority,
  type IdentityKind,
  type ManagerRole,
} from "../../client/index.ts";
import {
  CAPITAL_BASES,
  incomeBases,
  RETURN_TAXES,
  valueHeads,
  valueItems,
  type CapitalBasis,
  type IncomeBasis,
  type ReturnTax,
  type ValueHead,
  type ValueItem,
} from "../../relationship-value/index.ts";
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
  type ActionState,
  type Answer,
  type BankImportance,
  type ChallengeOrigin,
  type ChoiceReason,
  type Confidence,
  type FollowUpStanding,
  type GroupManagerRole,
  type Influence,
  type PlanIssueLevel,
  type PitchChannel,
  type PlanField,
  type PlanSection,
  type PreventionState,
  type StakeholderRole,
  type Support,
  type TieKind,
  type WalletGap,
  type WithheldKind,
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
import { MONEY_FORMS, ROUNDED_UNITS, type MoneyForm, type RoundedUnit } from "./unit.ts";
import { keysOf, labelsWith, phrasesOf, type Phrases } from "../phrases.ts";
import { showsSomething } from "../text.ts";
import type { Cell } from "../blocks.ts";

/** Every label the plan document may need, as `<kind>.<id>`. */
export type PlanDocumentLabelKey =
  | `planSection.${PlanSection}`
  | `planField.${PlanField}`
  | `clientCopySection.${ClientPlanSection}`
  | `clientCopyField.${ClientPlanField}`
  | `planDocument.${PlanDocumentWord}`
  | `answer.${Answer}`
  | `decisionAuthority.${DecisionAuthority}`
  | `contactChannel.${ContactChannel}`
  | `bankImportance.${BankImportance}`
  | `choiceReason.${ChoiceReason}`
  | `incomeBasis.${IncomeBasis}`
  | `pitchChannel.${PitchChannel}`
  | `challengeOrigin.${ChallengeOrigin}`
  | `preventionState.${PreventionState}`
  | `walletGap.${WalletGap}`
  | `actionState.${ActionState}`
  | `followUpStanding.${FollowUpStanding}`
  | `planIssueLevel.${PlanIssueLevel}`
  | `withheldKind.${WithheldKind}`
  | `displayUnit.${RoundedUnit}`
  | `moneyForm.${MoneyForm}`
  | `clientKind.${ClientKind}`
  | `identityKind.${IdentityKind}`
  | `managerRole.${ManagerRole}`
  | `valueHead.${ValueHead}`
  | `valueItem.${ValueItem}`
  | `stakeholderRole.${StakeholderRole}`
  | `influence.${Influence}`
  | `support.${Support}`
  | `tieKind.${TieKind}`
  | `confidence.${Confidence}`
  | `groupManagerRole.${GroupManagerRole}`
  | `capitalBasis.${CapitalBasis}`
  | `returnTax.${ReturnTax["treatment"]}`
  | "valueMeasure.raroc"
  | "valueMeasure.economic-value-added";

/**
 * The words of one language for the plan document: its labels, how dates are written, and the sentences of what is wrong
 * in a plan. Each set of the package fits; of its rooms, `core`, `money`, `client`, `relationshipValue`, `duties`,
 * `strategyPlan`, `rendering` and `figuresGrid`, with `dates`.
 */
export type PlanDocumentLabels = Readonly<Record<PlanDocumentLabelKey, string>> & GridFigureLabels;

type KindOf<Key> = Key extends `${infer Kind}.${string}` ? Kind : never;
type IdOf<Key, Kind extends string> = Key extends `${Kind}.${infer Id}` ? Id : never;

/** What there are words for, by kind; a kind without its list does not compile. */
const IDS: { readonly [Kind in KindOf<PlanDocumentLabelKey>]: readonly IdOf<PlanDocumentLabelKey, Kind>[] } = {
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
  capitalBasis: CAPITAL_BASES,
  returnTax: RETURN_TAXES,
  valueMeasure: ["raroc", "economic-value-added"],
};

const readOwn = labelsWith<PlanDocumentLabels>(keysOf(IDS));

/** A label set with all the words the document and its figures may need, so that none is missing on the day it is. */
export const labelsShape: Reader<PlanDocumentLabels> = (labels, path, code) => {
  readGridLabels(readOwn(labels, path, code), path, code);
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
  const word = (id: PlanDocumentWord): string => labels[`planDocument.${id}`];
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
