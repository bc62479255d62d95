import { SaxesParser } from "saxes";

import { drawFigure } from "../../../src/rendering/figure/draw/draw.ts";
import { readFigureBlock } from "../../../src/rendering/figure/read.ts";
import type {
  BridgeFigure,
  BridgeStep,
  Figure,
  FigureBlock,
  FlowFigure,
  LinesFigure,
} from "../../../src/rendering/index.ts";

interface Attributes {
  readonly [name: string]: string | undefined;
  readonly class?: string;
  readonly d?: string;
  readonly fill?: string;
  readonly height?: string;
  readonly id?: string;
  readonly points?: string;
  readonly rx?: string;
  readonly stroke?: string;
  readonly transform?: string;
  readonly viewBox?: string;
}

/** An element of a drawing as it was parsed, with all text in it. */
export interface Drawn {
  readonly name: string;
  readonly attributes: Attributes;
  text: string;
}

export const blockOf = (figure: Figure, title = "Title"): FigureBlock =>
  readFigureBlock({ type: "figure", title, description: "Description", figure }, ["block"], "test/figure");

/** The elements of the drawing of a figure, in their order; throws where the markup is not well-formed. */
export function drawn(figure: Figure): readonly Drawn[] {
  const elements: Drawn[] = [];
  const open: Drawn[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Attributes, text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const inside = open.at(-1);
    if (inside !== undefined) inside.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(drawFigure(blockOf(figure), "f-1")).close();
  return elements;
}

/** Elements of a class, or of one among several. */
export const ofClass = (elements: readonly Drawn[], name: string): readonly Drawn[] =>
  elements.filter(({ attributes }) => (attributes.class ?? "").split(" ").includes(name));

/** A length of an element; not a number where it is missing. */
export const num = (element: Drawn | undefined, name: string): number => Number(element?.attributes[name]);

/** An entry that is there. */
export function nth<T>(list: readonly T[], at: number): T {
  const entry = list.at(at);
  if (entry === undefined) throw new Error(`nothing at ${String(at)}`);
  return entry;
}

/** The bars of the steps of a bridge, without the swatches of its legend, which are 10 high. */
export const stepBars = (elements: readonly Drawn[]): readonly Drawn[] =>
  elements.filter(({ name, attributes }) => name === "rect" && attributes.height === "15");

export const step = (kind: BridgeStep["kind"], value: number, label = "Step"): BridgeStep => ({
  kind,
  label,
  value,
  text: `${value > 0 && kind === "change" ? "+" : ""}${String(value)}`,
});

export const bridge = (steps: readonly BridgeStep[]): BridgeFigure => ({
  kind: "bridge",
  headers: ["Item", "Amount"],
  steps,
  legend: [
    { tone: "solid", label: "Total" },
    { tone: "warning", label: "Decrease" },
  ],
});

const ticks = (...at: readonly number[]) => at.map((one) => ({ at: one, label: String(one) }));

/** Three places; values 0, 50, 100 and a gap; a band with a gap; a mark. */
export const lines: LinesFigure = {
  kind: "lines",
  x: { title: "Year", ticks: ticks(0, 1, 2) },
  y: { title: "Amount", ticks: ticks(-100, 0, 100) },
  places: ticks(0, 1, 2),
  series: [
    { label: "Plan", tone: "solid", values: [0, 50, 100], texts: ["0", "50", "100"] },
    { label: "Actual", tone: "warning", values: [-100, null, 0], texts: ["-100", "", "0"] },
  ],
  bands: [{ label: "Range", tone: "estimated", values: [[0, 0], [40, 60], null], texts: ["0", "40–60", ""] }],
  marks: [{ at: 1, label: "Now" }],
};

/** From 30 and 70 to 40 and 60. */
export const flow: FlowFigure = {
  kind: "flow",
  from: { title: "Before", labels: ["A", "B"], totals: ["30", "70"] },
  to: { title: "After", labels: ["A", "B"], totals: ["40", "60"] },
  header: "Clients",
  flows: [
    { from: 0, to: 0, value: 30, tone: "other", text: "30" },
    { from: 1, to: 0, value: 10, tone: "solid", text: "10" },
    { from: 1, to: 1, value: 60, tone: "other", text: "60" },
  ],
  legend: [{ tone: "solid", label: "Up" }],
};
