import { describe, expect, test } from "vitest";

import type { ClientFile } from "../../src/client/index.ts";
import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { relationshipValue } from "../../src/relationship-value/index.ts";
import {
  CLIENT_PLAN_FIELDS,
  CLIENT_PLAN_SECTIONS,
  strategyPlanDocument,
  toMarkdown,
  type PlanDocumentOptions,
} from "../../src/rendering/index.ts";
import { planFields, type ActionState, type PlanAction, type StrategyPlan } from "../../src/strategy-plan/index.ts";
import { cny, emptyPlan as empty, sample, samplePlanInYear } from "../strategy-plan/plans.ts";

const emptyPlan: StrategyPlan = { ...empty, client: sample.client.id };
const { statement } = relationshipValue(sample.incomeLines, {
  client: sample.client.id,
  group: sample.group,
  period: "2025",
  currency: "CNY",
});
const copyOf = (plan: StrategyPlan, options: Partial<PlanDocumentOptions> = {}): string =>
  toMarkdown(strategyPlanDocument(plan, { labels: en, client: sample.client, audience: "client", ...options }));
const headings = (text: string): readonly string[] =>
  (text.match(/^## .*$/gm) ?? []).map((line) => line.replace("\\", ""));

const copy = copyOf(samplePlanInYear, { labels: zhHans, statement, asOf: "2026-10-08" });

test("says what it is, and has the five sections the client may read in the client's words, numbered on", () => {
  expect(copy.startsWith("# 客户关系战略计划书（客户版）：样本精密制造有限公司 2026年\n")).toBe(true);
  expect(headings(copy)).toStrictEqual([
    "## 一、贵方基本资料 · 样本",
    "## 二、贵方联系人 · 样本",
    "## 三、贵方业务 · 样本",
    "## 四、贵方使用我行服务的情况 · 样本",
    "## 五、拟与贵方商讨的产品和服务 · 样本",
  ]);
  expect(copy).not.toContain("---\n");
});

test("the sections the client may read are those with a field it may read, and who it is", () => {
  const sections = planFields.filter(({ key }) => CLIENT_PLAN_FIELDS.some((field) => field === key));
  expect([...new Set(["client-profile", ...sections.map(({ section }) => section)])]).toStrictEqual([
    ...CLIENT_PLAN_SECTIONS,
  ]);
});

test.each([
  [zhHans, "不构成要约或任何承诺", "产品可能涉及风险；销售前", "- **本副本日期**: 2026年10月8日\n- **版本**: 3"],
  [zhHantHK, "並不構成要約或任何承諾", "產品可能涉及風險；銷售前", "- **本副本日期**: 2026年10月8日\n- **版本**: 3"],
  [
    en,
    "not an offer or a commitment",
    "suitable for you is checked before any sale",
    "- **Date of this copy**: 8 October 2026\n- **Version**: 3",
  ],
])("has the notice, the day it was made and the version, before everything else", (labels, offer, risk, day) => {
  const text = copyOf(sample.plan, { labels, asOf: "2026-10-08" });
  const front = text.slice(0, text.indexOf("\n## "));
  for (const part of [offer, risk, day]) expect(front).toContain(part);
});

describe("what is put before the client", () => {
  const action = (name: string, more: Partial<PlanAction> = {}): PlanAction => ({
    id: name,
    productOrService: { name },
    departmentAndOwner: { department: "Desk" },
    ...more,
  });

  test.each<[ActionState, boolean]>([
    ["planned", true],
    ["pitched", true],
    ["won", true],
    ["lost", false],
    ["dropped", false],
  ])("an action that is %s: %s", (state, isShown) => {
    const actions = [action("Term loan", { progress: { state, actualDate: "2026-02-01", reason: "why" } })];
    const text = copyOf({ ...emptyPlan, actions });
    expect(text.includes("Term loan")).toBe(isShown);
    expect(text.includes("Proposals for discussion")).toBe(isShown);
  });

  const check = { checkedBy: "Desk", checkedOn: "2025-11-01", need: "hedging" };
  test.each([
    ["no check", undefined, true, false],
    ["a check", check, true, true],
    ["a check on the day", { ...check, checkedOn: "2025-12-01" }, true, true],
    ["a check that lies ahead", { ...check, checkedOn: "2025-12-02" }, true, false],
    ["a check by nobody", { ...check, checkedBy: " " }, true, false],
    ["a check for no need", { ...check, need: "\u200b" }, undefined, false],
    ["a blank check that nobody needs", { ...check, need: " " }, false, true],
    ["no need of a check", undefined, undefined, true],
  ])("a product with %s", (_, suitability, needsSuitability, isShown) => {
    const offer = {
      name: "FX option",
      ...(suitability === undefined ? {} : { suitability }),
      ...(needsSuitability === undefined ? {} : { needsSuitability }),
    };
    expect(copyOf({ ...emptyPlan, actions: [action("x", { productOrService: offer })] }).includes("FX option")).toBe(
      isShown,
    );
  });

  test("an action without a product says nothing", () => {
    expect(copyOf({ ...emptyPlan, actions: [{ id: "a", departmentAndOwner: { department: "Desk" } }] })).not.toContain(
      "Desk",
    );
  });
});

test("the managers of the day, by name alone", () => {
  const manager = (name: string, role: "primary" | "backup", from: string, to?: string) => ({
    ...{ employee: name, name, role, unit: "Workout unit", from },
    ...(to === undefined ? {} : { to }),
  });
  const client: ClientFile = {
    ...sample.client,
    managers: [
      manager("Before", "primary", "2020-01-01", "2025-06-01"),
      manager("Now", "primary", "2025-06-01", "2026-04-01"),
      manager("Next", "primary", "2026-04-01"),
      manager("Second", "backup", "2025-01-01"),
    ],
  };
  const text = copyOf(emptyPlan, { client });
  expect(text).toContain("- **Relationship manager**: Now\n- **Backup relationship manager**: Second");
  expect(text).not.toMatch(/Before|Next|Workout/);
  expect(copyOf(emptyPlan, { client: { ...client, managers: [] } })).not.toContain("elationship manager");
});

test("nobody without a name, no needs as the bank sees them, nobody who recommended, no reason", () => {
  const text = copyOf({
    ...emptyPlan,
    people: [
      { id: "p", positionAndAuthority: { position: "New CFO", authority: "decides" } },
      { id: "q", contactName: "Lee", positionAndAuthority: { position: "Treasurer", authority: "uses" } },
    ],
    businesses: [{ id: "b", financialNeeds: [{ need: "rescue", productFamily: "workout", amount: cny("100.00") }] }],
    services: [
      {
        id: "s",
        service: "Loans",
        recommended: { answer: "yes", date: "2025-01-02", by: "Wong" },
        adopted: { answer: "unknown" },
        discontinued: { answer: "yes", date: "2025-03-04", reason: "price" },
      },
    ],
  });
  expect(headings(text)).toStrictEqual([
    "## 1. About you · SAMPLE",
    "## 2. Contacts · SAMPLE",
    "## 3. Your use of our services · SAMPLE",
  ]);
  expect(text).toContain("| Name | Position |\n| :--- | :--- |\n| Lee | Treasurer |");
  expect(text).toContain("| Loans | Yes<br>2 January 2025 | Yes<br>4 March 2025 |");
  expect(text).not.toMatch(/New CFO|rescue|workout|Wong|price|unknown/i);
});

test("what was neither offered nor taken is left out, and of what has ended the reason", () => {
  expect(copy).toContain("| 设备租赁 | 是<br>2020年11月2日 | 是<br>2021年1月15日 | 是<br>2024年6月30日 |");
  expect(copy).not.toContain("债券承销");
  expect(copy).not.toMatch(/争取|须跟进|完整度|审批人|编制人|万元|概率|有决策权|推介|待填/);
});

test("a copy of an empty plan has nothing in it that is open", () => {
  const text = copyOf(emptyPlan);
  expect(headings(text)).toStrictEqual(["## 1. About you · SAMPLE"]);
  expect(text).not.toMatch(/To be completed|None|No data/);
});

/** Every text of a plan or client file with its place, the ids and words of the library left out. */
function textsOf(part: unknown, place: string): readonly (readonly [place: string, text: string])[] {
  if (typeof part === "string") return /^[a-zA-Z-]*$/.test(part) ? [] : [[place, part]];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    textsOf(value, Array.isArray(part) ? `${place}[]` : `${place}.${name}`),
  );
}

const isDay = (said: string): boolean => /^\d{4}-\d\d-\d\d$/.test(said);

/** Where the sample has what its client reads. */
const READ_BY_CLIENT =
  /^client\.(id|names|clientSince|managers\[\]\.name|sample)|^plan\.(id|version|client|period|preparedOn|people\[\]\.(contactName|positionAndAuthority)|businesses\[\]\.(businessNature|comingYearDirection)|services\[\]\.(service|recommended\.date|adopted|discontinued\.date)|actions\[\]\.(productOrService\.name|departmentAndOwner|plannedPitchTime))/;

test.each([
  ["zh-Hans", zhHans],
  ["zh-Hant-HK", zhHantHK],
  ["en", en],
] as const)("%s: no hidden text of the sample is in the copy of it", (_, labels) => {
  for (const plan of [sample.plan, samplePlanInYear]) {
    const all = [...textsOf(sample.client, "client"), ...textsOf(plan, "plan")];
    // a year is no secret, and is part of many days
    const hidden = all.filter(([place, said]) => !READ_BY_CLIENT.test(place) && !/^\d{4}$/.test(said));
    expect(hidden.length).toBeGreaterThan(150);
    const open = all.filter(([place]) => READ_BY_CLIENT.test(place)).map(([, said]) => said);
    let rest = copyOf(plan, { labels, statement, language: "zh-Hans" });
    for (const said of open.sort((a, b) => b.length - a.length)) rest = rest.replaceAll(said, "");
    expect(hidden.filter(([, said]) => said.length > 1 && rest.includes(said))).toStrictEqual([]);
    // what is hidden and said by an open text as well is the client itself, or the name of a service or of somebody the
    // client deals with
    const twice = new Set(hidden.map(([, said]) => said).filter((said) => open.includes(said) && !isDay(said)));
    const services = (plan.services ?? []).map(({ service }) => service);
    const people = [
      sample.client.id,
      ...(plan.people ?? []).map(({ contactName }) => contactName),
      ...(plan.actions ?? []).map(({ departmentAndOwner }) => departmentAndOwner?.person),
      ...sample.client.managers.map(({ name }) => name),
    ];
    expect([...twice].filter((said) => !services.includes(said) && !people.includes(said))).toStrictEqual([]);
  }
});

test("an audience that is undefined is not the bank", () => {
  const options = { labels: en, client: sample.client, audience: undefined } as never;
  expect(() => strategyPlanDocument(sample.plan, options)).toThrow(
    expect.objectContaining({ code: "rendering/invalid-option", path: ["options", "audience"] }),
  );
});
