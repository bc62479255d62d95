import type { Instant } from "../core/index.ts";
import { addRows, compareTexts, listOf, oneOf, readFlag, refuse, rowOf } from "../core/inner.ts";
import { add, compare, type Money } from "../money/index.ts";
import { minorOf } from "../money/inner.ts";
import {
  COMPLAINT_REMEDIES,
  REPLY_ITEMS,
  type ComplaintRemedy,
  type DecideStep,
  type Redress,
  type ReplyItem,
  type ReplyStep,
} from "./entries/steps.ts";
import type { ComplaintErrorCode } from "./errors.ts";
import type { ComplaintHandlingPolicy } from "./handling-policy.ts";
import { othersOfMatter, until } from "./merger.ts";
import { theComplaint } from "./reading/complaint.ts";
import { INPUT, isBlank, isThere } from "./reading/kind.ts";
import { thePolicy } from "./reading/policy.ts";
import type { ComplaintCase, ComplaintCondition } from "./types.ts";

/**
 * The current decision: the last one, even when a review or a re-opening came after it (处理决定).
 *
 * @param complaint - in any state
 * @returns the history entry; null when nothing was decided
 * @throws `complaints/invalid-complaint`, with the path to what is not of its type
 * @example
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "letter", origin: "media", client: null,
 *   contactable: false, category: "fees", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: [],
 * });
 * decisionOf(complaint) // => null
 * @since 0.1.0
 */
export function decisionOf(complaint: ComplaintCase): DecideStep | null {
  return lastDecision(theComplaint(complaint));
}

/** The last decision of a complaint that was read. */
export function lastDecision({ history }: ComplaintCase): DecideStep | null {
  let found: DecideStep | null = null;
  for (const entry of history) if (entry.type === "decide") found = entry;
  return found;
}

/** What is looked at of a reply; a whole reply has more. */
type Told = Pick<ReplyStep, "items" | "remedies">;

const readTold = /* @__PURE__ */ (() =>
  rowOf<Told>({ items: listOf(oneOf(REPLY_ITEMS)), remedies: listOf(oneOf(COMPLAINT_REMEDIES)) }))();

/**
 * What a reply still lacks (答复核对), by the bank's checklist.
 *
 * `redress` is required only when some was granted; `next-remedies` needs every remedy the policy asks for, and at least
 * one, so that the client knows where to turn next.
 *
 * @param policy - the checklist
 * @param reply - what the reply covers and which remedies it names
 * @param redressGranted - whether the decision grants redress
 * @param ofReview - whether it is the reply to a review by a superior unit, which need not name that remedy again;
 * default it is not
 * @returns missing items, in the order of the policy; empty when the reply is complete
 * @throws `complaints/invalid-policy`, `complaints/invalid-input`, with the path to what is not of its type;
 * `core/invalid-separation` for a separation rule of the policy that is not one
 * @example
 * const reply = { items: ["result", "next-remedies"], remedies: [] } as const;
 * missingReplyItems(exampleComplaintHandling, reply, false) // => ["facts", "basis", "reasons", "next-remedies", "contact"]
 * missingReplyItems(sourceComplaintHandling, reply, true) // => []
 * @since 0.1.0
 */
export function missingReplyItems(
  policy: ComplaintHandlingPolicy,
  reply: Pick<ReplyStep, "items" | "remedies">,
  redressGranted: boolean,
  ofReview = false,
): readonly ReplyItem[] {
  thePolicy(policy);
  readTold(reply, ["reply"], INPUT);
  readFlag(redressGranted, ["redressGranted"], INPUT);
  return missingItems(policy, reply, redressGranted, readFlag(ofReview, ["ofReview"], INPUT));
}

/** What a reply lacks, by a policy that was read. */
export function missingItems(
  policy: ComplaintHandlingPolicy,
  reply: Told,
  redressGranted: boolean,
  ofReview: boolean,
): readonly ReplyItem[] {
  return policy.replyItems.filter((item) => {
    if (item === "redress" && !redressGranted) return false;
    if (!reply.items.includes(item)) return true;
    return (
      item === "next-remedies" && (reply.remedies.length === 0 || missingRemedies(policy, reply, ofReview).length > 0)
    );
  });
}

