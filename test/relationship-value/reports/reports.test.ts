import { describe, expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  bookClients,
  businessAdviceReport,
  clientEvaluationReport,
  clientValue,
  valueBook,
  valueStatisticsReport,
  type BusinessAdvice,
  type StatisticsReportOptions,
  type ValueDossier,
} from "../../../src/relationship-value/index.ts";
import { ValueDossierSchema } from "../../../src/relationship-value/schema.ts";
import { refusalOf } from "../../support/refusal.ts";
import { sampleDossiers, sampleLines, sampleStatement } from "../../support/value-reports.ts";

const cny = (amount: string) => money(amount, "CNY");
const terms = { period: "2026", priorPeriod: "2025", currency: "CNY" } as const;
const asOf = "2026-12-31";
const { book } = valueBook(sampleLines["2026"], { period: "2026", currency: "CNY" });

const statistics = (options: Partial<StatisticsReportOptions<"CNY">> = {}, dossiers = sampleDossiers) =>
  valueStatisticsReport(dossiers, { ...terms, ...options });

/** The first dossier of the sample with something else in it. */
const changed = (changes: object): readonly ValueDossier<"CNY">[] => [
  { ...sampleDossiers[0], ...changes } as ValueDossier<"CNY">,
];

describe("the statistics report", () => {
  test("of one client has the heads of its statement, beside the year before", () => {
    const { report, issues } = statistics({ scope: { of: "client", client: "C-1" } });
    expect(issues).toStrictEqual([]);
    expect(report.total.amount).toStrictEqual(sampleStatement("C-1", "2026").total);
    // by hand: 1,286,400 + 412,650.50 + 198,320 + 36,000; 88,000.25 + 15,000; 8,000
    expect(report.heads.map(({ figure }) => figure.amount?.amount)).toStrictEqual([
      "1933370.50",
      "103000.25",
      "8000.00",
    ]);
    expect(report.total).toStrictEqual({
      status: "partly-stated",
      amount: cny("2044370.75"),
      estimated: cny("59000.00"),
      prior: cny("1808100.00"),
      change: cny("236270.75"),
      changeRate: "0.1307",
      comparable: false,
      share: "1.0000",
      lineCount: 7,
    });
    const [asset, , fees] = report.heads[0]?.items ?? [];
    expect(asset).toStrictEqual({
      item: "asset",
      inTotal: true,
      figure: {
        status: "stated",
        amount: cny("1286400.00"),
        estimated: null,
        prior: cny("1102000.00"),
        change: cny("184400.00"),
        changeRate: "0.1673",
        comparable: true,
        share: "0.6292",
        lineCount: 1,
      },
      trace: ["L-1"],
    });
    expect(fees?.trace).toStrictEqual(["L-3", "L-4"]);
    expect(report.heads[2]?.items[0]?.figure).toMatchObject({ status: "no-data", amount: null, change: null });
  });

  test("of one client says which part it is of its manager's and of the book's total", () => {
    const { report } = statistics({ scope: { of: "client", client: "C-1" } });
    // what is booked to it alone: 1,941,370.50 of 2,029,370.75, and of 2,672,370.75
    expect(report.rows).toHaveLength(1);
    expect(report.rows[0]).toMatchObject({ rank: 1, shareOfManager: "0.9566", shareOfBook: "0.7265", clients: 1 });
    expect(report.rows[0]?.related).toStrictEqual(cny("103000.25"));
    expect(report.rows[0]?.trace).toStrictEqual(["L-1", "L-2", "L-3", "L-4", "L-9"]);
    expect(report.basis.dossiers).toStrictEqual({ given: 4, counted: 1, outside: 3, refused: 0 });
  });

  test.each(["client", "manager"] as const)("by %s has a total that is that of the book", (by) => {
    const { report } = statistics({ by, book: book.figures.total });
    expect(report.booked.amount).toStrictEqual(book.figures.total);
    expect(report.bookTotal).toStrictEqual(book.figures.total);
    expect(report.unexplained).toStrictEqual(cny("0.00"));
    expect(report.total).toStrictEqual(report.booked);
    expect(report.heads[1]?.figure).toMatchObject({ status: "view", amount: null });
    expect(report.heads[1]?.items.every(({ trace }) => trace.length === 0)).toBe(true);
  });

  test("ranks, the largest first, and counts clients", () => {
    expect(statistics().report.rows.map(({ rank, subject, manager }) => [rank, subject, manager])).toStrictEqual([
      [1, "C-1", "E-1"],
      [2, "C-4", "E-2"],
      [3, "C-2", "E-1"],
      [4, "C-3", "E-2"],
    ]);
    expect(statistics({ by: "manager" }).report.rows.map(({ subject, clients }) => [subject, clients])).toStrictEqual([
      ["E-1", 2],
      ["E-2", 2],
    ]);
  });

  test("what the book has beyond the dossiers is unexplained", () => {
    expect(statistics({ book: book.figures.total }, sampleDossiers.slice(1)).report.unexplained).toStrictEqual(
      cny("1941370.50"),
    );
  });

  test("takes the figures of a book as it takes statements", () => {
    const dossiers = bookClients(book).map((client) => ({ client, value: clientValue(book, client) }));
    const { report, issues } = valueStatisticsReport(dossiers, { period: "2026", currency: "CNY" });
    expect(issues).toStrictEqual([]);
    expect(report.booked).toMatchObject({ amount: book.figures.total, prior: null, change: null, comparable: true });
    expect(report.rows.map(({ manager, shareOfManager }) => [manager, shareOfManager])).toContainEqual([null, null]);
  });

  test("no data is not 0, nothing is; equal amounts share a rank", () => {
    const { report } = statistics({}, [
      { client: "C-1" },
      { client: "C-2", value: "none" },
      { client: "C-3", value: "none" },
    ]);
    expect(
      report.rows.map(({ subject, rank, figure }) => [subject, rank, figure.status, figure.amount?.amount]),
    ).toStrictEqual([
      ["C-2", 1, "stated", "0.00"],
      ["C-3", 1, "stated", "0.00"],
      ["C-1", null, "no-data", undefined],
    ]);
    expect(report.basis.withoutPrior).toBe(3);
    expect(report.rows[0]?.figure.share).toBeNull();
  });

  test("a new client's change is its whole amount, at no rate", () => {
    const row = statistics().report.rows.find(({ subject }) => subject === "C-3");
    expect(row?.figure).toMatchObject({
      prior: cny("0.00"),
      change: cny("15000.00"),
      changeRate: null,
      comparable: true,
    });
  });

  test("a client whose manager changed has a dossier, and a row, for each", () => {
    const dossiers = [
      { client: "C-1", manager: "E-1", value: sampleStatement("C-1", "2026") },
      { client: "C-1", manager: "E-2", value: "none" as const },
    ];
    const { report } = statistics({ scope: { of: "client", client: "C-1" } }, dossiers);
    expect(report.rows.map(({ manager, rank }) => [manager, rank])).toStrictEqual([
      ["E-1", 1],
      ["E-2", 2],
    ]);
    expect(report.clients).toBe(1);
    expect(report.total.amount).toStrictEqual(report.booked.amount);
  });
});

