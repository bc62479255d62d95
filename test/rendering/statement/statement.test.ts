import { describe, expect, test } from "vitest";

import { en } from "../../../src/labels/en.ts";
import { zhHans } from "../../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../../src/labels/zh-Hant-HK.ts";
import {
  relationshipValue,
  valueItems,
  type IncomeLine,
  type Statement,
} from "../../../src/relationship-value/index.ts";
import { toHtml, valueStatementDocument, type StatementDocumentOptions } from "../../../src/rendering/index.ts";
import { blocksOf, expectReadable, pairsOf, tableOf } from "../../support/documents.ts";
import { refusalOf } from "../../support/refusal.ts";

const line = (id: string, client: string, item: IncomeLine["item"], amount: string, more: Partial<IncomeLine> = {}) =>
  ({
    id,
    client,
    product: "x",
    item,
    period: "2026-03",
    amount: { amount, currency: "CNY" },
    basis: "actual",
    ...more,
  }) as const;
const lines: readonly IncomeLine[] = [
  line("L1", "C-1", "asset", "1000.00"),
  line("L2", "C-1", "asset", "-50.25", { basis: "accrued" }),
  line("L3", "C-1", "sponsorship", "30.00", { basis: "estimated" }),
  line("L4", "C-2", "asset", "200.00"),
  line("L5", "C-3", "intermediary", "9.00"),
  line("L6", "C-1", "intermediary", "10.00", { amount: { amount: "10.00", currency: "USD" } }),
  line("L7", "C-9", "asset", "77.00"),
  line("L8", "C-1", "liability", "5.00", { period: "2025-03" }),
];
const { statement, findings } = relationshipValue(lines, {
  client: "C-1",
  group: { subsidiaries: ["C-2"], affiliates: ["C-2"], referred: ["C-3"] },
  period: "2026",
  currency: "CNY",
  rates: [{ from: "USD", to: "CNY", rate: "7.123", date: "2026-03-01", source: "board" }],
  statedNone: ["advertising"],
});
const clientNames = { "C-1": "Ann Ltd", "C-2": "Bee Ltd" };
const written = (of: Statement = statement, options: Partial<StatementDocumentOptions> = {}) =>
  valueStatementDocument(of, { labels: en, clientNames, ...options });

describe("a statement", () => {
  const doc = written();

  test("three heads and eleven items by basis; no data, none and withheld are told apart, and none is 0", () => {
    const none = ["No data", "", "", "", "0"];
    expect(doc.title).toBe("Relationship value statement: Ann Ltd 2026");
    expect(tableOf(doc, "Relationship value statement (CNY)")).toStrictEqual([
      [en["valueHead.direct"], "1,020.98", "1,071.23", "−50.25", "", "3"],
      [en["valueItem.asset"], "949.75", "1,000.00", "−50.25", "", "2"],
      [en["valueItem.liability"], ...none],
      [en["valueItem.intermediary"], "71.23", "71.23", "", "", "1"],
      [en["valueHead.related"], "200.00", "200.00", "", "", "1"],
      [en["valueItem.subsidiary"], "200.00", "200.00", "", "", "1"],
      [en["valueItem.affiliate"], ...none],
      [en["valueItem.referred"], "Withheld", "", "", "", "0"],
      [en["valueHead.other"], "30.00", "", "", "30.00", "1"],
      [en["valueItem.joint-business"], ...none],
      [en["valueItem.pilot-partner"], ...none],
      [en["valueItem.forum-attendance"], ...none],
      [`${en["valueItem.advertising"]} · confirmed as none`, "0.00", "", "", "", "0"],
      [en["valueItem.sponsorship"], "30.00", "", "", "30.00", "1"],
      ["Total", "1,250.98", "1,271.23", "−50.25", "30.00", "5"],
    ]);
  });

  test("what is estimated is hatched", () => {
    const [figure] = blocksOf(doc.blocks, "figure");
    expect(figure?.figure).toMatchObject({
      kind: "bars",
      bars: [
        { parts: [{ value: 1020.98 }, { value: 0 }], text: "CNY 1,020.98" },
        { parts: [{ value: 200 }, { value: 0 }] },
        {
          parts: [
            { value: 0, tone: "solid" },
            { value: 30, tone: "estimated" },
          ],
        },
      ],
    });
  });

  test("related clients by name, referred ones as a number", () => {
    expect(tableOf(doc, "Related clients in the second head (CNY)")).toStrictEqual([
      ["Bee Ltd", `${en["valueItem.subsidiary"]} · also named as: ${en["valueItem.affiliate"]}`, "200.00", "1"],
    ]);
    expect(toHtml(doc, { lang: "en" })).not.toContain("C-3");
  });

  test("where each line went, and at which rate an amount was converted", () => {
    const pairs = pairsOf(doc);
    expect(
      (["lines-given", "lines-counted", "lines-of-others", "lines-refused"] as const).map((id) =>
        pairs.get(en[`statementDocument.${id}`]),
      ),
    ).toStrictEqual(["8", "6", "1", "1"]);
    expect(tableOf(doc, "Amounts converted (CNY)")).toStrictEqual([
      ["USD", "7.123", "1 March 2026", "board", "1", "10.00", "71.23", "0.00000"],
    ]);
    expect(tableOf(doc, en["valueDocument.trace"])).toContainEqual([en["valueItem.asset"], "L1, L2"]);
  });

  test("what somebody has to look at, with the client's name", () => {
    const [note] = blocksOf(written(statement, { findings }).blocks, "note");
    expect(findings).toHaveLength(1);
    expect(note?.texts[0]).toContain("Ann Ltd");
  });
});

