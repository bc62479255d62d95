import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  scoreRecord,
  type Characteristic,
  type FeatureValue,
  type InputPolicies,
  type Scorecard,
} from "../../../src/customer-classification/index.ts";
import { fromPmml, pmmlReasonCodes, toPmml } from "../../../src/customer-classification/pmml/index.ts";
import { fromMinorUnits } from "../../../src/money/index.ts";
import { asOf, cardOf } from "../cards.ts";
import { attribute, characteristic, compound, documentOf, ofField, simple } from "./documents.ts";
import { evaluatorOf, type FieldValue } from "./evaluator.ts";

const points = fc.integer({ min: -50, max: 50 });

const policy = fc.oneof(
  fc.constant("reject" as const),
  fc.constant("neutral" as const),
  points.map((p) => ({ points: p })),
);
const lacking = fc.oneof(policy, fc.constant("open" as const));

/** Ascending edges of a feature, as texts. */
const edgesOf = (kind: "money" | "number" | "integer"): fc.Arbitrary<readonly string[]> =>
  fc
    .uniqueArray(fc.integer({ min: -2000, max: 2000 }), { maxLength: 4 })
    .map((edges) =>
      edges
        .sort((a, b) => a - b)
        .map((edge) =>
          kind === "integer"
            ? String(edge)
            : kind === "money"
              ? fromMinorUnits(BigInt(edge), "CNY").amount
              : String(edge / 8),
        ),
    );

const FIELDS = ["money", "number", "integer", "category", "flag", "rate"] as const;

/** A line on the feature of a kind. */
function lineOn(kind: (typeof FIELDS)[number], id: string): fc.Arbitrary<Characteristic> {
  const base = fc.record({
    axis: fc.constantFrom("strength" as const, "closeness" as const),
    appliesTo: fc.constantFrom("everyone" as const, "customers" as const),
    neutral: points,
  });
  const inputs: fc.Arbitrary<InputPolicies> = fc.record({ missing: lacking, invalid: fc.constant("reject" as const) });
  switch (kind) {
    case "money":
    case "number":
    case "integer":
      return fc
        .tuple(base, inputs, edgesOf(kind), fc.array(points, { minLength: 5, maxLength: 5 }))
        .map(([own, given, edges, all]) => ({
          ...own,
          id,
          feature: kind,
          scale: "bands",
          inputs: given,
          bands: [...edges.map((below, index) => ({ below, points: all[index] ?? 0 })), { points: all[4] ?? 0 }],
        }));
    case "category":
      return fc.tuple(base, inputs, lacking, points, points).map(([own, given, unknown, one, other]) => ({
        ...own,
        id,
        feature: "category",
        scale: "categories",
        inputs: { ...given, unknown },
        groups: [
          { values: ["gold", "classic"], points: one },
          { values: ["none"], points: other },
        ],
      }));
    case "flag":
      return fc.tuple(base, inputs, points, points).map(([own, given, whenTrue, whenFalse]) => ({
        ...own,
        id,
        feature: "flag",
        scale: "flag",
        inputs: given,
        whenTrue,
        whenFalse,
      }));
    case "rate":
      return fc
        .tuple(
          base,
          inputs,
          fc.integer({ min: 1, max: 1_000_000 }),
          points,
          fc.integer({ min: -100, max: 0 }),
          fc.integer({ min: 1, max: 100 }),
        )
        .map(([own, given, per, each, min, max]) => ({
          ...own,
          id,
          feature: "money",
          scale: "linear",
          inputs: given,
          per: fromMinorUnits(BigInt(per), "CNY").amount,
          points: each,
          min,
          max,
        }));
  }
}

const cards: fc.Arbitrary<Scorecard> = fc
  .tuple(fc.array(fc.constantFrom(...FIELDS), { minLength: 1, maxLength: 5 }), fc.boolean())
  .chain(([kinds, withFlag]) =>
    fc.tuple(...kinds.map((kind, index) => lineOn(kind, `${kind}-${String(index)}`))).map((lines) => {
      const card = cardOf(lines, withFlag ? { customerFlag: "isCustomer" } : {});
      return {
        ...card,
        features: { ...card.features, isCustomer: { kind: "flag", group: "basic", sensitive: false } },
      };
    }),
  );

