import type { DayRange } from "../calendar/inner.ts";
import type { Path } from "../core/index.ts";
import type { Report } from "./issue.ts";
import type { PlanRowId, StrategyPlan } from "./types.ts";
import type { PlanWallet } from "./wallet.ts";

/** Sections whose rows other rows refer to. */
export type ReferredSection = "businesses" | "institutions" | "services";

/** What a check may look at besides its own place in the plan. */
export interface PlanUnderCheck {
  readonly plan: StrategyPlan;
  /** Days of the plan year; null when its period is invalid. */
  readonly year: DayRange | null;
  /** Ids of the rows others refer to. */
  readonly known: Readonly<Record<ReferredSection, ReadonlySet<PlanRowId>>>;
  /** The client's spend; null when the plan's currency is unknown, so that nothing adds up. */
  readonly wallet: PlanWallet | null;
  readonly report: Report;
}

/** Reports what is wrong with one place of a plan. */
export type Check<T> = (value: T, path: Path, context: PlanUnderCheck) => void;

/** Several checks of one place. */
export function all<T>(...checks: readonly Check<T>[]): Check<T> {
  return (value, path, context) => {
    for (const check of checks) check(value, path, context);
  };
}

/** A check of every row of a list. */
export function each<Row>(check: Check<Row>): Check<readonly Row[]> {
  return (rows, path, context) => {
    for (const [index, row] of rows.entries()) check(row, [...path, index], context);
  };
}

/** Checks of the members a record has, in the order given. */
export function members<T extends object>(checks: {
  readonly [Member in keyof T]?: Check<NonNullable<T[Member]>>;
}): Check<T> {
  const entries = Object.entries(checks) as [keyof T & string, Check<unknown>][];
  return (value, path, context) => {
    for (const [member, check] of entries) {
      if (value[member] !== undefined) check(value[member], [...path, member], context);
    }
  };
}
