import type { IssuesOf, ReadingDetails } from "../core/index.ts";

/** What the codes of this room carry. */
export interface TellingDetails {
  /** Something other than a reason: it has no code, formula, line, rule or reason. */
  "telling/invalid-reason": ReadingDetails;
  /** A reason the words have no sentence for. */
  "telling/unknown-reason": { readonly key: string; readonly didYouMean?: string };
  /** A fact that the sentence needs and the reason does not have. */
  "telling/missing-fact": { readonly key: string; readonly fact: string };
  /** A fact that is not what the sentence takes it for, such as a date that does not exist. */
  "telling/invalid-fact": { readonly key: string; readonly fact: string; readonly received: string };
  /** Something other than the words of a language, or a sentence with a mistake in its placeholders. */
  "telling/invalid-words": ReadingDetails;
  /** A label key the words do not have. */
  "telling/unknown-label": { readonly key: string; readonly didYouMean?: string };
}

/** Codes of this room. */
export type TellingErrorCode = keyof TellingDetails;

/** What this room refuses. */
export type TellingIssue = IssuesOf<TellingDetails>;
