/** The second door to the plan, for rooms above that have already computed parts of it. Not an entry of the package. */
export { checkPlanWith } from "./check.ts";
