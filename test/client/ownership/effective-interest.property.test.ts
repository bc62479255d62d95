import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { effectiveInterest, type Holding } from "../../../src/client/index.ts";
import { fraction, fractionOf, integrated, twelve } from "./gauss.ts";

const DAY = "2026-03-31";
const SIZE = 7;
const ids = Array.from({ length: SIZE }, (_, index) => `P${String(index)}`);

/** Shares in each company as parts of `units`, of which at most `most` are given away. */
const graphOf = (units: number, most: number): fc.Arbitrary<Holding[]> =>
  fc
    .array(fc.array(fc.nat(units), { minLength: SIZE, maxLength: SIZE }), { minLength: SIZE, maxLength: SIZE })
    .chain((weights) => fc.tuple(fc.constant(weights), fc.infiniteStream(fc.nat(3))))
    .map(([weights, keep]) => {
      const holdings: Holding[] = [];
      const digits = String(units).length - 1;
      for (const [company, row] of weights.entries()) {
        let left = most;
        for (const [owner, weight] of row.entries()) {
          const skip = Number(keep.next().value);
          const part = Math.min(left, weight);
          if (owner === company || skip > 1 || part === 0) continue;
          left -= part;
          const share = (part / units).toFixed(digits);
          holdings.push({ owner: ids[owner]!, company: ids[company]!, share });
        }
      }
      return holdings;
    });

const anyGraph = fc.oneof(
  graphOf(10, 9),
  graphOf(1000, 999),
  graphOf(1000, 1000),
  graphOf(1_000_000, 999_999),
  // few digits, so that results in the middle between two are common
  graphOf(10, 5),
);

const matrixOf = (holdings: readonly Holding[]): ReturnType<typeof fraction>[][] => {
  const shares = ids.map(() => ids.map(() => fraction(0n)));
  for (const { owner, company, share } of holdings)
    shares[ids.indexOf(owner)]![ids.indexOf(company)] = fractionOf(share);
  return shares;
};

const withAll = (holdings: readonly Holding[]): readonly Holding[] => [
  ...holdings,
  ...ids.map((id) => ({ owner: "Outside", company: id, share: "0" })),
];

const valuesOf = (holdings: readonly Holding[], nameOf = (id: string): string => id): Map<string, string | null> => {
  const interests = effectiveInterest({ holdings }, DAY);
  const rows = ids.flatMap((id) => interests.ownersOf(nameOf(id)));
  return new Map(rows.map(({ owner, company, interest }) => [`${owner}>${company}`, interest]));
};

