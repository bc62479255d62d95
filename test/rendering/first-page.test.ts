import { describe, expect, test } from "vitest";

import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { relationshipReturn, relationshipValue } from "../../src/relationship-value/index.ts";
import { strategyPlanDocument, toHtml, toMarkdown, type PlanDocumentOptions } from "../../src/rendering/index.ts";
import {
  examplePlanFreshness,
  type PlanAction,
  type PreventiveStep,
  type StrategyPlan,
} from "../../src/strategy-plan/index.ts";
import { blocksOf } from "../support/documents.ts";
import { refusalOf } from "../support/refusal.ts";
import { cny, emptyPlan as empty, sample } from "../strategy-plan/plans.ts";

const emptyPlan: StrategyPlan = { ...empty, client: sample.client.id };
const documentOf = (plan: StrategyPlan, options: Partial<PlanDocumentOptions> = {}) =>
  strategyPlanDocument({ ...emptyPlan, ...plan }, { labels: en, client: sample.client, unit: "one", ...options });
const pageOf = (plan: StrategyPlan, options: Partial<PlanDocumentOptions> = {}): string =>
  toMarkdown(documentOf(plan, options)).split("\n---\n")[0] ?? "";
const linesOf = (page: string): readonly string[] =>
  page.slice(page.indexOf("To follow up")).match(/(?<=^> - ).*$/gm) ?? [];

// 269,000 on a capital of 1,050,000, which has to earn 126,000
const sampleReturn = relationshipReturn(
  {
    positions: [{ id: "A-1", side: "asset", averageBalance: cny("10000000.00"), rate: "0.06", transferRate: "0.03" }],
    addOns: [],
    fees: cny("20000.00"),
    activities: [{ activity: "visit", count: "12" }],
    exposures: [{ id: "A-1", exposure: cny("10000000.00"), pd: "0.01", lgd: "0.45", riskWeight: "1" }],
  },
  {
    ...{ period: "2025", currency: "CNY", dayCount: "ACT/365F", lossTime: "full", levies: null, hurdle: "0.12" },
    costs: [{ activity: "visit", cost: cny("500.00"), units: "1" }],
    capital: { basis: "regulatory", ratio: "0.105" },
    returnOnCapital: { treatment: "excluded" },
    funding: { treatment: "gross" },
    tax: { treatment: "before-tax" },
  },
).result;

const stated = (period: string, amount: string, options: { readonly clientHasCredit?: boolean } = {}) =>
  relationshipValue(
    [
      {
        ...{ id: "L1", client: sample.client.id, product: "p", item: "asset", period, basis: "actual" },
        amount: cny(amount),
      },
    ],
    { client: sample.client.id, period, currency: "CNY", ...options },
  ).statement;
const valued = (period: string, amount = "100.00"): StrategyPlan => ({
  ...emptyPlan,
  value: { directIncome: { amount: cny(amount), period, basis: "actual" }, target: cny("300.00") },
});

