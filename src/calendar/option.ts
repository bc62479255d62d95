import type { Path } from "../core/index.ts";
import { readOneOf, type Reader } from "../core/inner.ts";
import type { CalendarErrorCode } from "./errors.ts";

const CODE = "calendar/invalid-option" satisfies CalendarErrorCode;

/** A word of a few, checked; the path names the parameter and the member inside it. */
export function readOption<T extends string>(value: T, words: readonly T[], ...path: Path): T {
  return readOneOf(value, words, path, CODE);
}

/** The options of a function, read whole; their place is the parameter. */
export function readOptions<T extends object>(options: T, read: Reader<T>, parameter: string): T {
  return read(options, [parameter], CODE);
}
