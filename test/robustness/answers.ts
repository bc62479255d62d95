import type { Path } from "../../src/core/index.ts";
import { isPlain } from "./places.ts";
import { keyOfReason } from "./told.ts";
import type { Reason } from "../../src/telling/index.ts";

/** What a result says of itself: bad values in it, and how often it says that something is wrong. */
export interface Reading {
  /** Path of the first NaN, infinity or undefined. */
  readonly bad: string | null;
  /** Issues, refused outcomes and undetermined parts. */
  readonly said: number;
  /** Those of them that have a place. */
  readonly issues: readonly { readonly code: string; readonly path: Path }[];
  /** Everything that says why, to be told in words; the first hundred. */
  readonly reasons: readonly Reason[];
}

/** Names of the members that a row is given to see that it may have members of its own. */
export const STRANGERS: readonly string[] = ["mispelt", "constructor", "__proto__", "toString"];

/** A result without the strangers of the row that it gives back; the functions of a handle are others each time. */
export function withoutStrangers(result: unknown): unknown {
  if (typeof result === "function") return result.name;
  if (!isPlain(result)) return result;
  if (Array.isArray(result)) return result.map(withoutStrangers);
  return Object.fromEntries(
    Object.entries(result)
      .filter(([name, value]) => !(STRANGERS.includes(name) && value === 1))
      .map(([name, value]) => [name, withoutStrangers(value)]),
  );
}

/** Reads a result as a caller's JSON would show it; what it gives back of the arguments is not looked at. */
export function readAnswer(result: unknown, given: ReadonlySet<object> = new Set()): Reading {
  let bad: string | null = null;
  let said = 0;
  const issues: { code: string; path: Path }[] = [];
  const reasons: Reason[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown, path: string, depth: number): void => {
    if (typeof value === "number" && !Number.isFinite(value)) bad ??= `${path}: ${String(value)}`;
    if (typeof value !== "object" || value === null || depth > 12 || seen.has(value)) return;
    if (given.has(value)) return;
    seen.add(value);
    if (Array.isArray(value)) {
      for (const [index, entry] of value.slice(0, 200).entries()) {
        if (entry === undefined) bad ??= `${path}.${String(index)}: undefined`;
        visit(entry, `${path}.${String(index)}`, depth + 1);
      }
      return;
    }
    if (!isPlain(value)) return;
    const record = value as Readonly<Record<string, unknown>>;
    const { code, path: at } = record;
    if (typeof code === "string" && Array.isArray(at)) {
      said++;
      issues.push({ code, path: at as Path });
      // a batch counts the place from the row
      if (typeof record["row"] === "number") issues.push({ code, path: [record["row"], ...(at as Path)] });
    }
    if (reasons.length < 100 && keyOfReason(record) !== null) reasons.push(record as unknown as Reason);
    if (record["ok"] === false || record["status"] === "insufficient-data") said++;
    if (record["status"] === "undetermined" || record["state"] === "undetermined" || record["state"] === "unknown")
      said++;
    for (const [key, entry] of Object.entries(record)) {
      if (entry === undefined) bad ??= `${path}.${key}: undefined`;
      visit(entry, `${path}.${key}`, depth + 1);
    }
  };
  if (result === undefined) bad = "undefined";
  try {
    visit(result, "result", 0);
  } catch {
    bad ??= "a member that cannot be read";
  }
  return { bad, said, issues, reasons };
}