describe("a statement beside section 7", () => {
  test("of the same period and amount says nothing more, and the tile names the period", () => {
    const page = pageOf(valued("2025"), { statement: stated("2025", "100.00") });
    expect(page).toContain("| **100.00**<br>2025 · ");
    expect(page).not.toContain("value statement");
    expect(pageOf(valued("2025"))).toContain("| **100.00**<br>2025 · ");
  });

  test("a year by its days is the same year", () => {
    const days = { from: "2025-01-01", to: "2026-01-01" };
    const plan: StrategyPlan = {
      ...emptyPlan,
      value: { directIncome: { amount: cny("100.00"), period: days, basis: "actual" } },
    };
    const page = pageOf(plan, { statement: stated("2025", "100.00") });
    expect(page).toContain("| **100.00**<br>2025 · ");
    expect(page).not.toContain("value statement");
  });

  test("of another period is said to be", () => {
    const page = pageOf(valued("2025"), { statement: stated("2019", "100.00") });
    expect(page).toContain("| **100.00**<br>2019 · ");
    expect(linesOf(page)).toContain(
      "Reminder: Direct income: the plan’s figure is for 2025 in CNY, the value statement for 2019 in CNY, so they cannot be compared. (Relationship value · Direct income)",
    );
  });

  test("of another amount, and without data", () => {
    expect(linesOf(pageOf(valued("2025"), { statement: stated("2025", "90.00") }))).toContain(
      "Contradiction: Direct income: the plan has CNY 100.00, the value statement CNY 90.00. (Relationship value · Direct income)",
    );
    const plan: StrategyPlan = {
      ...emptyPlan,
      value: { relatedClientIncome: { amount: cny("5.00"), period: "2025", basis: "actual" } },
    };
    expect(linesOf(pageOf(plan, { statement: stated("2025", "90.00") }))).toContain(
      "Contradiction: Income from related clients: the plan has CNY 5.00, of which the value statement has no data. (Relationship value · Income from related clients)",
    );
  });

  test("the client does not read about it", () => {
    expect(
      toMarkdown(documentOf(valued("2025"), { statement: stated("2019", "100.00"), audience: "client" })),
    ).not.toContain("value statement");
  });
});

describe("heads of several periods", () => {
  const plan: StrategyPlan = {
    ...emptyPlan,
    value: {
      directIncome: { amount: cny("4000000.00"), period: "2025", basis: "actual" },
      relatedClientIncome: { amount: cny("300000.00"), period: "2025-12", basis: "actual" },
      target: cny("5000000.00"),
    },
  };
  const page = pageOf(plan);

  test("have no total and no gap, and each says its period", () => {
    expect(page).toContain("| **Several periods: no total**<br>");
    expect(page).not.toContain("4,300,000.00");
    expect(page).not.toContain("Gap");
    expect(page).toContain("| Direct income · 2025 | CNY 4,000,000.00 |");
    expect(page).toContain("| Income from related clients · December 2025 | CNY 300,000.00 |");
  });
});

test("above the target there is no gap below 0", () => {
  expect(pageOf(valued("2025", "450.00"))).toContain("| **300.00**<br>Ahead of target by: 150.00 |");
  expect(pageOf(valued("2025", "300.00"))).toContain("| **300.00**<br>Gap: 0.00 |");
});

test("income still expected leaves out what was won, lost or dropped, which stand beside it", () => {
  const action = (id: string, amount: string, state: "planned" | "lost" | "dropped" | "won"): PlanAction => ({
    id,
    expectedIncome: { amount: cny(amount), period: "2026" },
    progress: { state, actualDate: "2026-02-01", reason: "why" },
  });
  const actions = [
    action("a", "9000.00", "lost"),
    action("b", "700.00", "dropped"),
    action("c", "50.00", "won"),
    action("d", "4.00", "planned"),
    { id: "e" },
  ];
  const text = toMarkdown(documentOf({ ...emptyPlan, actions }, { unit: "thousand" }));
  expect(pageOf({ ...emptyPlan, actions })).toContain(
    "**4.00**<br>1/2 completed · Planned in total: 9,754.00 · Of which won: 50.00 · Of which lost or dropped: 9,700.00",
  );
  expect(text).toContain("| Income still expected from the plan | CNY 4.00 |");
  expect(text).toContain("| Of which lost or dropped | CNY 9,700.00 |");
});

