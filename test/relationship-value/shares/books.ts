import fc from "fast-check";

import { fromMinorUnits, money, toMinorUnits } from "../../../src/money/index.ts";
import {
  bookedItems,
  incomeBases,
  valueBook,
  valueItems,
  type IncomeLine,
  type ValueBook,
} from "../../../src/relationship-value/index.ts";

export const options = {
  period: "2026",
  currency: "CNY",
  rates: [{ from: "USD", to: "CNY", rate: "7.0987", date: "2025-12-31", source: "test sheet" }],
} as const;

const minor = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(BigInt) },
  { weight: 1, arbitrary: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }) },
);

/** Lines of a few clients, some of which are refused. */
export const someLines = fc
  .array(
    fc.record({
      client: fc.constantFrom("C-0", "C-1", "C-2", "C-3", "C-4"),
      product: fc.constant("p"),
      item: fc.constantFrom(...bookedItems),
      period: fc.constantFrom<IncomeLine["period"]>(
        "2026",
        "2026-Q1",
        "2026-07",
        "2025",
        { from: "2026-03-11", to: "2026-04-02" },
        { from: "2026-06-30", to: "2026-07-01" },
      ),
      amount: fc
        .tuple(minor, fc.constantFrom("CNY", "CNY", "USD"))
        .map(([units, currency]) => fromMinorUnits(units, currency)),
      basis: fc.constantFrom(...incomeBases),
    }),
    { maxLength: 24 },
  )
  .map((rows): IncomeLine[] => rows.map((row, index) => ({ id: `L${String(index)}`, ...row })));

export const bookOf = (lines: readonly IncomeLine[]): ValueBook<"CNY"> => valueBook(lines, options).book;

/** Every figure of a book in minor units: the total, and each item by basis. */
export function sumsOf({ figures }: ValueBook): bigint[] {
  const items = valueItems.flatMap((item) =>
    incomeBases.map((basis) => figures.items[item].byBasis[basis] ?? money("0", "CNY")),
  );
  return [figures.total, figures.heads.direct, figures.heads.other, ...items].map(toMinorUnits);
}

/** Sums of books, some of them taken away. */
export function added(...signed: readonly (readonly [1 | -1, ValueBook])[]): bigint[] {
  const parts = signed.map(([sign, book]) => sumsOf(book).map((sum) => BigInt(sign) * sum));
  return (parts[0] ?? []).map((_, at) => parts.reduce((sum, part) => sum + (part[at] ?? 0n), 0n));
}
