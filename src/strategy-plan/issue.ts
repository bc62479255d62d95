import {
  compareDecimals,
  describeValue,
  issueOf,
  tryDayNumber,
  tryDecimal,
  type CoreErrorCode,
  type DecimalString,
  type Issue,
  type LocalDate,
  type Path,
} from "../core/index.ts";
import type { Period } from "../calendar/index.ts";
import { tryRange } from "../calendar/inner.ts";
import { toMinorUnits, type Money, type MoneyErrorCode } from "../money/index.ts";
import type { StrategyPlanErrorCode } from "./errors.ts";

/** Codes an issue of a plan may have: its own, and those of the dates, decimals and amounts in it. */
export type PlanIssueCode = StrategyPlanErrorCode | CoreErrorCode | MoneyErrorCode;

/** An issue of a plan. */
export interface PlanIssue extends Issue {
  readonly code: PlanIssueCode;
}

/** Takes one issue. */
export type Report = (code: PlanIssueCode, path: Path, details: Issue["details"]) => void;

/** Reports a date that does not exist. */
export function checkDate(date: LocalDate, path: Path, report: Report): void {
  if (tryDayNumber(date) === null) report("core/invalid-date", path, { received: describeValue(date) });
}

/** Reports a period that does not exist. */
export function checkPeriod(period: Period, path: Path, report: Report): void {
  if (tryRange(period) === null) report("core/invalid-date", path, { received: describeValue(period) });
}

/** Reports a share that is no decimal or lies outside 0 to 1; true when it is good. */
export function checkShare(share: DecimalString, path: Path, report: Report): boolean {
  if (tryDecimal(share) === null) {
    report("core/invalid-decimal", path, { received: describeValue(share) });
    return false;
  }
  if (compareDecimals(share, "0") >= 0 && compareDecimals(share, "1") <= 0) return true;
  report("strategy-plan/share-out-of-range", path, { share, min: "0", max: "1" });
  return false;
}

/** Reports an amount that is none, or is in another currency than the plan; true when it is good. */
export function checkMoney(amount: Money, currency: string, path: Path, report: Report): boolean {
  try {
    toMinorUnits(amount);
  } catch (e) {
    const issue = issueOf(e);
    // the error's path starts with the name of the function's parameter, which here is the place in the plan
    report(issue.code as PlanIssueCode, [...path, ...issue.path.slice(1)], issue.details);
    return false;
  }
  if (amount.currency === currency) return true;
  report("strategy-plan/currency-differs", path, { currency: amount.currency, expected: currency });
  return false;
}
