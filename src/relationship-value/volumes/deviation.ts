import type { DateRange } from "../../calendar/index.ts";
import {
  datePartsOf,
  daysInMonth,
  fromDayNumber,
  policyAt,
  readDecimal,
  toDayNumber,
  type DecimalString,
  type Policy,
} from "../../core/index.ts";
import { coefficientAt, inTheirWords, policyMembers, quotientText, shapeOf, type Reader } from "../../core/inner.ts";
import { readRate, SHARE_RANGE } from "../lifetime/rates.ts";

/** How far deposits at the end of a month may lie above their daily average (存款偏离度限额). */
export interface DepositDeviationPolicy extends Policy {
  /** A share of the daily average: 4 % is `"0.04"`. */
  readonly limit: DecimalString;
}

/**
 * The limit of mainland China for the deposits of a whole bank at the end of a month, 4 %, formerly 3 % (银保监办发〔2018〕
 * 48号). Replace it where the bank has one of its own.
 *
 * The rule also caps the daily average that counts in the last month of a quarter: at that of the month before, times one
 * and the mean growth of the four latest such months. That cap is not applied here.
 */
export const depositDeviationLimit: DepositDeviationPolicy = Object.freeze({
  id: "cn.deposit-deviation",
  version: "2018",
  status: "regulation",
  effectiveFrom: "2018-06-08",
  sources: [
    "银保监办发〔2018〕48号 关于完善商业银行存款偏离度管理有关事项的通知 (press and reference pages were seen for the formula, the 4 % and the cap; not the text of the notice, nor whether it applies from the day it is dated)",
  ],
  limit: "0.04",
} as const);

/** How deposits may compare with the limit. */
export const DEVIATION_STATES = ["within", "above", "no-average", "not-a-month"] as const;

/**
 * How deposits compare with the limit: within or above it; without an answer where their daily average is not above 0,
 * or where the period is not a calendar month, which the limit is for.
 */
export type DeviationState = (typeof DEVIATION_STATES)[number];

/** The deposits of the book against the limit. */
export interface DepositDeviation {
  readonly state: DeviationState;
  /** As in the figures, rounded; what is compared with the limit is exact. */
  readonly deviation: DecimalString | null;
  readonly limit: DecimalString;
  readonly policy: Pick<Policy, "id" | "version">;
}

/** How a limit is read. */
export const readDeviationPolicy: Reader<DepositDeviationPolicy> = /* @__PURE__ */ (() =>
  shapeOf<DepositDeviationPolicy>({
    ...policyMembers,
    limit: (limit, path, code) => {
      readRate(limit, SHARE_RANGE, path, code);
      return limit;
    },
  }))();

/** What a deviation is computed from: minor units at the end, minor units × days, and the days. */
export interface DeviationParts {
  readonly end: bigint;
  readonly balanceDays: bigint;
  readonly days: number;
}

/** (period end − daily average) / daily average; null where the average is not above 0. */
export function deviationOf({ end, balanceDays, days }: DeviationParts, digits: number): DecimalString | null {
  if (balanceDays <= 0n) return null;
  return quotientText(end * BigInt(days) - balanceDays, balanceDays, digits, "half-even");
}

/** Whether a period is one calendar month. */
function isMonth({ from, to }: DateRange): boolean {
  const { year, month, day } = datePartsOf(toDayNumber(from));
  return day === 1 && toDayNumber(to) - toDayNumber(from) === daysInMonth(year, month);
}

/** Refuses a limit that is not in force on the last day of the period, whose balance is the one it caps. */
export function demandInForce(policy: DepositDeviationPolicy, { to }: DateRange): void {
  const lastDay = fromDayNumber(toDayNumber(to) - 1);
  inTheirWords({ date: ["period"] }, () => policyAt([policy], lastDay));
}

/** The deposits of a book against a limit. */
export function compareWithLimit(
  parts: DeviationParts | null,
  period: DateRange,
  policy: DepositDeviationPolicy,
  digits: number,
): DepositDeviation {
  const { id, version, limit } = policy;
  const deviation = parts === null ? null : deviationOf(parts, digits);
  const told = { deviation, limit, policy: { id, version } };
  if (!isMonth(period)) return { state: "not-a-month", ...told };
  if (parts === null || parts.balanceDays <= 0n) return { state: "no-average", ...told };
  const { coefficient, scale } = readDecimal(limit);
  const excess = parts.end * BigInt(parts.days) - parts.balanceDays;
  return {
    state:
      coefficientAt(scale, { coefficient: excess, scale: 0 }) > coefficient * parts.balanceDays ? "above" : "within",
    ...told,
  };
}
