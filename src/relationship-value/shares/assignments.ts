import {
  formatDecimal,
  fromDayNumber,
  MAX_DAY_NUMBER,
  MIN_DAY_NUMBER,
  toDayNumber,
  tryDecimal,
  type DayNumber,
  type DecimalString,
  type LocalDate,
  type RowIssue,
} from "../../core/index.ts";
import {
  coefficientAt,
  compareExact,
  compareTexts,
  optional,
  orNull,
  readDate,
  refuseKind,
  refuseValue,
  rowOf,
  type Reader,
} from "../../core/inner.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { unreadable } from "../income-line.ts";
import { readId } from "../reading.ts";

/** Who is in charge of a client, to which part, and when: what books the client’s value by manager. */
export interface TeamAssignment {
  readonly client: string;
  /** Staff id. */
  readonly manager: string;
  /** Branch, team or department. */
  readonly unit?: string | null;
  /** Above 0 and at most 1; left out it is 1. On each day the shares of a client add up to exactly 1. */
  readonly share?: DecimalString | null;
  /** First day, inclusive; left out it is from the beginning. */
  readonly from?: LocalDate | null;
  /** First day no longer in charge, exclusive; left out while it lasts. */
  readonly to?: LocalDate | null;
}

const INVALID = "relationship-value/invalid-assignment" satisfies RelationshipValueErrorCode;

/** A share of one. */
export const WHOLE = { coefficient: 1n, scale: 0 };

function readShare(share: DecimalString, path: readonly (string | number)[], code: string): DecimalString {
  const value = tryDecimal(share);
  if (value !== null && value.coefficient > 0n && compareExact(value, WHOLE) <= 0) return share;
  const reason = "a share is a decimal string above 0 and at most 1";
  return value === null ? refuseKind(code, path, reason, share) : refuseValue(code, path, reason, share);
}

const readMembers: Reader<TeamAssignment> = rowOf<TeamAssignment>({
  client: readId,
  manager: readId,
  unit: optional(orNull(readId)),
  share: optional(orNull(readShare)),
  from: optional(orNull(readDate)),
  to: optional(orNull(readDate)),
});

/** An assignment that was read, as far as it lies in the period. */
interface ReadAssignment {
  readonly row: number;
  readonly pair: number;
  readonly share: { readonly coefficient: bigint; readonly scale: number };
  readonly first: DayNumber;
  readonly end: DayNumber;
}

/** A manager of a client, in a unit: what value is booked to. */
export interface Pair {
  readonly client: string;
  readonly manager: string;
  readonly unit: string | null;
}

/** Days on which the same people are in charge in the same shares. */
export interface Stretch {
  readonly first: DayNumber;
  /** Exclusive. */
  readonly end: DayNumber;
  /** Row to name when the shares do not add up. */
  readonly row: number;
  /** Numbers of pairs, in order of manager and unit. */
  readonly pairs: readonly number[];
  /** Their weights, as whole numbers of the team’s scale. */
  readonly weights: readonly bigint[];
  /** The same as `allocate` reads them. */
  readonly split: readonly (number | string)[];
  /** Sum of the weights. */
  readonly total: bigint;
  /** Whether that is one: somebody is in charge of the whole. */
  readonly isWhole: boolean;
}

/** The people in charge of a client through a period. */
export interface Team {
  readonly client: string;
  /** Of the weights: 10 to its power is a share of 1. */
  readonly scale: number;
  /** Numbers of all its pairs, in order of manager and unit. */
  readonly pairs: readonly number[];
  /** One after the other, from the first day of the period to its end. */
  readonly stretches: readonly Stretch[];
}

/** All teams of a book. */
export interface Teams {
  readonly of: ReadonlyMap<string, Team>;
  readonly pairs: readonly Pair[];
  /** Rows that could not be read. */
  readonly issues: readonly RowIssue[];
}

/** Weights as `allocate` reads them. */
export const asWeights = (weights: readonly bigint[]): readonly (number | string)[] =>
  weights.every((weight) => weight <= Number.MAX_SAFE_INTEGER) ? weights.map(Number) : weights.map(String);

