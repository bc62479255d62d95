import type { CaseworkRefused } from "./casework/flow.ts";
import type { IssuesOf, ReadingDetails } from "./errors.ts";
import type { TransitionRefused } from "./lifecycle.ts";
import type { Instant, LocalDate } from "./local-date.ts";

/** What the errors of `core` carry, by code: the checks of dates, moments, policies and cases that every room shares. */
export interface CoreErrorDetails {
  /** A date that does not exist, or lies outside the years 0001 to 9999: that of a clock time in a zone, where one is named. */
  "core/invalid-date": ReadingDetails & {
    readonly date?: LocalDate;
    readonly time?: string;
    readonly zone?: string;
  };
  "core/invalid-instant": ReadingDetails;
  "core/invalid-integer": ReadingDetails;
  "core/invalid-decimal": ReadingDetails;
  /** A policy that cannot be read, is in force for no day, or is in force on a date together with another version. */
  "core/invalid-policy": ReadingDetails & {
    readonly policy?: string;
    readonly version?: string;
    readonly versions?: readonly string[];
    readonly date?: LocalDate;
  };
  "core/no-policy-in-force": {
    readonly date: LocalDate;
    readonly versions: readonly {
      readonly id: string;
      readonly version: string;
      readonly effectiveFrom: LocalDate;
      readonly effectiveTo: LocalDate | null;
    }[];
  };
  /** An outcome that is a refusal, where the caller asked for an exception. */
  "core/outcome-refused": { readonly reason: string; readonly expected?: string };
  "core/invalid-outcome": ReadingDetails;
  /** Something other than a list of names and indexes where a path belongs. */
  "core/invalid-path": ReadingDetails;
  "core/invalid-rounding": ReadingDetails;
  /** A table of steps that cannot be read, leads to a state that is not there, or never reaches one. */
  "core/invalid-transition-table": ReadingDetails & { readonly state?: string };
  "core/unknown-state": { readonly received: string; readonly states: readonly string[] };
  /** Something JSON cannot hold: `type` is its type. */
  "core/not-canonical": { readonly type: string };
  /** A row in a part that is not among those a count is divided into. */
  "core/unknown-part": { readonly received: string; readonly parts: readonly string[] };
  "core/invalid-tally": ReadingDetails;
  /** Two counts by other dimensions, or in other parts, than each other. */
  "core/tallies-differ": { readonly a: readonly string[]; readonly b: readonly string[] };
  /** An open item that cannot be read, contradicts itself, or has the id of another: `first` is the row of that one. */
  "core/invalid-open-item": ReadingDetails & {
    readonly id?: string;
    readonly kind?: string;
    readonly state?: string;
    readonly since?: LocalDate;
    readonly closedOn?: LocalDate;
    readonly first?: number;
  };
  /** A measure that cannot be read, or counts a record twice: `id` is that of the record. */
  "core/invalid-measure": ReadingDetails & { readonly id?: string };
  /** The course of a kind of case that cannot be read, or has a name that is unknown or used twice. */
  "core/invalid-case-flow": ReadingDetails & { readonly name?: string };
  /**
   * A case that cannot be read, or whose history does not follow: `type` and `at` are then those of the entry, null when
   * it has none.
   */
  "core/invalid-case": Omit<ReadingDetails, "type"> & {
    readonly id?: string;
    readonly limit?: number;
    readonly type?: string | null;
    readonly at?: Instant | null;
  };
  /** Rules that keep persons apart, or rows of teams, that cannot be read or contradict themselves. */
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
