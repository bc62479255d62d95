import type { LocalDate, Path } from "../../core/index.ts";
import { fieldSections, isAnswered, isAsked, type FieldSection, type Row } from "../condition/answers.ts";
import type { AnswerEvidence } from "../evidence.ts";
import type { PlanField } from "../fields.ts";
import { reportDate, reportLater } from "../issue.ts";
import { reportTie } from "../people/ties.ts";
import type { NoneConfirmed, StrategyPlan } from "../types.ts";
import type { PlanUnderCheck } from "./tree.ts";

/** Takes a day that is over, and its place. */
type PastDay = (day: LocalDate, path: Path) => void;

/** What the answers of a row rest on: of a past day, and of answers that are there. */
function reportRow(section: FieldSection, row: Row, path: Path, pastDay: PastDay, { report }: PlanUnderCheck): void {
  const evidence = row["evidence"] as Readonly<Partial<Record<PlanField, AnswerEvidence>>> | undefined;
  if (evidence === undefined) return;
  for (const [field, own] of Object.entries(evidence) as [PlanField, AnswerEvidence | undefined][]) {
    if (own === undefined) continue;
    const at = [...path, "evidence", field];
    pastDay(own.asOf, [...at, "asOf"]);
    const info = section.fields.find(({ key }) => key === field);
    if (info === undefined || !isAsked(info, row) || isAnswered(info, row)) continue;
    report("strategy-plan/evidence-without-answer", at, { field });
  }
}

/** That a section is empty: said on a past day, and so. */
function reportNone(section: FieldSection, rows: number, pastDay: PastDay, { plan, report }: PlanUnderCheck): void {
  const key = section.key as keyof NoneConfirmed;
  const none = plan.noneConfirmed?.[key];
  if (none === undefined) return;
  const path = ["noneConfirmed", key];
  pastDay(none.asOf, [...path, "asOf"]);
  if (rows === 0) return;
  report("strategy-plan/none-contradicted", path, { section: section.id, confirmedOn: none.asOf, rows });
}

/** What answers rest on, and what is thought of people: of a day that exists, and is not still to come. */
export function reportEvidence(context: PlanUnderCheck): void {
  const { plan, asOf, report } = context;
  const pastDay: PastDay = (day, path) => {
    reportDate(day, path, report);
    reportLater(day, asOf, path, report);
  };
  for (const section of fieldSections) {
    const { key } = section;
    const own = plan[key] as Row | readonly Row[] | undefined;
    if (own === undefined) continue;
    if (!section.rows) {
      reportRow(section, own as Row, [key], pastDay, context);
      continue;
    }
    for (const [index, row] of (own as readonly Row[]).entries()) {
      if (row["evidence"] !== undefined) reportRow(section, row, [key, index], pastDay, context);
    }
  }
  if (plan.noneConfirmed !== undefined) {
    for (const section of fieldSections) {
      if (section.noneIsAnswer) reportNone(section, rowCount(plan, section), pastDay, context);
    }
  }
  for (const [index, { stakeholder }] of (plan.people ?? []).entries()) {
    if (stakeholder === undefined) continue;
    const at = ["people", index, "stakeholder"];
    pastDay(stakeholder.evidence.asOf, [...at, "evidence", "asOf"]);
    if (stakeholder.lastContact !== undefined) pastDay(stakeholder.lastContact, [...at, "lastContact"]);
  }
  reportTies(context, pastDay);
}

const rowCount = (plan: StrategyPlan, { key }: FieldSection): number =>
  ((plan[key] as readonly Row[] | undefined) ?? []).length;

/** Ties are between two people of the plan, known on a past day. */
function reportTies({ plan, known, report }: PlanUnderCheck, pastDay: PastDay): void {
  for (const [index, tie] of (plan.ties ?? []).entries()) {
    // a row that could not be read is an issue already
    if (!Object.hasOwn(tie, "from") || !Object.hasOwn(tie, "to")) continue;
    reportTie(tie, index, known.people, report);
    if (Object.hasOwn(tie, "evidence")) pastDay(tie.evidence.asOf, ["ties", index, "evidence", "asOf"]);
  }
}