/** A record as the library has it, and as another engine has it. */
interface Both {
  readonly ours: Record<string, FeatureValue>;
  readonly theirs: Record<string, FieldValue>;
}

const records: fc.Arbitrary<Both> = fc
  .record(
    {
      money: fc.integer({ min: -2001, max: 2_000_000 }),
      number: fc.oneof(
        fc.integer({ min: -2001, max: 2001 }).map((n) => n / 8),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
      integer: fc.integer({ min: -2001, max: 2001 }),
      category: fc.constantFrom("gold", "classic", "none", "platinum"),
      flag: fc.boolean(),
      isCustomer: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .map(({ money, ...rest }) => ({
    ours: { ...rest, ...(money === undefined ? {} : { money: fromMinorUnits(BigInt(money), "CNY") }) },
    theirs: { ...rest, ...(money === undefined ? {} : { money: money / 100 }) },
  }));

const scoreOf = (card: Scorecard, record: Record<string, FeatureValue>): number | null => {
  const result = scoreRecord(card, record, { asOf });
  return result.status === "scored" ? result.score : null;
};

const rankedOf = (reasons: ReturnType<typeof pmmlReasonCodes>): unknown =>
  reasons.map((reason) => reason && [reason.code, reason.points]);

/** The four codes that come first, by the differences of another engine. */
function rankedBy(differences: ReadonlyMap<string, number>, scale: number): unknown {
  const ranked = [...differences]
    .map(([code, difference]) => [code, Math.round(difference * scale)] as const)
    .filter(([, difference]) => difference >= 0)
    .sort(([, a], [, b]) => b - a);
  return Array.from({ length: 4 }, (_, place) => ranked[place] ?? null);
}

describe("any card", () => {
  test("comes back from PMML as it was, and gives the same bytes", () => {
    fc.assert(
      fc.property(cards, fc.constantFrom(1, 10, 1000), (card, scale) => {
        const xml = toPmml(card, { scale });
        const read = fromPmml(xml);
        expect(read.card).toEqual(card);
        expect(read.scale).toBe(scale);
        expect(toPmml(read.card, { scale, reasonCodes: read.reasonCodes })).toBe(xml);
      }),
    );
  });

  test("scores in another engine as it does here, or has no score in either", () => {
    const seen = { scored: 0, unscored: 0 };
    fc.assert(
      fc.property(cards, fc.array(records, { minLength: 5, maxLength: 15 }), (card, rows) => {
        const theirs = evaluatorOf(toPmml(card));
        for (const row of rows) {
          const { score } = theirs(row.theirs);
          expect(score).toBe(scoreOf(card, row.ours));
          seen[score === null ? "unscored" : "scored"]++;
        }
      }),
      { numRuns: 300 },
    );
    // neither is the rule
    expect(Math.min(seen.scored, seen.unscored)).toBeGreaterThan(300);
  });

  test("has the reasons here that another engine gives, of customers and of others", () => {
    const seen = { customers: 0, others: 0 };
    const withCodes = fc.tuple(cards, fc.array(fc.constantFrom("A", "B", "C"), { minLength: 5, maxLength: 5 }));
    fc.assert(
      fc.property(withCodes, fc.array(records, { minLength: 5, maxLength: 15 }), ([plain, codes], rows) => {
        const characteristics = plain.characteristics.map((line, index) => ({ ...line, reason: codes[index] ?? "D" }));
        const card: Scorecard = { ...plain, characteristics };
        const xml = toPmml(card);
        const theirs = evaluatorOf(xml);
        const { reasonCodes } = fromPmml(xml);
        for (const row of rows) {
          const result = scoreRecord(card, row.ours, { asOf });
          if (result.status !== "scored" || reasonCodes === null) continue;
          expect(rankedOf(pmmlReasonCodes(reasonCodes, result, 4))).toStrictEqual(
            rankedBy(theirs(row.theirs).differences, 1),
          );
          seen[row.ours["isCustomer"] === true ? "customers" : "others"]++;
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(seen.customers, seen.others)).toBeGreaterThan(100);
  });
});

describe("any scorecard of PMML", () => {
  const OPERATORS = ["equal", "notEqual", "lessThan", "lessOrEqual", "greaterThan", "greaterOrEqual"] as const;
  type Kind = "integer" | "number" | "money";

  const predicateOf = (kind: Kind): fc.Arbitrary<string> => {
    const number = fc
      .integer({ min: -20, max: 20 })
      .map((n) => (kind === "integer" ? n : kind === "money" ? n / 100 : n / 8));
    const { predicate } = fc.letrec<{ predicate: string }>((tie) => ({
      predicate: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.tuple(fc.constantFrom(...OPERATORS), number).map(([operator, n]) => simple("x", operator, n)),
        fc.constantFrom(simple("x", "isMissing"), simple("x", "isNotMissing"), "<False/>"),
        fc
          .tuple(fc.constantFrom("isIn", "isNotIn"), fc.array(number, { maxLength: 3 }))
          .map(
            ([is, list]) =>
              `<SimpleSetPredicate field="x" booleanOperator="${is}"><Array type="real">${list.join(" ")}</Array></SimpleSetPredicate>`,
          ),
        fc
          .tuple(
            fc.constantFrom("and", "or", "xor", "surrogate"),
            fc.array(tie("predicate"), { minLength: 1, maxLength: 3 }),
          )
          .map(([operator, parts]) => compound(operator, ...parts)),
      ),
    }));
    return predicate;
  };

  test.each(["integer", "number", "money"] as const)("gives its own scores and reasons as a card: %s", (kind) => {
    const decimal = fc.integer({ min: -500, max: 500 }).map((n) => n / 10);
    const document = fc
      .record({
        attributes: fc.array(fc.tuple(decimal, predicateOf(kind), fc.constantFrom("A", "B", "C")), { maxLength: 6 }),
        last: decimal,
        initial: decimal,
        baseline: decimal,
        algorithm: fc.constantFrom("pointsAbove", "pointsBelow"),
        mining: fc.constantFrom("", 'missingValueReplacement="1"', 'invalidValueTreatment="asMissing"'),
      })
      .map(({ attributes, last, initial, baseline, algorithm, mining }) =>
        documentOf({
          fields: ofField("x", "continuous", kind === "integer" ? "integer" : "double"),
          mining: `<MiningField name="x" ${mining}/>`,
          attributes: `initialScore="${String(initial)}" baselineScore="${String(baseline)}" reasonCodeAlgorithm="${algorithm}"`,
          characteristics:
            characteristic(
              "x",
              ...attributes.map(([score, predicate, code]) => attribute(score, predicate, code)),
              attribute(last, simple("x", "isNotMissing"), "Z"),
            ) + characteristic("y", attribute(1, simple("x", "lessThan", 0), "A"), attribute(2.5, "<True/>", "B")),
        }),
      );
    fc.assert(
      fc.property(document, (xml) => {
        const theirs = evaluatorOf(xml);
        const { card, scale, reasonCodes } = fromPmml(
          xml,
          kind === "money" ? { currency: { code: "CNY", fields: ["x"] } } : {},
        );
        const step = kind === "integer" ? 1 : kind === "money" ? 0.01 : 1 / 16;
        const values = [null, ...Array.from({ length: 90 }, (_, k) => (k - 45) * step)];
        for (const value of values) {
          const cents = BigInt(Math.round((value ?? 0) * 100));
          const x = kind === "money" && value !== null ? fromMinorUnits(cents, "CNY") : value;
          const result = scoreRecord(card, { x }, { asOf });
          const other = theirs({ x: kind === "money" && value !== null ? Number(cents) / 100 : value });
          if (result.status !== "scored" || other.score === null || reasonCodes === null) {
            expect([result.status, other.score]).toStrictEqual(["insufficient-data", null]);
            continue;
          }
          expect(result.score).toBe(Math.round(other.score * scale));
          expect(rankedOf(pmmlReasonCodes(reasonCodes, result, 4))).toStrictEqual(rankedBy(other.differences, scale));
        }
      }),
      { numRuns: 80 },
    );
  });
});
