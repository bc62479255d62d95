import { coverage, rollDate, type WorkingCalendar } from "../calendar/index.ts";
import {
  formatDecimal,
  fromDayNumber,
  toDayNumber,
  type DecimalString,
  type Issue,
  type LocalDate,
} from "../core/index.ts";
import { calendarOf, elapsedAt, hoursOf, measureOf, type Deadline, type Ground, type LimitStart } from "./deadline.ts";
import { explain } from "./explain.ts";
import { offerOf } from "./extension.ts";
import { needsCalendar, needsHours, type PreparedStage } from "./policy.ts";
import type { Timeline } from "./timeline.ts";
import type { PossibleExtension, SlaDue, SlaStage, SlaState, StageResult } from "./types.ts";
import { deadlineAt, outOfCoverage, type DeadlineOutcome, type StageHistory } from "./history.ts";
import { dateAt, textOf } from "./zoned.ts";

/** The due moment of a stage at the moment asked for, and what could not be told. */
interface Finding {
  readonly state: SlaState;
  /** Null when the calendar does not reach. */
  readonly deadline: Deadline | null;
  readonly notBefore: LocalDate | null;
  readonly issue: Issue | null;
}

/** The calendars a stage counts on: the policy's, that of its working hours, or both. */
function calendarsOf(ground: Ground, stage: SlaStage): WorkingCalendar[] {
  return [
    ...(needsCalendar(stage) ? [calendarOf(ground)] : []),
    ...(needsHours(stage) ? [hoursOf(ground).calendar] : []),
  ];
}

/**
 * The day before which a due date beyond the coverage cannot lie: the last covered day, or its last working day where
 * the due date may be rolled back. Null when the limit starts before the coverage.
 */
function lastKnownDay(ground: Ground, stage: SlaStage, startedAt: number): LocalDate | null {
  const known = calendarsOf(ground, stage).map((calendar) => coverage(calendar));
  const start = dateAt(startedAt, ground.policy.zone);
  if (known.some(({ from }) => start < from)) return null;
  const last = fromDayNumber(Math.min(...known.map(({ to }) => toDayNumber(to))) - 1);
  return stage.roll === "preceding" ? rollDate(calendarOf(ground), last, "preceding") : last;
}

/** What can be said without a due date: an end no later than the last known day was in time all the same. */
function findUndetermined(
  ground: Ground,
  stage: SlaStage,
  history: StageHistory,
  startedAt: number,
  issue: Issue,
): Finding {
  const notBefore = lastKnownDay(ground, stage, startedAt);
  const { end } = history;
  const inTime = end !== null && notBefore !== null && dateAt(end.seconds, ground.policy.zone) <= notBefore;
  const state = !inTime ? "undetermined" : end.by === "withdrawn" ? "withdrawn" : "met";
  return { state, deadline: null, notBefore, issue };
}

function find(ground: Ground, stage: SlaStage, history: StageHistory, now: number): Finding {
  const { started, end } = history;
  if (started.kind === "not-started") {
    return { state: end === null ? "not-started" : "withdrawn", deadline: null, notBefore: null, issue: null };
  }
  const at = end?.seconds ?? now;
  const outcome: DeadlineOutcome = deadlineAt(ground, stage, started, history, at);
  if (!outcome.ok) return findUndetermined(ground, stage, history, started.seconds, outcome.issue);
  const { deadline, paused } = outcome;
  const late = at > deadline.seconds;
  const found = { deadline, notBefore: null, issue: null };
  if (end === null) return { ...found, state: paused ? "paused" : late ? "breached" : "running" };
  if (end.by === "withdrawn") return { ...found, state: late ? "breached" : "withdrawn" };
  return { ...found, state: late ? "met-late" : "met" };
}

interface Usage {
  readonly allowed: number | null;
  readonly elapsed: number | null;
}

/** Time allowed and used, as far as the calendar reaches. */
function usageOf(ground: Ground, history: StageHistory, start: LimitStart, finding: Finding, at: number): Usage {
  const measure = measureOf(history.allowance.unit);
  const { deadline } = finding;
  const inside = (count: () => number): number | null => {
    try {
      return count();
    } catch (error) {
      outOfCoverage(error);
      return null;
    }
  };
  return {
    allowed: deadline && inside(() => elapsedAt(ground, measure, start, deadline.leftOut, deadline.seconds)),
    elapsed: deadline && inside(() => elapsedAt(ground, measure, start, deadline.leftOut, at)),
  };
}

