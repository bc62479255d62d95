import type { CaseContext, Path, TeamMembership } from "../../core/index.ts";
import { asGiven, listOf, oneOf, optional, orNull, readText, rowOf, shapeOf, type Reader } from "../../core/inner.ts";
import { COMPLAINT_STATES, type ComplaintCase } from "../types.ts";
import { readEntry } from "./entry.ts";
import { intakeMembers } from "./intake.ts";
import { COMPLAINT, ROW } from "./kind.ts";

/** A complaint with a history whose entries are not read. */
export const readHead: Reader<ComplaintCase> = /* @__PURE__ */ (() =>
  rowOf<ComplaintCase>({
    ...intakeMembers(ROW),
    state: oneOf(COMPLAINT_STATES),
    handler: orNull(readText),
    history: listOf(asGiven, 1),
  }))();

/** A complaint with its history. */
export function readComplaint(complaint: ComplaintCase, path: Path, code: string): ComplaintCase {
  for (const [index, entry] of readHead(complaint, path, code).history.entries()) {
    readEntry(entry, [...path, "history", index], code);
  }
  return complaint;
}

/** A complaint of the caller's. */
export const theComplaint = (complaint: ComplaintCase): ComplaintCase =>
  readComplaint(complaint, ["complaint"], COMPLAINT);

/** Complaints of the caller's; the first that is not one stops them, with its place. */
export const theComplaints: (complaints: readonly ComplaintCase[]) => readonly ComplaintCase[] =
  /* @__PURE__ */ (() => {
    const read = listOf(readComplaint);
    return (complaints: readonly ComplaintCase[]) => read(complaints, ["complaints"], COMPLAINT);
  })();

type Context = Omit<CaseContext<ComplaintCase, unknown>, "policy">;

/** What the separation of persons needs to know besides; casework reads the teams. */
export const readContext: Reader<Context> = /* @__PURE__ */ (() =>
  shapeOf<Context>({
    linked: optional(listOf(readComplaint)),
    elsewhere: optional(listOf(readComplaint)),
    teams: optional<readonly TeamMembership[]>(asGiven),
  }))();
