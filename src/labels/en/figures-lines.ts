import type { FiguresLinesWords } from "../words.ts";

/** Bridges, curves, streams and projections: labels. */
export const figuresLines = {
  "lineFigure.value-bridge": "Change in relationship value",
  "lineFigure.value-bridge-text":
    "From the value of the earlier period, change by change, to the value of the later period. Decreases are cross-hatched and have a minus sign.",
  "lineFigure.total": "Value of a period",
  "lineFigure.increase": "Increase",
  "lineFigure.decrease": "Decrease",
  "lineFigure.whale-curve": "Whale curve of client value",
  "lineFigure.whale-curve-text":
    "The value of clients added up, from the most to the least valuable. After the peak each further client takes value away.",
  "lineFigure.clients": "Clients, most valuable first",
  "lineFigure.cumulative-value": "Cumulative value",
  "lineFigure.peak": "Peak",
  "lineFigure.migration": "Clients by class, from one day to another",
  "lineFigure.migration-text":
    "The width of each stream shows how many clients went from a class on the earlier day to a class on the later day.",
  "lineFigure.client-count": "Clients",
  "lineFigure.joined": "New clients",
  "lineFigure.left": "Clients who left",
  "lineFigure.refused": "Record not readable",
  "lineFigure.moved-up": "Moved up",
  "lineFigure.stayed": "Same class",
  "lineFigure.moved-down": "Moved down",
  "lineFigure.moved-otherwise": "Other moves",
  "lineFigure.joined-or-left": "Joined or left",
  "lineFigure.range": "From low to high",
  "lineFigure.compact-first": "{figure}k",
  "lineFigure.compact-second": "{figure}m",
  "lineFigure.compact-third": "{figure}bn",
} as const satisfies FiguresLinesWords;
