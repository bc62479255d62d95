import type { LocalDate } from "../../core/index.ts";
import type { AmortizationSchedule, LoanRow, LoanTerms } from "../../loans/index.ts";
import type { Amounts } from "../plan/unit.ts";
import type { LoanWords } from "./words.ts";

/** Everything the parts of the document are made from. */
export interface LoanWriting {
  readonly terms: LoanTerms;
  readonly schedule: AmortizationSchedule;
  readonly rows: readonly LoanRow[];
  /** Day the principal is drawn. */
  readonly start: LocalDate;
  /** Whether a row has a fee; without one there is no column for it. */
  readonly hasFees: boolean;
  /** Whether the rate changes; where it does not, it is said once. */
  readonly hasRates: boolean;
  readonly words: LoanWords;
  readonly amounts: Amounts;
}
