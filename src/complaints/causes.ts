import { daysBetween, localDateOf } from "../calendar/index.ts";
import type { ClientId, EmployeeId } from "../client/index.ts";
import {
  compareInstants,
  rateOf,
  readInteger,
  type LocalDate,
  type ZoneId,
  type Rate,
  type DecimalString,
  type Instant,
} from "../core/index.ts";
import {
  addRows,
  compareTexts,
  listOf,
  orNull,
  readAnyText,
  readText,
  rowOf,
  shapeOf,
  wholeNumber,
} from "../core/inner.ts";
import { lastDecision } from "./decision.ts";
import type { ComplaintId } from "./entries/steps.ts";
import { refuseRepeated } from "./errors.ts";
import { theComplaints } from "./reading/complaint.ts";
import { INPUT, readZone } from "./reading/kind.ts";
import type { ComplaintCase } from "./types.ts";

/** A complaint that repeats an earlier one. */
export interface RepeatComplaint {
  readonly complaint: ComplaintId;
  /** The latest earlier complaint of the same client and category. */
  readonly earlier: ComplaintId;
  readonly client: ClientId;
  readonly category: string;
  /** Days between the two receipts. */
  readonly days: number;
}

/** Complaints that repeat earlier ones, and their share of all whose client is known. */
export interface RepeatComplaints {
  /** In order of receipt, then id. */
  readonly repeats: readonly RepeatComplaint[];
  readonly rate: Rate;
}

/** One root cause and how often it was found. */
export interface RootCauseRow {
  /** Null: none was found. */
  readonly cause: string | null;
  readonly count: number;
  /** Of these, upheld or partly upheld. */
  readonly upheld: number;
  /** `count` as a share of all decided complaints, to four decimals, rounded half-even. */
  readonly share: DecimalString;
}

/** What lay behind the decided complaints (根源分析). */
export interface RootCauses {
  /** Complaints with a decision. */
  readonly decided: number;
  /** Complaints without one: open, or withdrawn before one. */
  readonly undecided: number;
  /** The most frequent first, then by code; null last among equals. */
  readonly rows: readonly RootCauseRow[];
}

/** An idea that came up in a complaint. */
export interface ImprovementIdea {
  readonly complaint: ComplaintId;
  readonly outlet: string;
  readonly category: string;
  readonly at: Instant;
  readonly by: EmployeeId;
  readonly idea: string;
}

/** Rows of one cause added up, the most frequent first, with their shares. */
function causeRows(rows: readonly Omit<RootCauseRow, "share">[], decided: number): RootCauseRow[] {
  return addRows(
    rows,
    ({ cause }) => cause,
    (a, b) => ({ ...a, count: a.count + b.count, upheld: a.upheld + b.upheld }),
  )
    .map(({ cause, count, upheld }) => ({ cause, count, upheld, share: rateOf(count, decided).rate ?? "0" }))
    .sort((a, b) => b.count - a.count || compareTexts(a.cause, b.cause));
}

/**
 * What lay behind the decided complaints (投诉根源分析), most frequent first.
 *
 * The last decision counts, so a review replaces what was found before. Decisions that found no cause form a row of
 * their own with the cause null; complaints without a decision are counted separately, not in the rows.
 *
 * @param complaints - each once
 * @returns counts, how many were upheld, and shares of all decided
 * @throws `complaints/invalid-complaint` for a complaint that is not one, with its place in the list
 * @example
 * rootCauses([]) // => { decided: 0, undecided: 0, rows: [] }
 * @since 0.1.0
 */
export function rootCauses(complaints: readonly ComplaintCase[]): RootCauses {
  const read = theComplaints(complaints);
  const rows = read.flatMap((complaint) => {
    const decision = lastDecision(complaint);
    if (decision === null) return [];
    return [{ cause: decision.rootCause, count: 1, upheld: decision.decision === "not-upheld" ? 0 : 1 }];
  });
  return {
    decided: rows.length,
    undecided: read.length - rows.length,
    rows: causeRows(rows, rows.length),
  };
}

const readCauses = /* @__PURE__ */ (() => {
  const count = wholeNumber(0, Number.MAX_SAFE_INTEGER);
  return rowOf<RootCauses>({
    decided: count,
    undecided: count,
    // the share is calculated again
    rows: listOf(rowOf<RootCauseRow>({ cause: orNull(readText), count, upheld: count, share: readAnyText })),
  });
})();

/**
 * Merges the root causes of two parts of a book into those of the whole; the parts share no complaint. Associative and
 * commutative; `rootCauses([])` changes nothing.
 *
 * @param a - one part
 * @param b - the other part
 * @returns root causes of both, with the shares recalculated
 * @throws `complaints/invalid-input` for what is not root causes, with the path to the place
 * @example
 * mergeRootCauses(rootCauses([]), rootCauses([])).rows // => []
 * @since 0.1.0
 */
