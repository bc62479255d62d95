import type { IssuesOf, LocalDate, ReadingDetails } from "../../core/index.ts";

/** A version of a card. */
interface OfVersion {
  readonly card: string;
  readonly version: string;
}

/** What the errors and issues of the register of cards carry, by code. */
export interface RegisterErrorDetails {
  /**
   * What is said at the signature of a card is not complete, or has a member nobody knows: `path` says where.
   *
   * Remedy: correct the member at `path`; `CardSigning` says what there is.
   */
  "customer-classification/invalid-sign-off": ReadingDetails;
  /**
   * The register of cards is not one: `path` says where.
   *
   * Remedy: correct the member at `path`; `CardRegisterSchema` describes a register.
   */
  "customer-classification/invalid-register": ReadingDetails;
  /** A card of the register that nobody has signed. Remedy: have it signed with `signOffCard`, or take it out. */
  "customer-classification/card-unsigned": OfVersion;
  /**
   * A card whose content is not that which was signed.
   *
   * Remedy: put back the card that was signed, or make the change a version of its own and have it signed; `diffCards`
   * says what was changed.
   */
  "customer-classification/card-changed-after-signature": OfVersion & {
    readonly hash: string;
    readonly signedHash: string;
  };
  /** A card that its author has signed. Remedy: have it signed by somebody else. */
  "customer-classification/card-signed-by-author": OfVersion;
  /**
   * A card that was in force before it was signed.
   *
   * Remedy: have it signed on or before the first day it is in force; of what was already classified, say that the card was not
   * signed.
   */
  "customer-classification/card-signed-late": OfVersion & {
    readonly signedOn: LocalDate;
    readonly effectiveFrom: LocalDate;
  };
  /** A measurement dated after the signature that rests on it. Remedy: correct the date, or have the card signed again. */
  "customer-classification/card-measured-late": OfVersion & {
    readonly measuredOn: LocalDate;
    readonly signedOn: LocalDate;
  };
  /** A card that was signed though the lint had not passed. Remedy: correct the card, and have it signed again. */
  "customer-classification/card-signed-unpassed": OfVersion;
  /**
   * Two versions that are in force on the same days; `to` is the first day after them, absent where there is none.
   *
   * Remedy: end the earlier version (`effectiveTo`) on the first day of the later one.
   */
  "customer-classification/cards-overlap": {
    readonly versions: readonly string[];
    readonly from: LocalDate;
    readonly to?: LocalDate;
  };
  /**
   * Two cards of different ids that are in force on the same days; `to` is the first day after them, absent where there is
   * none.
   *
   * Remedy: keep a register for each card, or end the one that the other replaces (`effectiveTo`).
   */
  "customer-classification/cards-of-two-ids": {
    readonly cards: readonly string[];
    readonly from: LocalDate;
    readonly to?: LocalDate;
  };
  /**
   * Days on which no version is in force, from `from` inclusive to `to` exclusive.
   *
   * Remedy: let the earlier version run on to the first day of the later one, or add the version that was in force.
   */
  "customer-classification/cards-gap": { readonly from: LocalDate; readonly to: LocalDate };
  /** Two cards with the same id and version. Remedy: give each content a version of its own. */
  "customer-classification/card-version-twice": OfVersion;
}

/** An issue of a register, by code with its details. */
export type RegisterIssue = IssuesOf<RegisterErrorDetails>;
