import type {
  PlanAction,
  PlanBusiness,
  PlanChallenge,
  PlanField,
  PlanInstitution,
  PlanPerson,
  BankStanding,
} from "../../strategy-plan/index.ts";
import { NOTHING } from "../cells.ts";
import type { Cell } from "../blocks.ts";
import type { DifferenceInput } from "./input.ts";

/** The rows, and the section without rows, whose answers have entries or members that are written. */
type Answers = PlanPerson & PlanBusiness & BankStanding & PlanInstitution & PlanAction & PlanChallenge;

/** What is written of an answer, one entry per line. */
type Writer<Answer> = (answer: Answer, input: DifferenceInput) => readonly string[];

const statements: Writer<NonNullable<BankStanding["ourStrengths"]>> = (all) => all.map(({ text }) => text);

/**
 * Answers of several entries or members, by field: their texts, names, amounts, days and times. Classes, such as those of
 * channels and reasons, are not written; nor are the dealings of a person, which only who has consented lets be shown.
 */
const WRITERS = {
  positionAndAuthority: ({ position }) => [position],
  contactMethod: (all) => all.map(({ value }) => value),
  financialNeeds: (all, { words, amounts }) =>
    all.map(({ need, productFamily, amount, timing }) =>
      words.joined([need, productFamily, amount && amounts.exact(amount), timing]),
    ),
  ourStrengths: statements,
  ourWeaknesses: statements,
  institutionServicesAndTerms: (all, input) =>
    all.map(({ service, terms, renewalDate }) =>
      input.words.joined([
        input.words.named(serviceOf(service, input), terms),
        renewalDate && input.words.date(renewalDate),
      ]),
    ),
  estimatedSpend: (all, input) =>
    all.map(({ service, amount, period, method }) =>
      input.words.joined([
        input.words.named(serviceOf(service, input), input.amounts.exact(amount)),
        input.words.period(period),
        method,
      ]),
    ),
  departmentAndOwner: ({ department, person }, { words }) => [words.joined([department, person])],
  preventionAndTimetable: (all, { words }) =>
    all.map(({ action, owner, due }) => words.joined([action, owner, due && words.date(due)])),
} as const satisfies { readonly [Field in PlanField & keyof Answers]?: Writer<NonNullable<Answers[Field]>> };

/** A change of an answer: in which field, and what it was and is; `undefined` where it was or is not given. */
interface ChangedParts {
  readonly field?: PlanField;
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * An answer of several parts before and after, each whole; `null` for another answer, and where both are written alike, as
 * where only a class differs.
 */
export function partsOf(change: ChangedParts, input: DifferenceInput): readonly [before: Cell, after: Cell] | null {
  const field = Object.keys(WRITERS).find((known) => known === change.field);
  if (field === undefined) return null;
  // the plans have been read, so that an answer is what its field has
  const write = WRITERS[field as keyof typeof WRITERS] as Writer<unknown>;
  const cell = (answer: unknown): Cell =>
    answer === undefined ? NOTHING : write(answer, input).join("\n") || input.words.shared("none");
  const [before, after] = [cell(change.before), cell(change.after)];
  return before === after ? null : [before, after];
}

/** What a service is called in the later of the two plans that has it; by id where neither does. */
function serviceOf(id: string, { before, after }: DifferenceInput): string {
  const found = [after, before].flatMap(({ services = [] }) => services.filter((service) => service.id === id));
  return found[0]?.service ?? id;
}
