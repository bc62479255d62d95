import { listOf, rowOf } from "../../core/inner.ts";
import type { RelatedItem } from "../items.ts";
import { OPTION, readId } from "../reading.ts";
import { rolesOf } from "../statement/group.ts";
import type { ValueGroup } from "../types.ts";

/** The companies around a client on a day, as `relatedClients` of the client file gives them. */
export interface RelatedCompanies {
  readonly client: string;
  /** Companies the client controls, at any depth. */
  readonly subsidiaries: readonly string[];
  /** Companies the client has significant influence on, without control. */
  readonly affiliates: readonly string[];
  /** Companies the client controls jointly with others. */
  readonly jointVentures: readonly string[];
}

/** A joint venture that is named under an item too, and counts under none. */
export interface LeftOut {
  readonly client: string;
  readonly item: RelatedItem;
}

/** What a statement of a client takes, and what it leaves out. */
export interface GroupView {
  readonly client: string;
  readonly group: ValueGroup;
  /** In no total; their share is a memo (`interestMemo`). */
  readonly jointVentures: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

const readCompanies = rowOf<RelatedCompanies>({
  client: readId,
  subsidiaries: listOf(readId),
  affiliates: listOf(readId),
  jointVentures: listOf(readId),
});

/**
 * The group of a client's statement from who owns, influences and was recommended by whom (集团视图).
 *
 * Subsidiaries count under control, affiliates under significant influence, whole and not by share: the bank's income
 * from them is not less because somebody else holds a part. Joint ventures are controlled by several, each of whom
 * would count them whole; they are in no list, so in no total, and their share is shown by `interestMemo`.
 *
 * @param related - the companies around the client on a day; it may have members of its own, as an answer of the client file has
 * @param referred - clients won through the client's recommendation
 * @returns `client` and `group` for `relationshipValue`, and which joint ventures were left out of a list
 * @throws `relationship-value/empty-id`, `relationship-value/invalid-option` with the path
 * @throws `relationship-value/client-in-own-group` where the client is in a list of its own
 * @example
 * const related = { client: "C-1", subsidiaries: ["C-2"], affiliates: ["C-3"], jointVentures: ["C-4"] };
 * const { client, group, leftOut } = groupView(related, ["C-4", "C-5", "C-6"]);
 * group // => { subsidiaries: ["C-2"], affiliates: ["C-3"], referred: ["C-5", "C-6"] }
 * leftOut // => [{ client: "C-4", item: "referred" }]
 * relationshipValue([], { client, group, period: "2026", currency: "CNY" }).statement.relatedClients.length // => 2
 * @since 0.1.0
 */
export function groupView(related: RelatedCompanies, referred: readonly string[] = []): GroupView {
  readCompanies(related, ["related"], OPTION);
  listOf(readId)(referred, ["referred"], OPTION);
  const { client, jointVentures } = related;
  const joint = new Set(jointVentures);
  const leftOut: LeftOut[] = [];
  const without = (ids: readonly string[], item: RelatedItem): readonly string[] => {
    const list = [...new Set(ids)];
    for (const id of list) if (joint.has(id)) leftOut.push({ client: id, item });
    return list.filter((id) => !joint.has(id));
  };
  const group = {
    subsidiaries: without(related.subsidiaries, "subsidiary"),
    affiliates: without(related.affiliates, "affiliate"),
    referred: without(referred, "referred"),
  };
  rolesOf(client, group);
  return { client, group, jointVentures: [...jointVentures], leftOut };
}
