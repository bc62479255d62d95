import type { Details } from "../core/index.ts";
import type { ComplaintCase, ComplaintRefusal } from "./types.ts";

/** A condition that is not met. */
export interface Refusal {
  readonly reason: ComplaintRefusal;
  readonly details: Details;
}

/** A refusal with its facts. */
export const refusal = (reason: ComplaintRefusal, details: Details): Refusal => ({ reason, details });

/** Refuses what an employee does in a complaint about that employee. */
export function complainedOf(complaint: ComplaintCase, employee: string, reason: ComplaintRefusal): Refusal | null {
  return complaint.personsComplainedOf.includes(employee) ? refusal(reason, { employee }) : null;
}
