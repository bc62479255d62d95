import type { DecimalString } from "../../core/index.ts";
import type { ValueItem } from "../items.ts";

/** What a plan may do to the value of a client. */
export const PLAN_EFFECT_KINDS = ["at-risk", "renewal", "new"] as const;

/**
 * What a plan does to the value: `at-risk` is existing income that goes if we lose; `renewal` is what existing income
 * changes by if we win (positive or negative, never the renewed income itself); `new` is income that there is none of yet.
 */
export type PlanEffectKind = (typeof PLAN_EFFECT_KINDS)[number];

/** What a value impact refuses, by code. */
export interface OutlookErrorDetails {
  /**
   * An effect that would take more from an item than there is; the effects before it count. What is at risk, and what
   * renewals take off, may each reach what there is; both together only as likely as they are. `existing` is null for an
   * item without data.
   *
   * Remedy: lower the amounts of this item, or the probabilities of its losses and cuts, to what the statement has, or
   * correct the item of the effect.
   */
  "relationship-value/effect-exceeds-existing": {
    readonly kind: PlanEffectKind;
    readonly item: ValueItem;
    /**
     * What this effect and those before it would take together: those of its kind, or all times their probabilities,
     * rounded up, where that is more.
     */
    readonly taken: DecimalString;
    readonly existing: DecimalString | null;
  };
}
