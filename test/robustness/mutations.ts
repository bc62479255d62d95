import { STRANGERS } from "./answers.ts";
import { isPlain, kindOf, type Kind, type Place } from "./places.ts";

/** One way to spoil a call, and what has to come of it. */
export interface Mutation {
  readonly place: Place;
  readonly what: string;
  /** The spoilt arguments; those of the call, or arguments that were spoilt at another place already. */
  readonly args: (spoilt?: readonly unknown[]) => readonly unknown[];
  /** `refuse`: somebody must say so. `same`: the answer of the untouched call, or somebody says so. */
  readonly expected: "refuse" | "same" | "sane";
}

type Holder = Record<string | number, unknown>;

/** A copy of data, with the members that throw when they are read. */
function copyOf(data: unknown): Holder {
  const isList = Array.isArray(data);
  const start: object = isList ? new Array<unknown>(data.length) : {};
  const copy = start as Holder;
  for (const [name, own] of Object.entries(Object.getOwnPropertyDescriptors(Object(data) as object))) {
    if (name === "length" && isList) continue;
    Object.defineProperty(copy, name, "value" in own ? { ...own, writable: true, configurable: true } : own);
  }
  return copy;
}

/** A copy of the arguments with one place replaced; what is not on the way is shared. */
function replaced(
  args: readonly unknown[],
  { argument, path }: Place,
  change: (holder: Holder, key: string | number) => void,
): readonly unknown[] {
  // the arguments as an object, by their index; of a rest parameter the index is in the path
  const copy: Holder = Object.fromEntries(args.entries());
  const isRest = typeof path[1] === "number" && !Array.isArray(args[argument]);
  let holder = copy;
  let key: string | number = argument;
  for (const part of path.slice(isRest ? 2 : 1)) {
    const child = holder[key];
    const next = copyOf(child);
    holder[key] = next;
    holder = next;
    key = part;
  }
  change(holder, key);
  return args.map((_, index) => copy[index]);
}

const nested = (depth: number): unknown => {
  let value: unknown = [];
  for (let n = 0; n < depth; n++) value = n % 2 === 0 ? { a: value } : [value];
  return value;
};

/** One for all places: a function does not change what it is given, and thousands of these would fill the memory. */
const DEEP = nested(5000);
const DATE: unknown = new Date(0);
const WRONG: readonly (readonly [Kind, string, unknown])[] = [
  ["null", "null", null],
  ["number", "a number", 7],
  ["text", "a text", "7"],
  ["flag", "true", true],
  ["flag", "false", false],
  ["list", "a list", []],
  ["object", "an object", {}],
  ["object", "a Date", DATE],
  ["function", "a function", (): number => 1],
  ["bigint", "a bigint", 7n],
];

const misspelt = (word: string): readonly string[] => [
  `${word}s`,
  word.slice(0, -1),
  word.toUpperCase() === word ? word.toLowerCase() : word.toUpperCase(),
  word.includes("-") ? word.replaceAll("-", "_") : ` ${word}`,
  "",
  "__proto__",
  "constructor",
  "toString",
];

/** A name with a letter more, in another case, with another separator, and with two letters swapped. */
function otherSpellings(name: string): readonly string[] {
  const snake = name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
  const swapped = `${name.charAt(1)}${name.charAt(0)}${name.slice(2)}`;
  const others = [`${name}s`, name.toUpperCase(), snake, swapped];
  return [...new Set(others)].filter((other) => other !== name && other.trim() !== "");
}

const STRANGE_TEXTS: readonly (readonly [string, string])[] = [
  ["an empty text", ""],
  ["a blank text", "  "],
  ["__proto__", "__proto__"],
  ["constructor", "constructor"],
  ["half a surrogate pair", "a\ud800b"],
  ["a very long text", "9".repeat(100_000)],
  ["a long date", "2026-02-30"],
  ["NaN as text", "NaN"],
];
const STRANGE_NUMBERS = [Number.NaN, Infinity, -Infinity, 1e300, -1e300, -0, 0, -1, 0.5, 2 ** 53, 5e-324];

const isInside = (inner: Place, outer: Place): boolean => outer.path.every((part, index) => part === inner.path[index]);

/** Two ways to spoil a call at once; null when one of them is inside the other. */
export function both(first: Mutation, second: Mutation): Mutation | null {
  if (isInside(first.place, second.place) || isInside(second.place, first.place)) return null;
  return {
    place: first.place,
    what: `${first.what}; ${second.place.path.join(".")} ${second.what}`,
    args: (from) => second.args(first.args(from)),
    // which of the two is said depends on what is looked at first
    expected: "sane",
  };
}

