import { localDateOf, periodContains, type Period } from "../calendar/index.ts";
import {
  countBy,
  DomainError,
  mergeTallies,
  readInteger,
  type KeyOf,
  type ZoneId,
  type TallyRow,
  type Tally,
  type Rate,
} from "../core/index.ts";
import { quotientText } from "../core/inner.ts";
import { addRedress, decisionOf, redressOf, type RedressTotal } from "./decision.ts";
import type { ComplaintErrorCode } from "./errors.ts";
import type { ComplaintCase } from "./types.ts";

/** What complaints are counted by. */
export type ComplaintDimension =
  "state" | "channel" | "origin" | "category" | "product" | "outlet" | "handler" | "decision" | "root-cause";

/** One line of a count; a null key counts those that have none. */
export type ComplaintCount = TallyRow;

/** Complaints counted by several dimensions; each of them adds up to the total (投诉统计). */
export interface ComplaintStatistics extends Tally<ComplaintDimension> {
  /** In order of currency; what is granted after a review or re-opening is added. */
  readonly redress: readonly RedressTotal[];
}

/** Complaints per 1,000 outlets or 10,000,000 clients, with the counts behind them. */
export interface ComplaintRate extends Rate {
  /** What the rate is per: 1,000 or 10,000,000. The rate is `n × per / of`, rounded half-even. */
  readonly per: number;
}

const KEYS: Readonly<Record<ComplaintDimension, KeyOf<ComplaintCase>>> = {
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
    const key = KEYS[dimension];
    return { dimension, rows: countBy(complaints, { key }).by.flatMap(({ rows }) => rows) };
  });
  return { total: complaints.length, by, redress: addRedress(complaints.flatMap(redressOf)) };
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
  return { ...mergeTallies(a, b), redress: addRedress([...a.redress, ...b.redress]) };
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

function ratePer(per: number, n: number, of: number, counted: string): ComplaintRate {
  readInteger(n, "complaints", 0);
  readInteger(of, counted, 0);
  const rate = of === 0 ? null : quotientText(BigInt(n) * BigInt(per), BigInt(of), 2, "half-even");
  return { n, of, per, rate };
}

/**
 * Complaints per 1,000 outlets (每千营业网点投诉量), one of the ratios the Chinese regulator publishes.
 *
 * @param complaints - number of complaints in a period the caller chose
 * @param outlets - number of outlets
 * @returns both counts and the rate to two decimals, rounded half-even; the rate is null when there are no outlets
 * @throws `core/invalid-integer` for anything but a whole number from 0 up
 * @see library convention: complaints / outlets × 1,000
 * @example
 * complaintsPerThousandOutlets(37, 412) // => { n: 37, of: 412, per: 1000, rate: "89.81" }
 * complaintsPerThousandOutlets(0, 0).rate // => null
 * @since 0.1.0
 */
export function complaintsPerThousandOutlets(complaints: number, outlets: number): ComplaintRate {
  return ratePer(1000, complaints, outlets, "outlets");
}

/**
 * Complaints per 10 million personal clients (每千万个人客户投诉量), one of the ratios the Chinese regulator publishes.
 *
 * @param complaints - number of complaints in a period the caller chose
 * @param clients - number of personal clients
 * @returns both counts and the rate to two decimals, rounded half-even; the rate is null when there are no clients
 * @throws `core/invalid-integer` for anything but a whole number from 0 up
 * @see library convention: complaints / personal clients × 10,000,000
 * @example
 * complaintsPerTenMillionClients(37, 2_450_000) // => { n: 37, of: 2450000, per: 10000000, rate: "151.02" }
 * @since 0.1.0
 */
export function complaintsPerTenMillionClients(complaints: number, clients: number): ComplaintRate {
  return ratePer(10_000_000, complaints, clients, "clients");
}
