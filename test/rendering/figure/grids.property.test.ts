import fc from "fast-check";
import { expect, test } from "vitest";

import { drawFigure } from "../../../src/rendering/figure/draw/draw.ts";
import { FIGURE_TONES, type Figure } from "../../../src/rendering/index.ts";
import { cleanText } from "../../../src/rendering/text.ts";
import { blockOf, drawn, nth } from "./drawn.ts";

const BREAKING = [
  "<script>",
  "</svg>",
  "]]>",
  "&",
  '"',
  "|",
  "](javascript:",
  "=1+1",
  "\u202e",
  "\ud800",
  "\u0000",
  "\n",
  "客户（",
  "）a ",
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...BREAKING, "long ".repeat(80)), fc.string({ maxLength: 6, unit: "binary" })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(""));
const tone = fc.constantFrom(...FIGURE_TONES);
const legend = fc.array(fc.record({ tone, label: hostile }), { maxLength: 3 });
const texts = (size: number) => fc.array(hostile, { minLength: size, maxLength: size });
const digits = (of: number, size: number): string => String(of).padStart(size, "0");
const date = fc
  .tuple(
    fc.oneof(fc.constantFrom(1, 9999), fc.integer({ min: 2025, max: 2027 })),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`);
const span = fc.tuple(date, date).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const tick = fc.record({ on: date, label: hostile });
const side = fc.record({ title: hostile, bands: fc.array(hostile, { minLength: 1, maxLength: 6 }) });
const thousandth = fc.oneof(fc.constantFrom(0, 500, 1000), fc.double({ min: 0, max: 1000, noNaN: true }));

const figures: fc.Arbitrary<Figure> = fc.oneof(
  fc.array(hostile, { maxLength: 30 }).chain((columns) => {
    const cell = fc.record({ tone, text: hostile, mark: hostile });
    const cells = fc.array(cell, { minLength: columns.length, maxLength: columns.length });
    return fc.record({
      kind: fc.constant("heat-map" as const),
      rowHeader: hostile,
      columns: fc.constant(columns),
      rows: fc.array(fc.record({ label: hostile, cells }), { maxLength: 4 }),
      legend,
    });
  }),
  fc
    .array(fc.record({ label: hostile, x: thousandth, y: thousandth, tone, texts: texts(1) }), { maxLength: 12 })
    .chain((points) => {
      const end = fc.nat(Math.max(0, points.length - 1));
      const tie = fc.record({ from: end, to: end, directed: fc.boolean(), tone, text: hostile });
      return fc.record({
        kind: fc.constant("map" as const),
        x: side,
        y: side,
        headers: texts(2),
        points: fc.constant(points),
        ties: fc.array(tie, { maxLength: points.length === 0 ? 0 : 8 }),
        tieHeader: hostile,
        tieLegend: fc.array(fc.record({ directed: fc.boolean(), tone, label: hostile }), { maxLength: 2 }),
        legend,
      });
    }),
  span.chain((scale) =>
    fc.record({
      kind: fc.constant("timeline" as const),
      from: fc.constant(scale.from),
      to: fc.constant(scale.to),
      ticks: fc.array(tick, { maxLength: 5 }),
      now: tick,
      headers: fc.tuple(hostile, hostile, hostile),
      rows: fc.array(
        fc
          .tuple(span, fc.record({ label: hostile, tone, when: hostile, text: hostile }))
          .map(([days, rest]) => ({ ...days, ...rest })),
        { maxLength: 60 },
      ),
      legend,
    }),
  ),
  fc
    .uniqueArray(
      date.map((on) => `${on.slice(0, 8)}01`),
      { maxLength: 14 },
    )
    .chain((months) =>
      fc.record({
        kind: fc.constant("calendar" as const),
        months: texts(months.length).map((labels) =>
          [...months].sort().map((on, at) => ({ on, label: labels[at] ?? "" })),
        ),
        weekdays: texts(7),
        weekStart: fc.integer({ min: 1, max: 7 }),
        headers: fc.tuple(hostile, hostile),
        days: fc.array(
          fc.record({
            on: fc.constantFrom(...(months.length === 0 ? ["2026-01-01"] : months)),
            tone,
            when: hostile,
            texts: fc.array(hostile, { maxLength: 3 }),
          }),
          { maxLength: months.length === 0 ? 0 : 8 },
        ),
        legend,
      }),
    ),
);

const KEPT = new Set(["kind", "tone", "on", "from", "to"]);
/** The same figure with each character of its texts that could be markup as a letter of the same width. */
const harmless = (figure: Figure): Figure =>
  JSON.parse(JSON.stringify(figure), (name, value: unknown) =>
    typeof value === "string" && !KEPT.has(name) ? cleanText(value).replace(/[<>&"'|=]/g, "x") : value,
  ) as Figure;

test("grids are well-formed inside their surface, have numbers only, no script and no style, whatever their texts", () => {
  fc.assert(
    fc.property(figures, (figure) => {
      const svg = drawFigure(blockOf(figure), "f-1");
      expect(svg).not.toMatch(/[="( ,]-?(NaN|Infinity)|="[^"]*undefined/);
      expect(svg).not.toMatch(/<script| style=| on\w+="/);
      const elements = drawn(figure);
      const [, , width = 0, height = 0] = (nth(elements, 0).attributes.viewBox ?? "").split(" ").map(Number);
      expect([width >= 390 && width <= 760.1, height >= 0]).toEqual([true, true]);
      for (const { name, attributes } of elements) {
        if (name !== "rect" || attributes.rx !== undefined) continue;
        const [x, y, wide, high] = ["x", "y", "width", "height"].map((of) => Number(attributes[of] ?? 0)) as [
          number,
          number,
          number,
          number,
        ];
        expect([x >= 0, y >= 0, wide >= 0, x + wide <= width + 0.2, y + high <= height + 0.2]).toEqual(
          Array(5).fill(true),
        );
      }
    }),
    { numRuns: 60 },
  );
});

test("texts never change the elements of a grid", () => {
  fc.assert(
    fc.property(figures, (figure) => {
      const names = (of: Figure): readonly string[] => drawn(of).map(({ name }) => name);
      expect(names(figure)).toEqual(names(harmless(figure)));
    }),
    { numRuns: 60 },
  );
});
