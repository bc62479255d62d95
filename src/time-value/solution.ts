import { refuseArgument } from "./errors.ts";
import type { RateRefusal, RateSolution } from "./types.ts";

/** ln of the smallest `1 + rate` whose rate a double distinguishes from -1: 2^-53. */
export const LOWEST = -36.7368005696771;

/** ln of the largest double. */
export const HIGHEST = 709.782712893384;

/** A typed refusal. */
export function refusal<Reason extends string>(reason: Reason): RateRefusal<Reason> {
  return { ok: false, reason };
}

/** A guess above -100 %. */
export function readGuess(guess: number): number {
  return Number.isFinite(guess) && guess > -1 ? guess : refuseArgument("guess", "a finite number above -1", guess);
}

/** A guess above -100 % as `ln(1 + guess)`. */
export function readLogGuess(guess: number): number {
  return Math.log1p(readGuess(guess));
}

/**
 * The outcome of a list of rates: rates a double cannot hold are outside the search range, and of several, put in
 * ascending order, the one nearest to the guess in `ln(1 + rate)` is the answer, the lower one on a tie.
 */
export function solutionOf(
  found: readonly number[],
  guess: number,
  iterations: number,
): RateSolution | RateRefusal<"no-root"> {
  const roots = found.filter((rate) => rate > -1 && rate < Infinity).sort((a, b) => a - b);
  const [first] = roots;
  if (first === undefined) return refusal("no-root");
  if (roots.length === 1) return { ok: true, rate: first, unique: true, iterations };
  let rate = first;
  for (const root of roots) {
    if (Math.abs(Math.log1p(root) - guess) < Math.abs(Math.log1p(rate) - guess)) rate = root;
  }
  return { ok: true, rate, unique: false, roots, iterations };
}
