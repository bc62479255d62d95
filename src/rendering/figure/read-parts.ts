import type { Path } from "../../core/index.ts";
import { listOf, oneOf, refuse, refuseKind, shapeOf, type Reader } from "../../core/inner.ts";
import { readString } from "../text.ts";
import { FIGURE_TONES, type LegendEntry } from "./tones.ts";

/** Texts, blank or not. */
export const texts = listOf(readString);

/** One of the tones. */
export const tone = oneOf(FIGURE_TONES);

/** What the tones mean. */
export const legend = listOf(shapeOf<LegendEntry>({ tone, label: readString }));

/** A number from `least` to `greatest`, both inclusive; `reason` says why another is refused. */
export const numberIn =
  (least: number, greatest: number, reason: string): Reader<number> =>
  (value, path, code) =>
    Number.isFinite(value) && value >= least && value <= greatest ? value : refuseKind(code, path, reason, value);

/** A list is as long as something else. */
export function sizedAs(size: number, expected: number, reason: string, path: Path, code: string): void {
  if (size !== expected) refuse(code, path, reason, { received: String(size), expected: String(expected) });
}

/** A list of texts of a fixed size. */
export function textsOf<T extends readonly string[]>(size: number): Reader<T> {
  return (value, path, code) => {
    texts(value, path, code);
    sizedAs(value.length, size, "not as many texts as there are columns", path, code);
    return value;
  };
}
