import { canonicalJson, type Instant, type Issue, toInstantParts } from "../../core/index.ts";
import type { SlaVersion } from "../policy-types.ts";
import { readResult } from "../result/read-result.ts";
import type { SlaExplanationLine, SlaResult, StageResult } from "../result/types.ts";

/** The fields of a stage that are compared: all except its identity and its explanation. */
export type SlaStageField = Exclude<keyof StageResult, "clock" | "stage" | "cycle" | "explanation">;

/** A field of a stage before and after. */
export type SlaFieldChange = {
  readonly [Field in SlaStageField]: {
    readonly field: Field;
    readonly before: StageResult[Field];
    readonly after: StageResult[Field];
  };
}[SlaStageField];

/** Which way a due moment may have moved. */
export const SLA_DUE_MOVES = ["earlier", "later", "not-moved"] as const;

/** Which way a due moment moved. */
export type SlaDueMove = (typeof SLA_DUE_MOVES)[number];

/** What may have become of a stage. */
export const SLA_STAGE_CHANGE_KINDS = ["added", "removed", "changed"] as const;

/** What became of a stage. */
export type SlaStageChangeKind = (typeof SLA_STAGE_CHANGE_KINDS)[number];

/** What changed in one stage. */
export interface SlaStageChange {
  readonly clock: string;
  readonly stage: string;
  readonly cycle: number;
  readonly kind: SlaStageChangeKind;
  /** In the order of the fields of a result; empty for a stage that was added or removed. */
  readonly fields: readonly SlaFieldChange[];
  /** Which way the due moment moved, for a paused stage what would be due; null unless it is known on both sides. */
  readonly due: SlaDueMove | null;
  /** Lines of the explanation that are gone, and lines that are new. */
  readonly reasons: { readonly gone: readonly SlaExplanationLine[]; readonly fresh: readonly SlaExplanationLine[] };
}

/** A value on both sides. */
export interface SlaBeforeAfter<T> {
  readonly before: T;
  readonly after: T;
}

/** What changed between two evaluations of a case; null and empty when nothing did. */
export interface SlaDifference {
  readonly same: boolean;
  readonly policy: SlaBeforeAfter<SlaResult["policy"]> | null;
  readonly calendar: SlaBeforeAfter<SlaVersion | null> | null;
  readonly now: SlaBeforeAfter<Instant> | null;
  readonly mergedInto: SlaBeforeAfter<string | null> | null;
  /** The stage due first, when it is a different one. */
  readonly next: SlaBeforeAfter<{
    readonly clock: string;
    readonly stage: string;
    readonly cycle: number;
  } | null> | null;
  /** Stages that changed, in their order before, then those that were added. */
  readonly stages: readonly SlaStageChange[];
  /** Issues that are gone, and issues that are new. */
  readonly issues: { readonly gone: readonly Issue[]; readonly fresh: readonly Issue[] };
}

/** Every field, once; a new field does not compile until it is listed here. */
const FIELDS = Object.keys({
  basis: true,
  state: true,
  start: true,
  startDate: true,
  dueDate: true,
  dueAt: true,
  notBefore: true,
  dueIfResumedNow: true,
  endedAt: true,
  endedBy: true,
  earlierEnds: true,
  onTheSpot: true,
  amount: true,
  unit: true,
  measure: true,
  allowed: true,
  elapsed: true,
  remaining: true,
  usedShare: true,
  atRisk: true,
  atRiskDate: true,
  atRiskAt: true,
  escalations: true,
  nextEscalation: true,
  extensions: true,
  possibleExtensions: true,
  provisional: true,
} satisfies Record<SlaStageField, true>) as readonly SlaStageField[];

const isSame = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);

function pairOf<T>(before: T, after: T): SlaBeforeAfter<T> | null {
  return isSame(before, after) ? null : { before, after };
}

