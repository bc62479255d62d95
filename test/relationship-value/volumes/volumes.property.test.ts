import fc from "fast-check";
import { expect, test } from "vitest";

import { add, fromMinorUnits, negate, sum, toMinorUnits } from "../../../src/money/index.ts";
import {
  balanceVolumes,
  reconcile,
  relationshipValue,
  valueImpact,
  valueHeads,
  bookedItems,
  PLAN_EFFECT_KINDS,
  VOLUME_KINDS,
  type PlanEffect,
  type VolumeAccount,
} from "../../../src/relationship-value/index.ts";

const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((minor) => fromMinorUnits(BigInt(minor), "CNY"));
const positive = fc.integer({ min: 0, max: 1_000_000 }).map((minor) => fromMinorUnits(BigInt(minor), "CNY"));

const accounts = fc
  .array(
    fc.record({
      client: fc.constantFrom("C-1", "C-2", "C-3"),
      product: fc.constantFrom("P-1", "P-2"),
      kind: fc.constantFrom(...VOLUME_KINDS),
      opening: amount,
      movements: fc.array(
        fc.record({
          date: fc.integer({ min: 1, max: 30 }).map((day) => `2026-06-${String(day).padStart(2, "0")}`),
          amount,
        }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 20 },
  )
  .map((rows): VolumeAccount<"CNY">[] =>
    rows.map(({ opening, movements, ...row }, index) => ({
      id: `A-${String(index)}`,
      ...row,
      history: { opening, movements },
    })),
  );

const options = { period: "2026-06", prior: "2026-05", currency: "CNY" } as const;

test("clients, products and kinds add up to the same, whatever the order of the accounts", () => {
  fc.assert(
    fc.property(accounts, (given) => {
      // nothing moves in May, which the openings are of
      const volumes = balanceVolumes(given, options);
      for (const name of ["periodEnd", "average"] as const) {
        const ofKinds = VOLUME_KINDS.flatMap((kind) => volumes.kinds[kind]?.[name] ?? []);
        const whole = sum("CNY", ofKinds);
        expect(
          sum(
            "CNY",
            volumes.clients.map((row) => row[name]),
          ),
        ).toStrictEqual(whole);
        expect(
          sum(
            "CNY",
            volumes.products.map((row) => row[name]),
          ),
        ).toStrictEqual(whole);
        for (const { growth, ...row } of volumes.products) {
          expect(growth === null ? null : add<"CNY">(growth[name].prior, growth[name].amount)).toStrictEqual(row[name]);
        }
      }
      expect(balanceVolumes([...given].reverse(), options)).toStrictEqual(volumes);
    }),
  );
});

test("differences of items add up to the difference of the totals, and turn their sign with the sides", () => {
  const totals = fc.uniqueArray(fc.record({ item: fc.constantFrom("a", "b", "c", "d"), amount }), {
    selector: ({ item }) => item,
  });
  fc.assert(
    fc.property(totals, totals, (ours, ledger) => {
      const there = reconcile(ours, ledger, { currency: "CNY" });
      expect(
        sum(
          "CNY",
          there.items.map(({ difference }) => difference),
        ),
      ).toStrictEqual(there.totals.difference);
      const back = reconcile(ledger, ours, { currency: "CNY" });
      expect(back.totals.difference).toStrictEqual(negate<"CNY">(there.totals.difference));
      expect(back.agreed).toBe(there.agreed);
    }),
  );
});

test("of no item is there less than nothing if we lose, if we win or as expected, heads add up, and effects never change what is stated", () => {
  const effects = fc
    .array(
      fc.record({
        kind: fc.constantFrom(...PLAN_EFFECT_KINDS),
        item: fc.constantFrom(...bookedItems),
        size: positive,
        isLess: fc.boolean(),
        probability: fc.constantFrom("0", "0.25", "1", null),
      }),
      { maxLength: 20 },
    )
    .map((rows): PlanEffect<"CNY">[] =>
      rows.map(({ size, isLess, ...row }, index) => ({
        id: `E-${String(index)}`,
        ...row,
        amount: row.kind === "renewal" && isLess ? negate<"CNY">(size) : size,
      })),
    );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...bookedItems), positive), { maxLength: 8 }),
      effects,
      (booked, plan) => {
        const lines = booked.map(
          ([item, of], index) =>
            ({
              id: `L-${String(index)}`,
              client: "C-1",
              product: "P",
              item,
              period: "2026",
              amount: of,
              basis: "actual",
            }) as const,
        );
        const { statement } = relationshipValue(lines, { client: "C-1", period: "2026", currency: "CNY" });
        const { total, heads, items, issues } = valueImpact(statement, plan);
        // whether all fit does not depend on their order
        expect(valueImpact(statement, [...plan].reverse()).issues.length > 0).toBe(issues.length > 0);
        expect(total.existing).toStrictEqual(statement.total);
        for (const name of ["existing", "atRisk", "renewal", "added", "ifWeLose", "ifWeWin"] as const) {
          expect(
            sum(
              "CNY",
              valueHeads.map((head) => heads[head][name]),
            ),
          ).toStrictEqual(total[name]);
          expect(
            sum(
              "CNY",
              Object.values(items).map((item) => item[name]),
            ),
          ).toStrictEqual(total[name]);
        }
        for (const item of bookedItems) {
          const { ifWeLose, ifWeWin, expected } = items[item];
          for (const left of [ifWeLose, ifWeWin]) expect(left.amount.startsWith("-")).toBe(false);
          // each product is rounded once, so that the sum may be off by what they are
          if (expected !== null) expect(toMinorUnits(expected) >= -BigInt(plan.length)).toBe(true);
        }
        expect(add<"CNY">(total.ifWeLose, total.atRisk)).toStrictEqual(total.existing);
      },
    ),
  );
});
