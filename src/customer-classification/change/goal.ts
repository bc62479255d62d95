import type { CardRule, CardTest, ResolvedCard } from "../card/resolved.ts";
import type { Tier, ClientType } from "../classes.ts";
import { AXES } from "../classes.ts";
import { FAILS, HOLDS, UNDECIDED } from "../ledger/ledger.ts";
import type { GrantedType } from "../outcomes.ts";

/*
 * Whether a goal can be reached, and whether it surely is, where points and tests are known only from one end to the
 * other. With both ends the same it is what the ledger decides (ledger/decide.ts).
 */

/** Ends of a figure, both inclusive. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

/** Points between two ends, and the most they can be worth with the values that are left open. */
export interface Points {
  readonly points: Ends;
  readonly most: Ends;
}

/** The subject of a sum that is the total, after the axes. */
export const TOTAL = AXES.length;

/** What is known of somebody while values are being moved. */
export interface View {
  readonly isCustomer: boolean;
  /** Points of an axis by its index, or of the total. */
  sum(subject: number): Points;
  line(index: number): Points;
  /** Truth of a test on a feature, from one end to the other. */
  leaf(test: CardTest): Ends;
}

/** What is to be reached. */
export type Goal =
  | { readonly kind: "type"; readonly type: ClientType }
  | { readonly kind: "tier"; readonly tier: Tier }
  | { readonly kind: "level"; readonly index: number };

/** Whether something can be so, and whether it surely is. */
export interface Chance {
  readonly possible: boolean;
  readonly certain: boolean;
}

/** Truth of a range of points. */
function judgeRange({ points, most }: Points, { low, high }: CardTest): Ends {
  const canHold = points.high >= low && most.low < high;
  const surelyHolds = points.low >= low && most.high < high;
  const canFail = most.low < low || points.high >= high;
  const surelyFails = most.high < low || points.low >= high;
  return {
    low: surelyHolds ? HOLDS : canFail ? FAILS : UNDECIDED,
    high: canHold ? HOLDS : surelyFails ? FAILS : UNDECIDED,
  };
}

/** Truth of one test, from one end to the other. */
export function judgeTest(view: View, test: CardTest): Ends {
  switch (test.condition.test) {
    case "customer": {
      const truth = view.isCustomer === test.condition.is ? HOLDS : FAILS;
      return { low: truth, high: truth };
    }
    case "any": {
      const inner = test.of.map((each) => judgeTest(view, each));
      return { low: Math.max(...inner.map(({ low }) => low)), high: Math.max(...inner.map(({ high }) => high)) };
    }
    case "axis":
      return judgeRange(view.sum(test.subject), test);
    case "total":
      return judgeRange(view.sum(TOTAL), test);
    case "characteristic":
      return judgeRange(view.line(test.subject), test);
    case "flag":
    case "category":
    case "amount":
      return view.leaf(test);
  }
}

/** Truth of a rule, from one end to the other. */
export function judgeRule(view: View, rule: CardRule): Ends {
  let low = HOLDS;
  let high = HOLDS;
  for (const test of rule.tests) {
    const truth = judgeTest(view, test);
    low = Math.min(low, truth.low);
    high = Math.min(high, truth.high);
    if (high === FAILS) break;
  }
  return { low, high };
}

/** Whether what a rule grants is what is wanted. */
export function isWanted(goal: Goal, grants: GrantedType): boolean {
  if (goal.kind === "level") return true;
  return grants === (goal.kind === "tier" ? "existing-high-quality" : goal.type);
}

/** The core test inside the best type: it has to hold, or at least to be decided. */
function coreChance(view: View, goal: Goal, core: CardRule): Chance {
  const { low, high } = judgeRule(view, core);
  if (goal.kind === "tier" && goal.tier === "core") return { possible: high === HOLDS, certain: low === HOLDS };
  return { possible: low !== UNDECIDED || high !== UNDECIDED, certain: low === high && low !== UNDECIDED };
}

/** How many levels a total reaches. */
const reached = ({ levels }: ResolvedCard, total: number): number =>
  levels.filter(({ atLeast }) => total >= atLeast).length;

/** The level is the same whatever the open values are worth, and the wanted one or a higher. */
function levelChance(view: View, goal: Goal, card: ResolvedCard): Chance {
  if (card.levels.length === 0) return { possible: true, certain: true };
  const { points, most } = view.sum(TOTAL);
  const isSame = {
    possible: reached(card, points.high) >= reached(card, most.low),
    certain: reached(card, points.low) === reached(card, most.high),
  };
  const wanted = goal.kind === "level" ? goal.index + 1 : 0;
  return {
    possible: isSame.possible && reached(card, points.high) >= wanted,
    certain: isSame.certain && reached(card, points.low) >= wanted,
  };
}

/** Whether the goal can be reached, and whether it surely is. */
export function chanceOf(view: View, goal: Goal, card: ResolvedCard): Chance {
  const level = levelChance(view, goal, card);
  if (!level.possible) return { possible: false, certain: false };
  let possible = false;
  let certain = false;
  let canBeTried = true;
  let isSurelyTried = true;
  for (const rule of card.rules) {
    const { low, high } = judgeRule(view, rule);
    if (isWanted(goal, rule.grants) && high === HOLDS) {
      const core =
        rule.grants === "existing-high-quality" ? coreChance(view, goal, card.core) : { possible: true, certain: true };
      possible ||= core.possible;
      certain ||= isSurelyTried && low === HOLDS && core.certain;
    }
    canBeTried &&= low === FAILS;
    isSurelyTried &&= high === FAILS;
    if (!canBeTried) break;
  }
  if (isWanted(goal, "ordinary") && view.isCustomer) {
    possible ||= canBeTried;
    certain ||= isSurelyTried;
  }
  return { possible, certain: certain && level.certain };
}
