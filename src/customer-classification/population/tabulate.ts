import { rateOf, type Rate } from "../../core/index.ts";
import { addRows, compareTexts } from "../../core/inner.ts";
import { type Move, NON_CLASSES, isNonClass } from "./words.ts";

/** How many clients went one way, for one reason. */
export interface MigrationCell {
  /** Null for those who joined. */
  readonly from: string | null;
  /** Null for those who left. */
  readonly to: string | null;
  /** Why they moved, where it was said. */
  readonly reason: string | null;
  readonly count: number;
}

/** What became of the clients of one class, and where those in it came from. */
export interface MigrationRow extends Readonly<Record<Move, number>> {
  readonly class: string;
  /** False for one of `NON_CLASSES`. */
  readonly isClass: boolean;
  /** Clients in it in both books. */
  readonly stayed: number;
  /** Clients in it before: those who stayed, moved (`up`, `down`, `other`) or left add up to it. */
  readonly before: number;
  /** Clients in it after: its column of `counts` and those who `joined` add up to it. */
  readonly after: number;
  /** Share of those before who left the book. */
  readonly attrition: Rate;
  /** Share of those before who moved up the ladder; null without a ladder. */
  readonly upgrade: Rate | null;
  /** Share of those before who moved down the ladder; null without a ladder. */
  readonly downgrade: Rate | null;
}

/** What is added when migrations are merged, and what all the rest of a migration follows from. */
export interface MergeableMigration {
  /** Classes from the lowest to the highest, when an order was given. */
  readonly ladder: readonly string[] | null;
  /** Every way that somebody went, by reason. */
  readonly cells: readonly MigrationCell[];
  /** Rows that were left out of each book; `issues` of the answer says why. */
  readonly refused: { readonly before: number; readonly after: number };
}

/**
 * Two books of one set of clients, compared (客户迁徙矩阵): plain data that can be kept, and merged with the migration of
 * other clients.
 */
export interface Migration extends MergeableMigration {
  /** The ladder, then other classes by code units, then the words for people without a class that occur. */
  readonly classes: readonly string[];
  /** `counts[i][j]`: clients in `classes[i]` before and in `classes[j]` after. */
  readonly counts: readonly (readonly number[])[];
  /** One row per class, in the order of `classes`. */
  readonly rows: readonly MigrationRow[];
  /** All classes together. */
  readonly total: Omit<MigrationRow, "class" | "isClass">;
}

/** Place of each class on a ladder. */
export type Ranks = ReadonlyMap<string, number>;

/** The places of the classes of a ladder, from 0. */
export const ranksOf = (ladder: readonly string[] | null): Ranks =>
  new Map((ladder ?? []).map((name, rank) => [name, rank]));

/** What became of somebody whose class is another one. */
export function moveOf(from: string | null, to: string | null, ranks: Ranks): Move {
  if (from === null) return "joined";
  if (to === null) return "left";
  const [low, high] = [ranks.get(from), ranks.get(to)];
  if (low === undefined || high === undefined) return "other";
  return low < high ? "up" : "down";
}

/** Classes in the order in which a migration shows them. */
export function inOrder(ladder: readonly string[] | null, found: Iterable<string>): string[] {
  const names = new Set(found);
  const first = ladder ?? [];
  const others = [...names].filter((name) => !first.includes(name) && !isNonClass(name)).sort(compareTexts);
  return [...first, ...others, ...NON_CLASSES.filter((name) => names.has(name))];
}

type Counts = Record<Move | "stayed" | "before" | "after", number>;

const noCounts = (): Counts => ({ before: 0, after: 0, stayed: 0, up: 0, down: 0, other: 0, joined: 0, left: 0 });

function withRates(counts: Counts, isRanked: boolean): Omit<MigrationRow, "class" | "isClass"> {
  const { before } = counts;
  return {
    ...counts,
    attrition: rateOf(counts.left, before),
    upgrade: isRanked ? rateOf(counts.up, before) : null,
    downgrade: isRanked ? rateOf(counts.down, before) : null,
  };
}

/** Two texts, or none, as one key that no other two have. */
const keyOf = ({ from, to, reason }: MigrationCell): string => JSON.stringify([from, to, reason]);

/** The cells of counts by the number of a pair of classes, `from * (names.length + 1) + to`, of those that occur. */
export function cellsOf(counts: Iterable<readonly [number, number]>, names: readonly string[]): MigrationCell[] {
  const size = names.length + 1;
  const cells: MigrationCell[] = [];
  for (const [pair, count] of counts) {
    if (count === 0) continue;
    cells.push({ from: names[Math.floor(pair / size)] ?? null, to: names[pair % size] ?? null, reason: null, count });
  }
  return cells;
}

/** The whole migration, from what can be added. */
export function tabulate(
  ladder: readonly string[] | null,
  given: Iterable<MigrationCell>,
  refused: Migration["refused"],
): Migration {
  const sums = addRows(given, keyOf, (a, b) => ({ ...a, count: a.count + b.count }));
  const added = sums.filter(({ count }) => count > 0);
  const classes = inOrder(
    ladder,
    added.flatMap(({ from, to }) => [from, to]).filter((name) => name !== null),
  );
  const place = ranksOf(classes);
  const at = (name: string | null): number => (name === null ? classes.length : (place.get(name) ?? classes.length));
  const cells = added.sort(
    (a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to) || compareTexts(a.reason, b.reason),
  );
  const counts = classes.map(() => new Array<number>(classes.length).fill(0));
  const rows = classes.map(noCounts);
  const total = noCounts();
  const ranks = ranksOf(ladder);
  for (const { from, to, count } of cells) {
    const move = from === to ? "stayed" : moveOf(from, to, ranks);
    const [before, after] = [rows[at(from)], rows[at(to)]];
    // who joined is counted where they are now, everybody else where they were
    const shown = before ?? after;
    if (shown !== undefined) shown[move] += count;
    total[move] += count;
    if (before !== undefined) {
      before.before += count;
      total.before += count;
    }
    if (after !== undefined) {
      after.after += count;
      total.after += count;
    }
    const line = counts[at(from)];
    if (line !== undefined && after !== undefined) line[at(to)]! += count;
  }
  const isRanked = ladder !== null;
  return {
    ladder,
    classes,
    counts,
    rows: rows.map((row, index) => {
      const name = classes[index]!;
      return { class: name, isClass: !isNonClass(name), ...withRates(row, isRanked) };
    }),
    total: withRates(total, isRanked),
    cells,
    refused,
  };
}
