import { describe, expect, test } from "vitest";

import { exampleRetailCard } from "../../../src/customer-classification/index.ts";
import { DEFAULT_MAX_LENGTH, fromPmml, toPmml } from "../../../src/customer-classification/pmml/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { EXHAUSTIVE } from "../grid.ts";
import { attribute, characteristic, compound, documentOf, ofField, simple } from "./documents.ts";

const SOUND = documentOf({ characteristics: characteristic("age", attribute(1, simple("age", "isNotMissing"))) });

const refused = (xml: unknown, options = {}): unknown => {
  const { code, details } = refusalOf(() => fromPmml(xml as string, options));
  return { code: code.replace("customer-classification/", ""), ...details };
};

const CHARACTERISTIC = "PMML/Scorecard/Characteristics/Characteristic";

const reasonOf = (xml: unknown, options = {}): unknown => (refused(xml, options) as { readonly reason: string }).reason;

test("the sound one is read", () => {
  expect(fromPmml(SOUND).card.id).toBe("test");
});

describe("what is no text of a document", () => {
  test.each([[undefined], [null], [42], [true], [{}], [[SOUND]], [Buffer.from(SOUND)], [Symbol("xml")], [() => SOUND]])(
    "is refused: %s",
    (xml) => {
      expect(reasonOf(xml)).toBe("not-a-text");
    },
  );

  test.each([
    ["", "not-well-formed"],
    [" ", "not-well-formed"],
    ["age,points\n18,3", "not-well-formed"],
    ["<PMML", "not-well-formed"],
    ["<!--", "not-well-formed"],
    ["<![CDATA[", "not-well-formed"],
    ["<?xml", "not-well-formed"],
    [SOUND.replace("<Header", "\u0000<Header"), "not-well-formed"],
    [SOUND.replace("test", "\u0000"), "not-well-formed"],
    [SOUND.replace("test", "\uD800"), "not-well-formed"],
    [SOUND.replace("test", "&#0;"), "not-well-formed"],
    [SOUND.replace("test", "&nbsp;"), "not-well-formed"],
    [`\uFEFF\uFEFF${SOUND}`, "not-well-formed"],
    [SOUND + SOUND, "not-well-formed"],
    [SOUND.replace('name="age"', 'name="age" name="age"'), "not-well-formed"],
    ["<html/>", "not-pmml"],
    ["<PMML/>", "unknown-version"],
    [SOUND.replace("PMML-4_4", "PMML-3_2"), "unknown-version"],
    [SOUND.replace("PMML-4_4", "PMML-4_0"), "unknown-version"],
    [SOUND.replace("PMML-4_4", "PMML-4_3"), "unknown-version"],
    [SOUND.replace('version="4.4"', 'version="5.0"'), "unknown-version"],
    [SOUND.replace("http://www.dmg.org/", "http://www.dmg.org.example/"), "unknown-version"],
    [SOUND.replace("xmlns=", "xmlns:p="), "unknown-version"],
  ])("%# is refused", (xml, reason) => {
    expect(reasonOf(xml)).toBe(reason);
  });

  test("says where it is not well-formed", () => {
    expect(refused("<PMML>\n  <Header></Footer></PMML>")).toStrictEqual({
      code: "invalid-pmml",
      reason: "not-well-formed",
      line: 2,
      column: 11,
    });
  });
});

