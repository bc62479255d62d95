import { describe, expect, test } from "vitest";

import {
  depositDeviationLimit,
  FIRST_PAYMENTS,
  RATE_PERIODS,
  RETENTION_MODELS,
  VOLUME_KINDS,
} from "../../../src/relationship-value/index.ts";
import {
  DepositDeviationPolicySchema,
  ItemTotalSchema,
  LifetimeInputSchema,
  PeriodicRateSchema,
  PlanEffectSchema,
  RetentionSchema,
  VolumeAccountSchema,
} from "../../../src/relationship-value/schema.ts";

const amount = { amount: "1.00", currency: "CNY" };

const forms = [
  { by: "constant", rate: "0.8", per: "year" },
  { by: "shifted-beta-geometric", alpha: "0.7", beta: "1.2", per: "month", renewals: 3 },
  { by: "table", rates: ["0.8", "0.9"], per: "quarter" },
];

const effect = { id: "N", kind: "new", item: "asset", amount, probability: null, source: "plan" };

interface Parsed {
  readonly parse: (value: unknown) => unknown;
}

describe("what passes as it is", () => {
  test.each<readonly [schema: Parsed, value: object]>([
    ...forms.map((form) => [RetentionSchema, form] as const),
    [PeriodicRateSchema, { value: "0.08", per: "year" }],
    ...FIRST_PAYMENTS.map(
      (firstPayment) =>
        [
          LifetimeInputSchema,
          {
            margin: { amount, per: "year" },
            retention: forms[0],
            discount: { value: "0.08", per: "year" },
            firstPayment,
            horizon: "infinite",
          },
        ] as const,
    ),
    [DepositDeviationPolicySchema, { ...depositDeviationLimit }],
    ...VOLUME_KINDS.map(
      (kind) =>
        [
          VolumeAccountSchema,
          {
            id: "A",
            client: "C",
            product: "P",
            kind,
            history: { opening: amount, movements: [{ date: "2026-06-01", amount }] },
          },
        ] as const,
    ),
    [
      VolumeAccountSchema,
      {
        id: "A",
        client: "C",
        product: "P",
        kind: "loan",
        history: { balances: [{ date: "2026-06-01", balance: amount }] },
      },
    ],
    [ItemTotalSchema, { item: "asset", amount }],
    [PlanEffectSchema, effect],
  ])("%# ", (schema, value) => {
    expect(schema.parse(value)).toStrictEqual(value);
  });

  test("every model and period has its form", () => {
    expect(forms.map(({ by }) => by)).toStrictEqual([...RETENTION_MODELS]);
    expect(new Set(forms.map(({ per }) => per))).toStrictEqual(new Set(RATE_PERIODS));
  });
});

test.each([
  [RetentionSchema, { by: "guess", rate: "0.8", per: "year" }],
  [RetentionSchema, { by: "table", rates: [], per: "year" }],
  [PeriodicRateSchema, { value: 0.08, per: "year" }],
  [PlanEffectSchema, { ...effect, probabilty: "0.5" }],
  [ItemTotalSchema, { item: " ", amount }],
  [VolumeAccountSchema, { id: "A", client: "C", product: "P", kind: "deposit", history: { opening: amount } }],
])("%# is refused", (schema, value) => {
  expect(schema.safeParse(value).success).toBe(false);
});
