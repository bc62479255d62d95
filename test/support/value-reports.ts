import { money, type Money } from "../../src/money/index.ts";
import {
  relationshipValue,
  type IncomeLine,
  type Statement,
  type ValueDossier,
  type ValueGroup,
} from "../../src/relationship-value/index.ts";

const cny = (amount: string): Money<"CNY"> => money(amount, "CNY");

type Row = readonly [id: string, client: string, item: IncomeLine["item"], amount: string, basis: IncomeLine["basis"]];

const linesOf = (period: string, rows: readonly Row[]): readonly IncomeLine[] =>
  rows.map(([id, client, item, amount, basis]) => ({
    id,
    client,
    product: item,
    item,
    period,
    amount: cny(amount),
    basis,
  }));

/** Income of 2026, and of the year before. */
export const sampleLines = {
  "2026": linesOf("2026", [
    ["L-1", "C-1", "asset", "1286400.00", "actual"],
    ["L-2", "C-1", "liability", "412650.50", "actual"],
    ["L-3", "C-1", "intermediary", "198320.00", "accrued"],
    ["L-4", "C-1", "intermediary", "36000.00", "estimated"],
    ["L-5", "C-2", "liability", "88000.25", "actual"],
    ["L-6", "C-3", "intermediary", "15000.00", "estimated"],
    ["L-7", "C-4", "asset", "640000.00", "actual"],
    ["L-8", "C-4", "intermediary", "-12000.00", "actual"],
    ["L-9", "C-1", "forum-attendance", "8000.00", "estimated"],
  ]),
  "2025": linesOf("2025", [
    ["K-1", "C-1", "asset", "1102000.00", "actual"],
    ["K-2", "C-1", "liability", "455100.00", "actual"],
    ["K-3", "C-1", "intermediary", "160000.00", "actual"],
    ["K-4", "C-2", "liability", "91000.00", "actual"],
    ["K-5", "C-4", "asset", "700000.00", "actual"],
  ]),
};

const groups: Readonly<Record<string, ValueGroup>> = { "C-1": { subsidiaries: ["C-2"], referred: ["C-3"] } };

/** The statement of a sample client. */
export const sampleStatement = (client: string, period: "2026" | "2025"): Statement<"CNY"> =>
  relationshipValue(sampleLines[period], {
    client,
    group: groups[client] ?? {},
    period,
    currency: "CNY",
    fewestReferred: 1,
  }).statement;

const fact = { basis: "actual", source: "核心系统日报", asOf: "2026-12-31" } as const;

