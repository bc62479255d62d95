/** A strategy plan for a corporate client that is plainly a sample: this year's, last year's, what changed, next year's. */
import { readFileSync } from "node:fs";

import { ClientFileSchema } from "relationship-banking/client/schema";
import { en } from "relationship-banking/labels/en";
import { zhHans } from "relationship-banking/labels/zh-Hans";
import { zhHantHK } from "relationship-banking/labels/zh-Hant-HK";
import { relationshipValue, valueHeads } from "relationship-banking/relationship-value";
import {
  applyPatch,
  checkPlan,
  diffPlans,
  examplePlanHealth,
  examplePlanRollForward,
  examplePlanTiers,
  incomeForecast,
  mergePlans,
  planCompleteness,
  planFollowUp,
  planHealth,
  planWallet,
  rollForward,
  whiteSpace,
} from "relationship-banking/strategy-plan";
import { StrategyPlanSchema } from "relationship-banking/strategy-plan/schema";
import { label, tell } from "relationship-banking/telling";

import { amount, note, percent, table, title } from "./print.mjs";

/** Year of the income behind the plan; the plan itself is for the year after. */
const INCOME_YEAR = "2025";

/** The changes a branch head would be told first. */
const TELLING = [
  "credit/rating",
  "people/p-treasury",
  "services/s-wc/shareOfSpend",
  "services/s-cash/needed",
  "value/directIncome",
  "value/target",
  "actions/a-fx/plannedPitchTime",
];

const LANGUAGES = [
  ["简体中文 (zh-Hans)", zhHans],
  ["繁體中文，香港 (zh-Hant-HK)", zhHantHK],
  ["English (en)", en],
];

const readSample = (file) => JSON.parse(readFileSync(new URL(`../data/${file}`, import.meta.url), "utf8"));

export function showPlan() {
  const sample = readSample("sample-plan.json");
  const lastYear = readSample("sample-plan-before.json");
  const client = ClientFileSchema.parse(sample.client);
  const plan = StrategyPlanSchema.parse(sample.plan);
  const before = StrategyPlanSchema.parse(lastYear.plan);

  title("7  Strategy plan of a sample client (客户关系战略计划书)");
  note(sample.notice);
  showThisYear(sample, client, plan);
  showLastYear(before);
  showChanges(before, plan);
  showNextYear(plan);
  showMerge(plan, lastYear.edits);
}

/** One line of a list, or more. */
const item = (text, indent = "  ") => note(`- ${text}`, indent, `${indent}  `);

/** The plan in figures, and what is not in order. */
function showThisYear({ catalogue, employees, group, incomeLines }, client, plan) {
  const { statement, issues, findings } = relationshipValue(incomeLines, {
    client: client.id,
    group,
    period: INCOME_YEAR,
    currency: plan.currency,
  });
  const answered = planCompleteness(plan);
  const { total } = planWallet(plan);
  const doubts = checkPlan(plan, { managers: client.managers, catalogue, employees, statement });
  const [forecast] = incomeForecast(plan).currencies;
  const { cells, states } = whiteSpace(plan, catalogue);
  const open = cells.length - states["in-use"] - states["not-needed"];
  const tiers = Object.values(examplePlanTiers).map((tier) => [
    `  ${label(en, `planTier.${tier.tier}`)} tier (example)`,
    planCompleteness(plan, tier, plan.preparedOn),
  ]);
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
      ["Target of the plan", amount(plan.value.target), "SAMPLE"],
      ["Expected from actions", amount(forecast.total.expected), `SAMPLE, ${amount(forecast.total.best)} at best`],
      ["Our share of the client's wallet", percent(total.share), `SAMPLE, ${total.known} of ${total.n} services known`],
      ["Products with a gap", String(open), `SAMPLE, of ${cells.length} in the catalogue`],
      ["Completeness", percent(answered.rate), `SAMPLE, ${answered.n} of ${answered.of} fields`],
      ...tiers.map(([name, { n, of, rate }]) => [name, percent(rate), `SAMPLE, ${n} of ${of} questions answered`]),
      ["Field to ask for next", answered.next ? answered.next.code : "–", "SAMPLE"],
    ],
  );
  if (issues.length + doubts.length > 0) note(`${issues.length} lines refused, ${doubts.length} findings in the plan`);
  if (findings.length === 0) note("Findings on the income lines: none (what a sponsor with credit gives is cleared)");
  for (const finding of findings) note(`Income lines: ${tell(finding, en)}`);

  const { checks } = planHealth(plan, plan.preparedOn, examplePlanHealth);
  const count = (wanted) => checks.filter(({ status }) => status === wanted).length;
  const unknown = count("unknown") > 0 ? `, ${count("unknown")} not known` : "";
  console.log(`\nHealth on ${plan.preparedOn}: ${count("met")} of ${checks.length} checks met${unknown}. Not met:`);
  for (const { status, reasons } of checks) {
    if (status === "unmet") for (const { code, details } of reasons) item(tell({ code, details }, en));
  }
}

