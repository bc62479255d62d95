/** The second door of money, for the rooms above that compute in minor units. No entry of the package. */
export {
  exactMinor,
  minorIn,
  minorOf,
  moneyOfMinor,
  plainMinor,
  plus,
  power,
  writeMinor,
  type Minor,
} from "./amount.ts";
export { readRounding } from "./rounding.ts";
