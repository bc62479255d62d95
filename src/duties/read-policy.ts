import type { IsoWeekday } from "../calendar/index.ts";
import { toInstantParts, tryDayNumber, tryInstant } from "../core/index.ts";
import type { CoreErrorCode, DayNumber, Path, PolicyStatus } from "../core/index.ts";
import {
  byTag,
  frozenCopy,
  listOf,
  oneOf,
  optional,
  policyMembers,
  readDaysInForce,
  readText,
  refuseValue,
  shapeOf,
  wholeNumber,
} from "../core/inner.ts";
import type { Reader } from "../core/inner.ts";
import { cadenceOf, type Cadence } from "./cadence.ts";
import type { DutyErrorCode } from "./errors.ts";
import {
  BEYOND_PERIOD,
  DUTY_GRACE_UNITS,
  DUTY_OFFSET_UNITS,
  DUTY_PERIOD_DAYS,
  DUTY_PERIODS,
  DUTY_TIMES,
  REST_DAY_MOVES,
} from "./types.ts";
import type { DutyCadence, DutyGrace, DutyOffset, DutyPolicy, DutyTime, RestDayRule } from "./types.ts";

const CODE = "duties/invalid-policy" satisfies DutyErrorCode;
/** The code of what every policy has. */
const ENVELOPE = "core/invalid-policy" satisfies CoreErrorCode;

/** Largest offset or grace, a year and a day, and largest grace in minutes, just under two years. */
const [MAX_DAYS, MAX_MINUTES] = [366, 1_000_000];

/** A policy that was read, with what its text says in numbers. */
export interface ReadDutyPolicy {
  readonly policy: DutyPolicy;
  /** First day in force, and the first day no longer in force; infinite while open-ended. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly cadence: Cadence;
  /** Seconds after midnight of a time of the clock; null for every other time. */
  readonly second: number | null;
}

/** Whether a duty of this policy needs the working hours of the place. */
export const needsHours = ({ time }: DutyPolicy): boolean => time === "opening" || time === "close-of-business";

/** A text that can be read as something. */
const textThat =
  (reason: string, isOne: (text: string) => boolean): Reader<string> =>
  (text, path, code) =>
    isOne(readText(text, path, code)) ? text : refuseValue(code, path, reason, text);

/** A text without `@`, which separates the parts of a duty's id. */
const readName = textThat("contains @", (name) => !name.includes("@"));
/** A fixed date of a leap year, which has all of them. */
const readMonthDay = textThat("not a date that exists, written MM-DD", (date) => tryDayNumber(`2000-${date}`) !== null);
/** A time `hh:mm` of the day that begins with second 0. */
const momentAt = (time: string): string => `1970-01-01T${time}:00Z`;
const readClock = textThat("not a time hh:mm from 00:00 to 23:59", (time) => tryInstant(momentAt(time)) !== null);

/** At least one entry, and none again. */
const distinct =
  <T>(read: Reader<T>): Reader<readonly T[]> =>
  (list, path, code) => {
    const seen = new Set<T>();
    const again = listOf(read, 1)(list, path, code).findIndex((entry) => seen.size === seen.add(entry).size);
    return again < 0 ? list : refuseValue(code, [...path, again], "listed twice", list[again]);
  };

const readDays = wholeNumber(-MAX_DAYS, MAX_DAYS);
const readOffset = shapeOf<DutyOffset>({
  n: (n, path, code) => (n === 0 ? refuseValue(code, path, "0", n) : readDays(n, path, code)),
  in: oneOf(DUTY_OFFSET_UNITS),
});
const offset = optional(readOffset);
type CadenceOn<On> = Extract<DutyCadence, { readonly on: On }>;
const readMonths = shapeOf<CadenceOn<string>>({ every: oneOf(DUTY_PERIODS), on: oneOf(DUTY_PERIOD_DAYS), offset });
const readCadence = byTag<DutyCadence, "every">("every", {
  "working-day": shapeOf({ every: oneOf(["working-day"]) }),
  week: shapeOf<CadenceOn<IsoWeekday>>({ every: oneOf(["week"]), on: wholeNumber(1, 7) as Reader<IsoWeekday>, offset }),
  month: readMonths,
  quarter: readMonths,
  "half-year": readMonths,
  year: readMonths,
  date: shapeOf<CadenceOn<readonly string[]>>({ every: oneOf(["date"]), on: distinct(readMonthDay), offset }),
});

