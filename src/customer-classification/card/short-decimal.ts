import type { DecimalString, ScaledInteger } from "../../core/index.ts";
import { writeScaled } from "../../core/inner.ts";

/** An exact decimal without zeros at its end. */
export function shortest({ coefficient, scale }: ScaledInteger): ScaledInteger {
  let [digits, places] = [coefficient, scale];
  while (places > 0 && digits % 10n === 0n) {
    digits /= 10n;
    places--;
  }
  return { coefficient: digits, scale: places };
}

/** An exact decimal as a text, in the digits it needs. */
export function textOf(value: ScaledInteger): DecimalString {
  const { coefficient, scale } = shortest(value);
  return writeScaled(coefficient, scale);
}
