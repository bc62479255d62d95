import { charactersOf, columnsOf, greatestOf, isWide } from "../../columns.ts";

/** Blanks where a line may be broken; those that keep words together are not among them. */
const BLANK = /[ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]/;
/** What a line does not begin with (GB/T 15834, 行首禁则). */
const CLOSING = /^[，。、；：？！）》」』】〕〉〗”’…—～·％‰℃,.;:?!)\]}%]/;
/** What a line does not end with (行末禁则). */
const OPENING = /^[（《「『【〔〈〖“‘￥(\[{¥$€£]/;

/** A part of a line that is not broken, and the blanks before it. */
interface Piece {
  readonly blanks: string;
  readonly text: string;
}

/** A line as pieces: words, and Chinese characters with the punctuation that belongs to them. */
function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let [before, text, blanks, last] = ["", "", "", ""];
  for (const character of charactersOf(line)) {
    const isKept = OPENING.test(last) || CLOSING.test(character);
    if (BLANK.test(character)) {
      blanks += character;
      continue;
    }
    if (text !== "" && !isKept && (blanks !== "" || isWide(last) || isWide(character))) {
      pieces.push({ blanks: before, text });
      [before, text] = [blanks, character];
    } else if (text === "") [before, text] = [blanks, character];
    else text += blanks + character;
    [blanks, last] = ["", character];
  }
  return text === "" ? pieces : [...pieces, { blanks: before, text }];
}

/** Columns of the longest part of a text that is not broken. */
export function longestPiece(text: string): number {
  return greatestOf(
    text
      .split("\n")
      .flatMap(piecesOf)
      .map((piece) => columnsOf(piece.text)),
  );
}

/** A piece in parts that fit, cut between characters, and inside one only where it alone is too wide. */
function cut(text: string, width: number): readonly string[] {
  const parts: string[] = [];
  let [part, used] = ["", 0];
  for (const character of charactersOf(text)) {
    for (const one of columnsOf(character) > width ? character : [character]) {
      const columns = columnsOf(one);
      if (used > 0 && used + columns > width) {
        parts.push(part);
        [part, used] = ["", 0];
      }
      part += one;
      used += columns;
    }
  }
  return [...parts, part];
}

/**
 * A clean text in lines of at most a width, in columns of a terminal: broken at blanks and between Chinese characters,
 * and inside a word only where the word is longer than a line.
 *
 * @param text - clean text; line feeds stay
 * @param width - columns, 2 or more
 * @returns lines without blanks at their ends; one that is empty for a text that is
 */
export function wrapped(text: string, width: number): readonly string[] {
  return text.split("\n").flatMap((line) => {
    const lines: string[] = [];
    let [current, used] = ["", 0];
    for (const { blanks, text: piece } of piecesOf(line)) {
      const columns = columnsOf(blanks) + columnsOf(piece);
      if (current !== "" && used + columns <= width) {
        current += blanks + piece;
        used += columns;
        continue;
      }
      if (current !== "") lines.push(current);
      const parts = cut(piece, width);
      lines.push(...parts.slice(0, -1));
      current = parts.at(-1) ?? "";
      used = columnsOf(current);
    }
    return [...lines, current].map((one) => one.trim());
  });
}
