import fc from "fast-check";
import { expect, test } from "vitest";

import { add, money, sum, toMinorUnits, type ExchangeRate } from "../../src/money/index.ts";
import { readDecimal } from "../../src/core/index.ts";
import {
  bookedItems,
  headOf,
  incomeBases,
  relationshipValue,
  valueHeads,
  valueItems,
  type IncomeLine,
  type StatementOptions,
  type ValueGroup,
} from "../../src/relationship-value/index.ts";

const clients = ["C-0", "C-1", "C-2", "C-3", "C-4"] as const;
const rates: readonly ExchangeRate[] = [
  { from: "USD", to: "CNY", rate: "7.0987", date: "2025-12-31", source: "test sheet" },
  { from: "USD", to: "CNY", rate: "7.2103", date: "2026-06-30", source: "test sheet" },
];

const line = fc.record({
  client: fc.constantFrom(...clients),
  product: fc.constant("p"),
  item: fc.constantFrom(...bookedItems),
  period: fc.constantFrom("2026", "2026-Q1", "2026-07", "2025", "2026-W01"),
  amount: fc
    .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom("CNY", "CNY", "USD"))
    .map(([minor, currency]) => money((minor / 100).toFixed(2).replace(/^-0\.00$/, "0.00"), currency)),
  basis: fc.constantFrom(...incomeBases),
});

/** Lines with ids of their own. */
const linesOf = fc
  .array(line, { maxLength: 40 })
  .map((rows): IncomeLine[] => rows.map((row, index) => ({ id: `L${String(index)}`, ...row })));

const group = fc.record({
  subsidiaries: fc.subarray(["C-1", "C-2", "C-3", "C-4"]),
  affiliates: fc.subarray(["C-1", "C-2", "C-3", "C-4"]),
  referred: fc.subarray(["C-1", "C-2", "C-3", "C-4"]),
}) satisfies fc.Arbitrary<ValueGroup>;

const stated = (lines: readonly IncomeLine[], more: Partial<StatementOptions<"CNY">> = {}) =>
  relationshipValue(lines, { client: "C-0", period: "2026", currency: "CNY", rates, fewestReferred: 1, ...more });

test("direct, related and other add up to the total, each head to its items, each amount to its bases", () => {
  fc.assert(
    fc.property(linesOf, group, fc.constantFrom("inside" as const, "beside" as const), (lines, group, referred) => {
      const { statement } = stated(lines, { group, referred });
      expect(sum("CNY", Object.values(statement.heads))).toStrictEqual(statement.total);
      for (const head of valueHeads) {
        const parts = valueItems.filter((item) => headOf(item) === head && statement.items[item].inTotal);
        const amounts = parts.flatMap((item) => statement.items[item].amount ?? []);
        expect(sum("CNY", amounts)).toStrictEqual(statement.heads[head]);
        const bases = Object.values(statement.headDetails[head].byBasis).flatMap((part) => part ?? []);
        expect(sum("CNY", bases)).toStrictEqual(statement.heads[head]);
      }
    }),
  );
});

test("the order of the lines changes nothing but the rows of the issues", () => {
  const shuffled = linesOf.chain((lines) =>
    fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
  );
  fc.assert(
    fc.property(shuffled, group, ([lines, other], group) => {
      expect(stated(other, { group }).statement).toStrictEqual(stated(lines, { group }).statement);
    }),
  );
});

test("every row is counted, of another client, or an issue; every counted line stands under one item", () => {
  fc.assert(
    fc.property(linesOf, group, (lines, group) => {
      const { statement, issues } = stated(lines, { group });
      const { given, counted, otherClients, refused } = statement.lines;
      expect(counted + otherClients + refused).toBe(given);
      expect(refused).toBe(issues.length);
      const traced = Object.values(statement.trace).flat();
      expect(traced.length + statement.items.referred.lineCount).toBe(counted);
      expect(new Set(traced).size).toBe(traced.length);
    }),
  );
});

test("the relationship is the union of its clients' lines: naming a client twice adds nothing", () => {
  fc.assert(
    fc.property(linesOf, group, (lines, group) => {
      const named = new Set(["C-0", ...group.subsidiaries, ...group.affiliates, ...group.referred]);
      const apart = [...named].map((client) => stated(lines, { client }).statement);
      const { statement } = stated(lines, { group });
      const union = apart.reduce((total, one) => add(total, one.total), money("0", "CNY"));
      expect(statement.total).toStrictEqual(union);
    }),
  );
});

test("referred clients beside: total inside = total beside + the referred item", () => {
  fc.assert(
    fc.property(linesOf, group, (lines, group) => {
      const inside = stated(lines, { group }).statement;
      const beside = stated(lines, { group, referred: "beside" }).statement;
      expect(add(beside.total, beside.items.referred.amount ?? money("0", "CNY"))).toStrictEqual(inside.total);
    }),
  );
});

test("original × rate = converted + rounding difference, exactly, for every rate used", () => {
  fc.assert(
    fc.property(linesOf, group, (lines, group) => {
      for (const { rate, original, converted, roundingDifference, lineCount } of stated(lines, { group }).statement
        .conversions) {
        const at6 = (text: string): bigint => {
          const { coefficient, scale } = readDecimal(text);
          return coefficient * 10n ** BigInt(6 - scale);
        };
        const exact = readDecimal(original).coefficient * readDecimal(rate.rate).coefficient;
        expect(exact).toBe(toMinorUnits(converted) * 10_000n + at6(roundingDifference));
        // half a cent a line at most
        const size = at6(roundingDifference);
        expect((size < 0n ? -size : size) <= BigInt(lineCount) * 5_000n).toBe(true);
      }
    }),
  );
});
