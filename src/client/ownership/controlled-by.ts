import { othersOf } from "./circles.ts";
import type { Structure } from "./structure.ts";

/** A majority: more than one half of the votes (过半数表决权; IFRS 10, paragraph B35). */
export const isMajority = (votes: bigint, whole: bigint): boolean => 2n * votes > whole;

/** What parties and everything they control can vote in other companies, and which of them they control. */
export interface Controlled {
  /** Companies they control, the parties themselves not among them unless those control them. */
  readonly companies: ReadonlySet<number>;
  /** Votes of the parties and of all they control, by company. */
  readonly votes: ReadonlyMap<number, bigint>;
}

/**
 * Everything some parties control together: companies in which they and what they control have a majority of the votes
 * together, and those that one of them controls by contract, until nothing is added any more. A joint venture is among
 * them only where all its partners are.
 */
export function controlledBy(structure: Structure, parties: Iterable<number>): Controlled {
  const { votes, whole, beyondVotes, contracts } = structure;
  const companies = new Set<number>();
  const sums = new Map<number, bigint>();
  const counted = new Set<number>(parties);
  const queue = [...counted];
  const add = (company: number): void => {
    companies.add(company);
    if (!counted.has(company)) queue.push(company);
    counted.add(company);
  };
  for (let next = 0; next < queue.length; next++) {
    const holder = queue[next]!;
    for (const company of othersOf(contracts, holder)) add(company);
    for (let at = votes.start[holder]!; at < votes.start[holder + 1]!; at++) {
      const company = votes.other[at]!;
      const sum = (sums.get(company) ?? 0n) + votes.weight[at]!;
      sums.set(company, sum);
      if (isMajority(sum, whole) && !beyondVotes.has(company)) add(company);
    }
    if (next < queue.length - 1) continue;
    for (const [company, partners] of structure.ventures) {
      if (companies.has(company) || structure.disputed.has(company)) continue;
      if (partners.every((partner) => counted.has(partner)) && isMajority(sums.get(company) ?? 0n, whole)) add(company);
    }
  }
  return { companies, votes: sums };
}
