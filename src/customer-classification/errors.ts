import { DomainError, type Path } from "../core/index.ts";
import type { InvalidCardReason } from "./card/findings.ts";
import type { CustomerClassificationErrorDetails, InvalidCardDetails } from "./reasons.ts";

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
