import { Decimal } from "../core/decimal.ts";
import type { Path } from "../core/index.ts";
import { type Money, roundMoney, type RoundingMode } from "../money/index.ts";

import { refuse } from "./errors.ts";
import { pensionsByYear, project, type ResolvedRetirement, returnBeforeOf, settled } from "./projection.ts";
import { amountsOf } from "./read-retirement.ts";
import { OLDEST, type TwoMoneys } from "./plan.ts";
import type { RetirementInput } from "./types.ts";

/** A yearly rate as it is shown. */
export const rateText = (rate: Decimal): string => rate.toFixed(6);

/** A yearly rate that has to be enough, as it is shown. */
export const enoughRateText = (rate: Decimal): string => settled(rate).toFixed(6, Decimal.ROUND_CEIL);

/** A ratio as it is shown. */
export const ratioText = (ratio: Decimal): string => ratio.toFixed(4);

/** The one place where a number becomes money. */
export interface Rounder<C extends string> {
  /** With the rounding of the plan, or another: an amount that has to be enough goes up, what is left to spend goes down. */
  money(amount: Decimal, rounding?: RoundingMode): Money<C>;
  both(amount: Decimal, priceLevel: Decimal): TwoMoneys<C>;
}

/** What no amount of a result may reach. */
const LIMIT = 1e15;

/** A figure of the input as it was given, and its place. */
type Given = readonly [text: string, path: Path];

function largestOf(given: readonly Given[]): Given {
  return given.reduce((largest, one) => (new Decimal(one[0]).gt(largest[0]) ? one : largest), given[0] ?? ["0", []]);
}

const ratesOf = ({ assumptions, pensions }: RetirementInput): readonly Given[] => [
  ...(["inflation", "returnBeforeRetirement", "returnAfterRetirement"] as const).map((name): Given => [
    assumptions[name].value,
    ["assumptions", name, "value"],
  ]),
  ...pensions.map(({ increase }, i): Given => [increase, ["pensions", i, "increase"]]),
];

/** What makes a result too large: the largest amount or, where the amounts are within the limit by themselves, rate. */
function causeOf(input: RetirementInput, plan: ResolvedRetirement): Given {
  const pensions = plan.pensions.map((pension) => ({ ...pension, increase: new Decimal(0) }));
  const { gross, pensionValue, have } = project({
    ...plan,
    inflation: new Decimal(0),
    ...returnBeforeOf(new Decimal(0)),
    returnAfter: new Decimal(0),
    pensions,
    pensionsPaid: pensionsByYear(pensions, plan.age, OLDEST),
  });
  const isOfAmounts = Decimal.max(gross, pensionValue, have).gte(LIMIT);
  return largestOf(isOfAmounts ? amountsOf(input).map(([{ amount }, path]): Given => [amount, path]) : ratesOf(input));
}

/** How the figures of a plan become money; `changed` is a change that the figures come from, named if they are too large. */
export function rounderOf<C extends string>(
  input: RetirementInput<C>,
  plan: ResolvedRetirement,
  changed: Given | null = null,
): Rounder<C> {
  const currency: C = input.monthlySaving.currency;
  const money = (amount: Decimal, rounding = input.rounding): Money<C> => {
    if (!amount.abs().lt(LIMIT)) {
      const [largest, path] = changed ?? causeOf(input, plan);
      refuse("financial-planning/amount-out-of-range", "the result exceeds 1e15", path, { limit: LIMIT, largest });
    }
    return roundMoney(settled(amount).toFixed(), currency, rounding);
  };
  return {
    money,
    both: (amount, priceLevel) => ({ nominal: money(amount), today: money(amount.div(priceLevel)) }),
  };
}