type Move = Extract<RestDayRule, { readonly beyondPeriod: string }>;
const readMove = shapeOf<Move>({ rule: oneOf(REST_DAY_MOVES), beyondPeriod: oneOf(BEYOND_PERIOD) });
const readRestDay = byTag<RestDayRule, "rule">("rule", {
  "falls-away": shapeOf({ rule: oneOf(["falls-away"]) }),
  stays: shapeOf({ rule: oneOf(["stays"]) }),
  "next-working-day": readMove,
  "previous-working-day": readMove,
});

const readWord = oneOf(DUTY_TIMES);
const readTimeOfClock = shapeOf<Extract<DutyTime, object>>({ at: readClock });
const readTime: Reader<DutyTime> = (time, path, code): DutyTime =>
  typeof time === "string" ? readWord(time, path, code) : readTimeOfClock(time, path, code);

const graceUpTo = (max: number) => shapeOf<DutyGrace>({ n: wholeNumber(1, max), in: oneOf(DUTY_GRACE_UNITS) });
const inDays = graceUpTo(MAX_DAYS);
const readGrace = byTag<DutyGrace, "in">("in", { minute: graceUpTo(MAX_MINUTES), day: inDays, "working-day": inDays });

const readPolicy = shapeOf<DutyPolicy>({
  ...policyMembers,
  id: (id, path, code) => readName(readText(id, path, ENVELOPE), path, code),
  version: (version, path) => readText(version, path, ENVELOPE),
  sources: (sources, path) => listOf(readText, 1)(sources, path, ENVELOPE),
  role: readText,
  satisfiedBy: distinct(readName),
  cadence: readCadence,
  restDay: readRestDay,
  time: readTime,
  grace: optional(readGrace),
  readings: optional(listOf(readText)),
});

/** A policy read whole, and a copy of it that nobody changes; the path says where it is. */
export function readDutyPolicy(given: DutyPolicy, path: Path): ReadDutyPolicy {
  const policy = frozenCopy(readPolicy(given, path, CODE), path, CODE);
  const { cadence, time } = policy;
  const second = typeof time === "string" ? null : toInstantParts(momentAt(time.at)).seconds;
  return { policy, ...readDaysInForce(policy, path), cadence: cadenceOf(cadence), second };
}

/** A policy that was read; opaque, not serialisable. */
export interface PreparedDutyPolicy {
  /** Which policy it was made from. */
  readonly identity: { readonly id: string; readonly version: string; readonly status: PolicyStatus };
}

/**
 * Reads a duty policy whole (职责日程), and says what is wrong with it.
 *
 * The envelope, every literal, members nobody knows, ranges (an offset from -366 to 366 and not 0, a grace from 1 up),
 * dates `MM-DD` that exist, times `hh:mm`, at least one kind of record and none again. {@link dutiesDue} reads the
 * policies it is given by itself, each time; call this on the screen where a policy is edited.
 *
 * @param policy - policy of any status
 * @returns handle with id, version and status of the policy
 * @throws `duties/invalid-policy` with the path to the first thing that is wrong; `details.didYouMean` for a literal or
 * member that is nearly right
 * @throws `core/invalid-policy` when the envelope is broken, `core/invalid-date` for a date of it
 * @example
 * const journal: DutyPolicy = {
 *   id: "acme.journal", version: "1", status: "house", effectiveFrom: "2026-01-01", sources: ["circular 2026/4"],
 *   role: "relationship-manager", satisfiedBy: ["journal"], cadence: { every: "working-day" }, restDay: { rule: "falls-away" }, time: "end-of-day",
 * };
 * prepareDutyPolicy(journal).identity // => { id: "acme.journal", version: "1", status: "house" }
 * prepareDutyPolicy({ ...journal, satisfiedBy: [] }) // throws duties/invalid-policy
 * @since 0.1.0
 */
export function prepareDutyPolicy(policy: DutyPolicy): PreparedDutyPolicy {
  const { id, version, status } = readDutyPolicy(policy, ["policy"]).policy;
  return Object.freeze({ identity: Object.freeze({ id, version, status }) });
}
