import type { Period } from "../calendar/index.ts";
import { tryRange } from "../calendar/inner.ts";
import { tryDayNumber, type LocalDate } from "../core/index.ts";
import { recordOf, refuse, type Reader } from "../core/inner.ts";
import type { DateWords } from "../telling/index.ts";
import { readDates } from "../telling/inner.ts";
import { readString } from "./text.ts";

/** The keys of labels, `<kind>.<id>`, from lists of ids by kind. */
export const keysOf = (ids: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  Object.entries(ids).flatMap(([kind, of]) => of.map((id) => `${kind}.${id}`));

/**
 * A label set with all the words a document may need, so that none is missing on the day it is; it may have more.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function labelsWith<Labels extends { readonly dates: DateWords }>(keys: readonly string[]): Reader<Labels> {
  const readEach = recordOf<string | DateWords>((text, at, code) =>
    at.at(-1) === "dates" ? readDates(text as DateWords, at, code) : readString(text as string, at, code),
  );
  return (labels, path, code) => {
    readEach(labels, path, code);
    for (const key of [...keys, "dates"]) if (!Object.hasOwn(labels, key)) refuse(code, [...path, key], "no label", {});
    return labels;
  };
}

/** What somebody or something is called by id; without a name, the id. */
export const namedBy =
  (names: Readonly<Record<string, string>> = {}) =>
  (id: string): string =>
    Object.hasOwn(names, id) ? (names[id] ?? id) : id;

/** Names, values and dates put together in the punctuation of a language. */
export interface Phrases {
  /** `name: value` in the punctuation of the language. */
  readonly named: (name: string, value: string) => string;
  /** The parts that are present, joined in the punctuation of the language. */
  readonly joined: (parts: readonly (string | undefined)[]) => string;
  /** A day as people write it; what is not a day as it is, because the data are said to be wrong there. */
  readonly date: <Day extends LocalDate | undefined>(day: Day) => Day;
  /** A period as people write it; what is not a period as it is. */
  readonly period: (period: Period) => string;
}

/** The words that phrases are put together with. */
type PhraseLabels = Readonly<Record<"planDocument.colon" | "planDocument.separator", string>> & {
  readonly dates: DateWords;
};

/** The phrases of a label set. */
export function phrasesOf(labels: PhraseLabels): Phrases {
  return {
    named: (name, value) => `${name}${labels["planDocument.colon"]}${value}`,
    joined: (parts) => parts.filter((part) => part !== undefined && part !== "").join(labels["planDocument.separator"]),
    date: (day) => (day === undefined || tryDayNumber(day) === null ? day : (labels.dates.date(day) as typeof day)),
    period: (period) => {
      if (tryRange(period) !== null) return labels.dates.period(period);
      return typeof period === "string" ? period : labels.dates.list([period.from, period.to]);
    },
  };
}
