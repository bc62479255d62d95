import fc from "fast-check";
import { expect, test } from "vitest";

import { labelsOf } from "../../../src/rendering/figure/draw/map-labels.ts";
import { textWidth } from "../../../src/rendering/figure/draw/texts.ts";
import type { MapFigure, MapPoint, MapTie } from "../../../src/rendering/index.ts";
import { drawn, num, ofClass } from "./drawn.ts";

const point = (label: string, x: number, y: number): MapPoint => ({ label, x, y, tone: "solid", texts: [] });
const map = (points: readonly MapPoint[], ties: readonly MapTie[] = []): MapFigure => ({
  kind: "map",
  x: { title: "X", bands: ["a"] },
  y: { title: "Y", bands: ["b"] },
  headers: ["Name"],
  points,
  ties,
  tieHeader: "Ties",
  tieLegend: [{ directed: true, tone: "other", label: "Arrow" }],
  legend: [{ tone: "solid", label: "Covered" }],
});
const tie = (from: number, to: number, directed: boolean): MapTie => ({ from, to, directed, tone: "other", text: "t" });

test("points stand in thousandths of the sides from the lower left corner", () => {
  const elements = drawn(map([point("p", 500, 500), point("q", 0, 1000)]));
  // the area reaches from 7.5 + 8 to 760, and from 22 to 262
  const places = ofClass(elements, "point").map((of) => [num(of, "cx"), num(of, "cy")]);
  expect(places).toEqual([
    [387.8, 142],
    [15.5, 22],
  ]);
});

test("a name stands right of its point; at the right edge left of it; between two others above", () => {
  const names = (points: readonly MapPoint[]) =>
    ofClass(drawn(map(points)), "label").map((of) => [num(of, "x"), of.attributes["text-anchor"] ?? "start"]);
  expect(names([point("p", 500, 500)])).toEqual([[398.8, "start"]]);
  expect(names([point("p", 990, 500)])).toEqual([[741.6, "end"]]);
  expect(names([point("l", 470, 500), point("a long name", 500, 500), point("r", 530, 500)])[1]).toEqual([
    387.8,
    "middle",
  ]);
});

test("a name that has no place has a number, points on each other one together, and the key says whose it is", () => {
  const same = Array.from({ length: 7 }, (_, at) => point(`n${String(at)}`, 500, 500));
  const elements = drawn(map(same));
  expect(ofClass(elements, "label").map(({ text }) => text)).toEqual(["n0", "n1", "n2", "n3"]);
  expect(ofClass(elements, "number").map(({ text }) => text)).toEqual(["1", "1", "1", "1"]);
  expect(ofClass(elements, "legend").map(({ text }) => text)).toContain("n4 · n5 · n6");
});

test("a tie with a direction ends in an arrow at its point, one without is a zigzag, and one in place is none", () => {
  const points = [point("p", 100, 500), point("q", 900, 500), point("r", 900, 500)];
  const ends = (ties: readonly MapTie[]) =>
    ofClass(drawn(map(points, ties)), "tie-end").map(({ attributes }) => attributes.d);
  // from 15.5 + 74.45 + 8 to 15.5 + 670.05 - 8, at 142; the first arrow is the tie's, the second that of the legend
  expect(ends([tie(0, 1, true)])[0]).toBe("M677.6,142L668.6,146L668.6,138Z");
  expect(ends([tie(0, 1, false), tie(1, 2, true), tie(1, 1, true)])).toHaveLength(1);
  const [zigzag] = ofClass(drawn(map(points, [tie(0, 1, false)])), "tie-line");
  expect((zigzag?.attributes.d ?? "").split("L").length).toBeGreaterThan(100);
});

test("the names of both sides have half of the line above each", () => {
  const long = "x".repeat(90);
  const elements = drawn({ ...map([]), x: { title: long, bands: ["a"] }, y: { title: long, bands: ["b"] } });
  const heads = ofClass(elements, "tick").filter((of) => num(of, "y") === 12);
  // a character is 6.9 wide, of 372 there are 53
  expect(heads.map(({ text }) => text)).toEqual([`↑ ${"x".repeat(51)}…`, `${"x".repeat(53)}…`]);
});

test("names lie on no other name and on no other point", () => {
  const places = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 700 }),
      y: fc.integer({ min: 0, max: 400 }),
      name: fc.string({ maxLength: 30, unit: "binary" }),
    }),
    { maxLength: 60 },
  );
  const area = { left: 0, top: 0, right: 700, bottom: 400, radius: 7, reach: 9 };
  fc.assert(
    fc.property(places, fc.array(fc.record({ x: fc.nat(700), y: fc.nat(400) })), (of, lines) => {
      const names = of.map(({ name }) => name);
      const boxes = labelsOf(names, of, area, lines).flatMap(({ x, y, anchor, room, number }, at) => {
        if (number !== null) return [];
        expect(room).toBeLessThanOrEqual(textWidth(names[at] ?? ""));
        const left = anchor === "start" ? x : anchor === "end" ? x - room : x - room / 2;
        // letters reach from 9 above their line to 2 below
        return [{ at, left, right: left + room, top: y - 9, bottom: y + 2 }];
      });
      for (const [n, a] of boxes.entries()) {
        expect([a.left >= 0, a.right <= 700, a.top >= 0, a.bottom <= 400]).toEqual([true, true, true, true]);
        for (const b of boxes.slice(n + 1)) {
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
        }
        for (const [at, { x, y }] of of.entries()) {
          if (at === a.at) continue;
          expect(a.left < x + 7 && x - 7 < a.right && a.top < y + 7 && y - 7 < a.bottom).toBe(false);
        }
      }
    }),
    { numRuns: 40 },
  );
});
