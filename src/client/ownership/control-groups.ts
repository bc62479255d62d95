import type { DecimalString, LocalDate } from "../../core/index.ts";
import { compareTexts } from "../../core/inner.ts";
import type { ClientIssue } from "../reasons.ts";
import { groupsIn } from "./find-groups.ts";
import type { ControlKind, OwnershipGraph, PartyId } from "./graph.ts";
import type { GroupTopKind } from "./group-tops.ts";
import { shareOf } from "./read-graph.ts";
import { structureOf, type Structure } from "./structure.ts";

/** The top of a group. */
export interface GroupTop {
  readonly kind: GroupTopKind;
  /** One party, or all of the circle or the agreement, in the order of their ids. */
  readonly parties: readonly PartyId[];
}

/** A party with the votes it has. */
export interface VotingMember {
  readonly party: PartyId;
  readonly votes: DecimalString;
}

/** Why a member belongs to its group. */
export type ControlReason =
  | {
      readonly by: "votes";
      /** Votes of the group, or of those who agreed on the member, in it: more than one half. */
      readonly votes: DecimalString;
      /** Whose votes these are, in the order of ids. */
      readonly holders: readonly VotingMember[];
    }
  | {
      readonly by: ControlKind;
      readonly controller: PartyId;
      /** Where it is written; null when the graph does not say. */
      readonly source: string | null;
    };

/** A company of a group, and why. */
export interface GroupMember {
  readonly party: PartyId;
  readonly reason: ControlReason;
}

/** A top controller with all it controls (集团). */
export interface ControlGroup {
  readonly top: GroupTop;
  /** Everybody the top controls, in the order of their ids; of a circle, its own companies are the top. */
  readonly members: readonly GroupMember[];
}

/** A company that several control together, none of them alone. */
export interface VentureOfDay {
  readonly company: PartyId;
  /** The partners, in the order of their ids. */
  readonly controllers: readonly PartyId[];
}

/** The groups of a graph on a day. */
export interface ControlGroups {
  readonly asOf: LocalDate;
  /** What is wrong with the graph on the day; paths begin at the graph. */
  readonly issues: readonly ClientIssue[];
  /**
   * In the order of their tops; a party who controls nobody and is controlled by nobody is in none. One who agreed on
   * certain companies is at the top of these, and may be in a group of its own.
   */
  readonly groups: readonly ControlGroup[];
  /** Joint ventures, in the order of their ids, without those whose partners are all in the group they belong to. */
  readonly jointVentures: readonly VentureOfDay[];
}

/**
 * The groups of companies on a day, each a top controller with all it controls (集团成员认定).
 *
 * A party controls a company in which it and everything it controls have more than one half of the votes together, or
 * by a control link, and what is controlled by what it controls: so control goes through, and more votes never end it.
 * Where a company has a control link, votes of others do not control it. Parties who act in concert count as one
 * controller, with whoever controls one of them in its place; where the agreement names companies, in these only, and
 * each party keeps what else it controls for itself. Nobody controls a joint venture, unless all its partners are in one
 * group; what it controls itself is a group of its own. Votes count as the graph gives them: shares that may not vote, as those of a company in its own
 * parent under many laws, are given with `votes: "0"`, and those of all others as parts of the votes that may be cast.
 *
 * @param graph - holdings, control links, concerts and joint ventures, dated
 * @param date - the day asked about
 * @returns the groups with the reason of every member, joint ventures beside them, the same for any order of rows
 * @throws `client/invalid-ownership` for a graph that is not one; rows that cannot be read are issues
 * @throws `core/invalid-date`
 * @see IFRS 10 and HKFRS 10, paragraphs 7 and B35; 企业会计准则第33号——合并财务报表, for control
 * @example
 * const { groups } = controlGroups({
 *   holdings: [
 *     { owner: "Top", company: "A", share: "0.6" },
 *     { owner: "Top", company: "B", share: "0.3" },
 *     { owner: "A", company: "B", share: "0.25" },
 *   ],
 *   control: [{ controller: "B", company: "V", kind: "variable-interest", source: "agreement of 2024" }],
 * }, "2026-03-31");
 * groups[0]?.top // => { kind: "party", parties: ["Top"] }
 * groups[0]?.members.map(({ party }) => party) // => ["A", "B", "V"]
 * groups[0]?.members[1]?.reason // => { by: "votes", votes: "0.55", holders: [{ party: "A", votes: "0.25" }, { party: "Top", votes: "0.3" }] }
 * @since 0.1.0
 */
export function controlGroups(graph: OwnershipGraph, date: LocalDate): ControlGroups {
  const structure = structureOf(graph, date);
  const { ids } = structure;
  const { groups, ownVentures } = groupsIn(structure);
  return {
    asOf: structure.asOf,
    issues: structure.issues,
    groups: groups.map((group) => {
      const { tops, kind, members } = group;
      const above = new Set(tops);
      const inside = new Set(members);
      return {
        top: { kind, parties: tops.map((top) => ids[top]!) },
        members: members
          .filter((member) => !above.has(member))
          .map((member) => ({
            party: ids[member]!,
            reason: reasonOf(structure, member, group.agreed.get(member) ?? inside),
          })),
      };
    }),
    jointVentures: [...structure.ventures]
      .filter(([company]) => !ownVentures.has(company))
      .map(([company, partners]) => ({ company: ids[company]!, controllers: partners.map((partner) => ids[partner]!) }))
      .sort((a, b) => compareTexts(a.company, b.company)),
  };
}

/** Why a member belongs to its group: a contract, or the votes in it of those who vote together. */
function reasonOf(structure: Structure, member: number, voters: ReadonlySet<number>): ControlReason {
  const { ids, votesIn, digits, control } = structure;
  const link = control.get(member);
  if (link !== undefined) return { by: link.kind, controller: link.controller, source: link.source ?? null };
  const holders: VotingMember[] = [];
  let sum = 0n;
  for (let at = votesIn.start[member]!; at < votesIn.start[member + 1]!; at++) {
    const holder = votesIn.other[at]!;
    if (!voters.has(holder)) continue;
    sum += votesIn.weight[at]!;
    holders.push({ party: ids[holder]!, votes: shareOf(votesIn.weight[at]!, digits) });
  }
  return { by: "votes", votes: shareOf(sum, digits), holders };
}
