import type { Report } from "../reasons.ts";
import type { PersonTie } from "../stakeholder.ts";
import type { PlanRowId } from "../types.ts";

/** Reports a tie with somebody who is not in the plan, or of somebody with themselves; true when it is of two people. */
export function reportTie(
  tie: PersonTie,
  index: number,
  people: { readonly has: (id: PlanRowId) => boolean },
  report: Report,
): boolean {
  const { id, from, to } = tie;
  if (!people.has(from) || !people.has(to)) {
    for (const end of ["from", "to"] as const) {
      if (people.has(tie[end])) continue;
      report("strategy-plan/unknown-reference", ["ties", index, end], { id: tie[end], expectedIn: "people" });
    }
    return false;
  }
  if (from === to) report("strategy-plan/tie-to-oneself", ["ties", index, "to"], { tie: id, person: to });
  return from !== to;
}
