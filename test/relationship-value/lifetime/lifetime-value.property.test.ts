import fc from "fast-check";
import { expect, test } from "vitest";

import { orThrow, readDecimal } from "../../../src/core/index.ts";
import { divideRounded, fromMinorUnits, sum, toMinorUnits } from "../../../src/money/index.ts";
import {
  customerLifetimeValue,
  fitShiftedBetaGeometric,
  FIRST_PAYMENTS,
} from "../../../src/relationship-value/index.ts";

const rate = (most: number) => fc.integer({ min: 0, max: most }).map((parts) => (parts / 10_000).toFixed(4));

const client = fc.record({
  minor: fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n }),
  retention: rate(10_000),
  discount: rate(3000),
  growth: rate(1000),
  horizon: fc.integer({ min: 1, max: 60 }),
  firstPayment: fc.constantFrom(...FIRST_PAYMENTS),
});

type Client = typeof client extends fc.Arbitrary<infer T> ? T : never;

const inputOf = ({ minor, retention, discount, growth, horizon, firstPayment }: Client) =>
  ({
    margin: { amount: fromMinorUnits(minor, "CNY"), per: "year" },
    retention: { by: "constant", rate: retention, per: "year" },
    discount: { value: discount, per: "year" },
    growth: { value: growth, per: "year" },
    firstPayment,
    horizon,
  }) as const;

test("the value is the sum of exact quotients, rounded once, and its payments add up to it", () => {
  fc.assert(
    fc.property(client, (given) => {
      const { value, payments } = orThrow(customerLifetimeValue(inputOf(given)));
      const part = (text: string): bigint => readDecimal(text).coefficient; // in ten-thousandths
      const [kept, shrunk, grown] = [
        part(given.retention),
        10_000n + part(given.discount),
        10_000n + part(given.growth),
      ];
      let [above, below] = [0n, 1n];
      for (let payment = 0; payment < given.horizon; payment++) {
        const period = BigInt(given.firstPayment === "now" ? payment : payment + 1);
        // m (1 + g)^payment r^period / (1 + d)^period
        const [a, b] = [grown ** BigInt(payment) * kept ** period, 10_000n ** BigInt(payment) * shrunk ** period];
        [above, below] = [above * b + a * below, below * b];
      }
      expect(toMinorUnits(value)).toBe(divideRounded(given.minor * above, below, "half-even"));
      expect(
        sum(
          "CNY",
          payments.map((payment) => payment.value),
        ),
      ).toStrictEqual(value);
    }),
    { numRuns: 60 },
  );
});

test("more retention, more growth and a lower discount never make a client worth less", () => {
  fc.assert(
    fc.property(client, fc.constantFrom("retention", "growth", "discount"), (given, name) => {
      const worth = (changes: Partial<Client>): bigint =>
        toMinorUnits(orThrow(customerLifetimeValue(inputOf({ ...given, minor: 100_000n, ...changes }))).value);
      const better = name === "discount" ? "0.0000" : name === "retention" ? "1.0000" : "0.1000";
      expect(worth({ [name]: better })).toBeGreaterThanOrEqual(worth({}));
    }),
    { numRuns: 60 },
  );
});

test("without end, now is one margin more than in one period, where nothing grows", () => {
  fc.assert(
    fc.property(rate(9999), rate(3000), (retention, discount) => {
      const multiple = (firstPayment: (typeof FIRST_PAYMENTS)[number]): number =>
        Number(
          orThrow(
            customerLifetimeValue({
              ...inputOf({ minor: 100n, retention, discount, growth: "0", horizon: 1, firstPayment }),
              horizon: "infinite",
              digits: 12,
            }),
          ).multiple,
        );
      expect(multiple("now") - multiple("in-one-period")).toBeCloseTo(1, 6);
    }),
  );
});

test("of clients who differ, a longer horizon comes ever nearer to no end, from below", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 300, max: 3000 }),
      (alpha, beta, discount) => {
        const multiple = (horizon: number | "infinite"): number =>
          Number(
            orThrow(
              customerLifetimeValue({
                margin: { amount: fromMinorUnits(100n, "CNY"), per: "year" },
                retention: {
                  by: "shifted-beta-geometric",
                  alpha: String(alpha / 100),
                  beta: String(beta / 100),
                  per: "year",
                },
                discount: { value: (discount / 10_000).toFixed(4), per: "year" },
                firstPayment: "now",
                horizon,
                digits: 12,
              }),
            ).multiple,
          );
        const [ever, sixty] = [multiple("infinite"), multiple(60)];
        const z = 1 / (1 + discount / 10_000);
        expect(ever).toBeGreaterThanOrEqual(sixty - 1e-11);
        // what comes after sixty payments is at most what certain clients would bring
        expect(ever).toBeLessThanOrEqual(sixty + z ** 60 / (1 - z));
      },
    ),
    { numRuns: 30 },
  );
});

test("a fit finds the model that the counts come from", () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 20, max: 500 }), (a, b) => {
      const [alpha, beta] = [a / 100, b / 100];
      const survivors = [1_000_000_000];
      for (let age = 0; age < 8; age++) {
        survivors.push(Math.round(((survivors[age] ?? 0) * (beta + age)) / (alpha + beta + age)));
      }
      const fit = orThrow(fitShiftedBetaGeometric([survivors]));
      expect(Number(fit.alpha) / alpha).toBeCloseTo(1, 3);
      expect(Number(fit.beta) / beta).toBeCloseTo(1, 3);
    }),
    { numRuns: 40 },
  );
});
