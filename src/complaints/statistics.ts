import { localDateOf, periodContains, type Period } from "../calendar/index.ts";
import { DomainError, type ZoneId } from "../core/index.ts";
import { compareTexts } from "../core/inner.ts";
import { decisionOf } from "./decision.ts";
import type { ComplaintErrorCode } from "./errors.ts";
import { addRedress, redressOf, redressRows } from "./redress.ts";
import type { ComplaintCase, ComplaintCount, ComplaintDimension, ComplaintStatistics, RedressTotal } from "./types.ts";

const KEYS: Readonly<Record<ComplaintDimension, (complaint: ComplaintCase) => string | null>> = {
  state: ({ state }) => state,
  channel: ({ channel }) => channel,
  origin: ({ origin }) => origin,
  category: ({ category }) => category,
  product: ({ product }) => product ?? null,
  outlet: ({ outlet }) => outlet,
  handler: ({ handler }) => handler,
  decision: (complaint) => decisionOf(complaint)?.decision ?? null,
  "root-cause": (complaint) => decisionOf(complaint)?.rootCause ?? null,
};

function rowsOf(counts: ReadonlyMap<string | null, number>): ComplaintCount[] {
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => compareTexts(a.key, b.key));
}

/**
 * Complaints counted by the requested dimensions (投诉统计); each dimension adds up to the total.
 *
 * A complaint with no value in a dimension (no product, no decision yet) is counted under the key null, so nothing is
 * left out. Rows are in order of their key, null last. For the complaints of a period, take
 * {@link complaintsReceivedIn} first.
 *
 * @param complaints - each once
 * @param dimensions - what to count by, in the order wanted
 * @returns the total, the rows of each dimension and redress by currency
 * @throws `complaints/unknown-dimension`
 * @example
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "phone", origin: "regulator", client: "K-77",
 *   contactable: true, category: "fees", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: [],
 * });
 * complaintStatistics([complaint], ["origin"]) // => { total: 1, by: [{ dimension: "origin", rows: [{ key: "regulator", count: 1 }] }], redress: [] }
 * @since 0.1.0
 */
export function complaintStatistics(
  complaints: readonly ComplaintCase[],
  dimensions: readonly ComplaintDimension[],
): ComplaintStatistics {
  const by = dimensions.map((dimension, index) => {
    if (!Object.hasOwn(KEYS, dimension)) {
      throw new DomainError<ComplaintErrorCode>(
        "complaints/unknown-dimension",
        `dimensions[${String(index)}]: unknown`,
        ["dimensions", index],
        { known: Object.keys(KEYS) },
      );
    }
    const counts = new Map<string | null, number>();
    for (const complaint of complaints) {
      const key = KEYS[dimension](complaint);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return { dimension, rows: rowsOf(counts) };
  });
  const redress = new Map<string, RedressTotal>();
  for (const complaint of complaints) {
    for (const total of redressOf(complaint).values()) addRedress(redress, total.amount, total.complaints);
  }
  return { total: complaints.length, by, redress: redressRows(redress) };
}

/**
 * Merges the statistics of two parts of a book into those of the whole; the parts share no complaint.
 *
 * Associative and commutative; `complaintStatistics([], dimensions)` changes nothing.
 *
 * @param a - counted by the same dimensions in the same order
 * @param b - the other part
 * @returns statistics of both
 * @throws `complaints/dimensions-differ`
 * @example
 * const none = complaintStatistics([], ["state"]);
 * mergeComplaintStatistics(none, none) // => { total: 0, by: [{ dimension: "state", rows: [] }], redress: [] }
 * @since 0.1.0
 */
export function mergeComplaintStatistics(a: ComplaintStatistics, b: ComplaintStatistics): ComplaintStatistics {
  const names = ({ by }: ComplaintStatistics): ComplaintDimension[] => by.map(({ dimension }) => dimension);
  if (names(a).join() !== names(b).join()) {
    throw new DomainError<ComplaintErrorCode>(
      "complaints/dimensions-differ",
      "b.by: counted by other dimensions than a",
      ["b", "by"],
      { a: names(a), b: names(b) },
    );
  }
  const by = a.by.map(({ dimension, rows }, index) => {
    const counts = new Map<string | null, number>();
    for (const { key, count } of [...rows, ...(b.by[index]?.rows ?? [])]) {
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
    return { dimension, rows: rowsOf(counts) };
  });
  const redress = new Map<string, RedressTotal>();
  for (const { amount, complaints } of [...a.redress, ...b.redress]) addRedress(redress, amount, complaints);
  return { total: a.total + b.total, by, redress: redressRows(redress) };
}

/**
 * The complaints received in a period (期间收到的投诉), by the civil date of the receipt.
 *
 * @param complaints - any order
 * @param period - name of a period, or a half-open range
 * @param zone - zone in which the days are counted
 * @returns those received in it, in the order given
 * @throws `calendar/invalid-period`, `calendar/unknown-zone`, `core/invalid-date`
 * @example
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-01-31T17:00:00Z", channel: "phone", origin: "client", client: "K-77",
 *   contactable: true, category: "fees", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: [],
 * });
 * complaintsReceivedIn([complaint], "2026-01", "Asia/Shanghai").length // => 0
 * complaintsReceivedIn([complaint], "2026-02", "Asia/Shanghai").length // => 1
 * @since 0.1.0
 */
export function complaintsReceivedIn(
  complaints: readonly ComplaintCase[],
  period: Period,
  zone: ZoneId,
): readonly ComplaintCase[] {
  return complaints.filter(({ receivedAt }) => periodContains(period, localDateOf(receivedAt, zone)));
}
