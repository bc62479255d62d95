import { readPeriod, type Period } from "../calendar/index.ts";
import { textOf, type DayRange } from "../calendar/inner.ts";
import { fromDayNumber, readInteger, toDayNumber, type RowIssue } from "../core/index.ts";
import { compareTexts, readList, refuse } from "../core/inner.ts";
import { periodName } from "./cadence.ts";
import { dueDay, firstNotBefore, holidayFact, reasonOf } from "./due-days.ts";
import { refuseDuty, type DutyErrorCode, type DutyIssueCode } from "./errors.ts";
import { holdersOf, valueOf, type Holder } from "./read-rows.ts";
import { compareDueDays, programmeOf, timedProgramme } from "./programme.ts";
import type { Programme, ProgrammeEntry, TimedProgramme } from "./programme.ts";
import { readDutyPolicy, type ReadDutyPolicy } from "./read-policy.ts";
import type { DutiesDue, Duty, DutyContext, DutyHolder, DutyPolicy, FallenDuty } from "./types.ts";

/** A stretch of a programme that somebody owes: entries `from` to before `to`. */
export interface Stretch {
  readonly holder: Holder;
  readonly timed: TimedProgramme;
  readonly from: number;
  readonly to: number;
  /** Number of the duty that its first entry is. */
  readonly start: number;
}

/** What is behind a {@link DutiesDue}. */
export interface DutyBook {
  readonly n: number;
  /** In the order of the rows of people. */
  readonly stretches: readonly Stretch[];
  readonly byPerson: ReadonlyMap<string, readonly Stretch[]>;
  /** Ids of the policies it was made with. */
  readonly policies: ReadonlySet<string>;
}

const books = /* @__PURE__ */ new WeakMap<DutiesDue, DutyBook>();

/** What is behind a handle. */
export function bookOf(duties: DutiesDue): DutyBook {
  return books.get(duties) ?? refuseDuty("duties/not-a-handle", ["duties"], "not an answer of dutiesDue", {});
}

/** The first entry of a programme that is not before a day. */
export const firstEntryFrom = (entries: readonly ProgrammeEntry[], day: number): number =>
  firstNotBefore(0, entries.length, (at) => entries[at]!.place < day);

/** The duty that an entry of a stretch is. */
export function dutyAt({ holder, timed }: Stretch, at: number): Duty {
  const entry = timed.programme.entries[at]!;
  const { id, version, satisfiedBy } = entry.read.policy;
  const { person, role, orgUnit, days } = holder;
  const moment = (second: number): string | null => (Number.isNaN(second) ? null : textOf(timed.zone, second));
  const { unit } = entry.read.cadence;
  return {
    id: `duties/${id}@${person}@${fromDayNumber(entry.from)}/${satisfiedBy[0]!}`,
    policy: id,
    version,
    person,
    role,
    ...(orgUnit === null ? {} : { orgUnit }),
    satisfiedBy,
    unit,
    period: periodName(unit, entry),
    due: Number.isFinite(entry.moved) ? fromDayNumber(entry.moved) : null,
    dueAt: moment(timed.dueAt[at]!),
    latest: moment(timed.latest[at]!),
    reason: reasonOf(entry, days),
  };
}

/** A duty as its stretch and its entry. */
export type DutyPlace = readonly [stretch: Stretch, at: number];

/** Where duty `i` is. */
export function placeIn({ stretches, n }: DutyBook, i: number): DutyPlace {
  readInteger(i, "i", 0, n - 1);
  const stretch = stretches[firstNotBefore(1, stretches.length, (k) => stretches[k]!.start <= i) - 1]!;
  return [stretch, stretch.from + i - stretch.start];
}

/** Where the duties of a stretch are, in order. */
export const placesOfStretch = (stretch: Stretch): readonly DutyPlace[] =>
  Array.from({ length: stretch.to - stretch.from }, (_, i) => [stretch, stretch.from + i]);

/** Where everything one person owes is, by day, then by policy id, then by period. */
export function placesOfPerson({ byPerson }: DutyBook, person: string): readonly DutyPlace[] {
  const entryOf = ([{ timed }, at]: DutyPlace): ProgrammeEntry => timed.programme.entries[at]!;
  const places = (byPerson.get(person) ?? []).flatMap(placesOfStretch);
  return places.sort((a, b) => compareDueDays(entryOf(a), entryOf(b)));
}

