import {
  describeValue,
  toDayNumber,
  tryDayNumber,
  type DayNumber,
  type Issue,
  type LocalDate,
  type RowIssue,
} from "../../core/index.ts";
import { compareTexts, kindOfValue, readDate, readList, readObject, shapeOf, type Reader } from "../../core/inner.ts";
import { moneyOfMinor, type Minor } from "../../money/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { CODE_INVALID } from "../ledger/codes.ts";
import { fillInput, inputColumn, type InputColumn } from "../ledger/inputs.ts";
import { sourceOfRows } from "../ledger/rows.ts";
import { issuesOf, refusedValue } from "../ledger/source.ts";
import type { CustomerRecord, FeatureRow, FeatureValue } from "../record.ts";
import { inTwoPools, poolsOfDay, type PoolsOfDay } from "./memberships.ts";
import type { ClientPool, PooledRecords, PoolLack, PoolShare, PoolSum } from "./outcomes.ts";
import type { PoolingPolicy, PoolMembership } from "./policy.ts";
import { poolingInForce, type ResolvedPooling } from "./read-policy.ts";

/** When records are pooled. */
export interface PoolingContext {
  /** Date the pools are those of; echoed in the result. */
  readonly asOf: LocalDate;
}

const CONTEXT = "customer-classification/invalid-context" satisfies CustomerClassificationErrorCode;
const RECORD = "customer-classification/invalid-record" satisfies CustomerClassificationErrorCode;

let readShape: Reader<PoolingContext> | null = null;

/** An exact sum: whole numbers as long as they are safe. */
function plus(sum: Minor, value: number): Minor {
  const next = Number(sum) + value;
  return Number.isSafeInteger(next) && typeof sum === "number" ? next : BigInt(sum) + BigInt(value);
}

/** The records with what is pooled of them, by feature and row. */
interface Read {
  readonly pooling: ResolvedPooling;
  readonly records: readonly unknown[];
  readonly columns: readonly InputColumn[];
  /** Dates of the values, by feature; null where the policy names none. */
  readonly dates: readonly (ArrayLike<unknown> | null)[];
  /** Row of each client; -1 for one who is there twice, or whose record is refused. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** Issues by row; a row that has some is refused. */
  readonly issues: Map<number, Issue[]>;
  readonly noteRefused: (row: number, feature: number) => void;
}

/** The id in a record that is refused, where that much of it can be read: its client is known, and the values are not. */
function idOfRefused(record: unknown, field: string): string | null {
  try {
    const id: unknown = Object.getOwnPropertyDescriptor(record, field)?.value;
    return typeof id === "string" && id.trim() !== "" ? id : null;
  } catch {
    return null;
  }
}

function readRecords(pooling: ResolvedPooling, records: readonly unknown[], asOf: LocalDate, day: DayNumber): Read {
  const { inputs, policy } = pooling;
  const source = sourceOfRows(records, pooling, records.length);
  source.open(0, records.length);
  const { broken } = source;
  const issues = new Map<number, Issue[]>(Array.from(broken, ([row, issue]) => [row, [issue]]));
  const rowOf = new Map<string, number>();
  const note = (row: number, issue: Issue): void => {
    const before = issues.get(row);
    if (before === undefined) issues.set(row, [issue]);
    else before.push(issue);
  };
  const repeated = (row: number, client: string): Issue => ({
    code: "customer-classification/client-twice" satisfies CustomerClassificationErrorCode,
    path: [policy.clientField],
    details: { client, row },
  });
  const ids = (source.cells(policy.clientField) ?? []) as ArrayLike<unknown>;
  const idOf = (row: number): unknown => (broken.has(row) ? idOfRefused(records[row], policy.clientField) : ids[row]);
  const firstRow = new Map<string, number>();
  for (let row = 0; row < records.length; row++) {
    const id = idOf(row) ?? null;
    if (id === null) continue;
    if (typeof id !== "string" || id.trim() === "") {
      const details = { received: describeValue(id), ...kindOfValue(id) };
      note(row, { code: RECORD, path: [policy.clientField], details });
      continue;
    }
    const first = firstRow.get(id);
    if (first === undefined) {
      firstRow.set(id, row);
      rowOf.set(id, broken.has(row) ? -1 : row);
      continue;
    }
    if (rowOf.get(id) !== -1) note(first, repeated(row, id));
    note(row, repeated(first, id));
    rowOf.set(id, -1);
  }
  const dates = policy.pooled.map(({ observedAtField }) =>
    observedAtField === undefined ? null : (source.cells(observedAtField) as ArrayLike<unknown> | null),
  );
  const columns = inputs.map((input, index) => {
    const column = inputColumn(records.length);
    const cells = source.cells(input.id) ?? [];
    fillInput(input, cells, 0, records.length, { cells: dates[index] ?? null, common: null }, day, column);
    return column;
  });
  const noteRefused = (row: number, feature: number): void => {
    const code = columns[feature]!.codes[row]!;
    for (const issue of issuesOf([refusedValue({ card: { inputs }, asOf }, source, row, feature, code)]))
      note(row, issue);
  };
  return { pooling, records, columns, dates, rowOf, issues, noteRefused };
}

