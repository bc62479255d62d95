import type { DateRange, DayCountBasis, Period } from "../../calendar/index.ts";
import type { DecimalString } from "../../core/index.ts";
import type { Money, RoundingMode } from "../../money/index.ts";
import type { NetInterestTotals } from "../interest/net-interest-income.ts";
import type { AddOnAmount } from "./add-ons.ts";
import type { LevyAmount } from "./levies.ts";
import type { CapitalBasis } from "./words.ts";

/** How the return on the capital itself is treated. */
export const CAPITAL_RETURNS = ["excluded", "at-rate", "given"] as const;

/** Whether income contains what the capital earns, being invested: not, at a rate per year, or as an amount. */
export type CapitalReturn<C extends string = string> =
  | { readonly treatment: "excluded" }
  | { readonly treatment: "at-rate"; readonly rate: DecimalString }
  | { readonly treatment: "given"; readonly amount: Money<C> };

/** How capital stands to funding. */
export const CAPITAL_FUNDINGS = ["gross", "net-of-capital"] as const;

/** Whether all of an asset is funded at the transfer price, or capital funds its part, which saves `rate` per year on it. */
export type CapitalFunding =
  { readonly treatment: "gross" } | { readonly treatment: "net-of-capital"; readonly rate: DecimalString };

/** How income tax is treated. */
export const RETURN_TAXES = ["before-tax", "after-tax"] as const;

/** What tax a loss has. */
export const LOSS_TAXES = ["credited", "untaxed"] as const;

/** Whether a loss saves tax on other income of the bank, or has none. */
export type LossTax = (typeof LOSS_TAXES)[number];

/** Whether the return is before or after income tax. */
export type ReturnTax =
  | { readonly treatment: "before-tax" }
  | { readonly treatment: "after-tax"; readonly rate: DecimalString; readonly losses: LossTax };

/** The conventions of a return: each changes the answer, so none has a default but the writing of the result. */
export interface ReturnConventions<C extends string = string> {
  readonly period: Period;
  readonly currency: C;
  /** Of what is per year: the hurdle, the return on capital, and the ratio. */
  readonly dayCount: DayCountBasis;
  readonly capital: CapitalBasis;
  readonly returnOnCapital: CapitalReturn<C>;
  readonly funding: CapitalFunding;
  readonly tax: ReturnTax;
  /** What capital has to earn per year, on the same conventions: 12 % is `"0.12"`. */
  readonly hurdle: DecimalString;
  /** Default `half-even`. */
  readonly rounding?: RoundingMode;
  /** Fraction digits of the ratio, 0 to 12. Default 4. */
  readonly digits?: number;
}

/** Interest of the period: that of `NetInterestTotals`, or net interest income alone where its parts are not known. */
export interface ReturnInterest<C extends string = string>
  extends Pick<NetInterestTotals<C>, "nii">, Partial<Omit<NetInterestTotals<C>, "nii">> {}

/** What a return is made of, all in one currency and for one period; what there is none of is given as 0 or an empty list. */
export interface ReturnInput<C extends string = string> {
  readonly interest: ReturnInterest<C>;
  /** By name; above 0 they are taken off. */
  readonly addOns: readonly AddOnAmount<C>[];
  /** Fees, commissions and all other income. */
  readonly fees: Money<C>;
  /** Cost of serving the client, 0 or more. */
  readonly serviceCost: Money<C>;
  /** By name; above 0 they are taken off. */
  readonly levies: readonly LevyAmount<C>[];
  readonly expectedLoss: Money<C>;
  /** Capital tied up in the period, 0 or more. */
  readonly capital: Money<C>;
}

/**
 * A risk-adjusted return with everything it is made of.
 *
 * `nii − Σ addOns + fees − serviceCost − Σ levies − expectedLoss + returnOnCapital + fundingRelief = incomeBeforeTax`;
 * `incomeBeforeTax − tax = riskAdjustedIncome`; `riskAdjustedIncome − capitalCharge = economicValueAdded`.
 */
export interface RiskAdjustedReturn<C extends string = string> {
  /** Interest received, paid, and what the treasury keeps; `null` where only the net interest income is known. */
  readonly interestReceived: Money<C> | null;
  readonly interestPaid: Money<C> | null;
  /** Funding (资金成本): transfer charged on assets less transfer paid on deposits. */
  readonly treasury: Money<C> | null;
  readonly nii: Money<C>;
  readonly addOns: readonly AddOnAmount<C>[];
  readonly fees: Money<C>;
  /** Composite income (综合收益): net interest income less add-ons, and fees. */
  readonly income: Money<C>;
  readonly serviceCost: Money<C>;
  readonly levies: readonly LevyAmount<C>[];
  readonly expectedLoss: Money<C>;
  /** What the capital earns, 0 where the conventions leave it out. */
  readonly returnOnCapital: Money<C>;
  /** What is not funded because capital funds it, 0 where funding is gross. */
  readonly fundingRelief: Money<C>;
  readonly incomeBeforeTax: Money<C>;
  /** 0 before tax; below 0 where a loss is credited. */
  readonly tax: Money<C>;
  readonly riskAdjustedIncome: Money<C>;
  readonly capital: Money<C>;
  /** Capital × hurdle × time (资本占用成本). */
  readonly capitalCharge: Money<C>;
  /** Economic value added (经济增加值, EVA). */
  readonly economicValueAdded: Money<C>;
  /** Risk-adjusted income per year ÷ capital (RAROC), rounded once; `null` without capital or time. */
  readonly raroc: DecimalString | null;
  readonly conventions: {
    readonly period: DateRange;
    readonly currency: C;
    readonly dayCount: DayCountBasis;
    readonly yearFraction: { readonly numerator: number; readonly denominator: number };
    readonly capital: CapitalBasis;
    readonly returnOnCapital: CapitalReturn<C>;
    readonly funding: CapitalFunding;
    readonly tax: ReturnTax;
    readonly hurdle: DecimalString;
    readonly rounding: RoundingMode;
    readonly digits: number;
  };
}

/** The figures of a return that are amounts or a ratio, in the order of its sum. */
export const RETURN_FIGURES = [
  "interestReceived",
  "interestPaid",
  "treasury",
  "nii",
  "addOns",
  "fees",
  "income",
  "serviceCost",
  "levies",
  "expectedLoss",
  "returnOnCapital",
  "fundingRelief",
  "incomeBeforeTax",
  "tax",
  "riskAdjustedIncome",
  "capital",
  "capitalCharge",
  "economicValueAdded",
  "raroc",
] as const satisfies readonly Exclude<keyof RiskAdjustedReturn, "conventions">[];

/** A figure of a return. */
export type ReturnFigure = (typeof RETURN_FIGURES)[number];
