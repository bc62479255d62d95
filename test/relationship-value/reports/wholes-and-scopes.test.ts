import { describe, expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  businessAdviceReport,
  clientEvaluationReport,
  clientValue,
  relationshipValue,
  valueBook,
  valueStatisticsReport,
  type BusinessAdvice,
  type IncomeLine,
  type StatisticsReportOptions,
  type ValueDossier,
  type ValueFact,
} from "../../../src/relationship-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const cny = (amount: string) => money(amount, "CNY");
const terms = { period: "2026", priorPeriod: "2025", currency: "CNY" } as const;
const asOf = "2026-12-31";

/** Income of one client by item. */
const valueOf = (client: string, items: Partial<Record<IncomeLine["item"], string>>, period = "2026") => {
  const lines = Object.entries(items).map(([item, amount]): IncomeLine => ({
    id: `${client}-${period}-${item}`,
    client,
    product: item,
    item: item as IncomeLine["item"],
    period,
    amount: cny(amount),
    basis: "actual",
  }));
  return clientValue(valueBook(lines, { period, currency: "CNY" }).book, client);
};
const statistics = (dossiers: readonly ValueDossier<"CNY">[], options: Partial<StatisticsReportOptions<"CNY">> = {}) =>
  valueStatisticsReport(dossiers, { ...terms, ...options }).report;
const scopeA = { of: "client", client: "A" } as const;

describe("shares", () => {
  const dossiers = [{ client: "A", value: valueOf("A", { asset: "100" }) }];

  test("of the book are of the book where one is given, whatever dossiers are missing", () => {
    const report = statistics(dossiers, { scope: scopeA, book: cny("1000") });
    expect([report.shareOfBook, report.rows[0]?.shareOfBook, report.unexplained]).toStrictEqual([
      "0.1000",
      "0.1000",
      cny("900.00"),
    ]);
    expect(report.book).toStrictEqual(cny("1000"));
  });

  test("without a book are of the dossiers given, and the report says so", () => {
    const report = statistics(dossiers, { scope: scopeA });
    expect([report.book, report.shareOfBook]).toStrictEqual([null, "1.0000"]);
  });

  test("of a client without data are none, as its amount is", () => {
    const report = statistics([{ client: "A" }, { client: "B", value: valueOf("B", { asset: "100" }) }], {
      scope: scopeA,
    });
    expect([report.booked.amount, report.shareOfBook]).toStrictEqual([null, null]);
  });

  test("of what is not above 0 are none, nor is there a rate of change from a loss", () => {
    const report = statistics([
      { client: "A", value: valueOf("A", { asset: "50" }), prior: valueOf("A", { asset: "-100" }, "2025") },
      { client: "B", value: valueOf("B", { asset: "-150" }), prior: "none" },
    ]);
    expect(report.rows.map(({ figure, shareOfBook }) => [figure.share, shareOfBook, figure.changeRate])).toStrictEqual([
      [null, null, null],
      [null, null, null],
    ]);
    expect(report.rows[0]?.figure.change).toStrictEqual(cny("150.00"));
  });
});

describe("like for like", () => {
  test("is not where an item has data of one period only, though its head has of both", () => {
    const report = statistics([
      {
        client: "A",
        value: valueOf("A", { asset: "100", intermediary: "900" }),
        prior: valueOf("A", { asset: "100" }, "2025"),
      },
    ]);
    expect([report.total.comparable, report.rows[0]?.figure.comparable]).toStrictEqual([false, false]);
    expect(report.heads[0]?.items[0]?.figure.comparable).toBe(true);
  });

  test("is told of what the head adds up, and an item beside the total has no share of it", () => {
    const lines = (period: string, clients: readonly string[]): readonly IncomeLine[] =>
      clients.map((client) => ({
        id: `${client}-${period}`,
        client,
        product: "p",
        item: "asset",
        period,
        amount: cny("100"),
        basis: "actual",
      }));
    const of = (period: string, clients: readonly string[]) =>
      relationshipValue(lines(period, clients), {
        client: "A",
        group: { subsidiaries: ["S"], referred: ["R", "T"] },
        referred: "beside",
        period,
        currency: "CNY",
      }).statement;
    const report = statistics(
      [{ client: "A", value: of("2026", ["A", "S", "R", "T"]), prior: of("2025", ["A", "S"]) }],
      { scope: scopeA },
    );
    const related = report.heads[1];
    expect(related?.figure).toMatchObject({ amount: cny("100.00"), comparable: true });
    expect(related?.items.map(({ inTotal, figure }) => [inTotal, figure.amount?.amount, figure.share])).toStrictEqual([
      [true, "100.00", "0.5000"],
      [true, undefined, null],
      [false, "200.00", null],
    ]);
  });
});

