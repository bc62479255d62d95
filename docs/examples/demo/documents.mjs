/** Documents of the samples in three languages: pages for the screen and for A4, Markdown, and Word. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

import { CN } from "relationship-banking/calendar/cn";
import { ClientFileSchema } from "relationship-banking/client/schema";
import { en } from "relationship-banking/labels/en";
import { zhHans } from "relationship-banking/labels/zh-Hans";
import { zhHantHK } from "relationship-banking/labels/zh-Hant-HK";
import { money } from "relationship-banking/money";
import { relationshipReturn, relationshipValue } from "relationship-banking/relationship-value";
import {
  deskReportDocument,
  loanDocument,
  planDifferenceDocument,
  strategyPlanDocument,
  toHtml,
  toMarkdown,
  valueReportDocument,
} from "relationship-banking/rendering";
import { toDocx } from "relationship-banking/rendering/docx";
import { complaintPolicies, deskReport } from "relationship-banking/sla";
import { examplePlanFreshness } from "relationship-banking/strategy-plan";
import { StrategyPlanSchema } from "relationship-banking/strategy-plan/schema";

import { note, title } from "./print.mjs";

/** The languages, and what the clocks of the samples go by in them. */
const LANGUAGES = [
  ["zh-Hans", zhHans, "北京时间"],
  ["zh-Hant-HK", zhHantHK, "北京時間"],
  ["en", en, "Beijing time"],
];

const readSample = (file) => JSON.parse(readFileSync(new URL(`../data/${file}`, import.meta.url), "utf8"));

/** Writes every document in every language; `report` is the value report of the sample group, with its names. */
export function writeDocuments(folder, { report, names }) {
  title("8  Documents (文档)");
  const plans = readPlans();
  for (const [lang, labels, zoneName] of LANGUAGES) {
    const own = new URL(`${lang}/`, folder);
    mkdirSync(own, { recursive: true });
    const page = (name, document) => writeFileSync(new URL(`${name}.html`, own), toHtml(document, { lang }));
    const everywhere = (name, document) => {
      page(name, document);
      writeFileSync(new URL(`${name}.md`, own), toMarkdown(document));
      writeFileSync(new URL(`${name}.docx`, own), toDocx(document, { lang }));
    };
    const { client, plan, before, ...more } = plans;
    const options = { labels, client, before, calendar: CN, freshness: examplePlanFreshness, ...more };
    everywhere("strategy-plan", strategyPlanDocument(plan, options));
    everywhere("strategy-plan-brief", strategyPlanDocument(plan, { ...options, extent: "brief" }));
    everywhere("strategy-plan-changes", planDifferenceDocument(before, plan, { labels, client }));
    page("value-report", valueReportDocument(report, { labels, clientNames: names, staffNames: names }));
    page("desk-report", deskReportDocument(sampleDesk(), { labels, zone: "Asia/Shanghai", zoneName, calendar: CN }));
    page("loan-schedule", loanDocument(SAMPLE_LOAN, { labels, borrower: "SAMPLE 样本", loanNumber: "SAMPLE-L-1" }));
  }
  console.log("\nWritten to out/zh-Hans/, out/zh-Hant-HK/ and out/en/, all of it SAMPLE 样本:");
  note(
    "- strategy-plan, strategy-plan-brief (one page) and strategy-plan-changes (since last year), each as .html (A4, for the screen and for printing), .md and .docx",
    "",
    "  ",
  );
  note("- value-report.html, desk-report.html and loan-schedule.html", "", "  ");
}

/** The two plans of the sample client, and what stands behind them. */
function readPlans() {
  const sample = readSample("sample-plan.json");
  const client = ClientFileSchema.parse(sample.client);
  const plan = StrategyPlanSchema.parse(sample.plan);
  const { currency } = plan;
  const { statement, findings } = relationshipValue(sample.incomeLines, {
    client: client.id,
    group: sample.group,
    period: "2025",
    currency,
  });
  return {
    client,
    plan,
    before: StrategyPlanSchema.parse(readSample("sample-plan-before.json").plan),
    catalogue: sample.catalogue,
    statement,
    statementFindings: findings,
    returns: sampleReturn(currency),
    staffNames: Object.fromEntries(sample.employees.map(({ id, name }) => [id, name])),
  };
}

/** What the loans of the sample client earn on the capital they tie up: sample balances and rates. */
function sampleReturn(currency) {
  const lent = money("118000000", currency);
  const { result } = relationshipReturn(
    {
      positions: [{ id: "A-1", side: "asset", averageBalance: lent, rate: "0.0330", transferRate: "0.0210" }],
      addOns: [],
      fees: money("960000", currency),
      activities: [{ activity: "visit", count: "12" }],
      exposures: [{ id: "A-1", exposure: lent, pd: "0.008", lgd: "0.45", riskWeight: "0.75" }],
    },
    {
      ...{ period: "2025", currency, dayCount: "ACT/365F", lossTime: "full", levies: null },
      costs: [{ activity: "visit", cost: money("500", currency), units: "1" }],
      capital: { basis: "regulatory", ratio: "0.105" },
      returnOnCapital: { treatment: "excluded" },
      funding: { treatment: "gross" },
      tax: { treatment: "before-tax" },
      hurdle: "0.12",
    },
  );
  return result;
}

/** Sample complaints on one desk after the Spring Festival. */
function sampleDesk() {
  const row = (id, owner, at, ...then) => ({
    ...{ id, owner, policy: "source.complaint", category: null },
    events: [{ type: "received", at }, ...then],
  });
  const cases = [
    row("SAMPLE-1", "王样本", "2026-02-12T10:00:00+08:00"),
    row("SAMPLE-2", "王样本", "2026-02-13T16:20:00+08:00", { type: "replied", at: "2026-02-25T10:00:00+08:00" }),
    row("SAMPLE-3", "赵样本", "2026-02-25T09:30:00+08:00"),
    row("SAMPLE-4", "赵样本", "2026-02-27T15:00:00+08:00"),
    row("SAMPLE-5", "王样本", "2026-03-02T08:40:00+08:00"),
  ];
  return deskReport(cases, { asOf: "2026-03-02T09:00:00+08:00", policies: complaintPolicies, calendars: [CN] });
}

/** A sample mortgage over thirty years. */
const SAMPLE_LOAN = {
  principal: money("1000000", "CNY"),
  method: "level-payment",
  periods: 360,
  start: "2026-03-15",
  rate: "0.035",
  interest: "monthly",
  rounding: "half-up",
};
