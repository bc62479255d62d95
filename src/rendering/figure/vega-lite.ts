import type { RenderingErrorCode } from "../errors.ts";
import { cleanText } from "../text.ts";
import { readFigureBlock } from "./read.ts";
import type { FigureBlock } from "./types.ts";
import { barsForm, bridgeForm, flowForm, linesForm } from "./vega-forms.ts";
import type { Json } from "./vega-pieces.ts";

/** A Vega-Lite specification: plain JSON, with its data inside. */
export interface VegaLiteSpec {
  readonly $schema: string;
  readonly title: string;
  readonly description: string;
  readonly [member: string]: unknown;
}

/** A specification, or why there is none: Vega-Lite has no form for such a figure. */
export type VegaLiteOutcome =
  { readonly ok: true; readonly spec: VegaLiteSpec } | { readonly ok: false; readonly reason: "kind-not-drawn" };

/** The edition of the grammar the specifications are written in. */
const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";

/** A figure with its texts as they may appear in a document; all of it is plain JSON once it is read. */
const cleaned = (block: FigureBlock): FigureBlock =>
  JSON.parse(JSON.stringify(block), (_, value: unknown) =>
    typeof value === "string" ? cleanText(value) : value,
  ) as FigureBlock;

/**
 * A figure as a Vega-Lite specification, for hosts that draw with Vega: bars, bridges, lines with bands, and streams as a
 * matrix (Vega-Lite 图表规格).
 *
 * The data are inside, with the exact figures as texts in the tooltips. Every text of the figure is data or a title and never
 * part of an expression or the name of a field, so that none can be read as code; what nobody sees, such as a mark of the
 * writing direction, is taken out as in every document.
 *
 * @param block - a figure
 * @returns a specification of Vega-Lite 6; `kind-not-drawn` for heat maps, maps, timelines and calendars
 * @throws `rendering/invalid-document` for what is not a figure; `core/invalid-date` for a day in it that does not exist
 * @see https://vega.github.io/vega-lite/docs/spec.html
 * @example
 * const bar = { label: "Loans", text: "CNY 2.00", parts: [{ value: 2, tone: "solid" }] } as const;
 * const outcome = toVegaLite({ type: "figure", title: "Income", description: "By head", figure: { kind: "bars", headers: ["Head", "CNY"], bars: [bar], legend: [] } });
 * outcome.ok && outcome.spec.$schema // => "https://vega.github.io/schema/vega-lite/v6.json"
 * @since 0.1.0
 */
export function toVegaLite(block: FigureBlock): VegaLiteOutcome {
  const code: RenderingErrorCode = "rendering/invalid-document";
  const { title, description, figure } = cleaned(readFigureBlock(block, ["block"], code));
  const drawn = (form: Json): VegaLiteOutcome => ({
    ok: true,
    spec: { $schema: SCHEMA, title, description, config: { view: { stroke: null } }, ...form },
  });
  switch (figure.kind) {
    case "bars":
      return drawn(barsForm(figure));
    case "bridge":
      return drawn(bridgeForm(figure));
    case "lines":
      return drawn(linesForm(figure));
    case "flow":
      return drawn(flowForm(figure));
    case "heat-map":
    case "map":
    case "timeline":
    case "calendar":
      return { ok: false, reason: "kind-not-drawn" };
  }
}
