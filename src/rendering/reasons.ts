import type { ClientId } from "../client/index.ts";
import type { IssuesOf, ReadingDetails } from "../core/index.ts";

/** What the errors of this room carry, by code. */
export interface RenderingErrorDetails {
  /** A client file beside a plan for another client. */
  "rendering/client-differs": { readonly received: ClientId; readonly expected: ClientId };
  "rendering/invalid-amount": ReadingDetails;
  /** A document, or a block of one, that cannot be written; a row with more or fewer cells than there are columns. */
  "rendering/invalid-document": ReadingDetails & { readonly expected?: string };
  "rendering/invalid-option": ReadingDetails;
  /** Something other than a text. */
  "rendering/invalid-text": ReadingDetails;
}

/** An error of this room, by code with its details. */
export type RenderingIssue = IssuesOf<RenderingErrorDetails>;

/** Every reason this room gives: its errors. */
export type RenderingReasons = RenderingIssue;
