import { escapeHtml } from "../../text.ts";
import type { Figure, FigureBlock } from "../types.ts";
import { drawBars } from "./bars.ts";
import { drawBridge } from "./bridge.ts";
import { drawCalendar } from "./calendar.ts";
import { drawFlow } from "./flow.ts";
import { drawHeatMap } from "./heat-map.ts";
import { drawLines } from "./lines.ts";
import { drawMap } from "./map.ts";
import { patterns, type Drawing } from "./pieces.ts";
import { pixels } from "./texts.ts";
import { drawTimeline } from "./timeline.ts";

/** A drawing of more is as wide as the page; on a phone it is moved sideways rather than shrunk. */
const COLUMN = 460;

/**
 * A figure as static SVG: no script, no style attribute, title and description for screen readers, a pattern as well as a
 * colour for each tone, so that a black-and-white print still tells them apart.
 *
 * @param block - a figure
 * @param id - unique in the document, for the references inside the drawing
 * @returns SVG markup
 */
export function drawFigure({ title, description, figure }: FigureBlock, id: string): string {
  const { width, height, body } = drawingOf(figure, id);
  return (
    `<svg class="${figure.kind}${width > COLUMN ? " wide" : ""}" role="img" aria-labelledby="${id}-title ${id}-text" viewBox="0 0 ${pixels(width)} ${pixels(height)}" xmlns="http://www.w3.org/2000/svg">` +
    `<title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-text">${escapeHtml(description)}</desc>` +
    `${patterns(body, id)}${body}</svg>`
  );
}

function drawingOf(figure: Figure, id: string): Drawing {
  switch (figure.kind) {
    case "bars":
      return drawBars(figure, id);
    case "bridge":
      return drawBridge(figure, id);
    case "lines":
      return drawLines(figure);
    case "flow":
      return drawFlow(figure, id);
    case "heat-map":
      return drawHeatMap(figure, id);
    case "map":
      return drawMap(figure, id);
    case "timeline":
      return drawTimeline(figure, id);
    case "calendar":
      return drawCalendar(figure, id);
  }
}
