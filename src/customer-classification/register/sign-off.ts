import type { DecimalString, LocalDate, Path } from "../../core/index.ts";
import type { LintFinding, LintRule } from "../card/findings.ts";
import type { CardStamp } from "../card/scorecard.ts";

/** A finding of the lint that whoever signs has seen, and why the card is right all the same. */
export interface AcceptedFinding {
  readonly rule: LintRule;
  /** Place of the finding in the card. */
  readonly path: Path;
  /** Why it is accepted, in the bank's words. */
  readonly reason: string;
}

/** How well a card was found to do its work before it was signed. */
export interface SignedMeasurement {
  /** What was measured, such as `"separation of later defaults"`. */
  readonly what: string;
  /** The figures by name, such as `{ auc: "0.71" }`. */
  readonly figures: Readonly<Record<string, DecimalString>>;
  /** Day of the measurement; not after the signature. */
  readonly on: LocalDate;
  /** On whom: the sample, its dates and its size, in the bank's words. */
  readonly sample: string;
}

/** What the person who signs says. */
export interface CardSigning {
  /** Who wrote the card: a person or an office. */
  readonly author: string;
  /** Who signs; never the author. */
  readonly signedBy: string;
  /** As what, such as `"credit committee"`. */
  readonly role: string;
  /** On or before the first day the card is in force. */
  readonly signedOn: LocalDate;
  /** Every finding of the lint, each with its reason; default none. */
  readonly accepted?: readonly AcceptedFinding[];
  readonly measurement?: SignedMeasurement;
}

/** Who signed which card, when and on what: a record to be kept with the card. */
export interface CardSignOff {
  /** The card by id, version and content hash: a card that was changed since is not the one signed. */
  readonly card: CardStamp;
  readonly author: string;
  readonly signedBy: string;
  readonly role: string;
  readonly signedOn: LocalDate;
  /** What the lint said on the day. */
  readonly lint: {
    /** Whether there was no error. */
    readonly passed: boolean;
    readonly accepted: readonly AcceptedFinding[];
  };
  readonly measurement?: SignedMeasurement;
}

/** Whether two names are of one person: blanks around them and the case of their letters make no other person. */
export function isSamePerson(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** Why a card cannot be signed. */
export const SIGN_OFF_REFUSALS = [
  "signed-by-author",
  "signed-after-in-force",
  "measured-after-signature",
  "card-has-lint-errors",
  "findings-not-accepted",
  "accepted-without-finding",
] as const;

/** Why a card cannot be signed. */
export type SignOffRefusal = (typeof SIGN_OFF_REFUSALS)[number];

/** What each refusal carries. */
export interface SignOffRefusalDetails {
  readonly "signed-by-author": { readonly signedOn: LocalDate };
  readonly "signed-after-in-force": { readonly signedOn: LocalDate; readonly effectiveFrom: LocalDate };
  readonly "measured-after-signature": { readonly measuredOn: LocalDate; readonly signedOn: LocalDate };
  /** The rules of the lint that are broken, and the findings. */
  readonly "card-has-lint-errors": { readonly rules: readonly LintRule[]; readonly findings: readonly LintFinding[] };
  readonly "findings-not-accepted": { readonly rules: readonly LintRule[]; readonly findings: readonly LintFinding[] };
  /** An acceptance of something the lint does not say of this card, by its place in `accepted` from 0. */
  readonly "accepted-without-finding": { readonly rules: readonly LintRule[]; readonly places: readonly number[] };
}

/** A refused signature, told apart by `reason`; `tell` puts it into words. */
export type SignOffRefused = {
  readonly [Reason in SignOffRefusal]: {
    readonly ok: false;
    readonly reason: Reason;
    readonly details: SignOffRefusalDetails[Reason];
  };
}[SignOffRefusal];

/** Answer of `signOffCard`. */
export type SignOffOutcome = { readonly ok: true; readonly signOff: CardSignOff } | SignOffRefused;
