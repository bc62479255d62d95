import type { Evidence } from "../../strategy-plan/index.ts";
import { percentText } from "./figure-text.ts";
import { emptyBlocks, fieldPairs, linesCell, memberOf, type PlanInput } from "./input.ts";
import type { Block } from "../blocks.ts";

/** Section 3: the client's main businesses. */
export function businessBlocks(input: PlanInput): readonly Block[] {
  const { plan, words, amounts } = input;
  if (plan.businesses === undefined || plan.businesses.length === 0) return emptyBlocks(plan.businesses, input);
  return plan.businesses.flatMap((business, at): readonly Block[] => {
    const { turnoverShare, profitShare } = business.shareOfTurnoverAndProfit ?? {};
    const shares = words.joined([
      turnoverShare && words.named(words.word("turnover-share"), percentText(turnoverShare)),
      profitShare && words.named(words.word("profit-share"), percentText(profitShare)),
    ]);
    const needs = business.financialNeeds?.map(({ need, productFamily, amount, timing }) =>
      words.joined([need, productFamily, amount && amounts.full(amount), timing]),
    );
    const items = fieldPairs(
      input,
      [
        ["businessNature", words.orOpen(business.businessNature)],
        ["shareOfTurnoverAndProfit", words.orOpen(shares)],
        ["developmentStatus", words.orOpen(business.developmentStatus)],
        ["comingYearDirection", words.orOpen(business.comingYearDirection)],
        ["financialNeeds", linesCell(needs, words)],
      ],
      business,
    );
    if (items.length === 0) return [];
    const title = words.joined([`${words.word("business")} ${String(at + 1)}`, memberOf(input, business)]);
    return [
      { type: "heading", level: 3, text: title },
      { type: "pairs", display: "list", items },
    ];
  });
}

/** Section 4: our bank in the client's eyes. */
export function standingBlocks(input: PlanInput): readonly Block[] {
  const { plan, words } = input;
  const { ourImportance, ourImage, ourStrengths, ourWeaknesses } = plan.standing ?? {};
  const said = (evidence: Evidence | undefined): string | undefined =>
    evidence &&
    words.named(words.word("said-by"), words.joined([evidence.saidBy, words.date(evidence.date), evidence.source]));
  const statement = ({ text, evidence }: { readonly text: string; readonly evidence?: Evidence }): string =>
    words.joined([text, said(evidence)]);
  const importance =
    ourImportance &&
    words.joined([
      words.labels[`bankImportance.${ourImportance.importance}`],
      ourImportance.text,
      said(ourImportance.evidence),
    ]);
  const items = fieldPairs(input, [
    ["ourImportance", words.orOpen(importance)],
    ["ourImage", words.orOpen(ourImage && statement(ourImage))],
    ["ourStrengths", linesCell(ourStrengths?.map(statement), words)],
    ["ourWeaknesses", linesCell(ourWeaknesses?.map(statement), words)],
  ]);
  return [{ type: "pairs", display: "list", items }];
}
