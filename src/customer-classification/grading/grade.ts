import { describeValue, toDayNumber, type Issue, type RowIssue } from "../../core/index.ts";
import {
  kindOfValue,
  optional,
  readDate,
  readList,
  readObject,
  recordOf,
  refuse,
  shapeOf,
  type Reader,
} from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { buildLedger } from "../ledger/build.ts";
import type { RecordSource } from "../ledger/record-source.ts";
import { sourceOf } from "../ledger/columns.ts";
import { ROW_INVALID } from "../ledger/ledger.ts";
import { datesOf, issuesOf, refusedValueError, refusedValues } from "../ledger/source.ts";
import type { CardStamp } from "../card/scorecard.ts";
import type { FeatureColumns, FeatureRow } from "../record.ts";
import { decideGrade, groupsOf, traceGrades, type GradingFacts } from "./decide.ts";
import { listsInForce } from "./lists-in-force.ts";
import type { GradeBatch, GradeResult, GradeSummary, GradingContext, GradingStamp } from "./outcomes.ts";
import type { GradingPolicy, PreparedGradingPolicy } from "./policy.ts";
import { gradingInForce } from "./prepare.ts";
import type { ResolvedGrading } from "./resolved.ts";

const CONTEXT = "customer-classification/invalid-context" satisfies CustomerClassificationErrorCode;
const RECORD = "customer-classification/invalid-record" satisfies CustomerClassificationErrorCode;

/** Names that a finding shows. */
const MOST_NAMES = 20;

let readShape: Reader<GradingContext> | null = null;

function readContext(context: GradingContext): GradingContext {
  readObject(context, ["context"], CONTEXT);
  // each list is read as a document of its own
  readShape ??= shapeOf<GradingContext>({
    asOf: readDate,
    observedAt: optional(recordOf(readDate)),
    lists: optional(readList),
  });
  return readShape(context, [], CONTEXT);
}

/** The call with everything about it that does not depend on the records. */
interface Call {
  readonly grading: ResolvedGrading;
  readonly lists: GradingFacts["lists"];
  readonly stamp: GradingStamp;
  readonly dates: ReturnType<typeof datesOf>;
}

function resolveCall(policy: GradingPolicy | PreparedGradingPolicy, context: GradingContext): Call {
  const { asOf, lists: given = [] } = readContext(context);
  const day = toDayNumber(asOf, "asOf");
  const grading = gradingInForce(policy, asOf, day);
  const lists = listsInForce(given, grading.lists, day);
  const stamps = grading.lists.flatMap((id): CardStamp[] => {
    const list = lists.get(id);
    return typeof list === "object" ? [list.stamp] : [];
  });
  return {
    grading,
    lists,
    stamp: { policy: grading.stamp, lists: stamps, asOf },
    dates: datesOf(grading.card, context, day),
  };
}

/** The facts of the clients of a source, and what is wrong with a record or an id by row. */
function factsOf(
  { grading, lists, dates }: Call,
  source: RecordSource,
): { readonly facts: GradingFacts; readonly wrong: ReadonlyMap<number, Issue> } {
  const ledger = buildLedger(grading.card, source, dates, true);
  const { clientField } = grading.policy;
  const wrong = new Map(source.broken);
  const clients: (string | null)[] = [];
  for (let row = 0; row < source.rows; row++) {
    const id = source.valueAt(clientField, row) ?? null;
    const isName = typeof id === "string" && id.trim() !== "";
    clients.push(isName ? id : null);
    // an id of another kind would be on no list, whoever it stands for
    if (!isName && id !== null && grading.lists.length > 0 && !wrong.has(row)) {
      wrong.set(row, {
        code: RECORD,
        path: [clientField],
        details: { received: describeValue(id), ...kindOfValue(id) },
      });
    }
  }
  return { facts: { grading, ledger, lists, clients }, wrong };
}

