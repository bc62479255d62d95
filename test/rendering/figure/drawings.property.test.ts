import fc from "fast-check";
import { expect, test } from "vitest";

import { drawFigure } from "../../../src/rendering/figure/draw/draw.ts";
import { figureTable } from "../../../src/rendering/figure/table.ts";
import { toVegaLite, type Figure } from "../../../src/rendering/index.ts";
import { cleanText } from "../../../src/rendering/text.ts";
import { figuresOf, hostile } from "../arbitrary.ts";
import { blockOf, drawn } from "./drawn.ts";

const LISTS = new Set([
  "bars",
  "cells",
  "columns",
  "days",
  "flows",
  "legend",
  "marks",
  "points",
  "rows",
  "ticks",
  "ties",
]);

/** The same figure with its lists several times as long, its lengths by a factor, its stretches of days to both ends. */
const stretched = (figure: Figure, times: number, factor: number, isForEver: boolean): Figure =>
  JSON.parse(JSON.stringify(figure), (name, value: unknown) => {
    if (Array.isArray(value) && LISTS.has(name)) return Array.from({ length: times }, () => value as unknown[]).flat();
    if (typeof value === "number" && (name === "value" || name === "at")) return value * factor;
    if (Array.isArray(value) && name === "values") return scaled(value, factor);
    if (isForEver && typeof value === "string" && figure.kind === "timeline") {
      if (name === "from") return "0001-01-01";
      if (name === "to") return "9999-12-31";
    }
    return value;
  }) as Figure;

const scaled = (value: unknown, factor: number): unknown =>
  Array.isArray(value) ? value.map((one) => scaled(one, factor)) : typeof value === "number" ? value * factor : value;

const texts = fc.oneof(
  { weight: 4, arbitrary: hostile },
  fc.constantFrom(
    "url(#f-1-hatch)",
    "long ".repeat(80),
    "客户".repeat(60),
    "Rindfleischetikettierungsüberwachungsaufgaben",
    "",
  ),
);

/** Figures with texts of any kind: few entries or many, and lengths from nothing to nearly the greatest double. */
const figures = fc
  .tuple(
    fc.oneof(...Object.values(figuresOf(texts))),
    fc.constantFrom(1, 8),
    fc.constantFrom(1, 5e298, 1e-310),
    fc.boolean(),
  )
  .map((of) => stretched(...of));

test("every drawing is well-formed inside its surface, has numbers only, no script and no style", () => {
  fc.assert(
    fc.property(figures, (figure) => {
      const svg = drawFigure(blockOf(figure), "f-1");
      expect(svg).not.toMatch(/[="( ,]-?(NaN|Infinity)|="[^"]*undefined/);
      expect(svg).not.toMatch(/<script| style=| on\w+="/);
      const elements = drawn(figure);
      const [, , width = 0, height = 0] = (elements[0]?.attributes.viewBox ?? "").split(" ").map(Number);
      expect([width >= 390 && width <= 760.1, height >= 0]).toEqual([true, true]);
      for (const { name, attributes } of elements) {
        for (const side of ["width", "height", "x", "y", "x1", "y1", "cx", "cy"]) {
          const value = Number(attributes[side] ?? 0);
          expect(Math.abs(value)).toBeLessThanOrEqual(Math.max(width, height) + 1);
        }
        if (name !== "rect" || attributes.rx !== undefined) continue;
        const [x, y, wide, high] = ["x", "y", "width", "height"].map((of) => Number(attributes[of] ?? 0)) as [
          number,
          number,
          number,
          number,
        ];
        expect([x >= 0, y >= 0, wide >= 0, high >= 0, x + wide <= width + 0.2, y + high <= height + 0.2]).toEqual(
          Array(6).fill(true),
        );
      }
    }),
  );
});

const KEPT = new Set(["kind", "tone", "on", "from", "to"]);
/** The same figure with each character of its texts that could be markup as a letter of the same width. */
const harmless = (figure: Figure): Figure =>
  JSON.parse(JSON.stringify(figure), (name, value: unknown) =>
    typeof value === "string" && !KEPT.has(name) ? cleanText(value).replace(/[<>&"'#]/g, "x") : value,
  ) as Figure;

test("texts never change the elements of a drawing", () => {
  fc.assert(
    fc.property(figures, (figure) => {
      const names = (of: Figure): readonly string[] => drawn(of).map(({ name }) => name);
      expect(names(figure)).toEqual(names(harmless(figure)));
    }),
  );
});

test("every table form has a cell per column, and every specification numbers and clean texts only", () => {
  fc.assert(
    fc.property(figures, (figure) => {
      const { columns, rows } = figureTable(blockOf(figure));
      for (const row of rows) expect(row).toHaveLength(columns.length);
      JSON.stringify(toVegaLite(blockOf(figure)), (_, value: unknown) => {
        if (typeof value === "number") expect(value).toSatisfy(Number.isFinite);
        // texts of a scale have blanks at their ends, so that they are all different
        if (typeof value === "string") expect(cleanText(value)).toBe(value.trim());
        return value;
      });
    }),
  );
});
