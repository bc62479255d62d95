/** The second door of the plan, for the rooms above that have computed parts of it already. No entry of the package. */
export { checkPlanWith } from "./check.ts";
