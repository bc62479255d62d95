import { readPeriod } from "../../calendar/index.ts";
import type { DayCountBasis } from "../../calendar/index.ts";
import type { Path, RowIssue } from "../../core/index.ts";
import { listOf, oneOf, optional, orNull, readable, readObject, shapeOf, type Reader } from "../../core/inner.ts";
import { fromMinorUnits, type Money } from "../../money/index.ts";
import { netInterestIncome, type InterestPosition, type NetInterestResult } from "../interest/net-interest-income.ts";
import { valueItems, type ValueItem } from "../items.ts";
import { OPTION, readAmount, readDayCount, readOptions, readRows } from "../reading.ts";
import type { BasisSplit, Statement } from "../types.ts";
import { transferAddOns, type AddOnRow, type TransferAddOns } from "./add-ons.ts";
import {
  expectedLoss,
  LOSS_TIMES,
  readCapitalRule,
  riskCapital,
  type CapitalRule,
  type ExpectedLoss,
  type LossTime,
  type RiskCapital,
  type RiskExposure,
} from "./exposure.ts";
import { levyCharges, levyPolicyMember, type LevyCharges, type LevyPolicy } from "./levies.ts";
import { returnMembers, riskAdjustedReturn } from "./return.ts";
import type { ReturnConventions, ReturnInput, ReturnInterest, RiskAdjustedReturn } from "./return-terms.ts";
import { minorInCurrency } from "./rows.ts";
import { costMember, serviceCost, type ActivityCost, type ActivityCount, type ServiceCost } from "./service-cost.ts";

/** The lists of rows that a relationship is made of. */
export const RELATIONSHIP_LISTS = ["positions", "addOns", "activities", "exposures"] as const;

/** A list of rows that a relationship is made of. */
export type RelationshipList = (typeof RELATIONSHIP_LISTS)[number];

/** Everything a bank has with one client, or with a client and its group, in one period and currency. */
export interface Relationship<C extends string = string> {
  readonly positions: readonly InterestPosition<C>[];
  readonly addOns: readonly AddOnRow<C>[];
  /** Fees, commissions and all other income; `statementIncome` takes them from a statement. */
  readonly fees: Money<C>;
  readonly activities: readonly ActivityCount[];
  readonly exposures: readonly RiskExposure<C>[];
}

/** How a relationship is turned into a return: the conventions of the return, and those of its parts. */
export interface RelationshipReturnOptions<C extends string = string> extends Omit<ReturnConventions<C>, "capital"> {
  /** How capital is found from the exposures. */
  readonly capital: CapitalRule;
  /** Of transfer prices, add-ons, reserves and premiums. Default `dayCount`. */
  readonly transferDayCount?: DayCountBasis;
  readonly lossTime: LossTime;
  readonly costs: readonly ActivityCost<C>[];
  /** `null` where none are taken off. */
  readonly levies: LevyPolicy | null;
}

/** An issue of a row, with the list it is in. */
export interface RelationshipIssue extends RowIssue {
  readonly list: RelationshipList;
}

/** The return of a relationship, with what each part of it is made of. */
export interface RelationshipReturn<C extends string = string> {
  readonly result: RiskAdjustedReturn<C>;
  /** What the return was made from. */
  readonly input: ReturnInput<C>;
  /** Rows that are left out; an exposure without capital has no expected loss in it either, but a position leaves its exposure. */
  readonly issues: readonly RelationshipIssue[];
  readonly parts: {
    readonly interest: NetInterestResult<C>;
    readonly addOns: TransferAddOns<C>;
    readonly serviceCost: ServiceCost<C>;
    /** One value per exposure in row order, `null` where there is no capital, with the issues of the capital. */
    readonly expectedLoss: ExpectedLoss<C>;
    readonly capital: RiskCapital<C>;
    readonly levies: LevyCharges<C> | null;
  };
}

const readRelationship: Reader<Relationship> = shapeOf<Relationship>({
  positions: readRows,
  addOns: readRows,
  fees: readAmount,
  activities: readRows,
  exposures: readRows,
});

const readReturnOptions: Reader<RelationshipReturnOptions> = shapeOf<RelationshipReturnOptions>({
  ...returnMembers,
  capital: readCapitalRule,
  transferDayCount: optional(readDayCount),
  lossTime: oneOf(LOSS_TIMES),
  costs: listOf(costMember),
  levies: orNull(levyPolicyMember),
});

