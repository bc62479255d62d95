import { describe, expect, test } from "vitest";

import {
  classify,
  classifyMany,
  exampleRetailCard,
  explainClassification,
  lintScorecard,
  prepareScorecard,
  scoreRecord,
  type Classification,
  type ClassificationContext,
  type FeatureValue,
  type Scorecard,
} from "../../src/customer-classification/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { renamed } from "../support/renamed.ts";
import { asOf, cardOf, cny, lines, sound } from "./cards.ts";

const INVALID_CARD = "customer-classification/invalid-card";

type Step = string | number;

/** A copy with one place replaced; `undefined` takes it away. */
function spoilt<T>(document: T, path: readonly Step[], value: unknown): T {
  const copy = JSON.parse(JSON.stringify(document)) as Record<Step, unknown>;
  const last = path[path.length - 1] ?? "";
  let holder = copy;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<Step, unknown>;
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return copy as T;
}

const thrower = (name: string, own: object = {}): object =>
  Object.defineProperty({ ...own }, name, {
    enumerable: true,
    get: () => {
      throw new RangeError("not now");
    },
  });

const full: Scorecard = {
  ...exampleRetailCard,
  rules: [
    ...exampleRetailCard.rules.slice(0, 2),
    {
      id: "prospective",
      type: "prospective-high-quality",
      when: [
        { test: "customer", is: false },
        {
          test: "any",
          of: [
            { test: "category", feature: "incomeTrend", oneOf: ["rising"], unusable: "fails" },
            { test: "amount", feature: "annualIncome", atLeast: "500000", unusable: "reject" },
          ],
        },
      ],
    },
  ],
  levels: [{ id: "first", atLeast: 10 }],
  justifications: [{ feature: "household", text: "none: an example", approvedBy: "nobody", approvedOn: "2026-01-01" }],
};

