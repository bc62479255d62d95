import { readFileSync } from "node:fs";

import { Ajv } from "ajv";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { describe, expect, test } from "vitest";

import { orThrow } from "../../../src/core/index.ts";
import {
  toVegaLite,
  type BarsFigure,
  type Figure,
  type FlowFigure,
  type LinesFigure,
} from "../../../src/rendering/index.ts";
import { blockOf, bridge, flow, lines, nth, step } from "./drawn.ts";

const HOSTILE = ["datum.x", "']", "a.b[0]", "\\", '"+alert(1)+"', "{{x}}", "</svg>", "signal", "", "客户"];

const bars = (labels: readonly string[]): BarsFigure => ({
  kind: "bars",
  headers: ["Head", "Amount"],
  bars: labels.map((label, at) => ({
    label,
    text: label,
    parts: [
      { value: at, tone: "solid" },
      { value: 2, tone: "estimated" },
    ],
  })),
  legend: [
    { tone: "solid", label: labels[0] ?? "" },
    { tone: "estimated", label: labels[0] ?? "" },
  ],
});

const manyLines: LinesFigure = {
  ...lines,
  series: HOSTILE.map((label) => ({ ...nth(lines.series, 0), label })),
  marks: HOSTILE.map((label, at) => ({ at, label })),
};
const manyFlows: FlowFigure = {
  ...flow,
  from: { title: HOSTILE.join(" "), labels: HOSTILE },
  flows: HOSTILE.map((text, from) => ({ from, to: 0, value: from, tone: "open", text })),
};

const figures: readonly (readonly [name: string, figure: Figure])[] = [
  ["bars", bars(["Loans", "Deposits", "Loans"])],
  ["bridge", bridge([step("total", 100), step("change", -150), step("total", -50)])],
  ["lines", lines],
  ["flow", flow],
  ["bars with hostile texts", bars(HOSTILE)],
  ["a bridge with hostile texts", bridge(HOSTILE.map((label) => step("total", 0, label)))],
  ["lines with hostile texts", manyLines],
  ["streams with hostile texts", manyFlows],
  ["bars without bars", bars([])],
  ["lines without places", { ...lines, places: [], series: [], bands: [], marks: [] }],
];

const schema = JSON.parse(readFileSync("node_modules/vega-lite/build/vega-lite-schema.json", "utf8")) as object;
const isValid = new Ajv({ strict: false, validateFormats: false }).compile(schema);

const specOf = (figure: Figure) => orThrow(toVegaLite(blockOf(figure, "'] + datum.x"))).spec;

/** Every list of data in a specification. */
function dataIn(value: unknown): readonly Record<string, unknown>[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === "data" ? [(member as { values: Record<string, unknown>[] }).values] : dataIn(member),
  );
}

interface Layer {
  readonly mark: { readonly type: string };
  readonly encoding: { readonly color: unknown };
}
const layersOf = (spec: object): readonly Layer[] => (spec as { readonly layer: readonly Layer[] }).layer;

