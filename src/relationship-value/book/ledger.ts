import { bookedItems, incomeBases } from "../items.ts";
import { indexOfTexts, openTextIndex, type TextIndex } from "../text-index.ts";

/** Cells of one client: booked items × bases. */
export const SLOTS = bookedItems.length * incomeBases.length;

/** Clients by position, in order of first appearance. */
export interface ClientRegistry {
  readonly clients: readonly string[];
  readonly index: TextIndex;
}

/**
 * Exact sums and line counts of a book, by client, item and basis.
 *
 * A cell's sum is `sums[cell]` plus `spilt.get(cell)`; numbers stay within 2^52 so that every addition is exact.
 */
export interface BookLedger extends ClientRegistry {
  /** May have more cells than there are clients, where clients are added one by one. */
  sums: Float64Array;
  counts: Uint32Array;
  readonly spilt: Map<number, bigint>;
  /** Whether a client may have lost all lines; if not, every client has some. */
  mayBeEmpty: boolean;
}

/** Numbers up to this size are added as such: the sum of two is a safe integer. */
export const LIMIT = 2 ** 52;

/** Most lines a cell can count. */
export const MAX_CELL_LINES = 2 ** 32 - 1;

/** A registry without clients. */
export function openRegistry(): ClientRegistry {
  const index = openTextIndex();
  return { clients: index.texts, index };
}

/** Position of a client, assigned on its first appearance. */
export const positionOf = ({ index }: ClientRegistry, client: string): number => index.placeOf(client);

/**
 * An empty ledger for the clients of a registry, all of them known: its columns are allocated once, because growing
 * them would make the engine collect garbage over the whole book each time.
 */
export function openLedger({ clients, index }: ClientRegistry): BookLedger {
  const cells = clients.length * SLOTS;
  return {
    clients,
    index,
    sums: new Float64Array(cells),
    counts: new Uint32Array(cells),
    spilt: new Map(),
    mayBeEmpty: false,
  };
}

/** A ledger with the same cells. */
export function copyLedger({ clients, sums, counts, spilt }: BookLedger): BookLedger {
  const index = indexOfTexts([...clients]);
  return {
    clients: index.texts,
    index,
    sums: sums.slice(),
    counts: counts.slice(),
    spilt: new Map(spilt),
    mayBeEmpty: true,
  };
}

/** Room for a client that is new to a ledger: its columns grow by half, so that many clients cost little each. */
export function growLedger(ledger: BookLedger): void {
  const cells = ledger.clients.length * SLOTS;
  if (cells <= ledger.sums.length) return;
  const room = (ledger.clients.length + (ledger.clients.length >> 1) + 1) * SLOTS;
  const { sums, counts } = ledger;
  ledger.sums = new Float64Array(room);
  ledger.sums.set(sums);
  ledger.counts = new Uint32Array(room);
  ledger.counts.set(counts);
}

/** Adds lines to a cell: their exact sum and their number. */
export function addToCell(ledger: BookLedger, cell: number, minor: number | bigint, lineCount: number): void {
  ledger.counts[cell]! += lineCount;
  if (typeof minor === "bigint") {
    if (minor > LIMIT || minor < -LIMIT) {
      spill(ledger, cell, minor);
      return;
    }
    minor = Number(minor);
  }
  const sum = ledger.sums[cell]! + minor;
  if (sum <= LIMIT && sum >= -LIMIT) ledger.sums[cell] = sum;
  else {
    // within 2^53 the sum is still exact; it moves out before the next addition
    spill(ledger, cell, BigInt(sum));
    ledger.sums[cell] = 0;
  }
}

/**
 * Rows to add: where each goes (position -1: nowhere), and its minor units, as a number or, where that is NaN, exactly.
 */
export interface LedgerRows {
  readonly positions: Int32Array;
  readonly slots: Uint8Array;
  readonly minor: Float64Array;
  readonly exact: ReadonlyMap<number, bigint>;
}

/** Clients whose cells are added to together, as a power of two: few enough that they stay near the processor. */
const BLOCK = 10;

/**
 * A ledger of rows: every row that has a position is one line.
 *
 * Rows are added block of clients by block of clients, because the cells of a whole book are too many to be near at
 * hand, and waiting for them takes longer than adding. Each loop is a function, because one that stands in a longer
 * function is compiled anew for each book.
 */
export function ledgerOfRows(registry: ClientRegistry, rows: LedgerRows): BookLedger {
  const ledger = openLedger(registry);
  const begins = new Int32Array((registry.clients.length >>> BLOCK) + 1);
  countRows(rows.positions, begins);
  let count = 0;
  for (const [block, rowsOfBlock] of begins.entries()) {
    begins[block] = count;
    count += rowsOfBlock;
  }
  // what is too large for a number leaves a gap behind the rows of its block
  const sorted: SortedRows = { ends: begins.slice(), cells: new Int32Array(count), values: new Float64Array(count) };
  sortRows(rows, sorted);
  for (const [block, begin] of begins.entries()) addBlock(ledger, sorted, block, begin);
  for (const [row, minor] of rows.exact) {
    const position = rows.positions[row]!;
    if (position >= 0) addToCell(ledger, position * SLOTS + rows.slots[row]!, minor, 1);
  }
  return ledger;
}

/** Rows with their numbers by block of clients: where the next of each block goes, and in the end where it ends. */
interface SortedRows {
  readonly ends: Int32Array;
  readonly cells: Int32Array;
  readonly values: Float64Array;
}

