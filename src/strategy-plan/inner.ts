/** The second door to the plan, for rooms above that read a plan once. Not an entry of the package. */
export { checkPlanWith } from "./check/plan.ts";
export { consentGapOf } from "./consent.ts";
export { completenessOf } from "./condition/open-fields.ts";
export { readPlan } from "./read-plan.ts";
export { isSamePeriod, namedPeriod } from "./period.ts";
export { walletOf } from "./wallet.ts";
