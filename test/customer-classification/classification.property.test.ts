import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  AXES,
  classificationAt,
  classify,
  classifyMany,
  CLIENT_TYPES,
  exampleRetailCard,
  prepareScorecard,
  scoreRecord,
  type Characteristic,
  type Classification,
  type ClassificationSummary,
  type FeatureValue,
  type Scorecard,
} from "../../src/customer-classification/index.ts";
import { fromMinorUnits, toMinorUnits } from "../../src/money/index.ts";
import { asOf, cardOf, cny, lines, withPolicies } from "./cards.ts";
import { referenceOf } from "./reference.ts";

/** Amounts that fall on, beside and between the edges of the example card. */
const amount = fc
  .oneof(
    fc
      .tuple(
        fc.constantFrom(
          0,
          200,
          1000,
          2000,
          5000,
          10000,
          50000,
          100000,
          200000,
          300000,
          500000,
          600000,
          1000000,
          2000000,
          6000000,
          10000,
          30000,
        ),
        fc.integer({ min: -1, max: 1 }),
      )
      .map(([edge, cents]) => edge * 100 + cents),
    fc.integer({ min: -1000, max: 1_000_000_000 }),
  )
  .map((cents) =>
    cny(
      `${cents < 0 ? "-" : ""}${String(Math.floor(Math.abs(cents) / 100))}.${String(Math.abs(cents) % 100).padStart(2, "0")}`,
    ),
  );

/** Complete records of the example card. */
const complete = fc.record({
  isCustomer: fc.boolean(),
  mainBankElsewhere: fc.boolean(),
  annualIncome: amount,
  assets: amount,
  household: fc.constantFrom("family", "couple", "single"),
  depositAvg: amount,
  intermediaryIncome: amount,
  productCount: fc.integer({ min: -1, max: 9 }),
  salaryAccount: fc.boolean(),
  incomeTrend: fc.constantFrom("rising", "steady", "falling"),
  incomeTrendOn: fc.constant("2026-01-31"),
  expectedProfit: amount,
});

const junk = fc.constantFrom<FeatureValue>(
  null,
  undefined,
  "",
  "unheard-of",
  NaN,
  Infinity,
  1.5,
  true,
  { amount: "1e3", currency: "CNY" },
  { amount: "5.00", currency: "USD" },
);

/** Records with anything in some of their fields. */
const anyRecord: fc.Arbitrary<Record<string, FeatureValue>> = fc
  .tuple(
    complete,
    fc.dictionary(fc.constantFrom(...Object.keys(exampleRetailCard.features), "incomeTrendOn"), junk, { maxKeys: 3 }),
  )
  .map(([record, broken]) => ({ ...record, ...broken }));

const summaryOf = (result: Classification): ClassificationSummary => {
  if (result.status === "not-a-customer") return { status: result.status };
  if (result.status === "blocked") return { status: result.status, block: result.block, effect: result.effect };
  if (result.status === "insufficient-data") return { status: result.status, missing: result.missing };
  const { status, type, tier, score: total, scoreAtMost } = result;
  const score = { score: total, ...(scoreAtMost === undefined ? {} : { scoreAtMost }) };
  return { status, type, ...(tier === undefined ? {} : { tier }), ...score };
};

