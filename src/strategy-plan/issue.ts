import { issueOf, tryDecimal, type DecimalString, type Path, type ScaledInteger } from "../core/index.ts";
import { compareExact } from "../core/inner.ts";
import { toMinorUnits, type Money } from "../money/index.ts";
import { minorOf } from "../money/inner.ts";
import type { PlanIssueCode, Report } from "./reasons.ts";

/** Whether a text is a share: a decimal from 0 to 1. */
export function isShare(share: DecimalString): boolean {
  const value = tryDecimal(share);
  return value !== null && value.coefficient >= 0n && compareExact(value, WHOLE) <= 0;
}

const WHOLE: ScaledInteger = { coefficient: 1n, scale: 0 };

/** Reports an amount that is invalid, or in a currency other than the plan's; true when it is good. */
export function reportMoney(amount: Money, currency: string, path: Path, report: Report): boolean {
  try {
    minorOf(amount, path);
  } catch (e) {
    const issue = issueOf(e);
    report(issue.code as PlanIssueCode, issue.path, issue.details);
    return false;
  }
  if (amount.currency === currency) return true;
  report("strategy-plan/currency-differs", path, { currency: amount.currency, expected: currency });
  return false;
}

/** Minor units of an amount; null of one that is invalid, or in another currency, which the check of the plan tells. */
export function minorIn(currency: string, amount: Money): bigint | null {
  return reportMoney(amount, currency, [], () => undefined) ? toMinorUnits(amount) : null;
}
