import fc from "fast-check";
import { expect, test } from "vitest";

import { money, sum } from "../../../src/money/index.ts";
import {
  bookClients,
  bookedItems,
  businessAdviceReport,
  clientValue,
  incomeBases,
  valueBook,
  valueStatisticsReport,
  type IncomeLine,
  type ReportFigure,
  type ValueDossier,
} from "../../../src/relationship-value/index.ts";

const clients = ["C-0", "C-1", "C-2", "C-3", "C-4", "C-5"] as const;
const managers = ["E-1", "E-2", "E-3"] as const;
const options = { period: "2026", priorPeriod: "2025", currency: "CNY" } as const;

const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((minor) => ({
  amount: (minor / 100).toFixed(2).replace(/^-0\.00$/, "0.00"),
  currency: "CNY" as const,
}));

const linesOf = (period: string): fc.Arbitrary<IncomeLine[]> =>
  fc
    .array(
      fc.record({
        client: fc.constantFrom(...clients),
        item: fc.constantFrom(...bookedItems),
        amount,
        basis: fc.constantFrom(...incomeBases),
      }),
      { maxLength: 40 },
    )
    .map((rows) => rows.map((row, index) => ({ id: `${period}-${String(index)}`, product: "p", period, ...row })));

/** Who manages each client; some have nobody. */
const assignment = fc.array(fc.option(fc.constantFrom(...managers)), {
  minLength: clients.length,
  maxLength: clients.length,
});

const books = fc.tuple(linesOf("2026"), linesOf("2025"), assignment).map(([lines, before, managedBy]) => {
  const { book } = valueBook(lines, { period: "2026", currency: "CNY" });
  const { book: prior } = valueBook(before, { period: "2025", currency: "CNY" });
  const dossiers: ValueDossier<"CNY">[] = clients.map((client, index) => {
    const manager = managedBy[index] ?? null;
    return {
      client,
      ...(manager === null ? {} : { manager }),
      ...(bookClients(book).includes(client) ? { value: clientValue(book, client) } : {}),
      prior: bookClients(prior).includes(client) ? clientValue(prior, client) : "none",
    };
  });
  return { book, prior, dossiers };
});

const added = (figures: readonly ReportFigure<"CNY">[], of: "amount" | "estimated" | "prior") =>
  sum(
    "CNY",
    figures.flatMap((figure) => figure[of] ?? []),
  );
const zero = money("0.00", "CNY");

test("rows add up to the total, and the total is the book's, whoever manages whom", () => {
  fc.assert(
    fc.property(books, fc.constantFrom("client" as const, "manager" as const), ({ book, prior, dossiers }, by) => {
      const { report, issues } = valueStatisticsReport(dossiers, { ...options, by, book: book.figures.total });
      expect(issues).toStrictEqual([]);
      const figures = report.rows.map(({ figure }) => figure);
      expect(added(figures, "amount")).toStrictEqual(book.figures.total);
      expect(added(figures, "prior")).toStrictEqual(prior.figures.total);
      expect(added(figures, "estimated")).toStrictEqual(report.booked.estimated ?? zero);
      expect(report.booked.amount ?? zero).toStrictEqual(book.figures.total);
      expect(report.unexplained).toStrictEqual(zero);
      expect(report.rows.reduce((total, row) => total + row.clients, 0)).toBe(report.clients);
    }),
  );
});

test("heads add up to the total, items to their head, and the reports of managers to that of all", () => {
  fc.assert(
    fc.property(books, ({ dossiers }) => {
      const whole = valueStatisticsReport(dossiers, options).report;
      expect(
        added(
          whole.heads.map(({ figure }) => figure),
          "amount",
        ),
      ).toStrictEqual(whole.total.amount ?? zero);
      for (const { figure, items } of whole.heads) {
        expect(
          added(
            items.map((item) => item.figure),
            "amount",
          ),
        ).toStrictEqual(figure.amount ?? zero);
      }
      const parts = managers
        .filter((manager) => dossiers.some((dossier) => dossier.manager === manager))
        .map((manager) => valueStatisticsReport(dossiers, { ...options, scope: { of: "manager", manager } }).report);
      const without = whole.rows.filter(({ manager }) => manager === null).map(({ figure }) => figure);
      expect(added([...parts.map(({ booked }) => booked), ...without], "amount")).toStrictEqual(
        whole.booked.amount ?? zero,
      );
    }),
  );
});

test("the order of the dossiers changes nothing", () => {
  fc.assert(
    fc.property(books, ({ dossiers }) => {
      expect(valueStatisticsReport([...dossiers].reverse(), options).report).toStrictEqual(
        valueStatisticsReport(dossiers, options).report,
      );
    }),
  );
});

test("advice adds up to the same by department, by client and by item", () => {
  const advice = fc.record({
    client: fc.constantFrom(...clients),
    item: fc.constantFrom(...bookedItems),
    department: fc.constantFrom("D-1", "D-2"),
    expected: fc.option(fc.record({ amount, basis: fc.constantFrom(...incomeBases), method: fc.constant("m") })),
    unrelatedToCredit: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(advice, { maxLength: 20 }), (given) => {
      const dossiers: ValueDossier<"CNY">[] = clients.map((client) => ({
        client,
        needs: [{ id: "N", text: "n", source: "s", statedOn: "2026-01-01" }],
        advice: given.flatMap((one, index) => {
          if (one.client !== client) return [];
          const { item, department, expected, unrelatedToCredit } = one;
          const base = {
            id: `A-${String(index)}`,
            need: "N",
            product: "p",
            by: "2027-01-01",
            reasons: ["r"],
            evidence: ["N"],
          };
          return [{ ...base, item, department, unrelatedToCredit, ...(expected === null ? {} : { expected }) }];
        }),
      }));
      const { report } = businessAdviceReport(dossiers, { ...options, asOf: "2026-12-31" });
      expect(report.total.rows + report.tied).toBe(given.length);
      for (const sums of [report.byDepartment, report.byClient, report.byItem]) {
        const known = sums.flatMap(({ expected }) => expected ?? []);
        expect(sum("CNY", known)).toStrictEqual(report.total.expected ?? zero);
        expect(sums.reduce((total, { rows }) => total + rows, 0)).toBe(report.total.rows);
      }
    }),
  );
});
