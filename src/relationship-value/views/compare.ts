import type { DateRange } from "../../calendar/index.ts";
import { canonicalJson, toDayNumber, type DecimalString, type Path } from "../../core/index.ts";
import { refuse, shapeOf, type Reader } from "../../core/inner.ts";
import { fromMinorUnits, ratio, toMinorUnits, type Money } from "../../money/index.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import type { ValueHead, ValueItem } from "../items.ts";
import { readOptions, readRows } from "../reading.ts";
import { isSameLength } from "../period-length.ts";
import { mapHeads, mapItems } from "../statement/figures.ts";
import type { IncomeLine, Statement, StatementConventions } from "../types.ts";
import {
  addExchange,
  addPart,
  addRest,
  CHANGE_CAUSES,
  changeOf,
  itemParts,
  type ChangeCause,
  type Comparing,
  type OpenParts,
} from "./change-parts.ts";
import { itemsOf, knownAmount, readKept, type ValueFigure } from "./kept.ts";
import { priorRates } from "./prior-rates.ts";
import type { ValueTraceFinding } from "./reasons.ts";
import { linesOfStatement } from "./trace.ts";

/** The part of a change that has one cause. */
export interface ChangePart<C extends string = string> {
  readonly cause: ChangeCause;
  /** Never 0. */
  readonly amount: Money<C>;
  /** Ids of the lines it comes from, in code-unit order; none for what is known of no line. */
  readonly lines: { readonly current: readonly string[]; readonly prior: readonly string[] };
}

/** A figure beside the one of the period before. */
export interface FigureChange<C extends string = string> {
  /** Null without data. */
  readonly current: Money<C> | null;
  readonly prior: Money<C> | null;
  /** Current less prior; null where one of them has no data: no data is not 0. */
  readonly change: Money<C> | null;
  /** Change ÷ prior, 4 digits; null where there is no change to tell or prior is not above 0. */
  readonly growth: DecimalString | null;
  /** In the order of `CHANGE_CAUSES`; they add up to the change. Empty where it is null or 0 in every part. */
  readonly parts: readonly ChangePart<C>[];
}

/** A statement beside the one of the period before. */
export interface StatementComparison<C extends string = string> {
  readonly client: string;
  readonly currency: C;
  readonly current: DateRange;
  readonly prior: DateRange;
  readonly total: FigureChange<C>;
  readonly heads: Readonly<Record<ValueHead, FigureChange<C>>>;
  readonly items: Readonly<Record<ValueItem, FigureChange<C>>>;
  /** What is wrong with the lines given, as `traceFigure` finds it; none without lines. */
  readonly findings: {
    readonly current: readonly ValueTraceFinding[];
    readonly prior: readonly ValueTraceFinding[];
  };
}

/** The lines of both statements, by which changes are told apart. */
export interface ComparedLines {
  readonly current: readonly IncomeLine[];
  readonly prior: readonly IncomeLine[];
}

const readLines: Reader<ComparedLines> = shapeOf<ComparedLines>({ current: readRows, prior: readRows });

/** Conventions that two statements have in common before they are compared. */
const COMMON = ["currency", "rounding", "rateDay", "referred", "fewestReferred"] as const;

/** A statement with the conventions of another; one with others is refused. */
export function requireSame(
  a: Statement,
  b: Statement,
  place: Path,
  conventions: readonly (keyof StatementConventions)[] = COMMON,
): void {
  for (const convention of conventions) {
    const [one, other] = [a.conventions[convention], b.conventions[convention]];
    if (canonicalJson(one) !== canonicalJson(other)) differ([...place, "conventions", convention], one, other);
  }
}

function differ(path: Path, a: string | number | DateRange, b: string | number | DateRange): never {
  const code = "relationship-value/statements-differ" satisfies RelationshipValueErrorCode;
  return refuse(code, path, "not as in the other statement", { a, b });
}

/** A figure with its change and the parts of it. */
function figureChange<C extends string>(
  comparing: Comparing<C>,
  figure: ValueFigure,
  byItem: Readonly<Record<ValueItem, OpenParts>>,
): FigureChange<C> {
  const { currency } = comparing.current.conventions;
  const [current, prior] = [knownAmount(comparing.current, figure), knownAmount(comparing.prior, figure)];
  const minor = changeOf(current, prior);
  if (current === null || prior === null || minor === null) {
    return { current, prior, change: null, growth: null, parts: [] };
  }
  const parts: OpenParts = new Map();
  for (const item of itemsOf(comparing.current, figure)) {
    for (const [cause, part] of byItem[item]) addPart(parts, cause, part.minor, part);
  }
  if (figure === "total") addExchange(comparing, parts);
  addRest(parts, minor);
  const change = fromMinorUnits(minor, currency);
  return {
    current,
    prior,
    change,
    growth: toMinorUnits(prior) > 0n ? ratio(change, prior, 4) : null,
    parts: CHANGE_CAUSES.flatMap((cause): ChangePart<C>[] => {
      const part = parts.get(cause);
      if (part === undefined || part.minor === 0n) return [];
      const lines = { current: part.current.sort(), prior: part.prior.sort() };
      return [{ cause, amount: fromMinorUnits(part.minor, currency), lines }];
    }),
  };
}

