import type { DayRange } from "../../calendar/inner.ts";
import type { DecimalString, LocalDate, Path } from "../../core/index.ts";
import type { PlanCheckOptions } from "./options.ts";
import type { Report } from "../reasons.ts";
import type { PlanRowId, ReferredSection, StrategyPlan } from "../types.ts";
import type { PlanWallet } from "../wallet.ts";

/** What a check may look at besides its own place in the plan. */
export interface PlanUnderCheck {
  readonly plan: StrategyPlan;
  /** Days of the plan year; null when its period is invalid. */
  readonly year: DayRange | null;
  /** Ids of the rows others refer to, and the shares that the spends give, by service. */
  readonly known: Readonly<Record<ReferredSection, ReadonlySet<PlanRowId>>> & {
    readonly shares: ReadonlyMap<PlanRowId, DecimalString | null>;
  };
  /** The client's spend; null when the plan's currency is unknown, so that nothing adds up. */
  readonly wallet: PlanWallet | null;
  readonly options: PlanCheckOptions;
  /** Day on which what has an end is looked at. */
  readonly asOf: LocalDate;
  readonly report: Report;
}

/** Reports what is wrong with one place of a plan. */
export type Check<T> = (value: T, path: Path, context: PlanUnderCheck) => void;

/** Several checks of one thing, one after the other. */
export function all<T>(...checks: readonly Check<T>[]): Check<T> {
  return (value, path, context) => {
    for (const check of checks) check(value, path, context);
  };
}

/** Checks of every row of a list, row by row. */
export function each<Row>(...checks: readonly Check<Row>[]): Check<readonly Row[]> {
  return (rows, path, context) => {
    const at = deeper(path);
    for (const [index, row] of rows.entries()) {
      at[at.length - 1] = index;
      for (const check of checks) check(row, at, context);
    }
    at.pop();
  };
}

/**
 * The same path, one place longer, until the caller takes the place off again: a plan is walked with one path, because an
 * issue takes a copy of it, and most places of most plans have none.
 */
export function deeper(path: Path, place = ""): (string | number)[] {
  const at = path as (string | number)[];
  at.push(place);
  return at;
}

/**
 * Checks of the members of a record, in the order given. The plan has been read: a member that is absent is open, or an
 * issue already, and there is nothing to say of it.
 */
export function members<T extends object>(
  checks: NoInfer<{ readonly [Member in keyof T]?: Check<Exclude<T[Member], undefined>> }>,
): Check<T> {
  const entries = Object.entries(checks) as [keyof T & string, Check<unknown>][];
  return (value, path, context) => {
    const at = deeper(path);
    for (const [member, check] of entries) {
      const own = value[member];
      if (own === undefined) continue;
      at[at.length - 1] = member;
      check(own, at, context);
    }
    at.pop();
  };
}