describe("one client under two managers", () => {
  const deposits = (id: string, amount: string): ValueFact<"CNY"> => ({
    id,
    kind: "amount",
    measure: "deposits-average",
    amount: cny(amount),
    basis: "actual",
    source: "core banking",
    asOf,
  });
  const needs = [{ id: "N1", text: "pays suppliers", source: "V-7", statedOn: "2026-11-03" }];
  const advice: BusinessAdvice<"CNY"> = {
    id: "A1",
    need: "N1",
    product: "payments",
    item: "intermediary",
    expected: { amount: cny("40"), basis: "actual", method: "contract" },
    department: "D",
    by: "2027-01-31",
    reasons: ["asked"],
    evidence: ["N1", "F1"],
    unrelatedToCredit: true,
  };
  const silent = Object.fromEntries(
    Object.entries(advice).filter(([member]) => member !== "unrelatedToCredit"),
  ) as unknown as typeof advice;
  const dossier = (manager: string, amount = "100"): ValueDossier<"CNY"> => ({
    client: "A",
    manager,
    facts: [deposits("F1", amount)],
    needs,
    advice: [advice],
  });

  test("has the same fact, need and advice once", () => {
    // members of a row in another order, and what a report does not read, are no difference
    const { id, ...others } = deposits("F1", "100");
    const again = { ...others, loadedAt: new Date(0), id } as unknown as ValueFact<"CNY">;
    const dossiers = [dossier("E-1"), { ...dossier("E-2"), facts: [again] }];
    const { report, issues } = clientEvaluationReport(dossiers, { ...terms, asOf });
    expect(issues).toStrictEqual([]);
    expect(report.clients[0]?.aspects[0]?.measures[0]?.amount).toStrictEqual(cny("100.00"));
    expect(report.totals[0]?.amount).toStrictEqual(cny("100.00"));
    expect(report.clients[0]?.needs).toHaveLength(1);
    const offered = businessAdviceReport(dossiers, { ...terms, asOf });
    expect(offered.report.total).toMatchObject({ rows: 1, expected: cny("40.00") });
    // of the second manager alone it is still there
    const second = { ...terms, asOf, scope: { of: "manager", manager: "E-2" } } as const;
    expect(businessAdviceReport(dossiers, second).report.total.rows).toBe(1);
    expect(clientEvaluationReport(dossiers, second).report.totals[0]?.amount).toStrictEqual(cny("100.00"));
  });

  test("has an issue where one id is of two facts", () => {
    const { report, issues } = clientEvaluationReport(
      [dossier("E-1"), { ...dossier("E-2", "300"), needs, advice: [] }],
      { ...terms, asOf },
    );
    expect(issues.map(({ row, code, path }) => [row, code, path.join(".")])).toStrictEqual([
      [1, "relationship-value/repeated-in-report", "facts.0.id"],
    ]);
    expect(report.totals[0]?.amount).toStrictEqual(cny("100.00"));
  });

  test("has the credit that any of the two dossiers tells of", () => {
    const { findings } = businessAdviceReport(
      [
        { ...dossier("E-1"), advice: [silent] },
        { client: "A", manager: "E-2", hasCredit: true },
      ],
      { ...terms, asOf },
    );
    expect(findings.map(({ details }) => details.gaps)).toStrictEqual([["not-marked"]]);
  });

  test.each<readonly [string, Partial<ValueDossier<"CNY">>]>([
    ["a loan advised is credit sought", { advice: [{ ...advice, id: "A2", item: "asset", evidence: ["N1"] }] }],
    [
      "an obligation off the balance sheet is credit",
      {
        facts: [
          deposits("F1", "100"),
          { ...deposits("F2", "5"), kind: "amount", measure: "off-balance", amount: cny("5") },
        ],
      },
    ],
  ])("%s: a deposit beside it needs a word on it", (_, changes) => {
    const deposit: BusinessAdvice<"CNY"> = { ...silent, item: "liability" };
    const given = { ...dossier("E-1"), ...changes, advice: [...(changes.advice ?? []), deposit] };
    const { findings } = businessAdviceReport([given], { ...terms, asOf });
    expect(findings.map(({ details }) => [details.line, details.gaps])).toStrictEqual([["A1", ["not-marked"]]]);
  });
});

