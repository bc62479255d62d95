import fc from "fast-check";
import { expect, test } from "vitest";

import {
  money,
  multiply,
  subtract,
  sum,
  toMinorUnits,
  type ExchangeRate,
  type Money,
} from "../../../src/money/index.ts";
import {
  bookClients,
  bookedItems,
  compareStatements,
  creditViews,
  CREDIT_KINDS,
  incomeBases,
  interestMemo,
  rankOf,
  relationshipValue,
  topClients,
  traceFigure,
  valueBook,
  valueHeads,
  valueItems,
  VALUE_FIGURES,
  type IncomeCredit,
  type IncomeLine,
  type StatementOptions,
} from "../../../src/relationship-value/index.ts";

const rates: readonly ExchangeRate[] = [
  { from: "USD", to: "CNY", rate: "7.0987", date: "2024-12-31", source: "test" },
  { from: "USD", to: "CNY", rate: "6.9321", date: "2025-06-30", source: "test" },
  { from: "USD", to: "CNY", rate: "7.2103", date: "2026-06-30", source: "test" },
];

const clients = ["C-0", "C-1", "C-2", "C-3", "C-4"] as const;

const amountOf = (minor: number): string => (minor / 100).toFixed(2).replace(/^-0\.00$/, "0.00");

const linesOf = (year: string) =>
  fc
    .array(
      fc.record({
        client: fc.constantFrom(...clients),
        product: fc.constantFrom("p", "q"),
        item: fc.constantFrom(...bookedItems),
        period: fc.constantFrom(year, `${year}-Q1`, `${year}-07`),
        amount: fc
          .tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.constantFrom("CNY", "USD"))
          .map(([minor, currency]) => money(amountOf(minor), currency)),
        basis: fc.constantFrom(...incomeBases),
      }),
      { maxLength: 25 },
    )
    .map((rows): IncomeLine[] => rows.map((row, index) => ({ id: `${year}-${String(index)}`, ...row })));

const group = fc.record({
  subsidiaries: fc.subarray(["C-1", "C-2"]),
  affiliates: fc.subarray(["C-2", "C-3"]),
  referred: fc.subarray(["C-1", "C-3", "C-4"]),
});

const stated = (lines: readonly IncomeLine[], more: Partial<StatementOptions<"CNY">> = {}) =>
  relationshipValue(lines, { client: "C-0", period: "2026", currency: "CNY", rates, ...more }).statement;

test("every figure traces to lines that add up to it", () => {
  fc.assert(
    fc.property(linesOf("2026"), group, fc.constantFrom(1, 2), (lines, of, fewestReferred) => {
      const statement = stated(lines, { group: of, fewestReferred });
      for (const figure of VALUE_FIGURES) {
        const { lines: traced, referred, amount, difference, holds } = traceFigure(statement, figure, lines);
        expect(holds).toBe(true);
        expect(difference).toStrictEqual(money("0.00", "CNY"));
        const parts = [...traced.map((line) => line.amount), ...(referred === null ? [] : [referred.amount])];
        expect(sum("CNY", parts)).toStrictEqual(amount ?? money("0.00", "CNY"));
      }
    }),
  );
});

test("a line that is taken away is always found", () => {
  fc.assert(
    fc.property(linesOf("2026"), group, fc.nat(24), (lines, of, at) => {
      const statement = stated(lines, { group: of });
      const named = Object.values(statement.trace).flat();
      const gone = named[at % Math.max(named.length, 1)];
      if (gone === undefined) return;
      const trace = traceFigure(
        statement,
        "total",
        lines.filter(({ id }) => id !== gone),
      );
      expect(trace.holds).toBe(false);
      expect(trace.findings.some(({ code, details }) => code === "line-not-found" && details.line === gone)).toBe(true);
    }),
  );
});

test("the parts of every change add up to it, with lines and without", () => {
  fc.assert(
    fc.property(linesOf("2026"), linesOf("2025"), group, group, fc.boolean(), (now, then, a, b, withLines) => {
      const current = stated(now, { group: a });
      const prior = stated(then, { group: b, period: "2025" });
      const lines = withLines ? { current: now, prior: then } : undefined;
      const { total, heads, items, findings } = compareStatements(current, prior, lines);
      expect(findings).toStrictEqual({ current: [], prior: [] });
      for (const change of [total, ...Object.values(heads), ...Object.values(items)]) {
        if (change.current === null || change.prior === null) {
          expect([change.change, change.parts]).toStrictEqual([null, []]);
          continue;
        }
        expect(change.change).toStrictEqual(subtract(change.current, change.prior));
        expect(
          sum(
            "CNY",
            change.parts.map(({ amount }) => amount),
          ),
        ).toStrictEqual(change.change);
        expect(change.parts.every(({ amount }) => toMinorUnits(amount) !== 0n)).toBe(true);
        if (withLines && change !== total && change !== heads.related && change !== items.referred)
          expect(
            change.parts.filter(({ cause, lines: of }) => cause === "unexplained" && of.current.length === 0),
          ).toStrictEqual([]);
      }
    }),
  );
});

