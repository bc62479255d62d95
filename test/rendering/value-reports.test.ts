import { describe, expect, test } from "vitest";

import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import {
  businessAdviceReport,
  clientEvaluationReport,
  valueStatisticsReport,
} from "../../src/relationship-value/index.ts";
import {
  figureText,
  toHtml,
  toMarkdown,
  valueReportDocument,
  type BlockDocument,
  type ValueReport,
} from "../../src/rendering/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { sampleDossiers, sampleNames } from "../support/value-reports.ts";

const terms = {
  period: "2026",
  priorPeriod: "2025",
  currency: "CNY",
  sources: ["ledger 2026-12"],
  policies: [{ id: "acme-curve", version: "2026-03" }],
} as const;
const asOf = "2026-12-31";
const scopes = [{ of: "client", client: "C-1" }, { of: "manager", manager: "E-1" }, { of: "period" }] as const;

const reports: readonly (readonly [name: string, report: ValueReport])[] = scopes.flatMap((scope) => [
  [`statistics by client, ${scope.of}`, valueStatisticsReport(sampleDossiers, { ...terms, scope }).report] as const,
  [
    `statistics by manager, ${scope.of}`,
    valueStatisticsReport(sampleDossiers, { ...terms, scope, by: "manager" }).report,
  ] as const,
  [`evaluation, ${scope.of}`, clientEvaluationReport(sampleDossiers, { ...terms, asOf, scope }).report] as const,
  [`advice, ${scope.of}`, businessAdviceReport(sampleDossiers, { ...terms, asOf, scope }).report] as const,
]);
const languages = [
  ["zh-Hans", zhHans],
  ["zh-Hant-HK", zhHantHK],
  ["en", en],
] as const;

const documentOf = (report: ValueReport, labels = en): BlockDocument =>
  valueReportDocument(report, { labels, ...sampleNames });

/** Every amount a report has, as a page writes it, without its sign. */
function amountsIn(value: unknown, into = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== "object" || value === null) return into;
  const { amount, currency } = value as Partial<Record<string, unknown>>;
  if (typeof amount === "string" && typeof currency === "string") {
    into.add(figureText({ amount, currency }).replace("−", ""));
  } else for (const member of Object.values(value)) amountsIn(member, into);
  return into;
}

/** Every share a report has, as a percentage, without its sign. */
function sharesIn(value: unknown, into = new Set<string>()): ReadonlySet<string> {
  if (typeof value === "string" && /^-?\d+\.\d{4}$/.test(value))
    into.add(`${(Math.abs(Number(value)) * 100).toFixed(2)}%`);
  else if (typeof value === "object" && value !== null)
    for (const member of Object.values(value)) sharesIn(member, into);
  return into;
}

