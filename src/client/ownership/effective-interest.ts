import { DomainError, type DecimalString, type LocalDate } from "../../core/index.ts";
import { optional, readFlag, readText, roundExact, shapeOf, writeScaled } from "../../core/inner.ts";
import type { ClientErrorCode } from "../errors.ts";
import type { ClientIssue } from "../reasons.ts";
import { certify, type Direction } from "./certified.ts";
import { othersOf, placeOfLink, reachOf } from "./circles.ts";
import type { OwnershipGraph, PartyId } from "./graph.ts";
import { INVALID_OWNERSHIP, oneIn } from "./read-graph.ts";
import { structureOf, type Structure } from "./structure.ts";

/** What one party has in one company, directly and through others. */
export interface EffectiveInterest {
  readonly owner: PartyId;
  readonly company: PartyId;
  /**
   * Share of the capital, direct and indirect, with 12 fraction digits; null where a holding on the way is not known,
   * or goes through a circle that owns itself wholly.
   */
  readonly interest: DecimalString | null;
  /** The part held directly, with 12 fraction digits; null where it is not known. */
  readonly direct: DecimalString | null;
  /** Whether nobody in the graph holds the owner on the day (最终所有人). */
  readonly isUltimate: boolean;
}

/** Which owners are wanted. */
export interface OwnersOptions {
  /** Only those whom nobody in the graph holds; default false. */
  readonly ultimateOnly?: boolean;
}

/** The interests of everybody in everybody on a day, each computed when it is asked for. */
export interface EffectiveInterests {
  readonly asOf: LocalDate;
  /** What is wrong with the graph on the day; paths begin at the graph. */
  readonly issues: readonly ClientIssue[];
  /** What one party has in a company; in itself, where it holds those who hold it. */
  readonly between: (owner: PartyId, company: PartyId) => EffectiveInterest;
  /** Everybody else who has an interest in a company, in the order of their ids. */
  readonly ownersOf: (company: PartyId, options?: OwnersOptions) => readonly EffectiveInterest[];
  /** Every other company in which a party has an interest, in the order of their ids. */
  readonly holdingsOf: (owner: PartyId) => readonly EffectiveInterest[];
}

/** Fraction digits of an interest. */
const DIGITS = 12;

/** Fraction digits of the first attempt; each further one has twice as many. */
const FIRST_DIGITS = 40;

/** Interests in whole units of 12 digits by number of the other party; null where there is no answer. */
type Column = ReadonlyMap<number, bigint | null>;

const readOwnersOptions = /* @__PURE__ */ shapeOf<OwnersOptions>({ ultimateOnly: optional(readFlag) });

/**
 * What every party effectively owns of every company on a day, through any number of companies and circles of companies
 * (实际权益比例、穿透持股).
 *
 * With G for the shares, one row for each owner and one column for each company, the interests are
 * G + G² + G³ + … = G (I − G)⁻¹: the holdings, the holdings of holdings, and so on. Companies that hold one another are
 * legal, and solved. The 12 digits are right: rounded half-even, once, from exact arithmetic or from bounds that are
 * proven and made narrower until they round alike. Interests of ultimate owners in a company add up to 1 where it and
 * every company above it is wholly owned inside the graph; other owners hold parts of the same whole again.
 *
 * A row with an issue counts for nothing, but a holding of which only the owner and the company can be read is a share
 * that is not known; where a share is not known, whatever depends on it is null, never 0. A graph
 * is read once while the same object is asked about the same day, so change a graph by making another.
 *
 * @param graph - holdings, dated; the other links of the graph change no interest
 * @param date - the day asked about
 * @returns a handle; asking it throws `client/unknown-party` for a party that no row of the graph names
 * @throws `client/invalid-ownership` for a graph that is not one; rows that cannot be read are issues
 * @throws `core/invalid-date`
 * @see Brioschi, Buzzacchi and Colombo, Risk capital financing and the separation of ownership and control in business
 * groups (Journal of Banking and Finance 13, 1989), for the matrix of integrated ownership
 * @example
 * const interests = effectiveInterest({
 *   holdings: [
 *     { owner: "Chen", company: "A", share: "0.8" },
 *     { owner: "B", company: "A", share: "0.2" },
 *     { owner: "A", company: "B", share: "0.5" },
 *     { owner: "Li", company: "B", share: "0.5" },
 *   ],
 * }, "2026-03-31");
 * // Chen has 0.8 of A, and again 0.8 of what A holds in itself: 0.8 × (1 + 0.1 + 0.01 + …) = 0.8 ÷ 0.9
 * interests.between("Chen", "A").interest // => "0.888888888889"
 * interests.ownersOf("A", { ultimateOnly: true }).map(({ owner, interest }) => [owner, interest]) // => [["Chen", "0.888888888889"], ["Li", "0.111111111111"]]
 * interests.holdingsOf("Li").map(({ company, direct }) => [company, direct]) // => [["A", "0.000000000000"], ["B", "0.500000000000"]]
 * @since 0.1.0
 */
