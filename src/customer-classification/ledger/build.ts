import { CODE_INVALID, CODE_NOT_APPLICABLE, MAX_BANDS } from "./codes.ts";
import type { ResolvedCard, CardTest } from "../card/resolved.ts";
import { WINDOW, type RecordSource } from "./record-source.ts";
import { readingOf, windowValues, type ObservationDates, type WindowValues } from "./window-values.ts";
import { AXES } from "../classes.ts";
import {
  BLOCK_UNDECIDED,
  HOLDS,
  isAxisKnown,
  isOpen,
  leafTruth,
  NO_BLOCK,
  NOT_A_CUSTOMER,
  ROW_COMPLETE,
  ROW_INVALID,
  ROW_UNREADABLE,
  UNDECIDED,
  worsen,
  type ScoreLedger,
} from "./ledger.ts";
import { placeLine } from "./points.ts";

/** Some rows of a ledger just scored, with what is not kept of them. */
export interface ScoredRows {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Points by axis: axis `k` of row `i` is at `k * stride + i - from`. */
  readonly axes: Float64Array;
  readonly stride: number;
  /** By line, 1 where every value of these rows could be used. */
  readonly usable: Uint8Array;
  /** Whether all of these rows are free of blocks and of refused values; they may lack something all the same. */
  readonly isPlain: boolean;
}

/** Points of all axes of one of the rows, counted from the first of them. */
export function totalOf({ axes, stride }: ScoredRows, at: number): number {
  return axes[at]! + axes[stride + at]! + axes[2 * stride + at]! + axes[3 * stride + at]!;
}

/** The scoring of one ledger, window by window; the values are those of its card. */
function scorer(ledger: ScoreLedger, values: WindowValues, stride: number) {
  const { card, rows, status, customers } = ledger;
  const axes = new Float64Array(AXES.length * stride);
  const usable = new Uint8Array(card.lines.length);

  const markCustomers = (from: number, size: number): void => {
    const { values: flags, codes } = values.at(card.customerInput);
    for (let at = 0; at < size; at++) {
      const code = codes[at]!;
      if (code !== 0) {
        customers[from + at] = code;
        worsen(status, from + at, code);
      } else if (flags[at] === 0) customers[from + at] = NOT_A_CUSTOMER;
    }
  };

  /** Why values do not count for a line of customers only: the person is not a customer, or the value cannot be used. */
  const customersReasons = (codes: Uint8Array, from: number, size: number): Uint8Array => {
    const own = codes.slice(0, size);
    for (let at = 0; at < size; at++) if (customers[from + at] === NOT_A_CUSTOMER) own[at] = CODE_NOT_APPLICABLE;
    return own;
  };

  const scoreLine = (index: number, from: number, size: number): void => {
    const line = card.lines[index]!;
    const column = values.at(line.input);
    const start = index * rows + from;
    const codes = ledger.codes.subarray(start, start + size);
    let reasons = column.codes;
    let whole = values.isWhole(line.input);
    if (line.customersOnly && card.customerInput >= 0) {
      reasons = customersReasons(reasons, from, size);
      whole &&= !reasons.includes(CODE_NOT_APPLICABLE);
    }
    usable[index] = whole ? 1 : 0;
    const sums = axes.subarray(line.axis * stride, line.axis * stride + size);
    const rated = ledger.rates[index]?.subarray(from, from + size) ?? null;
    placeLine(line, column.values, rated, { reasons, codes, sums });
    if (whole) return;
    const { rejects } = line;
    for (let at = 0; at < size; at++) {
      const code = codes[at]!;
      if (code > CODE_NOT_APPLICABLE && rejects[code] === 1) worsen(status, from + at, code);
    }
  };

  const judgeLeaf = (test: CardTest, from: number, size: number): void => {
    const { values: given, codes } = values.at(test.input);
    const { condition, wanted, low, high } = test;
    const leaves = ledger.leaves.subarray(test.leaf * rows + from, test.leaf * rows + from + size);
    if (condition.test === "flag") {
      const held = condition.is ? 1 : 0;
      for (let at = 0; at < size; at++) leaves[at] = Number(given[at] === held);
    } else if (condition.test === "category") {
      for (let at = 0; at < size; at++) leaves[at] = wanted[given[at]!]!;
    } else for (let at = 0; at < size; at++) leaves[at] = Number(given[at]! >= low && given[at]! < high);
    if (values.isWhole(test.input)) return;
    for (let at = 0; at < size; at++) {
      const code = codes[at]!;
      if (code === 0) continue;
      leaves[at] = code;
      // the row is refused, except for a block that holds: which this is not
      if (code >= CODE_INVALID) worsen(status, from + at, code);
    }
  };

  return (from: number, to: number, withRules: boolean): ScoredRows => {
    const size = to - from;
    axes.fill(0);
    if (card.customerInput >= 0) markCustomers(from, size);
    for (let index = 0; index < card.lines.length; index++) scoreLine(index, from, size);
    markOpen(ledger, from, to, withRules);
    if (withRules) {
      for (const test of card.leaves) judgeLeaf(test, from, size);
      markBlocks(ledger, from, to);
    }
    return { from, to, axes, stride, usable, isPlain: isPlain(ledger, from, to) };
  };
}

