import { describe, expect, test } from "vitest";

import { DomainError, readDecimal, readInteger } from "../../src/core/index.ts";
import { inTheirWords, readText, refuse } from "../../src/core/inner.ts";
import { refusalOf } from "../support/refusal.ts";

test("the message is the place and the reason", () => {
  expect(() => refuse("room/bad-thing", ["lines", 3, "amount"], "too long", { limit: 18 })).toThrow(
    expect.objectContaining({
      code: "room/bad-thing",
      message: "lines.3.amount: too long",
      path: ["lines", 3, "amount"],
      details: { limit: 18 },
    }),
  );
});

test.each([[7], [null], [{ 0: "n" }]])("a place that is neither a name nor a path, %o, is no place", (place) => {
  expect(refusalOf(() => readInteger(0.5, place as never)).path).toEqual([]);
});

describe("a text that looks like the number wanted is told from it", () => {
  test.each(["7", "12", "-3", "0", "12.5", "-0.25"])("%s", (text) => {
    expect(refusalOf(() => readInteger(text as never, "n", 20, 30)).details).toEqual({
      received: text,
      type: "string",
      min: 20,
      max: 30,
    });
  });

  test.each(["1,000", "1.", ".5", "--1", "+1", "7 ", " 7", "2026-02-30", "1.2.3"])("%s looks like none", (text) => {
    expect(refusalOf(() => readInteger(text as never, "n", 20, 30)).details).toEqual({
      received: text,
      min: 20,
      max: 30,
    });
  });

  test.each([
    [12, { received: "12", type: "number" }],
    [12n, { received: "12", type: "bigint" }],
    [true, { received: "true", type: "boolean" }],
    [null, { received: "null" }],
    [undefined, { received: "undefined" }],
    [[12], { received: "array(1)" }],
  ])("and so is %o where a text is wanted", (value, details) => {
    expect(refusalOf(() => readText(value as never, ["id"], "room/bad-thing"))).toEqual({
      code: "room/bad-thing",
      path: ["id"],
      details,
    });
    expect(refusalOf(() => readDecimal(value as never, "rate")).details).toEqual(details);
  });
});

describe("a refusal in the caller's words", () => {
  const places = { period: ["options", "period"], whole: [] } as const;
  const thrown = (path: readonly (string | number)[]) => () =>
    inTheirWords(places, () => {
      throw new DomainError("room/bad-thing", `${path.join(".")}: wrong: late`, path, { limit: 18 });
    });

  test.each([
    [["period"], ["options", "period"], "options.period: wrong: late"],
    [["period", "from"], ["options", "period", "from"], "options.period.from: wrong: late"],
    [["whole", "from", 2], ["from", 2], "from.2: wrong: late"],
  ])("at %j is at %j", (inner, path, message) => {
    expect(thrown(inner)).toThrow(
      expect.objectContaining({ name: "DomainError", code: "room/bad-thing", message, path, details: { limit: 18 } }),
    );
  });

  test.each([[["elsewhere", "period"]], [["constructor"]], [["toString", 1]], [[]]])(
    "at a place of nobody, %j, stays where it is",
    (path) => {
      expect(thrown(path)).toThrow(expect.objectContaining({ path, message: `${path.join(".")}: wrong: late` }));
    },
  );

  test("is none where nothing is refused, and no other error is one", () => {
    expect(inTheirWords(places, () => 7)).toBe(7);
    expect(() =>
      inTheirWords(places, () => {
        throw new RangeError("not now");
      }),
    ).toThrow(RangeError);
  });
});