/** Remedies that a reply has to name and does not, by a policy that was read; after a review, that is behind the client. */
export function missingRemedies(
  policy: ComplaintHandlingPolicy,
  reply: Told,
  ofReview: boolean,
): readonly ComplaintRemedy[] {
  if (!policy.replyItems.includes("next-remedies")) return [];
  return policy.remedies.filter((remedy) => !(ofReview && remedy === "review") && !reply.remedies.includes(remedy));
}

/** Redress names a role and an approver; an amount below nothing is a mistake. */
export const redressApproved: ComplaintCondition<DecideStep, "redress-without-authority"> = {
  reason: "redress-without-authority",
  unmet: (_, { redress }) => {
    if (!isThere(redress)) return null;
    const { amount, authority, approvedBy } = redress;
    const path = ["action", "redress", "amount"];
    if (minorOf(amount, path) < 0) {
      const code: ComplaintErrorCode = "complaints/negative-redress";
      refuse(code, path, "negative", { amount: amount.amount, currency: amount.currency });
    }
    return isBlank(authority) || isBlank(approvedBy) ? { authority } : null;
  },
};

/** Largest amount a role may grant in the currency: unlimited (null), or none because nobody gave it any (undefined). */
function limitOf({ amount, authority }: Redress, policy: ComplaintHandlingPolicy): Money | null | undefined {
  const own = policy.redressAuthorities.filter(({ role }) => role === authority);
  if (own.some(({ upTo }) => upTo === null)) return null;
  return own.find(({ upTo }) => upTo?.currency === amount.currency)?.upTo;
}

/** The role may grant redress in the currency. */
export const redressAuthorised: ComplaintCondition<DecideStep, "redress-without-authority"> = {
  reason: "redress-without-authority",
  unmet: (_, { redress }, policy) =>
    !isThere(redress) || limitOf(redress, policy) !== undefined
      ? null
      : { authority: redress.authority, currency: redress.amount.currency },
};

/** What a matter was granted by a moment in a currency, in this complaint and the others given; null for nothing. */
function grantedBy(matter: readonly ComplaintCase[], currency: string, at: Instant): Money | null {
  const grants = matter.flatMap((one) =>
    until(one, at).flatMap((entry) =>
      entry.type === "decide" && isThere(entry.redress) ? [entry.redress.amount] : [],
    ),
  );
  return grants
    .filter((grant) => grant.currency === currency)
    .reduce<Money | null>((sum, grant) => (sum === null ? grant : add(sum, grant)), null);
}

/** The role may grant that much, on top of what the matter was granted before: no limit is passed in slices. */
export const redressWithinAuthority: ComplaintCondition<DecideStep, "redress-beyond-authority"> = {
  reason: "redress-beyond-authority",
  unmet: (complaint, { redress, at }, policy, others) => {
    const limit = isThere(redress) ? (limitOf(redress, policy) ?? null) : null;
    if (!isThere(redress) || limit === null) return null;
    const { authority, amount } = redress;
    const granted = grantedBy([complaint, ...othersOfMatter(complaint, others, at)], amount.currency, at);
    if (compare(granted === null ? amount : add(granted, amount), limit) <= 0) return null;
    return {
      authority,
      amount: amount.amount,
      ...(granted === null ? {} : { granted: granted.amount }),
      upTo: limit.amount,
    };
  },
};

/** Redress granted in one currency. */
export interface RedressTotal {
  readonly currency: string;
  /** Complaints with redress in this currency. */
  readonly complaints: number;
  readonly amount: Money;
}

/** Totals of the same currency added up, in order of currency. */
export function addRedress(totals: Iterable<RedressTotal>): RedressTotal[] {
  return addRows(
    totals,
    ({ currency }) => currency,
    (a, b) => ({ ...a, complaints: a.complaints + b.complaints, amount: add(a.amount, b.amount) }),
  ).sort((a, b) => compareTexts(a.currency, b.currency));
}

/** Everything one complaint cost, by currency, including what a review added. */
export function redressOf({ history }: ComplaintCase): readonly RedressTotal[] {
  const granted = history.flatMap((entry) =>
    entry.type === "decide" && isThere(entry.redress) ? [entry.redress.amount] : [],
  );
  const totals = addRedress(granted.map((amount) => ({ currency: amount.currency, complaints: 1, amount })));
  return totals.map((total) => ({ ...total, complaints: 1 }));
}