describe("the evaluation report", () => {
  const evaluation = (dossiers = sampleDossiers, client = "C-1") =>
    clientEvaluationReport(dossiers, { ...terms, asOf, scope: { of: "client", client } });

  test("has the five aspects, with what is missing and what does not apply", () => {
    const { report, issues } = evaluation();
    expect(issues).toStrictEqual([]);
    expect(
      report.clients[0]?.aspects.map(({ aspect, status, missing, notApplicable }) => [
        aspect,
        status,
        missing,
        notApplicable,
      ]),
    ).toStrictEqual([
      ["quantity", "stated", [], []],
      ["quality", "stated", [], ["overdue"]],
      ["income", "partly-stated", [], []],
      ["potential", "partly-stated", ["volume-growth"], []],
      ["needs", "stated", [], []],
    ]);
    expect(report.clients[0]?.total.amount).toStrictEqual(cny("2044370.75"));
  });

  test("adds up the amounts of a measure, and not its shares", () => {
    const [quantity, quality] = evaluation().report.clients[0]?.aspects ?? [];
    const deposits = quantity?.measures.find(({ measure }) => measure === "deposits-average");
    expect(deposits).toMatchObject({ amount: cny("50600000.00"), prior: cny("50100000.00"), change: cny("500000.00") });
    expect(deposits?.facts.map(({ id }) => id)).toStrictEqual(["F-1", "F-2"]);
    const deviation = quality?.measures.find(({ measure }) => measure === "deposit-deviation");
    expect(deviation).toMatchObject({ amount: null, count: null, change: null });
  });

  test("of many adds up what adds up", () => {
    const { report } = clientEvaluationReport(sampleDossiers, { ...terms, asOf });
    expect(report.totals.find(({ measure }) => measure === "deposits-average")?.amount).toStrictEqual(
      cny("58800000.00"),
    );
    expect(report.totals.map(({ measure }) => measure)).not.toContain("deposit-deviation");
    expect(report.total.amount).toStrictEqual(book.figures.total);
    expect(
      report.clients.map(({ client, judgement, needs }) => [client, judgement.state, needs?.length ?? null]),
    ).toStrictEqual([
      ["C-1", "current", 2],
      ["C-2", "overdue", 0],
      ["C-3", "never", null],
      ["C-4", "never", 1],
    ]);
  });

  test("shows the three criteria, judged or not, and when the next judgement is due", () => {
    const { judgement } = evaluation().report.clients[0] ?? {};
    expect(judgement).toMatchObject({ by: "E-1", on: "2026-06-30", nextDue: "2027-06-30", state: "current" });
    expect(judgement?.criteria.map(({ criterion, finding }) => [criterion, finding !== null])).toStrictEqual([
      ["existing-volume", true],
      ["future-development", false],
      ["combined-income", true],
    ]);
  });

  test("the day it is due is in time, the day after is not", () => {
    const judgement = { by: "E-1", on: "2025-12-31", everyMonths: 12, criteria: [] };
    const stateOn = (on: string) =>
      clientEvaluationReport([{ client: "C-1", judgement }], { ...terms, asOf: on }).report.clients[0]?.judgement.state;
    expect([stateOn("2026-12-31"), stateOn("2027-01-01")]).toStrictEqual(["current", "overdue"]);
  });

  test("what is expected is the bank's to say", () => {
    const { report } = clientEvaluationReport([{ client: "C-1" }], { ...terms, asOf, expected: ["internal-rating"] });
    expect(report.clients[0]?.aspects.map(({ missing }) => missing)).toStrictEqual([
      [],
      ["internal-rating"],
      [],
      [],
      [],
    ]);
  });
});

