import { DomainError, toDayNumber, type RowIssue } from "../../core/index.ts";
import { optional, shapeOf, type Reader } from "../../core/inner.ts";
import { bookMembers, readBookLines, type BookOptions } from "../book/book.ts";
import { closeBook, ledgerOfBook, type ValueBook } from "../book/handle.ts";
import {
  addClient,
  countOnceLess,
  hasLines,
  ledgerOfRows,
  openLedger,
  openRegistry,
  positionOf,
  type BookLedger,
} from "../book/ledger.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { OPTION, readId, readOptions, readRows } from "../reading.ts";
import type { IncomeFinding } from "../statement/clearance.ts";
import type { IncomeLine } from "../types.ts";
import { readTeams, type Pair, type Stretch, type TeamAssignment } from "./assignments.ts";
import { derivedBook } from "./derived-book.ts";
import { addAllParts, addParts, NOBODY, openParts, splitOfPeriod, splitOver, type Parts } from "./split.ts";

/** What may be split among the managers of a client. */
export const VALUE_SPLITS = ["by-line", "by-sum"] as const;

/**
 * What is split among the managers of a client: each line, by days and shares; or each sum of a client, item and basis, by
 * shares.
 */
export type ValueSplit = (typeof VALUE_SPLITS)[number];

/**
 * A book by manager and by unit: `managers` + `unassigned` = `book`, and `units` + `withoutUnit` + `unassigned` = `book`,
 * in the total and in every head, item and basis, exactly.
 *
 * Each is a book of its own. A line that several managers share is among the lines of each of them, and once among those
 * of their unit; so the lines of `managers` and of `units` may be more than those of `book`.
 */
export interface ManagerValues<C extends string = string> {
  readonly book: ValueBook<C>;
  /** Managers stand where clients stand in a book. */
  readonly managers: ValueBook<C>;
  /** Branches, teams or departments stand where clients stand. */
  readonly units: ValueBook<C>;
  /** What is booked to managers without a unit, by manager. */
  readonly withoutUnit: ValueBook<C>;
  /** What is booked to nobody, by client: without an assignment, or with shares that do not add up to one. */
  readonly unassigned: ValueBook<C>;
  readonly split: ValueSplit;
  /** About assignments, in row order; where shares do not add up, the first row in force is named. */
  readonly assignmentIssues: readonly RowIssue[];
}

/** A book of lines by manager and by unit. */
export interface LineManagerValues<C extends string = string> extends ManagerValues<C> {
  /** About lines, in row order; a line with an issue is in no figure. */
  readonly issues: readonly RowIssue[];
  /** In row order: lines that count, and that somebody has to look at. */
  readonly findings: readonly IncomeFinding[];
}

/** What is behind values by manager: pairs of manager and client, with their cells. */
interface Booked {
  readonly pairs: readonly Pair[];
  readonly ledger: BookLedger;
  readonly shared: Parts["shared"];
}

const BOOKED = new WeakMap<ManagerValues, Booked>();

const readLineOptions: Reader<BookOptions> = shapeOf<BookOptions>(bookMembers);

/**
 * The value of a book by manager and by branch: what each brings who is in charge of clients, alone or in a team.
 *
 * Every line goes to those who are in charge of its client on its days. A line before a transfer is the first manager’s,
 * a line after it the second’s; one that spans the day is cut by days, and what a team shares by shares: the weight of a
 * manager is the sum of their shares over the days of the line. The amount is split once by these weights, by largest
 * remainder (ties to the manager first in code-unit order, the unassigned part last), so that the parts are the line to
 * the minor unit. On each day the shares of a client add up to exactly one; income of days on which they do not is
 * `unassigned`, with an issue, and so is that of a client without an assignment. Nothing is lost: managers + unassigned =
 * book.
 *
 * Parts of a book that was split in any way can be merged with `mergeValueBooks`, managers with managers and units with
 * units: each line is split by itself.
 *
 * @param lines - income lines of any number of clients
 * @param assignments - who is in charge of whom, in any order
 * @param options - period, currency and conventions, as of `valueBook`
 * @returns the book, the books of managers and units, what is unassigned, and the issues of both kinds of rows
 * @throws `relationship-value/invalid-option`, `relationship-value/invalid-rate`, `relationship-value/ambiguous-rate`
 * @throws `relationship-value/empty-id` for a client in `clientsWithCredit` without an id
 * @throws `calendar/invalid-period`, `money/unknown-currency`, `money/invalid-rounding`
 * @throws `money/amount-too-large` when a figure has more than 18 digits
 * @see library convention: double credit may be shown, but what is booked adds up
 * @example
 * const lines: IncomeLine[] = [
 *   { id: "L1", client: "C-1", product: "loan", item: "asset", period: "2026-06", amount: money("300", "CNY"), basis: "actual" },
 *   { id: "L2", client: "C-2", product: "fund", item: "intermediary", period: "2026-Q2", amount: money("100.01", "CNY"), basis: "actual" },
 * ];
 * const values = valueByManager(lines, [
 *   { client: "C-1", manager: "E-1", unit: "B-1", to: "2026-06-11" },
 *   { client: "C-1", manager: "E-2", unit: "B-1", from: "2026-06-11" },
 *   { client: "C-2", manager: "E-1", unit: "B-1", share: "0.5" },
 *   { client: "C-2", manager: "E-3", unit: "B-2", share: "0.5" },
 * ], { period: "2026", currency: "CNY" });
 * topClients(values.managers, { n: 9 }).map(({ client, amount }) => [client, amount.amount]) // => [["E-2", "200.00"], ["E-1", "150.01"], ["E-3", "50.00"]]
 * topClients(values.units, { n: 9 }).map(({ client, amount }) => [client, amount.amount]) // => [["B-1", "350.01"], ["B-2", "50.00"]]
 * @since 0.1.0
 */
