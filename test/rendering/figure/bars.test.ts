import { expect, test } from "vitest";

import type { BarPart, BarsFigure } from "../../../src/rendering/index.ts";
import { drawn, num, ofClass } from "./drawn.ts";

const bars = (...all: readonly (readonly BarPart[])[]): BarsFigure => ({
  kind: "bars",
  headers: ["Head", "CNY"],
  bars: all.map((parts, at) => ({ label: `Bar ${String(at)}`, parts, text: String(at) })),
  legend: [],
});
const part = (value: number, tone: BarPart["tone"] = "solid"): BarPart => ({ value, tone });
const spans = (figure: BarsFigure) =>
  drawn(figure)
    .filter(({ attributes }) => attributes.class?.startsWith("tone-"))
    .map((of) => [num(of, "x"), num(of, "y"), num(of, "width")]);

test("the longest bar fills the width of 390, its parts one after the other, and none is drawn of nothing", () => {
  expect(spans(bars([part(30), part(60, "estimated")], [part(45)]))).toEqual([
    [0, 17, 130],
    [130, 17, 260],
    [0, 44, 195],
  ]);
  expect(spans(bars([part(0)], []))).toEqual([[0, 17, 0]]);
  expect(ofClass(drawn(bars([part(0)], [])), "track")).toHaveLength(2);
});

test("bars whose sum is beyond all doubles are as long as they are beside each other", () => {
  const most = Number.MAX_VALUE;
  expect(spans(bars([part(most), part(most)], [part(most)])).map(([, , width]) => width)).toEqual([195, 195, 195]);
});
