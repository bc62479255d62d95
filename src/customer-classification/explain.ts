import { describeValue, DomainError } from "../core/index.ts";
import type { CustomerClassificationErrorCode } from "./errors.ts";
import { rememberedLedger } from "./ledger/memo.ts";
import type {
  ClassificationExplanation,
  ExplanationLine,
  MissingLine,
  OutcomeLine,
  PartLine,
  TestLine,
} from "./explanation.ts";
import type {
  Blocked,
  Classification,
  ClassificationBatch,
  MissingInput,
  Open,
  RuleTrace,
  ScorePart,
  TestTrace,
  Unblocked,
} from "./outcomes.ts";
import { hasAnswer } from "./ledger/ledger.ts";
import { traceClassification } from "./ledger/trace.ts";
import { readResult } from "./read-result.ts";
import { AXES } from "./classes.ts";
import type { Condition } from "./card/condition.ts";

// a book is explained client by client: lines are filled in place, without spreads or lists of lists
function partLine(part: ScorePart): PartLine {
  const { invalidReason, band, label, from, below, reason, pointsAtMost } = part;
  const labels: Open<PartLine["labels"]> = {
    characteristic: `characteristic.${part.characteristic}`,
    feature: `feature.${part.feature}`,
    axis: `axis.${part.axis}`,
    state: `partState.${part.state}`,
  };
  if (invalidReason !== undefined) labels.invalidReason = `invalidReason.${invalidReason}`;
  if (label !== undefined) labels.band = `band.${label}`;
  if (reason !== undefined) labels.reason = `reason.${reason}`;
  const values: Open<PartLine["values"]> = { points: part.points, maxPoints: part.maxPoints };
  if (pointsAtMost !== undefined) values.pointsAtMost = pointsAtMost;
  if (band !== undefined) values.band = band;
  if (from !== undefined) values.from = from;
  if (below !== undefined) values.below = below;
  return { line: "part", depth: 1, labels, values };
}

/** What a test looks at. */
type Subject = Pick<TestLine["labels"], "axis" | "characteristic" | "feature" | "oneOf">;

/** Labels what a test of a card or of grades looks at; nothing for a test on everything. */
export function labelSubject(condition: Condition, labels: Open<Subject>): void {
  switch (condition.test) {
    case "axis":
      labels.axis = `axis.${condition.axis}`;
      break;
    case "characteristic":
      labels.characteristic = `characteristic.${condition.characteristic}`;
      break;
    case "category": {
      const { feature } = condition;
      labels.feature = `feature.${feature}`;
      labels.oneOf = condition.oneOf.map((id) => `category.${feature}.${id}` as const);
      break;
    }
    case "flag":
    case "amount":
      labels.feature = `feature.${condition.feature}`;
      break;
    case "customer":
    case "total":
    case "any":
      break;
  }
}

/** Adds the lines of a test, and of the tests in it. */
export function addTest(test: TestTrace, depth: number, lines: ExplanationLine[]): void {
  const { condition, points, pointsAtMost, state } = test;
  const labels: Open<TestLine["labels"]> = {
    test: `conditionTest.${condition.test}`,
    outcome: `testOutcome.${test.outcome}`,
  };
  labelSubject(condition, labels);
  if (state !== undefined) labels.state = `partState.${state}`;
  const values: Open<TestLine["values"]> = {};
  if ("is" in condition) values.is = condition.is;
  if ("atLeast" in condition) values.atLeast = condition.atLeast;
  if ("below" in condition) values.below = condition.below;
  if (points !== undefined) values.points = points;
  if (pointsAtMost !== undefined) values.pointsAtMost = pointsAtMost;
  lines.push({ line: "test", depth, labels, values });
  for (const inner of test.of ?? []) addTest(inner, depth + 1, lines);
}

function addRule(rule: RuleTrace, lines: ExplanationLine[]): void {
  const grants = rule.grants === "core" ? ("tier.core" as const) : (`clientType.${rule.grants}` as const);
  const labels = { rule: `typeRule.${rule.rule}`, grants, outcome: `ruleOutcome.${rule.outcome}` } as const;
  lines.push({ line: "rule", depth: 1, labels, values: {} });
  for (const test of rule.tests) addTest(test, 2, lines);
}

