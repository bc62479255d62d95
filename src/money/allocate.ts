import { describeValue, tryDecimal, type ScaledInteger } from "../core/index.ts";
import { coefficientAt, readList } from "../core/inner.ts";
import { exponentOfMoney, minorOf, moneyOfMinor, type Minor } from "./amount.ts";
import { kindOf, moneyError } from "./errors.ts";
import type { Money } from "./types.ts";

/** The shortest decimal of a number, `String(x)`, as an exact value; null with more than 80 fraction digits. */
function shortestDecimal(x: number): ScaledInteger | null {
  const [mantissa, tens = 0] = String(x).split("e");
  const decimal = tryDecimal(mantissa);
  if (decimal === null) return null;
  const scale = decimal.scale - Number(tens);
  return scale > 80 ? null : { coefficient: decimal.coefficient, scale };
}

function readWeight(weight: unknown, index: number): ScaledInteger {
  const value =
    typeof weight === "number"
      ? Math.abs(weight) <= Number.MAX_SAFE_INTEGER
        ? shortestDecimal(weight)
        : null
      : tryDecimal(weight);
  if (value !== null && value.coefficient >= 0n) return value;
  throw moneyError(
    "money/invalid-weights",
    `weights.${String(index)}: neither a number from 0 to 2^53 - 1 nor a decimal string from 0 up`,
    ["weights", index],
    { received: describeValue(weight), type: kindOf(weight) },
  );
}

/** Weights as whole numbers in the same proportions, and their sum. */
function wholeWeights(weights: readonly (number | string)[]): { whole: bigint[]; sum: bigint } {
  if (weights.length === 0) {
    throw moneyError("money/invalid-weights", "weights: at least one", ["weights"], {
      received: describeValue(weights),
      reason: "empty",
    });
  }
  const scaled = weights.map(readWeight);
  const scale = scaled.reduce((most, weight) => Math.max(most, weight.scale), 0);
  const whole = scaled.map((weight) => coefficientAt(scale, weight));
  const sum = whole.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n) {
    throw moneyError("money/invalid-weights", "weights: at least one above zero", ["weights"], {
      received: describeValue(weights),
      reason: "all-zero",
    });
  }
  return { whole, sum };
}

/**
 * An amount split by weights into parts that add up to it exactly (分摊), by largest remainder.
 *
 * Every part first gets its exact quota truncated to minor units; the minor units left over go one each to the largest
 * remainders, ties to the earlier part. So each part is the floor or the ceiling of its quota, a weight of zero gets
 * nothing, and the parts of `-m` are the negated parts of `m`. Weights need not add up to 1 or 100; their proportions
 * are kept exactly, and a number counts as its shortest decimal (0.1 is one tenth).
 *
 * @param m - money, of either sign
 * @param weights - numbers from 0 to 2^53 - 1 with at most 80 fraction digits, or decimal strings from 0 up of at most
 * 80 characters; at least one, not all zero
 * @returns one part per weight, in order, canonical
 * @throws `money/invalid-weights` with the index in the path (or `details.reason` `empty`, `all-zero`), also
 * when they are not a list, and the checks of
 * {@link money}
 * @see Hare quota with largest remainders (Hamilton's method)
 * @example
 * allocate(money("0.10", "CNY"), [60, 25, 15]).map((part) => part.amount) // => ["0.06", "0.03", "0.01"]
 * allocate(money("100", "JPY"), ["78.26", "17.39", "4.35"]).map((part) => part.amount) // => ["78", "18", "4"]
 * allocate(money("1", "CNY"), [0, 0]) // throws money/invalid-weights
 * @since 0.1.0
 */
export function allocate<C extends string>(m: Money<C>, weights: readonly (number | string)[]): Money<C>[] {
  const exponent = exponentOfMoney(m, ["m"]);
  const minor = minorOf(m, ["m"]);
  const given = readList(weights, ["weights"], "money/invalid-weights");
  return allocateMinor(minor, given).map((part) => moneyOfMinor(part, m.currency, exponent));
}

/** Minor units by weights, as {@link allocate} does; the parts are numbers where the whole is one and the weights are. */
export function allocateMinor(minor: Minor, weights: readonly (number | string)[]): Minor[] {
  const negative = minor < 0;
  const size = negative ? -minor : minor;
  const parts = plainShares(size, weights) ?? exactShares(BigInt(size), weights);
  return negative ? parts.map((part) => -part) : parts;
}

/** Shares by exact quotas of any size. */
function exactShares(size: bigint, weights: readonly (number | string)[]): bigint[] {
  const { whole, sum } = wholeWeights(weights);
  const parts: bigint[] = [];
  const remainders: bigint[] = [];
  let left = size;
  for (const weight of whole) {
    const quota = size * weight;
    const part = quota / sum;
    parts.push(part);
    remainders.push(quota - part * sum);
    left -= part;
  }
  for (const index of largest(remainders, Number(left))) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}

/** The same in plain numbers, null unless all weights are whole numbers and no quota leaves the safe integers. */
function plainShares(size: Minor, weights: readonly (number | string)[]): number[] | null {
  if (typeof size !== "number") return null;
  let sum = 0;
  for (const weight of weights as readonly unknown[]) {
    if (!Number.isSafeInteger(weight) || (weight as number) < 0) return null;
    sum += weight as number;
  }
  if (sum === 0 || size * sum > Number.MAX_SAFE_INTEGER) return null;
  const parts: number[] = [];
  const remainders: number[] = [];
  let left = size;
  for (const weight of weights as readonly number[]) {
    const remainder = (size * weight) % sum;
    const part = (size * weight - remainder) / sum;
    parts.push(part);
    remainders.push(remainder);
    left -= part;
  }
  for (const index of largest(remainders, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** Indexes of the largest remainders, ties to the earlier: sorting leaves equals in their order. */
function largest(remainders: readonly Minor[], count: number): number[] {
  if (count === 0) return [];
  return remainders
    .map((_, index) => index)
    .sort((a, b) => {
      const x = remainders[a] ?? 0;
      const y = remainders[b] ?? 0;
      return x > y ? -1 : x < y ? 1 : 0;
    })
    .slice(0, count);
}
