import fc from "fast-check";
import { expect, test } from "vitest";

import { addDecimals, compareDecimals, subtractDecimals } from "../../src/core/index.ts";

test("order agrees with the difference, whatever the scales", () => {
  const decimal = fc.tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.integer({ min: 0, max: 6 })).map(([n, scale]) => {
    const digits = String(n < 0n ? -n : n).padStart(scale + 1, "0");
    const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    return n < 0n ? `-${text}` : text;
  });
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      const difference = subtractDecimals(a, b);
      const sign = /^-?[0.]+$/.test(difference) ? 0 : difference.startsWith("-") ? -1 : 1;
      expect(compareDecimals(a, b)).toBe(sign);
      expect(compareDecimals(addDecimals(difference, b), a)).toBe(0);
    }),
  );
});
