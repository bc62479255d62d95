import { datePartsOf, tryDayNumber, type DateParts, type DayNumber } from "../core/index.ts";
import type { Path, PolicyStatus } from "../core/index.ts";
import {
  frozenCopy,
  readDaysInForce,
  readList,
  readMembers,
  readOneOf,
  readText,
  refuse,
  refuseValue,
} from "../core/inner.ts";
import { cadenceOf, type Cadence } from "./cadence.ts";
import type { DutyErrorCode } from "./errors.ts";
import { BEYOND_PERIOD, DUTY_TIMES, REST_DAY_RULES } from "./types.ts";
import type { DutyCadence, DutyGrace, DutyOffset, DutyPolicy, DutyTime, RestDayRule } from "./types.ts";

const CODE = "duties/invalid-policy" satisfies DutyErrorCode;

const STATUSES = ["source", "regulation", "example", "house"] as const satisfies readonly PolicyStatus[];
const ENVELOPE = ["id", "version", "status", "effectiveFrom", "effectiveTo", "sources", "readings"] as const;
const RULE = ["role", "satisfiedBy", "cadence", "restDay", "time", "grace"] as const;
const EVERY = ["working-day", "week", "month", "quarter", "half-year", "year", "date"] as const;

/** Largest number of days of an offset or a grace: a year and a day. */
const MAX_DAYS = 366;
/** Largest grace in minutes, just under two years. */
const MAX_MINUTES = 1_000_000;

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

/** A text without `@`, which separates the parts of a duty's id. */
function readName(value: string, path: Path): string {
  return readText(value, path, CODE).includes("@") ? refuseValue(CODE, path, "contains @", value) : value;
}

function readDistinct<T>(list: readonly T[], path: Path): readonly T[] {
  const values = readList(list, path, CODE);
  if (values.length === 0) refuse(CODE, path, "empty", {});
  const again = values.findIndex((value, index) => values.indexOf(value) !== index);
  return again < 0 ? values : refuseValue(CODE, [...path, again], "listed twice", values[again]);
}

function readCount(n: number, min: number, max: number, path: Path): number {
  const isCount = Number.isSafeInteger(n) && n >= min && n <= max && n !== 0;
  return isCount ? n : refuseValue(CODE, path, "not a whole number in the range, or 0", n, { min, max });
}

/** A number of some unit: an offset, or a grace. */
function readSpan(span: DutyGrace, units: readonly DutyGrace["in"][], min: number, path: Path): number {
  readMembers(span, path, ["n", "in"], CODE);
  readOneOf(span.in, units, [...path, "in"], CODE);
  return readCount(span.n, min, span.in === "minute" ? MAX_MINUTES : MAX_DAYS, [...path, "n"]);
}

/** A fixed date `MM-DD` in a leap year, which has all of them. */
function readMonthDay(text: string, path: Path): DateParts {
  const number = typeof text === "string" && text.length === 5 ? tryDayNumber(`2000-${text}`) : null;
  return number === null ? refuseValue(CODE, path, "not a date that exists, written MM-DD", text) : datePartsOf(number);
}

/** Checks a cadence; fixed dates in order. */
function readCadence(cadence: DutyCadence, path: Path): readonly DateParts[] {
  const given: { readonly every: (typeof EVERY)[number]; readonly on?: unknown; readonly offset?: DutyOffset } =
    cadence;
  readMembers(given, path, ["every", "on", "offset"], CODE);
  readOneOf(given.every, EVERY, [...path, "every"], CODE);
  if (given.offset !== undefined && given.every !== "working-day") {
    readSpan(given.offset, ["day", "working-day"], -MAX_DAYS, [...path, "offset"]);
  }
  const on = [...path, "on"];
  switch (cadence.every) {
    case "working-day":
      readMembers(cadence, path, ["every"], CODE);
      return [];
    case "week":
      readCount(cadence.on, 1, 7, on);
      return [];
    case "date":
      return readDistinct(cadence.on, on)
        .map((date, index) => readMonthDay(date, [...on, index]))
        .sort((a, b) => a.month - b.month || a.day - b.day);
    default:
      readOneOf(cadence.on, ["first-day", "last-day"], on, CODE);
      return [];
  }
}

function readRestDay(restDay: RestDayRule, path: Path): RestDayRule {
  const given: { readonly rule: RestDayRule["rule"]; readonly beyondPeriod?: string } = restDay;
  readMembers(given, path, ["rule", "beyondPeriod"], CODE);
  readOneOf(given.rule, REST_DAY_RULES, [...path, "rule"], CODE);
  if (!given.rule.endsWith("working-day")) readMembers(given, path, ["rule"], CODE);
  else readOneOf<string>(given.beyondPeriod ?? "", BEYOND_PERIOD, [...path, "beyondPeriod"], CODE);
  return restDay;
}

/** Seconds after midnight of a time of the clock, null for opening, close and end. */
function secondOf(time: DutyTime, path: Path): number | null {
  if (typeof time === "string") {
    readOneOf(time, DUTY_TIMES, path, CODE);
    return null;
  }
  const at: unknown = readMembers(time, path, ["at"], CODE).at;
  const match = typeof at === "string" ? /^([01]\d|2[0-3]):([0-5]\d)$/.exec(at) : null;
  if (match === null) return refuseValue(CODE, [...path, "at"], "not a time hh:mm from 00:00 to 23:59", at);
  return Number(match[1]) * 3600 + Number(match[2]) * 60;
}

/** A policy read whole, and a copy of it that nobody changes; the path says where it is. */
export function readDutyPolicy(policy: DutyPolicy, path: Path): ReadDutyPolicy {
  const at = (member: keyof DutyPolicy): Path => [...path, member];
  readMembers(policy, path, [...ENVELOPE, ...RULE], CODE);
  const { from, to } = readDaysInForce(policy, path);
  readName(policy.id, at("id"));
  readOneOf(policy.status, STATUSES, at("status"), CODE);
  readText(policy.role, at("role"), CODE);
  for (const [index, kind] of readDistinct(policy.satisfiedBy, at("satisfiedBy")).entries()) {
    readName(kind, [...at("satisfiedBy"), index]);
  }
  const cadence = cadenceOf(policy.cadence, readCadence(policy.cadence, at("cadence")));
  readRestDay(policy.restDay, at("restDay"));
  const second = secondOf(policy.time, at("time"));
  const { grace, readings = [] } = policy;
  if (grace !== undefined) readSpan(grace, ["minute", "day", "working-day"], 1, at("grace"));
  for (const [index, text] of readList(readings, at("readings"), CODE).entries()) {
    readText(text, [...at("readings"), index], CODE);
  }
  return { policy: frozenCopy(policy, path, CODE), from, to, cadence, second };
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
