import { describe, expect, test } from "vitest";

import { money } from "../../src/money/index.ts";
import {
  relationshipValue,
  valueBook,
  type IncomeClearance,
  type IncomeLine,
} from "../../src/relationship-value/index.ts";
import { IncomeLineSchema } from "../../src/relationship-value/schema.ts";
import { refusalOf } from "../support/refusal.ts";

const sponsorship: IncomeLine = {
  id: "S-1",
  client: "C-1",
  product: "EVENT",
  item: "sponsorship",
  period: "2026-03",
  amount: money("35000.00", "CNY"),
  basis: "actual",
};
const loan: IncomeLine = { ...sponsorship, id: "L-1", product: "LOAN", item: "asset" };
const clearance: IncomeClearance = {
  voluntary: true,
  unrelatedToCredit: true,
  approvedBy: "E-7",
  approvedOn: "2026-02-20",
};
const options = { client: "C-1", period: "2026", currency: "CNY" } as const;
const code = "income-may-be-tied-to-credit";

describe("sponsorship and advertising of a client who has credit", () => {
  test("without a clearance, a finding by the caller's word or by the client's own lines; the line counts", () => {
    const found = [
      {
        row: 0,
        code,
        path: ["clearance"],
        details: { line: "S-1", client: "C-1", borrower: "C-1", item: "sponsorship", gaps: ["not-marked"] },
      },
    ];
    const told = relationshipValue([sponsorship], { ...options, clientHasCredit: true });
    expect(told.findings).toStrictEqual(found);
    expect(told.issues).toStrictEqual([]);
    expect(told.statement.items.sponsorship.amount).toStrictEqual(money("35000.00", "CNY"));
    // whatever the order of the rows, and even if the caller denies it
    expect(relationshipValue([sponsorship, loan], { ...options, clientHasCredit: false }).findings).toStrictEqual(
      found,
    );
    expect(relationshipValue([loan, sponsorship], options).findings).toStrictEqual([{ ...found[0], row: 1 }]);
  });

  test("none without credit, none with a clearance, none for what a client does not pay for the bank's sake", () => {
    expect(relationshipValue([sponsorship], options).findings).toStrictEqual([]);
    expect(relationshipValue([{ ...sponsorship, clearance }, loan], options).findings).toStrictEqual([]);
    const forum: IncomeLine = { ...sponsorship, item: "forum-attendance" };
    expect(relationshipValue([forum, loan], options).findings).toStrictEqual([]);
  });

  test.each([
    [{ voluntary: false }, ["not-voluntary"]],
    [{ unrelatedToCredit: false }, ["tied-to-credit"]],
    [{ voluntary: false, unrelatedToCredit: false }, ["not-voluntary", "tied-to-credit"]],
  ] as const)("a clearance that says no: %j", (answers, gaps) => {
    const line: IncomeLine = { ...sponsorship, item: "advertising", clearance: { ...clearance, ...answers } };
    const { findings } = relationshipValue([line, loan], options);
    expect(findings.map(({ details }) => details.gaps)).toStrictEqual([gaps]);
  });

  test("credit of the parent or a subsidiary counts for the lines of both, and names the borrower", () => {
    const foundIn = (lines: readonly IncomeLine[], more: object = {}) =>
      relationshipValue(lines, { ...options, group: { subsidiaries: ["C-2", "C-3"] }, ...more }).findings.map(
        ({ details }) => [details.client, details.borrower],
      );
    const theirs = { ...sponsorship, client: "C-2" };
    expect(foundIn([theirs, loan])).toStrictEqual([["C-2", "C-1"]]);
    expect(foundIn([sponsorship, { ...loan, client: "C-2" }])).toStrictEqual([["C-1", "C-2"]]);
    expect(foundIn([theirs, { ...loan, client: "C-3" }])).toStrictEqual([["C-2", "C-3"]]);
    expect(foundIn([theirs], { clientHasCredit: true })).toStrictEqual([["C-2", "C-1"]]);
    expect(foundIn([theirs, loan, { ...loan, id: "L-2", client: "C-2" }])).toStrictEqual([["C-2", "C-2"]]);
  });

  test.each<readonly [string, object]>([
    ["of another period", { period: "2025" }],
    ["partly within the period", { period: { from: "2025-12-01", to: "2026-02-01" } }],
    ["in a currency without rate", { amount: money("5", "USD") }],
    ["without an amount", { amount: null }],
  ])("a loan line %s is an issue, and credit all the same", (_, change) => {
    const wrong = { ...loan, ...change };
    const { findings, issues } = relationshipValue([sponsorship, wrong], options);
    expect(issues).toHaveLength(1);
    expect(findings).toHaveLength(1);
  });

  test.each<readonly [object, readonly string[]]>([
    [{ approvedBy: null }, ["not-approved"]],
    [{ approvedOn: null }, ["not-approved"]],
    [{ approvedBy: undefined }, ["not-approved"]],
    [{ approvedOn: "2026-03-01" }, []],
    [{ approvedOn: "2026-03-02" }, ["approved-afterwards"]],
    [{ id: 7, created_at: null }, []],
  ])("a clearance with %j leaves the income in, with gaps %j", (change, gaps) => {
    const line = { ...sponsorship, clearance: { ...clearance, ...change } } as unknown as IncomeLine;
    const { statement, findings, issues } = relationshipValue([line], { ...options, clientHasCredit: true });
    expect(issues).toStrictEqual([]);
    expect(statement.total).toStrictEqual(money("35000.00", "CNY"));
    expect(findings.flatMap(({ details }) => details.gaps)).toStrictEqual(gaps);
  });

  test("an affiliate's or a referred client's own credit counts for its own lines alone", () => {
    const lines = [{ ...sponsorship, client: "C-2" }, loan];
    const group = { affiliates: ["C-2"] };
    expect(relationshipValue(lines, { ...options, group }).findings).toStrictEqual([]);
    const theirs = { ...loan, id: "L-2", client: "C-2" };
    const { findings } = relationshipValue([...lines, theirs], { ...options, group });
    expect(findings.map(({ row, details }) => [row, details.client])).toStrictEqual([[0, "C-2"]]);
  });

  test("null for no clearance, as rows of databases have it, is none", () => {
    const line = { ...sponsorship, clearance: null } as unknown as IncomeLine;
    expect(relationshipValue([line, loan], options).findings).toHaveLength(1);
  });

  test.each<readonly [object, readonly string[]]>([
    [{ ...clearance, voluntary: "yes" }, ["clearance", "voluntary"]],
    [{ ...clearance, approvedBy: " " }, ["clearance", "approvedBy"]],
    [{ ...clearance, approvedOn: "2026-02-30" }, ["clearance", "approvedOn"]],
    [{ ...clearance, approvedBy: undefined, approvdBy: "E-7" }, ["clearance", "approvdBy"]],
  ])("%j is an issue of the row, in statement and book", (wrong, path) => {
    const line = { ...sponsorship, clearance: wrong } as unknown as IncomeLine;
    expect(relationshipValue([line], options).issues).toMatchObject([{ row: 0, path }]);
    expect(valueBook([line], { period: "2026", currency: "CNY" }).issues).toMatchObject([{ row: 0, path }]);
    expect(IncomeLineSchema.safeParse(line).success).toBe(false);
  });

  test("the schema takes a clearance as it is", () => {
    expect(IncomeLineSchema.parse({ ...sponsorship, clearance })).toStrictEqual({ ...sponsorship, clearance });
  });
});

