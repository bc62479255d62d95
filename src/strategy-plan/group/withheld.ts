import { planFields } from "../fields.ts";
import { PLAN_SECTIONS } from "../section.ts";
import { WITHHELD_KINDS, type WithheldPart } from "../types.ts";

/** Parts that are counted as one: those of a section, and, where it is about some members, of the same ones. */
const keyOf = ({ section, what, members, fields }: WithheldPart): string =>
  JSON.stringify([section, what, ...(members === undefined ? [] : [members, fields])]);

/** What is withheld, each part once, in the order of the sections; what was withheld before stays so. */
export function mergedParts(parts: readonly WithheldPart[]): readonly WithheldPart[] {
  const merged = new Map<string, WithheldPart>();
  for (const part of parts) {
    const key = keyOf(part);
    const before = merged.get(key);
    if (before === undefined) merged.set(key, part);
    else {
      const named = new Set([...(before.fields ?? []), ...(part.fields ?? [])]);
      const fields = planFields.map(({ key: field }) => field).filter((field) => named.has(field));
      const count = before.count + part.count;
      merged.set(key, { ...before, ...(named.size === 0 ? {} : { fields }), count });
    }
  }
  const place = ({ section, what }: WithheldPart): number =>
    PLAN_SECTIONS.indexOf(section) * WITHHELD_KINDS.length + WITHHELD_KINDS.indexOf(what);
  return [...merged.values()].sort((a, b) => place(a) - place(b));
}
