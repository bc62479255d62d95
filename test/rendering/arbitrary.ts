import fc from "fast-check";

import {
  ALIGNMENTS,
  CELL_EMPHASES,
  FIGURE_TONES,
  NOTE_TONES,
  PAIRS_DISPLAYS,
  type Block,
  type BlockDocument,
  type Figure,
  type FigureBlock,
  type FigureKind,
  type TableBlock,
} from "../../src/rendering/index.ts";

/** Text made of what breaks writers: markup, table bars, formulas, line ends, controls, and anything else. */
export const hostile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...Array.from("|\\`*_[]()<>#-+=~!&'\"\n\r\t:;.1$@ "),
        ...["<script>", "</td>", "</title>", "</svg>", "<!--", "]]>", "]](javascript:", "![x](y)", "&lt;", "&#60;"],
        ...["http://", "HTTPS://a.b", "www.", "_www.a.b", "a@b.cc", "| --- |", "```", "=1+1", "[^1]", "<br>"],
        ...["\u2028", "\u202e", "\u061c", "\u200b", "\u200d", "\u00ad", "\ufeff", "\ufffe", "\ufdd0", "\u{e0041}"],
        ...["\ud800", "\udc00", "\u001b[31m", "\u009b", "\u0000", "\u0301"],
        ...["客户", "（", "。", "》", "𠮷", "👩‍💻", "1,234.50", "−5%", "2026-03-01", "x".repeat(90), "long word "],
      ),
      fc.string({ maxLength: 4, unit: "binary" }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

const tone = fc.constantFrom(...FIGURE_TONES);
const length = fc.double({ min: 0, max: 1e9, noNaN: true });
const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const some = <T>(one: fc.Arbitrary<T>, minLength = 0): fc.Arbitrary<T[]> => fc.array(one, { minLength, maxLength: 4 });
const exactly = <T>(one: fc.Arbitrary<T>, size: number): fc.Arbitrary<T[]> =>
  fc.array(one, { minLength: size, maxLength: size });

/** Valid figures of each kind, with the texts of an arbitrary. */
export function figuresOf(text: fc.Arbitrary<string>): Readonly<Record<FigureKind, fc.Arbitrary<Figure>>> {
  const legend = some(fc.record({ tone, label: text }));
  const pair = fc.tuple(text, text);
  return {
    bars: fc.record({
      kind: fc.constant("bars" as const),
      headers: pair,
      bars: some(fc.record({ label: text, parts: some(fc.record({ value: length, tone })), text })),
      legend,
    }),
    bridge: fc.tuple(pair, number, text, some(fc.tuple(number, text, text)), legend).map(
      // whole numbers, so that the changes lead to the total exactly
      ([headers, start, label, changes, entries]): Figure => {
        const total = Math.round(start) + changes.reduce((sum, [change]) => sum + Math.round(change), 0);
        const first = { kind: "total" as const, label, value: Math.round(start), text: label };
        const steps = changes.map(([change, name, figure]) => ({
          kind: "change" as const,
          label: name,
          value: Math.round(change),
          text: figure,
        }));
        return { kind: "bridge", headers, steps: [first, ...steps, { ...first, value: total }], legend: entries };
      },
    ),
    "heat-map": some(text).chain((columns) =>
      fc.record({
        kind: fc.constant("heat-map" as const),
        rowHeader: text,
        columns: fc.constant(columns),
        rows: some(
          fc.record({
            label: text,
            cells: exactly(fc.record({ tone, text, mark: text }, { requiredKeys: ["tone", "text"] }), columns.length),
          }),
        ),
        legend,
      }),
    ),
    map: fc.tuple(some(text, 1), fc.integer({ min: 1, max: 4 })).chain(([headers, size]) => {
      const side = fc.record({ title: text, bands: some(text, 1) });
      const coordinate = fc.double({ min: 0, max: 1000, noNaN: true });
      const place = fc.nat(size - 1);
      return fc.record({
        kind: fc.constant("map" as const),
        x: side,
        y: side,
        headers: fc.constant(headers),
        points: exactly(
          fc.record({ label: text, x: coordinate, y: coordinate, tone, texts: exactly(text, headers.length - 1) }),
          size,
        ),
        ties: some(fc.record({ from: place, to: place, directed: fc.boolean(), tone, text })),
        tieHeader: text,
        legend,
      });
    }),
    timeline: fc
      .tuple(exactly(day, 2), fc.tuple(text, text, text), some(fc.record({ on: day, label: text })))
      .chain(([days, headers, ticks]) => {
        const [from = "", to = ""] = [...days].sort();
        const row = fc
          .record({ label: text, days: exactly(day, 2), tone, when: text, text })
          .map(({ days: both, ...rest }) => ({
            ...rest,
            from: [...both].sort()[0] ?? "",
            to: [...both].sort()[1] ?? "",
          }));
        return fc.record(
          {
            kind: fc.constant("timeline" as const),
            from: fc.constant(from),
            to: fc.constant(to),
            ticks: fc.constant(ticks),
            now: fc.record({ on: day, label: text }),
            headers: fc.constant(headers),
            rows: some(row),
            legend,
          },
          { requiredKeys: ["kind", "from", "to", "ticks", "headers", "rows", "legend"] },
        );
      }),
    lines: fc
      .uniqueArray(fc.integer({ min: -1000, max: 1000 }), { maxLength: 4 })
      .map((places) => places.sort((a, b) => a - b))
      .chain((places) => {
        const axis = fc.record({ title: text, ticks: some(fc.record({ at: number, label: text })) });
        const band = fc.tuple(number, length).map(([low, more]) => [low, low + more] as const);
        const line = <T>(
          value: fc.Arbitrary<T>,
        ): fc.Arbitrary<{
          label: string;
          tone: (typeof FIGURE_TONES)[number];
          values: (T | null)[];
          texts: string[];
        }> =>
          fc.record({
            label: text,
            tone,
            values: exactly(fc.option(value), places.length),
            texts: exactly(text, places.length),
          });
        return fc.record({
          kind: fc.constant("lines" as const),
          x: axis,
          y: axis,
          places: fc.tuple(...places.map((at) => fc.record({ at: fc.constant(at), label: text }))),
          series: some(line(number)),
          bands: some(line(band)),
          marks: some(fc.record({ at: number, label: text })),
        });
      }),
    flow: fc.tuple(some(text, 1), some(text, 1)).chain(([from, to]) =>
      fc.record({
        kind: fc.constant("flow" as const),
        from: fc.record({ title: text, labels: fc.constant(from) }),
        to: fc.record({ title: text, labels: fc.constant(to) }),
        header: text,
        flows: some(fc.record({ from: fc.nat(from.length - 1), to: fc.nat(to.length - 1), value: length, tone, text })),
        legend,
      }),
    ),
    calendar: fc.record({
      kind: fc.constant("calendar" as const),
      months: text.map((label) => ["2026-01-01", "2026-02-01", "2026-03-01"].map((on) => ({ on, label }))),
      weekdays: exactly(text, 7),
      weekStart: fc.integer({ min: 1, max: 7 }),
      headers: pair,
      days: some(
        fc.record({
          on: fc.integer({ min: 1, max: 28 }).map((n) => `2026-0${String((n % 3) + 1)}-${String(n).padStart(2, "0")}`),
          tone,
          when: text,
          texts: some(text),
        }),
      ),
      legend,
    }),
  };
}

/** Valid figures of any kind. */
export const figureBlocks = (text: fc.Arbitrary<string>): fc.Arbitrary<FigureBlock> =>
  fc.record({
    type: fc.constant("figure"),
    title: text,
    description: text,
    figure: fc.oneof(...Object.values(figuresOf(text))),
  });

const cells = (
  text: fc.Arbitrary<string>,
): fc.Arbitrary<string | { text: string; emphasis: (typeof CELL_EMPHASES)[number] }> =>
  fc.oneof(text, fc.record({ text, emphasis: fc.constantFrom(...CELL_EMPHASES) }));

/** Tables of one to five columns. */
export const tables = (text: fc.Arbitrary<string>): fc.Arbitrary<TableBlock> =>
  fc.integer({ min: 1, max: 5 }).chain((size) => {
    const row = exactly(cells(text), size);
    return fc.record(
      {
        type: fc.constant("table"),
        caption: text,
        quietCaption: fc.boolean(),
        columns: exactly(
          fc.record(
            { header: text, align: fc.constantFrom(...ALIGNMENTS), width: fc.integer({ min: 1, max: 12 }) },
            { requiredKeys: ["header", "align"] },
          ),
          size,
        ),
        rows: some(row),
        footer: row,
      },
      { requiredKeys: ["type", "caption", "columns", "rows"] },
    );
  });

const level = fc.constantFrom(1, 2, 3, 4);

/** Blocks of all kinds, without blocks inside. */
const flatBlocks = (text: fc.Arbitrary<string>): fc.Arbitrary<Block> =>
  fc.oneof(
    fc.record({ type: fc.constant("heading"), level, text }),
    fc.record(
      { type: fc.constant("paragraph"), text, emphasis: fc.constant("muted") },
      { requiredKeys: ["type", "text"] },
    ),
    tables(text),
    fc.record({ type: fc.constant("list"), ordered: fc.boolean(), items: some(text) }),
    fc.record({
      type: fc.constant("pairs"),
      display: fc.constantFrom(...PAIRS_DISPLAYS),
      items: some(fc.record({ name: text, value: cells(text), note: text }, { requiredKeys: ["name", "value"] })),
    }),
    fc.record({ type: fc.constant("note"), tone: fc.constantFrom(...NOTE_TONES), title: text, texts: some(text) }),
    figureBlocks(text),
    fc.record({ type: fc.constant("signatures"), title: text, lines: some(text) }, { requiredKeys: ["type", "lines"] }),
    fc.constant({ type: "page-break" }),
  );

/** Documents with blocks of all kinds, and columns of them. */
export function documents(text: fc.Arbitrary<string>): fc.Arbitrary<BlockDocument> {
  const flat = flatBlocks(text);
  const columns = fc.record({
    type: fc.constant("columns"),
    columns: fc.array(fc.array(flat, { maxLength: 2 }), { maxLength: 2 }),
  });
  return fc.record(
    {
      title: text,
      running: text,
      blocks: fc.array(fc.oneof({ weight: 6, arbitrary: flat }, { weight: 1, arbitrary: columns }), { maxLength: 4 }),
    },
    { requiredKeys: ["title", "blocks"] },
  );
}

/** Members that hold a word of the library or a day, not a text to read. */
const NOT_TEXT = ["type", "kind", "tone", "align", "emphasis", "display", "on", "from", "to"];

/** The same document with other texts. */
export function withTexts<T>(value: T, change: (text: string) => string): T {
  const walk = (one: unknown, name: string): unknown => {
    if (typeof one === "string") return NOT_TEXT.includes(name) ? one : change(one);
    if (Array.isArray(one)) return one.map((inner) => walk(inner, ""));
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner, key)]));
  };
  return walk(value, "") as T;
}
