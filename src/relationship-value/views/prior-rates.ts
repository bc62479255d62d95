import { readDecimal } from "../../core/index.ts";
import { coefficientAt, roundExact } from "../../core/inner.ts";
import { currencyExponent, divideRounded, toMinorUnits, type RoundingMode } from "../../money/index.ts";
import type { ConversionFigure, Statement } from "../types.ts";

/** What a currency was converted at, as a fraction of minor units. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function rateFraction({ rate }: ConversionFigure): Fraction {
  const { coefficient, scale } = readDecimal(rate.rate);
  return {
    numerator: coefficientAt(currencyExponent(rate.to), { coefficient, scale: 0 }),
    denominator: coefficientAt(scale + currencyExponent(rate.from), { coefficient: 1n, scale: 0 }),
  };
}

/** Minor units of what was converted at a rate. */
export const originalMinor = ({ original, rate }: ConversionFigure): bigint =>
  roundExact(readDecimal(original), currencyExponent(rate.from), "half-even");

/** a ≤ b */
const isAtMost = (a: Fraction, b: Fraction): boolean => a.numerator * b.denominator <= b.numerator * a.denominator;

/** The rate a currency was converted at: the one there was, or the average by flow where it lies among several. */
function averageOf(conversions: readonly ConversionFigure[]): Fraction | null {
  const rates = conversions.map(rateFraction);
  const [only] = rates;
  if (only !== undefined && rates.length === 1) return only;
  const original = conversions.reduce((sum, conversion) => sum + originalMinor(conversion), 0n);
  const converted = conversions.reduce((sum, conversion) => sum + toMinorUnits(conversion.converted), 0n);
  if (original === 0n) return null;
  const average =
    original > 0n ? { numerator: converted, denominator: original } : { numerator: -converted, denominator: -original };
  // of flows in both directions the average may be a rate that there never was
  const isAmong = rates.some((rate) => isAtMost(rate, average)) && rates.some((rate) => isAtMost(average, rate));
  return isAmong ? average : null;
}

/** What foreign currencies were converted at before; those without a rate that can be told are left out. */
export function priorRates(prior: Statement): ReadonlyMap<string, Fraction> {
  const byCurrency = new Map<string, ConversionFigure[]>();
  for (const conversion of prior.conversions) {
    const { from } = conversion.rate;
    byCurrency.set(from, [...(byCurrency.get(from) ?? []), conversion]);
  }
  const rates = new Map<string, Fraction>();
  for (const [currency, conversions] of byCurrency) {
    const rate = averageOf(conversions);
    if (rate !== null) rates.set(currency, rate);
  }
  return rates;
}

/** Minor units at a rate, rounded once. */
export const atRate = (minor: bigint, { numerator, denominator }: Fraction, rounding: RoundingMode): bigint =>
  divideRounded(minor * numerator, denominator, rounding);
