import type { LocalDate, RowIssue } from "../../core/index.ts";
import { compareTexts, readDate, shapeOf, type Reader } from "../../core/inner.ts";
import { sum, type Money } from "../../money/index.ts";
import { bookedItems, type BookedItem } from "../items.ts";
import { OPTION, readOptions, readRows } from "../reading.ts";
import type { IncomeFinding } from "../statement/clearance.ts";
import type { ClearanceGap } from "../types.ts";
import type { BusinessAdvice, AdviceIncome, ValueDossier } from "./dossier.ts";
import { grouped } from "./grouping.ts";
import { gather, reportMembers, type ReadDossier, type ReportHead, type ValueReportOptions } from "./gathering.ts";

/** What an advice report is told besides. */
export interface AdviceReportOptions<C extends string = string> extends ValueReportOptions<C> {
  /** The day of the report: no fact and no need is later, and an advice whose day has passed is overdue. */
  readonly asOf: LocalDate;
}

/** An advice with its client. */
export interface AdviceRow<C extends string = string> extends Pick<
  BusinessAdvice,
  "id" | "product" | "item" | "department" | "by" | "reasons" | "evidence"
> {
  readonly client: string;
  readonly manager: string | null;
  /** The need it answers, as the client stated it. */
  readonly need: string;
  /** `null` while nobody has worked it out: no data, not 0. */
  readonly expected: AdviceIncome<C> | null;
  readonly isOverdue: boolean;
  /** What is missing before it may be offered beside credit; empty where nothing is. */
  readonly gaps: readonly ClearanceGap[];
}

/** What some advice is expected to bring together. */
export interface AdviceSum<C extends string = string> {
  readonly rows: number;
  /** `null` where no row has an expected income. */
  readonly expected: Money<C> | null;
  /** The part of it that is an estimate; `null` where nothing is. */
  readonly estimated: Money<C> | null;
  /** Rows nobody has worked out. */
  readonly withoutExpected: number;
}

/** What the advice of one department is expected to bring. */
export interface DepartmentAdvice<C extends string = string> extends AdviceSum<C> {
  readonly department: string;
}

/** What the advice for one client is expected to bring. */
export interface ClientAdvice<C extends string = string> extends AdviceSum<C> {
  readonly client: string;
}

/** What the advice under one item is expected to bring. */
export interface ItemAdvice<C extends string = string> extends AdviceSum<C> {
  readonly item: BookedItem;
}

/** Business advised for one client, for the clients of a manager, or for everybody (业务建议报告). */
export interface AdviceReport<C extends string = string> extends ReportHead<C> {
  readonly kind: "advice";
  readonly asOf: LocalDate;
  /** By day, then client and id. */
  readonly rows: readonly AdviceRow<C>[];
  readonly total: AdviceSum<C>;
  /** Each adds up to the total; departments and clients in code-unit order, items in that of the statement. */
  readonly byDepartment: readonly DepartmentAdvice<C>[];
  readonly byClient: readonly ClientAdvice<C>[];
  readonly byItem: readonly ItemAdvice<C>[];
  /** Advice left out because it was said to be a condition or the price of credit. */
  readonly tied: number;
}

/** An advice report, what was wrong with the dossiers, and advice that may be tied to credit. */
export interface AdviceReportResult<C extends string = string> {
  readonly report: AdviceReport<C>;
  readonly issues: readonly RowIssue[];
  /** `row` is that of the dossier, and `path` that of the advice in it. */
  readonly findings: readonly IncomeFinding[];
}

const readOptionsOf: Reader<AdviceReportOptions> = shapeOf<AdviceReportOptions>({ ...reportMembers, asOf: readDate });

/**
 * The business advice report of a client, a manager or a period (业务建议报告): for each stated need a product or service,
 * what it is expected to bring and how that was worked out, who sees to it and by when, why, and on what evidence.
 *
 * An advice without evidence, or for a need nobody stated, is an issue and not in the report. Neither is one that is said
 * to be related to credit (`unrelatedToCredit` false): no deposit, fee or sponsorship may be the condition or the price
 * of a loan. Where the client has credit, or is advised a loan, and nobody has said, the advice is in the report with its gap and has a
 * finding, the same as income has. A loan advised for its own need has none. Sums are exact, by department, client and
 * item, and say how many rows nobody has worked out.
 *
 * @param dossiers - what is known of each client
 * @param options - whom, which period and which day it is about
 * @returns the report, as plain data, the issues, and the findings about credit
 * @throws `relationship-value/invalid-option`, `calendar/invalid-period`, `core/invalid-date`,
 *   `money/unknown-currency`, `money/amount-too-large`
 * @see 业务建议报告 of the source; 七不准 (银监会 2012): 不得以贷收费, 不得存贷挂钩; Hong Kong, Prevention of Bribery
 *   Ordinance (Cap. 201), s. 9
 * @example
 * const needs = [{ id: "N1", text: "pays suppliers in USD", source: "visit report V-7", statedOn: "2026-11-03" }];
 * const advice = { id: "A1", need: "N1", product: "USD payments", item: "intermediary", department: "Trade finance", by: "2027-02-26", reasons: ["the client asked"], evidence: ["N1"] } as const;
 * const dossiers: ValueDossier<"CNY">[] = [{
 *   client: "C-1",
 *   hasCredit: true,
 *   needs,
 *   advice: [
 *     { ...advice, expected: { amount: money("12000", "CNY"), basis: "estimated", method: "40 payments a month at 25" }, unrelatedToCredit: true },
 *     { ...advice, id: "A2", product: "term deposit", item: "liability" },
 *     { ...advice, id: "A3", product: "term deposit", item: "liability", unrelatedToCredit: false },
 *     { ...advice, id: "A4", evidence: [] },
 *   ],
 * }];
 * const { report, issues, findings } = businessAdviceReport(dossiers, { period: "2026", currency: "CNY", asOf: "2026-12-31" });
 * report.rows.map(({ id, gaps }) => [id, gaps]) // => [["A1", []], ["A2", ["not-marked"]]]
 * report.total // => { rows: 2, expected: { amount: "12000.00", currency: "CNY" }, estimated: { amount: "12000.00", currency: "CNY" }, withoutExpected: 1 }
 * issues.map(({ code, path }) => [code, path.join(".")]) // => [["relationship-value/without-evidence", "advice.3.evidence"]]
 * findings.map(({ details }) => [details.line, details.gaps]) // => [["A2", ["not-marked"]], ["A3", ["tied-to-credit"]]]
 * @since 0.1.0
 */