describe("what may be an attack", () => {
  const LAUGHS = Array.from(
    { length: 9 },
    (_, k) => `<!ENTITY lol${String(k + 1)} "${`&lol${String(k)};`.repeat(10)}">`,
  ).join("");

  test.each([
    ["a billion laughs", `<!DOCTYPE PMML [<!ENTITY lol0 "lol">${LAUGHS}]>`],
    ["an external entity", '<!DOCTYPE PMML [<!ENTITY file SYSTEM "file:///etc/passwd">]>'],
    ["an external document type", '<!DOCTYPE PMML SYSTEM "http://example.com/evil.dtd">'],
    ["a parameter entity", '<!DOCTYPE PMML [<!ENTITY % remote SYSTEM "http://example.com/x">%remote;]>'],
    ["an empty document type", "<!DOCTYPE PMML>"],
  ])("is refused with its document type: %s", (_, type) => {
    for (const value of ["test", "&lol9;", "&file;"]) {
      expect(reasonOf(SOUND.replace("<PMML", `${type}<PMML`).replace("test", value))).toBe("document-type");
    }
  });

  test.each([
    ["<a>".repeat(100_000), 100],
    [SOUND.replace("<Header", "<Header><Annotation>".repeat(50_000)), 100],
    ["<a b='>'>".repeat(50), 20],
  ])("is refused when it is nested too deep (%#)", (xml, limit) => {
    expect(refused(xml, { maxDepth: limit })).toStrictEqual({ code: "invalid-pmml", reason: "nested-too-deep", limit });
  });

  test("is refused by its length before anything else is looked at", () => {
    const limit = DEFAULT_MAX_LENGTH;
    expect(refused("<!DOCTYPE".repeat(6_000_000))).toStrictEqual({ code: "invalid-pmml", reason: "too-long", limit });
    expect(reasonOf(SOUND, { maxLength: SOUND.length - 1 })).toBe("too-long");
    expect(fromPmml(SOUND, { maxLength: SOUND.length }).scale).toBe(1);
  });

  // each would take minutes if any of it were done again for every sign
  test.each([
    ["carriage returns", SOUND.replace("<Header", `${"\r".repeat(1_000_000)}<Header`)],
    ["references", SOUND.replace("test", "&amp;".repeat(200_000))],
    ["quotation marks", `<PMML a="${"'".repeat(2_000_000)}`],
    ["comments", SOUND.replace("<Header", `${"<!-- -->".repeat(200_000)}<Header`)],
    ["comments without an end", "<!--".repeat(500_000)],
    [
      "names of namespaces",
      SOUND.replace(
        "<PMML ",
        `<PMML ${Array.from({ length: 50_000 }, (_, k) => `xmlns:n${String(k)}="n"`).join(" ")} `,
      ),
    ],
    ["extensions", SOUND.replace("<MiningSchema>", `${"<Extension/>".repeat(50_000)}<MiningSchema>`)],
    [
      "fields that nobody looks at",
      documentOf({
        fields:
          Array.from({ length: 10_000 }, (_, k) => ofField(`f${String(k)}`, "continuous", "date")).join("") +
          ofField("age", "continuous", "integer"),
        mining: `<MiningField name="age"/>${Array.from({ length: 10_000 }, (_, k) => `<MiningField name="f${String(k)}"/>`).join("")}`,
        characteristics: characteristic("age", attribute(1, simple("age", "isNotMissing"))),
      }),
    ],
    [
      "numbers that all have to be compared",
      documentOf({
        characteristics: Array.from({ length: 10 }, (_, k) =>
          characteristic(
            String(k),
            attribute(
              1,
              compound(
                "or",
                `<SimpleSetPredicate field="age" booleanOperator="isIn"><Array>${Array.from({ length: 1990 }, (_, n) => n).join(" ")}</Array></SimpleSetPredicate>`,
                simple("age", "isNotMissing"),
              ),
            ),
          ),
        ).join(""),
      }),
    ],
    [
      "large constants",
      documentOf({
        characteristics: characteristic(
          "age",
          `<Attribute><True/><ComplexPartialScore>${Array.from({ length: 900 }, () => "<Constant>1e999</Constant>").reduce((inner, one) => `<Apply function="*">${one}${one}</Apply>${inner}`, "")}</ComplexPartialScore></Attribute>`,
        ),
      }),
    ],
  ])("takes no more time than its length: %s", EXHAUSTIVE, (_, xml) => {
    let answer: unknown = null;
    try {
      answer = fromPmml(xml);
    } catch (error) {
      expect(error).toMatchObject({ name: "DomainError" });
    }
    if (answer !== null) expect(answer).toMatchObject({ scale: 1 });
  });

  test("is refused where one characteristic has too many parts", () => {
    const many = Array.from({ length: 2001 }, (_, k) => attribute(k, simple("age", "equal", k)));
    expect(reasonOf(documentOf({ characteristics: characteristic("age", ...many) }))).toBe("too-many");
    const numbers = `<SimpleSetPredicate field="age" booleanOperator="isIn"><Array>${"1 ".repeat(2001)}</Array></SimpleSetPredicate>`;
    expect(reasonOf(documentOf({ characteristics: characteristic("age", attribute(1, numbers)) }))).toBe("too-many");
    const lines = Array.from({ length: 251 }, (_, k) => characteristic(String(k), attribute(1, "<True/>")));
    expect(reasonOf(documentOf({ characteristics: lines.join("") }))).toBe("too-many");
    const bands = Array.from({ length: 201 }, (_, k) => attribute(k, simple("age", "lessThan", k)));
    expect(reasonOf(documentOf({ characteristics: characteristic("age", ...bands, attribute(1, "<True/>")) }))).toBe(
      "too-many",
    );
    const sets = Array.from({ length: 11 }, (_, k) =>
      characteristic(String(k), attribute(1, numbers.replace("1 ", "")), attribute(1, simple("age", "isNotMissing"))),
    );
    expect(refused(documentOf({ characteristics: sets.join("") }))).toMatchObject({
      reason: "too-many",
      limit: 20_000,
    });
    const values = Array.from({ length: 1001 }, (_, k) => `<Value value="${String(k)}"/>`).join("");
    const fields = ofField("age", "categorical", "string", values);
    expect(reasonOf(documentOf({ fields, characteristics: characteristic("age", attribute(1, "<True/>")) }))).toBe(
      "too-many",
    );
  });
});

