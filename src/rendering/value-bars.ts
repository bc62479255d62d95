import type { Money } from "../money/index.ts";
import { lengthOf } from "./plan/figure-text.ts";
import type { Amounts } from "./plan/unit.ts";
import type { FigureBlock } from "./figure/types.ts";

/** An amount that is drawn as a bar; `null` where nobody has data, and where nothing is an estimate. */
interface ValueBar {
  readonly label: string;
  readonly amount: Money | null;
  readonly estimated: Money | null;
}

/** The words of such a figure. */
type BarWord = "value-by-head" | "value-by-head-text" | "item" | "amount" | "known-part" | "estimated-part" | "no-data";

/** Amounts of value as bars, what is estimated hatched. What is negative has no length. */
export function valueBars(values: readonly ValueBar[], word: (word: BarWord) => string, amounts: Amounts): FigureBlock {
  return {
    type: "figure",
    title: word("value-by-head"),
    description: word("value-by-head-text"),
    figure: {
      kind: "bars",
      headers: [word("item"), word("amount")],
      bars: values.map(({ label, amount, estimated }) => {
        const whole = Math.max(0, lengthOf(amount));
        const guess = Math.min(whole, Math.max(0, lengthOf(estimated)));
        return {
          label,
          parts: [
            { value: whole - guess, tone: "solid" },
            { value: guess, tone: "estimated" },
          ],
          text: amount === null ? word("no-data") : amounts.full(amount),
        };
      }),
      legend: [
        { tone: "solid", label: word("known-part") },
        { tone: "estimated", label: word("estimated-part") },
      ],
    },
  };
}
