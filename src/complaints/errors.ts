import type { Path } from "../core/index.ts";
import { refuse, refuseValue } from "../core/inner.ts";
import type { ComplaintErrorDetails, ComplaintIssueDetails } from "./reasons.ts";

/** Codes of errors thrown by this room: input that cannot be a complaint, an entry or a count. */
export type ComplaintErrorCode = keyof ComplaintErrorDetails;

/** Codes of the issues that checking a stored complaint may report, `complaints/<refusal>` for a refused step among them. */
export type ComplaintIssueCode = keyof ComplaintIssueDetails;

/** Refuses a complaint that is given twice. */
export function refuseRepeated(id: string, index: number): never {
  const code: ComplaintErrorCode = "complaints/duplicate-id";
  return refuse(code, ["complaints", index, "id"], "a complaint appears twice", { id });
}

/** Refuses what should be an id and is blank, or not a text. */
export function refuseBlank(received: unknown, path: Path): never {
  const code: ComplaintErrorCode = "complaints/empty-id";
  return refuseValue(code, path, "empty", received);
}
