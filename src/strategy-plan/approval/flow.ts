import { localDateOf } from "../../calendar/index.ts";
import {
  defineCaseFlow,
  defineLifecycle,
  type CaseFlow,
  type Lifecycle,
  type LocalDate,
  type OtherCasesGiven,
} from "../../core/index.ts";
import { compare } from "../../money/index.ts";
import { planApprovalSeparation } from "../policies/approval-separation.ts";
import type { PlanApprovalPolicy } from "./policy.ts";
import type {
  PlanApproval,
  PlanApprovalEntry,
  PlanApprovalParty,
  PlanApprovalRefusalDetails,
  PlanApprovalState,
  PlanApprovalStep,
  PlanApprovalStepType,
} from "./types.ts";

type StepOf<Type extends PlanApprovalStepType> = Extract<PlanApprovalStep, { readonly type: Type }>;
type EntryOf<Type extends PlanApprovalEntry["type"]> = Extract<PlanApprovalEntry, { readonly type: Type }>;

/**
 * The course of the approval of a plan (审批流程), as a transition table.
 *
 * A plan that was rejected or taken back is revised and submitted again, with its signatures to be given anew. What was
 * approved can still be taken back until it is in force. A version in force ends when another takes its place, or is closed.
 *
 * @example
 * planApprovalLifecycle.table["in-force"] // => { supersede: "superseded", close: "closed" }
 */
export const planApprovalLifecycle: Lifecycle<PlanApprovalState, PlanApprovalStepType> =
  /* @__PURE__ */ defineLifecycle<PlanApprovalState, PlanApprovalStepType>({
    initial: "draft",
    table: {
      draft: { submit: "submitted", close: "closed" },
      submitted: { "co-sign": "submitted", approve: "approved", reject: "rejected", recall: "recalled" },
      approved: { "put-in-force": "in-force", recall: "recalled" },
      rejected: { revise: "draft", close: "closed" },
      recalled: { revise: "draft", close: "closed" },
      "in-force": { supersede: "superseded", close: "closed" },
      superseded: {},
      closed: {},
    },
  });

/** The last entry of a type. */
export const lastOf = <Type extends PlanApprovalEntry["type"]>(
  history: readonly PlanApprovalEntry[],
  type: Type,
): EntryOf<Type> | undefined => history.filter((entry): entry is EntryOf<Type> => entry.type === type).at(-1);

/** Place of the last submission; -1 where there is none. */
const lastSubmitted = (history: readonly PlanApprovalEntry[]): number =>
  history.map(({ type }) => type).lastIndexOf("submit");

/** What was submitted and has not been revised since. */
export function submittedIn(history: readonly PlanApprovalEntry[]): StepOf<"submit"> | undefined {
  const isRevised = history.slice(lastSubmitted(history) + 1).some(({ type }) => type === "revise");
  return isRevised ? undefined : lastOf(history, "submit");
}

/** Signatures since the plan was last submitted, each with its place in the history. */
function signaturesIn(history: readonly PlanApprovalEntry[]): readonly (readonly [number, StepOf<"co-sign">])[] {
  const since = lastSubmitted(history);
  return history.flatMap((entry, index) => (index > since && entry.type === "co-sign" ? [[index, entry]] : []));
}

/** Whoever an entry makes an author of the plan. */
function authorsIn(entry: PlanApprovalEntry): readonly string[] {
  if (entry.type === "write" || entry.type === "submit") return [entry.by, entry.preparedBy];
  return entry.type === "revise" ? [entry.by] : [];
}

const authorsOf = ({ history }: Pick<PlanApproval, "history">): readonly string[] => [
  ...new Set(history.flatMap(authorsIn)),
];

/** First day a version was put in force for; undefined where it never was. */
export const startOf = ({ history }: Pick<PlanApproval, "history">): LocalDate | undefined =>
  lastOf(history, "put-in-force")?.effectiveFrom;

/** A condition of a type of step; what it finds unmet carries what its reason says. */
type Condition<Step> = {
  readonly [Reason in keyof PlanApprovalRefusalDetails]: {
    readonly reason: Reason;
    readonly unmet: (
      approval: PlanApproval,
      step: Step,
      policy: PlanApprovalPolicy,
      others: OtherCasesGiven<PlanApproval>,
    ) => Readonly<PlanApprovalRefusalDetails[Reason]> | null;
  };
}[keyof PlanApprovalRefusalDetails];

const sameContent: Condition<{ readonly hash?: string }> = {
  reason: "hash-differs",
  unmet: ({ history }, { hash: stated }) => {
    const submitted = submittedIn(history)?.hash;
    if (stated === submitted) return null;
    return { ...(submitted === undefined ? {} : { submitted }), ...(stated === undefined ? {} : { stated }) };
  },
};

