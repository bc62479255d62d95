import { describeValue, DomainError, toDayNumber, toInstantParts, type Path } from "../core/index.ts";
import type { ComplaintErrorCode } from "./errors.ts";
import type { ComplaintCase, ComplaintIntake } from "./types.ts";

/** Returns an id, refusing an empty one. */
export function readId(value: string, path: Path): string {
  if (typeof (value as unknown) === "string" && value !== "") return value;
  throw new DomainError<ComplaintErrorCode>("complaints/empty-id", `${path.join(".")}: empty`, path, {
    received: describeValue(value),
  });
}

/**
 * A complaint as it is accepted (受理投诉), in state `received`.
 *
 * Every employee must accept a complaint, so `acceptedBy` is only checked for being present: even the person complained
 * of accepts. Only later steps check who may take them.
 *
 * @param intake - who complained, when, how and about what
 * @returns the complaint, with its receipt as the first entry of its history
 * @throws `complaints/empty-id` for an empty id, outlet, category or employee
 * @throws `core/invalid-instant`, `core/invalid-date`
 * @see 商业银行个人客户经理工作流程 p. 61: 本行每个员工都有接受客户投诉的职责
 * @example
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "in-person", origin: "client", client: "K-77",
 *   contactable: true, category: "fees", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: ["E-4"],
 * });
 * complaint.state // => "received"
 * complaint.history // => [{ type: "receive", at: "2026-02-13T10:00:00+08:00", by: "E-4" }]
 * @since 0.1.0
 */
export function receiveComplaint(intake: ComplaintIntake): ComplaintCase {
  readId(intake.id, ["intake", "id"]);
  readId(intake.acceptedBy, ["intake", "acceptedBy"]);
  readId(intake.category, ["intake", "category"]);
  readId(intake.outlet, ["intake", "outlet"]);
  toInstantParts(intake.receivedAt, "intake.receivedAt");
  if (intake.writtenOn !== undefined) toDayNumber(intake.writtenOn, "intake.writtenOn");
  return {
    ...intake,
    state: "received",
    handler: null,
    history: [{ type: "receive", at: intake.receivedAt, by: intake.acceptedBy }],
  };
}