/** The issue of days on which the shares do not add up to one. */
export function notWhole({ client, scale }: Team, { row, first, end, total }: Stretch): RowIssue {
  const code = "relationship-value/shares-not-whole" satisfies RelationshipValueErrorCode;
  const details = {
    client,
    from: fromDayNumber(first),
    to: fromDayNumber(end),
    total: formatDecimal({ coefficient: total, scale }),
  };
  return { row, code, path: ["share"], details };
}

/**
 * Reads who is in charge of whom.
 *
 * @param rows - assignments in any order
 * @param from - first day of the period
 * @param to - the day after its last
 * @returns the teams of all clients with an assignment, and the issues of rows that were left out
 */
export function readTeams(rows: readonly TeamAssignment[], from: DayNumber, to: DayNumber): Teams {
  const issues: RowIssue[] = [];
  const pairs: Pair[] = [];
  const byClient = new Map<string, { readonly pairs: number[]; readonly assignments: ReadAssignment[] }>();
  for (const [row, given] of rows.entries()) {
    try {
      const assignment = readMembers(given, [], INVALID);
      const { client, manager, unit = null, share = null, from: begins = null, to: ends = null } = assignment;
      const start = begins === null ? MIN_DAY_NUMBER : toDayNumber(begins);
      const end = ends === null ? MAX_DAY_NUMBER : toDayNumber(ends);
      if (end <= start) {
        refuseValue(INVALID, ["to"], "not after from", ends);
      }
      let known = byClient.get(client);
      if (known === undefined) byClient.set(client, (known = { pairs: [], assignments: [] }));
      let pair = known.pairs.find((at) => pairs[at]!.manager === manager && pairs[at]!.unit === unit);
      if (pair === undefined) known.pairs.push((pair = pairs.push({ client, manager, unit }) - 1));
      const part = share === null ? WHOLE : (tryDecimal(share) ?? WHOLE);
      known.assignments.push({ row, pair, share: part, first: Math.max(start, from), end: Math.min(end, to) });
    } catch (e) {
      issues.push({ row, ...unreadable(e) });
    }
  }
  const of = new Map<string, Team>();
  for (const [client, { pairs: own, assignments }] of byClient) {
    own.sort((a, b) => byManager(pairs[a]!, pairs[b]!));
    of.set(client, teamOf(client, own, assignments, from, to));
  }
  return { of, pairs, issues };
}

function teamOf(
  client: string,
  ordered: readonly number[],
  assignments: readonly ReadAssignment[],
  from: DayNumber,
  to: DayNumber,
): Team {
  const scale = assignments.reduce((most, { share }) => Math.max(most, share.scale), 0);
  const unit = coefficientAt(scale, WHOLE);
  const days = new Set([from, to]);
  for (const { first, end } of assignments) if (first < end) days.add(first).add(end);
  const cuts = [...days].sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  for (let at = 0; at + 1 < cuts.length; at++) {
    const [first, end] = [cuts[at]!, cuts[at + 1]!];
    const inForce = assignments.filter((assignment) => assignment.first <= first && assignment.end >= end);
    const weights = new Map<number, bigint>();
    for (const { pair, share } of inForce) {
      weights.set(pair, (weights.get(pair) ?? 0n) + coefficientAt(scale, share));
    }
    const inCharge = ordered.filter((pair) => weights.has(pair));
    const own = inCharge.map((pair) => weights.get(pair) ?? 0n);
    const total = own.reduce((sum, weight) => sum + weight, 0n);
    stretches.push({
      first,
      end,
      row: (inForce[0] ?? assignments[0]!).row,
      pairs: inCharge,
      weights: own,
      split: asWeights(own),
      total,
      isWhole: total === unit,
    });
  }
  return { client, scale, pairs: ordered, stretches };
}

const byManager = (a: Pair, b: Pair): number => compareTexts(a.manager, b.manager) || compareTexts(a.unit, b.unit);
