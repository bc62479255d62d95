/** Where something is in the input: property names and indexes, outermost first; `[]` is the value itself. */
export type Path = readonly (string | number)[];

/** What a {@link DomainError} or an {@link Issue} carries besides its code: ids, paths and limits; never names or free text, because logs leak. */
export type Details = Readonly<Record<string, unknown>>;

/**
 * One thing that is wrong with one part of an input, as data.
 *
 * Batches and many-part evaluations return issues instead of throwing, so that one bad row never stops the rest.
 * The code is `"room/kebab-reason"`, the same as the error a single call would throw.
 */
export interface Issue {
  readonly code: string;
  readonly path: Path;
  readonly details: Details;
}

/** An {@link Issue} of a batch; `row` is the index of the row in the input, from 0. */
export interface RowIssue extends Issue {
  readonly row: number;
}

/** The result of a batch: one value per row in row order, `null` for a row with an issue. */
export interface Batch<T> {
  readonly values: readonly (T | null)[];
  readonly issues: readonly RowIssue[];
}

/** What a refusal says of a value that could not be read. */
export interface ReadingDetails {
  /** The value or, where it may be private, its kind. */
  readonly received?: string;
  /** Its type, where a number and a text look alike. */
  readonly type?: string;
  /** The words allowed. */
  readonly allowed?: readonly string[];
  /** The members known. */
  readonly known?: readonly string[];
  /** The name that was probably meant. */
  readonly didYouMean?: string;
  /** Least and greatest number, both inclusive. */
  readonly min?: number | string;
  readonly max?: number | string;
  /** How many entries a list must have at least. */
  readonly fewest?: number;
  /** A language tag is wanted. */
  readonly languageTag?: true;
  /** What is wrong with it, as a word. */
  readonly reason?: string;
}

/** The issues and errors whose codes are the members of a type, with the details it gives each of them. */
export type IssuesOf<DetailsByCode extends object> = {
  [Code in keyof DetailsByCode & string]: {
    readonly code: Code;
    readonly path: Path;
    readonly details: Readonly<DetailsByCode[Code]>;
  };
}[keyof DetailsByCode & string];

/** What came instead and what was probably meant, as the end of a message. */
export function whatCame({ received, type, didYouMean }: Details): string {
  const kind =
    typeof type === "string" && typeof received === "string" && received !== "null" && !received.startsWith(type)
      ? `the ${type} `
      : "";
  const came = typeof received === "string" ? `; got ${kind}${received}` : "";
  return typeof didYouMean === "string" ? `${came}; did you mean ${didYouMean}?` : came;
}

/**
 * The library's only error class: misuse, or a precondition that is not met.
 *
 * Match it by code with {@link isDomainError}, never with `instanceof`: the ESM and the CommonJS copy of a package are
 * different classes. `path` names the parameter (and the place inside it), `details` hold ids, paths and limits. The
 * message ends with what came, where `details.received` says it, and with what was probably meant.
 */
export class DomainError<Code extends string = string> extends Error {
  override readonly name = "DomainError";
  readonly code: Code;
  readonly path: Path;
  readonly details: Details;

  constructor(code: Code, message: string, path: Path = [], details: Details = {}) {
    super(message + whatCame(details));
    this.code = code;
    this.path = path;
    this.details = details;
  }

  /** What a log line or an API response carries; no stack. */
  toJSON(): {
    readonly name: "DomainError";
    readonly code: Code;
    readonly message: string;
    readonly path: Path;
    readonly details: Details;
  } {
    return { name: this.name, code: this.code, message: this.message, path: this.path, details: this.details };
  }
}

