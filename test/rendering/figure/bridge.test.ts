import { describe, expect, test } from "vitest";

import { bridge, drawn, nth, num, ofClass, step, stepBars } from "./drawn.ts";

describe("a bridge", () => {
  // 100 up 50, down 30: the scale reaches from 0 to 150
  const elements = drawn(bridge([step("total", 100), step("change", 50), step("change", -30), step("total", 120)]));
  const bars = stepBars(elements);
  const zero = num(ofClass(elements, "axis")[0], "x1");
  const unit = num(bars[0], "width") / 100;
  const spans = bars.map((bar) => [num(bar, "x"), num(bar, "x") + num(bar, "width")].map((x) => (x - zero) / unit));

  test("has each bar between the levels before and after it", () => {
    const expected = [
      [0, 100],
      [100, 150],
      [120, 150],
      [0, 120],
    ];
    for (const [at, span] of spans.entries()) {
      for (const side of [0, 1])
        expect(Math.abs(nth(span, side) - nth(nth(expected, at), side))).toBeLessThan(0.2 / unit);
    }
  });

  test("tells totals, increases and decreases apart, and says the figures with their signs", () => {
    expect(bars.map(({ attributes }) => attributes.class)).toEqual([
      "tone-solid",
      "tone-other",
      "tone-warning",
      "tone-solid",
    ]);
    expect(ofClass(elements, "value").map(({ text }) => text)).toEqual(["100", "+50", "-30", "120"]);
    expect(bars[2]?.attributes.fill).toBe("url(#f-1-cross)");
    expect(elements.some(({ name, attributes }) => name === "pattern" && attributes.id === "f-1-cross")).toBe(true);
  });

  test("ties each bar to the next at the level it leads to", () => {
    const ties = ofClass(elements, "tie").map((tie) => Math.round((num(tie, "x1") - zero) / unit));
    expect(ties).toEqual([100, 150, 120]);
  });

  test("goes below zero", () => {
    const below = drawn(bridge([step("total", 50), step("change", -150), step("total", -100)]));
    const axis = num(ofClass(below, "axis")[0], "x1");
    const [first, second, third] = stepBars(below);
    expect(num(first, "x")).toBe(axis);
    expect(num(second, "x")).toBe(num(third, "x"));
    expect(num(third, "x") + num(third, "width")).toBeCloseTo(axis, 0);
    expect(num(second, "width") / num(third, "width")).toBeCloseTo(1.5, 1);
  });

  test("shows a step however small, and none of all zero fails", () => {
    const small = drawn(bridge([step("total", 1e9), step("change", 1), step("total", 1_000_000_001)]));
    expect(num(stepBars(small)[1], "width")).toBe(1);
    expect(stepBars(drawn(bridge([step("total", 0), step("change", 0)])))).toHaveLength(2);
    expect(stepBars(drawn(bridge([])))).toEqual([]);
  });

  test("writes a long name in two lines", () => {
    const label = "Income that was not stated before";
    const elements = drawn(bridge([step("total", 1, label)]));
    expect(
      ofClass(elements, "label")
        .map(({ text }) => text)
        .join(" "),
    ).toBe(label);
    expect(ofClass(elements, "label")).toHaveLength(2);
  });
});
