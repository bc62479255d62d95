import type { ComplaintHandlingPolicy, ReplyItem, ReplyStep } from "./types.ts";

/**
 * What a reply still lacks (答复核对), by the bank's checklist.
 *
 * `redress` is required only when some was granted; `next-remedies` needs at least one remedy named, so that the client
 * knows where to turn next.
 *
 * @param policy - the checklist
 * @param reply - what the reply covers and which remedies it names
 * @param redressGranted - whether the decision grants redress
 * @returns missing items, in the order of the policy; empty when the reply is complete
 * @example
 * const reply = { items: ["result", "next-remedies"], remedies: [] } as const;
 * missingReplyItems(exampleComplaintHandling, reply, false) // => ["reasons", "next-remedies", "contact"]
 * missingReplyItems(sourceComplaintHandling, reply, true) // => []
 * @since 0.1.0
 */
export function missingReplyItems(
  policy: ComplaintHandlingPolicy,
  reply: Pick<ReplyStep, "items" | "remedies">,
  redressGranted: boolean,
): readonly ReplyItem[] {
  return policy.replyItems.filter((item) => {
    if (item === "redress" && !redressGranted) return false;
    return !reply.items.includes(item) || (item === "next-remedies" && reply.remedies.length === 0);
  });
}
