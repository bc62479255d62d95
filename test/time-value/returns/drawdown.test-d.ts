import { expectTypeOf, test } from "vitest";

import { maxDrawdown, type Drawdown } from "../../../src/time-value/index.ts";

test("the fall is a value, not an outcome", () => {
  expectTypeOf(maxDrawdown([1])).toEqualTypeOf<Drawdown>();
});
