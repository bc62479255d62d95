import { toDayNumber, type LocalDate } from "../../core/index.ts";
import { compareTexts, listOf, nullable, optional, readDate, rowOf, shapeOf } from "../../core/inner.ts";
import type { ClientFile } from "../client-file.ts";
import { INVALID } from "../read-client.ts";
import { current, knownOf } from "../recorded.ts";
import { readFact, type ClientFact } from "./fact.ts";

/** The latest value of a feature on a day. */
export interface KnownFeature {
  readonly feature: string;
  /** The entry of the file, with its source, its day and, where it was derived, its rule. */
  readonly fact: ClientFact;
  /** Days from the day the value describes to the day asked about. */
  readonly ageDays: number;
}

/** Which knowledge counts. */
export interface KnowledgeOptions {
  /** Day whose knowledge counts; the day asked about where it is omitted. */
  readonly knownOn?: LocalDate;
}

/** Which knowledge counts, as a caller writes it. */
export const readKnowledgeOptions = shapeOf<KnowledgeOptions>({ knownOn: optional(readDate) });

const readClient = rowOf<Pick<ClientFile, "facts">>({ facts: nullable(listOf(readFact)) });

/**
 * The latest value of each feature of a client on a day, and how old it is.
 *
 * Two times meet here. A value is about a day, `asOf`, and was recorded on one, `recordedOn`. What counts is about
 * `date` or earlier, and was recorded by `knownOn`; of several values of a feature the latest by `asOf`, and of those the
 * one that stands last in the file. So the answer for a past day does not change when more is learned later, unless
 * `knownOn` says that it shall. Values that an entry recorded by then corrects do not count.
 *
 * @param client - client file
 * @param date - civil date
 * @param options - `knownOn`, to look back with what is known since
 * @returns one row per feature that has a value, in order of feature
 * @throws `core/invalid-date`; `client/invalid-input` for facts that are not as a client file has them, and for an
 * option nobody has; `client/raw-and-derived` for a fact that is both
 * @example
 * const facts = [
 *   { feature: "risk-tolerance", dataType: "profile", group: "purchase", value: "low", source: "questionnaire", asOf: "2025-03-01", recordedOn: "2025-03-01" },
 *   { feature: "risk-tolerance", dataType: "profile", group: "purchase", value: "medium", source: "questionnaire", asOf: "2026-03-01", recordedOn: "2026-03-09" },
 * ] as const;
 * knownAt({ facts }, "2026-03-31").map(({ fact, ageDays }) => [fact.value, ageDays]) // => [["medium", 30]]
 * knownAt({ facts }, "2026-03-05").map(({ fact, ageDays }) => [fact.value, ageDays]) // => [["low", 369]]
 * knownAt({ facts }, "2026-03-05", { knownOn: "2026-03-31" }).map(({ fact, ageDays }) => [fact.value, ageDays]) // => [["medium", 4]]
 * @since 0.1.0
 */
export function knownAt(
  client: Pick<ClientFile, "facts">,
  date: LocalDate,
  options: KnowledgeOptions = {},
): readonly KnownFeature[] {
  const day = toDayNumber(date);
  const { knownOn = date } = readKnowledgeOptions(options, ["options"], INVALID);
  const { facts } = readClient(client, ["client"], INVALID);
  return latestOf(facts ?? [], day, knownOn);
}

/** The latest value of each feature, by what was recorded on a day. */
export function latestOf(facts: readonly ClientFact[], day: number, knownOn: LocalDate): readonly KnownFeature[] {
  const latest = new Map<string, KnownFeature>();
  for (const fact of current(knownOf(facts, knownOn))) {
    const ageDays = day - toDayNumber(fact.asOf);
    const before = latest.get(fact.feature);
    if (ageDays < 0 || (before !== undefined && before.ageDays < ageDays)) continue;
    latest.set(fact.feature, { feature: fact.feature, fact, ageDays });
  }
  return [...latest.values()].sort((a, b) => compareTexts(a.feature, b.feature));
}
