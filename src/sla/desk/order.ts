import { canonicalJson } from "../../core/index.ts";
import { compareKeys } from "./tally.ts";
import type { DeskAttention, DeskIssue } from "./types.ts";
import type { SlaVersion } from "../types.ts";

/** The lists of a report have one order whatever order the cases came in, so that merging parts gives the whole. */

/** Order of attention: what is due first, then by case; a total order over all a line says. */
export function compareAttention(
  a: { readonly due: number; readonly line: DeskAttention },
  b: { readonly due: number; readonly line: DeskAttention },
): number {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  return compareKeys(a.line.case, b.line.case) || compareKeys(canonicalJson(a.line), canonicalJson(b.line));
}

/** Order of issues: by case and code; a total order over all an issue says. */
export function compareIssues(a: DeskIssue, b: DeskIssue): number {
  return compareKeys(a.case, b.case) || compareKeys(a.code, b.code) || compareKeys(canonicalJson(a), canonicalJson(b));
}

/** Order of policy versions and calendars. */
export function compareVersions(a: SlaVersion, b: SlaVersion): number {
  return compareKeys(a.id, b.id) || compareKeys(a.version, b.version);
}
