import { expect, test } from "vitest";

import {
  advancePlanApproval,
  checkPlan,
  checkPlanApproval,
  planInForce,
  type PlanApproval,
  type PlanApprovalStep,
} from "../../src/strategy-plan/index.ts";
import {
  after,
  approve,
  coSign,
  draft,
  HASH,
  on,
  policy,
  putInForce,
  submit,
} from "../strategy-plan/approval/fixtures.ts";
import { cny, emptyPlan } from "../strategy-plan/plans.ts";
import { given, oneOf, refused, told } from "../support/told.ts";

const usual = [submit(), coSign(), approve()];
const inForce = after(draft(), [...usual, putInForce(5, "2026-01-01")]);
const refusedStep = (
  before: readonly PlanApprovalStep[],
  step: PlanApprovalStep,
  linked: readonly PlanApproval[] = [],
) => refused(advancePlanApproval(after(draft(), before), step, policy, { linked }));
const unknownAmount: PlanApprovalStep = { ...submit(), amount: null } as never;
const dear: PlanApprovalStep = { ...submit(), amount: cny("5000000.01") } as never;

const refusals = {
  "hash-differs": [refusedStep([submit()], { ...coSign(), hash: "other" })],
  "role-not-allowed": [refusedStep([submit()], { ...coSign(), role: "teller" } as never)],
  "amount-beyond-role": [refusedStep([dear, coSign()], approve()), refusedStep([unknownAmount, coSign()], approve())],
  "co-sign-missing": [refusedStep([submit()], approve())],
  "co-signed-already": [refusedStep([submit(), coSign()], coSign(4, "E-6"))],
  "recalled-by-another": [refusedStep([submit()], { type: "recall", at: on(3), by: "E-9", hash: HASH })],
  "in-force-before-approval": [refusedStep(usual, putInForce(5, "2025-12-03"))],
  "closed-before-in-force": [
    refusedStep([...usual, putInForce(5, "2026-01-01")], {
      type: "close",
      at: on(6),
      by: "E-9",
      hash: HASH,
      reason: "client left",
      from: "2025-12-31",
    }),
  ],
  "successor-not-in-force": [
    refusedStep(
      [...usual, putInForce(5, "2026-01-01")],
      { type: "supersede", at: on(6), by: "E-9", hash: HASH, successor: "A-2", from: "2026-07-01" },
      [after(draft("A-2"), usual)],
    ),
    refusedStep(
      [...usual, putInForce(5, "2026-01-01")],
      { type: "supersede", at: on(6), by: "E-9", hash: HASH, successor: "A-2", from: "2026-07-01" },
      [after(draft("A-2"), [...usual, putInForce(5, "2026-04-01")])],
    ),
  ],
} as const;

test.each(Object.entries(refusals))("%s is told, as a refusal and in a stored approval", (reason, outcomes) => {
  for (const outcome of outcomes) {
    expect(outcome.reason).toBe(reason);
    told(outcome);
    told({ code: `strategy-plan/${reason}`, path: ["history", 2], details: outcome.details } as never);
  }
});

test("a sentence says what was refused, and why", () => {
  expect(told(refusals["amount-beyond-role"][0])).toEqual([
    "“branch-head”无权批准该计划书：计划收益 ¥5,000,000.01，超过其审批权限 ¥5,000,000.00。",
    "「branch-head」無權批核該計劃書：計劃收益 CN¥5,000,000.01，超出其審批權限 CN¥5,000,000.00。",
    "The role “branch-head” may not approve this plan: it sets out to earn CN¥5,000,000.01, above the limit of CN¥5,000,000.00.",
  ]);
  expect(told(refusals["in-force-before-approval"][0])[2]).toBe(
    "The plan cannot be in force from 3 December 2025, before it was approved on 4 December 2025.",
  );
  expect(told(refusals["closed-before-in-force"][0])).toEqual([
    "终止日2025年12月31日早于生效日2026年1月1日。",
    "終止日2025年12月31日早於生效日2026年1月1日。",
    "The version is to be in force from 1 January 2026; it cannot be closed from 31 December 2025, before that day.",
  ]);
});

const forged = {
  ...inForce,
  history: inForce.history.map((entry) => (entry.type === "approve" ? { ...entry, by: "E-1" } : entry)),
};
const early = {
  ...inForce,
  history: inForce.history.map((entry) => (entry.type === "approve" ? { ...entry, at: on(1) } : entry)),
};
const unlinked = { ...inForce, links: ["A-0"] };

test.each([
  ["strategy-plan/separated", forged],
  ["strategy-plan/transition-not-allowed", forged],
  ["strategy-plan/state-differs", forged],
  ["strategy-plan/before-last-entry", early],
  ["strategy-plan/separation-unknown", unlinked],
  ["strategy-plan/not-written-first", { ...inForce, history: inForce.history.slice(1) }],
])("%s is told", (code, approval) => {
  told(oneOf(checkPlanApproval(approval, policy), code));
});

test("several versions in force are told", () => {
  const found = given(planInForce([inForce, { ...inForce, id: "A-2" }], "2026-02-01"));
  expect(told(refused(found))).toEqual([
    "2026年2月1日有多个版本的计划书同时执行（审批编号 A-1、A-2），请登记旧版本已被取代。",
    "2026年2月1日有多個版本的計劃書同時執行（審批編號 A-1、A-2），請登記舊版本已被取代。",
    "On 1 February 2026, several versions of the plan are in force (approvals A-1, A-2); record that the old one was superseded.",
  ]);
});

test.each([
  "strategy-plan/lead-manager-count",
  "strategy-plan/member-twice",
  "strategy-plan/unknown-member",
  "strategy-plan/booking-unit-unknown",
])("%s is told", (code) => {
  const issues = checkPlan({
    ...emptyPlan,
    group: {
      group: "G",
      members: [
        { client: "C-1", bookingUnits: [] },
        { client: "C-1", bookingUnits: [] },
      ],
      managers: [],
    },
    actions: [
      { id: "a", member: "C-9" },
      { id: "b", member: "C-1", bookingUnit: "U" },
    ],
  });
  told(oneOf(issues, code));
});