/** The items of a list that another lacks, equal items counted as often as they occur. */
function missingFrom<T>(other: readonly T[], list: readonly T[]): T[] {
  const counts = new Map<string, number>();
  for (const item of other) {
    const text = canonicalJson(item);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return list.filter((item) => {
    const text = canonicalJson(item);
    const left = counts.get(text) ?? 0;
    counts.set(text, left - 1);
    return left <= 0;
  });
}

function unmatched<T>(before: readonly T[], after: readonly T[]): { readonly gone: T[]; readonly fresh: T[] } {
  return { gone: missingFrom(after, before), fresh: missingFrom(before, after) };
}

function dueOf({ dueAt, dueIfResumedNow }: StageResult): number | null {
  const at = dueAt ?? dueIfResumedNow?.at ?? null;
  return at === null ? null : toInstantParts(at).seconds;
}

/** Which way a due moment moved; null unless it is known on both sides. */
export function moveOf(before: number | null, after: number | null): SlaDueMove | null {
  if (before === null || after === null) return null;
  return after < before ? "earlier" : after > before ? "later" : "not-moved";
}

function changeOf(before: StageResult, after: StageResult): SlaStageChange | null {
  const fields = FIELDS.filter((field) => !isSame(before[field], after[field])).map(
    // the field names the type of both values; the compiler cannot follow it through the union
    (field) => ({ field, before: before[field], after: after[field] }) as SlaFieldChange,
  );
  const reasons = unmatched(before.explanation, after.explanation);
  if (fields.length === 0 && reasons.gone.length === 0 && reasons.fresh.length === 0) return null;
  const { clock, stage, cycle } = before;
  return { clock, stage, cycle, kind: "changed", fields, due: moveOf(dueOf(before), dueOf(after)), reasons };
}

const identityOf = ({ clock, stage, cycle }: StageResult): { clock: string; stage: string; cycle: number } => ({
  clock,
  stage,
  cycle,
});

function onlyOn(kind: "added" | "removed", result: StageResult): SlaStageChange {
  const reasons = kind === "added" ? { gone: [], fresh: result.explanation } : { gone: result.explanation, fresh: [] };
  return { ...identityOf(result), kind, fields: [], due: null, reasons };
}

/**
 * What changed between two evaluations of one case (时限比较): after a new policy, a new calendar, another event, or time.
 *
 * Nothing derived is stored anywhere, so re-evaluating is all it takes; this compares the two results. Stages are
 * matched by clock, stage and cycle. Both sides are compared as they are: evaluate both with the same `now` to see what
 * the policy or calendar alone has changed. Reasons are compared line by line, so a holiday that moved a due date shows
 * as a fresh line.
 *
 * @param before - what {@link evaluateSla} returned first
 * @param after - what it returned later
 * @throws `sla/invalid-result` when one is not a result
 * @returns changes, structured; `same` when there are none at all
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * const events = [{ type: "received", at: "2026-02-13T10:00:00+08:00" }] as const;
 * const context = { now: "2026-02-14T09:00:00+08:00", calendars: [CN] };
 * const longer: SlaPolicy = { ...sourceComplaintPolicy, version: "2", clocks: [{ ...sourceComplaintClock, stages: [{ ...sourceComplaintClock.stages[0]!, amount: 4 }] }] };
 * const difference = diffSla(evaluateSla(sourceComplaintPolicy, events, context), evaluateSla(longer, events, context));
 * difference.stages.map(({ stage, due }) => [stage, due]) // => [["reply", "later"]]
 * difference.stages[0]?.fields.find(({ field }) => field === "dueDate") // => { field: "dueDate", before: "2026-02-25", after: "2026-02-26" }
 * @since 0.1.0
 */
export function diffSla(before: SlaResult, after: SlaResult): SlaDifference {
  readResult(before, "before");
  readResult(after, "after");
  const keyOf = (result: StageResult): string => canonicalJson(identityOf(result));
  const later = new Map(after.stages.map((stage) => [keyOf(stage), stage]));
  const stages: SlaStageChange[] = [];
  for (const stage of before.stages) {
    const key = keyOf(stage);
    const other = later.get(key);
    later.delete(key);
    const change = other === undefined ? onlyOn("removed", stage) : changeOf(stage, other);
    if (change !== null) stages.push(change);
  }
  for (const stage of later.values()) stages.push(onlyOn("added", stage));
  const changes = {
    policy: pairOf(before.policy, after.policy),
    calendar: pairOf(before.calendar, after.calendar),
    now: pairOf(before.now, after.now),
    mergedInto: pairOf(before.mergedInto, after.mergedInto),
    next: pairOf(before.next && identityOf(before.next), after.next && identityOf(after.next)),
  };
  const issues = unmatched(before.issues, after.issues);
  const same =
    stages.length === 0 &&
    issues.gone.length === 0 &&
    issues.fresh.length === 0 &&
    Object.values(changes).every((change) => change === null);
  return { same, ...changes, stages, issues };
}