export function businessAdviceReport<C extends string>(
  dossiers: readonly ValueDossier<C>[],
  options: AdviceReportOptions<C>,
): AdviceReportResult<C> {
  readOptions<AdviceReportOptions>(options, readOptionsOf);
  readRows(dossiers, ["dossiers"], OPTION);
  const { asOf, currency } = options;
  const { head, all, inScope, issues } = gather(dossiers, options, asOf);
  const withCredit = new Set(all.filter(hasOrSeeksCredit).map(({ client }) => client));
  const seen = new Set<string>();
  const findings: IncomeFinding[] = [];
  const rows: AdviceRow<C>[] = [];
  let tied = 0;
  for (const dossier of inScope) {
    for (const advice of dossier.advice) {
      const key = JSON.stringify([dossier.client, advice.id]);
      // the same advice in the dossiers of two managers is one
      if (seen.has(key)) continue;
      seen.add(key);
      const gaps = gapsOf(advice, withCredit.has(dossier.client));
      if (gaps.length > 0) findings.push(findingOf(dossier, advice, gaps));
      if (gaps.includes("tied-to-credit")) tied++;
      else rows.push(rowOf(dossier, advice, { asOf, gaps }));
    }
  }
  rows.sort((a, b) => compareTexts(a.by, b.by) || compareTexts(a.client, b.client) || compareTexts(a.id, b.id));
  const sumOf = (of: readonly AdviceRow<C>[]): AdviceSum<C> => adviceSum(of, currency);
  const by = (nameOf: (row: AdviceRow<C>) => string): readonly (readonly [string, readonly AdviceRow<C>[]])[] =>
    [...grouped(rows, nameOf)].sort(([a], [b]) => compareTexts(a, b));
  const items = grouped(rows, ({ item }) => item);
  const report: AdviceReport<C> = {
    kind: "advice",
    ...head,
    asOf,
    rows,
    total: sumOf(rows),
    byDepartment: by((row) => row.department).map(([department, of]) => ({ department, ...sumOf(of) })),
    byClient: by((row) => row.client).map(([client, of]) => ({ client, ...sumOf(of) })),
    byItem: bookedItems.flatMap((item) => {
      const of = items.get(item);
      return of === undefined ? [] : [{ item, ...sumOf(of) }];
    }),
    tied,
  };
  return { report, issues, findings };
}

/** Whether a client has credit, or is advised a loan. */
const hasOrSeeksCredit = ({ hasCredit, advice }: ReadDossier<string>): boolean =>
  hasCredit || advice.some(({ item }) => item === "asset");

/** What is missing before something may be offered: a tie to credit is never in order, silence only without credit. */
function gapsOf({ item, unrelatedToCredit }: BusinessAdvice, hasCredit: boolean): readonly ClearanceGap[] {
  if (unrelatedToCredit === false) return ["tied-to-credit"];
  return unrelatedToCredit !== true && hasCredit && item !== "asset" ? ["not-marked"] : [];
}

function findingOf<C extends string>(
  { row, client }: ReadDossier<C>,
  { id, item }: BusinessAdvice,
  gaps: readonly ClearanceGap[],
): IncomeFinding {
  const details = { line: id, client, borrower: client, item, gaps, advised: true } as const;
  return { row, code: "income-may-be-tied-to-credit", path: ["advice", "unrelatedToCredit"], details };
}

function rowOf<C extends string>(
  { client, manager, needs }: ReadDossier<C>,
  advice: BusinessAdvice<C>,
  { asOf, gaps }: { readonly asOf: LocalDate; readonly gaps: readonly ClearanceGap[] },
): AdviceRow<C> {
  const { id, product, item, department, by, reasons, evidence, expected = null } = advice;
  return {
    id,
    client,
    manager,
    need: needs?.find((need) => need.id === advice.need)?.text ?? "",
    product,
    item,
    expected,
    department,
    by,
    isOverdue: compareTexts(by, asOf) < 0,
    reasons,
    evidence,
    gaps,
  };
}

function adviceSum<C extends string>(rows: readonly AdviceRow<C>[], currency: C): AdviceSum<C> {
  const incomes = rows.flatMap(({ expected }) => expected ?? []);
  const estimates = incomes.filter(({ basis }) => basis === "estimated");
  const sumOf = (of: readonly AdviceIncome<C>[]): Money<C> | null =>
    of.length === 0
      ? null
      : sum(
          currency,
          of.map(({ amount }) => amount),
        );
  return {
    rows: rows.length,
    expected: sumOf(incomes),
    estimated: sumOf(estimates),
    withoutExpected: rows.length - incomes.length,
  };
}
