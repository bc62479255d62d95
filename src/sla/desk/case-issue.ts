import { issueOf } from "../../core/index.ts";
import { isFilled } from "../../core/inner.ts";
import type { DeskCase, DeskIssue } from "./types.ts";

/** The id of a row, whatever is wrong with the rest of it; null when it has none. */
function idOf(row: Pick<DeskCase, "id">): string | null {
  try {
    const { id } = row;
    return isFilled(id) ? id : null;
  } catch {
    return null;
  }
}

/** What is wrong with a row: named by its id, and by its place in the list when it has none. */
export function caseIssueOf(error: unknown, row: Pick<DeskCase, "id">, index: number): DeskIssue {
  const id = idOf(row);
  return { case: id, ...issueOf(error, id === null ? ["cases", index] : []) };
}
