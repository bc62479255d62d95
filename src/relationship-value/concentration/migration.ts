import { rateOf, readInteger, type Rate } from "../../core/index.ts";
import { compareTexts, listOf, oneOf, optional, shapeOf, type Reader } from "../../core/inner.ts";
import type { DateRange } from "../../calendar/index.ts";
import { fromMinorUnits, type Money } from "../../money/index.ts";
import { matchConventions, refuseBooks } from "../book/conventions.ts";
import type { ValueBook } from "../book/handle.ts";
import { minorAt, positionIn, rankingOf, readRankedFigure, type RankedFigure, type Ranking } from "../book/ranking.ts";
import { isSameLength } from "../period-length.ts";
import { readOptions } from "../reading.ts";
import { partsOf, readParts } from "./deciles.ts";
import { VALUE_MOVEMENTS, type ValueMovement } from "./movement.ts";

/** Clients of whom the same is said, and what they brought and bring: `before` + `change` = `after`. */
export interface ValueChange<C extends string = string> {
  readonly clientCount: number;
  readonly before: Money<C>;
  readonly after: Money<C>;
  readonly change: Money<C>;
}

/** The clients of one movement. */
export interface MovementRow<C extends string = string> extends ValueChange<C> {
  readonly movement: ValueMovement;
}

/** The clients who went from one part of the earlier book into one of the later. */
export interface ValueMigrationCell<C extends string = string> extends ValueChange<C> {
  /** Part of the earlier book, 1 the best; `null` for new clients. */
  readonly from: number | null;
  /** Part of the later book; `null` for lost clients. */
  readonly to: number | null;
}

/** What became of the value of a book from one period to another. */
export interface ValueMigration<C extends string = string> {
  readonly by: RankedFigure;
  readonly periods: { readonly before: DateRange; readonly after: DateRange };
  /** All clients of either book. */
  readonly all: ValueChange<C>;
  /** One row for each movement, in the order of `VALUE_MOVEMENTS`; they add up to `all`. */
  readonly movements: readonly MovementRow<C>[];
  /** Clients of both books: grown, unchanged and shrunk together. */
  readonly retained: ValueChange<C>;
  /** Clients of both books, of those of the earlier one. */
  readonly retention: Rate;
  /** Cells with clients, by part of the earlier book, then of the later, null last; `null` unless `parts` were asked for. */
  readonly matrix: readonly ValueMigrationCell<C>[] | null;
}

/** How two books are compared. */
export interface ValueMigrationOptions {
  /** Default `total`. */
  readonly by?: RankedFigure;
  /** Into how many parts of equal count each book is divided for the matrix, 1 to 1000; no matrix by default. */
  readonly parts?: number;
}

/** One client between two books. */
export interface ValueMover<C extends string = string> {
  readonly client: string;
  readonly movement: ValueMovement;
  /** `null` without a line of the figure. */
  readonly before: Money<C> | null;
  readonly after: Money<C> | null;
  readonly change: Money<C>;
}

/** Which clients between two books. */
export interface ValueMoversOptions {
  /** How many clients; fewer come back where fewer moved so. */
  readonly n: number;
  /** Default `total`. */
  readonly by?: RankedFigure;
  /** Default all. */
  readonly movements?: readonly ValueMovement[];
}

const readMigration: Reader<ValueMigrationOptions> = shapeOf<ValueMigrationOptions>({
  by: optional(readRankedFigure),
  parts: optional(readParts),
});

const readMovers: Reader<ValueMoversOptions> = shapeOf<ValueMoversOptions>({
  n: (n, path) => readInteger(n, path, 0),
  by: optional(readRankedFigure),
  movements: optional(listOf(oneOf(VALUE_MOVEMENTS))),
});

/** The rankings of two books that can be compared. */
function rankings(before: ValueBook, after: ValueBook, by: RankedFigure): readonly [Ranking, Ranking] {
  const both = [rankingOf(before, by, "before"), rankingOf(after, by, "after")] as const;
  matchConventions([before, "before"], [after, "after"], ["currency", "rounding", "rateDay"]);
  const [a, b] = [before.conventions.period, after.conventions.period];
  if (!isSameLength(a, b) || b.from < a.from) refuseBooks([before, "before"], [after, "after"], "period");
  return both;
}

