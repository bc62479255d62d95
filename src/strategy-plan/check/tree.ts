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

/** Checks of a list as a whole; of a list that is absent there is nothing to say. */
export function list<Row>(...checks: readonly Check<readonly Row[]>[]): Check<readonly Row[] | undefined> {
  return (rows, path, context) => {
    if (rows === undefined) return;
    for (const check of checks) check(rows, path, context);
  };
}

/** A check of a member that may be absent. */
export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value, path, context) => {
    if (value !== undefined) check(value, path, context);
  };
}

/** Several checks of one thing, one after the other. */
export function all<T>(...checks: readonly Check<T>[]): Check<T> {
  return (value, path, context) => {
    for (const check of checks) check(value, path, context);
  };
}

/** Checks of every row of a list, row by row. */
export function each<Row>(...checks: readonly Check<Row>[]): Check<readonly Row[] | undefined> {
  return (rows, path, context) => {
    if (rows === undefined || rows.length === 0) return;
    const at = deeper(path);
    const last = at.length - 1;
    let index = 0;
    for (const row of rows) {
      at[last] = index;
      for (const check of checks) check(row, at, context);
      index += 1;
    }
    at.pop();
  };
}

/**
 * The same path, one place longer, until the caller takes the place off again: a plan is walked with one path, because an
 * issue takes a copy of it, and most places of most plans have none.
 */
function deeper(path: Path): (string | number)[] {
  const at = path as (string | number)[];
  at.push("");
  return at;
}

/** The check of a member: one that may be absent is checked by something that allows for it. */
type MemberCheck<T, Member extends keyof T> = Check<object extends Pick<T, Member> ? T[Member] | undefined : T[Member]>;

/**
 * Checks of the members of a record, in the order given; a required member that is missing is checked like any other, so
 * that it is reported. Of a record that is absent there is nothing to say.
 */
export function members<T extends object>(
  checks: NoInfer<{ readonly [Member in keyof T]?: MemberCheck<T, Member> }>,
): Check<T | undefined> {
  const entries = Object.entries(checks) as [keyof T & string, Check<unknown>][];
  return (value, path, context) => {
    if (value === undefined) return;
    const at = deeper(path);
    const last = at.length - 1;
    for (const [member, check] of entries) {
      at[last] = member;
      check(value[member], at, context);
    }
    at.pop();
  };
}
