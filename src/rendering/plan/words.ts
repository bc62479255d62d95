import type { ClientKind, ContactChannel, GroupRole, ManagerRole } from "../../client/index.ts";
import type { IncomeBasis, ValueHead, ValueItem } from "../../relationship-value/index.ts";
import type {
  Answer,
  BankImportance,
  ChallengeOrigin,
  ChoiceReason,
  DecisionAuthority,
  PitchChannel,
  PlanField,
  PlanSection,
  PreventionState,
  StrategyPlanErrorCode,
  WalletGap,
} from "../../strategy-plan/index.ts";
import { showsSomething } from "../text.ts";
import type { Cell } from "../blocks.ts";

/** Words of the plan document that belong to no other room's codes. */
export type PlanDocumentWord =
  | "title"
  | "sample-title"
  | "sample-text"
  | "client"
  | "client-number"
  | "plan-year"
  | "prepared-by"
  | "version"
  | "manager-primary"
  | "manager-backup"
  | "value-now"
  | "value-target"
  | "value-gap"
  | "value-planned"
  | "value-statement"
  | "outside-total"
  | "value-by-head"
  | "value-by-head-text"
  | "estimated-part"
  | "known-part"
  | "wallet"
  | "wallet-share"
  | "wallet-text"
  | "wallet-whole"
  | "wallet-known"
  | "with-us"
  | "elsewhere"
  | "renewal"
  | "completeness"
  | "next-field"
  | "answered"
  | "all-answered"
  | "managers"
  | "not-asked"
  | "next-pitches"
  | "when"
  | "what"
  | "owner"
  | "expected"
  | "probability"
  | "weighted"
  | "to-attend"
  | "people-uncovered"
  | "challenges-unowned"
  | "contradictions"
  | "all-well"
  | "signature-manager"
  | "signature-supervisor"
  | "signature-head"
  | "open"
  | "none"
  | "no-data"
  | "total"
  | "item"
  | "amount"
  | "period"
  | "basis"
  | "service"
  | "spend-with-us"
  | "share"
  | "industry"
  | "registration-number"
  | "founded"
  | "employees"
  | "turnover"
  | "location"
  | "description"
  | "occupation"
  | "employer"
  | "education"
  | "birth-date"
  | "household"
  | "interests"
  | "group"
  | "held-by"
  | "client-since"
  | "accounts"
  | "account"
  | "currency"
  | "product"
  | "contacts"
  | "analyses"
  | "source"
  | "kinship"
  | "turnover-share"
  | "profit-share"
  | "said-by"
  | "business"
  | "since"
  | "due"
  | "colon"
  | "separator"
  | "list-separator";

/** The reason part of a code: `"strategy-plan/duplicate-id"` → `"duplicate-id"`. */
export type ReasonOf<Code extends string> = Code extends `${string}/${infer Reason}` ? Reason : never;

/** Every label the plan document may need, as `<kind>.<id>`. */
export type PlanDocumentLabelKey =
  | `planSection.${PlanSection}`
  | `planField.${PlanField}`
  | `planIssue.${ReasonOf<StrategyPlanErrorCode>}`
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
  | `clientKind.${ClientKind}`
  | `groupRole.${GroupRole}`
  | `managerRole.${ManagerRole}`
  | `valueHead.${ValueHead}`
  | `valueItem.${ValueItem}`;

/** The words of one language for the plan document; each label set of the package fits. */
export type PlanDocumentLabels = Readonly<Record<PlanDocumentLabelKey, string>>;

/** Words of one language, ready to be put together. */
export interface Words {
  readonly labels: PlanDocumentLabels;
  /** A word of the document itself. */
  readonly word: (word: PlanDocumentWord) => string;
  /** `name: value` in the punctuation of the language. */
  readonly named: (name: string, value: string) => string;
  /** The parts that are present, joined in the punctuation of the language. */
  readonly joined: (parts: readonly (string | undefined)[]) => string;
  /** A value or, where there is none, the mark of an open field. */
  readonly orOpen: (value: string | undefined) => Cell;
}

/** The words of a label set. */
export function wordsOf(labels: PlanDocumentLabels): Words {
  const word = (id: PlanDocumentWord): string => labels[`planDocument.${id}`];
  return {
    labels,
    word,
    named: (name, value) => `${name}${word("colon")}${value}`,
    joined: (parts) => parts.filter((part) => part !== undefined && part !== "").join(word("separator")),
    orOpen: (value) =>
      value === undefined || !showsSomething(value) ? { text: word("open"), emphasis: "muted" } : value,
  };
}
