import { rateOf, readInteger, toInstantParts, type Rate, type SplitRow } from "../core/index.ts";
import { asGiven, compareTexts, optional, readList, readOneOf, shapeOf } from "../core/inner.ts";
import type { Members, Reader } from "../core/inner.ts";
import { bookOf, dutyAt, placeIn, placesOfPerson, placesOfStretch } from "./due.ts";
import type { DutyBook, Stretch } from "./due.ts";
import { matchExcuses, matchRecords } from "./evidence.ts";
import type { DutyErrorCode } from "./errors.ts";
import { readMomentContext, valueOf } from "./read-rows.ts";
import { DUTY_DIMENSIONS, DUTY_STATES } from "./types.ts";
import type { DutiesDue, DutyDimension, DutyEvidence, DutyStanding } from "./types.ts";
import type { DutyStandingContext, DutyState, StandingDuty } from "./types.ts";

const INPUT = "duties/invalid-input" satisfies DutyErrorCode;

/** The rows of both lists are read one by one. */
const readEvidence = shapeOf<DutyEvidence>({ records: asGiven, excuses: optional(asGiven) });

/** A count; three of them add up to a number that is exact. */
const readCount: Reader<number> = (n, path): number => readInteger(n, path, 0, Math.floor(Number.MAX_SAFE_INTEGER / 3));
const readParts = shapeOf(
  Object.fromEntries(DUTY_STATES.map((state) => [state, readCount])) as Members<Readonly<Record<DutyState, number>>>,
);

/** The counts of all duties, from their states alone. */
function countStates(book: DutyBook, states: Uint8Array): DutyStanding["tally"] {
  // by stretch and policy first: of those there are few
  const counted = book.stretches.flatMap(({ holder: { person, orgUnit }, timed, from, to, start }) => {
    const { entries, policies } = timed.programme;
    const cells = policies.map(({ policy, cadence }) => ({
      keys: { person, policy: policy.id, unit: cadence.unit, "org-unit": orgUnit },
      counts: new Float64Array(DUTY_STATES.length),
    }));
    for (let at = from; at < to; at++) cells[entries[at]!.line]!.counts[states[start + at - from]!]!++;
    return cells.filter(({ counts }) => counts.some((n) => n > 0));
  });
  const rowsBy = (dimension: DutyDimension): SplitRow<DutyState>[] => {
    const sums = new Map<string | null, Float64Array>();
    for (const { keys, counts } of counted) {
      const sum = valueOf(sums, keys[dimension], () => new Float64Array(DUTY_STATES.length));
      for (const [state, n] of counts.entries()) sum[state]! += n;
    }
    return [...sums].map(([key, sum]) => {
      const parts = Object.fromEntries(DUTY_STATES.map((state, at) => [state, sum[at]!]));
      return { key, count: sum.reduce((all, n) => all + n, 0), parts: parts as Record<DutyState, number> };
    });
  };
  const inOrder = (rows: SplitRow<DutyState>[]) => rows.sort((a, b) => compareTexts(a.key, b.key));
  return { total: book.n, by: DUTY_DIMENSIONS.map((dimension) => ({ dimension, rows: inOrder(rowsBy(dimension)) })) };
}

/** What became of one duty. */
function stateOf(latest: number, second: number | null, isExcused: boolean, now: number): DutyState {
  if (Number.isNaN(latest)) return "undetermined";
  if (second !== null && second <= latest) return "on-time";
  if (isExcused) return "excused";
  if (second !== null) return "late";
  return now <= latest ? "not-yet-due" : "missing";
}

