/** The second door of money, for the rooms above that compute in minor units. Not an entry point of the package. */
export { minorIn, minorOf, moneyOfMinor, plainMinor, type Minor } from "./amount.ts";
export { readRounding } from "./rounding.ts";
