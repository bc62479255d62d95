import { issueOf, type Issue, type LocalDate, type RowIssue } from "../../core/index.ts";
import { oneOf, optional, orNull, readDate, readList, readText, refuse, rowOf, type Reader } from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { POOL_KINDS, type PoolConsent, type PoolKind, type PoolMembership } from "./policy.ts";

const CODE = "customer-classification/invalid-membership" satisfies CustomerClassificationErrorCode;

/** Who is in which pool on a day. */
export interface PoolsOfDay {
  /** Members by pool; those in two pools are in both. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those who have not consented, by pool. */
  readonly leftOut: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rows that cannot be read and name the pool. */
  readonly faults: ReadonlyMap<string, readonly number[]>;
  /** The pools of those who are in more than one. */
  readonly disputed: ReadonlyMap<string, readonly string[]>;
  readonly issues: readonly RowIssue[];
}

interface Days {
  readonly from: string;
  readonly to?: string | null;
}

let readShape: Reader<PoolMembership> | null = null;

function requireOrder({ from, to }: Days, at: readonly string[]): void {
  if (to === undefined || to === null || to > from) return;
  refuse(CODE, [...at, "to"], "not after from", { from, to });
}

function readMembership(row: PoolMembership): PoolMembership {
  readShape ??= rowOf<PoolMembership>({
    pool: readText,
    kind: oneOf(POOL_KINDS),
    client: readText,
    from: readDate,
    to: optional(orNull(readDate)),
    consent: optional(orNull(rowOf<PoolConsent>({ from: readDate, to: optional(orNull(readDate)) }))),
  });
  const read = readShape(row, [], CODE);
  requireOrder(read, []);
  if (read.consent !== undefined && read.consent !== null) requireOrder(read.consent, ["consent"]);
  return read;
}

/** Whether a day is in a range; days in this form are in the order of their texts. */
function holdsOn({ from, to }: Days, day: LocalDate): boolean {
  return from <= day && (to === undefined || to === null || day < to);
}

/** Whether a member is pooled: in a household only with a consent that holds, in a group unless one given does not. */
function isPooled({ kind, consent }: PoolMembership, day: LocalDate): boolean {
  if (consent === undefined || consent === null) return kind === "group";
  return holdsOn(consent, day);
}

/** The pool that a row which cannot be read names, where that much of it can be; null when it is one of another kind. */
function poolNamed(row: unknown, kind: PoolKind): { readonly pool: string; readonly isOfKind: boolean } | null {
  try {
    const { pool, kind: own } = row as PoolMembership;
    const isOfKind = own === kind;
    return typeof pool === "string" && (isOfKind || !POOL_KINDS.includes(own)) ? { pool, isOfKind } : null;
  } catch {
    return null;
  }
}

function addTo(into: Map<string, Set<string>>, key: string, value: string): void {
  const values = into.get(key);
  if (values === undefined) into.set(key, new Set([value]));
  else values.add(value);
}

function addRow(into: Map<string, number[]>, pool: string, row: number): void {
  const rows = into.get(pool);
  if (rows === undefined) into.set(pool, [row]);
  else rows.push(row);
}

/** The pools of one kind on a day, from the rows of a table of memberships. */
export function poolsOfDay(rows: readonly PoolMembership[], kind: PoolKind, day: LocalDate): PoolsOfDay {
  const members = new Map<string, Set<string>>();
  const leftOut = new Map<string, Set<string>>();
  const faults = new Map<string, number[]>();
  const poolsOf = new Map<string, Set<string>>();
  const ofNoKind = new Map<string, number[]>();
  const inForce: { readonly row: number; readonly client: string }[] = [];
  const issues: RowIssue[] = [];
  for (const [row, given] of readList(rows, ["memberships"], CODE).entries()) {
    try {
      const membership = readMembership(given);
      const { pool, client } = membership;
      if (membership.kind !== kind || !holdsOn(membership, day)) continue;
      if (isPooled(membership, day)) {
        addTo(members, pool, client);
        addTo(poolsOf, client, pool);
        inForce.push({ row, client });
      } else addTo(leftOut, pool, client);
    } catch (error) {
      issues.push({ row, ...issueOf(error) });
      const named = poolNamed(given, kind);
      if (named?.isOfKind === true) addRow(faults, named.pool, row);
      else if (named !== null) addRow(ofNoKind, named.pool, row);
    }
  }
  // a row whose kind cannot be read makes no pool, and may be of one that there is
  for (const [pool, rowsOfPool] of ofNoKind) {
    const own = faults.get(pool);
    if (own !== undefined || members.has(pool) || leftOut.has(pool)) {
      faults.set(
        pool,
        [...(own ?? []), ...rowsOfPool].sort((a, b) => a - b),
      );
    }
  }
  // of two rows of one client in one pool the consent of one is enough
  for (const [pool, clients] of leftOut) for (const client of members.get(pool) ?? []) clients.delete(client);
  const disputed = new Map<string, readonly string[]>();
  for (const [client, pools] of poolsOf) if (pools.size > 1) disputed.set(client, [...pools].sort());
  for (const { row, client } of inForce) {
    const pools = disputed.get(client);
    if (pools !== undefined) issues.push({ row, ...inTwoPools(client, kind, pools, "pool") });
  }
  return { members, leftOut, faults, disputed, issues: issues.sort((a, b) => a.row - b.row) };
}

/** The issue of a client in two pools of one kind, at the row of a membership or of a record. */
export function inTwoPools(client: string, kind: PoolKind, pools: readonly string[], field: string): Issue {
  const code: CustomerClassificationErrorCode = "customer-classification/two-pools";
  return { code, path: [field], details: { client, kind, pools } };
}
