import { tryRange } from "../../calendar/inner.ts";
import { readDecimal, type Path } from "../../core/index.ts";
import { compareTexts, refuse } from "../../core/inner.ts";
import { fromMinorUnits, multiply, type Money, type RoundingMode } from "../../money/index.ts";
import { minorOf } from "../../money/inner.ts";
import { valueHeads, type ValueHead } from "../../relationship-value/index.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import { isShare } from "../issue.ts";
import type { ActionState } from "../progress.ts";
import { readPlan } from "../read-plan.ts";
import type { ExpectedIncome, PlanRowId, StrategyPlan } from "../types.ts";
import { daysOf, spreadByDays } from "./days.ts";
import { sumsUnder } from "./sums.ts";

/** The figures of a forecast. */
export const FORECAST_FIGURES = ["expected", "best", "committed"] as const;

/** One of the figures of a forecast. */
export type ForecastFigure = (typeof FORECAST_FIGURES)[number];

/**
 * The figures of a forecast in one currency. `expected` and `best` are two views of the actions that are open, `committed`
 * is of those that were won: the likely total is `expected + committed`, the best one `best + committed`.
 */
export interface ForecastFigures {
  /** Σ of income × probability of the open actions that state a probability, each product rounded once. */
  readonly expected: Money;
  /** Σ of the expected incomes of all open actions, in full. */
  readonly best: Money;
  /** Σ of the expected incomes of the actions that were won, in full; what they brought, `planProgress` says. */
  readonly committed: Money;
}

/** The forecast in one currency: months, products and heads each add up to the total, figure by figure. */
export interface CurrencyForecast {
  readonly currency: string;
  readonly total: ForecastFigures;
  /** Months in which some of it falls, such as `"2026-03"`, first to last. */
  readonly months: readonly (ForecastFigures & { readonly month: string })[];
  /** By id in the bank's catalogue; the actions that name none last. */
  readonly products: readonly (ForecastFigures & { readonly product: string | null })[];
  /** Direct, related, other; the incomes that name none last. */
  readonly heads: readonly (ForecastFigures & { readonly head: ValueHead | null })[];
}

/** What the actions of a plan are expected to bring. */
export interface IncomeForecast {
  /** By code of the currency; amounts in two currencies do not add up. */
  readonly currencies: readonly CurrencyForecast[];
  /** Open actions whose income is in `best` and, for want of a probability, not in `expected`. */
  readonly withoutProbability: readonly PlanRowId[];
  /** Actions that are open or were won and whose expected income nobody has stated: they are in no figure. */
  readonly withoutExpectedIncome: readonly PlanRowId[];
  /** Of each product of income and probability. */
  readonly rounding: RoundingMode;
}

/** What an action is to a forecast, by its state. */
const FORECAST_PART: Readonly<Record<ActionState, "open" | "committed" | null>> = {
  planned: "open",
  pitched: "open",
  won: "committed",
  lost: null,
  dropped: null,
};

const ROUNDING = "half-even" satisfies RoundingMode;

