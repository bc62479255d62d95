import { localDateOf } from "../../calendar/index.ts";
import {
  defineCaseFlow,
  defineLifecycle,
  type CaseFlow,
  type Lifecycle,
  type OtherCasesGiven,
} from "../../core/index.ts";
import { compare } from "../../money/index.ts";
import { planApprovalSeparation } from "../policies/approval-separation.ts";
import type { PlanApprovalPolicy } from "./policy.ts";
import type {
  PlanApproval,
  PlanApprovalEntry,
  PlanApprovalEntryOf,
  PlanApprovalParty,
  PlanApprovalRefusalDetails,
  PlanApprovalState,
  PlanApprovalStep,
  PlanApprovalStepType,
} from "./types.ts";

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
  /* @__PURE__ */ defineLifecycle({
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
): PlanApprovalEntryOf<Type> | undefined =>
  history.filter((entry): entry is PlanApprovalEntryOf<Type> => entry.type === type).at(-1);

/** Signatures since the plan was last submitted, each with its place in the history. */
const signaturesIn = (
  history: readonly PlanApprovalEntry[],
): readonly (PlanApprovalEntryOf<"co-sign"> & { readonly entry: number })[] => {
  const since = history.map(({ type }) => type).lastIndexOf("submit");
  return history.flatMap((signed, entry) => (entry > since && signed.type === "co-sign" ? [{ ...signed, entry }] : []));
};

/** Whoever an entry makes an author of the plan. */
function authorsIn(entry: PlanApprovalEntry): readonly string[] {
  if (entry.type === "write" || entry.type === "submit") return [entry.by, entry.preparedBy];
  return entry.type === "revise" ? [entry.by] : [];
}

const authorsOf = ({ history }: PlanApproval): readonly string[] => [...new Set(history.flatMap(authorsIn))];

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
  unmet: ({ state, history }, { hash: stated }) => {
    // what was submitted before it was revised is no longer what the approval is about
    const submitted = state === "draft" ? undefined : lastOf(history, "submit")?.hash;
    if (stated === submitted) return null;
    return { ...(submitted === undefined ? {} : { submitted }), ...(stated === undefined ? {} : { stated }) };
  },
};

const roleAllowed: Condition<PlanApprovalEntryOf<"approve" | "reject" | "co-sign" | "put-in-force">> = {
  reason: "role-not-allowed",
  unmet: (_, { role, type }, { approvers, coSigners, putInForceBy, id: policy }) => {
    const rows = {
      approve: approvers,
      "co-sign": coSigners,
      reject: [...approvers, ...coSigners],
      "put-in-force": putInForceBy.map((own) => ({ role: own })),
    } satisfies Record<typeof type, readonly { readonly role: string }[]>;
    return rows[type].some((row) => row.role === role) ? null : { role, type, policy };
  },
};

const signedOnce: Condition<PlanApprovalEntryOf<"co-sign">> = {
  reason: "co-signed-already",
  unmet: ({ history }, { role, by }) => {
    const before = signaturesIn(history).find((signed) => signed.role === role || signed.by === by);
    return before === undefined ? null : { role: before.role, entry: before.entry };
  },
};

const allSigned: Condition<PlanApprovalEntryOf<"approve">> = {
  reason: "co-sign-missing",
  unmet: ({ history }, _, { coSigners }) => {
    const asks = lastOf(history, "submit")?.asks ?? [];
    const signed = new Set(signaturesIn(history).map(({ role }) => role));
    const wanted = coSigners.filter(({ when }) => when === "always" || asks.includes(when));
    const roles = [...new Set(wanted.map(({ role }) => role))].filter((role) => !signed.has(role));
    return roles.length === 0 ? null : { roles };
  },
};

const withinAuthority: Condition<PlanApprovalEntryOf<"approve">> = {
  reason: "amount-beyond-role",
  unmet: ({ history }, { role }, { approvers }) => {
    const own = approvers.filter((row) => row.role === role);
    if (own.some(({ upTo }) => upTo === null)) return null;
    const amount = lastOf(history, "submit")?.amount ?? null;
    const upTo = own.flatMap((row) => row.upTo ?? []).find(({ currency }) => currency === amount?.currency);
    if (amount !== null && upTo !== undefined && compare(amount, upTo) <= 0) return null;
    return { role, ...(amount === null ? {} : { amount }), ...(upTo === undefined ? {} : { upTo }) };
  },
};

const byAuthor: Condition<PlanApprovalEntryOf<"recall">> = {
  reason: "recalled-by-another",
  unmet: (approval, { by }) => {
    const authors = authorsOf(approval);
    return authors.includes(by) ? null : { authors };
  },
};

const onceApproved: Condition<PlanApprovalEntryOf<"put-in-force">> = {
  reason: "in-force-before-approval",
  unmet: ({ history }, { effectiveFrom }, { zone }) => {
    const approvedOn = localDateOf(lastOf(history, "approve")?.at ?? "", zone);
    // dates in this form are in the order of their texts
    return effectiveFrom < approvedOn ? { effectiveFrom, approvedOn } : null;
  },
};

const onceInForce: Condition<PlanApprovalEntryOf<"close">> = {
  reason: "closed-before-in-force",
  unmet: ({ history }, { from }) => {
    const effectiveFrom = lastOf(history, "put-in-force")?.effectiveFrom;
    return effectiveFrom === undefined || from >= effectiveFrom ? null : { from, effectiveFrom };
  },
};

const successorInForce: Condition<PlanApprovalEntryOf<"supersede">> = {
  reason: "successor-not-in-force",
  unmet: ({ id, plan }, { successor, from }, _, { linked = [], elsewhere = [] }) => {
    // one that is over again is in force from no day on
    const alive = [...linked, ...elsewhere].filter(
      (other) => other.id === successor && successor !== id && other.plan === plan && other.state === "in-force",
    );
    const starts = alive.flatMap(({ history }) => lastOf(history, "put-in-force")?.effectiveFrom ?? []);
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
> = /* @__PURE__ */ defineCaseFlow({
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
    "put-in-force": [sameContent, roleAllowed, onceApproved],
    supersede: [sameContent, successorInForce],
    close: [sameContent, onceInForce],
  },
  links: (entry) => (entry.type === "supersede" ? [entry.successor] : []),
  parties: { author: authorsOf } satisfies Record<PlanApprovalParty, (approval: PlanApproval) => readonly string[]>,
  separation: ({ separation = [] }) => [...planApprovalSeparation, ...separation],
});
