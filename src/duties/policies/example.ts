import type { DutyPolicy } from "../types.ts";

/** Ids of the duties the source documents call regular without a number. */
export const EXAMPLE_DUTY_IDS = [
  "example.pilot-review",
  "example.coordination-meeting",
  "example.implementation-review",
  "example.centre-study",
  "example.level-reassessment",
  "example.follow-up-record-check",
  "example.referral-campaign",
  "example.seminar",
  "example.account-watch",
  "example.client-contact",
  "example.plan-review",
  "example.plan-execution-check",
  "example.portfolio-analysis",
  "example.core-client-contact",
  "example.client-survey",
  "example.client-visits",
  "example.value-judgement",
  "example.market-visit",
] as const;
/** Id of a duty the source documents call regular without a number. */
export type ExampleDutyId = (typeof EXAMPLE_DUTY_IDS)[number];

/** Roles that owe them. */
export const EXAMPLE_DUTY_ROLES = [
  "relationship-manager",
  "relationship-manager-supervisor",
  "wealth-centre-head",
  "programme-head",
  "coordination-group-head",
  "key-account-centre-head",
] as const;
/** Role that owes one. */
export type ExampleDutyRole = (typeof EXAMPLE_DUTY_ROLES)[number];

/** A duty with an example cadence. */
export interface ExampleDuty extends DutyPolicy {
  readonly id: ExampleDutyId;
  readonly role: ExampleDutyRole;
  readonly readings: readonly string[];
}

const PROCESS = "商业银行个人客户经理工作流程";
const PLANS = "银行经理的下半年工作计划";
const RESOURCES = "客戶經理制如何經營客戶資源";
const TRAINING = "客戶经理制的管理培训";

const NO_NUMBER = "library example; the source says 定期 and gives no number";

const common = { version: "1", status: "example", effectiveFrom: "0001-01-01", time: "end-of-day" } as const;
const everyWeek = {
  cadence: { every: "week", on: 7 },
  restDay: { rule: "previous-working-day", beyondPeriod: "falls-away" },
} as const;
const lastWorkingDay = { rule: "previous-working-day", beyondPeriod: "moves" } as const;
const everyMonth = { cadence: { every: "month", on: "last-day" }, restDay: lastWorkingDay } as const;
const everyQuarter = { cadence: { every: "quarter", on: "last-day" }, restDay: lastWorkingDay } as const;
const everyHalfYear = { cadence: { every: "half-year", on: "last-day" }, restDay: lastWorkingDay } as const;
const everyYear = { cadence: { every: "year", on: "last-day" }, restDay: lastWorkingDay } as const;

const example =
  "The cadence, the day, the hour and, where the text names nobody, the role are this example's own choice: replace them before use.";
const perManager =
  "The duty is one per manager and period; which clients it covers, and how often each, is for the policies of client care.";

/**
 * The 18 duties that the source documents call regular (定期) without a number, each with an example cadence.
 *
 * They are there so that none of them is forgotten; the numbers are examples to be replaced by the bank's own, with
 * `derivePolicy`. Where practice is known, its source is named.
 */
