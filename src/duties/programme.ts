import type { WorkingHours } from "../calendar/index.ts";
import { addWorkedSeconds, closeOfBusiness, momentOn, shiftWorked, workedSeconds } from "../calendar/inner.ts";
import type { CountedDays, DayRange, ZoneTable } from "../calendar/inner.ts";
import { MAX_DAY_NUMBER, MIN_DAY_NUMBER, type DayNumber } from "../core/index.ts";
import { compareTexts } from "../core/inner.ts";
import { dueDays, type DueDay } from "./due-days.ts";
import { needsHours, type ReadDutyPolicy } from "./read-policy.ts";

/** One duty of everybody in a role at a place. */
export interface ProgrammeEntry extends DueDay {
  /** Index of its policy in the list of the programme. */
  readonly line: number;
}

/**
 * What everybody in a role under a calendar owes in the asked period, worked out once: a holder's duties are a stretch
 * of its entries.
 */
export interface Programme {
  readonly days: CountedDays;
  readonly policies: readonly ReadDutyPolicy[];
  /** By place, then by policy id, then by period. */
  readonly entries: readonly ProgrammeEntry[];
  readonly fallen: readonly ProgrammeEntry[];
  /** By policy: the entry for the period a day lies in, by days since the first; -1 where there is no entry. */
  readonly slots: readonly { readonly first: DayNumber; readonly entries: Int32Array }[];
  /** Indexes of the policies that a kind of record satisfies. */
  readonly byKind: ReadonlyMap<string, readonly number[]>;
  readonly needsHours: boolean;
}

/** The moments of a programme in one zone with one set of hours, in seconds, entry by entry; NaN where not known. */
export interface TimedProgramme {
  readonly programme: Programme;
  readonly zone: ZoneTable;
  /** Null when the programme does not need them, or they are not given. */
  readonly hours: WorkingHours | null;
  readonly dueAt: Float64Array;
  readonly latest: Float64Array;
  /** The first second at which a record can be for the entry. */
  readonly opens: Float64Array;
  /** Entries whose last moment is not known: for each policy, those that lack the hours, and all others. */
  readonly gaps: readonly { readonly lacksHours: boolean; readonly entries: readonly number[] }[];
}

/** Order by day, then by policy id, then by period. */
export const compareDueDays = (a: DueDay, b: DueDay): number =>
  a.place - b.place || compareTexts(a.read.policy.id, b.read.policy.id) || a.from - b.from;

function slotsOf(entries: readonly ProgrammeEntry[], line: number): Programme["slots"][number] {
  const first = entries.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const slots = new Int32Array(entries.reduce((most, { to }) => Math.max(most, to - first), 0)).fill(-1);
  for (const [at, { from, to, line: of }] of entries.entries())
    if (of === line) slots.fill(at, from - first, to - first);
  return { first, entries: slots };
}

/** The programme of the policies of one role under one calendar. */
export function programmeOf(policies: readonly ReadDutyPolicy[], days: CountedDays, asked: DayRange): Programme {
  const all = policies
    .flatMap((read, line) => dueDays(read, days, asked).map((day) => ({ ...day, line })))
    .sort(compareDueDays);
  const entries = all.filter(({ falls }) => falls === null);
  const kinds = new Set(policies.flatMap(({ policy }) => policy.satisfiedBy));
  const linesOf = (kind: string): number[] =>
    policies.flatMap(({ policy }, line) => (policy.satisfiedBy.includes(kind) ? [line] : []));
  return {
    days,
    policies,
    entries,
    fallen: all.filter(({ falls }) => falls !== null),
    slots: policies.map((_, line) => slotsOf(entries, line)),
    byKind: new Map([...kinds].map((kind) => [kind, linesOf(kind)])),
    needsHours: entries.some(({ read }) => needsHours(read.policy)),
  };
}

/** What the moments of a programme depend on. */
type Place = Pick<TimedProgramme, "programme" | "zone" | "hours">;

/** The moment of a day by which a duty is due; null where the hours do not reach. */
function momentOf(read: ReadDutyPolicy, day: DayNumber, { zone, hours }: Place): number | null {
  const { time } = read.policy;
  // the first and the last day there is begin or end outside the years 0001 to 9999 in some zone
  if (day <= MIN_DAY_NUMBER || day >= MAX_DAY_NUMBER) return null;
  if (read.second !== null) return momentOn(zone, day, read.second);
  const end = momentOn(zone, day, 86400);
  if (time === "end-of-day") return end - 1;
  if (hours === null) return null;
  if (time === "close-of-business") {
    const close = closeOfBusiness(hours, day);
    // a place open to midnight closes with the day
    return typeof close === "number" ? Math.min(close, end - 1) : null;
  }
  const midnight = momentOn(zone, day, 0);
  if (workedSeconds(hours, midnight, end) === 0) return end - 1;
  // the moment at which the place has been open for one second, less that second
  const second = addWorkedSeconds(hours, midnight, 1);
  return typeof second === "number" ? second - 1 : null;
}

/** The last moment of a duty that is due at a moment of a day; null where calendar or hours do not reach. */
function latestOf(read: ReadDutyPolicy, day: DayNumber, at: number, place: Place): number | null {
  const { grace } = read.policy;
  if (grace === undefined) return at;
  if (grace.in === "minute") return day + Math.ceil(grace.n / 1440) < MAX_DAY_NUMBER ? at + grace.n * 60 : null;
  const last = grace.in === "day" ? day + grace.n : shiftWorked(place.programme.days, day, grace.n);
  return typeof last === "number" ? momentOf(read, last, place) : null;
}

/** A programme with its moments. */
export function timedProgramme(programme: Programme, zone: ZoneTable, hours: WorkingHours | null): TimedProgramme {
  const { entries } = programme;
  const unset = (): Float64Array => new Float64Array(entries.length).fill(Number.NaN);
  const [dueAt, latest, opens] = [unset(), unset(), unset()];
  const noGaps = (lacksHours: boolean) => ({ lacksHours, entries: new Array<number>() });
  const gaps = programme.policies.flatMap(() => [noGaps(true), noGaps(false)]);
  const place = { programme, zone, hours };
  for (const [at, { read, line, from, moved }] of entries.entries()) {
    // what is due before its period begins, or on a fixed date, is done before it
    const isEarly = read.cadence.unit === "date" || moved < from;
    opens[at] = isEarly ? Number.NEGATIVE_INFINITY : momentOn(zone, from, 0);
    const moment = Number.isFinite(moved) ? momentOf(read, moved, place) : null;
    const last = moment === null ? null : latestOf(read, moved, moment, place);
    dueAt[at] = moment ?? Number.NaN;
    latest[at] = last ?? Number.NaN;
    const lacksHours = hours === null && needsHours(read.policy) && Number.isFinite(moved);
    if (last === null) gaps[line * 2 + (lacksHours ? 0 : 1)]!.entries.push(at);
  }
  return { ...place, dueAt, latest, opens, gaps };
}