test("a document that was cut off is never a card", EXHAUSTIVE, () => {
  const whole = toPmml(exampleRetailCard);
  const reasons = new Set<unknown>();
  for (let length = 0; length < whole.length - 1; length += 50) reasons.add(reasonOf(whole.slice(0, length)));
  expect([...reasons]).toStrictEqual(["not-well-formed"]);
});

describe("a field of truth values", () => {
  const ofFlag = (values: string, mining = ""): string =>
    documentOf({
      fields: ofField("own", "categorical", "boolean", values),
      mining: `<MiningField name="own" ${mining}/>`,
      characteristics: characteristic("own", attribute(5, simple("own", "equal", "true")), attribute(2, "<True/>")),
    });
  const FIRST = '<Value value="1"/>';

  test("that does not list one of them has no score there", () => {
    expect(refused(ofFlag(FIRST))).toMatchObject({ code: "unsupported-pmml", reason: "gap", values: ["false"] });
    const line = (xml: string): unknown => fromPmml(xml).card.characteristics[0];
    const scores = { whenTrue: 5, whenFalse: 2 };
    expect(line(ofFlag(""))).toMatchObject(scores);
    expect(line(ofFlag('<Value value="true"/><Value value="false"/>'))).toMatchObject(scores);
    expect(line(ofFlag(FIRST, 'invalidValueTreatment="asIs"'))).toMatchObject(scores);
    expect(line(ofFlag(FIRST, 'invalidValueTreatment="asMissing"'))).toMatchObject(scores);
  });
  test.each([
    ["a value that is none", '<Value value="yes"/>', "malformed-value"],
    ["one twice", `${FIRST}<Value value="true"/>`, "name-repeated"],
  ])("is refused with %s", (_, values, reason) => {
    expect(reasonOf(ofFlag(values))).toBe(reason);
  });
});

describe("a type of the language", () => {
  test.each(["constructor", "toString", "__proto__"])("is no type of a field: %s", (type) => {
    const xml = SOUND.replace('optype="continuous" dataType="integer"', `optype="categorical" dataType="${type}"`);
    expect(refused(xml)).toMatchObject({ code: "unsupported-pmml", reason: "field-type" });
  });
});

