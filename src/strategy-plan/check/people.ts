import type { ContactInOurBank } from "../../client/index.ts";
import { fromDayNumber, tryDayNumber } from "../../core/index.ts";
import { isBlank } from "../blank.ts";
import { consentGapOf } from "../consent.ts";
import type { PlanInstitution, PlanPerson } from "../types.ts";
import { kinMatch, readsLikeFamily } from "./kin.ts";
import type { Check } from "./tree.ts";
import { date, either } from "./values.ts";

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
    if (consent !== undefined) date(consent.givenOn, [...at, "consent", "givenOn"], context);
    if (consent?.until !== undefined) date(consent.until, [...at, "consent", "until"], context);
    const gap = consentGapOf(consent, asOf);
    if (gap !== null) report("strategy-plan/dealing-without-consent", at, { person: row.id, gap });
  }
  for (const [index, contact] of (row.otherContactsInOurBank ?? []).entries()) {
    const at = [...path, "otherContactsInOurBank", index];
    contactNamed(contact, at, context);
    if (contact.kinship === true) {
      const kin = { person: row.id, contact: contact.person ?? contact.department ?? "" };
      const match = kinMatch(contact, context);
      if (match === null) report("strategy-plan/kin-declared", at, kin);
      else report("strategy-plan/kin-of-manager", at, { ...kin, ...match });
      continue;
    }
    const { relation } = contact;
    if (relation === undefined || isBlank(relation)) {
      if (contact.person !== undefined) report("strategy-plan/relation-unsaid", at, { person: row.id });
    } else if (contact.kinship === undefined && readsLikeFamily(relation)) {
      report("strategy-plan/kinship-unsaid", at, { person: row.id, relation });
    }
  }
};

/** 5.B: personal data of another institution's officer has a source, and a day to be looked at again, not past. */
export const officer: Check<PlanInstitution> = ({ id, institutionOfficer }, path, { asOf, report }) => {
  if (institutionOfficer === undefined) return;
  const at = [...path, "institutionOfficer"];
  const { source, reviewOn } = institutionOfficer;
  // a source that could not be read is an issue already
  if (Object.hasOwn(institutionOfficer, "source") && isBlank(source)) {
    report("strategy-plan/officer-source-missing", at, { institution: id });
  }
  const today = tryDayNumber(asOf);
  const due = tryDayNumber(reviewOn);
  const isPast = due !== null && today !== null && due < today;
  if (reviewOn !== undefined && !isPast) return;
  report("strategy-plan/officer-review-due", at, {
    institution: id,
    ...(due === null ? {} : { reviewOn: fromDayNumber(due) }),
  });
};

/** 5.C: terms of another institution that have ended. */
export const renewals: Check<PlanInstitution> = ({ id, institutionServicesAndTerms }, path, { asOf, report }) => {
  const today = tryDayNumber(asOf);
  for (const [index, { renewalDate }] of (institutionServicesAndTerms ?? []).entries()) {
    const renewal = tryDayNumber(renewalDate);
    if (renewalDate === undefined || renewal === null || today === null || renewal >= today) continue;
    const at = [...path, "institutionServicesAndTerms", index];
    report("strategy-plan/renewal-past", at, { institution: id, renewalDate });
  }
};
