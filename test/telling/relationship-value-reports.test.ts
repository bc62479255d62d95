import { expect, test } from "vitest";

import { businessAdviceReport } from "../../src/relationship-value/index.ts";
import { en } from "../../src/labels/en.ts";
import { valueReportDocument, type ValueReport } from "../../src/rendering/index.ts";
import type { Reason } from "../../src/telling/index.ts";
import { given, thrownBy, told } from "../support/told.ts";
import { sampleDossiers, sampleStatement } from "../support/value-reports.ts";

const [one = expect.unreachable()] = sampleDossiers;
const terms = { period: "2026", currency: "CNY", asOf: "2026-12-31" } as const;

/** The first issue of the sample's first client with something else in it. */
const issueOf = (changes: object): Reason => given(businessAdviceReport([{ ...one, ...changes }], terms).issues[0]);
const advice = (changes: object) => ({ advice: [{ ...one.advice?.[0], ...changes }] });

test("what leaves something out of a report is told in three languages", () => {
  const fact = { ...one.facts?.[4], asOf: "2027-01-05" };
  const reasons: readonly Reason[] = [
    issueOf({ facts: [fact], judgement: undefined, advice: [] }),
    given(businessAdviceReport([one, one], terms).issues[0]),
    issueOf(advice({ evidence: ["X-9"] })),
    issueOf({ value: sampleStatement("C-1", "2025") }),
    issueOf(advice({ evidence: [] })),
    given(businessAdviceReport([{ ...one, ...advice({ unrelatedToCredit: false }) } as typeof one], terms).findings[0]),
    thrownBy(() => valueReportDocument({ kind: "none" } as unknown as ValueReport, { labels: en })),
  ];
  expect(reasons.map(told)).toMatchInlineSnapshot(`
    [
      [
        "第1行：2027年1月5日晚于报告日2026年12月31日，该项不列入报告（facts[0].asOf）。",
        "第1行：2027年1月5日遲於報告日2026年12月31日，該項不列入報告（facts[0].asOf）。",
        "Row 1: 5 January 2027 is after the day of the report, 31 December 2026, so the entry is left out (facts[0].asOf).",
      ],
      [
        "第2行：编号“C-1”重复，后一项不列入报告（client）。",
        "第2行：編號「C-1」重複，後一項不列入報告（client）。",
        "Row 2: There is already an entry “C-1”, so the second one is left out (client).",
      ],
      [
        "第1行：“A-1”所引用的“X-9”不在该客户的资料中，该项不列入报告（advice[0].evidence[0]）。",
        "第1行：「A-1」所引用的「X-9」不在該客戶的資料中，該項不列入報告（advice[0].evidence[0]）。",
        "Row 1: “A-1” refers to “X-9”, which is not among what is known of the client, so it is left out (advice[0].evidence[0]).",
      ],
      [
        "第1行：该项收益不属于报告所指的客户或期间，该客户不列入报告（value.conventions.period）。",
        "第1行：該項收益不屬於報告所指的客戶或期間，該客戶不列入報告（value.conventions.period）。",
        "Row 1: The income is of another client or period than the report, so the client is left out (value.conventions.period).",
      ],
      [
        "第1行：“A-1”没有依据，不列入报告（advice[0].evidence）。",
        "第1行：「A-1」沒有依據，不列入報告（advice[0].evidence）。",
        "Row 1: “A-1” rests on no evidence and is left out of the report (advice[0].evidence).",
      ],
      [
        "第1行：业务建议 A-1（中间业务）针对客户 C-1，客户 C-1 有授信或申请授信：未确认与授信无关；不得以贷收费、不得存贷挂钩（银监会“七不准”），在香港另须遵守《防止贿赂条例》（第 201 章）第 9 条。",
        "第1行：業務建議 A-1（收費業務（非利息收入））針對客戶 C-1，客戶 C-1 有信貸或申請信貸：未確認與信貸無關；須符合《防止賄賂條例》（第 201 章）第 9 條，在內地不得以貸收費、不得存貸掛鈎（「七不准」）。",
        "Row 1: Advice A-1 (Fee-based business) is for client C-1, and client C-1 has or seeks credit: not confirmed as unrelated to credit. In mainland China no fee or deposit may be the price of a loan (seven prohibitions of 2012); in Hong Kong see section 9 of the Prevention of Bribery Ordinance.",
      ],
      [
        "报告的内容有误：report.kind，收到的是4个字符的文本，只能是 statistics、evaluation、advice。",
        "報告的內容有誤：report.kind，收到的是4個字元的文字，只可以是 statistics、evaluation、advice。",
        "The report is not valid at report.kind: a text of length 4 was given; allowed: statistics, evaluation, advice.",
      ],
    ]
  `);
});

test("an income line is told as before", () => {
  const { report, findings } = businessAdviceReport([one], terms);
  expect(report.rows).toHaveLength(2);
  const details = Object.fromEntries(Object.entries(given(findings[0]).details).filter(([name]) => name !== "advised"));
  expect(told({ code: "income-may-be-tied-to-credit", details } as Parameters<typeof told>[0])[2]).toMatch(
    /^Income line A-2 \(Deposits\) is from client C-1, and client C-1 has credit: /,
  );
});
