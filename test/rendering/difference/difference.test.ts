import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import type { ClientFile } from "../../../src/client/index.ts";
import { en } from "../../../src/labels/en.ts";
import { zhHans } from "../../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../../src/labels/zh-Hant-HK.ts";
import { planDifferenceDocument, type BlockDocument } from "../../../src/rendering/index.ts";
import { diffPlans, type PlanPerson, type StrategyPlan } from "../../../src/strategy-plan/index.ts";
import { blocksOf, expectReadable, tableOf } from "../../support/documents.ts";
import { refusalOf } from "../../support/refusal.ts";
import { cny, emptyPlan as empty, sample } from "../../strategy-plan/plans.ts";

// the sample without its mark, which is a note of its own
const client: ClientFile = { ...sample.client, sample: false };
const lastYear = (
  JSON.parse(readFileSync(new URL("../../../docs/examples/data/sample-plan-before.json", import.meta.url), "utf8")) as {
    readonly plan: StrategyPlan;
  }
).plan;
const plan: StrategyPlan = { ...empty, client: client.id };
const written = (before: StrategyPlan, after: StrategyPlan, labels = en): BlockDocument =>
  planDifferenceDocument(before, after, { labels, client });
const headings = ({ blocks }: BlockDocument): readonly string[] =>
  blocksOf(blocks, "heading").flatMap(({ level, text }) => (level === 2 ? [text] : []));

const people: readonly PlanPerson[] = [
  { id: "p1", contactName: "Ann" },
  { id: "p2", positionAndAuthority: { position: "Treasurer", authority: "decides" } },
  { id: "p3", contactName: "Cid" },
];
const before: StrategyPlan = {
  ...plan,
  period: "2025",
  approvedBy: "Head",
  people,
  ties: [{ id: "t1", from: "p1", to: "p2", kind: "influences", evidence: { asOf: "2025-01-02" } }],
  services: [
    { id: "s1", service: "Loans", spendWithUs: { amount: cny("30.00"), period: "2025", basis: "actual" } },
    { id: "s2", service: "Payroll", needed: "unknown" },
  ],
  institutions: [
    { id: "i1", institutionName: "Other", estimatedSpend: [{ service: "s1", amount: cny("70.00"), period: "2025" }] },
  ],
  value: {
    directIncome: { amount: cny("100.05"), period: "2024", basis: "actual" },
    otherIntangibleBenefit: { amount: cny("7.00"), period: "2024", method: "hours" },
    target: cny("200.00"),
  },
  actions: [{ id: "a1", productOrService: { name: "Forwards" }, plannedPitchTime: "2025-Q4" }, { id: "a2" }],
};
const after: StrategyPlan = {
  ...before,
  version: "2",
  period: "2026",
  approvedBy: "Head",
  people: [
    { ...people[0], id: "p1", evidence: { contactName: { asOf: "2025-11-02" } } },
    ...people.slice(2),
    ...people.slice(1, 2),
  ],
  ties: [{ id: "t1", from: "p1", to: "p3", kind: "conflicts-with", evidence: { asOf: "2025-01-02" } }],
  services: [
    { id: "s1", service: "Loans", spendWithUs: { amount: cny("40.00"), period: "2025", basis: "actual" } },
    { id: "s2", service: "Payroll", needed: "yes" },
  ],
  institutions: [
    { id: "i1", institutionName: "Other", estimatedSpend: [{ service: "s1", amount: cny("60.00"), period: "2025" }] },
  ],
  value: {
    directIncome: { amount: cny("98.00"), period: "2025", basis: "actual" },
    relatedClientIncome: { amount: cny("5.00"), period: "2025", basis: "accrued" },
    otherIntangibleBenefit: { amount: cny("7.00"), period: "2025", method: "hours" },
    target: cny("1250.50"),
  },
  actions: [
    { id: "a1", productOrService: { name: "Forwards" }, plannedPitchTime: "2026-03" },
    { id: "a3", clientNeed: { text: "Cash" } },
  ],
};

