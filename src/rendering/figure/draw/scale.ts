/** Where a number stands, in pixels. */
export type Scale = (value: number) => number;

/** Least and greatest of some numbers; 0 where there are none. */
export function extentOf(values: readonly number[]): readonly [least: number, greatest: number] {
  let [least, greatest] = [values[0] ?? 0, values[0] ?? 0];
  for (const value of values) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return [least, greatest];
}

/**
 * A scale from the least of some numbers to the greatest, from one pixel to another. Numbers as large as doubles can be have
 * a place too; where all are one number, it is in the middle.
 */
export function scaleOf(values: readonly number[], from: number, to: number): Scale {
  const [least, greatest] = extentOf(values);
  // as parts of the greatest, so that no difference is beyond all numbers
  const unit = Math.max(Math.abs(least), Math.abs(greatest));
  const span = unit === 0 ? 0 : greatest / unit - least / unit;
  return (value) => from + (to - from) * (span > 0 ? (value / unit - least / unit) / span : 0.5);
}