/** Whether no row has a block or a refused value. */
function isPlain({ status, blocks }: ScoreLedger, from: number, to: number): boolean {
  let worst = 0;
  for (let row = from; row < to; row++) worst |= (status[row]! & ROW_INVALID) | blocks[row]!;
  return worst === 0;
}

/** Of an open value the other lines of its axis have to say something; and a score leaves nothing open. */
function markOpen(ledger: ScoreLedger, from: number, to: number, withRules: boolean): void {
  const { card, rows, codes, status } = ledger;
  for (const index of card.openLines) {
    const { axis } = card.lines[index]!;
    for (let row = from; row < to; row++) {
      const code = codes[index * rows + row]!;
      if (code < MAX_BANDS || !isOpen(ledger, index, row)) continue;
      if (withRules && isAxisKnown(ledger, axis, row)) continue;
      worsen(status, row, code);
    }
  }
}

/** The first block that holds decides, whatever is unknown or wrong elsewhere. */
function markBlocks(ledger: ScoreLedger, from: number, to: number): void {
  const { blocks, card } = ledger;
  for (let index = 0; index < card.blocks.length; index++) {
    const { test } = card.blocks[index]!;
    for (let row = from; row < to; row++) {
      const open = blocks[row] === NO_BLOCK || blocks[row] === BLOCK_UNDECIDED;
      if (!open) continue;
      const truth = leafTruth(ledger, test, row);
      if (truth === HOLDS) blocks[row] = index + 1;
      else if (truth === UNDECIDED) blocks[row] = BLOCK_UNDECIDED;
    }
  }
}

/** What is to be scored by one card, and how. */
export interface LedgerJob {
  readonly card: ResolvedCard;
  readonly dates: ObservationDates;
  /** Without the rules, their features are not even read. */
  readonly withRules: boolean;
  /** Is shown what is not kept of the rows, while it is there. */
  readonly seen?: (rows: ScoredRows, ledger: ScoreLedger) => void;
}

function emptyLedger({ card, dates: { asOf } }: LedgerJob, rows: number): ScoreLedger {
  return {
    card,
    asOf,
    rows,
    codes: new Uint8Array(rows * card.lines.length),
    rates: card.lines.map((line) => (line.rate === null ? null : new Float64Array(rows))),
    status: new Uint8Array(rows).fill(ROW_COMPLETE),
    customers: new Uint8Array(rows),
    leaves: new Uint8Array(rows * card.leaves.length),
    blocks: new Uint8Array(rows),
  };
}

/** Scores every record of a source by some cards, a number of rows at a time; cards that read the same read it once. */
export function buildLedgers(jobs: readonly LedgerJob[], source: RecordSource): readonly ScoreLedger[] {
  const { rows, broken } = source;
  const stride = Math.min(rows, WINDOW);
  const readings = new Map<string, WindowValues>();
  const work = jobs.map((job) => {
    const { card, dates, withRules, seen } = job;
    const reading = jobs.length === 1 ? "" : readingOf(card, dates);
    const values = readings.get(reading) ?? windowValues(card.inputs, source, dates, stride);
    readings.set(reading, values);
    const ledger = emptyLedger(job, rows);
    return { ledger, score: scorer(ledger, values, stride), withRules, seen };
  });
  for (let from = 0; from < rows; from += WINDOW) {
    const to = Math.min(rows, from + WINDOW);
    source.open(from, to);
    for (const values of readings.values()) values.begin(to - from);
    for (const { ledger, score, withRules, seen } of work) {
      const { status } = ledger;
      for (let row = from; broken.size > 0 && row < to; row++) if (broken.has(row)) status[row] = ROW_UNREADABLE;
      const scored = score(from, to, withRules);
      seen?.(scored, ledger);
    }
  }
  return work.map(({ ledger }) => ledger);
}

/** The same for one card. */
export function buildLedger(
  card: ResolvedCard,
  source: RecordSource,
  dates: ObservationDates,
  withRules: boolean,
): ScoreLedger {
  return buildLedgers([{ card, dates, withRules }], source)[0]!;
}
