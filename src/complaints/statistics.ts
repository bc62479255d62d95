import { localDateOf, periodContains, readPeriod, type Period } from "../calendar/index.ts";
import {
  countBy,
  mergeTallies,
  readInteger,
  type KeyOf,
  type ZoneId,
  type TallyRow,
  type Tally,
  type Rate,
} from "../core/index.ts";
import {
  listOf,
  oneOf,
  quotientText,
  readAnyText,
  readList,
  refuse,
  refuseValue,
  rowOf,
  wholeNumber,
  type Reader,
} from "../core/inner.ts";
import { minorIn } from "../money/inner.ts";
import { addRedress, lastDecision, redressOf, type RedressTotal } from "./decision.ts";
import type { ComplaintErrorCode } from "./errors.ts";
import { theComplaints } from "./reading/complaint.ts";
import { INPUT, moneyIn, readZone, ROW } from "./reading/kind.ts";
import { COMPLAINT_DIMENSIONS, type ComplaintCase, type ComplaintDimension } from "./types.ts";

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
  decision: (complaint) => lastDecision(complaint)?.decision ?? null,
  "root-cause": (complaint) => lastDecision(complaint)?.rootCause ?? null,
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
 * @throws `complaints/invalid-complaint` for a complaint that is not one, with its place in the list
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
  const rows = theComplaints(complaints);
  for (const [index, dimension] of readList(dimensions, ["dimensions"], INPUT).entries()) {
    if (COMPLAINT_DIMENSIONS.includes(dimension)) continue;
    const code: ComplaintErrorCode = "complaints/unknown-dimension";
    refuseValue(code, ["dimensions", index], "unknown", dimension, { known: COMPLAINT_DIMENSIONS });
  }
  const by = dimensions.map((dimension) => ({
    dimension,
    rows: countBy(rows, { key: KEYS[dimension] }).by.flatMap(({ rows: counted }) => counted),
  }));
  return { total: rows.length, by, redress: addRedress(rows.flatMap(redressOf)) };
}

const readTotal = /* @__PURE__ */ ((): Reader<RedressTotal> => {
  const read = rowOf<RedressTotal>({
    currency: readAnyText,
    complaints: wholeNumber(0, Number.MAX_SAFE_INTEGER),
    amount: moneyIn(ROW),
  });
  return (total, path, code) => {
    const { currency, amount } = read(total, path, code);
    minorIn(currency, amount, [...path, "amount"]);
    return total;
  };
})();

/** What this room looks at of statistics; `mergeTallies` reads the counts. */
const readStatistics = /* @__PURE__ */ (() =>
  rowOf<ComplaintStatistics>({
    total: (total) => total,
    by: listOf(
      rowOf<ComplaintStatistics["by"][number]>({ dimension: oneOf(COMPLAINT_DIMENSIONS), rows: (rows) => rows }),
    ),
    redress: listOf(readTotal),
  }))();

/**
 * Merges the statistics of two parts of a book into those of the whole; the parts share no complaint.
 *
 * Associative and commutative; `complaintStatistics([], dimensions)` changes nothing.
 *
 * @param a - counted by the same dimensions in the same order
 * @param b - the other part
 * @returns statistics of both
 * @throws `complaints/dimensions-differ`
 * @throws `complaints/invalid-input`, `core/invalid-tally` for what is not statistics, with the path to the place
 * @example
 * const none = complaintStatistics([], ["state"]);
 * mergeComplaintStatistics(none, none) // => { total: 0, by: [{ dimension: "state", rows: [] }], redress: [] }
 * @since 0.1.0
 */
export function mergeComplaintStatistics(a: ComplaintStatistics, b: ComplaintStatistics): ComplaintStatistics {
  const names = ({ by }: ComplaintStatistics): ComplaintDimension[] => by.map(({ dimension }) => dimension);
  const [own, other] = [names(readStatistics(a, ["a"], INPUT)), names(readStatistics(b, ["b"], INPUT))];
  if (own.join() !== other.join()) {
    const code: ComplaintErrorCode = "complaints/dimensions-differ";
    refuse(code, ["b", "by"], "counted by other dimensions than a", { a: own, b: other });
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
 * @throws `complaints/invalid-complaint` for a complaint that is not one, with its place in the list
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
  readPeriod(period);
  readZone(zone, ["zone"]);
  return receivedIn(theComplaints(complaints), period, zone);
}

/** Complaints that were read, of a period. */
export function receivedIn(
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
