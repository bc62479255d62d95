import type { DecimalString, LocalDate } from "../../core/index.ts";
import { compareTexts } from "../../core/inner.ts";
import type { ClientIssue } from "../reasons.ts";
import { circlesOf, linksBy, type Link } from "./circles.ts";
import { controlledBy, contractsIn, isMajority } from "./controlled-by.ts";
import type { ControlKind, OwnershipGraph, PartyId } from "./graph.ts";
import { shareOf } from "./read-graph.ts";
import { structureOf, type Structure } from "./structure.ts";

/** Who can be at the top of a group. */
export const GROUP_TOP_KINDS = ["party", "circle", "concert"] as const;

/**
 * Who is at the top of a group: one party; companies that control one another, so that none of them is above the others
 * (交叉控制); or parties who act in concert (一致行动人).
 */
export type GroupTopKind = (typeof GROUP_TOP_KINDS)[number];

/** The top of a group. */
export interface GroupTop {
  readonly kind: GroupTopKind;
  /** One party, or all of the circle or the agreement, in the order of their ids. */
  readonly parties: readonly PartyId[];
}

/** A member of a group with the votes it has. */
export interface VotingMember {
  readonly party: PartyId;
  readonly votes: DecimalString;
}

/** Why a member belongs to its group. */
export type ControlReason =
  | {
      readonly by: "votes";
      /** Votes of the group in the member, more than one half. */
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
  /** In the order of the first ids of their tops; a party who controls nobody and is controlled by nobody is in none. */
  readonly groups: readonly ControlGroup[];
  /** Joint ventures, in the order of their ids; none is in a group of its partners. */
  readonly jointVentures: readonly VentureOfDay[];
}

/**
 * The groups of companies on a day, each a top controller with all it controls (集团成员认定).
 *
 * A party controls a company in which it and everything it controls have more than one half of the votes together, or
 * by a control link, and what is controlled by what it controls: so control goes through, and more votes never end it.
 * Where a company has a control link, votes of others do not control it. Parties who act in concert count as one
 * controller, with whoever controls one of them in its place. Nobody controls a joint venture; what it controls itself
 * is a group of its own. Votes count as the graph gives them: shares that may not vote, as those of a company in its own
 * parent under many laws, are given with `votes: "0"`.
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
  return {
    asOf: structure.asOf,
    issues: structure.issues,
    groups: groupsIn(structure).groups.map(({ tops, kind, members }) => {
      const [above, all] = [new Set(tops), new Set(members)];
      return {
        top: { kind, parties: tops.map((top) => ids[top]!) },
        members: members
          .filter((member) => !above.has(member))
          .map((member) => ({ party: ids[member]!, reason: reasonOf(structure, member, all) })),
      };
    }),
    jointVentures: [...structure.ventures]
      .map(([company, partners]) => ({ company: ids[company]!, controllers: partners.map((partner) => ids[partner]!) }))
      .sort((a, b) => compareTexts(a.company, b.company)),
  };
}

/** A group by numbers, all in ascending order; its tops are among the members. */
export interface NumberedGroup {
  readonly kind: GroupTopKind;
  readonly tops: readonly number[];
  readonly members: readonly number[];
}

/** The groups of a graph on a day, and the one of each party who is in one. */
export interface GroupsByParty {
  readonly groups: readonly NumberedGroup[];
  readonly groupOf: ReadonlyMap<number, NumberedGroup>;
}

const known = /* @__PURE__ */ new WeakMap<Structure, GroupsByParty>();

/** The groups of a graph on a day, found once. */
export function groupsIn(structure: Structure): GroupsByParty {
  const before = known.get(structure);
  if (before !== undefined) return before;
  const groups = findGroups(structure);
  const found = { groups, groupOf: new Map(groups.flatMap((group) => group.members.map((node) => [node, group]))) };
  known.set(structure, found);
  return found;
}

