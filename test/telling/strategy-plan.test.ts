import { expect, test } from "vitest";

import { checkPlan, type PlanService, type StrategyPlan } from "../../src/strategy-plan/index.ts";
import { cny, emptyPlan } from "../strategy-plan/plans.ts";
import { oneOf, told } from "../support/told.ts";

const issue = (code: string, plan: Partial<StrategyPlan>) => oneOf(checkPlan({ ...emptyPlan, ...plan }), code);
const service = (changes: Partial<PlanService>): Partial<StrategyPlan> => ({
  services: [{ id: "s", service: "x", ...changes }],
});
const spend = (amount: string, period: string) => ({ amount: cny(amount), period, basis: "actual" }) as const;
const bank = (period: string): Partial<StrategyPlan> => ({
  institutions: [{ id: "b", institutionName: "B", estimatedSpend: [{ service: "s", amount: cny("300.00"), period }] }],
});

const reasons = {
  "a misspelt member": issue("strategy-plan/invalid-plan", {
    people: [{ id: "p", ids: "x", contactName: "A" } as never],
  }),
  "a misspelt word": issue("strategy-plan/invalid-plan", service({ adopted: { answer: "yess" as never } })),
  "a blank id": issue("strategy-plan/empty-id", { challenges: [{ id: " " }] }),
  "an id used twice": issue("strategy-plan/duplicate-id", { actions: [{ id: "x" }], challenges: [{ id: "x" }] }),
  "an unknown business": issue("strategy-plan/unknown-reference", {
    actions: [{ id: "a", clientNeed: { text: "n", business: "b" } }],
  }),
  "a reference that is no text": issue("strategy-plan/unknown-reference", {
    actions: [{ id: "a", clientNeed: { text: "n", service: 7 as never } }],
  }),
  "turnover above the whole": issue("strategy-plan/turnover-above-whole", {
    businesses: [
      { id: "b1", shareOfTurnoverAndProfit: { turnoverShare: "0.7" } },
      { id: "b2", shareOfTurnoverAndProfit: { turnoverShare: "0.301" } },
    ],
  }),
  "a share of 120%": issue(
    "strategy-plan/share-out-of-range",
    service({ shareOfSpend: { share: "1.2", period: "2025", basis: "actual" } }),
  ),
  "adopted without need": issue(
    "strategy-plan/adopted-without-need",
    service({ needed: "no", adopted: { answer: "yes" } }),
  ),
  "discontinued and never adopted": issue(
    "strategy-plan/discontinued-without-adoption",
    service({ adopted: { answer: "no" }, discontinued: { answer: "yes" } }),
  ),
  "discontinued without date and reason": issue(
    "strategy-plan/discontinued-unexplained",
    service({ discontinued: { answer: "yes" } }),
  ),
  "discontinued before it was adopted": issue(
    "strategy-plan/discontinued-before-adoption",
    service({
      adopted: { answer: "yes", since: "2025-03-01" },
      discontinued: { answer: "yes", date: "2024-12-31", reason: "r" },
    }),
  ),
  "a share of what was never adopted": issue(
    "strategy-plan/share-without-adoption",
    service({ adopted: { answer: "no" }, shareOfSpend: { share: "0.25", period: "2025", basis: "actual" } }),
  ),
  "a share after the end": issue(
    "strategy-plan/share-after-discontinuation",
    service({
      discontinued: { answer: "yes", date: "2024-12-31", reason: "r" },
      shareOfSpend: { share: "0.25", period: "2025", basis: "actual" },
    }),
  ),
  "a share that the spends contradict": issue("strategy-plan/share-differs-from-spend", {
    ...service({
      spendWithUs: spend("100.00", "2025"),
      shareOfSpend: { share: "0.4", period: "2025", basis: "actual" },
    }),
    ...bank("2025"),
  }),
  "a supplier of what nobody supplies": issue("strategy-plan/supplier-contradicted", {
    ...service({ suppliedElsewhere: { answer: "no" } }),
    ...bank("2025"),
  }),
  "a pitch in another year": issue("strategy-plan/pitch-outside-plan-year", {
    actions: [{ id: "a", plannedPitchTime: "2027-Q1" }],
  }),
  "a pitch over the end of the year": issue("strategy-plan/pitch-outside-plan-year", {
    actions: [{ id: "a", plannedPitchTime: { from: "2026-12-01", to: "2027-02-01" } }],
  }),
  "another currency": issue("strategy-plan/currency-differs", {
    value: { target: { amount: "1.00", currency: "HKD" } },
  }),
  "another period": issue("strategy-plan/period-differs", {
    ...service({ spendWithUs: spend("100.00", "2025") }),
    ...bank("2024"),
  }),
  "a period that does not exist": issue("strategy-plan/period-differs", {
    ...service({ spendWithUs: spend("100.00", "2025") }),
    ...bank("2025-13"),
  }),
  "a spend below zero": issue("strategy-plan/negative-spend", service({ spendWithUs: spend("-1.00", "2025") })),
};

