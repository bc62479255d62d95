import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { en } from "../src/labels/en.ts";
import { zhHans } from "../src/labels/zh-Hans.ts";
import { zhHantHK } from "../src/labels/zh-Hant-HK.ts";
import {
  applyPatch,
  checkPlan,
  diffPlans,
  examplePlanRollForward,
  mergePlans,
  planFollowUp,
  planHealth,
  examplePlanHealth,
  rollForward,
  whiteSpace,
  type JsonPatchOperation,
  type StrategyPlan,
} from "../src/strategy-plan/index.ts";
import { StrategyPlanSchema } from "../src/strategy-plan/schema.ts";
import { tell } from "../src/telling/index.ts";
import { sample } from "./strategy-plan/plans.ts";

interface LastYear {
  readonly plan: StrategyPlan;
  readonly edits: readonly { readonly by: string; readonly patch: readonly JsonPatchOperation[] }[];
}

const { plan: before, edits } = JSON.parse(
  readFileSync(new URL("../docs/examples/data/sample-plan-before.json", import.meta.url), "utf8"),
) as LastYear;
const { plan, catalogue, employees, client } = sample;
const cny = (amount: string) => ({ amount, currency: "CNY" });

const [mine, theirs] = edits.map(({ patch }) => {
  const applied = applyPatch(plan, patch);
  if (!applied.ok) throw new Error(applied.reason);
  return applied.plan;
}) as [StrategyPlan, StrategyPlan];

describe("last year's plan", () => {
  test("is of the same client, a sample, and in order before its year and after", () => {
    expect(StrategyPlanSchema.parse(before)).toStrictEqual(before);
    expect([before.client, before.period, before.sample]).toStrictEqual([plan.client, "2025", true]);
    const options = { managers: client.managers, catalogue, employees };
    expect(checkPlan(before, options)).toStrictEqual([]);
    expect(checkPlan(before, { ...options, asOf: "2025-12-31" })).toStrictEqual([]);
  });

  test("what came of it: two won, one waiting, one lost", () => {
    const { states, income } = planFollowUp(before, "2025-12-31");
    expect(states).toMatchObject({ won: 2, pitched: 1, lost: 1, planned: 0, dropped: 0 });
    // 320,000 + 155,000
    expect(JSON.stringify(income)).toContain(JSON.stringify(cny("475000.00")));
  });
});

describe("what the demo shows", () => {
  test("every change is told in three languages, and the patch makes this year's plan of last year's", () => {
    const { changes, patch } = diffPlans(before, plan);
    for (const labels of [en, zhHans, zhHantHK]) {
      const told = changes.map((change) => tell(change, labels));
      expect(new Set(told).size).toBe(changes.length);
      expect(told.filter((text) => /[{}[\]]/.test(text))).toStrictEqual([]);
    }
    expect(applyPatch(before, patch)).toStrictEqual({ ok: true, plan });
  });

  test("nobody pays for it and a challenge has nobody in charge; five of ten products are a gap", () => {
    const { checks } = planHealth(plan, plan.preparedOn, examplePlanHealth);
    expect(checks.filter(({ status }) => status !== "met").map(({ check }) => check)).toStrictEqual([
      "sponsor",
      "challenges-prepared",
    ]);
    // cash management and hedging from the foreign bank, leasing stopped, two products nobody asked about
    expect(whiteSpace(plan, catalogue).states).toMatchObject({
      "in-use": 4,
      "supplied-elsewhere": 2,
      stopped: 1,
      "not-asked": 2,
      "not-needed": 1,
    });
  });

  test("the edits differ in one answer; decided, the merge has the others of both", () => {
    expect([checkPlan(mine), checkPlan(theirs)]).toStrictEqual([[], []]);
    const as = { version: "5", preparedBy: mine.preparedBy, preparedOn: theirs.preparedOn };
    const first = mergePlans(plan, mine, theirs, { as });
    expect(first.ok ? [] : first.conflicts.map(({ details: { at } }) => at)).toStrictEqual([
      "actions/a-wc/expectedIncome",
    ]);
    const decisions = [{ at: "actions/a-wc/expectedIncome", take: "theirs" }] as const;
    const merged = mergePlans(plan, mine, theirs, { as, decisions });
    if (!merged.ok) throw new Error(merged.reason);
    // version and day; a person's part; evidence and income of one action, owner and pitch of another; a way to reach
    // somebody with its evidence; steps of a challenge
    expect(
      diffPlans(plan, merged.plan)
        .changes.map(({ path }) => path.join("/"))
        .sort(),
    ).toStrictEqual([
      "actions/a-lease/departmentAndOwner",
      "actions/a-lease/pitchMethod",
      "actions/a-wc/evidence/clientNeed",
      "actions/a-wc/expectedIncome",
      "challenges/c-speed/preventionAndTimetable",
      "people/p-cfo/stakeholder",
      "people/p-procure/contactMethod",
      "people/p-procure/evidence/contactMethod",
      "preparedOn",
      "version",
    ]);
    expect(checkPlan(merged.plan)).toStrictEqual([]);
  });

  test("next year begins with what is there and what may come of it", () => {
    const { plan: next, proposal } = rollForward(plan, "2027", examplePlanRollForward);
    expect([next.actions?.length, next.value?.target]).toStrictEqual([5, undefined]);
    // 3,897,000 + 390,000 + 120,000, and 539,000 from actions
    expect([proposal.existing, proposal.target]).toStrictEqual([cny("4407000.00"), cny("4946000.00")]);
  });
});

test("a change of any member of a plan can be told", () => {
  const head: StrategyPlan = {
    ...{ id: "P-1", version: "1", client: "C-1", period: "2026", currency: "CNY" },
    ...{ preparedBy: "E-1", preparedOn: "2025-12-01", actions: [{ id: "a" }] },
  };
  const empty = ["people", "ties", "businesses", "institutions", "services", "challenges"];
  const changed: readonly Partial<StrategyPlan>[] = [
    ...empty.map((list) => ({ [list]: [] })),
    ...["standing", "value", "noneConfirmed"].map((section) => ({ [section]: {} })),
    { credit: { confirmedOn: "2025-12-01", limits: [] } },
    { group: { group: "G", members: [], managers: [] } },
    { actions: [{ id: "a", member: "C-1", bookingUnit: "B" }] },
    { actions: undefined as never },
  ];
  for (const members of changed) {
    const { changes } = diffPlans(head, { ...head, ...members });
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) {
      for (const labels of [en, zhHans, zhHantHK]) expect(tell(change, labels)).not.toBe("");
    }
  }
});
