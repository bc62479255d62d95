import type { Period } from "../../calendar/index.ts";
import type { Money } from "../../money/index.ts";
import type { ValueHead } from "../../relationship-value/index.ts";
import type { PlanRowId } from "../types.ts";

/** What issues carry that come of comparing a plan with other data of the bank, or section 8 with the target, by code. */
export interface CrossCheckDetails {
  /**
   * Somebody in charge of an action or of preventive work, or covering a person, who is none of the staff given.
   *
   * Remedy: correct the name or staff number at `path`, or give the whole staff in `employees`.
   */
  "strategy-plan/owner-unknown": { readonly row: PlanRowId };
  /**
   * A product that the catalogue given does not have.
   *
   * Remedy: correct the id at `path`, or give the whole catalogue in `catalogue`.
   */
  "strategy-plan/product-unknown": { readonly product: string };
  /**
   * A person of section 2 whose id nobody in the client file has.
   *
   * Remedy: add the person to the client file, or give the row the id the person has there.
   */
  "strategy-plan/contact-not-in-file": { readonly person: PlanRowId };
  /**
   * A figure of section 7 that differs from its head in the value statement, or of which the statement has no data.
   *
   * Remedy: take the figure from the statement, or find out which of the two is right.
   */
  "strategy-plan/value-differs-from-statement": {
    readonly head: ValueHead;
    readonly plan: Money;
    /** Absent where the statement has no data. */
    readonly statement?: Money;
  };
  /**
   * A figure of section 7 that is in another currency or of another period than the value statement, so that the two
   * cannot be compared.
   *
   * Remedy: give the statement of the period and in the currency of section 7.
   */
  "strategy-plan/statement-of-other-time": {
    readonly head: ValueHead;
    readonly currency: string;
    readonly period: Period;
    readonly statementCurrency: string;
    readonly statementPeriod: Period;
  };
  /** A value statement of another client. Remedy: give the statement of the client that `client` of the plan names. */
  "strategy-plan/statement-of-other-client": { readonly client: string; readonly expected: string };
  /**
   * Actions that together do not reach the target: it is above what the relationship is worth, by more than they are
   * expected to bring.
   *
   * Remedy: plan more in section 8, or set a target that can be reached.
   */
  "strategy-plan/target-not-planned": {
    readonly target: Money;
    /** Σ of the figures of section 7. */
    readonly value: Money;
    /** `target − value`: what the actions have to bring. */
    readonly toPlan: Money;
    /** Σ of the expected incomes of the actions that are neither lost nor dropped, in full. */
    readonly planned: Money;
  };
}
