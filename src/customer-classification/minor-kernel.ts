/** Beyond this, whole numbers are no longer exact. */
const LIMIT = Number.MAX_SAFE_INTEGER;

/**
 * Minor units of a plain decimal amount as a safe integer, without an exception and without a bigint: NaN when it is no
 * plain decimal or has more fraction digits than the currency, infinite beyond 2^53.
 */
export function readMinorUnits(text: string, exponent: number): number {
  const length = text.length;
  const negative = text.charCodeAt(0) === 45;
  let at = negative ? 1 : 0;
  const first = at;
  let value = 0;
  let fraction = -1;
  for (; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit === -2 && fraction < 0 && at > first) {
      fraction = 0;
      continue;
    }
    if (digit < 0 || digit > 9) return Number.NaN;
    if (fraction >= 0) fraction++;
    else if (at > first && text.charCodeAt(first) === 48) return Number.NaN;
    value = value * 10 + digit;
  }
  if (at === first || fraction === 0 || fraction > exponent) return Number.NaN;
  for (let digits = fraction < 0 ? 0 : fraction; digits < exponent; digits++) value *= 10;
  if (value > LIMIT) return Number.POSITIVE_INFINITY;
  return negative && value !== 0 ? -value : value;
}
