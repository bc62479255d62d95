import type { ComplaintCase, DecideStep } from "./types.ts";

/**
 * The current decision: the last one, even when a review or a re-opening came after it (处理决定).
 *
 * @param complaint - in any state
 * @returns the history entry; null when nothing was decided
 * @example
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "letter", origin: "media", client: null,
 *   contactable: false, category: "fees", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: [],
 * });
 * decisionOf(complaint) // => null
 * @since 0.1.0
 */
export function decisionOf(complaint: ComplaintCase): DecideStep | null {
  let found: DecideStep | null = null;
  for (const entry of complaint.history) if (entry.type === "decide") found = entry;
  return found;
}
