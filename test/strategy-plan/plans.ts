import { readFileSync } from "node:fs";

import type { ClientFile } from "../../src/client/index.ts";
import type { IncomeLine, ValueGroup } from "../../src/relationship-value/index.ts";
import type { StrategyPlan } from "../../src/strategy-plan/index.ts";

/** The head of a plan with nothing in it yet. */
export const emptyPlan: StrategyPlan = {
  id: "P-1",
  version: "1",
  client: "C-1",
  period: "2026",
  currency: "CNY",
  preparedBy: "E-1",
  preparedOn: "2025-12-01",
};

export const cny = (amount: string): { amount: string; currency: string } => ({ amount, currency: "CNY" });

interface SampleFile {
  readonly client: ClientFile;
  readonly group: ValueGroup;
  readonly incomeLines: readonly IncomeLine[];
  readonly plan: StrategyPlan;
}

/** The sample of the documentation, as it lies on disk. */
export const sample = JSON.parse(
  readFileSync(new URL("../../docs/examples/data/sample-plan.json", import.meta.url), "utf8"),
) as SampleFile;