describe("the advice report", () => {
  const advice = (changes: Partial<BusinessAdvice<"CNY">>) => {
    const own = { ...sampleDossiers[0]?.advice?.[0], ...changes } as BusinessAdvice<"CNY">;
    return businessAdviceReport(changed({ advice: [own] }), { ...terms, asOf });
  };

  test("adds up by department, client and item", () => {
    const { report } = businessAdviceReport(sampleDossiers, { ...terms, asOf });
    expect(report.total).toStrictEqual({
      rows: 3,
      expected: cny("150000.00"),
      estimated: cny("150000.00"),
      withoutExpected: 1,
    });
    expect(report.byClient.map(({ client, expected }) => [client, expected?.amount])).toStrictEqual([
      ["C-1", "96000.00"],
      ["C-4", "54000.00"],
    ]);
    expect(report.byItem.map(({ item, expected }) => [item, expected?.amount ?? null])).toStrictEqual([
      ["liability", null],
      ["intermediary", "150000.00"],
    ]);
    expect(report.rows.map(({ client, id, isOverdue }) => [client, id, isOverdue])).toStrictEqual([
      ["C-1", "A-2", true],
      ["C-1", "A-1", false],
      ["C-4", "A-1", false],
    ]);
  });

  test("a tie to credit is left out and found; silence is found where there is credit", () => {
    const tied = advice({ unrelatedToCredit: false });
    expect([tied.report.rows.length, tied.report.tied]).toStrictEqual([0, 1]);
    expect(tied.findings).toStrictEqual([
      {
        row: 0,
        code: "income-may-be-tied-to-credit",
        path: ["advice", "unrelatedToCredit"],
        details: {
          line: "A-1",
          client: "C-1",
          borrower: "C-1",
          item: "intermediary",
          gaps: ["tied-to-credit"],
          advised: true,
        },
      },
    ]);
    const { report, findings } = businessAdviceReport(sampleDossiers, { ...terms, asOf });
    expect(findings.map(({ details }) => [details.line, details.gaps])).toStrictEqual([["A-2", ["not-marked"]]]);
    expect(report.rows[0]?.gaps).toStrictEqual(["not-marked"]);
  });

  test("a loan for its own need, and a client without credit, need no word on it", () => {
    const silent = sampleDossiers[0]?.advice?.[1];
    const dossier = {
      client: "C-1",
      needs: sampleDossiers[0]?.needs ?? [],
      advice: silent === undefined ? [] : [silent],
    };
    expect(businessAdviceReport([dossier], { ...terms, asOf }).findings).toStrictEqual([]);
    const loan = dossier.advice.map((one) => ({ ...one, item: "asset" as const }));
    expect(
      businessAdviceReport([{ ...dossier, hasCredit: true, advice: loan }], { ...terms, asOf }).findings,
    ).toStrictEqual([]);
    expect(businessAdviceReport([{ ...dossier, hasCredit: true }], { ...terms, asOf }).findings).toHaveLength(1);
  });

  test.each([
    ["no evidence", { evidence: [] }, "without-evidence", "advice.0.evidence"],
    ["evidence nobody knows", { evidence: ["F-1", "X-9"] }, "unknown-evidence", "advice.0.evidence.1"],
    ["a need nobody stated", { need: "N-9" }, "unknown-evidence", "advice.0.need"],
  ] as const)("%s leaves it out", (_, changes, code, path) => {
    const { report, issues } = advice(changes);
    expect(report.rows).toStrictEqual([]);
    expect(issues.map((issue) => [issue.row, issue.code, issue.path.join(".")])).toStrictEqual([
      [0, `relationship-value/${code}`, path],
    ]);
  });

  test("an income line and an item of the statement are evidence", () => {
    expect(advice({ evidence: ["L-3", "asset"] }).issues).toStrictEqual([]);
  });
});