describe("other institutions", () => {
  const institutions = ["A", "B", "C", "D"].map((name, at) => ({
    id: name,
    institutionName: `Bank ${name}`,
    institutionServicesAndTerms: [
      { service: "s", terms: "t", renewalDate: "2023-06-30" },
      ...(name === "B" ? [] : [{ service: "s", terms: "u", renewalDate: "2026-06-30" }]),
      { service: "s", terms: "v" },
    ],
    estimatedSpend: [{ service: "s", amount: cny(`${String(900 - at * 100)}.00`), period: "2025", method: "m" }],
  }));
  const plan: StrategyPlan = {
    ...emptyPlan,
    institutions,
    services: [
      {
        id: "s",
        service: "Loans",
        needed: "yes",
        suppliedElsewhere: { answer: "yes", institutions: ["A", "B", "C", "D"] },
        spendWithUs: { amount: cny("100.00"), period: "2025", basis: "actual" },
      },
    ],
  };

  test("have the next renewal of the day, or say that it has passed, and add up", () => {
    expect(pageOf(plan, { asOf: "2026-06-30" })).toContain(
      [
        "- Bank A: CNY 900.00 · Renewal: 30 June 2026",
        "- Bank B: CNY 800.00 · Renewal date passed: 30 June 2023",
        "- Other institutions (2): CNY 1,300.00",
      ].join("\n"),
    );
    expect(pageOf(plan, { asOf: "2026-07-01" })).toContain("Bank A: CNY 900.00 · Renewal date passed: 30 June 2026");
  });

  test("in section 5 too", () => {
    expect(toMarkdown(documentOf(plan, { asOf: "2026-01-01" }))).toContain(
      "Loans: t · Renewal date passed: 30 June 2023<br>Loans: u · Renewal: 30 June 2026<br>Loans: v",
    );
  });
});

describe("other institutions of which no spend is known", () => {
  const institutions = ["A", "B", "C", "D"].map((id) => ({
    id,
    institutionName: `Bank ${id}`,
    institutionServicesAndTerms: [{ service: "s", terms: "t", renewalDate: "2026-06-30" }],
    ...(id === "D" ? { estimatedSpend: [{ service: "s", amount: cny("900.00"), period: "2025" }] } : {}),
  }));

  test("are named with their renewal after those with one, and counted", () => {
    const services = [
      { id: "s", service: "Loans", spendWithUs: { amount: cny("1.00"), period: "2025", basis: "actual" } },
    ] as const;
    expect(pageOf({ ...emptyPlan, institutions, services })).toContain(
      "- Bank D: CNY 900.00 · Renewal: 30 June 2026\n- Bank A · Renewal: 30 June 2026\n- Other institutions (2)\n",
    );
  });

  test("stand under a wallet nobody knows", () => {
    expect(pageOf({ ...emptyPlan, institutions: institutions.slice(0, 1) })).toContain(
      "wallet: No data\n\n- Bank A · Renewal: 30 June 2026\n",
    );
  });
});

test("pitches there is no room for are counted", () => {
  const actions = (count: number): readonly PlanAction[] =>
    Array.from({ length: count }, (_, at) => ({ id: `a${String(at)}`, plannedPitchTime: "2026-03" }));
  expect(pageOf({ ...emptyPlan, actions: actions(3) })).toContain("**Upcoming pitches (CNY)**");
  expect(pageOf({ ...emptyPlan, actions: actions(5) })).toContain("**Upcoming pitches (CNY) · 3/5**");
});

describe("what changed since the plan before", () => {
  const before: StrategyPlan = { ...emptyPlan, id: "P-0", period: "2025" };
  const changesOf = (plan: StrategyPlan, earlier: StrategyPlan): string =>
    /### Changes since.*?\n\n((?:- .*\n)*)/.exec(pageOf(plan, { before: earlier }))?.[1] ?? "";

  test("a value of several periods is not one that nobody has data of", () => {
    const mixed: StrategyPlan = {
      ...before,
      value: {
        directIncome: { amount: cny("1.00"), period: "2024", basis: "actual" },
        relatedClientIncome: { amount: cny("2.00"), period: "2023", basis: "actual" },
      },
    };
    expect(changesOf(valued("2025"), mixed)).toContain(
      "Relationship value now (CNY): Several periods: no total → 100.00\n",
    );
    expect(changesOf(valued("2025"), before)).toContain("Relationship value now (CNY): No data → 100.00\n");
  });

  test("a value in two currencies is both", () => {
    const usd = { amount: { amount: "2.00", currency: "USD" }, period: "2025", basis: "actual" } as const;
    const { directIncome } = valued("2025").value ?? {};
    const plan: StrategyPlan = {
      ...emptyPlan,
      value: { ...(directIncome && { directIncome }), relatedClientIncome: usd },
    };
    expect(changesOf(plan, before)).toContain("No data → 100.00 + USD 2.00\n");
  });

  test("an answer that is confirmed again has not changed", () => {
    const dated = (asOf: string): Partial<StrategyPlan> => ({
      people: [{ id: "p", contactName: "Ann", evidence: { contactName: { asOf } } }],
      standing: { ourImage: { text: "Good" }, evidence: { ourImage: { asOf } } },
    });
    const text = changesOf({ ...emptyPlan, ...dated("2025-11-01") }, { ...before, ...dated("2024-11-01") });
    expect(text).toBe("- What the answers rest on: 2\n");
  });
});

