import type { PlanChange, PlanDifference, PlanSection, StrategyPlan } from "../../strategy-plan/index.ts";
import type { Amounts } from "../plan/unit.ts";
import type { DifferenceWords } from "./words.ts";

/** Everything the parts of the document are made from. */
export interface DifferenceInput {
  readonly before: StrategyPlan;
  readonly after: StrategyPlan;
  /** What the client is called. */
  readonly clientName: string;
  readonly isSample: boolean;
  /** The changes by the section they are in, in order; those of the plan itself are under `null`, and first. */
  readonly changes: ReadonlyMap<PlanSection | null, readonly PlanChange[]>;
  readonly notCompared: PlanDifference["notCompared"];
  /** Sections of which one of the two, or both, does not show all. */
  readonly withheld: ReadonlySet<PlanSection>;
  readonly words: DifferenceWords;
  readonly amounts: Amounts;
}

/** What a part of the document is called. */
export const sectionName = (section: PlanSection | null, { labels, word }: DifferenceWords): string =>
  section === null ? word("whole-plan") : labels[`planSection.${section}`];
