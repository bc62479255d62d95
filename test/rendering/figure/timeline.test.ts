import { expect, test } from "vitest";

import type { TimelineFigure, TimelineRow } from "../../../src/rendering/index.ts";
import { drawn, num, nth, ofClass } from "./drawn.ts";

const row = (from: string, to: string, when = "w"): TimelineRow => ({
  label: "abcd",
  from,
  to,
  tone: "solid",
  when,
  text: "t",
});
const line = (rows: readonly TimelineRow[], now?: string): TimelineFigure => ({
  kind: "timeline",
  from: "2026-01-01",
  to: "2026-01-10",
  ticks: [
    { on: "2026-01-01", label: "first" },
    { on: "2026-01-02", label: "second" },
    { on: "2026-01-03", label: "a very long name of a third day" },
    { on: "2026-02-01", label: "outside" },
  ],
  ...(now === undefined ? {} : { now: { on: now, label: "now" } }),
  headers: ["a", "b", "c"],
  rows,
  legend: [],
});
const shapes = (rows: readonly TimelineRow[]) =>
  ofClass(drawn(line(rows)), "mark-of").map((of) =>
    of.name === "rect" ? [num(of, "x"), num(of, "y"), num(of, "width"), num(of, "height")] : of.attributes.points,
  );

// names are 30 wide and 12 apart from the scale, 42 to 748: ten days of 70.6; the first row has its middle at 20 + 12
test("a day is a diamond in its middle, a stretch a bar to the end of its last day", () => {
  expect(shapes([row("2026-01-06", "2026-01-06"), row("2026-01-02", "2026-01-03")])).toEqual([
    "424.3,32 430.3,26 436.3,32 430.3,38",
    [112.6, 51, 141.2, 10],
  ]);
});

test("what goes on beyond the scale has an arrow at its edge", () => {
  expect(shapes([row("2025-12-01", "2026-01-02")])).toEqual([[50, 27, 133.2, 10], "50,27 42,32 50,37"]);
  expect(shapes([row("2026-01-10", "2026-03-01")])).toEqual([[677.4, 27, 62.6, 10], "740,27 748,32 740,37"]);
  expect(shapes([row("2026-02-01", "2026-02-01")])).toEqual(["740,27 748,32 740,37"]);
  expect(shapes([row("0001-01-01", "0001-01-02")])).toEqual(["50,27 42,32 50,37"]);
  expect(shapes([row("0001-01-01", "9999-12-31")])).toEqual([
    [50, 27, 690, 10],
    "50,27 42,32 50,37",
    "740,27 748,32 740,37",
  ]);
});

test("the day in words does not lie on an arrow or a bar that is thinner than it", () => {
  const years = { from: "2026-01-01", to: "2035-12-31" };
  const placeOf = (from: string, to: string) => {
    const elements = drawn({ ...line([row(from, to, "Friday")]), ...years });
    const [words] = elements.filter(({ text }) => text === "Friday");
    return [words?.attributes["text-anchor"], num(words, "x")];
  };
  // an arrow from 42 to 50 and a bar of 3 beside it; at the other end a bar from 737 and an arrow from 740 to 748
  expect(placeOf("2025-01-01", "2026-01-02")).toEqual([undefined, 58]);
  expect(placeOf("2035-12-30", "2036-12-31")).toEqual(["end", 732]);
});

test("the day in words stands right of the mark, left of it, or, without room, in the table alone", () => {
  const placeOf = (from: string, to: string, when: string) => {
    const texts = drawn(line([row(from, to, when)])).filter(({ name, text }) => name === "text" && text === when);
    return texts.map((of) => [num(of, "x"), of.attributes["text-anchor"]]);
  };
  expect(placeOf("2026-01-02", "2026-01-03", "Friday")).toEqual([[258.8, undefined]]);
  expect(placeOf("2026-01-09", "2026-01-10", "Friday")).toEqual([[601.8, "end"]]);
  expect(placeOf("2026-01-01", "2026-01-10", "Friday")).toEqual([]);
});

test("ticks have names as far as there is room, today a line of its own, and days outside none", () => {
  const elements = drawn(line([row("2026-01-01", "2026-01-01")], "2026-01-06"));
  const names = elements.filter(({ attributes }) => attributes.class === "tick").map(({ text }) => text);
  expect(names).toEqual(["first", "second", "a very long name of a third day", "now", "w"]);
  const turned = line([row("2026-01-01", "2026-01-01")], "2026-01-06");
  expect(drawn({ ...turned, ticks: [...turned.ticks].reverse() })).toEqual(elements);
  expect(ofClass(elements, "grid").map((of) => num(of, "x1"))).toEqual([42, 112.6, 183.2]);
  expect(ofClass(elements, "mark").map((of) => num(of, "x1"))).toEqual([430.3]);
  expect(ofClass(drawn(line([], "2027-01-01")), "mark")).toEqual([]);
});

test("one day, and sixty rows that stay on one page", () => {
  const one = drawn({ ...line([row("2026-01-01", "2026-01-01")]), to: "2026-01-01" });
  expect(ofClass(one, "mark-of")[0]?.attributes.points).toBe("389,32 395,26 401,32 395,38");
  const sixty = drawn(line(Array.from({ length: 60 }, () => row("2026-01-01", "2026-01-02"))));
  expect(nth(sixty, 0).attributes.viewBox).toBe("0 0 760 926");
});
