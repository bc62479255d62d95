/** Fractions of whole numbers, in lowest terms. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b));

export function fraction(numerator: bigint, denominator = 1n): Fraction {
  const by = divisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return [numerator / by, denominator / by];
}
const minus = (a: Fraction, b: Fraction): Fraction => fraction(a[0] * b[1] - b[0] * a[1], a[1] * b[1]);
const times = (a: Fraction, b: Fraction): Fraction => fraction(a[0] * b[0], a[1] * b[1]);

/** A decimal string as a fraction. */
export function fractionOf(text: string): Fraction {
  const [whole = "0", digits = ""] = text.split(".");
  return fraction(BigInt(whole + digits), 10n ** BigInt(digits.length));
}

/** A fraction with 12 digits, half to even. */
export function twelve([numerator, denominator]: Fraction): string {
  const scaled = numerator * 10n ** 12n;
  let units = scaled / denominator;
  const twice = 2n * (scaled % denominator);
  if (twice > denominator || (twice === denominator && units % 2n === 1n)) units++;
  const text = units.toString().padStart(13, "0");
  return `${text.slice(0, -12)}.${text.slice(-12)}`;
}

/** G (I − G)⁻¹ by elimination over a full matrix of fractions; the inverse must exist. */
export function integrated(shares: readonly (readonly Fraction[])[]): Fraction[][] {
  const size = shares.length;
  // (I − G)⁻¹ − I, from [I − G | I]
  const rows = shares.map((row, i) => [
    ...row.map((share, j) => minus(fraction(i === j ? 1n : 0n), share)),
    ...row.map((_, j) => fraction(i === j ? 1n : 0n)),
  ]);
  for (let column = 0; column < size; column++) {
    const pivot = rows.findIndex((row, at) => at >= column && row[column]![0] !== 0n);
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const own = rows[column]!;
    const [n, d] = own[column]!;
    const scaled = own.map((value) => times(value, fraction(d, n)));
    rows[column] = scaled;
    for (let at = 0; at < size; at++) {
      const factor = rows[at]![column]!;
      if (at === column || factor[0] === 0n) continue;
      rows[at] = rows[at]!.map((value, index) => minus(value, times(factor, scaled[index]!)));
    }
  }
  return rows.map((row, i) => row.slice(size).map((value, j) => minus(value, fraction(i === j ? 1n : 0n))));
}
