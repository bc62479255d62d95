import type { Period } from "../../calendar/index.ts";
import { countedDays, isOutOfRange, tryRange, workedOn } from "../../calendar/inner.ts";
import { compareDecimals, describeValue, fromDayNumber, tryDayNumber, tryDecimal } from "../../core/index.ts";
import type { Money } from "../../money/index.ts";
import { isBlank } from "../blank.ts";
import type { ActionProgress, ActionState, ProgressPart } from "../progress.ts";
import type { PlanAction } from "../types.ts";
import type { Check, PlanUnderCheck } from "./tree.ts";
import type { Path } from "../../core/index.ts";

/** 8.D: a time within the plan year and, where it is a day and there is a calendar, a working day. */
export const pitchTime: Check<Period> = (value, path, context) => {
  const { plan, year, report } = context;
  const pitch = tryRange(value);
  if (pitch === null) report("core/invalid-date", path, { received: describeValue(value) });
  else if (year !== null && (pitch.from < year.from || pitch.to > year.to)) {
    report("strategy-plan/pitch-outside-plan-year", path, { planned: value, period: plan.period });
  }
  if (pitch !== null && pitch.to - pitch.from === 1) reportDayOff(pitch.from, path, context);
};

/** A day off, or a day of which the calendar does not know; without a calendar nobody has asked. */
function reportDayOff(day: number, path: Path, { options: { calendar }, report }: PlanUnderCheck): void {
  if (calendar === undefined) return;
  const planned = fromDayNumber(day);
  const worked = workedOn(countedDays(calendar), day);
  const provisional = tryDayNumber(calendar.provisionalFrom);
  const where = { planned, calendar: calendar.id };
  if (isOutOfRange(worked)) report("strategy-plan/pitch-day-unsure", path, { ...where, doubt: "not-covered" });
  else if (provisional !== null && day >= provisional) {
    report("strategy-plan/pitch-day-unsure", path, { ...where, doubt: "provisional" });
  } else if (!worked) report("strategy-plan/pitch-on-day-off", path, where);
}

/** Income is planned for, and earned, within the plan year. */
export const incomeInYear: Check<{ readonly period: Period }> = ({ period }, path, { plan, year, report }) => {
  const days = tryRange(period);
  if (days === null || year === null || (days.from >= year.from && days.to <= year.to)) return;
  report("strategy-plan/income-outside-plan-year", [...path, "period"], { income: period, period: plan.period });
};

/** An amount that cannot be below 0. */
export const notNegative: Check<Money> = (amount, path, { report }) => {
  if (tryDecimal(amount.amount) === null || compareDecimals(amount.amount, "0") >= 0) return;
  report("strategy-plan/negative-amount", path, { amount });
};

/** 8.B: what has to suit the client was checked to. */
export const productOffer: Check<PlanAction> = ({ id, productOrService }, path, { report }) => {
  if (productOrService?.needsSuitability !== true || productOrService.suitability !== undefined) return;
  report("strategy-plan/suitability-missing", [...path, "productOrService"], { action: id });
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
export const progress: Check<PlanAction> = ({ id: action, progress: found }, path, { report }) => {
  if (found === undefined) return;
  const { state } = found;
  const missing = ASKED[state].needs.filter((part) => !says(found, part));
  const given = ASKED[state].forbids.filter((part) => says(found, part));
  const at = [...path, "progress"];
  if (missing.length > 0) report("strategy-plan/progress-incomplete", at, { action, state, missing });
  if (given.length > 0) report("strategy-plan/progress-contradicted", at, { action, state, given });
};

function says(found: ActionProgress, part: ProgressPart): boolean {
  const value = found[part];
  return typeof value === "string" ? !isBlank(value) : value !== undefined;
}
