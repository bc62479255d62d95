import { expectTypeOf, test } from "vitest";

import { ratio, type Money } from "relationship-banking/money";
import {
  averageDailyBalance,
  mergeValueBooks,
  relationshipValue,
  valueBook,
  walletShare,
  type BookedItem,
  type IncomeLine,
  type RelatedItem,
  type ValueBook,
  type ValueItem,
} from "relationship-banking/relationship-value";

declare const lines: readonly IncomeLine[];
declare const cny: Money<"CNY">;
declare const hkd: Money<"HKD">;

test("a statement's figures are money of its currency, an item's may be missing", () => {
  const { statement } = relationshipValue(lines, { client: "C-001", period: "2026", currency: "CNY" });
  expectTypeOf(statement.total).toEqualTypeOf<Money<"CNY">>();
  expectTypeOf(statement.heads.direct).toEqualTypeOf<Money<"CNY">>();
  expectTypeOf(statement.items.referred.amount).toEqualTypeOf<Money<"CNY"> | null>();
  expectTypeOf(ratio(statement.heads.direct, statement.total, 4)).toEqualTypeOf<string | null>();
});

test("related items cannot be booked", () => {
  expectTypeOf<Extract<BookedItem, RelatedItem>>().toBeNever();
  expectTypeOf<Exclude<ValueItem, BookedItem>>().toEqualTypeOf<RelatedItem>();
});

test("one currency a call", () => {
  const ours = { amount: cny, basis: "actual" } as const;
  // @ts-expect-error spend in two currencies
  walletShare({ ours, others: [{ amount: hkd, basis: "actual" }] });
  // @ts-expect-error a movement in another currency than the balance
  averageDailyBalance({ opening: cny, movements: [{ date: "2026-06-02", amount: hkd }] }, "2026-06");
  const { book } = valueBook(lines, { period: "2026", currency: "CNY" });
  expectTypeOf(book).toEqualTypeOf<ValueBook<"CNY">>();
  // @ts-expect-error books of two currencies
  mergeValueBooks(book, valueBook(lines, { period: "2026", currency: "HKD" }).book);
});
