import { expectTypeOf, test } from "vitest";

import {
  irr,
  prepareCashFlows,
  xirr,
  type PreparedDatedFlows,
  type PreparedRegularFlows,
} from "../../../src/time-value/index.ts";

test("a handle goes where it was made for", () => {
  expectTypeOf(prepareCashFlows([1])).toEqualTypeOf<PreparedRegularFlows>();
  expectTypeOf(prepareCashFlows([1], ["2024-01-01"])).toEqualTypeOf<PreparedDatedFlows>();
  // @ts-expect-error a handle with dates is not for irr
  irr(prepareCashFlows([1], ["2024-01-01"]));
  // @ts-expect-error a handle without dates is not for xirr
  xirr(prepareCashFlows([1]));
  // @ts-expect-error raw flows need their dates
  xirr([1, 2]);
});
