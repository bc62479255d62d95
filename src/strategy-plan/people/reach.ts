import { grouped } from "../../relationship-value/inner.ts";
import type { PlanRowId } from "../types.ts";

/** A way to a person. */
export interface Route {
  /** The employee of ours who deals with the first of `through`. */
  readonly employee: string;
  /** People, each with the ear of the next, the last with that of the person. */
  readonly through: readonly PlanRowId[];
}

/**
 * The shortest way to each person along influence, from people with whom somebody of ours deals, to whom it leads through
 * nobody.
 *
 * One search from all of them at once, so that it costs no more than there are people and ties. Of several shortest ways
 * it finds the one whose people come first in `employees`, compared from our side, whatever the order of the ties.
 */
export function routesTo(
  employees: ReadonlyMap<PlanRowId, string | undefined>,
  influences: readonly { readonly from: PlanRowId; readonly to: PlanRowId }[],
): ReadonlyMap<PlanRowId, Route> {
  const heard = grouped(influences, ({ to }) => to);
  const influenced = grouped(
    [...employees.keys()].flatMap((person) => heard.get(person) ?? []),
    ({ from }) => from,
  );
  const routes = new Map<PlanRowId, Route>();
  for (const [person, employee] of employees) if (employee !== undefined) routes.set(person, { employee, through: [] });
  // what is added to a map while it is gone through comes last: the map is the queue of the search
  for (const [person, { employee, through }] of routes) {
    for (const { to: next } of influenced.get(person) ?? []) {
      if (!routes.has(next)) routes.set(next, { employee, through: [...through, person] });
    }
  }
  return routes;
}
