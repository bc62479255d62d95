import { DomainError, type Details, type Path } from "../core/index.ts";
import { kindOfValue, refuseValue } from "../core/inner.ts";
import type { InvalidLoanTermsDetails, LoanErrorDetails } from "./reasons.ts";
import type { InvalidLoanTermsReason } from "./terms.ts";

/** Codes thrown by this room. */
export type LoanErrorCode = keyof LoanErrorDetails;

/** Throws one of this room's errors; the message begins with the path. */
export function refuse<Code extends LoanErrorCode>(
  code: Code,
  path: Path,
  range: string,
  details: LoanErrorDetails[Code],
): never {
  throw new DomainError<LoanErrorCode>(code, `${path.join(".")}: ${range}`, path, details as Details);
}

/** Throws `loans/invalid-terms` for a part of the terms or of a floating rate. */
export function refuseTerm(
  path: Path,
  reason: InvalidLoanTermsReason,
  range: string,
  received: unknown,
  limits?: Pick<InvalidLoanTermsDetails, "dueDay" | "min" | "max" | "rate" | "meant">,
): never {
  const code = "loans/invalid-terms" satisfies LoanErrorCode;
  return refuseValue(code, path, range, received, { ...kindOfValue(received), reason, ...limits });
}
