import { describe, expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  groupView,
  interestMemo,
  rankOf,
  relationshipValue,
  topClients,
  valueBook,
  type IncomeLine,
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

const options = { period: "2026", currency: "CNY" } as const;

describe("the group of a statement", () => {
  const related = { client: "C-1", subsidiaries: ["S"], affiliates: ["F"], jointVentures: ["J"] };

  test("joint ventures are in no list, and what is left out is said", () => {
    expect(
      groupView({ ...related, affiliates: ["F", "J"], asOf: "2026-06-30" } as never, ["R", "J", "S"]),
    ).toStrictEqual({
      client: "C-1",
      group: { subsidiaries: ["S"], affiliates: ["F"], referred: ["R", "S"] },
      jointVentures: ["J"],
      leftOut: [
        { client: "J", item: "affiliate" },
        { client: "J", item: "referred" },
      ],
    });
  });

  test("the client is not in its own group", () => {
    expect(refusalOf(() => groupView(related, ["C-1"])).code).toBe("relationship-value/client-in-own-group");
    expect(refusalOf(() => groupView({ ...related, subsidiaries: [7 as never] }))).toMatchObject({
      code: "relationship-value/invalid-option",
      path: ["related", "subsidiaries", 0],
    });
    expect(refusalOf(() => groupView(related, [""])).path).toStrictEqual(["referred", 0]);
  });
});

describe("the owner's shares", () => {
  const lines = [
    line("1", "S", "100.05"),
    line("2", "F", "30.00"),
    line("3", "J", "40.00"),
    line("4", "J", "2.00", { item: "advertising" }),
    line("5", "G", "1.00"),
  ];
  const { statement } = relationshipValue(lines, {
    ...options,
    client: "C-1",
    group: { subsidiaries: ["S", "E"], affiliates: ["F"] },
  });
  const joint = relationshipValue(lines, { ...options, client: "J", group: { subsidiaries: ["G"] } }).statement;

  test("amount × interest, rounded once; without an interest or without data there is no share", () => {
    const { memo, shares } = interestMemo(statement, { S: "0.56", E: "1", J: "0.5", other: "0.1" }, [joint]);
    expect(memo).toBe(true);
    expect(shares).toStrictEqual([
      { client: "E", relation: "subsidiary", amount: null, interest: "1", share: null, exact: null },
      { client: "F", relation: "affiliate", amount: cny("30.00"), interest: null, share: null, exact: null },
      // its own lending and advertising, without the subsidiary in its group
      {
        client: "J",
        relation: "joint-venture",
        amount: cny("42.00"),
        interest: "0.5",
        share: cny("21.00"),
        exact: "21.000",
      },
      {
        client: "S",
        relation: "subsidiary",
        amount: cny("100.05"),
        interest: "0.56",
        share: cny("56.03"),
        exact: "56.0280",
      },
    ]);
    expect(
      interestMemo(statement, {}, [relationshipValue([], { ...options, client: "N" }).statement]).shares[2],
    ).toMatchObject({
      client: "N",
      amount: null,
    });
  });

  test("a joint venture of another period, and what is not an interest, are refused", () => {
    const other = relationshipValue([], { client: "J", period: "2025", currency: "CNY" }).statement;
    expect(refusalOf(() => interestMemo(statement, {}, [other]))).toMatchObject({
      code: "relationship-value/statements-differ",
      path: ["jointVentures", 0, "conventions", "period"],
    });
    expect(refusalOf(() => interestMemo(statement, { S: "56" }))).toMatchObject({
      code: "relationship-value/invalid-option",
      path: ["interests", "S"],
      details: { min: "0", max: "1" },
    });
  });
});

test("a client's rank is the one it has among the top clients", () => {
  const lines = [
    line("1", "A", "30.00"),
    line("2", "B", "60.00", { basis: "estimated" }),
    line("3", "D", "30.00"),
    line("4", "C", "-10.00"),
    line("5", "C", "4.00", { item: "advertising" }),
  ];
  const { book } = valueBook(lines, options);
  for (const by of ["total", "direct", "other", "asset", "advertising", "liability"] as const) {
    const top = topClients(book, { n: 9, by });
    for (const client of ["A", "B", "C", "D", "E"]) {
      const place = top.find((entry) => entry.client === client);
      expect(rankOf(book, client, { by })).toStrictEqual(place === undefined ? null : { ...place, of: top.length });
    }
  }
  expect(rankOf(book, "D")).toMatchObject({ rank: 2, of: 4 });
  expect(refusalOf(() => rankOf(book, "A", { by: "related" as never })).path).toStrictEqual(["by"]);
  expect(refusalOf(() => rankOf({ ...book }, "A")).code).toBe("relationship-value/unknown-book");
});
