import type { LocalDate, Path } from "../../core/index.ts";
import { readDate } from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import type { StrategyPlan } from "../../strategy-plan/index.ts";
import { decimalText, validMoney } from "./figure-text.ts";

const SHARES: ReadonlySet<string> = new Set(["share", "turnoverShare", "profitShare", "probability"]);

/**
 * Refuses amounts, shares and ends of periods of a plan that are not what they should be, each at its place: a page with
 * a figure that cannot be written is not written. The plan has been read, so that this goes no deeper than its type.
 */
export function readFigures(plan: StrategyPlan, path: Path): StrategyPlan {
  // a tie has no figures, and goes from one person to another, not from one day to another
  lookIn({ ...plan, ties: undefined }, path);
  return plan;
}

function lookIn(value: object, path: Path): void {
  if (Object.hasOwn(value, "amount") && typeof (value as Partial<Money>).amount === "string") {
    validMoney(value as Money, path, "");
    return;
  }
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    const at = [...path, Array.isArray(value) ? Number(name) : name];
    if (typeof member === "object" && member !== null) lookIn(member, at);
    else if (SHARES.has(name)) decimalText(member as string, at, "");
    else if (name === "from" || name === "to") readDate(member as LocalDate, at);
  }
}
