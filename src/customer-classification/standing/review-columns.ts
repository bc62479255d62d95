import { isMadeUnder } from "./made.ts";
import { EARNED_ABSENT, EARNED_UNKNOWN, INVALID_PLACE, type Book } from "./book.ts";
import { STANDING_CHANGES, type StandingChange } from "./change.ts";
import type { Standing } from "./standing.ts";

/** What a change is written as: its index in the list. */
export const codeOf = (change: StandingChange): number => STANDING_CHANGES.indexOf(change);

/** Whether a value of a client at a review is one. */
export const isPlace = (book: Book, at: number, row: number): boolean =>
  book.earned[at]?.[row] !== INVALID_PLACE && (book.kept[at]?.[row] ?? 0) !== INVALID_PLACE;

/** The first review at which a client has a standing, or the number of reviews. */
export function startOf({ earned, dates }: Book, row: number): number {
  let at = 0;
  for (; at < dates.length; at++) {
    const place = earned[at]![row];
    if (place !== EARNED_UNKNOWN && place !== EARNED_ABSENT) break;
  }
  return at;
}

/** The columns that are filled, and what a client has while they are. */
export interface Kernel {
  readonly held: readonly Uint8Array[];
  readonly served: readonly Uint8Array[];
  readonly changes: readonly Uint8Array[];
  readonly left: Uint8Array;
  readonly runs: Uint8Array;
}

const [START, UPGRADE, DOWNGRADE, UNKNOWN, HOLD, WATCH, NOTICE] = (
  ["start", "upgrade", "downgrade", "unknown", "hold", "watch", "notice"] as const
).map(codeOf) as [number, number, number, number, number, number, number];

/** Where a standing can be taken up by the kernel: nothing but its reviews moves it. */
function isPlain(book: Book, standing: Standing): boolean {
  // of one from elsewhere not even a member can be read safely
  if (!isMadeUnder(standing, book.policy.stamp)) return false;
  const { nextReview, steps, floors, override, objection, period } = standing;
  return (
    nextReview === book.dates[0] &&
    book.reachFrom >= 0 &&
    floors.length === 0 &&
    override === null &&
    objection === null &&
    // what a floor gave may fall by steps after its end
    steps.floored === steps.held &&
    period.earned < 0 &&
    period.kept < 0
  );
}

/** Fills one client's columns; false when something else than one review after another happened. */
export function fillRow(book: Book, kernel: Kernel, row: number): boolean {
  const { policy, dates, earned, kept, from } = book;
  const { grace, rise, notice, isByStep } = policy;
  const { left, runs } = kernel;
  const size = left.length;
  const before = from?.[row] ?? null;
  let at: number;
  let reach: number;
  let held: number;
  if (before === null) {
    at = startOf(book, row);
    if (at === dates.length) return true;
    held = earned[at]![row]!;
    if (held < 0 || (kept[at]?.[row] ?? 0) === INVALID_PLACE) return false;
    for (let place = 0; place < size; place++) {
      left[place] = place <= held ? grace[place]! : 0;
      runs[place] = place <= held ? 1 : 0;
    }
    kernel.held[at]![row] = kernel.served[at]![row] = held;
    kernel.changes[at]![row] = START;
    reach = book.reach[at]!;
    at++;
  } else {
    if (!isPlain(book, before)) return false;
    held = before.steps.held;
    left.set(before.reviewsLeft);
    if (rise > 1) runs.set(before.runs);
    reach = book.reachFrom;
    at = 0;
  }
  for (; at < dates.length; at++) {
    const e = earned[at]![row]!;
    const k = e < 0 ? e : Math.max(e, kept[at]?.[row] ?? e);
    if (e === EARNED_ABSENT) {
      for (let later = at + 1; later < dates.length; later++) if (earned[later]?.[row] !== EARNED_ABSENT) return false;
      return true;
    }
    if (at > reach || !isPlace(book, at, row)) return false;
    let rules = 0;
    for (let place = 1; place < size; place++) {
      const was = left[place]!;
      if (rise > 1 && e >= 0) runs[place] = place > e ? 0 : Math.min(runs[place]! + 1, rise);
      if (place <= e && (rise < 2 || runs[place]! >= rise)) left[place] = grace[place]!;
      else if (was > 0) {
        if (place <= k) left[place] = grace[place]!;
        else if (e >= 0) left[place] = was - 1;
      }
      if (left[place]! > 0) rules = place;
    }
    const next = isByStep ? Math.max(rules, e < 0 ? held : held - 1) : rules;
    let change = HOLD;
    if (next > held) change = UPGRADE;
    else if (next < held) change = DOWNGRADE;
    else if (e < 0) change = UNKNOWN;
    else if (k < next) change = left[next]! <= notice ? NOTICE : WATCH;
    held = next;
    kernel.held[at]![row] = kernel.served[at]![row] = held;
    kernel.changes[at]![row] = change;
  }
  return true;
}
