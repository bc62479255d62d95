import fc from "fast-check";
import { expect, test } from "vitest";

import {
  AXES,
  exampleCorporateGrades,
  exampleMajorClientGrades,
  gradeClient,
  gradeMany,
  type Characteristic,
  type CustomerRecord,
  type GradeResult,
  type GradingPolicy,
  type LackingPolicy,
} from "../../../src/customer-classification/index.ts";
import { cny, lines } from "../cards.ts";
import { asOf, lists, policyOf } from "./policies.ts";

/** Amounts below, on and above the edges of the examples. */
const amount = fc
  .constantFrom(
    "0",
    "9999.99",
    "10000",
    "50000",
    "250000",
    "799999.99",
    "800000",
    "8000000",
    "99999999.99",
    "100000000",
    "300000000",
  )
  .map(cny);

const client = fc.record({
  clientId: fc.constantFrom("C-1", "C-2", "C-3", "C-4"),
  corporateDepositAvg: amount,
  corporateDepositPeriodEnd: amount,
  posSettlement: amount,
  corporateEBanking: fc.boolean(),
  payrollPeople: fc.constantFrom(0, 149, 150, 5000),
  payrollMonthly: amount,
  creditCards: fc.constantFrom(0, 19, 20),
  specialContribution: fc.boolean(),
});

/** Some of the values of a client taken away. */
const withGaps = fc
  .tuple(
    client,
    fc.array(
      fc.constantFrom(
        "corporateDepositAvg",
        "posSettlement",
        "corporateEBanking",
        "payrollPeople",
        "payrollMonthly",
        "creditCards",
      ),
    ),
  )
  .map(([full, gone]) => ({ full, partial: { ...full, ...Object.fromEntries(gone.map((field) => [field, null])) } }));

const graded = (record: CustomerRecord, policy: GradingPolicy = exampleCorporateGrades): GradeResult =>
  gradeClient(policy, record, { asOf, lists });

const step = (grade: string): number => ["other", "premium", "strategic"].indexOf(grade);

test("a book is graded as its clients are, one by one", () => {
  fc.assert(
    fc.property(fc.array(withGaps, { maxLength: 6 }), (clients) => {
      const rows = clients.map(({ partial }) => partial as CustomerRecord);
      const { values, issues } = gradeMany(exampleCorporateGrades, rows, { asOf, lists });
      expect(issues).toStrictEqual([]);
      for (const [row, record] of rows.entries()) expect(graded(record)).toMatchObject(values[row] ?? {});
    }),
  );
});

test("the order of the ways to a grade does not matter", () => {
  const shuffled = fc
    .tuple(
      ...exampleCorporateGrades.grades.map(({ anyOf }) => fc.shuffledSubarray([...anyOf], { minLength: anyOf.length })),
    )
    .map((ways): GradingPolicy => ({
      ...exampleCorporateGrades,
      grades: exampleCorporateGrades.grades.map((grade, index) => ({ ...grade, anyOf: ways[index] ?? [] })),
    }));
  fc.assert(
    fc.property(withGaps, shuffled, ({ partial }, policy) => {
      const [one, other] = [graded(partial), graded(partial, policy)];
      expect(other.status).toBe(one.status);
      if (one.status === "graded" && other.status === "graded") {
        expect(other.grade).toBe(one.grade);
        expect([...other.by].sort()).toStrictEqual([...one.by].sort());
      } else if (one.status === "insufficient-data" && other.status === "insufficient-data") {
        expect([other.atLeast, other.atMost]).toStrictEqual([one.atLeast, one.atMost]);
        expect(other.missing).toHaveLength(one.missing.length);
      }
    }),
  );
});

test("a client on the list is never lowered by other data", () => {
  fc.assert(
    fc.property(withGaps, ({ partial }) => {
      expect(graded({ ...partial, clientId: "C-1" })).toMatchObject({ status: "graded", grade: "strategic" });
    }),
  );
});

test("the unknown never gives a grade that the known would not: it lies between what is sure and what is possible", () => {
  fc.assert(
    fc.property(withGaps, ({ full, partial }) => {
      const whole = graded(full);
      if (whole.status !== "graded") throw new Error("everything is known");
      const known = graded(partial);
      if (known.status === "graded") expect(known.grade).toBe(whole.grade);
      else {
        expect(step(known.atLeast)).toBeLessThanOrEqual(step(whole.grade));
        expect(step(known.atMost)).toBeGreaterThanOrEqual(step(whole.grade));
      }
    }),
  );
});

test("without the lists the best stays possible, and what is sure is sure with them too, and the same of whom no list names", () => {
  const span = (result: GradeResult): readonly [atLeast: number, atMost: number] =>
    result.status === "graded" ? [step(result.grade), step(result.grade)] : [step(result.atLeast), step(result.atMost)];
  fc.assert(
    fc.property(withGaps, ({ partial }) => {
      const [least, most] = span(gradeClient(exampleCorporateGrades, partial, { asOf }));
      const [withLists, mostWithLists] = span(graded(partial));
      expect(most).toBe(step("strategic"));
      expect(mostWithLists).toBeLessThanOrEqual(most);
      expect(withLists).toBeGreaterThanOrEqual(least);
      if (partial.clientId === "C-4") expect(withLists).toBe(least);
    }),
  );
});

