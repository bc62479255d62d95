import { grouped } from "../../relationship-value/inner.ts";
import { INFLUENCES, SUPPORTS, type Influence, type Support } from "../stakeholder.ts";

/** A place on a square, in whole thousandths of its side, so that a figure is the same bytes on every machine. */
export interface PowerMapPlace {
  /** From 0 at the left: one sixth each for unknown, opposed, critical, neutral, supportive, advocate. */
  readonly x: number;
  /** From 0 at the bottom: one quarter each for unknown, low, medium, high. */
  readonly y: number;
}

const SIDE = 1000;
const COLUMNS = SUPPORTS.length + 1;
const ROWS = INFLUENCES.length + 1;

/** The band of a word, from 0 for one that is unknown; the first word of a list has the last band. */
const bandOf = <Word>(words: readonly Word[], word: Word | null): number =>
  word === null ? 0 : words.length - words.indexOf(word);

/** The middle of the nth of `of` equal parts of a band. */
const middleOf = (band: number, bands: number, n: number, of: number): number =>
  Math.floor((SIDE * (2 * (band * of + n) + 1)) / (2 * bands * of));

/** The people with a place each: those of one field in lines from the top, spread evenly over each, in their order. */
export function placed<T extends { readonly influence: Influence | null; readonly support: Support | null }>(
  people: readonly T[],
): readonly (T & PowerMapPlace)[] {
  const fieldOf = ({ influence, support }: T): number =>
    bandOf(INFLUENCES, influence) * COLUMNS + bandOf(SUPPORTS, support);
  const fields = grouped(people, fieldOf);
  const before = new Map<number, number>();
  return people.map((person) => {
    const field = fieldOf(person);
    const [size, n] = [fields.get(field)?.length ?? 1, before.get(field) ?? 0];
    before.set(field, n + 1);
    const perLine = Math.ceil(Math.sqrt(size));
    const [line, lines] = [Math.floor(n / perLine), Math.ceil(size / perLine)];
    return {
      ...person,
      x: middleOf(field % COLUMNS, COLUMNS, n % perLine, Math.min(perLine, size - line * perLine)),
      y: middleOf(Math.floor(field / COLUMNS), ROWS, lines - 1 - line, lines),
    };
  });
}
