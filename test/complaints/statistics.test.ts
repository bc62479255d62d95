import { describe, expect, test } from "vitest";

import { decide, opened } from "./book.ts";
import {
  complaintStatistics,
  complaintsPerTenMillionClients,
  complaintsPerThousandOutlets,
  complaintsReceivedIn,
  improvementIdeas,
  mergeComplaintStatistics,
  mergeRootCauses,
  repeatComplaints,
  rootCauses,
} from "../../src/complaints/index.ts";
import { money } from "../../src/money/index.ts";
import { minute, received, stepOf, taken, walk } from "./fixtures.ts";

const book = [
  decide("C-1", {
    rootCause: "system",
    redress: { amount: money("10.50", "CNY"), authority: "head-office", approvedBy: "E-7" },
  }),
  decide("C-2", { rootCause: "system", decision: "not-upheld" }),
  decide("C-3", {
    rootCause: "training",
    decision: "partly-upheld",
    redress: { amount: money("2.25", "CNY"), authority: "head-office", approvedBy: "E-7" },
  }),
  decide("C-4", {
    rootCause: null,
    redress: { amount: money("5", "USD"), authority: "head-office", approvedBy: "E-7" },
  }),
  opened("C-5", { origin: "regulator", category: "queue", outlet: "B-2", receivedAt: minute(0) }),
];

describe("counts", () => {
  test("by each dimension, those without a value under null", () => {
    const plain = opened("C-6", {}, "none");
    const statistics = complaintStatistics([...book, plain], ["state", "origin", "product", "decision", "root-cause"]);
    expect(statistics.total).toBe(6);
    expect(statistics.by).toEqual([
      {
        dimension: "state",
        rows: [
          { key: "decided", count: 4 },
          { key: "received", count: 2 },
        ],
      },
      {
        dimension: "origin",
        rows: [
          { key: "client", count: 5 },
          { key: "regulator", count: 1 },
        ],
      },
      {
        dimension: "product",
        rows: [
          { key: "card", count: 5 },
          { key: null, count: 1 },
        ],
      },
      {
        dimension: "decision",
        rows: [
          { key: "not-upheld", count: 1 },
          { key: "partly-upheld", count: 1 },
          { key: "upheld", count: 2 },
          { key: null, count: 2 },
        ],
      },
      {
        dimension: "root-cause",
        rows: [
          { key: "system", count: 2 },
          { key: "training", count: 1 },
          { key: null, count: 3 },
        ],
      },
    ]);
  });

  test.each([
    ["channel", "in-person"],
    ["category", "fees"],
    ["outlet", "B-12"],
    ["handler", "E-9"],
  ] as const)("by %s", (dimension, key) => {
    const [first] = book;
    if (first === undefined) throw new Error("empty");
    expect(complaintStatistics([first], [dimension]).by).toEqual([{ dimension, rows: [{ key, count: 1 }] }]);
  });

  // 10.50 + 2.25
  test("redress by currency, in their order, whatever the order of the complaints", () => {
    const redress = [
      { currency: "CNY", complaints: 2, amount: money("12.75", "CNY") },
      { currency: "USD", complaints: 1, amount: money("5", "USD") },
    ];
    expect(complaintStatistics(book, []).redress).toEqual(redress);
    expect(complaintStatistics([...book].reverse(), []).redress).toEqual(redress);
  });

  test("what a review adds is one complaint with two amounts", () => {
    const reviewed = taken(
      walk(decide("C-1", { redress: { amount: money("1", "CNY"), authority: "head-office", approvedBy: "E-7" } }), []),
      [
        stepOf("reply", 31),
        stepOf("escalate", 32),
        {
          ...stepOf("decide", 33),
          by: "E-5",
          redress: { amount: money("2", "CNY"), authority: "head-office", approvedBy: "E-7" },
        } as never,
      ],
    );
    expect(complaintStatistics([reviewed], []).redress).toEqual([
      { currency: "CNY", complaints: 1, amount: money("3", "CNY") },
    ]);
  });

  test("by something else is a mistake", () => {
    expect(() => complaintStatistics([], ["state", "mood" as never])).toThrow(
      expect.objectContaining({
        code: "complaints/unknown-dimension",
        path: ["dimensions", 1],
        message: "dimensions.1: unknown; got string(4)",
        details: {
          received: "string(4)",
          known: ["state", "channel", "origin", "category", "product", "outlet", "handler", "decision", "root-cause"],
        },
      }),
    );
  });

  test("by different dimensions do not merge", () => {
    const a = complaintStatistics(book, ["state", "origin"]);
    const b = complaintStatistics(book, ["origin", "state"]);
    expect(() => mergeComplaintStatistics(a, b)).toThrow(
      expect.objectContaining({
        code: "complaints/dimensions-differ",
        path: ["b", "by"],
        message: "b.by: counted by other dimensions than a",
        details: { a: ["state", "origin"], b: ["origin", "state"] },
      }),
    );
  });
});

