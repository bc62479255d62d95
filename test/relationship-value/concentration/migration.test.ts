import { describe, expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  valueBook,
  valueMigration,
  valueMovers,
  type BookOptions,
  type IncomeLine,
} from "../../../src/relationship-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const bookOf = (
  period: IncomeLine["period"],
  amounts: Readonly<Record<string, string>>,
  more: Partial<BookOptions> = {},
) =>
  valueBook(
    Object.entries(amounts).map(([client, amount]): IncomeLine => ({
      id: client,
      client,
      product: "p",
      item: "asset",
      period,
      amount: money(amount, "CNY"),
      basis: "actual",
    })),
    { period, currency: "CNY", ...more },
  ).book;
const before = bookOf("2025", { A: "100.00", B: "60.00", C: "40.00", D: "10.00", E: "0.00" });
const after = bookOf("2026", { A: "130.00", B: "20.00", D: "10.00", E: "-5.00", F: "25.00" });

describe("migration of value", () => {
  test("new, grown, unchanged, shrunk and lost add up to the change", () => {
    const { all, movements, retained, retention, periods, matrix } = valueMigration(before, after);
    expect(
      movements.map(({ movement, clientCount, before: was, after: is, change }) => [
        movement,
        clientCount,
        was.amount,
        is.amount,
        change.amount,
      ]),
    ).toStrictEqual([
      ["new", 1, "0.00", "25.00", "25.00"],
      ["grown", 1, "100.00", "130.00", "30.00"],
      ["unchanged", 1, "10.00", "10.00", "0.00"],
      ["shrunk", 2, "60.00", "15.00", "-45.00"], // E, at 0 before and below 0 now, is not lost
      ["lost", 1, "40.00", "0.00", "-40.00"],
    ]);
    expect([all.clientCount, all.before.amount, all.after.amount, all.change.amount]).toStrictEqual([
      6,
      "210.00",
      "180.00",
      "-30.00",
    ]);
    expect([retained.clientCount, retained.change.amount]).toStrictEqual([4, "-15.00"]);
    expect(retention).toStrictEqual({ n: 4, of: 5, rate: "0.8000" });
    expect(periods.after).toStrictEqual({ from: "2026-01-01", to: "2027-01-01" });
    expect(matrix).toBeNull();
  });

  test("the matrix says from which part into which; new clients come from none, lost ones go to none", () => {
    const { matrix } = valueMigration(before, after, { parts: 2 });
    // before: A B C | D E; after: A F B | D E
    expect(matrix?.map(({ from, to, clientCount, change }) => [from, to, clientCount, change.amount])).toStrictEqual([
      [1, 1, 2, "-10.00"],
      [1, null, 1, "-40.00"],
      [2, 2, 2, "-5.00"],
      [null, 1, 1, "25.00"],
    ]);
  });

  test("who moved most, of all or of some movements", () => {
    expect(
      valueMovers(before, after, { n: 3 }).map(({ client, movement, change }) => [client, movement, change.amount]),
    ).toStrictEqual([
      ["B", "shrunk", "-40.00"],
      ["C", "lost", "-40.00"],
      ["A", "grown", "30.00"],
    ]);
    expect(valueMovers(before, after, { n: 9, movements: ["new", "lost"] })).toStrictEqual([
      { client: "C", movement: "lost", before: money("40", "CNY"), after: null, change: money("-40", "CNY") },
      { client: "F", movement: "new", before: null, after: money("25", "CNY"), change: money("25", "CNY") },
    ]);
    expect(valueMovers(before, after, { n: 1, by: "liability" })).toStrictEqual([]);
  });

  test("only like is compared with like", () => {
    const refused = (a: ReturnType<typeof bookOf>, b: ReturnType<typeof bookOf>) => {
      const { code, path } = refusalOf(() => valueMigration(a, b));
      return [code, ...path];
    };
    const differ = "relationship-value/books-differ";
    expect(refused(before, bookOf("2026", {}, { rounding: "half-up" }))).toStrictEqual([
      differ,
      "after",
      "conventions",
      "rounding",
    ]);
    expect(refused(before, bookOf("2026", {}, { rateDay: "period-end" }))).toStrictEqual([
      differ,
      "after",
      "conventions",
      "rateDay",
    ]);
    expect(refused(before, bookOf("2026", {}, { currency: "USD" }) as never)).toStrictEqual([
      differ,
      "after",
      "conventions",
      "currency",
    ]);
    expect(refused(before, bookOf("2026-Q1", {}))).toStrictEqual([differ, "after", "conventions", "period"]);
    expect(refused(after, before)).toStrictEqual([differ, "after", "conventions", "period"]);
    expect(valueMigration(bookOf("2024-02", {}), bookOf("2025-02", {})).all.clientCount).toBe(0); // 29 and 28 days, one month
    expect(refused(bookOf("2024-W02", {}), bookOf({ from: "2024-02-02", to: "2024-02-10" }, {}))).toHaveLength(4);
    expect(refusalOf(() => valueMigration(before, { ...after })).path).toStrictEqual(["after"]);
    expect(refusalOf(() => valueMovers(before, after, { n: 1, movements: ["risen" as never] })).path).toStrictEqual([
      "movements",
      0,
    ]);
    expect(refusalOf(() => valueMigration(before, after, { deciles: 10 } as never)).path).toStrictEqual(["deciles"]);
  });
});
