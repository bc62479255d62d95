import type { Path } from "../core/index.ts";
import { refuse, refuseValue } from "../core/inner.ts";

/** Codes of errors thrown by this room: input that cannot be a complaint, an entry or a count. */
export type ComplaintErrorCode =
  | "complaints/empty-id"
  | "complaints/invalid-complaint"
  | "complaints/invalid-policy"
  | "complaints/invalid-input"
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
  const code: ComplaintErrorCode = "complaints/duplicate-id";
  return refuse(code, ["complaints", index, "id"], "a complaint appears twice", { id });
}

/** Refuses what should be an id and is blank, or not a text. */
export function refuseBlank(received: unknown, path: Path): never {
  const code: ComplaintErrorCode = "complaints/empty-id";
  return refuseValue(code, path, "empty", received);
}