/** What was planned a year ago, and what came of it. */
function showLastYear(before) {
  const named = new Map(before.actions.map((action) => [action.id, action]));
  const { actions } = planFollowUp(before, `${before.period}-12-31`);
  table(
    `SAMPLE last year's plan (${before.period}) at its end`,
    [
      ["action", "start"],
      ["state", "start"],
      ["expected", "end"],
      ["brought", "end"],
    ],
    actions.map(({ action }) => {
      const { productOrService, expectedIncome, progress } = named.get(action);
      return [
        productOrService.name,
        label(en, `actionState.${progress.state}`),
        amount(expectedIncome.amount),
        progress.actualIncome ? amount(progress.actualIncome.amount) : "–",
      ];
    }),
  );
}

/** The most telling changes in three languages. */
function showChanges(before, plan) {
  const { changes } = diffPlans(before, plan);
  const byPath = new Map(changes.map((change) => [change.path.join("/"), change]));
  const telling = TELLING.flatMap((path) => byPath.get(path) ?? []);
  console.log(`\nSAMPLE what changed from ${before.period} to ${plan.period} (what people wrote stays in their words)`);
  for (const [language, labels] of LANGUAGES) {
    console.log(`  ${language}`);
    for (const change of telling) item(tell(change, labels), "    ");
  }
  console.log(`  … and ${changes.length - telling.length} more, in out/zh-Hans/strategy-plan-changes.html`);
}

/** The plan of the year after, begun from this one. */
function showNextYear(plan) {
  const year = String(Number(plan.period) + 1);
  const { entries, proposal } = rollForward(plan, year, examplePlanRollForward, {
    id: `PLAN-SAMPLE-${year}`,
    version: "1",
    preparedOn: `${plan.period}-12-15`,
  });
  const of = (code) => entries.filter((entry) => entry.code === `strategy-plan/${code}`);
  const dated = of("answers-dated").reduce((sum, { details }) => sum + details.count, 0);
  console.log("");
  note(
    `The plan for ${year} begins with ${of("action-reset").length} actions to plan again, ${dated} answers to confirm, and without a target.`,
  );
  note(
    `A target could rest on ${amount(proposal.existing)} of today and ${amount(proposal.expected)} expected from actions: ${amount(proposal.target)}.`,
  );
}

/** Two colleagues change the same version; what both changed somebody decides. */
function showMerge(plan, edits) {
  const [mine, theirs] = edits.map(({ patch }) => {
    const applied = applyPatch(plan, patch);
    if (!applied.ok) throw new Error(applied.reason);
    return applied.plan;
  });
  const as = { version: "5", preparedBy: mine.preparedBy, preparedOn: theirs.preparedOn };
  const first = mergePlans(plan, mine, theirs, { as });
  console.log(`\nTwo colleagues edit version ${plan.version}. Conflicts: ${first.conflicts.length}`);
  for (const conflict of first.conflicts) {
    item(tell(conflict, en));
    const { mine: one, mineBy, theirs: other, theirsBy } = conflict.details;
    const said = ({ amount: income, probability }) => `${amount(income)}, chance ${percent(probability)}`;
    item(`${mineBy}: ${said(one)}; ${theirsBy}: ${said(other)}. Decided: the answer of ${theirsBy}.`);
  }
  const decisions = first.conflicts.map(({ details: { at } }) => ({ at, take: "theirs" }));
  const merged = mergePlans(plan, mine, theirs, { as, decisions });
  const { changes } = diffPlans(plan, merged.plan);
  note(
    `Merged as version ${merged.plan.version}: ${changes.length} changes from version ${plan.version}, ${checkPlan(merged.plan).length} findings.`,
  );
}
