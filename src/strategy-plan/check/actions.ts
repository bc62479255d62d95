import type { Period } from "../../calendar/index.ts";
import { countedDays, isOutOfRange, tryRange, workedOn, type DayRange } from "../../calendar/inner.ts";
import { describeValue, fromDayNumber, tryDayNumber, type LocalDate, type Path } from "../../core/index.ts";
import { isBlank, isSaid } from "../blank.ts";
import type { ActionProgress, ActionState, ProgressPart } from "../progress.ts";
import type { PitchDayDoubt, SuitabilityGap } from "../reasons.ts";
import type { PlanAction, PlanChallenge } from "../types.ts";
import type { Check, PlanUnderCheck } from "./tree.ts";
import { reportLater } from "./values.ts";

/** 8.D: a time within the plan year and, where it is a day and there is a calendar, a working day. */
export const pitchTime: Check<Period> = (value, path, context) => {
  const { plan, year, report } = context;
  const pitch = tryRange(value);
  if (pitch === null) report("core/invalid-date", path, { received: describeValue(value) });
  else if (year !== null && (pitch.from < year.from || pitch.to > year.to)) {
    report("strategy-plan/pitch-outside-plan-year", path, { planned: value, period: plan.period });
  }
  if (pitch !== null) reportDaysOff(value, pitch, path, context);
};

/**
 * A day off, or several of which none is worked; a day of which the calendar does not know, where it is the only one.
 * Without a calendar nobody has asked.
 */
function reportDaysOff(
  planned: Period,
  { from, to }: DayRange,
  path: Path,
  { options: { calendar }, report }: PlanUnderCheck,
): void {
  if (calendar === undefined) return;
  const days = countedDays(calendar);
  const provisional = tryDayNumber(calendar.provisionalFrom);
  const unsure = (day: number): PitchDayDoubt | null =>
    isOutOfRange(workedOn(days, day))
      ? "not-covered"
      : provisional !== null && day >= provisional
        ? "provisional"
        : null;
  const isOneDay = to - from === 1;
  // ends at the first day that is worked or may be, so that a long period is not walked through
  for (let day = from; day < to; day += 1) {
    const doubt = unsure(day);
    if (doubt !== null && isOneDay) {
      report("strategy-plan/pitch-day-unsure", path, { planned: fromDayNumber(day), calendar: calendar.id, doubt });
    }
    if (doubt !== null || workedOn(days, day) === true) return;
  }
  report("strategy-plan/pitch-on-day-off", path, {
    planned: isOneDay ? fromDayNumber(from) : planned,
    calendar: calendar.id,
  });
}

/** Income is planned for, and earned, within the plan year. */
export const incomeInYear: Check<{ readonly period: Period }> = ({ period }, path, { plan, year, report }) => {
  const days = tryRange(period);
  if (days === null || year === null || (days.from >= year.from && days.to <= year.to)) return;
  report("strategy-plan/income-outside-plan-year", [...path, "period"], { income: period, period: plan.period });
};

/** 8.B: what has to suit the client was checked to, by somebody, for a need, and before it was pitched. */
export const productOffer: Check<PlanAction> = (action, path, { asOf, report }) => {
  if (action.productOrService?.needsSuitability !== true) return;
  const gap = suitabilityGap(action, asOf);
  if (gap !== null)
    report("strategy-plan/suitability-missing", [...path, "productOrService"], { action: action.id, gap });
};

function suitabilityGap(action: PlanAction, asOf: LocalDate): SuitabilityGap | null {
  const check = action.productOrService?.suitability;
  if (check === undefined) return "absent";
  const checked = tryDayNumber(check.checkedOn);
  if (checked === null || isBlank(check.checkedBy) || isBlank(check.need)) return "blank";
  const today = tryDayNumber(asOf);
  if (today !== null && checked > today) return "later";
  const pitched = pitchedBy(action);
  return pitched !== null && checked > pitched ? "after-pitch" : null;
}

/** The last day on which an action was pitched, as far as the plan tells: its time, where nobody says what came of it. */
function pitchedBy({ plannedPitchTime, progress: found }: PlanAction): number | null {
  const planned = tryRange(plannedPitchTime);
  if (found === undefined) return planned === null ? null : planned.to - 1;
  return IS_PITCHED[found.state] ? tryDayNumber(found.actualDate) : null;
}

const IS_PITCHED: Readonly<Record<ActionState, boolean>> = {
  planned: false,
  pitched: true,
  won: true,
  lost: true,
  dropped: false,
};

interface Asked {
  readonly needs: readonly ProgressPart[];
  readonly forbids: readonly ProgressPart[];
}

/** What each state has to say, and what it cannot. */
const ASKED: Readonly<Record<ActionState, Asked>> = {
  planned: { needs: [], forbids: ["actualDate", "actualIncome", "outcome", "reason"] },
  pitched: { needs: ["actualDate"], forbids: ["actualIncome"] },
  won: { needs: ["actualDate"], forbids: [] },
  lost: { needs: ["actualDate", "reason"], forbids: ["actualIncome"] },
  dropped: { needs: ["reason"], forbids: ["actualIncome"] },
};

/** What became of an action agrees with its state. */
export const progress: Check<PlanAction> = ({ id: action, progress: found }, path, context) => {
  if (found === undefined) return;
  const { options, report } = context;
  const { state } = found;
  const missing = ASKED[state].needs.filter((part) => !isSaid(found[part]));
  const given = ASKED[state].forbids.filter((part) => isSaid(found[part]));
  const at = [...path, "progress"];
  if (missing.length > 0) report("strategy-plan/progress-incomplete", at, { action, state, missing });
  if (given.length > 0) report("strategy-plan/progress-contradicted", at, { action, state, given });
  // without a day of the check nobody has said what is still to come: progress is later than the plan
  const { actualDate } = found;
  if (actualDate !== undefined && options.asOf !== undefined) {
    reportLater(actualDate, options.asOf, [...at, "actualDate"], report);
  }
  progressTimes(action, found, at, context);
};

/** Nothing comes of an action before there is a plan, and a won one earns nothing before it is won, or in days to come. */
function progressTimes(
  action: string,
  { actualDate, actualIncome }: ActionProgress,
  at: Path,
  { options, plan, year, report }: PlanUnderCheck,
): void {
  const day = tryDayNumber(actualDate);
  const prepared = tryDayNumber(plan.preparedOn);
  if (day !== null && actualDate !== undefined && year !== null && prepared !== null) {
    const isBefore = day < year.from && day < prepared;
    const details = { action, actualDate, period: plan.period };
    if (isBefore) report("strategy-plan/progress-before-plan", [...at, "actualDate"], details);
  }
  const earned = tryRange(actualIncome?.period);
  if (earned === null || actualIncome === undefined) return;
  const path = [...at, "actualIncome", "period"];
  if (options.asOf !== undefined) reportLater(fromDayNumber(earned.from), options.asOf, path, report);
  if (day !== null && actualDate !== undefined && earned.to <= day) {
    report("strategy-plan/income-before-win", path, { action, actualDate, income: actualIncome.period });
  }
}

/** 9.C: preventive work that is open and past its day. */
export const prevention: Check<PlanChallenge> = ({ id, preventionAndTimetable }, path, { asOf, report }) => {
  const today = tryDayNumber(asOf);
  for (const [index, { due, state }] of (preventionAndTimetable ?? []).entries()) {
    const last = tryDayNumber(due);
    if (state !== "open" || due === undefined || last === null || today === null || last >= today) continue;
    report("strategy-plan/prevention-overdue", [...path, "preventionAndTimetable", index], { challenge: id, due });
  }
};
