import { describeValue, kindOfObject, type Path } from "./errors.ts";
import { toInstantParts } from "./instant.ts";
import { toDayNumber, type Instant, type LocalDate } from "./local-date.ts";
import { kindOfValue, refuse, refuseKind, refuseValue } from "./refusal.ts";

/*
 * The readers of small documents: policies, options, one case. Each returns the value with its type or refuses it with
 * the code of the room that reads, so that what a document says is believed only after it was looked at.
 */

/** A name without case and separators: what two spellings of one word share. */
const plain = (name: string): string => name.toLowerCase().replace(/[-_\s]/g, "");

const isDigit = (letter: string): boolean => /^\d$/.test(letter);

/**
 * Whether one letter was left out, added, changed, or swapped with its neighbour, and something is still the same. Of
 * two letters a changed one makes another word, as a changed digit does: `no` is not `to`, nor `q1` `q2`.
 */
function isOneEditApart(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (isDigit(x) && isDigit(y)) return false;
  if (x.length <= 1 && y.length <= 1) return start + end > x.length * y.length;
  return x.length === 2 && `${x.charAt(1)}${x.charAt(0)}` === y;
}

/**
 * The known names that a name of a row may be misspelt for. A name that begins with a low line is a system's own (`_id`),
 * and one letter more or less than two is another word (`uid`, `too`).
 */
export function nearNames(name: string, known: readonly string[]): readonly string[] {
  if (name.startsWith("_")) return [];
  const own = plain(name);
  return known.filter((candidate) => {
    const other = plain(candidate);
    return other === own || (other.length > 2 && own.length > 2 && isOneEditApart(other, own));
  });
}

/** The known name that a misspelt one was probably meant to be; null when none is near. */
export function nearestName(name: string, known: readonly string[]): string | null {
  const own = plain(name);
  return (
    known.find((candidate) => plain(candidate) === own) ??
    known.find((candidate) => isOneEditApart(plain(candidate), own)) ??
    null
  );
}

function hint(value: unknown, known: readonly string[]): { readonly didYouMean?: string } {
  const near = typeof value === "string" ? nearestName(value, known) : null;
  return near === null ? {} : { didYouMean: near };
}

/** Whether something is an object with members: not a list, a date, a map, a promise or another thing of the language. */
const hasMembers = (value: unknown): boolean => typeof value === "object" && kindOfObject(value) === "object";

/** What is read off something, or the refusal of what cannot be read, such as a getter that throws. */
export function readable<T>(path: Path, code: string, read: () => T): T {
  try {
    return read();
  } catch {
    return refuse(code, path, "cannot be read", {});
  }
}

/** An object, whatever its members; not a list, nor a date or a promise. */
export function readObject<T extends object>(value: T, path: Path, code: string): T {
  return hasMembers(value) ? value : refuseKind(code, path, "not an object", value);
}

/** A list; its entries are for the caller to read. */
export function readList<T>(value: readonly T[], path: Path, code: string): readonly T[] {
  // Array.from fills holes, so that they are read as what they are
  const entries = readable(path, code, () => (Array.isArray(value) ? Array.from<T>(value) : null));
  return entries ?? refuseKind(code, path, "not a list", value);
}

/** Whether something is a text that is not blank. */
export const isFilled = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

/** A text that is not blank. */
export function readText(value: string, path: Path, code: string): string {
  return isFilled(value) ? value : refuseKind(code, path, "not a text, or blank", value);
}

/** A tag as it is usually written; null for what is not well-formed. */
function tryTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

/** The tag that a locale of an operating system stands for, `zh-CN` for `zh_CN.UTF-8`; null for anything else. */
function tagOfLocale(text: string): string | null {
  const [locale = ""] = text.split(/[.@]/);
  const tag = locale.trim().replaceAll(/[_ ]/g, "-");
  return /^[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2})?$/i.test(tag) ? tryTag(tag) : null;
}

/** The tag read last: a run writes in one language, and looking at a tag costs as much as writing an amount. */
let lastTag: string | null = null;

/**
 * A language tag that is well-formed (BCP 47), as `Intl` decides: `"en"`, `"zh-Hans"`, `"zh-Hant-HK"`. Whether there are
 * data for the language is another question.
 */
export function readLanguageTag(value: string, path: Path, code: string): string {
  if (value === lastTag) return value;
  const isText = typeof (value as unknown) === "string";
  if (isText && tryTag(value) !== null) return (lastTag = value);
  const meant = isText ? tagOfLocale(value) : null;
  return refuseValue(code, path, 'not a language tag such as "en" or "zh-Hans"', value, {
    ...kindOfValue(value),
    languageTag: true,
    ...(meant === null ? {} : { didYouMean: meant }),
  });
}

/** Any text, the empty one included. */
export function readAnyText(value: string, path: Path, code: string): string {
  return typeof (value as unknown) === "string" ? value : refuseKind(code, path, "not a text", value);
}

/** A date that exists. */
export function readDate(value: LocalDate, path: Path): LocalDate {
  toDayNumber(value, path);
  return value;
}

/** A moment with its offset. */
export function readMoment(value: Instant, path: Path): Instant {
  toInstantParts(value, path);
  return value;
}

/** True or false. */
export function readFlag<T extends boolean>(value: T, path: Path, code: string): T {
  return typeof (value as unknown) === "boolean" ? value : refuseKind(code, path, "neither true nor false", value);
}

/** A function. */
export function readFunction<T>(value: T, path: Path, code: string): T {
  return typeof value === "function" ? value : refuseKind(code, path, "not a function", value);
}

/** One of the allowed words. */
export function readOneOf<T extends string>(value: T, allowed: readonly T[], path: Path, code: string): T {
  if (allowed.includes(value)) return value;
  return refuse(code, path, `not one of ${allowed.join(", ")}`, {
    received: describeValue(value),
    allowed,
    ...hint(value, allowed),
  });
}

/** Deepest nesting that is copied: what is deeper, or contains itself, is not data. */
const MAX_DEPTH = 100;

/** A copy that nobody else holds and nobody can change: what was read, or written into a history, stays as it was. */
export function frozenCopy<T>(value: T, path: Path, code: string, depth = 0): T {
  if (typeof value !== "object" || value === null) return value;
  if (depth > MAX_DEPTH) return refuse(code, path, "nested too deep, or in itself", { limit: MAX_DEPTH });
  // the first levels are where a person finds the place; further down it is the nesting that is wrong
  const copyOf = (member: unknown, name: string | number): unknown =>
    frozenCopy(member, depth < 3 ? [...path, name] : path, code, depth + 1);
  const copy: unknown = Array.isArray(value)
    ? readList<unknown>(value, path, code).map(copyOf)
    : Object.fromEntries(entriesOf(value, path, code).map(([name, member]) => [name, copyOf(member, name)]));
  return Object.freeze(copy) as T;
}

/** The members of an object, those that are undefined left out; or the refusal of one of which something cannot be read. */
const entriesOf = (value: object, path: Path, code: string): readonly [string, unknown][] =>
  readable(path, code, () => Object.entries(value).filter(([, member]) => member !== undefined));
