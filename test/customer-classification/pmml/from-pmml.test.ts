import { describe, expect, test } from "vitest";

import { scoreRecord, type FeatureValue, type Scorecard } from "../../../src/customer-classification/index.ts";
import {
  fromPmml,
  pmmlReasonCodes,
  toPmml,
  type FromPmmlOptions,
  type PmmlScorecard,
} from "../../../src/customer-classification/pmml/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { asOf, cny } from "../cards.ts";
import { attribute, characteristic, compound, documentOf, ofField, simple } from "./documents.ts";
import { evaluatorOf } from "./evaluator.ts";

const scored = (card: Scorecard, record: Readonly<Record<string, FeatureValue>>): number | string => {
  const result = scoreRecord(card, record, { asOf });
  return result.status === "scored" ? result.score : result.status;
};

const bandsOf = ({ card }: PmmlScorecard, index = 0): unknown => {
  const line = card.characteristics[index];
  return line?.scale === "bands" ? line.bands : line;
};

const notesOf = ({ notes }: PmmlScorecard): string[] => notes.map(({ details }) => details.reason);

const QUIET: FromPmmlOptions = { axes: "strength", features: { age: { group: "basic", sensitive: true } } };

const refused = (xml: string, options?: FromPmmlOptions): unknown => {
  const { code, details } = refusalOf(() => fromPmml(xml, options));
  return [code.replace("customer-classification/", ""), details];
};

/** A document about one integer. */
const ofAge = (...attributes: readonly string[]): string =>
  documentOf({ characteristics: characteristic("age", ...attributes) });

describe("a scorecard of PMML", () => {
  test.each(["4.1", "4.2", "4.3", "4.4"])("of version %s becomes a card", (version) => {
    const xml = documentOf({
      version,
      characteristics: characteristic(
        "age",
        attribute(-1, simple("age", "isMissing")),
        attribute(3, simple("age", "lessThan", 18)),
        attribute(7, compound("and", simple("age", "greaterOrEqual", 18), simple("age", "lessThan", 29))),
        attribute(12, simple("age", "greaterOrEqual", 29)),
      ),
    });
    const read = fromPmml(xml, QUIET);
    expect(read).toStrictEqual({
      card: {
        id: "test",
        version: "1",
        status: "house",
        effectiveFrom: "2000-01-01",
        sources: ["PMML scorecard test"],
        features: { age: { kind: "integer", group: "basic", sensitive: true } },
        characteristics: [
          {
            id: "age",
            feature: "age",
            axis: "strength",
            appliesTo: "everyone",
            scale: "bands",
            bands: [{ below: "18", points: 3 }, { below: "29", points: 7 }, { points: 12 }],
            inputs: { missing: { points: -1 }, invalid: "reject" },
          },
        ],
        rules: [],
        core: [{ test: "total", atLeast: 12 }],
      },
      scale: 1,
      reasonCodes: null,
      notes: [],
    });
    expect([null, 17, 18, 28, 29].map((age) => scored(read.card, { age }))).toStrictEqual([-1, 3, 7, 7, 12]);
  });

  test("with a prefix, a byte order mark, comments and other line ends is the same", () => {
    const xml = ofAge(attribute(1, "<True/>"));
    const prefixed = xml
      .replaceAll(/<(\/?)([A-Z])/g, "<$1p:$2")
      .replace("xmlns=", "xmlns:p=")
      .replace("<p:Header", "<!-- <!DOCTYPE none> --><p:Header")
      .replaceAll("\n", "\r\n");
    expect(fromPmml(`\uFEFF${prefixed}`, QUIET)).toStrictEqual(fromPmml(xml, QUIET));
  });

  test("takes the first true attribute in the order of the document", () => {
    const read = fromPmml(
      ofAge(
        attribute(5, simple("age", "equal", 40)),
        attribute(1, simple("age", "lessThan", 50)),
        attribute(2, simple("age", "greaterThan", 30)),
        attribute(9, "<False/>"),
      ),
      QUIET,
    );
    expect(bandsOf(read)).toStrictEqual([
      { below: "40", points: 1 },
      { below: "41", points: 5 },
      { below: "50", points: 1 },
      { points: 2 },
    ]);
    expect(scored(read.card, {})).toBe("insufficient-data");
  });

  test("understands every predicate", () => {
    const read = fromPmml(
      ofAge(
        attribute(1, compound("surrogate", simple("age", "lessThan", 10), "<False/>")),
        attribute(2, compound("xor", simple("age", "lessThan", 20), simple("age", "greaterOrEqual", 30))),
        attribute(
          3,
          `<SimpleSetPredicate field="age" booleanOperator="isIn"><Array type="int" n="2">21 "23"</Array></SimpleSetPredicate>`,
        ),
        attribute(
          4,
          `<SimpleSetPredicate field="age" booleanOperator="isNotIn"><Array type="int">25</Array></SimpleSetPredicate>`,
        ),
        attribute(5, compound("or", simple("age", "notEqual", 1), simple("age", "isNotMissing"))),
        attribute(6, simple("age", "isMissing")),
      ),
      QUIET,
    );
    const ages = [9, 10, 19, 20, 21, 22, 23, 25, 29, 30, null];
    expect(ages.map((age) => scored(read.card, { age }))).toStrictEqual([1, 2, 2, 4, 3, 4, 3, 5, 4, 2, 6]);
  });
});

