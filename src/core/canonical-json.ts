import { DomainError, type Path } from "./errors.ts";
import { sha256 } from "./sha256.ts";
import { compareTexts } from "./text-order.ts";

/** Deepest nesting accepted; anything deeper contains itself, or is an attack on the stack. */
const MAX_DEPTH = 500;

/** An object literal or parsed JSON, from any realm; not a class instance. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function write(value: unknown, path: Path): string {
  if (value === null || typeof value === "boolean") return JSON.stringify(value);
  if (Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === "string" && !/\p{Surrogate}/u.test(value)) return JSON.stringify(value);
  if (Array.isArray(value) && path.length < MAX_DEPTH) {
    // unlike `map`, `from` visits holes, which are not JSON either
    return `[${Array.from<unknown, string>(value, (item, index) => write(item, [...path, index])).join(",")}]`;
  }
  if (typeof value === "object" && isPlain(value) && path.length < MAX_DEPTH) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => compareTexts(a, b))
      .map(([key, member]) => `${write(key, [...path, key])}:${write(member, [...path, key])}`);
    return `{${members.join(",")}}`;
  }
  throw new DomainError("core/not-canonical", "value: not plain JSON data", path, { type: typeof value });
}

/**
 * The canonical JSON text of a value: keys sorted by UTF-16 code unit, no whitespace, `undefined` members left out.
 *
 * Follows RFC 8785 (JSON Canonicalization Scheme) for plain data: strings and keys must be well-formed Unicode, numbers
 * finite, nesting at most 500 levels deep.
 *
 * @param value - plain JSON data
 * @returns JSON text
 * @throws `core/not-canonical` for NaN, functions, class instances, holes in a list, a value that contains itself, and
 * anything else that is not plain data, with the path to it
 * @see RFC 8785, section 3.2
 * @example
 * canonicalJson({ b: 1, a: [true, null] }) // => '{"a":[true,null],"b":1}'
 * canonicalJson({ a: Number.NaN }) // throws core/not-canonical
 * @since 0.1.0
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

/**
 * A stable fingerprint of plain data: SHA-256 of its {@link canonicalJson}, in hexadecimal.
 *
 * The same content gives the same hash on every runtime, whatever the order of keys; used to say which card, plan or
 * policy a result was computed with.
 *
 * @param value - plain JSON data
 * @returns 64 hexadecimal digits, lower case
 * @throws `core/not-canonical`
 * @see FIPS 180-4; RFC 8785
 * @example
 * contentHash({ b: 1, a: 2 }) === contentHash({ a: 2, b: 1 }) // => true
 * contentHash("abc") // => "6cc43f858fbb763301637b5af970e2a46b46f461f27e5a0f41e009c59b827b25"
 * @since 0.1.0
 */
export function contentHash(value: unknown): string {
  return sha256(canonicalJson(value));
}

/**
 * Whether two values are the same data, whatever the order of their members; what is absent is null, and what cannot be
 * read, or contains itself, is like nothing else.
 */
export function isSameJson(a: unknown, b: unknown): boolean {
  try {
    return isSame(a ?? null, b ?? null);
  } catch {
    return false;
  }
}

const isData = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && (Array.isArray(value) || isPlain(value));

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isData(a) || !isData(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  for (const name in a) if (!isSame(a[name], b[name])) return false;
  for (const name in b) if (b[name] !== undefined && a[name] === undefined) return false;
  return true;
}