describe("what a report is asked", () => {
  const dossiers = [{ client: "A", manager: "E-1" }];
  const refused = (options: object) =>
    refusalOf(() => statistics(dossiers, options)) as { code: string; path: readonly string[] };

  test.each([
    ["later", "2027"],
    ["the same", "2026"],
    ["of another length", "2025-12"],
  ])("a prior period that is %s is refused", (_, priorPeriod) => {
    expect(refused({ priorPeriod })).toMatchObject({
      code: "relationship-value/invalid-option",
      path: ["priorPeriod"],
    });
  });

  test.each([
    ["2024-02", "2024-01"],
    ["2024-Q1", "2023-Q1"],
    // up to the same day, of years with and without a leap day
    [
      { from: "2024-01-01", to: "2024-03-16" },
      { from: "2023-01-01", to: "2023-03-16" },
    ],
  ] as const)("%o is compared with %o", (period, priorPeriod) => {
    expect(() => statistics(dossiers, { period, priorPeriod })).not.toThrow();
  });

  test("a client or manager nobody names is refused; one whose dossier cannot be read is not", () => {
    const code = "relationship-value/invalid-option";
    expect(refused({ scope: { of: "client", client: "a" } })).toMatchObject({
      code,
      path: ["scope", "client"],
      details: { didYouMean: "A" },
    });
    expect(refused({ scope: { of: "manager", manager: "E-01" } })).toMatchObject({ code, path: ["scope", "manager"] });
    const { report, issues } = valueStatisticsReport([{ client: "A", hasCredit: 1 } as never], {
      ...terms,
      scope: scopeA,
    });
    expect([report.basis.dossiers.refused, issues.length]).toStrictEqual([1, 1]);
  });

  test.each([
    [{ clients: "A" }, scopeA, ["clients"]],
    [{ client: 7 }, scopeA, ["client"]],
    [null, scopeA, []],
    [{ client: "A", manager: 7 }, { of: "manager", manager: "E-1" } as const, ["manager"]],
    [7, { of: "manager", manager: "E-1" } as const, []],
  ])("a dossier that does not say whose it is may be the one meant: %j", (dossier, scope, path) => {
    const { report, issues } = valueStatisticsReport([dossier as never], { ...terms, scope });
    expect(report.basis.dossiers).toMatchObject({ counted: 0, refused: 1 });
    expect(issues).toMatchObject([{ row: 0, path }]);
  });

  test("a dossier without a manager is not the one of a manager nobody names", () => {
    const scope = { of: "manager", manager: "E-1" } as const;
    expect(refusalOf(() => valueStatisticsReport([{ client: "A" }], { ...terms, scope }))).toMatchObject({
      path: ["scope", "manager"],
    });
  });

  test("what a kept value has beside its items is in no figure", () => {
    const value = valueOf("A", { asset: "100" });
    const more = { ...value, items: { ...value.items, mine: { amount: cny("9") } } };
    expect(statistics([{ client: "A", value: more }])).toStrictEqual(statistics([{ client: "A", value }]));
  });
});

describe("a statement is read whole", () => {
  const statement = relationshipValue([], { client: "A", period: "2026", currency: "CNY" }).statement;
  const own = { ...statement, items: valueOf("A", { asset: "100" }).items, total: cny("100") };
  const heads = { direct: cny("100"), related: cny("0"), other: cny("0") };

  test.each([
    ["a total that is not its items'", { ...own, heads, total: cny("99") }, "relationship-value/invalid-row", "total"],
    [
      "a head that is not its items'",
      { ...own, heads: { ...heads, other: cny("1") } },
      "relationship-value/invalid-row",
      "heads.other",
    ],
    [
      "another currency",
      { ...statement, conventions: { ...statement.conventions, currency: "USD" } },
      "money/currency-mismatch",
      "conventions.currency",
    ],
  ])("%s leaves its dossier out", (_, value, code, path) => {
    const { report, issues } = valueStatisticsReport([{ client: "A", value }], terms);
    expect(issues.map((issue) => [issue.code, issue.path.join(".")])).toStrictEqual([[code, `value.${path}`]]);
    expect(report.basis.dossiers.refused).toBe(1);
  });

  test("one that adds up is counted", () => {
    const { issues } = valueStatisticsReport([{ client: "A", value: { ...own, heads } }], terms);
    expect(issues).toStrictEqual([]);
  });
});