describe("two years of a plan", () => {
  const doc = written(before, after);

  test("figures before and after with exact changes and signs; no change where one is not known", () => {
    expect(tableOf(doc, "Key figures (CNY)")).toStrictEqual([
      [en["valueHead.direct"], "100.05\n2024", "98.00\n2025", "−2.05"],
      [en["valueHead.related"], "No data", "5.00\n2025", "–"],
      [en["valueHead.other"], "7.00\n2024", "7.00\n2025", "0.00"],
      ["Target for the plan year", "200.00", "1,250.50", "+1,050.50"],
      ["Our share of wallet", "30.00%", "40.00%", "+10.00 percentage points"],
    ]);
  });

  test("each section counts what was added, changed, removed and moved, and evidence apart", () => {
    expect(tableOf(doc, "Changes by section")).toStrictEqual([
      ["The plan itself", "0", "2", "0", "0", "0", "2"],
      [en["planSection.decision-makers"], "0", "2", "0", "1", "1", "4"],
      [en["planSection.other-institutions"], "0", "1", "0", "0", "0", "1"],
      [en["planSection.service-status"], "0", "2", "0", "0", "0", "2"],
      [en["planSection.relationship-value"], "1", "3", "0", "0", "0", "4"],
      [en["planSection.next-year-plan"], "1", "1", "1", "0", "0", "3"],
      ["Total", "2", "11", "1", "1", "1", "16"],
    ]);
  });

  test("rows by their names, ids of people and codes in words", () => {
    expect(tableOf(doc, en["planSection.decision-makers"])).toStrictEqual([
      ["Ann – Cid · the end", "Treasurer", "Cid"],
      ["Ann – Cid · the kind of tie", en["tieKind.influences"], en["tieKind.conflicts-with"]],
    ]);
    expect(tableOf(doc, `${en["planSection.decision-makers"]} · Evidence`)).toStrictEqual([
      ["Ann", en["planField.contactName"], "", ""],
    ]);
    expect(tableOf(doc, en["planSection.next-year-plan"])).toStrictEqual([
      [`Forwards · ${en["planField.plannedPitchTime"]}`, en.dates.period("2025-Q4"), "March 2026"],
    ]);
    const items = blocksOf(doc.blocks, "list").flatMap((list) => list.items);
    expect(items).toContain("New in Actions: “Cash”.");
    expect(items).toContain("Removed from Actions: a2.");
    expect(headings(doc)).toStrictEqual(
      tableOf(doc, "Changes by section")
        .slice(0, -1)
        .map(([section]) => section),
    );
  });

  test("who prepared each and when, and that nobody has approved one", () => {
    const { approvedBy: head, ...open } = after;
    expect(head).toBe("Head");
    expect(tableOf(written(before, { ...open, preparedOn: "2026-01-05" }), "Plans compared").slice(1)).toStrictEqual([
      ["Version", before.version, "2"],
      ["Prepared by", before.preparedBy, after.preparedBy],
      ["Prepared on", en.dates.date(before.preparedOn), "5 January 2026"],
      ["Approved by", "Head", "None"],
    ]);
  });
});

test("plans that say the same have no section, and that is said", () => {
  const doc = written(before, before);
  expect(headings(doc)).toStrictEqual([]);
  expect(blocksOf(doc.blocks, "note").map(({ title }) => title)).toStrictEqual(["The two plans say the same"]);
});

test("amounts in two currencies have no change; each says which it is", () => {
  const usd: StrategyPlan = { ...after, currency: "USD", value: { target: { amount: "9.00", currency: "USD" } } };
  const [, , , target] = tableOf(written(before, usd), "Key figures (USD)");
  expect(target).toStrictEqual(["Target for the plan year", "CNY 200.00", "9.00", "–"]);
});

test("what one plan withholds is not compared, has no figures, and that is said", () => {
  const hidden: StrategyPlan = {
    ...after,
    value: {},
    withheld: [{ section: "relationship-value", what: "section", count: 4 }],
  };
  const doc = written(before, hidden);
  expect(tableOf(doc, "Key figures").map(([what]) => what)).toStrictEqual(["Our share of wallet"]);
  expect(headings(doc)).not.toContain(en["planSection.relationship-value"]);
  expect(blocksOf(doc.blocks, "note")[0]?.texts).toStrictEqual([
    `${en["planSection.relationship-value"]}: ${en["differenceDocument.not-compared-text"]}`,
  ]);
  const both = written({ ...hidden, version: "1" }, hidden);
  expect(blocksOf(both.blocks, "note")[0]?.texts).toStrictEqual([
    `${en["planSection.relationship-value"]}: Not shown to this reader`,
  ]);
});

test.each([
  ["zh-Hans", zhHans],
  ["zh-Hant-HK", zhHantHK],
  ["en", en],
] as const)("last year's and this year's sample in %s", (lang, labels) => {
  const doc = written(lastYear, sample.plan, labels);
  const ids = JSON.stringify([lastYear, sample.plan]).match(/[A-Z][A-Za-z0-9+-]*/g) ?? [];
  expectReadable(
    doc,
    lang,
    [...new Set(["SAMPLE", ...ids])].sort((a, b) => b.length - a.length),
  );
  const summary = tableOf(doc, labels["differenceDocument.summary"]);
  expect(summary.at(-1)?.at(-1)).toBe(String(diffPlans(lastYear, sample.plan).changes.length));
});

describe("refused", () => {
  test("plans, or a client file, of different clients", () => {
    expect(refusalOf(() => written(before, { ...after, client: "C-9" }))).toStrictEqual({
      code: "rendering/client-differs",
      path: ["after", "client"],
      details: { received: "C-9", expected: client.id },
    });
    const other = { ...client, id: "C-9" };
    expect(refusalOf(() => planDifferenceDocument(before, after, { labels: en, client: other }))).toMatchObject({
      code: "rendering/client-differs",
      path: ["options", "client", "id"],
    });
  });

  test.each([
    ["before", () => written(null as never, after), "strategy-plan/invalid-plan", ["before"]],
    [
      "an amount",
      () => written(before, { ...after, value: { target: cny("1.234") } }),
      "money/too-many-fraction-digits",
      ["after", "value", "target"],
    ],
    [
      "an option",
      () => planDifferenceDocument(before, after, { labels: en, client, audience: "client" } as never),
      "rendering/invalid-option",
      ["options", "audience"],
    ],
    [
      "a label",
      () => written(before, after, { ...en, "differenceDocument.points": 1 } as never),
      "rendering/invalid-option",
      ["options", "labels", "differenceDocument.points"],
    ],
    [
      "labels of another language",
      () => written(before, after, { ...en, dates: { ...en.dates, locale: "fr" } }),
      "rendering/invalid-option",
      ["options", "language"],
    ],
  ] as const)("%s that cannot be read", (_, call, code, path) => {
    const refused = refusalOf(call);
    expect(refused.code).toBe(code);
    expect(refused.path.slice(0, path.length)).toStrictEqual(path);
  });
});