describe("a page has the lines it has room for", () => {
  const lines = Array.from({ length: 12 }, (_, at) => `line ${String(at)}`).join("\n");
  const plan: StrategyPlan = {
    ...emptyPlan,
    version: lines,
    institutions: [
      {
        id: "i",
        institutionName: lines,
        estimatedSpend: [{ service: "s", amount: cny("1.00"), period: "2025" }],
      },
    ],
    services: [{ id: "s", service: lines, spendWithUs: { amount: cny("1.00"), period: "2025", basis: "actual" } }],
    actions: [{ id: "a", plannedPitchTime: "2026-03", productOrService: { name: lines } }],
    challenges: [{ id: "c", challengeContent: lines }],
  };

  test("so that line feeds in a text make none", () => {
    const { running, blocks } = documentOf(plan, { extent: "brief" });
    const texts = [
      ...blocksOf(blocks, "list").flatMap(({ items }) => items),
      ...blocksOf(blocks, "note").flatMap((note) => note.texts),
      ...blocksOf(blocks, "table").flatMap(({ rows }) => rows.flat()),
      ...blocksOf(blocks, "pairs").flatMap(({ items }) => items.map(({ value }) => value)),
      ...blocksOf(blocks, "figure").flatMap(({ figure }) =>
        figure.kind === "bars" ? figure.bars.map(({ label }) => label) : [],
      ),
    ].map((cell) => (typeof cell === "string" ? cell : cell.text));
    expect(texts.filter((text) => text.includes("\n"))).toStrictEqual([]);
    expect(running).toContain("Version: line 0 line 1 lin…");
    expect(toMarkdown(documentOf(plan))).toContain("line 10<br>line 11");
  });

  test("and what else stands on it takes lines from what to follow up, which goes on overleaf", () => {
    const challenges = Array.from({ length: 20 }, (_, at) => ({ id: `c${String(at)}`, challengeContent: "C" }));
    const options: Partial<PlanDocumentOptions> = {
      before: { ...emptyPlan, id: "P-0", period: "2025" },
      freshness: examplePlanFreshness,
      returns: sampleReturn,
    };
    const real = { ...sample.client, sample: false };
    const shown = (more: Partial<PlanDocumentOptions>): string =>
      linesOf(pageOf({ ...emptyPlan, challenges }, more)).at(-1) ?? "";
    expect(shown({})).toBe("Further items: 15");
    expect(shown({ ...options, client: real })).toBe("Further items: 16");
    expect(shown(options)).toBe("Further items: 19");
  });
});

describe("a name that shows nothing", () => {
  test("is none: the person is called by position, the challenge and the action are open, and a blank owner is nobody", () => {
    const page = pageOf(
      {
        ...emptyPlan,
        people: [{ id: "p", contactName: " ", positionAndAuthority: { position: "CFO", authority: "decides" } }],
        challenges: [
          { id: "c", challengeContent: "\u200b", preventionAndTimetable: [] },
          {
            id: "d",
            challengeContent: "Rates",
            preventionAndTimetable: [{ action: "x", owner: " ", due: "2026-03-01", state: "open" }],
          },
        ],
        actions: [
          { id: "a", plannedPitchTime: "2025-12", productOrService: { name: " " }, clientNeed: { text: "Cash" } },
        ],
      },
      { asOf: "2026-06-01" },
    );
    expect(linesOf(page)).toStrictEqual(
      expect.arrayContaining([
        "Key person without contact details: CFO",
        "Challenge without an owner and a date: To be completed",
        "Challenge without an owner and a date: Rates",
        expect.stringMatching(/: Cash$/),
      ]),
    );
  });
});