describe("effective interest", () => {
  test("is what a full matrix of fractions gives, every digit of it", () => {
    let circles = 0;
    fc.assert(
      fc.property(anyGraph, (holdings) => {
        const interests = effectiveInterest({ holdings: withAll(holdings) }, DAY);
        if (interests.issues.length > 0) {
          expect(interests.issues.map(({ code }) => code)).toContain("client/circle-owns-itself");
          return;
        }
        const expected = integrated(matrixOf(holdings));
        for (const [i, owner] of ids.entries()) {
          for (const [j, company] of ids.entries()) {
            const wanted = twelve(expected[i]![j]!);
            if (owner === company && wanted !== "0.000000000000") circles++;
            expect([owner, company, interests.between(owner, company).interest]).toStrictEqual([
              owner,
              company,
              wanted,
            ]);
            if (owner === company) continue;
            const down = interests.holdingsOf(owner).find((row) => row.company === company);
            expect(down?.interest ?? "0.000000000000").toBe(wanted);
          }
        }
      }),
    );
    expect(circles).toBeGreaterThan(50);
  });

  test("of a large circle is what holdings of holdings add up to", () => {
    // 150 companies of which each has about twelve owners: more than are taken out, so that iteration solves the rest
    const size = 150;
    let state = 7;
    const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    const shares = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
    for (let company = 0; company < size; company++) {
      for (let count = 0; count < 12; count++) {
        const owner = Math.floor(next() * size);
        if (owner !== company) shares[owner]![company] = 1 + Math.floor(next() * 70);
      }
    }
    const name = (at: number): string => `C${String(at).padStart(3, "0")}`;
    const holdings = shares.flatMap((row, owner) =>
      row.flatMap((share, company) =>
        share === 0 ? [] : [{ owner: name(owner), company: name(company), share: (share / 1000).toFixed(3) }],
      ),
    );
    const interests = effectiveInterest({ holdings }, DAY);
    expect(interests.issues).toStrictEqual([]);
    // in doubles, by adding up holdings of holdings until nothing is left
    const target = 17;
    let level = shares.map((row) => row[target]! / 1000);
    const total = level.slice();
    for (let step = 0; step < 3000; step++) {
      level = shares.map((row) => row.reduce((sum, share, at) => sum + (share / 1000) * level[at]!, 0));
      for (const [at, value] of level.entries()) total[at]! += value;
    }
    for (const [at, value] of total.entries()) {
      const interest = Number(interests.between(name(at), name(target)).interest);
      expect(Math.abs(interest - value)).toBeLessThan(1e-11);
      const down = interests.holdingsOf(name(at)).find(({ company }) => company === name(target));
      if (at !== target) expect(Number(down?.interest ?? 0)).toBe(interest);
    }
  });

  test("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(
        anyGraph.chain((holdings) =>
          fc.tuple(fc.constant(holdings), fc.shuffledSubarray(holdings, { minLength: holdings.length })),
        ),
        ([holdings, shuffled]) => {
          expect(valuesOf(withAll(shuffled))).toStrictEqual(valuesOf(withAll(holdings)));
        },
      ),
    );
  });

  test("does not depend on the ids", () => {
    const rename = (id: string): string => (id === "Outside" ? id : `Z${String(9 - Number(id.slice(1)))}`);
    fc.assert(
      fc.property(anyGraph, (holdings) => {
        const renamed = withAll(holdings).map((row) => ({
          ...row,
          owner: rename(row.owner),
          company: rename(row.company),
        }));
        const expected = [...valuesOf(withAll(holdings))].map(([pair, interest]) => [
          pair.split(">").map(rename).join(">"),
          interest,
        ]);
        expect(new Map(valuesOf(renamed, rename))).toStrictEqual(new Map(expected as [string, string][]));
      }),
    );
  });

  test("of ultimate owners adds up to 1 where everything is wholly owned inside the graph", () => {
    fc.assert(
      fc.property(graphOf(1000, 999), (holdings) => {
        const left = new Map(ids.map((id) => [id, 1000]));
        for (const { company, share } of holdings)
          left.set(company, left.get(company)! - Math.round(Number(share) * 1000));
        const others = [...left].flatMap(([company, rest]) => [
          { owner: `Person ${company}`, company, share: ((rest - 1) / 1000).toFixed(3) },
          { owner: "Founder", company, share: "0.001" },
        ]);
        const interests = effectiveInterest({ holdings: [...holdings, ...others] }, DAY);
        expect(interests.issues).toStrictEqual([]);
        for (const id of ids) {
          const owners = interests.ownersOf(id, { ultimateOnly: true });
          const sum = owners.reduce((total, { interest }) => total + BigInt(interest!.replace(".", "")), 0n);
          const off = sum - 10n ** 12n;
          // each of them is rounded to 12 digits
          expect(2n * (off < 0n ? -off : off) <= BigInt(owners.length)).toBe(true);
        }
      }),
    );
  });

  test("of an outsider in a company and in a part of it scales with its share", () => {
    fc.assert(
      fc.property(
        graphOf(1000, 500),
        fc.constantFrom(...ids),
        fc.integer({ min: 1, max: 100 }),
        (holdings, company, part) => {
          const withShare = (share: number) =>
            effectiveInterest(
              { holdings: [...withAll(holdings), { owner: "Out", company, share: (share / 1000).toFixed(3) }] },
              DAY,
            );
          const [one, five] = [withShare(part), withShare(5 * part)];
          for (const id of ids) {
            const small = BigInt(one.between("Out", id).interest!.replace(".", ""));
            const large = BigInt(five.between("Out", id).interest!.replace(".", ""));
            const off = large - 5n * small;
            // five times half a unit, and half a unit
            expect((off < 0n ? -off : off) <= 3n).toBe(true);
          }
        },
      ),
    );
  });
});
