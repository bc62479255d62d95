import { greatestOf } from "../../columns.ts";
import { escapeHtml } from "../../text.ts";
import type { Flow, FlowFigure, FlowSide } from "../types.ts";
import { fillOf, legendOf, type Drawing } from "./pieces.ts";
import { pixels, textAt, tickRoom, widestOf, wrapped, type TextAnchor } from "./texts.ts";

const WIDTH = 390;
const HEAD = 20;
const LINE = 13;
const BAR = 8;
const GAP = 6;
/** Most of the width that the names of a side take from the streams. */
const MOST_LABEL = 118;
/** Height of all streams together, and the least of one that is not 0. */
const HEIGHT = 190;
const LEAST = 1.5;

/** A class where it stands: its bar, and the middle of the texts beside it. */
interface Placed {
  readonly lines: readonly string[];
  readonly total: string | undefined;
  readonly top: number;
  readonly height: number;
  readonly middle: number;
}

/** Streams between the stacked classes of two sides; their widths are their values. */
export function drawFlow({ from, to, flows, legend }: FlowFigure, id: string): Drawing {
  // as parts of the greatest, so that no sum is beyond all numbers
  const most = greatestOf(flows.map(({ value }) => value));
  const whole = flows.reduce((sum, { value }) => sum + value / most, 0);
  const widths = flows.map(({ value }) => (value > 0 ? Math.max(LEAST, (value / most / whole) * HEIGHT) : 0));
  const widthOf = (isOf: (flow: Flow) => boolean): number =>
    flows.reduce((sum, flow, n) => sum + (isOf(flow) ? (widths[n] ?? 0) : 0), 0);
  const left = stacked(from, (at) => widthOf((flow) => flow.from === at));
  const right = stacked(to, (at) => widthOf((flow) => flow.to === at));
  const height = Math.max(left.height, right.height);
  const places = {
    from: left.placed.map((one) => shifted(one, HEAD + (height - left.height) / 2)),
    to: right.placed.map((one) => shifted(one, HEAD + (height - right.height) / 2)),
  };
  const [start, end] = [left.room + GAP + BAR, WIDTH - right.room - GAP - BAR];
  // where the next stream of a class begins
  const next = { from: places.from.map(({ top }) => top), to: places.to.map(({ top }) => top) };
  const inOrder = [...flows.entries()].sort(([, a], [, b]) => a.from - b.from || a.to - b.to);
  const streams = inOrder.flatMap(([n, flow]) => {
    const width = widths[n] ?? 0;
    if (width === 0) return [];
    const [y0, y1] = [next.from[flow.from] ?? 0, next.to[flow.to] ?? 0];
    next.from[flow.from] = y0 + width;
    next.to[flow.to] = y1 + width;
    const told = `${from.labels[flow.from] ?? ""} → ${to.labels[flow.to] ?? ""} ${flow.text}`;
    const drawn =
      `<path class="stream tone-${flow.tone}" d="${ribbon(start, y0, end, y1, width)}" fill="${fillOf(flow.tone, id)}">` +
      `<title>${escapeHtml(told)}</title></path>`;
    return [{ width, drawn }];
  });
  // narrow ones lie over wide ones, where they can be seen
  const drawn = streams.sort((a, b) => b.width - a.width).map((stream) => stream.drawn);
  const bottom = HEAD + height + 4;
  const below = legendOf(legend, WIDTH, bottom, id);
  const half = tickRoom(WIDTH / 2 - GAP);
  return {
    width: WIDTH,
    height: bottom + below.height,
    body:
      textAt(from.title, half, { className: "tick", x: 0, y: 12 }) +
      textAt(to.title, half, { className: "tick", x: WIDTH, y: 12, anchor: "end" }) +
      drawn.join("") +
      places.from.map((one) => classAt(one, start - BAR, start - BAR - GAP, "end", left.room)).join("") +
      places.to.map((one) => classAt(one, end, end + BAR + GAP, "start", right.room)).join("") +
      below.body,
  };
}

/** Classes from the top, each with as much height as its streams or its texts need, and the width of these. */
function stacked(
  { labels, totals = [] }: FlowSide,
  heightOf: (at: number) => number,
): Readonly<Record<"room" | "height", number>> & { readonly placed: readonly Placed[] } {
  const room = Math.min(MOST_LABEL, widestOf([...labels, ...totals]));
  let y = 0;
  const placed = labels.map((label, at): Placed => {
    const lines = wrapped(label, room, 3);
    const total = totals[at];
    const height = heightOf(at);
    const slot = Math.max(height, (lines.length + (total === undefined ? 0 : 1)) * LINE + 2);
    const top = y + (slot - height) / 2;
    const middle = y + slot / 2;
    y += slot + GAP;
    return { lines, total, top, height, middle };
  });
  return { room, placed, height: Math.max(0, y - GAP) };
}

const shifted = (one: Placed, by: number): Placed => ({ ...one, top: one.top + by, middle: one.middle + by });

/** The bar of a class with its texts beside it. */
function classAt(
  { lines, total, top, height, middle }: Placed,
  bar: number,
  x: number,
  anchor: TextAnchor,
  room: number,
): string {
  const texts = [
    ...lines.map((line) => ["label", line] as const),
    ...(total === undefined ? [] : [["value", total] as const]),
  ];
  const first = middle + 4 - ((texts.length - 1) * LINE) / 2;
  return (
    `<rect class="node" x="${pixels(bar)}" y="${pixels(top)}" width="${String(BAR)}" height="${pixels(Math.max(height, 1))}"/>` +
    texts.map(([className, text], at) => textAt(text, room, { className, x, y: first + at * LINE, anchor })).join("")
  );
}

/** The outline of a stream of a width between two places. */
function ribbon(x0: number, y0: number, x1: number, y1: number, width: number): string {
  const middle = pixels((x0 + x1) / 2);
  const curve = (from: number, to: number, x: number): string =>
    `C${middle},${pixels(from)} ${middle},${pixels(to)} ${pixels(x)},${pixels(to)}`;
  return (
    `M${pixels(x0)},${pixels(y0)}${curve(y0, y1, x1)}` +
    `L${pixels(x1)},${pixels(y1 + width)}${curve(y1 + width, y0 + width, x0)}Z`
  );
}