describe("a document in which something is amiss", () => {
  const age = (...attributes: readonly string[]): string =>
    documentOf({ characteristics: characteristic("age", ...attributes) });
  const one = attribute(1, simple("age", "isNotMissing"));

  test.each([
    [
      "no dictionary",
      SOUND.replace(/<DataDictionary>.*<\/DataDictionary>/, ""),
      { reason: "element-missing", name: "DataDictionary", element: "PMML" },
    ],
    [
      "no scorecard",
      SOUND.replace(/<Scorecard[^]*<\/Scorecard>/, ""),
      { reason: "element-missing", name: "Scorecard", element: "PMML" },
    ],
    [
      "no mining schema",
      SOUND.replace(/<MiningSchema.*<\/MiningSchema>/, ""),
      { reason: "element-missing", name: "MiningSchema", element: "PMML/Scorecard" },
    ],
    [
      "no characteristic",
      documentOf({ characteristics: "" }),
      { reason: "element-missing", name: "Characteristic", element: "PMML/Scorecard/Characteristics" },
    ],
    [
      "no attribute",
      age(),
      { reason: "element-missing", name: "Attribute", element: "PMML/Scorecard/Characteristics/Characteristic" },
    ],
    ["no predicate", age('<Attribute partialScore="1"/>'), { reason: "element-missing", name: "SimplePredicate" }],
    ["two predicates", age(attribute(1, "<True/><True/>")), { reason: "element-repeated" }],
    ["an empty compound", age(attribute(1, compound("and"))), { reason: "element-missing" }],
    ["no points", age("<Attribute><True/></Attribute>"), { reason: "attribute-missing", name: "partialScore" }],
    [
      "points in words",
      age(attribute("many", "<True/>")),
      { reason: "malformed-value", name: "partialScore", value: "many" },
    ],
    ["points that are no number", age(attribute("NaN", "<True/>")), { reason: "malformed-value" }],
    [
      "an edge in words",
      age(attribute(1, simple("age", "lessThan", "old"))),
      { reason: "malformed-value", name: "value", value: "old" },
    ],
    [
      "a reason code without a letter",
      SOUND.replace("<Attribute", '<Attribute reasonCode=" "'),
      { reason: "malformed-value", name: "reasonCode", value: " ", element: `${CHARACTERISTIC}/Attribute` },
    ],
    [
      "a reason code of a characteristic without a letter",
      SOUND.replace("<Characteristic ", '<Characteristic reasonCode="" '),
      { reason: "malformed-value", name: "reasonCode", value: "", element: CHARACTERISTIC },
    ],
    [
      "a field without a name",
      SOUND.replaceAll('"age"', '""').replace('Characteristic name=""', 'Characteristic name="age"'),
      { reason: "malformed-value", name: "name", value: "", element: "PMML/DataDictionary/DataField" },
    ],
    ["no value", age(attribute(1, simple("age", "lessThan"))), { reason: "attribute-missing", name: "value" }],
    [
      "an unknown operator",
      age(attribute(1, simple("age", "lessthan", 1))),
      { reason: "malformed-value", name: "operator" },
    ],
    ["an unknown field", age(attribute(1, simple("aeg", "lessThan", 1))), { reason: "unknown-field", field: "aeg" }],
    [
      "a field that is not in the dictionary",
      SOUND.replace('<MiningField name="age"/>', '<MiningField name="aeg"/>'),
      { reason: "unknown-field", field: "aeg" },
    ],
    [
      "a field that is not active",
      SOUND.replace('<MiningField name="age"/>', '<MiningField name="age" usageType="supplementary"/>'),
      { reason: "unknown-field", field: "age" },
    ],
    [
      "an unknown element",
      SOUND.replace("<MiningSchema>", "<Minings/><MiningSchema>"),
      { reason: "unknown-element", element: "PMML/Scorecard/Minings" },
    ],
    [
      "an element of another namespace",
      SOUND.replace("<Characteristics>", '<Characteristics><Characteristic xmlns="urn:x"/>'),
      { reason: "unknown-element" },
    ],
    [
      "an unknown attribute",
      SOUND.replace("partialScore", "partialscore"),
      { reason: "unknown-attribute", name: "partialscore" },
    ],
    [
      "a characteristic twice",
      documentOf({ characteristics: characteristic("age", one) + characteristic("age", one) }),
      { reason: "name-repeated", name: "age" },
    ],
    [
      "a field twice",
      SOUND.replace("<DataDictionary>", `<DataDictionary>${ofField("age", "continuous", "integer")}`),
      { reason: "name-repeated", name: "age", element: "PMML/DataDictionary/DataField[2]" },
    ],
    [
      "a mining field twice",
      SOUND.replace("<MiningSchema>", '<MiningSchema><MiningField name="age"/>'),
      { reason: "name-repeated" },
    ],
    [
      "a value twice",
      documentOf({
        fields: ofField("age", "categorical", "string", '<Value value="a"/><Value value="a"/>'),
        characteristics: characteristic("age", attribute(1, "<True/>")),
      }),
      { reason: "name-repeated", name: "a" },
    ],
    [
      "a schema twice",
      SOUND.replace("<Characteristics>", "<MiningSchema/><Characteristics>"),
      { reason: "element-repeated", element: "PMML/Scorecard/MiningSchema[2]" },
    ],
    [
      "another array",
      age(
        attribute(
          1,
          '<SimpleSetPredicate field="age" booleanOperator="isIn"><Array n="2">1</Array></SimpleSetPredicate>',
        ),
      ),
      { reason: "malformed-value", name: "n" },
    ],
    [
      "an array without an end",
      age(
        attribute(1, '<SimpleSetPredicate field="age" booleanOperator="isIn"><Array>"1</Array></SimpleSetPredicate>'),
      ),
      { reason: "malformed-value" },
    ],
    [
      "a flag in words",
      SOUND.replace('useReasonCodes="false"', 'useReasonCodes="no"'),
      { reason: "malformed-value", name: "useReasonCodes" },
    ],
  ])("is refused: %s", (_, xml, details) => {
    expect(refused(xml)).toMatchObject({ code: "invalid-pmml", ...details });
  });

  test.each([
    ["another model", SOUND.replaceAll("Scorecard", "TreeModel"), { reason: "element", element: "PMML/TreeModel" }],
    [
      "targets",
      SOUND.replace("<Characteristics>", "<Targets/><Characteristics>"),
      { reason: "element", element: "PMML/Scorecard/Targets" },
    ],
    [
      "a classification",
      SOUND.replace('"regression"', '"classification"'),
      { reason: "attribute", name: "functionName", value: "classification" },
    ],
    [
      "what is not to be scored",
      SOUND.replace("modelName", 'isScorable="false" modelName'),
      { reason: "attribute", name: "isScorable" },
    ],
    [
      "outliers",
      SOUND.replace(
        '<MiningField name="age"/>',
        '<MiningField name="age" outliers="asExtremeValues" lowValue="0" highValue="9"/>',
      ),
      { reason: "attribute", name: "outliers" },
    ],
    [
      "a replacement of invalid values",
      SOUND.replace(
        '<MiningField name="age"/>',
        '<MiningField name="age" invalidValueTreatment="asValue" invalidValueReplacement="1"/>',
      ),
      { reason: "attribute", name: "invalidValueReplacement" },
    ],
    [
      "an attribute of another maker",
      SOUND.replace("<Attribute", '<Attribute x-weight="2"'),
      { reason: "attribute", name: "x-weight", value: "2" },
    ],
    ["a date", SOUND.replace('"integer"', '"date"'), { reason: "field-type", value: "date, continuous" }],
    ["a float", SOUND.replace('"integer"', '"float"'), { reason: "field-type" }],
    ["an ordinal", SOUND.replace('"continuous"', '"ordinal"'), { reason: "field-type" }],
    [
      "values that mean missing",
      documentOf({
        fields: ofField("age", "categorical", "string", '<Value value="?" property="missing"/>'),
        characteristics: characteristic("age", attribute(1, "<True/>")),
      }),
      { reason: "attribute", name: "property", value: "missing" },
    ],
    [
      "an order of categories",
      documentOf({
        fields: ofField("age", "categorical", "string"),
        characteristics: characteristic("age", attribute(1, simple("age", "lessThan", "b"))),
      }),
      { reason: "operator", field: "age", value: "lessThan" },
    ],
    [
      "two fields in one characteristic",
      documentOf({
        fields: ofField("age", "continuous", "integer") + ofField("b", "continuous", "integer"),
        mining: '<MiningField name="age"/><MiningField name="b"/>',
        characteristics: characteristic(
          "age",
          attribute(1, compound("and", simple("age", "equal", 1), simple("b", "equal", 1))),
        ),
      }),
      { reason: "several-fields", characteristic: "age", values: ["age", "b"] },
    ],
    [
      "no field at all",
      SOUND.replace('<MiningField name="age"/>', "").replace(/<SimplePredicate[^>]*>/, "<True/>"),
      { reason: "no-field", characteristic: "age", element: CHARACTERISTIC },
    ],
    ...["constructor", "__proto__", "toString"].map((name): [string, string, object] => [
      `a field of the name ${name}`,
      SOUND.replaceAll('"age"', `"${name}"`),
      { reason: "name", value: name, element: "PMML/DataDictionary/DataField" },
    ]),
    [
      "a category without a letter",
      documentOf({
        fields: ofField("age", "categorical", "string", '<Value value="a"/><Value value=""/>'),
        characteristics: characteristic("age", attribute(1, "<True/>")),
      }),
      { reason: "name", name: "value", value: "", element: "PMML/DataDictionary/DataField/Value[2]" },
    ],
    [
      "a derived field",
      documentOf({
        beside:
          '<LocalTransformations><DerivedField name="logAge" optype="continuous" dataType="double"><FieldRef field="age"/></DerivedField></LocalTransformations>',
        characteristics: characteristic("age", attribute(1, simple("logAge", "lessThan", 1))),
      }),
      { reason: "derived-field", field: "logAge" },
    ],
    [
      "a normalisation",
      age(`<Attribute><True/><ComplexPartialScore><NormContinuous field="age"/></ComplexPartialScore></Attribute>`),
      { reason: "element" },
    ],
    [
      "a replacement inside an expression",
      age(
        `<Attribute><True/><ComplexPartialScore><FieldRef field="age" mapMissingTo="1"/></ComplexPartialScore></Attribute>`,
      ),
      { reason: "attribute", name: "mapMissingTo" },
    ],
    ["too many points", age(attribute("1e12", "<True/>")), { reason: "points", limit: 1e9 }],
    ["too many decimals", age(attribute("0.0000000001", "<True/>")), { reason: "points" }],
    [
      "an edge nobody can write",
      documentOf({
        fields: ofField("age", "continuous", "double"),
        characteristics: characteristic(
          "age",
          attribute(1, simple("age", "lessThan", "1e-90")),
          attribute(2, "<True/>"),
        ),
      }),
      { reason: "edge" },
    ],
  ])("cannot be held by a card: %s", (_, xml, details) => {
    expect(refused(xml)).toMatchObject({ code: "unsupported-pmml", ...details });
  });
});