test.each<[keyof typeof reasons, string, string, string]>([
  [
    "a misspelt word",
    "计划书的内容无法读取：services[0].adopted.answer，收到的是4个字符的文本，只能是 yes、no、unknown，是否应为 yes。",
    "計劃書的內容無法讀取：services[0].adopted.answer，收到的是4個字元的文字，只可以是 yes、no、unknown，是否應為 yes。",
    "The plan cannot be read at services[0].adopted.answer: a text of length 4 was given; allowed: yes, no, unknown; perhaps yes was meant.",
  ],
  [
    "a blank id",
    "编号为空：challenges[0].id，请填写。",
    "未有填寫編號：challenges[0].id，請填寫。",
    "An ID is empty (challenges[0].id); fill it in.",
  ],
  [
    "an id used twice",
    "编号“x”重复：challenges[0].id，计划书内每一行须有不同的编号。",
    "編號「x」重複：challenges[0].id，計劃書內每一行須有不同的編號。",
    "The ID “x” is used twice (challenges[0].id); each row of the plan needs its own.",
  ],
  [
    "an unknown business",
    "所填编号不属于“客户的主要业务”中的任何一行：actions[0].clientNeed.business。",
    "所填編號不屬於「客戶的主要業務」中的任何一行：actions[0].clientNeed.business。",
    "The ID is not that of a row under “The client’s main businesses” (actions[0].clientNeed.business).",
  ],
  [
    "turnover above the whole",
    "各项业务占客户总营业额的份额合计为 100.1%，超过 100%：businesses。",
    "各項業務佔客戶總營業額的份額合計為 100.1%，超過 100%：businesses。",
    "The shares of the client’s turnover add up to 100.1%, which is more than 100% (businesses).",
  ],
  [
    "a share of 120%",
    "所填比例为 120%，不在 0% 至 100% 之间：services[0].shareOfSpend.share。",
    "所填比例為 120%，並非介乎 0% 至 100%：services[0].shareOfSpend.share。",
    "A share of 120% is not between 0% and 100% (services[0].shareOfSpend.share).",
  ],
  [
    "adopted without need",
    "客户没有需要的服务却填为已由客户选用：services[0].adopted，请核对。",
    "客戶沒有需要的服務卻填為已由客戶選用：services[0].adopted，請核對。",
    "The service is marked as adopted by the client but not as needed (services[0].adopted); check both answers.",
  ],
  [
    "discontinued and never adopted",
    "客户从未选用的服务却填为已被客户停止使用：services[0].discontinued，请核对。",
    "客戶從未選用的服務卻填為已被客戶停止使用：services[0].discontinued，請核對。",
    "The service is marked as discontinued by the client but never as adopted (services[0].discontinued); check both answers.",
  ],
  [
    "discontinued without date and reason",
    "客户已停止使用该服务，但未填写停止使用日期、停止使用原因：services[0].discontinued。",
    "客戶已停止使用該服務，但未有填寫停止使用日期、停止使用原因：services[0].discontinued。",
    "The client has discontinued the service, but the plan lacks the following: the date, the reason (services[0].discontinued).",
  ],
  [
    "discontinued before it was adopted",
    "停止使用日期2024年12月31日早于选用日期2025年3月1日：services[0].discontinued.date。",
    "停止使用日期2024年12月31日早於選用日期2025年3月1日：services[0].discontinued.date。",
    "The service was discontinued on 31 December 2024, before it was adopted on 1 March 2025 (services[0].discontinued.date).",
  ],
  [
    "a share of what was never adopted",
    "客户未选用该服务，我行份额却填为 25%：services[0].shareOfSpend，请核对。",
    "客戶未有選用該服務，本行份額卻填為 25%：services[0].shareOfSpend，請核對。",
    "Our share is 25% of a service that the client has not adopted (services[0].shareOfSpend); check both answers.",
  ],
  [
    "a share after the end",
    "客户已于2024年12月31日停止使用该服务，2025年却仍填有我行份额：services[0].shareOfSpend，请核对。",
    "客戶已於2024年12月31日停止使用該服務，2025年卻仍填有本行份額：services[0].shareOfSpend，請核對。",
    "The client discontinued the service on 31 December 2024, but the plan gives our share for 2025 (services[0].shareOfSpend).",
  ],
  [
    "a share that the spends contradict",
    "所填的我行份额 40% 与按支出计算的份额 25% 不一致：services[0].shareOfSpend.share。",
    "所填的本行份額 40% 與按支出計算的份額 25% 不一致：services[0].shareOfSpend.share。",
    "Our share is stated as 40%, but the client’s spend makes it 25% (services[0].shareOfSpend.share).",
  ],
  [
    "a supplier of what nobody supplies",
    "该服务填为没有他行提供，但计划书另有记载由其他金融机构提供：services[0].suppliedElsewhere，请核对。",
    "該服務填為沒有他行提供，但計劃書另有紀錄由其他金融機構提供：services[0].suppliedElsewhere，請核對。",
    "The plan says that no other bank supplies the service, but elsewhere it names one that does (services[0].suppliedElsewhere).",
  ],
  [
    "a pitch in another year",
    "预计推介时间（2027年第一季度）不在计划年度（2026年）之内：actions[0].plannedPitchTime。",
    "預計推介時間（2027年第一季度）不在計劃年度（2026年）之內：actions[0].plannedPitchTime。",
    "The pitch is planned for Q1 2027, outside the plan year, 2026 (actions[0].plannedPitchTime).",
  ],
  [
    "a pitch over the end of the year",
    "预计推介时间（2026年12月1日至2027年1月31日）不在计划年度（2026年）之内：actions[0].plannedPitchTime。",
    "預計推介時間（2026年12月1日至2027年1月31日）不在計劃年度（2026年）之內：actions[0].plannedPitchTime。",
    "The pitch is planned for 1 December 2026 to 31 January 2027, outside the plan year, 2026 (actions[0].plannedPitchTime).",
  ],
  [
    "another currency",
    "该金额的币种为 HKD，与计划书的币种不同，不能合计：value.target。",
    "該金額的貨幣為 HKD，與計劃書的貨幣不同，不能合計：value.target。",
    "The amount is in HKD, which is not the currency of the plan, so it cannot be added in (value.target).",
  ],
  [
    "another period",
    "该支出的期间与同一服务的其他支出不同，不能合计：institutions[0].estimatedSpend[0]。",
    "該支出的期間與同一服務的其他支出不同，不能合計：institutions[0].estimatedSpend[0]。",
    "The spend is for a different period from the other spend on the service, so the two cannot be added together (institutions[0].estimatedSpend[0]).",
  ],
  [
    "a spend below zero",
    "支出不得为负数：services[0].spendWithUs。",
    "支出不得為負數：services[0].spendWithUs。",
    "The client’s spend must not be negative (services[0].spendWithUs).",
  ],
])("%s, in three languages", (name, ...sentences) => {
  expect(told(reasons[name])).toStrictEqual(sentences);
});

test.each(Object.entries(reasons))("nothing of the code or the template shows: %s", (_, reason) => {
  told(reason);
});
