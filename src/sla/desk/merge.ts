import { canonicalJson, DomainError, toInstantParts } from "../../core/index.ts";
import { addRates, addRows, compareTexts } from "../../core/inner.ts";
import { compareAttention, compareIssues, compareVersions } from "./order.ts";
import { readReport } from "./read-report.ts";
import { addTally, countsOf, handlingOf, tallyOf } from "./tally.ts";
import type { DeskAttention, DeskCounts, DeskGroup, DeskReport } from "./types.ts";
import type { SlaErrorCode } from "../errors.ts";

function sum(a: DeskCounts, b: DeskCounts): DeskCounts {
  const tally = tallyOf(a);
  addTally(tally, tallyOf(b));
  return countsOf(tally);
}

const mergeGroups = (a: readonly DeskGroup[], b: readonly DeskGroup[]): DeskGroup[] =>
  addRows(
    [...a, ...b],
    ({ key }) => key,
    (x, y) => ({ key: x.key, ...sum(x, y) }),
  ).sort((x, y) => compareTexts(x.key, y.key));

function mergeHandling(a: DeskReport["handling"], b: DeskReport["handling"]): DeskReport["handling"] {
  const histogram = addRows(
    [...a.histogram, ...b.histogram],
    ({ days }) => days,
    (x, y) => ({ days: x.days, cases: x.cases + y.cases }),
  );
  return handlingOf(new Map(histogram.map(({ days, cases }) => [days, cases])), a.unknown + b.unknown);
}

function mergeAttention(a: DeskReport["attention"], b: DeskReport["attention"]): DeskAttention[] {
  return [...a, ...b]
    .map((line) => ({
      due: line.dueAt === null ? Number.POSITIVE_INFINITY : toInstantParts(line.dueAt).seconds,
      line,
    }))
    .sort(compareAttention)
    .map(({ line }) => line);
}

/** What two reports must share and do not; null when they can be merged. */
function differenceOf(a: DeskReport, b: DeskReport): "asOf" | "byAge" | null {
  const bandsOf = ({ byAge }: DeskReport): string => canonicalJson(byAge.map(({ from, to }) => [from, to]));
  if (a.asOf !== b.asOf) return "asOf";
  return bandsOf(a) === bandsOf(b) ? null : "byAge";
}

/**
 * Merges the reports of two parts of a desk, as if the whole desk had been reported at once.
 *
 * Exact, because a report carries counts and a histogram of whole days: rates, median and percentile are recomputed
 * from them. Order and grouping do not matter, and the report of no cases (`deskReport([], context)`) changes nothing.
 * Both reports must have the same moment, the same age bands and different cases.
 *
 * @param a - report of some cases
 * @param b - report of other cases
 * @returns the report of all of them
 * @throws `sla/invalid-result` when one is not a report
 * @throws `sla/reports-differ` when moment or age bands differ
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * const context = { asOf: "2026-02-25", policies: complaintPolicies, calendars: [CN] };
 * const row: DeskCase = { id: "c-1", policy: "source.complaint", owner: null, category: null, events: [{ type: "received", at: "2026-02-13T10:00:00+08:00" }] };
 * const report = mergeDeskReports(deskReport([row], context), deskReport([{ ...row, id: "c-2" }], context));
 * report.totals.dueToday // => 2
 * mergeDeskReports(report, deskReport([], { ...context, asOf: "2026-02-26" })) // throws sla/reports-differ
 * @since 0.1.0
 */
export function mergeDeskReports(a: DeskReport, b: DeskReport): DeskReport {
  const field = differenceOf(readReport(a, "a"), readReport(b, "b"));
  if (field !== null) {
    const message = `b.${field}: not that of the other report`;
    throw new DomainError<SlaErrorCode>("sla/reports-differ", message, ["b", field], { field });
  }
  return {
    asOf: a.asOf,
    totals: sum(a.totals, b.totals),
    byOwner: mergeGroups(a.byOwner, b.byOwner),
    byCategory: mergeGroups(a.byCategory, b.byCategory),
    byAge: a.byAge.map((band, index) => ({ ...band, ...sum(band, b.byAge[index] ?? band) })),
    clocks: addRows(
      [...a.clocks, ...b.clocks],
      ({ policy, clock }) => canonicalJson([policy, clock]),
      (x, y) => ({ ...x, onTime: addRates(x.onTime, y.onTime) }),
    ).sort((x, y) => compareTexts(x.policy, y.policy) || compareTexts(x.clock, y.clock)),
    handling: mergeHandling(a.handling, b.handling),
    attention: mergeAttention(a.attention, b.attention),
    receivedLater: a.receivedLater + b.receivedLater,
    failed: a.failed + b.failed,
    issues: [...a.issues, ...b.issues].sort(compareIssues),
    policies: addRows(
      [...a.policies, ...b.policies],
      ({ id, version, status }) => canonicalJson([id, version, status]),
      (x, y) => ({ ...x, cases: x.cases + y.cases }),
    ).sort(compareVersions),
    calendars: addRows(
      [...a.calendars, ...b.calendars],
      ({ id, version }) => canonicalJson([id, version]),
      (x) => x,
    ).sort(compareVersions),
  };
}