export const exampleDuties: readonly ExampleDuty[] = [
  {
    ...common,
    ...everyMonth,
    id: "example.pilot-review",
    sources: [NO_NUMBER, `${TRAINING}, p. 13, 二.3: 定期进行检讨: a. 内部检讨 b. 客戶座谈会`],
    role: "programme-head",
    satisfiedBy: ["pilot-review"],
    readings: [example],
  },
  {
    ...common,
    ...everyMonth,
    id: "example.coordination-meeting",
    sources: [NO_NUMBER, `${TRAINING}, p. 14, 三.7: 定期进行检讨和“协调小组”会议`],
    role: "coordination-group-head",
    satisfiedBy: ["coordination-meeting"],
    readings: [example],
  },
  {
    ...common,
    ...everyQuarter,
    id: "example.implementation-review",
    sources: [NO_NUMBER, `${TRAINING}, p. 14, 三.7: 定期进行检讨和“协调小组”会议`],
    role: "programme-head",
    satisfiedBy: ["implementation-review"],
    readings: [example],
  },
  {
    ...common,
    id: "example.centre-study",
    sources: [
      NO_NUMBER,
      `${PLANS}, essay 1, 二1: 大客户中心将定期组织学习`,
      "practice: weekly, Wednesday 07:30-08:00 (meeting rule of a bank, wenke99.com p-9150630)",
    ],
    role: "key-account-centre-head",
    satisfiedBy: ["centre-study"],
    cadence: { every: "week", on: 3 },
    restDay: { rule: "falls-away" },
    time: { at: "08:00" },
    readings: [
      "Weekday and hour are those of one bank's weekly meeting; a Wednesday that is not worked is left out.",
      example,
    ],
  },
  {
    ...common,
    ...everyQuarter,
    id: "example.level-reassessment",
    sources: [NO_NUMBER, `${PROCESS}, p. 12: 定期和不定期地根据客户自身和市场环境的变化,对客户级别做出调整`],
    role: "wealth-centre-head",
    satisfiedBy: ["level-reassessment"],
    readings: [example],
  },
  {
    ...common,
    ...everyQuarter,
    id: "example.follow-up-record-check",
    sources: [
      NO_NUMBER,
      `${PROCESS}, p. 29, (9): 理财中心负责人及客户经理主管要对待跟进客户信息记录表的使用情况定期检查、严格管理`,
      "practice: records sampled quarterly and scored (meeting rule of a bank, wenke99.com p-9150630)",
    ],
    role: "relationship-manager-supervisor",
    satisfiedBy: ["follow-up-record-check"],
    readings: ["The text names the head of the centre and the supervisor; the example asks the supervisor.", example],
  },
  {
    ...common,
    ...everyHalfYear,
    id: "example.referral-campaign",
    sources: [NO_NUMBER, `${PROCESS}, p. 32, 1(3): 定期、不定期组织客户推介的营销活动`],
    role: "wealth-centre-head",
    satisfiedBy: ["referral-campaign"],
    readings: [example],
  },
  {
    ...common,
    ...everyQuarter,
    id: "example.seminar",
    sources: [NO_NUMBER, `${PROCESS}, p. 34, 3: 定期或不定期地选择适合优质客户需求的内容,组织研讨会、讲座或沙龙`],
    role: "wealth-centre-head",
    satisfiedBy: ["seminar"],
    readings: [example],
  },
  {
    ...common,
    ...everyMonth,
    id: "example.account-watch",
    sources: [NO_NUMBER, `${PROCESS}, p. 66, (三): 应定期关注客户账户(交易)状况`],
    role: "relationship-manager",
    satisfiedBy: ["account-watch"],
    readings: [perManager, example],
  },
  {
    ...common,
    ...everyMonth,
    id: "example.client-contact",
    sources: [
      NO_NUMBER,
      `${PROCESS}, p. 66, (三): 定期保持与客户的联络`,
      "practice: key clients at least 3 contacts a month (template, renrendoc.com/paper/498897094)",
    ],
    role: "relationship-manager",
    satisfiedBy: ["client-contact"],
    readings: ["Practice gives a month as the unit; its number is per client and not used here.", perManager, example],
  },
  {
    ...common,
    ...everyQuarter,
    id: "example.plan-review",
    sources: [NO_NUMBER, `${PROCESS}, p. 66, (三): 定期回顾客户理财规划的执行情况、提供修改建议`],
    role: "relationship-manager",
    satisfiedBy: ["plan-review"],
    readings: [perManager, example],
  },
  {
    ...common,
    ...everyMonth,
    id: "example.plan-execution-check",
    sources: [NO_NUMBER, `${PROCESS}, p. 73, 4: 定期检查计划执行的力度和进展情况`],
    role: "wealth-centre-head",
    satisfiedBy: ["plan-execution-check"],
    readings: [example],
  },
  {
    ...common,
    ...everyQuarter,
    id: "example.portfolio-analysis",
    sources: [NO_NUMBER, `${PROCESS}, p. 77, 2(1): 对客户理财投资组合进行定期分析,提供分析建议`],
    role: "relationship-manager",
    satisfiedBy: ["portfolio-analysis"],
    readings: [perManager, example],
  },
  {
    ...common,
    ...everyMonth,
    id: "example.core-client-contact",
    sources: [NO_NUMBER, `${PROCESS}, p. 77, 2(1): 理财经理应主动与核心优质客户定期联系`],
    role: "relationship-manager",
    satisfiedBy: ["core-client-contact"],
    readings: [perManager, example],
  },
  {
    ...common,
    ...everyYear,
    id: "example.client-survey",
    sources: [NO_NUMBER, `${PROCESS}, p. 81, (5): 开展定期/不定期的小型客户调查活动`],
    role: "relationship-manager",
    satisfiedBy: ["client-survey"],
    readings: [perManager, example],
  },
  {
    ...common,
    ...everyWeek,
    id: "example.client-visits",
    sources: [
      NO_NUMBER,
      `${RESOURCES}, ❶4: 定期拜訪客戶,維系與客戶的良好關系`,
      "practice: at least 5 visits a week (template, renrendoc.com/paper/498897094)",
    ],
    role: "relationship-manager",
    satisfiedBy: ["client-visits"],
    readings: [
      "Practice gives a week as the unit; its number of visits is a target and not used here: the duty is the record of the week's visits.",
      perManager,
      example,
    ],
  },
  {
    ...common,
    ...everyHalfYear,
    id: "example.value-judgement",
    sources: [NO_NUMBER, `${RESOURCES}, ❶4: 定期對客戶價值做出判斷,寫出關於客戶(行業)的綜合評價報告和業務建議報告`],
    role: "relationship-manager",
    satisfiedBy: ["value-judgement"],
    readings: [perManager, example],
  },
  {
    ...common,
    ...everyMonth,
    id: "example.market-visit",
    sources: [NO_NUMBER, `${RESOURCES}, ❼三: 管理者要定期、不定期地走訪市場,對市場情況做客觀的記錄、評估,並公布結果`],
    role: "relationship-manager-supervisor",
    satisfiedBy: ["market-visit"],
    readings: ["管理者 is read as the supervisor of the managers.", example],
  },
];
