import { expect, test } from "vitest";

import { figureTable } from "../../../src/rendering/figure/table.ts";
import type { HeatCell, HeatMapFigure } from "../../../src/rendering/index.ts";
import { blockOf, drawn, num, nth, ofClass } from "./drawn.ts";

const cell = (tone: HeatCell["tone"], mark?: string): HeatCell => ({
  tone,
  text: `${tone} cell`,
  ...(mark === undefined ? {} : { mark }),
});
const grid = (columns: readonly string[], rows: HeatMapFigure["rows"]): HeatMapFigure => ({
  kind: "heat-map",
  rowHeader: "R",
  columns,
  rows,
  legend: [{ tone: "solid", label: "In use" }],
});
const two = grid(
  ["A", "B"],
  [
    { label: "xx", cells: [cell("solid", "7"), cell("empty", "8")] },
    { label: "yy", cells: [cell("warning"), cell("other", "123456789012345678901")] },
  ],
);

test("cells stand right of the names, below the heads", () => {
  const elements = drawn(two);
  // names are 15 wide, and 10 apart from the cells of 130; heads are 14 high, and 6 apart from the rows of 24
  const cells = ofClass(elements, "cell");
  expect(cells.map((of) => [num(of, "x"), num(of, "y"), num(of, "width"), num(of, "height")])).toEqual([
    [26, 21, 128, 22],
    [156, 21, 128, 22],
    [26, 45, 128, 22],
    [156, 45, 128, 22],
  ]);
  // rows end at 68, the legend begins 4 below and has one line of 18
  expect(nth(elements, 0).attributes.viewBox).toBe("0 0 390 90");
  expect(nth(elements, 0).attributes.class).toBe("heat-map");
  expect(elements.filter(({ name }) => name === "title").map(({ text }) => text)).toContain("xx · A: solid cell");
});

test("a mark has a plain ground where the tone is dark, and is left out whole where it does not fit", () => {
  const elements = drawn(two);
  expect(ofClass(elements, "value").map(({ text }) => text)).toEqual(["7", "8"]);
  const plates = ofClass(elements, "plate");
  expect(plates).toHaveLength(1);
  // around the middle of the first cell, 25 + 65, and 7.5 wide with 3 on each side
  expect([num(plates[0], "x"), num(plates[0], "width")]).toEqual([83.3, 13.5]);
});

test("long heads take three lines, and are turned where a word does not fit", () => {
  const heads = (columns: readonly string[]) =>
    drawn(grid(columns, [{ label: "x", cells: columns.map(() => cell("solid")) }])).filter(
      ({ attributes }) => attributes.class === "tick",
    );
  expect(heads(["one two three four five six seven"]).map(({ text }) => text)).toEqual([
    "R",
    "one two three",
    "four five six",
    "seven",
  ]);
  const many = Array.from({ length: 20 }, (_, at) => `Subsidiary ${String(at)}`);
  const elements = drawn(grid(many, [{ label: "x", cells: many.map(() => cell("solid")) }]));
  const turned = elements.filter(({ attributes }) => attributes.transform?.endsWith("rotate(-90)") === true);
  expect(turned).toHaveLength(20);
  // what does not fit upright either is whole in the title of the head and of each of its cells, and in the table
  const endless = "客户关系管理".repeat(4);
  const figure = grid([endless, ...many], [{ label: "x", cells: [endless, ...many].map(() => cell("solid")) }]);
  const titles = drawn(figure).filter(({ name }) => name === "title");
  expect(titles.map(({ text }) => text)).toEqual(expect.arrayContaining([endless, `x · ${endless}: solid cell`]));
  expect(figureTable(blockOf(figure)).columns[1]?.header).toBe(endless);
  expect(nth(elements, 0).attributes.class).toBe("heat-map wide");
});

test("a name of two lines has a higher row, and nothing at all is drawn too", () => {
  const long = "a name of a product that is much too long for one line";
  const [first, second] = ofClass(
    drawn(
      grid(
        ["A"],
        [
          { label: long, cells: [cell("solid")] },
          { label: "y", cells: [cell("solid")] },
        ],
      ),
    ),
    "cell",
  );
  expect([num(first, "height"), num(second, "height")]).toEqual([36, 22]);
  expect(nth(drawn(grid([], [])), 0).attributes.viewBox).toBe("0 0 390 42");
});