describe.each(reports)("%s", (_, report) => {
  test.each(languages)("in %s has no figure that is not in the report", (lang, labels) => {
    const text = toMarkdown(documentOf(report, labels));
    const amounts = text.match(/\d{1,3}(?:,\d{3})*\.\d{2}(?![\d%])/g) ?? [];
    const known = amountsIn(report);
    expect(amounts.filter((amount) => !known.has(amount))).toStrictEqual([]);
    const shares = (text.match(/\d+\.\d{2}%/g) ?? []).filter((share) => share !== "0.05%");
    const knownShares = sharesIn(report);
    expect(shares.filter((share) => !knownShares.has(share))).toStrictEqual([]);
    expect(amounts.length).toBeGreaterThan(0);
    expect(text).not.toMatch(/undefined|\[object|NaN|\bnull\b/);
    expect(toHtml(documentOf(report, labels), { lang })).toContain(`<html lang="${lang}">`);
  });

  test("is the same when it comes back from where it was kept", () => {
    expect(documentOf(JSON.parse(JSON.stringify(report)) as ValueReport)).toStrictEqual(documentOf(report));
  });

  test("says what it comes from", () => {
    expect(toMarkdown(documentOf(report))).toContain("Policies and versions: acme-curve 2026-03");
  });
});

test.each(languages)("the three reports of one client, in %s", (_, labels) => {
  const own = reports.filter(([name]) => name.endsWith(", client") && !name.includes("by manager"));
  for (const [, report] of own) expect(toMarkdown(documentOf(report, labels))).toMatchSnapshot();
});

test("what is an estimate is hatched, and what nobody knows is no 0", () => {
  const [, report] = reports[0] ?? expect.unreachable();
  const html = toHtml(documentOf(report), { lang: "en" });
  expect(html).toContain('class="tone-estimated"');
  expect(html).toMatch(/<td class="end muted" data-label="[^"]+">No data<\/td>/);
});

test("a client without a name is printed by its id", () => {
  const [, report] = reports[0] ?? expect.unreachable();
  expect(valueReportDocument(report, { labels: en }).title).toBe("Relationship value: statistics report: C-1 2026");
});

test("without a prior period there is no column for it", () => {
  const { report } = valueStatisticsReport(sampleDossiers, { period: "2026", currency: "CNY" });
  const text = toMarkdown(documentOf(report));
  expect(text).not.toContain("Prior period");
  expect(text).not.toContain("not like for like");
});

test("advice that may be tied to credit is said first, and what was left out is counted", () => {
  const [one, ...others] = sampleDossiers;
  const advice = one?.advice?.map((own, index) => (index === 0 ? { ...own, unrelatedToCredit: false } : own)) ?? [];
  const dossiers = [{ ...one, client: "C-1", advice }, ...others];
  const { report } = businessAdviceReport(dossiers, { ...terms, asOf });
  const text = toMarkdown(documentOf(report));
  expect(text).toContain("Left out because tied to credit");
  expect(text.replaceAll("\\", "")).toContain("Advice A-2 (Deposits) is for client");
});

test("a report of nobody says so", () => {
  const text = (report: ValueReport) => toMarkdown(documentOf(report));
  expect(text(businessAdviceReport([], { ...terms, asOf }).report)).toContain("No recommendations");
  expect(text(valueStatisticsReport([], terms).report)).toContain("No data");
  expect(text(clientEvaluationReport([], { ...terms, asOf }).report)).toContain("No data");
});

test("counts of one measure have their sum, where they add up; overviews name what they count", () => {
  const fact = { kind: "count", basis: "actual", source: "ledger", asOf } as const;
  const facts = [
    { ...fact, id: "F-1", measure: "products-used", name: "cards", count: 1230 },
    { ...fact, id: "F-2", measure: "products-used", name: "payments", count: 7 },
    { ...fact, id: "F-3", measure: "overdue-days", name: "loan 1", count: 12 },
    { ...fact, id: "F-4", measure: "overdue-days", name: "loan 2", count: 30 },
  ] as const;
  const textOf = (options: object): string =>
    toMarkdown(
      documentOf(
        clientEvaluationReport([{ client: "C-1", value: "none", facts }], { ...terms, asOf, ...options }).report,
      ),
    );
  const ofClient = textOf({ scope: scopes[0] });
  expect(ofClient).toContain("| Products used · cards | 1,230 | – | – |");
  expect(ofClient).toContain("| **Products used · Subtotal** | **1,237** | – | – |");
  expect(ofClient).toContain("| Days overdue · loan 2 | 30 |");
  expect(ofClient).not.toContain("Days overdue · Subtotal");
  const ofAll = textOf({});
  expect(ofAll).toContain("**Totals; amounts (CNY)**");
  expect(ofAll).toContain("| Products used | 1,237 |");
  expect(ofAll).not.toContain("Days overdue");
});

describe("a fact that comes back", () => {
  const fact = {
    id: "F-1",
    kind: "amount",
    measure: "deposits-average",
    amount: { amount: "500.00", currency: "CNY" },
    basis: "actual",
    source: "ledger",
    asOf,
  } as const;
  const reportWith = (columns: object): ValueReport => {
    const dossier = { client: "C-1", value: "none", facts: [{ ...fact, ...columns }] } as const;
    return clientEvaluationReport([dossier], { ...terms, asOf, scope: scopes[0] }).report;
  };

  test("has an empty column where it has nothing", () => {
    const text = toMarkdown(documentOf(reportWith({})));
    expect(text).toContain("500.00");
    expect(toMarkdown(documentOf(reportWith({ name: null, prior: null })))).toBe(text);
  });

  test("without its id is refused at its place", () => {
    const kept = JSON.stringify(reportWith({})).replace('"F-1"', '" "');
    expect(refusalOf(() => documentOf(JSON.parse(kept) as ValueReport))).toMatchObject({
      code: "relationship-value/empty-id",
      path: ["report", "clients", 0, "aspects", 0, "measures", 0, "facts", 0, "id"],
    });
  });
});

describe("what cannot be written is refused at its place", () => {
  const [, report] = reports[0] ?? expect.unreachable();
  test.each([
    [{ ...report, kind: "summary" }, "rendering/invalid-report", "report.kind"],
    [
      { ...report, bookTotal: { amount: "1.234", currency: "CNY" } },
      "money/too-many-fraction-digits",
      "report.bookTotal.amount",
    ],
    [{ ...report, rows: undefined, row: [] }, "rendering/invalid-report", "report.row"],
    [{ ...report, basis: null }, "rendering/invalid-report", "report.basis"],
  ])("report %#", (wrong, code, path) => {
    const found = refusalOf(() => documentOf(wrong as ValueReport)) as { code: string; path: readonly string[] };
    expect([found.code, found.path.join(".")]).toStrictEqual([code, path]);
  });

  test("options", () => {
    const labels = Object.fromEntries(Object.entries(en).filter(([key]) => key !== "valueDocument.prior"));
    const refused = (options: object) => refusalOf(() => valueReportDocument(report, options as never));
    expect(refused({ labels })).toMatchObject({
      code: "rendering/invalid-option",
      path: ["options", "labels", "valueDocument.prior"],
    });
    expect(refused({ labels: en, clientName: {} })).toMatchObject({
      path: ["options", "clientName"],
      details: { didYouMean: "clientNames" },
    });
  });
});

describe("a page says what its figures are of", () => {
  const scope = { of: "client", client: "C-1" } as const;
  const textOf = (report: ValueReport, labels = en): string =>
    toMarkdown(documentOf(report, labels)).replaceAll("\\", "");

  test("by manager, one client has the manager it has", () => {
    const text = textOf(valueStatisticsReport(sampleDossiers, { ...terms, scope, by: "manager" }).report);
    expect(text).toContain("王五");
    expect(text).not.toContain("Without a relationship manager");
  });

  test("a share stands with the amount it is of, and with its whole", () => {
    const given = textOf(valueStatisticsReport(sampleDossiers, { ...terms, scope }).report);
    expect(given).toMatch(
      /Share of the clients submitted.*72\.65%.*Booked in own name: CNY 1,941,370\.50.*2,672,370\.75/s,
    );
    const book = { amount: "10000000.00", currency: "CNY" } as const;
    const whole = textOf(valueStatisticsReport(sampleDossiers, { ...terms, scope, book }).report);
    expect(whole).toMatch(/Share of the bank’s total.*19\.41%.*The bank’s total: CNY 10,000,000\.00/s);
    expect(whole).not.toContain("clients submitted");
  });

  test("a change that is not like for like has its mark in the headline, and the mark its legend", () => {
    expect(textOf(valueStatisticsReport(sampleDossiers, { ...terms, scope }).report)).toContain(
      "Change on prior period: +13.07%*",
    );
    const evaluation = textOf(clientEvaluationReport(sampleDossiers, { ...terms, asOf, scope }).report);
    expect(evaluation).toMatch(/\+[\d,.]+\*/);
    expect(evaluation).toContain("not like for like");
  });

  test.each(languages)(
    "in %s no table has two columns of one name, and rates do not stand under an amount",
    (_, labels) => {
      for (const [, report] of reports) {
        for (const block of documentOf(report, labels).blocks) {
          if (block.type !== "table") continue;
          const headers = block.columns.map(({ header }) => header);
          expect(new Set(headers).size).toBe(headers.length);
          expect(block.caption).not.toMatch(/^(Amount|金额|金額)[ （]/);
        }
      }
    },
  );
});
