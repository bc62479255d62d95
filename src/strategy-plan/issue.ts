import { tryRange } from "../calendar/inner.ts";
import {
  describeValue,
  issueOf,
  tryDayNumber,
  tryDecimal,
  type DecimalString,
  type LocalDate,
  type Path,
  type ScaledInteger,
} from "../core/index.ts";
import { compareExact } from "../core/inner.ts";
import type { Period } from "../calendar/index.ts";
import type { Money } from "../money/index.ts";
import { minorOf } from "../money/inner.ts";
import type { PlanIssueCode, Report } from "./reasons.ts";

/** Reports a date that does not exist. */
export function reportDate(date: LocalDate, path: Path, report: Report): void {
  if (tryDayNumber(date) === null) report("core/invalid-date", path, { received: describeValue(date) });
}

/** Reports a day that something happened on and that is still to come. */
export function reportLater(date: LocalDate, asOf: LocalDate, path: Path, report: Report): void {
  const [day, today] = [tryDayNumber(date), tryDayNumber(asOf)];
  if (day !== null && today !== null && day > today) report("strategy-plan/dated-later", path, { date, asOf });
}

/** Reports a period that does not exist. */
export function reportPeriod(period: Period, path: Path, report: Report): void {
  if (tryRange(period) === null) report("core/invalid-date", path, { received: describeValue(period) });
}

/** Reports a text that is not a decimal; true when it is one. */
export function reportDecimal(value: DecimalString, path: Path, report: Report): boolean {
  if (tryDecimal(value) !== null) return true;
  report("core/invalid-decimal", path, { received: describeValue(value) });
  return false;
}

/** Whether a text is a share: a decimal from 0 to 1. */
export function isShare(share: DecimalString): boolean {
  const value = tryDecimal(share);
  return value !== null && value.coefficient >= 0n && compareExact(value, WHOLE) <= 0;
}

const WHOLE: ScaledInteger = { coefficient: 1n, scale: 0 };

/** Reports a share that is not a decimal or lies outside 0 to 1. */
export function reportShare(share: DecimalString, path: Path, report: Report): void {
  if (isShare(share) || !reportDecimal(share, path, report)) return;
  report("strategy-plan/share-out-of-range", path, { share, min: "0", max: "1" });
}

/** Reports an amount that is invalid, or in a currency other than the plan's; true when it is good. */
export function reportMoney(amount: Money, currency: string, path: Path, report: Report): boolean {
  try {
    minorOf(amount, ["amount"]);
  } catch (e) {
    const issue = issueOf(e);
    // the error's path starts with the function's parameter name, replaced here by the place in the plan
    report(issue.code as PlanIssueCode, [...path, ...issue.path.slice(1)], issue.details);
    return false;
  }
  if (amount.currency === currency) return true;
  report("strategy-plan/currency-differs", path, { currency: amount.currency, expected: currency });
  return false;
}
