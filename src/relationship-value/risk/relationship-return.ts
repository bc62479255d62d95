import { readPeriod } from "../../calendar/index.ts";
import type { DayCountBasis } from "../../calendar/index.ts";
import type { RowIssue } from "../../core/index.ts";
import { listOf, oneOf, optional, orNull, shapeOf, type Reader } from "../../core/inner.ts";
import { fromMinorUnits, type Money } from "../../money/index.ts";
import { netInterestIncome, type InterestPosition, type NetInterestResult } from "../interest/net-interest-income.ts";
import { valueItems, type ValueItem } from "../items.ts";
import { readAmount, readDayCount, readOptions, readRows } from "../reading.ts";
import type { Statement } from "../types.ts";
import { readKept } from "../views/kept.ts";
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

/** The conventions of a return, read whole. */
export const readReturnOptions: Reader<RelationshipReturnOptions> = shapeOf<RelationshipReturnOptions>({
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
 * @throws `relationship-value/invalid-option` for what is not a statement; `money/currency-mismatch`, `money/invalid-amount`,
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
  const { currency } = readKept(statement, ["statement"]).total;
  const { items, total, totalDetail, heads, headDetails } = statement;
  const minor = (amount: Money | null): bigint =>
    amount === null ? 0n : minorInCurrency(amount, currency, ["statement"]);
  const parts = (all: Money | null, second: Money | null, ...ofInterest: readonly (Money | null)[]) => {
    const interest = ofInterest.reduce((sum, amount) => sum + minor(amount), 0n);
    const rest = minor(all) - (related === "included" ? 0n : minor(second)) - interest;
    return { interest: fromMinorUnits(interest, currency), fees: fromMinorUnits(rest, currency) };
  };
  const { asset, liability } = items;
  const { interest, fees } = parts(total, heads.related, asset.amount, liability.amount);
  const split = [totalDetail, headDetails.related, asset, liability].map(({ byBasis }) => byBasis.estimated);
  const [all = null, second = null, ...ofInterest] = split;
  return {
    interest: { nii: interest },
    fees,
    estimated: parts(all, second, ...ofInterest),
    noData: valueItems.filter((item) => items[item].status === "no-data"),
  };
}

const readStatementOptions: Reader<{ readonly related: RelatedIncome }> = shapeOf<{ readonly related: RelatedIncome }>({
  related: oneOf(RELATED_INCOMES),
});
