import type { DayNumber, LocalDate } from "../../core/index.ts";
import { refuse } from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import { CODE_INVALID, CODE_NOT_APPLICABLE, MAX_BANDS } from "./codes.ts";
import type { ResolvedCard, CardTest } from "../card/resolved.ts";
import { inputColumn, isMoneyColumn, fillInput, type Cells, type InputColumn } from "./inputs.ts";
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
  UNDECIDED,
  worsen,
  type ScoreLedger,
} from "./ledger.ts";
import { placeLine, ratePoints } from "./points.ts";

/** Rows worked on together: few enough for their values to stay close at hand in the machine. */
export const WINDOW = 2048;

/** Where the values of many records come from. */
export interface RecordSource {
  readonly rows: number;
  /** Makes the cells of some rows ready, the last row exclusive; they stay until the next call. */
  open(from: number, to: number): void;
  /** The cells of a field, null when no record has it; the first row opened is at `start`. */
  cells(field: string): Cells | null;
  /** Place of the first opened row in the cells. */
  readonly start: number;
  /** One value again, for what is said of it. */
  valueAt(field: string, row: number): unknown;
  /** Called where the cells of a field cannot be read. */
  unreadable(field: string): never;
}

/** One record as a source, its values by field. */
export function sourceOfOne(cells: (field: string) => Cells | null): RecordSource {
  const valueAt = (field: string): unknown => {
    const own = cells(field) ?? NO_CELLS;
    return isMoneyColumn(own) ? own.minor[0] : own[0];
  };
  const unreadable = (field: string): never =>
    refuse(
      "customer-classification/invalid-record" satisfies CustomerClassificationErrorCode,
      [field],
      "cannot be read",
      {},
    );
  return { rows: 1, start: 0, open: () => undefined, cells, valueAt, unreadable };
}

/** When the values were observed, in day numbers. */
export interface ObservationDates {
  readonly asOf: LocalDate;
  readonly day: DayNumber;
  readonly observedAt: ReadonlyMap<string, DayNumber>;
}

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
}

/** Values of a window, one column per input, used again for the next window. */
interface Workspace {
  readonly inputs: (InputColumn | undefined)[];
  /** Whether an input is read, and whether all its values in this window can be used. */
  readonly state: Uint8Array;
}

const UNREAD = 0;
const USABLE = 1;
const IN_PART = 2;

/** The cells of a field that no record has. */
export const NO_CELLS: ArrayLike<unknown> = { length: 0 };

/** Amounts are not dates: every one of them is an invalid date. */
export function dateCells(source: RecordSource, field: string): ArrayLike<unknown> | null {
  const cells = source.cells(field);
  return cells !== null && isMoneyColumn(cells) ? cells.minor : cells;
}

