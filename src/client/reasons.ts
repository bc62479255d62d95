import type { CoreErrorDetails, DecimalString, IssuesOf, LocalDate, Path, ReadingDetails } from "../core/index.ts";
import type { MoneyErrorDetails } from "../money/index.ts";
import type { OwnershipErrorDetails } from "./ownership/reasons.ts";
import type { ClientId, EmployeeId } from "./types.ts";

/** What the issues and errors of this room carry, by code. */
export interface ClientErrorDetails extends OwnershipErrorDetails {
  /**
   * A part of a client file, or of what is asked about one, is missing, misspelt, of the wrong kind or not one of the
   * words allowed; the path names it.
   *
   * Remedy: correct the member at `path`; `ClientFileSchema` describes a client file.
   */
  "client/invalid-input": ReadingDetails;
  /** Two accounts with one id. Remedy: correct the number of one of the two `accounts`, or remove the copy. */
  "client/duplicate-id": { readonly id: string };
  /** Remedy: fill in the id at `path`. */
  "client/empty-id": Record<string, never>;
  /**
   * Two primary managers, and the first day of the later row.
   *
   * Remedy: end the earlier row of `managers` on the day the later one begins, or make one of them `backup`.
   */
  "client/managers-overlap": { readonly employees: readonly [EmployeeId, EmployeeId]; readonly from: LocalDate };
  /**
   * An end, exclusive, that is not after its beginning.
   *
   * Remedy: correct one of the two dates: the end is the first day that no longer counts, so it comes after the
   * beginning.
   */
  "client/reversed-dates": { readonly from: LocalDate; readonly to: LocalDate };
  /** Remedy: write the share as a fraction from 0 to 1, such as `"0.51"` for 51%. */
  "client/share-out-of-range": {
    readonly share: DecimalString;
    readonly min: DecimalString;
    readonly max: DecimalString;
  };
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