function movementOf(before: bigint | null, after: bigint | null): ValueMovement {
  if (before === null) return "new";
  if (after === null) return "lost";
  return after > before ? "grown" : after < before ? "shrunk" : "unchanged";
}

/** Calls back with every client of either book: positions in the two rankings, -1 where it is not in one. */
function eachClient(
  [a, b]: readonly [Ranking, Ranking],
  visit: (inBefore: number, inAfter: number, before: bigint | null, after: bigint | null) => void,
): void {
  for (const position of a.order) {
    const other = positionIn(b, a.clients[position]!);
    visit(position, other, minorAt(a, position), other < 0 ? null : minorAt(b, other));
  }
  for (const position of b.order) {
    if (positionIn(a, b.clients[position]!) < 0) visit(-1, position, null, minorAt(b, position));
  }
}

/** A change while it is added up. */
interface OpenChange {
  clientCount: number;
  before: bigint;
  after: bigint;
}

const openChange = (): OpenChange => ({ clientCount: 0, before: 0n, after: 0n });

function addTo(change: OpenChange, before: bigint | null, after: bigint | null, clientCount = 1): void {
  change.clientCount += clientCount;
  change.before += before ?? 0n;
  change.after += after ?? 0n;
}

function closeChange<C extends string>({ clientCount, before, after }: OpenChange, currency: C): ValueChange<C> {
  return {
    clientCount,
    before: fromMinorUnits(before, currency),
    after: fromMinorUnits(after, currency),
    change: fromMinorUnits(after - before, currency),
  };
}

/**
 * What became of the value of a book from one period to another: who is new, who was lost, who brings more, who less
 * (客户价值迁移).
 *
 * A client is in a book when it has a line of the figure there, whatever the amount: a client at 0 or below is not lost.
 * The movements add up to the change of the book, to the cent. With `parts`, a matrix says from which part of the earlier
 * book into which of the later the clients went, each book divided as `valueDeciles` does.
 *
 * Only like is compared with like: same currency, rounding and rate day, and periods of the same number of whole months,
 * of the same days of other months, or of the same number of days, the later one not beginning before the earlier.
 *
 * @param before - book of the earlier period, of clients, groups or managers
 * @param after - book of the later period
 * @param options - by which figure, and whether with a matrix
 * @returns counts and amounts
 * @throws `relationship-value/books-differ` with the convention that differs
 * @throws `core/invalid-integer` for `parts`, `relationship-value/invalid-option`, `relationship-value/unknown-book`
 * @throws `money/amount-too-large` when a sum has more than 18 digits
 * @example
 * const line = (id: string, client: string, period: Period, amount: string): IncomeLine =>
 *   ({ id, client, product: "loan", item: "asset", period, amount: money(amount, "CNY"), basis: "actual" });
 * const before = valueBook([line("1", "A", "2025", "50"), line("2", "B", "2025", "30")], { period: "2025", currency: "CNY" }).book;
 * const after = valueBook([line("3", "A", "2026", "45"), line("4", "C", "2026", "20")], { period: "2026", currency: "CNY" }).book;
 * const { all, movements, retention } = valueMigration(before, after);
 * movements.map(({ movement, clientCount, change }) => [movement, clientCount, change.amount]) // => [["new", 1, "20.00"], ["grown", 0, "0.00"], ["unchanged", 0, "0.00"], ["shrunk", 1, "-5.00"], ["lost", 1, "-30.00"]]
 * all.change.amount // => "-15.00"
 * retention // => { n: 1, of: 2, rate: "0.5000" }
 * @since 0.1.0
 */
