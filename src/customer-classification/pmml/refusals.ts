import { DomainError, type Issue } from "../../core/index.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { stepsTo, type PmmlElement } from "./element.ts";
import type {
  InvalidPmmlDetails,
  InvalidPmmlReason,
  PmmlNoteDetails,
  PmmlNoteReason,
  UnsupportedPmmlDetails,
  UnsupportedPmmlReason,
} from "./reasons.ts";

/** What is thrown, and what is noted. */
type PmmlCode = Extract<CustomerClassificationErrorCode, `${string}/${string}pmml${string}`>;

/** The place of an element as details have it. */
function placeOf(element: PmmlElement | null): { readonly element?: string } {
  return element === null ? {} : { element: stepsTo(element).join("/") };
}

/** Most characters of a document that an error shows. */
const MAX_SHOWN = 80;

function refuseAt(
  code: PmmlCode,
  element: PmmlElement | null,
  { value, ...details }: { readonly reason: string; readonly value?: string },
): never {
  const path = ["xml", ...stepsTo(element)];
  throw new DomainError<PmmlCode>(code, `${path.join("/")}: ${details.reason}`, path, {
    ...placeOf(element),
    ...details,
    ...(value === undefined ? {} : { value: value.slice(0, MAX_SHOWN) }),
  });
}

/** Refuses a document that is wrong whoever reads it. */
export function refuseInvalid(
  reason: InvalidPmmlReason,
  element: PmmlElement | null,
  details: Omit<InvalidPmmlDetails, "reason" | "element"> = {},
): never {
  return refuseAt("customer-classification/invalid-pmml", element, { reason, ...details });
}

/** Refuses what a card cannot hold. */
export function refuseUnsupported(
  reason: UnsupportedPmmlReason,
  element: PmmlElement | null,
  details: Omit<UnsupportedPmmlDetails, "reason" | "element"> = {},
): never {
  return refuseAt("customer-classification/unsupported-pmml", element, { reason, ...details });
}

/** A note on a card that was read. */
export type PmmlNote = Issue & {
  readonly code: "customer-classification/pmml-note";
  readonly details: PmmlNoteDetails;
};

/** Notes something about a card that was read, at the element it comes from. */
export function noteOf(
  reason: PmmlNoteReason,
  element: PmmlElement | null,
  details: Omit<PmmlNoteDetails, "reason" | "element"> = {},
): PmmlNote {
  return {
    code: "customer-classification/pmml-note",
    path: ["xml", ...stepsTo(element)],
    details: { reason, ...placeOf(element), ...details },
  };
}
