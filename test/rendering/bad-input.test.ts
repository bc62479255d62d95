import { describe, expect, test } from "vitest";

import type { ClientFile } from "../../src/client/index.ts";
import type { Path } from "../../src/core/index.ts";
import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { relationshipValue, type Statement } from "../../src/relationship-value/index.ts";
import {
  amountText,
  escapeHtml,
  escapeMarkdown,
  figureText,
  MAX_NESTED_COLUMNS,
  percentText,
  strategyPlanDocument,
  toHtml,
  toMarkdown,
  type Block,
  type BlockDocument,
  type HtmlOptions,
  type PlanDocumentOptions,
  type FigureBlock,
} from "../../src/rendering/index.ts";
import type { StrategyPlan } from "../../src/strategy-plan/index.ts";
import { tell } from "../../src/telling/index.ts";
import { cny, emptyPlan, sample } from "../strategy-plan/plans.ts";
import { placesOf, withAt } from "../support/places.ts";
import { refusalOf } from "../support/refusal.ts";
import { renamed } from "../support/renamed.ts";

const { statement } = relationshipValue(sample.incomeLines, {
  client: sample.client.id,
  group: sample.group,
  period: "2025",
  currency: "CNY",
});
const options: PlanDocumentOptions = { labels: zhHans, client: sample.client, statement };
const refusedOptions = (changes: object): object =>
  refusalOf(() => strategyPlanDocument(sample.plan, { ...options, ...changes }));
const refusedPlan = (plan: unknown): object => refusalOf(() => strategyPlanDocument(plan as StrategyPlan, options));

describe("nothing of one client is printed on the plan of another", () => {
  test("a client file", () => {
    const client: ClientFile = { ...sample.client, id: "C-9" };
    expect(refusedOptions({ client })).toStrictEqual({
      code: "rendering/client-differs",
      path: ["options", "client", "id"],
      details: { received: "C-9", expected: sample.plan.client },
    });
  });

  test("a statement", () => {
    expect(refusedOptions({ statement: { ...statement, client: "C-9" } })).toStrictEqual({
      code: "rendering/client-differs",
      path: ["options", "statement", "client"],
      details: { received: "C-9", expected: sample.plan.client },
    });
  });
});

describe("the first page and section 1 say the same of who manages a client", () => {
  const text = (managers: ClientFile["managers"]): string =>
    toMarkdown(strategyPlanDocument(sample.plan, { ...options, client: { ...sample.client, managers } }));

  test("of nobody, nobody", () => {
    const nobody = text([]);
    expect(nobody).toContain("- **客户经理（A角）**: 无");
    expect(nobody).toContain("- **客户经理（B角）**: 无");
    expect(nobody).toContain("- **客户经理**: 无");
  });

  test("of one manager, one, and nobody in the other role", () => {
    const one = text([{ employee: "E-1", name: "王五", role: "primary", unit: "分行", from: "2020-01-01" }]);
    expect(one).toContain("- **客户经理（A角）**: 王五 · 分行");
    expect(one).toContain("- **客户经理（B角）**: 无");
    expect(one).toContain("王五 · 分行 · 自2020年1月1日起");
  });
});

