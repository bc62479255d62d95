import fc from "fast-check";
import { expect, test } from "vitest";

import {
  checkPlan,
  examplePlanHealth,
  examplePlanTiers,
  planCompleteness,
  planHealth,
  type PlanAction,
  type PlanChallenge,
  type PlanHealthPolicy,
  type PlanPerson,
  type StrategyPlan,
} from "../../src/strategy-plan/index.ts";
import type { Reason } from "../../src/telling/index.ts";
import { anyPlan } from "../strategy-plan/arbitrary.ts";
import { cny, emptyPlan } from "../strategy-plan/plans.ts";
import { refusalOf } from "../support/refusal.ts";
import { oneOf, told } from "../support/told.ts";

const DAY = "2026-06-30";
const evidence = { asOf: "2025-11-20" };

const health = (code: string, plan: Partial<StrategyPlan>, policy: Partial<PlanHealthPolicy> = {}): Reason =>
  oneOf(
    planHealth({ ...emptyPlan, ...plan }, DAY, { ...examplePlanHealth, ...policy }).checks.flatMap(
      ({ reasons }) => reasons,
    ),
    code,
  );
const issue = (code: string, plan: Partial<StrategyPlan>): Reason => oneOf(checkPlan({ ...emptyPlan, ...plan }), code);
const nextOf = (plan: Partial<StrategyPlan>): Reason =>
  planCompleteness({ ...emptyPlan, ...plan }, examplePlanTiers.minimal, DAY).next?.reason ?? expect.unreachable("none");

const people = (stakeholder: Partial<PlanPerson["stakeholder"]> = {}): Partial<StrategyPlan> => ({
  people: [
    {
      id: "p1",
      contactName: "A",
      positionAndAuthority: { position: "CFO", authority: "decides" },
      stakeholder: { evidence, ...stakeholder },
    },
  ],
});
const actions = (...rows: readonly Partial<PlanAction>[]): Partial<StrategyPlan> => ({
  value: { target: cny("5000000.00") },
  actions: rows.map((row, at) => ({ id: `a${String(at + 1)}`, ...row })),
});
const challenges = (steps?: PlanChallenge["preventionAndTimetable"]): Partial<StrategyPlan> => ({
  challenges: [{ id: "c1", ...(steps === undefined ? {} : { preventionAndTimetable: steps }) }],
});
const income = (amount: string, currency = "CNY") => ({
  expectedIncome: { amount: { amount, currency }, period: "2026", probability: "0.5" },
});

