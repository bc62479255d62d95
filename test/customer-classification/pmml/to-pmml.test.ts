import { parseXml } from "@rgrove/parse-xml";
import { describe, expect, test } from "vitest";

import {
  exampleRetailCard,
  exampleStarRateCard,
  prepareScorecard,
  scoreRecord,
  type Scorecard,
} from "../../../src/customer-classification/index.ts";
import { fromPmml, pmmlReasonCodes, toPmml } from "../../../src/customer-classification/pmml/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { asOf, cardOf, lines, withPolicies } from "../cards.ts";
import { factsOf, gridOf, ready } from "../grid.ts";
import { evaluatorOf, type FieldValue } from "./evaluator.ts";

/** The text without the extension. */
const visible = (xml: string): string => xml.replace(/ *<Extension[^]*?<\/Extension>\n/, "");

test.each(ready.map((card) => [card.id, card] as const))("%s comes back whole", (_, card) => {
  const xml = toPmml(card);
  expect(fromPmml(xml)).toEqual({ card, scale: 1, reasonCodes: null, notes: [] });
  expect(prepareScorecard(fromPmml(xml).card).stamp).toStrictEqual(prepareScorecard(card).stamp);
  // written again, from the card, its handle or a copy with its members in another order, it has the same bytes
  const copy = Object.fromEntries(Object.entries(card).reverse()) as unknown as Scorecard;
  expect([fromPmml(xml).card, prepareScorecard(card), copy].map((one) => toPmml(one))).toStrictEqual([xml, xml, xml]);
});

/** A value as another engine has it. */
const theirs = (value: unknown): FieldValue =>
  typeof value === "object" && value !== null && "amount" in value ? Number(value.amount) : (value as FieldValue);

test.each(ready.map((card) => [card.id, card] as const))("%s scores in another engine as it does here", (_, card) => {
  const { rows, columns, axes } = gridOf(card, factsOf(card, [true]));
  const score = evaluatorOf(toPmml(card));
  const fields = new Set([...card.characteristics.map(({ feature }) => feature), card.customerFlag]);
  // every answer of each line beside the first of the others, of customers and of others, and some hundred rows besides
  const alone = axes.flatMap(({ size, stride }) => Array.from({ length: size }, (_one, at) => at * stride));
  const perSide = axes.reduce((product, { size }) => product * size, 1);
  const spread = Array.from({ length: 300 }, (_one, at) => Math.floor((at * rows) / 300));
  const points = new Map(card.characteristics.map(({ id }) => [id, new Set<number>()]));
  for (const row of [...alone, ...alone.map((at) => (at + perSide) % rows), ...spread]) {
    const record = Object.fromEntries(Object.entries(columns).map(([feature, values]) => [feature, values[row]]));
    const result = scoreRecord(card, record, { asOf });
    const read = Object.entries(record).filter(([feature]) => fields.has(feature));
    expect(score(Object.fromEntries(read.map(([feature, value]) => [feature, theirs(value)]))).score).toBe(
      result.status === "scored" ? result.score : null,
    );
    if (result.status === "scored") for (const part of result.parts) points.get(part.characteristic)?.add(part.points);
  }
  // every line was seen with more than one figure
  expect([...points.values()].filter(({ size }) => size < 2)).toStrictEqual([]);
});