describe("classification", () => {
  test("agrees with the rules written out by hand", () => {
    fc.assert(
      fc.property(complete, (record) => {
        const result = classify(exampleRetailCard, record, { asOf });
        const expected = referenceOf(exampleRetailCard, record);
        expect(result.status === "classified" ? (result.tier ?? result.type) : result.status).toBe(expected.type);
        const total = scoreRecord(exampleRetailCard, record, { asOf });
        expect(total.status === "scored" && total.score).toBe(expected.score);
      }),
      { numRuns: 500 },
    );
  });

  test("a batch gives each row what the row gives alone, reasons included", () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 8 }), (rows) => {
        const batch = classifyMany(exampleRetailCard, rows, { asOf });
        const columns = Object.fromEntries(
          [...Object.keys(exampleRetailCard.features), "incomeTrendOn"].map((field) => [
            field,
            rows.map((row) => row[field]),
          ]),
        );
        expect(classifyMany(exampleRetailCard, columns, { asOf })).toStrictEqual(batch);
        expect(batch.values).toHaveLength(rows.length);
        for (const [row, record] of rows.entries()) {
          const issue = batch.issues.find((candidate) => candidate.row === row);
          const blocked = batch.values[row]?.status === "blocked";
          if (issue === undefined || blocked) {
            const alone = classify(exampleRetailCard, record, { asOf });
            expect(batch.values[row]).toStrictEqual(summaryOf(alone));
            expect(classificationAt(batch, row)).toStrictEqual(alone);
            expect("issues" in alone).toBe(issue !== undefined);
          } else {
            expect(batch.values[row]).toBeNull();
            expect(() => classify(exampleRetailCard, record, { asOf })).toThrow(
              expect.objectContaining({ code: issue.code, path: ["record", ...issue.path], details: issue.details }),
            );
          }
        }
      }),
    );
  });

  test("parts add up to the axes, and axes to the score", () => {
    fc.assert(
      fc.property(complete, (record) => {
        const result = scoreRecord(exampleRetailCard, record, { asOf });
        if (result.status !== "scored") throw new Error(result.status);
        const sum = (parts: typeof result.parts): number => parts.reduce((total, part) => total + part.points, 0);
        expect(sum(result.parts)).toBe(result.score);
        for (const axis of AXES) expect(sum(result.parts.filter((part) => part.axis === axis))).toBe(result.axes[axis]);
        for (const part of result.parts) expect(part.points).toBeLessThanOrEqual(part.maxPoints);
      }),
    );
  });

  test("the order of characteristics changes no total and no type", () => {
    fc.assert(
      fc.property(
        complete,
        fc.shuffledSubarray([...exampleRetailCard.characteristics], {
          minLength: exampleRetailCard.characteristics.length,
        }),
        (record, characteristics) => {
          const shuffled: Scorecard = { ...exampleRetailCard, characteristics };
          const a = classify(exampleRetailCard, record, { asOf });
          const b = classify(shuffled, record, { asOf });
          expect(summaryOf(b)).toStrictEqual(summaryOf(a));
        },
      ),
    );
  });

  test("more of something good never makes the type or the tier worse", () => {
    const better = [
      ["annualIncome", amount],
      ["assets", amount],
      ["depositAvg", amount],
      ["intermediaryIncome", amount],
      ["expectedProfit", amount],
      ["productCount", fc.integer({ min: 0, max: 9 })],
      ["salaryAccount", fc.boolean()],
    ] as const;
    const size = (value: FeatureValue): number => Number(typeof value === "object" ? value?.amount : value);
    const rank = (result: Classification): number => {
      if (result.status === "not-a-customer") return CLIENT_TYPES.length + 1;
      if (result.status !== "classified") throw new Error(result.status);
      return result.tier === "core" ? -1 : CLIENT_TYPES.indexOf(result.type);
    };
    const change = fc.oneof(
      ...better.map(([field, values]) => fc.tuple(fc.constant(field), values as fc.Arbitrary<FeatureValue>)),
    );
    fc.assert(
      fc.property(complete, change, (record, [field, value]) => {
        const changed = { ...record, [field]: value };
        const [low, high] = size(value) >= size(record[field]) ? [record, changed] : [changed, record];
        const before = classify(exampleRetailCard, low, { asOf });
        const after = classify(exampleRetailCard, high, { asOf });
        expect(rank(after)).toBeLessThanOrEqual(rank(before));
      }),
      { numRuns: 500 },
    );
  });

  test("a later date alone changes nothing but the age of what has one", () => {
    fc.assert(
      fc.property(complete, fc.constantFrom("2026-02-01", "2026-12-31", "2027-01-31"), (record, later) => {
        const a = classify(exampleRetailCard, record, { asOf });
        const b = classify(exampleRetailCard, record, { asOf: later });
        expect({ ...b, asOf }).toStrictEqual(a);
      }),
    );
  });
});

