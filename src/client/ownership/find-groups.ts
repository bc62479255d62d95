import { othersOf } from "./circles.ts";
import { isMajority } from "./controlled-by.ts";
import {
  circlesOfControl,
  isHeldInside,
  topsOf,
  topsOfPacts,
  type Block,
  type NumberedTop,
  type Pact,
} from "./group-tops.ts";
import type { Structure } from "./structure.ts";

/** A group by numbers. */
export interface NumberedGroup extends NumberedTop {
  /** In ascending order; its tops are among them, except for parties who agreed on some of its companies only. */
  readonly members: readonly number[];
  /** Of each company controlled under an agreement on some companies: who votes in it together. */
  readonly agreed: ReadonlyMap<number, ReadonlySet<number>>;
}

/** The groups of a graph on a day, the one of each party who is in one, and the ones it is at the top of from outside. */
export interface GroupsByParty {
  readonly groups: readonly NumberedGroup[];
  readonly groupOf: ReadonlyMap<number, NumberedGroup>;
  readonly agreedBy: ReadonlyMap<number, readonly NumberedGroup[]>;
  /** Joint ventures that belong to the group all their partners are in. */
  readonly ownVentures: ReadonlySet<number>;
}

const known = /* @__PURE__ */ new WeakMap<Structure, GroupsByParty>();

/** The groups of a graph on a day, found once. */
export function groupsIn(structure: Structure): GroupsByParty {
  const before = known.get(structure);
  if (before !== undefined) return before;
  const { groups, ownVentures } = findGroups(structure);
  const agreedBy = new Map<number, NumberedGroup[]>();
  for (const group of groups) {
    if (group.agreed.size === 0) continue;
    const inside = new Set(group.members);
    for (const top of group.tops) {
      if (inside.has(top)) continue;
      const ofTop = agreedBy.get(top) ?? [];
      ofTop.push(group);
      agreedBy.set(top, ofTop);
    }
  }
  const found = { groups, groupOf: groupOfEach(groups), agreedBy, ownVentures };
  known.set(structure, found);
  return found;
}

const groupOfEach = (groups: readonly NumberedGroup[]): ReadonlyMap<number, NumberedGroup> =>
  new Map(groups.flatMap((group) => group.members.map((node) => [node, group])));

