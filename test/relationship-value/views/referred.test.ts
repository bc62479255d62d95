import { describe, expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  clientValue,
  relationshipValue,
  valueBook,
  type IncomeLine,
  type StatementOptions,
} from "../../../src/relationship-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const cny = (amount: string) => money(amount, "CNY");

const line = (id: string, client: string, amount: string, changes: Partial<IncomeLine> = {}): IncomeLine => ({
  id,
  client,
  product: "p",
  item: "asset",
  period: "2026",
  amount: cny(amount),
  basis: "actual",
  ...changes,
});

const book = [line("L1", "C-1", "100.00"), line("L2", "R-1", "7.00"), line("L3", "R-2", "5.00")];

const stated = (lines: readonly IncomeLine[], options: Partial<StatementOptions<"CNY">> = {}) =>
  relationshipValue(lines, {
    client: "C-1",
    group: { referred: ["R-1", "R-2", "R-3"] },
    period: "2026",
    currency: "CNY",
    ...options,
  });

describe("referred clients reach their referrer as a sum only", () => {
  test("neither their names nor their lines are anywhere in the statement", () => {
    const { statement } = stated(book);
    expect(statement.items.referred.amount).toStrictEqual(cny("12.00"));
    expect(statement.referredClients).toStrictEqual({ count: 3, withLines: 2, withheld: [] });
    expect(JSON.stringify(statement)).not.toMatch(/R-\d|L2|L3/);
  });

  test("what one of them alone has is withheld, from item, head and total alike", () => {
    const { statement } = stated(book.slice(0, 2));
    expect(statement.items.referred).toStrictEqual({
      status: "withheld",
      amount: null,
      byBasis: { actual: null, accrued: null, estimated: null },
      lineCount: 0,
      inTotal: true,
    });
    expect(statement.total).toStrictEqual(cny("100.00"));
    expect(statement.heads.related).toStrictEqual(cny("0.00"));
    expect(statement.headDetails.related.status).toBe("no-data");
    expect(statement.referredClients).toStrictEqual({ count: 3, withLines: 1, withheld: ["actual"] });
    expect(statement.lines.counted).toBe(2);
    expect(JSON.stringify(statement)).not.toContain("7.00");
  });

  test("so is what one of them alone has on a basis: the split of a head would tell it", () => {
    const { statement } = stated([...book, line("L4", "R-1", "9.00", { basis: "estimated" })]);
    expect(statement.items.referred).toMatchObject({ status: "stated", amount: cny("12.00"), lineCount: 2 });
    expect(statement.headDetails.related).toMatchObject({ status: "partly-stated", lineCount: 2 });
    expect(statement.referredClients).toStrictEqual({ count: 3, withLines: 2, withheld: ["estimated"] });
    const none = stated([...book, line("L4", "R-1", "9.00", { basis: "estimated" })], {
      statedNone: ["subsidiary", "affiliate"],
    }).statement;
    expect(none.headDetails.related.status).toBe("partly-stated");
  });

  test("what is converted for them is in no conversion", () => {
    const rates = [{ from: "USD", to: "CNY", rate: "7", date: "2026-01-01", source: "test" }];
    const dollars = { amount: money("1.00", "USD") };
    const { statement } = stated(
      [...book, line("L4", "R-1", "0", dollars), line("L5", "C-1", "0", { amount: money("2.00", "USD") })],
      { rates },
    );
    expect(statement.items.referred.amount).toStrictEqual(cny("19.00"));
    expect(statement.conversions.map(({ lineCount, original }) => [lineCount, original])).toStrictEqual([[1, "2.00"]]);
  });

  test("that one of them sponsors and borrows is a finding of its own statement", () => {
    const lines = [...book, line("L4", "R-1", "9.00", { item: "sponsorship" })];
    expect(stated(lines).findings).toStrictEqual([]);
    expect(stated(lines, { client: "R-1", group: {} }).findings).toHaveLength(1);
  });

  test("a client that is a subsidiary as well is named as one", () => {
    const { statement } = stated(book, { group: { subsidiaries: ["R-1"], referred: ["R-1"] } });
    expect(statement.relatedClients).toStrictEqual([
      { client: "R-1", item: "subsidiary", alsoNamed: ["referred"], amount: cny("7.00"), lineCount: 1 },
    ]);
    expect(statement.referredClients).toStrictEqual({ count: 0, withLines: 0, withheld: [] });
  });

  test("the bank decides how many clients a sum is over, and a book keeps to it", () => {
    expect(stated(book.slice(0, 2), { fewestReferred: 1 }).statement.total).toStrictEqual(cny("107.00"));
    expect(stated(book, { fewestReferred: 3 }).statement.items.referred.status).toBe("withheld");
    const rolled = valueBook(book, { period: "2026", currency: "CNY" }).book;
    const group = { referred: ["R-1", "R-2"] };
    expect(clientValue(rolled, "C-1", { group }).total).toStrictEqual(cny("112.00"));
    expect(clientValue(rolled, "C-1", { group, fewestReferred: 3 }).items.referred.status).toBe("withheld");
    expect(clientValue(rolled, "C-1", { group: { referred: ["R-1"] } }).total).toStrictEqual(cny("100.00"));
    for (const fewestReferred of [0, 1.5, "2" as never]) {
      expect(refusalOf(() => stated(book, { fewestReferred }))).toMatchObject({
        code: "relationship-value/invalid-option",
        path: ["fewestReferred"],
      });
    }
  });

  test("an item with lines that are withheld is not stated as none", () => {
    expect(refusalOf(() => stated(book.slice(0, 2), { statedNone: ["referred"] })).code).toBe(
      "relationship-value/stated-none-but-booked",
    );
  });
});