describe("points in proportion", () => {
  test("are the exact quotient rounded down, within the limits", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.integer({ min: -1000, max: 1000 }),
        fc.oneof(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.maxSafeInteger()),
        (per, points, value) => {
          const line: Characteristic = {
            ...lines.rate,
            feature: "integer",
            per: String(per),
            points,
            min: -5000,
            max: 5000,
          };
          const product = BigInt(value) * BigInt(points);
          const quotient = product / BigInt(per) - (product < 0n && product % BigInt(per) !== 0n ? 1n : 0n);
          const expected = quotient < -5000n ? -5000n : quotient > 5000n ? 5000n : quotient;
          const result = scoreRecord(cardOf([line]), { integer: value }, { asOf });
          expect(result.status === "scored" && BigInt(result.score)).toBe(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("an amount of any length", () => {
  const LIMIT = BigInt(Number.MAX_SAFE_INTEGER);
  const text = fc.oneof(
    fc
      .tuple(fc.constantFrom(0n, 10n ** 15n, LIMIT, -LIMIT, 10n ** 17n), fc.bigInt(-300n, 300n))
      .map(([units, more]) => fromMinorUnits(units + more, "CNY").amount),
    fc.bigInt(-(10n ** 16n), 10n ** 16n).map(String),
    fc.stringMatching(/^-?\d{0,17}(\.\d{0,3})?$/),
  );

  test("is what money reads, as long as minor units are exact; otherwise its part says why", () => {
    const line = withPolicies(lines.money, { points: 42 }, ["invalid"]);
    fc.assert(
      fc.property(text, (given) => {
        let minor: bigint | null = null;
        try {
          minor = toMinorUnits(cny(given));
        } catch {
          // refused there: an invalid value here
        }
        const result = scoreRecord(cardOf([line]), { money: cny(given) }, { asOf });
        const [part] = result.status === "scored" ? result.parts : [];
        if (minor === null) expect(part).toMatchObject({ state: "invalid" });
        else if (minor > LIMIT || minor < -LIMIT) {
          expect(part).toMatchObject({ state: "invalid", invalidReason: "amount-too-large" });
        } else
          expect(part).toMatchObject({
            state: "valid",
            band: minor < -1n ? 0 : minor < 1n ? 1 : minor < 100_000n ? 2 : 3,
          });
      }),
      { numRuns: 1000 },
    );
  });
  test("lies in the band that starts at it, and one minor unit less lies below", () => {
    fc.assert(
      fc.property(fc.bigInt(-LIMIT + 1n, LIMIT), (minor) => {
        const edge = fromMinorUnits(minor, "CNY");
        const card = cardOf([{ ...lines.money, bands: [{ below: edge.amount, points: 1 }, { points: 2 }] }]);
        const points = (value: FeatureValue): unknown => scoreRecord(card, { money: value }, { asOf });
        expect(points(edge)).toMatchObject({ score: 2 });
        expect(points(fromMinorUnits(minor - 1n, "CNY"))).toMatchObject({ score: 1 });
      }),
    );
  });
});

describe("the hash of a card", () => {
  test("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Object.keys(exampleRetailCard), { minLength: Object.keys(exampleRetailCard).length }),
        (keys) => {
          const reordered = Object.fromEntries(
            keys.map((key) => [key, exampleRetailCard[key as keyof typeof exampleRetailCard]]),
          ) as unknown as Scorecard;
          expect(prepareScorecard(reordered).stamp).toStrictEqual(prepareScorecard(exampleRetailCard).stamp);
        },
      ),
      { numRuns: 20 },
    );
  });
});
