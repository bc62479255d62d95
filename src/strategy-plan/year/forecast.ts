import { tryRange, type DayRange } from "../../calendar/inner.ts";
import { readDecimal, type Path } from "../../core/index.ts";
import { refuse } from "../../core/inner.ts";
import { fromMinorUnits, multiply, type Money, type RoundingMode } from "../../money/index.ts";
import { minorOf } from "../../money/inner.ts";
import { valueHeads, type ValueHead } from "../../relationship-value/index.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import { isShare } from "../issue.ts";
import type { ActionState } from "../progress.ts";
import { readPlan } from "../read-plan.ts";
import type { PlanAction, PlanRowId, StrategyPlan } from "../types.ts";
import { daysOf, spreadOver, stretchesOf } from "./days.ts";

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

/** The forecast of one calendar month. */
export interface MonthForecast extends ForecastFigures {
  /** Such as `"2026-03"`. */
  readonly month: string;
}

/** The forecast of one product. */
export interface ProductForecast extends ForecastFigures {
  /** Id in the bank's catalogue; null for the actions that name none. */
  readonly product: string | null;
}

/** The forecast of one head of the relationship value. */
export interface HeadForecast extends ForecastFigures {
  /** Null for the incomes that name none. */
  readonly head: ValueHead | null;
}

/** The forecast in one currency: months, products and heads each add up to the total, figure by figure. */
export interface CurrencyForecast {
  readonly currency: string;
  readonly total: ForecastFigures;
  /** Months in which some of it falls, first to last. */
  readonly months: readonly MonthForecast[];
  /** In the order the plan first names them; the actions that name none last. */
  readonly products: readonly ProductForecast[];
  /** Direct, related, other; the incomes that name none last. */
  readonly heads: readonly HeadForecast[];
}

/** What the actions of a plan are expected to bring. */
export interface IncomeForecast {
  /** One entry per currency, in the order the plan first has it; amounts in two currencies do not add up. */
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

type Sums = Record<ForecastFigure, bigint>;

/** Sums by key; a key is there from the first amount on. */
type SumsBy<Key> = Map<Key, Sums>;

interface CurrencySums {
  readonly total: Sums;
  readonly months: SumsBy<string>;
  readonly products: SumsBy<string | null>;
  readonly heads: SumsBy<ValueHead | null>;
}

const noSums = (): Sums => ({ expected: 0n, best: 0n, committed: 0n });

function sumsOf<Key>(by: SumsBy<Key>, key: Key): Sums {
  let found = by.get(key);
  if (found === undefined) by.set(key, (found = noSums()));
  return found;
}

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
  return forecastOf(readPlan(plan));
}

/** {@link incomeForecast} of a plan that has been read; the path says where it is. */
export function forecastOf({ actions = [], period }: StrategyPlan, path: Path = ["plan"]): IncomeForecast {
  const year = tryRange(period);
  const byCurrency = new Map<string, CurrencySums>();
  const withoutProbability: PlanRowId[] = [];
  const withoutExpectedIncome: PlanRowId[] = [];
  for (const [index, action] of actions.entries()) {
    const part = FORECAST_PART[action.progress?.state ?? "planned"];
    if (part === null) continue;
    const { expectedIncome: income } = action;
    if (income === undefined) {
      withoutExpectedIncome.push(action.id);
      continue;
    }
    if (part === "open" && income.probability === undefined) withoutProbability.push(action.id);
    const at = [...path, "actions", index, "expectedIncome"];
    const figures = figuresOf(action, part, at);
    const { currency } = income.amount;
    const sums = byCurrency.get(currency) ?? {
      total: noSums(),
      months: new Map(),
      products: new Map(),
      heads: new Map(),
    };
    byCurrency.set(currency, sums);
    addFigures(sums, action, figures, { days: daysOf(income.period, [...at, "period"]), year });
  }
  return {
    currencies: Array.from(byCurrency, ([currency, sums]) => currencyForecast(currency, sums)),
    withoutProbability,
    withoutExpectedIncome,
    rounding: ROUNDING,
  };
}

type FigureAmounts = readonly (readonly [ForecastFigure, Money])[];

/** What an action adds to each figure it is in. */
function figuresOf({ expectedIncome: income }: PlanAction, part: "open" | "committed", at: Path): FigureAmounts {
  if (income === undefined) return [];
  const { amount, probability } = income;
  minorOf(amount, [...at, "amount"]);
  if (probability !== undefined) readDecimal(probability, [...at, "probability"]);
  if (probability !== undefined && !isShare(probability)) {
    const code: StrategyPlanErrorCode = "strategy-plan/share-out-of-range";
    refuse(code, [...at, "probability"], "not from 0 to 1", { share: probability, min: "0", max: "1" });
  }
  if (part === "committed") return [["committed", amount]];
  if (probability === undefined) return [["best", amount]];
  return [
    ["best", amount],
    ["expected", multiply(amount, probability, ROUNDING)],
  ];
}

/** Adds the amounts of an action to everything they are part of. */
function addFigures(
  { total, months, products, heads }: CurrencySums,
  { productOrService, expectedIncome }: PlanAction,
  figures: FigureAmounts,
  { days, year }: { readonly days: DayRange; readonly year: DayRange | null },
): void {
  const product = sumsOf(products, productOrService?.product ?? null);
  const head = sumsOf(heads, expectedIncome?.head ?? null);
  const stretches = stretchesOf(days, year);
  for (const [figure, amount] of figures) {
    const minor = minorOf(amount, [figure]);
    for (const part of spreadOver(minor, stretches)) sumsOf(months, part.month)[figure] += part.minor;
    // the parts add up to it
    const whole = BigInt(minor);
    for (const sums of [total, product, head]) sums[figure] += whole;
  }
}

function currencyForecast(currency: string, { total, months, products, heads }: CurrencySums): CurrencyForecast {
  const figures = (sums: Sums): ForecastFigures => ({
    expected: fromMinorUnits(sums.expected, currency),
    best: fromMinorUnits(sums.best, currency),
    committed: fromMinorUnits(sums.committed, currency),
  });
  const named = [...products.keys()].filter((product) => product !== null);
  return {
    currency,
    total: figures(total),
    // names of months are in the order of their days
    months: [...months.keys()].sort().map((month) => ({ month, ...figures(sumsOf(months, month)) })),
    products: [...named, ...(products.has(null) ? [null] : [])].map((product) => ({
      product,
      ...figures(sumsOf(products, product)),
    })),
    heads: [...valueHeads, null]
      .filter((head) => heads.has(head))
      .map((head) => ({ head, ...figures(sumsOf(heads, head)) })),
  };
}
