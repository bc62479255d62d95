import { formatDecimal, readDecimal, type DecimalString } from "../core/index.ts";
import { coefficientAt } from "../core/inner.ts";
import { groupedDigits } from "./plan/figure-text.ts";
import type { Cell, Column } from "./blocks.ts";

/** A mark of something missing, or of less weight. */
export const muted = (text: string): Cell => ({ text, emphasis: "muted" });

/** Something that stands out. */
export const strong = (text: string): Cell => ({ text, emphasis: "strong" });

/** Cells that stand out, whatever they are. */
export const strengthened = (cells: readonly Cell[]): readonly Cell[] =>
  cells.map((cell) => (typeof cell === "string" ? strong(cell) : cell));

/** A column of figures, which stand at its end. */
export const end = (header: string): Column => ({ header, align: "end" });

/** In a column of changes, where there is nothing to compare. */
export const NOTHING = muted("–");

/** How many there are of something, with its digits grouped like those of amounts. */
export const countText = (count: number): string => groupedDigits(String(count));

/** A share with all its digits, as a percentage. */
export function exactPercent(share: DecimalString): string {
  const { coefficient, scale } = readDecimal(share, "share");
  // the two digits of a percentage stay, however many there are behind them
  const text =
    scale < 2
      ? formatDecimal({ coefficient: coefficientAt(2, { coefficient, scale }), scale: 0 })
      : formatDecimal({ coefficient, scale: scale - 2 });
  return `${text.replace("-", "−")}%`;
}

/** The same, where there may be none. */
export const percent = (share: DecimalString | null): Cell => (share === null ? NOTHING : exactPercent(share));

/** A figure with its sign; nothing has none. */
export const signed = (figure: string): string =>
  /[1-9]/.test(figure) && !figure.startsWith("−") ? `+${figure}` : figure;

/** A percentage with its sign. */
export const signedPercent = (rate: DecimalString): string => signed(exactPercent(rate));