/**
 * The risk-adjusted return of a whole relationship: interest against transfer prices, add-ons, fees, cost to serve, expected
 * loss, levies and capital, each worked out from its rows, and put into one `riskAdjustedReturn`.
 *
 * For a client with its group, put the rows of all of them in. A row that cannot be read is left out of everything, with an
 * issue; look at `issues` before you show the ratio.
 *
 * @param relationship - positions, add-ons, fees, activities, exposures
 * @param options - conventions of the return and of its parts, all required but day count of the curve, rounding and digits
 * @returns the return, its input, each part, and issues by list and row
 * @throws `relationship-value/invalid-option`, `relationship-value/currency-mismatch`, `relationship-value/empty-id`;
 *   `core/no-policy-in-force` when the levies do not cover the period; `money/amount-too-large` when a figure has more than
 *   18 digits
 * @example
 * const relationship = {
 *   positions: [{ id: "A-1", side: "asset", averageBalance: money("10000000", "CNY"), rate: "0.06", transferRate: "0.03" }],
 *   addOns: [], fees: money("20000", "CNY"), activities: [{ activity: "visit", count: "12" }],
 *   exposures: [{ id: "A-1", exposure: money("10000000", "CNY"), pd: "0.01", lgd: "0.45", riskWeight: "1" }],
 * } as const;
 * const { result, issues } = relationshipReturn(relationship, {
 *   period: "2025", currency: "CNY", dayCount: "ACT/365F", lossTime: "full", levies: null,
 *   costs: [{ activity: "visit", cost: money("500", "CNY"), units: "1" }],
 *   capital: { basis: "regulatory", ratio: "0.105" }, returnOnCapital: { treatment: "excluded" },
 *   funding: { treatment: "gross" }, tax: { treatment: "before-tax" }, hurdle: "0.12",
 * });
 * result.riskAdjustedIncome.amount // => "269000.00"
 * result.raroc // => "0.2562"
 * issues // => []
 * @since 0.1.0
 */
export function relationshipReturn<C extends string>(
  relationship: Relationship<C>,
  options: RelationshipReturnOptions<C>,
): RelationshipReturn<C> {
  readOptions<RelationshipReturnOptions>(options, readReturnOptions);
  readOptions<Relationship>(relationship, readRelationship, "relationship");
  const { currency, dayCount, transferDayCount = dayCount, lossTime, costs, levies: policy, capital: rule } = options;
  const { rounding = "half-even", digits = 4, returnOnCapital, funding, tax, hurdle } = options;
  const period = readPeriod(options.period);
  const common = { period, currency, rounding };
  const { positions, fees, activities, exposures } = relationship;

  const interest = netInterestIncome(positions, { ...common, dayCount, transferDayCount });
  const addOns = transferAddOns(relationship.addOns, { ...common, dayCount: transferDayCount });
  const cost = serviceCost(activities, { currency, costs, rounding });
  const capital = riskCapital(exposures, { currency, capital: rule, rounding });
  const covered = exposures.filter((_, row) => capital.values[row] !== null);
  const loss = expectedLoss(covered, { ...common, dayCount, lossTime });
  let next = 0;
  const losses = capital.values.map((value) => (value === null ? null : (loss.values[next++] ?? null)));
  const levies =
    policy === null
      ? null
      : levyCharges(
          {
            interestReceived: interest.totals.interestReceived,
            fees,
            positions: positions.filter((_, row) => interest.values[row] !== null),
          },
          { ...common, policy, dayCount: transferDayCount },
        );

  const input: ReturnInput<C> = {
    interest: interest.totals,
    addOns: addOns.byAddOn,
    fees,
    serviceCost: cost.total,
    levies: levies?.levies ?? [],
    expectedLoss: loss.total,
    capital: capital.total,
  };
  const conventions = { period, currency, dayCount, returnOnCapital, funding, tax, hurdle, rounding, digits };
  const inList = (list: RelationshipList, issues: readonly RowIssue[]): readonly RelationshipIssue[] =>
    issues.map((issue) => ({ list, ...issue }));
  return {
    result: riskAdjustedReturn(input, { ...conventions, capital: rule.basis }),
    input,
    issues: [
      ...inList("positions", interest.issues),
      ...inList("addOns", addOns.issues),
      ...inList("activities", cost.issues),
      ...inList("exposures", capital.issues),
    ],
    parts: {
      interest,
      addOns,
      serviceCost: cost,
      expectedLoss: { ...loss, values: losses, issues: capital.issues },
      capital,
      levies,
    },
  };
}

/** Whether the income of related clients is in the return of a client. */
export const RELATED_INCOMES = ["included", "left-out"] as const;

/** Whether the income of related clients is in the return: only where their cost, risk and capital are in it too. */
export type RelatedIncome = (typeof RELATED_INCOMES)[number];

/** Income of a statement as the parts of a return. */
export interface StatementIncome<C extends string = string> {
  /** Items `asset` and `liability`. */
  readonly interest: ReturnInterest<C>;
  /** Everything else in the total. */
  readonly fees: Money<C>;
  /** How much of each is estimated and not booked; it is in the amounts above. */
  readonly estimated: { readonly interest: Money<C>; readonly fees: Money<C> };
  /** Items without data: they count as 0 here, and are not known to be 0. */
  readonly noData: readonly ValueItem[];
}