/**
 * What the actions of a plan are expected to bring (收益预测): by month, by product and by head of the relationship value.
 *
 * - Open actions, planned or pitched, are in `best` in full and in `expected` at income × probability, rounded half-even once
 *   an action. An open action without a probability is in `best` only, and listed: it is taken for neither 0 nor 1.
 * - Won actions are in `committed` in full, as they were expected: the client has agreed. Lost and dropped ones are in nothing.
 * - `expected` and `committed` do not overlap, and their sum is what is likely in all; `best` contains what `expected` is of.
 * - By month: an amount, once rounded, is spread over the calendar months of its period by their days, by largest remainder.
 *   Days outside the plan year, which `checkPlan` reports, keep their part.
 *
 * In each currency and each figure, months, products and heads add up to the total, exactly.
 *
 * @param plan - a plan, before or in its year
 * @returns figures per currency, and the actions that are in none, or not in all, of them
 * @throws `core/invalid-decimal`, `strategy-plan/share-out-of-range` for a probability that is not from 0 to 1
 * @throws `calendar/invalid-period`, `core/invalid-date` or a code of money, for an income whose period or amount does not
 * exist; `money/amount-too-large` for a sum
 * @throws `strategy-plan/invalid-plan`, or the code of the room of a date, period, decimal, amount or reference, for a
 * plan that cannot be read; `checkPlan` lists all such places
 * @see field 8.F of the plan (客户经理制的管理培训, p. 10); the probability and the figures are library conventions
 * @example
 * const cny = (amount: string) => ({ amount, currency: "CNY" });
 * const plan = { id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   actions: [
 *     { id: "a1", expectedIncome: { amount: cny("900.00"), period: "2026-Q1", probability: "0.5", head: "direct" } },
 *     { id: "a2", expectedIncome: { amount: cny("100.00"), period: "2026-03" }, progress: { state: "won", actualDate: "2026-01-20" } },
 *   ] } as const;
 * const [forecast] = incomeForecast(plan).currencies;
 * forecast?.total // => { expected: { amount: "450.00", currency: "CNY" }, best: { amount: "900.00", currency: "CNY" }, committed: { amount: "100.00", currency: "CNY" } }
 * forecast?.months.map(({ month, expected, committed }) => [month, expected.amount, committed.amount]) // => [["2026-01", "155.00", "0.00"], ["2026-02", "140.00", "0.00"], ["2026-03", "155.00", "100.00"]]
 * @since 0.1.0
 */
export function incomeForecast(plan: StrategyPlan): IncomeForecast {
  const { sums, ...without } = incomeSums(readPlan(plan), ["plan"]);
  return { currencies: forecastsOf([sums]), ...without, rounding: ROUNDING };
}

/** What the actions of a plan that has been read add up to; the path says where it is. */
export function incomeSums(
  { actions = [], period }: StrategyPlan,
  path: Path,
): Omit<IncomeForecast, "currencies" | "rounding"> & { readonly sums: IncomeSums } {
  const year = tryRange(period);
  const sums: IncomeSums = new Map();
  const withoutProbability: PlanRowId[] = [];
  const withoutExpectedIncome: PlanRowId[] = [];
  for (const [index, { id, expectedIncome: income, productOrService, progress }] of actions.entries()) {
    const part = FORECAST_PART[progress?.state ?? "planned"];
    if (part === null) continue;
    if (income === undefined) {
      withoutExpectedIncome.push(id);
      continue;
    }
    if (part === "open" && income.probability === undefined) withoutProbability.push(id);
    const at = [...path, "actions", index, "expectedIncome"];
    const figures = figuresOf(income, part, at);
    const { total, months, products, heads } = sumsUnder(income.amount.currency, sums, noCurrencySums);
    addFigures(total, figures);
    addFigures(sumsUnder(productOrService?.product ?? null, products, noSums), figures);
    addFigures(sumsUnder(income.head ?? null, heads, noSums), figures);
    const days = daysOf(income.period, [...at, "period"]);
    for (const figure of FORECAST_FIGURES) {
      const parts = figures[figure] === undefined ? [] : spreadByDays(figures[figure], days, year, [figure]);
      for (const { month, minor } of parts) sumsUnder(month, months, noSums)[figure] += minor;
    }
  }
  return { sums, withoutProbability, withoutExpectedIncome };
}

/** What an action adds to each figure it is in. */
function figuresOf(
  { amount, probability }: ExpectedIncome,
  part: "open" | "committed",
  at: Path,
): Partial<ForecastFigures> {
  minorOf(amount, [...at, "amount"]);
  if (probability !== undefined) readDecimal(probability, [...at, "probability"]);
  if (probability !== undefined && !isShare(probability)) {
    const code: StrategyPlanErrorCode = "strategy-plan/share-out-of-range";
    refuse(code, [...at, "probability"], "not from 0 to 1", { share: probability, min: "0", max: "1" });
  }
  if (part === "committed") return { committed: amount };
  if (probability === undefined) return { best: amount };
  return { best: amount, expected: multiply(amount, probability, ROUNDING) };
}

