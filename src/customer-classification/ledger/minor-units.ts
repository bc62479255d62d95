/** Beyond this, whole numbers are no longer exact. */
const LIMIT = Number.MAX_SAFE_INTEGER;

/**
 * Minor units of a plain decimal amount as a safe integer, without an exception and without a bigint: NaN when it is no
 * plain decimal or has more fraction digits than the currency, infinite beyond 2^53.
 */
export function readMinorUnits(text: string, exponent: number): number {
  const length = text.length;
  let at = 0;
  let code = text.charCodeAt(0);
  const negative = code === 45;
  if (negative) code = text.charCodeAt(++at);
  // NaN past the end, so that an empty text and a lone minus fail here
  if (!(code >= 48 && code <= 57)) return Number.NaN;
  let value = code - 48;
  at++;
  if (value !== 0) {
    for (; at < length; at++) {
      code = text.charCodeAt(at);
      if (code < 48 || code > 57) break;
      value = value * 10 + (code - 48);
    }
  }
  let missing = exponent;
  if (at < length) {
    if (text.charCodeAt(at) !== 46 || at + 1 === length) return Number.NaN;
    missing -= length - at - 1;
    if (missing < 0) return Number.NaN;
    for (at++; at < length; at++) {
      code = text.charCodeAt(at);
      if (code < 48 || code > 57) return Number.NaN;
      value = value * 10 + (code - 48);
    }
  }
  for (; missing > 0; missing--) value *= 10;
  if (value > LIMIT) return Number.POSITIVE_INFINITY;
  return negative && value !== 0 ? -value : value;
}
