import { greatestOf } from "../../columns.ts";
import { formatDecimal, readDecimal, type DecimalString } from "../../../core/index.ts";
import { coefficientAt } from "../../../core/inner.ts";
import { groupedText } from "../../plan/figure-text.ts";
import type { NumberTick } from "../types.ts";
import type { LineWords } from "./line-words.ts";

/** About as many steps as an axis has room for. */
const STEPS = 5;

/** `digits × 10^power`, exactly. */
const decimalOf = (digits: number, power: number): DecimalString =>
  power < 0
    ? formatDecimal({ coefficient: BigInt(digits), scale: -power })
    : formatDecimal({ coefficient: coefficientAt(power, { coefficient: BigInt(digits), scale: 0 }), scale: 0 });

/**
 * Places on an axis at a distance of 1, 2 or 5 times a power of ten, from at or below the least value to at or above the
 * greatest; 0 alone where there is nothing else.
 */
export function niceTicks(least: number, greatest: number, leastPower = -Infinity): readonly DecimalString[] {
  const rough = (greatest - least) / STEPS;
  if (!(rough > 0)) return [decimalOf(0, 0)];
  const power = Number(rough.toExponential().split("e")[1]);
  const mantissa = [1, 2, 5].find((digit) => Number(`${String(digit)}e${String(power)}`) >= rough);
  const [nice, of] = mantissa === undefined ? [1, power + 1] : [mantissa, power];
  const [digit, at] = of < leastPower ? [1, leastPower] : [nice, of];
  const step = Number(`${String(digit)}e${String(at)}`);
  const from = Math.floor(least / step);
  const count = Math.ceil(greatest / step) - from;
  return Array.from({ length: count + 1 }, (_, n) => decimalOf((from + n) * digit, at));
}

/** Powers of ten between the units in which people of a language count what is large. */
const countsBy = (locale: string): number => (locale.startsWith("zh") ? 4 : 3);

const UNITS = ["compact-first", "compact-second", "compact-third"] as const;

/** Places of an axis with short words: all in the unit that suits the largest, which is exact. */
export function compactTicks(values: readonly DecimalString[], { word, labels }: LineWords): readonly NumberTick[] {
  const by = countsBy(labels.dates.locale);
  const digits = greatestOf(values.map((value) => value.replace("-", "").split(".")[0]?.length ?? 0));
  const unit = Math.min(UNITS.length, Math.floor((digits - 1) / by));
  const form = UNITS[unit - 1];
  return values.map((value) => {
    const { coefficient, scale } = readDecimal(value, "value");
    const written = formatDecimal({ coefficient, scale: scale + unit * by });
    const amount = written.includes(".") ? written.replace(/\.?0+$/, "") : written;
    const figure = groupedText(amount);
    return {
      at: Number(value),
      label: form === undefined || coefficient === 0n ? figure : word(form).replace("{figure}", figure),
    };
  });
}

/** The places of an axis of amounts: 0, and all that these reach. */
export function amountTicks(lengths: readonly number[], words: LineWords): readonly NumberTick[] {
  let [least, greatest] = [0, 0];
  for (const length of lengths) [least, greatest] = [Math.min(least, length), Math.max(greatest, length)];
  return compactTicks(niceTicks(least, greatest), words);
}
