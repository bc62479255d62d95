import type { CalendarFigure, TimelineFigure } from "./days.ts";
import type { FigureTone, LegendEntry } from "./tones.ts";

export type { CalendarFigure, DateTick, MarkedDay, TimelineFigure, TimelineRow } from "./days.ts";
export { FIGURE_TONES, type FigureTone, type LegendEntry } from "./tones.ts";

/** The kinds of figures. */
export const FIGURE_KINDS = ["bars", "bridge", "heat-map", "map", "timeline", "lines", "flow", "calendar"] as const;

/** The kind of a figure. */
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** A part of a bar; `value` only sets its length: a finite number, not negative. */
export interface BarPart {
  readonly value: number;
  readonly tone: FigureTone;
}

/** One bar with its name and its figure in words. */
export interface Bar {
  readonly label: string;
  readonly parts: readonly BarPart[];
  /** The exact figure as text; the drawing is an aid, the text is the statement. */
  readonly text: string;
}

/** Horizontal bars on one scale. */
export interface BarsFigure {
  readonly kind: "bars";
  /** Header of the names and of the figures, for the table form. */
  readonly headers: readonly [label: string, text: string];
  readonly bars: readonly Bar[];
  readonly legend: readonly LegendEntry[];
}

/** What the steps of a bridge may be. */
export const BRIDGE_STEPS = ["total", "change"] as const;

/** Whether a step of a bridge is a height, or goes up or down from the one before. */
export type BridgeStepKind = (typeof BRIDGE_STEPS)[number];

/** One step of a bridge. */
export interface BridgeStep {
  readonly kind: BridgeStepKind;
  readonly label: string;
  /** Height of a total; of a change how far it goes up, or, below 0, down. A total that the changes do not lead to is refused. */
  readonly value: number;
  /** The exact figure as text, a change with its sign. */
  readonly text: string;
}

/** A bridge from one total to another by the changes between them (变动桥图). */
export interface BridgeFigure {
  readonly kind: "bridge";
  /** Header of the steps and of the figures, for the table form. */
  readonly headers: readonly [label: string, text: string];
  /** The first is a total. */
  readonly steps: readonly BridgeStep[];
  readonly legend: readonly LegendEntry[];
}

/** One cell of a heat map. */
export interface HeatCell {
  readonly tone: FigureTone;
  /** What the cell says, whole. */
  readonly text: string;
  /** What is written into the drawing, a few characters, where there is room for all of them; nothing unless given. */
  readonly mark?: string;
}

/** Rows and columns whose cells are told apart at a glance (热力图). */
export interface HeatMapFigure {
  readonly kind: "heat-map";
  /** Header of the names of rows. */
  readonly rowHeader: string;
  readonly columns: readonly string[];
  /** Each row has one cell per column. */
  readonly rows: readonly { readonly label: string; readonly cells: readonly HeatCell[] }[];
  readonly legend: readonly LegendEntry[];
}

/** One side of a map: equal bands with names, from the lower left corner. */
export interface MapAxis {
  readonly title: string;
  readonly bands: readonly string[];
}

/** Lengths on a map are thousandths of its side. */
export const MAP_SIDE = 1000;

/** Somebody or something with a place on a map, from its lower left corner: 0 to 1000, both inclusive. */
export interface MapPoint {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly tone: FigureTone;
  /** What the table form says of it, one text per header after the first. */
  readonly texts: readonly string[];
}

/** A line from one point of a map to another. */
export interface MapTie {
  /** Places in the list of points, from 0. */
  readonly from: number;
  readonly to: number;
  /** Whether the line has an arrow at its end. */
  readonly directed: boolean;
  readonly tone: FigureTone;
  /** What one is to the other, for the table form. */
  readonly text: string;
}

/** What a line of a map means. */
export interface MapTieEntry {
  readonly directed: boolean;
  readonly tone: FigureTone;
  readonly label: string;
}

/** Points in bands of two sides, and lines between them (关系图谱). */
export interface MapFigure {
  readonly kind: "map";
  readonly x: MapAxis;
  readonly y: MapAxis;
  /** Headers of the table form: what points are called, and what is said of them. */
  readonly headers: readonly string[];
  readonly points: readonly MapPoint[];
  readonly ties: readonly MapTie[];
  /** Header of what ties say; the last column of the table form. */
  readonly tieHeader: string;
  /** What the lines mean; nothing unless given. */
  readonly tieLegend?: readonly MapTieEntry[];
  readonly legend: readonly LegendEntry[];
}

/** A place on a numeric axis. */
export interface NumberTick {
  readonly at: number;
  readonly label: string;
}

/**
 * A numeric axis; it reaches from its least to its greatest tick, and as far as the data. In a drawing, words of ticks that
 * would lie on others are left out.
 */
export interface NumberAxis {
  readonly title: string;
  readonly ticks: readonly NumberTick[];
}

/** A line through the places of the figure: one value and one text per place, a gap where the value is `null`. */
export interface LineSeries {
  readonly label: string;
  readonly tone: FigureTone;
  readonly values: readonly (number | null)[];
  /** The exact figures as text. */
  readonly texts: readonly string[];
}

/** A band between two lines: one pair and one text per place, a gap where it is `null`. */
export interface LineBand {
  readonly label: string;
  readonly tone: FigureTone;
  readonly values: readonly (readonly [low: number, high: number] | null)[];
  readonly texts: readonly string[];
}

/** Lines over a numeric scale, with bands around them: curves, cash flows, projections (折线图). */
export interface LinesFigure {
  readonly kind: "lines";
  readonly x: NumberAxis;
  readonly y: NumberAxis;
  /** Where the values stand on the scale, ascending, and what these places are called in the table form. */
  readonly places: readonly NumberTick[];
  readonly series: readonly LineSeries[];
  readonly bands: readonly LineBand[];
  /** Places that are marked, such as a peak. */
  readonly marks: readonly NumberTick[];
}

/** A stream from one class to another. */
export interface Flow {
  /** Places in the lists of labels, from 0. */
  readonly from: number;
  readonly to: number;
  /** Sets the width of the stream: a finite number, not negative. */
  readonly value: number;
  readonly tone: FigureTone;
  /** The exact figure as text. */
  readonly text: string;
}

/** One side of a flow: what it is, and its classes from the top. */
export interface FlowSide {
  readonly title: string;
  readonly labels: readonly string[];
  /** What each class has in total, as text; nothing unless given. */
  readonly totals?: readonly string[];
}

/** Streams from the classes of one day to those of another (迁徙图). */
export interface FlowFigure {
  readonly kind: "flow";
  readonly from: FlowSide;
  readonly to: FlowSide;
  /** Header of the figures, for the table form. */
  readonly header: string;
  readonly flows: readonly Flow[];
  readonly legend: readonly LegendEntry[];
}

/** What a figure shows, as data: numbers for the drawing, texts for the statement. */
export type Figure =
  BarsFigure | BridgeFigure | HeatMapFigure | MapFigure | TimelineFigure | LinesFigure | FlowFigure | CalendarFigure;

/** A figure in a document: drawn as static SVG in HTML, written as a table everywhere else. */
export interface FigureBlock {
  readonly type: "figure";
  readonly title: string;
  /** What the figure shows, for readers who cannot see it. */
  readonly description: string;
  readonly figure: Figure;
}
