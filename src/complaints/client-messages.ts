import { compareInstants, type Instant } from "../core/index.ts";
import { lastTakenUp } from "./course.ts";
import type { ClientAcceptsNote, NewFactsNote } from "./entries/notes.ts";
import type { ClientMessage, DecideStep, WithdrawStep } from "./entries/steps.ts";
import type { ComplaintCase, ComplaintCondition, ComplaintRefusalDetails } from "./types.ts";

/* What clients tell the bank while a complaint goes on: it follows something, and is recorded after it came. */

function outOfTime(
  { receivedAt }: ClientMessage,
  after: Instant,
  at: Instant,
): ComplaintRefusalDetails["message-out-of-time"] | null {
  const isInTime = compareInstants(after, receivedAt) <= 0 && compareInstants(receivedAt, at) <= 0;
  return isInTime ? null : { receivedAt, after, at };
}

/** The client asked for the withdrawal after the complaint was last taken up, and before that was recorded. */
export const withdrawalRequested: ComplaintCondition<WithdrawStep> = {
  reason: "message-out-of-time",
  unmet: ({ receivedAt, history }, { at, request }) => outOfTime(request, lastTakenUp(history)?.at ?? receivedAt, at),
};

/** New facts came after the complaint, and before they were recorded. */
export const factsReceived: ComplaintCondition<NewFactsNote> = {
  reason: "message-out-of-time",
  unmet: ({ receivedAt }, { at, facts }) => outOfTime(facts, receivedAt, at),
};

/** The decision since the case was last taken up; null when it waits for one. */
function currentDecision({ history }: ComplaintCase): DecideStep | null {
  let found: DecideStep | null = null;
  for (const entry of history) {
    if (entry.type === "decide") found = entry;
    else if (entry.type === "re-open" || entry.type === "escalate") found = null;
  }
  return found;
}

/** There was a decision to accept, when the client accepted. */
export const decisionAccepted: ComplaintCondition<ClientAcceptsNote> = {
  reason: "nothing-to-accept",
  unmet: (complaint) => (currentDecision(complaint) === null ? {} : null),
};

/** The client accepted after the decision, and before that was recorded. */
export const acceptanceReceived: ComplaintCondition<ClientAcceptsNote> = {
  reason: "message-out-of-time",
  unmet: (complaint, { at, acceptance }) =>
    outOfTime(acceptance, currentDecision(complaint)?.at ?? complaint.receivedAt, at),
};
