import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import type { ClientFile } from "../../../src/client/index.ts";
import { en } from "../../../src/labels/en.ts";
import { zhHans } from "../../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../../src/labels/zh-Hant-HK.ts";
import { planDifferenceDocument, toMarkdown, type BlockDocument } from "../../../src/rendering/index.ts";
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
      ["Ann – Cid · The end", "Treasurer", "Cid"],
      ["Ann – Cid · The kind of tie", en["tieKind.influences"], en["tieKind.conflicts-with"]],
    ]);
    const evidence = `${en["planSection.decision-makers"]} · Evidence`;
    expect(tableOf(doc, evidence)).toStrictEqual([["Ann", en["planField.contactName"]]]);
    // and no column for what has no change
    const { columns = [] } = blocksOf(doc.blocks, "table").find(({ caption }) => caption === evidence) ?? {};
    expect(columns.map(({ header }) => header)).toStrictEqual(["Entry", "Added"]);
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

describe("answers of several parts", () => {
  const one: StrategyPlan = {
    ...plan,
    people: [
      {
        id: "p",
        contactName: "Ann",
        positionAndAuthority: { position: "Deputy", authority: "influences" },
        contactMethod: [{ channel: "phone", value: "555" }],
        otherBusinessWithUs: [],
      },
    ],
    businesses: [{ id: "b", businessNature: "Parts", financialNeeds: [{ need: "Loan", amount: cny("2.00") }] }],
    standing: { ourStrengths: [{ text: "Fast" }], ourWeaknesses: [] },
    services: [{ id: "s", service: "Leasing" }],
    institutions: [
      {
        id: "i",
        institutionName: "Other",
        institutionServicesAndTerms: [{ service: "s", terms: "4 %", renewalDate: "2026-01-31" }],
        estimatedSpend: [{ service: "s", amount: cny("70.00"), period: "2024", method: "rent" }],
      },
    ],
    actions: [{ id: "a", clientNeed: { text: "Cash" }, departmentAndOwner: { department: "Desk", person: "Bo" } }],
    challenges: [{ id: "c", challengeContent: "Rates", preventionAndTimetable: [{ action: "Call", state: "open" }] }],
  };
  const other: StrategyPlan = {
    ...one,
    people: [
      {
        id: "p",
        contactName: "Ann",
        positionAndAuthority: { position: "Chief", authority: "decides" },
        contactMethod: [{ channel: "phone", value: "777" }],
        otherBusinessWithUs: [{ product: "Private account", bookingUnit: "Branch" }],
      },
    ],
    businesses: [
      { id: "b", businessNature: "Parts", financialNeeds: [{ need: "Loan", amount: cny("2.50"), timing: "May" }] },
    ],
    standing: { ourStrengths: [{ text: "Fast" }, { text: "Near" }], ourWeaknesses: [{ text: "Dear" }] },
    institutions: [
      {
        id: "i",
        institutionName: "Other",
        institutionServicesAndTerms: [{ service: "s", terms: "4 %", renewalDate: "2027-01-31" }],
        estimatedSpend: [{ service: "s", amount: cny("70.00"), period: "2025", method: "rent" }],
      },
    ],
    actions: [{ id: "a", clientNeed: { text: "Cash" } }],
    challenges: [
      {
        id: "c",
        challengeContent: "Rates",
        preventionAndTimetable: [{ action: "Call", owner: "Bo", due: "2026-03-01", state: "open" }],
      },
    ],
  };
  const doc = written(one, other);

  test.each([
    ["decision-makers", "Ann", "positionAndAuthority", "Deputy", "Chief"],
    ["decision-makers", "Ann", "contactMethod", "555", "777"],
    ["business-analysis", "Parts", "financialNeeds", "Loan · CNY 2.00", "Loan · CNY 2.50 · May"],
    ["bank-positioning", null, "ourStrengths", "Fast", "Fast\nNear"],
    ["bank-positioning", null, "ourWeaknesses", "None", "Dear"],
    [
      "other-institutions",
      "Other",
      "institutionServicesAndTerms",
      "Leasing: 4 % · 31 January 2026",
      "Leasing: 4 % · 31 January 2027",
    ],
    [
      "other-institutions",
      "Other",
      "estimatedSpend",
      "Leasing: CNY 70.00 · 2024 · rent",
      "Leasing: CNY 70.00 · 2025 · rent",
    ],
    ["next-year-plan", "Cash", "departmentAndOwner", "Desk · Bo", "–"],
    ["challenges", "Rates", "preventionAndTimetable", "Call", "Call · Bo · 1 March 2026"],
  ] as const)("%s, %s: %s is written as it was and as it is", (section, row, field, was, now) => {
    const name = row === null ? en[`planField.${field}`] : `${row} · ${en[`planField.${field}`]}`;
    expect(tableOf(doc, en[`planSection.${section}`])).toContainEqual([name, was, now]);
  });

  test("what a person has with us is told by nobody without consent", () => {
    const items = blocksOf(doc.blocks, "list").flatMap((list) => list.items);
    expect(items).toContain(`Changed in Contacts, “Ann”: “${en["planField.otherBusinessWithUs"]}”.`);
    expect(toMarkdown(doc)).not.toMatch(/Private account|Branch/);
  });

  test("where only a class differs, that it has changed", () => {
    const [person] = one.people ?? [];
    const people = [
      { ...person, id: "p", positionAndAuthority: { position: "Deputy", authority: "decides" } as const },
    ];
    expect(blocksOf(written(one, { ...one, people }).blocks, "list").flatMap((list) => list.items)).toStrictEqual([
      `Changed in Contacts, “Ann”: “${en["planField.positionAndAuthority"]}”.`,
    ]);
  });
});

test("every entry of a table begins with a capital letter in English", () => {
  const doc = written(lastYear, sample.plan);
  const first = blocksOf(doc.blocks, "table").flatMap(({ rows }) => rows.map(([what]) => what));
  const texts = first.map((cell) => (typeof cell === "string" ? cell : (cell?.text ?? "")));
  expect(texts.flatMap((text) => text.split(" · ")).filter((text) => /^[a-z]/.test(text))).toStrictEqual([]);
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

test("a change in another currency than the document's says which, with its sign before the figure", () => {
  const usd = (amount: string): StrategyPlan => ({ ...plan, value: { target: { amount, currency: "USD" } } });
  const changes = (labels: typeof en, caption: string): readonly (string | undefined)[] =>
    ["12.00", "7.50"].map((amount) => tableOf(written(usd("9.00"), usd(amount), labels), caption)[3]?.[3]);
  expect(changes(en, "Key figures (CNY)")).toStrictEqual(["USD +3.00", "USD −1.50"]);
  expect(changes(zhHans, zhHans["differenceDocument.figures"])).toStrictEqual(["+3.00美元", "−1.50美元"]);
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
