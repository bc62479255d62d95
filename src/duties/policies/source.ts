import type { DutyPolicy } from "../types.ts";

/** Ids of the duties the source documents give with a cadence. */
export const SOURCE_DUTY_IDS = [
  "source.slips-reissued",
  "source.follow-up-records-out",
  "source.slips-reconciled",
  "source.referral-day-tally",
  "source.opinion-entries",
  "source.records-locked",
  "source.next-day-plan",
  "source.journal",
  "source.referral-week-tally",
  "source.weekly-summary",
  "source.information-entry",
  "source.lecture",
  "source.referral-month-summary",
  "source.follow-ups-in-work-log",
  "source.market-analysis",
  "source.closing-records",
  "source.closing-statistics",
  "source.visit-log-check",
  "source.visit-report",
  "source.strategy-plan",
] as const;
/** Id of a duty the source documents give with a cadence. */
export type SourceDutyId = (typeof SOURCE_DUTY_IDS)[number];

/** Roles that owe them. */
export const SOURCE_DUTY_ROLES = [
  "relationship-manager",
  "relationship-manager-supervisor",
  "lobby-manager",
  "archivist",
  "outlet-head",
] as const;
/** Role that owes one. */
export type SourceDutyRole = (typeof SOURCE_DUTY_ROLES)[number];

/** A duty of the source documents. */
export interface SourceDuty extends DutyPolicy {
  readonly id: SourceDutyId;
  readonly role: SourceDutyRole;
  readonly readings: readonly string[];
}

const undated = "The text has no date: effectiveFrom 0001-01-01 stands for undated.";
const base = { version: "1", status: "source", effectiveFrom: "0001-01-01" } as const;

const PROCESS = "商业银行个人客户经理工作流程";
const PLANS = "银行经理的下半年工作计划";
const TRACE = "客戶經理制如何經營客戶資源";
const TRAINING = "客戶经理制的管理培训";

const daily = { cadence: { every: "working-day" }, restDay: { rule: "falls-away" } } as const;
const weekly = {
  cadence: { every: "week", on: 7 },
  restDay: { rule: "previous-working-day", beyondPeriod: "falls-away" },
} as const;
const monthEnd = { cadence: { every: "month", on: "last-day" }, restDay: { rule: "stays" } } as const;

const lastWorkingDayOfWeek =
  "The text names no weekday: due on the last working day of the ISO week, and not at all in a week without one.";
const lastDayOfMonth = "The text names no day of the month: due on its last calendar day, whether worked or not.";
const wholeDay = "The text gives no hour: due by the end of the day.";
const close =
  "营业终了 is read as the closing time in the working hours of the place; give hours that include the closing work where it is done after the counters close.";
const opening = "The text gives no hour: due by the first second the place is open that day, from its working hours.";

/**
 * The duties to which the source documents give a cadence (职责日程), each with its place in the text.
 *
 * Before opening, at the daily close, weekly, at the start, in the course and at the end of a month, quarterly and
 * yearly. What the text leaves open is in `readings`. Complaint limits start with an event and are in `sla`; duties the
 * text calls regular (定期) without a number are in {@link exampleDuties}.
 */
