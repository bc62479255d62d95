import { describe, expect, test } from "vitest";

import {
  byTag,
  listOf,
  nameScan,
  oneOf,
  optional,
  readDate,
  readFlag,
  readMoment,
  readText,
  recordOf,
  rowOf,
  shapeOf,
  wholeNumber,
  type Reader,
} from "../../src/core/inner.ts";
import { refusalOf } from "../support/refusal.ts";

const code = "room/invalid-thing";
const path = ["policy"] as const;

const UNITS = ["calendar-day", "working-day"] as const;

interface Limit {
  readonly amount: number;
  readonly unit: (typeof UNITS)[number];
  readonly startDayCounts: boolean;
  readonly notes?: readonly string[];
}

const readLimit = shapeOf<Limit>({
  amount: wholeNumber(1, 100),
  unit: oneOf(UNITS),
  startDayCounts: readFlag,
  notes: optional(listOf(readText)),
});

const limit: Limit = { amount: 5, unit: "working-day", startDayCounts: false };
const reading = (given: unknown, read: Reader<Limit> = readLimit) => refusalOf(() => read(given as Limit, path, code));

const thrower = (name: string): object =>
  Object.defineProperty({ ...limit }, name, {
    enumerable: true,
    get: () => {
      throw new RangeError("not now");
    },
  });