/**
 * A client's value beside that of the period before, and why it changed (与上期比较): each item, head and the total.
 *
 * The parts of a change add up to it exactly, and what nothing explains is shown as `unexplained`. How much can be
 * explained depends on what is given. With the `lines` of both statements, each product of each client under each item
 * is new, gone, grown or shrunk, and what comes from the exchange rate is split off: the flows of this period at this
 * period's rates, less the same flows at the rates of the period before. Without lines, only the total has that effect,
 * from the conversions the statements show. A currency that was converted at several rates before counts at their
 * average by flow; where that lies outside them, the effect stays in the unexplained part. Of referred clients the sum is
 * all there is, and its change is unexplained.
 *
 * An item without data in one period has no change: no data is not 0. In its head and in the total, which did change by
 * what is known now and was not, that amount is a part of its own, so that nobody takes it for growth.
 *
 * @param current - statement of the later period
 * @param prior - statement of an earlier period, of the same client, with the same conventions
 * @param lines - the lines both were made from, with any others among them
 * @returns changes by item and head and in total, with their parts
 * @throws `relationship-value/statements-differ` for another client, currency or convention, or a period before that
 * does not end before the other begins
 * @throws `relationship-value/invalid-option` for what is not a statement; the errors of `money` for an amount in one;
 * `relationship-value/invalid-rate`, `relationship-value/ambiguous-rate`
 * @example
 * const line = (id: string, product: string, period: string, amount: string): IncomeLine =>
 *   ({ id, client: "C-1", product, item: "asset", period, amount: money(amount, "CNY"), basis: "actual" });
 * const lines = [line("1", "loan", "2025", "100"), line("2", "loan", "2026", "120"), line("3", "leasing", "2026", "30")];
 * const [prior, current] = ["2025", "2026"].map((period) =>
 *   relationshipValue(lines.filter((of) => of.period === period), { client: "C-1", period, currency: "CNY" }).statement) as [Statement<"CNY">, Statement<"CNY">];
 * const { total } = compareStatements(current, prior, { current: lines, prior: lines });
 * total.change // => money("50.00", "CNY")
 * total.growth // => "0.5000"
 * total.parts.map(({ cause, amount }) => [cause, amount.amount]) // => [["new", "30.00"], ["grown", "20.00"]]
 * compareStatements(current, prior).total.parts.map(({ cause }) => cause) // => ["unexplained"]
 * @since 0.1.0
 */
export function compareStatements<C extends string>(
  current: Statement<C>,
  prior: Statement<NoInfer<C>>,
  lines?: ComparedLines,
): StatementComparison<C> {
  readKept(current, ["current"]);
  readKept(prior, ["prior"]);
  requireSame(current, prior, ["prior"]);
  requireEarlier(current, prior);
  if (lines !== undefined) readOptions(lines, readLines, "lines");
  const comparing: Comparing<C> = {
    current,
    prior,
    lines:
      lines === undefined
        ? null
        : {
            current: linesOfStatement(current, lines.current, ["lines", "current"]),
            prior: linesOfStatement(prior, lines.prior, ["lines", "prior"]),
          },
    rates: priorRates(prior),
  };
  const byItem = mapItems((item) => itemParts(comparing, item));
  const change = (figure: ValueFigure): FigureChange<C> => figureChange(comparing, figure, byItem);
  const found = (side: keyof ComparedLines): readonly ValueTraceFinding[] =>
    [...(comparing.lines?.[side].findings.values() ?? [])].flat();
  return {
    client: current.client,
    currency: current.conventions.currency,
    current: current.conventions.period,
    prior: prior.conventions.period,
    total: change("total"),
    heads: mapHeads(change),
    items: mapItems(change),
    findings: { current: found("current"), prior: found("prior") },
  };
}

/** A statement of the same client and of a period before; another one is refused. */
function requireEarlier(current: Statement, prior: Statement): void {
  if (current.client !== prior.client) differ(["prior", "client"], current.client, prior.client);
  const [now, before] = [current.conventions.period, prior.conventions.period];
  // a year beside a month would look like growth
  if (toDayNumber(before.to) > toDayNumber(now.from) || !isSameLength(before, now))
    differ(["prior", "conventions", "period"], now, before);
}
