import { fromDayNumber, tryDayNumber } from "../../core/index.ts";
import { isBlank } from "../blank.ts";
import { consentGapOf } from "../consent.ts";
import type { EitherPart, KinRole } from "../reasons.ts";
import type { ContactInOurBank, PlanInstitution, PlanPerson } from "../types.ts";
import { reportDate } from "../issue.ts";
import type { Check, PlanUnderCheck } from "./tree.ts";

/** A record of which the form takes either of two members: one of them is there. */
export function either<T extends object>(...oneOf: readonly (EitherPart & keyof T)[]): Check<T> {
  return (value, path, { report }) => {
    const named = oneOf.some((part) => {
      const own: unknown = value[part];
      return typeof own === "string" ? !isBlank(own) : own !== undefined;
    });
    if (!named) report("strategy-plan/neither-named", path, { oneOf });
  };
}

const namedOrPlaced = either<PlanPerson>("contactName", "positionAndAuthority");
const contactNamed = either<ContactInOurBank>("department", "person");

/** Section 2: who is meant, their consents, and whom they know in our bank. */
export const person: Check<PlanPerson> = (row, path, context) => {
  // a row that could not be read is an issue already
  if (!Object.hasOwn(row, "id")) return;
  const { report, asOf } = context;
  namedOrPlaced(row, path, context);
  for (const [index, dealing] of (row.otherBusinessWithUs ?? []).entries()) {
    const at = [...path, "otherBusinessWithUs", index];
    const { consent } = dealing;
    if (consent !== undefined) reportDate(consent.givenOn, [...at, "consent", "givenOn"], report);
    if (consent?.until !== undefined) reportDate(consent.until, [...at, "consent", "until"], report);
    const gap = consentGapOf(consent, asOf);
    if (gap !== null) report("strategy-plan/dealing-without-consent", at, { person: row.id, gap });
  }
  for (const [index, contact] of (row.otherContactsInOurBank ?? []).entries()) {
    const at = [...path, "otherContactsInOurBank", index];
    contactNamed(contact, at, context);
    if (contact.kinship === true) {
      const kin = { person: row.id, contact: contact.person ?? contact.department ?? "" };
      const role = kinRole(contact, context);
      if (role === null) report("strategy-plan/kin-declared", at, kin);
      else report("strategy-plan/kin-of-manager", at, { ...kin, role });
    } else if (contact.person !== undefined && (contact.relation === undefined || isBlank(contact.relation))) {
      report("strategy-plan/relation-unsaid", at, { person: row.id });
    }
  }
};

/** A name without spaces around it and without the title in brackets behind it. */
const bare = (name: string): string => name.replace(/[（(].*$/su, "").trim();

/** What a member of staff is to the plan: by number where both are known, otherwise by name. */
function kinRole(contact: ContactInOurBank, { plan, options }: PlanUnderCheck): KinRole | null {
  const names = [contact.employee, contact.person].flatMap((text) =>
    text === undefined || bare(text) === "" ? [] : [bare(text)],
  );
  const isMeant = (text: string | undefined): boolean => text !== undefined && names.includes(bare(text));
  if (isMeant(plan.approvedBy)) return "approved-by";
  if (isMeant(plan.preparedBy)) return "prepared-by";
  const managers = options.managers ?? [];
  return managers.some(({ employee, name }) => isMeant(employee) || isMeant(name)) ? "manager" : null;
}

/** 5.B: personal data of another institution's officer has a day to be looked at again, which is not past. */
export const officer: Check<PlanInstitution> = ({ id, institutionOfficer }, path, { asOf, report }) => {
  if (institutionOfficer === undefined) return;
  const { reviewOn } = institutionOfficer;
  const today = tryDayNumber(asOf);
  const due = tryDayNumber(reviewOn);
  const isPast = due !== null && today !== null && due < today;
  if (reviewOn !== undefined && !isPast) return;
  report("strategy-plan/officer-review-due", [...path, "institutionOfficer"], {
    institution: id,
    ...(due === null ? {} : { reviewOn: fromDayNumber(due) }),
  });
};
