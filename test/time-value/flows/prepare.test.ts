import { describe, expect, test } from "vitest";

import { irr, prepareCashFlows, xirr } from "../../../src/time-value/index.ts";

const D = (...days: number[]) => days.map((day) => `2024-01-${String(day).padStart(2, "0")}`);

describe("misuse throws", () => {
  test("handles of the other kind, or of nobody", () => {
    const foreign = { kind: "regular", count: 2 } as const;
    const path: unknown = expect.objectContaining({ code: "time-value/out-of-domain", path: ["flows"] });
    expect(() => irr(foreign)).toThrow(path);
    // @ts-expect-error a row of a database may be null
    expect(() => prepareCashFlows(null)).toThrow(path);
    // @ts-expect-error and so may its dates
    expect(() => prepareCashFlows([-1, 2], null)).toThrow(
      expect.objectContaining({ code: "time-value/out-of-domain", path: ["dates"], details: { received: "null" } }),
    );
    expect(() => xirr({ kind: "dated", count: 2 })).toThrow(path);
    expect(() => xirr([-1, 2], undefined as unknown as string[])).toThrow(
      expect.objectContaining({ code: "time-value/out-of-domain", path: ["dates"] }),
    );
  });
});

describe("a handle", () => {
  test("is frozen, says what it holds, and keeps its own copy", () => {
    const flows = [-1000, 1100];
    const handle = prepareCashFlows(flows);
    flows[1] = 5000;
    expect(handle).toEqual({ kind: "regular", count: 2 });
    expect(Object.isFrozen(handle)).toBe(true);
    expect(irr(handle)).toEqual(irr([-1000, 1100]));
    expect(prepareCashFlows([1, 2, 3], D(1, 2, 3))).toEqual({ kind: "dated", count: 3 });
  });
});
