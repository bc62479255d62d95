import type { DayNumber, LocalDate } from "../../core/index.ts";
import type { CardInput, ResolvedCard } from "../card/resolved.ts";
import { fillInput, inputColumn, type InputColumn } from "./inputs.ts";
import { dateCells, NO_CELLS, type RecordSource } from "./record-source.ts";

/** When the values were observed, in day numbers. */
export interface ObservationDates {
  readonly asOf: LocalDate;
  readonly day: DayNumber;
  readonly observedAt: ReadonlyMap<string, DayNumber>;
}

/** The values of the rows at hand, one column per input, each read when it is first asked for. */
export interface WindowValues {
  /** Takes the rows that the source has opened. */
  begin(size: number): void;
  at(index: number): InputColumn;
  /** Whether every value of an input that was read can be used. */
  isWhole(index: number): boolean;
}

const UNREAD = 0;
const WHOLE = 1;
const IN_PART = 2;

/** The values of a source, at most `stride` rows at a time; the columns are used again for the next rows. */
export function windowValues(
  inputs: readonly CardInput[],
  source: RecordSource,
  dates: ObservationDates,
  stride: number,
): WindowValues {
  const columns: (InputColumn | undefined)[] = [];
  const state = new Uint8Array(inputs.length);
  let size = 0;
  const read = (index: number, column: InputColumn): void => {
    const input = inputs[index]!;
    const { observedAtField } = input.definition;
    try {
      const observed = {
        cells: observedAtField === undefined ? null : dateCells(source, observedAtField),
        common: dates.observedAt.get(input.id) ?? null,
      };
      const cells = source.cells(input.id) ?? NO_CELLS;
      state[index] = fillInput(input, cells, source.start, size, observed, dates.day, column) ? WHOLE : IN_PART;
    } catch {
      source.unreadable(input.id);
    }
  };
  return {
    begin: (rows) => {
      size = rows;
      state.fill(UNREAD);
    },
    at: (index) => {
      const column = (columns[index] ??= inputColumn(stride));
      if (state[index] === UNREAD) read(index, column);
      return column;
    },
    isWhole: (index) => state[index] === WHOLE,
  };
}

/** What two cards have in common that read the same values of a source on the same day. */
export function readingOf({ inputs }: ResolvedCard, { day, observedAt }: ObservationDates): string {
  const features = inputs.map(({ id, definition, currency, exponent }) => [id, definition, currency, exponent]);
  return JSON.stringify([features, day, [...observedAt]]);
}
