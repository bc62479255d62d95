import { isPlain } from "./places.ts";

/** What a result says of itself: bad values in it, and how often it says that something is wrong. */
export interface Reading {
  /** Path of the first NaN, infinity or undefined. */
  readonly bad: string | null;
  /** Issues, refused outcomes and undetermined parts. */
  readonly said: number;
}

/** Reads a result as a caller's JSON would show it; columns by their first numbers. */
export function readAnswer(result: unknown): Reading {
  let bad: string | null = null;
  let said = 0;
  const seen = new Set<object>();
  const visit = (value: unknown, path: string, depth: number): void => {
    if (typeof value === "number" && !Number.isFinite(value)) bad ??= `${path}: ${String(value)}`;
    if (typeof value !== "object" || value === null || depth > 12 || seen.has(value)) return;
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
    if (typeof record["code"] === "string" && Array.isArray(record["path"])) said++;
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
  return { bad, said };
}