/** Every way in which a place of a call is spoilt. */
export function mutationsOf(args: readonly unknown[], place: Place): Mutation[] {
  const { allowed, value, path, optional, named, members, row } = place;
  const found: Mutation[] = [];
  const add = (what: string, expected: Mutation["expected"], change: Parameters<typeof replaced>[2]): void => {
    found.push({ place, what, expected, args: (from = args) => replaced(from, place, change) });
  };
  const put = (what: string, expected: Mutation["expected"], instead: unknown): void => {
    add(what, expected, (holder, key) => {
      holder[key] = instead;
    });
  };
  /** A null in a row stands for a column without a value: it is refused, or read as absent. */
  for (const [kind, what, instead] of WRONG) {
    if (kindOf(value) === kind && kind !== "object" && kind !== "flag") continue;
    const fits = allowed.kinds.has(kind) && (kind !== "object" || instead !== DATE || allowed.kinds.size === 9);
    if (kind === "null" && row && optional) put(what, "sane", instead);
    else put(what, fits ? "sane" : "refuse", instead);
  }
  put("undefined", optional || allowed.kinds.has("undefined") ? "sane" : "refuse", undefined);
  if (path.length > 1 && typeof path.at(-1) === "string") {
    add("missing", optional ? "sane" : "refuse", (holder, key) => {
      Reflect.deleteProperty(holder, key);
    });
    const name = String(path.at(-1));
    for (const other of otherSpellings(name)) {
      // a row may have other words of two letters
      if (row && optional && name.length <= 2 && other.toLowerCase() !== name) continue;
      add(`misspelt member ${other}`, named ? "sane" : "refuse", (holder) => {
        const own = Object.getOwnPropertyDescriptor(holder, name);
        Reflect.deleteProperty(holder, name);
        if (own) Object.defineProperty(holder, other, own);
      });
    }
    add("getter that throws", "refuse", (holder, key) => {
      Object.defineProperty(holder, key, {
        enumerable: true,
        get: () => {
          throw new RangeError("thrown by a getter");
        },
      });
    });
  }
  put("deep nesting", allowed.kinds.has("object") || allowed.kinds.has("list") ? "sane" : "refuse", DEEP);
  if (typeof value === "string") {
    const { words } = allowed;
    if (words !== null) {
      for (const word of misspelt(value)) if (!words.includes(word)) put(`misspelt ${word}`, "refuse", word);
      for (const word of words) if (word !== value) put(`another word, ${word}`, "sane", word);
    } else for (const [what, text] of STRANGE_TEXTS) put(what, "sane", text);
  }
  if (typeof value === "number") for (const n of STRANGE_NUMBERS) put(String(n), "sane", n);
  if (isPlain(value) && !Array.isArray(value) && members !== null) {
    for (const name of STRANGERS) {
      // a row may have members of its own, as a row of a database has
      add(`unknown member ${name}`, row ? "same" : "refuse", (holder, key) => {
        const copy = copyOf(holder[key]);
        Object.defineProperty(copy, name, { value: 1, enumerable: true, configurable: true, writable: true });
        holder[key] = copy;
      });
    }
    const absent = members.filter((name) => !Object.hasOwn(value, name));
    for (const name of absent.filter((member) => !row || member.length > 2)) {
      add(`misspelt absent member ${name}`, "refuse", (holder, key) => {
        holder[key] = Object.assign(copyOf(holder[key]), { [`${name}s`]: 1 });
      });
      add(`null for the absent ${name}`, row ? "sane" : "refuse", (holder, key) => {
        holder[key] = Object.assign(copyOf(holder[key]), { [name]: null });
      });
    }
  }
  if (Array.isArray(value)) {
    add("an empty list", "sane", (holder, key) => {
      holder[key] = [];
    });
    add("a null entry", "sane", (holder, key) => {
      holder[key] = [...(holder[key] as unknown[]), null];
    });
    add("a hole", "sane", (holder, key) => {
      const list = [...(holder[key] as unknown[])];
      list.length += 1;
      holder[key] = list;
    });
    add("the first entry again", "sane", (holder, key) => {
      const list = holder[key] as unknown[];
      holder[key] = [...list, list[0]];
    });
    add("a list that throws", "refuse", (holder, key) => {
      const list = [...(holder[key] as unknown[])];
      Object.defineProperty(list, list.length, {
        enumerable: true,
        get: () => {
          throw new RangeError("thrown by a getter");
        },
      });
      holder[key] = list;
    });
  }
  return found;
}
