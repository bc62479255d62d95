import { expect, test } from "vitest";

import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import {
  applyPatch,
  diffPlans,
  examplePlanRollForward,
  mergePlans,
  PATCH_REFUSALS,
  rollForward,
  type StrategyPlan,
} from "../../src/strategy-plan/index.ts";
import { tell, type Reason } from "../../src/telling/index.ts";
import { cny, emptyPlan } from "../strategy-plan/plans.ts";

const inAll = (reason: Reason): readonly string[] => [zhHans, zhHantHK, en].map((words) => tell(reason, words));
const before: StrategyPlan = {
  ...emptyPlan,
  services: [{ id: "s1", service: "FX", needed: "unknown" }],
  actions: [{ id: "a1", productOrService: { name: "Forwards" }, plannedPitchTime: "2026-03" }, { id: "a2" }],
};
const after: StrategyPlan = {
  ...before,
  services: [{ id: "s1", service: "FX", needed: "yes", evidence: { needed: { asOf: "2026-01-05" } } }],
  actions: [{ id: "a1", productOrService: { name: "Forwards" } }],
  value: { target: cny("500000.00") },
};

test("what changed is said in the words of the field, with what it was and is", () => {
  expect(diffPlans(before, after).changes.map(inAll)).toStrictEqual([
    [
      "服务“FX”：“客户是否有需要”由“未知”改为“是”。",
      "服務「FX」：「客戶是否有需要」由「未知」改為「是」。",
      "Changed in Services, “FX”: “Needed by the client?” from Unknown to Yes.",
    ],
  ]);
});

test("every refusal of a patch is told", () => {
  const refusals = [
    applyPatch(before, [{ op: "test", path: "/version", value: "9" }]),
    applyPatch(before, [{ op: "remove", path: "/value" }]),
    applyPatch(before, [{ op: "remove", path: "/version" }]),
  ];
  expect(refusals.map((outcome) => (outcome.ok ? null : outcome.reason))).toStrictEqual([...PATCH_REFUSALS]);
  expect(refusals.flatMap((outcome) => (outcome.ok ? [] : [inAll(outcome)]))).toStrictEqual([]);
});

test("every conflict is told, with who is in it", () => {
  const order: StrategyPlan = {
    ...emptyPlan,
    actions: [{ id: "a1" }, { id: "a2" }, { id: "a3" }],
    services: [{ id: "s1", service: "FX" }],
    challenges: [{ id: "c1" }],
  };
  const [one, two, three] = [{ id: "a1" }, { id: "a2" }, { id: "a3" }];
  const mine: StrategyPlan = {
    ...order,
    preparedBy: "E-1",
    preparedOn: "2026-01-02",
    actions: [two, one, three],
    services: [],
    challenges: [],
  };
  const theirs: StrategyPlan = {
    ...order,
    preparedBy: "E-2",
    preparedOn: "2026-01-03",
    actions: [one, three, two, { id: "a4", clientNeed: { text: "n", service: "s1" } }],
    challenges: [{ id: "c1", challengeContent: "x" }],
  };
  const outcome = mergePlans(order, mine, theirs);
  expect(outcome.ok ? [] : outcome.conflicts.map(inAll)).toStrictEqual([]);
});

test("what rolling forward did is told", () => {
  const { entries } = rollForward(
    {
      ...emptyPlan,
      people: [
        {
          id: "p1",
          contactName: "A",
          otherBusinessWithUs: [{ product: "x", bookingUnit: "u" }],
          evidence: { contactName: { asOf: "2025-11-01" } },
        },
      ],
      services: [{ id: "s1", service: "FX", needed: "yes" }],
      value: { target: cny("100.00") },
      actions: [
        { id: "a1", progress: { state: "won" } },
        { id: "a2", plannedPitchTime: "2026-03" },
      ],
      challenges: [
        { id: "c1", preventionAndTimetable: [{ action: "x", state: "done" }] },
        {
          id: "c2",
          preventionAndTimetable: [
            { action: "x", state: "done" },
            { action: "y", state: "open" },
          ],
          evidence: { preventionAndTimetable: { asOf: "2025-11-01" } },
        },
      ],
    },
    "2027",
    examplePlanRollForward,
  );
  expect(entries.map(inAll)).toStrictEqual([]);
});