test("the ways that are told are those whose tests all hold, and every way tried is there", () => {
  fc.assert(
    fc.property(client, (record) => {
      const result = graded(record);
      if (result.status !== "graded") throw new Error("everything is known");
      const matched = result.rules.filter(({ outcome }) => outcome === "matched");
      expect(matched.map(({ rule }) => rule)).toStrictEqual(result.by);
      for (const { outcome, tests } of result.rules) {
        expect(tests.every((trace) => trace.outcome === "holds")).toBe(outcome === "matched");
      }
      expect(result.rules).toHaveLength(result.grade === "strategic" ? 1 : 9);
    }),
  );
});

test("more revenue never lowers a major client, and a county's edges are never above the city's", () => {
  const revenue = fc.integer({ min: 0, max: 400_000_000 });
  fc.assert(
    fc.property(revenue, revenue, fc.constantFrom("city", "county"), (a, b, office) => {
      const stepOf = (cents: number, at: string): number => {
        const annualRevenue = cny(`${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, "0")}`);
        const result = gradeClient(exampleMajorClientGrades, { clientId: "M", annualRevenue, office: at }, { asOf });
        return result.status === "graded" ? result.step : -1;
      };
      expect(stepOf(Math.max(a, b), office)).toBeGreaterThanOrEqual(stepOf(Math.min(a, b), office));
      expect(stepOf(a, "county")).toBeGreaterThanOrEqual(stepOf(a, "city"));
    }),
  );
});

/** Three lines of points, each of which requires its value, leaves it open or gives points without it. */
const lacking = fc.constantFrom<LackingPolicy>("reject", "open", { points: 1 });
const scale = fc.uniqueArray(fc.integer({ min: -4, max: 6 }), { minLength: 2, maxLength: 3 });
const pointsPolicy = fc
  .record({
    scales: fc.tuple(scale, scale, scale),
    policies: fc.tuple(lacking, lacking, lacking),
    axes: fc.tuple(...Array.from({ length: 3 }, () => fc.constantFrom(...AXES))),
    places: fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 99 })),
  })
  .map(({ scales, policies, axes, places }) => {
    const characteristics = scales.map((points, index): Characteristic => ({
      ...lines.integer,
      id: `line-${String(index)}`,
      feature: `value${String(index)}`,
      axis: axes[index] ?? "strength",
      bands: points.map((own, at) => ({ points: own, ...(at < points.length - 1 ? { below: String(at + 1) } : {}) })),
      inputs: { missing: policies[index] ?? "reject", invalid: "reject" },
    }));
    const integer = { kind: "integer", group: "behavioural", sensitive: false } as const;
    // edges that some record reaches
    const spans = scales.map((points, index) => [...points, ...(typeof policies[index] === "object" ? [1] : [])]);
    const [least = 0, most = 1] = [Math.min, Math.max].map((end) => spans.reduce((sum, own) => sum + end(...own), 0));
    const [low = 0, high = 0] = places.map((place) => least + 1 + (place % (most - least))).sort((a, b) => a - b);
    const policy = policyOf([], {
      features: { value0: integer, value1: integer, value2: integer },
      characteristics,
      grades: [
        { id: "top", anyOf: [{ id: "much", when: [{ test: "total", atLeast: high }] }] },
        { id: "middle", anyOf: [{ id: "some", when: [{ test: "total", atLeast: low }] }] },
      ],
    });
    return { policy, sizes: scales.map(({ length }) => length), policies };
  });

test("what is possible is what some value would give, and what is missing is what could change the answer", () => {
  const steps = ["rest", "middle", "top"];
  const seen = { graded: 0, open: 0 };
  fc.assert(
    fc.property(
      pointsPolicy,
      fc.array(fc.option(fc.nat({ max: 2 })), { minLength: 3, maxLength: 3 }),
      ({ policy, sizes, policies }, given) => {
        const known = given.map((value, index) => (value === null ? null : Math.min(value, (sizes[index] ?? 1) - 1)));
        const recordOf = (values: readonly (number | null)[]): CustomerRecord =>
          Object.fromEntries(values.map((value, index) => [`value${String(index)}`, value]));
        // a missing value with points of its own is known as what it is
        const unknown = known.flatMap((value, index) =>
          value === null && typeof policies[index] === "string" ? [index] : [],
        );
        const completions = unknown.reduce<readonly (readonly (number | null)[])[]>(
          (all, index) =>
            all.flatMap((one) =>
              Array.from({ length: sizes[index] ?? 1 }, (_, band) => one.map((own, at) => (at === index ? band : own))),
            ),
          [known],
        );
        const possible = completions.map((values) => {
          const result = graded(recordOf(values), policy);
          if (result.status !== "graded") throw new Error("everything is known");
          return steps.indexOf(result.grade);
        });
        const answer = graded(recordOf(known), policy);
        if (answer.status === "graded") {
          expect(new Set(possible)).toStrictEqual(new Set([steps.indexOf(answer.grade)]));
          seen.graded++;
          return;
        }
        seen.open++;
        expect(Math.max(...possible)).toBe(steps.indexOf(answer.atMost));
        expect(Math.min(...possible)).toBeGreaterThanOrEqual(steps.indexOf(answer.atLeast));
        const asked = answer.missing.flatMap((lack) => ("feature" in lack ? [lack.feature] : []));
        expect(asked.every((feature) => unknown.some((index) => feature === `value${String(index)}`))).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
  expect(Math.min(seen.graded, seen.open)).toBeGreaterThan(100);
});
