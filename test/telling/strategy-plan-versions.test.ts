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
    [
      "服务“FX”：新增“客户是否有需要”的依据。",
      "服務「FX」：新增「客戶是否有需要」的依據。",
      "Added to Services, “FX”: “Needed by the client?” (evidence).",
    ],
    ["删除行动：a2。", "刪除行動：a2。", "Removed from Actions: a2."],
    [
      "行动“Forwards”：删去“预计推介时间”（原为2026年3月）。",
      "行動「Forwards」：刪去「預計推介時間」（原為2026年3月）。",
      "Withdrawn from Actions, “Forwards”: “Planned time of the pitch”, March 2026.",
    ],
    [
      "新增“年度目标”：¥500,000.00。",
      "新增「年度目標」：CN¥500,000.00。",
      "Added: the target for the year, CN¥500,000.00.",
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
  expect(refusals.flatMap((outcome) => (outcome.ok ? [] : [inAll(outcome)]))).toStrictEqual([
    [
      "修订记录与本计划书不符：/version的内容不同（操作序号0，从0起）。",
      "修訂記錄與本計劃書不符：/version的內容不同（操作序號0，由0起）。",
      "The patch does not fit this plan: /version is not as the patch expects (operation 0, counted from 0).",
    ],
    [
      "修订记录与本计划书不符：没有/value（操作序号0，从0起）。",
      "修訂記錄與本計劃書不符：沒有/value（操作序號0，由0起）。",
      "The patch does not fit this plan: there is nothing at /value (operation 0, counted from 0).",
    ],
    ["修订后的内容不是计划书。", "修訂後的內容不是計劃書。", "The patch would make something that is not a plan."],
  ]);
});

test("every conflict is told, with who is in it", () => {
  const order: StrategyPlan = {
    ...emptyPlan,
    actions: [{ id: "a1" }, { id: "a2" }, { id: "a3" }],
    services: [{ id: "s1", service: "FX" }],
    challenges: [{ id: "c1" }, { id: "c2" }],
  };
  const [one, two, three] = [{ id: "a1" }, { id: "a2" }, { id: "a3" }];
  const mine: StrategyPlan = {
    ...order,
    preparedBy: "E-1",
    preparedOn: "2026-01-02",
    actions: [two, one, three],
    services: [],
    challenges: [{ id: "c2" }],
  };
  const theirs: StrategyPlan = {
    ...order,
    preparedBy: "E-2",
    preparedOn: "2026-01-03",
    actions: [one, three, two, { id: "a4", clientNeed: { text: "n", service: "s1" } }],
    challenges: [{ id: "c1", challengeContent: "x" }, { id: "c2" }],
  };
  const outcome = mergePlans(order, mine, theirs);
  expect(outcome.ok ? [] : outcome.conflicts.map(inAll)).toStrictEqual([
    [
      "行动：E-1与E-2排列次序不同，须决定采用哪一方。",
      "行動：E-1與E-2排列次序不同，須決定採用哪一方。",
      "Actions: E-1 and E-2 have put the rows in different orders; decide whose order is taken.",
    ],
    [
      "挑战（c1）：E-1删除了该行，E-2作了修改，须决定是否保留。",
      "挑戰（c1）：E-1刪除了該行，E-2作了修改，須決定是否保留。",
      "Challenges, c1: E-1 removed the row, and E-2 changed it; decide whether it stays.",
    ],
    [
      "E-1与E-2对“编制日期”作了不同修改，须决定采用哪一方。",
      "E-1與E-2對「編製日期」作了不同修改，須決定採用哪一方。",
      "Changed differently by E-1 and E-2: the date of preparation; decide whose answer is taken.",
    ],
    [
      "服务“FX”：E-1删除了该行，E-2新填的内容引用了该行，须决定是否保留。",
      "服務「FX」：E-1刪除了該行，E-2新填的內容引用了該行，須決定是否保留。",
      "Services, “FX”: E-1 removed the row, and E-2 newly refers to it; decide whether it stays.",
    ],
  ]);
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
      value: { directIncome: { amount: cny("9.00"), period: "2024", basis: "actual" }, target: cny("100.00") },
      actions: [
        { id: "a1", progress: { state: "won" } },
        { id: "a2", plannedPitchTime: "2026-03" },
        { id: "a3", progress: { state: "pitched", actualDate: "2026-03-02" } },
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
  expect(entries.map(inAll)).toStrictEqual([
    [
      "计划年度改为2027年，新计划书尚未审批。",
      "計劃年度改為2027年，新計劃書尚未審批。",
      "The plan is now for 2027, and has not been approved.",
    ],
    [
      "决策人、联系人“A”：1项没有有效同意的个人业务留在原计划书。",
      "決策人、聯絡人「A」：1項沒有有效同意的個人業務留在原計劃書。",
      "Contacts, “A”: personal dealings without a consent in force (1) are left in the old plan.",
    ],
    [
      "服务“FX”：1项未注明日期的内容按2025年12月1日的资料结转，须重新确认。",
      "服務「FX」：1項未註明日期的內容按2025年12月1日的資料結轉，須重新確認。",
      "Services, “FX”: answers without a date (1) are taken over as known on 1 December 2025; confirm them.",
    ],
    [
      "原目标¥100.00不结转，新目标以新年度预算为准。",
      "原目標CN¥100.00不結轉，新目標以新年度預算為準。",
      "The old target of CN¥100.00 is not carried forward; the new budget sets the target.",
    ],
    [
      "客户关系价值：1项未注明日期的内容按2025年12月1日的资料结转，须重新确认。",
      "客戶關係價值：1項未註明日期的內容按2025年12月1日的資料結轉，須重新確認。",
      "Relationship value: answers without a date (1) are taken over as known on 1 December 2025; confirm them.",
    ],
    [
      "行动（a1）：留在原计划书（“已落地”）。",
      "行動（a1）：留在原計劃書（「已成交」）。",
      "Actions, a1: left in the old plan (Won).",
    ],
    [
      "行动（a2）：结转至新年度（原计划中为“计划中”），须重新安排。",
      "行動（a2）：結轉至新年度（原計劃中為「計劃中」），須重新安排。",
      "Actions, a2: carried forward (Planned in the old plan); plan it again.",
    ],
    [
      "行动（a3）：结转至新年度（原计划中为“已推介”），须重新安排。",
      "行動（a3）：結轉至新年度（原計劃中為「已推介」），須重新安排。",
      "Actions, a3: carried forward (Pitched in the old plan); plan it again.",
    ],
    [
      "挑战（c1）：已无未完成的预防工作，留在原计划书。",
      "挑戰（c1）：已沒有未完成的預防工作，留在原計劃書。",
      "Challenges, c1: left in the old plan, because nothing of it is open.",
    ],
    [
      "挑战（c2）：1项已结束的预防工作留在原计划书。",
      "挑戰（c2）：1項已結束的預防工作留在原計劃書。",
      "Challenges, c2: closed pieces of preventive work (1) are left in the old plan.",
    ],
  ]);
});
