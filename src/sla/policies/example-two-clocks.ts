import type { SlaPolicy } from "../policy-types.ts";
import { nfraComplaintClock, nfraComplaintPolicy } from "./nfra-complaint.ts";
import { sourceComplaintClock, sourceComplaintPolicy } from "./source-complaint.ts";

/**
 * An example of two clocks side by side: the internal target of the source documents in working days, and the
 * regulator's limit in calendar days. The one due first is `next`.
 *
 * Beyond the holidays published so far the internal clock is `undetermined`, while the statutory one, which needs no
 * calendar, still has a due date. That the two belong together is the example's own idea; not legal advice.
 *
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * const events = [{ type: "received", at: "2026-12-30T10:00:00+08:00" }] as const;
 * const { stages } = evaluateSla(exampleComplaintTwoClocks, events, { now: "2026-12-30T12:00:00+08:00", calendars: [CN] });
 * stages.map(({ clock, state, dueDate, notBefore }) => [clock, state, dueDate, notBefore]) // => [["internal", "undetermined", null, "2026-12-31"], ["statutory", "running", "2027-01-14", null]]
 */
export const exampleComplaintTwoClocks: SlaPolicy = /* @__PURE__ */ (() => ({
  id: "example.complaint-two-clocks",
  version: "1",
  status: "example",
  effectiveFrom: nfraComplaintPolicy.effectiveFrom,
  sources: [...sourceComplaintPolicy.sources, ...nfraComplaintPolicy.sources],
  zone: "Asia/Shanghai",
  calendar: "cn",
  clocks: [sourceComplaintClock, nfraComplaintClock],
  readings: [...(sourceComplaintPolicy.readings ?? []), ...(nfraComplaintPolicy.readings ?? [])],
}))();
