import type { LinesFigure } from "../types.ts";

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

/** Every number that has a place on the level axis. */
export const placesIn = ({ x, places, marks }: LinesFigure): readonly number[] =>
  [...x.ticks, ...places, ...marks].map(({ at }) => at);

/** Every number that has a place on the upright axis. */
export const levelsIn = ({ y, series, bands }: LinesFigure): readonly number[] => [
  ...y.ticks.map(({ at }) => at),
  ...series.flatMap(({ values }) => values.filter((value) => value !== null)),
  ...bands.flatMap(({ values }) => values.flatMap((pair) => pair ?? [])),
];
