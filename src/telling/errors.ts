import type { IssuesOf, ReadingDetails } from "../core/index.ts";

/** What the codes of this room carry. */
export interface TellingDetails {
  /**
   * Something other than a reason: it has no code, formula, line, rule or reason.
   *
   * Remedy: pass an issue, an error or a line of an explanation: an object with a `code`, `formula`, `line`, `rule` or
   * `reason`.
   */
  "telling/invalid-reason": ReadingDetails;
  /**
   * A reason the words have no sentence for.
   *
   * Remedy: pass the words of the room the reason comes from, or add a sentence under this key to your own.
   */
  "telling/unknown-reason": { readonly key: string; readonly didYouMean?: string };
  /**
   * A fact that the sentence needs and the reason does not have.
   *
   * Remedy: pass the reason with all its facts, or put square brackets round the part of the sentence that may fall
   * away.
   */
  "telling/missing-fact": { readonly key: string; readonly fact: string };
  /**
   * A fact that is not what the sentence takes it for, such as a date that does not exist.
   *
   * Remedy: correct the fact in the reason, or what the placeholder of your own sentence takes it for.
   */
  "telling/invalid-fact": { readonly key: string; readonly fact: string; readonly received: string };
  /**
   * Something other than the words of a language, or a sentence with a mistake in its placeholders.
   *
   * Remedy: pass the words of a language such as `en`; in a sentence of your own, correct the placeholder, written
   * `{fact}` or `{fact:date}`.
   */
  "telling/invalid-words": ReadingDetails;
  /**
   * A label key the words do not have.
   *
   * Remedy: pass the labels of the room the key belongs to, or add the label under this key to your own.
   */
  "telling/unknown-label": { readonly key: string; readonly didYouMean?: string };
}

/** Codes of this room. */
export type TellingErrorCode = keyof TellingDetails;

/** What this room refuses. */
export type TellingIssue = IssuesOf<TellingDetails>;
