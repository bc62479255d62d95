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

describe("what is wrong is said", () => {
  const text = JSON.parse('["-1",2,"2024-01-01"]') as readonly [number, number, string];
  const [word, number, date] = text;
  const days = [date, date];
  const whole = "an array of numbers or a handle of prepareCashFlows";
  test.each([
    [
      "flows that are no array",
      () => prepareCashFlows(word as never),
      ["flows"],
      "flows: an array of numbers; got the string -1",
    ],
    [
      "dates that are none",
      () => prepareCashFlows([-1, 2], word as never),
      ["dates"],
      "dates: an array of dates, one per flow; got the string -1",
    ],
    [
      "no dates where dates are meant",
      () => prepareCashFlows([-1, 2], undefined as never),
      ["dates"],
      "dates: an array of dates, one per flow; got undefined",
    ],
    [
      "a first flow that is a word",
      () => prepareCashFlows([word, number]),
      ["flows", 0],
      "flows.0: a number; got the string -1",
    ],
    [
      "a later flow that is a word",
      () => prepareCashFlows([number, word], days),
      ["flows", 1],
      "flows.1: a number; got the string -1",
    ],
    [
      "a date that is a number",
      () => prepareCashFlows([-1, 2], [number as never, date]),
      ["dates", 0],
      "dates.0: a string; got 2",
    ],
    ["regular flows of nobody", () => irr({} as never), ["flows"], `flows: ${whole}; got object`],
    ["dated flows of nobody", () => xirr({} as never), ["flows"], `flows: ${whole}; got object`],
    [
      "dates of xirr that are none",
      () => xirr([-1, 2], word as never),
      ["dates"],
      "dates: an array of dates, one per flow; got the string -1",
    ],
  ] as const)("%s", (_, call, path, message) => {
    expect(call).toThrow(expect.objectContaining({ code: "time-value/out-of-domain", path, message }));
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
