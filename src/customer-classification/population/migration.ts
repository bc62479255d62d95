import type { Path, RowIssue } from "../../core/index.ts";
import {
  asGiven,
  isFilled,
  listOf,
  nearestName,
  optional,
  readFunction,
  readList,
  readText,
  refuse,
  refuseValue,
  shapeOf,
} from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { readBook, type ClassedBook, type ClassNames, type ReadBook } from "./book.ts";
import { cellsOf, moveOf, ranksOf, tabulate, type Migration, type MigrationCell, type Ranks } from "./tabulate.ts";
import { MAX_CLASSES, type Move, isNonClass } from "./words.ts";

/** A client who left the book, and why, in the bank's own words: closed, moved away, deceased. */
export interface Departure {
  readonly client: string;
  readonly reason: string;
}

/** One client whose class is another one after than it was before, or who joined or left. */
export interface Mover {
  readonly client: string;
  /** Null for somebody who joined. */
  readonly from: string | null;
  /** Null for somebody who left. */
  readonly to: string | null;
  readonly move: Move;
  /** Index of the row in the earlier book, where there is one. */
  readonly rowBefore: number | null;
  /** Index of the row in the later book, where there is one. */
  readonly rowAfter: number | null;
  /** Why, where it was said. */
  readonly reason: string | null;
}

/** What a migration can be given beside its two books. */
export interface MigrationOptions {
  /**
   * Classes from the lowest to the highest. Only a move between two of them is up or down: types have no order by
   * themselves.
   */
  readonly ladder?: readonly string[];
  /** Why clients left; somebody who left and is not in it has left without a reason. */
  readonly left?: readonly Departure[];
  /**
   * Why somebody moved, asked once for each mover, also for those who joined, and for those who left without a reason;
   * null where nobody knows. The movers of each reason are counted apart.
   */
  readonly reasonOf?: (mover: Mover) => string | null;
}

/** A migration with what was wrong in the two books; `moversOf` finds the clients behind its figures. */
export interface MigrationResult extends Migration {
  /**
   * What was wrong, that of the earlier book first; `path` begins with `before`, `after` or `options`, and `row` is the
   * index there.
   */
  readonly issues: readonly RowIssue[];
}

/** Which movers are wanted: all that agree with every member that is given. */
export interface MoverQuery {
  readonly from?: string;
  readonly to?: string;
  /** Those who `joined` have no class before, those who `left` none after. */
  readonly move?: Move;
}

/** The two books behind a migration. */
interface Compared {
  readonly before: ReadBook;
  readonly after: ReadBook;
  readonly names: readonly string[];
  readonly ranks: Ranks;
  readonly reasons: ReadonlyMap<string, string>;
}

const CODE = "customer-classification/invalid-book" satisfies CustomerClassificationErrorCode;

/** The classes of a ladder, each once, and none of the words for people without a class. */
export function readLadder(ladder: readonly string[], path: Path, code: string): readonly string[] {
  listOf(readText, 1)(ladder, path, code);
  if (ladder.length > MAX_CLASSES) refuse(code, path, "too many classes", { max: MAX_CLASSES });
  for (const [index, name] of ladder.entries()) {
    const at = [...path, index];
    if (ladder.indexOf(name) !== index) refuseValue(code, at, "on the ladder twice", name);
    if (isNonClass(name)) refuseValue(code, at, "not a class, so it has no place on a ladder", name);
  }
  return ladder;
}

const readOptions = /* @__PURE__ */ (() =>
  shapeOf<MigrationOptions>({
    ladder: optional(readLadder),
    // its rows are read one by one
    left: optional<readonly Departure[]>(asGiven),
    reasonOf: optional(readFunction),
  }))();

const compared = /* @__PURE__ */ new WeakMap<object, Compared>();

/** The two books behind a migration of this process; undefined for a copy, or for one that was merged. */
export function comparedBooks(migration: object): Compared | undefined {
  return compared.get(migration);
}

/** Everybody whose class changed, and everybody who joined or left: those of the earlier book in its order, then the rest. */
export function* moversIn(books: Compared): Generator<Mover> {
  const { before, after, names, ranks, reasons } = books;
  const nameOf = (book: ReadBook, row: number): string => names[book.classes[row]!]!;
  for (const [client, rowBefore] of before.rows) {
    const rowAfter = after.rows.get(client) ?? null;
    if (rowAfter !== null && before.classes[rowBefore] === after.classes[rowAfter]) continue;
    const [from, to] = [nameOf(before, rowBefore), rowAfter === null ? null : nameOf(after, rowAfter)];
    yield { client, from, to, move: moveOf(from, to, ranks), rowBefore, rowAfter, reason: reasons.get(client) ?? null };
  }
  for (const [client, rowAfter] of after.rows) {
    if (before.rows.has(client)) continue;
    const to = nameOf(after, rowAfter);
    yield { client, from: null, to, move: "joined", rowBefore: null, rowAfter, reason: reasons.get(client) ?? null };
  }
}

