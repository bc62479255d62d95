/** The second door of money, for the rooms above: amounts in minor units, money in documents. Not an entry point of the package. */
export { minorIn, minorOf, moneyOfMinor, plainMinor, type Minor } from "./amount.ts";
export { quotedPer } from "./convert.ts";
export { readMoney } from "./reading.ts";
export { readRounding } from "./rounding.ts";
