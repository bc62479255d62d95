import { columnsOf } from "../columns.ts";
import { cleanText } from "../text.ts";

/** Texts cut to the room there is, and those that were cut, whole, to stand where there is room. */
export interface Shortening {
  /** A text on one line, as far as it fits into a number of columns; a full-width character takes two. */
  readonly fit: (text: string, columns: number) => string;
  /** What was cut so far, each once. */
  readonly cut: () => readonly string[];
}

/** A page's texts and what of them was cut. */
export function shortening(): Shortening {
  const cut = new Set<string>();
  return {
    fit(text, columns) {
      // a line feed takes a line of the page, however few columns it has
      const line = cleanText(text).replace(/\s*\n\s*/g, " ");
      const end = cutAt(line, columns);
      if (end === null) return line;
      cut.add(text);
      return `${line.slice(0, end).trimEnd()}…`;
    },
    cut: () => [...cut],
  };
}

/** Where a text is cut so that it fits with the mark that it goes on; `null` where it fits whole. */
function cutAt(text: string, columns: number): number | null {
  let [width, at, end] = [0, 0, 0];
  for (const character of text) {
    width += columnsOf(character);
    if (width > columns) return end;
    at += character.length;
    if (width < columns) end = at;
  }
  return null;
}
