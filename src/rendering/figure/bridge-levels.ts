import type { BridgeStep, FigureTone } from "./types.ts";

/** How a step of a bridge is drawn: between two levels, in the tone of what it is. */
interface BridgeLevels {
  readonly from: number;
  readonly to: number;
  readonly tone: FigureTone;
}

/** A total stands in full, an increase is pale, a decrease signals. */
export function toneOfStep({ kind, value }: Pick<BridgeStep, "kind" | "value">): FigureTone {
  if (kind === "total") return "solid";
  return value < 0 ? "warning" : "other";
}

/** The levels of the steps of a bridge: a total from 0, a change from where the steps before it led to. */
export function levelsOf(steps: readonly BridgeStep[]): readonly BridgeLevels[] {
  let level = 0;
  return steps.map((step) => {
    const from = step.kind === "total" ? 0 : level;
    // a sum beyond all doubles is drawn as the greatest
    level = Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, from + step.value));
    return { from, to: level, tone: toneOfStep(step) };
  });
}
