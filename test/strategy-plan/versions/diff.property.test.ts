import fc from "fast-check";
import { expect, test } from "vitest";

import { applyPatch } from "../../../src/strategy-plan/versions/patch.ts";
import { diffPlans } from "../../../src/strategy-plan/versions/diff.ts";
import type { StrategyPlan } from "../../../src/strategy-plan/index.ts";
import { anyPlan } from "../arbitrary.ts";

test("a difference applied to the first plan gives the second, rows in their order", () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, (a, b) => {
      const before = JSON.stringify(a);
      const applied = applyPatch(a, diffPlans(a, b).patch);
      expect(applied).toStrictEqual({ ok: true, plan: b });
      expect(JSON.stringify(a)).toBe(before);
    }),
  );
});

test("a plan does not differ from itself, nor from a copy with its members in another order", () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, member]) => [name, turned(member)]),
    );
  };
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(diffPlans(plan, plan)).toStrictEqual({ changes: [], patch: [], notCompared: [] });
      expect(diffPlans(plan, turned(plan) as StrategyPlan)).toStrictEqual({ changes: [], patch: [], notCompared: [] });
    }),
  );
});

test("changes and patch say the same: neither is empty without the other", () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, (a, b) => {
      const { changes, patch } = diffPlans(a, b);
      expect(changes.length === 0).toBe(patch.length === 0);
      // what came and went has turned round on the way back
      const back = diffPlans(b, a).changes;
      const count = (list: typeof changes, code: string): number =>
        list.filter((change) => change.code === code).length;
      expect(count(back, "strategy-plan/row-added")).toBe(count(changes, "strategy-plan/row-removed"));
      expect(count(back, "strategy-plan/answer-given")).toBe(count(changes, "strategy-plan/answer-withdrawn"));
      expect(count(back, "strategy-plan/answer-changed")).toBe(count(changes, "strategy-plan/answer-changed"));
    }),
  );
});

test("a patch of one plan does not fit another that says something else where it changes something", () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, (a, b) => {
      const { patch } = diffPlans(a, { ...b, version: "2" });
      const applied = applyPatch({ ...a, version: "1a" }, patch);
      expect(applied.ok).toBe(false);
    }),
  );
});