/** Share of two whole numbers, rounded down to four digits. */
function shareOf(part: number, whole: number): DecimalString | null {
  if (whole <= 0) return null;
  return formatDecimal({ coefficient: (BigInt(Math.floor(part)) * 10000n) / BigInt(Math.floor(whole)), scale: 4 });
}

function possibleExtensions(stage: SlaStage, history: StageHistory, state: SlaState): PossibleExtension[] {
  if (history.end !== null || state === "not-started") return [];
  return (stage.extensions ?? []).flatMap((rule) => {
    if (state === "breached" && rule.beforeExpiryOnly) return [];
    const offer = offerOf(stage, rule, history.allowance, history.grants);
    if (!offer.ok) return [];
    const { amount: to, unit } = offer.allowance;
    return [{ extension: rule.id, to, unit, role: rule.role ?? null, notifyCustomer: rule.notifyCustomer }];
  });
}

/** Whether any day the stage rests on is one its calendar expects but does not know yet. */
function isProvisional(ground: Ground, stage: SlaStage, finding: Finding, start: LimitStart | null): boolean {
  const last = finding.deadline?.date ?? finding.notBefore ?? start?.date;
  return calendarsOf(ground, stage).some(({ provisionalFrom }) => {
    return provisionalFrom !== undefined && last !== undefined && last >= provisionalFrom;
  });
}

/** A stage as it is told, with what its calendar could not say. */
export interface StageAnswer {
  readonly result: StageResult;
  readonly issue: Issue | null;
}

/**
 * The state of a stage at a moment.
 *
 * @param ground - calendar, hours and zone
 * @param prepared - the stage
 * @param history - what happened to it
 * @param timeline - what happened to the case
 * @param now - moment, in seconds
 * @param explained - whether to give the reasons line by line
 * @returns the result, and an issue where the calendar does not reach far enough
 */
export function stageResult(
  ground: Ground,
  prepared: PreparedStage,
  history: StageHistory,
  timeline: Timeline,
  now: number,
  explained: boolean,
): StageAnswer {
  const { clock, stage } = prepared;
  const { zone } = ground.policy;
  const { started, end, allowance } = history;
  const finding = find(ground, stage, history, now);
  const { state, deadline, notBefore, issue } = finding;
  const start = started.kind === "known" ? started.start : null;
  const at = end?.seconds ?? now;
  const due: SlaDue | null = deadline && { date: deadline.date, at: textOf(deadline.seconds, zone) };
  const shown = state === "paused" ? null : due;
  const { allowed, elapsed } =
    start === null ? { allowed: null, elapsed: null } : usageOf(ground, history, start, finding, at);
  const known = allowed !== null && elapsed !== null;
  const provisional = isProvisional(ground, stage, finding, start);
  const result: StageResult = {
    clock: clock.id,
    stage: stage.id,
    basis: clock.basis,
    state,
    start: started.kind === "not-started" ? null : textOf(started.seconds, zone),
    startDate: start?.date ?? null,
    dueDate: shown?.date ?? null,
    dueAt: shown?.at ?? null,
    notBefore,
    dueIfResumedNow: state === "paused" ? due : null,
    endedAt: end && textOf(end.seconds, zone),
    onTheSpot: stage.preferOnTheSpot === true && end !== null && end.by !== "withdrawn" ? end.onTheSpot : null,
    amount: allowance.amount,
    unit: allowance.unit,
    measure: measureOf(allowance.unit),
    allowed,
    elapsed,
    remaining: known ? allowed - elapsed : null,
    usedShare: known ? shareOf(elapsed, allowed) : null,
    extensions: history.grants.map(({ extension, at: grantedAt, to, unit }) => ({
      extension,
      at: grantedAt,
      to,
      unit,
    })),
    possibleExtensions: possibleExtensions(stage, history, state),
    provisional,
    explanation: explained
      ? explain(ground, prepared, history, timeline, { deadline, notBefore, at, provisional })
      : [],
  };
  return {
    result,
    issue: issue && {
      code: issue.code,
      path: ["stages", prepared.index],
      details: { ...issue.details, clock: clock.id, stage: stage.id, notBefore },
    },
  };
}
