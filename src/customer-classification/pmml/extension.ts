import { issueOf } from "../../core/index.ts";
import { asGiven, orNull, shapeOf } from "../../core/inner.ts";
import type { Scorecard } from "../card/scorecard.ts";
import { readDocument, type PmmlLimits } from "./document.ts";
import type { PmmlElement } from "./element.ts";
import { childrenNamed } from "./known-elements.ts";
import type { PmmlReasonCodes } from "./reason-codes.ts";
import { refuseInvalid } from "./refusals.ts";
import { EXTENSION, toPmml } from "./to-pmml.ts";

/** What the extension holds. */
export interface WrittenCard {
  readonly card: Scorecard;
  readonly scale: number;
  readonly reasonCodes: PmmlReasonCodes | null;
}

/** Whether an extension is the one that `toPmml` writes. */
export function isOurs({ attributes }: PmmlElement): boolean {
  return attributes["extender"] === EXTENSION.extender && attributes["name"] === EXTENSION.name;
}

/** What stands there, compared attribute by attribute; what is only said about the document is left out. */
function membersOf({ attributes, children }: PmmlElement): {
  readonly attributes: readonly string[];
  readonly children: readonly PmmlElement[];
} {
  return {
    attributes: Object.entries(attributes)
      .map(([name, value]) => JSON.stringify([name, value]))
      .sort(),
    children: children.filter(({ name }) => name !== "Extension" && name !== "Header"),
  };
}

/** Refuses a document that differs from what its card would be written as, at the first element that does. */
function requireAlike(found: PmmlElement, wanted: PmmlElement): void {
  const [own, other] = [membersOf(found), membersOf(wanted)];
  const isAlike =
    found.name === wanted.name &&
    own.children.length === other.children.length &&
    own.attributes.join() === other.attributes.join() &&
    (own.children.length > 0 || found.text.trim() === wanted.text.trim());
  if (!isAlike) refuseInvalid("extension-differs", found);
  for (const [index, child] of own.children.entries()) {
    const twin = other.children[index];
    if (twin !== undefined) requireAlike(child, twin);
  }
}

// the card is read whole when it is prepared, scale and codes when the document is written again
const readWritten = shapeOf<WrittenCard>({ card: asGiven, scale: asGiven, reasonCodes: orNull(asGiven) });

/** What was written, and the document that it makes; any error of theirs is one of the extension. */
function parse(extension: PmmlElement): WrittenCard & { readonly again: string } {
  try {
    const written = readWritten(JSON.parse(extension.text) as WrittenCard, [], "");
    const { card, scale, reasonCodes } = written;
    const hasAll = typeof (scale as unknown) === "number" && (reasonCodes as unknown) !== undefined;
    if (hasAll) return { ...written, again: toPmml(card, { scale, reasonCodes }) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) issueOf(error);
  }
  return refuseInvalid("extension-unreadable", extension);
}

/**
 * The card in the extension of a document, which must say the same as the scorecard around it: whoever changed the points
 * in another tool does not get the old card back.
 */
export function writtenIn(root: PmmlElement, scorecard: PmmlElement, limits: PmmlLimits): WrittenCard | null {
  const [extension, second] = childrenNamed(scorecard, "Extension").filter(isOurs);
  if (extension === undefined) return null;
  if (second !== undefined) refuseInvalid("element-repeated", second);
  const { again, ...written } = parse(extension);
  requireAlike(root, readDocument(again, { ...limits, maxLength: again.length }));
  return written;
}