/** The sums of forecasts: of other plans, or of what is stored of them. */
function sumsOf(forecasts: readonly CurrencyForecast[]): IncomeSums {
  const sums: IncomeSums = new Map();
  for (const { currency, total, months, products, heads } of forecasts) {
    const own = sumsUnder(currency, sums, noCurrencySums);
    addFigures(own.total, total);
    for (const row of months) addFigures(sumsUnder(row.month, own.months, noSums), row);
    for (const row of products) addFigures(sumsUnder(row.product, own.products, noSums), row);
    for (const row of heads) addFigures(sumsUnder(row.head, own.heads, noSums), row);
  }
  return sums;
}

/** Forecasts as one: by the same sums, so that plans, and parts of a book, add up to the whole. */
export function forecastsOf(parts: readonly (IncomeSums | readonly CurrencyForecast[])[]): readonly CurrencyForecast[] {
  const sums: IncomeSums = new Map();
  for (const part of parts) {
    for (const [currency, { total, months, products, heads }] of part instanceof Map ? part : sumsOf(part)) {
      const own = sumsUnder(currency, sums, noCurrencySums);
      addSums(own.total, total);
      for (const [month, row] of months) addSums(sumsUnder(month, own.months, noSums), row);
      for (const [product, row] of products) addSums(sumsUnder(product, own.products, noSums), row);
      for (const [head, row] of heads) addSums(sumsUnder(head, own.heads, noSums), row);
    }
  }
  return inOrder(sums).map(([currency, { total, months, products, heads }]) => ({
    currency,
    total: figuresInMoney(total, currency),
    months: inOrder(months).map(([month, row]) => ({ month, ...figuresInMoney(row, currency) })),
    products: inOrder(products).map(([product, row]) => ({ product, ...figuresInMoney(row, currency) })),
    heads: [...valueHeads, null].flatMap((head) => {
      const row = heads.get(head);
      return row === undefined ? [] : [{ head, ...figuresInMoney(row, currency) }];
    }),
  }));
}

type Sums = Record<ForecastFigure, bigint>;

/** Sums of each currency; a key is there from the first amount on. */
export type IncomeSums = Map<string, CurrencySums>;

interface CurrencySums {
  readonly total: Sums;
  readonly months: Map<string, Sums>;
  readonly products: Map<string | null, Sums>;
  readonly heads: Map<ValueHead | null, Sums>;
}

const noSums = (): Sums => ({ expected: 0n, best: 0n, committed: 0n });
const noCurrencySums = (): CurrencySums => ({
  total: noSums(),
  months: new Map(),
  products: new Map(),
  heads: new Map(),
});

function addFigures(sums: Sums, figures: Partial<ForecastFigures>): void {
  for (const figure of FORECAST_FIGURES) {
    const amount = figures[figure];
    if (amount !== undefined) sums[figure] += BigInt(minorOf(amount, [figure]));
  }
}

function addSums(sums: Sums, others: Sums): void {
  for (const figure of FORECAST_FIGURES) sums[figure] += others[figure];
}

/** The figures of a sum. */
export const figuresInMoney = ({ expected, best, committed }: Sums, currency: string): ForecastFigures => ({
  expected: fromMinorUnits(expected, currency),
  best: fromMinorUnits(best, currency),
  committed: fromMinorUnits(committed, currency),
});

/** Rows in the order of their keys, null last. */
const inOrder = <Key extends string | null, Row>(by: ReadonlyMap<Key, Row>): readonly (readonly [Key, Row])[] =>
  [...by].sort(([a], [b]) => compareTexts(a, b));
