import type { TableBlock } from "../../blocks.ts";
import type { BarsFigure, FigureTone } from "../../figure/types.ts";
import { cleanText } from "../../text.ts";
import { columnsOf, greatestOf } from "../../columns.ts";

/** Characters that tell tones apart; those of ASCII, because fonts for Chinese draw block characters at any width. */
const TONE_CHARACTERS: Readonly<Record<FigureTone, string>> = {
  solid: "#",
  estimated: "/",
  other: "=",
  warning: "!",
  open: ":",
  empty: "_",
};

/** A bar is drawn from this many characters up, and never longer than that many. */
const [SHORTEST, LONGEST] = [10, 40];

/** The table of bars with the bars drawn in a column of their own where there is room for them, and what they mean. */
export function withBars(
  { bars, legend }: BarsFigure,
  table: TableBlock,
  width: number,
): { readonly table: TableBlock; readonly legend: string } {
  const total = ({ parts }: BarsFigure["bars"][number]): number => parts.reduce((sum, { value }) => sum + value, 0);
  const widest = (texts: readonly string[]): number =>
    greatestOf(texts.flatMap((text) => cleanText(text).split("\n")).map(columnsOf));
  const [labels = "", texts = ""] = table.columns.map(({ header }) => header);
  const room =
    width - widest([labels, ...bars.map(({ label }) => label)]) - widest([texts, ...bars.map(({ text }) => text)]) - 4;
  const length = Math.min(LONGEST, room);
  const greatest = greatestOf(bars.map(total));
  if (length < SHORTEST || greatest === 0) return { table, legend: "" };
  const drawn = bars.map(({ parts }) => {
    let [sum, end, line] = [0, 0, ""];
    for (const { value, tone } of parts) {
      sum += value;
      const next = Math.round((sum / greatest) * length);
      line += TONE_CHARACTERS[tone].repeat(next - end);
      end = next;
    }
    return line;
  });
  return {
    table: {
      ...table,
      columns: [...table.columns, { header: "", align: "start" as const }],
      rows: table.rows.map((row, at) => [...row, drawn[at] ?? ""]),
    },
    legend: legend.map(({ tone, label }) => `${TONE_CHARACTERS[tone]} ${cleanText(label)}`).join("   "),
  };
}
