import { DomainError, type RowIssue } from "../../core/index.ts";
import { compareTexts, listOf, oneOf, optional, readFlag, shapeOf, type Reader } from "../../core/inner.ts";
import { readingMembers, resolveReading } from "./context.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { mapItems, mapTraced, NO_CELL, valueFigures, type Cell } from "./figures.ts";
import { isRelatedItem, readGroup, rolesOf, type RelationshipRoles } from "./group.ts";
import { FEWEST_REFERRED, readFewest, relatedFigures, relatedSums } from "./related.ts";
import { bookedItems, incomeBases, valueItems } from "../items.ts";
import { headOf } from "../head-of.ts";
import { amountOrIssue, identityIssue, scanTerms, unreadable, type ReadTerms } from "../income-line.ts";
import { clearanceGaps, creditFindings, type IncomeFinding, type UnclearedLine } from "./clearance.ts";
import { conversionFigures, prepareRates } from "./rates.ts";
import { OPTION, readId, readOptions, readRows } from "../reading.ts";
import { REFERRED_TREATMENTS, type IncomeLine, type Statement, type StatementOptions } from "../types.ts";
import type { IncomeBasis, ValueItem } from "../items.ts";

/** A statement and what was wrong with the lines. */
export interface StatementResult<C extends string = string> {
  readonly statement: Statement<C>;
  /** In row order; a row with an issue is in no figure. */
  readonly issues: readonly RowIssue[];
  /** In row order: lines that count, and that somebody has to look at. */
  readonly findings: readonly IncomeFinding[];
}

const readStatement: Reader<StatementOptions> = shapeOf<StatementOptions>({
  ...readingMembers,
  client: readId,
  group: optional(readGroup),
  referred: optional(oneOf(REFERRED_TREATMENTS)),
  fewestReferred: optional(readFewest),
  statedNone: optional(listOf(oneOf(valueItems))),
  clientHasCredit: optional(readFlag),
});

/**
 * The value of one client relationship under three heads and eleven items (客户关系价值).
 *
 * `lines` may be the whole book; only lines of the client and of the clients its `group` names count. The client's own
 * lines appear under the item they are booked to, and all lines of a related client under its related item: related
 * income is a view of lines booked elsewhere, so statements of different clients must not be added up (`valueBook` does
 * that). Each line appears in one place only: a client named both as a subsidiary and as referred counts as a
 * subsidiary, and `relatedClients` says so.
 *
 * Referred clients are clients of their own, and reach the statement as a sum: neither who they are, nor their lines,
 * findings or conversions are in it, and what fewer than `fewestReferred` of them have on a basis is withheld from every
 * figure, so that no difference tells it.
 *
 * direct + related + other = total, to the cent. An item without lines is `null` with status `no-data`, never 0, unless
 * `statedNone` says that there was nothing; a head without data is 0 in `heads`, for arithmetic, and `no-data` in
 * `headDetails`. Lines must lie wholly within the period: nothing is prorated. Amounts in other currencies are converted
 * once per line with the latest rate on or before the rate day, and rounded there; `conversions` shows the differences.
 *
 * Nothing is dropped silently: a row that cannot be counted has an issue (bad id, item, basis, amount or period,
 * outside or only partly inside the period, no rate, an id already read), and `lines` says where every row went. Of two
 * rows with the same id, the first counts. Apart from that, the order of the rows changes nothing.
 *
 * Advertising and sponsorship count like any other income, but must not be the price of credit: a line of a client who
 * has credit, or whose parent or subsidiary in `group` has, has a finding unless its `clearance` says that it is
 * voluntary, unrelated to credit, and who approved it, no later than the day on which the line's period begins.
 *
 * @param lines - income lines, each booked to exactly one client
 * @param options - whose value, in which period and currency, and by which conventions
 * @returns the statement, the issues of rows in row order, and the findings about rows that count
 * @throws `relationship-value/empty-id`, `relationship-value/client-in-own-group` for a wrong client or group
 * @throws `relationship-value/stated-none-but-booked` when an item in `statedNone` has lines
 * @throws `relationship-value/invalid-option`, `relationship-value/invalid-rate`, `relationship-value/ambiguous-rate`
 * @throws `calendar/invalid-period`, `money/unknown-currency`, `money/invalid-rounding`
 * @throws `money/amount-too-large` when a figure has more than 18 digits
 * @see 七不准 (银监会 2012): 不得以贷收费, 不得存贷挂钩; Hong Kong, Prevention of Bribery Ordinance (Cap. 201), s. 9
 * @see 客户关系价值 of the source: 直接收益, 相关客户收益, 其它收益; strategy plan section 7
 * @example
 * const lines: IncomeLine[] = [
 *   { id: "L1", client: "C-001", product: "loan", item: "asset", period: "2026-Q1", amount: money("120000", "CNY"), basis: "actual" },
 *   { id: "L2", client: "C-001", product: "forum", item: "forum-attendance", period: "2026-03", amount: money("5000", "CNY"), basis: "estimated" },
 *   { id: "L3", client: "C-002", product: "payroll", item: "intermediary", period: "2026-Q1", amount: money("25000", "CNY"), basis: "accrued" },
 * ];
 * const { statement } = relationshipValue(lines, { client: "C-001", group: { subsidiaries: ["C-002"] }, period: "2026", currency: "CNY" });
 * statement.total // => money("150000.00", "CNY")
 * statement.heads.related // => money("25000.00", "CNY")
 * statement.items.liability.amount // => null
 * ratio(statement.heads.direct, statement.total, 4) // => "0.8000"
 * @since 0.1.0
 */
