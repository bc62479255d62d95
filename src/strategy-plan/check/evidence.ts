import type { LocalDate, Path } from "../../core/index.ts";
import type { AnswerEvidence } from "../evidence.ts";
import { planSections } from "../fields.ts";
import { reportDate, reportLater } from "../issue.ts";
import { reportTie } from "../people/ties.ts";
import type { StrategyPlan } from "../types.ts";
import type { PlanUnderCheck } from "./tree.ts";

type Evidenced = Readonly<{ evidence?: Readonly<Partial<Record<string, AnswerEvidence>>> }>;

/** The rows of the sections, and sections without rows as one, each at its place. */
function evidencedIn(plan: StrategyPlan): readonly (readonly [Evidenced, Path])[] {
  return planSections.flatMap(({ key, rows }): readonly (readonly [Evidenced, Path])[] => {
    const own = plan[key] as Evidenced | readonly Evidenced[] | undefined;
    if (own === undefined || typeof own === "string") return [];
    return rows ? (own as readonly Evidenced[]).map((row, index) => [row, [key, index]]) : [[own as Evidenced, [key]]];
  });
}

/** What answers rest on, and what is thought of people: of a day that exists, and is not still to come. */
export function reportEvidence({ plan, asOf, known, report }: PlanUnderCheck): void {
  const pastDay = (day: LocalDate, path: Path): void => {
    reportDate(day, path, report);
    reportLater(day, asOf, path, report);
  };
  for (const [{ evidence }, path] of evidencedIn(plan)) {
    for (const [field, own] of Object.entries(evidence ?? {})) {
      if (own !== undefined) pastDay(own.asOf, [...path, "evidence", field, "asOf"]);
    }
  }
  for (const [section, own] of Object.entries(plan.noneConfirmed ?? {}) as [string, AnswerEvidence | undefined][]) {
    if (own !== undefined) pastDay(own.asOf, ["noneConfirmed", section, "asOf"]);
  }
  for (const [index, { stakeholder }] of (plan.people ?? []).entries()) {
    if (stakeholder === undefined) continue;
    const at = ["people", index, "stakeholder"];
    pastDay(stakeholder.evidence.asOf, [...at, "evidence", "asOf"]);
    if (stakeholder.lastContact !== undefined) pastDay(stakeholder.lastContact, [...at, "lastContact"]);
  }
  for (const [index, tie] of (plan.ties ?? []).entries()) {
    // a row that could not be read is an issue already
    if (!Object.hasOwn(tie, "from") || !Object.hasOwn(tie, "to")) continue;
    reportTie(tie, index, known.people, report);
    if (Object.hasOwn(tie, "evidence")) pastDay(tie.evidence.asOf, ["ties", index, "evidence", "asOf"]);
  }
}
