import { type Issue } from "../core/index.ts";
import { complaintLifecycle } from "./lifecycle.ts";
import type { ComplaintIssueCode } from "./errors.ts";
import { receiveComplaint } from "./receive.ts";
import { noteComplaint, transitionComplaint } from "./transition.ts";
import type {
  ComplaintAction,
  ComplaintActionType,
  ComplaintCase,
  ComplaintHandlingPolicy,
  ComplaintHistoryEntry,
} from "./types.ts";

const ACTIONS: ReadonlySet<string> = /* @__PURE__ */ new Set<ComplaintActionType>(
  /* @__PURE__ */ Object.values(complaintLifecycle.table).flatMap((row) => Object.keys(row) as ComplaintActionType[]),
);

function isAction(entry: ComplaintHistoryEntry): entry is ComplaintAction {
  return ACTIONS.has(entry.type);
}

/**
 * Checks a complaint that was stored or came from elsewhere (投诉档案核对).
 *
 * The history is replayed step by step from the receipt; each entry that would have been refused becomes an issue
 * `complaints/<refusal>` and is left out of the replay. At the end, state and handler must be those the history leads
 * to.
 *
 * @param complaint - of the right shape, as `ComplaintCaseSchema` checks
 * @param policy - how the bank handles complaints
 * @returns issues in the order of the history; none when all is well
 * @throws `complaints/empty-id`, `complaints/negative-redress`, `core/invalid-instant`, `core/invalid-date`
 * @example
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "phone", origin: "hotline", client: "K-77",
 *   contactable: true, category: "fees", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: [],
 * });
 * checkComplaint(complaint, sourceComplaintHandling) // => []
 * checkComplaint({ ...complaint, state: "closed" }, sourceComplaintHandling) // => [{ code: "complaints/state-differs", path: ["state"], details: { state: "closed", expected: "received" } }]
 * @since 0.1.0
 */
export function checkComplaint(complaint: ComplaintCase, policy: ComplaintHandlingPolicy): readonly Issue[] {
  const { state, handler, history, ...intake } = complaint;
  const issues: Issue[] = [];
  let replayed = receiveComplaint(intake);
  for (const [index, entry] of history.entries()) {
    const first = index === 0;
    if (first !== (entry.type === "receive") || (first && entry.at !== complaint.receivedAt)) {
      issues.push({
        code: "complaints/not-received-first" satisfies ComplaintIssueCode,
        path: ["history", index],
        details: { type: entry.type, at: entry.at },
      });
      continue;
    }
    if (entry.type === "receive") continue;
    const outcome = isAction(entry)
      ? transitionComplaint(replayed, entry, policy)
      : noteComplaint(replayed, entry, policy);
    if (outcome.ok) replayed = outcome.complaint;
    else {
      issues.push({ code: `complaints/${outcome.reason}`, path: ["history", index], details: outcome.details });
    }
  }
  const differs = (code: ComplaintIssueCode, field: string, found: string | null, expected: string | null): void => {
    if (found !== expected) issues.push({ code, path: [field], details: { [field]: found, expected } });
  };
  differs("complaints/state-differs", "state", state, replayed.state);
  differs("complaints/handler-differs", "handler", handler, replayed.handler);
  return issues;
}
