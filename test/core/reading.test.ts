import { describe, expect, test } from "vitest";

import {
  asGiven,
  frozenCopy,
  nearestName,
  optional,
  readAnyText,
  readFlag,
  readFunction,
  readList,
  readObject,
  readOneOf,
  readText,
  shapeOf,
} from "../../src/core/inner.ts";
import { refusalOf } from "../support/refusal.ts";

const code = "room/invalid-thing";
const path = ["options", "fees", 2] as const;

/** What the types forbid, with the words by which a refusal shows it. */
const strangers: Readonly<Record<string, readonly [value: unknown, received: string]>> = {
  nothing: [undefined, "undefined"],
  null: [null, "null"],
  "a number": [7, "7"],
  NaN: [Number.NaN, "NaN"],
  true: [true, "true"],
  "a text": ["Zhang San", "string(9)"],
  "a blank text": [" \t\n", "string(3)"],
  "an empty text": ["", "string(0)"],
  "a list": [[1, 2], "array(2)"],
  "an object": [{ length: 1 }, "object"],
  "a function": [() => 1, "function"],
  "a text in an object": [new String("kept"), "String"],
  "a date": [new Date(0), "Date"],
  "a promise": [Promise.resolve({}), "Promise"],
  "a map": [new Map([["id", "F-1"]]), "Map"],
};

/** How a refusal shows a value of another kind: a number, which looks like a text of its digits, with its kind. */
const shown = (value: unknown, received: string): Record<string, string> =>
  typeof value === "number" || typeof value === "boolean" ? { received, type: typeof value } : { received };

/** Every stranger but those a reader takes. */
const strangersBut = (...taken: string[]): [string, unknown, string][] =>
  Object.entries(strangers)
    .filter(([name]) => !taken.includes(name))
    .map(([name, [value, received]]) => [name, value, received]);

describe("members", () => {
  interface Fee {
    readonly id?: string;
    readonly notBefore?: string;
    readonly rate?: number;
  }
  const known = ["id", "notBefore", "rate"] as const;
  const shape = shapeOf<Fee>({ id: optional(asGiven), notBefore: optional(asGiven), rate: optional(asGiven) });
  const read = (value: unknown): Fee => shape(value as Fee, path, code);

  test("that are known are returned as they were given, even when some are missing", () => {
    for (const fee of [{ id: "F-1" }, { rate: 1, id: "F-1", notBefore: "x" }, {}, Object.create(null)]) {
      expect(read(fee)).toBe(fee);
    }
  });

  test.each(strangersBut("an object"))("%s has none", (_, value, received) => {
    expect(refusalOf(() => read(value))).toEqual({ code, path, details: shown(value, received) });
  });

  test.each([
    ["another case", "NOTBEFORE", "notBefore"],
    ["separators", "not_before", "notBefore"],
    ["dashes", "not-before", "notBefore"],
    ["a space", "not before ", "notBefore"],
    ["a letter left out", "notBefor", "notBefore"],
    ["the first letter left out", "otBefore", "notBefore"],
    ["a letter too many", "notBeforee", "notBefore"],
    ["a letter doubled", "nottBefore", "notBefore"],
    ["another letter", "notBefare", "notBefore"],
    ["two letters swapped", "notBeofre", "notBefore"],
    ["the first two swapped", "ontBefore", "notBefore"],
    ["another case and another letter", "Not_Befare", "notBefore"],
    ["a short name", "di", "id"],
    ["one letter of two", "i", "id"],
  ])("with %s are refused with the name that was meant", (_, name, didYouMean) => {
    expect(refusalOf(() => read({ id: "F-1", [name]: 1 }))).toEqual({
      code,
      path: [...path, name],
      details: { known, didYouMean },
    });
  });

  test.each([
    "after",
    "note",
    "",
    "x",
    "notBe",
    "tonBefore",
    "notBeforeee",
    "ntoBeofre",
    "toString",
    "hasOwnProperty",
    "__proto__",
    "constructor",
    "0",
  ])("%j is near none", (name) => {
    const value: unknown = JSON.parse(`{ "id": "F-1", ${JSON.stringify(name)}: 1 }`);
    expect(refusalOf(() => read(value))).toEqual({ code, path: [...path, name], details: { known } });
  });

  test("of a prototype are not members: not refused, and not known", () => {
    class House {
      readonly id = "F-1";
      other(): string {
        return this.id;
      }
    }
    const house = new House();
    expect(read(house)).toBe(house);
    expect(refusalOf(() => shapeOf<object>({})({ toString: 1 }, [], code))).toEqual({
      code,
      path: ["toString"],
      details: { known: [] },
    });
  });

  test("are refused at the first that is unknown, and only at that", () => {
    expect(refusalOf(() => read({ id: "F-1", one: 1, two: 2 })).path).toEqual([...path, "one"]);
  });
});

