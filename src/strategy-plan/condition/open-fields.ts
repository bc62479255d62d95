import { rateOf, type Rate } from "../../core/index.ts";
import type { PlanField, PlanFieldSection } from "../fields.ts";
import type { PlanRowId, StrategyPlan } from "../types.ts";
import {
  fieldSections,
  isAnswered,
  isAsked,
  rowId,
  rowsOf,
  saysSomething,
  type FieldSection,
  type Row,
} from "./answers.ts";
import { seenOf } from "./seen.ts";

/** A place in the plan where a field is present or missing. */
export interface PlanFieldPlace {
  readonly section: PlanFieldSection;
  readonly field: PlanField;
  /** Number and letter in the source, such as `"6.F"`. */
  readonly code: string;
  /** Row of the section; `null` in sections without rows, and where the section has no row yet. */
  readonly row: PlanRowId | null;
}

/** Completeness of one section: fields answered of those asked for. */
export interface SectionCompleteness extends Rate {
  readonly section: PlanFieldSection;
}

/** How many people of the client the plan knows; each number is at most the one before it. */
export interface PeopleKnown {
  /** Rows of section 2 that say who is meant, by name or by position. */
  readonly known: number;
  /** Of those, the ones who decide or influence the choice of a bank. */
  readonly deciding: number;
  /** Of those, the ones the plan says how to reach. */
  readonly reachable: number;
}

/**
 * Completeness of a plan: fields answered of those asked for.
 *
 * It says what to ask for next. It does not measure whoever wrote the plan, and managers are never ranked by it: a plan
 * that names one person more has four more open fields, and knows more. `people` is shown beside the rate for that.
 */
export interface PlanCompleteness extends Rate {
  /** People the plan knows: a number that naming somebody never lowers. */
  readonly people: PeopleKnown;
  /** Sections 2 to 9 in order. */
  readonly sections: readonly SectionCompleteness[];
  /** The first open field in the source's order, or `null` when none is open. */
  readonly next: PlanFieldPlace | null;
  /** Every open field in the source's order. */
  readonly open: readonly PlanFieldPlace[];
}

/** The rows of a section, and which fields each of them answers or is not asked for. */
export interface SectionAnswers {
  readonly section: FieldSection;
  readonly rows: readonly Row[];
  /** By row: bit by bit, in the order of the section's fields, whether the field is settled. */
  readonly settled: readonly number[];
}

/** What a plan answers, section by section: the one pass over its fields, from which everything else is counted. */
export interface PlanAnswers {
  readonly sections: Readonly<Record<PlanFieldSection, SectionAnswers>>;
  readonly counts: readonly SectionCompleteness[];
  readonly open: readonly PlanFieldPlace[];
}

/** The answers of a plan that has been read. */
export function answersOf(plan: StrategyPlan): PlanAnswers {
  const { sees } = seenOf(plan);
  const open: PlanFieldPlace[] = [];
  const sections: Partial<Record<PlanFieldSection, SectionAnswers>> = {};
  const counts: SectionCompleteness[] = [];
  for (const section of fieldSections) {
    const rows = rowsOf(plan, section);
    const settled: number[] = [];
    let answered = 0;
    let asked = 0;
    for (const row of rows) {
      let bits = 0;
      let bit = 1;
      for (const field of section.fields) {
        // a field that is not asked for is settled, and not counted
        if (!isAsked(field, row) || !sees(section, field.key, row)) bits |= bit;
        else {
          asked += 1;
          if (isAnswered(field, row)) {
            answered += 1;
            bits |= bit;
          } else open.push({ section: section.id, field: field.key, code: field.code, row: rowId(row) });
        }
        bit <<= 1;
      }
      settled.push(bits);
    }
    sections[section.id] = { section, rows, settled };
    counts.push({ section: section.id, ...rateOf(answered, asked) });
  }
  return { sections: sections as PlanAnswers["sections"], counts, open };
}

/** `planCompleteness` of a plan that has been read, whatever the tier. */
export function completenessOf(plan: StrategyPlan): PlanCompleteness {
  const { counts, open } = answersOf(plan);
  let answered = 0;
  let asked = 0;
  for (const { n, of } of counts) {
    answered += n;
    asked += of;
  }
  return { ...rateOf(answered, asked), people: peopleOf(plan), sections: counts, next: open[0] ?? null, open };
}

/** How many people of the client a plan that has been read knows. */
export function peopleOf(plan: StrategyPlan): PeopleKnown {
  const known = (plan.people ?? []).filter(
    ({ contactName, positionAndAuthority }) =>
      saysSomething(contactName) || saysSomething(positionAndAuthority?.position),
  );
  const deciding = known.filter(({ positionAndAuthority }) => {
    const authority = positionAndAuthority?.authority;
    return authority === "decides" || authority === "influences";
  });
  const reachable = deciding.filter(({ contactMethod }) => saysSomething(contactMethod));
  return { known: known.length, deciding: deciding.length, reachable: reachable.length };
}