test("a period takes the civil day of the zone", () => {
  const late = received({ receivedAt: "2026-01-31T16:30:00Z" });
  expect(complaintsReceivedIn([late], "2026-01", "UTC")).toEqual([late]);
  expect(complaintsReceivedIn([late], "2026-01", "Asia/Shanghai")).toEqual([]);
  expect(complaintsReceivedIn([late], "2026-02", "Asia/Shanghai")).toEqual([late]);
});

describe("root causes", () => {
  // 2, 1 and 1 of 4; C-2 was not upheld
  test("the most frequent first, null last among equals", () => {
    expect(rootCauses(book)).toEqual({
      decided: 4,
      undecided: 1,
      rows: [
        { cause: "system", count: 2, upheld: 1, share: "0.5000" },
        { cause: "training", count: 1, upheld: 1, share: "0.2500" },
        { cause: null, count: 1, upheld: 1, share: "0.2500" },
      ],
    });
  });

  test("a review replaces what was found", () => {
    const [first] = book;
    if (first === undefined) throw new Error("empty");
    const reviewed = taken(first, [
      stepOf("reply", 31),
      stepOf("escalate", 32),
      { ...stepOf("decide", 33), by: "E-5" },
    ]);
    expect(rootCauses([reviewed]).rows).toEqual([{ cause: "system", count: 1, upheld: 1, share: "1.0000" }]);
  });

  test("merge to shares of the whole", () => {
    expect(mergeRootCauses(rootCauses(book.slice(0, 1)), rootCauses(book.slice(1)))).toEqual(rootCauses(book));
    expect(mergeRootCauses(rootCauses([]), rootCauses(book))).toEqual(rootCauses(book));
  });
});

describe("rates", () => {
  // 37 / 412 × 1,000 = 89.8058…; 37 / 2,450,000 × 10,000,000 = 151.0204…; 1 / 8 × 1,000 = 125
  test.each([
    [complaintsPerThousandOutlets(37, 412), { n: 37, of: 412, per: 1000, rate: "89.81" }],
    [complaintsPerThousandOutlets(1, 8), { n: 1, of: 8, per: 1000, rate: "125.00" }],
    [complaintsPerThousandOutlets(0, 8), { n: 0, of: 8, per: 1000, rate: "0.00" }],
    [complaintsPerThousandOutlets(3, 0), { n: 3, of: 0, per: 1000, rate: null }],
    [complaintsPerTenMillionClients(37, 2_450_000), { n: 37, of: 2_450_000, per: 10_000_000, rate: "151.02" }],
    [complaintsPerTenMillionClients(0, 0), { n: 0, of: 0, per: 10_000_000, rate: null }],
  ])("%o", (rate, expected) => {
    expect(rate).toEqual(expected);
  });

  // 1 / 160,000 × 1,000 = 0.00625 and 3 / 160,000 × 1,000 = 0.01875: no halves at two digits; 1 / 200,000 × 1,000 = 0.005 is one, 3 / 200,000 another
  test("halves go to even", () => {
    expect(complaintsPerThousandOutlets(1, 200_000).rate).toBe("0.00");
    expect(complaintsPerThousandOutlets(3, 200_000).rate).toBe("0.02");
  });

  test.each([
    [-1, 1, "complaints", "complaints"],
    [0.5, 1, "complaints", "complaints"],
    [1, -1, "outlets", "clients"],
  ])("%d of %d are refused", (complaints, of, path, pathOfClients) => {
    expect(() => complaintsPerThousandOutlets(complaints, of)).toThrow(
      expect.objectContaining({ code: "core/invalid-integer", path: [path] }),
    );
    expect(() => complaintsPerTenMillionClients(complaints, of)).toThrow(
      expect.objectContaining({ code: "core/invalid-integer", path: [pathOfClients] }),
    );
  });
});