/** Why clients left, each reason for somebody who did leave. */
function departures(
  left: readonly Departure[],
  { before, after }: Pick<Compared, "before" | "after">,
): { readonly reasons: Map<string, string>; readonly issues: readonly RowIssue[] } {
  const reasons = new Map<string, string>();
  const rows = new Map<string, number>();
  const issues: RowIssue[] = [];
  for (const [row, departure] of readList<Departure | null>(left, ["options", "left"], CODE).entries()) {
    const path = ["options", "left", row];
    let [client, reason]: unknown[] = [];
    try {
      [client, reason] = [departure?.client, departure?.reason];
    } catch {
      // a getter that throws: the row is not one
    }
    if (!isFilled(client) || !isFilled(reason)) {
      const code: CustomerClassificationErrorCode = "customer-classification/invalid-member";
      issues.push({ row, code, path, details: {} });
      continue;
    }
    const first = rows.get(client);
    if (!before.rows.has(client) || after.rows.has(client)) {
      const code: CustomerClassificationErrorCode = "customer-classification/not-a-leaver";
      issues.push({ row, code, path: [...path, "client"], details: { client } });
    } else if (first !== undefined) {
      const code: CustomerClassificationErrorCode = "customer-classification/duplicate-client";
      issues.push({ row, code, path: [...path, "client"], details: { client, first } });
    } else {
      rows.set(client, row);
      reasons.set(client, reason);
    }
  }
  return { reasons, issues };
}

/** Refuses a class of the ladder that nobody is in, where one that is not on it is nearly the same. */
function requireSpelling(ladder: readonly string[], { names, numbers }: ClassNames): void {
  const others = names.filter((name) => !ladder.includes(name) && !isNonClass(name));
  for (const [index, name] of ladder.entries()) {
    const near = numbers.has(name) ? null : nearestName(name, others);
    if (near === null) continue;
    refuseValue(CODE, ["options", "ladder", index], "no class of either book", name, { didYouMean: near });
  }
}

/** How many went each way, by class before and class after; a class is a number, that after the last one for no class. */
function countPairs(before: ReadBook, after: ReadBook, classes: number): Float64Array {
  // at most a thousand classes, see `readBook`
  const counts = new Float64Array((classes + 1) * (classes + 1));
  for (const [client, row] of before.rows) {
    const other = after.rows.get(client);
    counts[before.classes[row]! * (classes + 1) + (other === undefined ? classes : after.classes[other]!)]!++;
  }
  for (const [client, row] of after.rows) {
    if (!before.rows.has(client)) counts[classes * (classes + 1) + after.classes[row]!]!++;
  }
  return counts;
}

/** The cells of reasons: each mover who has one is counted under it, and no longer under none. */
function* cellsOfReasons(books: Compared): Generator<MigrationCell> {
  for (const { from, to, reason } of moversIn(books)) {
    if (reason === null) continue;
    yield { from, to, reason, count: 1 };
    yield { from, to, reason: null, count: -1 };
  }
}

/**
 * Who went from which class into which between two days (客户迁徙): the matrix, and who joined, left, rose and fell.
 *
 * A class is a text: a type, a tier or a level, as `classesOf` makes them of a batch, or the level at which a client is
 * served. Those who are in a book without a class (`NON_CLASSES`) are counted apart from the classes, so that a missing
 * value is not taken for a client who left. The rows of `counts` and those who left add up to the clients before, its
 * columns and those who joined to the clients after.
 *
 * A row without a readable id is left out, and so is the second row of one client; a row without a readable class is
 * counted as `refused`. Each has an issue, and no other row suffers.
 *
 * @param before - the earlier book: rows of client and class, or columns
 * @param after - the later book
 * @param options - the order of the classes, why clients left, and why they moved
 * @returns counts and rates, with the issues; a rate of no clients is null beside its `of` of 0
 * @throws `customer-classification/invalid-book` when a book or an option is not one, with the path to it; also when the
 * two books have more than 1,000 different classes, and for a class of the ladder that nobody is in, where one that is not
 * on the ladder is nearly the same
 * @example
 * const before = [{ client: "A", class: "general" }, { client: "B", class: "core" }, { client: "C", class: "general" }];
 * const after = [{ client: "A", class: "core" }, { client: "C", class: "general" }, { client: "D", class: "general" }];
 * const migration = migrationMatrix(before, after, { ladder: ["general", "core"], left: [{ client: "B", reason: "closed" }] });
 * migration.counts // => [[1, 1], [0, 0]]
 * migration.rows[0]?.upgrade // => { n: 1, of: 2, rate: "0.5000" }
 * migration.rows[1]?.attrition // => { n: 1, of: 1, rate: "1.0000" }
 * moversOf(migration, { move: "left" }).map(({ client, reason }) => [client, reason]) // => [["B", "closed"]]
 * @since 0.1.0
 */
export function migrationMatrix(
  before: ClassedBook,
  after: ClassedBook,
  options: MigrationOptions = {},
): MigrationResult {
  const { ladder = null, left = [], reasonOf } = readOptions(options, ["options"], CODE);
  const names: ClassNames = { names: [], numbers: new Map() };
  const read = { before: readBook(before, "before", names), after: readBook(after, "after", names) };
  requireSpelling(ladder ?? [], names);
  const { reasons, issues } = departures(left, read);
  const books: Compared = { ...read, names: names.names, ranks: ranksOf(ladder), reasons };
  if (reasonOf !== undefined) {
    for (const mover of moversIn(books)) {
      const reason: unknown = mover.reason ?? reasonOf(mover);
      if (isFilled(reason)) reasons.set(mover.client, reason);
      else if (reason !== null) refuse(CODE, ["options", "reasonOf"], "gives neither a reason nor null", {});
    }
  }
  const plain = cellsOf(countPairs(read.before, read.after, names.names.length).entries(), names.names);
  const cells = reasons.size === 0 ? plain : [...plain, ...cellsOfReasons(books)];
  const refused = { before: read.before.refused, after: read.after.refused };
  const own = ladder === null ? null : [...ladder];
  const all = [...read.before.issues, ...read.after.issues, ...issues];
  const migration = { ...tabulate(own, cells, refused), issues: all };
  compared.set(migration, books);
  return migration;
}
