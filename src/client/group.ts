import { DomainError } from "../core/index.ts";
import { listOf, nullable, readText, rowOf } from "../core/inner.ts";
import type { ClientErrorCode } from "./errors.ts";
import { GROUP, INVALID } from "./read-client.ts";
import type { ClientFile, ClientId, GroupId } from "./types.ts";

const readGroup = rowOf(GROUP);

const readClients = listOf(
  rowOf<Pick<ClientFile, "id" | "group">>({
    id: readText,
    group: nullable(readGroup),
  }),
);

/** The other clients in a client's group, split as the value statement needs them. */
export interface RelatedClients {
  readonly client: ClientId;
  /** `null` when the client belongs to no group. */
  readonly group: GroupId | null;
  /** Clients it holds as subsidiaries, at any depth (子公司), in list order. */
  readonly subsidiaries: readonly ClientId[];
  /** Every other client of the group: parent, sister companies, affiliates (关连公司), in list order. */
  readonly affiliates: readonly ClientId[];
}

/**
 * The subsidiaries and affiliates of a client among the clients of the bank (子公司、关连公司).
 *
 * A subsidiary of a subsidiary is a subsidiary. Every other member of the group is an affiliate, the client's own
 * parent included, so the two lists never overlap and together make up the group without the client.
 *
 * @param clients - client files of the book, or of the group
 * @param client - the client whose related clients are wanted
 * @returns ids, each once
 * @throws `client/invalid-input` for a client whose id or group is not as a client file has it
 * @throws `client/unknown-client` when `client` is not in the list
 * @throws `client/group-cycle` when members hold each other in a circle; `details.client` is one of them
 * @see the value statement's second heading, items 子公司 and 关连公司 (客户关系的价值, p. 11)
 * @example
 * const clients = [
 *   { id: "P", group: { group: "G", role: "parent" } },
 *   { id: "S", group: { group: "G", role: "subsidiary", heldBy: "P" } },
 *   { id: "T", group: { group: "G", role: "subsidiary", heldBy: "S" } },
 *   { id: "A", group: { group: "G", role: "affiliate", heldBy: "P" } },
 * ] as const;
 * relatedClients(clients, "P").subsidiaries // => ["S", "T"]
 * relatedClients(clients, "S") // => { client: "S", group: "G", subsidiaries: ["T"], affiliates: ["P", "A"] }
 * @since 0.1.0
 */
export function relatedClients(clients: readonly Pick<ClientFile, "id" | "group">[], client: ClientId): RelatedClients {
  const byId = new Map(readClients(clients, ["clients"], INVALID).map((file) => [file.id, file]));
  readText(client, ["client"], INVALID);
  const self = byId.get(client);
  if (self === undefined) {
    throw new DomainError<ClientErrorCode>("client/unknown-client", "client: not in the list", ["client"], { client });
  }
  const group = self.group?.group ?? null;
  if (group === null) return { client, group, subsidiaries: [], affiliates: [] };

  const isHeldBelow = (start: ClientId): boolean => {
    const seen = new Set<ClientId>();
    for (let id: ClientId | undefined = start; id !== undefined;) {
      if (seen.has(id)) {
        throw new DomainError<ClientErrorCode>("client/group-cycle", "clients: members hold each other", ["clients"], {
          client: id,
          group,
        });
      }
      seen.add(id);
      const membership: ClientFile["group"] = byId.get(id)?.group;
      if (membership?.role !== "subsidiary" || membership.group !== group) return false;
      if (membership.heldBy === client) return true;
      id = membership.heldBy;
    }
    return false;
  };

  const subsidiaries: ClientId[] = [];
  const affiliates: ClientId[] = [];
  for (const other of byId.values()) {
    if (other.id === client || other.group?.group !== group) continue;
    (isHeldBelow(other.id) ? subsidiaries : affiliates).push(other.id);
  }
  return { client, group, subsidiaries, affiliates };
}