describe("the options of the plan document", () => {
  const code = "rendering/invalid-option";

  test.each<[string, object, Path]>([
    ["no labels", { labels: undefined }, ["options", "labels"]],
    [
      "labels without a word",
      { labels: { ...zhHans, "planDocument.open": undefined } },
      ["options", "labels", "planDocument.open"],
    ],
    ["a language that is not one", { language: "zh" }, ["options", "language"]],
    ["null for a language", { language: null }, ["options", "language"]],
    ["a misspelt option", { lang: "en" }, ["options", "lang"]],
    ["no client", { client: undefined }, ["options", "client"]],
    ["a client with nothing in it", { client: {} }, ["options", "client", "kind"]],
    ["a client of another kind", { client: { ...sample.client, kind: "Corporate" } }, ["options", "client", "kind"]],
    ["a client without managers", { client: { ...sample.client, managers: null } }, ["options", "client", "managers"]],
    ["a manager of null", { client: { ...sample.client, managers: [null] } }, ["options", "client", "managers", 0]],
    ["null for a group", { client: { ...sample.client, group: null } }, ["options", "client", "group"]],
    [
      "a misspelt member of the client",
      { client: renamed(sample.client, "sample", "sampel") },
      ["options", "client", "sampel"],
    ],
    [
      "a channel that is not one",
      { client: { ...sample.client, contacts: [{ channel: "fax", value: "1" }] } },
      ["options", "client", "contacts", 0, "channel"],
    ],
    ["a statement that is not one", { statement: [] }, ["options", "statement"]],
    [
      "a misspelt status",
      { statement: withAt(statement, ["headDetails", "other", "status"], "nodata") },
      ["options", "statement", "headDetails", "other", "status"],
    ],
  ])("%s is refused", (_, changes, path) => {
    expect(refusedOptions(changes)).toMatchObject({ code, path });
  });

  test("a label set without a word the page does not need today is refused all the same", () => {
    const { "answer.unknown": gone, ...labels } = zhHans;
    expect(gone).not.toBe("");
    expect(refusedOptions({ labels })).toMatchObject({
      code,
      path: ["options", "labels", "answer.unknown"],
    });
  });

  test("dates and amounts are refused with the codes of their rooms", () => {
    expect(refusedOptions({ asOf: "2026-02-30" })).toMatchObject({
      code: "core/invalid-date",
      path: ["options", "asOf"],
    });
    expect(refusedOptions({ client: { ...sample.client, clientSince: null } })).toMatchObject({
      code: "core/invalid-date",
      path: ["options", "client", "clientSince"],
    });
    const spoilt = withAt(statement, ["heads", "direct", "amount"], Number.NaN) as Statement;
    expect(refusedOptions({ statement: spoilt })).toMatchObject({
      code: "money/invalid-amount",
      path: ["options", "statement", "heads", "direct", "amount"],
    });
  });

  test("no options at all are refused", () => {
    for (const none of [undefined, null, 7, [], "zh-Hans"]) {
      const call = (): unknown => strategyPlanDocument(sample.plan, none as unknown as PlanDocumentOptions);
      expect(refusalOf(call)).toMatchObject({ code, path: ["options"] });
    }
  });

  test("a client file and a statement may have members of their own, as rows of databases have", () => {
    const more = { row_number: 7, branch: null };
    const own = { ...options, client: { ...sample.client, ...more }, statement: { ...statement, ...more } };
    expect(strategyPlanDocument(sample.plan, own)).toStrictEqual(strategyPlanDocument(sample.plan, options));
  });
});