describe("the same in a book", () => {
  const bookOptions = { period: "2026", currency: "CNY" } as const;
  const other: IncomeLine = { ...loan, id: "L-2", client: "C-2" };

  test("a client with credit of its own has the finding its statement has", () => {
    const lines = [sponsorship, other, loan];
    const { book, issues, findings } = valueBook(lines, bookOptions);
    expect(findings).toStrictEqual(relationshipValue(lines, options).findings);
    expect(findings).toHaveLength(1);
    expect(issues).toStrictEqual([]);
    expect(book.figures.items.sponsorship.amount).toStrictEqual(money("35000.00", "CNY"));
  });

  test("another client's credit says nothing, unless the caller names the client", () => {
    expect(valueBook([sponsorship, other], bookOptions).findings).toStrictEqual([]);
    const named = valueBook([sponsorship, other], { ...bookOptions, clientsWithCredit: ["C-1"] });
    expect(named.findings.map(({ row, details }) => [row, details.borrower])).toStrictEqual([[0, "C-1"]]);
    expect(named.findings).toStrictEqual(
      relationshipValue([sponsorship, other], { ...options, clientHasCredit: true }).findings,
    );
  });

  test("none with a clearance, none for a row that is in no figure; a refused loan is credit all the same", () => {
    expect(valueBook([{ ...sponsorship, clearance }, loan], bookOptions).findings).toStrictEqual([]);
    const wrong = { ...sponsorship, basis: "guess" as "actual" };
    expect(valueBook([wrong, loan], bookOptions)).toMatchObject({ issues: [{ row: 0 }], findings: [] });
    const odd = { ...loan, amount: "12" as never };
    expect(valueBook([odd, sponsorship], bookOptions)).toMatchObject({ issues: [{ row: 0 }], findings: [{ row: 1 }] });
  });

  test("a row whose members cannot be read is an issue, and the rest is looked at", () => {
    const broken = Object.defineProperty({ ...loan, id: "L-9" }, "item", {
      get: () => {
        throw new Error("lost");
      },
    });
    const { issues, findings } = valueBook([broken, null as never, sponsorship, loan], bookOptions);
    expect(issues.map(({ row }) => row)).toStrictEqual([0, 1]);
    expect(findings.map(({ row }) => row)).toStrictEqual([2]);
  });

  test("a client named without an id is refused", () => {
    const named = (id: unknown) =>
      refusalOf(() => valueBook([], { ...bookOptions, clientsWithCredit: [id as string] }));
    expect(named("C-1 ")).toMatchObject({ code: "relationship-value/invalid-option" });
    expect(named("")).toMatchObject({ code: "relationship-value/empty-id", path: ["clientsWithCredit", 0] });
    expect(named(7)).toMatchObject({ code: "relationship-value/invalid-option", details: { received: "7" } });
  });
});
