import { DomainError } from "../../core/index.ts";
import { listOf, optional, shapeOf, type Reader } from "../../core/inner.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { readId } from "../reading.ts";
import type { ValueGroup } from "../types.ts";
import type { RelatedItem } from "../items.ts";

/** Where the lines of a client go in a statement: its own, or under a related item. */
export type RelationshipRole = "own" | RelatedItem;

/** Lists of a group in order of precedence: the first that names a client decides. */
const LISTS = [
  ["subsidiaries", "subsidiary"],
  ["affiliates", "affiliate"],
  ["referred", "referred"],
] as const satisfies readonly (readonly [keyof ValueGroup, RelatedItem])[];

/** The related clients of a client: lists of ids. */
export const readGroup: Reader<ValueGroup> = shapeOf<ValueGroup>({
  subsidiaries: optional(listOf(readId)),
  affiliates: optional(listOf(readId)),
  referred: optional(listOf(readId)),
});

/**
 * The role of every client of a relationship; each client has one, so that no line can be counted twice.
 *
 * @param client - whose statement it is
 * @param group - its related clients, read
 * @returns client id → role, the client itself included
 * @throws `relationship-value/client-in-own-group`
 */
export function rolesOf(client: string, group: ValueGroup): ReadonlyMap<string, RelationshipRole> {
  const roles = new Map<string, RelationshipRole>([[client, "own"]]);
  for (const [list, role] of LISTS) {
    for (const [index, member] of (group[list] ?? []).entries()) {
      const path = ["group", list, index];
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