export function mergeRootCauses(a: RootCauses, b: RootCauses): RootCauses {
  readCauses(a, ["a"], INPUT);
  readCauses(b, ["b"], INPUT);
  const decided = a.decided + b.decided;
  return { decided, undecided: a.undecided + b.undecided, rows: causeRows([...a.rows, ...b.rows], decided) };
}

/** How far back a complaint looks for the one it repeats. */
export interface RepeatOptions {
  /** Days between the receipts, inclusive; a whole number from 0. */
  readonly withinDays: number;
  /** Zone in which the days are counted. */
  readonly zone: ZoneId;
}

const readOptions = /* @__PURE__ */ (() =>
  shapeOf<RepeatOptions>({ withinDays: (days, path) => readInteger(days, path, 0, 1_000_000), zone: readZone }))();

/**
 * Complaints that repeat an earlier one (重复投诉): same client, same category, received at most `withinDays` days after it.
 *
 * Each is compared with the latest earlier one, so a chain of three within the limit has two repeats. Of complaints
 * received at the same moment, the one with the lesser id is the earlier. Complaints whose client is unknown cannot
 * repeat and do not count in the rate. A book that is split for the count must be split by client.
 *
 * @param complaints - each once, any order
 * @param options - how many days, and in which zone they are counted
 * @returns the repeats, and their share of the complaints with a known client, to four decimals
 * @throws `complaints/duplicate-id` when a complaint appears twice
 * @throws `complaints/invalid-complaint` for a complaint that is not one, with its place in the list
 * @throws `complaints/invalid-input` for options that are not
 * @throws `core/invalid-integer`, `core/invalid-instant`, `calendar/unknown-zone`
 * @see library convention: repeat rate = same client + same category within N days
 * @example
 * const intake = { channel: "phone", origin: "client", client: "K-77", contactable: true, category: "fees", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: [] } as const;
 * const first = receiveComplaint({ ...intake, id: "C-1", receivedAt: "2026-03-02T10:00:00+08:00" });
 * const again = receiveComplaint({ ...intake, id: "C-2", receivedAt: "2026-04-01T09:00:00+08:00" });
 * repeatComplaints([again, first], { withinDays: 30, zone: "Asia/Shanghai" }).repeats // => [{ complaint: "C-2", earlier: "C-1", client: "K-77", category: "fees", days: 30 }]
 * repeatComplaints([again, first], { withinDays: 29, zone: "Asia/Shanghai" }).rate // => { n: 0, of: 2, rate: "0.0000" }
 * @since 0.1.0
 */
export function repeatComplaints(complaints: readonly ComplaintCase[], options: RepeatOptions): RepeatComplaints {
  const { withinDays, zone } = readOptions(options, ["options"], INPUT);
  const ordered = theComplaints(complaints)
    .map((complaint, index) => ({ complaint, index }))
    .sort(
      (a, b) =>
        compareInstants(a.complaint.receivedAt, b.complaint.receivedAt) || compareTexts(a.complaint.id, b.complaint.id),
    );
  const latest = new Map<string, { readonly id: string; readonly date: LocalDate }>();
  const seen = new Set<string>();
  const repeats: RepeatComplaint[] = [];
  let known = 0;
  for (const { complaint, index } of ordered) {
    const { id, client, category, receivedAt } = complaint;
    if (seen.has(id)) refuseRepeated(id, index);
    seen.add(id);
    if (client === null) continue;
    known++;
    const date = localDateOf(receivedAt, zone);
    const key = JSON.stringify([client, category]);
    const earlier = latest.get(key);
    latest.set(key, { id, date });
    if (earlier === undefined) continue;
    const days = daysBetween(earlier.date, date);
    if (days <= withinDays) repeats.push({ complaint: id, earlier: earlier.id, client, category, days });
  }
  return { repeats, rate: rateOf(repeats.length, known) };
}

/**
 * The ideas for better products and services that came up in complaints (改进建议), in order of time, then complaint.
 *
 * @param complaints - any complaints
 * @returns the ideas, with where they come from
 * @throws `complaints/invalid-complaint` for a complaint that is not one, with its place in the list
 * @see 商业银行个人客户经理工作流程 p. 61: 应收集有利于改进本行产品或提高服务的信息
 * @example
 * improvementIdeas([]) // => []
 * @since 0.1.0
 */
export function improvementIdeas(complaints: readonly ComplaintCase[]): readonly ImprovementIdea[] {
  return theComplaints(complaints)
    .flatMap(({ id: complaint, outlet, category, history }) =>
      history.flatMap((entry) =>
        entry.type === "suggest-improvement"
          ? [{ complaint, outlet, category, at: entry.at, by: entry.by, idea: entry.idea }]
          : [],
      ),
    )
    .sort((a, b) => compareInstants(a.at, b.at) || compareTexts(a.complaint, b.complaint));
}
