import { expect, test } from "vitest";

import { CN } from "../../src/calendar/data/cn/index.ts";
import {
  dutiesDue,
  dutyRate,
  dutyStanding,
  prepareDutyPolicy,
  sourceDuties,
  type DutyEvidence,
  type DutyHolder,
  type DutyPolicy,
  type FallenDuty,
} from "../../src/duties/index.ts";
import { desk, manager, plainCalendar, policyOf } from "../duties/fixtures.ts";
import { lastOf, oneOf, thrownBy, told } from "../support/told.ts";

const monthly = (changes: Partial<DutyPolicy>): DutyPolicy =>
  policyOf({ cadence: { every: "month", on: "last-day" }, restDay: { rule: "stays" }, ...changes });
const reasonOf = (policy: DutyPolicy, period: string, holder: DutyHolder = manager, calendar = CN) =>
  dutiesDue([policy], [holder], period, { calendars: [calendar] }).row(0).reason;
const issueOf = (holder: Partial<DutyHolder>, policy = policyOf({})) =>
  lastOf(
    dutiesDue([policy], [manager, { ...manager, person: "E-2", ...holder }], "2026-02", {
      calendars: [CN, plainCalendar("plain")],
      hours: [desk],
    }).issues,
  );
const fallen = (policies: readonly DutyPolicy[], period: string) =>
  dutiesDue(policies, [manager], period, { calendars: [CN] }).fallenAway.map((one: FallenDuty) => ({
    code: one.because,
    ...one,
  }));
const due = dutiesDue([policyOf({})], [manager], "2026-02", { calendars: [CN] });
const record = { id: "R-1", person: "E-1", kind: "journal", at: "2026-02-13T18:00:00+08:00", for: "2026-02-13" };
const excuse = { person: "E-1", from: "2026-02-13", to: "2026-02-14", reason: "leave", approvedBy: "E-7" };
const standing = (evidence: Partial<DutyEvidence>) =>
  dutyStanding(due, { records: [], ...evidence }, { now: "2026-03-01T00:00:00+08:00" }).issues;
const badRecord = (...changes: readonly object[]) =>
  lastOf(standing({ records: changes.map((change) => ({ ...record, ...change })) }).records);
const badExcuse = (changes: object) => lastOf(standing({ excuses: [excuse, { ...excuse, ...changes }] }).excuses);
const weekly = sourceDuties.filter(({ id }) => id === "source.weekly-summary");
const fixed = (changes: Partial<DutyPolicy>): DutyPolicy =>
  policyOf({
    id: "source.strategy-plan",
    cadence: { every: "date", on: ["02-20"] },
    restDay: { rule: "falls-away" },
    ...changes,
  });

const reasons = {
  "each working day": reasonOf(policyOf({}), "2026-02"),
  "on its day": reasonOf(monthly({}), "2026-03"),
  "counted from its day": reasonOf(
    monthly({ cadence: { every: "month", on: "last-day", offset: { n: -5, in: "working-day" } } }),
    "2026-03",
  ),
  "moved from a holiday": reasonOf(
    policyOf({
      cadence: { every: "date", on: ["02-20"] },
      restDay: { rule: "next-working-day", beyondPeriod: "moves" },
    }),
    "2026-02",
  ),
  "moved from a weekend": reasonOf(
    policyOf({
      cadence: { every: "date", on: ["03-14"] },
      restDay: { rule: "next-working-day", beyondPeriod: "moves" },
    }),
    "2026-03",
  ),
  "stays on a holiday": reasonOf(
    policyOf({ cadence: { every: "date", on: ["02-20"] }, restDay: { rule: "stays" } }),
    "2026-02",
  ),
  "beyond the calendar": reasonOf(policyOf({ cadence: { every: "date", on: ["02-20"] } }), "2031-02"),
  "falls away": oneOf(fallen([fixed({})], "2026-02"), "falls-away"),
  "leaves its week": oneOf(fallen(weekly, "2026-02"), "leaves-period"),
  "a half-year that falls away": oneOf(
    fallen([policyOf({ id: "source.strategy-plan", cadence: { every: "half-year", on: "first-day" } })], "2026-01"),
    "falls-away",
  ),
  "a misspelt policy": thrownBy(() => prepareDutyPolicy({ ...policyOf({}), satisfied_by: [] } as never)),
  "no records": thrownBy(() => prepareDutyPolicy(policyOf({ satisfiedBy: [] }))),
  "a misspelt count": thrownBy(() => dutyRate({ alte: 1 } as never)),
  "two calendars of one id": thrownBy(() => dutiesDue([], [], "2026-02", { calendars: [CN, CN] })),
  "duties from elsewhere": thrownBy(() =>
    dutyStanding({} as never, { records: [] }, { now: "2026-03-01T00:00:00+08:00" }),
  ),
  "a row without a person": issueOf({ person: "" }),
  "a row that ends before it begins": issueOf({ from: "2026-02-02", to: "2026-02-02" }),
  "a calendar that is not there": issueOf({ calendar: "hk" }),
  "hours that are not there": issueOf({ hours: "none" }, policyOf({ time: "close-of-business" })),
  "hours that no row names": issueOf({}, policyOf({ time: "close-of-business" })),
  "hours in another zone": issueOf({ hours: "cn.desk", zone: "Asia/Tokyo" }),
  "hours of another calendar": issueOf({ hours: "cn.desk", calendar: "plain" }),
  "somebody twice in a role": issueOf({ person: "E-1" }),
  "a record id used twice": badRecord({}, {}),
  "a record before its day": badRecord({ at: "2026-02-12T18:00:00+08:00" }),
  "a record without a kind": badRecord({ kind: undefined }),
  "an excuse without a reason": badExcuse({ reason: "" }),
  "an excuse nobody approved": badExcuse({ approvedBy: undefined }),
  "an excuse of one's own": badExcuse({ approvedBy: "E-1" }),
  "an excuse that ends before it begins": badExcuse({ to: "2026-02-13" }),
  "an excuse for an unknown duty": badExcuse({ policies: ["acme.unknown"] }),
};

