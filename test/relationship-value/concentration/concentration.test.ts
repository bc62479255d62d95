import { describe, expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  groupValues,
  valueBook,
  valueConcentration,
  valueDeciles,
  whaleCurve,
  type IncomeLine,
} from "../../../src/relationship-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const line = (client: string, amount: string, item: IncomeLine["item"] = "asset"): IncomeLine => ({
  id: `${client}-${item}`,
  client,
  product: "p",
  item,
  period: "2026",
  amount: money(amount, "CNY"),
  basis: "actual",
});
const bookOf = (...lines: readonly IncomeLine[]) => valueBook(lines, { period: "2026", currency: "CNY" }).book;
// three bring money, one nothing, two cost money: 120 in all
const book = bookOf(
  line("A", "90.00"),
  line("B", "50.00"),
  line("C", "20.00"),
  line("D", "0.00"),
  line("E", "-10.00"),
  line("F", "-30.00"),
  line("G", "0.00", "intermediary"),
);

describe("concentration", () => {
  test("shares of 30, 30, 20 and 20 % are 2,600 points", () => {
    const four = bookOf(line("A", "30"), line("B", "30"), line("C", "20"), line("D", "20"));
    expect(valueConcentration(four)).toMatchObject({ hhi: "0.260000", equalClients: "3.85" }); // 1 / 0.26
    expect(valueConcentration(bookOf(line("A", "7")))).toMatchObject({ hhi: "1.000000", equalClients: "1.00" });
  });

  test("clients at or below 0 are beside the index and inside the book", () => {
    const { all, positive, zero, negative, hhi, top } = valueConcentration(book, { by: "asset", top: [1, 3, 5, 99] });
    expect(all).toStrictEqual({ clientCount: 6, amount: money("120", "CNY") });
    expect(positive).toStrictEqual({ clientCount: 3, amount: money("160", "CNY") });
    expect(zero).toStrictEqual({ clientCount: 1, amount: money("0", "CNY") });
    expect(negative).toStrictEqual({ clientCount: 2, amount: money("-40", "CNY") });
    expect(hhi).toBe("0.429688"); // (8100 + 2500 + 400) / 25600 = 0.4296875
    expect(
      top.map(({ clientCount, amount, share, shareOfPositive }) => [
        clientCount,
        amount.amount,
        share,
        shareOfPositive,
      ]),
    ).toStrictEqual([
      [1, "90.00", "0.7500", "0.5625"],
      [3, "160.00", "1.3333", "1.0000"],
      [5, "150.00", "1.2500", "1.0000"],
      [6, "120.00", "1.0000", "1.0000"],
    ]);
  });

  test("a book without anybody above 0 has no index, and a loss no share", () => {
    const losses = valueConcentration(bookOf(line("A", "-5"), line("B", "0")), { top: [1] });
    expect(losses).toMatchObject({ hhi: null, equalClients: null, top: [{ share: null, shareOfPositive: null }] });
    expect(valueConcentration(bookOf())).toMatchObject({ hhi: null, all: { clientCount: 0 } });
  });

  test("groups have their concentration too", () => {
    const { groups } = groupValues(book, [
      { group: "G-1", members: ["A", "B"] },
      { group: "G-2", members: ["C"] },
    ]);
    expect(valueConcentration(groups).hhi).toBe("0.781250"); // 0.875² + 0.125²
  });

  test("options are read", () => {
    expect(refusalOf(() => valueConcentration(book, { top: [0] })).path).toStrictEqual(["top", 0]);
    expect(refusalOf(() => valueConcentration(book, { by: "related" as never })).path).toStrictEqual(["by"]);
    expect(refusalOf(() => valueConcentration(book, { tops: [] } as never)).details).toMatchObject({
      didYouMean: "top",
    });
    expect(refusalOf(() => valueConcentration({ ...book })).code).toBe("relationship-value/unknown-book");
  });
});

describe("parts of equal count", () => {
  test("53 clients into five parts are 11, 11, 11, 10 and 10", () => {
    const many = bookOf(...Array.from({ length: 53 }, (_, at) => line(`C-${String(at + 10)}`, "1.00")));
    const parts = valueDeciles(many, { parts: 5 });
    expect(parts.map(({ clientCount }) => clientCount)).toStrictEqual([11, 11, 11, 10, 10]);
    expect(parts[0]?.clients.slice(0, 2)).toStrictEqual(["C-10", "C-11"]); // all are equal: in order of id
    expect(valueDeciles(many).map(({ clientCount }) => clientCount)).toStrictEqual([6, 6, 6, 5, 5, 5, 5, 5, 5, 5]);
  });

  test("amounts and shares of the parts", () => {
    const parts = valueDeciles(book, { by: "asset", parts: 4 });
    expect(
      parts.map(({ clients, amount, share, cumulativeShare }) => [clients, amount.amount, share, cumulativeShare]),
    ).toStrictEqual([
      [["A", "B"], "140.00", "1.1667", "1.1667"],
      [["C", "D"], "20.00", "0.1667", "1.3333"],
      [["E"], "-10.00", "-0.0833", "1.2500"],
      [["F"], "-30.00", "-0.2500", "1.0000"],
    ]);
    expect([parts[0]?.highest, parts[0]?.lowest]).toStrictEqual([money("90", "CNY"), money("50", "CNY")]);
  });

  test("parts beyond the clients are there and empty", () => {
    const parts = valueDeciles(bookOf(line("A", "1")), { parts: 2 });
    expect(parts[1]).toStrictEqual({
      part: 2,
      clientCount: 0,
      amount: money("0", "CNY"),
      share: "0.0000",
      cumulativeShare: "1.0000",
      highest: null,
      lowest: null,
      clients: [],
    });
    expect(refusalOf(() => valueDeciles(book, { parts: 0 })).path).toStrictEqual(["parts"]);
  });
});

describe("whale curve", () => {
  test("the peak is above the book where clients cost money, and the last point is the book", () => {
    const { peak, givenBack, points } = whaleCurve(book, { by: "asset", steps: 3 });
    expect(peak).toStrictEqual({ clients: 3, clientShare: "0.5000", amount: money("160", "CNY"), share: "1.3333" });
    expect(givenBack).toStrictEqual(money("40", "CNY"));
    expect(
      points.map(({ clients, clientShare, amount, share }) => [clients, clientShare, amount.amount, share]),
    ).toStrictEqual([
      [0, "0.0000", "0.00", "0.0000"],
      [2, "0.3333", "140.00", "1.1667"],
      [4, "0.6667", "160.00", "1.3333"],
      [6, "1.0000", "120.00", "1.0000"],
    ]);
  });

  test("an empty book, and one that only costs", () => {
    expect(whaleCurve(bookOf())).toStrictEqual({
      by: "total",
      peak: { clients: 0, clientShare: null, amount: money("0", "CNY"), share: null },
      givenBack: money("0", "CNY"),
      points: [{ clients: 0, clientShare: null, amount: money("0", "CNY"), share: null }],
    });
    expect(whaleCurve(bookOf(line("A", "-5")))).toMatchObject({
      peak: { clients: 0, share: null },
      givenBack: { amount: "5.00" },
    });
    expect(refusalOf(() => whaleCurve(book, { steps: 1001 })).path).toStrictEqual(["steps"]);
  });
});
