import { planFields } from "../fields.ts";
import { PLAN_SECTIONS } from "../section.ts";
import { WITHHELD_KINDS, type WithheldPart } from "../types.ts";

/** What is withheld, each part once, in the order of the sections; what was withheld before stays so. */
export function mergedParts(parts: readonly WithheldPart[]): readonly WithheldPart[] {
  const merged = new Map<string, WithheldPart>();
  for (const part of parts) {
    const { section, what, members, fields = [] } = part;
    // counted as one are those of a section, and, where they are about some members, of the same fields of the same ones
    const key = JSON.stringify([section, what, ...(members === undefined ? [] : [members, fields])]);
    const before = merged.get(key);
    const named = new Set([...(before?.fields ?? []), ...fields]);
    const all = named.size === 0 ? [] : planFields.map((field) => field.key).filter((field) => named.has(field));
    merged.set(key, { ...part, ...(all.length > 0 && { fields: all }), count: (before?.count ?? 0) + part.count });
  }
  const place = ({ section, what }: WithheldPart): number =>
    PLAN_SECTIONS.indexOf(section) * WITHHELD_KINDS.length + WITHHELD_KINDS.indexOf(what);
  return [...merged.values()].sort((a, b) => place(a) - place(b));
}