/** Policies read whole, no two versions of one in force at a time. */
function readPolicies(policies: readonly DutyPolicy[]): readonly ReadDutyPolicy[] {
  const list = readList(policies, ["policies"], "duties/invalid-input" satisfies DutyErrorCode);
  const read = list.map((policy, index) => readDutyPolicy(policy, ["policies", index]));
  for (const [index, { policy, from, to }] of read.entries()) {
    const other = read.slice(0, index).find((one) => one.policy.id === policy.id && from < one.to && one.from < to);
    if (other === undefined) continue;
    const details = { policy: policy.id, versions: [other.policy.version, policy.version] };
    refuse("core/invalid-policy", ["policies", index], "two versions are in force at a time", details);
  }
  return read;
}

type Bound = Pick<Stretch, "holder" | "timed">;

/** Holders with their programmes; holders of one role under one calendar, in one zone with one set of hours, share one. */
function bind(holders: readonly Holder[], policies: readonly ReadDutyPolicy[], asked: DayRange) {
  const programmes = new Map<string, Programme>();
  const timed = new Map<string, TimedProgramme>();
  return holders.map((holder): Bound => {
    const { role, days, zone } = holder;
    const key = JSON.stringify([role, days.calendar.id]);
    const isOwn = ({ policy }: ReadDutyPolicy): boolean => policy.role === role;
    const programme = valueOf(programmes, key, () => programmeOf(policies.filter(isOwn), days, asked));
    const hours = programme.needsHours ? holder.hours : null;
    const make = (): TimedProgramme => timedProgramme(programme, zone, hours);
    return { holder, timed: valueOf(timed, JSON.stringify([key, zone.id, hours?.id ?? null]), make) };
  });
}

/** Whether a period is owed in another row. */
function isOwedIn({ days, from, to }: Holder, { read, index }: ProgrammeEntry): boolean {
  const { falls, place } = dueDay(read, days, index);
  return falls === null && place >= from && place < to;
}

/** What each holder owes, in order of row; a period that was owed at a place with another calendar is not owed again. */
function stretchesOf(bound: readonly Bound[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const { holder, timed } of bound) {
    const { entries } = timed.programme;
    const earlier = holder.alike.filter(({ to, days }) => to <= holder.from && days !== holder.days);
    const end = firstEntryFrom(entries, holder.to);
    const add = (from: number, to: number): void => {
      stretches.push({ holder, timed, from, to, start });
      start += to - from;
    };
    let from = firstEntryFrom(entries, holder.from);
    for (let at = from; earlier.length > 0 && at < end; at++) {
      if (!earlier.some((other) => isOwedIn(other, entries[at]!))) continue;
      add(from, at);
      from = at + 1;
    }
    add(from, end);
  }
  return stretches;
}

/** Issues of what is undetermined: missing hours per row, calendars that do not reach once per policy. */
function issuesOf(stretches: readonly Stretch[]): readonly RowIssue[] {
  const issues = new Map<string, RowIssue>();
  for (const { holder, timed, from, to } of stretches) {
    const { row, days, hoursId } = holder;
    for (const { lacksHours, entries } of timed.gaps) {
      const at = entries.find((entry) => entry >= from) ?? to;
      if (at >= to) continue;
      const { id: policy } = timed.programme.entries[at]!.read.policy;
      const { id: calendar, version, from: first, to: end } = days.calendar;
      const missing = {
        code: "duties/missing-hours" satisfies DutyIssueCode,
        path: ["hours"],
        details: { hours: hoursId },
      };
      const details = { policy, calendar, version, from: first, to: end };
      const issue = lacksHours ? missing : { code: "calendar/out-of-range", path: ["calendar"], details };
      valueOf(issues, JSON.stringify(lacksHours ? [row] : [policy, calendar]), () => ({ row, ...issue }));
    }
  }
  return [...issues.values()];
}

