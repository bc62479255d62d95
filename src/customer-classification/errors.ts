import { DomainError, isDomainError, issueOf, type Path } from "../core/index.ts";
import { reasonIn, refuse } from "../core/inner.ts";
import type { InvalidCardDetails, InvalidCardReason } from "./card/findings.ts";
import type { CustomerClassificationErrorDetails } from "./reasons.ts";

/** Codes thrown by customer classification. */
export type CustomerClassificationErrorCode = keyof CustomerClassificationErrorDetails;

/** The error for a card that contradicts itself. */
export function cardError(
  path: Path,
  reason: InvalidCardReason,
  message: string,
  details: Omit<InvalidCardDetails, "reason"> = {},
): DomainError {
  return new DomainError<CustomerClassificationErrorCode>(
    "customer-classification/invalid-card",
    `${path.join(".")}: ${message}`,
    path,
    { reason, ...details },
  );
}

/**
 * Runs what names places inside one argument, and refuses with the place of that argument before them, and the place
 * inside as the caller knows it.
 */
export function under<T>(place: Path, run: () => T, inside: (path: Path) => Path = (path) => path): T {
  try {
    return run();
  } catch (error) {
    const { code, path, details } = issueOf(error);
    return refuse(code, [...place, ...inside(path)], reasonIn((error as Error).message, details), details);
  }
}

/** Runs checks that documents share with cards: what they find wrong is that of the document at hand. */
export function inWordsOf<T>(code: CustomerClassificationErrorCode, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!isDomainError(error) || error.code !== "customer-classification/invalid-card") throw error;
    throw new DomainError(code, error.message, error.path, error.details);
  }
}
