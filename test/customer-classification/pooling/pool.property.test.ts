import fc from "fast-check";
import { expect, test } from "vitest";

import { poolRecords, type PoolingPolicy, type PoolMembership } from "../../../src/customer-classification/index.ts";
import { add, fromMinorUnits, type Money } from "../../../src/money/index.ts";

const asOf = "2026-03-31";

const policy: PoolingPolicy = {
  id: "acme.group",
  version: "1",
  status: "house",
  effectiveFrom: "2026-01-01",
  sources: ["memo 9"],
  kind: "group",
  currency: "CNY",
  clientField: "clientId",
  pooled: [{ feature: "assets", kind: "money" }],
  lacking: "unknown",
};

interface Row {
  readonly clientId: string;
  readonly assets: Money | null;
  readonly rank: number;
}

/** A book in which everybody is in one of a few pools, or in none. */
const book = fc
  .array(
    fc.record({
      cents: fc.option(fc.integer({ min: -(2 ** 45), max: 2 ** 45 }), { freq: 6 }),
      pool: fc.option(fc.constantFrom("G-1", "G-2", "G-3")),
    }),
    { maxLength: 12 },
  )
  .map((clients) => ({
    rows: clients.map(({ cents }, index): Row => ({
      clientId: `C-${String(index)}`,
      assets: cents === null ? null : fromMinorUnits(BigInt(cents), "CNY"),
      rank: index,
    })),
    memberships: clients.flatMap(({ pool }, index): PoolMembership[] =>
      pool === null ? [] : [{ pool, kind: "group", client: `C-${String(index)}`, from: "2026-01-01" }],
    ),
  }));

test("a sum is the sum of its members, added one by one; unknown when one of them is", () => {
  fc.assert(
    fc.property(book, ({ rows, memberships }) => {
      const { values, pools, issues } = poolRecords(policy, rows, memberships, { asOf });
      expect(issues).toStrictEqual([]);
      for (const { members, sums } of pools) {
        const own = members.map((client) => rows.find(({ clientId }) => clientId === client)?.assets ?? null);
        const total = own.reduce<Money | null>(
          (sum, amount) => (sum === null || amount === null ? null : add(sum, amount)),
          fromMinorUnits(0n, "CNY"),
        );
        expect(sums[0]?.amount ?? null).toStrictEqual(total);
        expect(sums[0]?.shares.map(({ amount }) => amount ?? null)).toStrictEqual(own);
        for (const client of members) {
          expect(values.find((record) => record?.["clientId"] === client)?.["assets"]).toStrictEqual(total);
        }
      }
    }),
  );
});

test("nothing else of a record changes, and nobody outside a pool does", () => {
  fc.assert(
    fc.property(book, ({ rows, memberships }) => {
      const { values } = poolRecords(policy, rows, memberships, { asOf });
      for (const [row, record] of rows.entries()) {
        const isMember = memberships.some(({ client }) => client === record.clientId);
        if (isMember) expect({ ...values[row], assets: null }).toStrictEqual({ ...record, assets: null });
        else expect(values[row]).toBe(record);
      }
    }),
  );
});

test("the order of the memberships does not matter, and neither does that of the records", () => {
  fc.assert(
    fc.property(book, ({ rows, memberships }) => {
      const one = poolRecords(policy, rows, memberships, { asOf });
      const other = poolRecords(policy, [...rows].reverse(), [...memberships].reverse(), { asOf });
      expect(other.pools).toStrictEqual(one.pools);
      expect([...other.values].reverse()).toStrictEqual(one.values);
    }),
  );
});

test("all pools and all others together have what the book has", () => {
  fc.assert(
    fc.property(book, ({ rows, memberships }) => {
      const known = rows.filter(({ assets }) => assets !== null);
      const { pools, values } = poolRecords({ ...policy, lacking: "known-part" }, known, memberships, { asOf });
      const zero = fromMinorUnits(0n, "CNY");
      const sumOf = (amounts: readonly (Money | null | undefined)[]): Money =>
        amounts.reduce<Money>((sum, amount) => add(sum, amount ?? zero), zero);
      const inPools = new Set(pools.flatMap(({ members }) => members));
      const others = values.filter((record) => !inPools.has(record?.["clientId"] as string));
      const total = sumOf([
        ...pools.map(({ sums }) => sums[0]?.amount),
        ...others.map((record) => record?.["assets"] as Money),
      ]);
      expect(total).toStrictEqual(sumOf(known.map(({ assets }) => assets)));
    }),
  );
});
