import { describe, expect, test } from "vitest";

import { figureTable } from "../../../src/rendering/figure/table.ts";
import type { LinesFigure } from "../../../src/rendering/index.ts";
import { blockOf, drawn, lines, nth, num, ofClass } from "./drawn.ts";

const pointsOf = (d = ""): readonly (readonly number[])[] =>
  [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe("lines", () => {
  const elements = drawn(lines);
  const plan = pointsOf(elements.find(({ attributes }) => attributes.class === "line")?.attributes.d);

  test("stand where their values say: 170 pixels for 200", () => {
    const [zero = NaN, fifty = NaN, hundred = NaN] = plan.map(([, y]) => y ?? NaN);
    expect(zero - fifty).toBeCloseTo(42.5, 1);
    expect(zero - hundred).toBeCloseTo(85, 1);
    const [a = NaN, b = NaN, c = NaN] = plan.map(([x]) => x ?? NaN);
    expect(b - a).toBeCloseTo(c - b, 0);
  });

  test("end at a gap; a value between gaps has its sign", () => {
    // of the second series no two neighbours have values
    expect(ofClass(elements, "line")).toHaveLength(1);
    expect(ofClass(elements, "marker")).toHaveLength(3 + 2);
  });

  test("have their names at their ends, or below where these would overlap", () => {
    expect(ofClass(elements, "label").map(({ text }) => text)).toEqual(["Plan", "Actual"]);
    expect(ofClass(elements, "legend").map(({ text }) => text)).toEqual(["Range"]);
    const close: LinesFigure = {
      ...lines,
      series: lines.series.map((series) => ({ ...series, values: [1, 2, 3] })),
    };
    expect(ofClass(drawn(close), "label")).toEqual([]);
    expect(ofClass(drawn(close), "legend").map(({ text }) => text)).toEqual(["Plan", "Actual", "Range"]);
  });

  test("are told apart by dashes and signs as well as by colour", () => {
    const tones = ["solid", "estimated", "other", "warning", "open", "empty"] as const;
    const one = (tone: (typeof tones)[number]): string => {
      const figure = drawn({ ...lines, bands: [], series: [{ ...nth(lines.series, 0), tone }] });
      const [line, marker] = [nth(ofClass(figure, "line"), 0), nth(ofClass(figure, "marker"), 0)];
      const isFilled = marker.attributes.fill === marker.attributes.stroke;
      const form = marker.name === "circle" ? "" : String(pointsOf(marker.attributes.d).length);
      return [line.attributes["stroke-dasharray"], marker.name, form, isFilled].join(" ");
    };
    expect(new Set(tones.map(one)).size).toBe(tones.length);
  });

  test("have a line of 0, words of both axes, and marks", () => {
    const axes = ofClass(elements, "axis");
    const zero = plan[0]?.[1];
    expect(axes.some((axis) => num(axis, "y1") === zero && num(axis, "y2") === zero)).toBe(true);
    expect(num(ofClass(elements, "mark")[0], "x1")).toBe(plan[1]?.[0]);
    const words = ofClass(elements, "tick").map(({ text }) => text);
    expect(words).toEqual(["Amount", "-100", "0", "100", "0", "1", "2", "Year", "Now"]);
  });

  test("have bands between low and high, with edges, as far as there are values", () => {
    const band = pointsOf(ofClass(elements, "band")[0]?.attributes.d);
    expect(band).toHaveLength(4);
    expect(nth(nth(band, 2), 1) - nth(nth(band, 1), 1)).toBeCloseTo(17, 1);
    expect(ofClass(elements, "edge").length).toBeGreaterThanOrEqual(2);
  });

  test("leave out words of an axis that would overlap", () => {
    const many = Array.from({ length: 100 }, (_, at) => ({ at, label: `Place ${String(at)}` }));
    const shown = ofClass(drawn({ ...lines, x: { title: "", ticks: many } }), "tick").filter(({ text }) =>
      text.startsWith("Place"),
    );
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.length).toBeLessThan(8);
  });

  test("have the words of marks in rows of their own where they would overlap, beside names of lines too", () => {
    // 174 pixels apart without a name at the right, 124 with it, and each 166 wide
    const marks = ["a".repeat(24), "b".repeat(24)].map((label, at) => ({ at: 0.5 + at, label }));
    const rowsOf = (label: string): readonly number[] => {
      const elements = drawn({ ...lines, series: [{ ...nth(lines.series, 0), label }], marks });
      return elements.filter(({ text }) => /^(a+|b+)$/.test(text)).map((words) => num(words, "y"));
    };
    expect(rowsOf(lines.y.title)).toEqual([34, 34]);
    expect(rowsOf("A longer name")).toEqual([34, 49]);
  });

  test("have a line of 0 wherever values lie on both sides of it", () => {
    const zeros = (at: readonly number[]): number =>
      ofClass(
        drawn({ ...lines, y: { title: "", ticks: at.map((one) => ({ at: one, label: String(one) })) } }),
        "axis",
      ).filter((line) => num(line, "x1") !== num(line, "x2")).length;
    // one is the axis of the places
    expect([[0], [50], [], [-1000, -1, 0, 1000]].map(zeros)).toEqual([2, 2, 2, 2]);
  });

  test("have all words inside the drawing, however long", () => {
    const long = "Rindfleischetikettierung".repeat(3);
    const axis = { title: long, ticks: [{ at: 0, label: long }] };
    const marks = [{ at: 0, label: long }];
    const words = drawn({ ...lines, x: axis, y: axis, marks }).filter(({ name }) => name === "text");
    for (const one of words) {
      const { text, attributes } = one;
      const anchor = attributes["text-anchor"] ?? "start";
      const shown = Math.min(390, 0.92 * 7.5 * text.length);
      const left = num(one, "x") - (anchor === "end" ? shown : anchor === "middle" ? shown / 2 : 0);
      expect([left >= -1, left + shown <= 391], text).toEqual([true, true]);
    }
  });

  test("say their marks in the table form, at their places or between them", () => {
    const marks = [
      { at: 1, label: "Peak" },
      { at: 1.5, label: "Now" },
      { at: 1, label: "Plan begins" },
    ];
    expect(figureTable(blockOf({ ...lines, marks })).rows).toEqual([
      ["0", "0", "-100", "0"],
      ["1\nPeak\nPlan begins", "50", "", "40–60"],
      ["Now", "", "", ""],
      ["2", "100", "0", ""],
    ]);
  });

  test("need no values at all", () => {
    const nothing: LinesFigure = { ...lines, places: [], series: [], bands: [], marks: [] };
    const none = { ...nothing, x: { title: "", ticks: [] }, y: { title: "", ticks: [] } };
    expect(ofClass(drawn(none), "axis")).toHaveLength(1);
  });
});