test("estimated lines change no hard figure", () => {
  fc.assert(
    fc.property(linesOf("2026"), group, (lines, of) => {
      const all = stated(lines, { group: of, fewestReferred: 1 });
      const hard = stated(
        lines.filter(({ basis }) => basis !== "estimated"),
        { group: of, fewestReferred: 1 },
      );
      for (const detail of ["actual", "accrued"] as const) {
        expect(all.totalDetail.byBasis[detail]).toStrictEqual(hard.totalDetail.byBasis[detail]);
        for (const item of valueItems)
          expect(all.items[item].byBasis[detail]).toStrictEqual(hard.items[item].byBasis[detail]);
      }
    }),
  );
});

test("all amounts times a whole factor are all figures times that factor, where nothing is rounded", () => {
  const whole = rates.map((rate) => ({ ...rate, rate: "7" }));
  fc.assert(
    fc.property(linesOf("2026"), group, fc.integer({ min: 2, max: 1000 }), (lines, of, factor) => {
      const times = (m: Money): Money => multiply(m, String(factor), "half-even");
      const one = stated(lines, { group: of, rates: whole });
      const many = stated(
        lines.map((line) => ({ ...line, amount: times(line.amount) })),
        { group: of, rates: whole },
      );
      expect(many.total).toStrictEqual(times(one.total));
      for (const head of valueHeads) expect(many.heads[head]).toStrictEqual(times(one.heads[head]));
      for (const item of valueItems) {
        const { amount } = one.items[item];
        expect(many.items[item].amount).toStrictEqual(amount === null ? null : times(amount));
      }
    }),
  );
});

const credit = fc
  .record({
    client: fc.constantFrom(...clients),
    recipient: fc.constantFrom("X", "Y", "C-0"),
    kind: fc.constantFrom(...CREDIT_KINDS),
    weight: fc.integer({ min: 0, max: 100 }).map((percent) => (percent / 100).toFixed(2)),
  })
  .map((row): IncomeCredit => row);

test("credits and shares are views: each is the sum of its lines, none is more than was given, and no statement changes", () => {
  fc.assert(
    fc.property(linesOf("2026"), fc.array(credit, { maxLength: 8 }), group, (lines, credits, of) => {
      const before = stated(lines, { group: of });
      const { views, shared } = creditViews(lines, credits, { period: "2026", currency: "CNY", rates });
      for (const view of views) {
        const bases = Object.values(view.byBasis).flatMap((part) => part ?? []);
        expect(sum("CNY", bases)).toStrictEqual(view.amount ?? money("0.00", "CNY"));
        if (view.lines !== null && view.amount !== null)
          expect(
            sum(
              "CNY",
              view.lines.map(({ credited }) => credited),
            ),
          ).toStrictEqual(view.amount);
        expect(view.lines === null).toBe(view.kind === "referral");
      }
      expect(shared.every((line) => line.credits > 1)).toBe(true);
      const memo = interestMemo(before, { "C-1": "0.333", "C-2": "1" });
      for (const { client, amount, share } of memo.shares) {
        if (client === "C-2") expect(share).toStrictEqual(amount);
      }
      expect(stated(lines, { group: of })).toStrictEqual(before);
    }),
  );
});

test("ranks are those of the top clients, whose amounts add up to the book", () => {
  fc.assert(
    fc.property(
      linesOf("2026"),
      fc.constantFrom("total" as const, "direct" as const, "asset" as const),
      (lines, by) => {
        const { book } = valueBook(lines, { period: "2026", currency: "CNY", rates });
        const top = topClients(book, { n: 9, by });
        const places = bookClients(book).flatMap((client) => rankOf(book, client, { by }) ?? []);
        expect(places.sort((a, b) => a.rank - b.rank || (a.client < b.client ? -1 : 1))).toStrictEqual(
          top.map((place) => ({ ...place, of: top.length })),
        );
        expect(
          sum(
            "CNY",
            top.map(({ amount }) => amount),
          ),
        ).toStrictEqual(
          by === "total"
            ? book.figures.total
            : by === "direct"
              ? book.figures.heads.direct
              : (book.figures.items.asset.amount ?? money("0.00", "CNY")),
        );
      },
    ),
  );
});