test("a small card as a document", () => {
  const card = cardOf([lines.money, withPolicies(lines.flag, { points: 2 }, ["missing"])]);
  expect(visible(toPmml(card))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
  <Header description="test.card 1">
    <Application name="relationship-banking"/>
  </Header>
  <DataDictionary numberOfFields="3">
    <DataField name="flag" optype="categorical" dataType="boolean"/>
    <DataField name="money" optype="continuous" dataType="double"/>
    <DataField name="score" optype="continuous" dataType="double"/>
  </DataDictionary>
  <Scorecard modelName="test.card" functionName="regression" initialScore="0" useReasonCodes="false">
    <MiningSchema>
      <MiningField name="flag" usageType="active" invalidValueTreatment="returnInvalid"/>
      <MiningField name="money" usageType="active" invalidValueTreatment="returnInvalid"/>
      <MiningField name="score" usageType="target"/>
    </MiningSchema>
    <Output>
      <OutputField name="score_points" optype="continuous" dataType="double" feature="predictedValue"/>
    </Output>
    <Characteristics>
      <Characteristic name="money">
        <Attribute partialScore="-3">
          <SimplePredicate field="money" operator="lessThan" value="-0.01"/>
        </Attribute>
        <Attribute partialScore="0">
          <CompoundPredicate booleanOperator="and">
            <SimplePredicate field="money" operator="greaterOrEqual" value="-0.01"/>
            <SimplePredicate field="money" operator="lessThan" value="0.01"/>
          </CompoundPredicate>
        </Attribute>
        <Attribute partialScore="5">
          <CompoundPredicate booleanOperator="and">
            <SimplePredicate field="money" operator="greaterOrEqual" value="0.01"/>
            <SimplePredicate field="money" operator="lessThan" value="1000"/>
          </CompoundPredicate>
        </Attribute>
        <Attribute partialScore="9">
          <SimplePredicate field="money" operator="greaterOrEqual" value="1000"/>
        </Attribute>
      </Characteristic>
      <Characteristic name="flag">
        <Attribute partialScore="2">
          <SimplePredicate field="flag" operator="isMissing"/>
        </Attribute>
        <Attribute partialScore="6">
          <SimplePredicate field="flag" operator="equal" value="true"/>
        </Attribute>
        <Attribute partialScore="1">
          <SimplePredicate field="flag" operator="equal" value="false"/>
        </Attribute>
      </Characteristic>
    </Characteristics>
  </Scorecard>
</PMML>
`);
});

describe("another engine", () => {
  const retail = evaluatorOf(toPmml(exampleRetailCard));
  const known = {
    isCustomer: true,
    annualIncome: 480_000,
    assets: 350_000,
    depositAvg: 200_000,
    intermediaryIncome: 2350,
    productCount: 5,
    incomeTrend: "steady",
    expectedProfit: 3000,
  };

  test("gives the points of the card", () => {
    // strength 14 + 8, contribution 25 + 15, closeness 10 + 0, potential 4 + 5
    expect(retail(known).score).toBe(81);
    expect(retail({ ...known, isCustomer: false }).score).toBe(22);
    expect(
      evaluatorOf(toPmml(exampleStarRateCard))({ mediumLongTermAssets: 250_000, cardSpending: 60_000 }).score,
    ).toBe(4900);
  });

  test("gives none where the card rejects a value or leaves it open", () => {
    expect(retail({ ...known, isCustomer: null }).score).toBeNull();
    expect(retail({ ...known, annualIncome: null }).score).toBeNull();
    expect(retail({ ...known, depositAvg: null }).score).toBeNull();
    expect(retail({ ...known, isCustomer: false, depositAvg: null }).score).toBe(22);
    expect(retail({ ...known, incomeTrend: "sideways" }).score).toBe(77);
    expect(retail({ ...known, incomeTrend: "" }).score).toBeNull();
  });

  test("needs the customer flag though no line is for customers only", () => {
    const of = evaluatorOf(toPmml(cardOf([lines.integer], { customerFlag: "flag" })));
    expect([of({ integer: 3, flag: false }).score, of({ integer: 3 }).score]).toStrictEqual([4, null]);
  });

  test("rounds points in proportion as the card does, on every cent", () => {
    const of = evaluatorOf(toPmml(cardOf([lines.rate])));
    const wrong = Array.from({ length: 30_000 }, (_, index) => index - 100).filter(
      (cents) => of({ money: cents / 100 }).score !== Math.max(0, Math.floor((cents * 135) / 1_000_000)),
    );
    expect(wrong).toStrictEqual([]);
    expect([of({ money: 74_074.07 }).score, of({ money: 74_074.08 }).score]).toStrictEqual([999, 1000]);
  });

  test("gets the initial score of a line that gives everybody the same", () => {
    const base = { points: 500 } as const;
    const everybody = { ...lines.integer, id: "all", bands: [base], inputs: { missing: base, invalid: base } };
    const xml = toPmml(cardOf([everybody, lines.flag]));
    expect(xml).toContain('initialScore="500"');
    expect(evaluatorOf(xml)({ flag: true }).score).toBe(506);
    // a card of nothing else has to have a characteristic
    expect(evaluatorOf(toPmml(cardOf([everybody])))({}).score).toBe(500);
  });

  test("gets reason codes where every line has its reason and its baseline", () => {
    const card = cardOf([
      { ...lines.integer, reason: "INT", neutral: 4 },
      { ...lines.flag, reason: "FLG", neutral: 3 },
    ]);
    const xml = toPmml(card);
    expect([...evaluatorOf(xml)({ integer: 1, flag: true }).differences]).toStrictEqual([
      ["INT", 4],
      ["FLG", -3],
    ]);
    expect(xml).toContain('<OutputField name="score_reason_1"');
    expect(fromPmml(xml).reasonCodes?.lines.map(({ codes }) => codes)).toStrictEqual([
      ["INT", "INT"],
      ["FLG", "FLG"],
    ]);
  });
});

test("a line for customers only gives everybody else its baseline as a difference, there and here", () => {
  const card = cardOf(
    [
      { ...lines.integer, id: "n", reason: "N", neutral: 10, appliesTo: "customers" },
      { ...lines.number, id: "m", reason: "M", neutral: 5 },
    ],
    {
      customerFlag: "isCustomer",
      features: { ...cardOf([]).features, isCustomer: { kind: "flag", group: "basic", sensitive: false } },
    },
  );
  const xml = toPmml(card);
  const { reasonCodes } = fromPmml(xml);
  if (reasonCodes === null) throw new Error("no codes");
  const both = (record: Record<string, number | boolean>): unknown => {
    const result = scoreRecord(card, record, { asOf });
    if (result.status !== "scored") throw new Error(result.status);
    const ours = pmmlReasonCodes(reasonCodes, result, 2).map((reason) => reason && [reason.code, reason.points]);
    expect(ours).toStrictEqual([...evaluatorOf(xml)(record).differences]);
    return ours;
  };
  expect(both({ isCustomer: false, number: 0.1 })).toStrictEqual([
    ["N", 10],
    ["M", 4],
  ]);
  expect(both({ isCustomer: true, number: 0.1, integer: 5 })).toStrictEqual([
    ["N", 6],
    ["M", 4],
  ]);
});

describe("names", () => {
  const NAME = "<a b='c' & \"d\">\t\n\r]]> \u{1F600}客户";
  const named: Scorecard = {
    ...cardOf([
      { ...lines.category, id: NAME, feature: NAME, groups: [{ values: [NAME, "none\uFFFE".slice(0, 4)], points: 1 }] },
    ]),
    features: { [NAME]: { kind: "category", group: "basic", sensitive: false, values: [NAME, "none"] } },
  };

  test("may have every character of XML", () => {
    const xml = toPmml(named);
    expect(fromPmml(xml).card).toStrictEqual(named);
    expect(evaluatorOf(xml)({ [NAME]: NAME }).score).toBe(1);
  });

  test("with other characters are refused where they would be seen", () => {
    for (const bad of ["a\u0001", "a\uFFFF", "a\u0000b"]) {
      const card: Scorecard = { ...cardOf([lines.integer]), id: bad };
      expect(refusalOf(() => toPmml(card))).toStrictEqual({
        code: "customer-classification/unsupported-pmml",
        path: ["card", "id"],
        details: { reason: "character" },
      });
    }
  });

  test("in what other engines do not see may have any", () => {
    const card: Scorecard = { ...cardOf([lines.integer]), sources: ["\u0001\uFFFE\uFFFF\u007F"] };
    const xml = toPmml(card);
    expect(parseXml(xml).root?.name).toBe("PMML");
    expect(fromPmml(xml).card).toStrictEqual(card);
  });

  test("of a feature may be that of the score", () => {
    const card: Scorecard = {
      ...cardOf([{ ...lines.integer, feature: "score" }]),
      features: { score: { kind: "integer", group: "account", sensitive: false } },
    };
    expect(toPmml(card)).toContain('<MiningField name="score_" usageType="target"/>');
  });
});

describe("options", () => {
  const CODE = "customer-classification/invalid-pmml-options";
  const card = cardOf([lines.integer]);
  const line = { characteristic: "integer", baseline: 5, codes: ["A", "B"] };
  const codes = { algorithm: "pointsBelow", baselineMethod: "other", lines: [line] } as const;

  test("write points as they were before they were multiplied", () => {
    const xml = toPmml(card, { scale: 100, reasonCodes: codes });
    expect(xml).toContain('baselineScore="0.05"');
    expect(xml).toContain('<Attribute reasonCode="B" partialScore="0.04">');
    expect(fromPmml(xml)).toStrictEqual({ card, scale: 100, reasonCodes: codes, notes: [] });
    expect(fromPmml(xml, { extension: "ignore" }).scale).toBe(100);
  });

  test.each([
    [{ scale: 3 }, ["scale"]],
    [{ scale: 0.1 }, ["scale"]],
    [{ scale: "10" }, ["scale"]],
    [{ reasonCodes: { ...codes, lines: [] } }, ["reasonCodes", "lines"]],
    [{ reasonCodes: { ...codes, lines: [{ ...line, characteristic: "other" }] } }, ["reasonCodes", "lines"]],
    [{ reasonCodes: { ...codes, lines: [{ ...line, codes: ["A"] }] } }, ["reasonCodes", "lines", 0, "codes"]],
    [{ reasonCodes: { ...codes, algorithm: "pointsbelow" } }, ["reasonCodes", "algorithm"]],
    [
      { reasonCodes: { ...codes, lines: [{ ...line, flagPoints: [3, 4] }] } },
      ["reasonCodes", "lines", 0, "flagPoints"],
    ],
    [{ scales: 1 }, ["scales"]],
  ])("that do not fit are refused: %j", (options, path) => {
    expect(refusalOf(() => toPmml(card, options as object))).toMatchObject({ code: CODE, path: ["options", ...path] });
  });

  test("have a code for a missing value that has points, and the points of a flag", () => {
    const scored = cardOf([{ ...lines.integer, inputs: { missing: { points: 1 }, invalid: "reject" } }]);
    const refusedAt = (of: Scorecard, own: object): unknown =>
      refusalOf(() => toPmml(of, { reasonCodes: { ...codes, lines: [{ ...line, ...own }] } })).path.slice(4);
    expect(refusedAt(scored, {})).toStrictEqual(["missing"]);
    // another engine would take the code of the characteristic, and the reading here none
    const inherited = scored.characteristics.map((own) => ({ ...own, reason: "R" }));
    expect(refusedAt({ ...scored, characteristics: inherited }, {})).toStrictEqual(["missing"]);
    expect(toPmml(scored, { reasonCodes: { ...codes, lines: [{ ...line, missing: "M" }] } })).toContain(
      '<Attribute reasonCode="M" partialScore="1">',
    );
    const flag = { ...lines.flag, id: "integer" } as const;
    const [no, yes] = [flag.whenFalse, flag.whenTrue];
    expect(refusedAt(cardOf([flag]), {})).toStrictEqual(["flagPoints"]);
    expect(refusedAt(cardOf([flag]), { flagPoints: [yes, no] })).toStrictEqual(["flagPoints"]);
  });
});
