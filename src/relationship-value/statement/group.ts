import { DomainError } from "../../core/index.ts";
import { listOf, optional, shapeOf, type Reader } from "../../core/inner.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { readId } from "../reading.ts";
import type { ValueGroup } from "../types.ts";
import { groupItems, relatedItems, type GroupItem, type RelatedItem, type ValueItem } from "../items.ts";

/** Where the lines of a client go in a statement: its own, or under a related item. */
export type RelationshipRole = "own" | RelatedItem;

/** The roles of every client of a relationship, by id: the first is the one it has, the others it is named under as well. */
export type RelationshipRoles = ReadonlyMap<string, readonly [RelationshipRole, ...RelatedItem[]]>;

/** Whether clients of a role are named in a statement. */
export const isGroupItem = (role: RelationshipRole): role is GroupItem =>
  (groupItems as readonly RelationshipRole[]).includes(role);

/** Whether an item is a view of other clients' lines. */
export const isRelatedItem = (item: ValueItem): item is RelatedItem =>
  (relatedItems as readonly ValueItem[]).includes(item);

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
 * @returns client id → roles, the client itself included
 * @throws `relationship-value/client-in-own-group`
 */
export function rolesOf(client: string, group: ValueGroup): RelationshipRoles {
  const roles = new Map<string, [RelationshipRole, ...RelatedItem[]]>([[client, ["own"]]]);
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
      const known = roles.get(member);
      if (known === undefined) roles.set(member, [role]);
      else if (!known.includes(role)) known.push(role);
    }
  }
  return roles;
}