describe("an edge that includes its number", () => {
  const upTo = (field: string): string =>
    characteristic(
      "c",
      attribute(1, simple(field, "lessOrEqual", "100")),
      attribute(2, simple(field, "greaterThan", "100")),
    );

  test("is the next whole number", () => {
    expect(bandsOf(fromPmml(documentOf({ characteristics: upTo("age") }), QUIET))).toStrictEqual([
      { below: "101", points: 1 },
      { points: 2 },
    ]);
  });

  test("is the next minor unit of money", () => {
    const read = fromPmml(
      documentOf({ fields: ofField("age", "continuous", "double"), characteristics: upTo("age") }),
      {
        currency: { code: "CNY", fields: ["age"] },
      },
    );
    expect(bandsOf(read)).toStrictEqual([{ below: "100.01", points: 1 }, { points: 2 }]);
    expect(read.card.currency).toBe("CNY");
    expect(["100.00", "100.01"].map((amount) => scored(read.card, { age: cny(amount) }))).toStrictEqual([1, 2]);
  });

  test.each([
    ["100", "100.00000000000001"],
    ["0.1", "0.10000000000000002"],
    ["-0.5", "-0.49999999999999994"],
  ])("is the next double after %s, and noted", (edge, next) => {
    const xml = documentOf({
      fields: ofField("age", "continuous", "double"),
      characteristics: upTo("age").replaceAll('"100"', `"${edge}"`),
    });
    const read = fromPmml(xml, QUIET);
    expect(bandsOf(read)).toStrictEqual([{ below: next, points: 1 }, { points: 2 }]);
    expect(scored(read.card, { age: Number(edge) })).toBe(1);
    expect(scored(read.card, { age: Number(next) })).toBe(2);
    expect(read.notes.map(({ details }) => details)).toStrictEqual([
      {
        reason: "edge-moved",
        element: "PMML/Scorecard/Characteristics/Characteristic",
        characteristic: "c",
        field: "age",
        values: [next],
      },
    ]);
  });

  test("that is 0 is the least that can be written, and doubles below it count as 0, which the document does not say", () => {
    const xml = documentOf({
      fields: ofField("age", "continuous", "double"),
      characteristics: upTo("age").replaceAll('"100"', '"0"'),
    });
    const least = `0.${"0".repeat(77)}1`;
    const read = fromPmml(xml, QUIET);
    expect(bandsOf(read)).toStrictEqual([{ below: least, points: 1 }, { points: 2 }]);
    expect(read.notes.map(({ details }) => details.values)).toStrictEqual([[least]]);
    const values = [-1, 0, 5e-324, 1e-100, 1e-78, 1];
    expect(values.map((age) => scored(read.card, { age }))).toStrictEqual([1, 1, 1, 1, 2, 2]);
    expect(values.map((age) => evaluatorOf(xml)({ age }).score)).toStrictEqual([1, 1, 2, 2, 2, 2]);
  });

  test("of money between two minor units moves to the next of them", () => {
    const xml = documentOf({
      fields: ofField("age", "continuous", "double"),
      characteristics: upTo("age").replaceAll('"100"', '"99.995"'),
    });
    expect(bandsOf(fromPmml(xml, { currency: { code: "CNY", fields: ["age"] } }))).toStrictEqual(
      [{ below: "100.00", points: 1 }, { points: 2 }].map((band) =>
        "below" in band ? { ...band, below: "100" } : band,
      ),
    );
  });
});

