/** The ways of filling an area or drawing a line, distinguished by pattern as well as by colour. */
export const FIGURE_TONES = ["solid", "estimated", "other", "warning", "open", "empty"] as const;

/**
 * How something is drawn: in full (what is known, ours), hatched (an estimate), pale (of others, of less weight), cross-hatched
 * in a signal colour (to look at), dotted (open), or as an outline alone. What it means a legend says.
 */
export type FigureTone = (typeof FIGURE_TONES)[number];

/** What a tone means in a figure. */
export interface LegendEntry {
  readonly tone: FigureTone;
  readonly label: string;
}
