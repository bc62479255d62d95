/** The second door of core, for the rooms above: exact arithmetic on whole numbers, moments read in bulk. No entry of the package. */
export {
  addExact,
  coefficientAt,
  compareExact,
  divideWhole,
  quotientText,
  roundExact,
  subtractExact,
} from "./decimal-arithmetic.ts";
export { scanInstant, type MomentBuffer } from "./instant-reading.ts";
export { compareTexts } from "./text-order.ts";