describe("values that no attribute is true for", () => {
  const place = { element: "PMML/Scorecard/Characteristics/Characteristic", characteristic: "age", field: "age" };

  test("are a gap, named by its ends", () => {
    const between = [attribute(1, simple("age", "lessThan", 12)), attribute(2, simple("age", "greaterThan", 13))];
    expect(refused(ofAge(...between))).toStrictEqual([
      "unsupported-pmml",
      { reason: "gap", ...place, from: "12", below: "14" },
    ]);
    expect(refused(ofAge(attribute(1, simple("age", "lessThan", 12))))).toStrictEqual([
      "unsupported-pmml",
      { reason: "gap", ...place, from: "12" },
    ]);
    expect(refused(ofAge(attribute(1, simple("age", "isMissing"))))).toStrictEqual([
      "unsupported-pmml",
      { reason: "gap", ...place },
    ]);
  });

  test("of whole numbers are none between 12 and 13", () => {
    const read = fromPmml(
      ofAge(attribute(1, simple("age", "lessOrEqual", 12)), attribute(2, simple("age", "greaterOrEqual", 13))),
    );
    expect(bandsOf(read)).toStrictEqual([{ below: "13", points: 1 }, { points: 2 }]);
  });

  test("are categories and flags by name", () => {
    const fields = ofField("age", "categorical", "string", '<Value value="a"/><Value value="b"/><Value value="c"/>');
    const only = characteristic("age", attribute(1, simple("age", "equal", "a")));
    expect(refused(documentOf({ fields, characteristics: only }))).toStrictEqual([
      "unsupported-pmml",
      { reason: "gap", ...place, values: ["b", "c"] },
    ]);
    const flag = documentOf({
      fields: ofField("age", "categorical", "boolean"),
      characteristics: characteristic("age", attribute(1, simple("age", "equal", "true"))),
    });
    expect(refused(flag)).toStrictEqual(["unsupported-pmml", { reason: "gap", ...place, values: ["false"] }]);
  });
});

