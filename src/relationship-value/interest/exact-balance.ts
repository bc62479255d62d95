import { tryRange } from "../../calendar/inner.ts";
import type { DateRange } from "../../calendar/index.ts";
import {
  DomainError,
  MAX_DAY_NUMBER,
  readDecimal,
  toDayNumber,
  type DecimalString,
  type ScaledInteger,
} from "../../core/index.ts";
import { compareExact, listOf, readDate, refuseValue, rowOf, wholeNumber, type Reader } from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { HIGHEST_YEARLY_RATE, minorOf } from "../../money/inner.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { asGiven, readAmount, readRounding } from "../reading.ts";
import type { AverageDailyBalance, BalanceStretch } from "./average-daily-balance.ts";
import { fractionOf, roundFraction, tens, timesAll, wholeOf, type Fraction } from "./fraction.ts";

const INVALID_ROW = "relationship-value/invalid-row" satisfies RelationshipValueErrorCode;

/** The members of an average balance, as money or as `averageDailyBalance` gives it. */
export const BALANCE_MEMBERS: readonly (keyof Money | keyof AverageDailyBalance)[] = [
  "amount",
  "currency",
  "average",
  "balanceDays",
  "days",
  "stretches",
  "period",
  "rounding",
];

/** An average balance; its amount, its days and what they add up to are looked at where they are used. */
const readAverage: Reader<AverageDailyBalance> = rowOf<AverageDailyBalance>({
  average: asGiven,
  balanceDays: asGiven,
  days: asGiven,
  stretches: listOf(
    rowOf<BalanceStretch>({ from: readDate, to: readDate, days: wholeNumber(1, MAX_DAY_NUMBER), balance: readAmount }),
  ),
  period: asGiven,
  rounding: readRounding,
});

/** Exact balance in minor units, as a fraction; `at` is the member it is in. */
export function balanceOf<C extends string>(
  average: Money<C> | AverageDailyBalance<C>,
  currency: C,
  exponent: number,
  period: DateRange,
  at = "averageBalance",
): Fraction {
  const whole = "balanceDays" in average;
  const amount = whole ? average.average : average;
  const minor = BigInt(minorOf(amount, whole ? [at, "average"] : [at]));
  if (amount.currency !== currency) {
    throw new DomainError<RelationshipValueErrorCode>(
      "relationship-value/currency-mismatch",
      `${at}: in ${amount.currency}, not ${currency}`,
      [at],
      { expected: currency, received: amount.currency },
    );
  }
  if (!("balanceDays" in average)) return { numerator: minor, denominator: 1n };
  readAverage(average, [at], INVALID_ROW);
  const of: unknown = average.period;
  const given = typeof of === "object" && tryRange(of) !== null ? (of as DateRange) : null;
  if (given?.from !== period.from || given.to !== period.to) {
    throw new DomainError<RelationshipValueErrorCode>(
      "relationship-value/days-mismatch",
      `${at}: of another period than the interest`,
      [at, "period"],
      { balance: given === null ? null : { from: given.from, to: given.to }, interest: period },
    );
  }
  const days = toDayNumber(period.to) - toDayNumber(period.from);
  if (average.days !== days) {
    throw new DomainError<RelationshipValueErrorCode>(
      "relationship-value/days-mismatch",
      `${at}: of another number of days than its period has`,
      [at, "days"],
      { balance: Number.isFinite(average.days) ? average.days : null, interest: days },
    );
  }
  const balanceDays = fractionOf(readDecimal(average.balanceDays, [at, "balanceDays"]));
  const exact = timesAll(balanceDays, wholeOf(tens(exponent)), { numerator: 1n, denominator: BigInt(days) });
  if (roundFraction(exact, average.rounding) === minor) return exact;
  return refuseValue(INVALID_ROW, [at, "average"], "not balanceDays by days, rounded", amount.amount);
}

/** A rate per year as a fraction, from -1 to 1: "4.2" for 4.2 % would be a hundred times too much. */
export function readYearlyRate(text: DecimalString, name: string): ScaledInteger {
  const rate = readDecimal(text, name);
  const most = { coefficient: BigInt(HIGHEST_YEARLY_RATE), scale: 0 };
  const least = { coefficient: -most.coefficient, scale: 0 };
  if (compareExact(rate, most) <= 0 && compareExact(rate, least) >= 0) return rate;
  const range = { min: String(-HIGHEST_YEARLY_RATE), max: String(HIGHEST_YEARLY_RATE) };
  return refuseValue(INVALID_ROW, [name], "beyond 100 % a year: write 4.2 % as 0.042", text, range);
}
