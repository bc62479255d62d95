import { expect, test } from "vitest";

import { en } from "../../../src/labels/en.ts";
import { zhHans } from "../../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../../src/labels/zh-Hant-HK.ts";
import { relationshipValue } from "../../../src/relationship-value/index.ts";
import { toDocx } from "../../../src/rendering/docx/index.ts";
import { strategyPlanDocument, toHtml } from "../../../src/rendering/index.ts";
import { sample } from "../../strategy-plan/plans.ts";
import { refusalOf } from "../../support/refusal.ts";
import { expectedBy, partsOf, saidBy } from "./docx.ts";

const { statement } = relationshipValue(sample.incomeLines, {
  client: sample.client.id,
  group: sample.group,
  period: "2025",
  currency: "CNY",
});

test.each([
  ["zh-Hans", zhHans],
  ["zh-Hant-HK", zhHantHK],
  ["en", en],
] as const)("%s: another reader finds the whole plan in the Word file, cell by cell", async (language, labels) => {
  const doc = strategyPlanDocument(sample.plan, { labels, client: sample.client, language, statement });
  const file = toDocx(doc, { lang: language });
  const said = await saidBy(file);
  expect(said).toStrictEqual(expectedBy(doc));
  expect(said[0]).toBe(`h1 ${doc.title}`);
  expect(said.length).toBeGreaterThan(600);
  const text = (name: string): string => new TextDecoder().decode(partsOf(file).get(name));
  expect(text("word/header1.xml")).toContain(`>${doc.running ?? ""}<`);
  expect(text("docProps/core.xml")).toContain(
    `<dc:title>${doc.title}</dc:title><dc:language>${language}</dc:language>`,
  );
});

test("the same errors as the HTML writer", () => {
  for (const [doc, options] of [
    [{ title: "x", blocks: [{ type: "heading", level: 5, text: "" }] }, { lang: "en" }],
    [{ title: "x" }, { lang: "en" }],
    [{ title: "x", blocks: [] }, { lang: "zh_CN" }],
    [
      { title: "x", blocks: [] },
      { lang: "en", titel: "y" },
    ],
    [{ title: "x", blocks: [] }, undefined],
  ] as unknown as readonly (readonly [never, never])[]) {
    const refusal = refusalOf(() => toDocx(doc, options));
    expect(refusal).toStrictEqual(refusalOf(() => toHtml(doc, options)));
  }
});
