import { compareTexts } from "../../core/inner.ts";
import type { SlaVersion } from "../policy-types.ts";
import type { DeskAttention, DeskIssue } from "./types.ts";

/** What a line or an issue says, members by name; unlike canonical JSON it has a text for whatever an id may be. */
const textOf = (said: object): string =>
  JSON.stringify(
    Object.entries(said).sort(([x], [y]) => compareTexts(x, y)),
    (_, value: unknown) => (typeof value === "bigint" ? String(value) : value),
  );

/** The lists of a report have one order whatever order the cases came in, so that merging parts gives the whole. */

/** Order of attention: what is due first, then by case; a total order over everything a line says. */
export function compareAttention(
  a: { readonly due: number; readonly line: DeskAttention },
  b: { readonly due: number; readonly line: DeskAttention },
): number {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  return compareTexts(a.line.case, b.line.case) || compareTexts(textOf(a.line), textOf(b.line));
}

/** Order of issues: by case and code; a total order over everything an issue says. */
export function compareIssues(a: DeskIssue, b: DeskIssue): number {
  return compareTexts(a.case, b.case) || compareTexts(a.code, b.code) || compareTexts(textOf(a), textOf(b));
}

/** Order of policy versions and calendars. */
export function compareVersions(a: SlaVersion, b: SlaVersion): number {
  return compareTexts(a.id, b.id) || compareTexts(a.version, b.version);
}
