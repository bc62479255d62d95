import fc from "fast-check";
import { describe, test } from "vitest";

import { irr } from "../../../src/time-value/index.ts";
import { near, rootsOf, sameRates, wellApart, wholeFlows } from "../arbitraries.ts";

describe("rates", () => {
  test("the flows are worth nothing at their rate, in their own scale", () => {
    fc.assert(
      fc.property(wholeFlows, (list) =>
        rootsOf(irr(list)).every((root) => {
          // taken at the end of time for rates below 0, where powers would overflow
          const base = root < 0 ? 1 + root : 1 / (1 + root);
          const terms = list.map((f, i) => f * base ** (root < 0 ? list.length - 1 - i : i));
          const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
          const total = terms.reduce((sum, term) => sum + term, 0);
          // near -1 the next double is a visible step of 1 + rate
          return near(total, 0, size, 1e-12 + (list.length * 2 ** -52) / (1 + root));
        }),
      ),
    );
  });

  test("scaling the flows, or turning them round, changes no rate", () => {
    fc.assert(
      fc.property(wholeFlows, fc.constantFrom(-1, 1024, 0.5, -8), (list, factor) => {
        const before = rootsOf(irr(list));
        const after = rootsOf(irr(list.map((f) => f * factor)));
        return !wellApart(before) || sameRates(before, after);
      }),
    );
  });

  test("shifting the flows in time changes no rate", () => {
    fc.assert(
      fc.property(wholeFlows, fc.integer({ min: 1, max: 5 }), (list, blanks) => {
        const before = irr(list);
        const after = irr([...new Array<number>(blanks).fill(0), ...list]);
        return sameRates(rootsOf(before), rootsOf(after));
      }),
    );
  });

  test("every crossing of a fine grid is a root that was found", () => {
    fc.assert(
      fc.property(wholeFlows, (list) => {
        const roots = rootsOf(irr(list));
        const at = (x: number) =>
          list.reduce((sum, f, i) => sum + f * Math.exp(-x * (x < 0 ? i - list.length + 1 : i)), 0);
        let before = at(-3);
        for (let k = 1; k <= 600; k++) {
          const x = -3 + k / 100;
          const now = at(x);
          const crossed = before > 0 !== now > 0 && before !== 0 && now !== 0;
          if (crossed) {
            const [low, high] = [Math.expm1(x - 0.0101), Math.expm1(x + 0.0001)];
            if (!roots.some((root) => root >= low && root <= high)) return false;
          }
          before = now;
        }
        return true;
      }),
    );
  });

  test("a guess picks among the roots and finds none of its own", () => {
    fc.assert(
      fc.property(wholeFlows, fc.double({ min: -0.9, max: 10, noNaN: true }), (list, guess) => {
        const plain = irr(list);
        const guided = irr(list, guess);
        if (!plain.ok || !guided.ok) return plain.ok === guided.ok;
        const distance = (root: number) => Math.abs(Math.log1p(root) - Math.log1p(guess));
        return rootsOf(plain).every((root) => distance(guided.rate) <= distance(root));
      }),
    );
  });
});
