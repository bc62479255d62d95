import { describe, expect, test } from "vitest";

import {
  advance,
  canonicalJson,
  checkCase,
  countBy,
  countMeasure,
  defineCaseFlow,
  defineLifecycle,
  mergeTallies,
  openItemBoard,
  orThrow,
  policyAt,
  readDecimal,
  readInteger,
  replay,
  roundsAway,
  toDayNumber,
  toInstantParts,
  transition,
  allowedEvents,
  issueOf,
  type Policy,
  type RoundingMode,
} from "../../src/core/index.ts";
import { instantOf } from "../../src/calendar/index.ts";
import type { Reason } from "../../src/telling/index.ts";
import {
  assess,
  at,
  decide,
  definition,
  flow,
  lifecycle,
  nominate,
  policyOf,
  proposed,
  refusedWith,
  remark,
  rule,
  taken,
} from "../core/nominations.ts";
import { given, thrownBy, told } from "../support/told.ts";

const assessed = taken([nominate(1, "A", "D"), assess(5, "B")]);
const decided = taken([decide(6, "C")], assessed);
const team = rule(["assess", "decide"], { relation: "same-team" });
const policy = (version: string, effectiveFrom: string, effectiveTo?: string): Policy => ({
  id: "acme.fee",
  version,
  status: "house",
  effectiveFrom,
  ...(effectiveTo === undefined ? {} : { effectiveTo }),
  sources: ["circular 7"],
});
const item = {
  id: "complaints/C-1/answer",
  kind: "answer",
  owner: "E-9",
  title: "Answer",
  origin: "C-1",
  since: "2026-02-10",
  due: null,
  mandatory: true,
  state: "open",
} as const;
const onBoard = (...items: readonly object[]): Reason =>
  given(openItemBoard(items as never, { asOf: "2026-02-13", by: "owner" }).issues[0]);
const counted = (name: string) => countBy([{ key: "B-1" }], { [name]: ({ key }: { readonly key: string }) => key });
const thrownByItself = (): unknown => ({ name: "DomainError", code: "acme/wrong", path: [], details: {} });

