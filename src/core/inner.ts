/**
 * The second door of core, for the rooms above: exact arithmetic on whole numbers, moments read in bulk. Not an entry
 * point of the package.
 */
export {
  addExact,
  coefficientAt,
  compareExact,
  quotientText,
  roundExact,
  subtractExact,
} from "./decimal-arithmetic.ts";
export { powerOfTen, writeScaled } from "./decimal-string.ts";
export { divideSafe, divideWhole } from "./rounding.ts";
export { scanInstant, type MomentBuffer } from "./instant-reading.ts";
export { refuse, refuseValue } from "./refusal.ts";
export { compareTexts } from "./text-order.ts";
