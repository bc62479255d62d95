import fc from "fast-check";
import { expect, test } from "vitest";

import { drawFigure } from "../../../src/rendering/figure/draw/draw.ts";
import { cleanText } from "../../../src/rendering/text.ts";
import { FIGURE_TONES, type Figure } from "../../../src/rendering/index.ts";
import { blockOf, drawn } from "./drawn.ts";

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "<script>",
        "</svg>",
        "]]>",
        "&",
        '"',
        "'",
        "|",
        "](javascript:",
        "=1+1",
        "\u202e",
        "\ud800",
        "\u0000",
        "\n",
        "客户关系",
        "a b ",
      ),
      fc.string({ maxLength: 6, unit: "binary" }),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(""));

const tone = fc.constantFrom(...FIGURE_TONES);
const number = fc.oneof(
  fc.constantFrom(0, 1, -1, 1e300, -1e300, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324, 1e-9, 1 + 1e-15),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const size = number.map(Math.abs);
const legend = fc.array(fc.record({ tone, label: hostile }), { maxLength: 3 });
const tick = fc.record({ at: number, label: hostile });

/** Figures with texts of whatever kind `text` is. */
const figures: fc.Arbitrary<Figure> = fc.oneof(
  fc.record({
    kind: fc.constant("bridge" as const),
    headers: fc.tuple(hostile, hostile),
    steps: fc
      .tuple(
        fc.record({ label: hostile, value: number, text: hostile }),
        fc.array(fc.record({ label: hostile, value: number, text: hostile }), { maxLength: 4 }),
      )
      .map(([first, rest]) => [
        { kind: "total" as const, ...first },
        ...rest.map((one) => ({ kind: "change" as const, ...one })),
      ]),
    legend,
  }),
  fc
    .uniqueArray(
      number.map((value) => value + 0),
      { maxLength: 4 },
    )
    .chain((at) => {
      const values = <T>(of: fc.Arbitrary<T>) =>
        fc.array(fc.option(of), { minLength: at.length, maxLength: at.length });
      const texts = fc.array(hostile, { minLength: at.length, maxLength: at.length });
      const pair = fc.tuple(number, number).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
      return fc.record({
        kind: fc.constant("lines" as const),
        x: fc.record({ title: hostile, ticks: fc.array(tick, { maxLength: 3 }) }),
        y: fc.record({ title: hostile, ticks: fc.array(tick, { maxLength: 3 }) }),
        places: texts.map((labels) =>
          [...at].sort((a, b) => a - b).map((one, n) => ({ at: one, label: labels[n] ?? "" })),
        ),
        series: fc.array(fc.record({ label: hostile, tone, values: values(number), texts }), { maxLength: 3 }),
        bands: fc.array(fc.record({ label: hostile, tone, values: values(pair), texts }), { maxLength: 2 }),
        marks: fc.array(tick, { maxLength: 2 }),
      });
    }),
  fc
    .tuple(fc.array(hostile, { minLength: 1, maxLength: 4 }), fc.array(hostile, { minLength: 1, maxLength: 4 }))
    .chain(([from, to]) =>
      fc.record({
        kind: fc.constant("flow" as const),
        from: fc.record({ title: hostile, labels: fc.constant(from), totals: fc.constant(from) }),
        to: fc.record({ title: hostile, labels: fc.constant(to) }),
        header: hostile,
        flows: fc.array(
          fc.record({ from: fc.nat(from.length - 1), to: fc.nat(to.length - 1), value: size, tone, text: hostile }),
          { maxLength: 6 },
        ),
        legend,
      }),
    ),
);

/** The same figure with each character of its texts that could be markup as a letter of the same width. */
const harmless = (figure: Figure): Figure =>
  JSON.parse(JSON.stringify(figure), (name, value: unknown) =>
    typeof value === "string" && name !== "kind" && name !== "tone"
      ? cleanText(value).replace(/[<>&"'\]]/g, "x")
      : value,
  ) as Figure;

test("every drawing is well-formed, has numbers only, no script and no style, whatever its texts and values", () => {
  fc.assert(
    fc.property(figures, (figure) => {
      const svg = drawFigure(blockOf(figure), "f-1");
      expect(svg).not.toMatch(/[="( ,]-?(NaN|Infinity)|undefined/);
      expect(svg).not.toMatch(/<script| style=| on\w+="/);
      const elements = drawn(figure);
      const sides = elements[0]?.attributes.viewBox?.split(" ").map(Number) ?? [];
      expect(sides).toHaveLength(4);
      for (const { attributes } of elements) {
        for (const name of ["width", "height", "x", "y", "x1", "y1", "cx", "cy"]) {
          const value = attributes[name];
          if (value === undefined) continue;
          expect(Math.abs(Number(value))).toBeLessThanOrEqual(Math.max(...sides) + 1);
          if (name === "width" || name === "height") expect(Number(value)).toBeGreaterThanOrEqual(0);
        }
      }
    }),
  );
});

test("texts never change the elements of a drawing", () => {
  fc.assert(
    fc.property(figures, (figure) => {
      const names = (of: Figure): string =>
        drawn(of)
          .map(({ name }) => name)
          .join(" ");
      expect(names(figure)).toBe(names(harmless(figure)));
    }),
  );
});