describe("categories and flags", () => {
  const job = (mining: string, values: string, ...attributes: readonly string[]): string =>
    documentOf({
      fields: ofField("job", "categorical", "string", values),
      mining: `<MiningField name="job" ${mining}/>`,
      characteristics: characteristic("job", ...attributes),
    });
  const LISTED = '<Value value="a"/><Value value="b"/>';

  test("that are listed reject all others", () => {
    const { card } = fromPmml(job("", LISTED, attribute(1, simple("job", "equal", "a")), attribute(2, "<True/>")));
    expect(["a", "b", "c", null].map((one) => scored(card, { job: one }))).toStrictEqual([
      1,
      2,
      "insufficient-data",
      2,
    ]);
  });

  test("that are not listed take every text", () => {
    const { card } = fromPmml(
      job("", "", attribute(1, simple("job", "equal", "a")), attribute(2, simple("job", "notEqual", "a"))),
    );
    expect(["a", "b", "", null].map((one) => scored(card, { job: one }))).toStrictEqual([1, 2, 2, "insufficient-data"]);
  });

  test("are taken as they are, or as missing, when they are not valid", () => {
    const of = (treatment: string): (number | string)[] => {
      const { card } = fromPmml(
        job(
          `invalidValueTreatment="${treatment}"`,
          LISTED,
          attribute(9, simple("job", "isMissing")),
          attribute(1, simple("job", "equal", "a")),
          attribute(2, "<True/>"),
        ),
      );
      return ["a", "b", "c", null].map((one) => scored(card, { job: one }));
    };
    expect(of("asIs")).toStrictEqual([1, 2, 2, 9]);
    expect(of("asMissing")).toStrictEqual([1, 2, 9, 9]);
    expect(of("returnInvalid")).toStrictEqual([1, 2, "insufficient-data", 9]);
  });

  test("replace a missing value, or refuse it", () => {
    const of = (mining: string): (number | string)[] => {
      const { card } = fromPmml(
        job(mining, LISTED, attribute(1, simple("job", "equal", "a")), attribute(2, "<True/>")),
      );
      return [null, "a", "b"].map((one) => scored(card, { job: one }));
    };
    expect(of('missingValueReplacement="a"')).toStrictEqual([1, 1, 2]);
    expect(of('missingValueReplacement="a" missingValueTreatment="asMode"')).toStrictEqual([1, 1, 2]);
    expect(of('missingValueTreatment="returnInvalid"')).toStrictEqual(["insufficient-data", 1, 2]);
  });

  test("of an array may be in quotation marks", () => {
    const set = `<SimpleSetPredicate field="job" booleanOperator="isIn"><Array type="string">"a b" c "d\\"e" "f\\g"</Array></SimpleSetPredicate>`;
    const { card } = fromPmml(job("", "", attribute(1, set), attribute(2, simple("job", "isNotMissing"))));
    expect(["a b", "c", 'd"e', "f\\g", "a"].map((one) => scored(card, { job: one }))).toStrictEqual([1, 1, 1, 1, 2]);
  });

  test("flags are true or false", () => {
    const xml = documentOf({
      fields: ofField("vip", "categorical", "boolean"),
      mining: '<MiningField name="vip"/>',
      characteristics: characteristic(
        "vip",
        attribute(4, simple("vip", "equal", "1")),
        attribute(1, simple("vip", "equal", "false")),
      ),
    });
    const { card } = fromPmml(xml);
    expect([true, false, null].map((vip) => scored(card, { vip }))).toStrictEqual([4, 1, "insufficient-data"]);
  });
});

describe("valid ranges of a number", () => {
  const inRange = (treatment: string, ...attributes: readonly string[]): string =>
    documentOf({
      fields: ofField(
        "age",
        "continuous",
        "integer",
        '<Interval closure="closedOpen" leftMargin="0" rightMargin="150"/>',
      ),
      mining: `<MiningField name="age" invalidValueTreatment="${treatment}"/>`,
      characteristics: characteristic("age", ...attributes),
    });
  const ATTRIBUTES = [
    attribute(7, simple("age", "isMissing")),
    attribute(1, simple("age", "lessThan", 50)),
    attribute(2, "<True/>"),
  ];

  test("give what is outside the points of a missing value", () => {
    expect(bandsOf(fromPmml(inRange("asMissing", ...ATTRIBUTES)))).toStrictEqual([
      { below: "0", points: 7 },
      { below: "50", points: 1 },
      { below: "150", points: 2 },
      { points: 7 },
    ]);
  });

  test("say nothing where values are taken as they are", () => {
    expect(bandsOf(fromPmml(inRange("asIs", ...ATTRIBUTES)))).toStrictEqual([
      { below: "50", points: 1 },
      { points: 2 },
    ]);
  });

  test("are a gap where what is outside has no score", () => {
    expect(refused(inRange("returnInvalid", ...ATTRIBUTES))).toMatchObject([
      "unsupported-pmml",
      { reason: "gap", below: "0" },
    ]);
  });

  test("that hold every double leave no gap", () => {
    const xml = documentOf({
      fields: ofField(
        "age",
        "continuous",
        "double",
        '<Interval closure="closedClosed" leftMargin="-1.7976931348623157E308" rightMargin="1.7976931348623157E308"/>',
      ),
      characteristics: characteristic("age", attribute(1, "<True/>")),
    });
    // a characteristic without a field of its own
    expect(bandsOf(fromPmml(xml))).toStrictEqual([{ points: 1 }]);
    const looked = xml.replace("<True/>", simple("age", "isNotMissing"));
    expect(bandsOf(fromPmml(looked))).toStrictEqual([{ points: 1 }]);
  });
});

