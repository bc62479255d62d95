import { isDeepStrictEqual } from "node:util";

import { isDomainError, type Path } from "../../src/core/index.ts";
import { readAnswer, withoutStrangers } from "./answers.ts";
import type { Mutation } from "./mutations.ts";
import { isPlain } from "./places.ts";
import type { Call } from "./recorder.ts";
import { isMeant, isUnread } from "./unread-lines.ts";
import { keyOfReason, untold } from "./told.ts";

/** Longest answer to a spoilt call. */
const SLOW = 1000;

/** Freezes plain data, and lists all of it. */
function freeze(value: unknown, all: Set<object>): void {
  if (!isPlain(value) || all.has(value)) return;
  all.add(value);
  Object.freeze(value);
  for (const name of Object.keys(value)) {
    const member = Object.getOwnPropertyDescriptor(value, name);
    if (member && "value" in member) freeze(member.value, all);
  }
}

const isPrefix = (short: readonly unknown[], long: readonly unknown[]): boolean =>
  short.every((part, index) => String(part) === String(long[index]));

/**
 * Whether a path names a place: the place, something in it, or the object it is in; counted from the parameter, or inside
 * the document that the parameter is. Of a member that is missing or misspelt the place is the object it should be in.
 */
function names(path: Path, { place, what }: Mutation): boolean {
  const isMember = /^(?:misspelt member|missing)/.test(what);
  const at = isMember && place.path.length > 1 ? place.path.slice(0, -1) : place.path;
  // of a whole argument, or a member of one, one name is all there is to say
  if (at.length === 1) return isPrefix(at, path) || path.length <= 1;
  return [at, at.slice(1)].some(
    (own) => isPrefix(own, path) || (path.length === own.length - 1 && path.length > 0 && isPrefix(path, own)),
  );
}

/**
 * Whether an error comes from a function that the call itself hands over: an example's own, which was given what its
 * type lets be given and does not expect it.
 */
const isTheirs = (e: unknown): boolean =>
  e instanceof Error &&
  /^ +at [^\n]*\/test\/examples\//.test((e.stack ?? "").slice((e.stack ?? "").indexOf("\n    at ") + 1));

/** Why the answer to a spoilt call is not allowed; null when it is. */
export function judge({ name, run, args: own }: Call, mutation: Mutation): string | null {
  const { args, expected } = mutation;
  const spoilt = args();
  const given = new Set<object>();
  for (const argument of spoilt) freeze(argument, given);
  const start = performance.now();
  let answer: unknown;
  try {
    answer = run(...spoilt);
  } catch (e) {
    if (performance.now() - start > SLOW) return "slow";
    // a function that throws what it is given throws its own argument
    if (spoilt.includes(e) || isTheirs(e)) return null;
    if (!isDomainError(e)) return `foreign error: ${e instanceof Error ? `${e.name}: ${e.message}` : typeof e}`;
    const silent = keyOfReason(e) === null ? null : untold(e);
    if (silent !== null) return silent;
    if (expected !== "refuse" || names(e.path, mutation)) return null;
    return `blames ${e.path.join(".")}: ${e.code}`;
  }
  if (performance.now() - start > SLOW) return "slow";
  const spoiltReading = readAnswer(answer, given);
  const usual = run(...own);
  const usualReading = readAnswer(usual);
  // a row that comes back with what was given undefined is as it was given
  const isOwn =
    mutation.what === "undefined" && spoiltReading.bad?.endsWith(`.${String(mutation.place.path.at(-1))}: undefined`);
  if (spoiltReading.bad !== null && usualReading.bad === null && isOwn !== true)
    return `bad value at ${spoiltReading.bad}`;
  for (const reason of spoiltReading.reasons) {
    const silent = untold(reason);
    if (silent !== null) return silent;
  }
  if (expected === "sane" || isUnread(name, own, mutation.place.path) || isMeant(name, mutation)) return null;
  const isNo = (given: unknown): boolean =>
    given === false || (typeof given === "object" && given !== null && "ok" in given && given.ok === false);
  // a contradiction may be gone with what contradicted: then another issue names the place; and what the example itself
  // gets wrong at this place is still said, no more often than before
  const known = new Set(usualReading.issues.map(({ code, path }) => `${code} ${path.join(".")}`));
  const { path: placed } = mutation.place;
  const isNamed = spoiltReading.issues.some(
    ({ code, path }) =>
      isPrefix(placed, path) ||
      (placed.length > 1 && isPrefix(placed.slice(1), path)) ||
      (!known.has(`${code} ${path.join(".")}`) && names(path, mutation)),
  );
  if (isNo(answer) || isNamed || spoiltReading.said > usualReading.said || (answer === null && name.startsWith("try")))
    return null;
  if (expected === "same" && isDeepStrictEqual(withoutStrangers(answer), withoutStrangers(usual))) return null;
  return expected === "same" ? "another answer" : "accepted";
}

const JUNK: readonly (readonly [string, unknown])[] = [
  ["undefined", undefined],
  ["null", null],
  ["0", 0],
  ["NaN", Number.NaN],
  ["1e300", 1e300],
  ['""', ""],
  ['"x"', "x"],
  ['"__proto__"', "__proto__"],
  ["true", true],
  ["[]", []],
  ["[null]", [null]],
  ["{}", {}],
  ["an object without prototype", Object.create(null)],
  ["a function", (): undefined => undefined],
  ["a symbol", Symbol("junk")],
  ["1n", 1n],
  ["a Date", new Date(0)],
  ["a Map", new Map()],
];

/** Why answers to junk in the place of all arguments are not allowed. */
export function judgeJunk(run: Call["run"]): string[] {
  return JUNK.flatMap(([what, junk]) => {
    try {
      const { bad } = readAnswer(run(junk, junk, junk, junk));
      return bad === null ? [] : [`${what}) gives ${bad}`];
    } catch (e) {
      if (isDomainError(e) || Object.is(e, junk)) return [];
      return [`${what}) throws ${e instanceof Error ? `${e.name}: ${e.message}` : typeof e}`];
    }
  });
}
