import type { CaseworkRefused } from "./casework/flow.ts";
import type { IssuesOf, ReadingDetails } from "./errors.ts";
import type { TransitionRefused } from "./lifecycle.ts";
import type { Instant, LocalDate } from "./local-date.ts";

/** What the errors of `core` carry, by code: the checks of dates, moments, policies and cases that every room shares. */
export interface CoreErrorDetails {
  /**
   * A date that does not exist, or lies outside the years 0001 to 9999: that of a clock time in a zone, where one is
   * named.
   *
   * Remedy: write the day as `YYYY-MM-DD` and check that it exists with `tryDayNumber`, which returns null where it
   * does not.
   */
  "core/invalid-date": ReadingDetails & {
    readonly date?: LocalDate;
    readonly time?: string;
    readonly zone?: string;
  };
  /**
   * Remedy: write the moment as `YYYY-MM-DDThh:mm:ss` with `Z` or an offset; `instantOf` of calendar makes one from a
   * day, a time and a zone.
   */
  "core/invalid-instant": ReadingDetails;
  /** Remedy: pass a number, not a text, that is whole and lies between `min` and `max`. */
  "core/invalid-integer": ReadingDetails;
  /**
   * Remedy: write the number as a plain decimal string such as `"-0.0325"`, without percent sign, exponent or
   * separators; `tryDecimal` tests one.
   */
  "core/invalid-decimal": ReadingDetails;
  /**
   * A policy that cannot be read, is in force for no day, or is in force on a date together with another version.
   *
   * Remedy: correct the member at `path`, which the schema of its room describes, and give versions of one policy days
   * in force that do not overlap.
   */
  "core/invalid-policy": ReadingDetails & {
    readonly policy?: string;
    readonly version?: string;
    readonly versions?: readonly string[];
    readonly date?: LocalDate;
    /** First day in force, and the first day no longer in force, which is not after it. */
    readonly from?: LocalDate;
    readonly to?: LocalDate;
  };
  /**
   * Remedy: add the version in force on that day to `list`, or ask for a day that one of the `versions` in the details
   * covers.
   */
  "core/no-policy-in-force": {
    readonly date: LocalDate;
    readonly versions: readonly {
      readonly id: string;
      readonly version: string;
      readonly effectiveFrom: LocalDate;
      readonly effectiveTo: LocalDate | null;
    }[];
  };
  /**
   * An outcome that is a refusal, where the caller asked for an exception.
   *
   * Remedy: look at `ok` or `status` before you call `orThrow`, or catch the error and act on `details.reason`.
   */
  "core/outcome-refused": { readonly reason: string; readonly expected?: string };
  /** Remedy: pass `orThrow` the whole answer of a function: an object with `ok` or with `status`. */
  "core/invalid-outcome": ReadingDetails;
  /**
   * Something other than a list of names and indexes where a path belongs.
   *
   * Remedy: pass `issueOf` a list of names and whole numbers as `at`.
   */
  "core/invalid-path": ReadingDetails;
  /** Remedy: pass `roundsAway` one of `ROUNDING_MODES` as `mode`, and true or false for `negative` and `odd`. */
  "core/invalid-rounding": ReadingDetails;
  /**
   * A table of steps that cannot be read, leads to a state that is not there, or never reaches one.
   *
   * Remedy: correct the table given to `defineLifecycle`: each state has a row, and can be reached from `initial`.
   */
  "core/invalid-transition-table": ReadingDetails & { readonly state?: string };
  /** Remedy: pass one of the `states` in the details, or add the state to the table given to `defineLifecycle`. */
  "core/unknown-state": { readonly received: string; readonly states: readonly string[] };
  /**
   * Something JSON cannot hold: `type` is its type.
   *
   * Remedy: replace the value at `path`: `canonicalJson` and `contentHash` take text, finite numbers, true, false,
   * null, lists and plain objects.
   */
  "core/not-canonical": { readonly type: string };
  /**
   * A row in a part that is not among those a count is divided into.
   *
   * Remedy: add the part to `parts` of the split given to `countBy`, or have `of` return one that is there.
   */
  "core/unknown-part": { readonly received: string; readonly parts: readonly string[] };
  /**
   * Remedy: correct the argument at `path`: `countBy` takes rows, a function per dimension and a split; `mergeTallies`
   * takes what `countBy` returned.
   */
  "core/invalid-tally": ReadingDetails;
  /**
   * Two counts by other dimensions, or in other parts, than each other.
   *
   * Remedy: make both counts with the same dimensions and the same parts, each in the same order, before you merge
   * them.
   */
  "core/tallies-differ": { readonly a: readonly string[]; readonly b: readonly string[] };
  /**
   * An open item that cannot be read, contradicts itself, or has the id of another: `first` is the row of that one.
   *
   * Remedy: correct the row at `path`, which `OpenItemSchema` describes, and give each item an id of its own.
   */
  "core/invalid-open-item": ReadingDetails & {
    readonly id?: string;
    readonly kind?: string;
    readonly state?: string;
    readonly since?: LocalDate;
    readonly closedOn?: LocalDate;
    readonly first?: number;
  };
  /**
   * A measure that cannot be read, or counts a record twice: `id` is that of the record.
   *
   * Remedy: correct the argument at `path` of `countMeasure` or `shareMeasure`, and give each record id once.
   */
  "core/invalid-measure": ReadingDetails & { readonly id?: string };
  /**
   * The course of a kind of case that cannot be read, or has a name that is unknown or used twice.
   *
   * Remedy: correct the member at `path` of the value given to `defineCaseFlow`: each name in it is known and means one
   * thing.
   */
  "core/invalid-case-flow": ReadingDetails & { readonly name?: string };
  /**
   * A case that cannot be read, or whose history does not follow: `type` and `at` are then those of the entry, null
   * when it has none.
   *
   * Remedy: correct the case, step or context at `path`: ids of persons have no blanks around them, and two copies of
   * one case the same history.
   */
  "core/invalid-case": Omit<ReadingDetails, "type"> & {
    readonly id?: string;
    readonly limit?: number;
    readonly type?: string | null;
    readonly at?: Instant | null;
  };
  /**
   * Rules that keep persons apart, or rows of teams, that cannot be read or contradict themselves.
   *
   * Remedy: correct the rule or the row of `teams` at `path`: a rule has an id of its own and names acts and parties of
   * the case, and `to` comes after `from`.
   */
  "core/invalid-separation": ReadingDetails & {
    readonly id?: string;
    readonly from?: Instant;
    readonly to?: Instant;
  };
}

/** Codes thrown by `core` itself: the checks of dates, moments and policies that every room shares. */
export type CoreErrorCode = keyof CoreErrorDetails;

/** An error of `core`, by code with its details; rows of an open-item board carry the same. */
export type CoreIssue = IssuesOf<CoreErrorDetails>;

/** Every reason `core` gives: its errors, and why a table of steps or casework refuses a step. */
export type CoreReasons = CoreIssue | TransitionRefused | CaseworkRefused;