/**
 * Grades one client (客户分级): the best of the policy's grades that is reached in any of its ways, with every test traced.
 *
 * The grades are tried from the best down. A grade is reached when all tests of one of its rules hold. Where a rule of a
 * better grade hangs on a value that is not known, or on a list that was not given or is not in force, the answer is
 * `insufficient-data`, with the grade that is sure and the best that is possible. Whoever is on a list is on it whatever
 * the other values are; a value of the wrong kind is refused all the same, as a fault of the feed.
 *
 * @param policy - plain or prepared, in force on `asOf`
 * @param record - values by feature id and the client's id; it may have fields of its own
 * @param context - the date, when values were observed, and the lists of names
 * @returns `graded`, or `insufficient-data` with what is missing
 * @throws `customer-classification/invalid-value` for an invalid value that a rule looks at, and
 * `customer-classification/invalid-observation` where its date is at fault
 * @throws `customer-classification/invalid-record` when the record is not an object, has a name that is nearly one the
 * policy reads, or an id that is not a text and the policy looks it up on a list
 * @throws `customer-classification/invalid-grading-policy` see {@link prepareGradingPolicy}
 * @throws `customer-classification/invalid-name-list` when a list is not one, names a client twice, or two versions of it
 * are in force; `core/invalid-policy` when its days in force are reversed
 * @throws `customer-classification/invalid-context`, `customer-classification/unknown-feature` for `observedAt`
 * @throws `core/no-policy-in-force` when the policy is not in force on `asOf`
 * @throws `core/invalid-date`
 * @example
 * import { money } from "relationship-banking/money";
 * const lists = [{
 *   id: "strategic-clients", version: "2026-1", status: "house", effectiveFrom: "2026-01-01", sources: ["memo 7/2026"], clients: ["C-1"],
 * }, {
 *   id: "supported-clients", version: "2026-1", status: "house", effectiveFrom: "2026-01-01", sources: ["memo 7/2026"], clients: [],
 * }] as const;
 * const client = { clientId: "C-2", payrollPeople: 180, payrollMonthly: money("900000.00", "CNY") };
 * const result = gradeClient(exampleCorporateGrades, client, { asOf: "2026-03-31", lists });
 * result.status === "graded" && [result.grade, result.by] // => ["premium", ["payroll"]]
 * const listed = gradeClient(exampleCorporateGrades, { clientId: "C-1" }, { asOf: "2026-03-31", lists });
 * listed.status === "graded" && [listed.grade, listed.by] // => ["strategic", ["named-strategic"]]
 * gradeClient(exampleCorporateGrades, client, { asOf: "2026-03-31" }).status // => "insufficient-data"
 * @since 0.1.0
 */
export function gradeClient<R extends FeatureRow<R>>(
  policy: GradingPolicy | PreparedGradingPolicy,
  record: R,
  context: GradingContext,
): GradeResult {
  const call = resolveCall(policy, context);
  const source = sourceOf([record], call.grading.card);
  const { facts, wrong } = factsOf(call, source);
  const issue = wrong.get(0);
  if (issue !== undefined) refuse(issue.code, ["record", ...issue.path], "not a client's record", issue.details);
  if (facts.ledger.status[0] === ROW_INVALID) {
    const [first] = refusedValues(facts.ledger, source, 0);
    if (first !== undefined) throw refusedValueError(first);
  }
  const summary = decideGrade(facts, 0);
  if (summary.status === "insufficient-data") {
    return { ...summary, rules: traceGrades(facts, summary.atLeast, 0), ...call.stamp };
  }
  const { grade, by } = summary;
  return {
    ...summary,
    restsOn: groupsOf(facts, by, 0),
    rules: traceGrades(facts, grade, 0),
    ...call.stamp,
  };
}