function addUnchecked({ unchecked = [] }: Unblocked, lines: ExplanationLine[]): void {
  if (unchecked.length === 0) return;
  const blocks = unchecked.map((id) => `block.${id}` as const);
  lines.push({ line: "unchecked", depth: 0, labels: { blocks }, values: {} });
}

function addSensitive({ sensitive = [] }: Unblocked | Blocked, lines: ExplanationLine[]): void {
  if (sensitive.length === 0) return;
  const features = sensitive.map((id) => `feature.${id}` as const);
  lines.push({ line: "sensitive", depth: 0, labels: { features }, values: {} });
}

/** The line of an input that is required and lacking. */
export function missingLine({ feature, state, characteristic, rule, block }: MissingInput): MissingLine {
  const labels: Open<MissingLine["labels"]> = { feature: `feature.${feature}`, state: `partState.${state}` };
  if (characteristic !== undefined) labels.characteristic = `characteristic.${characteristic}`;
  if (rule !== undefined) labels.rule = `typeRule.${rule}`;
  if (block !== undefined) labels.block = `block.${block}`;
  return { line: "missing", depth: 1, labels, values: {} };
}

function outcomeLine(labels: OutcomeLine["labels"]): OutcomeLine {
  return { line: "outcome", depth: 0, labels, values: {} };
}

function linesOf(result: Classification): ExplanationLine[] {
  const status = `classificationStatus.${result.status}` as const;
  if (result.status === "insufficient-data") return [outcomeLine({ status }), ...result.missing.map(missingLine)];
  if (result.status === "blocked") {
    const labels = { block: `block.${result.block}`, effect: `blockEffect.${result.effect}` } as const;
    const lines: ExplanationLine[] = [outcomeLine({ status }), { line: "block", depth: 1, labels, values: {} }];
    addSensitive(result, lines);
    return lines;
  }
  if (result.status === "not-a-customer") {
    const lines: ExplanationLine[] = [outcomeLine({ status })];
    for (const rule of result.rules) addRule(rule, lines);
    addUnchecked(result, lines);
    addSensitive(result, lines);
    return lines;
  }
  const { type, tier, level, score, scoreAtMost } = result;
  const lines: ExplanationLine[] = [outcomeLine({ status, type: `clientType.${type}` })];
  if (tier !== undefined) lines.push({ line: "tier", depth: 0, labels: { tier: `tier.${tier}` }, values: {} });
  if (level !== undefined) lines.push({ line: "level", depth: 0, labels: { level: `level.${level}` }, values: {} });
  for (const rule of result.rules) addRule(rule, lines);
  const total = { points: score, ...(scoreAtMost === undefined ? {} : { pointsAtMost: scoreAtMost }) };
  lines.push({ line: "score", depth: 0, labels: {}, values: total });
  for (const axis of AXES) {
    const parts = result.parts.filter((part) => part.axis === axis);
    if (parts.length === 0) continue;
    const maxPoints = parts.reduce((sum, part) => sum + part.maxPoints, 0);
    const points = result.axes[axis];
    const most = parts.reduce((sum, part) => sum + (part.pointsAtMost ?? part.points), 0);
    const values = { points, ...(most > points ? { pointsAtMost: most } : {}), maxPoints };
    lines.push({ line: "axis", depth: 0, labels: { axis: `axis.${axis}` }, values });
    for (const part of parts) lines.push(partLine(part));
  }
  addUnchecked(result, lines);
  addSensitive(result, lines);
  return lines;
}

function explained(result: Classification): ClassificationExplanation {
  const { id, version, hash } = result.card;
  return { card: { id, version, hash }, asOf: result.asOf, lines: linesOf(result) };
}

