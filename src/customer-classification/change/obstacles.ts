import { subjectOf } from "../card/condition.ts";
import type { CardRule, CardTest, ResolvedCard } from "../card/resolved.ts";
import { FAILS, HOLDS, UNDECIDED } from "../ledger/ledger.ts";
import type { BarredStatus } from "./gap-status.ts";
import type { GapObstacle } from "./gap.ts";
import { isWanted, judgeRule, judgeTest, TOTAL, type Goal, type Points, type View } from "./goal.ts";

/** What stands in the way by one rule: none of it, where nothing does. */
type Way = readonly GapObstacle[];

const isOfPoints = ({ obstacle }: GapObstacle): boolean => obstacle === "points" || obstacle === "level-points";

function obstacleOfPoints(rule: CardRule, { condition }: CardTest, { points, most }: Points): GapObstacle {
  const attainable = { min: points.low, max: most.high };
  return { obstacle: "points", rule: rule.id, condition, ...subjectOf(condition), attainable };
}

/** What keeps a test from holding, however everything is moved; of alternatives those by points, if there are any. */
function obstaclesOfTest(view: View, rule: CardRule, test: CardTest): Way {
  if (judgeTest(view, test).high === HOLDS) return [];
  const { condition } = test;
  switch (condition.test) {
    case "any": {
      const inner = test.of.flatMap((each) => obstaclesOfTest(view, rule, each));
      const ofPoints = inner.filter(isOfPoints);
      return ofPoints.length > 0 ? ofPoints : inner;
    }
    case "axis":
      return [obstacleOfPoints(rule, test, view.sum(test.subject))];
    case "total":
      return [obstacleOfPoints(rule, test, view.sum(TOTAL))];
    case "characteristic":
      return [obstacleOfPoints(rule, test, view.line(test.subject))];
    case "customer":
    case "flag":
    case "category":
    case "amount":
      return [{ obstacle: "fact", rule: rule.id, condition }];
  }
}

/** The tests of the core tier that have to hold, or that nobody can decide, so that there is no answer at all. */
function coreTests(view: View, goal: Goal, { core }: ResolvedCard): readonly CardTest[] {
  if (goal.kind === "tier" && goal.tier === "core") return core.tests;
  const isOpen = ({ low, high }: { low: number; high: number }): boolean => low === UNDECIDED && high === UNDECIDED;
  return isOpen(judgeRule(view, core)) ? core.tests.filter((test) => isOpen(judgeTest(view, test))) : [];
}

function waysOf(view: View, goal: Goal, card: ResolvedCard): readonly Way[] {
  const earlier: GapObstacle[] = [];
  const ways: Way[] = [];
  for (const rule of card.rules) {
    if (isWanted(goal, rule.grants)) {
      const core = rule.grants === "existing-high-quality" ? coreTests(view, goal, card) : [];
      const own = rule.tests.flatMap((test) => obstaclesOfTest(view, rule, test));
      ways.push([...earlier, ...own, ...core.flatMap((test) => obstaclesOfTest(view, card.core, test))]);
    }
    if (judgeRule(view, rule).low !== FAILS) earlier.push({ obstacle: "earlier-rule", rule: rule.id });
  }
  if (isWanted(goal, "ordinary")) {
    const customer: GapObstacle = { obstacle: "fact", rule: "ordinary", condition: { test: "customer", is: true } };
    ways.push(view.isCustomer ? earlier : [...earlier, customer]);
  }
  return ways;
}

/**
 * What keeps somebody from a class, though everything that may be moved is moved as far as it goes: points alone, where
 * there is a rule for which nothing else is in the way, and otherwise what points do not change.
 */
export function obstaclesOf(
  view: View,
  goal: Goal,
  card: ResolvedCard,
): { readonly status: BarredStatus; readonly because: readonly GapObstacle[] } {
  const ways = waysOf(view, goal, card);
  if (ways.length === 0 && goal.kind !== "level") {
    const type = goal.kind === "type" ? goal.type : "existing-high-quality";
    return { status: "not-by-points", because: [{ obstacle: "no-rule", type }] };
  }
  const byPoints = ways.find((way) => way.every(isOfPoints));
  if (byPoints === undefined) {
    const facts = ways.flatMap((way) => way.filter((obstacle) => !isOfPoints(obstacle)));
    const once = new Map(facts.map((obstacle) => [JSON.stringify(obstacle), obstacle]));
    return { status: "not-by-points", because: [...once.values()] };
  }
  const level = goal.kind === "level" ? card.levels[goal.index] : undefined;
  const { points, most } = view.sum(TOTAL);
  const tooFew: GapObstacle[] =
    level === undefined || points.high >= level.atLeast
      ? []
      : [
          {
            obstacle: "level-points",
            level: level.id,
            atLeast: level.atLeast,
            attainable: { min: points.low, max: most.high },
          },
        ];
  const because = [...tooFew, ...(level === undefined ? byPoints : [])];
  return { status: "out-of-reach", because: because.length > 0 ? because : [{ obstacle: "together" }] };
}