/** The names on lists that no client of a book has: a list that was written with other ids looks like one with nobody on it. */
function unseenNames({ grading, lists }: Call, clients: GradingFacts["clients"]): readonly Issue[] {
  const seen = new Set<unknown>(clients);
  return grading.lists.flatMap((id): Issue[] => {
    const list = lists.get(id);
    if (typeof list !== "object") return [];
    const unseen = [...list.clients].filter((client) => !seen.has(client)) as string[];
    if (unseen.length === 0) return [];
    return [
      {
        code: "customer-classification/listed-clients-unseen" satisfies CustomerClassificationErrorCode,
        path: ["lists", id],
        details: {
          list: id,
          version: list.stamp.version,
          unseen: unseen.length,
          of: list.clients.size,
          clients: unseen.slice(0, MOST_NAMES),
        },
      },
    ];
  });
}

/**
 * Grades a whole book, rows or columns, as {@link gradeClient} does one record.
 *
 * A row that is refused never stops the others: its value is `null`, and an issue says why. The summaries carry no rules:
 * grade the record of a row alone to have them. `findings` names the clients on lists whom no row of the book is; a list
 * written with other ids than the book would otherwise look like one with nobody on it.
 *
 * @param policy - plain or prepared, in force on `asOf`
 * @param rows - one record per row
 * @param context - the date, when values were observed, and the lists of names
 * @returns summaries and issues in row order, findings, policy, lists and date
 * @throws the errors of {@link gradeClient} that are not about a record
 * @example
 * import { money } from "relationship-banking/money";
 * const rows = [{ clientId: "C-1", annualRevenue: money("82000.00", "CNY"), office: "city" }, { clientId: "C-2", annualRevenue: money("240000.00", "CNY") }];
 * const { values } = gradeMany(exampleMajorClientGrades, rows, { asOf: "2026-03-31" });
 * values[0] // => { status: "graded", grade: "class-1", step: 3, by: ["class-1-revenue"] }
 * values[1] // => { status: "insufficient-data", atLeast: "class-1", atMost: "provincial", missing: [{ feature: "office", state: "missing", rule: "provincial-county" }] }
 * @since 0.1.0
 */
export function gradeMany<R extends FeatureRow<R>>(
  policy: GradingPolicy | PreparedGradingPolicy,
  rows: readonly R[],
  context: GradingContext,
): GradeBatch;
/**
 * The same for columns.
 *
 * @param policy - plain or prepared, in force on `asOf`
 * @param columns - one column per feature, all of one length, and one of the clients' ids
 * @param context - the date, when values were observed, and the lists of names
 * @returns summaries and issues in row order, findings, policy, lists and date
 * @throws `customer-classification/ragged-columns`
 * @throws `customer-classification/invalid-columns` when the argument is neither rows nor columns of values, or a name is
 * nearly a field's that the policy reads
 * @throws the errors of the row form
 * @since 0.1.0
 */
export function gradeMany(
  policy: GradingPolicy | PreparedGradingPolicy,
  columns: FeatureColumns,
  context: GradingContext,
): GradeBatch;
export function gradeMany(
  policy: GradingPolicy | PreparedGradingPolicy,
  rowsOrColumns: readonly object[] | FeatureColumns,
  context: GradingContext,
): GradeBatch {
  const call = resolveCall(policy, context);
  const source = sourceOf(rowsOrColumns, call.grading.card);
  const { facts, wrong } = factsOf(call, source);
  const { ledger } = facts;
  const values: (GradeSummary | null)[] = [];
  const issues: RowIssue[] = [];
  for (let row = 0; row < source.rows; row++) {
    const issue = wrong.get(row);
    const refused = issue === undefined && ledger.status[row] === ROW_INVALID;
    values.push(issue !== undefined || refused ? null : decideGrade(facts, row));
    if (issue !== undefined) issues.push({ row, ...issue });
    if (!refused) continue;
    for (const fault of issuesOf(refusedValues(ledger, source, row))) issues.push({ row, ...fault });
  }
  return { values, issues, findings: unseenNames(call, facts.clients), ...call.stamp };
}
