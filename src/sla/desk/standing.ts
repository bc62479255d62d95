import { textOf } from "../../calendar/inner.ts";
import { type DayNumber, type InstantParts, fromDayNumber } from "../../core/index.ts";
import { atRiskMoment } from "../result/alerts.ts";
import type { CaseAssessment, StageAssessment } from "../engine/assess.ts";
import type { ResolvedPolicy } from "../engine/resolve.ts";
import type { Tally } from "./tally.ts";
import type { DeskAttention, DeskCase, DeskFlag } from "./types.ts";
import type { CompiledPolicy } from "../prepare.ts";

/** A policy version ready for use, with the number of cases it has seen. */
export interface Rule {
  readonly compiled: CompiledPolicy;
  readonly resolved: ResolvedPolicy;
  readonly now: InstantParts;
  readonly today: DayNumber;
  cases: number;
}

/** What a case comes to. */
export interface Standing {
  isOpen: boolean;
  isWithdrawn: boolean;
  isDueToday: boolean;
  isAtRisk: boolean;
  isBreached: boolean;
  isPaused: boolean;
  isUndetermined: boolean;
  isLate: boolean;
  /** The open stage due first. */
  next: StageAssessment | null;
  /** Second of the last end. */
  lastEnd: number;
}

function isAtRisk(rule: Rule, stage: StageAssessment): boolean {
  const at = atRiskMoment(rule.resolved, stage);
  return typeof at === "number" && at <= rule.now.seconds;
}

/** Whether the case was taken up again after an event. */
function isReopenedAfter({ timeline }: CaseAssessment, index: number): boolean {
  return timeline.events.slice(index).some(({ event }) => event.type === "re-opened");
}

/** What the stages of a case come to. */
export function standingOf(rule: Rule, assessed: CaseAssessment): Standing {
  const standing: Standing = {
    isOpen: false,
    isWithdrawn: false,
    isDueToday: false,
    isAtRisk: false,
    isBreached: false,
    isPaused: false,
    isUndetermined: false,
    isLate: false,
    next: null,
    lastEnd: Number.NEGATIVE_INFINITY,
  };
  let earliest = Number.POSITIVE_INFINITY;
  for (const stage of assessed.stages) {
    const { state, deadline, history } = stage;
    const { end } = history;
    standing.isUndetermined ||= state === "undetermined";
    standing.isLate ||= state === "breached" || state === "met-late";
    if (end !== null) {
      // for a stage reported in cycles, the end of an earlier cycle is a result too, though it no longer holds
      standing.isWithdrawn ||= (end.by === "withdrawn" || end.by === "merged") && !isReopenedAfter(assessed, end.index);
      standing.lastEnd = Math.max(standing.lastEnd, end.seconds);
      continue;
    }
    if (state === "not-started") continue;
    standing.isOpen = true;
    standing.isBreached ||= state === "breached";
    standing.isPaused ||= state === "paused";
    standing.isDueToday ||= state !== "paused" && deadline?.day === rule.today;
    standing.isAtRisk ||= state !== "breached" && isAtRisk(rule, stage);
    const due = deadline?.seconds ?? Number.POSITIVE_INFINITY;
    if (standing.next !== null && due >= earliest) continue;
    standing.next = stage;
    earliest = due;
  }
  return standing;
}

/** Counts a case. */
export function count(tally: Tally, standing: Standing): void {
  tally.cases++;
  if (standing.isOpen) tally.open++;
  else if (standing.isWithdrawn) tally.withdrawn++;
  else tally.closed++;
  if (standing.isDueToday) tally.dueToday++;
  if (standing.isAtRisk) tally.atRisk++;
  if (standing.isBreached) tally.breached++;
  if (standing.isPaused) tally.paused++;
  if (standing.isUndetermined) tally.undetermined++;
  const isClosed = !standing.isOpen && !standing.isWithdrawn;
  if (standing.isLate) tally.due++;
  else if (isClosed && !standing.isUndetermined) {
    tally.due++;
    tally.onTime++;
  }
}

/** The line of an open case that needs attention, with its sort key; null when it needs none. */
export function attentionOf(
  row: DeskCase,
  rule: Rule,
  standing: Standing,
): { readonly due: number; readonly line: DeskAttention } | null {
  const { next } = standing;
  if (next === null || !(standing.isDueToday || standing.isAtRisk || standing.isBreached)) return null;
  const { zone } = rule.resolved;
  const flags: DeskFlag[] = [];
  if (standing.isDueToday) flags.push("due-today");
  if (standing.isAtRisk) flags.push("at-risk");
  if (standing.isBreached) flags.push("breached");
  const due = next.state === "paused" ? null : next.deadline;
  return {
    due: due?.seconds ?? Number.POSITIVE_INFINITY,
    line: {
      case: row.id,
      owner: row.owner,
      category: row.category,
      policy: row.policy,
      clock: next.prepared.clock.id,
      stage: next.prepared.stage.id,
      state: next.state,
      dueDate: due && fromDayNumber(due.day),
      dueAt: due && textOf(zone, due.seconds),
      flags,
    },
  };
}
