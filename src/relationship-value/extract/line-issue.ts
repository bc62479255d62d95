import { issueOf, MAX_DAY_NUMBER, MIN_DAY_NUMBER, type Issue } from "../../core/index.ts";
import { toMinorUnits } from "../../money/index.ts";
import { identityIssue, scanTerms, unreadable, type ReadTerms, type ResolvedReading } from "../income-line.ts";
import { resolveReading } from "../statement/context.ts";
import type { IncomeLine } from "../types.ts";

/** Reads lines one by one, whatever their period and currency, and remembers their ids. */
export function openLineCheck(): (line: IncomeLine) => Issue | null {
  // any currency will do: amounts are read in their own
  const { context } = resolveReading({ period: "2000", currency: "CNY" });
  const everyDay: ResolvedReading<string> = { ...context, from: MIN_DAY_NUMBER, to: MAX_DAY_NUMBER };
  const terms: ReadTerms = { item: 0, basis: 0, firstDay: 0, lastDay: 0 };
  return (line) => {
    try {
      return identityIssue(everyDay, line, true) ?? scanTerms(everyDay, line, terms) ?? amountIssue(line);
    } catch (e) {
      return unreadable(e);
    }
  };
}

function amountIssue({ amount }: IncomeLine): Issue | null {
  try {
    toMinorUnits(amount);
    return null;
  } catch (e) {
    const { code, path, details } = issueOf(e);
    return { code, path: ["amount", ...path.slice(1)], details };
  }
}
