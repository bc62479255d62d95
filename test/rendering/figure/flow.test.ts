import { describe, expect, test } from "vitest";

import { figureTable } from "../../../src/rendering/figure/table.ts";
import { blockOf, drawn, flow, nth, num, ofClass } from "./drawn.ts";

describe("streams", () => {
  const elements = drawn(flow);
  const nodes = ofClass(elements, "node");

  test("are as wide as their values: 190 pixels for 100 clients", () => {
    // from A, from B, to A, to B
    expect(nodes.map((node) => num(node, "height"))).toEqual([57, 133, 76, 114]);
    const widths = ofClass(elements, "stream").map(({ attributes }) => {
      const ys = [...(attributes.d ?? "").matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));
      return nth(ys, -1) - nth(ys, 0);
    });
    // wide ones first, so that narrow ones lie over them
    for (const [at, width] of [114, 57, 19].entries()) expect(widths[at]).toBeCloseTo(width, 1);
  });

  test("fill the classes from the top without overlapping", () => {
    const tops = ofClass(elements, "stream").map(({ attributes }) =>
      Number(/^M[\d.]+,([\d.]+)/.exec(attributes.d ?? "")?.[1]),
    );
    const [fromA, fromB] = nodes.map((node) => num(node, "y"));
    // B to B below B to A, which is 19 wide
    expect(tops).toEqual([(fromB ?? NaN) + 19, fromA, fromB]);
  });

  test("have names and totals beside their classes, with room for each", () => {
    const crowded = {
      ...flow,
      from: { title: "", labels: Array.from({ length: 12 }, (_, at) => `Class ${String(at)}`) },
      flows: [{ ...nth(flow.flows, 0), value: 1 }],
    };
    const ys = ofClass(drawn(crowded), "label")
      .slice(0, 12)
      .map((label) => num(label, "y"));
    for (const [at, y] of ys.entries()) if (at > 0) expect(y - nth(ys, at - 1)).toBeGreaterThanOrEqual(13);
    expect(ofClass(elements, "value").map(({ text }) => text)).toEqual(["30", "70", "40", "60"]);
  });

  test("can be seen when they are small, and are not drawn at 0", () => {
    const streams = (value: number) =>
      ofClass(
        drawn({ ...flow, flows: [...flow.flows, { from: 0, to: 1, value, tone: "open", text: "few" }] }),
        "stream",
      );
    expect(streams(0)).toHaveLength(3);
    expect(streams(Number.MIN_VALUE)).toHaveLength(4);
    const small = nth(streams(1e-9), -1);
    const ys = [...(small.attributes.d ?? "").matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));
    expect(nth(ys, -1) - nth(ys, 0)).toBeCloseTo(1.5, 0);
  });

  test("say their totals in the table form too", () => {
    expect(figureTable(blockOf(flow)).rows.slice(2)).toEqual([
      ["B", "B", "60"],
      ...["A30", "B70"].map(([label, ...total]) => [strong(label), "", strong(total.join(""))]),
      ...["A40", "B60"].map(([label, ...total]) => ["", strong(label), strong(total.join(""))]),
    ]);
  });
});

const strong = (text = "") => ({ text, emphasis: "strong" });
