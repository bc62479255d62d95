import type { Path } from "../../core/index.ts";
import { compareTexts, oneOf } from "../../core/inner.ts";
import { headOf } from "../head-of.ts";
import { bookedItems, incomeBases } from "../items.ts";
import type { TextIndex } from "../text-index.ts";
import { ledgerOfBook, slotOf, type ValueBook } from "./handle.ts";
import { LIMIT, SLOTS, type BookLedger } from "./ledger.ts";

/** What clients can be ranked by. */
export const RANKED_FIGURES = Object.freeze(["total", "direct", "other", ...bookedItems] as const);

/** What clients are ranked by: the total, one of the two booked heads, or a booked item. */
export type RankedFigure = (typeof RANKED_FIGURES)[number];

const readFigure = oneOf<RankedFigure>(RANKED_FIGURES);

/** Reads what to rank by. */
export function readRankedFigure(by: RankedFigure, path: Path, code: string): RankedFigure {
  return readFigure(by, path, code);
}

/** The cells of a client that make up a figure, as places among its cells. */
export function slotsOf(by: RankedFigure, bases: readonly (typeof incomeBases)[number][] = incomeBases): number[] {
  const items = bookedItems.filter((item) => by === "total" || by === item || by === headOf(item));
  return items.flatMap((item) => bases.map((basis) => slotOf(item, basis)));
}

/** The clients of a book with a line of a figure, best first; equal amounts in code-unit order of the client id. */
export interface Ranking {
  readonly clients: readonly string[];
  readonly index: TextIndex;
  /** Positions of the clients, best first. */
  readonly order: Uint32Array;
  /** Lines of the figure, by position. */
  readonly lines: Float64Array;
  /** Minor units by position: exact unless the position is in `exact`, and then near enough to compare. */
  readonly minor: Float64Array;
  readonly exact: ReadonlyMap<number, bigint>;
  /** Sum over all clients. */
  readonly total: bigint;
}

const RANKINGS = new WeakMap<ValueBook, Map<RankedFigure, Ranking>>();

/**
 * Ranks the clients of a book; once for each figure, however many questions are asked of it.
 *
 * @param book - rolled-up book
 * @param by - the figure
 * @param parameter - what the caller calls the book
 * @returns the ranking, not to be changed
 * @throws `relationship-value/unknown-book`
 */
export function rankingOf(book: ValueBook, by: RankedFigure, parameter = "book"): Ranking {
  const known = RANKINGS.get(book) ?? new Map<RankedFigure, Ranking>();
  const found = known.get(by);
  if (found !== undefined) return found;
  const ranking = rank(ledgerOfBook(book, parameter), slotsOf(by));
  RANKINGS.set(book, known.set(by, ranking));
  return ranking;
}

function rank(ledger: BookLedger, slots: readonly number[]): Ranking {
  const { clients, index, counts, sums, spilt } = ledger;
  const lines = new Float64Array(clients.length);
  const minor = new Float64Array(clients.length);
  const exact = new Map<number, bigint>();
  const found = new Uint32Array(clients.length);
  let size = 0;
  for (let position = 0; position < clients.length; position++) {
    let sum = 0;
    let large = 0n;
    let isPlain = true;
    for (const slot of slots) {
      const cell = position * SLOTS + slot;
      const count = counts[cell]!;
      if (count === 0) continue;
      lines[position]! += count;
      sum += sums[cell]!;
      const aside = spilt.size === 0 ? undefined : spilt.get(cell);
      if (aside === undefined && Math.abs(sum) <= LIMIT) continue;
      isPlain = false;
      large += BigInt(sum) + (aside ?? 0n);
      sum = 0;
    }
    if (lines[position] === 0) continue;
    found[size++] = position;
    if (isPlain) minor[position] = sum;
    else {
      exact.set(position, large + BigInt(sum));
      minor[position] = Number(large + BigInt(sum));
    }
  }
  const order = found.slice(0, size);
  order.sort((a, b) => {
    const difference = minor[b]! - minor[a]!;
    if (difference !== 0) return difference;
    if (exact.size > 0) {
      const [x, y] = [exact.get(a) ?? BigInt(minor[a]!), exact.get(b) ?? BigInt(minor[b]!)];
      if (x !== y) return x > y ? -1 : 1;
    }
    return compareTexts(clients[a]!, clients[b]!);
  });
  const ranking = { clients, index, order, lines, minor, exact };
  return { ...ranking, total: sumOf(ranking, 0, size) };
}

/** Minor units of the client at a position. */
export function minorAt({ minor, exact }: Pick<Ranking, "minor" | "exact">, position: number): bigint {
  return exact.get(position) ?? BigInt(minor[position]!);
}

/** Minor units of the clients from one place of the order to another, exclusive. */
export function sumOf(ranking: Omit<Ranking, "total">, from: number, to: number): bigint {
  const { order, minor, exact } = ranking;
  let sum = 0;
  let large = 0n;
  for (let place = from; place < to; place++) {
    const position = order[place]!;
    const aside = exact.size === 0 ? undefined : exact.get(position);
    if (aside !== undefined) {
      large += aside;
      continue;
    }
    sum += minor[position]!;
    if (Math.abs(sum) <= LIMIT) continue;
    large += BigInt(sum);
    sum = 0;
  }
  return large + BigInt(sum);
}

/** Place of a client among the positions of a ranking; -1 where it has no line of the figure. */
export function positionIn({ index, lines }: Ranking, client: string): number {
  const position = index.get(client) ?? -1;
  return position < lines.length && lines[position]! > 0 ? position : -1;
}