describe("the nearest name", () => {
  test.each([
    ["spelt the same but for case, before one edit apart", "RATE", ["date", "rate"], "rate"],
    ["the first of several one edit apart", "late", ["date", "rate"], "date"],
    ["itself", "rate", ["date", "rate"], "rate"],
    ["none of an empty list", "rate", [], null],
    ["no other letter of two", "no", ["to"], null],
    ["another letter of three", "not", ["net"], "net"],
    ["no single letter for another", "x", ["y"], null],
    ["no single letter for nothing", "", ["y"], null],
    ["a single letter in another case", "Y", ["y"], "y"],
    ["letters outside the alphabet", "客户经里", ["客户经理"], "客户经理"],
    ["a repeated letter swapped with its neighbour", "aab", ["aba"], "aba"],
    ["not two letters swapped across a third", "cba", ["abc"], null],
    ["no other digit", "rate1", ["rate2"], null],
    ["a digit left out", "rate", ["rate2"], "rate2"],
    ["a digit too many", "rate2", ["rate"], "rate"],
    ["a digit for a letter", "r4te", ["rate"], "rate"],
    ["a letter for a digit", "rateb", ["rate8"], "rate8"],
    ["two digits swapped", "rate12", ["rate21"], "rate21"],
    ["not two other digits", "rate12", ["rate34"], null],
  ])("is %s", (_, name, known, near) => {
    expect(nearestName(name, known)).toBe(near);
  });
});

describe("a list", () => {
  test("is a copy of what was given", () => {
    const given = Object.freeze([1, 2]);
    expect(readList(given, path, code)).toStrictEqual([1, 2]);
    expect(readList(given, path, code)).not.toBe(given);
  });

  test("has no holes", () => {
    const read = readList(Object.assign(new Array<number>(4), { 0: 1, 3: 4 }), path, code);
    expect(read).toStrictEqual([1, undefined, undefined, 4]);
    expect(Object.keys(read)).toEqual(["0", "1", "2", "3"]);
    const visited: unknown[] = [];
    read.forEach((entry) => visited.push(entry));
    expect(visited).toHaveLength(4);
  });

  test.each([
    ...strangersBut("a list"),
    ["a set", new Set([1]), "Set"] as const,
    ["numbers of one type", new Uint8Array(2), "Uint8Array"] as const,
  ])("is not %s", (_, value, received) => {
    expect(refusalOf(() => readList(value as unknown[], path, code))).toEqual({
      code,
      path,
      details: shown(value, received),
    });
  });

  test("that throws when it is read is refused", () => {
    const list = Object.defineProperty([1], 0, {
      get: () => {
        throw new RangeError("not now");
      },
    });
    expect(refusalOf(() => readList(list, path, code))).toEqual({ code, path, details: {} });
  });
});

describe("a text", () => {
  test.each(["x", " x ", "0", "客户"])("may be %j, and stays as it is", (text) => {
    expect(readText(text, path, code)).toBe(text);
  });

  test.each([...strangersBut("a text"), ["a wide blank", "\u3000\u00a0\ufeff", "string(3)"] as const])(
    "is not %s",
    (_, value, received) => {
      expect(refusalOf(() => readText(value as string, path, code))).toEqual({
        code,
        path,
        details: shown(value, received),
      });
    },
  );
});

describe("a flag", () => {
  test.each([true, false])("may be %s", (flag) => {
    expect(readFlag(flag, path, code)).toBe(flag);
  });

  test.each([
    ...strangersBut("true"),
    ["its name", "true", "string(4)"] as const,
    ["zero", 0, "0"] as const,
    ["a boolean in an object", new Boolean(true), "Boolean"] as const,
  ])("is not %s", (_, value, received) => {
    expect(refusalOf(() => readFlag(value as boolean, path, code))).toEqual({
      code,
      path,
      details: shown(value, received),
    });
  });
});

