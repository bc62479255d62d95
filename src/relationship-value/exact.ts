import { formatDecimal, parseDecimal, type DecimalString, type ScaledInteger } from "../core/index.ts";

/** Exact sum on the finer of the two scales. */
export function addExact(a: ScaledInteger, b: ScaledInteger): ScaledInteger {
  const scale = Math.max(a.scale, b.scale);
  return {
    coefficient: a.coefficient * 10n ** BigInt(scale - a.scale) + b.coefficient * 10n ** BigInt(scale - b.scale),
    scale,
  };
}

/** Exact sum of two decimal strings. */
export function addDecimals(a: DecimalString, b: DecimalString): DecimalString {
  return formatDecimal(addExact(parseDecimal(a), parseDecimal(b)));
}