describe("a plan that cannot be printed is refused at its place", () => {
  const plan = (changes: object): unknown => ({ ...emptyPlan, client: sample.client.id, ...changes });
  const business = (more: object): unknown => plan({ businesses: [{ id: "b", ...more }] });

  test.each<[string, unknown, string, Path]>([
    ["no plan", undefined, "strategy-plan/invalid-plan", ["plan"]],
    ["nothing in it", {}, "strategy-plan/invalid-plan", ["plan", "id"]],
    ["people of null", plan({ people: null }), "strategy-plan/invalid-plan", ["plan", "people"]],
    ["actions of null", plan({ actions: [null] }), "strategy-plan/invalid-plan", ["plan", "actions", 0]],
    [
      "a currency nobody knows",
      plan({ value: { target: { amount: "1", currency: "RMB" } } }),
      "money/unknown-currency",
      ["plan", "value", "target", "currency"],
    ],
    [
      "a day it was prepared that does not exist",
      plan({ preparedOn: "2026-02-30" }),
      "core/invalid-date",
      ["plan", "preparedOn"],
    ],
    [
      "an amount of a need",
      business({ financialNeeds: [{ need: "x", amount: cny("1,000.00") }] }),
      "money/invalid-amount",
      ["plan", "businesses", 0, "financialNeeds", 0, "amount", "amount"],
    ],
    [
      "a share",
      business({ shareOfTurnoverAndProfit: { turnoverShare: "60 %" } }),
      "core/invalid-decimal",
      ["plan", "businesses", 0, "shareOfTurnoverAndProfit", "turnoverShare"],
    ],
    [
      "the end of a period",
      plan({ actions: [{ id: "a", plannedPitchTime: { from: "2026-01-01", to: "2026-02-30" } }] }),
      "core/invalid-date",
      ["plan", "actions", 0, "plannedPitchTime", "to"],
    ],
  ])("%s", (_, given, code, path) => {
    expect(refusedPlan(given)).toMatchObject({ code, path });
  });

  test("a day that does not exist in a row is printed, and said to be wrong", () => {
    const challenges = [
      { id: "c", preventionAndTimetable: [{ action: "x", owner: "y", due: "2026-02-30", state: "open" }] },
    ];
    const page = toMarkdown(strategyPlanDocument(plan({ challenges }) as StrategyPlan, options));
    expect(page).toMatch(/数据不一致：.*#1 · 预防工作\/时间表\)/);
  });
});

describe("a document of blocks is read whole before it is written", () => {
  const code = "rendering/invalid-document";
  const writers: readonly (readonly [string, (doc: BlockDocument) => string])[] = [
    ["toHtml", (doc) => toHtml(doc, { lang: "en" })],
    ["toMarkdown", toMarkdown],
  ];
  const of = (...blocks: readonly unknown[]): BlockDocument => ({ title: "T", blocks }) as BlockDocument;
  const bar = (value: unknown): unknown => ({
    type: "figure",
    title: "x",
    description: "x",
    figure: {
      kind: "bars",
      headers: ["a", "b"],
      bars: [{ label: "l", parts: [{ value, tone: "solid" }], text: "1" }],
      legend: [],
    },
  });
  const headed = (headers: readonly string[]): unknown => {
    const block = bar(1) as FigureBlock;
    return { ...block, figure: { ...block.figure, headers } };
  };
  const table = (changes: object): unknown => ({
    type: "table",
    caption: "x",
    columns: [
      { header: "a", align: "start" },
      { header: "b", align: "end" },
    ],
    rows: [["1", "2"]],
    ...changes,
  });
  const nested = (depth: number): Block => {
    let block: Block = { type: "paragraph", text: "x" };
    for (let n = 0; n < depth; n++) block = { type: "columns", columns: [[block]] };
    return block;
  };

  describe.each(writers)("%s", (_name, write) => {
    test.each<[string, unknown, Path]>([
      ["a kind nobody knows", { type: "chart", text: "x" }, ["type"]],
      ["a name of the language", { type: "constructor" }, ["type"]],
      ["no kind", { text: "x" }, ["type"]],
      ["null", null, []],
      ["a text", "x", []],
      ["a heading of level 5", { type: "heading", level: 5, text: "x" }, ["level"]],
      ["another emphasis", { type: "paragraph", text: "x", emphasis: "strong" }, ["emphasis"]],
      ["a misspelt member", { type: "paragraph", text: "x", emphases: "muted" }, ["emphases"]],
      ["a number for a text", { type: "paragraph", text: 5 }, ["text"]],
      ["a misspelt alignment", table({ columns: [{ header: "a", align: "left" }], rows: [] }), ["columns", 0, "align"]],
      [
        "a width of nothing",
        table({ columns: [{ header: "a", align: "end", width: 0 }], rows: [] }),
        ["columns", 0, "width"],
      ],
      ["a number for a cell", table({ rows: [["1", 2]] }), ["rows", 0, 1]],
      [
        "a misspelt emphasis of a cell",
        table({ rows: [["1", { text: "2", emphasis: "bold" }]] }),
        ["rows", 0, 1, "emphasis"],
      ],
      ["a row without a cell, whose figures would move", table({ rows: [["1", "2"], ["1"]] }), ["rows", 1]],
      ["a footer with a cell too many", table({ footer: ["a", "b", "c"] }), ["footer"]],
      ["a misspelt tone", { type: "note", tone: "warn", title: "x", texts: [] }, ["tone"]],
      ["a misspelt display", { type: "pairs", display: "tile", items: [] }, ["display"]],
      ["a bar without a length", bar(Number.NaN), ["figure", "bars", 0, "parts", 0, "value"]],
      ["a bar without an end", bar(Infinity), ["figure", "bars", 0, "parts", 0, "value"]],
      ["a bar of less than nothing", bar(-1), ["figure", "bars", 0, "parts", 0, "value"]],
      ["a text for the length of a bar", bar("5"), ["figure", "bars", 0, "parts", 0, "value"]],
      ["three headers for two", headed(["a", "b", "c"]), ["figure", "headers"]],
      ["a null block in a column", { type: "columns", columns: [[null]] }, ["columns", 0, 0]],
    ])("%s is refused", (_, block, path) => {
      const at = ["doc", "blocks", 1, ...path];
      expect(refusalOf(() => write(of({ type: "page-break" }, block)))).toMatchObject({ code, path: at });
    });

    test("something that is not a document is refused", () => {
      for (const none of [undefined, null, 7, "x", [], {}, { title: "x", blocks: {} }]) {
        expect(refusalOf(() => write(none as BlockDocument))).toMatchObject({ code });
      }
    });

    test("columns are written to the depth that is stated, and refused beyond it", () => {
      expect(write(of(nested(MAX_NESTED_COLUMNS)))).toContain("x");
      for (const depth of [MAX_NESTED_COLUMNS + 1, 5000]) {
        expect(refusalOf(() => write(of(nested(depth))))).toMatchObject({ code, details: { max: MAX_NESTED_COLUMNS } });
      }
    });

    test("the document of the sample: null in the place of anything, and a member nobody knows in anything", () => {
      const doc = strategyPlanDocument(sample.plan, options);
      for (const { path, value } of placesOf(doc, 4)) {
        const without = withAt(doc, path, null) as BlockDocument;
        expect(refusalOf(() => write(without))).toMatchObject({ code, path: ["doc", ...path] });
        if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
        const more = withAt(doc, path, { ...value, surprise: 1 }) as BlockDocument;
        expect(refusalOf(() => write(more))).toMatchObject({ code, path: ["doc", ...path, "surprise"] });
      }
    });
  });

  test.each<[string, unknown, Path]>([
    ["none", undefined, []],
    ["no language", {}, ["lang"]],
    ["a blank language", { lang: " " }, ["lang"]],
    ["null for a title", { lang: "en", title: null }, ["title"]],
    ["a misspelt option", { lang: "en", titel: "x" }, ["titel"]],
  ])("options of a page: %s", (_, given, path) => {
    expect(refusalOf(() => toHtml(of(), given as HtmlOptions))).toMatchObject({
      code: "rendering/invalid-option",
      path: ["options", ...path],
    });
  });
});

describe("the language of a page is a language tag", () => {
  const empty: BlockDocument = { title: "T", blocks: [] };
  const refused = (lang: unknown): object => refusalOf(() => toHtml(empty, { lang: lang as string }));

  test.each(["en", "zh-Hans", "zh-Hant-HK", "zh-CN", "en-GB", "de-DE-1996", "ZH-hans"])("%s is one", (lang) => {
    expect(toHtml(empty, { lang })).toContain(`<html lang="${lang}">`);
  });

  test.each([
    ["zh_CN", "zh-CN"],
    ["zh_Hans_CN", "zh-Hans-CN"],
    ["zh_CN.UTF-8", "zh-CN"],
    ["de_DE@euro", "de-DE"],
    [" en ", "en"],
    ["en gb", "en-GB"],
  ])("%s is a locale; perhaps %s was meant", (lang, didYouMean) => {
    expect(refused(lang)).toMatchObject({
      code: "rendering/invalid-option",
      path: ["options", "lang"],
      details: { languageTag: true, didYouMean },
    });
  });

  test.each([["中文"], ["en-"], ["x"], ["C.UTF-8"], [""], ["_"], ["chinese_simplified"], [7], [null], [["en"]]])(
    "%j is none, and nothing is near",
    (lang) => {
      const { details } = refused(lang) as { readonly details: object };
      expect(details).toMatchObject({ languageTag: true });
      expect(details).not.toHaveProperty("didYouMean");
    },
  );

  test("words that write amounts in one are looked at the same way", () => {
    const words = { ...en, dates: { ...en.dates, locale: "zh_HK" } };
    expect(refusalOf(() => tell({ code: "make-up-day-counted", date: "2026-02-14" }, words))).toMatchObject({
      code: "telling/invalid-words",
      path: ["words", "dates", "locale"],
      details: { languageTag: true, didYouMean: "zh-HK" },
    });
  });
});

describe("texts and figures", () => {
  test.each([[null], [undefined], [7], [["x"]], [new Date(0)]])("%s is not a text", (text) => {
    for (const escape of [escapeHtml, escapeMarkdown]) {
      expect(refusalOf(() => escape(text as unknown as string))).toMatchObject({
        code: "rendering/invalid-text",
        path: ["text"],
      });
    }
  });

  test.each<[unknown, Path]>([
    [null, ["amount"]],
    ["1.00", ["amount"]],
    [{ amount: "1.00" }, ["amount", "currency"]],
    [{ amount: "1.00", currency: null }, ["amount", "currency"]],
    [{ amount: "1.00", Currency: "CNY" }, ["amount", "Currency"]],
  ])("%j is not money", (amount, path) => {
    for (const text of [amountText, figureText]) {
      expect(refusalOf(() => text(amount as ReturnType<typeof cny>))).toMatchObject({
        code: "rendering/invalid-amount",
        path,
      });
    }
  });

  test("a row of a database with an amount in it may have more", () => {
    expect(amountText({ ...cny("1000.00"), id: 7 } as ReturnType<typeof cny>)).toBe("CNY 1,000.00");
  });

  test("a share that is not a decimal", () => {
    expect(refusalOf(() => percentText(0.5 as unknown as string))).toMatchObject({
      code: "core/invalid-decimal",
      path: ["share"],
    });
  });
});