describe("repeats", () => {
  const options = { withinDays: 30, zone: "Asia/Shanghai" };
  const on = (id: string, date: string, changes = {}) =>
    received({ id, receivedAt: `${date}T10:00:00+08:00`, ...changes });

  // 2 March + 30 = 1 April; 1 April to 2 May are 31
  test("a chain is held link by link", () => {
    const chain = [on("C-3", "2026-05-02"), on("C-1", "2026-03-02"), on("C-2", "2026-04-01")];
    expect(repeatComplaints(chain, options)).toEqual({
      repeats: [{ complaint: "C-2", earlier: "C-1", client: "K-77", category: "fees", days: 30 }],
      rate: { n: 1, of: 3, rate: "0.3333" },
    });
    expect(repeatComplaints(chain, { ...options, withinDays: 31 }).repeats.map(({ complaint }) => complaint)).toEqual([
      "C-2",
      "C-3",
    ]);
  });

  test("another client or category is no repeat; an unknown client does not count", () => {
    const others = [
      on("C-1", "2026-03-02"),
      on("C-2", "2026-03-03", { client: "K-78" }),
      on("C-3", "2026-03-04", { category: "queue" }),
      on("C-4", "2026-03-05", { client: null }),
      on("C-5", "2026-03-06", { client: null }),
    ];
    expect(repeatComplaints(others, options)).toEqual({
      repeats: [],
      rate: { n: 0, of: 3, rate: "0.0000" },
    });
  });

  test("days are those of the zone", () => {
    const night = [
      received({ id: "C-1", receivedAt: "2026-03-02T15:59:00Z" }),
      received({ id: "C-2", receivedAt: "2026-03-02T16:00:00Z" }),
    ];
    expect(repeatComplaints(night, { withinDays: 0, zone: "UTC" }).repeats).toHaveLength(1);
    expect(repeatComplaints(night, { withinDays: 0, zone: "Asia/Shanghai" }).repeats).toEqual([]);
  });

  test("of nobody have no rate", () => {
    expect(repeatComplaints([], options).rate).toEqual({ n: 0, of: 0, rate: null });
  });

  test("a complaint stands once", () => {
    expect(() => repeatComplaints([on("C-1", "2026-03-02"), on("C-1", "2026-03-01")], options)).toThrow(
      expect.objectContaining({
        code: "complaints/duplicate-id",
        path: ["complaints", 0, "id"],
        details: { id: "C-1" },
      }),
    );
  });

  test("days are a whole number", () => {
    expect(() => repeatComplaints([], { ...options, withinDays: 1.5 })).toThrow(
      expect.objectContaining({ code: "core/invalid-integer", path: ["options", "withinDays"] }),
    );
  });
});

test("ideas come in order of time with where they come from", () => {
  const idea = (id: string, minutes: number) =>
    taken(received({ id }), [{ type: "suggest-improvement", at: minute(minutes), by: "E-9", idea: `of ${id}` }]);
  expect(improvementIdeas([idea("C-2", 5), idea("C-3", 4), idea("C-1", 5)])).toEqual([
    { complaint: "C-3", outlet: "B-12", category: "fees", at: minute(4), by: "E-9", idea: "of C-3" },
    { complaint: "C-1", outlet: "B-12", category: "fees", at: minute(5), by: "E-9", idea: "of C-1" },
    { complaint: "C-2", outlet: "B-12", category: "fees", at: minute(5), by: "E-9", idea: "of C-2" },
  ]);
});