export function valueByManager<C extends string>(
  lines: readonly IncomeLine[],
  assignments: readonly TeamAssignment[],
  options: BookOptions<C>,
): LineManagerValues<C> {
  readOptions<BookOptions>(options, readLineOptions);
  readRows(lines, ["lines"], OPTION);
  readRows(assignments, ["assignments"], OPTION);
  const days = { first: new Int32Array(lines.length), last: new Int32Array(lines.length) };
  const { registry, rows, facts, issues, findings } = readBookLines(lines, options, days);
  const ledger = ledgerOfRows(registry, rows);
  const { from, to } = facts.conventions.period;
  const teams = readTeams(assignments, toDayNumber(from), toDayNumber(to));
  const byPosition = registry.clients.map((client) => teams.of.get(client));
  const parts = openParts(teams.pairs, registry.clients);
  const wrong = new Map<Stretch, RowIssue>();
  for (let row = 0; row < lines.length; row++) {
    const position = rows.positions[row]!;
    if (position < 0) continue;
    const plain = rows.minor[row]!;
    const minor = Number.isNaN(plain) ? (rows.exact.get(row) ?? 0n) : plain;
    const team = byPosition[position];
    const split = team === undefined ? NOBODY : splitOver(team, days.first[row]!, days.last[row]! + 1, wrong);
    addParts(parts, position, rows.slots[row]!, minor, 1, split);
  }
  const book = closeBook(ledger, facts);
  const assignmentIssues = [...teams.issues, ...wrong.values()].sort(byRow);
  return close({ book, split: "by-line", assignmentIssues, issues, findings }, teams.pairs, parts);
}

/**
 * The value of a book by manager and by branch where no client was transferred within its period.
 *
 * A book knows sums and not days: each sum of a client, item and basis is split by the shares of those in charge, by
 * largest remainder. Where the people or the shares of a client change within the period, its value is `unassigned`, with
 * an issue; `valueByManager` cuts its lines.
 *
 * @param book - rolled-up book, also one of columns or a merged one
 * @param assignments - who is in charge of whom, in any order
 * @returns the books of managers and units, what is unassigned, and the issues of assignments
 * @throws `relationship-value/unknown-book`, `relationship-value/invalid-option`
 * @throws `money/amount-too-large` when a figure has more than 18 digits
 * @example
 * const line = { id: "L1", client: "C-1", product: "loan", item: "asset", period: "2026", amount: money("0.05", "CNY"), basis: "actual" } as const;
 * const { book } = valueBook([line], { period: "2026", currency: "CNY" });
 * const { managers, units, withoutUnit } = bookByManager(book, [
 *   { client: "C-1", manager: "E-2", unit: "B-1", share: "0.5" },
 *   { client: "C-1", manager: "E-1", share: "0.5" },
 * ]);
 * topClients(managers, { n: 2 }).map(({ client, amount }) => [client, amount.amount]) // => [["E-1", "0.03"], ["E-2", "0.02"]]
 * const byUnit = [units, withoutUnit];
 * byUnit.map(({ figures }) => figures.total.amount) // => ["0.02", "0.03"]
 * @since 0.1.0
 */