describe("what the relationship earns on its capital", () => {
  test("with the hurdle and the conventions that decide it", () => {
    expect(pageOf(emptyPlan, { returns: sampleReturn })).toContain(
      "- **Risk-adjusted return on capital**: 25.6% · Hurdle: 12.0% · Economic value added (CNY): 143,000.00 · 2025 · Regulatory capital · Before tax\n",
    );
  });

  test("stands out where it takes value away, and is not the client's to read", () => {
    const poor = { ...sampleReturn, economicValueAdded: cny("-0.01") };
    expect(pageOf(emptyPlan, { returns: poor })).toMatch(/\*\*: \*\*25\.6% .*−0\.01.*\*\*\n/);
    expect(toMarkdown(documentOf(emptyPlan, { returns: poor, audience: "client" }))).not.toContain("25.6%");
  });

  test("is in the annex to the last digit where the page rounds it, as is what the plan before had", () => {
    const before = { ...valued("2024", "1234.56"), id: "P-0", period: "2025" };
    const text = toMarkdown(documentOf(emptyPlan, { returns: sampleReturn, before, unit: "million" }));
    const annex = text.slice(text.lastIndexOf("## "));
    expect(annex).toContain("| Economic value added | CNY 143,000.00 |");
    expect(annex).toContain(
      "| 2025 · Direct income | CNY 1,234.56 |\n| 2025 · Target for the plan year | CNY 300.00 |",
    );
  });
});

test("a challenge stands out by the one open step nobody has, and by no step that is done or dropped", () => {
  const step = { action: "x", owner: "Ann", due: "2026-03-01", state: "open" } as const;
  const flagged = (...more: readonly Partial<PreventiveStep>[]): boolean => {
    const preventionAndTimetable = [step, ...more.map((part) => ({ action: "y", state: "open" as const, ...part }))];
    return pageOf({
      ...emptyPlan,
      challenges: [{ id: "c", challengeContent: "Rates", preventionAndTimetable }],
    }).includes("Challenge without an owner and a date: Rates");
  };
  expect(flagged()).toBe(false);
  expect(flagged({ due: "2026-04-01" })).toBe(true);
  expect(flagged({ owner: "Bo" })).toBe(true);
  expect(flagged({ state: "done" }, { state: "dropped" })).toBe(false);
});

test("a catalogue shows what nobody was asked about in a plan without services too, and not to the client", () => {
  const catalogue = [{ id: "loan", name: "Term loan" }];
  expect(toMarkdown(documentOf(emptyPlan, { catalogue }))).toContain("Term loan");
  expect(toMarkdown(documentOf(emptyPlan, { catalogue, audience: "client" }))).not.toContain("Term loan");
});

test("what a tie rests on is among what the answers rest on", () => {
  const plan: StrategyPlan = {
    ...emptyPlan,
    people: [
      { id: "p", contactName: "Ann" },
      { id: "q", contactName: "Bo" },
    ],
    ties: [{ id: "t", from: "p", to: "q", kind: "influences", evidence: { asOf: "2025-01-02", source: "Visit" } }],
  };
  const row =
    "Decision makers and contacts · Ann – Bo | Ties between people | 2 January 2025 | Visit | To be completed |";
  expect(toMarkdown(documentOf(plan))).toContain(row);
  expect(toMarkdown(documentOf(plan, { audience: "client" }))).not.toContain("Visit");
});

