import type { Structure } from "./structure.ts";

/** A majority: more than one half of the votes (过半数表决权; IFRS 10, paragraph B35). */
export const isMajority = (votes: bigint, whole: bigint): boolean => 2n * votes > whole;

/** Companies in which somebody has a contract that gives control, by controller. */
function contractsOf(structure: Structure): ReadonlyMap<number, readonly number[]> {
  const contracts = new Map<number, number[]>();
  for (const [company, { controller }] of structure.control) {
    const number = structure.numberOf.get(controller) ?? -1;
    contracts.set(number, [...(contracts.get(number) ?? []), company]);
  }
  return contracts;
}

const known = /* @__PURE__ */ new WeakMap<Structure, ReadonlyMap<number, readonly number[]>>();

/** The companies each party controls by contract, looked up once for each graph and day. */
export function contractsIn(structure: Structure): ReadonlyMap<number, readonly number[]> {
  const found = known.get(structure) ?? contractsOf(structure);
  known.set(structure, found);
  return found;
}

/** What a party and everything it controls can vote in other companies, and which of them it controls. */
export interface Controlled {
  /** Companies it controls, the party itself not among them unless those control it. */
  readonly companies: ReadonlySet<number>;
  /** Votes of the party and of all it controls, by company. */
  readonly votes: ReadonlyMap<number, bigint>;
}

/**
 * Everything a party controls: companies in which it and what it controls have a majority of the votes together, and
 * those that one of them controls by contract, until nothing is added any more.
 */
export function controlledBy(structure: Structure, party: number): Controlled {
  const { votes, whole, withoutController, control } = structure;
  const contracts = contractsIn(structure);
  const companies = new Set<number>();
  const sums = new Map<number, bigint>();
  const counted = new Set<number>([party]);
  const add = (company: number): void => {
    companies.add(company);
    counted.add(company);
  };
  // a set that grows while it is walked hands over what was added
  for (const holder of counted) {
    for (const company of contracts.get(holder) ?? []) if (!withoutController.has(company)) add(company);
    for (let at = votes.start[holder]!; at < votes.start[holder + 1]!; at++) {
      const company = votes.other[at]!;
      const sum = (sums.get(company) ?? 0n) + votes.weight[at]!;
      sums.set(company, sum);
      if (isMajority(sum, whole) && !withoutController.has(company) && !control.has(company)) add(company);
    }
  }
  return { companies, votes: sums };
}