export const sourceDuties: readonly SourceDuty[] = [
  {
    ...base,
    ...daily,
    id: "source.slips-reissued",
    sources: [`${PROCESS}, p. 21, 9(4): 营业时,大堂经理再派发给当班柜员`],
    role: "lobby-manager",
    satisfiedBy: ["slips-reissued"],
    time: "opening",
    readings: [
      "营业时 is read as before opening, so that tellers have the slips from the first customer on.",
      opening,
      undated,
    ],
  },
  {
    ...base,
    ...daily,
    id: "source.follow-up-records-out",
    sources: [`${PROCESS}, p. 29, (9): 每日营业前,理财经理可将待跟进客户信息记录表调出使用`],
    role: "archivist",
    satisfiedBy: ["records-out"],
    time: "opening",
    readings: [
      "The manager may take the records out (可); that they are ready each morning is read as a duty of the archivist who keeps them.",
      opening,
      undated,
    ],
  },
  {
    ...base,
    ...daily,
    id: "source.slips-reconciled",
    sources: [
      `${PROCESS}, p. 20, 9(3): 营业终了,大堂经理收集当日各柜员以及自己填写的优质客户推介表,与理财经理核对确认已推介客户的信息及营销成果`,
    ],
    role: "lobby-manager",
    satisfiedBy: ["slips-reconciled"],
    time: "close-of-business",
    readings: [close, undated],
  },
  {
    ...base,
    ...daily,
    id: "source.referral-day-tally",
    sources: [`${PROCESS}, p. 20, 9(3): 填写优质客户推介统计表(日/周)`],
    role: "lobby-manager",
    satisfiedBy: ["referral-day-tally"],
    time: "close-of-business",
    readings: ["The tally of the day is filled in with the reconciliation of the slips.", close, undated],
  },
  {
    ...base,
    ...daily,
    id: "source.opinion-entries",
    sources: [`${PROCESS}, p. 60, (一): 每日营业终了,大堂经理应对意见箱/意见簿中的投诉进行处理`],
    role: "lobby-manager",
    satisfiedBy: ["opinion-entries-processed"],
    time: "close-of-business",
    readings: ["Looking into an empty box or book is done too, and recorded.", close, undated],
  },
  {
    ...base,
    ...daily,
    id: "source.records-locked",
    sources: [
      `${PROCESS}, p. 29, (9): 营业终了,理财经理必须将待跟进客户信息记录表及新建或补充调整的优质客户档案资料,交给档案管理员入柜加锁统一保管`,
    ],
    role: "archivist",
    satisfiedBy: ["records-locked"],
    time: "close-of-business",
    readings: [
      "The duty is that of the archivist who locks the records; managers hand them in before.",
      close,
      undated,
    ],
  },
  {
    ...base,
    ...daily,
    id: "source.next-day-plan",
    sources: [`${PLANS}, essay 5, 一(1): 在每个工作日结束时应做好次日工作的充分预备`],
    role: "relationship-manager",
    satisfiedBy: ["next-day-plan"],
    time: "end-of-day",
    readings: [
      "The record is for the working day on which the plan is made, not for the day it plans.",
      "The end of the working day is a manager's own, not that of the counters: due by the end of the day.",
      undated,
    ],
  },
  {
    ...base,
    ...daily,
    id: "source.journal",
    sources: [`${TRACE}, ❼二: 每天要寫一篇工作日記`],
    role: "relationship-manager",
    satisfiedBy: ["journal"],
    time: "end-of-day",
    readings: ["Each day is read as each working day.", wholeDay, undated],
  },
  {
    ...base,
    ...weekly,
    id: "source.referral-week-tally",
    sources: [`${PROCESS}, p. 20, 9(3): 填写优质客户推介统计表(日/周)`],
    role: "lobby-manager",
    satisfiedBy: ["referral-week-tally"],
    time: "close-of-business",
    readings: [lastWorkingDayOfWeek, close, undated],
  },
  {
    ...base,
    ...weekly,
    id: "source.weekly-summary",
    sources: [`${TRACE}, ❼二: 每周寫一篇工作總結`],
    role: "relationship-manager",
    satisfiedBy: ["weekly-summary"],
    time: "end-of-day",
    readings: [lastWorkingDayOfWeek, wholeDay, undated],
  },
  {
    ...base,
    ...weekly,
    id: "source.information-entry",
    sources: [`${TRACE}, ❶2: 每周按指定時間錄入客戶關系管理程序`],
    role: "relationship-manager",
    satisfiedBy: ["information-entry"],
    time: "end-of-day",
    readings: [
      "The appointed time (指定時間) is each bank's to set; until a house policy sets it, the last working day of the ISO week, and not at all in a week without one.",
      wholeDay,
      undated,
    ],
  },
  {
    ...base,
    ...weekly,
    id: "source.lecture",
    sources: [`${PLANS}, essay 3, 二: 每星期定期举办业务培训讲座,让每个客户经理轮番上台当老师`],
    role: "relationship-manager-supervisor",
    satisfiedBy: ["lecture"],
    time: "end-of-day",
    readings: [
      "Who holds the lecture takes turns; that it is held is read as a duty of the supervisor.",
      "The text gives a weekly lecture as an instance (如每星期); it is read as the cadence.",
      lastWorkingDayOfWeek,
      wholeDay,
      undated,
    ],
  },
  {
    ...base,
    id: "source.referral-month-summary",
    sources: [
      `${PROCESS}, p. 21, 9(5): 月初汇总上月优质客户推介统计表,统计上月各柜员推介优质客户数量,交理财中心负责人`,
    ],
    role: "lobby-manager",
    satisfiedBy: ["referral-month-summary"],
    cadence: { every: "month", on: "last-day", offset: { n: 1, in: "working-day" } },
    restDay: { rule: "next-working-day", beyondPeriod: "moves" },
    time: "end-of-day",
    readings: [
      "月初 is read as the first working day after the month the summary is for.",
      "The period of the duty is the month that is summarised.",
      wholeDay,
      undated,
    ],
  },
  {
    ...base,
    id: "source.follow-ups-in-work-log",
    sources: [`${PROCESS}, p. 25, (2): 需当月执行的计划直接记入执行日的客户经理日志(工作计划栏目)中`],
    role: "relationship-manager",
    satisfiedBy: ["follow-ups-in-work-log"],
    cadence: { every: "month", on: "first-day" },
    restDay: { rule: "next-working-day", beyondPeriod: "moves" },
    time: "end-of-day",
    readings: [
      "The plans of a month are read as written into the log on its first working day; plans made later go in as they are made.",
      wholeDay,
      undated,
    ],
  },
  {
    ...base,
    ...monthEnd,
    id: "source.market-analysis",
    sources: [`${TRACE}, ❼二: 每月寫一篇市場分析報告`],
    role: "relationship-manager",
    satisfiedBy: ["market-analysis"],
    time: "end-of-day",
    readings: [lastDayOfMonth, wholeDay, undated],
  },
  {
    ...base,
    ...monthEnd,
    id: "source.closing-records",
    sources: [`${PROCESS}, p. 57, (六): 详细填写优质客户异动销户记录表,每月上交客户经理主管`],
    role: "relationship-manager",
    satisfiedBy: ["closing-records"],
    time: "end-of-day",
    readings: ["A month without a closing is handed in as such.", lastDayOfMonth, wholeDay, undated],
  },
  {
    ...base,
    ...monthEnd,
    id: "source.closing-statistics",
    sources: [`${PROCESS}, p. 57, (六): 每月上交客户经理主管,做当月的销户统计分析`],
    role: "relationship-manager-supervisor",
    satisfiedBy: ["closing-statistics"],
    time: "end-of-day",
    readings: ["The analysis of a month is read as made within it (当月).", lastDayOfMonth, wholeDay, undated],
  },
  {
    ...base,
    ...monthEnd,
    id: "source.visit-log-check",
    sources: [`${PLANS}, essay 1, 一1: 走访人需具体填写《客户走访日志》,每月末交负责人核实处理状况,并填写看法`],
    role: "outlet-head",
    satisfiedBy: ["visit-log-check"],
    time: "end-of-day",
    readings: [
      "负责人 is read as the head of the outlet; that each visitor hands in the log before is not a duty of its own here.",
      "月末 is read as the last calendar day of the month, whether worked or not.",
      wholeDay,
      undated,
    ],
  },
  {
    ...base,
    id: "source.visit-report",
    sources: [`${PLANS}, essay 1, 一2: 每季度以报表的形式将走访结果报相关领导`],
    role: "outlet-head",
    satisfiedBy: ["visit-report"],
    cadence: { every: "quarter", on: "last-day" },
    restDay: { rule: "stays" },
    time: "end-of-day",
    readings: [
      "负责人 is read as the head of the outlet.",
      "The text names no day of the quarter: due on its last calendar day, whether worked or not.",
      wholeDay,
      undated,
    ],
  },
  {
    ...base,
    id: "source.strategy-plan",
    sources: [`${TRAINING}, p. 7-10: 客戶关系战略计划书, 八. 我行来年计划`],
    role: "relationship-manager",
    satisfiedBy: ["strategy-plan"],
    cadence: { every: "year", on: "last-day" },
    restDay: { rule: "stays" },
    time: "end-of-day",
    readings: [
      "A plan for the coming year (来年) is read as one plan each year, due on the last calendar day of the year before the one it plans, whether worked or not.",
      "The period of the duty is the year in which the plan is made; that each client has a plan is checked elsewhere.",
      wholeDay,
      undated,
    ],
  },
];
