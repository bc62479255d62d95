import { describeValue, DomainError, type Details, type Path } from "../core/index.ts";
import type { MoneyErrorDetails } from "./reasons.ts";

/** Codes thrown by the `money` room; issues of batches carry the same codes. */
export type MoneyErrorCode = keyof MoneyErrorDetails;

/** The room's error, ready to be thrown. */
export function moneyError<Code extends MoneyErrorCode>(
  code: Code,
  message: string,
  path: Path,
  details: MoneyErrorDetails[Code],
): DomainError<MoneyErrorCode> {
  return new DomainError(code, message, path, details as Details);
}

/** `typeof`, with null as its own kind. */
export function kindOf(value: unknown): string {
  return value === null ? "null" : typeof value;
}

const THREE_LETTERS = /^(?:[A-Z]{3}|[a-z]{3})$/;

/**
 * A rejected currency as it may appear in details: three letters of one case are a code; anything else is described
 * ("Liu" is a name).
 */
export function describeCurrency(value: unknown): string {
  return typeof value === "string" && THREE_LETTERS.test(value) ? value : describeValue(value);
}