function findGroups(structure: Structure): Pick<GroupsByParty, "groups" | "ownVentures"> {
  const { ids, votes, votesIn, whole, contracts, beyondVotes, concerts } = structure;
  const blocks: Block[] = ids.map((_, node) => ({ members: [node], tops: new Set([node]), votes: new Map() }));
  const blockOf = Int32Array.from(ids.keys());
  const waiting: (readonly [controller: number, company: number])[] = [];
  const addVotes = (block: Block, company: number, more: bigint, holder: number): void => {
    const sum = (block.votes.get(company) ?? 0n) + more;
    block.votes.set(company, sum);
    if (!beyondVotes.has(company) && isMajority(sum, whole)) waiting.push([holder, company]);
  };
  /** Makes two blocks one, the smaller moving into the larger. */
  const unite = (a: number, b: number): Block => {
    const [into, from] =
      blocks[a]!.members.length + blocks[a]!.votes.size >= blocks[b]!.members.length + blocks[b]!.votes.size
        ? [a, b]
        : [b, a];
    const [larger, smaller] = [blocks[into]!, blocks[from]!];
    for (const top of smaller.tops) larger.tops.add(top);
    for (const member of smaller.members) {
      larger.members.push(member);
      blockOf[member] = into;
    }
    for (const [company, sum] of smaller.votes) addVotes(larger, company, sum, larger.members[0]!);
    smaller.votes.clear();
    return larger;
  };
  const takeIn = (controller: number, company: number): void => {
    const [above, below] = [blockOf[controller]!, blockOf[company]!];
    if (above !== below) unite(above, below).tops.delete(company);
  };
  const join = (party: number, other: number): void => {
    const [a, b] = [blockOf[party]!, blockOf[other]!];
    if (a !== b) unite(a, b);
  };
  const ownVentures = new Set<number>();
  /** Takes the ventures whose partners all are in the block that has a majority in them. */
  const takeVentures = (): void => {
    for (const [company, [first = company, ...partners]] of structure.ventures) {
      if (ownVentures.has(company) || structure.disputed.has(company)) continue;
      const block = blockOf[first]!;
      if (partners.some((partner) => blockOf[partner] !== block)) continue;
      if (!isMajority(blocks[block]!.votes.get(company) ?? 0n, whole)) continue;
      ownVentures.add(company);
      waiting.push([first, company]);
    }
  };
  const settle = (): void => {
    do {
      for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) takeIn(...pair);
      takeVentures();
    } while (waiting.length > 0);
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
    for (const company of othersOf(contracts, holder)) waiting.push([holder, company]);
  }
  settle();

  const standingOf = (parties: readonly number[], topOf: (block: number) => NumberedTop): Pact["standing"] =>
    new Map(parties.map((party) => [party, topOf(blockOf[party]!).tops]));
  const alone = (block: number): NumberedTop => topsOf(structure, blocks[block]!, circles);
  const everywhere = concerts
    .filter(({ companies }) => companies === null)
    .map(({ parties }): Pact => ({ parties, standing: standingOf(parties, alone), taken: null }));
  for (const { parties } of everywhere) {
    for (const party of parties.slice(1)) join(parties[0]!, party);
  }
  settle();
  const topOf = new Map<number, NumberedTop>();
  const pactsIn = <P extends Pact>(pacts: readonly P[]): ReadonlyMap<number, readonly P[]> => {
    const inBlock = new Map<number, P[]>();
    for (const pact of pacts) {
      const block = blockOf[(pact.taken ?? pact.parties)[0]!]!;
      const ofBlock = inBlock.get(block) ?? [];
      ofBlock.push(pact);
      inBlock.set(block, ofBlock);
    }
    return inBlock;
  };
  for (const [block, pacts] of pactsIn(everywhere)) topOf.set(block, topsOfPacts(structure, pacts));
  const top = (block: number): NumberedTop => {
    const found = topOf.get(block) ?? alone(block);
    topOf.set(block, found);
    return found;
  };

  const some = concerts
    .filter(({ companies }) => companies !== null)
    .map((concert) => ({ ...concert, standing: standingOf(concert.parties, top), taken: [] as number[] }));
  const canBeAgreedOn = new Set(
    some
      .flatMap(({ companies }) => companies ?? [])
      .filter((company) => !beyondVotes.has(company) && !isHeldInside(structure, blocks[blockOf[company]!]!, company)),
  );
  const votersOf = ({ parties, taken }: { readonly parties: readonly number[]; readonly taken: readonly number[] }) =>
    new Set([...parties, ...taken].map((node) => blockOf[node]!));
  for (let before = -1, count = 0; before < count;) {
    before = count;
    for (const pact of some) {
      for (const company of pact.companies ?? []) {
        if (!canBeAgreedOn.has(company) || pact.taken.includes(company)) continue;
        let sum = 0n;
        for (const block of votersOf(pact)) sum += blocks[block]!.votes.get(company) ?? 0n;
        if (!isMajority(sum, whole)) continue;
        count++;
        pact.taken.push(company);
        join(pact.taken[0]!, company);
        settle();
      }
    }
  }
  const counted = some.filter(({ taken }) => taken.length > 0);
  const changed = pactsIn(counted);
  for (const [block, pacts] of pactsIn([...everywhere, ...counted])) {
    if (changed.has(block)) topOf.set(block, topsOfPacts(structure, pacts));
  }
  const groups = blocks.flatMap((block, index): NumberedGroup[] => {
    if (blockOf[block.members[0]!] !== index || (block.members.length === 1 && !changed.has(index))) return [];
    const agreed = new Map<number, Set<number>>();
    for (const pact of changed.get(index) ?? []) {
      const voters = votersOf(pact);
      for (const company of pact.taken) {
        const holders = agreed.get(company) ?? new Set();
        for (let at = votesIn.start[company]!; at < votesIn.start[company + 1]!; at++) {
          const holder = votesIn.other[at]!;
          if (voters.has(blockOf[holder]!)) holders.add(holder);
        }
        agreed.set(company, holders);
      }
    }
    return [{ ...top(index), members: block.members.sort((a, b) => a - b), agreed }];
  });
  return { groups: inOrder(lifted(groups)), ownVentures };
}

/** Groups with whoever is above a party to an agreement, by another agreement, in its place. */
function lifted(groups: readonly NumberedGroup[]): readonly NumberedGroup[] {
  const groupOf = groupOfEach(groups);
  const above = (party: number, seen: ReadonlySet<NumberedGroup>): readonly number[] => {
    const group = groupOf.get(party);
    if (group === undefined || group.agreed.size === 0 || group.tops.includes(party) || seen.has(group)) return [party];
    return group.tops.flatMap((next) => above(next, new Set([...seen, group])));
  };
  return groups.map((group) => {
    if (group.agreed.size === 0) return group;
    const tops = [...new Set(group.tops.flatMap((party) => above(party, new Set([group]))))].sort((a, b) => a - b);
    return { ...group, tops, kind: tops.length === 1 ? "party" : group.kind === "party" ? "concert" : group.kind };
  });
}

/** In the order of their tops, and of their members where several have the same tops. */
function inOrder(groups: readonly NumberedGroup[]): readonly NumberedGroup[] {
  return [...groups].sort((a, b) => {
    const at = a.tops.findIndex((party, index) => party !== b.tops[index]);
    if (at >= 0) return a.tops[at]! - (b.tops[at] ?? -1);
    return a.tops.length - b.tops.length || a.members[0]! - b.members[0]!;
  });
}