export function relationshipValue<C extends string>(
  lines: readonly IncomeLine[],
  options: StatementOptions<C>,
): StatementResult<C> {
  readOptions<StatementOptions>(options, readStatement);
  readRows(lines, ["lines"], OPTION);
  const { client, currency, group = {}, referred = "inside", fewestReferred = FEWEST_REFERRED } = options;
  const roles = rolesOf(client, group);
  const { context, conventions } = resolveReading(options, lines.length);
  // what is converted for referred clients is recorded apart: of them a statement tells nothing but a sum
  const apart = { ...context, rates: prepareRates(options.rates ?? [], currency) };
  const own = openCells();
  const members = openCells();
  const counts = mapItems(() => 0);
  const trace = mapTraced((): string[] => []);
  const issues: RowIssue[] = [];
  const terms: ReadTerms = { item: 0, basis: 0, firstDay: 0, lastDay: 0 };
  const uncleared: UnclearedLine[] = [];
  let otherClients = 0;

  for (const [row, line] of lines.entries()) {
    try {
      const wrongId = identityIssue(context, line, true);
      if (wrongId !== null) {
        issues.push({ row, ...wrongId });
        continue;
      }
      const role = roles.get(line.client)?.[0];
      if (role === undefined) {
        otherClients++;
        continue;
      }
      const wrong = scanTerms(context, line, terms);
      const minor = wrong ?? amountOrIssue(role === "referred" ? apart : context, line, terms.lastDay);
      if (typeof minor !== "bigint") {
        issues.push({ row, ...minor });
        continue;
      }
      // the index came from `bookedItems`, so the fallback is never taken
      const item = role === "own" ? (bookedItems[terms.item] ?? "asset") : role;
      if (role === "own") own.add(item, terms.basis, minor);
      else members.add(line.client, terms.basis, minor);
      counts[item]++;
      // a referred client's line is named and looked at in its own statement
      if (item === "referred") continue;
      trace[item].push(line.id);
      const gaps = clearanceGaps(line, terms.firstDay);
      if (gaps.length > 0) uncleared.push({ row, line, gaps });
    } catch (e) {
      issues.push({ row, ...unreadable(e) });
    }
  }

  const related = relatedSums(roles, members.cell, fewestReferred);
  const none = statedNoneOf(options.statedNone ?? [], counts);
  const figures = valueFigures({
    currency,
    cell: (item, basis) => (isRelatedItem(item) ? related.cell(item, basis) : own.cell(item, basis)),
    withoutLines: (item) => (none.includes(item) ? "stated-none" : "no-data"),
    inTotal: (item) => item !== "referred" || referred === "inside",
    isWithheld: (item) => item === "referred" && related.referred.withheld.length > 0,
  });
  for (const ids of Object.values(trace)) ids.sort();
  const statement = {
    client,
    ...figures,
    relatedClients: relatedFigures(roles, members.cell, currency),
    referredClients: related.referred,
    trace,
    conversions: conversionFigures(context.rates, currency),
    lines: {
      given: lines.length,
      counted: lines.length - otherClients - issues.length,
      otherClients,
      refused: issues.length,
    },
    conventions: { ...conventions, referred, fewestReferred },
  };
  const known = options.clientHasCredit === true ? [client] : [];
  const findings = creditFindings(uncleared, lines, known, (id, borrowers) => borrowerFor(id, roles, borrowers));
  return { statement, issues, findings };
}

/** Whose credit a line of a client may be the price of: its own or, in a parent with its subsidiaries, that of another. */
function borrowerFor(client: string, roles: RelationshipRoles, borrowers: ReadonlySet<string>): string | null {
  if (borrowers.has(client)) return client;
  const isOfParent = (id: string): boolean => ["own", "subsidiary"].includes(roles.get(id)?.[0] ?? "");
  return isOfParent(client) ? ([...borrowers].filter(isOfParent).sort(compareTexts)[0] ?? null) : null;
}

/** Running sums by a key and a basis. */
interface OpenCells {
  readonly add: (key: string, basis: number, minor: bigint) => void;
  readonly cell: (key: string, basis: IncomeBasis) => Cell;
}

function openCells(): OpenCells {
  const cells = new Map<string, { minor: bigint; lineCount: number }>();
  return {
    add: (key, basis, minor) => {
      const at = `${String(basis)} ${key}`;
      const cell = cells.get(at);
      if (cell === undefined) cells.set(at, { minor, lineCount: 1 });
      else {
        cell.minor += minor;
        cell.lineCount++;
      }
    },
    cell: (key, basis) => cells.get(`${String(incomeBases.indexOf(basis))} ${key}`) ?? NO_CELL,
  };
}

/** An item cannot both have brought nothing and have lines: one of the two is wrong, and no figure should hide it. */
function statedNoneOf(
  statedNone: readonly ValueItem[],
  counts: Readonly<Record<ValueItem, number>>,
): readonly ValueItem[] {
  for (const [index, item] of statedNone.entries()) {
    if (counts[item] === 0) continue;
    throw new DomainError<RelationshipValueErrorCode>(
      "relationship-value/stated-none-but-booked",
      `statedNone[${String(index)}]: ${item} has lines`,
      ["statedNone", index],
      { item, head: headOf(item), lineCount: counts[item] },
    );
  }
  return statedNone;
}
