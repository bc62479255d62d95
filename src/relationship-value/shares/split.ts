import { fromDayNumber, type DayNumber, type RowIssue } from "../../core/index.ts";
import { coefficientAt } from "../../core/inner.ts";
import { allocateMinor, type Minor } from "../../money/inner.ts";
import { addClient, addToCell, cellLines, cellSum, openLedger, SLOTS, type BookLedger } from "../book/ledger.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { indexOfTexts } from "../text-index.ts";
import { asWeights, notWhole, WHOLE, type Pair, type Stretch, type Team } from "./assignments.ts";

/** Lines that the same pairs share, by slot: each is among the lines of every one of them. */
export interface SharedLines {
  readonly pairs: readonly number[];
  readonly counts: Uint32Array;
}

/** Cells to which parts are added: those of the pairs, and those of clients of whom nobody is in charge. */
export interface Parts {
  readonly pairs: BookLedger;
  readonly unassigned: BookLedger;
  /** By the pairs that share them. */
  readonly shared: Map<string, SharedLines>;
}

/** Empty cells for pairs and clients. */
export function openParts(pairs: readonly Pair[], clients: readonly string[]): Parts {
  // a pair is found by its number, a client by its position
  const cellsOf = (names: string[]): BookLedger => {
    const ledger = openLedger({ clients: names, index: indexOfTexts(names) });
    ledger.mayBeEmpty = true;
    return ledger;
  };
  return { pairs: cellsOf(pairs.map(({ client }) => client)), unassigned: cellsOf([...clients]), shared: new Map() };
}

/** Who a sum goes to, by number of the pair, -1 for nobody, with weights. */
export interface Split {
  readonly pairs: readonly number[];
  /** As `allocate` reads them. */
  readonly weights: readonly (number | string)[];
}

const UNASSIGNED = -1;

/** Everything is unassigned. */
export const NOBODY: Split = { pairs: [UNASSIGNED], weights: [1] };

/** The split of a stretch whose shares add up. */
const splitOf = ({ pairs, split }: Stretch): Split => ({ pairs, weights: split });

/**
 * Who is in charge of a client from one day to another.
 *
 * @param team - of the client
 * @param from - first day
 * @param to - the day after the last
 * @param wrong - gets the stretches whose shares do not add up, each once
 * @returns who, with shares and days as weights
 */
export function splitOver(team: Team, from: DayNumber, to: DayNumber, wrong: Map<Stretch, RowIssue>): Split {
  const weights = new Map<number, bigint>();
  const add = (pair: number, weight: bigint): unknown => weights.set(pair, (weights.get(pair) ?? 0n) + weight);
  for (const stretch of team.stretches) {
    if (stretch.end <= from || stretch.first >= to) continue;
    if (!stretch.isWhole) wrong.set(stretch, notWhole(team, stretch));
    if (stretch.first <= from && stretch.end >= to) return stretch.isWhole ? splitOf(stretch) : NOBODY;
    const days = BigInt(Math.min(stretch.end, to) - Math.max(stretch.first, from));
    if (stretch.isWhole) for (const [at, pair] of stretch.pairs.entries()) add(pair, days * stretch.weights[at]!);
    else add(UNASSIGNED, days * coefficientAt(team.scale, WHOLE));
  }
  const pairs = [...team.pairs, UNASSIGNED].filter((pair) => weights.has(pair));
  return { pairs, weights: asWeights(pairs.map((pair) => weights.get(pair) ?? 0n)) };
}

const isSame = (a: Stretch, b: Stretch): boolean =>
  a.pairs.length === b.pairs.length &&
  a.pairs.every((pair, at) => pair === b.pairs[at] && a.weights[at] === b.weights[at]);

/** Who is in charge through the whole period; nobody, with an issue, where that changes or the shares do not add up. */
export function splitOfPeriod(team: Team, wrong: RowIssue[]): Split {
  const bad = team.stretches.filter(({ isWhole }) => !isWhole);
  const [first, ...others] = team.stretches;
  const change = others.find((stretch) => first !== undefined && !isSame(stretch, first));
  if (first === undefined) return NOBODY;
  if (bad.length > 0) {
    for (const stretch of bad) wrong.push(notWhole(team, stretch));
    return NOBODY;
  }
  if (change === undefined) return splitOf(first);
  const code = "relationship-value/transferred-within-period" satisfies RelationshipValueErrorCode;
  wrong.push({
    row: change.row,
    code,
    path: ["from"],
    details: { client: team.client, on: fromDayNumber(change.first) },
  });
  return NOBODY;
}

/** Minor units as a number where one holds them. */
function smallest(minor: bigint): Minor {
  const plain = Number(minor);
  return Number.isSafeInteger(plain) ? plain : minor;
}

/** Adds a sum of a client’s cell to those it goes to, in parts that are the sum. */
export function addParts(parts: Parts, client: number, slot: number, minor: Minor, lines: number, split: Split): void {
  const { pairs, weights } = split;
  const shares = pairs.length === 1 ? [minor] : allocateMinor(minor, weights);
  for (let at = 0; at < pairs.length; at++) {
    const pair = pairs[at]!;
    const [ledger, position] = pair === UNASSIGNED ? [parts.unassigned, client] : [parts.pairs, pair];
    addToCell(ledger, position * SLOTS + slot, shares[at]!, lines);
  }
  if (pairs.length > 1) addShared(parts, slot, lines, pairs);
}

/** Remembers lines that several pairs share. */
function addShared({ shared }: Parts, slot: number, lines: number, pairs: readonly number[]): void {
  const assigned = pairs.filter((pair) => pair !== UNASSIGNED);
  if (assigned.length < 2) return;
  const key = assigned.join(" ");
  const found = shared.get(key) ?? { pairs: assigned, counts: new Uint32Array(SLOTS) };
  shared.set(key, found);
  found.counts[slot]! += lines;
}

/** Adds every sum of a client to those it goes to. */
export function addAllParts(parts: Parts, from: BookLedger, client: number, split: Split): void {
  const [only, ...others] = split.pairs;
  if (others.length === 0 && only !== undefined) {
    if (only === UNASSIGNED) addClient(parts.unassigned, client, from, client);
    else addClient(parts.pairs, only, from, client);
    return;
  }
  for (let slot = 0; slot < SLOTS; slot++) {
    const cell = client * SLOTS + slot;
    const lineCount = cellLines(from, cell);
    if (lineCount > 0) addParts(parts, client, slot, smallest(cellSum(from, cell)), lineCount, split);
  }
}