test.each<[keyof typeof reasons, string, string, string]>([
  ["each working day", "每个工作日均须完成。", "每個工作天均須完成。", "Owed on every working day."],
  ["on its day", "到期日即规定日期。", "到期日即指定日期。", "Due on the day set for it."],
  [
    "counted from its day",
    "到期日由规定日期2026年3月31日推算得出。",
    "到期日由指定日期2026年3月31日推算得出。",
    "The due date is counted from the day set, 31 March 2026.",
  ],
  [
    "moved from a holiday",
    "原定2026年2月20日（春节）到期，当日不是工作日，到期日移至相邻的工作日。",
    "原定2026年2月20日（春節）到期，當日並非工作天，到期日移至相鄰的工作天。",
    "20 February 2026 (Spring Festival) is not a working day, so the due date moves to the nearest working day that the rule allows.",
  ],
  [
    "stays on a holiday",
    "到期当日（春节）不是工作日，按规定到期日不变。",
    "到期當日（春節）並非工作天，按規定到期日維持不變。",
    "The due date is not a working day (Spring Festival); the rule leaves it where it is.",
  ],
  [
    "beyond the calendar",
    "规定日期为2031年2月20日，但工作日历“cn”的数据不足，到期日尚不能确定。",
    "指定日期為2031年2月20日，但工作日曆「cn」的資料不足，到期日未能確定。",
    "The day set is 20 February 2031, but the working calendar “cn” does not reach far enough to give the due date.",
  ],
  [
    "falls away",
    "“客户关系战略计划书”（2026年2月20日）免除：2026年2月20日（春节）不是工作日。",
    "「客戶關係策略計劃書」（2026年2月20日）獲豁免：2026年2月20日（春節）並非工作天。",
    "“Customer relationship strategy plan” is not owed for 20 February 2026: 20 February 2026 (Spring Festival) is not a working day.",
  ],
  [
    "leaves its week",
    "“每周工作总结”（2026年第8周）免除：2026年2月22日（春节）不是工作日，可移至的工作日又不在本期之内。",
    "「每星期工作總結」（2026年第8週）獲豁免：2026年2月22日（春節）並非工作天，可移至的工作天又不在本期之內。",
    "“Weekly summary” is not owed for week 8 of 2026: 22 February 2026 (Spring Festival) is not a working day, and the working day it would move to is outside the period.",
  ],
  [
    "a half-year that falls away",
    "“客户关系战略计划书”（2026年1月1日至2026年6月30日）免除：2026年1月1日（元旦）不是工作日。",
    "「客戶關係策略計劃書」（2026年1月1日至2026年6月30日）獲豁免：2026年1月1日（元旦）並非工作天。",
    "“Customer relationship strategy plan” is not owed for 1 January 2026 to 30 June 2026: 1 January 2026 (New Year’s Day) is not a working day.",
  ],
  [
    "a misspelt policy",
    "职责规定有误：policy.satisfied_by，是否应为 satisfiedBy。",
    "職責規定有誤：policy.satisfied_by，是否應為 satisfiedBy。",
    "The duty policy is not valid at policy.satisfied_by; perhaps satisfiedBy was meant.",
  ],
  [
    "no records",
    "职责规定有误：policy.satisfiedBy，收到的是空列表，至少须有 1 项。",
    "職責規定有誤：policy.satisfiedBy，收到的是空白清單，至少須有 1 項。",
    "The duty policy is not valid at policy.satisfiedBy: an empty list was given; it must have 1 or more entries.",
  ],
  [
    "two calendars of one id",
    "有两个工作日历或工作时间的编号同为“cn”，无法确定使用哪一个：context.calendars[1]。",
    "有兩個工作日曆或工作時間的編號同為「cn」，無法確定使用哪一個：context.calendars[1]。",
    "Two working calendars, or two working hours, have the ID “cn”, and nothing says which to use (context.calendars[1]).",
  ],
  [
    "duties from elsewhere",
    "所提供的职责不是由本系统计算得出：duties。",
    "所提供的職責並非由本系統計算得出：duties。",
    "The duties were not computed by this library (duties).",
  ],
  [
    "a row without a person",
    "第2行：该条资料有误：person，收到的是空文本。",
    "第2行：該項資料有誤：person，收到的是空白文字。",
    "Row 2: The row is not valid at person: an empty text was given.",
  ],
  [
    "a row that ends before it begins",
    "第2行：结束日期2026年2月2日不晚于开始日期2026年2月2日：to。",
    "第2行：結束日期2026年2月2日並非在開始日期2026年2月2日之後：to。",
    "Row 2: The end date, 2 February 2026, is not after the start date, 2 February 2026 (to).",
  ],
  [
    "a calendar that is not there",
    "第2行：未提供工作日历“hk”：calendar。",
    "第2行：未有提供工作日曆「hk」：calendar。",
    "Row 2: The working calendar “hk” was not given (calendar).",
  ],
  [
    "hours that are not there",
    "第2行：未提供工作时间“none”，到期时间不能确定：hours。",
    "第2行：未有提供工作時間「none」，到期時間未能確定：hours。",
    "Row 2: The working hours “none” were not given, so due times are not known (hours).",
  ],
  [
    "hours in another zone",
    "第2行：工作时间“cn.desk”的时区与该条资料的时区 Asia/Tokyo 不同：hours。",
    "第2行：工作時間「cn.desk」的時區與該項資料的時區 Asia/Tokyo 不同：hours。",
    "Row 2: The working hours “cn.desk” are not in the time zone of the row, Asia/Tokyo (hours).",
  ],
  [
    "hours of another calendar",
    "第2行：工作时间“cn.desk”所依据的不是该条资料的工作日历“plain”：hours。",
    "第2行：工作時間「cn.desk」所依據的並非該項資料的工作日曆「plain」：hours。",
    "Row 2: The working hours “cn.desk” do not go with the working calendar of the row, “plain” (hours).",
  ],
  [
    "somebody twice in a role",
    "第2行：该人员的同一角色已有另一条资料，两者的起止日期重叠：from。",
    "第2行：該職員的同一職位已有另一項資料，兩者的起止日期重疊：from。",
    "Row 2: Another row has the same person in the same role, and the dates of the two overlap (from).",
  ],
  [
    "a record id used twice",
    "第2行：记录编号“R-1”与前面的记录相同，未计入。",
    "第2行：紀錄編號「R-1」與之前的紀錄相同，未有計算。",
    "Row 2: The record “R-1” has the ID of an earlier one and does not count.",
  ],
  [
    "a record before its day",
    "第1行：记录“R-1”于 2026年2月12日 18:00 作出，当时2026年2月13日所在的期间尚未开始，未计入。",
    "第1行：紀錄「R-1」於 2026年2月12日 18:00 作出，當時2026年2月13日所屬的期間尚未開始，未有計算。",
    "Row 1: The record “R-1” of 12 February 2026 at 18:00 does not count: the period that 13 February 2026 belongs to had not begun.",
  ],
  [
    "an excuse without a reason",
    "第2行：准予免除须注明原因：reason，收到的是空文本。",
    "第2行：豁免須註明原因：reason，收到的是空白文字。",
    "Row 2: The reason for an exemption is missing or not valid at reason: an empty text was given.",
  ],
  [
    "an excuse nobody approved",
    "第2行：准予免除须注明批准人：approvedBy，收到的是空缺。",
    "第2行：豁免須註明批准人：approvedBy，收到的是空缺。",
    "Row 2: The approver of an exemption is missing or not valid at approvedBy: nothing was given.",
  ],
  [
    "an excuse of one's own",
    "第2行：准予免除不得由本人批准：approvedBy。",
    "第2行：豁免不得由本人批准：approvedBy。",
    "Row 2: Nobody may approve their own exemption (approvedBy).",
  ],
  [
    "an excuse for an unknown duty",
    "第2行：没有编号为“acme.unknown”的职责：policies[0]。",
    "第2行：沒有編號為「acme.unknown」的職責：policies[0]。",
    "Row 2: There is no duty policy “acme.unknown” (policies[0]).",
  ],
])("%s, in three languages", (name, ...sentences) => {
  expect(told(reasons[name])).toStrictEqual(sentences);
});

test.each(Object.entries(reasons))("nothing of the code or the template shows: %s", (_, reason) => {
  told(reason);
});
