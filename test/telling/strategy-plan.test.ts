import { expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import { HK } from "../../src/calendar/data/hk/index.ts";
import type { WorkingCalendar } from "../../src/calendar/index.ts";
import type { ContactInOurBank } from "../../src/client/index.ts";
import {
  checkPlan,
  type CreditLimit,
  type InstitutionOfficer,
  type PersonalDealing,
  type PlanService,
  type StrategyPlan,
  type SuitabilityCheck,
} from "../../src/strategy-plan/index.ts";
import { cny, emptyPlan } from "../strategy-plan/plans.ts";
import { refusalOf } from "../support/refusal.ts";
import { oneOf, told } from "../support/told.ts";

const issue = (code: string, plan: Partial<StrategyPlan>) => oneOf(checkPlan({ ...emptyPlan, ...plan }), code);
const service = (changes: Partial<PlanService>): Partial<StrategyPlan> => ({
  services: [{ id: "s", service: "x", ...changes }],
});
const spend = (amount: string, period: string) => ({ amount: cny(amount), period, basis: "actual" }) as const;
const bank = (period: string): Partial<StrategyPlan> => ({
  institutions: [{ id: "b", institutionName: "B", estimatedSpend: [{ service: "s", amount: cny("300.00"), period }] }],
});

const contact = (changes: ContactInOurBank): Partial<StrategyPlan> => ({
  people: [{ id: "p", contactName: "A", otherContactsInOurBank: [changes] }],
});
const dealing = (changes: Partial<PersonalDealing>): Partial<StrategyPlan> => ({
  people: [{ id: "p", contactName: "A", otherBusinessWithUs: [{ product: "x", bookingUnit: "y", ...changes }] }],
});
const limit = (changes: Partial<CreditLimit>): Partial<StrategyPlan> => ({
  credit: {
    confirmedOn: "2025-11-30",
    limits: [
      { product: "流动资金贷款", limit: cny("1000000.00"), used: cny("0.00"), expiresOn: "2026-06-30", ...changes },
    ],
  },
});
const officer = (changes: Partial<InstitutionOfficer>): Partial<StrategyPlan> => ({
  institutions: [
    {
      id: "b",
      institutionName: "B",
      institutionOfficer: { name: "N", source: "s", obtainedOn: "2025-01-01", ...changes },
    },
  ],
});
const forward = (changes: Partial<SuitabilityCheck>): Partial<StrategyPlan> => ({
  actions: [
    {
      id: "a",
      productOrService: {
        name: "Forward",
        needsSuitability: true,
        suitability: { checkedBy: "Q", checkedOn: "2025-11-30", need: "n", ...changes },
      },
      plannedPitchTime: "2026-03",
    },
  ],
});
const onCalendar = (calendar: WorkingCalendar, day: string, code: string) =>
  oneOf(
    checkPlan({ ...emptyPlan, period: day.slice(0, 4), actions: [{ id: "a", plannedPitchTime: day }] }, { calendar }),
    code,
  );

const reasons = {
  "a misspelt member": issue("strategy-plan/invalid-plan", {
    people: [{ id: "p", ids: "x", contactName: "A" } as never],
  }),
  "a misspelt word": issue("strategy-plan/invalid-plan", service({ adopted: { answer: "yess" as never } })),
  "a blank id": issue("strategy-plan/empty-id", { challenges: [{ id: " " }] }),
  "a plan nobody prepared": issue("strategy-plan/blank-text", { preparedBy: " " }),
  "a plan for a month": issue("strategy-plan/period-not-a-year", { period: "2026-05" }),
  "a plan for the last day there is": issue("strategy-plan/period-not-a-year", {
    period: { from: "9999-12-30", to: "9999-12-31" },
  }),
  "a plan begun in July": issue("strategy-plan/period-part-of-year", {
    period: { from: "2026-07-01", to: "2027-01-01" },
  }),
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
  "an option that is not known": refusalOf(() => checkPlan(emptyPlan, { calender: 1 } as never)),
  "neither department nor person": issue("strategy-plan/neither-named", {
    actions: [{ id: "a", departmentAndOwner: {} }],
  }),
  "neither name nor position": issue("strategy-plan/neither-named", { people: [{ id: "p" }] }),
  "neither share": issue("strategy-plan/neither-named", { businesses: [{ id: "b", shareOfTurnoverAndProfit: {} }] }),
  "a relation that nobody states": issue("strategy-plan/relation-unsaid", contact({ person: "Sun" })),
  "kin in our bank": issue("strategy-plan/kin-declared", contact({ person: "孙样本", kinship: true })),
  "kin who wrote the plan": issue("strategy-plan/kin-of-manager", contact({ person: "E-1", kinship: true })),
  "kin who approved the plan": issue("strategy-plan/kin-of-manager", {
    ...contact({ person: "郑样本", kinship: true }),
    approvedBy: "郑样本",
  }),
  "kin who manage the client": oneOf(
    checkPlan(
      { ...emptyPlan, ...contact({ person: "W", kinship: true }) },
      { managers: [{ employee: "E-2", name: "W" }] },
    ),
    "strategy-plan/kin-of-manager",
  ),
  "a dealing without consent": issue("strategy-plan/dealing-without-consent", dealing({})),
  "a dealing with a consent to come": issue(
    "strategy-plan/dealing-without-consent",
    dealing({ consent: { purpose: "p", givenOn: "2026-01-01" } }),
  ),
  "a dealing whose consent is over": issue(
    "strategy-plan/dealing-without-consent",
    dealing({ consent: { purpose: "p", givenOn: "2025-01-01", until: "2025-06-30" } }),
  ),
  "a limit exceeded": issue("strategy-plan/limit-exceeded", limit({ used: cny("1200000.00") })),
  "a limit that is over": issue("strategy-plan/limit-expired", limit({ expiresOn: "2025-11-30" })),
  "a credit review that is over": issue("strategy-plan/credit-review-due", {
    credit: { confirmedOn: "2025-11-30", limits: [], nextReview: "2025-11-30" },
  }),
  "an officer without a day of review": issue("strategy-plan/officer-review-due", officer({})),
  "an officer whose review is over": issue("strategy-plan/officer-review-due", officer({ reviewOn: "2025-11-30" })),
  "a share while adoption is unknown": issue(
    "strategy-plan/adoption-unsaid",
    service({ adopted: { answer: "unknown" }, shareOfSpend: { share: "0.25", period: "2025", basis: "actual" } }),
  ),
  "a share before adoption": issue(
    "strategy-plan/share-before-adoption",
    service({
      adopted: { answer: "yes", since: "2026-03-01" },
      shareOfSpend: { share: "0.25", period: "2025", basis: "actual" },
    }),
  ),
  "a pitch on a day off": onCalendar(CN, "2026-10-01", "strategy-plan/pitch-on-day-off"),
  "a pitch in a provisional year": onCalendar(HK, "2027-03-08", "strategy-plan/pitch-day-unsure"),
  "a pitch in a year that is not known": onCalendar(CN, "2027-03-08", "strategy-plan/pitch-day-unsure"),
  "income of another year": issue("strategy-plan/income-outside-plan-year", {
    actions: [{ id: "a", expectedIncome: { amount: cny("1.00"), period: "2031" } }],
  }),
  "income below zero": issue("strategy-plan/negative-amount", {
    actions: [{ id: "a", expectedIncome: { amount: cny("-5.00"), period: "2026" } }],
  }),
  "won before the plan": issue("strategy-plan/progress-before-plan", {
    actions: [{ id: "a", progress: { state: "won", actualDate: "2024-01-10" } }],
  }),
  "earned before it was won": issue("strategy-plan/income-before-win", {
    actions: [
      {
        id: "a",
        progress: {
          state: "won",
          actualDate: "2026-05-08",
          actualIncome: { amount: cny("1.00"), period: "2026-01" },
        },
      },
    ],
  }),
  "lost without day and reason": issue("strategy-plan/progress-incomplete", {
    actions: [{ id: "a", progress: { state: "lost" } }],
  }),
  "planned with a day": issue("strategy-plan/progress-contradicted", {
    actions: [{ id: "a", progress: { state: "planned", actualDate: "2026-04-01" } }],
  }),
  "a forward nobody checked": issue("strategy-plan/suitability-missing", {
    actions: [{ id: "a", productOrService: { name: "Forward", needsSuitability: true } }],
  }),
  "a check that says nothing": issue("strategy-plan/suitability-missing", forward({ need: " " })),
  "a check to come": issue("strategy-plan/suitability-missing", forward({ checkedOn: "2026-01-31" })),
  "a check after the pitch": issue("strategy-plan/suitability-missing", {
    preparedOn: "2026-06-01",
    ...forward({ checkedOn: "2026-05-31" }),
  }),
  "kin who may manage the client": oneOf(
    checkPlan(
      { ...emptyPlan, ...contact({ person: "王样本经理", kinship: true }) },
      { managers: [{ employee: "E-2", name: "王样本" }] },
    ),
    "strategy-plan/kin-of-manager",
  ),
  "a wife of whom nobody says so": issue("strategy-plan/kinship-unsaid", contact({ person: "Sun", relation: "妻子" })),
  "an officer without a source": issue("strategy-plan/officer-source-missing", officer({ source: " " })),
  "terms that are over": issue("strategy-plan/renewal-past", {
    institutions: [
      {
        id: "b",
        institutionName: "B",
        institutionServicesAndTerms: [{ service: "s", terms: "t", renewalDate: "2025-11-30" }],
      },
    ],
  }),
  "figures confirmed tomorrow": issue("strategy-plan/dated-later", {
    credit: { confirmedOn: "2025-12-02", limits: [] },
  }),
  "spend on what was never adopted": issue(
    "strategy-plan/spend-without-adoption",
    service({ adopted: { answer: "no" }, spendWithUs: spend("5.00", "2025") }),
  ),
  "spend before adoption": issue(
    "strategy-plan/spend-before-adoption",
    service({ adopted: { answer: "yes", since: "2026-03-01" }, spendWithUs: spend("5.00", "2025") }),
  ),
  "spend after the end": issue(
    "strategy-plan/spend-after-discontinuation",
    service({
      adopted: { answer: "yes" },
      discontinued: { answer: "yes", date: "2024-12-31", reason: "r" },
      spendWithUs: spend("5.00", "2025"),
    }),
  ),
  "a value of two periods": issue("strategy-plan/value-period-differs", {
    value: { directIncome: spend("5.00", "2025"), relatedClientIncome: spend("5.00", "2025-12") },
  }),
  "a value to come": issue("strategy-plan/value-period-not-over", {
    value: { directIncome: spend("5.00", "2031") },
  }),
  "preventive work that is late": issue("strategy-plan/prevention-overdue", {
    challenges: [{ id: "c", preventionAndTimetable: [{ action: "x", due: "2025-11-30", state: "open" }] }],
  }),
  "a pitch on a weekend": oneOf(
    checkPlan(
      { ...emptyPlan, actions: [{ id: "a", plannedPitchTime: { from: "2026-07-04", to: "2026-07-06" } }] },
      { calendar: CN },
    ),
    "strategy-plan/pitch-on-day-off",
  ),
  "services of two periods": issue("strategy-plan/period-differs", {
    services: ["2025", "2024"].map((period) => ({
      id: period,
      service: "x",
      suppliedElsewhere: { answer: "no" },
      spendWithUs: spend("5.00", period),
    })),
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
    "该支出的期间与计划书中其他支出不同，不能合计：institutions[0].estimatedSpend[0]。",
    "該支出的期間與計劃書中其他支出不同，不能合計：institutions[0].estimatedSpend[0]。",
    "The spend is for a different period from other spend in the plan, so they cannot be added together (institutions[0].estimatedSpend[0]).",
  ],
  [
    "a spend below zero",
    "支出不得为负数：services[0].spendWithUs。",
    "支出不得為負數：services[0].spendWithUs。",
    "The client’s spend must not be negative (services[0].spendWithUs).",
  ],
  [
    "an option that is not known",
    "随计划书提供的数据或选项无法读取：options.calender，是否应为 calendar。",
    "隨計劃書提供的資料或選項無法讀取：options.calender，是否應為 calendar。",
    "What was given with the plan cannot be read at options.calender; perhaps calendar was meant.",
  ],
  [
    "neither department nor person",
    "部门、人员至少填写一项：actions[0].departmentAndOwner。",
    "部門、人員最少須填寫一項：actions[0].departmentAndOwner。",
    "At least one of the following is needed: the department, the person (actions[0].departmentAndOwner).",
  ],
  [
    "neither name nor position",
    "姓名、职权至少填写一项：people[0]。",
    "姓名、職權最少須填寫一項：people[0]。",
    "At least one of the following is needed: the name, the position (people[0]).",
  ],
  [
    "neither share",
    "营业额份额、利润份额至少填写一项：businesses[0].shareOfTurnoverAndProfit。",
    "營業額份額、利潤份額最少須填寫一項：businesses[0].shareOfTurnoverAndProfit。",
    "At least one of the following is needed: the share of turnover, the share of profit (businesses[0].shareOfTurnoverAndProfit).",
  ],
  [
    "a relation that nobody states",
    "填写了我行人员，但未说明其与联系人的关系：people[0].otherContactsInOurBank[0]。",
    "已填寫本行人員，但未有說明其與聯絡人的關係：people[0].otherContactsInOurBank[0]。",
    "The plan names somebody in our bank but not how they are connected with the contact (people[0].otherContactsInOurBank[0]).",
  ],
  [
    "kin in our bank",
    "联系人与我行人员孙样本有亲属关系，须按利益冲突规定处理：people[0].otherContactsInOurBank[0]。",
    "聯絡人與本行人員孙样本有親屬關係，須按利益衝突規定處理：people[0].otherContactsInOurBank[0]。",
    "The contact is related to 孙样本 in our bank; follow the rules on conflicts of interest (people[0].otherContactsInOurBank[0]).",
  ],
  [
    "kin who wrote the plan",
    "联系人与本计划书的编制人E-1有亲属关系，属利益冲突，应由他人负责或审批：people[0].otherContactsInOurBank[0]。",
    "聯絡人與本計劃書的擬備人E-1有親屬關係，屬利益衝突，應由他人負責或批核：people[0].otherContactsInOurBank[0]。",
    "The contact is related to E-1, who prepared this plan; this is a conflict of interest, so somebody else should take over (people[0].otherContactsInOurBank[0]).",
  ],
  [
    "kin who approved the plan",
    "联系人与本计划书的审批人郑样本有亲属关系，属利益冲突，应由他人负责或审批：people[0].otherContactsInOurBank[0]。",
    "聯絡人與本計劃書的批核人郑样本有親屬關係，屬利益衝突，應由他人負責或批核：people[0].otherContactsInOurBank[0]。",
    "The contact is related to 郑样本, who approved this plan; this is a conflict of interest, so somebody else should take over (people[0].otherContactsInOurBank[0]).",
  ],
  [
    "kin who manage the client",
    "联系人与该客户的客户经理W有亲属关系，属利益冲突，应由他人负责或审批：people[0].otherContactsInOurBank[0]。",
    "聯絡人與該客戶的客戶經理W有親屬關係，屬利益衝突，應由他人負責或批核：people[0].otherContactsInOurBank[0]。",
    "The contact is related to W, who manages this client; this is a conflict of interest, so somebody else should take over (people[0].otherContactsInOurBank[0]).",
  ],
  [
    "a dealing without consent",
    "联系人的个人业务不得在计划书中显示，因未取得本人同意：people[0].otherBusinessWithUs[0]。",
    "聯絡人的個人業務不得在計劃書中顯示，因未有取得本人同意：people[0].otherBusinessWithUs[0]。",
    "A contact’s personal dealing with our bank must not be shown: the person has not consented (people[0].otherBusinessWithUs[0]).",
  ],
  [
    "a dealing with a consent to come",
    "联系人的个人业务不得在计划书中显示，因本人同意尚未生效：people[0].otherBusinessWithUs[0]。",
    "聯絡人的個人業務不得在計劃書中顯示，因本人同意尚未生效：people[0].otherBusinessWithUs[0]。",
    "A contact’s personal dealing with our bank must not be shown: the person’s consent is not yet in force (people[0].otherBusinessWithUs[0]).",
  ],
  [
    "a dealing whose consent is over",
    "联系人的个人业务不得在计划书中显示，因本人同意已过期：people[0].otherBusinessWithUs[0]。",
    "聯絡人的個人業務不得在計劃書中顯示，因本人同意已過期：people[0].otherBusinessWithUs[0]。",
    "A contact’s personal dealing with our bank must not be shown: the person’s consent has expired (people[0].otherBusinessWithUs[0]).",
  ],
  [
    "a limit exceeded",
    "流动资金贷款已用 ¥1,200,000.00，超过额度 ¥1,000,000.00：credit.limits[0]。",
    "流动资金贷款已動用 CN¥1,200,000.00，超過額度 CN¥1,000,000.00：credit.limits[0]。",
    "流动资金贷款: CN¥1,200,000.00 is used of a limit of CN¥1,000,000.00 (credit.limits[0]).",
  ],
  [
    "a limit that is over",
    "流动资金贷款的额度于2025年11月30日到期，早于2025年12月1日：credit.limits[0]。",
    "流动资金贷款的額度於2025年11月30日到期，早於2025年12月1日：credit.limits[0]。",
    "流动资金贷款: the limit expires on 30 November 2025, before 1 December 2025 (credit.limits[0]).",
  ],
  [
    "a credit review that is over",
    "授信复审原定于2025年11月30日，日期已过：credit.nextReview。",
    "信貸覆核原定於2025年11月30日，日期已過：credit.nextReview。",
    "The credit review was due on 30 November 2025 (credit.nextReview).",
  ],
  [
    "an officer without a day of review",
    "他行人员的个人信息应定期检视，但未填写检视日期：institutions[0].institutionOfficer。",
    "他行人員的個人資料應定期檢視，但未有填寫檢視日期：institutions[0].institutionOfficer。",
    "Personal data of another institution’s officer must be reviewed, but no review date is set (institutions[0].institutionOfficer).",
  ],
  [
    "an officer whose review is over",
    "他行人员的个人信息应定期检视，原定的2025年11月30日已过：institutions[0].institutionOfficer。",
    "他行人員的個人資料應定期檢視，原定的2025年11月30日已過：institutions[0].institutionOfficer。",
    "Personal data of another institution’s officer must be reviewed; the review was due on 30 November 2025 (institutions[0].institutionOfficer).",
  ],
  [
    "a share while adoption is unknown",
    "该服务填有停止使用或我行份额，但未填为曾由客户选用：services[0].shareOfSpend，请核对。",
    "該服務填有停止使用或本行份額，但未有填為曾由客戶選用：services[0].shareOfSpend，請核對。",
    "The plan gives a discontinuation or a share of ours, but does not say that the client ever adopted the service (services[0].shareOfSpend); check the answers.",
  ],
  [
    "a share before adoption",
    "客户自2026年3月1日起才选用该服务，2025年却填有我行份额：services[0].shareOfSpend，请核对。",
    "客戶自2026年3月1日起才選用該服務，2025年卻填有本行份額：services[0].shareOfSpend，請核對。",
    "The client adopted the service only on 1 March 2026, but the plan gives our share for 2025 (services[0].shareOfSpend).",
  ],
  [
    "a pitch on a day off",
    "预计推介日期2026年10月1日为非工作日（日历：cn）：actions[0].plannedPitchTime。",
    "預計推介日期2026年10月1日並非工作天（日曆：cn）：actions[0].plannedPitchTime。",
    "The pitch is planned for 1 October 2026, but there is no working day then (calendar: cn) (actions[0].plannedPitchTime).",
  ],
  [
    "a pitch in a provisional year",
    "无法判断预计推介日期2027年3月8日是否为工作日：当年节假日安排尚未公布（日历：hk）：actions[0].plannedPitchTime。",
    "未能判斷預計推介日期2027年3月8日是否工作天：該年公眾假期尚未公布（日曆：hk）：actions[0].plannedPitchTime。",
    "It cannot be determined whether 8 March 2027, the day of the pitch, is a working day: the public holidays of that year have not been announced (calendar: hk) (actions[0].plannedPitchTime).",
  ],
  [
    "a pitch in a year that is not known",
    "无法判断预计推介日期2027年3月8日是否为工作日：日历不包含该日（日历：cn）：actions[0].plannedPitchTime。",
    "未能判斷預計推介日期2027年3月8日是否工作天：日曆並不包括該日（日曆：cn）：actions[0].plannedPitchTime。",
    "It cannot be determined whether 8 March 2027, the day of the pitch, is a working day: the calendar does not cover that day (calendar: cn) (actions[0].plannedPitchTime).",
  ],
  [
    "income of another year",
    "收益期间（2031年）不在计划年度（2026年）之内：actions[0].expectedIncome.period。",
    "收益期間（2031年）不在計劃年度（2026年）之內：actions[0].expectedIncome.period。",
    "The income is for 2031, outside the plan year, 2026 (actions[0].expectedIncome.period).",
  ],
  [
    "income below zero",
    "金额 -¥5.00 不得为负数：actions[0].expectedIncome.amount。",
    "金額 -CN¥5.00 不得為負數：actions[0].expectedIncome.amount。",
    "The amount of -CN¥5.00 must not be negative (actions[0].expectedIncome.amount).",
  ],
  [
    "lost without day and reason",
    "行动状态为“未成功”，但未填写实际日期、原因：actions[0].progress。",
    "行動狀態為「未能成交」，但未有填寫實際日期、原因：actions[0].progress。",
    "The action is marked “Lost”, but the plan lacks the following: the actual date, the reason (actions[0].progress).",
  ],
  [
    "planned with a day",
    "行动状态为“计划中”，却填有实际日期：actions[0].progress，请核对。",
    "行動狀態為「計劃中」，卻填有實際日期：actions[0].progress，請核對。",
    "The action is marked “Planned”, which contradicts the following: the actual date (actions[0].progress).",
  ],
  [
    "a forward nobody checked",
    "该产品须先做适当性评估，但未填写评估：actions[0].productOrService。",
    "該產品須先作合適性評估，但未有填寫評估：actions[0].productOrService。",
    "The product needs a suitability check, but no check is recorded (actions[0].productOrService).",
  ],
  [
    "a check that says nothing",
    "该产品须先做适当性评估，但未填明评估人、评估日期或实际需求：actions[0].productOrService。",
    "該產品須先作合適性評估，但未有填明評估人、評估日期或實際需要：actions[0].productOrService。",
    "The product needs a suitability check, but the check does not say who made it, when and for which need (actions[0].productOrService).",
  ],
  [
    "a check to come",
    "该产品须先做适当性评估，但所填评估日期迟于核对日：actions[0].productOrService。",
    "該產品須先作合適性評估，但所填評估日期遲於核對日：actions[0].productOrService。",
    "The product needs a suitability check, but the date of the check is still to come (actions[0].productOrService).",
  ],
  [
    "a check after the pitch",
    "该产品须先做适当性评估，但评估在推介之后才做：actions[0].productOrService。",
    "該產品須先作合適性評估，但評估在推介之後才進行：actions[0].productOrService。",
    "The product needs a suitability check, but the check was made after the pitch (actions[0].productOrService).",
  ],
  [
    "kin who may manage the client",
    "联系人与王样本经理有亲属关系，此人可能就是该客户的客户经理王样本，请核实；如是同一人，属利益冲突，应由他人负责或审批：people[0].otherContactsInOurBank[0]。",
    "聯絡人與王样本经理有親屬關係，此人可能就是該客戶的客戶經理王样本，請核實；如屬同一人，即屬利益衝突，應由他人負責或批核：people[0].otherContactsInOurBank[0]。",
    "The contact is related to 王样本经理. The name is like 王样本, who manages this client; if they are the same person, this is a conflict of interest, and somebody else should take over (people[0].otherContactsInOurBank[0]).",
  ],
  [
    "a wife of whom nobody says so",
    "联系人与我行人员的关系填为“妻子”，似为亲属，请填明是否有亲属关系：people[0].otherContactsInOurBank[0]。",
    "聯絡人與本行人員的關係填為「妻子」，似為親屬，請填明是否有親屬關係：people[0].otherContactsInOurBank[0]。",
    "The contact’s connection with somebody in our bank, “妻子”, reads like family; state whether they are related (people[0].otherContactsInOurBank[0]).",
  ],
  [
    "an officer without a source",
    "他行人员的个人信息未填写来源：institutions[0].institutionOfficer。",
    "他行人員的個人資料未有填寫來源：institutions[0].institutionOfficer。",
    "The plan does not say where the personal data of another institution’s officer comes from (institutions[0].institutionOfficer).",
  ],
  [
    "terms that are over",
    "他行所提供业务的条件已于2025年11月30日到期，请了解是否已续约：institutions[0].institutionServicesAndTerms[0]。",
    "他行所提供業務的條件已於2025年11月30日到期，請了解是否已續約：institutions[0].institutionServicesAndTerms[0]。",
    "The other institution’s terms ended on 30 November 2025; find out whether they have been renewed (institutions[0].institutionServicesAndTerms[0]).",
  ],
  [
    "figures confirmed tomorrow",
    "所填日期2025年12月2日迟于核对日2025年12月1日：credit.confirmedOn。",
    "所填日期2025年12月2日遲於核對日2025年12月1日：credit.confirmedOn。",
    "The date, 2 December 2025, is later than 1 December 2025, the day of the check (credit.confirmedOn).",
  ],
  [
    "spend on what was never adopted",
    "客户未选用该服务，在我行的支出却填为 ¥5.00：services[0].spendWithUs，请核对。",
    "客戶未有選用該服務，在本行的支出卻填為 CN¥5.00：services[0].spendWithUs，請核對。",
    "The client’s spend with us is CN¥5.00 on a service that the client has not adopted (services[0].spendWithUs); check both answers.",
  ],
  [
    "spend before adoption",
    "客户自2026年3月1日起才选用该服务，2025年却填有在我行的支出：services[0].spendWithUs，请核对。",
    "客戶自2026年3月1日起才選用該服務，2025年卻填有在本行的支出：services[0].spendWithUs，請核對。",
    "The client adopted the service only on 1 March 2026, but the plan gives spend with us for 2025 (services[0].spendWithUs).",
  ],
  [
    "spend after the end",
    "客户已于2024年12月31日停止使用该服务，2025年却仍填有在我行的支出：services[0].spendWithUs，请核对。",
    "客戶已於2024年12月31日停止使用該服務，2025年卻仍填有在本行的支出：services[0].spendWithUs，請核對。",
    "The client discontinued the service on 31 December 2024, but the plan gives spend with us for 2025 (services[0].spendWithUs).",
  ],
  [
    "a value of two periods",
    "该项金额的期间为2025年12月，与客户关系价值首项的期间（2025年）不同，不能合计：value.relatedClientIncome.period。",
    "該項金額的期間為2025年12月，與客戶關係價值首項的期間（2025年）不同，不能合計：value.relatedClientIncome.period。",
    "The figure is for December 2025, but the first figure of the relationship value is for 2025, so they cannot be added together (value.relatedClientIncome.period).",
  ],
  [
    "a value to come",
    "客户关系价值的期间为2031年，至2026年1月1日尚未结束：value.directIncome.period。",
    "客戶關係價值的期間為2031年，至2026年1月1日尚未完結：value.directIncome.period。",
    "The figure of the relationship value is for 2031, which is not over by 1 January 2026 (value.directIncome.period).",
  ],
  [
    "preventive work that is late",
    "预防工作原定于2025年11月30日完成，现已逾期：challenges[0].preventionAndTimetable[0]。",
    "預防工作原定於2025年11月30日完成，現已逾期：challenges[0].preventionAndTimetable[0]。",
    "Preventive work was due on 30 November 2025 and is still open (challenges[0].preventionAndTimetable[0]).",
  ],
  [
    "a pitch on a weekend",
    "预计推介日期2026年7月4日至2026年7月5日为非工作日（日历：cn）：actions[0].plannedPitchTime。",
    "預計推介日期2026年7月4日至2026年7月5日並非工作天（日曆：cn）：actions[0].plannedPitchTime。",
    "The pitch is planned for 4 July 2026 to 5 July 2026, but there is no working day then (calendar: cn) (actions[0].plannedPitchTime).",
  ],
  [
    "a plan nobody prepared",
    "编制人为空白：preparedBy，请填写。",
    "未有填寫編製人：preparedBy，請填寫。",
    "The following is blank: who prepared the plan (preparedBy); fill it in.",
  ],
  [
    "a plan for a month",
    "计划期间为2026年5月，不是一个完整年度；自该日起的一年为2026年5月1日至2027年4月30日：period。",
    "計劃期間為2026年5月，並非一個完整年度；由該日起計的一年為2026年5月1日至2027年4月30日：period。",
    "The plan is for May 2026, which is not a year; a year from that day is 1 May 2026 to 30 April 2027 (period).",
  ],
  [
    "a plan for the last day there is",
    "计划期间为9999年12月30日，不是一个完整年度：period。",
    "計劃期間為9999年12月30日，並非一個完整年度：period。",
    "The plan is for 30 December 9999, which is not a year (period).",
  ],
  [
    "a plan begun in July",
    "计划期间为2026年7月1日至2026年12月31日，仅为年内剩余时间，其金额不可与全年金额直接比较：period。",
    "計劃期間為2026年7月1日至2026年12月31日，只屬年內餘下時間，其金額不可與全年金額直接比較：period。",
    "The plan is for 1 July 2026 to 31 December 2026, only the rest of a year; its figures are not those of a full year (period).",
  ],
  [
    "services of two periods",
    "该支出的期间与计划书中其他支出不同，不能合计：services[1]。",
    "該支出的期間與計劃書中其他支出不同，不能合計：services[1]。",
    "The spend is for a different period from other spend in the plan, so they cannot be added together (services[1]).",
  ],
])("%s, in three languages", (name, ...sentences) => {
  expect(told(reasons[name])).toStrictEqual(sentences);
});

test.each(Object.entries(reasons))("nothing of the code or the template shows: %s", (_, reason) => {
  told(reason);
});