describe("what the value statement found", () => {
  const { statement, findings } = relationshipValue(
    [
      {
        ...{
          id: "L8",
          client: sample.client.id,
          product: "E",
          item: "sponsorship",
          period: "2025",
          basis: "estimated",
        },
        amount: cny("100.00"),
      },
    ],
    { client: sample.client.id, period: "2025", currency: "CNY", clientHasCredit: true },
  );

  test("is a red flag on the first page, before everything else, and not the client's to read", () => {
    expect(findings).toHaveLength(1);
    const [first] = linesOf(pageOf(emptyPlan, { statement, statementFindings: findings }));
    expect(first).toMatch(
      /^Red flag: Income line L8 \(.*\) is from client SAMPLE-0001, and client SAMPLE-0001 has credit/,
    );
    const copy = documentOf(emptyPlan, { statement, statementFindings: findings, audience: "client" });
    expect(toMarkdown(copy)).not.toContain("L8");
  });

  test.each([
    ["a code nobody knows", [{ ...findings[0], code: "income-tied" }], ["options", "statementFindings", 0, "code"]],
    ["no details", [{ ...findings[0], details: null }], ["options", "statementFindings", 0, "details"]],
    ["a place that is not one", [{ ...findings[0], path: [true] }], ["options", "statementFindings", 0, "path", 0]],
    ["not a list", {}, ["options", "statementFindings"]],
  ])("%s is refused", (_, statementFindings, path) => {
    expect(refusalOf(() => documentOf(emptyPlan, { statementFindings: statementFindings as never }))).toMatchObject({
      code: "rendering/invalid-option",
      path,
    });
  });
});

describe("the language of a page is never guessed", () => {
  const tagged = (locale: string) => ({ ...en, dates: { ...en.dates, locale } });
  test.each([
    ["en-GB", "thousand"],
    ["EN", "thousand"],
    ["zh-HK", "thousand"],
    ["zh-Hant-HK", "thousand"],
    ["zh-Hans-CN", "ten thousand"],
    ["zh-cn", "ten thousand"],
  ])("%s is read in %s", (locale, unit) => {
    const text = toMarkdown(strategyPlanDocument(valued("2025"), { labels: tagged(locale), client: sample.client }));
    expect(text).toContain(`Target for the plan year (CNY ${unit})`);
  });

  test.each(["de-DE", "zh-TW", "zh", "english", "zh-Hant"])("%s needs a language beside it", (locale) => {
    expect(refusalOf(() => documentOf(emptyPlan, { labels: tagged(locale) }))).toMatchObject({
      code: "rendering/invalid-option",
      path: ["options", "language"],
      details: { received: locale, allowed: ["zh-Hans", "zh-Hant-HK", "en"] },
    });
    expect(documentOf(emptyPlan, { labels: tagged(locale), language: "en" }).title).toContain("SAMPLE Precision");
  });
});

describe("amounts as people of the place write them", () => {
  test.each([
    ["CNY", "人民币100.00元", "人民幣100.00元", "CNY 100.00"],
    ["HKD", "100.00港元", "港幣100.00元", "HKD 100.00"],
    ["USD", "100.00美元", "100.00美元", "USD 100.00"],
    ["CHF", "CHF 100.00", "CHF 100.00", "CHF 100.00"],
  ])("%s", (currency, hans, hant, english) => {
    const plan: StrategyPlan = {
      ...emptyPlan,
      value: { directIncome: { amount: { amount: "100.00", currency }, period: "2025", basis: "actual" } },
    };
    for (const [labels, text] of [
      [zhHans, hans],
      [zhHantHK, hant],
      [en, english],
    ] as const) {
      expect(pageOf(plan, { labels })).toContain(` | ${text} |`);
    }
  });

  test("a red flag has the unit of the page, unless that would hide what it says", () => {
    const flagged = (used: string): readonly string[] => {
      const limits = [{ product: "Loan", limit: cny("100000000.00"), used: cny(used), expiresOn: "2027-01-01" }];
      return linesOf(pageOf({ ...emptyPlan, credit: { confirmedOn: "2025-12-01", limits } }, { unit: "thousand" }));
    };
    expect(flagged("110000000.00")[0]).toBe(
      "Red flag: Loan: CNY 110,000 thousand is used of a limit of CNY 100,000 thousand. (Credit facilities · \\#1)",
    );
    expect(flagged("100000000.01")[0]).toContain("CNY 100,000,000.01 is used of a limit of CNY 100,000,000.00.");
  });
});