/** Four clients of two managers: one with everything, one who is new, one of whom little is known. */
export const sampleDossiers: readonly ValueDossier<"CNY">[] = [
  {
    client: "C-1",
    manager: "E-1",
    value: sampleStatement("C-1", "2026"),
    prior: sampleStatement("C-1", "2025"),
    facts: [
      {
        ...fact,
        id: "F-1",
        kind: "amount",
        measure: "deposits-average",
        name: "活期",
        amount: cny("38600000.00"),
        prior: cny("35100000.00"),
      },
      {
        ...fact,
        id: "F-2",
        kind: "amount",
        measure: "deposits-average",
        name: "定期",
        amount: cny("12000000.00"),
        prior: cny("15000000.00"),
      },
      {
        ...fact,
        id: "F-3",
        kind: "amount",
        measure: "loans-average",
        amount: cny("82000000.00"),
        prior: cny("80000000.00"),
        source: "信贷系统",
      },
      {
        ...fact,
        id: "F-4",
        kind: "amount",
        measure: "aum",
        amount: cny("9500000.00"),
        basis: "estimated",
        source: "财富管理系统",
      },
      { ...fact, id: "F-5", kind: "count", measure: "products-used", count: 7 },
      {
        ...fact,
        id: "F-6",
        kind: "amount",
        measure: "expected-loss",
        amount: cny("246000.00"),
        basis: "estimated",
        source: "内评系统",
      },
      { ...fact, id: "F-7", kind: "text", measure: "risk-class", text: "正常", source: "信贷系统" },
      { ...fact, id: "F-8", kind: "share", measure: "deposit-deviation", share: "0.0312" },
      {
        ...fact,
        id: "F-9",
        kind: "share",
        measure: "raroc",
        share: "0.1640",
        basis: "estimated",
        source: "资产负债管理部",
      },
      {
        ...fact,
        id: "F-10",
        kind: "share",
        measure: "wallet-share",
        share: "0.3850",
        basis: "estimated",
        source: "客户访谈 V-7",
      },
      {
        ...fact,
        id: "F-11",
        kind: "amount",
        measure: "expected-income",
        amount: cny("180000.00"),
        basis: "estimated",
        source: "营销台账",
      },
    ],
    notApplicable: ["overdue"],
    needs: [
      { id: "N-1", text: "以美元支付境外供应商，希望锁定汇率成本", source: "访客报告 V-7", statedOn: "2026-11-03" },
      { id: "N-2", text: "员工薪酬代发及公务卡", source: "访客报告 V-9", statedOn: "2026-12-02" },
    ],
    judgement: {
      by: "E-1",
      on: "2026-06-30",
      everyMonths: 12,
      criteria: [
        { criterion: "existing-volume", finding: "存贷款稳步增长，结算主要在我行", evidence: ["F-1", "F-2", "F-3"] },
        { criterion: "combined-income", finding: "综合收益居分行前列，贷款收益占比偏高", evidence: ["asset", "F-9"] },
      ],
    },
    advice: [
      {
        id: "A-1",
        need: "N-1",
        product: "美元汇款及远期结售汇",
        item: "intermediary",
        expected: { amount: cny("96000.00"), basis: "estimated", method: "每月约 40 笔，按现行收费" },
        department: "国际业务部",
        by: "2027-02-26",
        reasons: ["客户主动提出", "有真实贸易背景"],
        evidence: ["N-1", "F-10"],
        unrelatedToCredit: true,
      },
      {
        id: "A-2",
        need: "N-2",
        product: "代发工资",
        item: "liability",
        department: "公司业务部",
        by: "2026-12-20",
        reasons: ["员工 1,200 人"],
        evidence: ["N-2"],
      },
    ],
  },
  {
    client: "C-2",
    manager: "E-1",
    value: sampleStatement("C-2", "2026"),
    prior: sampleStatement("C-2", "2025"),
    facts: [
      {
        ...fact,
        id: "F-1",
        kind: "amount",
        measure: "deposits-average",
        amount: cny("8200000.00"),
        prior: cny("8500000.00"),
      },
    ],
    needs: [],
    judgement: {
      by: "E-1",
      on: "2025-09-30",
      everyMonths: 12,
      criteria: [{ criterion: "existing-volume", finding: "平稳", evidence: ["F-1"] }],
    },
  },
  { client: "C-3", manager: "E-2", value: sampleStatement("C-3", "2026"), prior: "none" },
  {
    client: "C-4",
    manager: "E-2",
    value: sampleStatement("C-4", "2026"),
    prior: sampleStatement("C-4", "2025"),
    needs: [{ id: "N-1", text: "票据池", source: "电话记录 T-3", statedOn: "2026-10-12" }],
    advice: [
      {
        id: "A-1",
        need: "N-1",
        product: "票据池服务",
        item: "intermediary",
        expected: { amount: cny("54000.00"), basis: "estimated", method: "按池内余额 0.05%" },
        department: "交易银行部",
        by: "2027-03-31",
        reasons: ["客户提出"],
        evidence: ["N-1", "asset"],
        unrelatedToCredit: true,
      },
    ],
  },
];

/** What the sample's clients and staff are called. */
export const sampleNames = {
  clientNames: {
    "C-1": "样本制造有限公司",
    "C-2": "样本零件有限公司",
    "C-3": "样本商贸有限公司",
    "C-4": "样本能源有限公司",
  },
  staffNames: { "E-1": "王五", "E-2": "赵六" },
};
