import { readPeriod, type Period } from "../calendar/index.ts";
import { countMeasure, shareMeasure, type Measure, type MeasureSubject, type ZoneId } from "../core/index.ts";
import { compareTexts, inTheirWords, refuseValue, shapeOf } from "../core/inner.ts";
import { lastDecision } from "./decision.ts";
import { refuseRepeated, type ComplaintErrorCode } from "./errors.ts";
import { theComplaints } from "./reading/complaint.ts";
import { INPUT, readZone } from "./reading/kind.ts";
import { receivedIn } from "./statistics.ts";
import type { ComplaintCase } from "./types.ts";

/** Whose figures complaints become. */
export const COMPLAINT_SUBJECTS = ["handler", "outlet", "person-complained-of"] as const;
/** Whose figures complaints become. */
export type ComplaintSubject = (typeof COMPLAINT_SUBJECTS)[number];

/** Of which complaints, and for whom. */
export interface ComplaintMeasureOptions {
  readonly period: Period;
  /** Zone in which the days of receipt are counted. */
  readonly zone: ZoneId;
  readonly of: ComplaintSubject;
}

const SUBJECTS: Readonly<Record<ComplaintSubject, (complaint: ComplaintCase) => readonly string[]>> = {
  handler: ({ handler }) => (handler === null ? [] : [handler]),
  outlet: ({ outlet }) => [outlet],
  "person-complained-of": ({ personsComplainedOf }) => personsComplainedOf,
};

const readOptions = /* @__PURE__ */ (() =>
  shapeOf<ComplaintMeasureOptions>({
    period: (period) => period,
    zone: readZone,
    of: (of, path) => {
      if (COMPLAINT_SUBJECTS.includes(of)) return of;
      const code: ComplaintErrorCode = "complaints/unknown-subject";
      return refuseValue(code, path, "unknown", of, { known: COMPLAINT_SUBJECTS });
    },
  }))();

/** Complaints that are each given once. */
function readOnce(given: readonly ComplaintCase[]): readonly ComplaintCase[] {
  const complaints = theComplaints(given);
  const seen = new Set<string>();
  for (const [index, { id }] of complaints.entries()) {
    if (seen.has(id)) refuseRepeated(id, index);
    seen.add(id);
  }
  return complaints;
}

/** The complaints of one subject in one outlet. */
interface Group {
  readonly subject: string;
  readonly orgUnit: string;
  readonly complaints: readonly ComplaintCase[];
}

function groupsOf(complaints: readonly ComplaintCase[], of: ComplaintSubject): readonly Group[] {
  const groups = new Map<string, Group & { readonly complaints: ComplaintCase[] }>();
  for (const complaint of complaints) {
    const { outlet: orgUnit } = complaint;
    for (const subject of new Set(SUBJECTS[of](complaint))) {
      const key = JSON.stringify([subject, orgUnit]);
      const group = groups.get(key) ?? { subject, orgUnit, complaints: [] };
      group.complaints.push(complaint);
      groups.set(key, group);
    }
  }
  return [...groups.values()].sort((a, b) => compareTexts(a.subject, b.subject) || compareTexts(a.orgUnit, b.orgUnit));
}

/**
 * Complaints as figures for an appraisal (投诉指标): for each subject and outlet, how many were received in a period, and
 * the share of the decided ones that was upheld in full or in part. Every figure names its complaints.
 *
 * Nobody is given figures for complaints that have no subject of the kind asked for. The last decision counts.
 *
 * @param complaints - each once, any order
 * @param options - the period, its zone, and whose figures
 * @returns measures in order of subject, outlet and measure: `complaints/received`, `complaints/upheld`
 * @throws `complaints/unknown-subject`
 * @throws `complaints/invalid-complaint` for a complaint that is not one, with its place in the list
 * @throws `complaints/invalid-input` for options that are not
 * @throws `complaints/duplicate-id` when a complaint appears twice
 * @throws `calendar/invalid-period`, `calendar/unknown-zone`, `core/invalid-instant`
 * @example
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "phone", origin: "client", client: "K-77",
 *   contactable: true, category: "fees", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: ["E-4"],
 * });
 * const measures = complaintMeasures([complaint], { period: "2026-02", zone: "Asia/Shanghai", of: "person-complained-of" });
 * measures.map(({ subject, measure, value }) => [subject, measure, value]) // => [["E-4", "complaints/received", "1"], ["E-4", "complaints/upheld", null]]
 * measures[0]?.records // => ["C-1"]
 * @since 0.1.0
 */
export function complaintMeasures(
  complaints: readonly ComplaintCase[],
  options: ComplaintMeasureOptions,
): readonly Measure[] {
  const { period, zone, of } = readOptions(options, ["options"], INPUT);
  const { from, to } = inTheirWords({ period: ["options", "period"] }, () => readPeriod(period));
  const name = typeof period === "string" ? period : `${from}/${to}`;
  const idsOf = (rows: readonly ComplaintCase[]): readonly string[] => rows.map(({ id }) => id);
  return groupsOf(receivedIn(readOnce(complaints), period, zone), of).flatMap(
    ({ subject, orgUnit, complaints: own }) => {
      const about = (measure: string): MeasureSubject => ({ subject, orgUnit, measure, period: name });
      const decided = own.filter((complaint) => lastDecision(complaint) !== null);
      const upheld = decided.filter((complaint) => lastDecision(complaint)?.decision !== "not-upheld");
      return [
        countMeasure(about("complaints/received"), idsOf(own)),
        shareMeasure(about("complaints/upheld"), idsOf(upheld), decided.length),
      ];
    },
  );
}
