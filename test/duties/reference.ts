import { addDays, instantOf, isWorkingDay, localDateOf, weekdayOf } from "../../src/calendar/index.ts";
import type { WorkingCalendar } from "../../src/calendar/index.ts";
import { compareInstants } from "../../src/core/index.ts";
import type { Duty, DutyExcuse, DutyHolder, DutyPolicy, DutyRecord, DutyState } from "../../src/duties/index.ts";

/*
 * The rules of the room a second time, day by day and row by row, as one would do it with a wall calendar: nothing is
 * shared with the room, and nothing is fast.
 */

/** One duty, or what fell away, as the wall calendar has it. */
export interface SlowDuty {
  readonly policy: string;
  readonly version: string;
  readonly from: string;
  readonly to: string;
  /** Null when not known. */
  readonly due: string | null;
  readonly place: string;
  readonly fell: boolean;
}

/** Whether a day is worked; null outside the coverage. */
const workedOn = (calendar: WorkingCalendar, date: string): boolean | null =>
  date >= calendar.from && date < calendar.to ? isWorkingDay(calendar, date) : null;

/** The end of the period that begins on a day; null when none does. */
function periodFrom(policy: DutyPolicy, date: string): string | null {
  const { cadence } = policy;
  const [, month, day] = date.split("-").map(Number);
  switch (cadence.every) {
    case "working-day":
      return addDays(date, 1);
    case "date":
      return cadence.on.includes(date.slice(5)) ? addDays(date, 1) : null;
    case "week":
      return weekdayOf(date) === 1 ? addDays(date, 7) : null;
    default: {
      const months = { month: 1, quarter: 3, "half-year": 6, year: 12 }[cadence.every];
      if (day !== 1 || ((month ?? 0) - 1) % months !== 0) return null;
      let end = addDays(date, 1);
      let left = months;
      for (;;) {
        if (end.endsWith("-01") && --left === 0) return end;
        end = addDays(end, 1);
      }
    }
  }
}

function slowDay(
  policy: DutyPolicy,
  calendar: WorkingCalendar,
  from: string,
  to: string,
): Omit<SlowDuty, "policy" | "version"> | null {
  const { cadence, restDay } = policy;
  const named =
    cadence.every === "week"
      ? addDays(from, cadence.on - 1)
      : "on" in cadence && cadence.on === "last-day"
        ? addDays(to, -1)
        : from;
  // on its named day, unless the calendar ends, or begins, inside the period
  const place =
    named >= calendar.to && from < calendar.to
      ? addDays(calendar.to, -1)
      : named < calendar.from && to > calendar.from
        ? calendar.from
        : named;
  const unknown = { from, to, due: null, place, fell: false };
  if (cadence.every === "working-day") {
    const worked = workedOn(calendar, named);
    return worked === false ? null : worked === null ? unknown : { ...unknown, due: named, place: named };
  }
  let day = named;
  if (cadence.offset !== undefined) {
    const { n, in: unit } = cadence.offset;
    if (unit === "day") day = addDays(day, n);
    else {
      for (let left = Math.abs(n); left > 0;) {
        day = addDays(day, Math.sign(n));
        const worked = workedOn(calendar, day);
        if (worked === null) return unknown;
        if (worked) left--;
      }
    }
  }
  const known = { from, to, due: day, place: day, fell: false };
  if (restDay.rule === "stays") return known;
  const worked = workedOn(calendar, day);
  if (worked === null) return unknown;
  if (worked) return known;
  const fell = { ...known, due: null, fell: true };
  if (restDay.rule === "falls-away") return fell;
  const counted = day;
  const isInside = counted >= from && counted < to;
  for (;;) {
    day = addDays(day, restDay.rule === "next-working-day" ? 1 : -1);
    const next = workedOn(calendar, day);
    const isOutside = day < from || day >= to;
    if (restDay.beyondPeriod === "falls-away" && isInside && isOutside) return fell;
    if (next === null) return unknown;
    if (next) return { ...known, due: day, place: day };
  }
}

/** Everything a policy gives in a stretch of days under a calendar; periods up to three years outside it are looked at. */
export function slowDuties(
  policies: readonly DutyPolicy[],
  calendar: WorkingCalendar,
  asked: { readonly from: string; readonly to: string },
): SlowDuty[] {
  const found: SlowDuty[] = [];
  const end = addDays(asked.to, 1200);
  for (let from = addDays(asked.from, -1200); from < end; from = addDays(from, 1)) {
    for (const policy of policies) {
      if (from < policy.effectiveFrom || (policy.effectiveTo !== undefined && from >= policy.effectiveTo)) continue;
      const to = periodFrom(policy, from);
      const duty = to === null ? null : slowDay(policy, calendar, from, to);
      if (duty === null || duty.place < asked.from || duty.place >= asked.to) continue;
      found.push({ policy: policy.id, version: policy.version, ...duty });
    }
  }
  return found;
}

/** The last moment of a duty that is due at the end of a day or at a time of the clock. */
export function slowLatest(
  policy: DutyPolicy,
  { zone }: DutyHolder,
  calendar: WorkingCalendar,
  due: string,
): string | null {
  let day = due;
  const { grace, time } = policy;
  if (grace?.in === "day") day = addDays(due, grace.n);
  if (grace?.in === "working-day") {
    // the day of a duty that stays may be beyond the calendar
    if (workedOn(calendar, day) === null) return null;
    for (let left = grace.n; left > 0;) {
      day = addDays(day, 1);
      const worked = workedOn(calendar, day);
      if (worked === null) return null;
      if (worked) left--;
    }
  }
  const at =
    typeof time === "string" ? instantOf(day, "23:59:59", zone, { overlap: "later" }) : instantOf(day, time.at, zone);
  return at;
}

/** State of one duty, and its record, by looking at every row. */
export function slowState(
  duty: Duty,
  from: string,
  to: string,
  {
    records,
    excuses,
    now,
    zone,
  }: {
    readonly records: readonly DutyRecord[];
    readonly excuses: readonly DutyExcuse[];
    readonly now: string;
    readonly zone: string;
  },
): { readonly state: DutyState; readonly record: string | null } {
  const isEarly = duty.unit === "date" || (duty.due !== null && duty.due < from);
  const own = records
    .filter(({ person, kind, for: day, at }) => {
      const isOwn = person === duty.person && duty.satisfiedBy.includes(kind) && day >= from && day < to;
      return isOwn && compareInstants(at, now) <= 0 && (isEarly || localDateOf(at, zone) >= from);
    })
    .sort((a, b) => compareInstants(a.at, b.at) || (a.id < b.id ? -1 : 1));
  const record = own[0] ?? null;
  const answer = (state: DutyState): { state: DutyState; record: string | null } => ({
    state,
    record: record?.id ?? null,
  });
  if (duty.latest === null || duty.due === null) return answer("undetermined");
  if (record !== null && compareInstants(record.at, duty.latest) <= 0) return answer("on-time");
  const { due, policy } = duty;
  const isExcused = excuses.some(
    (excuse) =>
      excuse.person === duty.person &&
      excuse.from <= due &&
      due < excuse.to &&
      (excuse.policies === undefined || excuse.policies.includes(policy)),
  );
  if (isExcused) return answer("excused");
  if (record !== null) return answer("late");
  return answer(compareInstants(now, duty.latest) <= 0 ? "not-yet-due" : "missing");
}
