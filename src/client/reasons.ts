import type { CoreErrorDetails, IssuesOf, LocalDate, Path, ReadingDetails } from "../core/index.ts";
import type { MoneyErrorDetails } from "../money/index.ts";
import type { KnowledgeErrorDetails } from "./knowledge/reasons.ts";
import type { ManagerErrorDetails } from "./managers/reasons.ts";
import type { OwnershipErrorDetails } from "./ownership/reasons.ts";
import type { ClientId, ClientKind, HouseholdId } from "./types.ts";

/** Why an entry cannot correct the one it names. */
export const INVALID_CORRECTIONS = ["not-before", "corrected-twice", "recorded-later"] as const;

/** Why an entry cannot correct the one it names: that is not before it, was corrected already, or was recorded later. */
export type InvalidCorrection = (typeof INVALID_CORRECTIONS)[number];

/** What the issues and errors of this room carry, by code. */
export interface ClientErrorDetails extends ManagerErrorDetails, KnowledgeErrorDetails, OwnershipErrorDetails {
  /**
   * A part of a client file, or of what is asked about one, is missing, misspelt, of the wrong kind or not one of the
   * words allowed; the path names it.
   *
   * Remedy: correct the member at `path`; `ClientFileSchema` describes a client file.
   */
  "client/invalid-input": ReadingDetails;
  /**
   * Two accounts, people or entries of one list with one id, or two files of one client.
   *
   * Remedy: correct one of the two ids, remove the copy, or let the later entry say which one it `corrects`.
   */
  "client/duplicate-id": { readonly id: string };
  /** Remedy: fill in the id at `path`. */
  "client/empty-id": Record<string, never>;
  /**
   * An end, exclusive, that is not after its beginning.
   *
   * Remedy: correct one of the two dates: the end is the first day that no longer counts, so it comes after the
   * beginning.
   */
  "client/reversed-dates": { readonly from: LocalDate; readonly to: LocalDate };
  /**
   * A part that clients of this kind do not have: a household of a company, an identity card of one, an industry of a
   * person.
   *
   * Remedy: correct `kind`, or remove what is at `path`.
   */
  "client/wrong-kind": { readonly kind: ClientKind; readonly part: string };
  /**
   * An entry that corrects another one which is not before it in the list, was corrected already, or was recorded later.
   *
   * Remedy: see `details.reason`; an entry corrects one that stands before it, and the last entry of a chain is the one
   * to correct.
   */
  "client/invalid-correction": { readonly entry: string; readonly reason: InvalidCorrection };
  /**
   * What was observed after the day it was recorded, which nobody can know.
   *
   * Remedy: correct one of the two days.
   */
  "client/recorded-too-early": { readonly recordedOn: LocalDate; readonly on: LocalDate };
  /**
   * Two households at once, and the first day of the later row.
   *
   * Remedy: end the earlier row of `household` on the day the later one begins.
   */
  "client/households-overlap": { readonly households: readonly [HouseholdId, HouseholdId]; readonly from: LocalDate };
  /** A client who referred itself. Remedy: correct `referredBy.client`, or remove `referredBy`. */
  "client/referred-by-itself": { readonly client: ClientId };
  /** A client who is not in the list. Remedy: add the id of the client to `clients`, or correct it. */
  "client/unknown-client": { readonly client: ClientId };
}

/** What the issues of a client file carry: those of this room, and of the dates, decimals and amounts in it. */
export type ClientIssueDetails = ClientErrorDetails & CoreErrorDetails & MoneyErrorDetails;

/** An issue found in a client file. */
export type ClientIssue = IssuesOf<ClientIssueDetails>;

/** Takes one issue. */
export type Report = <Code extends keyof ClientErrorDetails>(
  code: Code,
  path: Path,
  details: ClientErrorDetails[Code],
) => void;

/** Every reason this room gives: its issues and errors. */
export type ClientReasons = IssuesOf<ClientErrorDetails>;
