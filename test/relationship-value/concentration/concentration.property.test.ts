import fc from "fast-check";
import { expect, test } from "vitest";

import { fromMinorUnits, toMinorUnits, type Money } from "../../../src/money/index.ts";
import {
  bookClients,
  clientValue,
  mergeValueBooks,
  RANKED_FIGURES,
  topClients,
  valueBook,
  valueConcentration,
  valueDeciles,
  valueMigration,
  valueMovers,
  whaleCurve,
  type IncomeLine,
} from "../../../src/relationship-value/index.ts";
import { bookOf, options, someLines } from "../shares/books.ts";

const figure = fc.constantFrom(...RANKED_FIGURES);
const cents = (amounts: readonly Money[]): bigint => amounts.reduce((sum, amount) => sum + toMinorUnits(amount), 0n);

test("deciles, the whale curve and the counts each add up to the book, as its clients do", () => {
  fc.assert(
    fc.property(someLines, figure, fc.integer({ min: 1, max: 7 }), (lines, by, parts) => {
      const book = bookOf(lines);
      const ranked = topClients(book, { n: 99, by });
      const whole = cents(ranked.map(({ amount }) => amount));
      const deciles = valueDeciles(book, { by, parts });
      expect(deciles.flatMap(({ clients }) => clients)).toStrictEqual(ranked.map(({ client }) => client));
      expect(cents(deciles.map(({ amount }) => amount))).toBe(whole);
      const counts = deciles.map(({ clientCount }) => clientCount);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThan(2);

      const { all, positive, zero, negative, hhi } = valueConcentration(book, { by });
      expect(cents([all.amount])).toBe(whole);
      expect(cents([positive.amount, zero.amount, negative.amount])).toBe(whole);
      expect(positive.clientCount + zero.clientCount + negative.clientCount).toBe(ranked.length);
      const above = ranked.map(({ amount }) => Number(toMinorUnits(amount))).filter((minor) => minor > 0);
      const sum = above.reduce((a, b) => a + b, 0);
      const index = above.reduce((a, b) => a + (b / sum) ** 2, 0);
      if (above.length === 0) expect(hhi).toBeNull();
      else expect(Math.abs(Number(hhi) - index)).toBeLessThan(1e-6);

      const { peak, points, givenBack } = whaleCurve(book, { by, steps: Math.max(1, ranked.length) });
      const heights = points.map(({ amount }) => toMinorUnits(amount));
      expect(heights.at(-1)).toBe(whole);
      expect(heights.every((height) => height <= toMinorUnits(peak.amount))).toBe(true);
      expect(heights[peak.clients]).toBe(toMinorUnits(peak.amount));
      expect(toMinorUnits(peak.amount) - toMinorUnits(givenBack)).toBe(whole);
    }),
  );
});

test("a ranking is in order of the exact amounts, also of those that no double holds", () => {
  const near = fc.constantFrom(
    10n ** 16n,
    10n ** 16n + 1n,
    10n ** 16n - 1n,
    9007199254740993n,
    9007199254740992n,
    -(10n ** 16n),
  );
  fc.assert(
    fc.property(fc.array(near, { maxLength: 8 }), (amounts) => {
      const lines = amounts.map((minor, at): IncomeLine => ({
        id: String(at),
        client: `C-${String(at)}`,
        product: "p",
        item: "asset",
        period: "2026",
        amount: fromMinorUnits(minor, "CNY"),
        basis: "actual",
      }));
      const ranked = topClients(valueBook(lines, options).book, { n: 9 }).map(({ amount }) => toMinorUnits(amount));
      expect(ranked).toStrictEqual([...amounts].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)));
    }),
  );
});

test("migration adds up to the change of the book, by movement, by cell and by client, also of merged books", () => {
  fc.assert(
    fc.property(someLines, someLines, fc.integer({ min: 1, max: 4 }), fc.nat(24), (lines, later, parts, at) => {
      const [before, after] = [bookOf(lines), bookOf(later)];
      const { all, movements, matrix, retained } = valueMigration(before, after, { parts });
      const change = cents([after.figures.total]) - cents([before.figures.total]);
      expect(cents([all.change])).toBe(change);
      expect(cents(movements.map((row) => row.change))).toBe(change);
      expect(cents((matrix ?? []).map((cell) => cell.change))).toBe(change);
      const movers = valueMovers(before, after, { n: 99 });
      expect(cents(movers.map((mover) => mover.change))).toBe(change);
      expect(movers).toHaveLength(all.clientCount);
      const [was, is] = [new Set(bookClients(before)), new Set(bookClients(after))];
      expect(retained.clientCount).toBe([...was].filter((client) => is.has(client)).length);
      for (const { client, after: amount } of movers) {
        expect(amount).toStrictEqual(is.has(client) ? clientValue(after, client).total : null);
      }
      const merged = mergeValueBooks(bookOf(later.slice(at)), bookOf(later.slice(0, at)));
      expect(valueMigration(before, merged, { parts })).toStrictEqual(valueMigration(before, after, { parts }));
    }),
  );
});
