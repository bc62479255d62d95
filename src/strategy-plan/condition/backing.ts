import { readDecimal, type Path, type ScaledInteger } from "../../core/index.ts";
import { addExact, coefficientAt, compareExact, quotientText, roundExact } from "../../core/inner.ts";
import { fromMinorUnits, type Money } from "../../money/index.ts";
import { minorOf } from "../../money/inner.ts";
import { isShare } from "../issue.ts";
import type { PlanAction, StrategyPlan } from "../types.ts";
import type { PlanHealthFinding } from "./finding.ts";
import type { ResolvedHealth } from "./health-policy.ts";
import type { BackingIncome, BackingPart, PlanHealthReason } from "./reasons.ts";

/** What an action brings towards the target: an amount and how much of it counts, or what it leaves unsaid. */
type Contribution =
  { readonly amount: Money; readonly part: ScaledInteger; readonly path: Path } | { readonly unsaid: BackingPart };

const WHOLE: ScaledInteger = { coefficient: 1n, scale: 0 };

/** Null for an action that was lost or dropped. */
function contributionOf({ progress, expectedIncome }: PlanAction, income: BackingIncome): Contribution | null {
  switch (progress?.state ?? "planned") {
    case "lost":
    case "dropped":
      return null;
    case "won": {
      const amount = progress?.actualIncome?.amount;
      const path = ["progress", "actualIncome", "amount"];
      return amount === undefined ? { unsaid: "actualIncome" } : { amount, part: WHOLE, path };
    }
    case "planned":
    case "pitched": {
      if (expectedIncome === undefined) return { unsaid: "expectedIncome" };
      const { amount, probability } = expectedIncome;
      const path = ["expectedIncome", "amount"];
      if (income === "in-full") return { amount, part: WHOLE, path };
      if (probability === undefined || !isShare(probability)) return { unsaid: "probability" };
      return { amount, part: readDecimal(probability), path };
    }
  }
}

/** How much of the target the actions make up, and whether that is enough; amounts are added exactly, in minor units. */
export function backingOf(
  { value, actions = [] }: StrategyPlan,
  { policy: { backing: income, minBacking: least }, minBacking }: ResolvedHealth,
  at: Path = ["plan"],
): Omit<PlanHealthFinding, "check"> {
  const target = value?.target;
  const aim = target === undefined ? 0n : BigInt(minorOf(target, [...at, "value", "target"]));
  if (target === undefined || aim <= 0n) {
    return notKnown({ code: "strategy-plan/target-unsaid", path: ["value", "target"], details: {} });
  }
  if (actions.length === 0) return notKnown({ code: "strategy-plan/actions-unsaid", path: ["actions"], details: {} });
  const unsaid: PlanHealthReason[] = [];
  const foreign: PlanHealthReason[] = [];
  let total: ScaledInteger = { coefficient: 0n, scale: 0 };
  for (const [index, row] of actions.entries()) {
    const found = contributionOf(row, income);
    if (found === null) continue;
    const { id: action } = row;
    const path = ["actions", index];
    if ("unsaid" in found) {
      unsaid.push({ code: "strategy-plan/income-unsaid", path, details: { action, part: found.unsaid } });
      continue;
    }
    const { amount, part } = found;
    const minor = BigInt(minorOf(amount, [...at, ...path, ...found.path]));
    if (amount.currency === target.currency) {
      total = addExact(total, { coefficient: minor * part.coefficient, scale: part.scale });
    } else {
      const details = { action, currency: amount.currency, expected: target.currency };
      foreign.push({ code: "strategy-plan/income-in-other-currency", path: [...path, ...found.path], details });
    }
  }
  const scaledAim = coefficientAt(total.scale, { coefficient: aim, scale: 0 });
  const backing: PlanHealthReason = {
    code: "strategy-plan/target-backing",
    path: ["value", "target"],
    details: {
      backing: fromMinorUnits(roundExact(total, 0, "floor"), target.currency),
      target,
      share: quotientText(total.coefficient, scaledAim, 4, "floor"),
      least,
      income,
    },
  };
  const isEnough = compareExact(total, { coefficient: aim * minBacking.coefficient, scale: minBacking.scale }) >= 0;
  if (foreign.length > 0) return notKnown(backing, ...unsaid, ...foreign);
  if (isEnough) return { status: "met", reasons: [backing] };
  return unsaid.length > 0 ? notKnown(backing, ...unsaid) : { status: "unmet", reasons: [backing] };
}

const notKnown = (...reasons: readonly PlanHealthReason[]): Omit<PlanHealthFinding, "check"> => ({
  status: "unknown",
  reasons,
});
