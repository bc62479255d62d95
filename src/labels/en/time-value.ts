import type { TimeValueWords } from "../words.ts";
import { wrong } from "./phrases.ts";

/** Time value of money: why there is no number, and sentences. */
export const timeValue = {
  "noSolution.not-finite": "an amount is not a finite number",
  "noSolution.no-sign-change": "money flows one way only",
  "noSolution.total-loss": "all the money invested was lost",
  "noSolution.no-root": "no rate brings the present value to zero",
  "noSolution.length-mismatch": "the number of dates differs from the number of flows",
  "noSolution.date-invalid": "a date does not exist",
  "noSolution.zero-span": "all flows are on one day",
  "noSolution.date-before-first": "a date is before the first one",
  "noSolution.beyond-range": "the result is too large or too small for a number",
  "noSolution.opposite-signs": "the amounts at the two ends differ in sign",
  "noSolution.nothing-paid": "nothing is paid and nothing grows",
  "noSolution.interest-not-covered":
    "the payment does not cover more than the interest, or any number of periods would do",
  "noSolution.worth-nothing": "the flows are worth nothing at this rate",
  "noSolution.nothing-invested": "nothing is invested after this valuation",
  "noSolution.never-invested": "nothing is ever invested",
  "noSolution.no-capital": "the average capital is not above zero",
  "time-value/out-of-domain": `An argument is outside its range${wrong}`,
  "time-value/no-solution":
    "There is no answer[ ({path})]: {reason:label.noSolution}[ (number {valuation:number}, counted from 0)].",
  "not-finite": "An amount is not a finite number, so there is no rate; check the flows.",
  "no-sign-change": "Money flows one way only, so there is no rate; it must be both paid and received.",
  "total-loss": "All the money invested was lost, a return of −100%, and no rate above −100% can express that.",
  "no-root": "Money is both paid and received, yet no rate brings its present value to zero.",
  "length-mismatch": "The number of dates differs from the number of flows, so there is no rate.",
  "date-invalid": "A date does not exist, so there is no rate; write dates as YYYY-MM-DD.",
  "zero-span": "All flows are on one day, which leaves no time for interest.",
  "date-before-first": "A date is before the first one, which Excel does not allow.",
} as const satisfies TimeValueWords;
