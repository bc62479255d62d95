import { type Details, DomainError, type Path } from "../core/index.ts";

/**
 * Codes thrown by `financial-planning`; amounts, dates and decimals throw the codes of `money` and `core`.
 *
 * `financial-planning/invalid-input`: a part of the input is missing, misspelt, of the wrong kind or not one of the words
 * allowed; the path names it.
 */
export type FinancialPlanningErrorCode =
  | "financial-planning/invalid-input"
  | "financial-planning/invalid-age"
  | "financial-planning/ages-out-of-order"
  | "financial-planning/rate-out-of-range"
  | "financial-planning/amount-out-of-range"
  | "financial-planning/currency-mismatch";

/** Throws one of the room's errors. */
export function refuse(code: FinancialPlanningErrorCode, message: string, path: Path, details: Details): never {
  throw new DomainError<FinancialPlanningErrorCode>(code, `${path.join(".")}: ${message}`, path, details);
}