describe("points", () => {
  test("with decimals are multiplied by one power of ten, as the initial score is", () => {
    const read = fromPmml(
      documentOf({
        attributes: 'useReasonCodes="false" initialScore="500.5"',
        characteristics: characteristic(
          "age",
          attribute("1.25", simple("age", "lessThan", 30)),
          attribute("-2", "<True/>"),
        ),
      }),
    );
    expect(read.scale).toBe(100);
    expect([20, 40].map((age) => scored(read.card, { age }))).toStrictEqual([50_175, 49_850]);
    expect(read.card.characteristics[0]).toMatchObject({ id: "initialScore", bands: [{ points: 50_050 }] });
    expect(notesOf(read)).toStrictEqual(["scores-scaled", "axis-assumed", "feature-assumed", "initial-score"]);
  });

  test("may be constant expressions", () => {
    const times = `<Attribute partialScore="99"><True/><ComplexPartialScore><Apply function="/"><Constant>3</Constant><Constant>-4.0</Constant></Apply></ComplexPartialScore></Attribute>`;
    const read = fromPmml(ofAge(times));
    expect([read.scale, scored(read.card, { age: 1 })]).toStrictEqual([100, -75]);
  });

  const rated = (expression: string, type = "double"): string =>
    documentOf({
      fields: ofField("age", "continuous", type),
      characteristics: characteristic(
        "age",
        attribute(5, simple("age", "isMissing")),
        `<Attribute>${simple("age", "isNotMissing")}<ComplexPartialScore>${expression}</ComplexPartialScore></Attribute>`,
      ),
    });
  const call = (name: string, ...of: readonly string[]): string => `<Apply function="${name}">${of.join("")}</Apply>`;
  const AGE = '<FieldRef field="age"/>';
  const number = (value: number | string): string => `<Constant dataType="double">${String(value)}</Constant>`;
  const MONEY: FromPmmlOptions = { currency: { code: "CNY", fields: ["age"] } };

  test("in proportion to an amount are exact to the last minor unit", () => {
    const read = fromPmml(rated(call("*", number("0.0135"), AGE)), MONEY);
    expect(read.scale).toBe(1_000_000);
    expect(read.card.characteristics[0]).toMatchObject({
      scale: "linear",
      per: "0.01",
      points: 135,
      min: -1e9,
      max: 1e9,
    });
    expect(notesOf(read)).toContain("rate-capped");
    expect(scored(read.card, { age: cny("100.01") })).toBe(1_350_135);
    expect(scored(read.card, {})).toBe(5_000_000);
  });

  test("in proportion may have limits, and be rounded down", () => {
    const whole = call(
      "floor",
      call("min", call("max", call("/", call("*", AGE, number(135)), number(10_000)), number(0)), number(500)),
    );
    const read = fromPmml(rated(whole), MONEY);
    expect(read.card.characteristics[0]).toMatchObject({ scale: "linear", per: "2000", points: 27, min: 0, max: 500 });
    expect(notesOf(read)).not.toContain("rate-capped");
    expect(["-1.00", "74.07", "74.08", "999999.00"].map((one) => scored(read.card, { age: cny(one) }))).toStrictEqual([
      0, 0, 1, 500,
    ]);
    expect(scored(fromPmml(rated(call("*", AGE, number(3)), "integer")).card, { age: -7 })).toBe(-21);
  });

  test.each([
    ["+", call("+", call("*", number("0.03"), AGE), number(11)), MONEY, "expression"],
    ["exp", call("exp", AGE), MONEY, "expression"],
    ["/", call("/", AGE, number(0)), MONEY, "expression"],
    ["/", call("/", number(1), AGE), MONEY, "expression"],
    [undefined, call("/", AGE, number(3)), MONEY, "expression"],
    ["min", call("*", call("min", AGE, number(9)), number(2)), MONEY, "expression"],
    [undefined, AGE, {}, "expression-of-number"],
  ])("in another way are refused by name (%s)", (name, expression, options, reason) => {
    const [code, details] = refused(rated(expression), options) as [string, { reason: string }];
    expect([code, details.reason]).toStrictEqual(["unsupported-pmml", reason]);
    if (name !== "min" && name !== undefined) expect(details).toMatchObject({ name });
  });

  test("a quotient of two of type integer is whole, because engines cut off the rest", () => {
    const integer = (value: string): string => `<Constant>${value}</Constant>`;
    const half = call("/", AGE, integer("2"));
    expect(refused(rated(half, "integer"))).toMatchObject(["unsupported-pmml", { reason: "expression", name: "/" }]);
    expect(
      refused(
        ofAge(
          `<Attribute><True/><ComplexPartialScore>${call("/", integer("3"), integer("4"))}</ComplexPartialScore></Attribute>`,
        ),
      ),
    ).toMatchObject(["unsupported-pmml", { reason: "expression", name: "/" }]);
    const exact = [
      rated(call("/", call("*", AGE, integer("10")), integer("5")), "integer"),
      rated(call("/", AGE, number("0.5")), "integer"),
      rated(call("/", AGE, '<Constant dataType="double">2</Constant>'), "integer"),
    ];
    expect(exact.map((xml) => fromPmml(xml)).map(({ card, scale }) => [scale, scored(card, { age: 7 })])).toStrictEqual(
      [
        [1, 14],
        [1, 14],
        [10, 35],
      ],
    );
    expect(fromPmml(rated(half), MONEY).scale).toBe(1000);
  });

  test("in proportion do not mix with bands", () => {
    const mixed = rated(AGE).replace("</Attribute>", `</Attribute>${attribute(1, simple("age", "lessThan", 0))}`);
    expect(refused(mixed, MONEY)).toMatchObject(["unsupported-pmml", { reason: "expression-in-bands" }]);
  });

  test("of a characteristic without a field are for everybody", () => {
    const xml = documentOf({
      characteristics:
        characteristic("age", attribute(1, "<True/>"), attribute(2, simple("age", "equal", 1))) +
        characteristic("all", attribute(20, "<True/>")),
    });
    const { card } = fromPmml(xml, QUIET);
    expect([null, 1].map((age) => scored(card, { age }))).toStrictEqual([21, 21]);
  });
});

