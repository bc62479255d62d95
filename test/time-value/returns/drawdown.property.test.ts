import fc from "fast-check";
import { describe, test } from "vitest";

import { maxDrawdown } from "../../../src/time-value/index.ts";
import { close } from "../arbitraries.ts";

describe("returns of portfolios", () => {
  test("a drawdown is the worst of all pairs of earlier and later values", () => {
    const values = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, (list) => {
        let worst = 0;
        for (const [i, early] of list.entries()) {
          for (const later of list.slice(i + 1)) worst = Math.min(worst, (later - early) / early);
        }
        const found = maxDrawdown(list);
        const { peakIndex, troughIndex, recoveryIndex } = found;
        if (peakIndex === null || troughIndex === null) return found.drawdown === 0 && worst === 0;
        const [peak, trough] = [list[peakIndex] ?? NaN, list[troughIndex] ?? NaN];
        const recovered = recoveryIndex === null || (recoveryIndex > troughIndex && (list[recoveryIndex] ?? 0) >= peak);
        return close(found.drawdown, worst, 1) && found.drawdown === (trough - peak) / peak && recovered;
      }),
    );
  });
});
