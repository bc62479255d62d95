import { expect, test } from "vitest";

import type { Figure } from "../../../src/rendering/index.ts";
import { blockOf, bridge, flow, lines, step } from "./drawn.ts";

const heatMap = { kind: "heat-map", rowHeader: "", columns: ["a"], legend: [] } as const;
const bands = { title: "", bands: ["a"] };
const point = { label: "", x: 0, y: 1000, tone: "solid", texts: [] } as const;
const tie = { from: 0, to: 0, directed: true, tone: "solid", text: "" } as const;
const map = {
  kind: "map",
  x: bands,
  y: bands,
  headers: ["a"],
  points: [point],
  ties: [],
  tieHeader: "",
  legend: [],
} as const;
const row = { label: "", from: "2026-01-01", to: "2026-01-01", tone: "solid", when: "", text: "" } as const;
const timeline = {
  kind: "timeline",
  from: "2026-01-01",
  to: "2026-01-01",
  ticks: [],
  headers: ["", "", ""],
  rows: [row],
  legend: [],
} as const;
const day = { on: "2026-02-28", tone: "solid", when: "", texts: [] } as const;
const month = (on: string) => ({ on, label: "" });
const calendar = {
  kind: "calendar",
  months: [month("2026-02-01")],
  weekdays: ["", "", "", "", "", "", ""],
  weekStart: 7,
  headers: ["", ""],
  days: [day],
  legend: [],
} as const;
const most = Number.MAX_VALUE;

const refused: readonly (readonly [
  what: string,
  figure: unknown,
  path: readonly (string | number)[],
  message: string,
])[] = [
  ["a bridge that begins with a change", bridge([step("change", 1)]), ["steps", 0, "kind"], "not a total"],
  [
    "a total off the changes",
    bridge([step("total", 1), step("change", 1), step("total", 3)]),
    ["steps", 2, "value"],
    "not what the changes lead to",
  ],
  [
    "a total after a sum beyond all doubles",
    bridge([step("total", most), step("change", most), step("total", 5)]),
    ["steps", 2, "value"],
    "not what the changes lead to",
  ],
  ["a step that is no number", bridge([step("total", NaN)]), ["steps", 0, "value"], "not a finite number"],
  [
    "a row short of a cell",
    { ...heatMap, rows: [{ label: "", cells: [] }] },
    ["rows", 0, "cells"],
    "not one cell per column",
  ],
  [
    "a misspelt mark",
    { ...heatMap, rows: [{ label: "", cells: [{ tone: "solid", text: "", marks: "" }] }] },
    ["rows", 0, "cells", 0, "marks"],
    "not a known member",
  ],
  ["a map without bands", { ...map, x: { title: "", bands: [] } }, ["x", "bands"], "not a list of 1 or more entries"],
  [
    "a point off the map",
    { ...map, points: [{ ...point, y: 1000.1 }] },
    ["points", 0, "y"],
    "not a number from 0 to 1000",
  ],
  [
    "a point with a text too many",
    { ...map, points: [{ ...point, texts: [""] }] },
    ["points", 0, "texts"],
    "not one text per header after the first",
  ],
  ["a tie to nobody", { ...map, ties: [{ ...tie, to: 1 }] }, ["ties", 0, "to"], "beyond the list"],
  [
    "a tie from less than nobody",
    { ...map, ties: [{ ...tie, from: -1 }] },
    ["ties", 0, "from"],
    "not a whole number from 0",
  ],
  ["a timeline that ends before it begins", { ...timeline, to: "2025-12-31" }, ["to"], "before from"],
  [
    "a row that ends before it begins",
    { ...timeline, rows: [{ ...row, to: "2025-12-31" }] },
    ["rows", 0, "to"],
    "before from",
  ],
  [
    "a day that does not exist",
    { ...timeline, rows: [{ ...row, to: "2026-02-29" }] },
    ["rows", 0, "to"],
    "not a date that exists",
  ],
  [
    "places out of order",
    { ...lines, places: [...lines.places].reverse() },
    ["places", 1, "at"],
    "not after the place before",
  ],
  [
    "a value too few",
    { ...lines, series: [{ ...lines.series[0], values: [1, 2] }] },
    ["series", 0, "values"],
    "not one per place",
  ],
  [
    "a text too few",
    { ...lines, bands: [{ ...lines.bands[0], texts: [] }] },
    ["bands", 0, "texts"],
    "not one per place",
  ],
  [
    "a band upside down",
    { ...lines, bands: [{ ...lines.bands[0], values: [[1, 0], null, null] }] },
    ["bands", 0, "values", 0, 1],
    "below the low",
  ],
  [
    "a band of three",
    { ...lines, bands: [{ ...lines.bands[0], values: [[0, 1, 2], null, null] }] },
    ["bands", 0, "values", 0],
    "not a low and a high",
  ],
  [
    "a value that is undefined",
    { ...lines, series: [{ ...lines.series[0], values: [undefined, 1, 2] }] },
    ["series", 0, "values", 0],
    "not a finite number",
  ],
  ["a stream to no class", { ...flow, flows: [{ ...flow.flows[0], to: 2 }] }, ["flows", 0, "to"], "beyond the list"],
  [
    "a stream of less than nothing",
    { ...flow, flows: [{ ...flow.flows[0], value: -1 }] },
    ["flows", 0, "value"],
    "not a finite number from 0 up",
  ],
  [
    "totals that are not one per class",
    { ...flow, to: { ...flow.to, totals: ["1"] } },
    ["to", "totals"],
    "not one per class",
  ],
  [
    "a month from its second day",
    { ...calendar, months: [month("2026-02-02")] },
    ["months", 0, "on"],
    "not the first day of a month",
  ],
  [
    "a month twice",
    { ...calendar, months: [month("2026-02-01"), month("2026-02-01")] },
    ["months", 1, "on"],
    "not after the month before",
  ],
  [
    "a day in no month",
    { ...calendar, days: [{ ...day, on: "2026-03-01" }] },
    ["days", 0, "on"],
    "in no month of the calendar",
  ],
  [
    "a week of eight days",
    { ...calendar, weekdays: [...calendar.weekdays, ""] },
    ["weekdays"],
    "not as many texts as there are columns",
  ],
  ["a week from its eighth day", { ...calendar, weekStart: 8 }, ["weekStart"], "not a whole number from 1 to 7"],
];

test.each(refused)("%s is refused where it is", (_, figure, path, message) => {
  const refusal = { path: ["block", "figure", ...path], message: expect.stringContaining(message) as string };
  expect(() => blockOf(figure as Figure)).toThrow(expect.objectContaining(refusal) as Error);
});

test("the figures those are made of are accepted, and so are changes off their total by what rounding takes", () => {
  for (const figure of [{ ...heatMap, rows: [] }, { ...map, ties: [tie] }, timeline, calendar, lines, flow]) {
    expect(blockOf(figure).figure).toBe(figure);
  }
  expect(blockOf(bridge([step("total", 0.1), step("change", 0.2), step("total", 0.3)])).figure.kind).toBe("bridge");
});