const reasons = {
  "empty and with rows": issue("strategy-plan/none-contradicted", {
    challenges: [{ id: "c1" }],
    noneConfirmed: { challenges: evidence },
  }),
  "evidence of nothing": issue("strategy-plan/evidence-without-answer", {
    standing: { evidence: { ourImage: evidence } },
  }),
  "a tie to oneself": issue("strategy-plan/tie-to-oneself", {
    ...people(),
    ties: [{ id: "t1", from: "p1", to: "p1", kind: "influences", evidence }],
  }),
  "the first field": nextOf({}),
  "a way to reach somebody": nextOf(people()),
  "a field of a tier of the bank": {
    ...nextOf({}),
    details: {
      requirement: "house-7",
      section: "challenges",
      field: "challengeContent",
      gap: "stale",
      have: 1,
      atLeast: 2,
    },
  },
  "an answer without a date": {
    code: "strategy-plan/next-field",
    details: {
      requirement: "r",
      section: "challenges",
      field: "challengeContent",
      gap: "undated",
      have: 0,
      atLeast: 1,
    },
  } as Reason,
  "an answer dated later": {
    code: "strategy-plan/next-field",
    details: { requirement: "r", section: "challenges", field: "challengeContent", gap: "later", have: 0, atLeast: 1 },
  } as Reason,
  "a decision maker": health("strategy-plan/role-held", people()),
  "no sponsor": health("strategy-plan/role-missing", people({ roles: ["user"] })),
  "roles nobody states": health("strategy-plan/role-unsaid", people()),
  "nobody who counts": health("strategy-plan/key-people-unsaid", { people: [{ id: "p1", contactName: "A" }] }),
  "a key person nobody covers": health("strategy-plan/key-person-uncovered", people({ coveredBy: [] })),
  "a key person not spoken with": health(
    "strategy-plan/key-person-not-contacted",
    people({ lastContact: "2026-03-31" }),
  ),
  "a key person of whom little is said": health("strategy-plan/key-person-unsaid", people()),
  "a key person never spoken with": health("strategy-plan/key-person-unsaid", people({ coveredBy: ["E-1"] })),
  "a key person to be spoken with": health(
    "strategy-plan/key-person-unsaid",
    people({ coveredBy: ["E-1"], lastContact: "2026-07-01" }),
  ),
  "key people covered": health("strategy-plan/key-people-covered", people({ coveredBy: ["E-1"] })),
  "key people spoken with": health("strategy-plan/key-people-contacted", people({ lastContact: "2026-06-01" })),
  "challenges nobody names": health("strategy-plan/challenges-unsaid", {}),
  "challenges confirmed to be none": health("strategy-plan/challenges-none", {
    noneConfirmed: { challenges: evidence },
  }),
  "a challenge without steps": health("strategy-plan/challenge-without-steps", challenges()),
  "a step without an owner and a day": health(
    "strategy-plan/step-incomplete",
    challenges([{ action: "x", state: "open" }]),
  ),
  "challenges prepared for": health("strategy-plan/challenges-prepared", challenges([{ action: "x", state: "done" }])),
  "no actions": health("strategy-plan/actions-unsaid", {}),
  "an action overdue": health("strategy-plan/action-overdue", actions({ plannedPitchTime: "2026-05" })),
  "an action without an answer": health(
    "strategy-plan/action-unanswered",
    actions({ progress: { state: "pitched", actualDate: "2026-03-31" } }),
  ),
  "an action without a date": health("strategy-plan/action-undated", actions({})),
  "actions on track": health("strategy-plan/actions-on-track", actions({ plannedPitchTime: "2026-08" })),
  "no target": health("strategy-plan/target-unsaid", {}),
  "an action without an income": health("strategy-plan/income-unsaid", actions({})),
  "an income in another currency": health("strategy-plan/income-in-other-currency", actions(income("1.00", "HKD"))),
  "a target and its backing": health("strategy-plan/target-backing", actions(income("1000000.00"))),
  "a backing just short": health("strategy-plan/target-backing", actions(income("999700.00"))),
  "a backing in full": health("strategy-plan/target-backing", actions(income("1000000.00")), { backing: "in-full" }),
  "a tier that cannot be read": refusalOf(() =>
    planCompleteness(emptyPlan, { ...examplePlanTiers.full, tier: "ful" as never }, DAY),
  ),
};