/** What fell away in a programme. */
const fallenOf = ({ days, fallen }: Programme): readonly FallenDuty[] =>
  fallen.map(({ read: { policy, cadence }, counted, falls, ...range }) => ({
    policy: policy.id,
    version: policy.version,
    calendar: days.calendar.id,
    unit: cadence.unit,
    period: periodName(cadence.unit, range),
    restDay: fromDayNumber(counted),
    ...holidayFact(days, counted),
    because: falls!,
  }));

/**
 * What people in their roles owe in a period (职责到期): the days, moments and reasons of every recurring duty.
 *
 * A duty belongs to the asked period by the day it is due, so that periods that share no day share no duty; where the
 * calendar does not reach, by the day its cadence names, or by the first or last day that it knows of the period. The
 * day due is the named day, then its offset (calendar days, or the n-th working day strictly after or before), then the
 * rest-day rule. Of several versions of a policy, the one in force on the first day of the duty's own period applies,
 * and a period in which no version is in force owes nothing. A person owes what falls due in the role, `from` inclusive
 * to `to` exclusive; who goes on in the role at a place with another calendar owes each period at most once. Where
 * calendar or hours do not say enough, the duty is there and undetermined, and everything else is computed.
 *
 * @param policies - of any status, in any order; several versions of one id are in force one after the other
 * @param people - one row for each person, role and stretch of time; a role without a policy owes nothing
 * @param period - the days to work out: a name such as `"2026-02"`, or `{ from, to }` with `to` exclusive
 * @param context - calendars and working hours that rows name by id
 * @returns a handle: number of duties, each by its index or by person, what fell away, and issues of rows
 * @throws `duties/invalid-policy` and the codes of {@link prepareDutyPolicy}, with the path from `policies`
 * @throws `core/invalid-policy` when two versions of a policy are in force at a time
 * @throws `duties/ambiguous-calendar` when two calendars, or two working hours, in the context have one id
 * @throws `duties/invalid-input` when a parameter is not a list, or the context has another member
 * @throws `calendar/invalid-period`, and the codes of `defineCalendar` and `defineWorkingHours` for those in the context
 * @see 客户经理制 (trace management, 痕迹管理): a journal each day, a summary each week, a report each month
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * const manager = { person: "E-1", role: "relationship-manager", calendar: "cn", zone: "Asia/Shanghai" };
 * const weekly = sourceDuties.filter(({ id }) => id === "source.weekly-summary");
 * const due = dutiesDue(weekly, [manager], "2026-02", { calendars: [CN] });
 * due.of("E-1").map(({ period, due }) => [period, due]) // => [["2026-W06", "2026-02-06"], ["2026-W07", "2026-02-14"], ["2026-W09", "2026-02-28"]]
 * due.row(1).latest // => "2026-02-14T23:59:59+08:00"
 * due.fallenAway.map(({ period, because }) => [period, because]) // => [["2026-W08", "leaves-period"]]
 * @since 0.1.0
 */
export function dutiesDue(
  policies: readonly DutyPolicy[],
  people: readonly DutyHolder[],
  period: Period,
  context: DutyContext,
): DutiesDue {
  const read = readPolicies(policies);
  const { from, to } = readPeriod(period);
  const { values: holders, issues } = holdersOf(people, context);
  const bound = bind(holders, read, { from: toDayNumber(from), to: toDayNumber(to) });
  const programmes = new Set(bound.map(({ timed }) => timed.programme));
  const stretches = stretchesOf(bound);
  const byPerson = new Map<string, Stretch[]>();
  for (const stretch of stretches) valueOf(byPerson, stretch.holder.person, () => []).push(stretch);
  const keyOf = ({ restDay, policy, calendar }: FallenDuty): string => JSON.stringify([restDay, policy, calendar]);
  const book: DutyBook = {
    n: stretches.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0),
    stretches,
    byPerson,
    policies: new Set(read.map(({ policy }) => policy.id)),
  };
  const duties: DutiesDue = Object.freeze({
    n: book.n,
    row: (i: number) => dutyAt(...placeIn(book, i)),
    of: (person: string) => placesOfPerson(book, person).map((place) => dutyAt(...place)),
    fallenAway: [...programmes].flatMap(fallenOf).sort((a, b) => compareTexts(keyOf(a), keyOf(b))),
    issues: [...issues, ...issuesOf(stretches)].sort((a, b) => a.row - b.row),
  });
  books.set(duties, book);
  return duties;
}
