import type { Path } from "../../core/index.ts";
import type { Report } from "../reasons.ts";
import type { PersonTie } from "../stakeholder.ts";
import type { PlanRowId } from "../types.ts";

/** Reports a tie with somebody who is not in the plan, or of somebody with themselves; true when it is of two people. */
export function reportTie(
  { id, from, to }: PersonTie,
  path: Path,
  people: { readonly has: (id: PlanRowId) => boolean },
  report: Report,
): boolean {
  const strange = Object.entries({ from, to }).filter(([, person]) => !people.has(person));
  for (const [end, person] of strange) {
    report("strategy-plan/unknown-reference", [...path, end], { id: person, expectedIn: "people" });
  }
  if (strange.length > 0) return false;
  if (from === to) report("strategy-plan/tie-to-oneself", [...path, "to"], { tie: id, person: to });
  return from !== to;
}