export function bookByManager<C extends string>(
  book: ValueBook<C>,
  assignments: readonly TeamAssignment[],
): ManagerValues<C> {
  const ledger = ledgerOfBook(book);
  readRows(assignments, ["assignments"], OPTION);
  const { from, to } = book.conventions.period;
  const teams = readTeams(assignments, toDayNumber(from), toDayNumber(to));
  const parts = openParts(teams.pairs, ledger.clients);
  const wrong: RowIssue[] = [];
  for (const [position, client] of ledger.clients.entries()) {
    if (!hasLines(ledger, position)) continue;
    const team = teams.of.get(client);
    const split = team === undefined ? NOBODY : splitOfPeriod(team, wrong);
    addAllParts(parts, ledger, position, split);
  }
  const assignmentIssues = [...teams.issues, ...wrong].sort(byRow);
  return close({ book, split: "by-sum", assignmentIssues }, teams.pairs, parts);
}

/**
 * The clients of one manager, or of one branch: a book of what is booked to them, for the same questions as the whole.
 *
 * @param values - from `valueByManager` or `bookByManager`
 * @param of - the manager, the unit, or a manager in a unit
 * @returns a book whose clients are those of the manager or unit; one without clients where nothing is booked to it
 * @throws `relationship-value/unknown-book` for a copy of the values, `relationship-value/invalid-option`
 * @throws `relationship-value/empty-id`
 * @example
 * const line = { id: "L1", client: "C-1", product: "loan", item: "asset", period: "2026", amount: money("9", "CNY"), basis: "actual" } as const;
 * const values = valueByManager([line], [{ client: "C-1", manager: "E-1", unit: "B-1" }], { period: "2026", currency: "CNY" });
 * bookClients(bookOfManager(values, { manager: "E-1" })) // => ["C-1"]
 * bookOfManager(values, { unit: "B-2" }).clientCount // => 0
 * @since 0.1.0
 */
export function bookOfManager<C extends string>(
  values: ManagerValues<C>,
  of: { readonly manager?: string; readonly unit?: string },
): ValueBook<C> {
  const booked = BOOKED.get(values);
  if (booked === undefined) {
    throw new DomainError<RelationshipValueErrorCode>(
      "relationship-value/unknown-book",
      "values: a copy of values by manager has no clients; make them again with valueByManager",
      ["values"],
    );
  }
  const { manager, unit } = readOptions(of, readManager, "of");
  const isTheirs = (pair: Pair): boolean =>
    (manager === undefined || pair.manager === manager) && (unit === undefined || pair.unit === unit);
  return gathered(booked, values.book, (pair) => (isTheirs(pair) ? pair.client : null));
}

const readManager: Reader<{ readonly manager?: string; readonly unit?: string }> = shapeOf<{
  readonly manager?: string;
  readonly unit?: string;
}>({ manager: optional(readId), unit: optional(readId) });

/** The books of managers, units and the rest, from the parts of everybody. */
function close<C extends string, Facts extends { readonly book: ValueBook<C> }>(
  facts: Facts,
  pairs: readonly Pair[],
  { pairs: ledger, shared, unassigned }: Parts,
): Facts & Pick<ManagerValues<C>, "managers" | "units" | "withoutUnit" | "unassigned"> {
  const { book } = facts;
  const booked = { pairs, ledger, shared };
  const rest = openRegistry();
  const positions = unassigned.clients.flatMap((client, position) => {
    if (!hasLines(unassigned, position)) return [];
    positionOf(rest, client);
    return [position];
  });
  const left = openLedger(rest);
  for (const [target, position] of positions.entries()) addClient(left, target, unassigned, position);
  const values = Object.freeze({
    ...facts,
    managers: gathered(booked, book, ({ manager }) => manager),
    units: gathered(booked, book, ({ unit }) => unit),
    withoutUnit: gathered(booked, book, ({ manager, unit }) => (unit === null ? manager : null)),
    unassigned: derivedBook(left, book.conventions),
  });
  BOOKED.set(values as unknown as ManagerValues, booked);
  return values;
}

/** A book of what is booked to pairs, by a name of theirs; those without it are left out. A line shared by pairs of one name is one. */
function gathered<C extends string>(
  { pairs, ledger, shared }: Booked,
  { conventions }: ValueBook<C>,
  nameOf: (pair: Pair) => string | null,
): ValueBook<C> {
  const registry = openRegistry();
  const targets = pairs.map((pair, at) => {
    const name = hasLines(ledger, at) ? nameOf(pair) : null;
    return name === null ? -1 : positionOf(registry, name);
  });
  const book = openLedger(registry);
  for (const [at, target] of targets.entries()) if (target >= 0) addClient(book, target, ledger, at);
  for (const { pairs: sharing, counts } of shared.values()) {
    const named = new Set<number>();
    for (const target of sharing.map((at) => targets[at]!)) {
      if (target < 0) continue;
      if (named.has(target)) countOnceLess(book, target, counts);
      named.add(target);
    }
  }
  return derivedBook(book, conventions);
}

const byRow = (a: RowIssue, b: RowIssue): number => a.row - b.row;