/**
 * Why a classification came out as it did (分类理由), as lines of label keys and figures that `tell` puts into words.
 *
 * First the answer, then the rules in the order tried with each test and the points it saw, then the score by axis and
 * by characteristic with the band it fell into; at the end the sensitive features, and those of protected grounds, that were
 * used for the answer. No value of the customer is repeated, only bands and points. Labels for
 * a bank's own characteristics, bands and rules are the bank's; the library has those for types, tiers, axes, states,
 * tests and outcomes.
 *
 * @param result - what `classify` returned
 * @returns lines, with card and date
 * @throws `customer-classification/invalid-result` when it is not as `classify` made it, with the path to the fault
 * @throws `core/invalid-date`
 * @example
 * const result = classify(exampleRetailCard, { isCustomer: false, mainBankElsewhere: false }, { asOf: "2026-03-31" });
 * result.status // => "insufficient-data"
 * explainClassification(result).lines[1] // => { line: "missing", depth: 1, labels: { feature: "feature.annualIncome", state: "partState.missing", characteristic: "characteristic.annualIncome" }, values: {} }
 * @since 0.1.0
 */
export function explainClassification(result: Classification): ClassificationExplanation;
/**
 * The same for one row of a batch, rebuilt from its ledger.
 *
 * @param batch - what `classifyMany` returned, the very object
 * @param row - index of the row, from 0
 * @returns lines, with card and date
 * @throws `customer-classification/unknown-row` when there is no such row, or the batch is a copy
 * @throws `customer-classification/row-has-issue` when the row has an issue and no value
 * @since 0.1.0
 */
export function explainClassification(batch: ClassificationBatch, row: number): ClassificationExplanation;
export function explainClassification(
  subject: Classification | ClassificationBatch,
  row?: number,
): ClassificationExplanation {
  if (row === undefined && rememberedLedger(subject as ClassificationBatch) === null) {
    return explained(readResult(subject as Classification));
  }
  // a list of results may be mapped, which passes an index beside each
  const isResult = typeof subject === "object" && (subject as unknown) !== null && "status" in subject;
  return explained(isResult ? readResult(subject) : classificationAt(subject as ClassificationBatch, row ?? -1));
}

/** Rows of a copy of a batch; none of what never was one. */
function rowsOf(batch: unknown): number {
  const values: unknown = typeof batch === "object" && batch !== null && "values" in batch ? batch.values : null;
  return Array.isArray(values) ? values.length : 0;
}

/**
 * The full classification of one row of a batch, the same as {@link classify} gives for that record alone.
 *
 * @param batch - what `classifyMany` returned, the very object
 * @param row - index of the row, from 0
 * @returns classification with parts and rules
 * @throws `customer-classification/unknown-row` when there is no such row, or the batch is a copy
 * @throws `customer-classification/row-has-issue` when the row has an issue and no value
 * @example
 * import { money } from "relationship-banking/money";
 * const row = { mediumLongTermAssets: money("60000.00", "CNY") };
 * const batch = classifyMany(exampleStarRateCard, [row], { asOf: "2026-03-31" });
 * classificationAt(batch, 0) // => classify(exampleStarRateCard, row, { asOf: "2026-03-31" })
 * classificationAt(batch, 1) // throws customer-classification/unknown-row
 * @since 0.1.0
 */
export function classificationAt(batch: ClassificationBatch, row: number): Classification {
  const ledger = rememberedLedger(batch);
  if (ledger === null || !Number.isInteger(row) || row < 0 || row >= ledger.rows) {
    throw new DomainError<CustomerClassificationErrorCode>(
      "customer-classification/unknown-row",
      ledger === null ? "batch: a copy has no ledger" : "row: the batch has no such row",
      [ledger === null ? "batch" : "row"],
      { row: typeof row === "number" ? row : describeValue(row), rows: ledger?.rows ?? rowsOf(batch) },
    );
  }
  if (!hasAnswer(ledger, row)) {
    throw new DomainError<CustomerClassificationErrorCode>(
      "customer-classification/row-has-issue",
      "row: has an issue and no value",
      ["row"],
      { row },
    );
  }
  const issues = batch.issues.flatMap(({ row: at, ...issue }) => (at === row ? [issue] : []));
  return traceClassification(ledger, row, issues);
}