/**
 * Interest and fees of a statement, as `riskAdjustedReturn` takes them: the way from income lines to a return.
 *
 * Income lines of a bank that books interest after the transfer price give net interest income without its parts. Income
 * of related clients belongs in a return only where their cost, loss and capital do, so `related` has no default.
 *
 * @param statement - of one client, from `relationshipValue`
 * @param options - whether the second head is in it
 * @returns interest and fees, which sum to the total of the statement or to it without its second head; what of each is
 *   estimated; items without data
 * @throws `relationship-value/invalid-option`, `relationship-value/currency-mismatch`, `money/invalid-amount`,
 *   `money/amount-too-large`
 * @example
 * const line = (id: string, item: "asset" | "intermediary", amount: string): IncomeLine =>
 *   ({ id, client: "C-1", product: "P", item, period: "2025", amount: money(amount, "CNY"), basis: "actual" });
 * const { statement } = relationshipValue([line("L-1", "asset", "300000"), line("L-2", "intermediary", "70000")], { client: "C-1", period: "2025", currency: "CNY" });
 * const { interest, fees, noData } = statementIncome(statement, { related: "left-out" });
 * [interest.nii.amount, fees.amount] // => ["300000.00", "70000.00"]
 * noData.includes("liability") // => true
 * @since 0.1.0
 */
export function statementIncome<C extends string>(
  statement: Statement<C>,
  options: { readonly related: RelatedIncome },
): StatementIncome<C> {
  const { related } = readOptions<{ readonly related: RelatedIncome }>(options, readStatementOptions);
  const { currency, items, total, second } = readFigures(statement);
  const sum = (of: keyof Minors): { readonly interest: Money<C>; readonly fees: Money<C> } => {
    const interest = items.asset[of] + items.liability[of];
    const all = total[of] - (related === "included" ? 0n : second[of]);
    return { interest: fromMinorUnits(interest, currency), fees: fromMinorUnits(all - interest, currency) };
  };
  const { interest, fees } = sum("amount");
  return {
    interest: { nii: interest },
    fees,
    estimated: sum("estimated"),
    noData: valueItems.filter((item) => items[item].isUnknown),
  };
}

/** A figure of a statement in minor units, 0 where there is none, and the part of it that is estimated. */
interface Minors {
  readonly amount: bigint;
  readonly estimated: bigint;
}

interface StatementMinors<C extends string> {
  readonly currency: C;
  readonly items: Readonly<Record<ValueItem, Minors & { readonly isUnknown: boolean }>>;
  readonly total: Minors;
  readonly second: Minors;
}

/** What a return takes from a statement. */
function readFigures<C extends string>(statement: Statement<C>): StatementMinors<C> {
  const member = <T extends object, K extends keyof T & string>(of: T, name: K, path: Path): T[K] =>
    readable([...path, name], OPTION, () => readObject(of, path, OPTION)[name]);
  const at: Path = ["statement"];
  const whole = readAmount(member(statement, "total", at), [...at, "total"], OPTION);
  const { currency } = whole;
  const minor = (amount: Money | null, path: Path): bigint =>
    amount === null ? 0n : minorInCurrency(amount, currency, path);
  const estimatedOf = (of: { readonly byBasis: BasisSplit }, path: Path): bigint => {
    const split = member(of, "byBasis", path);
    return minor(member(split, "estimated", [...path, "byBasis"]), [...path, "byBasis", "estimated"]);
  };
  const items = member(statement, "items", at);
  const heads = member(statement, "heads", at);
  const details = member(statement, "headDetails", at);
  const itemOf = (item: ValueItem) => {
    const path = [...at, "items", item];
    const figure = member(items, item, [...at, "items"]);
    const amount = minor(member(figure, "amount", path), [...path, "amount"]);
    const isUnknown = member(figure, "status", path) === "no-data";
    return [item, { amount, estimated: estimatedOf(figure, path), isUnknown }] as const;
  };
  return {
    currency,
    items: Object.fromEntries(valueItems.map(itemOf)) as StatementMinors<C>["items"],
    total: {
      amount: minor(whole, [...at, "total"]),
      estimated: estimatedOf(member(statement, "totalDetail", at), [...at, "totalDetail"]),
    },
    second: {
      amount: minor(member(heads, "related", [...at, "heads"]), [...at, "heads", "related"]),
      estimated: estimatedOf(member(details, "related", [...at, "headDetails"]), [...at, "headDetails", "related"]),
    },
  };
}

const readStatementOptions: Reader<{ readonly related: RelatedIncome }> = shapeOf<{ readonly related: RelatedIncome }>({
  related: oneOf(RELATED_INCOMES),
});