/** The scoring of one ledger, window by window. */
function scorer(ledger: ScoreLedger, source: RecordSource, dates: ObservationDates, stride: number) {
  const { card, rows, status, customers } = ledger;
  const work: Workspace = { inputs: [], state: new Uint8Array(card.inputs.length) };
  const axes = new Float64Array(AXES.length * stride);
  const usable = new Uint8Array(card.lines.length);

  const inputAt = (index: number, size: number): InputColumn => {
    const column = (work.inputs[index] ??= inputColumn(stride));
    if (work.state[index] !== UNREAD) return column;
    const input = card.inputs[index]!;
    const { observedAtField } = input.definition;
    try {
      const read = {
        cells: observedAtField === undefined ? null : dateCells(source, observedAtField),
        common: dates.observedAt.get(input.id) ?? null,
      };
      const cells = source.cells(input.id) ?? NO_CELLS;
      const whole = fillInput(input, cells, source.start, size, read, dates.day, column);
      work.state[index] = whole ? USABLE : IN_PART;
    } catch {
      source.unreadable(input.id);
    }
    return column;
  };

  const markCustomers = (from: number, size: number): void => {
    const { values, codes } = inputAt(card.customerInput, size);
    for (let at = 0; at < size; at++) {
      const code = codes[at]!;
      if (code !== 0) {
        customers[from + at] = code;
        worsen(status, from + at, code);
      } else if (values[at] === 0) customers[from + at] = NOT_A_CUSTOMER;
    }
  };

  const scoreLine = (index: number, from: number, size: number): void => {
    const line = card.lines[index]!;
    const { table, rejects, rate } = line;
    const column = inputAt(line.input, size);
    const codes = ledger.codes.subarray(index * rows + from, index * rows + from + size);
    let whole = work.state[line.input] === USABLE;
    placeLine(line, column, whole, codes);
    if (line.customersOnly && card.customerInput >= 0) {
      for (let at = 0; at < size; at++) {
        if (customers[from + at] !== NOT_A_CUSTOMER) continue;
        codes[at] = CODE_NOT_APPLICABLE;
        whole = false;
      }
    }
    usable[index] = whole ? 1 : 0;
    const start = line.axis * stride;
    const rated = ledger.rates[index] ?? null;
    if (rate !== null && rated !== null) {
      for (let at = 0; at < size; at++) {
        const code = codes[at]!;
        const points = code === 0 ? ratePoints(column.values[at]!, rate) : table[code]!;
        rated[from + at] = points;
        axes[start + at]! += points;
      }
    } else for (let at = 0; at < size; at++) axes[start + at]! += table[codes[at]!]!;
    if (whole) return;
    for (let at = 0; at < size; at++) {
      const code = codes[at]!;
      if (code > CODE_NOT_APPLICABLE && rejects[code] === 1) worsen(status, from + at, code);
    }
  };

  const judgeLeaf = (test: CardTest, from: number, size: number): void => {
    const { values, codes } = inputAt(test.input, size);
    const { condition, wanted, low, high } = test;
    const leaves = ledger.leaves.subarray(test.leaf * rows + from, test.leaf * rows + from + size);
    if (condition.test === "flag") {
      const held = condition.is ? 1 : 0;
      for (let at = 0; at < size; at++) leaves[at] = Number(values[at] === held);
    } else if (condition.test === "category") {
      for (let at = 0; at < size; at++) leaves[at] = wanted[values[at]!]!;
    } else for (let at = 0; at < size; at++) leaves[at] = Number(values[at]! >= low && values[at]! < high);
    if (work.state[test.input] === USABLE) return;
    for (let at = 0; at < size; at++) {
      const code = codes[at]!;
      if (code === 0) continue;
      leaves[at] = code;
      // the row is refused, except for a block that holds: which this is not
      if (code >= CODE_INVALID && status[from + at]! < ROW_INVALID) status[from + at] = ROW_INVALID;
    }
  };

  return (from: number, to: number, withRules: boolean): ScoredRows => {
    const size = to - from;
    source.open(from, to);
    work.state.fill(UNREAD);
    axes.fill(0);
    if (card.customerInput >= 0) markCustomers(from, size);
    for (let index = 0; index < card.lines.length; index++) scoreLine(index, from, size);
    markOpen(ledger, from, to, withRules);
    if (withRules) {
      for (const test of card.leaves) judgeLeaf(test, from, size);
      markBlocks(ledger, from, to);
    }
    return { from, to, axes, stride, usable };
  };
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

/**
 * Scores every record of a source, some rows at a time; without the rules, their features are not even read. What is not
 * kept of the rows is shown to `seen` while it is there.
 */
export function buildLedger(
  card: ResolvedCard,
  source: RecordSource,
  dates: ObservationDates,
  withRules: boolean,
  seen?: (rows: ScoredRows, ledger: ScoreLedger) => void,
): ScoreLedger {
  const { rows } = source;
  const ledger: ScoreLedger = {
    card,
    asOf: dates.asOf,
    rows,
    codes: new Uint8Array(rows * card.lines.length),
    rates: card.lines.map((line) => (line.rate === null ? null : new Float64Array(rows))),
    status: new Uint8Array(rows).fill(ROW_COMPLETE),
    customers: new Uint8Array(rows),
    leaves: new Uint8Array(rows * card.leaves.length),
    blocks: new Uint8Array(rows),
  };
  const stride = Math.min(rows, WINDOW);
  const score = scorer(ledger, source, dates, stride);
  for (let from = 0; from < rows; from += WINDOW) {
    const scored = score(from, Math.min(rows, from + WINDOW), withRules);
    seen?.(scored, ledger);
  }
  return ledger;
}
