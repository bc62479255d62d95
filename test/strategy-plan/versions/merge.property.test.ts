import fc from "fast-check";
import { expect, test } from "vitest";

import { diffPlans } from "../../../src/strategy-plan/versions/diff.ts";
import { mergePlans, type MergeOutcome } from "../../../src/strategy-plan/versions/merge.ts";
import type { StrategyPlan } from "../../../src/strategy-plan/index.ts";
import { anyPlan } from "../arbitrary.ts";

/** The plan of a merge without conflicts. */
const merged = (outcome: MergeOutcome): StrategyPlan => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflicts));
  return outcome.plan;
};

test("what only one side changed is that side's plan, rows in their order", () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, (base, x) => {
      expect(mergePlans(base, x, base)).toStrictEqual({ ok: true, plan: x });
      expect(mergePlans(base, base, x)).toStrictEqual({ ok: true, plan: x });
      expect(mergePlans(base, x, x)).toStrictEqual({ ok: true, plan: x });
    }),
  );
});

test("it does not matter which side is which, but for the names of the sides", () => {
  const swapped = (outcome: MergeOutcome): unknown =>
    outcome.ok
      ? outcome
      : {
          ...outcome,
          conflicts: outcome.conflicts.map((conflict) => {
            const turned = Object.entries(conflict.details).map(([name, fact]) => [
              name.startsWith("mine") ? name.replace("mine", "theirs") : name.replace("theirs", "mine"),
              fact,
            ]);
            return { ...conflict, details: Object.fromEntries(turned) as unknown };
          }),
        };
  fc.assert(
    fc.property(anyPlan, anyPlan, anyPlan, (base, mine, theirs) => {
      expect(swapped(mergePlans(base, theirs, mine))).toStrictEqual(mergePlans(base, mine, theirs));
    }),
  );
});

test("with a decision for each conflict there is a plan, and it has every change of the side that was taken", () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, anyPlan, (base, mine, theirs) => {
      const first = mergePlans(base, mine, theirs);
      if (first.ok) return;
      for (const take of ["mine", "theirs", "base"] as const) {
        const decisions = first.conflicts.map(({ details }) => ({ at: details.at, take }));
        expect(new Set(decisions.map(({ at }) => at)).size).toBe(decisions.length);
        const second = merged(mergePlans(base, mine, theirs, { decisions }));
        const [side, other] = take === "theirs" ? [theirs, mine] : [mine, theirs];
        if (take === "base") continue;
        // what is not as the side has it is what the other alone changed
        const changed = new Set(diffPlans(base, other).changes.map(({ path }) => path.join("/")));
        for (const { path, code } of diffPlans(side, second).changes) {
          if (code === "strategy-plan/rows-reordered" || path[0] === "approvedBy") continue;
          const place = path.join("/");
          const isTheirs = [...changed].some(
            (known) => place === known || place.startsWith(`${known}/`) || known.startsWith(`${place}/`),
          );
          expect([place, isTheirs]).toStrictEqual([place, true]);
        }
      }
    }),
  );
});

test("edits of different answers are both kept, without a conflict", () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, anyPlan, (base, x, y) => {
      // one edits sections 2, 3, 5 and 6 where the other does nothing, the other the rest
      const { people, ties, businesses, institutions, services } = x;
      const { standing, value, challenges, noneConfirmed } = y;
      const given = (part: object): object => JSON.parse(JSON.stringify(part)) as object;
      const rest = (plan: StrategyPlan, names: readonly string[]): object =>
        Object.fromEntries(Object.entries(plan).filter(([name]) => !names.includes(name)));
      const bare = { ...base } as Record<string, unknown>;
      delete bare["actions"];
      const start = bare as unknown as StrategyPlan;
      const mine = {
        ...rest(start, ["people", "ties", "businesses", "institutions", "services"]),
        ...given({ people, ties, businesses, institutions, services }),
      } as StrategyPlan;
      const theirs = {
        ...rest(start, ["standing", "value", "challenges", "noneConfirmed"]),
        ...given({ standing, value, challenges, noneConfirmed }),
      } as StrategyPlan;
      const both = merged(mergePlans(start, mine, theirs));
      expect(both).toStrictEqual({
        ...rest(theirs, ["people", "ties", "businesses", "institutions", "services"]),
        ...given({ people, ties, businesses, institutions, services }),
      });
    }),
  );
});