/** How many rows each block of clients has. */
function countRows(positions: Int32Array, counts: Int32Array): void {
  for (const position of positions) if (position >= 0) counts[position >>> BLOCK]!++;
}

function sortRows({ positions, slots, minor }: LedgerRows, { ends, cells, values }: SortedRows): void {
  for (let row = 0; row < positions.length; row++) {
    const position = positions[row]!;
    const value = minor[row]!;
    // NaN is not within the limit, and is added exactly
    if (position >= 0 && value <= LIMIT && value >= -LIMIT) {
      const at = ends[position >>> BLOCK]!++;
      cells[at] = position * SLOTS + slots[row]!;
      values[at] = value;
    }
  }
}

/** Adds the rows of one block, which begin at `begin`. */
function addBlock(ledger: BookLedger, { ends, cells, values }: SortedRows, block: number, begin: number): void {
  const { sums, counts } = ledger;
  const end = ends[block]!;
  const first = (SLOTS * block) << BLOCK;
  // nothing is there yet: writing nothing brings the cells near, all in one go
  sums.fill(0, first, first + (SLOTS << BLOCK));
  counts.fill(0, first, first + (SLOTS << BLOCK));
  for (let at = begin; at < end; at++) {
    const cell = cells[at]!;
    const sum = sums[cell]! + values[at]!;
    if (sum <= LIMIT && sum >= -LIMIT) {
      sums[cell] = sum;
      counts[cell]!++;
    } else addToCell(ledger, cell, values[at]!, 1);
  }
}

function spill(ledger: BookLedger, cell: number, minor: bigint): void {
  ledger.spilt.set(cell, (ledger.spilt.get(cell) ?? 0n) + minor);
}

/** Exact sum of a cell in minor units. */
export function cellSum(ledger: BookLedger, cell: number): bigint {
  return BigInt(ledger.sums[cell]!) + (ledger.spilt.get(cell) ?? 0n);
}

/** Lines of a cell. */
export function cellLines(ledger: BookLedger, cell: number): number {
  return ledger.counts[cell]!;
}

/** Whether a client has a line; one whose lines were all taken out again keeps its cells, without any. */
export function hasLines({ counts, mayBeEmpty }: BookLedger, position: number): boolean {
  return !mayBeEmpty || hasAnyLine(counts, position);
}

/** The same, looked at in every case. */
export function hasAnyLine(counts: Uint32Array, position: number): boolean {
  for (let cell = position * SLOTS, end = cell + SLOTS; cell < end; cell++) if (counts[cell]! > 0) return true;
  return false;
}

/** The clients that have lines, in order of first appearance. */
export function clientsOf(ledger: BookLedger): string[] {
  return ledger.clients.filter((_, position) => hasLines(ledger, position));
}

/** Adds all cells of a client to those of one in another ledger, or in the same. */
export function addClient(into: BookLedger, target: number, from: BookLedger, source: number): void {
  const { sums, counts } = into;
  const start = source * SLOTS;
  const shift = target * SLOTS - start;
  for (let cell = start, end = start + SLOTS; cell < end; cell++) {
    const lines = from.counts[cell]!;
    if (lines === 0) continue;
    const sum = sums[cell + shift]! + from.sums[cell]!;
    if (from.spilt.size === 0 && sum <= LIMIT && sum >= -LIMIT) {
      sums[cell + shift] = sum;
      counts[cell + shift]! += lines;
    } else addToCell(into, cell + shift, cellSum(from, cell), lines);
  }
}

/** Counts lines of a client once less, by slot, where two parts of them came together; what they sum up to stays. */
export function countOnceLess({ counts }: BookLedger, position: number, lines: Uint32Array): void {
  for (const [slot, count] of lines.entries()) counts[position * SLOTS + slot]! -= count;
}

/** Adds every client of a ledger to another that knows all of them. */
export function addLedger(into: BookLedger, from: BookLedger): void {
  for (const [index, client] of from.clients.entries()) {
    if (hasLines(from, index)) addClient(into, positionOf(into, client), from, index);
  }
}

/** Sum and lines of a slot over all clients. */
export interface SlotTotal {
  readonly minor: bigint;
  readonly lineCount: number;
}

/** Exact sums and line counts of each slot over all clients. */
export function slotTotals(ledger: BookLedger): SlotTotal[] {
  const totals: Totals = {
    sums: new Float64Array(SLOTS),
    counts: new Float64Array(SLOTS),
    spilt: new Array<bigint>(SLOTS).fill(0n),
  };
  for (let position = 0; position < ledger.clients.length; position++) addToTotals(totals, ledger, position * SLOTS);
  for (const [cell, minor] of ledger.spilt) totals.spilt[cell % SLOTS]! += minor;
  return totals.spilt.map((minor, slot) => ({
    minor: minor + BigInt(totals.sums[slot]!),
    lineCount: totals.counts[slot]!,
  }));
}

/** A ledger's sums once more, over all clients. */
interface Totals {
  readonly sums: Float64Array;
  readonly counts: Float64Array;
  readonly spilt: bigint[];
}

/** Adds the cells of a client, which begin at `start`. */
function addToTotals({ sums, counts, spilt }: Totals, ledger: BookLedger, start: number): void {
  for (let slot = 0; slot < SLOTS; slot++) {
    const sum = sums[slot]! + ledger.sums[start + slot]!;
    counts[slot]! += ledger.counts[start + slot]!;
    if (sum <= LIMIT && sum >= -LIMIT) sums[slot] = sum;
    else {
      spilt[slot]! += BigInt(sum);
      sums[slot] = 0;
    }
  }
}
