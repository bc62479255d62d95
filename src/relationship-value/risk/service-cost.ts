import { subtractDecimals, tryDecimal, type DecimalString, type RowIssue } from "../../core/index.ts";
import { listOf, optional, refuse, rowOf, shapeOf, type Reader } from "../../core/inner.ts";
import { fromMinorUnits, type Money, type RoundingMode } from "../../money/index.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { fractionOf, minus, over, roundFraction, timesAll, wholeOf, type Fraction } from "../interest/fraction.ts";
import { OPTION, readCurrency, readId, readOptions, readRounding, readRows } from "../reading.ts";
import { eachRow, INVALID_ROW, minorInCurrency, readPositiveAmount, readQuantity, totalOf } from "./rows.ts";

/**
 * What an activity costs the bank (作业成本): an amount for a number of units.
 *
 * A rate of 2.30 per visit is `cost` 2.30 for `units` 1. A pool is its cost of the period for its practical capacity,
 * 1,500,000 for 2,000,000: the rate is their quotient, which is never rounded by itself.
 */
export interface ActivityCost<C extends string = string> {
  readonly activity: string;
  readonly cost: Money<C>;
  /** Above 0. */
  readonly units: DecimalString;
  /** Units that all clients together used of `units`; where it is given, the cost of the rest is shown. */
  readonly used?: DecimalString;
}

/** How often a client used an activity. */
export interface ActivityCount {
  readonly activity: string;
  /** Visits, transactions, hours, or an amount where the driver is a balance; 0 or more. */
  readonly count: DecimalString;
}

/** What activities cost, and in what. */
export interface ServiceCostOptions<C extends string = string> {
  readonly currency: C;
  /** One entry per activity. */
  readonly costs: readonly ActivityCost<C>[];
  /** Default `half-even`; each row is rounded once. */
  readonly rounding?: RoundingMode;
}

/** What one row cost. */
export interface ActivityFigure<C extends string = string> {
  readonly activity: string;
  readonly count: DecimalString;
  readonly cost: Money<C>;
}

/** Capacity that nobody used: shown, never spread over clients. Negative where more was used than there is. */
export interface UnusedCapacity<C extends string = string> {
  readonly activity: string;
  readonly units: DecimalString;
  readonly cost: Money<C>;
}

/** What it costs to serve (运营成本). */
export interface ServiceCost<C extends string = string> {
  /** One per row in row order; `null` for a row with an issue. */
  readonly values: readonly (ActivityFigure<C> | null)[];
  readonly issues: readonly RowIssue[];
  /** Sum of the values. */
  readonly total: Money<C>;
  /** Of the activities that say how much of them is used, in their order; not in the total. */
  readonly unused: readonly UnusedCapacity<C>[];
  readonly conventions: { readonly currency: C; readonly rounding: RoundingMode };
}

const unitsMember: Reader<DecimalString> = (units, path, code) => {
  readQuantity(units, path, code);
  if (tryDecimal(units)?.coefficient !== 0n) return units;
  return refuse(code, path, "0 units have no rate", { received: "0" });
};

/** What an activity costs, read whole. */
export const costMember: Reader<ActivityCost> = shapeOf<ActivityCost>({
  activity: readId,
  cost: readPositiveAmount,
  units: unitsMember,
  used: optional(readQuantity),
});

const readServiceOptions: Reader<ServiceCostOptions> = shapeOf<ServiceCostOptions>({
  currency: readCurrency,
  costs: listOf(costMember),
  rounding: optional(readRounding),
});

const readCount: Reader<ActivityCount> = rowOf<ActivityCount>({ activity: readId, count: readQuantity });

/** The rate of each activity in minor units per unit. */
function ratesOf<C extends string>({ costs, currency }: ServiceCostOptions<C>): ReadonlyMap<string, Fraction> {
  const rates = new Map<string, Fraction>();
  costs.forEach(({ activity, cost, units }, index) => {
    const path = ["costs", index];
    if (rates.has(activity)) refuse(OPTION, [...path, "activity"], "named before", { received: activity });
    const minor = minorInCurrency(cost, currency, [...path, "cost"]);
    rates.set(activity, over(wholeOf(minor), decimal(units)));
  });
  return rates;
}

const decimal = (text: DecimalString): Fraction => fractionOf(tryDecimal(text) ?? { coefficient: 0n, scale: 0 });

/**
 * What it costs to serve a client, by activity drivers (作业成本法): the rate of each activity × how often it was used.
 *
 * Capacity that nobody used is shown with its cost and is spread over nobody: a client does not cost more because
 * others came less often. An activity without a rate is an issue of its row; the others are computed.
 *
 * @param counts - of one client or of many; the rows may have members of their own, such as the client
 * @param options - the costs of the activities, currency, rounding
 * @returns cost by row, their total, unused capacity, issues
 * @throws `relationship-value/invalid-option` also for an activity with two costs; `relationship-value/currency-mismatch`,
 *   `relationship-value/empty-id`, `money/unknown-currency`, `money/invalid-amount`
 * @see activity-based costing of customers in textbooks of cost accounting; unused capacity by practical capacity
 * @example
 * const costs = [
 *   { activity: "visit", cost: money("2.30", "USD"), units: "1" },
 *   { activity: "atm", cost: money("1500000", "USD"), units: "2000000", used: "1800000" },
 * ];
 * const cost = serviceCost([{ activity: "visit", count: "48" }, { activity: "atm", count: "100" }], { currency: "USD", costs });
 * cost.total // => money("185.40", "USD")
 * cost.unused // => [{ activity: "atm", units: "200000", cost: money("150000.00", "USD") }]
 * @since 0.1.0
 */
export function serviceCost<C extends string>(
  counts: readonly ActivityCount[],
  options: ServiceCostOptions<C>,
): ServiceCost<C> {
  readOptions<ServiceCostOptions>(options, readServiceOptions);
  readRows(counts, ["counts"], OPTION);
  const { currency, costs, rounding = "half-even" } = options;
  const rates = ratesOf(options);
  const minors: bigint[] = [];
  const { values, issues } = eachRow(counts, (given): ActivityFigure<C> => {
    const { activity, count } = readCount(given, [], INVALID_ROW);
    const rate = rates.get(activity);
    if (rate === undefined) return refuseActivity(activity);
    const minor = roundFraction(timesAll(rate, decimal(count)), rounding);
    const figure = { activity, count, cost: fromMinorUnits(minor, currency) };
    minors.push(minor);
    return figure;
  });
  const unused = costs.flatMap(({ activity, units, used }): readonly UnusedCapacity<C>[] => {
    const rate = rates.get(activity);
    if (used === undefined || rate === undefined) return [];
    const left = minus(decimal(units), decimal(used));
    const minor = roundFraction(timesAll(rate, left), rounding);
    return [{ activity, units: subtractDecimals(units, used), cost: fromMinorUnits(minor, currency) }];
  });
  return { values, issues, total: totalOf(minors, currency), unused, conventions: { currency, rounding } };
}

/** Refuses an activity that nobody gave a cost: by its id where it is one. */
function refuseActivity(activity: string): never {
  const code = "relationship-value/no-activity-cost" satisfies RelationshipValueErrorCode;
  return refuse(code, ["activity"], "no cost of this activity is given", { activity });
}