/** Why a member adds nothing that is known to a feature; null where the value is known. */
function lackOf(read: Read, client: string, feature: number, disputed: PoolsOfDay["disputed"]): PoolLack | null {
  if (disputed.has(client)) return "two-pools";
  const row = read.rowOf.get(client);
  if (row === undefined) return "no-record";
  if (row < 0) return "record-at-fault";
  const code = read.columns[feature]!.codes[row]!;
  if (code === 0) return null;
  if (code < CODE_INVALID) return "no-value";
  return "invalid-value";
}

/** A value of a feature as the records and the answer write it. */
function valueOf({ pooling }: Read, feature: number, whole: number): Pick<PoolShare, "amount" | "count"> {
  const { policy, exponent } = pooling;
  if (policy.pooled[feature]!.kind === "integer") return { count: whole };
  return { amount: moneyOfMinor(whole, policy.currency ?? "", exponent) };
}

/** One pooled value; `date` is that of the oldest value in it, null where one has none. */
interface Sum {
  readonly sum: PoolSum;
  readonly date: string | null;
}

function sumOf(
  read: Read,
  pool: string,
  members: readonly string[],
  feature: number,
  { disputed, faults }: PoolsOfDay,
): Sum {
  const { policy } = read.pooling;
  const { feature: id } = policy.pooled[feature]!;
  const { values } = read.columns[feature]!;
  const dates = read.dates[feature];
  const shares: PoolShare[] = [];
  let exact: Minor = 0;
  let known = 0;
  let date: string | null | undefined;
  for (const client of members) {
    const lack = lackOf(read, client, feature, disputed);
    if (lack !== null) {
      shares.push({ line: "pool-share", client, feature: id, lack });
      continue;
    }
    const row = read.rowOf.get(client)!;
    const value = values[row]!;
    exact = plus(exact, value);
    known++;
    const own = dates?.[row] ?? null;
    const dated = typeof own === "string" && tryDayNumber(own) !== null ? own : null;
    // days in this form are in the order of their texts
    if (date === undefined || dated === null) date = dated;
    else if (date !== null && dated < date) date = dated;
    shares.push({ line: "pool-share", client, feature: id, ...valueOf(read, feature, value) });
  }
  const total = Number(exact);
  const isWhole = known === members.length && !faults.has(pool);
  const isKnown = Number.isSafeInteger(total) && (isWhole || (policy.lacking === "known-part" && known > 0));
  const base = { line: "pool-sum", pool, feature: id, members: members.length, shares } as const;
  if (!isKnown) return { sum: { ...base, state: "unknown" }, date: null };
  const state = isWhole ? "whole" : "part";
  return { sum: { ...base, state, ...valueOf(read, feature, total) }, date: date ?? null };
}

/** The record of a member, with the pooled values in place of its own; null for one of which something cannot be read. */
function pooledRecord(read: Read, row: number, sums: readonly Sum[]): CustomerRecord | null {
  let record: Record<string, FeatureValue>;
  try {
    record = { ...(read.records[row] as CustomerRecord) };
  } catch {
    return null;
  }
  const oldest = new Map<string, string | null>();
  for (const [index, { sum, date }] of sums.entries()) {
    const { feature, observedAtField } = read.pooling.policy.pooled[index]!;
    record[feature] = sum.amount ?? sum.count ?? null;
    if (observedAtField === undefined || sum.state === "unknown") continue;
    const before = oldest.get(observedAtField);
    // of features that share a date it is the oldest too, and none where one of them has none
    oldest.set(
      observedAtField,
      before === undefined ? date : before === null || date === null ? null : date < before ? date : before,
    );
  }
  return Object.assign(record, Object.fromEntries(oldest));
}