/**
 * Whether a caught value is a {@link DomainError}, with the given code if there is one.
 *
 * Looks at the shape, not at the class, so it works across ESM and CommonJS copies, realms and structured clones.
 *
 * @param e - anything that was thrown
 * @param code - the full code `"room/kebab-reason"`; any code when omitted
 * @returns true when it is one
 * @example
 * import { money } from "relationship-banking/money";
 * const caught = (() => { try { return money("1e3", "CNY"); } catch (e) { return e; } })();
 * isDomainError(caught) // => true
 * isDomainError(caught, "money/invalid-amount") // => true
 * isDomainError(new RangeError("no")) // => false
 * @since 0.1.0
 */
export function isDomainError<Code extends string = string>(e: unknown, code?: Code): e is DomainError<Code> {
  if (typeof e !== "object" || e === null) return false;
  const candidate = e as Readonly<Partial<Record<"name" | "code" | "path" | "details", unknown>>>;
  return (
    candidate.name === "DomainError" &&
    typeof candidate.code === "string" &&
    Array.isArray(candidate.path) &&
    typeof candidate.details === "object" &&
    candidate.details !== null &&
    (code === undefined || candidate.code === code)
  );
}

/** A path as it was given, or the refusal of what is not a list of names and indexes. */
function readPath(at: Path): Path {
  try {
    const given: unknown = at;
    const parts = Array.isArray(given) ? Array.from<unknown>(given) : [null];
    if (parts.every((part) => typeof part === "string" || Number.isSafeInteger(part))) return parts as Path;
  } catch {
    // a part that cannot be read is not a name
  }
  throw new DomainError("core/invalid-path", "at: not a list of names and indexes", ["at"], {
    received: describeValue(at),
  });
}

/**
 * The issue that represents a domain error in a batch; anything else is rethrown.
 *
 * @param e - a caught value
 * @param at - path put before the error's own
 * @returns code, path and details of the error
 * @throws `e` itself, when it is not a {@link DomainError}
 * @throws `core/invalid-path` for `at`
 * @example
 * import { money } from "relationship-banking/money";
 * const issue = (() => { try { return money("x", "CNY"); } catch (e) { return issueOf(e, ["rows", 3]); } })();
 * "code" in issue && issue.code // => "money/invalid-amount"
 * @since 0.1.0
 */
export function issueOf(e: unknown, at: Path = []): Issue {
  if (!isDomainError(e)) throw e;
  return { code: e.code, path: [...readPath(at), ...e.path], details: e.details };
}

/**
 * Up to 40 digits and signs, but never eleven digits in a row, with or without spaces and dashes, as telephone,
 * identity and card numbers have; the fraction of a decimal does not count.
 */
const HARMLESS = /^(?!(?:.*[^.\d])?(?:\d[ -]*){11})[0-9+\-.,:/eETZWQ ]{1,40}$/;

/** What an object is: `array`, `object`, or the name the language has for it, such as `Date` or `Promise`. */
export function kindOfObject(value: object | null): string {
  try {
    if (Array.isArray(value)) return "array";
    const name = Object.prototype.toString.call(value).slice(8, -1);
    return name === "Object" ? "object" : name;
  } catch {
    return "object";
  }
}

/**
 * A rejected value as it may appear in `details`: numbers and short strings of digits and signs as they are, everything
 * else by its kind and length, so that a name typed into an amount field never reaches a log; nor does a string with
 * eleven or more digits in a row, with or without spaces and dashes, which may be somebody's telephone, identity or
 * card number.
 *
 * @param value - anything
 * @returns a JSON-safe string
 * @example
 * describeValue("1,234.56") // => "1,234.56"
 * describeValue(Number.NaN) // => "NaN"
 * describeValue("Zhang San") // => "string(9)"
 * describeValue("6222 0212 3456 7890") // => "string(19)"
 * describeValue(null) // => "null"
 * describeValue(new Date(0)) // => "Date"
 * @since 0.1.0
 */
export function describeValue(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "string") return HARMLESS.test(value) ? value : `string(${String(value.length)})`;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `array(${String(value.length)})`;
  return typeof value === "object" ? kindOfObject(value) : typeof value;
}
