import type { ClientId } from "../client/index.ts";
import type { IssuesOf, ReadingDetails } from "../core/index.ts";

/** What the errors of this room carry, by code. */
export interface RenderingErrorDetails {
  /**
   * A client file, a value statement or another plan beside a plan for another client.
   *
   * Remedy: pass the client file, the value statement and the other plan of the client that `plan.client` names.
   */
  "rendering/client-differs": { readonly received: ClientId; readonly expected: ClientId };
  /** Remedy: pass an object with `amount` and `currency`, as `MoneySchema` of money describes it. */
  "rendering/invalid-amount": ReadingDetails;
  /**
   * A document, or a block of one, that cannot be written; a row with more or fewer cells than there are columns.
   *
   * Remedy: correct the block at `path`; in a table each row has one cell per column.
   */
  "rendering/invalid-document": ReadingDetails & { readonly expected?: string };
  /**
   * Remedy: correct the option at `path`; words such as `en` have each label a document needs, and `ClientFileSchema`
   * describes the client file. With labels of a language without names of clients of its own, say which in `language`.
   */
  "rendering/invalid-option": ReadingDetails;
  /**
   * A result that cannot be written: a report of relationship value, a value statement, a standing, a desk report, or one a
   * figure is made of.
   *
   * Remedy: pass what the function that made it returned, as a whole, or correct the member at `path`.
   */
  "rendering/invalid-report": ReadingDetails;
  /** Something other than a text. Remedy: pass `escapeHtml` or `escapeMarkdown` a text. */
  "rendering/invalid-text": ReadingDetails;
}

/** An error of this room, by code with its details. */
export type RenderingIssue = IssuesOf<RenderingErrorDetails>;

/** Every reason this room gives. */
export type RenderingReasons = RenderingIssue;
