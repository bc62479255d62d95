/** How amounts may be written in an extract, by example; the first is how they are written in this library. */
export const AMOUNT_NOTATIONS = ["1234.56", "1,234.56", "1234,56", "1.234,56", "1 234,56", "1'234.56"] as const;

/**
 * How an extract writes amounts, by example. Nothing is guessed: `1.234` is one and a bit in one notation, one thousand
 * and more in another.
 */
export type AmountNotation = (typeof AMOUNT_NOTATIONS)[number];

/** Marks of thousands; of blanks also those that do not break a line. */
const THOUSANDS: Readonly<Record<AmountNotation, string | null>> = {
  "1234.56": null,
  "1,234.56": ",",
  "1234,56": null,
  "1.234,56": "\\.",
  "1 234,56": "[ \\u00a0\\u202f]",
  "1'234.56": "['\\u2019]",
};

const POINTS: Readonly<Record<AmountNotation, "." | ",">> = {
  "1234.56": ".",
  "1,234.56": ".",
  "1234,56": ",",
  "1.234,56": ",",
  "1 234,56": ",",
  "1'234.56": ".",
};

/**
 * Reads amounts of one notation into plain decimals: groups of thousands have three digits each or are left out.
 *
 * @param notation - how they are written
 * @returns from a text to the plain text, null for one that is written in another way
 */
export function amountReader(notation: AmountNotation): (text: string) => string | null {
  const thousands = THOUSANDS[notation];
  const point = POINTS[notation];
  if (thousands === null && point === ".") return (text) => text;
  const whole = thousands === null ? "\\d+" : `\\d{1,3}(?:${thousands}\\d{3})+|\\d+`;
  const form = new RegExp(`^(-?)(${whole})(?:${point === "." ? "\\." : point}(\\d+))?$`);
  return (text) => {
    const [found, sign = "", digits = "", fraction] = form.exec(text) ?? [];
    if (found === undefined) return null;
    return `${sign}${digits.replace(/\D/g, "")}${fraction === undefined ? "" : `.${fraction}`}`;
  };
}

/** The mark of a text in a spreadsheet. */
const GUARD = "'";

/** What a cell may begin with that a spreadsheet takes for a formula, in either width, and the guard itself. */
const FORMULA: ReadonlySet<string> = new Set("=+-@＝＋－＠\t\r\n\0'");

/** A text as a cell that no spreadsheet computes; the empty text, which an empty cell is not, as the guard alone. */
export const guarded = (text: string): string =>
  text === "" || FORMULA.has(text.charAt(0)) ? `${GUARD}${text}` : text;

/** The text of a cell without its guard. */
export const unguarded = (cell: string): string => (cell.startsWith(GUARD) ? cell.slice(1) : cell);

/** A cell as RFC 4180 writes it: in quotes where it has one, a comma or the end of a line in it, or blanks at its ends. */
export const quoted = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
