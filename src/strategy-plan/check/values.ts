import type { Period } from "../../calendar/index.ts";
import { tryRange } from "../../calendar/inner.ts";
import {
  describeValue,
  tryDayNumber,
  tryDecimal,
  type DecimalString,
  type LocalDate,
  type Path,
} from "../../core/index.ts";
import { isCurrency, type Money } from "../../money/index.ts";
import { isBlank, isSaid } from "../blank.ts";
import { isShare, reportMoney } from "../issue.ts";
import type { EitherPart, PlanTextPart, Report } from "../reasons.ts";
import type { PlanRowId, ReferredSection } from "../types.ts";
import type { Check } from "./tree.ts";

/** A date that exists. */
export const date: Check<LocalDate> = (value, path, { report }) => {
  if (tryDayNumber(value) === null) report("core/invalid-date", path, { received: describeValue(value) });
};

/** Reports a day that something happened on and that is still to come. */
export function reportLater(day: LocalDate, asOf: LocalDate, path: Path, report: Report): void {
  // days that exist stand in the order of their texts
  if (day <= asOf || tryDayNumber(day) === null || tryDayNumber(asOf) === null) return;
  report("strategy-plan/dated-later", path, { date: day, asOf });
}

/** A day that something happened on. */
export const pastDate: Check<LocalDate> = (value, path, context) => {
  date(value, path, context);
  reportLater(value, context.asOf, path, context.report);
};

/** A period that exists. */
export const period: Check<Period> = (value, path, { report }) => {
  if (tryRange(value) === null) report("core/invalid-date", path, { received: describeValue(value) });
};

/** A decimal string. */
export const decimal: Check<DecimalString> = (value, path, { report }) => {
  if (tryDecimal(value) === null) report("core/invalid-decimal", path, { received: describeValue(value) });
};

/** A decimal string from 0 to 1. */
export const share: Check<DecimalString> = (value, path, context) => {
  if (isShare(value)) return;
  if (tryDecimal(value) === null) decimal(value, path, context);
  else context.report("strategy-plan/share-out-of-range", path, { share: value, min: "0", max: "1" });
};

/** An amount in the currency of the plan. */
export const amount: Check<Money> = (value, path, { plan, report }) => {
  // a plan whose currency is not one has an issue of its own
  reportMoney(value, isCurrency(plan.currency) ? plan.currency : value.currency, path, report);
};

/** An amount that cannot be below 0. */
export const notNegative: Check<Money> = (value, path, { report }) => {
  if ((tryDecimal(value.amount)?.coefficient ?? 0n) >= 0n) return;
  report("strategy-plan/negative-amount", path, { amount: value });
};

/** A currency there is. */
export const currency: Check<string> = (value, path, { report }) => {
  if (!isCurrency(value)) report("money/unknown-currency", path, { received: describeValue(value) });
};

/** The id of a row of a section. */
export const rowOf =
  (section: ReferredSection): Check<PlanRowId> =>
  (id, path, { known, report }) => {
    if (!known[section].has(id)) report("strategy-plan/unknown-reference", path, { id, expectedIn: section });
  };

/** A text that a plan says by name, and that completeness does not count, says something. */
export const saidText =
  (part: PlanTextPart): Check<string> =>
  (text, path, { report }) => {
    if (isBlank(text)) report("strategy-plan/blank-text", path, { part });
  };

/** A record of which the form takes either of two members: one of them is there. */
export function either<T extends object>(...oneOf: readonly (EitherPart & keyof T)[]): Check<T> {
  return (value, path, { report }) => {
    if (!oneOf.some((part) => isSaid(value[part]))) report("strategy-plan/neither-named", path, { oneOf });
  };
}
