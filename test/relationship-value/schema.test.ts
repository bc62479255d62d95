import { describe, expect, test } from "vitest";

import { money } from "../../src/money/index.ts";
import {
  bookedItems,
  exampleTransferCurve,
  incomeBases,
  valueBook,
  valueBookData,
  valueItems,
} from "../../src/relationship-value/index.ts";
import {
  BookedItemSchema,
  IncomeBasisSchema,
  IncomeCreditSchema,
  IncomeLineSchema,
  TransferPriceCurveSchema,
  ValueBookDataSchema,
  ValueGroupSchema,
  ValueItemSchema,
  WalletInputSchema,
} from "../../src/relationship-value/schema.ts";

const line = {
  id: "L1",
  client: "C-001",
  product: "loan",
  item: "asset",
  period: "2026-Q1",
  amount: { amount: "1.00", currency: "CNY" },
  basis: "actual",
} as const;

test("the schemas list the same literals as the room", () => {
  expect(BookedItemSchema.options).toStrictEqual(bookedItems);
  expect(ValueItemSchema.options).toStrictEqual(valueItems);
  expect(IncomeBasisSchema.options).toStrictEqual(incomeBases);
});

describe("income lines", () => {
  test("pass as they are", () => {
    expect(IncomeLineSchema.parse(line)).toStrictEqual(line);
    const full = { ...line, period: { from: "2026-01-01", to: "2026-01-02" }, source: "ledger" };
    expect(IncomeLineSchema.parse(full)).toStrictEqual(full);
  });

  test.each([
    [{ id: "" }, ["id"]],
    [{ item: "subsidiary" }, ["item"]],
    [{ basis: "hoped" }, ["basis"]],
    [{ amount: { amount: 1, currency: "CNY" } }, ["amount", "amount"]],
    [{ period: 2026 }, ["period"]],
    [{ unit: "thousand" }, []],
  ])("%o is refused", (wrong, path) => {
    const { error } = IncomeLineSchema.safeParse({ ...line, ...wrong });
    expect(error?.issues.map((issue) => issue.path)).toStrictEqual([path]);
  });
});

test("groups, wallets, curves and book data pass as they are", () => {
  const group = { subsidiaries: ["C-2"], referred: [] };
  expect(ValueGroupSchema.parse(group)).toStrictEqual(group);
  expect(ValueGroupSchema.safeParse({ parents: ["C-2"] }).success).toBe(false);
  const wallet = { ours: { amount: money("1", "CNY"), basis: "actual" }, others: "none" };
  expect(WalletInputSchema.parse(wallet)).toStrictEqual(wallet);
  expect(WalletInputSchema.safeParse({ ...wallet, others: "nobody" }).success).toBe(false);
  expect(TransferPriceCurveSchema.parse(exampleTransferCurve)).toStrictEqual(exampleTransferCurve);
  const { book } = valueBook([{ ...line, amount: money("1", "USD") }], {
    period: "2026",
    currency: "CNY",
    rates: [{ from: "USD", to: "CNY", rate: "7.1", date: "2026-01-01", source: "test sheet" }],
  });
  const data = valueBookData(book);
  expect(ValueBookDataSchema.parse(JSON.parse(JSON.stringify(data)))).toStrictEqual(data);
  expect(ValueBookDataSchema.safeParse({ ...data, cells: { ...data.cells, slot: [24] } }).success).toBe(false);
});

describe("credits", () => {
  const credit = { client: "C-1", recipient: "C-2", kind: "owner", weight: "0.5" } as const;

  test("pass as they are", () => {
    for (const row of [credit, { ...credit, client: null, line: "L1", from: "2026-01-01", to: null, weight: "1.00" }]) {
      expect(IncomeCreditSchema.parse(row)).toStrictEqual(row);
    }
  });

  test.each([
    [{ weight: "1.01" }, ["weight"]],
    [{ weight: 0.5 }, ["weight"]],
    [{ kind: "partner" }, ["kind"]],
    [{ recipient: "" }, ["recipient"]],
    [{ from: "2026-02-30" }, ["from"]],
  ])("%o is refused", (wrong, path) => {
    const { error } = IncomeCreditSchema.safeParse({ ...credit, ...wrong });
    expect(error?.issues.map((issue) => issue.path)).toStrictEqual([path]);
  });
});
