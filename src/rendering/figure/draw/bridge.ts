import { greatestOf } from "../../columns.ts";
import { levelsOf } from "../bridge-levels.ts";
import type { BridgeFigure } from "../types.ts";
import { areaOf, legendOf, lineFrom, type Drawing } from "./pieces.ts";
import { scaleOf } from "./scale.ts";
import { linesAt, textAt, tickWidth, widestOf, wrapped } from "./texts.ts";

const WIDTH = 390;
const HEAD = 18;
const ROW = 30;
const LINE = 13;
const MOST_LINES = 3;
const THICKNESS = 15;
const GAP = 10;
/** The width that is left to the bars by names, and the most that figures take. */
const LEAST_PLOT = 110;
const MOST_TEXT = 150;
/** A step is seen, however small beside the others. */
const LEAST = 1;

/** A bridge from the top: one bar per step between its name and its figure, each beginning where the one before led to. */
export function drawBridge({ headers, steps, legend }: BridgeFigure, id: string): Drawing {
  const texts = Math.min(MOST_TEXT, Math.max(widestOf(steps.map(({ text }) => text)), tickWidth(headers[1])));
  const edge = WIDTH - texts - GAP;
  const labels = Math.min(edge - GAP - LEAST_PLOT, widestOf(steps.map(({ label }) => label)));
  const levels = levelsOf(steps);
  const scale = scaleOf([0, ...levels.flatMap(({ from, to }) => [from, to])], labels + GAP, edge);
  const names = steps.map(({ label }) => wrapped(label, labels, MOST_LINES));
  const row = Math.max(ROW, (greatestOf(names.map((lines) => lines.length)) + 0.5) * LINE);
  const bottom = HEAD + steps.length * row;
  const rows = levels.map(({ from, to, tone }, at) => {
    const middle = HEAD + at * row + row / 2;
    const top = middle - THICKNESS / 2;
    const [start, end] = [scale(from), scale(to)];
    const width = Math.max(Math.abs(end - start), LEAST);
    return (
      linesAt(names[at] ?? [], labels, { className: "label", x: 0, y: middle + 4 }, LINE) +
      areaOf(tone, { x: end < start ? start - width : start, y: top, width, height: THICKNESS }, id) +
      (at + 1 < steps.length ? lineFrom([end, top + THICKNESS], [end, top + row], "tie") : "") +
      textAt(steps[at]?.text ?? "", MOST_TEXT, { className: "value", x: WIDTH, y: middle + 4, anchor: "end" })
    );
  });
  const below = legendOf(legend, WIDTH, bottom + 2, id);
  return {
    width: WIDTH,
    height: bottom + 2 + below.height,
    body:
      textAt(headers[0], labels + GAP, { className: "tick", x: 0, y: 12 }) +
      textAt(headers[1], WIDTH - labels - GAP, { className: "tick", x: WIDTH, y: 12, anchor: "end" }) +
      lineFrom([scale(0), HEAD], [scale(0), bottom], "axis") +
      `${rows.join("")}${below.body}`,
  };
}
