import { addMonths } from "../../calendar/index.ts";
import type { LocalDate, RowIssue } from "../../core/index.ts";
import { compareTexts, listOf, oneOf, optional, readDate, shapeOf, type Reader } from "../../core/inner.ts";
import { subtract, sum, type Money } from "../../money/index.ts";
import { OPTION, readOptions, readRows } from "../reading.ts";
import type { DataStatus } from "../types.ts";
import type { CriterionJudgement, StatedNeed, ValueDossier } from "./dossier.ts";
import type { ValueFact } from "./facts.ts";
import {
  gather,
  onceEach,
  reportMembers,
  type ReadDossier,
  type ReportHead,
  type ValueReportOptions,
} from "./gathering.ts";
import {
  addsUp,
  evaluationMeasures,
  measuresOf,
  VALUE_ASPECTS,
  VALUE_CRITERIA,
  VALUE_MEASURES,
  type ValueAspect,
  type ValueCriterion,
  type ValueMeasure,
} from "./measures.ts";
import { pairOf, type ReportFigure } from "./report-figure.ts";
import { grouped } from "./grouping.ts";
import { headsOf, totalFigure, type StatisticsHead } from "./statistics.ts";

/** What an evaluation report is told besides. */
export interface EvaluationReportOptions<C extends string = string> extends ValueReportOptions<C> {
  /** The day of the report: nothing in it is later. */
  readonly asOf: LocalDate;
  /** Measures to be missed where they are neither given nor said not to apply; default `evaluationMeasures`. */
  readonly expected?: readonly ValueMeasure[];
}

/** The facts of one measure, and what they add up to. */
export interface MeasureFigure<C extends string = string> {
  readonly measure: ValueMeasure;
  /** In the order given. */
  readonly facts: readonly ValueFact<C>[];
  /** Sum of the amounts; `null` for other kinds. */
  readonly amount: Money<C> | null;
  /** Part of the amount that is an estimate; `null` where nothing is. */
  readonly estimated: Money<C> | null;
  /** Sum of the amounts a period before; `null` where one of the facts does not say. */
  readonly prior: Money<C> | null;
  readonly change: Money<C> | null;
  /** Sum of the counts; `null` for other kinds, and for days overdue. */
  readonly count: number | null;
}

/** One of the five aspects of a client. */
export interface AspectEvaluation<C extends string = string> {
  readonly aspect: ValueAspect;
  /** `stated` where nothing that was expected is missing. */
  readonly status: Exclude<DataStatus, "view">;
  readonly measures: readonly MeasureFigure<C>[];
  /** Expected, and neither given nor said not to apply: no data, never 0. */
  readonly missing: readonly ValueMeasure[];
  readonly notApplicable: readonly ValueMeasure[];
}

/** A criterion of the value judgement, and what was found; `null` while nobody has judged it. */
export interface CriterionFigure {
  readonly criterion: ValueCriterion;
  readonly finding: string | null;
  readonly evidence: CriterionJudgement["evidence"];
}

/** How a judgement stands on the day of the report. */
export const JUDGEMENT_STATES = ["never", "current", "overdue"] as const;

/** How a judgement stands: nobody has made one, the next is not yet due, or its day has passed. */
export type JudgementState = (typeof JUDGEMENT_STATES)[number];

/** The value judgement of a client. */
export interface JudgementFigure {
  readonly state: JudgementState;
  readonly by: string | null;
  readonly on: LocalDate | null;
  /** The last day on which the next one is in time: `everyMonths` after the last. */
  readonly nextDue: LocalDate | null;
  /** All three, in order. */
  readonly criteria: readonly CriterionFigure[];
}

/** The evaluation of one client under its five aspects. */
export interface ClientEvaluation<C extends string = string> {
  readonly client: string;
  /** Who manages the client, in the order of the dossiers. */
  readonly managers: readonly string[];
  /** All five, in order. */
  readonly aspects: readonly AspectEvaluation<C>[];
  /** The income of the period by head and item, as in the statistics report. */
  readonly heads: readonly StatisticsHead<C>[];
  readonly total: ReportFigure<C>;
  /** Own income, direct and other: these add up over clients. */
  readonly booked: ReportFigure<C>;
  /** `null` where nobody asked; empty where the client named none. */
  readonly needs: readonly StatedNeed[] | null;
  readonly judgement: JudgementFigure;
}

/** The evaluation of one client, of the clients of a manager, or of everybody (客户综合评价报告). */
export interface EvaluationReport<C extends string = string> extends ReportHead<C> {
  readonly kind: "evaluation";
  readonly asOf: LocalDate;
  /** In code-unit order of the clients. */
  readonly clients: readonly ClientEvaluation<C>[];
  /** Measures that add up, over all clients of the report; without their facts, which stand with the clients. */
  readonly totals: readonly Omit<MeasureFigure<C>, "facts">[];
  /** Income booked for all of them together: the sum of what is `booked` for each. */
  readonly total: ReportFigure<C>;
}

