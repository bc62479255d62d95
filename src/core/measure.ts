import type { DecimalString } from "./decimal-string.ts";
import { readInteger } from "./local-date.ts";
import { readList, readText } from "./reading.ts";
import { refuse } from "./refusal.ts";
import { optional, rowOf } from "./shape.ts";
import { rateOf } from "./tally.ts";

/**
 * A figure that leads back to the records behind it (可追溯指标): the one form in which the rooms hand on what was achieved,
 * so that an appraisal can be followed to single records.
 */
export interface Measure {
  /** Whose figure it is: a person, or a unit. */
  readonly subject: string;
  /** Unit in which it was earned; a record keeps the unit it was made in. */
  readonly orgUnit?: string;
  /** What is measured, as a code: `complaints/upheld`. */
  readonly measure: string;
  /** What the value is in: a count, a share from 0, minutes, or an amount in a currency by its ISO 4217 code. */
  readonly in: "count" | "share" | "minutes" | (string & {});
  /** Period it is of, as its name or `from/to` with `to` exclusive. */
  readonly period: string;
  /** Null when there is none: a share of nothing. */
  readonly value: DecimalString | null;
  /** Records counted. */
  readonly n: number;
  /** Of how many, for a share. */
  readonly of?: number;
  /** Ids of the records counted, in the order given; `n` of them. */
  readonly records: readonly string[];
}

/** Whose figure, what it measures, and when. */
export type MeasureSubject = Pick<Measure, "subject" | "orgUnit" | "measure" | "period">;

const CODE = "core/invalid-measure";

function readRecords(records: readonly string[]): readonly string[] {
  const list = readList(records, ["records"], CODE);
  const seen = new Set<string>();
  for (const [index, id] of list.entries()) {
    readText(id, ["records", index], CODE);
    if (seen.has(id)) refuse(CODE, ["records", index], "counted twice", { id });
    seen.add(id);
  }
  return list;
}

/** A measure may be about what another is about, and that one has more members. */
const readAbout = /* @__PURE__ */ (() =>
  rowOf<MeasureSubject>({ subject: readText, orgUnit: optional(readText), measure: readText, period: readText }))();

function readSubject(of: MeasureSubject): MeasureSubject {
  const { subject, orgUnit, measure, period } = readAbout(of, ["of"], CODE);
  return { subject, ...(orgUnit === undefined ? {} : { orgUnit }), measure, period };
}

/**
 * A number of records, as a figure that names them.
 *
 * @param of - whose figure, what it measures, and when
 * @param records - ids of the records counted, each once
 * @returns the measure, its value the number of records
 * @throws `core/invalid-measure` for a blank text or an id given twice
 * @example
 * const measure = countMeasure({ subject: "E-9", measure: "complaints/handled", period: "2026-02" }, ["C-1", "C-4"]);
 * [measure.value, measure.n, measure.records] // => ["2", 2, ["C-1", "C-4"]]
 * @since 0.1.0
 */
export function countMeasure(of: MeasureSubject, records: readonly string[]): Measure {
  const counted = readRecords(records);
  return { ...readSubject(of), in: "count", value: String(counted.length), n: counted.length, records: counted };
}

/**
 * A share of records, as a figure that names those that have the property.
 *
 * @param of - whose figure, what it measures, and when
 * @param records - ids of the records that have the property, each once
 * @param population - number of records it is a share of, from the number of `records` up
 * @returns the measure, its value to four decimals, rounded half-even, as in {@link rateOf}; null when the population is 0
 * @throws `core/invalid-measure` for a blank text or an id given twice
 * @throws `core/invalid-integer` when the population is not a whole number or less than the records
 * @example
 * shareMeasure({ subject: "B-12", measure: "complaints/upheld", period: "2026-02" }, ["C-1"], 3).value // => "0.3333"
 * shareMeasure({ subject: "B-12", measure: "complaints/upheld", period: "2026-02" }, [], 0).value // => null
 * @since 0.1.0
 */
export function shareMeasure(of: MeasureSubject, records: readonly string[], population: number): Measure {
  const counted = readRecords(records);
  readInteger(population, "population", counted.length);
  const { n, rate } = rateOf(counted.length, population);
  return { ...readSubject(of), in: "share", value: rate, n, of: population, records: counted };
}