describe("one bad row never stops a report", () => {
  const { items, ...rest } = sampleStatement("C-1", "2026");
  const value = (changes: object) => ({ ...rest, items: { ...items, ...changes } });
  const issuesOf = (changes: object) =>
    clientEvaluationReport([...changed(changes), ...sampleDossiers.slice(1)], { ...terms, asOf }).issues.map(
      ({ row, code, path }) => [row, code, path.join(".")],
    );

  test.each([
    ["another client's statement", { value: sampleStatement("C-2", "2026") }, "value-of-another", "value.client"],
    [
      "another year's statement",
      { value: sampleStatement("C-1", "2025") },
      "value-of-another",
      "value.conventions.period",
    ],
    [
      "parts that do not add up",
      { value: value({ asset: { ...items.asset, amount: cny("1.00") } }) },
      "invalid-row",
      "value.items.asset.byBasis",
    ],
    [
      "an amount without data",
      { value: value({ asset: { ...items.asset, status: "no-data" } }) },
      "invalid-row",
      "value.items.asset.amount",
    ],
    [
      "a figure without lines",
      { value: value({ asset: { ...items.asset, lineCount: 0 } }) },
      "invalid-row",
      "value.items.asset.lineCount",
    ],
    ["no client", { client: " " }, "empty-id", "client"],
    ["a misspelt member", { manger: "E-1", manager: undefined }, "invalid-row", "manger"],
    [
      "a fact of tomorrow",
      { facts: [{ ...sampleDossiers[0]?.facts?.[4], asOf: "2027-01-01" }], judgement: undefined, advice: [] },
      "after-report-day",
      "facts.0.asOf",
    ],
    [
      "two needs of one id",
      { needs: [0, 0].map((at) => sampleDossiers[0]?.needs?.[at]), advice: [] },
      "repeated-in-report",
      "needs.1.id",
    ],
    [
      "a judgement without evidence",
      {
        judgement: {
          by: "E-1",
          on: asOf,
          everyMonths: 12,
          criteria: [{ criterion: "existing-volume", finding: "good", evidence: [] }],
        },
      },
      "without-evidence",
      "judgement.criteria.0.evidence",
    ],
  ])("%s is an issue", (_, changes, code, path) => {
    expect(issuesOf(changes)).toStrictEqual([[0, `relationship-value/${code}`, path]]);
  });

  test("an amount in another currency has money's own code", () => {
    const fact = { ...sampleDossiers[0]?.facts?.[2], amount: money("1", "USD") };
    expect(issuesOf({ facts: [fact], judgement: undefined, advice: [] })).toStrictEqual([
      [0, "money/currency-mismatch", "facts.0.amount.currency"],
    ]);
  });

  test("a second dossier of one client and manager is left out, and counted as refused", () => {
    const { report, issues } = statistics({}, [...sampleDossiers, ...changed({})]);
    expect(issues.map(({ row, code }) => [row, code])).toStrictEqual([[4, "relationship-value/repeated-in-report"]]);
    expect(report.basis.dossiers).toStrictEqual({ given: 5, counted: 4, outside: 0, refused: 1 });
    expect(report.booked.amount).toStrictEqual(book.figures.total);
  });

  test.each([
    [{ by: "branch" }, "relationship-value/invalid-option", "by"],
    [{ scope: { of: "branch" } }, "relationship-value/invalid-option", "scope.of"],
    [{ currency: "XYZ" }, "money/unknown-currency", "currency"],
    [{ perid: "2026" }, "relationship-value/invalid-option", "perid"],
    [{ book: money("1", "USD") }, "money/currency-mismatch", "options.book.currency"],
  ])("a wrong option is refused: %j", (options, code, path) => {
    const found = refusalOf(() => statistics(options as never)) as { code: string; path: readonly string[] };
    expect([found.code, found.path.join(".")]).toStrictEqual([code, path]);
  });
});

test("the sample is what the schema describes, and reports are plain data", () => {
  for (const dossier of sampleDossiers) expect(ValueDossierSchema.parse(dossier)).toStrictEqual(dossier);
  const { report } = statistics();
  expect(JSON.parse(JSON.stringify(report))).toStrictEqual(report);
});