/** A reason, and its sentences in simplified Chinese, traditional Chinese as in Hong Kong, and English. */
const rows: readonly (readonly [name: string, reason: () => Reason, zhHans: string, zhHantHK: string, en: string])[] = [
  [
    "a step out of place",
    () => given(refusedWith(assessed, assess(6, "B"), [])),
    "当前状态下不能办理这一步骤。",
    "個案目前的狀態不容許這一步驟。",
    "The step is not possible in the present state of the case.",
  ],
  [
    "a step a table does not have",
    () => transition(lifecycle, "decided", "assess") as Reason,
    "当前状态下不能办理这一步骤。",
    "個案目前的狀態不容許這一步驟。",
    "The step is not possible in the present state of the case.",
  ],
  [
    "a note after the end",
    () => given(refusedWith(decided, remark(7, "C"), [])),
    "事项已结束，不能再登记。",
    "個案已完結，不能再加入紀錄。",
    "The case is over; nothing more can be recorded in it.",
  ],
  [
    "a step before the last entry",
    () => given(refusedWith(assessed, decide(2, "B"), [])),
    "所填时间（2026年2月13日 10:02）早于最近一条记录（2026年2月13日 10:05），请核对。",
    "所填時間（2026年2月13日 10:02）早於最近一項紀錄（2026年2月13日 10:05），請核對。",
    "The time, 13 February 2026 at 10:02, is before that of the last entry, 13 February 2026 at 10:05; check the time.",
  ],
  [
    "one person in both",
    () => given(refusedWith(assessed, decide(6, "B"), [rule(["assess", "decide"])])),
    "按职责分离规定“separationRule.S-1”，B 不能办理这一步骤：双方不得为同一人，请由其他人办理。",
    "按職責分隔規定「separationRule.S-1」，B 不可處理這一步驟：雙方不得為同一人，請由其他人處理。",
    "The segregation rule “separationRule.S-1” does not allow B to take this step: the two sides must not be the same person. Someone else must take it.",
  ],
  [
    "two people of one team",
    () =>
      given(
        refusedWith(assessed, decide(6, "C"), [team], {
          teams: [
            { person: "B", team: "T", from: at(0) },
            { person: "C", team: "T", from: at(0) },
          ],
        }),
      ),
    "按职责分离规定“separationRule.S-1”，C 不能办理这一步骤：双方不得为同一人或同一团队的人，请由其他人办理。",
    "按職責分隔規定「separationRule.S-1」，C 不可處理這一步驟：雙方不得為同一人或同一團隊的人，請由其他人處理。",
    "The segregation rule “separationRule.S-1” does not allow C to take this step: the two sides must not be the same person or in the same team. Someone else must take it.",
  ],
  [
    "a linked case that is missing",
    () =>
      given(
        refusedWith(taken([nominate(1, "A", "D"), assess(2, "B")], proposed({ links: ["N-0"] })), decide(6, "C"), [
          rule(["assess", "decide"]),
        ]),
      ),
    "无法确认是否符合职责分离规定“separationRule.S-1”：没有关联事项的记录（N-0），请补充后再办理。",
    "無法確定是否符合職責分隔規定「separationRule.S-1」：沒有相關個案的紀錄（N-0），請補充後再處理。",
    "It cannot be determined whether the step complies with the segregation rule “separationRule.S-1”: the records of linked cases are missing (N-0). Supply what is missing first.",
  ],
  [
    "all other cases missing",
    () => given(refusedWith(assessed, decide(6, "C"), [rule(["assess", "decide"], { scope: "always" })])),
    "无法确认是否符合职责分离规定“separationRule.S-1”：没有其他事项的记录，请补充后再办理。",
    "無法確定是否符合職責分隔規定「separationRule.S-1」：沒有其他個案的紀錄，請補充後再處理。",
    "It cannot be determined whether the step complies with the segregation rule “separationRule.S-1”: the records of all other cases are missing. Supply what is missing first.",
  ],
  [
    "a person whose team is not known",
    () => given(refusedWith(assessed, decide(6, "C"), [team], { teams: [{ person: "B", team: "T", from: at(0) }] })),
    "无法确认是否符合职责分离规定“separationRule.S-1”：不清楚有关人员当时所属的团队（C），请补充后再办理。",
    "無法確定是否符合職責分隔規定「separationRule.S-1」：不清楚有關人員當時所屬的團隊（C），請補充後再處理。",
    "It cannot be determined whether the step complies with the segregation rule “separationRule.S-1”: the team of a person at that time is not known (C). Supply what is missing first.",
  ],
  [
    "a date that does not exist",
    () => thrownBy(() => toDayNumber("2026-02-30")),
    '日期有误：date，收到的是"2026-02-30"。须为存在的日期，并按 YYYY-MM-DD 填写。',
    '日期有誤：date，收到的是"2026-02-30"。必須為存在的日期，並按 YYYY-MM-DD 填寫。',
    'A date is not valid at date: "2026-02-30" was given. It must exist and be written as YYYY-MM-DD.',
  ],
  [
    "a clock time beyond the years",
    () => thrownBy(() => instantOf("9999-12-31", "24:00", "UTC")),
    "日期有误：date，9999年12月31日 24:00（时区 UTC）超出公元 1 年至 9999 年。须为存在的日期，并按 YYYY-MM-DD 填写。",
    "日期有誤：date，9999年12月31日 24:00（時區 UTC）超出公元 1 年至 9999 年。必須為存在的日期，並按 YYYY-MM-DD 填寫。",
    "A date is not valid at date: 31 December 9999, 24:00 in UTC is outside the years 1 to 9999. It must exist and be written as YYYY-MM-DD.",
  ],
  [
    "a moment without an offset",
    () => thrownBy(() => toInstantParts("2026-02-13T10:00:00")),
    '时间有误：instant，收到的是"2026-02-13T10:00:00"。请按 YYYY-MM-DDThh:mm:ss 填写，并带 Z 或时差。',
    '時間有誤：instant，收到的是"2026-02-13T10:00:00"。請按 YYYY-MM-DDThh:mm:ss 填寫，並帶 Z 或時差。',
    'A moment is not valid at instant: "2026-02-13T10:00:00" was given. Write it as YYYY-MM-DDThh:mm:ss with Z or an offset.',
  ],
  [
    "a number out of range",
    () => thrownBy(() => readInteger(7, "month", 1, 6)),
    '须为整数：month，收到的是"7"，应不小于 1，应不大于 6。',
    '必須為整數：month，收到的是"7"，不應小於 1，不應大於 6。',
    'A whole number is needed at month: "7" was given; minimum 1; maximum 6.',
  ],
  [
    "a decimal with a comma",
    () => thrownBy(() => readDecimal("1,000", "value")),
    '数值有误：value，收到的是"1,000"。请写成不带千位分隔符的数，如 -0.0325。',
    '數值有誤：value，收到的是"1,000"。請寫成不帶千位分隔號的數字，例如 -0.0325。',
    'A number is not valid at value: "1,000" was given. Write it as a plain decimal such as -0.0325.',
  ],
  [
    "a policy without a source",
    () => thrownBy(() => policyAt([{ ...policy("1", "2026-01-01"), sources: [] }], "2026-03-01")),
    "规则有误：list[0].sources，收到的是空列表，至少须有 1 项。",
    "規則有誤：list[0].sources，收到的是空白清單，至少須有 1 項。",
    "The policy is not valid at list[0].sources: an empty list was given; it must have 1 or more entries.",
  ],
  [
    "a policy with a status nobody knows",
    () => thrownBy(() => policyAt([{ ...policy("1", "2026-01-01"), status: "hose" as never }], "2026-02-01")),
    "规则有误：list[0].status，收到的是4个字符的文本，只能是 source、regulation、example、house，是否应为 house。",
    "規則有誤：list[0].status，收到的是4個字元的文字，只可以是 source、regulation、example、house，是否應為 house。",
    "The policy is not valid at list[0].status: a text of length 4 was given; allowed: source, regulation, example, house; perhaps house was meant.",
  ],
  [
    "a policy for no day",
    () => thrownBy(() => policyAt([policy("1", "2026-01-01", "2026-01-01")], "2026-02-01")),
    "规则“acme.fee”（版本 1）有误：list[0].effectiveTo，失效日2026年1月1日不晚于生效日2026年1月1日。",
    "規則「acme.fee」（版本 1）有誤：list[0].effectiveTo，失效日2026年1月1日不遲於生效日2026年1月1日。",
    "The policy “acme.fee” (version 1) is not valid at list[0].effectiveTo: the end 1 January 2026 is not after the beginning 1 January 2026.",
  ],
  [
    "two versions at a time",
    () => thrownBy(() => policyAt([policy("1", "2026-01-01"), policy("2", "2026-01-01")], "2026-02-01")),
    "规则有误：list[1]，2026年2月1日有多个版本同时生效（1、2）。",
    "規則有誤：list[1]，2026年2月1日有多個版本同時生效（1、2）。",
    "The policy is not valid at list[1]: several versions (1, 2) are in force at once on 1 February 2026.",
  ],
  [
    "no policy in force",
    () => thrownBy(() => policyAt([policy("1", "2026-01-01")], "2025-12-31")),
    "2025年12月31日没有生效的规则，请核对日期或补充规则版本。",
    "2025年12月31日沒有生效的規則，請核對日期或補充規則版本。",
    "No policy is in force on 31 December 2025; check the date or add the version that is missing.",
  ],
  [
    "a refusal where an answer is needed",
    () => thrownBy(() => orThrow({ ok: false, reason: "no-root" })),
    "没有得到所需的结果，原因是“no-root”。",
    "未有得到所需的結果，原因是「no-root」。",
    "The result needed was not obtained, for the reason “no-root”.",
  ],
  [
    "another status than needed",
    () =>
      thrownBy(() =>
        orThrow({ status: "not-a-customer" } as { status: "classified" } | { status: "not-a-customer" }, "classified"),
      ),
    "没有得到所需的结果，原因是“not-a-customer”，需要的是“classified”。",
    "未有得到所需的結果，原因是「not-a-customer」，需要的是「classified」。",
    "The result needed was not obtained, for the reason “not-a-customer”; “classified” was expected.",
  ],
  [
    "not an outcome",
    () => thrownBy(() => orThrow(7 as never)),
    '不是可读取的结果：outcome，收到的是"7"（数字）。',
    '並非可讀取的結果：outcome，收到的是"7"（數字）。',
    'This cannot be read as an outcome at outcome: "7" was given (a number).',
  ],
  [
    "not a path",
    () => thrownBy(() => issueOf(thrownByItself(), [null] as never)),
    "位置有误：at，收到的是1项的列表。位置须由名称和序号组成。",
    "位置有誤：at，收到的是1項的清單。位置必須由名稱和序號組成。",
    "A path is not valid at at: a list of length 1 was given. It must be made up of names and indexes.",
  ],
  [
    "not a way of rounding",
    () => thrownBy(() => roundsAway("bankers" as RoundingMode, false, false, 0)),
    "舍入方式有误：mode，收到的是7个字符的文本，只能是 half-even、half-up、half-down、up、down、ceiling、floor。",
    "捨入方式有誤：mode，收到的是7個字元的文字，只可以是 half-even、half-up、half-down、up、down、ceiling、floor。",
    "The rounding method is not valid at mode: a text of length 7 was given; allowed: half-even, half-up, half-down, up, down, ceiling, floor.",
  ],
  [
    "a state that is never reached",
    () => thrownBy(() => defineLifecycle<string, string>({ initial: "open", table: { open: {}, closed: {} } })),
    "流转表有误：table.closed，状态“closed”不在表中，或无法到达。",
    "狀態轉換表有誤：table.closed，狀態「closed」不在表中，或無法到達。",
    "The table of steps is not valid at table.closed: the state “closed” is not in it or is never reached.",
  ],
  [
    "a state that is not there",
    () => thrownBy(() => allowedEvents(lifecycle, "closed" as never)),
    "没有这个状态：收到的是6个字符的文本，只能是 open、assessed、decided。",
    "沒有這個狀態：收到的是6個字元的文字，只可以是 open、assessed、decided。",
    "There is no such state: a text of length 6 was given; allowed: open, assessed, decided.",
  ],
  [
    "something JSON cannot hold",
    () => thrownBy(() => canonicalJson({ rate: Number.NaN })),
    '有不能存为 JSON 的内容（"number"）：rate。',
    '有不能存為 JSON 的內容（"number"）：rate。',
    'There is something that JSON cannot hold ("number") at rate.',
  ],
  [
    "a row in no part",
    () =>
      thrownBy(() =>
        countBy([{ key: "B-1" }], { outlet: ({ key }) => key }, { parts: ["kept", "lost"], of: () => "late" }),
      ),
    "有一项不属于任何分类（rows[0]）：收到的是4个字符的文本，只能是 kept、lost。",
    "有一項不屬於任何分類（rows[0]）：收到的是4個字元的文字，只可以是 kept、lost。",
    "A row belongs to no part at rows[0]: a text of length 4 was given; allowed: kept, lost.",
  ],
  [
    "not a tally",
    () => thrownBy(() => mergeTallies(counted("outlet"), { total: -1, by: [] })),
    '统计结果有误：b.total，收到的是"-1"，应不小于 0，应不大于 9,007,199,254,740,991。',
    '統計結果有誤：b.total，收到的是"-1"，不應小於 0，不應大於 9,007,199,254,740,991。',
    'The counts are not valid at b.total: "-1" was given; minimum 0; maximum 9,007,199,254,740,991.',
  ],
  [
    "two tallies that differ",
    () => thrownBy(() => mergeTallies(counted("outlet"), counted("month"))),
    "两份统计的口径不同，不能合并（b.by）：一份按 outlet，另一份按 month。",
    "兩份統計的分類不同，不能合併（b.by）：一份按 outlet，另一份按 month。",
    "The two counts are made in different ways and cannot be merged at b.by: one by outlet, the other by month.",
  ],
  [
    "an open item with a wrong state",
    () => onBoard({ ...item, state: "closed" }),
    "第1行：待办事项有误：state，收到的是6个字符的文本，只能是 open、done、dropped。",
    "第1行：待辦事項有誤：state，收到的是6個字元的文字，只可以是 open、done、dropped。",
    "Row 1: The open item is not valid at state: a text of length 6 was given; allowed: open, done, dropped.",
  ],
  [
    "an open item of another kind than its id says",
    () => onBoard({ ...item, kind: "visit" }),
    "第1行：待办事项“complaints/C-1/answer”有误：id，类别为“visit”。",
    "第1行：待辦事項「complaints/C-1/answer」有誤：id，類別為「visit」。",
    "Row 1: The open item “complaints/C-1/answer” is not valid at id: its kind is “visit”.",
  ],
  [
    "an open item twice",
    () => onBoard(item, item),
    "第2行：待办事项“complaints/C-1/answer”有误：id，编号与序号 0 的一项相同（序号从 0 起）。",
    "第2行：待辦事項「complaints/C-1/answer」有誤：id，編號與序號 0 的一項相同（序號由 0 起）。",
    "Row 2: The open item “complaints/C-1/answer” is not valid at id: its ID is that of row 0, counted from 0.",
  ],
  [
    "an open item that is closed",
    () => onBoard({ ...item, closedOn: "2026-02-11" }),
    "第1行：待办事项“complaints/C-1/answer”有误：closedOn，办结日的有无与状态“待办”不符。",
    "第1行：待辦事項「complaints/C-1/answer」有誤：closedOn，辦妥日的有無與狀態「待辦」不符。",
    "Row 1: The open item “complaints/C-1/answer” is not valid at closedOn: its state is “Open”.",
  ],
  [
    "an open item closed before it began",
    () => onBoard({ ...item, state: "done", closedOn: "2026-02-09" }),
    "第1行：待办事项“complaints/C-1/answer”有误：closedOn，办结日2026年2月9日早于起始日2026年2月10日。",
    "第1行：待辦事項「complaints/C-1/answer」有誤：closedOn，辦妥日2026年2月9日早於起始日2026年2月10日。",
    "Row 1: The open item “complaints/C-1/answer” is not valid at closedOn: it was closed on 9 February 2026, before it began on 10 February 2026.",
  ],
  [
    "a record counted twice",
    () =>
      thrownBy(() => countMeasure({ subject: "E-9", measure: "complaints/upheld", period: "2026-02" }, ["C-1", "C-1"])),
    "指标有误：records[1]，记录“C-1”重复计算。",
    "指標有誤：records[1]，紀錄「C-1」重複計算。",
    "The measure is not valid at records[1]: the record “C-1” is counted twice.",
  ],
  [
    "a flow with a name twice",
    () => thrownBy(() => defineCaseFlow({ ...definition, over: ["closed"] } as never)),
    "流程有误：flow.over，名称“closed”不存在、重复或另有他用。",
    "流程有誤：flow.over，名稱「closed」不存在、重複或另有用途。",
    "The case flow is not valid at flow.over: the name “closed” is unknown or has more than one use.",
  ],
  [
    "a history that does not follow",
    () => thrownBy(() => replay(flow, [...proposed().history, decide(1, "C")])),
    "事项记录有误：history[1]，2026年2月13日 10:01 的记录与之前不衔接。",
    "個案紀錄有誤：history[1]，2026年2月13日 10:01 的紀錄與之前不銜接。",
    "The case is not valid at history[1]: the entry of 13 February 2026 at 10:01 does not follow from what came before.",
  ],
  [
    "a history of nothing",
    () => thrownBy(() => replay(flow, [])),
    "事项记录有误：history[0]。",
    "個案紀錄有誤：history[0]。",
    "The case is not valid at history[0].",
  ],
  [
    "a person without an id",
    () => thrownBy(() => advance(flow, proposed(), nominate(1, " ", "D"), { policy: policyOf() })),
    '事项记录有误：step.by，收到的是" "。',
    '個案紀錄有誤：step.by，收到的是" "。',
    'The case is not valid at step.by: " " was given.',
  ],
  [
    "a rule used twice",
    () => thrownBy(() => refusedWith(assessed, decide(6, "C"), [team, team])),
    "职责分离规定或团队名单有误：separation[1].id，“S-1”重复。",
    "職責分隔規定或團隊名單有誤：separation[1].id，「S-1」重複。",
    "The segregation-of-duties rules, or the teams, are not valid at separation[1].id: “S-1” is used twice.",
  ],
  [
    "a team that ends before it begins",
    () =>
      thrownBy(() =>
        refusedWith(assessed, decide(6, "C"), [team], { teams: [{ person: "B", team: "T", from: at(5), to: at(1) }] }),
      ),
    "职责分离规定或团队名单有误：teams[0].to，终点 2026年2月13日 10:01 须晚于起点 2026年2月13日 10:05。",
    "職責分隔規定或團隊名單有誤：teams[0].to，終點 2026年2月13日 10:01 必須遲於起點 2026年2月13日 10:05。",
    "The segregation-of-duties rules, or the teams, are not valid at teams[0].to: the end 13 February 2026 at 10:01 is not after the beginning 13 February 2026 at 10:05.",
  ],
];

describe("what core says", () => {
  test.each(rows)("%s", (_, reason, ...sentences) => {
    expect(told(reason())).toEqual(sentences);
  });

  test("a stored case is told step by step under the codes of its room, with the details of casework", () => {
    const kase = { ...assessed, history: [...assessed.history, assess(6, "B")] };
    const [issue] = checkCase(flow, proposed(), kase, { policy: policyOf() });
    expect(issue).toEqual({
      code: "nominations/transition-not-allowed",
      path: ["history", 3],
      details: { from: "assessed", type: "assess" },
    });
  });
});
