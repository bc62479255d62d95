import type { Path } from "../../src/core/index.ts";

/** One place of a document, with what stands there. */
export interface Place {
  readonly path: Path;
  readonly value: unknown;
}

/** Every place of a document, outermost first; of a list its first entries. */
export function placesOf(value: unknown, most = 1, path: Path = []): readonly Place[] {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  const entries = Array.isArray(value) ? Object.entries(value).slice(0, most) : Object.entries(value);
  const members = entries.flatMap(([name, member]) =>
    placesOf(member, most, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return [{ path, value }, ...members];
}

/** A copy of a document with one place replaced. */
export function withAt(value: unknown, [first, ...rest]: Path, instead: unknown): unknown {
  if (first === undefined) return instead;
  const member = withAt((value as Record<string | number, unknown>)[first], rest, instead);
  return Array.isArray(value)
    ? value.map((own: unknown, index) => (index === first ? member : own))
    : { ...(value as object), [first]: member };
}
