import { DomainError } from "../core/index.ts";

/** Codes of errors thrown by this room: input that cannot be a complaint, an entry or a count. */
export type ComplaintErrorCode =
  | "complaints/empty-id"
  | "complaints/negative-redress"
  | "complaints/unknown-dimension"
  | "complaints/unknown-subject"
  | "complaints/dimensions-differ"
  | "complaints/duplicate-id";

/**
 * Codes of the issues that checking a stored complaint may report, besides `complaints/<refusal>` for every refused
 * step of its history.
 */
export type ComplaintIssueCode =
  "complaints/not-received-first" | "complaints/state-differs" | "complaints/handler-differs";

/** Refuses a complaint that is given twice. */
export function refuseRepeated(id: string, index: number): never {
  throw new DomainError<ComplaintErrorCode>(
    "complaints/duplicate-id",
    `complaints[${String(index)}].id: a complaint appears twice`,
    ["complaints", index, "id"],
    { id },
  );
}