export function effectiveInterest(graph: OwnershipGraph, date: LocalDate): EffectiveInterests {
  const structure = structureOf(graph, date);
  const { ids, heldBy, unknownIn } = structure;
  const columns = { owners: new Map<number, Column>(), holdings: new Map<number, Column>() };
  const columnOf = (start: number, direction: Direction): Column => {
    const column = columns[direction].get(start) ?? solve(structure, start, direction);
    columns[direction].set(start, column);
    return column;
  };
  const numberOf = (party: PartyId, parameter: string): number => {
    readText(party, [parameter], INVALID_OWNERSHIP);
    const number = structure.numberOf.get(party);
    if (number !== undefined) return number;
    const code: ClientErrorCode = "client/unknown-party";
    throw new DomainError(code, `${parameter}: no row of the graph names it`, [parameter], { party });
  };
  const isUltimate = (node: number): boolean =>
    [heldBy, unknownIn].every(({ start }) => start[node] === start[node + 1]);
  const interestOf = (owner: number, company: number, units: bigint | null): EffectiveInterest => ({
    owner: ids[owner]!,
    company: ids[company]!,
    interest: units === null ? null : writeScaled(units, DIGITS),
    direct: directOf(structure, owner, company),
    isUltimate: isUltimate(owner),
  });
  const inOrder = (column: Column, without: number): number[] =>
    [...column.keys()].filter((node) => node !== without).sort((a, b) => a - b);

  return Object.freeze({
    asOf: structure.asOf,
    issues: structure.issues,
    between: (owner: PartyId, company: PartyId) => {
      const [from, to] = [numberOf(owner, "owner"), numberOf(company, "company")];
      const units = columnOf(to, "owners").get(from);
      return interestOf(from, to, units === undefined ? 0n : units);
    },
    ownersOf: (company: PartyId, options: OwnersOptions = {}) => {
      const to = numberOf(company, "company");
      readOwnersOptions(options, ["options"], INVALID_OWNERSHIP);
      const column = columnOf(to, "owners");
      return inOrder(column, to)
        .filter((owner) => options.ultimateOnly !== true || isUltimate(owner))
        .map((owner) => interestOf(owner, to, column.get(owner) ?? null));
    },
    holdingsOf: (owner: PartyId) => {
      const from = numberOf(owner, "owner");
      const column = columnOf(from, "holdings");
      return inOrder(column, from).map((company) => interestOf(from, company, column.get(company) ?? null));
    },
  });
}

/** What is held directly; null where it is not known. */
function directOf({ held, unknown, digits }: Structure, owner: number, company: number): DecimalString | null {
  if (placeOfLink(unknown, owner, company) >= 0) return null;
  const share = held.weight[placeOfLink(held, owner, company)] ?? 0n;
  return writeScaled(roundedTo(DIGITS, share, digits), DIGITS);
}

/** Units of one scale in units of another, rounded half-even. */
const roundedTo = (digits: number, units: bigint, own: number): bigint =>
  roundExact({ coefficient: units, scale: own }, digits, "half-even");

/** The interests in one company, or those of one owner. */
function solve(structure: Structure, start: number, direction: Direction): Column {
  const column = new Map<number, bigint | null>();
  for (let digits = FIRST_DIGITS; !round(structure, start, direction, digits, column); digits *= 2) column.clear();
  for (const node of withoutAnswer(structure, start, direction)) column.set(node, null);
  return column;
}

/**
 * Rounds every interest to its 12 digits; false where the bounds are too wide to say how. An interest is a fraction
 * whose denominator divides the determinant of I − G in whole numbers, which is at most 10 to the power of all fraction
 * digits of the shares together: bounds narrower than that around the middle between two results hold the middle itself.
 */
function round(
  structure: Structure,
  start: number,
  direction: Direction,
  digits: number,
  into: Map<number, bigint | null>,
): boolean {
  const { value, error } = certify(structure, start, direction, digits);
  const narrow = digits - DIGITS - 1 - value.size * structure.digits;
  for (const [node, middle] of value) {
    const doubt = error.get(node)!;
    // the party that is asked about has 1 of itself, which is not an interest
    const units = node === start ? middle - oneIn(digits) : middle;
    const low = roundedTo(DIGITS, units - doubt, digits);
    const high = roundedTo(DIGITS, units + doubt, digits);
    if (low === high) {
      if (node !== start || low !== 0n) into.set(node, low);
    } else if (narrow > 0 && 2n * doubt < oneIn(narrow)) {
      into.set(node, low % 2n === 0n ? low : high);
    } else {
      return false;
    }
  }
  return true;
}

/** Parties whose interests go through a share that is not known. */
function withoutAnswer(structure: Structure, start: number, direction: Direction): ReadonlySet<number> {
  const { held, heldBy, unknown, unknownIn } = structure;
  const [known, lost] = direction === "owners" ? [heldBy, unknownIn] : [held, unknown];
  if (lost.other.length === 0) return new Set();
  // whoever is behind an unknown share is lost, and so is whoever is behind those, by known shares or not
  const behind = [...reachOf([start], known)].flatMap((node) => [...othersOf(lost, node)]);
  return reachOf(behind, known, lost);
}