/** An evaluation report and what was wrong with the dossiers. */
export interface EvaluationReportResult<C extends string = string> {
  readonly report: EvaluationReport<C>;
  readonly issues: readonly RowIssue[];
}

const readOptionsOf: Reader<EvaluationReportOptions> = shapeOf<EvaluationReportOptions>({
  ...reportMembers,
  asOf: readDate,
  expected: optional(listOf(oneOf(VALUE_MEASURES))),
});

/**
 * The evaluation report of a client, a manager or a period (客户综合评价报告), under the five aspects quantity, quality,
 * income, potential and needs.
 *
 * Facts are given, not computed: what a system says of balances, assets under management, losses, risk class, deposit
 * deviation, RAROC, wallet share or pitches, each with its basis, source and day. Amounts of one measure add up over
 * products, and over clients; shares, classes and days overdue do not. What is expected and not given is `missing`,
 * which is no 0; what does not apply to a client is said not to. Nothing is judged by the library: the three criteria of
 * the value judgement show what somebody found and what it rests on, and when the next judgement is due.
 *
 * @param dossiers - what is known of each client
 * @param options - whom, which period and which day it is about
 * @returns the report, as plain data, and the issues
 * @throws `relationship-value/invalid-option`, `calendar/invalid-period`, `core/invalid-date`,
 *   `money/unknown-currency`, `money/amount-too-large`
 * @see 客户(行业)综合评价报告 of the source; 业务数量、质量、收益、潜力、需求; 根据客户现有业务量、未来发展和可能带来的综合业务收益,定期对客户价值做出判断
 * @example
 * const dossiers: ValueDossier<"CNY">[] = [{
 *   client: "C-1",
 *   facts: [
 *     { id: "F1", kind: "amount", measure: "deposits-average", name: "current", amount: money("800", "CNY"), prior: money("700", "CNY"), basis: "actual", source: "core banking", asOf: "2026-12-31" },
 *     { id: "F2", kind: "amount", measure: "deposits-average", name: "term", amount: money("200", "CNY"), prior: money("150", "CNY"), basis: "actual", source: "core banking", asOf: "2026-12-31" },
 *   ],
 *   needs: [{ id: "N1", text: "pays suppliers in USD", source: "visit report V-7", statedOn: "2026-11-03" }],
 *   judgement: { by: "E-1", on: "2025-12-20", everyMonths: 12, criteria: [{ criterion: "existing-volume", finding: "deposits grow", evidence: ["F1", "F2"] }] },
 * }];
 * const { report } = clientEvaluationReport(dossiers, { period: "2026", currency: "CNY", asOf: "2026-12-31" });
 * const [quantity] = report.clients[0]!.aspects;
 * quantity!.measures.map(({ measure, amount, change }) => [measure, amount?.amount, change?.amount]) // => [["deposits-average", "1000.00", "150.00"]]
 * quantity!.missing // => ["loans-average", "aum", "products-used"]
 * report.clients[0]!.total.status // => "no-data"
 * report.clients[0]!.judgement.nextDue // => "2026-12-20"
 * report.clients[0]!.judgement.state // => "overdue"
 * @since 0.1.0
 */
export function clientEvaluationReport<C extends string>(
  dossiers: readonly ValueDossier<C>[],
  options: EvaluationReportOptions<C>,
): EvaluationReportResult<C> {
  readOptions<EvaluationReportOptions>(options, readOptionsOf);
  readRows(dossiers, ["dossiers"], OPTION);
  const { asOf, currency, expected = evaluationMeasures } = options;
  const { head, inScope, issues } = gather(dossiers, options, asOf);
  const isCompared = head.priorPeriod !== null;
  const byClient = [...grouped(inScope, ({ client }) => client)].sort(([a], [b]) => compareTexts(a, b));
  const clients = byClient.map(([client, of]) =>
    clientEvaluation(client, of, { asOf, currency, expected, isCompared }),
  );
  const facts = byClient.flatMap(([, of]) => factsOf(of));
  const totals = VALUE_MEASURES.filter(addsUp)
    .map((measure) => measureFigure(measure, facts, currency))
    .filter(({ amount, count }) => amount !== null || count !== null)
    .map(({ measure, amount, estimated, prior, change, count }) => ({
      measure,
      amount,
      estimated,
      prior,
      change,
      count,
    }));
  const whole = pairOf(inScope, { currency, isCompared, withRelated: false });
  const total = totalFigure(whole, whole.now.total);
  return { report: { kind: "evaluation", ...head, asOf, clients, totals, total }, issues };
}

/** What each client is evaluated with. */
interface EvaluationTerms<C extends string> {
  readonly asOf: LocalDate;
  readonly currency: C;
  readonly expected: readonly ValueMeasure[];
  readonly isCompared: boolean;
}

