import type { CardLine, CardTest } from "../card/resolved.ts";
import type { InputColumn } from "./inputs.ts";

/** Whole points in proportion to a whole value, rounded down; exact, because the value is split by remainder first. */
export function ratePoints(value: number, rate: NonNullable<CardLine["rate"]>): number {
  const { per, points, min, max } = rate;
  let rest = value % per;
  if (rest < 0) rest += per;
  const product = rest * points;
  let over = product % per;
  if (over < 0) over += per;
  const earned = ((value - rest) / per) * points + (product - over) / per;
  return earned < min ? min : earned > max ? max : earned;
}

/** Edges compared in one go: a comparison without a branch costs a third of a search that is guessed wrong. */
const EDGES = 8;

/** How many of the edges each value reaches: its band. */
function placeBands(edges: Float64Array, values: Float64Array, codes: Uint8Array): void {
  const size = codes.length;
  for (let start = 0; start === 0 || start < edges.length; start += EDGES) {
    const e0 = edges[start] ?? Infinity;
    const e1 = edges[start + 1] ?? Infinity;
    const e2 = edges[start + 2] ?? Infinity;
    const e3 = edges[start + 3] ?? Infinity;
    const e4 = edges[start + 4] ?? Infinity;
    const e5 = edges[start + 5] ?? Infinity;
    const e6 = edges[start + 6] ?? Infinity;
    const e7 = edges[start + 7] ?? Infinity;
    if (start === 0) codes.fill(0);
    for (let at = 0; at < size; at++) {
      const v = values[at]!;
      codes[at]! +=
        Number(v >= e0) +
        Number(v >= e1) +
        Number(v >= e2) +
        Number(v >= e3) +
        Number(v >= e4) +
        Number(v >= e5) +
        Number(v >= e6) +
        Number(v >= e7);
    }
  }
}

/** Bands, groups or answers of one line; a value that cannot be used passes its byte code on. */
export function placeLine(
  line: CardLine,
  { values, codes: given }: InputColumn,
  usable: boolean,
  codes: Uint8Array,
): void {
  const { edges, groups } = line;
  const size = codes.length;
  switch (line.characteristic.scale) {
    case "bands":
      placeBands(edges, values, codes);
      break;
    case "categories":
      for (let at = 0; at < size; at++) codes[at] = groups[values[at]!]!;
      break;
    case "flag":
      for (let at = 0; at < size; at++) codes[at] = values[at]!;
      break;
    case "linear":
      codes.fill(0);
      break;
  }
  // what a value that cannot be used left behind is put right
  if (!usable) for (let at = 0; at < size; at++) if (given[at] !== 0) codes[at] = given[at]!;
}

/** Whether a usable value, in the units of the ledger, meets a test on its feature. */
export function featureHolds({ condition, wanted, low, high }: CardTest, value: number): boolean {
  if (condition.test === "flag") return (value === 1) === condition.is;
  return condition.test === "category" ? wanted[value] === 1 : value >= low && value < high;
}
