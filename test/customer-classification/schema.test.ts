import { describe, expect, test } from "vitest";
import * as z from "zod";

import { exampleRetailCard, exampleStarRateCard, type Scorecard } from "../../src/customer-classification/index.ts";
import { ScorecardSchema } from "../../src/customer-classification/schema.ts";
import { cardOf, lines } from "./cards.ts";

const path = (card: unknown): unknown => {
  const result = ScorecardSchema.safeParse(card);
  return result.success ? "accepted" : result.error.issues[0]?.path.join(".");
};

describe("the schema of a card", () => {
  test.each<Scorecard>([exampleRetailCard, exampleStarRateCard, cardOf(Object.values(lines))])(
    "$id comes back from JSON as it went",
    (card) => {
      expect(ScorecardSchema.parse(JSON.parse(JSON.stringify(card)))).toStrictEqual(card);
    },
  );
  test.each([
    [{ ...exampleRetailCard, extra: 1 }, ""],
    [{ ...exampleRetailCard, effectiveFrom: "2026-02-30" }, "effectiveFrom"],
    [{ ...exampleRetailCard, features: { x: { kind: "text", group: "basic", sensitive: false } } }, "features.x.kind"],
    [{ ...exampleRetailCard, features: { x: { kind: "flag", group: "basic" } } }, "features.x.sensitive"],
    [{ ...exampleRetailCard, characteristics: [] }, "characteristics"],
    [{ ...exampleRetailCard, characteristics: [{ ...lines.flag, axis: "wealth" }] }, "characteristics.0.axis"],
    [{ ...exampleRetailCard, characteristics: [{ ...lines.flag, whenTrue: 0.5 }] }, "characteristics.0.whenTrue"],
    [
      { ...exampleRetailCard, characteristics: [{ ...lines.money, bands: [{ below: 5, points: 1 }] }] },
      "characteristics.0.bands.0.below",
    ],
    [
      { ...exampleRetailCard, characteristics: [{ ...lines.money, inputs: { missing: 0, invalid: "reject" } }] },
      "characteristics.0.inputs.missing",
    ],
    [
      { ...exampleRetailCard, rules: [{ id: "o", type: "ordinary", when: [{ test: "total", atLeast: 1 }] }] },
      "rules.0.type",
    ],
    [
      { ...exampleRetailCard, core: [{ test: "any", of: [{ test: "flag", feature: "x", is: true }] }] },
      "core.0.of.0.unusable",
    ],
  ])("case %#: a wrong shape is refused at %s", (card, expected) => {
    expect(path(card)).toBe(expected);
  });
  test("gives a JSON Schema", () => {
    expect(z.toJSONSchema(ScorecardSchema)).toMatchObject({ type: "object", additionalProperties: false });
  });
});
