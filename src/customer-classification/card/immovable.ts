import type { LintFinding } from "./findings.ts";
import { namesOf, tellsOfGround } from "./features.ts";
import type { ImmovableReason } from "./moves.ts";
import type { Scorecard } from "./scorecard.ts";
import { wordsOf } from "./words.ts";

/** Words of ids and categories that usually mean occupation; not all there are. */
const OCCUPATION =
  /^(?:job|jobtitle|career)$|occupation|profession|employer|employment|职业|職業|职务|職務|职称|職稱|单位/;

/** Words of ids that usually mean something owed, or spent on credit; not all there are. */
const DEBT =
  /^(?:debts?|owed|owing|arrears|cardspending|cardspend)$|loan|mortgage|overdraft|borrow|indebted|creditcard|creditline|贷款|贷记|貸款|按揭|透支|欠款|负债|負債|债务|債務|借款/;

/**
 * Why the value of a feature must not be moved the way the card declares; null where it may be. A debt may be moved down.
 * Names are compared with usual words only, as for protected grounds.
 */
export function whyImmovable(card: Scorecard, id: string): ImmovableReason | null {
  const definition = card.features[id];
  if (definition?.moves === undefined) return null;
  if (id === card.customerFlag) return "customer-flag";
  if (id === card.elsewhereFlag) return "elsewhere-flag";
  if ((card.blocks ?? []).some(({ feature }) => feature === id)) return "block-flag";
  if (definition.descriptive === true) return "descriptive";
  if (definition.sensitive) return "sensitive";
  if (tellsOfGround(id, definition)) return "protected-ground";
  const words = namesOf(id, definition).flatMap((name) => [...wordsOf(name), wordsOf(name).join("")]);
  if (words.some((word) => OCCUPATION.test(word))) return "occupation";
  return definition.moves !== "down" && words.some((word) => DEBT.test(word)) ? "more-debt" : null;
}

/** Features declared to be moved whose value nobody may be asked to change. */
export function moveFindings(card: Scorecard): LintFinding[] {
  return Object.keys(card.features).flatMap((feature): LintFinding[] => {
    const because = whyImmovable(card, feature);
    if (because === null) return [];
    const path = ["features", feature, "moves"];
    return [{ rule: "must-not-move", severity: "error", path, details: { feature, because } }];
  });
}
