import { DomainError, type Details, type Path } from "../core/index.ts";
import { refuseKind } from "../core/inner.ts";

/**
 * Codes thrown by this room.
 *
 * `loans/invalid-terms`: a part of the terms, or of a floating rate, is missing, misspelt, of the wrong kind or out of
 * range; the path names it. `loans/payment-too-small`: the payment given does not cover the first interest (`details.minorUnits`,
 * `details.interest`). `loans/prepayment-too-large`: a prepayment exceeds the balance on its day (`details.minorUnits`,
 * `details.balance`). `loans/amount-too-large`: an amount, given or reached by the schedule, exceeds `details.limit`
 * minor units. `loans/not-combinable`: schedules without a common currency or start, or no schedules at all.
 * `loans/invalid-schedule`: something else where a schedule of `amortize` or `combineSchedules` belongs.
 * `loans/invalid-basis`: a basis of an annual rate that does not exist.
 */
export type LoanErrorCode =
  | "loans/invalid-terms"
  | "loans/payment-too-small"
  | "loans/prepayment-too-large"
  | "loans/amount-too-large"
  | "loans/not-combinable"
  | "loans/invalid-schedule"
  | "loans/invalid-basis";

/** Throws one of this room's errors; the message begins with the path. */
export function refuse(code: LoanErrorCode, path: Path, range: string, details: Details): never {
  throw new DomainError<LoanErrorCode>(code, `${path.join(".")}: ${range}`, path, details);
}

/** Throws `loans/invalid-terms` for a part of the terms or of a floating rate. */
export function refuseTerm(path: Path, range: string, received: unknown): never {
  return refuseKind("loans/invalid-terms", path, range, received);
}
