import type { Instant, LocalDate, Path } from "../core/index.ts";

/** Units of a length of time that a sentence may name. */
export const DURATION_UNITS = [
  "working-minute",
  "working-day",
  "calendar-day",
  "day",
  "week",
  "month",
  "quarter",
  "year",
] as const;

/** A unit of a length of time that a sentence may name. */
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** Types of values that look alike in text, so that a sentence says which it was. */
export const VALUE_TYPES = ["number", "string", "boolean", "bigint"] as const;

/** What a refusal calls a value that has no text of its own. */
export const SHAPELESS_KINDS = ["undefined", "null", "object", "function"] as const;

/** What was received, where its kind is told: those without a text, and texts and lists by their length. */
export const RECEIVED_KINDS = [...SHAPELESS_KINDS, "string", "array", "empty-string", "empty-array"] as const;

/**
 * Kinds of labels whose ids a bank makes itself, in its policies, its duties and its cards. A sentence tells an id of
 * these that has no label by its key, `slaStage.acme-review`: nobody takes that for a word, and it is what to look for in
 * the words. The ids of every other kind are the library's, and one without a label is refused.
 */
export const OWN_LABEL_KINDS = [
  "slaStage",
  "slaClock",
  "slaExtension",
  "slaPauseReason",
  "slaRole",
  "slaScopeWord",
  "separationRule",
  "duty",
  "dutyRole",
  "feature",
  "category",
  "characteristic",
  "band",
  "reason",
  "typeRule",
  "level",
  "block",
  // grades
  "grade",
  "gradeRule",
  "nameList",
  "standingFloor",
] as const;

/** How people of a language write dates and lengths of time, and what joins the entries of a list. */
export interface DateWords {
  /** BCP 47 tag for amounts of money. */
  readonly locale: string;
  /** A day of the civil calendar. */
  readonly date: (date: LocalDate) => string;
  /** The clock on the wall at the moment's own offset; seconds when they are not 0, `UTC` when the moment is in `Z`. */
  readonly moment: (at: Instant) => string;
  /** A day of the week. */
  readonly weekday: (date: LocalDate) => string;
  /** A day of the week in a character or two, for the heads of a calendar. */
  readonly shortWeekday: (date: LocalDate) => string;
  /** The month of a day without its year, short, for a scale of dates. */
  readonly shortMonth: (date: LocalDate) => string;
  /** `"2026"`, `"2026-Q1"`, `"2026-03"`, `"2026-W09"`, or a day, or `{ from, to }` with the last day in it. */
  readonly period: (period: string | { readonly from: LocalDate; readonly to: LocalDate }) => string;
  /** A length of time: a whole number of a unit. */
  readonly duration: (amount: number, unit: DurationUnit) => string;
  /** The entries of a list. */
  readonly list: (entries: readonly string[]) => string;
}

/**
 * The words of one language: labels by `<kind>.<id>`, sentences by the code of their reason, and how dates are written.
 *
 * Those of the package are in `relationship-banking/labels/<tag>`, whole or room by room; a bank's own are spread over
 * them: `{ ...zhHans, "slaStage.acme-review": "复核" }`.
 */
export type Words = Readonly<Record<string, string | DateWords>> & { readonly dates: DateWords };

/** Something a library function gives as a reason: plain data with a code, and facts beside it or in one of its members. */
export type Reason =
  | { readonly code: string }
  | { readonly formula: string }
  | { readonly line: string }
  | { readonly rule: string }
  | { readonly reason: string };

/** The key a reason's sentence is found by: its code or, where it has none, its formula, line, rule or reason. */
export type ReasonKey<R> = R extends { readonly code: infer Key extends string }
  ? Key
  : R extends { readonly formula: infer Key extends string }
    ? Key
    : R extends { readonly line: infer Key extends string }
      ? Key
      : R extends { readonly rule: infer Key extends string }
        ? Key
        : R extends { readonly reason: infer Key extends string }
          ? Key
          : never;

/** Members of a reason that hold facts. */
type Inside<R, Member extends string> = R extends Readonly<Record<Member, infer Facts>> ? Facts : unknown;

/** What a sentence may name of one reason. */
export type FactsOf<R> = R extends unknown
  ? Omit<R, "details" | "inputs" | "values" | "labels"> &
      Inside<R, "details"> &
      Inside<R, "inputs"> &
      Inside<R, "values"> &
      Inside<R, "labels"> & { readonly path?: Path }
  : never;

type WithKey<R, Key> = R extends unknown ? (ReasonKey<R> extends Key ? R : never) : never;

/** What a sentence may name, by the key of its reason. */
export type FactsByKey<R> = { readonly [Key in ReasonKey<R>]: FactsOf<WithKey<R, Key>> };
