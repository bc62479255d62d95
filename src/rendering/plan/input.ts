import type { ClientFile, ClientNameLanguage } from "../../client/index.ts";
import type { LocalDate } from "../../core/index.ts";
import type { PlanCompleteness, PlanIssue, PlanPerson, PlanWallet, StrategyPlan } from "../../strategy-plan/index.ts";
import type { ShownStatement } from "./statement-figures.ts";
import type { Words } from "./words.ts";
import type { Cell } from "../blocks.ts";

/** Everything the parts of the plan document are made from. */
export interface PlanInput {
  readonly plan: StrategyPlan;
  readonly client: ClientFile;
  readonly words: Words;
  readonly language: ClientNameLanguage;
  readonly statement: ShownStatement | null;
  readonly asOf: LocalDate;
  readonly completeness: PlanCompleteness;
  readonly wallet: PlanWallet;
  readonly issues: readonly PlanIssue[];
}

/** A list of texts as the lines of one cell; open when absent, "none" when empty. */
export function linesCell(lines: readonly string[] | undefined, words: Words): Cell {
  if (lines === undefined) return words.orOpen(undefined);
  return lines.length === 0 ? words.word("none") : lines.join("\n");
}

/** What a person is called: by name or, where it is not known, by position. */
export function personName({ contactName, positionAndAuthority }: PlanPerson, words: Words): string {
  return contactName ?? positionAndAuthority?.position ?? words.word("open");
}
