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

/** The entries that no other entry corrects; they have been read. */
export function current<T extends Recorded>(entries: readonly T[]): readonly T[] {
  const corrected = new Set(entries.flatMap(({ corrects }) => corrects ?? []));
  return corrected.size === 0 ? entries : entries.filter(({ entry }) => !corrected.has(entry ?? ""));
}

/**
 * The entries of a list of the client file that hold: those that no other entry corrects, in the order of the list.
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