describe("a document that was written by this library and changed", () => {
  const written = toPmml(exampleRetailCard);

  test.each([
    ["points", written.replace('partialScore="35"', 'partialScore="36"')],
    ["an edge", written.replace('value="50000"', 'value="60000"')],
    ["an attribute less", written.replace(/<Attribute partialScore="0">[^]*?<\/Attribute>/, "")],
    ["the card", written.replace("&quot;points&quot;:35", "&quot;points&quot;:36")],
    ["a treatment", written.replace('invalidValueTreatment="returnInvalid"', 'invalidValueTreatment="asIs"')],
  ])("is not the old card: %s", (_, xml) => {
    expect(xml).not.toBe(written);
    expect(reasonOf(xml)).toBe("extension-differs");
  });

  test("is read all the same where only what is said about it has changed", () => {
    const moved = written
      .replace(/<Header[^]*?<\/Header>/, "<Header><Timestamp>2026</Timestamp></Header>")
      .replaceAll("\n", "\r\n")
      .replace("<MiningSchema>", '<Extension name="theirs"/><MiningSchema>');
    expect(fromPmml(moved).card).toStrictEqual(fromPmml(written).card);
  });

  test.each([
    ["no JSON", written.replace(/(<Extension[^>]*>)[^<]*/, "$1{")],
    ["no card", written.replace(/(<Extension[^>]*>)[^<]*/, "$1{}")],
    ["something else", written.replace(/(<Extension[^>]*>)[^<]*/, "$1[1,2]")],
    ["a broken card", written.replace("&quot;axis&quot;", "&quot;axes&quot;")],
    ["another scale", written.replace("&quot;scale&quot;:1", "&quot;scale&quot;:3")],
    ["one thing more", written.replace(/(<Extension[^>]*>)\{/, "$1{&quot;x&quot;:1,")],
  ])("cannot be read: %s", (_, xml) => {
    expect(xml).not.toBe(written);
    expect(reasonOf(xml)).toBe("extension-unreadable");
  });

  test("takes no options that the card has already", () => {
    expect(refusalOf(() => fromPmml(written, { axes: "strength" }))).toMatchObject({
      code: "customer-classification/invalid-pmml-options",
      path: ["options", "axes"],
    });
  });
});
