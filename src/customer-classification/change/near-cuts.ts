import type { CardRule, CardTest } from "../card/resolved.ts";
import { AXES } from "../classes.ts";
import { HOLDS, type ScoreLedger } from "../ledger/ledger.ts";
import { judge, testPoints } from "../ledger/judge.ts";
import { totalPoints } from "../ledger/ledger.ts";
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
      const subject =
        condition.test === "axis"
          ? { axis: condition.axis }
          : condition.test === "characteristic"
            ? { characteristic: condition.characteristic }
            : {};
      return [{ ...subject, points, atLeast: low, missing: low - points }];
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

/** The fewest points that are missing in all: those of a characteristic count for its axis and for the total as well. */
function fewest({ card }: ScoreLedger, tests: readonly MissingPoints[]): number {
  const mostOf = (of: readonly MissingPoints[]): number => of.reduce((most, { missing }) => Math.max(most, missing), 0);
  const ofTotal = mostOf(
    tests.filter(({ axis, characteristic }) => axis === undefined && characteristic === undefined),
  );
  const ofAxes = AXES.reduce((sum, axis) => {
    const lines = card.card.characteristics.filter((line) => line.axis === axis);
    const ofLines = lines.reduce(
      (points, { id }) => points + mostOf(tests.filter((test) => test.characteristic === id)),
      0,
    );
    return sum + Math.max(mostOf(tests.filter((test) => test.axis === axis)), ofLines);
  }, 0);
  return Math.max(ofTotal, ofAxes);
}

/** What a rule still asks for; null where it holds, or fails on something that points do not change. */
function missingOfRule(
  ledger: ScoreLedger,
  rule: CardRule,
  row: number,
): { readonly tests: readonly MissingPoints[]; readonly missing: number } | null {
  const tests: MissingPoints[] = [];
  for (const test of rule.tests) {
    const own = missingOf(ledger, test, row);
    if (own === null) return null;
    tests.push(...own);
  }
  return tests.length === 0 ? null : { tests, missing: fewest(ledger, tests) };
}

/** The cuts of types and tiers that a row is just below. */
function rulesNear(
  ledger: ScoreLedger,
  value: ClassifiedSummary,
  near: NearDistance,
  row: number,
): Omit<NearCut, "client">[] {
  const cuts = new Map<string, Omit<NearCut, "client">>();
  const note = (rule: CardRule, target: GapTarget, limit: number): void => {
    const found = missingOfRule(ledger, rule, row);
    if (found === null || found.missing > limit) return;
    const before = cuts.get(rule.grants);
    if (before === undefined || found.missing < before.missing) cuts.set(rule.grants, { row, target, ...found });
  };
  if (near.type !== undefined) {
    for (const rule of ledger.card.rules) {
      const { grants } = rule;
      // the rule that decided: an earlier one of the same type may have failed
      if (rule.tests.every((test) => judge(ledger, test, row) === HOLDS)) break;
      if (grants !== "core" && grants !== value.type) note(rule, { kind: "type", type: grants }, near.type);
    }
  }
  if (near.tier !== undefined && value.tier === "general")
    note(ledger.card.core, { kind: "tier", tier: "core" }, near.tier);
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
