import { bookedItems, incomeBases } from "./items.ts";

/** Cells of one client: booked items × bases. */
export const SLOTS = bookedItems.length * incomeBases.length;

/**
 * Exact sums and line counts of a book, by client, item and basis.
 *
 * A cell's sum is `sums[cell]` plus `spilt.get(cell)`; numbers stay within 2^52 so that every addition is exact.
 */
export interface Ledger {
  readonly clients: string[];
  readonly index: Map<string, number>;
  sums: Float64Array;
  counts: Uint32Array;
  readonly spilt: Map<number, bigint>;
}

const LIMIT = 2 ** 52;

/** A ledger with room for a number of clients. */
export function openLedger(capacity: number): Ledger {
  return {
    clients: [],
    index: new Map(),
    sums: new Float64Array(capacity * SLOTS),
    counts: new Uint32Array(capacity * SLOTS),
    spilt: new Map(),
  };
}

/** Index of a client, given to it at first sight. */
export function clientIndex(ledger: Ledger, client: string): number {
  const known = ledger.index.get(client);
  if (known !== undefined) return known;
  const fresh = ledger.clients.length;
  ledger.clients.push(client);
  ledger.index.set(client, fresh);
  if ((fresh + 1) * SLOTS > ledger.sums.length) grow(ledger, Math.max(16, fresh * 2));
  return fresh;
}

function grow(ledger: Ledger, capacity: number): void {
  const sums = new Float64Array(capacity * SLOTS);
  const counts = new Uint32Array(capacity * SLOTS);
  sums.set(ledger.sums);
  counts.set(ledger.counts);
  ledger.sums = sums;
  ledger.counts = counts;
}

/** Adds lines to a cell: their exact sum and how many they are. */
export function addToCell(ledger: Ledger, cell: number, minor: number | bigint, lineCount: number): void {
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
    // within 2^53 the sum is exact still; it moves out before the next addition
    spill(ledger, cell, BigInt(sum));
    ledger.sums[cell] = 0;
  }
}

function spill(ledger: Ledger, cell: number, minor: bigint): void {
  ledger.spilt.set(cell, (ledger.spilt.get(cell) ?? 0n) + minor);
}

/** Exact sum of a cell in minor units. */
export function cellSum(ledger: Ledger, cell: number): bigint {
  return BigInt(ledger.sums[cell]!) + (ledger.spilt.get(cell) ?? 0n);
}

/** Lines of a cell. */
export function cellLines(ledger: Ledger, cell: number): number {
  return ledger.counts[cell]!;
}

/** Exact sums and line counts of each slot over all clients. */
export function slotTotals(ledger: Ledger): { readonly minor: bigint; readonly lineCount: number }[] {
  const sums = new Float64Array(SLOTS);
  const counts = new Float64Array(SLOTS);
  const exact = new Array<bigint>(SLOTS).fill(0n);
  const end = ledger.clients.length * SLOTS;
  for (let cell = 0, slot = 0; cell < end; cell++) {
    const sum = sums[slot]! + ledger.sums[cell]!;
    counts[slot]! += ledger.counts[cell]!;
    if (sum <= LIMIT && sum >= -LIMIT) sums[slot] = sum;
    else {
      exact[slot]! += BigInt(sum);
      sums[slot] = 0;
    }
    slot = slot + 1 === SLOTS ? 0 : slot + 1;
  }
  for (const [cell, minor] of ledger.spilt) exact[cell % SLOTS]! += minor;
  return exact.map((minor, slot) => ({ minor: minor + BigInt(sums[slot]!), lineCount: counts[slot]! }));
}
