import { DomainError, type Details, type Path } from "../core/index.ts";
import { refuseKind } from "../core/inner.ts";
import type { LoanErrorDetails } from "./reasons.ts";

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
export function refuseTerm(path: Path, range: string, received: unknown): never {
  return refuseKind("loans/invalid-terms", path, range, received);
}
