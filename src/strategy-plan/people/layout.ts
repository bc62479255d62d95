import { INFLUENCES, SUPPORTS, type Influence, type Support } from "../stakeholder.ts";

/** A place on a square, in whole thousandths of its side, so that a figure is the same bytes on every machine. */
export interface PowerMapPlace {
  /** From 0 at the left: one sixth each for unknown, opposed, critical, neutral, supportive, advocate. */
  readonly x: number;
  /** From 0 at the bottom: one quarter each for unknown, low, medium, high. */
  readonly y: number;
}

const SIDE = 1000;
const COLUMNS = [null, ...[...SUPPORTS].reverse()];
const ROWS = [null, ...[...INFLUENCES].reverse()];

/** The middle of the nth of `of` equal parts of a band. */
const middleOf = (band: number, bands: number, n: number, of: number): number =>
  Math.floor((SIDE * (2 * (band * of + n) + 1)) / (2 * bands * of));

/** A place for each person: those of one field in lines from the top, spread evenly over each, in the order of the list. */
export function placesOf(
  people: readonly { readonly influence: Influence | null; readonly support: Support | null }[],
): readonly PowerMapPlace[] {
  const fieldOf = people.map(
    ({ influence, support }) => ROWS.indexOf(influence) * COLUMNS.length + COLUMNS.indexOf(support),
  );
  const sizes = new Map<number, number>();
  for (const field of fieldOf) sizes.set(field, (sizes.get(field) ?? 0) + 1);
  const placed = new Map<number, number>();
  return fieldOf.map((field) => {
    const [size, n] = [sizes.get(field) ?? 1, placed.get(field) ?? 0];
    placed.set(field, n + 1);
    const perLine = Math.ceil(Math.sqrt(size));
    const [line, lines] = [Math.floor(n / perLine), Math.ceil(size / perLine)];
    return {
      x: middleOf(field % COLUMNS.length, COLUMNS.length, n % perLine, Math.min(perLine, size - line * perLine)),
      y: middleOf(Math.floor(field / COLUMNS.length), ROWS.length, lines - 1 - line, lines),
    };
  });
}
