import type { LocalDate } from "../core/index.ts";
import { listOf, nullable, readDate, readText, rowOf, type Members } from "../core/inner.ts";
import type { ClientErrorCode } from "./errors.ts";
import type { Recorded } from "./types.ts";

/** Members of what every entry may say of itself. */
export const RECORDED: Members<Recorded> = {
  entry: nullable(readText),
  recordedOn: nullable(readDate),
  corrects: nullable(readText),
};

const readEntries = listOf(rowOf(RECORDED));

/**
 * The entries that no later entry corrects; they have been read. A correction takes the place of one entry, the last before
 * it that bears the id; where there is none it corrects nothing, and is an entry like the others.
 */
export function current<T extends Recorded>(entries: readonly T[]): readonly T[] {
  if (entries.every(({ corrects }) => (corrects ?? null) === null)) return entries;
  const places = new Map<string, number>();
  const corrected = new Set<number>();
  for (const [place, own] of entries.entries()) {
    const { entry, corrects } = { entry: own.entry ?? "", corrects: own.corrects ?? "" };
    const other = places.get(corrects);
    if (other !== undefined) corrected.add(other);
    if (entry !== "") places.set(entry, place);
  }
  return entries.filter((_, place) => !corrected.has(place));
}

/** Whether something was known on a day: recorded by then, or nobody says when. */
export const isKnownOn = ({ recordedOn }: Pick<Recorded, "recordedOn">, date: LocalDate): boolean =>
  (recordedOn ?? date) <= date;

/**
 * The entries of a list that were known on a day; they have been read. A correction that does not say when it was recorded
 * is as old as what it corrects: before that there was nothing to correct.
 */
export function knownOf<T extends Recorded>(entries: readonly T[], date: LocalDate): readonly T[] {
  const days = new Map<string, LocalDate | null>();
  return entries.filter((own) => {
    const { entry, corrects } = { entry: own.entry ?? "", corrects: own.corrects ?? "" };
    const recordedOn = own.recordedOn ?? days.get(corrects) ?? null;
    if (entry !== "") days.set(entry, recordedOn);
    return isKnownOn(recordedOn === null ? {} : { recordedOn }, date);
  });
}

/**
 * The entries of a list of the client file that hold: those that no later entry corrects, in the order of the list.
 *
 * A correction takes the place of one entry, the last before it with that id. One that corrects nothing stays, and
 * {@link checkClientFile} reports it.
 *
 * Functions of this room do this by themselves; it is for those that print or count entries.
 *
 * @param entries - a list of the file, such as `accounts` or `facts`
 * @returns the entries that were not corrected
 * @throws `client/invalid-input` for what is not a list of entries
 * @example
 * const contacts = [
 *   { entry: "1", channel: "phone", value: "000-0001", recordedOn: "2026-01-05" },
 *   { entry: "2", corrects: "1", channel: "phone", value: "000-0007", recordedOn: "2026-02-02" },
 * ] as const;
 * currentEntries(contacts).map(({ value }) => value) // => ["000-0007"]
 * @since 0.1.0
 */
export function currentEntries<T extends Recorded>(entries: readonly T[]): readonly T[] {
  readEntries(entries, ["entries"], "client/invalid-input" satisfies ClientErrorCode);
  return current(entries);
}
