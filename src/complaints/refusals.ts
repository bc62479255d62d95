import { complainedOf, refusal, type Refusal } from "./condition.ts";
import { decisionOf } from "./decision.ts";
import { redressRefusal } from "./redress.ts";
import { missingReplyItems } from "./reply.ts";
import type { ComplaintAction, ComplaintCase, ComplaintHandlingPolicy, DecideStep, ReplyStep } from "./types.ts";

function representativesRefusal(complaint: ComplaintCase, policy: ComplaintHandlingPolicy): Refusal | null {
  const { representatives: limit } = policy;
  const count = complaint.representatives?.length ?? 0;
  if (limit?.channels.includes(complaint.channel) !== true || count <= limit.max) return null;
  return refusal("too-many-representatives", { count, max: limit.max, policy: policy.id });
}

function expectationRefusal(complaint: ComplaintCase, policy: ComplaintHandlingPolicy): Refusal | null {
  if (!policy.expectationRequired || !complaint.contactable) return null;
  if (complaint.history.some(({ type }) => type === "tell-expectation")) return null;
  return refusal("client-not-told-what-to-expect", { policy: policy.id });
}

function decideRefusal(complaint: ComplaintCase, policy: ComplaintHandlingPolicy, step: DecideStep): Refusal | null {
  return (
    complainedOf(complaint, step.by, "decider-complained-of") ??
    (step.redress === undefined ? null : redressRefusal(complaint, policy, step.redress))
  );
}

function replyRefusal(complaint: ComplaintCase, policy: ComplaintHandlingPolicy, step: ReplyStep): Refusal | null {
  // nobody can be reached: the answer is kept in the file
  if (!complaint.contactable) return null;
  if (step.form === "none") return refusal("reply-without-form", {});
  const missing = missingReplyItems(policy, step, decisionOf(complaint)?.redress !== undefined);
  return missing.length === 0 ? null : refusal("reply-incomplete", { missing });
}

/**
 * Why a step that the table allows must nevertheless not be taken.
 *
 * @param complaint - before the step
 * @param action - the step
 * @param policy - how the bank handles complaints
 * @returns the first condition that is not met; null when there is none
 * @throws `complaints/negative-redress`, and the codes of `money`
 */
export function refusalOf(
  complaint: ComplaintCase,
  action: ComplaintAction,
  policy: ComplaintHandlingPolicy,
): Refusal | null {
  const handler = (employee: string): Refusal | null => complainedOf(complaint, employee, "handler-complained-of");
  switch (action.type) {
    case "register":
      return representativesRefusal(complaint, policy) ?? handler(action.handler);
    case "handle-on-the-spot":
      return handler(action.by);
    case "investigate":
      return handler(action.handler ?? complaint.handler ?? action.by) ?? expectationRefusal(complaint, policy);
    case "transfer":
      return handler(action.to) ?? expectationRefusal(complaint, policy);
    case "extend":
      return action.approvedBy === ""
        ? refusal("no-approver", {})
        : complainedOf(complaint, action.approvedBy, "approver-complained-of");
    case "decide":
      return decideRefusal(complaint, policy, action);
    case "reply":
      return replyRefusal(complaint, policy, action);
    default:
      return null;
  }
}
