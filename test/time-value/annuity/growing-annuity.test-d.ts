import { expectTypeOf, test } from "vitest";

import { growingAnnuity } from "../../../src/time-value/index.ts";

test("the value is a plain number", () => {
  expectTypeOf(growingAnnuity(0.1, 1, 1, 0)).toEqualTypeOf<number>();
});
