/** The second door of money, for the rooms above: amounts in minor units, money in documents. Not an entry point of the package. */
export { allocateMinor } from "./allocate.ts";
export { minorIn, minorOf, moneyOfMinor, plainMinor, type Minor } from "./amount.ts";
export { quotedPer } from "./convert.ts";
export {
  HIGHEST_FLAT_RATE_OF_MONTH,
  HIGHEST_REPLACEMENT_RATIO,
  HIGHEST_YEARLY_RATE,
  WIDEST_SPREAD,
} from "./plausible-rates.ts";
export { readMoney } from "./reading.ts";
export { readRounding } from "./rounding.ts";