test.each<[keyof typeof reasons, string, string, string]>([
  [
    "empty and with rows",
    "2025年11月20日已确认“我行下一年度可能面对的挑战”没有内容，该部分却填有1行：noneConfirmed.challenges，请核对。",
    "2025年11月20日已確認「本行來年可能面對的挑戰」沒有內容，該部分卻填有1行：noneConfirmed.challenges，請核對。",
    "It was confirmed on 20 November 2025 that there is nothing under “Expected challenges in the coming year”, but the number of rows there is 1 (noneConfirmed.challenges).",
  ],
  [
    "evidence of nothing",
    "“我行的形象”填有依据，内容却尚未填写：standing.evidence.ourImage。",
    "「本行的形象」填有依據，內容卻尚未填寫：standing.evidence.ourImage。",
    "The plan says what the answer to “Our image” rests on, but the field is still open (standing.evidence.ourImage).",
  ],
  [
    "a way to reach somebody",
    "下一步请补充“客户的决策人、联系人资料”中的“联系方式”：尚未填写。“决策人及联系方式”须有1行，现有0行符合（people[0].contactMethod）。",
    "下一步請補充「客戶的決策人、聯絡人資料」中的「聯絡方法」：尚未填寫。「決策人及聯絡方法」須有1行，現有0行符合（people[0].contactMethod）。",
    "Next, see to “Contact method” under “Decision makers and contacts”: it is still open. For “Who decides, and how to reach them”, 0 of 1 rows are complete (people[0].contactMethod).",
  ],
  [
    "a field of a tier of the bank",
    "下一步请补充“我行下一年度可能面对的挑战”中的“内容”：所填内容已过时。“house-7”须有2行，现有1行符合（people）。",
    "下一步請補充「本行來年可能面對的挑戰」中的「內容」：所填內容已過時。「house-7」須有2行，現有1行符合（people）。",
    "Next, see to “Content of the challenge” under “Expected challenges in the coming year”: the answer is too old. For “house-7”, 1 of 2 rows are complete (people).",
  ],
  [
    "no sponsor",
    "没有联系人被标为“发起人”；1名联系人中，已填写角色的有1名。",
    "沒有聯絡人被標為「發起人」；1名聯絡人中，已填寫角色的有1名。",
    "Nobody is marked as “Sponsor” (people in the plan: 1; with a role: 1).",
  ],
  [
    "a key person not spoken with",
    "最近一次与关键人物“p1”联系是2026年3月31日，距今91天，超过规定的90天：people[0].stakeholder.lastContact。",
    "最近一次與關鍵人物「p1」聯絡是2026年3月31日，距今91天，超過規定的90天：people[0].stakeholder.lastContact。",
    "The key person “p1” was last spoken with on 31 March 2026, 91 days ago; the limit is 90 days (people[0].stakeholder.lastContact).",
  ],
  [
    "a key person to be spoken with",
    "关键人物“p1”只填写了尚未到来的联系日期：2026年7月1日（people[0].stakeholder.lastContact）。",
    "關鍵人物「p1」只填寫了尚未到來的聯絡日期：2026年7月1日（people[0].stakeholder.lastContact）。",
    "Of the key person “p1”, the only contact given, on 1 July 2026, is still to come (people[0].stakeholder.lastContact).",
  ],
  [
    "a step without an owner and a day",
    "挑战“c1”的预防工作未填写：负责人、完成日期（challenges[0].preventionAndTimetable[0]）。",
    "挑戰「c1」的預防工作未有填寫：負責人、完成日期（challenges[0].preventionAndTimetable[0]）。",
    "Preventive work for the challenge “c1” lacks the following: the person in charge, the due date (challenges[0].preventionAndTimetable[0]).",
  ],
  [
    "an action without an answer",
    "行动“a1”已于2026年3月31日推介，客户91天未答复，超过规定的60天：actions[0]。",
    "行動「a1」已於2026年3月31日推介，客戶91天未有答覆，超過規定的60天：actions[0]。",
    "The client has not answered the action “a1”, pitched on 31 March 2026, for 91 days; the limit is 60 days (actions[0]).",
  ],
  [
    "an income in another currency",
    "行动“a1”的收益以HKD计，与目标的货币CNY不同，未予合计：actions[0].expectedIncome.amount。",
    "行動「a1」的收益以HKD計，與目標的貨幣CNY不同，未予合計：actions[0].expectedIncome.amount。",
    "The income of the action “a1” is in HKD, but the target is in CNY, so it is not added in (actions[0].expectedIncome.amount).",
  ],
  [
    "a target and its backing",
    "目标为¥5,000,000.00，行动按成功概率加权合计¥500,000.00，占目标10%；规定至少占10%。",
    "目標為CN¥5,000,000.00，行動按成功機會加權合計CN¥500,000.00，佔目標10%；規定至少佔10%。",
    "Actions make up CN¥500,000.00 of the target of CN¥5,000,000.00 (10%), weighted by the probability of success; at least 10% is asked for.",
  ],
  [
    "a backing just short",
    "目标为¥5,000,000.00，行动按成功概率加权合计¥499,850.00，占目标9.99%；规定至少占10%。",
    "目標為CN¥5,000,000.00，行動按成功機會加權合計CN¥499,850.00，佔目標9.99%；規定至少佔10%。",
    "Actions make up CN¥499,850.00 of the target of CN¥5,000,000.00 (9.99%), weighted by the probability of success; at least 10% is asked for.",
  ],
])("%s, in three languages", (name, ...sentences) => {
  expect(told(reasons[name])).toStrictEqual(sentences);
});

test.each(Object.entries(reasons))("nothing of the code or the template shows: %s", (_, reason) => {
  told(reason);
});

test("whatever a plan is in, its condition can be told", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { next } = planCompleteness(plan, examplePlanTiers.full, DAY);
      if (next !== null) told(next.reason);
      for (const { reasons: own } of planHealth(plan, DAY, examplePlanHealth).checks)
        for (const reason of own) told(reason);
    }),
    { numRuns: 30 },
  );
});
