import { circlesOf, linksBy, membersOfCircles, othersOf, type Link } from "./circles.ts";
import { controlledBy, isMajority } from "./controlled-by.ts";
import type { Structure } from "./structure.ts";

/** Who can be at the top of a group. */
export const GROUP_TOP_KINDS = ["party", "circle", "concert"] as const;

/**
 * Who is at the top of a group: one party; companies that control one another, so that none of them is above the others
 * (交叉控制); or parties who act in concert (一致行动人).
 */
export type GroupTopKind = (typeof GROUP_TOP_KINDS)[number];

const ascending = (nodes: Iterable<number>): number[] => [...nodes].sort((a, b) => a - b);

/** Whether one party alone controls another, each looked up once. */
function controlIn(structure: Structure): (above: number, company: number) => boolean {
  const below = new Map<number, ReadonlySet<number>>();
  return (above, company) => {
    const companies = below.get(above) ?? controlledBy(structure, [above]).companies;
    below.set(above, companies);
    return companies.has(company);
  };
}

/** Those of some parties whom no other of them controls, unless it is controlled in turn. */
const highestOf = (parties: readonly number[], controls: ReturnType<typeof controlIn>): readonly number[] =>
  parties.filter((top) => !parties.some((other) => controls(other, top) && !controls(top, other)));

/** What some parties are who are at the top together; those above them were left out before. */
function kindOf(highest: readonly number[], controls: ReturnType<typeof controlIn>): GroupTopKind {
  const [first] = highest;
  return highest.every((top) => first === undefined || top === first || controls(top, first)) ? "circle" : "concert";
}

/** Companies that control one another, each by a majority or a contract of its own: by company, the whole circle. */
export function circlesOfControl({
  ids,
  votes,
  whole,
  contracts,
  beyondVotes,
}: Structure): ReadonlyMap<number, readonly number[]> {
  const links: Link[] = [];
  for (let from = 0; from < ids.length; from++) {
    for (let at = votes.start[from]!; at < votes.start[from + 1]!; at++) {
      const to = votes.other[at]!;
      if (isMajority(votes.weight[at]!, whole) && !beyondVotes.has(to)) links.push({ from, to, weight: 1n });
    }
    for (const to of othersOf(contracts, from)) links.push({ from, to, weight: 1n });
  }
  const circles = membersOfCircles(circlesOf(linksBy("from", links, ids.length)));
  const real = circles.filter((members) => members.length > 1);
  return new Map(real.flatMap((members) => members.map((member) => [member, members])));
}

/** Who is at the top, by numbers in ascending order. */
export interface NumberedTop {
  readonly kind: GroupTopKind;
  readonly tops: readonly number[];
}

/** Parties of which some control the others, or several act as one. */
export interface Block {
  readonly members: number[];
  readonly tops: Set<number>;
  /** What the members can vote in each company. */
  readonly votes: Map<number, bigint>;
}

/**
 * The tops of a block without an agreement, whichever of them it was found by: of those it was found by, without those whom another one
 * controls, and with all who control them in turn.
 */
export function topsOf(
  structure: Structure,
  block: Block,
  circles: ReadonlyMap<number, readonly number[]>,
): NumberedTop {
  const found = ascending(block.tops);
  const [first] = found;
  if (found.length === 1 && first !== undefined && !isHeldInside(structure, block, first)) {
    return { kind: "party", tops: found };
  }
  const controls = controlIn(structure);
  const highest = highestOf(found, controls);
  const tops = new Set<number>();
  for (const top of highest) {
    for (const member of circles.get(top) ?? [top]) tops.add(member);
    if (!isHeldInside(structure, block, top)) continue;
    for (const member of holdersAbove(structure, top)) {
      if (!tops.has(member) && controls(top, member) && controls(member, top)) tops.add(member);
    }
  }
  return { kind: tops.size === 1 ? "party" : kindOf(highest, controls), tops: ascending(tops) };
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
export function isHeldInside({ whole, control }: Structure, block: Block, member: number): boolean {
  return control.has(member) || isMajority(block.votes.get(member) ?? 0n, whole);
}

/** An agreement by which a block has one controller. */
export interface Pact {
  readonly parties: readonly number[];
  /** Who is at the top of whatever each party belongs to without the agreement, the party itself where nobody is. */
  readonly standing: ReadonlyMap<number, readonly number[]>;
  /** The companies of the block it controls, where it is on some companies only; otherwise null. */
  readonly taken: readonly number[] | null;
}

/**
 * The tops of a block with agreements: their parties. Whoever controls a party alone is in its place, unless the
 * agreement controls that one in turn; a party that another agreement controls is left out.
 */
export function topsOfPacts(structure: Structure, pacts: readonly Pact[]): NumberedTop {
  const reachOf = ({ parties, standing, taken }: Pact, without: readonly number[] = []): ReadonlySet<number> => {
    if (taken !== null) return new Set([...taken, ...controlledBy(structure, taken).companies]);
    const above = [...standing.values()].filter((tops) => !tops.some((top) => without.includes(top)));
    return controlledBy(structure, [...parties, ...above.flat()]).companies;
  };
  const reaches = pacts.map((pact) => reachOf(pact));
  const links = reaches.flatMap((reach, from) =>
    pacts.flatMap(({ parties }, to): Link[] =>
      from !== to && parties.some((party) => reach.has(party)) ? [{ from, to, weight: 1n }] : [],
    ),
  );
  // agreements that control parties of one another have one number
  const { circle } = circlesOf(linksBy("from", links, pacts.length));
  const found = new Set<number>();
  for (const [at, pact] of pacts.entries()) {
    const around = reaches.filter((_, other) => other !== at && circle[other] === circle[at]);
    const above = reaches.filter((_, other) => circle[other] !== circle[at]);
    for (const party of pact.parties) {
      if (above.some((reach) => reach.has(party))) continue;
      const standing = pact.standing.get(party) ?? [party];
      const isBelow = (): boolean => {
        const reach = reachOf(pact, standing);
        return standing.some((top) => reach.has(top) || around.some((other) => other.has(top)));
      };
      for (const top of !standing.includes(party) && isBelow() ? [party] : standing) found.add(top);
    }
  }
  const controls = controlIn(structure);
  const tops = highestOf(ascending(found), controls);
  return { kind: tops.length === 1 ? "party" : kindOf(tops, controls), tops };
}
