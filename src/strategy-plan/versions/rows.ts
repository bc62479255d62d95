import type { Path } from "../../core/index.ts";
import { refuse } from "../../core/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import type { Part, Place } from "./grain.ts";
import { PLAN_LISTS, type PlanList, type PlanReference } from "./places.ts";
import type { RowPlace } from "./reasons.ts";

/** The rows of a list, in order, by what identifies each. */
export type RowsById = ReadonlyMap<string, Part>;

/** What is to be known of the rows of a list. */
interface RowKind {
  /** The member that identifies a row. */
  readonly key: string;
  /** Answers of which the first that is there says what a row is called. */
  readonly called: readonly string[];
  /** Answers that name other rows. */
  readonly refers: readonly string[];
}

// a row may say which member of the group it is about
const kind = (called: readonly string[], refers: readonly string[] = [], key = "id"): RowKind => ({
  key,
  called,
  refers: [...refers, "member"],
});

const KINDS: Readonly<Record<PlanList, RowKind>> = {
  people: kind(["contactName", "positionAndAuthority.position"]),
  ties: kind([], ["from", "to"]),
  businesses: kind(["businessNature"]),
  institutions: kind(["institutionName"], ["institutionServicesAndTerms.service", "estimatedSpend.service"]),
  services: kind(["service"], ["suppliedElsewhere.institutions"]),
  actions: kind(
    ["productOrService.name", "clientNeed.text"],
    ["clientNeed.business", "clientNeed.service", "productOrService.service"],
  ),
  challenges: kind(["challengeContent"]),
  members: kind(["client"], [], "client"),
};

/** The member that identifies the rows of a list. */
export const keyOf = (list: PlanList): string => KINDS[list].key;

/** The texts of a row at a place, through its lists. */
function textsAt(row: Part, place: string): readonly string[] {
  const dot = place.indexOf(".");
  const value = row[dot < 0 ? place : place.slice(0, dot)];
  if (value === undefined) return [];
  const found = (Array.isArray(value) ? value : [value]) as readonly unknown[];
  if (dot < 0) return found as readonly string[];
  return found.flatMap((part) => textsAt(part as Part, place.slice(dot + 1)));
}

/** What a row is called in the plan. */
export const nameOfRow = (list: PlanList, row: Part): string | undefined =>
  KINDS[list].called.flatMap((place) => textsAt(row, place))[0];

/** The place of a row, with what it is called. */
export function placeOf(list: PlanList, id: string, row: Part | undefined): RowPlace {
  const name = row === undefined ? undefined : nameOfRow(list, row);
  return { list, row: id, ...(name === undefined ? {} : { name }) };
}

/** The place of a row, at that of its list. */
export const rowPlace = ({ path }: Place, list: PlanList, id: string, row: Part | undefined): Place => ({
  path: [...path, id],
  row: placeOf(list, id, row),
  isEvidence: false,
});

/** The rows of a list by what identifies them; two of the same id are refused, because nobody can say which is meant. */
export function rowsById(value: unknown, list: PlanList, path: Path): RowsById {
  const found = new Map<string, Part>();
  const key = keyOf(list);
  for (const [index, row] of ((value ?? []) as readonly Part[]).entries()) {
    const id = row[key] as string;
    if (found.has(id)) refuseTwice(id, [...path, index, key]);
    found.set(id, row);
  }
  return found;
}

/** Refuses an id that another row has. */
export function refuseTwice(id: string, path: Path): never {
  const code: StrategyPlanErrorCode = "strategy-plan/duplicate-id";
  return refuse(code, path, "the id of another row", { id });
}

/** Who refers to each row of a plan, by the id of the row referred to. */
export function referencesIn(plan: Part): ReadonlyMap<string, readonly PlanReference[]> {
  const found = new Map<string, PlanReference[]>();
  const group = plan["group"] as Part | undefined;
  for (const list of PLAN_LISTS) {
    const { key, refers } = KINDS[list];
    for (const row of (plan[list] ?? group?.[list] ?? []) as readonly Part[]) {
      for (const member of refers) {
        for (const target of textsAt(row, member)) {
          const known = found.get(target) ?? [];
          known.push({ list, row: row[key] as string, member });
          found.set(target, known);
        }
      }
    }
  }
  return found;
}