/** A set of parties of which one controls the others, or several act as one. */
interface Block {
  readonly members: number[];
  readonly tops: Set<number>;
  /** What the members can vote in each company. */
  readonly votes: Map<number, bigint>;
}

function findGroups(structure: Structure): readonly NumberedGroup[] {
  const { ids, votes, whole, control, withoutController } = structure;
  const blocks: Block[] = ids.map((_, node) => ({ members: [node], tops: new Set([node]), votes: new Map() }));
  const blockOf = Int32Array.from(ids.keys());
  const waiting: (readonly [controller: number, company: number])[] = [];
  const canBeOutvoted = (company: number): boolean => !withoutController.has(company) && !control.has(company);
  const addVotes = (block: Block, company: number, more: bigint, holder: number): void => {
    const sum = (block.votes.get(company) ?? 0n) + more;
    block.votes.set(company, sum);
    if (canBeOutvoted(company) && isMajority(sum, whole)) waiting.push([holder, company]);
  };
  /** Makes two blocks one, the smaller moving into the larger; the tops are for the caller to say. */
  const unite = (a: number, b: number, tops: ReadonlySet<number>): void => {
    const [into, from] =
      blocks[a]!.members.length + blocks[a]!.votes.size >= blocks[b]!.members.length + blocks[b]!.votes.size
        ? [a, b]
        : [b, a];
    const [larger, smaller] = [blocks[into]!, blocks[from]!];
    const own = [...tops];
    larger.tops.clear();
    for (const top of own) larger.tops.add(top);
    for (const member of smaller.members) {
      larger.members.push(member);
      blockOf[member] = into;
    }
    for (const [company, sum] of smaller.votes) addVotes(larger, company, sum, larger.members[0]!);
    smaller.votes.clear();
  };
  const takeIn = (controller: number, company: number): void => {
    const [above, below] = [blockOf[controller]!, blockOf[company]!];
    if (above === below) return;
    const rest = [...blocks[below]!.tops].filter((top) => top !== company);
    unite(above, below, new Set([...blocks[above]!.tops, ...rest]));
  };
  const settle = (): void => {
    for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) takeIn(...pair);
  };

  const circles = circlesOfControl(structure);
  for (const circle of new Set(circles.values())) {
    const [first = 0] = circle;
    blocks[first] = { members: [...circle], tops: new Set([first]), votes: new Map() };
    for (const member of circle) blockOf[member] = first;
  }
  for (let holder = 0; holder < ids.length; holder++) {
    for (let at = votes.start[holder]!; at < votes.start[holder + 1]!; at++) {
      addVotes(blocks[blockOf[holder]!]!, votes.other[at]!, votes.weight[at]!, holder);
    }
    for (const company of contractsIn(structure).get(holder) ?? []) {
      if (!withoutController.has(company)) waiting.push([holder, company]);
    }
  }
  settle();
  for (const concert of structure.concerts) {
    for (const party of concert.slice(1)) {
      const [a, b] = [blockOf[concert[0]!]!, blockOf[party]!];
      if (a !== b) unite(a, b, new Set([...blocks[a]!.tops, ...blocks[b]!.tops]));
    }
    settle();
  }
  return blocks
    .filter((block, index) => block.members.length > 1 && blockOf[block.members[0]!] === index)
    .map((block) => ({ ...topsOf(structure, block, circles), members: block.members.sort((a, b) => a - b) }))
    .sort((a, b) => a.tops[0]! - b.tops[0]!);
}

/** Why a member belongs to its group: a contract, or the votes of the group in it. */
function reasonOf(structure: Structure, member: number, group: ReadonlySet<number>): ControlReason {
  const { ids, votesIn, digits, control } = structure;
  const link = control.get(member);
  if (link !== undefined) return { by: link.kind, controller: link.controller, source: link.source ?? null };
  const holders: VotingMember[] = [];
  let sum = 0n;
  for (let at = votesIn.start[member]!; at < votesIn.start[member + 1]!; at++) {
    const holder = votesIn.other[at]!;
    if (!group.has(holder)) continue;
    sum += votesIn.weight[at]!;
    holders.push({ party: ids[holder]!, votes: shareOf(votesIn.weight[at]!, digits) });
  }
  return { by: "votes", votes: shareOf(sum, digits), holders };
}

