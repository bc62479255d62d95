import { readFileSync } from "node:fs";

import type { ClientFile } from "../../src/client/index.ts";
import type { IncomeLine, ValueGroup } from "../../src/relationship-value/index.ts";
import type { CatalogueProduct, StaffMember, StrategyPlan } from "../../src/strategy-plan/index.ts";

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
  readonly catalogue: readonly CatalogueProduct[];
  readonly employees: readonly StaffMember[];
  readonly incomeLines: readonly IncomeLine[];
  readonly plan: StrategyPlan;
}

/** The sample of the documentation, as it lies on disk. */
export const sample = JSON.parse(
  readFileSync(new URL("../../docs/examples/data/sample-plan.json", import.meta.url), "utf8"),
) as SampleFile;

const [chair, ...others] = sample.plan.people ?? [];
const [first, second, third, ...later] = sample.plan.actions ?? [];

/** The sample in its year: with a decision maker known by title, and with actions that have been followed up. */
export const samplePlanInYear: StrategyPlan = {
  ...sample.plan,
  approvedBy: "钱样本",
  people: [
    ...(chair === undefined ? [] : [{ ...chair, otherContactsInOurBank: [{ department: "运营部" }] }]),
    ...others,
    { id: "p-new", positionAndAuthority: { position: "新任财务总监", authority: "decides" } },
  ],
  actions: [
    ...(first === undefined
      ? []
      : [{ ...first, progress: { state: "pitched", actualDate: "2026-03-20", outcome: "待客户董事会审议" } } as const]),
    ...(second === undefined
      ? []
      : [{ ...second, progress: { state: "lost", actualDate: "2026-06-12", reason: "他行利率较低" } } as const]),
    ...(third === undefined
      ? []
      : [
          {
            ...third,
            progress: {
              state: "won",
              actualDate: "2026-05-08",
              outcome: "已签约",
              actualIncome: { amount: cny("64000.00"), period: { from: "2026-05-08", to: "2027-01-01" } },
            },
          } as const,
        ]),
    ...later,
  ],
};
