import { describe, expect, test } from "vitest";

import { checkPlan, type PlanAction, type PlanGroup, type StrategyPlan } from "../../../src/strategy-plan/index.ts";
import { StrategyPlanSchema } from "../../../src/strategy-plan/schema.ts";
import { emptyPlan } from "../plans.ts";

const group: PlanGroup = {
  group: "G-1",
  name: "样本集团",
  members: [
    { client: "C-1", bookingUnits: ["U-1", "U-2"] },
    { client: "C-2", bookingUnits: ["U-3"] },
    { client: "C-3" },
  ],
  managers: [
    { employee: "E-1", role: "lead", unit: "U-1" },
    { employee: "E-2", role: "assisting", members: ["C-2"] },
  ],
};
const found = (parts: Partial<StrategyPlan>) =>
  checkPlan({ ...emptyPlan, group, ...parts }).map(({ code, path, details }) => [
    code.slice("strategy-plan/".length),
    path.join("."),
    details,
  ]);
const booked = (action: Omit<PlanAction, "id">): Partial<StrategyPlan> => ({ actions: [{ id: "a", ...action }] });

describe("a plan for a group", () => {
  test("in order has no issue, and fits its schema", () => {
    const plan: StrategyPlan = {
      ...emptyPlan,
      group,
      people: [{ id: "p", contactName: "A", member: "C-2" }],
      actions: [{ id: "a", member: "C-2", bookingUnit: "U-3" }],
    };
    expect(checkPlan(plan)).toEqual([]);
    expect(StrategyPlanSchema.parse(plan)).toEqual(plan);
  });

  test.each<[string, Partial<StrategyPlan>, unknown[]]>([
    [
      "without a lead manager",
      { group: { ...group, managers: [] } },
      [["lead-manager-count", "group.managers", { count: 0 }]],
    ],
    [
      "with two",
      {
        group: {
          ...group,
          managers: [
            { employee: "E-1", role: "lead" },
            { employee: "E-2", role: "lead" },
          ],
        },
      },
      [["lead-manager-count", "group.managers", { count: 2 }]],
    ],
    [
      "with a member twice",
      { group: { ...group, members: [...group.members, { client: "C-2" }] } },
      [["member-twice", "group.members.3.client", { member: "C-2" }]],
    ],
    [
      "with a manager of a stranger",
      { group: { ...group, managers: [{ employee: "E-1", role: "lead", members: ["C-1", "C-9"] }] } },
      [["unknown-member", "group.managers.0.members.1", { member: "C-9" }]],
    ],
    [
      "with rows about a stranger",
      { people: [{ id: "p", contactName: "A", member: "C-9" }], challenges: [{ id: "c", member: "C-8" }] },
      [
        ["unknown-member", "people.0.member", { member: "C-9" }],
        ["unknown-member", "challenges.0.member", { member: "C-8" }],
      ],
    ],
    [
      "with an action booked by a unit of another member",
      booked({ member: "C-1", bookingUnit: "U-3" }),
      [["booking-unit-unknown", "actions.0.bookingUnit", { action: "a", unit: "U-3" }]],
    ],
    ["with an action of a member whose units nobody states", booked({ member: "C-3", bookingUnit: "U-3" }), []],
    ["with an action of no member, where one states no units", booked({ bookingUnit: "U-9" }), []],
    [
      "with an action of no member, booked by a unit of none",
      { group: { ...group, members: group.members.slice(0, 2) }, ...booked({ bookingUnit: "U-9" }) },
      [["booking-unit-unknown", "actions.0.bookingUnit", { action: "a", unit: "U-9" }]],
    ],
  ])("%s", (_, parts, issues) => {
    expect(found(parts)).toEqual(issues);
  });

  test("a row names a member where there is no group", () => {
    const rest: StrategyPlan = { ...emptyPlan, people: [{ id: "p", contactName: "A", member: "C-1" }] };
    expect(checkPlan(rest).map(({ code }) => code)).toEqual(["strategy-plan/unknown-member"]);
  });

  test.each<[string, unknown, readonly (string | number)[]]>([
    [
      "a misspelt role",
      { ...group, managers: [{ employee: "E-1", role: "leader" }] },
      ["group", "managers", 0, "role"],
    ],
    ["a misspelt member", { ...group, member: [] }, ["group", "member"]],
    [
      "units that are not a list",
      { ...group, members: [{ client: "C-1", bookingUnits: "U-1" }] },
      ["group", "members", 0, "bookingUnits"],
    ],
  ])("%s is an issue", (_, wrong, path) => {
    expect(checkPlan({ ...emptyPlan, group: wrong as PlanGroup })).toContainEqual(
      expect.objectContaining({ code: "strategy-plan/invalid-plan", path }),
    );
  });
});
