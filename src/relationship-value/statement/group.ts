import { describeValue, DomainError, type Path } from "../../core/index.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import type { RelatedItem, ValueGroup } from "../types.ts";

/** Where the lines of a client go in a statement: its own, or under a related item. */
export type RelationshipRole = "own" | RelatedItem;

/** Lists of a group in order of precedence: the first that names a client decides. */
const LISTS = [
  ["subsidiaries", "subsidiary"],
  ["affiliates", "affiliate"],
  ["referred", "referred"],
] as const satisfies readonly (readonly [keyof ValueGroup, RelatedItem])[];

/**
 * The role of every client of a relationship; each client has one, so that no line can be counted twice.
 *
 * @param client - whose statement it is
 * @param group - its related clients
 * @returns client id → role, the client itself included
 * @throws `relationship-value/empty-id` for an empty or missing id
 * @throws `relationship-value/client-in-own-group`
 */
export function rolesOf(client: string, group: ValueGroup): ReadonlyMap<string, RelationshipRole> {
  const roles = new Map<string, RelationshipRole>([[readClientId(client, ["client"]), "own"]]);
  for (const [list, role] of LISTS) {
    for (const [index, id] of (group[list] ?? []).entries()) {
      const path = ["group", list, index];
      const member = readClientId(id, path);
      if (member === client) {
        throw new DomainError<RelationshipValueErrorCode>(
          "relationship-value/client-in-own-group",
          `group.${list}[${String(index)}]: a client is not related to itself`,
          path,
          { list },
        );
      }
      if (!roles.has(member)) roles.set(member, role);
    }
  }
  return roles;
}

function readClientId(id: string, path: Path): string {
  if (typeof id === "string" && id !== "") return id;
  throw new DomainError<RelationshipValueErrorCode>(
    "relationship-value/empty-id",
    `${path.join(".")}: a client id is a non-empty string`,
    path,
    { received: describeValue(id) },
  );
}
