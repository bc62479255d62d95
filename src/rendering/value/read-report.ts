import type { DateRange } from "../../calendar/index.ts";
import {
  byTag,
  listOf,
  oneOf,
  orNull,
  readDate,
  readFlag,
  readText,
  rowOf,
  wholeNumber,
  type Members,
  type Reader,
} from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import {
  bookedItems,
  CLEARANCE_GAPS,
  DATA_STATUSES,
  incomeBases,
  ITEM_STATUSES,
  JUDGEMENT_STATES,
  REPORT_BREAKDOWNS,
  VALUE_ASPECTS,
  VALUE_CRITERIA,
  VALUE_MEASURES,
  valueHeads,
  valueItems,
  type AdviceReport,
  type AdviceRow,
  type AdviceSum,
  type AspectEvaluation,
  type ClientAdvice,
  type ClientEvaluation,
  type CriterionFigure,
  type DepartmentAdvice,
  type EvaluationReport,
  type ItemAdvice,
  type JudgementFigure,
  type MeasureFigure,
  type ReportBasis,
  type ReportFigure,
  type ReportHead,
  type ReportPolicy,
  type ReportScope,
  type StatisticsHead,
  type StatisticsItem,
  type StatisticsReport,
  type StatisticsRow,
} from "../../relationship-value/index.ts";
import { readFact, readNeed } from "../../relationship-value/inner.ts";
import { decimalText, validMoney } from "../plan/figure-text.ts";

/** A report of relationship value. */
export type ValueReport = StatisticsReport | EvaluationReport | AdviceReport;

const count = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const texts = listOf(readText);
const amount: Reader<Money | null> = orNull(validMoney);
const share = orNull(decimalText);
const range = rowOf<DateRange>({ from: readDate, to: readDate });

const headMembers: Members<ReportHead> = {
  scope: byTag<ReportScope, "of">("of", {
    client: rowOf<Extract<ReportScope, { of: "client" }>>({ of: oneOf(["client"]), client: readText }),
    manager: rowOf<Extract<ReportScope, { of: "manager" }>>({ of: oneOf(["manager"]), manager: readText }),
    period: rowOf<Extract<ReportScope, { of: "period" }>>({ of: oneOf(["period"]) }),
  }),
  period: range,
  priorPeriod: orNull(range),
  currency: readText,
  basis: rowOf<ReportBasis>({
    dossiers: rowOf<ReportBasis["dossiers"]>({ given: count, counted: count, outside: count, refused: count }),
    withoutPrior: count,
    sources: texts,
    policies: listOf(rowOf<ReportPolicy>({ id: readText, version: readText })),
  }),
};

const figure = rowOf<ReportFigure>({
  status: oneOf([...ITEM_STATUSES, ...DATA_STATUSES]),
  amount,
  estimated: amount,
  prior: amount,
  change: amount,
  changeRate: share,
  comparable: readFlag,
  share,
  lineCount: count,
});

const heads = listOf(
  rowOf<StatisticsHead>({
    head: oneOf(valueHeads),
    figure,
    items: listOf(rowOf<StatisticsItem>({ item: oneOf(valueItems), inTotal: readFlag, figure, trace: texts })),
  }),
);

const statistics = rowOf<StatisticsReport>({
  ...headMembers,
  kind: oneOf(["statistics"]),
  heads,
  total: figure,
  by: oneOf(REPORT_BREAKDOWNS),
  rows: listOf(
    rowOf<StatisticsRow>({
      subject: orNull(readText),
      manager: orNull(readText),
      rank: orNull(count),
      figure,
      shareOfManager: share,
      shareOfBook: share,
      related: amount,
      clients: count,
      trace: texts,
    }),
  ),
  booked: figure,
  clients: count,
  bookTotal: validMoney,
  book: amount,
  shareOfBook: share,
  unexplained: amount,
});

const measureMembers: Members<Omit<MeasureFigure, "facts">> = {
  measure: oneOf(VALUE_MEASURES),
  amount,
  estimated: amount,
  prior: amount,
  change: amount,
  count: orNull(count),
};

const client = rowOf<ClientEvaluation>({
  client: readText,
  managers: texts,
  aspects: listOf(
    rowOf<AspectEvaluation>({
      aspect: oneOf(VALUE_ASPECTS),
      status: oneOf(["stated", "partly-stated", "no-data"]),
      measures: listOf(rowOf<MeasureFigure>({ ...measureMembers, facts: listOf(readFact) })),
      missing: listOf(oneOf(VALUE_MEASURES)),
      notApplicable: listOf(oneOf(VALUE_MEASURES)),
    }),
  ),
  heads,
  total: figure,
  booked: figure,
  needs: orNull(listOf(readNeed)),
  judgement: rowOf<JudgementFigure>({
    state: oneOf(JUDGEMENT_STATES),
    by: orNull(readText),
    on: orNull(readDate),
    nextDue: orNull(readDate),
    criteria: listOf(
      rowOf<CriterionFigure>({ criterion: oneOf(VALUE_CRITERIA), finding: orNull(readText), evidence: texts }),
    ),
  }),
});

const evaluation = rowOf<EvaluationReport>({
  ...headMembers,
  kind: oneOf(["evaluation"]),
  asOf: readDate,
  clients: listOf(client),
  totals: listOf(rowOf<Omit<MeasureFigure, "facts">>(measureMembers)),
  total: figure,
});

const sumMembers: Members<AdviceSum> = { rows: count, expected: amount, estimated: amount, withoutExpected: count };

const advice = rowOf<AdviceReport>({
  ...headMembers,
  kind: oneOf(["advice"]),
  asOf: readDate,
  rows: listOf(
    rowOf<AdviceRow>({
      id: readText,
      client: readText,
      manager: orNull(readText),
      need: readText,
      product: readText,
      item: oneOf(bookedItems),
      expected: orNull(
        rowOf<NonNullable<AdviceRow["expected"]>>({ amount: validMoney, basis: oneOf(incomeBases), method: readText }),
      ),
      department: readText,
      by: readDate,
      isOverdue: readFlag,
      reasons: texts,
      evidence: texts,
      gaps: listOf(oneOf(CLEARANCE_GAPS)),
    }),
  ),
  total: rowOf<AdviceSum>(sumMembers),
  byDepartment: listOf(rowOf<DepartmentAdvice>({ ...sumMembers, department: readText })),
  byClient: listOf(rowOf<ClientAdvice>({ ...sumMembers, client: readText })),
  byItem: listOf(rowOf<ItemAdvice>({ ...sumMembers, item: oneOf(bookedItems) })),
  tied: count,
});

/** A report as it is kept, with everything of it that a document shows. */
export const readReport: Reader<ValueReport> = byTag<ValueReport, "kind">("kind", { statistics, evaluation, advice });
