import { describe, expect, test } from "vitest";

import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { relationshipValue } from "../../src/relationship-value/index.ts";
import { strategyPlanDocument, toMarkdown, type PlanDocumentLabels } from "../../src/rendering/index.ts";
import { examplePlanViews, planFor, type PlanParts, type StrategyPlan } from "../../src/strategy-plan/index.ts";
import { sample } from "../strategy-plan/plans.ts";

const { statement } = relationshipValue(sample.incomeLines, {
  client: sample.client.id,
  group: sample.group,
  period: "2025",
  currency: "CNY",
});
const view = (withheld: PlanParts, ofOtherMembers: PlanParts = {}, plan: StrategyPlan = sample.plan): StrategyPlan =>
  planFor(
    plan,
    { employee: "E-9", role: "r" },
    { ...examplePlanViews, roles: [{ role: "r", withheld, ofOtherMembers }] },
  );
const sections = (
  plan: StrategyPlan,
  labels: PlanDocumentLabels = zhHans,
  audience: "bank" | "client" = "bank",
): string[] =>
  toMarkdown(strategyPlanDocument(plan, { labels, client: sample.client, unit: "one", statement, audience }))
    .split(/\n(?=## )/)
    .slice(1);
const section = (plan: StrategyPlan, title: string, labels?: PlanDocumentLabels): string =>
  sections(plan, labels).find((text) => (text.split("\n")[0] ?? "").includes(title)) ?? "";

describe("a document of what a viewer sees", () => {
  test.each([
    [zhHans, "按权限不显示：整个部分"],
    [zhHantHK, "按權限不予顯示：整個部分"],
    [en, "Not shown to this reader: the whole section"],
  ] as const)("a section that is withheld says so and nothing else", (labels, said) => {
    const title = labels["planSection.challenges"];
    const [heading, ...rest] = section(view({ sections: ["challenges"] }), title, labels)
      .trim()
      .split("\n");
    // without a count of fields that nobody here can fill in
    expect(heading).toMatch(new RegExp(`${title} · `));
    expect(rest.join("").replaceAll("*", "").replaceAll("_", "")).toBe(said);
  });

  test("a field that is withheld is not taken for open", () => {
    const shown = section(view({ fields: ["contactMethod"] }), zhHans["planSection.decision-makers"]);
    const rows = sample.plan.people?.length ?? 0;
    expect(shown.split("按权限不显示").length - 1).toBe(rows);
  });

  test("in rows of other members alone", () => {
    const people = (sample.plan.people ?? []).map((row, at) => (at === 0 ? { ...row, member: "C-x" } : row));
    const plan = view({}, { fields: ["contactMethod"] }, { ...sample.plan, people });
    expect(section(plan, zhHans["planSection.decision-makers"]).split("按权限不显示").length - 1).toBe(1);
  });

  test("a figure of section 7 that is withheld does not come back with the value statement", () => {
    const whole = section(sample.plan, zhHans["planSection.relationship-value"]);
    expect(whole).toContain("3,897,000.00");
    const plan = view({ fields: ["directIncome"] });
    const text = toMarkdown(
      strategyPlanDocument(plan, { labels: zhHans, client: sample.client, unit: "one", statement }),
    );
    expect(text).not.toContain("3,897,000.00");
    expect(section(plan, zhHans["planSection.relationship-value"])).toContain("按权限不显示");
  });

  test("nobody is told to look for what is not shown to them", () => {
    const people = [
      { id: "p", contactName: "甲", positionAndAuthority: { position: "x", authority: "decides" } } as const,
    ];
    const page = (plan: StrategyPlan): string =>
      toMarkdown(strategyPlanDocument(plan, { labels: zhHans, client: sample.client })).split("\n---\n")[0] ?? "";
    const uncovered = zhHans["planDocument.people-uncovered"];
    expect(page({ ...sample.plan, people })).toContain(uncovered);
    expect(page(view({ fields: ["contactMethod"] }, {}, { ...sample.plan, people }))).not.toContain(uncovered);
    const overdue = `${zhHans["followUpStanding.overdue"]}：`;
    const late = (plan: StrategyPlan): string =>
      toMarkdown(strategyPlanDocument(plan, { labels: zhHans, client: sample.client, asOf: "2026-12-31" }));
    expect(late(sample.plan)).toContain(overdue);
    expect(late(view({ extras: ["progress"] }))).not.toContain(overdue);
  });

  test("a credit page that is withheld is mentioned", () => {
    expect(section(view({ extras: ["credit-page"] }), zhHans["planSection.client-profile"])).toContain(
      "按权限不显示：授信情况",
    );
  });

  test("a copy for the client does not speak of it", () => {
    const copy = sections(view({ sections: ["business-analysis"], fields: ["contactName"] }), zhHans, "client").join(
      "\n",
    );
    expect(copy).not.toContain("按权限");
    expect(copy).not.toContain(zhHans["clientCopySection.business-analysis"]);
  });

  test("of a plan that is there whole it is the same", () => {
    expect(sections(view({}))).toEqual(sections(sample.plan));
  });
});

describe("the first page of what a viewer sees", () => {
  const before = { ...sample.plan, id: "P-before", period: "2025" };
  const pageOf = (plan: StrategyPlan, earlier?: StrategyPlan): string =>
    toMarkdown(
      strategyPlanDocument(plan, {
        ...{ labels: zhHans, client: sample.client, statement, extent: "brief", asOf: "2026-02-01" },
        ...(earlier && { before: earlier }),
      }),
    );

  test.each([
    ["the section", { sections: ["relationship-value"] }],
    ["a field", { fields: ["directIncome"] }],
    ["the target", { extras: ["target"] }],
  ] as const)("says nothing of a value whose %s is withheld, in this plan or the one before", (_, withheld) => {
    expect(pageOf(sample.plan, before)).toContain("→");
    for (const page of [pageOf(view(withheld), before), pageOf(sample.plan, view(withheld, {}, before))]) {
      expect(page).not.toContain("→");
    }
    expect(pageOf(view(withheld))).toContain("按权限不显示");
    expect(pageOf(view(withheld))).not.toContain("差距");
  });

  test("guesses no state of an action whose progress is withheld", () => {
    const actions = (sample.plan.actions ?? []).map((action) => ({
      ...action,
      progress: { state: "dropped" } as const,
    }));
    const page = pageOf(view({ extras: ["progress"] }, {}, { ...sample.plan, actions }));
    expect(page).toContain("近期推介：按权限不显示");
    for (const { productOrService } of actions) expect(page).not.toContain(`| ${productOrService?.name ?? "?"} |`);
  });

  test("has no share of a wallet of which a part is withheld", () => {
    expect(pageOf(sample.plan)).toContain("49.7%");
    for (const withheld of [{ extras: ["spend-with-us"] }, { sections: ["other-institutions"] }] as const) {
      const page = pageOf(view(withheld));
      expect(page).toContain("客户相关支出：按权限不显示");
      expect(page).not.toMatch(/100\.0%|\b0\.0%/);
    }
  });
});
