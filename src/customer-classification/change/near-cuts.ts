import { subjectOf } from "../card/condition.ts";
import type { CardRule, CardTest } from "../card/resolved.ts";
import { AXES, type Axis } from "../classes.ts";
import { judge, judgeRule, testPoints } from "../ledger/judge.ts";
import { HOLDS, openPoints, totalPoints, type ScoreLedger } from "../ledger/ledger.ts";
import type { ClassificationBatch, ClassificationSummary } from "../outcomes.ts";
import type { GapTarget } from "./gap.ts";
import type { MissingPoints, NearCut, NearDistance } from "./work-list.ts";

type ClassifiedSummary = Extract<ClassificationSummary, { readonly status: "classified" }>;

/** The tests on points that a test still asks for; null where it fails on something else. */
function missingOf(ledger: ScoreLedger, test: CardTest, row: number): readonly MissingPoints[] | null {
  if (judge(ledger, test, row) === HOLDS) return [];
  const { condition, low } = test;
  switch (condition.test) {
    case "axis":
    case "total":
    case "characteristic": {
      const points = testPoints(ledger, test, row);
      if (points >= low) return null;
      return [{ ...subjectOf(condition), points, atLeast: low, missing: low - points }];
    }
    case "any": {
      let best: readonly MissingPoints[] | null = null;
      for (const inner of test.of) {
        const own = missingOf(ledger, inner, row);
        if (own !== null && (best === null || fewest(ledger, own) < fewest(ledger, best))) best = own;
      }
      return best;
    }
    case "customer":
    case "flag":
    case "category":
    case "amount":
      return null;
  }
}

/** The fewest points that have to come in all, and where: those of a characteristic count for its axis and for the total as well. */
interface Added {
  readonly total: number;
  readonly axes: ReadonlyMap<Axis, number>;
  readonly characteristics: ReadonlyMap<string, number>;
}

function addedFor({ card }: ScoreLedger, tests: readonly MissingPoints[]): Added {
  const mostOf = (isOf: (test: MissingPoints) => boolean): number =>
    tests.reduce((most, test) => (isOf(test) ? Math.max(most, test.missing) : most), 0);
  const lines = card.card.characteristics;
  const characteristics = new Map(lines.map(({ id }) => [id, mostOf((test) => test.characteristic === id)]));
  const axes = new Map(
    AXES.map((axis) => {
      const ofLines = lines.reduce(
        (sum, line) => (line.axis === axis ? sum + (characteristics.get(line.id) ?? 0) : sum),
        0,
      );
      return [
        axis,
        Math.max(
          ofLines,
          mostOf((test) => test.axis === axis),
        ),
      ];
    }),
  );
  const ofAxes = [...axes.values()].reduce((sum, missing) => sum + missing, 0);
  const ofTotal = mostOf(({ axis, characteristic }) => axis === undefined && characteristic === undefined);
  return { total: Math.max(ofAxes, ofTotal), axes, characteristics };
}

const fewest = (ledger: ScoreLedger, tests: readonly MissingPoints[]): number => addedFor(ledger, tests).total;

/** Whether a test holds once these points have come, and no others. */
function holdsWith(ledger: ScoreLedger, test: CardTest, row: number, added: Added): boolean {
  const { condition, low, high } = test;
  const isWithin = (more: number): boolean => {
    const points = testPoints(ledger, test, row) + more;
    return points >= low && points + openPoints(ledger, test.openLines, row) < high;
  };
  switch (condition.test) {
    case "axis":
      return isWithin(added.axes.get(condition.axis) ?? 0);
    case "characteristic":
      return isWithin(added.characteristics.get(condition.characteristic) ?? 0);
    case "total":
      return isWithin(added.total);
    case "any":
      return test.of.some((inner) => holdsWith(ledger, inner, row, added));
    case "customer":
    case "flag":
    case "category":
    case "amount":
      return judge(ledger, test, row) === HOLDS;
  }
}

const matchesWith = (ledger: ScoreLedger, { tests }: CardRule, row: number, added: Added): boolean =>
  tests.every((test) => holdsWith(ledger, test, row, added));

/**
 * What a rule still asks for; null where it holds, fails on something that points do not change, or would not decide with
 * the points: they are too many for a test of its own, or enough for one of the rules before it that grants something else.
 */
function missingOfRule(
  ledger: ScoreLedger,
  rule: CardRule,
  before: readonly CardRule[],
  row: number,
): { readonly tests: readonly MissingPoints[]; readonly missing: number } | null {
  const tests: MissingPoints[] = [];
  for (const test of rule.tests) {
    const own = missingOf(ledger, test, row);
    if (own === null) return null;
    tests.push(...own);
  }
  if (tests.length === 0) return null;
  const added = addedFor(ledger, tests);
  if (!matchesWith(ledger, rule, row, added)) return null;
  if (before.some((other) => matchesWith(ledger, other, row, added))) return null;
  return { tests, missing: added.total };
}

/** The cuts of types and tiers that a row is just below. */
function rulesNear(
  ledger: ScoreLedger,
  value: ClassifiedSummary,
  near: NearDistance,
  row: number,
): Omit<NearCut, "client">[] {
  const cuts = new Map<string, Omit<NearCut, "client">>();
  const { rules, core } = ledger.card;
  // the rule that decided: an earlier one of the same type may have failed
  const deciding = rules.findIndex((rule) => judgeRule(ledger, rule, row) === HOLDS);
  const tried = deciding < 0 ? rules : rules.slice(0, deciding);
  const note = (rule: CardRule, target: GapTarget, limit: number, before: readonly CardRule[]): void => {
    const others = before.filter(({ grants }) => grants !== (rule === core ? value.type : rule.grants));
    const found = missingOfRule(ledger, rule, others, row);
    if (found === null || found.missing > limit) return;
    const known = cuts.get(rule.grants);
    if (known === undefined || found.missing < known.missing) cuts.set(rule.grants, { row, target, ...found });
  };
  if (near.type !== undefined) {
    for (const [index, rule] of tried.entries()) {
      const { grants } = rule;
      if (grants === "core" || grants === value.type) continue;
      note(rule, { kind: "type", type: grants }, near.type, tried.slice(0, index));
    }
  }
  if (near.tier !== undefined && value.tier === "general") note(core, { kind: "tier", tier: "core" }, near.tier, tried);
  return [...cuts.values()];
}

/** Every cut that a row is just below, row by row. */
export function nearCutsOf(
  ledger: ScoreLedger,
  values: ClassificationBatch["values"],
  near: NearDistance,
  clientOf: (row: number) => string | null,
): NearCut[] {
  const { levels } = ledger.card;
  const cuts: NearCut[] = [];
  for (const [row, value] of values.entries()) {
    if (value?.status !== "classified") continue;
    for (const cut of rulesNear(ledger, value, near, row)) cuts.push({ client: clientOf(row), ...cut });
    if (near.level === undefined) continue;
    const total = totalPoints(ledger, row);
    const next = levels.find(({ atLeast }) => atLeast > total);
    if (next === undefined || next.atLeast - total > near.level) continue;
    const target = { kind: "level", level: next.id } as const;
    cuts.push({ client: clientOf(row), row, target, missing: next.atLeast - total, tests: [] });
  }
  return cuts;
}