export function valueMigration<C extends string>(
  before: ValueBook<C>,
  after: ValueBook<NoInfer<C>>,
  options: ValueMigrationOptions = {},
): ValueMigration<C> {
  const { by = "total", parts = null } = readOptions(options, readMigration);
  const both = rankings(before, after, by);
  const { currency } = before.conventions;
  const changes = {
    new: openChange(),
    grown: openChange(),
    unchanged: openChange(),
    shrunk: openChange(),
    lost: openChange(),
  };
  const partsIn = parts === null ? null : both.map((ranking) => partsOf(ranking, parts));
  const cells = new Map<number, OpenChange>();
  eachClient(both, (inBefore, inAfter, was, is) => {
    addTo(changes[movementOf(was, is)], was, is);
    if (partsIn === null || parts === null) return;
    // null comes last
    const from = inBefore < 0 ? parts + 1 : partsIn[0]![inBefore]!;
    const to = inAfter < 0 ? parts + 1 : partsIn[1]![inAfter]!;
    const key = from * (parts + 2) + to;
    const cell = cells.get(key) ?? openChange();
    addTo(cell, was, is);
    cells.set(key, cell);
  });
  const sum = (movements: readonly ValueMovement[]): OpenChange => {
    const total = openChange();
    for (const movement of movements) {
      const change = changes[movement];
      addTo(total, change.before, change.after, change.clientCount);
    }
    return total;
  };
  const retained = sum(["grown", "unchanged", "shrunk"]);
  const partOrNull = (part: number): number | null => (part > (parts ?? 0) ? null : part);
  return {
    by,
    periods: { before: before.conventions.period, after: after.conventions.period },
    all: closeChange(sum(VALUE_MOVEMENTS), currency),
    movements: VALUE_MOVEMENTS.map((movement) => ({ movement, ...closeChange(changes[movement], currency) })),
    retained: closeChange(retained, currency),
    retention: rateOf(retained.clientCount, both[0].order.length),
    matrix:
      parts === null
        ? null
        : [...cells]
            .sort(([a], [b]) => a - b)
            .map(([key, cell]) => ({
              from: partOrNull(Math.floor(key / (parts + 2))),
              to: partOrNull(key % (parts + 2)),
              ...closeChange(cell, currency),
            })),
  };
}

/**
 * The clients behind a migration: those whose value changed most, up or down.
 *
 * @param before - book of the earlier period
 * @param after - book of the later period
 * @param options - how many, by which figure, and which movements
 * @returns largest change first, whichever its sign; equal changes in code-unit order of the client id
 * @throws `relationship-value/books-differ` with the convention that differs
 * @throws `core/invalid-integer` for `n`, `relationship-value/invalid-option`, `relationship-value/unknown-book`
 * @throws `money/amount-too-large` when a sum has more than 18 digits
 * @example
 * const line = (id: string, client: string, period: Period, amount: string): IncomeLine =>
 *   ({ id, client, product: "loan", item: "asset", period, amount: money(amount, "CNY"), basis: "actual" });
 * const before = valueBook([line("1", "A", "2025", "50"), line("2", "B", "2025", "30")], { period: "2025", currency: "CNY" }).book;
 * const after = valueBook([line("3", "A", "2026", "45")], { period: "2026", currency: "CNY" }).book;
 * valueMovers(before, after, { n: 1 }) // => [{ client: "B", movement: "lost", before: money("30.00", "CNY"), after: null, change: money("-30.00", "CNY") }]
 * @since 0.1.0
 */
export function valueMovers<C extends string>(
  before: ValueBook<C>,
  after: ValueBook<NoInfer<C>>,
  options: ValueMoversOptions,
): ValueMover<C>[] {
  const { n, by = "total", movements = VALUE_MOVEMENTS } = readOptions(options, readMovers);
  const both = rankings(before, after, by);
  const { currency } = before.conventions;
  const found: {
    readonly client: string;
    readonly was: bigint | null;
    readonly is: bigint | null;
    readonly size: bigint;
  }[] = [];
  eachClient(both, (inBefore, inAfter, was, is) => {
    if (!movements.includes(movementOf(was, is))) return;
    const change = (is ?? 0n) - (was ?? 0n);
    const client = inBefore < 0 ? both[1].clients[inAfter]! : both[0].clients[inBefore]!;
    found.push({ client, was, is, size: change < 0n ? -change : change });
  });
  found.sort((a, b) => (a.size === b.size ? compareTexts(a.client, b.client) : a.size > b.size ? -1 : 1));
  const amountOf = (minor: bigint | null): Money<C> | null => (minor === null ? null : fromMinorUnits(minor, currency));
  return found.slice(0, n).map(({ client, was, is }) => ({
    client,
    movement: movementOf(was, is),
    before: amountOf(was),
    after: amountOf(is),
    change: fromMinorUnits((is ?? 0n) - (was ?? 0n), currency),
  }));
}
