/** A strategy plan for a corporate client that is plainly a sample, written as Markdown and as a page to print. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

import { ClientFileSchema } from "relationship-banking/client/schema";
import { zhHans } from "relationship-banking/labels/zh-Hans";
import { strategyPlanDocument, toHtml, toMarkdown } from "relationship-banking/rendering";
import { relationshipValue, valueHeads } from "relationship-banking/relationship-value";
import { checkPlan, planCompleteness, planWallet } from "relationship-banking/strategy-plan";
import { StrategyPlanSchema } from "relationship-banking/strategy-plan/schema";
import { en } from "relationship-banking/labels/en";
import { label, tell } from "relationship-banking/telling";

import { amount, note, percent, table, title } from "./print.mjs";

/** Year of the income behind the plan; the plan itself is for the year after. */
const INCOME_YEAR = "2025";

export function writePlan(folder) {
  const sample = JSON.parse(readFileSync(new URL("../data/sample-plan.json", import.meta.url), "utf8"));
  const client = ClientFileSchema.parse(sample.client);
  const plan = StrategyPlanSchema.parse(sample.plan);
  const { statement, issues, findings } = relationshipValue(sample.incomeLines, {
    client: client.id,
    group: sample.group,
    period: INCOME_YEAR,
    currency: plan.currency,
  });
  const answered = planCompleteness(plan);
  const { total } = planWallet(plan);
  const doubts = checkPlan(plan);

  title("7  Strategy plan of a sample client (客户关系战略计划书)");
  note(sample.notice);
  table(
    `SAMPLE client ${client.id}, plan for ${plan.period}`,
    [
      ["figure", "start"],
      ["value", "end"],
      ["", "start"],
    ],
    [
      ...valueHeads.map((head) => [
        `${label(en, `valueHead.${head}`)} ${INCOME_YEAR}`,
        statement.headDetails[head].status === "no-data"
          ? label(en, "dataStatus.no-data")
          : amount(statement.heads[head]),
        statement.headDetails[head].byBasis.estimated ? "SAMPLE, partly estimated" : "SAMPLE",
      ]),
      [`Relationship value ${INCOME_YEAR}`, amount(statement.total), `SAMPLE, ${statement.lines.counted} lines`],
      ["Our share of the client's wallet", percent(total.share), `SAMPLE, ${total.known} of ${total.n} services known`],
      ["Completeness", percent(answered.rate), `SAMPLE, ${answered.n} of ${answered.of} fields`],
      ["Field to ask for next", answered.next ? answered.next.code : "–", "SAMPLE"],
    ],
  );
  if (issues.length + doubts.length > 0) note(`${issues.length} lines refused, ${doubts.length} findings in the plan`);
  if (findings.length === 0) note("Findings on the income lines: none (what a sponsor with credit gives is cleared)");
  for (const finding of findings) note(`Income lines: ${tell(finding, en)}`);

  const document = strategyPlanDocument(plan, { labels: zhHans, client, statement, statementFindings: findings });
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("strategy-plan.md", folder), toMarkdown(document));
  writeFileSync(new URL("strategy-plan.html", folder), toHtml(document, { lang: "zh-Hans" }));
  console.log("\nWritten: out/strategy-plan.md and out/strategy-plan.html (A4, for the screen and for printing)");
}
