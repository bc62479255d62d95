import { isDomainError, type DomainError, type Path } from "../core/index.ts";
import { nearestName, readList, readObject, refuse, type Reader } from "../core/inner.ts";
import type { StrategyPlanErrorCode } from "./errors.ts";

/*
 * Shapes of the parts of a plan. Unlike those of core, they do not stop at the first thing that is wrong: a form shows
 * them all, and what can be read is checked for contradictions all the same. A plan is read before everything that is
 * computed from it, and nearly always whole: so each shape can also say whether a value fits, and makes nothing for it.
 */

/** A part of a plan that is missing, of another kind, or not known. */
export const INVALID_PLAN: StrategyPlanErrorCode = "strategy-plan/invalid-plan";

/** Takes what is wrong with one place. */
export type Refused = (error: DomainError) => void;

/** How a part of a plan is read. */
export interface Shape<T> {
  /** Whether it can be read whole, as it was given. */
  readonly fits: (value: T) => boolean;
  /** What of it can be read, or undefined. Everything that is wrong in it is passed on. */
  readonly read: (value: T, path: Path, refused: Refused) => T | undefined;
}

/** How a member that may be absent is read. */
export interface OptionalShape<T> {
  readonly optional: Shape<T>;
}

/** How each member of a type is read; a member that the type has and the shape forgets does not compile. */
export type Shapes<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? OptionalShape<Exclude<T[K], undefined>> : Shape<T[K]>;
};

/** A member that may be absent; null is not absent. */
export const optional = <T>(shape: Shape<T>): OptionalShape<T> => ({ optional: shape });

function attempt<T>(read: () => T, refused: Refused): T | undefined {
  try {
    return read();
  } catch (e) {
    if (!isDomainError(e)) throw e;
    refused(e);
    return undefined;
  }
}

/** What a reader of core takes, and a short way to see that it does. */
export const taken = <T>(read: Reader<T>, fits: (value: T) => boolean): Shape<T> => ({
  fits,
  read: (value, path, refused) => attempt(() => read(value, path, INVALID_PLAN), refused),
});

/** An object as JSON gives it; any other is looked at by core. */
const isPlain = (value: object): boolean =>
  typeof value === "object" && (value as unknown) !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Whether an object has the members of a type and no others, each of which fits. */
function membersFit<T extends object>(shapes: Shapes<T>): (value: T) => boolean {
  const members = new Map<string, { readonly fits: (value: unknown) => boolean; readonly isOptional: boolean }>();
  for (const [name, member] of Object.entries(shapes) as [string, Shape<unknown> | OptionalShape<unknown>][]) {
    const isOptional = "optional" in member;
    members.set(name, { fits: (isOptional ? member.optional : member).fits, isOptional });
  }
  const required = [...members.values()].filter(({ isOptional }) => !isOptional).length;
  return (value) => {
    if (!isPlain(value)) return false;
    let found = 0;
    for (const name in value) {
      const member = members.get(name);
      if (member === undefined) return false;
      const own: unknown = value[name];
      if (member.isOptional && own === undefined) continue;
      if (!member.fits(own)) return false;
      if (!member.isOptional) found += 1;
    }
    return found === required;
  };
}

/** The members that can be read, and whether that is all of them; null for something that has no members. */
function membersOf<T extends object>(
  value: T,
  shapes: Shapes<T>,
  path: Path,
  refused: Refused,
): { readonly read: Partial<T>; readonly isWhole: boolean } | null {
  if (attempt(() => readObject(value, path, INVALID_PLAN), refused) === undefined) return null;
  const known = Object.keys(shapes);
  let isWhole = true;
  const wrong: Refused = (error) => {
    isWhole = false;
    refused(error);
  };
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    const didYouMean = nearestName(name, known);
    attempt(() => {
      const details = didYouMean === null ? { known } : { known, didYouMean };
      refuse(INVALID_PLAN, [...path, name], "not a known member", details);
    }, wrong);
  }
  const read: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shapes) as [
    keyof T & string,
    Shape<unknown> | OptionalShape<unknown>,
  ][]) {
    const at = [...path, name];
    let own: unknown;
    try {
      own = value[name];
    } catch {
      attempt(() => refuse(INVALID_PLAN, at, "cannot be read", {}), wrong);
      continue;
    }
    const isOptional = "optional" in member;
    if (isOptional && own === undefined) continue;
    const found = (isOptional ? member.optional : member).read(own, at, wrong);
    if (found !== undefined) read[name] = found;
  }
  return { read: read as Partial<T>, isWhole };
}

/** A record that says one thing: half of it says nothing. */
export const record = <T extends object>(shapes: NoInfer<Shapes<T>>): Shape<T> => ({
  fits: membersFit<T>(shapes),
  read: (value, path, refused) => {
    const found = membersOf<T>(value, shapes, path, refused);
    return found?.isWhole === true ? (found.read as T) : undefined;
  },
});

/** A part of the plan whose members say each their own: those that can be read are. */
export const part = <T extends object>(shapes: NoInfer<Shapes<T>>): Shape<T> => ({
  fits: membersFit<T>(shapes),
  read: (value, path, refused) => membersOf<T>(value, shapes, path, refused)?.read as T | undefined,
});

const eachFits =
  <T>({ fits }: Shape<T>): ((value: readonly T[]) => boolean) =>
  (value) => {
    if (!Array.isArray(value)) return false;
    // a hole is read as what it is
    for (const entry of value as readonly T[]) if (!fits(entry)) return false;
    return true;
  };

/** A list that is read whole or not at all. */
export const list = <T>(entry: Shape<T>): Shape<readonly T[]> => ({
  fits: eachFits(entry),
  read: (value, path, refused) => {
    const entries = attempt(() => readList(value, path, INVALID_PLAN), refused);
    const read = entries?.map((own, index) => entry.read(own, [...path, index], refused));
    return read?.includes(undefined) === true ? undefined : (read as readonly T[] | undefined);
  },
});

/** The rows of a section, each at its index; a row without an id that can be read is there, and says nothing. */
export const rows = <T extends { readonly id: string }>(shapes: NoInfer<Shapes<T>>): Shape<readonly T[]> => {
  const row = part<T>(shapes);
  return {
    fits: eachFits(row),
    read: (value, path, refused) =>
      attempt(() => readList(value, path, INVALID_PLAN), refused)?.map((own, index) => {
        const read = row.read(own, [...path, index], refused);
        return read?.id === undefined ? ({} as T) : read;
      }),
  };
};