/** The relative luminance of a colour (WCAG 2). */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe("a Vega-Lite specification", () => {
  test.each(figures)("of %s is valid, and is drawn without a warning", async (_, figure) => {
    const spec = specOf(figure);
    expect(isValid(spec), JSON.stringify(isValid.errors?.slice(0, 2))).toBe(true);
    expect(spec.title).toBe("'] + datum.x");
    expect(spec.description).toBe("Description");
    const warnings: unknown[] = [];
    const warn = (...said: readonly unknown[]) => (warnings.push(said), logger);
    const quiet = () => logger;
    const logger = { level: quiet, error: warn, warn, info: quiet, debug: quiet } as never;
    const view = new View(parse(compile(spec as unknown as TopLevelSpec, { logger }).spec), {
      renderer: "none",
      logger,
    });
    const svg = await view.toSVG();
    expect(warnings).toEqual([]);
    expect(svg).not.toMatch(/NaN|<script/);
    expect(svg).toContain("'] + datum.x");
  });

  test("has no text of the figure outside data and titles, and no expression at all", () => {
    for (const [, figure] of figures) {
      const json = JSON.stringify(specOf(figure));
      expect(json).not.toMatch(/"(expr|signal|calculate|filter|labelExpr|transform)":/);
      const fields = [...json.matchAll(/"field":"([^"]*)"/g)].map(([, name]) => name);
      expect(fields.filter((name) => !/^[a-z]+$/.test(name ?? ""))).toEqual([]);
    }
  });

  test("has the values of the figure as its data", () => {
    const parts = dataIn(specOf(bars(["A", "B"]))).flat();
    expect(parts.filter(({ part }) => part !== undefined).map(({ label, value }) => [label, value])).toEqual([
      ["A", 0],
      ["A", 2],
      ["B", 1],
      ["B", 2],
    ]);
    const rows = dataIn(specOf(bridge([step("total", 100), step("change", -150), step("total", -50)])))[0];
    expect(rows?.map(({ value, from, to, text }) => [value, from, to, text])).toEqual([
      [100, 0, 100, "100"],
      [-150, 100, -50, "-150"],
      [-50, 0, -50, "-50"],
    ]);
    const cells = dataIn(specOf(flow))[0];
    expect(cells?.map(({ row, column, value, text }) => ({ from: row, to: column, value, text }))).toEqual(
      flow.flows.map(({ from, to, value, text }) => ({ from, to, value, text })),
    );
    const classes = dataIn(specOf(flow)).slice(1, 3);
    expect(classes.map((side) => side.map(({ label }) => label))).toEqual([
      ["A · 30", "B · 70"],
      ["A · 40", "B · 60"],
    ]);
    const values = dataIn(specOf(lines)).flat();
    expect(values.filter(({ line }) => line === "Actual").map(({ at, value }) => [at, value])).toEqual([
      [0, -100],
      [1, null],
      [2, 0],
    ]);
    expect(values.filter(({ line }) => line === "Range").map(({ low, high }) => [low, high])).toEqual([
      [0, 0],
      [40, 60],
      [null, null],
    ]);
  });

  test("has texts as they may appear in a document", () => {
    const spec = specOf(bars(["\u202eLoans\ufeff", "\u202eLoans"]));
    expect(JSON.stringify(spec)).not.toMatch(/[\u202e\ufeff]/u);
    expect(dataIn(spec)[0]?.map(({ label }) => label)).toEqual(["Loans", "Loans"]);
  });

  test("tells whole what a limited width cuts", () => {
    for (const [, figure] of figures) {
      for (const layer of layersOf(specOf(figure))) {
        if (layer.mark.type === "text") expect(layer.encoding).toHaveProperty("tooltip");
      }
    }
  });

  test("has tones of different brightness, and an outline around what is empty", () => {
    const spec = specOf(bars(["A"]));
    const [bar] = layersOf(spec);
    expect(bar?.mark).toHaveProperty("stroke");
    const { range } = (bar?.encoding.color as { readonly scale: { readonly range: readonly string[] } }).scale;
    const luminances = range.map(luminanceOf).sort((a, b) => a - b);
    for (const [at, one] of luminances.entries()) {
      // the ratio of contrast of WCAG; that of two neighbours of the six
      if (at > 0) expect((one + 0.05) / (nth(luminances, at - 1) + 0.05)).toBeGreaterThan(1.2);
    }
  });

  test("has the tone of a stream in its outline, however thin the stream", () => {
    const [cell] = layersOf(specOf(flow));
    expect(cell?.encoding).toHaveProperty("stroke.field", "meaning");
    expect(cell?.encoding).not.toHaveProperty("opacity");
    expect(cell?.encoding).not.toHaveProperty("strokeOpacity");
  });

  test("is not there for kinds Vega-Lite has no form for; what is not a figure is refused", () => {
    const calendar: Figure = {
      kind: "calendar",
      months: [],
      weekdays: ["1", "2", "3", "4", "5", "6", "7"],
      weekStart: 1,
      headers: ["Day", "Text"],
      days: [],
      legend: [],
    };
    expect(toVegaLite(blockOf(calendar))).toEqual({ ok: false, reason: "kind-not-drawn" });
    expect(() => toVegaLite({ ...blockOf(flow), title: 1 as never })).toThrow(
      expect.objectContaining({ code: "rendering/invalid-document", path: ["block", "title"] }) as Error,
    );
  });
});
