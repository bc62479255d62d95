import type { FigureTone, LegendEntry } from "../types.ts";

/** What the tones of the kinds that are there mean, in the order of all kinds; kinds of one tone share an entry. */
export function legendOf<Kind extends string>(
  all: readonly Kind[],
  there: Iterable<Kind>,
  tones: Readonly<Record<Kind, FigureTone>>,
  label: (kind: Kind) => string,
): readonly LegendEntry[] {
  const found = new Set(there);
  const kinds = all.filter((kind) => found.has(kind));
  return [...new Set(kinds.map((kind) => tones[kind]))].map((tone) => ({
    tone,
    label: kinds
      .filter((kind) => tones[kind] === tone)
      .map(label)
      .join(" / "),
  }));
}
