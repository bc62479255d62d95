import { coveredDays, isOutOfRange, workedBetween, type CountedDays } from "../../calendar/inner.ts";
import { fromDayNumber, type LocalDate } from "../../core/index.ts";
import type { PlanRowId } from "../types.ts";

/** A pitch one person has to make on one of the working days from a first to a last, both worked. */
export interface Pitch {
  readonly action: PlanRowId;
  readonly owner: string;
  readonly first: number;
  readonly last: number;
}

/** More pitches of one person than there are working days for them. */
export interface PitchClash {
  /** As 8.C has the person. */
  readonly owner: string;
  /** First working day. */
  readonly from: LocalDate;
  /** Last working day, inclusive. */
  readonly to: LocalDate;
  /** Number of working days from `from` to `to`, less than there are actions. */
  readonly workingDays: number;
  /** The actions that have no other days, in the order of section 8. */
  readonly actions: readonly PlanRowId[];
}

/** A pitch, its days counted as working days from the first covered one on, and its place in the plan. */
interface Job {
  readonly pitch: Pitch;
  readonly from: number;
  readonly to: number;
  readonly place: number;
}

/** The clashes of each person, in the order in which the plan first names them; pitches in the order of the plan. */
export function clashesOf(pitches: readonly Pitch[], days: CountedDays): readonly PitchClash[] {
  const start = coveredDays(days).from;
  const rankOf = (day: number): number => {
    const rank = workedBetween(days, start, day);
    return isOutOfRange(rank) ? 0 : rank;
  };
  const byOwner = new Map<string, Job[]>();
  for (const [place, pitch] of pitches.entries()) {
    const job = { pitch, from: rankOf(pitch.first), to: rankOf(pitch.last), place };
    const own = byOwner.get(pitch.owner);
    if (own === undefined) byOwner.set(pitch.owner, [job]);
    else own.push(job);
  }
  return [...byOwner.values()].flatMap(clashesOfOwner);
}

/**
 * Each pitch, earliest deadline first, on the first free working day of its own. That places as many as can be: whoever
 * would take the day later has a later deadline, and can change places. Where a pitch finds no day, those before its
 * deadline are full of pitches that have no others either.
 */
function clashesOfOwner(jobs: readonly Job[]): readonly PitchClash[] {
  const next = new Map<number, number>();
  const freeFrom = (day: number): number => {
    let free = day;
    for (let after = next.get(free); after !== undefined; after = next.get(free)) free = after;
    // the days walked through lead straight to the free one from now on
    for (let at = day; at !== free;) {
      const after = next.get(at) ?? free;
      next.set(at, free);
      at = after;
    }
    return free;
  };
  const missed = new Set<number>();
  for (const { from, to } of [...jobs].sort((a, b) => a.to - b.to)) {
    const day = freeFrom(from);
    if (day > to) missed.add(to);
    else next.set(day, day + 1);
  }
  if (missed.size === 0) return [];
  const latestFirst = [...jobs].sort((a, b) => b.from - a.from);
  return [...missed].map((end) => smallestClash(latestFirst, end));
}

/** The shortest stretch that ends on a day and holds more pitches than working days. */
function smallestClash(latestFirst: readonly Job[], end: number): PitchClash {
  const ending = latestFirst.filter(({ to }) => to <= end);
  const isFull = ({ from }: Job, at: number): boolean => ending[at + 1]?.from !== from && at + 1 > end - from + 1;
  const held = ending.slice(0, ending.findIndex(isFull) + 1);
  const inOrder = [...held].sort((a, b) => a.place - b.place);
  const first = Math.min(...held.map(({ pitch }) => pitch.first));
  const last = Math.max(...held.map(({ pitch }) => pitch.last));
  const from = Math.min(...held.map((job) => job.from));
  return {
    owner: inOrder[0]?.pitch.owner ?? "",
    from: fromDayNumber(first),
    to: fromDayNumber(last),
    workingDays: end - from + 1,
    actions: inOrder.map(({ pitch }) => pitch.action),
  };
}