describe("a document", () => {
  test.each([
    [limit],
    [{ ...limit, notes: [] }],
    [{ ...limit, notes: undefined }],
    [Object.assign(Object.create(null), limit)],
  ])("%j is returned as it was given", (given) => {
    expect(readLimit(given as Limit, path, code)).toBe(given);
  });

  test.each([
    ["a misspelt word", { ...limit, unit: "working-days" }, ["unit"], "string(12)"],
    ["a missing member", { amount: 5, unit: "working-day" }, ["startDayCounts"], "undefined"],
    ["null for what may be absent", { ...limit, notes: null }, ["notes"], "null"],
    ["null in a list", { ...limit, notes: ["a", null] }, ["notes", 1], "null"],
    ["a number beyond its range", { ...limit, amount: 101 }, ["amount"], "101"],
    ["a number below its range", { ...limit, amount: 0 }, ["amount"], "0"],
    ["a part of a number", { ...limit, amount: 1.5 }, ["amount"], "1.5"],
    ["a text of a number", { ...limit, amount: "5" }, ["amount"], "5"],
    ["a text for a flag", { ...limit, startDayCounts: "false" }, ["startDayCounts"], "string(5)"],
    ["a list", [limit], [], "array(1)"],
    ["a promise of it", Promise.resolve(limit), [], "Promise"],
  ])("%s is refused at its place", (_, given, place, received) => {
    expect(reading(given)).toMatchObject({ code, path: [...path, ...place], details: { received } });
  });

  test("the ends of a range are in it", () => {
    for (const amount of [1, 100]) expect(readLimit({ ...limit, amount }, path, code).amount).toBe(amount);
  });

  test("a number out of its range is told with the range, a text of digits with its kind", () => {
    expect(reading({ ...limit, amount: 101 }).details).toEqual({ received: "101", min: 1, max: 100 });
    expect(reading({ ...limit, amount: "5" }).details).toEqual({ received: "5", type: "string", min: 1, max: 100 });
    expect(() => readLimit({ ...limit, amount: 0 }, path, code)).toThrow(
      "policy.amount: not a whole number from 1 to 100",
    );
  });

  test("what nobody knows, or nobody can read, is told in words", () => {
    expect(() => readLimit({ ...limit, colour: 1 } as Limit, path, code)).toThrow("policy.colour: not a known member");
    expect(() => readLimit(thrower("amount") as Limit, path, code)).toThrow("policy.amount: cannot be read");
  });

  test("a member nobody knows is refused, with the one that was meant", () => {
    expect(reading({ ...limit, startDaysCounts: true })).toEqual({
      code,
      path: ["policy", "startDaysCounts"],
      details: { known: ["amount", "unit", "startDayCounts", "notes"], didYouMean: "startDayCounts" },
    });
    expect(reading({ ...limit, colour: 1 }).details).toEqual({
      known: ["amount", "unit", "startDayCounts", "notes"],
    });
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("%s is a member nobody knows", (name) => {
    const given: unknown = JSON.parse(`{ "amount": 5, "unit": "working-day", "startDayCounts": true, "${name}": 1 }`);
    expect(reading(given).path).toEqual(["policy", name]);
  });

  test.each(["amount", "notes"])("%s that throws when it is read is refused", (name) => {
    expect(reading(thrower(name))).toEqual({ code, path: ["policy", name], details: {} });
  });
});

describe("a row", () => {
  const readRow = rowOf<Limit>({
    amount: wholeNumber(1, 100),
    unit: oneOf(UNITS),
    startDayCounts: readFlag,
    notes: optional(listOf(readText)),
  });

  test("may have members of its own, of any kind", () => {
    const row = { ...limit, _id: 7, branch: null, created_at: new Date(0) };
    expect(readRow(row, path, code)).toBe(row);
    expect(readRow(row, path, code)).toBe(row);
  });

  test.each(["start_day_counts", "STARTDAYCOUNTS", "startDaysCounts", "note", "units"])(
    "but none that is nearly one it lacks: %s, however often it comes",
    (name) => {
      for (let n = 0; n < 3; n++) {
        expect(reading({ amount: 5, [name]: 1 }, readRow)).toMatchObject({
          path: ["policy", name],
          details: { didYouMean: expect.any(String) as string },
        });
      }
    },
  );

  test("more names of their own than anybody remembers are looked at all the same", () => {
    for (let n = 0; n < 1100; n++) readRow({ ...limit, [`column${String(n)}`]: 1 }, path, code);
    expect(reading({ Amount: 1 }, readRow).path).toEqual(["policy", "Amount"]);
  });

  test("its members are read like those of a document", () => {
    expect(reading({ ...limit, unit: "x" }, readRow).path).toEqual(["policy", "unit"]);
    expect(reading(thrower("unit"), readRow).path).toEqual(["policy", "unit"]);
    expect(reading(null, readRow).path).toEqual(["policy"]);
  });
});

describe("one of several shapes", () => {
  type Time = { readonly at: "breach" } | { readonly at: "before-due" | "after-due"; readonly amount: number };
  const before = shapeOf<Extract<Time, { readonly amount: number }>>({
    at: oneOf(["before-due", "after-due"]),
    amount: wholeNumber(1, 9),
  });
  const readTime = byTag<Time, "at">("at", {
    breach: shapeOf<Extract<Time, { readonly at: "breach" }>>({ at: oneOf(["breach"]) }),
    "before-due": before,
    "after-due": before,
  });
  const refused = (given: unknown) => refusalOf(() => readTime(given as Time, ["when"], code));

  test("is read by the word that tells them apart", () => {
    for (const time of [{ at: "breach" }, { at: "after-due", amount: 3 }] as const) {
      expect(readTime(time, ["when"], code)).toBe(time);
    }
  });

  test.each([
    ["a misspelt word", { at: "breech" }, ["when", "at"]],
    ["a name of the language", { at: "constructor" }, ["when", "at"]],
    ["no word", {}, ["when", "at"]],
    ["a member of another shape", { at: "breach", amount: 3 }, ["when", "amount"]],
    ["a member that is missing", { at: "before-due" }, ["when", "amount"]],
    ["null", null, ["when"]],
    ["a word that throws", thrower("at"), ["when", "at"]],
  ])("%s is refused", (_, given, place) => {
    expect(refused(given)).toMatchObject({ code, path: place });
  });
});

test("a record is read entry by entry, whatever the names", () => {
  const read = recordOf(wholeNumber(0, 9));
  const record = JSON.parse('{ "a": 1, "__proto__": 2, "constructor": 3 }') as Readonly<Record<string, number>>;
  expect(read(record, path, code)).toBe(record);
  expect(refusalOf(() => read({ a: 1, b: 10 }, path, code)).path).toEqual(["policy", "b"]);
  expect(refusalOf(() => read([1] as never, path, code)).path).toEqual(["policy"]);
});

test("a list may have to have entries", () => {
  const read = listOf(readText, 2);
  expect(read(["a", "b"], path, code)).toEqual(["a", "b"]);
  expect(refusalOf(() => read(["a"], path, code))).toEqual({
    code,
    path,
    details: { received: "array(1)", fewest: 2 },
  });
  expect(() => read(["a"], path, code)).toThrow("policy: not a list of 2 or more entries; got array(1)");
});

test("dates and moments are refused with the codes of core", () => {
  expect(readDate("2026-02-28", path)).toBe("2026-02-28");
  expect(readMoment("2026-02-28T00:00:00Z", path)).toBe("2026-02-28T00:00:00Z");
  expect(refusalOf(() => readDate("2026-02-30", path))).toMatchObject({ code: "core/invalid-date", path });
  expect(refusalOf(() => readMoment(new Date(0) as never, path))).toMatchObject({
    code: "core/invalid-instant",
    path,
    details: { received: "Date" },
  });
});

test("a name that is nearly a known one is found, however often it comes, and one of its own is not", () => {
  const misspelt = nameScan(["amount", "unit", "notes"]);
  for (let n = 0; n < 3; n++) {
    expect(misspelt({ amount: 1, branch: 2, note_id: 3 })).toBeNull();
    expect(misspelt({ amount: 1, branch: 2, Notes: 3 })).toEqual({ name: "Notes", didYouMean: "notes" });
    expect(misspelt({ amuont: 1, branch: 2, note_id: 3 })).toEqual({ name: "amuont", didYouMean: "amount" });
  }
});

test("more names than anybody remembers are looked at all the same", () => {
  const misspelt = nameScan(["amount"]);
  for (let n = 0; n < 1100; n++) expect(misspelt({ [`column${String(n)}`]: 1 })).toBeNull();
  expect(misspelt({ Amount: 1 })).toEqual({ name: "Amount", didYouMean: "amount" });
});

test("a name beside the member it is nearly is one of the row's own", () => {
  const misspelt = nameScan(["id", "amount"]);
  expect(misspelt({ ID: 7, id: "C-1", amount: 1, amounts: [1] })).toBeNull();
  expect(misspelt({ ID: 7, amount: 1 })).toEqual({ name: "ID", didYouMean: "id" });
  // whatever the row before it had
  expect(misspelt({ ID: 7, id: undefined, amount: 1, amounts: [1] })).toEqual({ name: "ID", didYouMean: "id" });
});

test.each(["_id", "__v", "uid", "pid", "ids", "too", "q2"])("%s is no misspelt name of a row", (name) => {
  expect(nameScan(["id", "to", "q1"])({ [name]: 1 })).toBeNull();
});

test("of two names that are near, the one the row lacks is meant", () => {
  const misspelt = nameScan(["trend", "trendOn"]);
  expect(misspelt({ trend: "rising", trendO: "2020-01-01" })).toEqual({ name: "trendO", didYouMean: "trendOn" });
});

test("a member of the row's class is a member", () => {
  class Line {
    readonly _amount = "1.00";
    get amount(): string {
      return this._amount;
    }
  }
  expect(nameScan(["amount"])(new Line())).toBeNull();
});

test("names near one another are not misspelt where each is known", () => {
  const misspelt = nameScan(["rate", "rates"]);
  expect(misspelt({ rate: 1 })).toBeNull();
  expect(misspelt({ rates: 1 })).toBeNull();
  expect(misspelt({ ratess: 1 })).toEqual({ name: "ratess", didYouMean: "rates" });
  expect(nameScan(["amount"])({ amount: undefined })).toBeNull();
});

test.each(["to", "id", "no"])("%s is no misspelt name of one letter more", (name) => {
  expect(nameScan(["too", "ids", "note", "not"])({ [name]: 1 })).toBeNull();
});

test("a member that cannot be read is there", () => {
  const row = Object.defineProperty({ Amount: 1 }, "amount", {
    get: () => {
      throw new RangeError("not now");
    },
  });
  expect(nameScan(["amount"])(row)).toBeNull();
});

test("rows of many shapes are looked at each by itself, whatever came before", () => {
  const misspelt = nameScan(["amount", "unit"]);
  const found = { name: "Unit", didYouMean: "unit" };
  for (let n = 0; n < 3; n++) {
    expect(misspelt({ amount: 1, branch: 2 })).toBeNull();
    expect(misspelt({ amount: 1 })).toBeNull();
    expect(misspelt({ amount: 1, branch: 2, Unit: 3 })).toEqual(found);
    expect(misspelt({ amount: 1, Unit: 3 })).toEqual(found);
    expect(misspelt({ Unit: 3 })).toEqual(found);
    expect(misspelt({})).toBeNull();
  }
});

describe("an object that will not say its names", () => {
  const hostile = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error("no");
      },
    },
  );
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const read = wholeNumber(0, 9);

  test.each([
    ["a document", shapeOf<{ n: number }>({ n: read })],
    ["a row", rowOf<{ n: number }>({ n: read })],
    ["members of one kind", recordOf(read)],
  ])("%s is refused at its place", (_, reader) => {
    const reading = reader as Reader<unknown>;
    expect(() => reading(hostile, path, code)).toThrow("policy: cannot be read");
    expect(() => reading(revoked, path, code)).toThrow("policy: cannot be read");
    expect(() => listOf(reading)(revoked as never, path, code)).toThrow("policy: cannot be read");
  });
});