describe("what a document does not say", () => {
  const two = documentOf({
    characteristics:
      characteristic("a", attribute(1, "<True/>"), attribute(0, simple("age", "equal", 0))) +
      characteristic("b", attribute(2, simple("age", "isNotMissing"))),
  });

  test("may be said of the initial score, whatever the characteristics are called", () => {
    const named = (name: string): string =>
      documentOf({
        attributes: 'useReasonCodes="false" initialScore="7"',
        characteristics: characteristic(name, attribute(1, simple("age", "isNotMissing"))),
      });
    const axes = { initialScore: "strength", initialScore_: "potential" } as const;
    const { card } = fromPmml(named("initialScore"), { axes });
    expect(card.characteristics.map(({ id, axis }) => [id, axis])).toStrictEqual([
      ["initialScore_", "potential"],
      ["initialScore", "strength"],
    ]);
    // a name that every object has is not an axis that somebody gave
    expect(refusalOf(() => fromPmml(named("constructor"), { axes: { initialScore: "strength" } })).path).toStrictEqual([
      "options",
      "axes",
      "constructor",
    ]);
  });

  test("is in the options", () => {
    const { card, notes } = fromPmml(two, {
      policy: { id: "acme.card", version: "3", status: "example", effectiveFrom: "2026-01-01", sources: ["minutes 4"] },
      axes: { a: "potential", b: "closeness" },
      features: { age: { group: "basic", sensitive: true, window: "years", protectedGround: "none" } },
      rules: [{ id: "r", type: "existing-potential", when: [{ test: "axis", axis: "closeness", atLeast: 2 }] }],
      core: [{ test: "total", atLeast: 3 }],
      levels: [{ id: "one", atLeast: 1 }],
    });
    expect(notes).toStrictEqual([]);
    expect(card).toMatchObject({
      id: "acme.card",
      version: "3",
      sources: ["minutes 4"],
      levels: [{ id: "one", atLeast: 1 }],
    });
    expect(card.characteristics.map(({ axis }) => axis)).toStrictEqual(["potential", "closeness"]);
    expect(card.features["age"]).toStrictEqual({
      kind: "integer",
      group: "basic",
      sensitive: true,
      window: "years",
      protectedGround: "none",
    });
  });

  test("is refused where it is about something else", () => {
    const of = (options: object): readonly unknown[] => {
      const { code, path } = refusalOf(() => fromPmml(two, options));
      return [code, ...path];
    };
    const CODE = "customer-classification/invalid-pmml-options";
    expect(of({ axes: { a: "potential" } })).toStrictEqual([CODE, "options", "axes", "b"]);
    expect(of({ axes: { a: "potential", b: "potential", c: "potential" } })).toStrictEqual([
      CODE,
      "options",
      "axes",
      "c",
    ]);
    expect(of({ axes: "height" })).toStrictEqual([CODE, "options", "axes"]);
    expect(of({ features: { height: {} } })).toStrictEqual([CODE, "options", "features", "height"]);
    expect(of({ currency: { code: "CNY", fields: ["height"] } })).toStrictEqual([
      CODE,
      "options",
      "currency",
      "fields",
      0,
    ]);
    expect(of({ currency: { code: "XXX", fields: [] } })).toStrictEqual([CODE, "options", "currency", "code"]);
    expect(of({ maxDepth: 1e6 })).toStrictEqual([CODE, "options", "maxDepth"]);
    expect(of({ axis: "strength" })).toStrictEqual([CODE, "options", "axis"]);
    expect(of({ rules: [{ id: "r" }] })[0]).toBe("customer-classification/invalid-card");
  });

  test("leaves out, and notes, what changes no score", () => {
    const xml = documentOf({
      fields: `${ofField("age", "continuous", "integer")}${ofField("height", "ordinal", "date")}${ofField("score", "continuous", "double")}`,
      mining: '<MiningField name="age"/><MiningField name="height"/><MiningField name="score" usageType="predicted"/>',
      beside:
        '<Output><OutputField name="x" feature="transformedValue"/></Output><Extension name="theirs"/><ModelStats/>',
      characteristics: characteristic("age", attribute(1, simple("age", "isNotMissing"))),
    });
    const { notes } = fromPmml(xml, { ...QUIET, extension: "ignore" });
    expect(notes.map(({ details }) => [details.reason, details.element])).toStrictEqual([
      ["element-ignored", "PMML/Scorecard/Output"],
      ["element-ignored", "PMML/Scorecard/Extension"],
      ["field-unused", "PMML/DataDictionary/DataField[2]"],
    ]);
  });
});