function clientEvaluation<C extends string>(
  client: string,
  dossiers: readonly ReadDossier<C>[],
  { asOf, currency, expected, isCompared }: EvaluationTerms<C>,
): ClientEvaluation<C> {
  const facts = factsOf(dossiers);
  const none = new Set(dossiers.flatMap(({ notApplicable }) => notApplicable));
  const asked = dossiers.flatMap(({ needs }) => (needs === null ? [] : [needs]));
  const needs = asked.length === 0 ? null : onceEach(asked.flat());
  // the statement of one manager's days may show related clients that another's shows again
  const withRelated = dossiers.length === 1;
  const pair = pairOf(dossiers, { currency, isCompared, withRelated });
  const { now } = pair;
  const booked = pairOf(dossiers, { currency, isCompared, withRelated: false });
  const aspects = VALUE_ASPECTS.map((aspect): AspectEvaluation<C> => {
    const own = measuresOf[aspect] as readonly ValueMeasure[];
    const measures = own
      .filter((measure) => facts.some((fact) => fact.measure === measure))
      .map((measure) => measureFigure(measure, facts, currency));
    const given = new Set(measures.map(({ measure }) => measure));
    const missing = own.filter((measure) => expected.includes(measure) && !given.has(measure) && !none.has(measure));
    const notApplicable = own.filter((measure) => none.has(measure) && !given.has(measure));
    const known = measures.length + notApplicable.length;
    return { aspect, status: statusOf(aspect, known, missing.length), measures, missing, notApplicable };
  });

  function statusOf(aspect: ValueAspect, known: number, missing: number): AspectEvaluation["status"] {
    switch (aspect) {
      case "needs":
        return needs === null ? "no-data" : "stated";
      case "income": {
        const { status } = now.totalDetail;
        if (status === "no-data" || status === "view") return known > 0 ? "partly-stated" : "no-data";
        return missing > 0 ? "partly-stated" : status;
      }
      case "quantity":
      case "quality":
      case "potential":
        if (missing === 0) return known > 0 ? "stated" : "no-data";
        return known > 0 ? "partly-stated" : "no-data";
    }
  }

  return {
    client,
    managers: [...new Set(dossiers.flatMap(({ manager }) => manager ?? []))],
    aspects,
    heads: headsOf(pair, dossiers),
    total: totalFigure(pair, now.total),
    booked: totalFigure(booked, booked.now.total),
    needs,
    judgement: judgementFigure(dossiers, asOf),
  };
}

/** What is known of one client, whichever managers' dossiers say so. */
const factsOf = <C extends string>(dossiers: readonly ReadDossier<C>[]): readonly ValueFact<C>[] =>
  onceEach(dossiers.flatMap(({ facts }) => facts));

/** The facts of a measure, and their sums. */
function measureFigure<C extends string>(
  measure: ValueMeasure,
  all: readonly ValueFact<C>[],
  currency: C,
): MeasureFigure<C> {
  const facts = all.filter((fact) => fact.measure === measure);
  const amounts = facts.filter((fact) => fact.kind === "amount");
  const estimates = amounts.filter(({ basis }) => basis === "estimated");
  const priors = amounts.flatMap(({ prior = null }) => prior ?? []);
  const counts = addsUp(measure) ? facts.filter((fact) => fact.kind === "count") : [];
  const sumOf = (of: readonly Money<C>[]): Money<C> | null => (of.length === 0 ? null : sum(currency, of));
  const amount = sumOf(amounts.map((fact) => fact.amount));
  const prior = priors.length === amounts.length ? sumOf(priors) : null;
  return {
    measure,
    facts,
    amount,
    estimated: sumOf(estimates.map((fact) => fact.amount)),
    prior,
    change: amount === null || prior === null ? null : subtract(amount, prior),
    count: counts.length === 0 ? null : counts.reduce((total, { count }) => total + count, 0),
  };
}

/** The latest judgement there is, and when the next is due. */
function judgementFigure(dossiers: readonly ReadDossier<string>[], asOf: LocalDate): JudgementFigure {
  const [latest = null] = dossiers.flatMap(({ judgement }) => judgement ?? []).sort((a, b) => compareTexts(b.on, a.on));
  const nextDue = latest === null ? null : addMonths(latest.on, latest.everyMonths);
  const found = new Map(latest?.criteria.map((of) => [of.criterion, of]));
  return {
    state: nextDue === null ? "never" : compareTexts(nextDue, asOf) < 0 ? "overdue" : "current",
    by: latest?.by ?? null,
    on: latest?.on ?? null,
    nextDue,
    criteria: VALUE_CRITERIA.map((criterion) => {
      const { finding = null, evidence = [] } = found.get(criterion) ?? {};
      return { criterion, finding, evidence };
    }),
  };
}