test("a statement without data has no figure of 0", () => {
  const { statement: empty } = relationshipValue([], { client: "C-1", period: "2026-Q1", currency: "HKD" });
  const rows = tableOf(written(empty), "Relationship value statement (HKD)");
  expect(rows.map(([, amount]) => amount)).toStrictEqual(Array.from({ length: 15 }, () => "No data"));
});

test.each([
  ["zh-Hans", zhHans],
  ["zh-Hant-HK", zhHantHK],
  ["en", en],
] as const)("in %s, and as it comes back from where it was kept", (lang, labels) => {
  const kept = JSON.parse(JSON.stringify(statement)) as Statement;
  const doc = written(kept, { labels: labels, findings, clientNames: { "C-1": "甲", "C-2": "<乙|丙>" } });
  expectReadable(doc, lang, ["board"]);
  expect(doc).toStrictEqual(
    written(statement, { labels: labels, findings, clientNames: { "C-1": "甲", "C-2": "<乙|丙>" } }),
  );
});

describe("what cannot be read", () => {
  test.each([
    [["lines", "given"], -1],
    [["conventions", "rounding"], "nearest"],
    [["items", "asset", "status"], "known"],
    [["trace", "asset"], [1]],
    [["relatedClients", 0, "item"], "referred"],
    [["conversions", 0, "rate", "source"], 7],
    ...valueItems.map((item) => [["items", item, "lineCount"], "1"] as const),
  ] as const)("%j", (path, value) => {
    const bad = JSON.parse(JSON.stringify(statement)) as Record<string, unknown>;
    const holder = path.slice(0, -1).reduce<Record<string, unknown>>((at, key) => at[key] as never, bad);
    holder[String(path.at(-1))] = value;
    const refused = refusalOf(() => written(bad as never));
    expect(refused.code).toBe("rendering/invalid-report");
    expect(refused.path.slice(0, path.length + 1)).toStrictEqual(["statement", ...path]);
  });

  test("options", () => {
    expect(refusalOf(() => written(statement, { names: {} } as never))).toMatchObject({
      code: "rendering/invalid-option",
      path: ["options", "names"],
    });
    expect(refusalOf(() => written(statement, { findings: [{ code: "other" }] } as never)).path).toStrictEqual([
      "options",
      "findings",
      0,
      "code",
    ]);
  });
});
