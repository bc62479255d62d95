import { fieldSections, isAnswered, isAsked, type Row } from "../condition/answers.ts";
import type { AnswerEvidence } from "../evidence.ts";
import type { PlanField, PlanFieldSection } from "../fields.ts";
import { reportTie } from "../people/ties.ts";
import type { PersonTie, Stakeholder } from "../stakeholder.ts";
import type { NoneConfirmed } from "../types.ts";
import { deeper, members, type Check } from "./tree.ts";
import { pastDate } from "./values.ts";

const known = members<AnswerEvidence>({ asOf: pastDate });

/** What the answers of a row rest on: of a past day, and of answers that are there. */
export function answers(id: PlanFieldSection): Check<object> {
  const fields = fieldSections.find((section) => section.id === id)?.fields ?? [];
  return (row, path, context) => {
    const { evidence } = row as { readonly evidence?: Readonly<Partial<Record<PlanField, AnswerEvidence>>> };
    if (evidence === undefined) return;
    const at = deeper(deeper(path, "evidence"));
    for (const info of fields) {
      const own = evidence[info.key];
      if (own === undefined) continue;
      at[at.length - 1] = info.key;
      known(own, at, context);
      if (!isAsked(info, row as Row) || isAnswered(info, row as Row)) continue;
      context.report("strategy-plan/evidence-without-answer", at, { field: info.key });
    }
    at.length -= 2;
  };
}

/** That a section is empty: said on a past day, and so. */
const none =
  (section: PlanFieldSection, key: keyof NoneConfirmed): Check<AnswerEvidence> =>
  (own, path, context) => {
    known(own, path, context);
    const rows = context.plan[key]?.length ?? 0;
    if (rows > 0) context.report("strategy-plan/none-contradicted", path, { section, confirmedOn: own.asOf, rows });
  };

/** Sections that somebody confirmed to be empty. */
export const noneConfirmed = members<NoneConfirmed>({
  institutions: none("other-institutions", "institutions"),
  challenges: none("challenges", "challenges"),
});

/** What is thought of people is of a past day. */
export const stakeholder = members<Stakeholder>({ evidence: known, lastContact: pastDate });

/** A tie is between two people of the plan, known on a past day. */
export const tie: Check<PersonTie> = (row, path, context) => {
  // a row that could not be read is an issue already
  if (!Object.hasOwn(row, "from") || !Object.hasOwn(row, "to")) return;
  reportTie(row, path, context.known.people, context.report);
  members<PersonTie>({ evidence: known })(row, path, context);
};
