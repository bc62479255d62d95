import { toDayNumber, type LocalDate } from "../core/index.ts";
import { rowOf } from "../core/inner.ts";
import type { ClientFile } from "./client-file.ts";
import type { ClientPerson } from "./person-at-client.ts";
import { INVALID, readLists } from "./read-client.ts";
import { current } from "./recorded.ts";
import { lastsOn } from "./stretch.ts";

const readClient = rowOf<Pick<ClientFile, "people">>({ people: readLists.people });

/**
 * The decision makers and contact persons of a client on a day, in the order of the file.
 *
 * `from` is inclusive, `to` exclusive; who has neither is there on every day. People that a later entry corrects are left
 * out.
 *
 * @param client - client file
 * @param date - civil date
 * @returns the people of the day
 * @throws `core/invalid-date`; `client/invalid-input` for people who are not as a client file has them
 * @see 客户关系战略计划书, section 2
 * @example
 * const people = [
 *   { id: "P-1", name: "李样本", position: "财务总监", authority: "decides", to: "2026-07-01" },
 *   { id: "P-2", position: "新任财务总监", authority: "decides", from: "2026-07-01" },
 * ] as const;
 * peopleAt({ people }, "2026-06-30").map(({ id }) => id) // => ["P-1"]
 * peopleAt({ people }, "2026-07-01").map(({ id }) => id) // => ["P-2"]
 * @since 0.1.0
 */
export function peopleAt(client: Pick<ClientFile, "people">, date: LocalDate): readonly ClientPerson[] {
  const day = toDayNumber(date);
  return current(readClient(client, ["client"], INVALID).people ?? []).filter((person) => lastsOn(person, day));
}