describe("reason codes", () => {
  const withCodes = (attributes: string, ...more: readonly string[]): string =>
    documentOf({
      attributes,
      fields: `${ofField("age", "continuous", "integer")}${ofField("vip", "categorical", "boolean")}`,
      mining: '<MiningField name="age"/><MiningField name="vip"/>',
      characteristics: [
        `<Characteristic name="age" reasonCode="AGE" baselineScore="20">${attribute("2.5", simple("age", "isMissing"), "NOAGE")}${attribute(12, simple("age", "lessThan", 30), "YOUNG")}${attribute(25, simple("age", "greaterOrEqual", 30))}</Characteristic>`,
        `<Characteristic name="vip" reasonCode="VIP">${attribute(0, simple("vip", "equal", "false"))}${attribute(10, simple("vip", "equal", "true"))}</Characteristic>`,
        ...more,
      ].join(""),
    });
  const ranked = (xml: string, record: Readonly<Record<string, FeatureValue>>, count = 3): unknown => {
    const { card, reasonCodes } = fromPmml(xml);
    const result = scoreRecord(card, record, { asOf });
    if (result.status !== "scored" || reasonCodes === null) return expect.unreachable();
    return pmmlReasonCodes(reasonCodes, result, count).map((reason) => reason && [reason.code, reason.points]);
  };

  test("are ranked by how far below the baseline the points are", () => {
    const xml = withCodes('baselineScore="8"');
    expect(ranked(xml, { age: 20, vip: false })).toStrictEqual([["YOUNG", 80], ["VIP", 80], null]);
    expect(ranked(xml, { vip: false })).toStrictEqual([["NOAGE", 175], ["VIP", 80], null]);
    expect(ranked(xml, { age: 50, vip: true })).toStrictEqual([null, null, null]);
  });

  test("or above it", () => {
    const xml = withCodes('baselineScore="10" reasonCodeAlgorithm="pointsAbove" baselineMethod="max"');
    // a difference of exactly 0 counts
    expect(ranked(xml, { age: 50, vip: true }, 2)).toStrictEqual([
      ["AGE", 50],
      ["VIP", 0],
    ]);
  });

  test("add up where several characteristics have the same", () => {
    const more = `<Characteristic name="again" reasonCode="VIP" baselineScore="1">${attribute(0, "<True/>")}</Characteristic>`;
    expect(ranked(withCodes('baselineScore="8"', more), { age: 20, vip: false }, 1)).toStrictEqual([["VIP", 90]]);
  });

  test("need a code and a baseline for each attribute", () => {
    expect(refused(withCodes(""))).toMatchObject([
      "invalid-pmml",
      { reason: "attribute-missing", name: "baselineScore" },
    ]);
    expect(refused(withCodes('baselineScore="8"').replace(' reasonCode="VIP"', ""))).toStrictEqual([
      "invalid-pmml",
      {
        reason: "attribute-missing",
        name: "reasonCode",
        element: "PMML/Scorecard/Characteristics/Characteristic[2]/Attribute[1]",
      },
    ]);
  });

  test("of a flag differ only where its points do", () => {
    const xml = withCodes('baselineScore="8"').replace(
      /<Characteristic name="vip".*?<\/Characteristic>/,
      characteristic(
        "vip",
        attribute(1, simple("vip", "equal", "true"), "A"),
        attribute(1, simple("vip", "equal", "false"), "B"),
      ),
    );
    expect(refused(xml)).toMatchObject(["unsupported-pmml", { reason: "codes-of-flag", characteristic: "vip" }]);
  });

  test("come back from a document that was written with them", () => {
    const read = fromPmml(withCodes('baselineScore="8"'));
    const { card, scale, reasonCodes } = read;
    expect(fromPmml(toPmml(card, { scale, reasonCodes }))).toStrictEqual({ card, scale, reasonCodes, notes: [] });
    expect(fromPmml(toPmml(card, { scale, reasonCodes }), { extension: "ignore" })).toMatchObject({
      scale,
      reasonCodes,
    });
  });

  test("are asked for with a result of the same card", () => {
    const { card, reasonCodes } = fromPmml(withCodes('baselineScore="8"'));
    const result = scoreRecord(card, { age: 20, vip: true }, { asOf });
    if (result.status !== "scored" || reasonCodes === null) return expect.unreachable();
    const CODE = "customer-classification/invalid-pmml-options";
    expect(refusalOf(() => pmmlReasonCodes(reasonCodes, { parts: result.parts.slice(1) }, 1))).toMatchObject({
      code: CODE,
      path: ["result", "parts"],
    });
    expect(refusalOf(() => pmmlReasonCodes(reasonCodes, result, 0))).toMatchObject({ code: CODE, path: ["count"] });
    const [age, vip] = result.parts;
    if (age === undefined || vip === undefined) return expect.unreachable();
    for (const parts of [
      [{ ...age, band: 7 }, vip],
      [age, { ...vip, points: vip.points + 1 }],
    ]) {
      expect(refusalOf(() => pmmlReasonCodes(reasonCodes, { parts }, 1))).toMatchObject({
        code: CODE,
        path: ["result", "parts"],
      });
    }
  });
});