/** Companies that control one another, each by a majority or a contract of its own: by company, the whole circle. */
function circlesOfControl({
  ids,
  numberOf,
  votes,
  whole,
  control,
  withoutController,
}: Structure): ReadonlyMap<number, readonly number[]> {
  const links: Link[] = [];
  for (let from = 0; from < ids.length; from++) {
    for (let at = votes.start[from]!; at < votes.start[from + 1]!; at++) {
      const to = votes.other[at]!;
      if (!isMajority(votes.weight[at]!, whole) || withoutController.has(to) || control.has(to)) continue;
      links.push({ from, to, weight: 1n });
    }
  }
  for (const [to, { controller }] of control) {
    if (!withoutController.has(to)) links.push({ from: numberOf.get(controller) ?? 0, to, weight: 1n });
  }
  const { circle, count } = circlesOf(linksBy("from", links, ids.length));
  const circles = Array.from({ length: count }, (): number[] => []);
  for (const [node, at] of circle.entries()) circles[at]!.push(node);
  const real = circles.filter((members) => members.length > 1);
  return new Map(real.flatMap((members) => members.map((member) => [member, members])));
}

/**
 * The tops of a block, whichever of them it was found by: of those it was found by, without those whom another one
 * controls, and with all who control them in turn.
 */
function topsOf(
  structure: Structure,
  block: Block,
  circles: ReadonlyMap<number, readonly number[]>,
): Omit<NumberedGroup, "members"> {
  const ascending = (nodes: Iterable<number>): number[] => [...nodes].sort((a, b) => a - b);
  const found = ascending(block.tops);
  const [first] = found;
  if (found.length === 1 && first !== undefined && !isHeldInside(structure, block, first)) {
    return { kind: "party", tops: found };
  }
  const below = new Map<number, ReadonlySet<number>>();
  const controls = (above: number, company: number): boolean => {
    const companies = below.get(above) ?? controlledBy(structure, above).companies;
    below.set(above, companies);
    return companies.has(company);
  };
  const highest = found.filter((top) => !found.some((other) => controls(other, top) && !controls(top, other)));
  const tops = new Set<number>();
  for (const top of highest) {
    for (const member of circles.get(top) ?? [top]) tops.add(member);
    if (!isHeldInside(structure, block, top)) continue;
    for (const member of holdersAbove(structure, top)) {
      if (!tops.has(member) && controls(top, member) && controls(member, top)) tops.add(member);
    }
  }
  const isOneCircle = highest.every((top) => top === highest[0] || controls(top, highest[0] ?? top));
  return { kind: tops.size === 1 ? "party" : isOneCircle ? "circle" : "concert", tops: ascending(tops) };
}

/** Everybody who has votes in a company or a contract to control it, or in those who have. */
function holdersAbove({ votesIn, control, numberOf }: Structure, company: number): ReadonlySet<number> {
  const above = new Set([company]);
  // a set that grows while it is walked hands over what was added
  for (const node of above) {
    for (let at = votesIn.start[node]!; at < votesIn.start[node + 1]!; at++) above.add(votesIn.other[at]!);
    const link = control.get(node);
    if (link !== undefined) above.add(numberOf.get(link.controller) ?? node);
  }
  return above;
}

/** Whether members of a block can control one of them: by their votes together, or by contract. */
function isHeldInside({ whole, control }: Structure, block: Block, member: number): boolean {
  return control.has(member) || isMajority(block.votes.get(member) ?? 0n, whole);
}