/**
 * Adds up the values of the members of households or groups (归户), before each of them is scored or graded with the whole.
 *
 * Sums are exact, and of one currency. Only the features of the policy change, and the dates of their observation, which
 * become those of the oldest value; nothing is added for belonging to a family or a group, and nothing says that somebody
 * does. A member who is not known by a record, or whose value is not known, makes the sum unknown (`null`, so that a card
 * sees a missing value), unless the policy takes the part that is known. A client in two pools of the kind has an issue
 * and is scored in neither, and both sums lack that client. In a household nobody is pooled without a consent that holds.
 *
 * @param policy - what is pooled, in force on `asOf`
 * @param records - one record per client, with the client's id; those of others pass unchanged
 * @param memberships - rows of the bank's table; those of another kind, and those not in force on `asOf`, are passed over
 * @param context - the date
 * @returns the records in their order, the pools with who adds what, issues of records and of memberships
 * @throws `customer-classification/invalid-pooling-policy` with the path to the fault inside the policy
 * @throws `customer-classification/invalid-record`, `customer-classification/invalid-membership` for what is not a list of
 * them
 * @throws `customer-classification/invalid-context`
 * @throws `core/invalid-policy` when the days in force are reversed; `core/no-policy-in-force` on other days
 * @throws `core/invalid-date`
 * @example
 * import { money } from "relationship-banking/money";
 * const policy = {
 *   id: "acme.household", version: "1", status: "house", effectiveFrom: "2026-01-01", sources: ["memo 9"], kind: "household",
 *   currency: "CNY", clientField: "clientId", pooled: [{ feature: "assets", kind: "money" }], lacking: "unknown",
 * } as const;
 * const records = [{ clientId: "C-1", assets: money("300000.00", "CNY") }, { clientId: "C-2", assets: money("250000.50", "CNY") }];
 * const member = { pool: "H-1", kind: "household", from: "2026-01-01", consent: { from: "2026-01-01" } } as const;
 * const pooled = poolRecords(policy, records, [{ ...member, client: "C-1" }, { ...member, client: "C-2" }], { asOf: "2026-03-31" });
 * pooled.values[0] // => { clientId: "C-1", assets: { amount: "550000.50", currency: "CNY" } }
 * pooled.pools[0]?.sums[0]?.shares[1] // => { line: "pool-share", client: "C-2", feature: "assets", amount: { amount: "250000.50", currency: "CNY" } }
 * @since 0.1.0
 */
export function poolRecords<R extends FeatureRow<R>>(
  policy: PoolingPolicy,
  records: readonly R[],
  memberships: readonly PoolMembership[],
  context: PoolingContext,
): PooledRecords {
  readObject(context, ["context"], CONTEXT);
  readShape ??= shapeOf<PoolingContext>({ asOf: readDate });
  const { asOf } = readShape(context, [], CONTEXT);
  const day = toDayNumber(asOf, "asOf");
  const pooling = poolingInForce(policy, asOf);
  const { kind, clientField } = pooling.policy;
  const read = readRecords(pooling, readList<unknown>(records, ["records"], RECORD), asOf, day);
  const ofDay = poolsOfDay(memberships, kind, asOf);
  const { members, leftOut, faults, disputed } = ofDay;
  const ids = new Set([...members.keys(), ...leftOut.keys(), ...faults.keys()]);
  const sumsOf = new Map<number, readonly Sum[]>();
  const pools = [...ids].sort(compareTexts).map((pool): ClientPool => {
    const clients = [...(members.get(pool) ?? [])].sort(compareTexts);
    const sums =
      clients.length === 0 ? [] : pooling.inputs.map((_, feature) => sumOf(read, pool, clients, feature, ofDay));
    for (const client of clients) {
      const row = read.rowOf.get(client) ?? -1;
      if (row < 0 || disputed.has(client)) continue;
      sumsOf.set(row, sums);
      for (const [feature, { codes }] of read.columns.entries()) {
        if (codes[row]! >= CODE_INVALID) read.noteRefused(row, feature);
      }
    }
    return {
      pool,
      kind,
      members: clients,
      sums: sums.map(({ sum }) => sum),
      leftOut: [...(leftOut.get(pool) ?? [])]
        .sort(compareTexts)
        .map((client) => ({ line: "pool-left-out", pool, client })),
      faults: faults.get(pool) ?? [],
    };
  });
  for (const [client, names] of disputed) {
    const row = read.rowOf.get(client) ?? -1;
    if (row >= 0) read.issues.set(row, [...(read.issues.get(row) ?? []), inTwoPools(client, kind, names, clientField)]);
  }
  const values: (CustomerRecord | null)[] = [];
  const issues: RowIssue[] = [];
  for (let row = 0; row < read.records.length; row++) {
    const sums = sumsOf.get(row);
    const own = read.records[row] as CustomerRecord;
    const wrong = read.issues.get(row) ?? [];
    const value = wrong.length > 0 ? null : sums === undefined ? own : pooledRecord(read, row, sums);
    // a member of a record that is not read here may have a getter that throws
    if (value === null && wrong.length === 0) wrong.push({ code: RECORD, path: [], details: {} });
    values.push(value);
    issues.push(...wrong.map((issue) => ({ row, ...issue })));
  }
  return { values, issues, membershipIssues: ofDay.issues, pools, policy: pooling.stamp, asOf };
}
