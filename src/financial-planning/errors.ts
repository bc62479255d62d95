import { DomainError, type Path } from "../core/index.ts";
import type { FinancialPlanningErrorDetails } from "./reasons.ts";

/** Codes thrown by `financial-planning`; amounts, dates and decimals throw the codes of `money` and `core`. */
export type FinancialPlanningErrorCode = keyof FinancialPlanningErrorDetails;

/** Throws one of the room's errors. */
export function refuse<Code extends FinancialPlanningErrorCode>(
  code: Code,
  message: string,
  path: Path,
  details: FinancialPlanningErrorDetails[Code],
): never {
  throw new DomainError<FinancialPlanningErrorCode>(code, `${path.join(".")}: ${message}`, path, { ...details });
}
