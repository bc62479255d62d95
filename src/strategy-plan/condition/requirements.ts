import { tryDayNumber, type Path } from "../../core/index.ts";
import type { PlanField, PlanFieldSection } from "../fields.ts";
import type { StrategyPlan } from "../types.ts";
import { ageOf, lastKnown, rowId, type Row } from "./answers.ts";
import type { PlanAnswers, PlanFieldPlace, SectionAnswers } from "./open-fields.ts";
import type { FieldGap, NextFieldReason } from "./reasons.ts";
import { seenOf } from "./seen.ts";
import type { ResolvedRequirement, ResolvedTier } from "./tier.ts";

/** The field to fill next, and why. */
export interface NextPlanField extends PlanFieldPlace {
  readonly reason: NextFieldReason;
}

/** How many requirements of a tier a plan that has been read meets, of those that can be asked of it. */
export function requirementsMet(
  plan: StrategyPlan,
  answers: PlanAnswers,
  { requirements }: ResolvedTier,
  today: number,
): { readonly n: number; readonly of: number } {
  const asked = askedOf(plan, requirements);
  return { n: asked.filter((requirement) => stand(plan, answers, requirement, today).isMet).length, of: asked.length };
}

/** The requirements that can be asked of a plan: what is withheld may be answered, for all its reader knows. */
export function askedOf(
  plan: StrategyPlan,
  requirements: readonly ResolvedRequirement[],
): readonly ResolvedRequirement[] {
  if (plan.withheld === undefined) return requirements;
  const { seesAll } = seenOf(plan);
  return requirements.filter(({ section, fields }) => seesAll(section, fields));
}

/** How a plan stands to a requirement: by its rows, or because somebody confirmed that there are none. */
export function stand(
  plan: StrategyPlan,
  { sections }: PlanAnswers,
  requirement: ResolvedRequirement,
  today: number,
): { readonly rows: RowsStanding; readonly confirmedNone: boolean; readonly isMet: boolean } {
  const rows = standingOf(requirement, sections[requirement.section], today);
  const confirmedNone = isConfirmedNone(plan, requirement, today);
  return { rows, confirmedNone, isMet: confirmedNone || rows.have >= requirement.atLeast };
}

/** How the rows of a section stand to a requirement. */
interface RowsStanding {
  readonly section: SectionAnswers;
  readonly have: number;
  /** The first of the rows that lack least, and the fields it lacks, bit by bit; null when every row has all of them. */
  readonly nearest: { readonly index: number; readonly lacks: number } | null;
}

function standingOf(requirement: ResolvedRequirement, section: SectionAnswers, today: number): RowsStanding {
  const { asked, maxAgeDays } = requirement;
  let have = 0;
  let nearest: RowsStanding["nearest"] = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, row] of section.rows.entries()) {
    let lacks = asked & ~(section.settled[index] ?? 0);
    if (maxAgeDays !== undefined) {
      for (const [position, { key }] of section.section.fields.entries()) {
        const bit = 1 << position;
        if ((asked & bit) !== 0 && (lacks & bit) === 0 && gapOf(row, key, today, maxAgeDays) !== null) lacks |= bit;
      }
    }
    const count = bitsIn(lacks);
    if (count === 0) have += 1;
    else if (count < least) {
      least = count;
      nearest = { index, lacks };
    }
  }
  return { section, have, nearest };
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** What keeps a settled field from counting by its age; our share of what nobody needs is as old as the answer to that. */
function gapOf(row: Row, field: PlanField, today: number, maxAgeDays: number): Exclude<FieldGap, "open"> | null {
  const age = ageOf(lastKnown(row, field, today), today, maxAgeDays);
  if (age === "fresh") return null;
  return field === "shareOfSpend" && row["needed"] === "no" ? gapOf(row, "needed", today, maxAgeDays) : age;
}

/** Sections of which somebody may confirm that they are empty. */
const NONE_KEYS: Readonly<Partial<Record<PlanFieldSection, "institutions" | "challenges">>> = {
  "other-institutions": "institutions",
  challenges: "challenges",
};

function isConfirmedNone(plan: StrategyPlan, { section, maxAgeDays }: ResolvedRequirement, today: number): boolean {
  const key = NONE_KEYS[section];
  const day = tryDayNumber(key === undefined ? undefined : plan.noneConfirmed?.[key]?.asOf);
  // nothing was confirmed by a day on which it was still to be
  return day !== null && day <= today && today - day <= (maxAgeDays ?? Number.POSITIVE_INFINITY);
}

/** The first field that the nearest row lacks, or the first field of a new row. */
export function nextField(
  { id, atLeast, maxAgeDays, asked }: ResolvedRequirement,
  { section: { section, rows, settled }, have, nearest }: RowsStanding,
  today: number,
): NextPlanField | null {
  const row = nearest === null ? undefined : rows[nearest.index];
  const lacks = nearest?.lacks ?? asked;
  const first = section.fields.findIndex((_, bit) => (lacks & (1 << bit)) !== 0);
  // our share of what the client does not need rests on 6.A
  const isByNeed = section.fields[first]?.key === "shareOfSpend" && row?.["needed"] === "no";
  const position = isByNeed ? section.fields.findIndex(({ key }) => key === "needed") : first;
  const place = section.fields[position];
  if (place === undefined) return null;
  const { key: field, code } = place;
  const isSettled = nearest !== null && ((settled[nearest.index] ?? 0) & (1 << position)) !== 0;
  const gap = row === undefined || !isSettled ? "open" : (gapOf(row, field, today, maxAgeDays ?? 0) ?? "open");
  const own = row === undefined ? null : rowId(row);
  const isRow = section.rows && own !== null;
  const path: Path = [
    section.key,
    ...(isRow && nearest !== null ? [nearest.index] : []),
    ...(isRow || !section.rows ? [field] : []),
  ];
  return {
    section: section.id,
    field,
    code,
    row: own,
    reason: {
      code: "strategy-plan/next-field",
      path,
      details: { requirement: id, section: section.id, field, gap, have, atLeast },
    },
  };
}
