import { expectTypeOf, test } from "vitest";

import { npv } from "../../../src/time-value/index.ts";

test("the value is a plain number", () => {
  expectTypeOf(npv(0.1, [1])).toEqualTypeOf<number>();
});
