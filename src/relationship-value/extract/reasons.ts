import type { ReadingDetails } from "../../core/index.ts";

/** What may be wrong with the table of an extract, as against a value in one of its cells. */
export const EXTRACT_PROBLEMS = [
  "not-a-row",
  "unknown-column",
  "missing-column",
  "column-twice",
  "column-and-constant",
  "other-length",
  "not-a-text",
  "two-periods",
] as const;

/**
 * What is wrong with the table: a row is not one; a column has nearly the name of one that is looked for and not there;
 * a column that every line needs is not there, occurs twice, or has a constant beside it; a row has another number of
 * cells than the header; a cell is not a text; a row has both the name of a period and its days.
 */
export type ExtractProblem = (typeof EXTRACT_PROBLEMS)[number];

/** What reading an extract refuses, by code. */
export interface ExtractErrorDetails {
  /**
   * A table, or a row of it, that cannot be read as income lines: `path` ends with the column, as the extract calls it.
   *
   * Remedy: correct the header or the row, or say in `columns` what the extract calls each column (null for a column
   * that only looks like one) and in `constants` what has no column.
   */
  "relationship-value/invalid-extract": Omit<ReadingDetails, "reason"> & {
    readonly reason: ExtractProblem;
    /** Columns of the header, and cells of the row. */
    readonly columns?: number;
    readonly cells?: number;
  };
}