/** Every place of a document that holds a text, with the text. */
function texts(value: unknown, path: readonly Step[] = []): [readonly Step[], string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    texts(member, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

const WORDS =
  /^(kind|group|axis|scale|appliesTo|monotone|missing|invalid|unknown|stale|test|unusable|type|status|effect|protectedGround)$/;

describe("a card with a misspelt word", () => {
  const words = texts(full).filter(([path]) => WORDS.test(String(path.at(-1))));

  test("is refused at each of them, by every function that takes a card", () => {
    expect(words.length).toBeGreaterThan(100);
    for (const [path, word] of words) {
      for (const wrong of [`${word}s`, word.toUpperCase(), word.slice(1), "", "constructor", "__proto__"]) {
        const card = spoilt(full, path, wrong);
        const code = path[0] === "status" ? "core/invalid-policy" : INVALID_CARD;
        for (const call of [
          () => prepareScorecard(card),
          () => lintScorecard(card),
          () => classify(card, sound, { asOf }),
          () => classifyMany(card, [sound], { asOf }),
          () => scoreRecord(card, sound, { asOf }),
        ]) {
          expect(refusalOf(call)).toMatchObject({ code, path });
        }
      }
    }
  });

  test("the axis of a characteristic: the score would not be the sum of its parts", () => {
    expect(refusalOf(() => prepareScorecard(spoilt(full, ["characteristics", 0, "axis"], "strenght")))).toEqual({
      code: INVALID_CARD,
      path: ["characteristics", 0, "axis"],
      details: {
        received: "string(8)",
        allowed: ["strength", "closeness", "contribution", "potential"],
        didYouMean: "strength",
      },
    });
  });

  test.each<[path: readonly Step[], wrong: string, meant: string]>([
    [["characteristics", 0, "appliesTo"], "customer", "customers"],
    [["characteristics", 0, "appliesTo"], "every-one", "everyone"],
    [["characteristics", 0, "scale"], "band", "bands"],
    [["rules", 2, "when", 1, "of", 0, "unusable"], "fail", "fails"],
    [["features", "isCustomer", "kind"], "flags", "flag"],
    [["rules", 0, "type"], "existing_high_quality", "existing-high-quality"],
  ])("%j: %s was meant to be %s", (path, wrong, meant) => {
    const { details } = refusalOf(() => prepareScorecard(spoilt(full, path, wrong)));
    expect(details["didYouMean"]).toBe(meant);
  });

  test("a rule of a type that is none, or of one that is granted without a rule", () => {
    for (const type of ["high-quality", "ordinary"]) {
      const { path, details } = refusalOf(() => lintScorecard(spoilt(full, ["rules", 0, "type"], type)));
      expect([path, details["allowed"]]).toEqual([
        ["rules", 0, "type"],
        ["existing-high-quality", "existing-potential", "prospective-high-quality"],
      ]);
    }
  });
});

describe("a card with a member nobody knows, or without one it needs", () => {
  test.each<[readonly Step[], string | null]>([
    [["customerflag"], "customerFlag"],
    [["level"], "levels"],
    [["mispelt"], null],
    [["constructor"], null],
    [["features", "isCustomer", "maxAge"], null],
    [["features", "isCustomer", "maxAgeDay"], "maxAgeDays"],
    [["characteristics", 0, "reasons"], "reason"],
    [["characteristics", 0, "bands", 0, "above"], null],
    [["characteristics", 0, "inputs", "missings"], "missing"],
    [["characteristics", 6, "groups", 0, "value"], "values"],
    [["rules", 0, "when", 0, "at_least"], "atLeast"],
    [["rules", 0, "when", 0, "feature"], null],
    [["rules", 2, "when", 1, "of", 0, "one_of"], "oneOf"],
    [["levels", 0, "label"], null],
    [["block"], "blocks"],
    [["blocks", 0, "when"], null],
    [["justifications", 0, "approver"], null],
    [["features", "household", "protectedGrounds"], "protectedGround"],
  ])("%j", (path, meant) => {
    const refused = refusalOf(() => prepareScorecard(spoilt(full, path, 1)));
    expect(refused).toMatchObject({ code: INVALID_CARD, path });
    expect(refused.details["didYouMean"] ?? null).toBe(meant);
  });

  test.each<[readonly Step[]]>([
    [["features"]],
    [["characteristics"]],
    [["rules"]],
    [["core"]],
    [["features", "isCustomer", "group"]],
    [["features", "isCustomer", "sensitive"]],
    [["features", "incomeTrend", "values"]],
    [["characteristics", 0, "inputs"]],
    [["characteristics", 0, "id"]],
    [["characteristics", 0, "bands"]],
    [["characteristics", 6, "groups"]],
    [["characteristics", 5, "whenTrue"]],
    [["rules", 0, "when"]],
    [["rules", 2, "when", 0, "is"]],
    [["rules", 2, "when", 1, "of"]],
    [["rules", 2, "when", 1, "of", 0, "oneOf"]],
    [["rules", 2, "when", 1, "of", 0, "unusable"]],
    [["blocks", 0, "feature"]],
    [["blocks", 0, "effect"]],
    [["justifications", 0, "text"]],
    [["justifications", 0, "approvedBy"]],
  ])("%j missing, null or of another kind", (path) => {
    for (const value of [undefined, null, new Date(0)]) {
      expect(refusalOf(() => prepareScorecard(spoilt(full, path, value)))).toMatchObject({ code: INVALID_CARD, path });
    }
  });

  test.each<[readonly Step[]]>([
    [["currency"]],
    [["customerFlag"]],
    [["levels"]],
    [["characteristics", 0, "reason"]],
    [["characteristics", 0, "monotone"]],
    [["characteristics", 0, "neutral"]],
    [["characteristics", 0, "inputs", "stale"]],
    [["characteristics", 0, "bands", 0, "label"]],
    [["features", "isCustomer", "window"]],
    [["features", "isCustomer", "observedAtField"]],
    [["rules", 0, "when", 0, "below"]],
    [["blocks"]],
    [["justifications"]],
    [["features", "household", "descriptive"]],
    [["features", "household", "protectedGround"]],
  ])("%j may be absent, and null is not absent", (path) => {
    expect(refusalOf(() => prepareScorecard(spoilt(full, path, null)))).toMatchObject({ code: INVALID_CARD, path });
  });

  test.each([undefined, null, 7, "card", [], new Date(0), new Map(), () => 1])("%s is not a card", (card) => {
    for (const call of [prepareScorecard, lintScorecard, (given: Scorecard) => classify(given, sound, { asOf })]) {
      expect(refusalOf(() => call(card as never))).toMatchObject({ code: INVALID_CARD, path: ["card"] });
    }
  });
});

describe("a card that is not data", () => {
  test.each<[string, Scorecard, readonly Step[]]>([
    ["a getter that throws", thrower("rules", full) as Scorecard, ["rules"]],
    ["a number beyond all", { ...full, levels: [{ id: "a", atLeast: 1e300 }] }, ["levels", 0, "atLeast"]],
    ["half of a surrogate pair", { ...full, levels: [{ id: "a\ud800", atLeast: 1 }] }, ["levels", 0, "id"]],
  ])("%s is refused as the card's", (_, card, path) => {
    expect(refusalOf(() => prepareScorecard(card))).toMatchObject({ code: INVALID_CARD, path });
  });

  test("tests that go deeper than anybody looks, or contain themselves", () => {
    let deep: unknown = { test: "total", atLeast: 1 };
    for (let n = 0; n < 5000; n++) deep = { test: "any", of: [deep] };
    const round: { test: string; of: unknown[] } = { test: "any", of: [] };
    round.of.push(round, round);
    for (const core of [[deep], [round]]) {
      const { code, path } = refusalOf(() => prepareScorecard({ ...full, core } as never));
      expect([code, path.slice(0, 4)]).toEqual([INVALID_CARD, ["core", 0, "of", 0]]);
    }
  });

  test("the names every object has are not features", () => {
    const features: unknown = JSON.parse('{"__proto__": {"kind": "flag", "group": "basic", "sensitive": false}}');
    expect(refusalOf(() => prepareScorecard({ ...full, features } as never))).toMatchObject({
      code: INVALID_CARD,
      path: ["features", "__proto__"],
      details: { reason: "reserved-name" },
    });
  });
});

describe("a record", () => {
  const card = cardOf([lines.money, lines.aged]);
  const record = { money: cny("5.00"), aged: 5, agedOn: asOf } as const;
  const of = (changes: Record<string, unknown>): Record<string, FeatureValue> => ({ ...record, ...changes });

  test("may have members of its own", () => {
    const own = of({ _id: 7, branch: null, created: new Date(0), constructor: 1, note: ["x"] });
    expect(scoreRecord(card, own, { asOf })).toEqual(scoreRecord(card, record, { asOf }));
    expect(classifyMany(card, [own, record], { asOf }).issues).toEqual([]);
  });

  test.each([
    ["Money", "money"],
    ["aged_on", "agedOn"],
    ["flagg", "flag"],
  ])("but %s, which is nearly %s, is refused and not read as absent", (name, didYouMean) => {
    const known = ["aged", "agedOn", "category", "flag", "integer", "money", "number"];
    const code = "customer-classification/invalid-record";
    const details = { known, didYouMean };
    const wrong = renamed(of({}), didYouMean, name);
    for (const call of [classify, scoreRecord]) {
      expect(refusalOf(() => call(card, wrong, { asOf }))).toEqual({ code, path: ["record", name], details });
    }
    const { values, issues } = classifyMany(card, [record, wrong, record], { asOf });
    expect(issues).toEqual([{ row: 1, code, path: [name], details }]);
    expect(values.map((value) => value?.status)).toEqual(["classified", undefined, "classified"]);
  });

  test("a feature may be nearly another feature", () => {
    const twins = cardOf([lines.money], {
      features: {
        money: { kind: "money", group: "account", sensitive: false },
        moneys: { kind: "integer", group: "account", sensitive: false },
      },
    });
    expect(scoreRecord(twins, { money: cny("5.00"), moneys: 1 }, { asOf }).status).toBe("scored");
  });

  test("one that cannot be read, or is not a record, stops nobody else", () => {
    const amount = thrower("amount", cny("5.00"));
    const rows = [record, thrower("aged", record), of({ money: amount }), new Date(0), null, record];
    const { values, issues } = classifyMany(card, rows as never, { asOf });
    expect(values.map((value) => value !== null)).toEqual([true, false, false, false, false, true]);
    const invalid = "customer-classification/invalid-record";
    expect(issues).toEqual([
      { row: 1, code: invalid, path: ["aged"], details: {} },
      {
        row: 2,
        code: "customer-classification/invalid-value",
        path: ["money"],
        details: { feature: "money", kind: "money", reason: "wrong-kind", received: "object", currency: "CNY" },
      },
      { row: 3, code: invalid, path: [], details: { received: "Date" } },
      { row: 4, code: invalid, path: [], details: { received: "null" } },
    ]);
  });

  test("columns whose name is nearly a feature's, or that cannot be read", () => {
    const code = "customer-classification/invalid-columns";
    const refused = (columns: object) => refusalOf(() => classifyMany(card, columns as never, { asOf }));
    expect(refused({ money: [null], Flag: [true] })).toMatchObject({
      code,
      path: ["columns", "Flag"],
      details: { didYouMean: "flag" },
    });
    expect(refused(thrower("money"))).toMatchObject({ code, path: ["columns", "money"] });
    expect(refused({ money: Object.defineProperty([], 0, { get: () => expect.fail() as unknown }) })).toMatchObject({
      code,
      path: ["columns", "money"],
    });
  });
});

describe("a context", () => {
  const refused = (context: unknown) =>
    refusalOf(() => classify(exampleRetailCard, sound, context as ClassificationContext));
  const code = "customer-classification/invalid-context";

  test.each<[unknown, readonly Step[], object]>([
    [undefined, ["context"], { received: "undefined" }],
    [asOf, ["context"], { received: asOf }],
    [{ asOf, observed_at: {} }, ["observed_at"], { didYouMean: "observedAt" }],
    [{ asOf, observedAt: null }, ["observedAt"], { received: "null" }],
    [{ asOf, observedAt: [] }, ["observedAt"], { received: "array(0)" }],
    [thrower("asOf"), ["asOf"], {}],
    [{ asOf, observedAt: thrower("incomeTrend") }, ["observedAt", "incomeTrend"], {}],
  ])("%#: is read whole", (context, path, details) => {
    expect(refused(context)).toMatchObject({ code, path, details });
  });

  test("without a date is refused for its date", () => {
    expect(refused({})).toMatchObject({ code: "core/invalid-date", path: ["asOf"] });
    expect(refused({ asOf: new Date(0) })).toMatchObject({ path: ["asOf"], details: { received: "Date" } });
  });
});

describe("a classification that comes back from where it was kept", () => {
  const classified = classify(exampleRetailCard, sound, { asOf });
  const missing = classify(exampleRetailCard, {}, { asOf });
  const nobody = classify(exampleRetailCard, { ...sound, isCustomer: false }, { asOf });
  const blocked = classify(exampleRetailCard, { ...sound, overdue: true }, { asOf });
  const kept = (result: Classification): Classification => JSON.parse(JSON.stringify(result)) as Classification;

  test.each([classified, missing, nobody, blocked])("$status is explained as it was", (result) => {
    expect(explainClassification(kept(result))).toEqual(explainClassification(result));
    expect([result].map(explainClassification as (one: Classification) => unknown)).toEqual([
      explainClassification(result),
    ]);
    expect(explainClassification({ ...kept(result), _id: 7 } as never)).toEqual(explainClassification(result));
  });

  test.each<[readonly Step[], unknown, Classification]>([
    [["status"], "classfied", classified],
    [["type"], "existing-hi-quality", classified],
    [["tier"], "cores", classified],
    [["score"], "62", classified],
    [["axes", "strength"], null, classified],
    [["parts", 0, "axis"], "strenght", classified],
    [["parts", 0, "state"], "vaild", classified],
    [["parts", 0, "points"], 0.5, classified],
    [["parts", 0, "from"], "many", classified],
    [["rules", 0, "outcome"], "holds", classified],
    [["rules", 0, "grants"], "cores", classified],
    [["rules", 0, "tests", 0, "outcome"], "matched", classified],
    [["rules", 0, "tests", 0, "condition", "test"], "customers", classified],
    [["parts"], null, classified],
    [["card", "hash"], undefined, classified],
    [["missing", 0, "state"], "valid", missing],
    [["missing", 0, "feature"], undefined, missing],
    [["rules"], undefined, nobody],
    [["parts"], undefined, nobody],
    [["block"], undefined, blocked],
    [["effect"], "none", blocked],
  ])("%j", (path, value, result) => {
    expect(refusalOf(() => explainClassification(spoilt(result, path, value)))).toMatchObject({
      code: "customer-classification/invalid-result",
      path: ["result", ...path],
    });
  });

  test.each([undefined, null, 7, "result", {}, [], new Date(0)])("%s is neither a result nor a batch", (subject) => {
    expect(refusalOf(() => explainClassification(subject as never)).path[0]).toBe("result");
    expect(refusalOf(() => explainClassification(subject as never, 0))).toMatchObject({
      code: "customer-classification/unknown-row",
      path: ["batch"],
    });
  });
});
