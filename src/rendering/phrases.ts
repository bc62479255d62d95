import type { Period } from "../calendar/index.ts";
import { tryRange } from "../calendar/inner.ts";
import { tryDayNumber, type LocalDate } from "../core/index.ts";
import { recordOf, refuse, type Reader } from "../core/inner.ts";
import type { DateWords } from "../telling/index.ts";
import { readDates } from "../telling/inner.ts";
import { readString } from "./text.ts";

/**
 * The words of one language for a document: a label for each id of each kind as `<kind>.<id>`, its sentences, and how dates
 * are written. Each set of the package fits, such as `zhHans`.
 */
export type LabelsOf<
  Ids extends Readonly<Record<string, readonly string[]>>,
  Sentence extends string = never,
> = Readonly<
  Record<{ [Kind in keyof Ids & string]: `${Kind}.${Ids[Kind][number]}` }[keyof Ids & string] | Sentence, string>
> & { readonly dates: DateWords };

/**
 * Reads a label set with all the words a document may need, so that none is missing on the day it is; it may have more.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function labelsWith<Ids extends Readonly<Record<string, readonly string[]>>, Sentence extends string = never>(
  ids: Ids,
  sentences: readonly Sentence[] = [],
): Reader<LabelsOf<Ids, Sentence>> {
  const readEach = recordOf<string | DateWords>((text, at, code) =>
    at.at(-1) === "dates" ? readDates(text as DateWords, at, code) : readString(text as string, at, code),
  );
  const keys = Object.entries(ids).flatMap(([kind, of]) => of.map((id) => `${kind}.${id}`));
  return (labels, path, code) => {
    readEach(labels, path, code);
    for (const key of [...keys, ...sentences, "dates"])
      if (!Object.hasOwn(labels, key)) refuse(code, [...path, key], "no label", {});
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

/** Words of one language, ready to be put together: those of a document by `word`, those of the plan by `shared`. */
export interface DocumentWords<Labels, Word extends string, Shared extends string> extends Phrases {
  readonly labels: Labels;
  readonly word: (word: Word) => string;
  readonly shared: (word: Shared) => string;
}

/** The labels of one kind, by id. */
export const wordsIn =
  <Kind extends string, Id extends string>(kind: Kind, labels: Readonly<Record<`${Kind}.${Id}`, string>>) =>
  (id: Id): string =>
    labels[`${kind}.${id}`];

/** The words of a document in a label set. */
export const documentWords = <
  Kind extends string,
  Word extends string,
  Shared extends string,
  Labels extends PhraseLabels & Readonly<Record<`${Kind}.${Word}` | `planDocument.${Shared}`, string>>,
>(
  kind: Kind,
  labels: Labels,
): DocumentWords<Labels, Word, Shared> => ({
  labels,
  word: wordsIn(kind, labels),
  shared: wordsIn("planDocument", labels),
  ...phrasesOf(labels),
});
