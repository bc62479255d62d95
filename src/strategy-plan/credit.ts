import type { LocalDate } from "../core/index.ts";
import type { Money } from "../money/index.ts";

/** One credit limit of the client (授信额度). */
export interface CreditLimit {
  readonly product: string;
  readonly limit: Money;
  /** What is drawn, in the currency of the limit. */
  readonly used: Money;
  /** Last day of the limit, inclusive. */
  readonly expiresOn: LocalDate;
}

/** What the bank lends the client, read before anything is offered: limits, rating, and when they are looked at again. */
export interface CreditPage {
  /** Day the figures were last confirmed. */
  readonly confirmedOn: LocalDate;
  readonly limits: readonly CreditLimit[];
  /** The bank's own rating of the client. */
  readonly rating?: string;
  /** Day of the next credit review. */
  readonly nextReview?: LocalDate;
}
