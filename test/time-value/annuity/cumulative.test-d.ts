import { test } from "vitest";

import { cumipmt } from "../../../src/time-value/index.ts";

test("the timing of payments is stated, not guessed", () => {
  // @ts-expect-error the timing of payments has no default here, as in Excel
  cumipmt(0.1, 10, 1000, 1, 2);
});
