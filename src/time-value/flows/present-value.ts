import { productError, sumError } from "../compensated.ts";

/**
 * Value of flows at equal intervals at the first of them, by Horner's rule from the last one back, the factor held in
 * two doubles and every step compensated: as good as if it were computed with twice the digits and rounded once.
 *
 * @see S. Graillat, Ph. Langlois, N. Louvet, "Algorithms for accurate, validated and fast polynomial evaluation", 2009
 */
export function valueAtFirst(rate: number, flows: readonly number[]): number {
  const growth = 1 + rate;
  const factor = 1 / growth;
  const product = factor * growth;
  const residual = 1 - product - productError(factor, growth, product) - factor * sumError(1, rate, growth);
  const factorError = residual / growth;
  let value = 0;
  let error = 0;
  for (let i = flows.length - 1; i >= 0; i--) {
    const shifted = value * factor;
    const next = shifted + flows[i]!;
    error =
      error * factor +
      (value * factorError + productError(value, factor, shifted)) +
      sumError(shifted, flows[i]!, next);
    value = next;
  }
  // flows and rates near the end of the range of doubles cannot be split; the plain sum is the result
  return Number.isFinite(error) ? value + error : value;
}

/** An amount and its weight. */
export interface Product {
  readonly amount: number;
  readonly weight: number;
}

/** A sum of products, compensated. */
export function sumOfProducts(products: readonly Product[]): number {
  let sum = 0;
  let error = 0;
  for (const { amount, weight } of products) {
    const term = amount * weight;
    const total = sum + term;
    error += sumError(sum, term, total) + productError(amount, weight, term);
    sum = total;
  }
  return Number.isFinite(error) ? sum + error : sum;
}