const roleAllowed: Condition<StepOf<"approve" | "reject" | "co-sign">> = {
  reason: "role-not-allowed",
  unmet: (_, { role, type }, { approvers, coSigners, id: policy }) => {
    const rows = {
      approve: approvers,
      "co-sign": coSigners,
      reject: [...approvers, ...coSigners],
    } satisfies Record<typeof type, readonly { readonly role: string }[]>;
    return rows[type].some((row) => row.role === role) ? null : { role, type, policy };
  },
};

const signedOnce: Condition<StepOf<"co-sign">> = {
  reason: "co-signed-already",
  unmet: ({ history }, { role, by }) => {
    const before = signaturesIn(history).find(([, signed]) => signed.role === role || signed.by === by);
    return before === undefined ? null : { role: before[1].role, entry: before[0] };
  },
};

const allSigned: Condition<StepOf<"approve">> = {
  reason: "co-sign-missing",
  unmet: ({ history }, _, { coSigners }) => {
    const asks = submittedIn(history)?.asks ?? [];
    const signed = new Set(signaturesIn(history).map(([, { role }]) => role));
    const wanted = coSigners.filter(({ when }) => when === "always" || asks.includes(when));
    const roles = [...new Set(wanted.map(({ role }) => role))].filter((role) => !signed.has(role));
    return roles.length === 0 ? null : { roles };
  },
};

const withinAuthority: Condition<StepOf<"approve">> = {
  reason: "amount-beyond-role",
  unmet: ({ history }, { role }, { approvers }) => {
    const own = approvers.filter((row) => row.role === role);
    if (own.some(({ upTo }) => upTo === null)) return null;
    const amount = submittedIn(history)?.amount ?? null;
    const upTo = own.flatMap((row) => row.upTo ?? []).find(({ currency }) => currency === amount?.currency);
    if (amount !== null && upTo !== undefined && compare(amount, upTo) <= 0) return null;
    return { role, ...(amount === null ? {} : { amount }), ...(upTo === undefined ? {} : { upTo }) };
  },
};

const byAuthor: Condition<StepOf<"recall">> = {
  reason: "recalled-by-another",
  unmet: (approval, { by }) => {
    const authors = authorsOf(approval);
    return authors.includes(by) ? null : { authors };
  },
};

const onceApproved: Condition<StepOf<"put-in-force">> = {
  reason: "in-force-before-approval",
  unmet: ({ history }, { effectiveFrom }, { zone }) => {
    const approvedOn = localDateOf(lastOf(history, "approve")?.at ?? "", zone);
    // dates in this form are in the order of their texts
    return effectiveFrom < approvedOn ? { effectiveFrom, approvedOn } : null;
  },
};

const successorInForce: Condition<StepOf<"supersede">> = {
  reason: "successor-not-in-force",
  unmet: ({ id, plan }, { successor, from }, _, { linked = [], elsewhere = [] }) => {
    const given = [...linked, ...elsewhere].filter((other) => other.id === successor && successor !== id);
    // one that is over again is in force from no day on
    const alive = given.filter((other) => other.plan === plan && other.state === "in-force");
    const starts = alive.flatMap((other) => startOf(other) ?? []);
    if (starts.includes(from)) return null;
    const [found] = starts;
    return { successor, from, ...(found === undefined ? {} : { found }) };
  },
};

/**
 * The approval of a version of a plan (计划书审批): its transition table, what each step needs, and whom a separation rule may
 * name: the steps, `write`, and the party `author`, which is whoever wrote, prepared, submitted or revised the plan.
 * `planApprovalSeparation` holds under every policy, in front of the policy's own rules.
 *
 * @example
 * planApprovalFlow.conditions.approve?.map(({ reason }) => reason) // => ["hash-differs", "role-not-allowed", "co-sign-missing", "amount-beyond-role"]
 */
export const planApprovalFlow: CaseFlow<
  PlanApprovalState,
  PlanApprovalStep,
  keyof PlanApprovalRefusalDetails,
  PlanApproval,
  PlanApprovalPolicy
> = /* @__PURE__ */ defineCaseFlow<
  PlanApprovalState,
  PlanApprovalStep,
  keyof PlanApprovalRefusalDetails,
  PlanApproval,
  PlanApprovalPolicy
>({
  room: "strategy-plan",
  lifecycle: planApprovalLifecycle,
  opening: { type: "write", issue: "not-written-first" },
  over: ["superseded", "closed"],
  notes: {},
  conditions: {
    "co-sign": [sameContent, roleAllowed, signedOnce],
    approve: [sameContent, roleAllowed, allSigned, withinAuthority],
    reject: [sameContent, roleAllowed],
    recall: [sameContent, byAuthor],
    revise: [sameContent],
    "put-in-force": [sameContent, onceApproved],
    supersede: [sameContent, successorInForce],
    close: [sameContent],
  },
  links: (entry) => (entry.type === "supersede" ? [entry.successor] : []),
  parties: { author: authorsOf } satisfies Record<PlanApprovalParty, (approval: PlanApproval) => readonly string[]>,
  separation: ({ separation = [] }) => [...planApprovalSeparation, ...separation],
});
