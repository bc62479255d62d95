import type { Path } from "./errors.ts";
import { nearestName, nearNames, readable, readList, readObject, readOneOf } from "./reading.ts";
import { kindOfText, refuse, refuseValue } from "./refusal.ts";

/*
 * The shapes of documents: what members they have, and what each member is. A shape is written once beside the type it
 * reads; a member that the type has and the shape forgets, or the other way round, does not compile. The builders are
 * marked as without side effects, so that a bundle leaves out the shapes of what it does not use.
 */

/** Returns a value of a type as it was given, or refuses it at its path with the code of the room that reads. */
export type Reader<T> = (value: T, path: Path, code: string) => T;

/** A member that may be absent; null is not absent. */
export interface Optional<T> {
  readonly optional: Reader<T>;
}

/** How each member of a type is read. */
export type Members<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? Optional<Exclude<T[K], undefined>> : Reader<T[K]>;
};

/**
 * Reads a member that may be absent.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function optional<T>(read: Reader<T>): Optional<T> {
  return { optional: read };
}

/** Reads a member as it is, where its room says with a code of its own what it has to be. */
export const asGiven = <T>(value: T): T => value;

/**
 * What may be null.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (value, path, code) => (value === null ? value : read(value, path, code));
}

/**
 * Reads a member of a row that may be absent, or null, as an empty column of a table is.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function nullable<T>(read: Reader<T>): Optional<T> {
  return optional((value, path, code) => ((value as T | null) === null ? value : read(value, path, code)));
}

/**
 * One of a few words.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function oneOf<T extends string>(words: readonly T[]): Reader<T> {
  return (value, path, code) => readOneOf(value, words, path, code);
}

/**
 * A list of at least `fewest` entries.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function listOf<T>(read: Reader<T>, fewest = 0): Reader<readonly T[]> {
  return (value, path, code) => {
    const list = readList(value, path, code);
    if (list.length < fewest)
      refuseValue(code, path, `not a list of ${String(fewest)} or more entries`, list, { fewest });
    for (const [index, entry] of list.entries()) read(entry, [...path, index], code);
    return value;
  };
}

/**
 * An object whose members are all of one kind, by names that are not known beforehand.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function recordOf<T>(read: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return (value, path, code) => {
    const given = readObject(value, path, code);
    for (const name of readable(path, code, () => Object.keys(given))) {
      const at = [...path, name];
      read(memberOf(value, name, at, code) as T, at, code);
    }
    return value;
  };
}

/**
 * A whole number from `min` to `max`, both inclusive.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function wholeNumber(min: number, max: number): Reader<number> {
  return (value, path, code) => {
    if (Number.isSafeInteger(value) && value >= min && value <= max) return value;
    return refuseValue(code, path, `not a whole number from ${String(min)} to ${String(max)}`, value, {
      ...kindOfText(value),
      min,
      max,
    });
  };
}

/** A member, or the refusal at its path of one whose getter throws. */
export function memberOf(holder: object, name: string, at: Path, code: string): unknown {
  return readable(at, code, () => (holder as Readonly<Record<string, unknown>>)[name]);
}

type Entry = readonly [name: string, read: Reader<unknown> | Optional<unknown>];

const entriesOf = (members: object): readonly Entry[] =>
  Object.entries(members as Readonly<Record<string, Reader<unknown> | Optional<unknown>>>);

/** Reads the members of a shape off an object, whatever else it has. */
function readKnown<T extends object>(value: T, members: readonly Entry[], path: Path, code: string): T {
  // one path for all members: a refusal ends the reading, so that nobody sees it change
  const at = [...path];
  for (const [name, member] of members) {
    at[path.length] = name;
    const own = memberOf(value, name, at, code);
    if (typeof member === "function") member(own, at, code);
    else if (own !== undefined) member.optional(own, at, code);
  }
  return value;
}

function refuseName(
  name: string,
  known: readonly string[],
  didYouMean: string | null,
  path: Path,
  code: string,
): never {
  const near = didYouMean === null ? {} : { didYouMean };
  return refuse(code, [...path, name], "not a known member", { known, ...near });
}

/**
 * A document: an object with these members and no others.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function shapeOf<T extends object>(members: Members<T>): Reader<T> {
  const known = Object.keys(members);
  const entries = entriesOf(members);
  return (value, path, code) => {
    const given = readObject(value, path, code);
    for (const name of readable(path, code, () => Object.keys(given))) {
      if (!known.includes(name)) refuseName(name, known, nearestName(name, known), path, code);
    }
    return readKnown(value, entries, path, code);
  };
}

/** A name that nobody knows, and the known one it was probably meant to be. */
export interface MisspeltName {
  readonly name: string;
  readonly didYouMean: string;
}

/** Most names of strangers that are remembered. */
const MAX_NAMES = 1000;

/** Whether a row has these names in this order, as the rows of one table do; no list of its own is made for it. */
function hasNames(row: object, names: readonly string[]): boolean {
  let at = 0;
  for (const name in row) if (name !== names[at++]) return false;
  return at === names.length;
}

/** Whether a row has no such member, its own or of its class; one that cannot be read is there. */
function lacks(row: object, name: string): boolean {
  try {
    return (row as Readonly<Record<string, unknown>>)[name] === undefined;
  } catch {
    return false;
  }
}

/**
 * Looks for a name that is nearly that of a member the row does not have, row after row; beside that member it is one
 * of the row's own, such as `ids` beside `id`. For batches, read elsewhere; `nearOf` says what a name may stand for.
 */
export function nameScan(known: readonly string[], nearOf = nearNames): (row: object) => MisspeltName | null {
  const near = new Map<string, readonly string[]>(known.map((name) => [name, []]));
  let before: readonly string[] = [];
  return (row) => {
    if (hasNames(row, before)) return null;
    const names = Object.keys(row);
    let isOrdinary = true;
    for (const name of names) {
      let meant = near.get(name);
      if (meant === undefined) {
        meant = nearOf(name, known);
        if (near.size < MAX_NAMES) near.set(name, meant);
      }
      if (meant.length === 0) continue;
      const didYouMean = meant.find((candidate) => lacks(row, candidate));
      if (didYouMean !== undefined) return { name, didYouMean };
      isOrdinary = false;
    }
    if (isOrdinary) before = names;
    return null;
  };
}

/**
 * A row: an object with these members and any of its own, as rows of databases have, but none that is nearly one of
 * these that it lacks.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function rowOf<T extends object>(members: Members<T>): Reader<T> {
  const known = Object.keys(members);
  const misspelt = nameScan(known);
  const entries = entriesOf(members);
  return (value, path, code) => {
    const row = readObject(value, path, code);
    const found = readable(path, code, () => misspelt(row));
    if (found !== null) refuseName(found.name, known, found.didYouMean, path, code);
    return readKnown(value, entries, path, code);
  };
}

/** The arms of a union, by the word of the member that tells them apart. */
type Arms<T, K extends keyof T> = {
  readonly [Word in T[K] & string]: Reader<T extends unknown ? (Word extends T[K] ? T : never) : never>;
};

/**
 * One of several shapes, told apart by the word of one member.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function byTag<T extends object, K extends keyof T & string>(tag: K, arms: Arms<T, K>): Reader<T> {
  const words = Object.keys(arms);
  return (value, path, code) => {
    const at = [...path, tag];
    const word = readOneOf(memberOf(readObject(value, path, code), tag, at, code) as string, words, at, code);
    const read = (arms as unknown as Readonly<Record<string, Reader<T> | undefined>>)[word];
    return read === undefined ? value : read(value, path, code);
  };
}