describe("one of some words", () => {
  const allowed = ["open", "done", "on-hold"] as const;
  type Word = (typeof allowed)[number];
  const read = (value: unknown): Word => readOneOf(value as Word, allowed, path, code);

  test.each(allowed)("may be %s", (word) => {
    expect(read(word)).toBe(word);
  });

  test.each([...strangersBut(), ["a list of one", ["open"], "array(1)"] as const])(
    "is not %s",
    (_, value, received) => {
      expect(refusalOf(() => read(value))).toEqual({ code, path, details: { received, allowed } });
    },
  );

  test.each([
    ["Open", "open"],
    ["on_hold", "on-hold"],
    ["ONHOLD", "on-hold"],
    ["onhodl", "on-hold"],
    ["don", "done"],
    ["opne", "open"],
    ["pen", "open"],
    ["dona", "done"],
  ])("is not %s, which was to be %s", (value, didYouMean) => {
    expect(refusalOf(() => read(value)).details).toEqual({
      received: `string(${String(value.length)})`,
      allowed,
      didYouMean,
    });
  });

  test.each(["toString", "length", "0", "__proto__", "op", "closed"])("is not %s, and none is near", (value) => {
    const { details } = refusalOf(() => read(value));
    expect(Object.keys(details)).toEqual(["received", "allowed"]);
  });
});

describe("what is refused is told in words", () => {
  const unreadable = Object.defineProperty([1], 0, {
    get: () => {
      throw new RangeError("not now");
    },
  });
  test.each<[string, () => unknown]>([
    ["not an object", () => readObject(null as never, path, code)],
    ["not a list", () => readList({} as never, path, code)],
    ["cannot be read", () => readList(unreadable, path, code)],
    ["not a text, or blank", () => readText(" ", path, code)],
    ["not a text", () => readAnyText(7 as never, path, code)],
    ["neither true nor false", () => readFlag(0 as never, path, code)],
    ["not a function", () => readFunction({}, path, code)],
    ["not one of open, done", () => readOneOf<string>("opend", ["open", "done"], path, code)],
    ["nested too deep, or in itself", () => frozenCopy(nested(102), path, code)],
    ["cannot be read", () => frozenCopy(Object.assign({}, { list: unreadable }).list, path, code)],
  ])("%s", (words, call) => {
    const tried = (): unknown => call();
    expect(tried).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(/^options\.fees\.2/) as string }),
    );
    expect(tried).toThrow(new RegExp(`: ${words}(?:; got .+)?$`));
  });

  test("not a known member", () => {
    expect(() => shapeOf<object>({})({ colour: 1 }, path, code)).toThrow("options.fees.2.colour: not a known member");
  });
});

test.each<[string, unknown, string]>([
  ["a function that calls itself an object", Object.assign(() => 1, { [Symbol.toStringTag]: "Object" }), "function"],
  ["null", null, "null"],
  ["an object with another name", { [Symbol.toStringTag]: "Promise" }, "Promise"],
])("%s is not an object with members", (_, value, received) => {
  expect(refusalOf(() => readObject(value as object, path, code))).toEqual({ code, path, details: { received } });
});

test("any text is a text, the empty one too", () => {
  for (const text of ["", " ", "x"]) expect(readAnyText(text, path, code)).toBe(text);
});

/** A list in a list, so many in all. */
function nested(levels: number): unknown {
  let value: unknown = "x";
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

describe("a frozen copy", () => {
  test("has the members of its own, those that are undefined left out", () => {
    const given = { a: 1, b: undefined, c: [{ d: "x", e: undefined }, undefined], f: null };
    const copy = frozenCopy(given, path, code);
    expect(copy).toStrictEqual({ a: 1, c: [{ d: "x" }, undefined], f: null });
    expect([copy, copy.c, copy.c[0]].every(Object.isFrozen)).toBe(true);
    expect(Object.isFrozen(given)).toBe(false);
  });

  test.each([[undefined], [null], [7], ["x"], [true]])("of %j is what it is", (value) => {
    expect(frozenCopy(value, path, code)).toBe(value);
  });

  test("goes a hundred levels deep and no deeper", () => {
    expect(frozenCopy(nested(101), path, code)).toStrictEqual(nested(101));
    // the place is told where a person finds it: within the first three levels
    expect(refusalOf(() => frozenCopy(nested(102), path, code))).toEqual({
      code,
      path: [...path, 0, 0, 0],
      details: { limit: 100 },
    });
  });

  test("of what cannot be read is refused at its place", () => {
    const members = Object.defineProperty({ a: 1 }, "b", {
      enumerable: true,
      get: () => {
        throw new RangeError("not now");
      },
    });
    expect(refusalOf(() => frozenCopy({ in: members }, path, code))).toEqual({
      code,
      path: [...path, "in"],
      details: {},
    });
    expect(() => frozenCopy({ in: members }, path, code)).toThrow("options.fees.2.in: cannot be read");
  });
});