describe("what is signed is known wherever it lies", () => {
  test("the signatures name client, year and version, and so does every printed page", () => {
    const doc = documentOf(sample.plan);
    expect(doc.blocks.find((block) => block.type === "signatures")).toMatchObject({
      title: "Customer relationship strategy plan: SAMPLE Precision Manufacturing Co., Ltd. 2026 · Version: 3",
    });
    const running =
      "Customer relationship strategy plan: SAMPLE Precision Manufacturing Co., Ltd. 2026 · Version: 3 · SAMPLE";
    expect(doc.running).toBe(running);
    expect(toHtml(doc, { lang: "en" })).toContain(
      `<div class="running" aria-hidden="true"><div>${running}</div></div>`,
    );
    expect(documentOf(sample.plan, { audience: "client" }).running).toContain("(client copy)");
  });

  test("a long list of what to follow up goes on after the first page, and nothing is lost", () => {
    const challenges = Array.from({ length: 20 }, (_, at) => ({
      id: `c${String(at)}`,
      challengeContent: `C${String(at)}.`,
    }));
    const text = toMarkdown(documentOf({ ...emptyPlan, challenges }));
    const [page = "", rest = ""] = text.split("\n---\n");
    const lines = linesOf(page);
    expect(lines).toHaveLength(7);
    expect(lines.at(-1)).toBe("Further items: 15");
    expect(rest.trimStart().startsWith("> **To follow up (continued)**\n")).toBe(true);
    expect(rest.slice(0, rest.indexOf("\n## ")).match(/^> - /gm)).toHaveLength(15);
    for (const { challengeContent } of challenges) expect(text).toContain(challengeContent);
  });
});

test("the annex names needs by their text, and spend by its service", () => {
  const text = toMarkdown(strategyPlanDocument(sample.plan, { labels: zhHans, client: sample.client }));
  const annex = text.slice(text.indexOf("## 附表"));
  expect(annex).toContain("| 客户的主要业务分析 · 业务 1 · 财务需求 · 应收账款融资 | 人民币120,000,000.00元 |");
  expect(annex).toContain("样本商业银行甲 · 估计客户的相关支出 · 流动资金贷款 | 人民币2,100,000.00元 |");
  expect(annex).not.toContain("\\#");
});

test("the first page counts each text it shortens, the signed title included", () => {
  const client = { ...sample.client, names: { legal: `样本制造${"长".repeat(24)}` } };
  const whole = toMarkdown(strategyPlanDocument(emptyPlan, { labels: zhHans, client }));
  expect(whole).toContain("为排版缩略的内容（全文见计划书），共计：1");
  expect(whole).toContain("首页缩略内容全文 (1)");
});

test("a part that is estimated is drawn within the whole, and what is negative has no length", () => {
  const lines = [
    { id: "a", amount: cny("-50000.00"), basis: "actual" },
    { id: "b", amount: cny("60000.00"), basis: "estimated" },
  ] as const;
  const { statement } = relationshipValue(
    lines.map((line) => ({ ...line, client: sample.client.id, product: "p", item: "asset", period: "2025" }) as const),
    { client: sample.client.id, period: "2025", currency: "CNY" },
  );
  const { blocks } = documentOf(emptyPlan, { statement });
  const [bars] = blocks
    .flatMap((block) => (block.type === "columns" ? block.columns.flat() : []))
    .flatMap((block) => (block.type === "figure" && block.figure.kind === "bars" ? [block.figure] : []));
  // -50,000 and 60,000 are 10,000, all of which may be an estimate
  expect(bars?.bars[0]?.parts).toStrictEqual([
    { value: 0, tone: "solid" },
    { value: 10_000, tone: "estimated" },
  ]);
});