/**
 * What became of duties by a moment (履职情况): done on time, late, missing, not yet due, excused, or undetermined.
 *
 * The record of a duty is the earliest one by that person, of a kind that satisfies it, for a day of its period, made
 * by `now`; one record may serve several policies. Made by the last moment of the duty, in whole seconds, it is on time;
 * made later it is excused where an excuse covers the day it was due, and late otherwise. Without a record a duty is
 * excused, not yet due until its last moment has passed, or missing. What is undetermined stays so. A record made before
 * its period begins, by the clocks of the place, counts for nothing, unless the duty falls due before its period or on a
 * fixed date. Bad rows are left out with an issue, and a record after `now` is not seen. An id is one record's among all
 * records, whoever made them: of rows with the same id the first in the list counts.
 *
 * The counts of a whole are the `mergeTallies` of its parts, by people or by periods that share no day.
 *
 * @param duties - an answer of {@link dutiesDue}
 * @param evidence - records and excuses as rows, of anybody and in any order; read again when a row is looked at, so do
 * not change them
 * @param context - the moment the duties are seen at
 * @returns counts, rows on demand, records that satisfied nothing, and issues by input
 * @throws `core/invalid-instant` when `now` is not a moment
 * @throws `duties/not-a-handle` when `duties` is not an answer of `dutiesDue`
 * @throws `duties/invalid-input` when records or excuses are not a list, or evidence or context has another member
 * @see 客户经理制 (trace management, 痕迹管理); library convention for the states
 * @example
 * import { CN } from "relationship-banking/calendar/cn";
 * const manager = { person: "E-1", role: "relationship-manager", calendar: "cn", zone: "Asia/Shanghai" };
 * const weekly = sourceDuties.filter(({ id }) => id === "source.weekly-summary");
 * const due = dutiesDue(weekly, [manager], "2026-02", { calendars: [CN] });
 * const records = [{ id: "R-1", person: "E-1", kind: "weekly-summary", at: "2026-02-06T17:00:00+08:00", for: "2026-02-06" }];
 * const standing = dutyStanding(due, { records }, { now: "2026-02-20T09:00:00+08:00" });
 * standing.of("E-1").map(({ state }) => state) // => ["on-time", "missing", "not-yet-due"]
 * standing.tally.by[0]?.rows[0]?.parts.missing // => 1
 * @since 0.1.0
 */
export function dutyStanding(duties: DutiesDue, evidence: DutyEvidence, context: DutyStandingContext): DutyStanding {
  const book = bookOf(duties);
  const { records: rows, excuses: excused = [] } = readEvidence(evidence, ["evidence"], INPUT);
  const now = toInstantParts(readMomentContext(context, ["context"], INPUT).now);
  const records = matchRecords(book, readList(rows, ["evidence", "records"], INPUT), now);
  const excuses = matchExcuses(book, excused);

  const states = new Uint8Array(book.n);
  for (const { timed, from, to, start } of book.stretches) {
    for (let at = from; at < to; at++) {
      const duty = start + at - from;
      const second = records.rows[duty]! < 0 ? null : records.seconds[duty]!;
      const isExcused = excuses.rows[duty]! >= 0;
      states[duty] = DUTY_STATES.indexOf(stateOf(timed.latest[at]!, second, isExcused, now.seconds));
    }
  }

  const rowAt = (stretch: Stretch, at: number): StandingDuty => {
    const duty = stretch.start + at - stretch.from;
    const state = DUTY_STATES[states[duty]!]!;
    const record = rows[records.rows[duty]!];
    const excuse = state === "excused" ? excused[excuses.rows[duty]!] : undefined;
    return {
      ...dutyAt(stretch, at),
      state,
      ...(record === undefined ? {} : { record: { id: record.id, at: record.at } }),
      ...(excuse === undefined ? {} : { excuse: { reason: excuse.reason, approvedBy: excuse.approvedBy } }),
    };
  };
  let all: readonly StandingDuty[] | null = null;
  return Object.freeze({
    n: book.n,
    row: (i: number) => rowAt(...placeIn(book, i)),
    of: (person: string) => placesOfPerson(book, person).map((place) => rowAt(...place)),
    rowsIn: (state: DutyState) => {
      const wanted = DUTY_STATES.indexOf(readOneOf(state, DUTY_STATES, ["state"], INPUT));
      return [...states.keys()].filter((i) => states[i] === wanted).map((i) => rowAt(...placeIn(book, i)));
    },
    get standing() {
      all ??= book.stretches.flatMap((stretch) => placesOfStretch(stretch).map((place) => rowAt(...place)));
      return all;
    },
    tally: countStates(book, states),
    unmatched: records.unmatched,
    issues: { records: records.issues, excuses: excuses.issues },
  });
}

/**
 * Share of duties done on time (痕迹合规率): on time ÷ (on time + late + missing).
 *
 * What is excused, not yet due or undetermined is in neither number.
 *
 * @param parts - how many duties are in each state, as in a row of a standing's tally
 * @returns both counts and their quotient to 4 digits, half-even; null where no duty is decided
 * @throws `core/invalid-integer` when a count is not a whole number from 0 to 3e15; `duties/invalid-input` when one of
 * another name is there
 * @see library convention
 * @example
 * dutyRate({ "on-time": 18, late: 1, missing: 2, "not-yet-due": 5, excused: 3, undetermined: 0 }) // => { n: 18, of: 21, rate: "0.8571" }
 * @since 0.1.0
 */
export function dutyRate(parts: Readonly<Record<DutyState, number>>): Rate {
  const { "on-time": done, late, missing } = readParts(parts, ["parts"], INPUT);
  return rateOf(done, done + late + missing);
}
