import { readDecimal, type DecimalString } from "../core/index.ts";
import { orNull, rowOf, shapeOf, wholeNumber } from "../core/inner.ts";
import { isZero } from "../money/index.ts";
import { readMoney } from "../money/inner.ts";
import type { FinancialPlanningErrorCode } from "./errors.ts";
import { OLDEST } from "./read-retirement.ts";
import type { RetirementWay, RetirementWays } from "./types.ts";

type SaveMore = NonNullable<RetirementWays["saveMore"]>;
type RetireLater = NonNullable<RetirementWays["retireLater"]>;
type HigherReturn = NonNullable<RetirementWays["higherReturn"]>;

const age = wholeNumber(0, OLDEST);

const rate = (value: DecimalString, path: readonly (string | number)[]): DecimalString => {
  readDecimal(value, path);
  return value;
};

const CODE = "financial-planning/invalid-input" satisfies FinancialPlanningErrorCode;

// a plan comes back from where it was kept, and may have members of its own there
const readWays = rowOf<RetirementWays>({
  saveMore: orNull(shapeOf<SaveMore>({ additionalMonthly: readMoney, totalMonthly: readMoney })),
  retireLater: orNull(shapeOf<RetireLater>({ retirementAge: age, years: age })),
  spendLess: shapeOf<RetirementWays["spendLess"]>({ annualToday: readMoney, reduction: readMoney }),
  higherReturn: orNull(shapeOf<HigherReturn>({ returnBeforeRetirement: rate })),
});

/**
 * The ways that each close a retirement gap alone, as reasons to be told (养老缺口的补救办法).
 *
 * @param ways - `result.ways` of {@link retirementGap}
 * @returns those there are, in the order save more, retire later, spend less, earn more; empty when there is no gap
 * @throws `financial-planning/invalid-input` for something other than the ways of a plan, with the path
 * @throws `core/invalid-decimal`, and the codes of `money` for invalid amounts
 * @example
 * const cny = (amount: string) => money(amount, "CNY");
 * const ways = {
 *   saveMore: { additionalMonthly: cny("1200.00"), totalMonthly: cny("3200.00") },
 *   retireLater: null,
 *   spendLess: { annualToday: cny("150000.00"), reduction: cny("30000.00") },
 *   higherReturn: null,
 * };
 * waysToClose(ways).map(({ code }) => code) // => ["save-more", "spend-less"]
 * @since 0.1.0
 */
export function waysToClose<C extends string>(ways: RetirementWays<C>): readonly RetirementWay<C>[] {
  readWays(ways, ["ways"], CODE);
  const { saveMore, retireLater, spendLess, higherReturn } = ways;
  if (isZero(spendLess.reduction)) return [];
  return [
    ...(saveMore === null ? [] : [{ code: "save-more", ...saveMore } as const]),
    ...(retireLater === null ? [] : [{ code: "retire-later", ...retireLater } as const]),
    { code: "spend-less", ...spendLess },
    ...(higherReturn === null ? [] : [{ code: "higher-return", ...higherReturn } as const]),
  ];
}
