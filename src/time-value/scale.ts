/** A power of two that brings amounts far from overflow and underflow and changes no digit; 1 for ordinary sizes. */
export function scaleOf(largest: number): number {
  if (largest <= 1e150 && largest >= 1e-150) return 1;
  // the smallest doubles would need more than the largest power there is
  return 2 ** Math.min(1023, -Math.floor(Math.log2(largest)));
}

/** Whether a sum is far enough from the ends of the range of doubles for products of it to keep their digits. */
export function isOrdinary(sum: number): boolean {
  return sum > 1e-200 && sum < 1e200;
}
